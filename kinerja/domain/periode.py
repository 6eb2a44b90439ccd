"""Periods: month `2026-01`, triwulan `2026-TW1`, semester `2026-S1`, year `2026`."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
BULAN_SINGKAT = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ROMAWI = ("I", "II", "III", "IV")

_POLA = re.compile(r"(?P<tahun>20[0-9]{2})(?:-(?:(?P<bulan>0[1-9]|1[0-2])|TW(?P<tw>[1-4])|S(?P<sem>[12])))?")


class JenisPeriode(IntEnum):
    """Kinds of period, ordered by length; the value is the number of months."""

    BULAN = 1
    TRIWULAN = 3
    SEMESTER = 6
    TAHUN = 12


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """A period of the year `tahun`; `ke` counts from 1 within the year (month 1-12, triwulan 1-4, …)."""

    tahun: int
    jenis: JenisPeriode
    ke: int

    @classmethod
    def parse(cls, teks: str) -> Periode:
        """Read an identifier. Raises ValueError, with the accepted forms, on anything else."""
        cocok = _POLA.fullmatch(teks.strip().upper())
        if cocok is None:
            raise ValueError(f"“{teks}” bukan periode; tulis misalnya 2026-01, 2026-TW1, 2026-S1, atau 2026")
        tahun = int(cocok["tahun"])
        if cocok["bulan"]:
            return cls(tahun, JenisPeriode.BULAN, int(cocok["bulan"]))
        if cocok["tw"]:
            return cls(tahun, JenisPeriode.TRIWULAN, int(cocok["tw"]))
        if cocok["sem"]:
            return cls(tahun, JenisPeriode.SEMESTER, int(cocok["sem"]))
        return cls(tahun, JenisPeriode.TAHUN, 1)

    @classmethod
    def bulanan(cls, tahun: int, bulan: int) -> Periode:
        """The month `bulan` (1-12) of `tahun`."""
        return cls(tahun, JenisPeriode.BULAN, bulan)

    @property
    def id(self) -> str:
        """The identifier, as in file names and JSON."""
        match self.jenis:
            case JenisPeriode.BULAN:
                return f"{self.tahun}-{self.ke:02d}"
            case JenisPeriode.TRIWULAN:
                return f"{self.tahun}-TW{self.ke}"
            case JenisPeriode.SEMESTER:
                return f"{self.tahun}-S{self.ke}"
            case JenisPeriode.TAHUN:
                return str(self.tahun)

    def __str__(self) -> str:
        return self.id

    @property
    def nama(self) -> str:
        """The name that a reader sees: `Januari 2026`, `Triwulan I Tahun 2026`, `Tahun 2026`, …"""
        match self.jenis:
            case JenisPeriode.BULAN:
                return f"{NAMA_BULAN[self.ke - 1]} {self.tahun}"
            case JenisPeriode.TRIWULAN:
                return f"Triwulan {ROMAWI[self.ke - 1]} Tahun {self.tahun}"
            case JenisPeriode.SEMESTER:
                return f"Semester {ROMAWI[self.ke - 1]} Tahun {self.tahun}"
            case JenisPeriode.TAHUN:
                return f"Tahun {self.tahun}"

    @property
    def bulan(self) -> tuple[int, ...]:
        """The months of the period, 1-12."""
        return tuple(range((self.ke - 1) * self.jenis + 1, self.ke * self.jenis + 1))

    @property
    def bulan_akhir(self) -> int:
        """The last month of the period, 1-12."""
        return self.ke * self.jenis

    @property
    def bulan_sd(self) -> tuple[int, ...]:
        """The months from January up to the end of the period."""
        return tuple(range(1, self.bulan_akhir + 1))

    @property
    def awal(self) -> date:
        """First day."""
        return date(self.tahun, self.bulan[0], 1)

    @property
    def akhir(self) -> date:
        """Last day."""
        return date(self.tahun, self.bulan_akhir, calendar.monthrange(self.tahun, self.bulan_akhir)[1])

    @property
    def sebelumnya(self) -> Periode:
        """The period of the same kind just before this one."""
        if self.ke > 1:
            return Periode(self.tahun, self.jenis, self.ke - 1)
        return Periode(self.tahun - 1, self.jenis, 12 // self.jenis)

    @property
    def berikutnya(self) -> Periode:
        """The period of the same kind just after this one."""
        if self.ke < 12 // self.jenis:
            return Periode(self.tahun, self.jenis, self.ke + 1)
        return Periode(self.tahun + 1, self.jenis, 1)

    @property
    def tahun_lalu(self) -> Periode:
        """The same period of the year before."""
        return Periode(self.tahun - 1, self.jenis, self.ke)
