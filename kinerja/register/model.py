"""Rows of the register, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kinerja.domain.kiriman import Status
from kinerja.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiriman:
    """One received file and what became of it.

    `unit`, `periode` and `revisi` are None for a refused file whose identity is unknown. `bentrok` marks one
    of several files that answer the same revision, of which none is used until the Tim chooses.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanTercatat:
    """A finding with its history and the Tim's decision. `kunci` is the finding's identity (Finding.kunci)."""

    kiriman_id: int
    temuan: Finding
    keputusan: str | None = None
    alasan: str | None = None
    diperiksa_oleh: str | None = None
    tanggal: str | None = None


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
