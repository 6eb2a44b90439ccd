"""0,95 for 95 % is asked about where the target is a range as well."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja.domain.nilai import Rentang
from kinerja.validate.isian import baca_angka
from kinerja.workbook.model import Jenis, Sel

TARGET = Rentang(Fraction(90), Fraction(100))


def _sel(nilai: str, format_sel: str = "General") -> Sel:
    return Sel(alamat="L8", jenis=Jenis.ANGKA, nilai=Decimal(nilai), format=format_sel)


@pytest.mark.parametrize(("nilai", "format_sel"), [("0.95", "General"), ("95", "0.00%")])
def test_dua_bacaan_ditanyakan(nilai: str, format_sel: str) -> None:
    hasil = baca_angka(_sel(nilai, format_sel), satuan="%", persen=True, target=TARGET)
    assert hasil.nilai is None
    assert hasil.cacat is not None
    assert (hasil.cacat.kode, dict(hasil.cacat.isi)["target"]) == ("ISI005", "90–100")


@pytest.mark.parametrize("target", [TARGET, Rentang(Fraction(1), Fraction(3))])
def test_angka_yang_jelas_tidak_ditanyakan(target: Rentang) -> None:
    assert baca_angka(_sel("2"), satuan="%", persen=True, target=target).nilai == 2
