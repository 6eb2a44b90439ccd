"""A workbook as it was saved: cells with value, kind, number format and formula, all from one parser."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


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


@dataclass(slots=True)
class Lembar:
    """A sheet: sparse cells by (row, column), both from 1. Empty cells are absent."""

    nama: str
    sel: Mapping[tuple[int, int], Sel]
    tersembunyi: bool = False
    gabungan: tuple[str, ...] = ()  # merged ranges, `A1:C1`
    baris_tersembunyi: frozenset[int] = frozenset()
    kolom_tersembunyi: frozenset[int] = frozenset()

    def cell(self, baris: int, kolom: int) -> Sel:
        """The cell at this place; an empty one where nothing is stored."""
        ada = self.sel.get((baris, kolom))
        return ada if ada is not None else Sel(alamat(baris, kolom), Jenis.KOSONG, None)

    def rows(self) -> Iterator[tuple[int, dict[int, Sel]]]:
        """Rows that hold something, from the top: (row number, {column: cell}), empty cells left out."""
        kosong = Jenis.KOSONG
        nomor = 0
        baris: dict[int, Sel] = {}
        for (b, k), s in sorted(self.sel.items()):
            if s.jenis is kosong:
                continue
            if b != nomor:
                if baris:
                    yield nomor, baris
                nomor, baris = b, {}
            baris[k] = s
        if baris:
            yield nomor, baris


@dataclass(slots=True)
class Buku:
    """A workbook. `terbatas` is True when the format could not tell number formats or formulas."""

    format: str  # xlsx | xlsm | xls | ods
    lembar: Mapping[str, Lembar]
    sifat: Mapping[str, str] = field(default_factory=dict)  # custom document properties
    terbatas: bool = False
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


def alamat(baris: int, kolom: int) -> str:
    """A1 address of a row and column, both from 1."""
    return f"{huruf_kolom(kolom)}{baris}"
