"""Accepted facts: what a unit reported for one collection period, with the cell it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja.domain.angka import format_nilai, format_ringkas
from kinerja.domain.nilai import Nilai
from kinerja.sources import Asal


@dataclass(frozen=True, slots=True, kw_only=True)
class Fakta:
    """The realisasi of one indicator, unit and due month.

    `bulan` is the last month of the collection period (a triwulan form of TW1 gives month 3). For a Rasio,
    `pembilang` and `penyebut` are kept raw and `nilai` is pembilang / penyebut x pengali, or None when the
    penyebut is 0 (reported, but not computable).
    """

    indikator: str
    unit: str
    tahun: int
    bulan: int
    nilai: Nilai | None
    pembilang: Fraction | None = None
    penyebut: Fraction | None = None
    asal: Asal

    def tercetak(self, desimal: int) -> str:
        """The value as printed, of a Rasio with its parts: `63,89 (23 / 36)`."""
        teks = format_nilai(self.nilai, desimal)
        if self.pembilang is None or self.penyebut is None:
            return teks
        return f"{teks} ({format_ringkas(self.pembilang, 2)} / {format_ringkas(self.penyebut, 2)})"


@dataclass(frozen=True, slots=True, kw_only=True)
class FaktaAnggaran:
    """Money spent in one collection period on one lowest-level budget line, rupiah."""

    kode: str
    unit: str
    tahun: int
    bulan: int
    realisasi: Fraction
    asal: Asal


@dataclass(frozen=True, slots=True, kw_only=True)
class Uraian:
    """The unit's own words about one indicator in one collection period; empty texts are None."""

    indikator: str
    unit: str
    tahun: int
    bulan: int
    faktor_pendorong: str | None
    faktor_penghambat: str | None
    tindak_lanjut: str | None
    data_pendukung: str | None
    status_tindak_lanjut_lalu: str | None
    asal: Asal
