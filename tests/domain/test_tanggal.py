"""Dates as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.tanggal import format_tanggal, nama_hari, parse_tanggal


@pytest.mark.parametrize(
    "teks",
    [
        "7 Februari 2023", "07/02/2023", "7-2-2023", "07.02.2023", "2023-02-07", "Selasa, 7 Februari 2023",
        "7 Feb 2023", "7 Pebruari 2023", " 7\u00a0februari 2023 ", "7-Feb-2023",
    ],
)  # fmt: skip
def test_terbaca(teks: str) -> None:
    assert parse_tanggal(teks) == date(2023, 2, 7)


@pytest.mark.parametrize(
    "teks", ["", "31/02/2023", "7/2", "02/30/2023", "7 Foo 2023", "7/2-2023", "٧ Februari 2023", "45689", "x" * 90]
)
def test_bukan_tanggal(teks: str) -> None:
    assert parse_tanggal(teks) is None


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_cetak_lalu_baca_kembali(tanggal: date) -> None:
    assert parse_tanggal(format_tanggal(tanggal)) == tanggal
    assert parse_tanggal(f"{nama_hari(tanggal)}, {format_tanggal(tanggal)}") == tanggal


def test_nama_hari() -> None:
    assert nama_hari(date(2026, 1, 1)) == "Kamis"
