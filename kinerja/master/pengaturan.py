"""The settings of a workspace, `kinerja.toml`: flat keys, each with a default that the report states."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja.domain.kebijakan import Kebijakan


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengaturan:
    """Settings. The loader is `kinerja.master.pengaturan.load_pengaturan`."""

    sop: str = "karanganyar"
    pengumpulan: str = "bulanan"  # bulanan | triwulanan
    pilih_terbaru: bool = False
    kebijakan: Kebijakan = Kebijakan()  # the arithmetic's keys stand flat in the file too
    # validation thresholds; empty here: the profile's
    ambang_deviasi: Fraction = Fraction(10)  # points of capaian below 100 from which causes must be written
    # calendar
    hari: str | None = None  # kalender | kerja; None: the profile's
    tenggat_libur: str = "tetap"  # tetap | geser
    batas_isian: int = 5  # day of the next month by which forms are due
    batas_kirim: int = 15  # day of the next month by which the report is delivered
    hari_perbaikan: int = 2  # days that a unit has to correct a returned form
    # documents
    kertas: str = "A4"  # A4 | F4
    pola_nomor: str = "{klasifikasi}/{nomor}/{tahun}"
