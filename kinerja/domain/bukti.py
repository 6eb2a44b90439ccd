"""Evidence: files behind a figure, and the names by which the column Data Pendukung calls them.

A name is compared by its words: capitals, spaces, underscores, hyphens and the way an accent is stored make no
difference. A file also answers to its name with another ending (`LHP 12.docx` sent as `LHP 12.pdf`) or without one,
when that name is particular enough.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

MB = 1024 * 1024
MAKS_BUKTI = 200 * MB  # a larger file is noted, not copied to the archive

_AKHIRAN = (
    "pdf|docx?|docm|odt|rtf|txt|csv|xlsx?|xlsm|xlsb|ods|pptx?|odp|jpe?g|png|gif|bmp|tiff?|webp|heic|zip|rar|7z|mp4|mov"
    "|avi|mp3|eml|msg"
)
_AKHIR_NAMA = re.compile(rf"[^\W_]\)?\.(?:{_AKHIRAN})(?![^\W_])", re.IGNORECASE)
_KATA = re.compile(r"[^\W_]+")
_TAUTAN = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_NOMOR = re.compile(r"(?<=[0-9])/(?=[0-9])")
_PEMISAH = ';,:"“”<>|/\\\n\t'
_AWALAN = re.compile(r"(?:(?:[0-9]{1,2}|[a-z])[.)]\s+|[-–•*]\s*|(?:dan|serta|atau|berkas|file)\s+)+", re.IGNORECASE)
_PALING_PANJANG = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasBukti:
    """A file that came and is no form. `sha256` is None for one that is not in the archive.

    `cacat` says why nothing can be seen in it. `bersama`: several units name it, so nobody can tell whose it is.
    """

    nama: str  # without folders
    path: str
    sha256: str | None
    ukuran: int
    diterima: datetime
    cacat: str | None = None
    bersama: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BuktiIndikator:
    """Evidence that the row of this indicator names."""

    indikator: str
    berkas: BerkasBukti


@dataclass(frozen=True, slots=True)
class _Nama:
    """Files by the words of their names, and how many words there may be, most first."""

    berkas: Mapping[tuple[str, ...], BerkasBukti] = field(default_factory=dict)
    panjang: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Padanan:
    """What a text names: the files found, and the names that no file bears."""

    cocok: tuple[BerkasBukti, ...]
    hilang: tuple[str, ...]


def nama_dasar(path: str) -> str:
    """The bare name of a file."""
    return path.replace("\\", "/").rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class NamaBukti:
    """Files by the words of their names: as they are, and without the ending."""

    semua: tuple[BerkasBukti, ...] = ()
    penuh: _Nama = field(default_factory=_Nama)
    pendek: _Nama = field(default_factory=_Nama)


def nama_bukti(bukti: Iterable[BerkasBukti]) -> NamaBukti:
    """Prepare files to be looked for in many texts. Of several with one name, the one that came last."""
    bukti = tuple(bukti)
    penuh = {kata_nama(b.nama): b for b in sorted(bukti, key=lambda b: (b.diterima, b.path))}
    penuh.pop((), None)
    pendek = {n[:-1]: b for n, b in penuh.items() if "." in b.nama and _khas(n[:-1])}
    return NamaBukti(bukti, _nama(penuh), _nama(pendek))


def _nama(berkas: Mapping[tuple[str, ...], BerkasBukti]) -> _Nama:
    return _Nama(berkas, tuple(sorted({len(n) for n in berkas}, reverse=True)))


def padankan(teks: str | None, nama: NamaBukti) -> Padanan:
    """Find the files that a text names."""
    asli = unicodedata.normalize("NFKC", teks or "")[:_PALING_PANJANG]
    kata = [(m.group().casefold(), m.start(), m.end()) for m in _KATA.finditer(asli)]
    terpakai = [False] * len(kata)
    cocok: list[BerkasBukti] = []
    for bagian in (nama.penuh, nama.pendek):
        if bagian.berkas:
            _cari(bagian, kata, terpakai, cocok)
    return Padanan(tuple(cocok), tuple(_hilang(asli, kata, terpakai)))


@lru_cache(maxsize=4096)
def kata_nama(nama: str) -> tuple[str, ...]:
    """The words of a file name, its ending last."""
    return tuple(k.casefold() for k in _KATA.findall(unicodedata.normalize("NFKC", nama)))


def _khas(kata: Sequence[str]) -> bool:
    """True for a name without ending that cannot be met in a sentence by chance: a long word, and more beside it."""
    campur = any(k.isalpha() for k in kata) and any(not k.isalpha() for k in kata)
    return any(sum(h.isalpha() for h in k) >= 3 for k in kata) and (campur or len(kata) >= 3)


def _cari(nama: _Nama, kata: Sequence[tuple[str, int, int]], terpakai: list[bool], cocok: list[BerkasBukti]) -> None:
    """Look for names among the words, longer names first; the words of a name that was found are marked."""
    polos = tuple(k for k, _, _ in kata)
    for i in range(len(polos)):
        for j in (i + p for p in nama.panjang if i + p <= len(polos)):
            berkas = nama.berkas.get(polos[i:j])
            if berkas is not None and not any(terpakai[i:j]):
                terpakai[i:j] = [True] * (j - i)
                if berkas not in cocok:
                    cocok.append(berkas)
                break


def _hilang(asli: str, kata: Sequence[tuple[str, int, int]], terpakai: Sequence[bool]) -> list[str]:
    """Names in the text whose last word before the ending belongs to no file that was found."""
    dipakai = {akhir for (_, _, akhir), pakai in zip(kata, terpakai, strict=True) if pakai}
    # A link names what lies elsewhere; as many blanks keep every place where it was.
    polos = _TAUTAN.sub(lambda m: " " * len(m.group()), asli)
    polos = _NOMOR.sub("-", polos)  # no file name can hold the stroke in the number of a letter
    hasil: dict[tuple[str, ...], str] = {}
    batas = 0
    for m in _AKHIR_NAMA.finditer(polos):
        awal = max(batas, *(polos.rfind(p, batas, m.start()) + 1 for p in _PEMISAH))
        batas = m.end()
        if m.end() in dipakai or m.start() + 1 in dipakai:
            continue
        nama = _tanpa_kurung(polos[awal : m.end()]).strip(" .")
        nama = nama[cocok.end() :] if (cocok := _AWALAN.match(nama)) else nama
        hasil.setdefault(kata_nama(nama), nama)
    return list(hasil.values())


def _tanpa_kurung(nama: str) -> str:
    """Without the half of a bracket that opened, or closed, outside the name."""
    if nama.count("(") > nama.count(")"):
        nama = nama[nama.rfind("(") + 1 :]
    if nama.count(")") > nama.count("("):
        nama = nama[nama.find(")") + 1 :]
    return nama
