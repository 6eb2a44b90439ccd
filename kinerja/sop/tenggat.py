"""The small language of deadlines in a profile, and the date that a rule gives for a period.

Rules (letter case and doubled spaces do not matter):

* `tanggal 10 Januari` – that day in the year of the period
* `tanggal 31 Januari tahun berikutnya` – that day in the year after
* `tanggal 5 bulan berikutnya` – that day of the month after the period's last month
* `awal periode`, `akhir periode` – the first, the last day of the period
* `10 hari setelah akhir periode` – counted in calendar or working days, as the office counts
* `batas isian`, `batas kirim` – the day of the month after the period that `kinerja.toml` names; `batas kirim` of a
  year is the day of the year after that it names for the year's report

A day that a month lacks (the 31st of `bulan berikutnya`, 29 Februari) becomes the month's last day. A day that no year
has (30 Februari) is not a rule.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import NAMA_BULAN, JenisPeriode, Periode

CONTOH = (
    "tanggal 5 bulan berikutnya",
    "tanggal 10 Januari",
    "tanggal 31 Januari tahun berikutnya",
    "awal periode",
    "akhir periode",
    "10 hari setelah akhir periode",
    "batas isian",
    "batas kirim",
)

_BULAN = {nama.casefold(): ke for ke, nama in enumerate(NAMA_BULAN, 1)}
_POLA_BERIKUT = re.compile(r"tanggal (\d{1,2}) bulan berikutnya")
_POLA_TANGGAL = re.compile(r"tanggal (\d{1,2}) ([a-z]+)( tahun berikutnya)?")
_POLA_SETELAH = re.compile(r"(\d{1,3}) hari setelah akhir periode")


class _Jenis(Enum):
    TANGGAL = auto()
    BULAN_BERIKUTNYA = auto()
    AWAL = auto()
    SETELAH_AKHIR = auto()
    BATAS_ISIAN = auto()
    BATAS_KIRIM = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenggat:
    """A deadline rule, read. Use `tanggal_tenggat` for the date that it gives."""

    jenis: _Jenis
    hari: int = 0
    bulan: int = 0
    tahun_berikutnya: bool = False

    @property
    def bertanggal(self) -> bool:
        """The rule names a day of the year, so it comes once a year."""
        return self.jenis is _Jenis.TANGGAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Batas:
    """Days after the period, from the settings: forms are due, the report is delivered."""

    isian: int = 5
    kirim: int = 15
    kirim_tahunan: tuple[int, int] | None = None  # (day, month) of the year after, for a year's; None: as `kirim`


def parse_tenggat(teks: str) -> Tenggat:
    """Read a rule. ValueError, with the accepted forms, when the text is none or names an impossible day."""
    rapi = " ".join(teks.casefold().split())
    match rapi:
        case "awal periode":
            return Tenggat(jenis=_Jenis.AWAL)
        case "akhir periode":
            return Tenggat(jenis=_Jenis.SETELAH_AKHIR)
        case "batas isian":
            return Tenggat(jenis=_Jenis.BATAS_ISIAN)
        case "batas kirim":
            return Tenggat(jenis=_Jenis.BATAS_KIRIM)
    if cocok := _POLA_BERIKUT.fullmatch(rapi):
        hari = int(cocok[1])
        if not 1 <= hari <= 31:
            raise ValueError(f"tanggal {hari} tidak ada dalam bulan mana pun")
        return Tenggat(jenis=_Jenis.BULAN_BERIKUTNYA, hari=hari)
    if (cocok := _POLA_TANGGAL.fullmatch(rapi)) and cocok[2] in _BULAN:
        hari, bulan = int(cocok[1]), _BULAN[cocok[2]]
        if not 1 <= hari <= calendar.monthrange(2024, bulan)[1]:  # a leap year: the longest February
            raise ValueError(f"tanggal {hari} {NAMA_BULAN[bulan - 1]} tidak ada")
        return Tenggat(jenis=_Jenis.TANGGAL, hari=hari, bulan=bulan, tahun_berikutnya=bool(cocok[3]))
    if cocok := _POLA_SETELAH.fullmatch(rapi):
        return Tenggat(jenis=_Jenis.SETELAH_AKHIR, hari=int(cocok[1]))
    contoh = "; ".join(CONTOH)
    raise ValueError(f"“{teks}” bukan aturan tenggat; bentuk yang dikenal: {contoh}")


def tanggal_tenggat(tenggat: Tenggat, periode: Periode, kalender: Kalender, batas: Batas) -> date:
    """The date that the rule gives for the period, moved off a day off when the office's setting says so."""
    match tenggat.jenis:
        case _Jenis.TANGGAL:
            mentah = _hari(periode.tahun + tenggat.tahun_berikutnya, tenggat.bulan, tenggat.hari)
        case _Jenis.AWAL:
            mentah = periode.awal
        case _Jenis.SETELAH_AKHIR:
            mentah = kalender.tambah(periode.akhir, tenggat.hari)
        case _Jenis.BULAN_BERIKUTNYA:
            mentah = _bulan_berikutnya(periode, tenggat.hari)
        case _Jenis.BATAS_ISIAN:
            mentah = _bulan_berikutnya(periode, batas.isian)
        case _Jenis.BATAS_KIRIM:
            mentah = _batas_kirim(periode, batas)
    return kalender.jatuh_tempo(mentah)


def _batas_kirim(periode: Periode, batas: Batas) -> date:
    if batas.kirim_tahunan is None or periode.jenis is not JenisPeriode.TAHUN:
        return _bulan_berikutnya(periode, batas.kirim)
    hari, bulan = batas.kirim_tahunan
    return _hari(periode.tahun + 1, bulan, hari)


def _bulan_berikutnya(periode: Periode, hari: int) -> date:
    bulan = Periode.bulanan(periode.tahun, periode.bulan_akhir).berikutnya
    return _hari(bulan.tahun, bulan.ke, hari)


def _hari(tahun: int, bulan: int, hari: int) -> date:
    return date(tahun, bulan, min(hari, calendar.monthrange(tahun, bulan)[1]))
