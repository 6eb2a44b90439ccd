"""The shape of one catalogue entry."""

from __future__ import annotations

from dataclasses import dataclass

from kinerja.findings import Tingkat


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """One code. `pesan` and `saran` are templates with named placeholders; `nama` names the defect in kebab-case.

    `seharusnya`, a template too, is what is expected where the check itself has nothing more exact to say.
    """

    kode: str
    nama: str
    tingkat: Tingkat
    pesan: str
    saran: str
    seharusnya: str = ""
