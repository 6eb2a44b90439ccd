"""What the rules know, and what they return. All of it picklable: a form can be judged in another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.domain.bukti import NamaBukti
from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.formulir import FormTerbit
from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.domain.periode import Periode
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.sop.model import Profil


@dataclass(frozen=True, slots=True, kw_only=True)
class Dilaporkan:
    """What a report has printed of this unit and period, from another submission than the one that is judged."""

    laporan: Periode  # the first report that held these figures
    dibuat: date
    isi: IsiKiriman


@dataclass(frozen=True, slots=True, kw_only=True)
class Konteks:
    """Everything around one form. Facts are those of accepted submissions of the same unit, earlier periods only."""

    master: Master
    pengaturan: Pengaturan
    profil: Profil
    periode: Periode
    unit: str
    diterima: datetime
    tenggat: datetime | None  # when the form was due
    terbit: FormTerbit | None  # as registered when it was issued; None: trust the identity sheet's copy
    versi_dikenal: frozenset[str]  # master versions that were ever current here
    versi_waktu: str | None = None  # the one that was in use when the form came; None: today's
    fakta_lalu: tuple[Fakta, ...] = ()  # of this year before this period
    anggaran_lalu: tuple[FaktaAnggaran, ...] = ()
    uraian_lalu: tuple[Uraian, ...] = ()  # of the collection period just before
    riwayat: Mapping[str, tuple[Fakta, ...]] | None = None  # earlier years by indicator, for outliers
    bukti: NamaBukti | None = None  # evidence of this unit and period; None: nothing came
    pengirim: tuple[str, ...] = ()  # From of each mail that brought this form; (): it came otherwise
    revisi_terakhir: int | None = None  # latest revision registered for this unit and period; None: not checked
    dilaporkan: Dilaporkan | None = None  # None: no report was built with another submission


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilValidasi:
    """Outcome for one form: its status, every finding, and what it would feed into reports."""

    status: Status
    temuan: tuple[Finding, ...]
    isi: IsiKiriman
