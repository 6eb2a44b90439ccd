"""An indicator and the attributes that decide its arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from kinerja.domain.nilai import Nilai
from kinerja.sources import CellRef


class TipeNilai(StrEnum):
    ANGKA = "Angka"
    RASIO = "Rasio"
    PREDIKAT = "Predikat"
    YA_TIDAK = "Ya/Tidak"

    @property
    def berjenjang(self) -> bool:
        """True when values are steps of a scale."""
        return self is TipeNilai.PREDIKAT or self is TipeNilai.YA_TIDAK


class Polaritas(StrEnum):
    MAKSIMAL = "Maksimal"
    MINIMAL = "Minimal"
    STABIL = "Stabil"
    RENTANG_MAKSIMAL = "Rentang Maksimal"
    RENTANG_MINIMAL = "Rentang Minimal"

    @property
    def rentang(self) -> bool:
        """True when the target is a range."""
        return self is Polaritas.RENTANG_MAKSIMAL or self is Polaritas.RENTANG_MINIMAL


class RumusMinimal(StrEnum):
    SELISIH = "(2T-R)/T"
    BANDING = "T/R"


class KonsolidasiPeriode(StrEnum):
    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"
    TERAKHIR = "Terakhir"
    MAKSIMUM = "Maksimum"
    MINIMUM = "Minimum"


class KonsolidasiUnit(StrEnum):
    JUMLAH = "Jumlah"
    RATA_RATA = "Rata-rata"
    RASIO = "Rasio"


class Frekuensi(StrEnum):
    """How often a value is due; with the months of a year in which it is (`bulan_wajib`)."""

    _value_: str
    bulan_wajib: tuple[int, ...]

    BULANAN = "Bulanan", 1
    TRIWULANAN = "Triwulanan", 3
    SEMESTERAN = "Semesteran", 6
    TAHUNAN = "Tahunan", 12

    def __new__(cls, kata: str, langkah: int) -> Frekuensi:
        """One member, with its months `langkah` apart."""
        baru = str.__new__(cls, kata)
        baru._value_ = kata
        baru.bulan_wajib = tuple(range(langkah, 13, langkah))
        return baru


@lru_cache(maxsize=256)
def _persen(satuan: str) -> bool:
    return satuan.strip().lower() in ("%", "persen", "prosen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indikator:
    """One row of the sheet `Indikator`. Empty optional cells are None; `sumber` is the row's Kode cell."""

    kode: str
    sasaran: str
    nama: str
    satuan: str
    kelas: str | None
    tipe: TipeNilai
    polaritas: Polaritas
    rumus_minimal: RumusMinimal | None
    konsolidasi_periode: KonsolidasiPeriode
    konsolidasi_unit: KonsolidasiUnit | None
    frekuensi: Frekuensi
    pengali: Fraction  # of a Rasio: 100 for %, 100000 for "per 100.000", else 1
    desimal: int
    batas_bawah: Fraction | None
    batas_atas: Fraction | None
    bobot: Fraction | None
    wajib_bukti: bool
    definisi: str | None
    sumber_data: str | None
    target_renstra: Nilai | None
    tahun_renstra: int | None
    standar_nasional: Nilai | None
    sumber: CellRef

    @property
    def persen(self) -> bool:
        """True when the satuan is a percentage."""
        return _persen(self.satuan)

    def diukur(self, bulan: Iterable[int]) -> bool:
        """True when a value is due in one of these months."""
        return self.frekuensi is Frekuensi.BULANAN or any(b in self.frekuensi.bulan_wajib for b in bulan)
