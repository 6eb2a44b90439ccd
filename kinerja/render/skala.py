"""Axes of charts: where they begin and end, and where their lines stand, so that a chart does not mislead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

PENUH = Decimal(100)  # capaian at which the target is reached
_LUAS = Decimal("1.15")  # room for the figure behind the longest bar
_BIDANG = 5  # stretches between lines, at most
_RENTANG = Decimal(20)  # points that a trend shows at least: a change of one point must not look like a leap
_DARI_NOL = Decimal(50)
_TERJAUH = Decimal(400)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skala:
    """A value axis. `antara`: the step of thin lines between the strong ones at 0, 100, 200; None: all are thin."""

    awal: Decimal
    akhir: Decimal
    langkah: Decimal
    antara: Decimal | None = None


def _turun(x: Decimal, langkah: Decimal) -> Decimal:
    return (x / langkah).to_integral_value(ROUND_FLOOR) * langkah


def _naik(x: Decimal, langkah: Decimal) -> Decimal:
    return (x / langkah).to_integral_value(ROUND_CEILING) * langkah


def _langkah(rentang: Decimal) -> Decimal:
    """The smallest of 5, 10, 20, 50, 100, 200 … that divides `rentang` into few stretches."""
    sepuluh = Decimal(1)
    while True:
        for kali in (5, 10, 20):
            if rentang <= (langkah := kali * sepuluh) * _BIDANG:
                return langkah
        sepuluh *= 10


def bars(nilai: Iterable[Decimal]) -> Skala:
    """Bars begin at 0. Up to 400% the strong lines are those of whole hundreds, so that 100% stands out."""
    semua = [*nilai, Decimal(0), PENUH]
    bawah, atas = min(semua) * _LUAS, max(semua) * _LUAS
    if max(atas, -bawah) <= _TERJAUH:
        antara = Decimal(20) if atas - bawah <= 2 * PENUH else Decimal(50)
        return Skala(awal=_turun(bawah, PENUH), akhir=_naik(atas, antara), langkah=PENUH, antara=antara)
    langkah = _langkah(atas - bawah)
    return Skala(awal=_turun(bawah, langkah), akhir=_naik(atas, langkah), langkah=langkah)


def line(nilai: Iterable[Decimal]) -> Skala:
    """A trend with its mark at 100%: from 0 when a figure is low, else a stretch of twenty points or more."""
    semua = [*nilai, PENUH]
    bawah, atas = min(semua), max(semua)
    if Decimal(0) <= bawah < _DARI_NOL:
        bawah = Decimal(0)
    if atas - bawah < _RENTANG:
        bawah -= (_RENTANG - (atas - bawah)) / 2
    langkah = _langkah(atas - bawah)
    awal = _turun(bawah, langkah)
    return Skala(awal=awal, akhir=_naik(max(atas + langkah / 2, awal + _RENTANG), langkah), langkah=langkah)
