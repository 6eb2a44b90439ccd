"""Thresholds of the checks: the names that a profile may set in `[ambang]`, and the value where it is silent."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

AMBANG: Mapping[str, Fraction] = MappingProxyType(
    {
        "capaian_ekstrem_atas": Fraction(150),  # % of capaian above which it is extreme
        "capaian_ekstrem_bawah": Fraction(0),  # % of capaian below which it is extreme
        "pencilan": Fraction(7, 2),  # modified z-score (0,6745 x deviation / MAD) from which a value is an outlier
        "pencilan_data": Fraction(6),  # least number of earlier values, or of units, for an outlier to be judged
        "kumulatif": Fraction(3, 2),  # times the target and every earlier period, to look like a cumulative figure
        "serapan_habis": Fraction(95),  # % of pagu from which money counts as spent
        "bulan_belanja": Fraction(6),  # month from which performance without any spending is worth a note
        "uraian_huruf": Fraction(3),  # letters that an explanation has at least
        "salinan_huruf": Fraction(25),  # letters from which an unchanged text counts as copied
    }
)
