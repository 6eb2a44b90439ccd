"""What the master workbook says, as frozen values. Made by `kinerja.master.reader`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat
from kinerja.sources import CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Instansi:
    nama: str
    pemda: str
    alamat: str | None
    telepon: str | None
    laman: str | None
    pos_el: str | None
    kode_pos: str | None
    tempat: str
    tahun: int
    kode_klasifikasi: str | None
    logo: str | None  # path relative to the workspace
    tujuan_laporan: str | None
    melalui: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    kode: str
    nama: str
    induk: str | None
    jabatan_pimpinan: str | None
    nama_pimpinan: str | None
    nip: str | None
    pangkat: str | None
    pos_el: str | None
    sumber: CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Pejabat:
    peran: str
    jabatan: str
    nama: str
    nip: str | None
    pangkat: str | None
    mulai: date | None
    sampai: date | None
    baris: int | None = field(default=None, compare=False)  # in the sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggotaTim:
    kedudukan: str
    nama: str
    nip: str | None
    jabatan: str | None
    baris: int | None = field(default=None, compare=False)  # in the sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Sasaran:
    kode: str
    nama: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One row of sheet Target. `bulan` holds only filled months, 1-12; `unit` None is the agency's own row."""

    indikator: str
    unit: str | None
    bulan: Mapping[int, Nilai]
    tahun: Nilai | None
    sumber: CellRef
    belum_berlaku: frozenset[int] = frozenset()  # months in whose version of the master the row did not stand yet
    # Of months whose target was another in the version of the master in force then: that version, and its cell.
    sumber_bulan: Mapping[int, tuple[str, CellRef]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerubahanTarget:
    """A target that was another in the version of the master that was in force earlier in the year.

    `bulan` are the months in which `lama` held; none: the annual target. `lama` None: there was no such row yet;
    `baru` None: the row is gone, and what was reported for it no longer counts.
    """

    indikator: str
    unit: str | None
    bulan: tuple[int, ...]
    lama: Nilai | None
    baru: Nilai | None
    versi: str
    desimal: int  # digits in print


@dataclass(frozen=True, slots=True, kw_only=True)
class MataAnggaran:
    """One row of sheet Anggaran. `lowest` is True for the lines that units fill in; those above are sums."""

    kode: str
    unit: str | None
    jenis: str  # Program, Kegiatan, Sub Kegiatan
    uraian: str
    sasaran: str | None
    pagu: Fraction | None
    mulai: date | None
    lowest: bool
    sumber: CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Riwayat:
    indikator: str
    periode: str
    target: Nilai | None
    realisasi: Nilai | None
    sumber: CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class HariLibur:
    tanggal: date
    keterangan: str
    dasar: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AturanKantor:
    """A check that the office wrote itself; `syarat` must hold. Evaluated by validate."""

    kode: str
    indikator: str  # a Kode, or "*"
    syarat: str
    tingkat: str
    pesan: str
    saran: str | None
    sumber: CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisLHE:
    tahun: int
    rekomendasi: str
    tindak_lanjut: str | None
    status: str | None
    batas_waktu: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Narasi:
    bagian: str
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rapat:
    tanggal: date | None
    waktu: str | None
    tempat: str | None
    acara: str
    peserta: str | None
    baris: int | None = field(default=None, compare=False)  # in the sheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    nomor: str
    tanggal: date | None
    hal: str | None
    tujuan: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Master:
    """The whole master workbook. Tuples keep the order of the rows in the sheet."""

    versi: str  # 12 hex digits over the content that forms depend on, not over the file's bytes
    sha256: str  # of the file's bytes
    instansi: Instansi
    unit: tuple[Unit, ...]
    pejabat: tuple[Pejabat, ...]
    tim: tuple[AnggotaTim, ...]
    sasaran: tuple[Sasaran, ...]
    indikator: tuple[Indikator, ...]
    target: tuple[Target, ...]
    anggaran: tuple[MataAnggaran, ...]
    skala: Mapping[str, tuple[Predikat, ...]]  # by name of the scale, lowest rank first
    riwayat: tuple[Riwayat, ...]
    libur: tuple[HariLibur, ...]
    aturan: tuple[AturanKantor, ...]
    lhe: tuple[BarisLHE, ...]
    narasi: tuple[Narasi, ...]
    rapat: tuple[Rapat, ...]
    agenda: tuple[Agenda, ...]
    huruf: Mapping[tuple[str, str], str] = field(default_factory=dict)  # column letters by (sheet, heading)
    # Of the master as it was in force month by month (`kinerja.master.perubahan`): what differs from the sheet.
    perubahan: tuple[PerubahanTarget, ...] = ()
    versi_hilang: tuple[tuple[str, tuple[int, ...]], ...] = ()  # versions that cannot be read any more, with months
    # Worked out once, because every form asks for them; units that must send a form are those with a target or with a
    # budget line to fill in.
    unit_pelapor: tuple[Unit, ...] = field(init=False, repr=False, compare=False)
    _target: Mapping[str | None, Mapping[str, Target]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        target: dict[str | None, dict[str, Target]] = {}
        for t in self.target:
            target.setdefault(t.unit, {})[t.indikator] = t
        punya = target.keys() | {a.unit for a in self.anggaran if a.lowest}
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "unit_pelapor", tuple(u for u in self.unit if u.kode in punya))

    def cell_beside(self, sumber: CellRef, judul: str) -> CellRef:
        """The cell under a heading in the row of `sumber`; `sumber` itself when the column is unknown."""
        huruf = self.huruf.get((sumber.lembar or "", judul))
        if huruf is None or sumber.sel is None:
            return sumber
        return CellRef(sumber.berkas, sumber.lembar, huruf + sumber.sel.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))

    @property
    def id_instansi(self) -> str:
        """8 hex digits that tell this agency from another on a form."""
        import hashlib

        return hashlib.sha256(f"{self.instansi.pemda}|{self.instansi.nama}".encode()).hexdigest()[:8]

    def indikator_by_kode(self, kode: str) -> Indikator:
        """The indicator with this Kode. KeyError when there is none."""
        for i in self.indikator:
            if i.kode == kode:
                return i
        raise KeyError(kode)

    def unit_by_kode(self, kode: str) -> Unit:
        """The unit with this Kode. KeyError when there is none."""
        for u in self.unit:
            if u.kode == kode:
                return u
        raise KeyError(kode)

    def target_of(self, unit: str | None) -> Mapping[str, Target]:
        """The target rows of this unit (None: the agency's own) by indicator."""
        return self._target.get(unit, {})

    def unit_of(self, indikator: str) -> tuple[str, ...]:
        """Kodes of the units that have a target for this indicator, in order of sheet Unit."""
        return tuple(u.kode for u in self.unit if indikator in self.target_of(u.kode))

    def indikator_of(self, unit: str) -> tuple[Indikator, ...]:
        """Indicators for which this unit has a target, in order of sheet Indikator."""
        punya = self.target_of(unit)
        return tuple(i for i in self.indikator if i.kode in punya)

    def skala_of(self, indikator: Indikator) -> tuple[Predikat, ...]:
        """The scale of a Predikat or Ya/Tidak indicator, lowest rank first; empty for numbers."""
        if indikator.tipe is TipeNilai.PREDIKAT:
            return self.skala.get(indikator.satuan, ())
        return (TIDAK, YA) if indikator.tipe is TipeNilai.YA_TIDAK else ()

    def anggaran_of(self, unit: str, tanggal: date) -> tuple[MataAnggaran, ...]:
        """The budget lines that the unit fills in, in sheet order, each in the version in force on that date."""
        berlaku: dict[str, MataAnggaran] = {}
        for a in self.anggaran:
            mulai = a.mulai or date.min
            if a.lowest and a.unit == unit and mulai <= tanggal:
                ada = berlaku.get(a.kode)
                if ada is None or mulai >= (ada.mulai or date.min):
                    berlaku[a.kode] = a
        return tuple(berlaku.values())

    def pejabat_at(self, peran: str, tanggal: date) -> Pejabat | None:
        """Who holds the role on that date; the latest start wins."""
        calon = [
            p
            for p in self.pejabat
            if p.peran.casefold() == peran.casefold()
            and (p.mulai is None or p.mulai <= tanggal)
            and (p.sampai is None or tanggal <= p.sampai)
        ]
        return max(calon, key=lambda p: p.mulai or date.min, default=None)
