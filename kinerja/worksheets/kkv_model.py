"""What the Kertas Kerja Validasi is made from: values of the register and of this run, gathered by the pipeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.domain.pemantauan import IsiPantau
from kinerja.domain.periode import Periode
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.register.model import Keputusan, KertasPantau, Kiriman, RiwayatTemuan


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasKKV:
    """A current submission. `status` and `temuan` are those that the run shows, neighbours' findings included."""

    kiriman: Kiriman
    status: Status
    temuan: tuple[Finding, ...]
    isi: IsiKiriman
    pengirim: tuple[str, ...] = ()  # of the mails that brought it; (): it came otherwise
    terlambat_hari: int = 0
    batas_perbaikan: date | None = None  # by when a returned form must come back; None: nothing to mend


@dataclass(frozen=True, slots=True, kw_only=True)
class PantauKKV:
    """A current weekly monitoring paper. `terisi`: its filled weeks in words; empty when there is none."""

    kertas: KertasPantau
    isi: IsiPantau
    temuan: tuple[Finding, ...]
    terisi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKKV:
    """One period. Files of unknown unit that were refused may stand in `berkas` too; they come last."""

    master: Master
    periode: Periode
    berkas: tuple[BerkasKKV, ...]  # in order of sheet Unit
    belum_masuk: tuple[str, ...]
    kiriman: tuple[Kiriman, ...]  # every revision of the period
    riwayat: Mapping[str, tuple[RiwayatTemuan, ...]]  # by unit
    keputusan: Mapping[tuple[str, str], Keputusan]  # by (pemilik, kunci), as `Register.keputusan` gives them
    tenggat: date | None = None  # when forms are due
    kertas: str = "A4"  # A4 | F4
    pantau: tuple[PantauKKV, ...] = ()  # none: the workbook has no sheet Pemantauan
