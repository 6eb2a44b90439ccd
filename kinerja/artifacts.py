"""A document in memory: what worksheets and render make, and what deliver writes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """`jenis` as in the contract (`laporan_bulanan`, `kertas_kerja_validasi`, …), `path` relative to the workspace."""

    jenis: str
    path: str
    isi: bytes
