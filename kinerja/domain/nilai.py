"""The kinds of value a target or a realisasi can have. Exact: numbers are fractions, never binary floats."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Rentang:
    """A target range, both bounds included; bawah <= atas."""

    bawah: Fraction
    atas: Fraction


@dataclass(frozen=True, slots=True)
class Predikat:
    """A step of an ordinal scale. `Ya` and `Tidak` are the steps 1 and 0 of their own scale."""

    teks: str
    peringkat: int


YA = Predikat("Ya", 1)
TIDAK = Predikat("Tidak", 0)

Nilai = Fraction | Rentang | Predikat
