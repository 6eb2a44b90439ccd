"""A profile: the steps of an office's SOPs, with who, what, how long and by when. Loaded from `data/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.findings import Tingkat

Catatan = tuple[tuple[str, str], ...]  # (name of a key, what is to be said of it)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kepala:
    """The header boxes of an SOP. Number and dates are the office's own: empty ones are blanks to fill."""

    nomor: str = ""
    tanggal_pembuatan: str = ""
    tanggal_revisi: str = ""
    tanggal_efektif: str = ""
    dasar_hukum: tuple[str, ...] = ()
    kualifikasi: tuple[str, ...] = ()
    keterkaitan: tuple[str, ...] = ()
    peralatan: tuple[str, ...] = ()
    peringatan: tuple[str, ...] = ()
    pencatatan: tuple[str, ...] = ()
    ragu: Catatan = ()  # doubtful as published: `dasar_hukum.3` and why


@dataclass(frozen=True, slots=True, kw_only=True)
class Naskah:
    """The published SOP from which the profile was read, as printed there; empty where it prints nothing."""

    nama: str = ""
    nomor: str = ""
    tanggal_pembuatan: str = ""
    tanggal_revisi: str = ""
    tanggal_efektif: str = ""
    tanggal_pengesahan: str = ""
    disahkan_oleh: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """One step. `id` is unique in the profile, `no` as printed (may be empty)."""

    id: str
    no: str
    kala: str  # tahunan | bulanan | mingguan | triwulanan | semesteran
    uraian: str
    pelaksana: tuple[str, ...]
    kelengkapan: tuple[str, ...]
    waktu: str  # as published
    output: tuple[str, ...]
    keterangan: str
    jika_ditolak: str | None  # id of the step it goes back to
    mulai: str | None  # rule of the first day on which it can begin, in the language of deadlines
    tenggat: str | None  # machine-readable deadline rule, e.g. "tanggal 5 bulan berikutnya"
    dihasilkan_oleh: str | None  # the command or document that produces or proves the output, or "manual"
    tafsiran: bool  # an inference that the office should confirm
    tafsiran_pada: Catatan = ()  # which keys were inferred, and from what
    keputusan: tuple[str, ...] = ()  # ya, tidak: as printed at the step
    ragu: Catatan = ()  # keys that are as published and doubtful, and why
    persetujuan: tuple[str, ...] = ()  # which of its pelaksana approve the report here, one after the other

    @property
    def memutuskan(self) -> bool:
        """A decision: the last-named pelaksana says yes or no."""
        return bool(self.keputusan) or self.jika_ditolak is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop:
    """One SOP. `peran` are its columns of pelaksana, in the order in which they are printed."""

    nama: str
    peran: tuple[str, ...]
    langkah: tuple[Langkah, ...]
    jumlah_waktu: str = ""  # the total that the SOP prints
    kepala: Kepala = Kepala()
    naskah: Naskah = Naskah()


@dataclass(frozen=True, slots=True, kw_only=True)
class Profil:
    """A whole profile. Thresholds and severities of checks are data here."""

    nama: str  # karanganyar, …
    judul: str
    hari: str  # kalender | kerja
    laporan: tuple[str, ...]  # the chain of reports: bulanan, triwulan, semester, tahunan
    ambang: Mapping[str, Fraction]  # every threshold, also those that the profile does not set
    tingkat: Mapping[str, Tingkat]  # severity by code, where it differs from the catalogue
    sop: tuple[Sop, ...]
