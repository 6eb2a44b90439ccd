"""Values of spreadsheet cells as formulas see them: exact numbers, text, logical values, errors, ranges."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Galat:
    """An error value such as `#DIV/0!`."""

    teks: str


NilaiSel = Fraction | str | bool | Galat | None  # None: an empty cell
Tempat = tuple[str, int, int]  # sheet, row, column, from 1
Petak = tuple[Tempat, Tempat]  # first and last cell of a range; a single cell twice

BAGI_NOL, BUKAN_NILAI, TIDAK_ADA = Galat("#DIV/0!"), Galat("#VALUE!"), Galat("#N/A")


class Deret(NamedTuple):
    """Values of a reference, or of an array in braces (`rujukan` False)."""

    isi: tuple[NilaiSel, ...]
    rujukan: bool = True


class Konteks(NamedTuple):
    """What a formula is evaluated in: its references in the order of its text, and how to read a cell."""

    petak: Sequence[Petak]
    ambil: Callable[[Tempat], NilaiSel]


Simpul = Callable[[Konteks], "NilaiSel | Deret"]


def satu(x: NilaiSel | Deret) -> NilaiSel:
    """A single value; of a reference to one cell, that cell's."""
    if not isinstance(x, Deret):
        return x
    return x.isi[0] if len(x.isi) == 1 else BUKAN_NILAI


def angka(x: NilaiSel) -> Fraction | None:
    """A number as arithmetic takes it: an empty cell is 0, text is none."""
    if x is None:
        return Fraction(0)
    return Fraction(x) if isinstance(x, Fraction | bool) else None


def banding(tanda: str, a: NilaiSel, b: NilaiSel) -> bool:
    """Excel's order: numbers before text before logical values; text without regard to case."""
    x, y = _urutan(a, b), _urutan(b, a)
    match tanda:
        case "=":
            return x == y
        case "<>":
            return x != y
        case "<":
            return x < y
        case ">":
            return x > y
        case "<=":
            return x <= y
        case _:
            return x >= y


def _urutan(x: NilaiSel, lawan: NilaiSel) -> tuple[int, Fraction, str]:
    if isinstance(x, bool):
        return 2, Fraction(x), ""
    if isinstance(x, str) or (x is None and isinstance(lawan, str)):
        return 1, Fraction(0), (x or "").casefold()
    return 0, x if isinstance(x, Fraction) else Fraction(0), ""
