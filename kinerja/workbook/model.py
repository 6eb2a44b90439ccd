"""A workbook as it was saved: cells with value, kind, number format and formula, all from one parser."""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeVar

Judul = TypeVar("Judul", bound=Hashable)


class Jenis(StrEnum):
    """Kinds of content. Five different things that must never be confused begin with the first four."""

    KOSONG = "kosong"
    GALAT = "galat"  # an error value such as #DIV/0!; `nilai` is its text
    BELUM_DIHITUNG = "belum dihitung"  # a formula without a cached value
    ANGKA = "angka"  # Decimal, 15 significant digits, from the shortest text that gives the stored float
    TEKS = "teks"
    TANGGAL = "tanggal"  # a number with a date format: date, datetime, time or timedelta
    LOGIKA = "logika"  # TRUE / FALSE


MAKS_NAMA = 100  # characters of a sheet's name that are kept; Excel allows 31

Isi = Decimal | str | bool | date | datetime | time | timedelta | None


class Sel(NamedTuple):
    """One cell. `format` is the number-format code (`General`, `0.00%`), `rumus` the formula without `=`.

    A shared or array formula has a `rumus` too (possibly empty text): `rumus is not None` means "is a formula".
    A tuple, because a form has a thousand of them and a frozen dataclass takes three times as long to make.
    """

    alamat: str  # A1
    jenis: Jenis
    nilai: Isi
    format: str = "General"
    rumus: str | None = None

    @property
    def teks(self) -> str:
        """The value as plain text, stripped, for codes and labels; empty for an empty cell."""
        nilai = self.nilai
        if isinstance(nilai, str):
            return nilai.replace("\u00a0", " ").strip()
        if nilai is None:
            return ""
        if isinstance(nilai, Decimal):
            return format(nilai.normalize(), "f")
        return str(nilai)


Baris = dict[int, dict[int, Sel]]  # cells by row and column, both from 1, in order


def per_baris(sel: Iterable[tuple[tuple[int, int], Sel]]) -> Baris:
    """Cells by row and column, empty ones left out, in the order of the sheet."""
    hasil: Baris = {}
    for (b, k), satu in sel:
        if satu.jenis is not Jenis.KOSONG:
            hasil.setdefault(b, {})[k] = satu
    return berurut(hasil)


def berurut(semua: Baris) -> Baris:
    """The same rows in the order of the sheet, as most workbooks have them already."""
    if any(list(baris) != sorted(baris) for baris in semua.values()):
        semua = {b: dict(sorted(baris.items())) for b, baris in semua.items()}
    return semua if list(semua) == sorted(semua) else dict(sorted(semua.items()))


@dataclass(slots=True)
class Lembar:
    """A sheet: sparse rows of cells. Empty cells and rows are absent."""

    nama: str
    baris: Baris
    tersembunyi: bool = False
    gabungan: tuple[str, ...] = ()  # merged ranges, `A1:C1`
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[int] = frozenset()

    @property
    def sel(self) -> dict[tuple[int, int], Sel]:
        """All cells by (row, column)."""
        return {(b, k): satu for b, baris in self.baris.items() for k, satu in baris.items()}

    @property
    def banyak(self) -> int:
        """How many cells hold something."""
        return sum(map(len, self.baris.values()))

    def cell(self, baris: int, kolom: int) -> Sel:
        """The cell at this place; an empty one where nothing is stored."""
        ada = self.baris.get(baris, _TANPA_SEL).get(kolom)
        return ada if ada is not None else sel_kosong(baris, kolom)


_TANPA_SEL: dict[int, Sel] = {}


@dataclass(slots=True)
class Buku:
    """A workbook. Every format that is read tells values, number formats, errors and formulas."""

    format: str  # xlsx | xlsm | xls | ods
    lembar: Mapping[str, Lembar]
    sifat: Mapping[str, str] = field(default_factory=dict)  # custom document properties
    tautan_luar: tuple[str, ...] = ()  # targets of external links
    makro: bool = False


@lru_cache(maxsize=256)
def huruf_kolom(kolom: int) -> str:
    """Column letters: 1 -> A, 28 -> AB."""
    huruf = ""
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """The column of these letters: AB -> 28."""
    n = 0
    for h in huruf:
        n = n * 26 + ord(h) - 64
    return n


@lru_cache(maxsize=4096)
def sel_kosong(baris: int, kolom: int) -> Sel:
    """The cell of a place where nothing is stored."""
    return Sel(alamat(baris, kolom), Jenis.KOSONG, None)


def nama_unik(nama: str, ada: Container[str]) -> str:
    """The name of a sheet, cut to what is kept, made different from those that are there.

    Excel forbids two sheets of one name; a hand-made file may have them, and neither may hide the other.
    """
    nama = nama[:MAKS_NAMA]
    n, calon = 2, nama
    while calon in ada:
        calon = f"{nama} ({n})"
        n += 1
    return calon


def alamat(baris: int, kolom: int) -> str:
    """A1 address of a row and column, both from 1."""
    return f"{huruf_kolom(kolom)}{baris}"


def celah(judul: Judul, urut: Sequence[Judul], kolom: Mapping[Judul, int]) -> int | None:
    """The column between the two headings that usually stand beside this one; None when there is no such gap.

    `urut`: the headings in their usual order; `kolom`: where those that were found stand.
    """
    n = urut.index(judul)
    kiri = kolom.get(urut[n - 1]) if n else 0
    if kiri is None:
        return None
    kanan = kolom.get(urut[n + 1]) if n + 1 < len(urut) else kiri + 2
    return kiri + 1 if kanan == kiri + 2 else None
