"""The shape of one catalogue entry."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.findings import Tingkat


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """One code. `pesan` and `saran` are templates with named placeholders; `nama` names the defect in kebab-case."""

    kode: str
    nama: str
    tingkat: Tingkat
    pesan: str
    saran: str
