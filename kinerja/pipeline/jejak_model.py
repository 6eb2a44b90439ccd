"""What `kinerja trace` found out, as values: a row of figures, an average, a budget line, or figures that print so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja.aggregate.jejak import JejakCapaian
from kinerja.aggregate.jejak_rata import JejakRata
from kinerja.aggregate.model import Pembanding, Serapan
from kinerja.aggregate.perbaikan import ButirPerbaikan
from kinerja.domain.bukti import BerkasBukti
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode
from kinerja.findings import Finding
from kinerja.master.model import MataAnggaran, Riwayat
from kinerja.pipeline.cari_angka import AngkaTercetak
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import Keputusan


@dataclass(frozen=True, slots=True, kw_only=True)
class Asalmula:
    """How a form came, and the evidence that it names for the indicator."""

    pengirim: tuple[str, ...]  # of the mails that brought it; (): it came otherwise
    bukti: tuple[BerkasBukti, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanDipakai:
    """A finding that stands at a figure that is used, and what the Tim decided on it."""

    periode: Periode
    unit: str
    temuan: Finding
    keputusan: Keputusan | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DilaporkanLain:
    """A figure that an earlier report printed otherwise."""

    laporan: Periode
    dibuat: date
    butir: ButirPerbaikan


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakIndikator:
    """A row of figures of one indicator. `pembanding` only of the agency."""

    isi: Isi
    indikator: Indikator
    jejak: JejakCapaian
    sidik_induk: Mapping[str, str]  # by version of the master, the hash of its workbook
    kiriman: Mapping[str, Asalmula]  # by hash of the file
    temuan: tuple[TemuanDipakai, ...]
    perbaikan: tuple[DilaporkanLain, ...]
    pembanding: Pembanding | None
    riwayat: tuple[Riwayat, ...]  # the rows of sheet Riwayat that `pembanding` was read from
    fakta_lalu: tuple[Fakta, ...]  # and what was reported last year, where the office goes on in last year's folder


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakAgregat:
    """The average of a sasaran, a unit or the agency."""

    isi: Isi
    periode: Periode
    jejak: JejakRata


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakMata:
    """A budget line, the lowest lines that it sums (itself, when it is one), and what the units reported of those."""

    isi: Isi
    periode: Periode
    baris: Serapan
    mata: MataAnggaran
    bawahan: tuple[tuple[MataAnggaran, Serapan], ...]
    fakta: tuple[FaktaAnggaran, ...]
    perbaikan: tuple[DilaporkanLain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakCetak:
    """Which figures of a period print so."""

    isi: Isi
    periode: Periode
    dicari: str
    cocok: tuple[AngkaTercetak, ...]


Jejak = JejakIndikator | JejakAgregat | JejakMata | JejakCetak
