"""Plain edits: what differs between a konsep as it was sent and as it came back, but for its tracked changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import groupby

from kinerja.koreksi.model import JenisKoreksi, Koreksi, NaskahTerkoreksi, Paragraf, potong

_MIRIP = 0.5  # of two paragraphs that are versions of one
_MAKS_PASANG = 60  # paragraphs on either side of a stretch that are compared each with each
_PANJANG = 20  # characters of a paragraph that tells one report from another
_MAKS_KATA = 6  # differences within a paragraph that are spelled out


@dataclass(frozen=True, slots=True)
class _Satuan:
    """What is compared as one: a paragraph, or a row of a table with its cells (column -> place and text)."""

    tempat: str
    teks: str
    baris: int = 0
    sel: Mapping[int, tuple[str, str]] = field(default_factory=dict)


def plain_edits(konsep: NaskahTerkoreksi, diterima: NaskahTerkoreksi) -> list[Koreksi]:
    """Edits that were not tracked, in the order of the document, without identity yet.

    Tracked ones are left aside: both texts are compared as they read when every tracked change is rejected.
    """
    hasil: list[Koreksi] = []
    semua_lama, semua_baru = _per_bagian(konsep), _per_bagian(diterima)
    for bagian in dict.fromkeys((*semua_baru, *semua_lama)):
        lama, baru = semua_lama.get(bagian, []), semua_baru.get(bagian, [])
        a, b = [x.teks for x in lama], [x.teks for x in baru]
        for apa, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if apa != "equal":
                hasil += _selisih(lama[a0:a1], baru[b0:b1])
    return hasil


def likeness(konsep: NaskahTerkoreksi, diterima: NaskahTerkoreksi) -> Fraction:
    """The share of longer paragraphs that both have, from 0 to 1."""
    a, b = (Counter(t for p in n.paragraf if len(t := _teks(p)) > _PANJANG) for n in (konsep, diterima))
    banyak = max(a.total(), b.total())
    return Fraction((a & b).total(), banyak) if banyak else Fraction(0)


def _per_bagian(naskah: NaskahTerkoreksi) -> dict[str, list[_Satuan]]:
    """What has text, part by part; contents are left out, which word processors renew by themselves."""
    hasil: dict[str, list[_Satuan]] = {}
    for _, kumpulan in groupby(enumerate(naskah.paragraf), _milik):
        paragraf = [p for _, p in kumpulan if not p.daftar_isi]
        if any(map(_teks, paragraf)):
            awal = paragraf[0]
            satuan = _baris(paragraf) if awal.tabel_ke else _Satuan(str(awal.tempat), _teks(awal))
            hasil.setdefault(awal.tempat.bagian, []).append(satuan)
    return hasil


def _milik(bernomor: tuple[int, Paragraf]) -> tuple[object, ...]:
    """The same for paragraphs of one row; of its own for any other."""
    nomor, p = bernomor
    t = p.tempat
    return (t.bagian, p.tabel_ke, t.tabel, t.baris, t.kotak) if p.tabel_ke else (t.bagian, nomor)


def _baris(paragraf: Sequence[Paragraf]) -> _Satuan:
    """A row of a table, empty cells included."""
    sel: dict[int, tuple[str, str]] = {}
    for p in paragraf:
        tempat, teks = sel.get(p.tempat.kolom, (str(p.tempat), ""))
        sel[p.tempat.kolom] = tempat, f"{teks} {_teks(p)}".strip()
    awal = paragraf[0].tempat
    return _Satuan(str(awal), f"baris tabel: {' | '.join(teks for _, teks in sel.values())}", awal.baris, sel)


def _teks(p: Paragraf) -> str:
    """As it read before tracked changes, without what word processors print by themselves, each gap one blank."""
    return " ".join("".join(x.teks for x in p.potongan if not x.sisipan and not x.medan).split())


def _selisih(lama: Sequence[_Satuan], baru: Sequence[_Satuan]) -> Iterator[Koreksi]:
    """One stretch where they differ: what was changed, put in, taken out, in the order of the new text."""
    pasangan = _pasangkan(lama, baru)
    terpakai, sudah = frozenset(pasangan.values()), 0
    for n, x in enumerate(baru):
        if (m := pasangan.get(n)) is None:
            yield _ubahan(x, x.teks, "", "tidak ada pada konsep")
            continue
        yield from (_hilang(y) for i, y in enumerate(lama[sudah:m], sudah) if i not in terpakai)
        sudah = m + 1
        yield from _diubah(lama[m], x)
    yield from (_hilang(y) for i, y in enumerate(lama[sudah:], sudah) if i not in terpakai)


def _pasangkan(lama: Sequence[_Satuan], baru: Sequence[_Satuan]) -> dict[int, int]:
    """Which new text is a version of which old one, in the same order on both sides."""
    if len(lama) == len(baru) and all(_setempat(a, b) for a, b in zip(lama, baru, strict=True)):
        return {n: n for n in range(len(baru))}
    if max(len(lama), len(baru)) > _MAKS_PASANG:
        return {}
    hasil: dict[int, int] = {}
    mulai = 0
    for n, x in enumerate(baru):
        nilai = [(_mirip(lama[m], x), -m) for m in range(mulai, len(lama))]
        if nilai and max(nilai)[0] >= _MIRIP:
            hasil[n] = -max(nilai)[1]
            mulai = hasil[n] + 1
    return hasil


def _setempat(a: _Satuan, b: _Satuan) -> bool:
    """True for the same row of a table, where any two texts are versions of one; else for likeness."""
    if a.sel and b.sel:
        return a.baris == b.baris and a.sel.keys() == b.sel.keys()
    return _mirip(a, b) >= _MIRIP


def _mirip(a: _Satuan, b: _Satuan) -> float:
    if bool(a.sel) != bool(b.sel):
        return 0.0
    return SequenceMatcher(None, a.teks.split(), b.teks.split(), autojunk=False).ratio()


def _diubah(lama: _Satuan, baru: _Satuan) -> Iterator[Koreksi]:
    """A text that was changed; of a row each cell that was."""
    if lama.sel and lama.sel.keys() == baru.sel.keys():
        for kolom, (tempat, teks) in baru.sel.items():
            if teks != (semula := lama.sel[kolom][1]):
                yield _ubahan(_Satuan(tempat, teks), teks, semula, _rinci(semula, teks) if teks and semula else "")
    else:
        yield _ubahan(baru, baru.teks, lama.teks, _rinci(lama.teks, baru.teks))


def _rinci(lama: str, baru: str) -> str:
    """The words that differ, when they are few."""
    a, b = lama.split(), baru.split()
    beda = [x for x in SequenceMatcher(None, a, b, autojunk=False).get_opcodes() if x[0] != "equal"]
    if not beda or len(beda) > _MAKS_KATA:
        return "ditulis ulang"
    kalimat = []
    for _, a0, a1, b0, b1 in beda:
        hilang, tiba = potong(" ".join(a[a0:a1])), potong(" ".join(b[b0:b1]))
        if hilang and tiba:
            kalimat.append(f"“{hilang}” menjadi “{tiba}”")
        else:
            kalimat.append(f"“{tiba}” ditambahkan" if tiba else f"“{hilang}” dihapus")
    return "; ".join(kalimat)


def _hilang(x: _Satuan) -> Koreksi:
    return _ubahan(x, "", x.teks, "dihapus; tempatnya menurut konsep")


def _ubahan(x: _Satuan, teks: str, lama: str, keterangan: str) -> Koreksi:
    return Koreksi(
        kunci="",
        jenis=JenisKoreksi.UBAHAN,
        penulis=None,
        waktu=None,
        tempat=x.tempat,
        teks=teks,
        teks_lama=lama,
        keterangan=keterangan,
    )
