"""A profile: the steps of an office's SOPs, with who, what, how long and by when. Loaded from `data/*.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.findings import Tingkat


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
    tenggat: str | None  # machine-readable deadline rule, e.g. "tanggal 5 bulan berikutnya"
    dihasilkan_oleh: str | None  # the command or document that produces or proves the output, or "manual"
    tafsiran: bool  # an inference that the office should confirm


@dataclass(frozen=True, slots=True, kw_only=True)
class Sop:
    nama: str
    langkah: tuple[Langkah, ...]


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
