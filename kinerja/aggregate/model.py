"""Figures of one period, as data. Exact: rounding happens where they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja.domain.fakta import Uraian
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import Periode
from kinerja.sources import Asal, CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Capaian:
    """Figures of one indicator at one unit, or of the agency (`unit` None), for one period.

    `None` means "no figure", and `alasan` says why. `sementara` is True while months or units are missing.
    """

    indikator: str
    unit: str | None
    periode: Periode
    target: Nilai | None
    realisasi: Nilai | None
    capaian: Fraction | None
    target_sd: Nilai | None
    realisasi_sd: Nilai | None
    capaian_sd: Fraction | None
    target_tahun: Nilai | None
    capaian_tahun: Fraction | None
    kategori: str | None
    bulan_terisi: int
    bulan_wajib: int
    unit_terisi: int
    unit_wajib: int
    alasan: str | None
    alasan_sd: str | None = None
    alasan_tahun: str | None = None
    rumus: str | None = None  # the formula of `capaian` with its numbers, "23/36 x 100 = 63,89; 63,89/80 x 100"
    bulan_dipakai: tuple[int, ...] = ()  # months whose value decided `realisasi` (Terakhir names one)
    ekstrem: bool = False  # printed capaian above 150 or below 0
    asal: tuple[Asal, ...] = ()  # the cells behind `realisasi` and `realisasi_sd`

    @property
    def sementara(self) -> bool:
        """True while a due month or a unit is missing ("angka sementara")."""
        return self.bulan_terisi < self.bulan_wajib or self.unit_terisi < self.unit_wajib


@dataclass(frozen=True, slots=True, kw_only=True)
class Agregat:
    """An average over indicators: of a sasaran, a unit, or the agency. `dibatasi` counts capped indicators."""

    tingkat: str  # sasaran | unit | instansi
    kode: str
    nama: str
    capaian: Fraction | None
    kategori: str | None
    indikator_dihitung: int
    indikator: int
    dibatasi: int
    serapan: Fraction | None
    efisiensi: Fraction | None
    alasan: str | None = None  # why there is no capaian


@dataclass(frozen=True, slots=True, kw_only=True)
class Serapan:
    """Budget of one line, s.d. the end of the period, in rupiah. `lowest`: filled in by a unit, not a sum of others."""

    kode: str
    uraian: str
    jenis: str
    lowest: bool
    unit: str | None
    sasaran: str | None
    pagu: Fraction | None
    realisasi: Fraction | None  # of the period
    realisasi_sd: Fraction | None
    serapan: Fraction | None  # realisasi_sd / pagu x 100
    alasan: str | None = None  # why there is no serapan
    asal: tuple[Asal, ...] = ()  # the cells behind `realisasi` and `realisasi_sd`


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembanding:
    """The agency's figures of one indicator beside those of other periods and marks."""

    indikator: str
    sebelumnya: Periode
    target_sebelumnya: Nilai | None = None
    realisasi_sebelumnya: Nilai | None
    capaian_sebelumnya: Fraction | None
    tahun_lalu: Periode
    target_tahun_lalu: Nilai | None = None
    realisasi_tahun_lalu: Nilai | None
    capaian_tahun_lalu: Fraction | None
    riwayat: tuple[
        tuple[str, Nilai | None, Nilai | None, Fraction | None], ...
    ]  # (periode, target, realisasi, capaian)
    target_renstra: Nilai | None
    tahun_renstra: int | None
    capaian_renstra: Fraction | None  # realisasi s.d. now against the Renstra end target
    standar_nasional: Nilai | None
    capaian_standar: Fraction | None
    # Where the figures of the other period stand: on forms, or in sheet Riwayat.
    asal_sebelumnya: tuple[Asal | CellRef, ...] = ()
    asal_tahun_lalu: tuple[Asal | CellRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TitikTren:
    """The agency's capaian of one month (or due period) of the year, for charts."""

    periode: Periode
    capaian: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilPeriode:
    """Everything a report of this period may say in numbers."""

    periode: Periode
    capaian: tuple[Capaian, ...]  # per indicator: the agency first, then each unit with a target
    agregat: tuple[Agregat, ...]  # sasaran, then unit, then instansi
    anggaran: tuple[Serapan, ...]
    pembanding: tuple[Pembanding, ...]
    tren: tuple[TitikTren, ...]  # of the agency, collection periods of the year up to this one
    uraian: tuple[Uraian, ...]  # the units' words in this period
    kebijakan: tuple[str, ...]  # the rules used, one printed sentence each

    def capaian_of(self, indikator: str, unit: str | None = None) -> Capaian:
        """Figures of one indicator at one unit or the agency. KeyError when there are none."""
        for c in self.capaian:
            if c.indikator == indikator and c.unit == unit:
                return c
        raise KeyError((indikator, unit))
