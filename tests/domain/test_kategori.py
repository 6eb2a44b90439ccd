"""Categories: chosen from the printed figure, with each scale's own rule at the bounds."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kinerja.domain.kategori import SKALA, kategori


@pytest.mark.parametrize(
    ("capaian", "label"),
    [
        ("91", "Sangat Tinggi"), ("90.995", "Sangat Tinggi"), ("90.994", "Tinggi"), ("90.5", "Tinggi"),
        ("76", "Tinggi"), ("75.99", "Sedang"), ("66", "Sedang"), ("51", "Rendah"), ("50.99", "Sangat Rendah"),
        ("-773", "Sangat Rendah"),
        ("1666.67", "Sangat Tinggi"),
    ],
)  # fmt: skip
def test_sangat_tinggi(capaian: str, label: str) -> None:
    assert kategori(Fraction(capaian), "sangat_tinggi", 2) == label


def test_sangat_baik_memakai_batas_yang_sama() -> None:
    nilai = [Fraction(x) for x in (91, 76, 66, 51, 0)]
    assert [kategori(n, "sangat_baik", 2) for n in nilai] == ["Sangat Baik", "Baik", "Cukup", "Kurang", "Sangat Kurang"]


@pytest.mark.parametrize(
    ("nilai", "label"),
    [("90.01", "AA"), ("90", "A"), ("80", "BB"), ("70", "B"), ("60", "CC"), ("50", "C"), ("30", "D"), ("0", "D")],
)
def test_akip(nilai: str, label: str) -> None:
    assert kategori(Fraction(nilai), "akip", 2) == label


def test_aturan_tercetak() -> None:
    assert SKALA["akip"].aturan.startswith("AA > 90; A > 80")
    assert SKALA["sangat_tinggi"].aturan == (
        "Sangat Tinggi ≥ 91; Tinggi ≥ 76; Sedang ≥ 66; Rendah ≥ 51; selebihnya Sangat Rendah"
    )
    assert SKALA["sangat_baik"].label[-1] == "Sangat Kurang"
