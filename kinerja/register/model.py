"""Rows of the register, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kinerja.domain.kiriman import Status
from kinerja.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiriman:
    """One received file and what became of it.

    `unit`, `periode` and `revisi` are None for a refused file whose identity is unknown. `bentrok` marks one
    of several files of which neither answers the other: none is used until the Tim chooses. `jenjang` is where it
    stands among them: its revision, or that of the later file that it competes with.
    """

    id: int
    path: str
    sha256: str
    diterima: datetime
    unit: str | None
    periode: str | None
    revisi: int | None
    menjawab: int | None
    versi_master: str | None
    status: Status
    bentrok: bool
    jenjang: int | None = None
    sidik: str | None = None  # what it was judged with (master, settings, earlier facts), as the pipeline names it

    @property
    def pemilik(self) -> str:
        """Whose findings these are: the unit, or the file itself when the unit is unknown."""
        return self.unit or f"berkas:{self.sha256[:12]}"


class KabarBerkas(StrEnum):
    """What the register knew of a file when it was noted."""

    BARU = "baru"  # these bytes were never seen
    KEMBAR = "kembar"  # known bytes under a name not seen before: one catatan, no revision
    DIKENAL = "dikenal"  # known bytes under a known name: skipped silently


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasTercatat:
    """A file as it was seen. `jenis`: formulir, arsip (zip, eml), bukti, lain."""

    path: str
    sha256: str
    ukuran: int
    diterima: datetime
    jenis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keputusan:
    """What the Tim decided on one finding, by the finding's identity: it survives every re-run."""

    unit: str  # or the `pemilik` of a refused file
    periode: str
    kunci: str
    keputusan: str | None
    alasan: str | None = None
    oleh: str | None = None
    tanggal: str | None = None

    @property
    def kosong(self) -> bool:
        """True when nothing is written in it."""
        return not (self.keputusan or self.alasan or self.oleh or self.tanggal)


class Perjalanan(StrEnum):
    """Where a finding stands in one revision, seen from the revision before."""

    BARU = "baru"
    TETAP = "tetap"
    DIPERBAIKI = "diperbaiki"
    MUNCUL_LAGI = "muncul lagi"


@dataclass(frozen=True, slots=True, kw_only=True)
class RiwayatTemuan:
    """One finding across the revisions of a unit and period. `temuan` is as it was last found.

    `kunci` is Finding.kunci; a second finding with the same one in the same submission has `#2` at its end.
    """

    kunci: str
    temuan: Finding
    perjalanan: tuple[tuple[int, Perjalanan], ...]  # (revisi, state), from its first revision on

    @property
    def kini(self) -> Perjalanan:
        """The state in the latest revision."""
        return self.perjalanan[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenTercatat:
    """A document that a run wrote."""

    jenis: str
    periode: str
    path: str
    sha256: str
    waktu: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Peristiwa:
    """One entry of the event log; `hash` chains it to the one before."""

    id: int
    waktu: datetime
    jenis: str
    periode: str | None
    unit: str | None
    rincian: str  # JSON text
    hash: str
