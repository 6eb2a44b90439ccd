"""Raw cells of an .xlsx sheet to `Sel`: the one place that decides kinds, values and formats, whoever cut the XML.

The loop is written out in one function on purpose: it runs for every cell of every form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Isi, Jenis, Sel, nomor_kolom
from kinerja.workbook.numfmt import UMUM, nilai_angka, nilai_iso, ragam_tanggal
from kinerja.workbook.xmlteks import bersihkan, lepas_entitas

MAKS_SEL = 300_000  # cells with content in one workbook
_UMUM: tuple[str, str | None] = (UMUM, None)
_MAKS_BARIS, _MAKS_KOLOM = 1_048_576, 16_384

# Column letters, row, style, type; then for <f>, <v> and <is>: the tag (empty when absent) and its text.
SelMentah = tuple[str, str, str, str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Konteks:
    """What the sheets of one workbook share: strings, the format of each style, the epoch."""

    teks: Sequence[str]
    format: tuple[str, ...]
    epoch_1904: bool


def terlalu_banyak() -> BerkasDitolak:
    """The refusal of a workbook with too many cells."""
    return BerkasDitolak("BRK014", batas=f"{MAKS_SEL:,}".replace(",", "."))


class _NomorKolom(dict[str, int]):
    """Column numbers by letters, each worked out once; 0 for a column that no sheet has."""

    def __missing__(self, huruf: str) -> int:
        n = nomor_kolom(huruf)
        self[huruf] = n = n if n <= _MAKS_KOLOM else 0
        return n


class _Bulat(dict[str, Decimal]):
    """Whole numbers by their digits, one value for all cells that say the same."""

    def __missing__(self, angka: str) -> Decimal:
        self[angka] = n = Decimal(angka)
        return n


@lru_cache(maxsize=8)
def _gaya_sel(semua: tuple[str, ...]) -> Mapping[str, tuple[str, str | None]]:
    """Format and what it makes of a number, by the text of the style; the forms of one office share their styles."""
    gaya = {str(n): (kode, ragam_tanggal(kode)) for n, kode in enumerate(semua)}
    gaya[""] = gaya.get("0", _UMUM)
    return gaya


def terjemahkan(
    mentah: Iterable[SelMentah], konteks: Konteks, bagian: str, jatah: int, *, entitas: bool
) -> dict[tuple[int, int], Sel]:
    """Cells by place, empty ones left out; of two at one place the last. `entitas`: texts are as in the XML.

    BerkasDitolak: a place or a shared string that does not exist (BRK012), more than `jatah` cells (BRK014).
    """
    hasil: dict[tuple[int, int], Sel] = {}
    gaya_sel = _gaya_sel(konteks.format)
    bersama, banyak, epoch = konteks.teks, len(konteks.teks), konteks.epoch_1904
    nomor, bulat = _NomorKolom(), _Bulat()
    kosong, berteks, angka = Jenis.KOSONG, Jenis.TEKS, Jenis.ANGKA
    for huruf, baris, gaya, tipe, f, rumus, v, nilai, i, langsung in mentah:
        if not (v or f or i):
            continue
        tempat = (int(baris), nomor[huruf])
        if not tempat[1] or not 1 <= tempat[0] <= _MAKS_BARIS:
            raise BerkasDitolak("BRK012", bagian=bagian)
        kode, ragam = gaya_sel.get(gaya, _UMUM)
        if entitas and "&" in nilai:
            nilai = lepas_entitas(nilai)  # noqa: PLW2901 - the text as meant replaces the text as written
        jenis: Jenis
        isi: Isi
        if tipe == "s" and nilai:
            n = int(nilai) if len(nilai) < 10 and nilai.isascii() and nilai.isdigit() else banyak
            if n >= banyak:
                raise BerkasDitolak("BRK012", bagian=bagian)
            jenis, isi = berteks, bersama[n]
        elif tipe == "inlineStr" and i:
            polos = "&" not in langsung and "_x" not in langsung and langsung.isprintable()
            jenis, isi = berteks, langsung if polos else bersihkan(lepas_entitas(langsung) if entitas else langsung)
        elif tipe == "str" and v:
            jenis, isi = berteks, bersihkan(nilai)
        elif not nilai or not (rapi := nilai.strip()):
            jenis, isi = kosong, None
        elif not tipe or tipe == "n":
            if ragam is None and len(rapi) <= 15 and rapi.isascii() and rapi.isdigit():
                jenis, isi = angka, bulat[rapi]
            else:
                jenis, isi = nilai_angka(rapi, ragam, epoch)
        else:
            jenis, isi = _jarang(tipe, nilai)
        if f:
            if jenis is kosong:
                jenis = Jenis.BELUM_DIHITUNG
            if entitas and "&" in rumus:
                rumus = lepas_entitas(rumus)  # noqa: PLW2901 - as with `nilai`
            hasil[tempat] = Sel(huruf + baris, jenis, isi, kode, bersihkan(rumus))
        elif jenis is kosong or isi == "":
            hasil.pop(tempat, None)
            continue
        else:
            hasil[tempat] = Sel(huruf + baris, jenis, isi, kode)
        if len(hasil) > jatah:
            raise terlalu_banyak()
    return hasil


def _jarang(tipe: str, nilai: str) -> tuple[Jenis, Isi]:
    """Kinds that few cells have: boolean, error, ISO date; an unknown one is text."""
    if tipe == "b":
        return Jenis.LOGIKA, nilai.strip() in ("1", "true")
    if tipe == "d":
        return nilai_iso(nilai.strip())
    return (Jenis.GALAT if tipe == "e" else Jenis.TEKS), bersihkan(nilai)
