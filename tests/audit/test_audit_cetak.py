"""Number formats: what a reader sees for a stored number, and what a text may say as one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kinerja.audit.bacaan import bacaan_angka, bacaan_cetak, tercetak, titik_desimal
from kinerja.audit.cetak import cetak
from kinerja.workbook.model import Jenis, Sel


@pytest.mark.parametrize(
    ("nilai", "kode", "teks"),
    [
        ("0.975", "0.00%", "97,50%"),
        ("0.975", "0%", "98%"),
        ("0.975", "0.0 %", "97,5 %"),
        ("97.5", "General", "97,5"),
        ("97.5", "0.00", "97,50"),
        ("97.5", "0.##", "97,5"),
        ("97", "0.##", "97"),
        ("97.5", '0.00"%"', "97,50%"),
        ("97.5", '0.00" persen"', "97,50 persen"),
        ("0.5", '"95%"', "95%"),
        ("1666.6667", "#,##0.00", "1.666,67"),
        ("1666.6667", "0.00", "1666,67"),
        ("1250000", '#,##0.0,,"jt"', "1,3jt"),
        ("-5", "#,##0.00_);(#,##0.00)", "(5,00)"),
        ("-5", "0.00;[Red]-0.00", "-5,00"),
        ("0", '0.00;-0.00;"nihil"', "nihil"),
        ("5", ";;;", ""),
        ("0.5", "[<1]0%;0.0", "50%"),
        ("2", "[<1]0%;0.0", "2,0"),
        ("97.8947368421053", "General", "97,89473684"),
        ("1234567.891234", "General", "1234567,891"),
        ("-0.5", "General", "-0,5"),
        ("97.5", "[$-421]0.0", "97,5"),
        ("97.5", "General%", "97,5%"),
        ("97.5", "0.00E+00", "97,5"),
        ("97.5", "@", "97,5"),
    ],
)
def test_angka_seperti_tampak(nilai: str, kode: str, teks: str) -> None:
    assert cetak(Decimal(nilai), kode) == teks


def _teks(isi: str) -> Sel:
    return Sel("F2", Jenis.TEKS, isi)


@pytest.mark.parametrize(
    ("teks", "nilai", "desimal"),
    [
        ("97,50", "97.5", 2),
        ("97.50%", "97.5", 2),
        ("97,5 %", "97.5", 1),
        (" 97\u00a0% ", "97", 0),
        ("97,5 persen", "97.5", 1),
        ("97,50 (Sangat Tinggi)", "97.5", 2),
        ("(5,25)", "-5.25", 2),
        ("0,00", "0", 2),
        ("1.666,67", "1666.67", 2),
        ("1,666.67", "1666.67", 2),
        ("100", "100", 0),
    ],
)
def test_angka_tercetak_dengan_digitnya(teks: str, nilai: str, desimal: int) -> None:
    [b] = bacaan_cetak(_teks(teks))
    assert (b.nilai, b.desimal) == (Fraction(nilai), desimal)


@pytest.mark.parametrize("teks", ["n/a", "-", "WTP", "1:32", "80 - 90%", "#DIV/0!", "", "12 dari 15"])
def test_bukan_satu_angka(teks: str) -> None:
    assert bacaan_angka(_teks(teks)) == ()
    assert bacaan_cetak(_teks(teks)) == ()


def test_dua_bacaan_dicoba_keduanya_dan_gaya_tabel_menentukan_urutannya() -> None:
    def baca(titik: bool | None) -> list[tuple[Fraction, int, int]]:
        return [(b.nilai, b.desimal, b.taraf) for b in bacaan_cetak(_teks("1.125"), titik)]

    ribuan, pecahan = Fraction(1125), Fraction("1.125")
    assert baca(None) == [(ribuan, 0, 0), (pecahan, 3, 0)]
    assert baca(False) == [(ribuan, 0, 0), (pecahan, 3, 1)]
    assert baca(True) == [(pecahan, 3, 0), (ribuan, 0, 1)]


@pytest.mark.parametrize(
    ("isi", "titik"),
    [
        (("97,5", "1.125"), False),
        (("97.5", "1.125"), True),
        (("1.234.567", "80"), False),
        (("1,234.5",), True),
        (("97,5", "97.5"), None),
        (("1.125", "80", "n/a"), None),
    ],
)
def test_tanda_desimal_tabel(isi: tuple[str, ...], titik: bool | None) -> None:
    assert titik_desimal(isi) is titik


def test_sel_persen_dibaca_seperti_tampak() -> None:
    sel = Sel("D2", Jenis.ANGKA, Decimal("0.955"), "0%")
    assert [(b.nilai, b.persen, b.tampil) for b in bacaan_angka(sel)] == [
        (Fraction("95.5"), True, False),
        (Fraction(96), True, True),
    ]
    assert tercetak(sel) == "96%"
