"""Indonesian numbers: what is read, what is asked, what is refused, and what is printed."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka import (
    Bacaan,
    bulatkan,
    dari_desimal,
    format_angka,
    format_nilai,
    format_ringkas,
    format_rupiah,
    json_angka,
    json_nilai,
    jumlah,
    parse_angka,
    parse_rentang,
    tanpa_data,
)
from kinerja.domain.nilai import YA, Rentang


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("1.234,5", "1234.5"), ("12,5", "12.5"), ("Rp 5.569.088.920,00", "5569088920"), ("2.212.558", "2212558"),
        ("79.86", "79.86"), ("0", "0"), (" 5 ", "5"), ("\u00a085\u00a0", "85"), ("1\u202f234,5", "1234.5"),
        ("−5", "-5"), ("-0,5", "-0.5"), ("+3", "3"), ("1,125", "1.125"), ("0.125", "0.125"), ("1234.567", "1234.567"),
        ("12.3456", "12.3456"), ("Rp1.125", "1125"), ("Rp. 12.000,-", "12000"), ("1,234.56", "1234.56"),
        ("2,212,558", "2212558"), ("007", "7"), ("-Rp 5.000,50", "-5000.5"), ("\ufeff12", "12"),
    ],
)  # fmt: skip
def test_terbaca(teks: str, nilai: str) -> None:
    assert parse_angka(teks) == Bacaan(nilai=Fraction(nilai))


@pytest.mark.parametrize(("teks", "nilai"), [("95,96 %", "95.96"), ("98.80%", "98.8"), ("58%", "58")])
def test_persen(teks: str, nilai: str) -> None:
    assert parse_angka(teks) == Bacaan(nilai=Fraction(nilai), persen=True)


@pytest.mark.parametrize(
    ("teks", "kandidat"),
    [("1.125", ("1125", "1.125")), ("-12.500", ("-12500", "-12.5")), ("98.800%", ("98800", "98.8"))],
)
def test_dua_arti(teks: str, kandidat: tuple[str, str]) -> None:
    bacaan = parse_angka(teks)
    assert bacaan.nilai is None
    assert bacaan.kandidat == tuple(Fraction(k) for k in kandidat)


@pytest.mark.parametrize(
    "teks",
    [
        "", " ", "1:32", "n/a", "NA", "-", "B", "WTP", "3 Kab", "80 - 90%", "7 – 8 bulan", "٣", "５", "1e5", "1.23.456",
        "1.2345.678", "01.234.567", "5,", ",5", ".5", "5.", "--5", "1 23", "#DIV/0!", "nan", "inf", "1_000", "Rp", "%",
        "Rp 5 %", "12,5,1", "9" * 70, "1/2",
    ],
)  # fmt: skip
def test_bukan_angka(teks: str) -> None:
    assert parse_angka(teks) == Bacaan(persen=parse_angka(teks).persen)
    assert parse_angka(teks).nilai is None


@pytest.mark.parametrize("teks", ["-", "–", "n/a", "N/A", "NA", "Tidak ada", " belum ada data "])
def test_tanpa_data(teks: str) -> None:
    assert tanpa_data(teks)


@pytest.mark.parametrize("teks", ["0", "nihil", "", "ada"])
def test_bukan_tanpa_data(teks: str) -> None:
    assert not tanpa_data(teks)


@pytest.mark.parametrize(
    ("teks", "bawah", "atas"),
    [
        ("80-90", "80", "90"), ("7 – 8", "7", "8"), ("7 s.d. 8", "7", "8"), ("7 s/d 8", "7", "8"), ("7 sd 8", "7", "8"),
        ("80 - 90%", "80", "90"), ("80% – 90%", "80", "90"), ("7 – 8 bulan", "7", "8"), ("3,5-4,5", "3.5", "4.5"),
        ("7 sampai dengan 8", "7", "8"), ("-5 - 5", "-5", "5"), ("5-5", "5", "5"),
    ],
)  # fmt: skip
def test_rentang(teks: str, bawah: str, atas: str) -> None:
    assert parse_rentang(teks) == Rentang(Fraction(bawah), Fraction(atas))


@pytest.mark.parametrize("teks", ["90-80", "3,5", "80", "7-8-2026", "1.125-1.250", "a-b", "", "2026-05-03 00:00:00"])
def test_bukan_rentang(teks: str) -> None:
    assert parse_rentang(teks) is None


@pytest.mark.parametrize(
    ("x", "desimal", "teks"),
    [
        ("92.5", 0, "93"), ("2.675", 2, "2,68"), ("-2.675", 2, "-2,68"), ("1.005", 2, "1,01"), ("0.004", 2, "0,00"),
        ("-0.004", 2, "0,00"), ("1234567.891", 2, "1.234.567,89"), ("999.995", 2, "1.000,00"), ("-1234", 0, "-1.234"),
    ],
)  # fmt: skip
def test_format_angka(x: str, desimal: int, teks: str) -> None:
    assert format_angka(Fraction(x), desimal) == teks


def test_format_lain() -> None:
    assert format_ringkas(Fraction("80.50"), 2) == "80,5"
    assert format_ringkas(Fraction(1000), 2) == "1.000"
    assert format_ringkas(Fraction(100), 0) == "100"
    assert format_rupiah(Fraction("5569088920")) == "Rp5.569.088.920,00"
    assert format_rupiah(Fraction(-5)) == "-Rp5,00"
    assert format_nilai(None, 2) == "–"
    assert format_nilai(Rentang(Fraction(80), Fraction("90.5")), 2) == "80–90,5"
    assert format_nilai(YA, 2) == "Ya"
    assert format_nilai(Fraction(0), 1) == "0,0"


def test_json() -> None:
    assert json_angka(None) is None
    assert json_angka(Fraction(0)) == "0"
    assert json_angka(Fraction(1000)) == "1000"
    assert json_angka(Fraction(2, 3)) == "0.666666666667"
    assert json_angka(Fraction(-1, 3)) == "-0.333333333333"
    assert json_angka(Fraction(10**30)) == "1" + "0" * 30
    assert json_angka(Fraction(1, 10**13)) == "0"
    assert json_nilai(Rentang(Fraction(80), Fraction(90))) == "80–90"
    assert json_nilai(YA) == "Ya"
    assert json_nilai(Fraction("97.5")) == "97.5"


def test_dari_desimal_persis() -> None:
    assert dari_desimal(Decimal("0.1")) == Fraction(1, 10)


desimal = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=4)


@given(desimal, st.integers(min_value=0, max_value=4))
def test_cetak_lalu_baca_kembali(x: Decimal, digit: int) -> None:
    tercetak = format_angka(Fraction(x), digit)
    assert Fraction(bulatkan(Fraction(x), digit)) in (parse_angka(tercetak).nilai, *parse_angka(tercetak).kandidat)
    if digit > 0:
        assert parse_angka(tercetak).nilai == Fraction(bulatkan(Fraction(x), digit))


@given(st.text())
def test_teks_apa_pun_tidak_menggagalkan(teks: str) -> None:
    bacaan = parse_angka(teks)
    assert bacaan.nilai is None or not bacaan.kandidat
    assert len(bacaan.kandidat) != 1
    parse_rentang(teks)


@given(st.fractions(), st.integers(min_value=0, max_value=6))
def test_bulatkan_setengah_menjauhi_nol(x: Fraction, digit: int) -> None:
    hasil = Fraction(bulatkan(x, digit))
    jarak = abs(hasil - x) * 10**digit
    assert jarak <= Fraction(1, 2)
    if jarak == Fraction(1, 2):
        assert abs(hasil) > abs(x)


@given(st.lists(st.fractions(max_denominator=10**6), max_size=30), st.integers(min_value=1, max_value=12))
def test_jumlah_berskala_sama_dengan_jumlah_pecahan(angka: list[Fraction], bagi: int) -> None:
    """Adding whole numbers over one denominator is the same as adding the fractions one by one."""
    assert jumlah(angka, bagi) == sum(angka, Fraction(0)) / bagi
