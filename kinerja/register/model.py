"""Rows of the register, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kinerja.domain.kiriman import Status
from kinerja.domain.pemantauan import PantauTerbit
from kinerja.findings import Finding
from kinerja.koreksi.model import Koreksi, StatusKoreksi


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


@dataclass(frozen=True, slots=True, kw_only=True)
class KertasPantau:
    """A received monitoring paper. One that is none of ours has no unit, period or `terbit` (what was issued)."""

    id: int
    path: str
    sha256: str
    diterima: datetime
    unit: str | None
    periode: str | None
    terbit: PantauTerbit | None
    sidik: str  # what it was judged with


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
    pengirim: str | None = None  # From of the mail that brought it; None: it came otherwise


DITERIMA = "Diterima"  # the decision by which the Tim lets a warning stand
PILIHAN_KEPUTUSAN = (DITERIMA, "Dikembalikan", "Perlu Klarifikasi")


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
    catatan: str | None = None  # anything else that the Tim wrote beside the finding

    @property
    def kosong(self) -> bool:
        """True when nothing is written in it."""
        return not (self.keputusan or self.alasan or self.oleh or self.tanggal or self.catatan)

    @property
    def menerima(self) -> bool:
        """True when it accepts the finding: with a reason and a name, else it has no effect yet."""
        return self.keputusan == DITERIMA and bool(self.alasan and self.oleh)


class Perjalanan(StrEnum):
    """Where a finding stands in one revision, seen from the revision before."""

    BARU = "baru"
    TETAP = "tetap"
    DIPERBAIKI = "diperbaiki"
    MUNCUL_LAGI = "muncul lagi"
    DITERIMA = "diterima"  # it stands, and the Tim has accepted it


@dataclass(frozen=True, slots=True, kw_only=True)
class RiwayatTemuan:
    """One finding across the revisions of a unit and period. `temuan` is as it was last found.

    `kunci` is Finding.kunci; a second finding with the same one in the same submission has `#2` at its end.
    """

    kunci: str
    temuan: Finding
    perjalanan: tuple[tuple[int, Perjalanan], ...]  # (id of the Kiriman, state), from its first revision on
    diterima: Keputusan | None = None  # by whom and why, when the Tim has accepted it
    diterima_pada: date | None = None  # when that was recorded

    @property
    def kini(self) -> Perjalanan:
        """The state in the latest revision."""
        return self.perjalanan[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuktiTercatat:
    """Evidence as it lay at `path` from the run at `dilihat` on. `tanda` changes with its content.

    Without `sha256` it is not in the archive: it was too large, or (`cacat`) could not be taken out of its container.
    """

    path: str
    ukuran: int
    tanda: str
    sha256: str | None
    cacat: str | None
    diterima: datetime
    dilihat: datetime
    pengirim: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DokumenTercatat:
    """A document that a run wrote."""

    jenis: str
    periode: str
    path: str
    sha256: str
    waktu: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KonsepTercatat:
    """A report as it was built: its bytes are in the archive by `sha256`, `sidik` stands in its properties."""

    sha256: str
    sidik: str
    periode: str
    jenis: str
    waktu: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class KoreksiTercatat:
    """A correction as it was read from the file `berkas`, and what people wrote beside it, as they wrote it.

    `periode` is empty for a file that belongs to no report of this workspace.
    """

    periode: str
    koreksi: Koreksi
    berkas: str
    sha256: str
    dibaca: datetime
    status: str = StatusKoreksi.BARU.value
    oleh: str | None = None
    tanggal: str | None = None
    catatan: str | None = None

    @property
    def pertanyaan(self) -> str | None:
        """Why the status has no effect yet; None when it has."""
        if self.status not in list(StatusKoreksi):
            return f"“{self.status}” bukan status; pilih {', '.join(StatusKoreksi)}"
        if self.status != StatusKoreksi.BARU and not self.oleh:
            return f"status {self.status} belum berlaku: nama yang memutuskan belum diisi"
        return None

    @property
    def berlaku(self) -> StatusKoreksi:
        """The status in effect; a comment that was resolved in Word is done, unless people say otherwise."""
        if self.pertanyaan is None and self.status != StatusKoreksi.BARU:
            return StatusKoreksi(self.status)
        return StatusKoreksi.SELESAI if self.koreksi.selesai else StatusKoreksi.BARU


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanTercatat:
    """A report as it was built: the hash of the submission that it used, by collection period and unit."""

    id: int  # of the event
    waktu: datetime
    periode: str
    kiriman: Mapping[str, Mapping[str, str]]


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
