"""Days: working days, holidays, and counting on from a date. Pure; the holidays are given, the clock is not asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

_SATU = timedelta(days=1)
_SABTU = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Kalender:
    """How an office counts days.

    `libur` holds public holidays, cuti bersama and local days off. `kerja`: durations count working days (Monday to
    Friday, not `libur`), else calendar days. `geser`: a deadline that falls on a day off moves to the next working day.
    """

    libur: frozenset[date] = frozenset()
    kerja: bool = False
    geser: bool = False

    def is_hari_kerja(self, tanggal: date) -> bool:
        """True on Monday to Friday outside `libur`."""
        return tanggal.weekday() < _SABTU and tanggal not in self.libur

    def hari_kerja_mulai(self, tanggal: date) -> date:
        """`tanggal` itself when it is a working day, else the first working day after it."""
        while not self.is_hari_kerja(tanggal):
            tanggal += _SATU
        return tanggal

    def tambah(self, tanggal: date, hari: int) -> date:
        """`hari` days after `tanggal` (before it, when negative), counted as the office counts; 0 changes nothing."""
        if not self.kerja:
            return tanggal + timedelta(days=hari)
        langkah = _SATU if hari > 0 else -_SATU
        for _ in range(abs(hari)):
            tanggal += langkah
            while not self.is_hari_kerja(tanggal):
                tanggal += langkah
        return tanggal

    def jatuh_tempo(self, tanggal: date) -> date:
        """The day on which a deadline set on `tanggal` really falls."""
        return self.hari_kerja_mulai(tanggal) if self.geser else tanggal

    def terlambat(self, tenggat: date, tanggal: date) -> int:
        """Days from `tenggat` to `tanggal`, counted as the office counts; 0 when in time."""
        if tanggal <= tenggat:
            return 0
        if not self.kerja:
            return (tanggal - tenggat).days
        hari = (tenggat + _SATU * n for n in range(1, (tanggal - tenggat).days + 1))
        return max(1, sum(self.is_hari_kerja(h) for h in hari))
