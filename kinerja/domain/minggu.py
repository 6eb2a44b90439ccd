"""Weeks of a month (Monday to Sunday, cut at the month's borders), and a target shared out among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from kinerja.domain.kalender import Kalender
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.periode import Periode


@dataclass(frozen=True, slots=True, kw_only=True)
class Minggu:
    """One week, both days included; `ke` counts from 1 within the month."""

    ke: int
    awal: date
    akhir: date
    hari_kerja: int

    @property
    def nama(self) -> str:
        """The name of the week, and of its sheet."""
        return f"Minggu {self.ke}"

    @property
    def hari(self) -> int:
        """Its calendar days."""
        return (self.akhir - self.awal).days + 1


def minggu_bulan(periode: Periode, kalender: Kalender) -> tuple[Minggu, ...]:
    """The weeks of a month with their working days; together they are the month."""
    hasil: list[Minggu] = []
    awal = periode.awal
    while awal <= periode.akhir:
        akhir = min(awal + timedelta(days=6 - awal.weekday()), periode.akhir)
        hari = (awal + timedelta(days=n) for n in range((akhir - awal).days + 1))
        kerja = sum(kalender.is_hari_kerja(h) for h in hari)
        hasil.append(Minggu(ke=len(hasil) + 1, awal=awal, akhir=akhir, hari_kerja=kerja))
        awal = akhir + timedelta(days=1)
    return tuple(hasil)


def bagian_minggu(target: Fraction, minggu: Sequence[Minggu]) -> tuple[Fraction, ...]:
    """Each week's share of a month's target, by working days; the last week takes what remains, so they add up.

    A month without any working day is shared by calendar days.
    """
    bobot = [m.hari_kerja for m in minggu]
    if not any(bobot):
        bobot = [m.hari for m in minggu]
    hasil = [target * b / sum(bobot) for b in bobot[:-1]]
    return (*hasil, target - sum(hasil, Fraction(0)))


def bagian_sd(target: Nilai | None, minggu: Sequence[Minggu], ke: int, *, dibagi: bool) -> Nilai | None:
    """What should be reached by the end of week `ke`: the shares up to it, or (not `dibagi`) the target itself."""
    return _bagian(target, minggu, slice(0, ke)) if dibagi else target


def bagian(target: Nilai | None, minggu: Sequence[Minggu], ke: int, *, dibagi: bool) -> Nilai | None:
    """The share of week `ke` alone, or (not `dibagi`) the target itself."""
    return _bagian(target, minggu, slice(ke - 1, ke)) if dibagi else target


def _bagian(target: Nilai | None, minggu: Sequence[Minggu], ambil: slice) -> Nilai | None:
    """Shares added up; of a range both bounds are shared out."""
    if target is None or isinstance(target, Predikat):
        return target
    if isinstance(target, Rentang):
        bawah, atas = (sum(bagian_minggu(x, minggu)[ambil], Fraction(0)) for x in (target.bawah, target.atas))
        return Rentang(bawah, atas)
    return sum(bagian_minggu(target, minggu)[ambil], Fraction(0))
