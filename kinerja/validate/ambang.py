"""Thresholds of the checks: the profile's where it states one, else the program's."""

from __future__ import annotations

from fractions import Fraction

from kinerja.sop.ambang import AMBANG
from kinerja.sop.model import Profil


def ambang(profil: Profil, nama: str) -> Fraction:
    """The threshold of this name. KeyError when no check knows it."""
    return profil.ambang.get(nama, AMBANG[nama])
