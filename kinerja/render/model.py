"""What render takes besides the figures: completeness of the units, and drawings that a context may hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode


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
class Deret:
    """One series of a chart; each value is exact decimal text, or None where there is no figure (a gap)."""

    nama: str
    nilai: tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grafik:
    """A native chart with its data. `alt` is read aloud in place of the picture."""

    jenis: str  # batang (horizontal bars) | kolom (columns) | garis (line)
    judul: str
    kategori: tuple[str, ...]
    deret: tuple[Deret, ...]
    satuan: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gambar:
    """A picture (PNG or JPEG bytes) drawn `tinggi_mm` high, with its text alternative."""

    isi: bytes
    tinggi_mm: int
    alt: str
