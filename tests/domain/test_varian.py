"""Variance: below zero is worse than what should be reached, for every polarity and type."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from buat_indikator import buat_indikator

from kinerja.domain.indikator import Frekuensi, KonsolidasiPeriode, Polaritas, TipeNilai
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang
from kinerja.domain.varian import dibagi_mingguan, hitung_varian

R = Rentang(Fraction(7), Fraction(8))
B, BB = Predikat("B", 4), Predikat("BB", 5)


@pytest.mark.parametrize(
    ("sifat", "target", "nilai", "harap"),
    [
        ({}, Fraction(4), Fraction(3), "-1"),
        ({}, Fraction(4), Fraction(5), "1"),
        ({"polaritas": Polaritas.MINIMAL}, Fraction(4), Fraction(5), "-1"),
        ({"polaritas": Polaritas.MINIMAL}, Fraction(4), Fraction(3), "1"),
        ({"polaritas": Polaritas.STABIL}, Fraction(4), Fraction(5), "-1"),
        ({"polaritas": Polaritas.STABIL}, Fraction(4), Fraction(3), "-1"),
        ({"polaritas": Polaritas.RENTANG_MAKSIMAL}, R, Fraction(6), "-1"),
        ({"polaritas": Polaritas.RENTANG_MAKSIMAL}, R, Fraction(15, 2), "0"),
        ({"polaritas": Polaritas.RENTANG_MAKSIMAL}, R, Fraction(9), "1"),
        ({"polaritas": Polaritas.RENTANG_MINIMAL}, R, Fraction(9), "-1"),
        ({"polaritas": Polaritas.RENTANG_MINIMAL}, R, Fraction(6), "1"),
        ({"tipe": TipeNilai.PREDIKAT}, BB, B, "-1"),
        ({"tipe": TipeNilai.PREDIKAT}, B, BB, "1"),
        ({"tipe": TipeNilai.YA_TIDAK}, YA, TIDAK, "-1"),
        ({"tipe": TipeNilai.YA_TIDAK}, TIDAK, TIDAK, "0"),
        # A third of a target is not missed by what a cell cannot show.
        ({}, Fraction(4, 3), Fraction("1.33"), "0"),
        ({}, Fraction(4, 3), Fraction("1.32"), "-0.01"),
    ],
)
def test_variance(sifat: dict[str, Any], target: Nilai, nilai: Nilai, harap: str) -> None:
    assert hitung_varian(buat_indikator(**sifat), target, nilai) == Fraction(harap)


def test_no_variance_without_target_or_value() -> None:
    assert hitung_varian(buat_indikator(), None, Fraction(1)) is None
    assert hitung_varian(buat_indikator(), Fraction(1), None) is None


@pytest.mark.parametrize(
    ("sifat", "harap"),
    [
        ({"konsolidasi_periode": KonsolidasiPeriode.JUMLAH}, True),
        ({"konsolidasi_periode": KonsolidasiPeriode.RATA_RATA}, False),
        ({"konsolidasi_periode": KonsolidasiPeriode.JUMLAH, "tipe": TipeNilai.RASIO}, False),
        ({"konsolidasi_periode": KonsolidasiPeriode.JUMLAH, "frekuensi": Frekuensi.TRIWULANAN}, False),
    ],
)
def test_which_targets_are_shared(sifat: dict[str, Any], harap: bool) -> None:
    assert dibagi_mingguan(buat_indikator(**sifat)) is harap
