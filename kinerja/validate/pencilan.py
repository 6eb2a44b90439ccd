"""Outliers by median and median absolute deviation (MAD): few data, no assumption about their shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

# 0,6745 makes the MAD comparable with a standard deviation; the modified z-score is 0,6745 x deviation / MAD.
_TETAPAN = Fraction(6745, 10000)
# A series that hardly moves has a MAD near 0; deviations below this part of its median are never outliers.
_LANTAI = Fraction(1, 20)


@dataclass(frozen=True, slots=True)
class Kewajaran:
    """What a series considers usual. `mad` is as computed; the bounds use at least a twentieth of the median."""

    banyak: int
    median: Fraction
    mad: Fraction
    bawah: Fraction
    atas: Fraction


def median(nilai: Sequence[Fraction]) -> Fraction:
    """The middle value, or the mean of the two middle ones. `nilai` is not empty."""
    urut = sorted(nilai)
    tengah = len(urut) // 2
    return urut[tengah] if len(urut) % 2 else (urut[tengah - 1] + urut[tengah]) / 2


def pencilan(
    x: Fraction, lalu: Sequence[Fraction], batas: Fraction, paling_sedikit: int, satuan: Fraction = Fraction(0)
) -> Kewajaran | None:
    """The usual range of `lalu` when `x` lies outside it; None when it does not or there are too few data.

    A value between the smallest and the largest ever seen is never an outlier. `satuan` is the smallest step of
    the figures: among counts of 3, 4 and 5 the next count is nothing strange.
    """
    if len(lalu) < max(paling_sedikit, 1) or (any(y <= x for y in lalu) and any(y >= x for y in lalu)):
        return None
    tengah = median(lalu)
    mad = median([abs(y - tengah) for y in lalu])
    jarak = batas * max(mad / _TETAPAN, abs(tengah) * _LANTAI, satuan)
    if abs(x - tengah) <= jarak or jarak == 0:
        return None
    return Kewajaran(len(lalu), tengah, mad, tengah - jarak, tengah + jarak)
