"""Number formats: what a reader sees beside what is stored."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kinerja.validate.format_sel import Tampilan, tampilan

BIASA = Tampilan()
PERSEN = Tampilan(persen=True)
BERTULISAN = Tampilan(bertulisan=True)
MENYESATKAN = Tampilan(menyesatkan=True)


@pytest.mark.parametrize(
    ("kode", "nilai", "hasil"),
    [
        ("General", "1", BIASA),
        ("#,##0.00", "1", BIASA),
        ("0.00E+00", "1", BIASA),
        ("0%", "0.95", PERSEN),
        ("0.00%;[Red]-0.00%", "-0.95", PERSEN),
        ('"95%"', "0.5", MENYESATKAN),
        ('0"%"', "85", BERTULISAN),
        ('0" dokumen"', "5", BERTULISAN),
        ("0\\%", "85", BERTULISAN),
        ('#,##0.0,"rb"', "1250", MENYESATKAN),
        ("#,##0,", "1250", MENYESATKAN),
        ('0" jt"', "5", MENYESATKAN),
        (";;;", "5", MENYESATKAN),
        ("0;0;", "0", MENYESATKAN),
        ('0;-0;"-"', "0", BIASA),
        ('"Rp"#,##0;("Rp"#,##0)', "-5", BIASA),
        ("[$Rp-421]\\ #,##0", "5", BIASA),
        ('_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "0", BIASA),
        ("[>=1000]#,##0,;0", "5", MENYESATKAN),
        ("[Red]0", "5", BIASA),
    ],
)
def test_tampilan(kode: str, nilai: str, hasil: Tampilan) -> None:
    assert tampilan(kode, Decimal(nilai)) == hasil
