"""The office's choices where the regulations leave one; every report prints those it used."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Kebijakan:
    """Policies of the arithmetic. The defaults are those of a new workspace."""

    target_nol: str = "tidak_dihitung"  # tidak_dihitung | nihil (Minimal, T = 0: R = 0 -> 100, R > 0 -> 0)
    realisasi_nol: str = "tidak_dihitung"  # of Minimal T/R with R = 0: tidak_dihitung | seratus
    batas_rata_rata: Fraction | None = None  # cap of an indicator inside averages only, e.g. 120
    desimal: int = 2  # digits of a printed capaian
    kategori: str = "sangat_tinggi"  # name of a scale in kinerja.domain.kategori
    efisiensi: str = "selisih"  # selisih | indeks
