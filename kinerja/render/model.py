"""What render takes besides the figures: what the units sent and owe, and drawings that a context may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kinerja.aggregate.model import HasilPeriode
from kinerja.aggregate.rencana import Rencana
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.master.model import Master, Rapat, Unit
from kinerja.master.pengaturan import Pengaturan


@dataclass(frozen=True, slots=True, kw_only=True)
class KelengkapanUnit:
    """What one unit sent for one collection period. `status` None: nothing came in."""

    unit: str
    nama: str
    periode: Periode
    status: Status | None
    diterima: datetime | None  # the first arrival, by which lateness is judged
    terlambat_hari: int  # 0 when in time or when nothing came in


@dataclass(frozen=True, slots=True, kw_only=True)
class BelumLengkap:
    """A unit whose data of one collection period are missing or not valid yet, so that figures will still change.

    `status` None: no form came. `dipakai`: the number of the earlier, valid revision that is used meanwhile.
    `indikator`: Kodes of those that are measured in that period.
    """

    unit: str
    nama: str
    periode: Periode
    status: Status | None
    dipakai: int | None
    indikator: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasDiterima:
    """One file that a unit sent for a period. `kini`: it lies before the Tim; else it is an earlier one."""

    path: str  # as received: relative to the workspace, `!/` before a member of a zip or mail
    sha256: str
    ukuran: int  # bytes
    diterima: datetime
    pengirim: str | None  # the mail address from which it came
    revisi: int
    status: Status
    bentrok: bool
    kini: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PengumpulanUnit:
    """One unit's forms for one collection period, all that came and what was found in the one before the Tim."""

    kelengkapan: KelengkapanUnit
    tenggat: date
    berkas: tuple[BerkasDiterima, ...]  # in the order in which they came
    galat: int
    disebut: int  # indicators for which the form names evidence
    bukti: int  # files that it names and that came


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTelat:
    """A unit that sent its first form `hari` after the deadline, or none so far (`diterima` and `status` None)."""

    unit: Unit
    diterima: datetime | None
    status: Status | None
    hari: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMemperbaiki:
    """A unit whose form waits for correction. `galat` counts what it must mend, `lewat` the days after `batas`.

    `dikembalikan` and `batas` are None when no nota has gone out yet.
    """

    unit: Unit
    revisi: int
    galat: int
    dikembalikan: date | None
    batas: date | None
    lewat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Keterlambatan:
    """Who has not sent, sent late, or has to mend, for one period at one moment. Units in order of sheet Unit."""

    periode: Periode
    waktu: datetime
    tenggat: date
    lewat: int  # days after the deadline, 0 until it has passed
    sisa: int  # days before it, 0 from that day on
    kerja: bool  # days are working days
    jumlah: int  # units that must send
    belum: tuple[UnitTelat, ...]
    terlambat: tuple[UnitTelat, ...]
    perbaikan: tuple[UnitMemperbaiki, ...]
    bentrok: tuple[Unit, ...]  # sent two different forms; the Tim must choose

    @property
    def ada(self) -> bool:
        """True when somebody still has something to send."""
        return bool(self.belum or self.perbaikan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deret:
    """One series of a chart; each value is exact decimal text, or None where there is no figure (a gap).

    `acuan`: a mark to compare with, in a chart of lines, after all others: dashed, without figures beside it.
    """

    nama: str
    nilai: tuple[str | None, ...]
    acuan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafik:
    """A native chart of percentages with its data. `alt` is read aloud in place of the picture."""

    jenis: str  # batang (horizontal bars) | garis (line)
    judul: str
    kategori: tuple[str, ...]
    deret: tuple[Deret, ...]
    satuan: str  # as the axis says it
    desimal: int  # digits behind the comma
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gambar:
    """A picture (PNG or JPEG bytes) drawn `tinggi_mm` high, with its text alternative."""

    isi: bytes
    tinggi_mm: int
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kegiatan:
    """One activity of a plan, as a step of the SOP. `batas` None: no date can be told."""

    uraian: str
    pelaksana: tuple[str, ...]
    waktu: str  # duration as the SOP publishes it
    batas: date | None
    keluaran: tuple[str, ...]
    langkah: str  # number of the step in the SOP


@dataclass(frozen=True, slots=True, kw_only=True)
class LaporanTerkirim:
    """A final report as letters name it. `berkas`: (name, sha256) of the files that go with it."""

    nomor: str
    versi: int
    tanggal: date
    berkas: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirRalat:
    """One figure that is another one now, as printed. `tempat`: a unit, or the agency; `angka`: which figure."""

    indikator: str
    tempat: str
    angka: str
    semula: str
    menjadi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ralat:
    """A correction of a report that was delivered on `dikirim`: the `ke`-th one of its period."""

    ke: int
    lama: LaporanTerkirim
    dikirim: date
    alasan: str
    butir: tuple[ButirRalat, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisKendali:
    """One row of the paraf slip: who handles the konsep in which role, and what came of it.

    `keputusan`: disusun, disetujui, ditolak, or empty while it is open; `tanggal` None: not yet.
    """

    langkah: str  # number of the step in the SOP
    uraian: str
    peran: str
    nama: str
    nip: str | None
    keputusan: str = ""
    tanggal: date | None = None
    catatan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LembarKendali:
    """The paraf slip of a report: the way of its konsep, and every rejection."""

    periode: Periode
    dibuat: date  # the konsep
    sidik: str  # its sha256
    baris: tuple[BarisKendali, ...]
    penolakan: tuple[BarisKendali, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanSurat:
    """What the letters and sheets of `kinerja letter` are made from; each takes what it needs.

    `atas_nama`: the role of who signs for the head. `rapat` None: sheet Rapat has none for the period.
    """

    master: Master
    pengaturan: Pengaturan
    periode: Periode
    tanggal: date
    tenggat: date  # by when the units' forms are due
    rencana: Rencana | None = None
    hasil: HasilPeriode | None = None
    pengumpulan: tuple[PengumpulanUnit, ...] = ()
    kegiatan: tuple[Kegiatan, ...] = ()
    unit: Unit | None = None
    rapat: Rapat | None = None
    atas_nama: str | None = None
    logo: bytes | None = None
    sementara: tuple[BelumLengkap, ...] = ()  # what the figures of the report still lack
    laporan: LaporanTerkirim | None = None  # the final that the letter goes with
    ralat: Ralat | None = None
