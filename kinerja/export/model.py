"""A tidy table: described columns, and rows of exact values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

Isi = str | int | bool | Fraction | None


class Jenis(StrEnum):
    """Kinds of column, as Table Schema names them."""

    TEKS = "string"
    ANGKA = "number"
    BULAT = "integer"
    YA_TIDAK = "boolean"
    TANGGAL = "date"
    WAKTU = "datetime"


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. `satuan` is the unit of measure of its numbers, where all of them have the same."""

    nama: str
    jenis: Jenis
    uraian: str
    satuan: str | None = None
    wajib: bool = False  # never empty


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table. `kunci` are the columns that together name a row; `rujukan`: column -> table whose key it holds."""

    nama: str
    judul: str
    uraian: str
    kolom: tuple[Kolom, ...]
    kunci: tuple[str, ...]
    baris: tuple[tuple[Isi, ...], ...]
    rujukan: tuple[tuple[str, str], ...] = ()
