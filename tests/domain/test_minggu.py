"""Weeks of a month, and a target shared out among them without losing anything."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.kalender import Kalender
from kinerja.domain.minggu import Minggu, bagian, bagian_minggu, bagian_sd, minggu_bulan
from kinerja.domain.nilai import Predikat, Rentang
from kinerja.domain.pemantauan import MAKS_MINGGU
from kinerja.domain.periode import Periode

BULAN = [Periode.bulanan(t, b) for t in range(2024, 2031) for b in range(1, 13)]
BULAN_SEMBARANG = st.sampled_from(BULAN)
LIBUR = st.frozensets(st.dates(date(2024, 1, 1), date(2030, 12, 31)), max_size=60)
PECAHAN = st.fractions(max_denominator=10_000)


@pytest.mark.parametrize("periode", BULAN, ids=str)
def test_weeks_are_the_month_cut_at_mondays(periode: Periode) -> None:
    minggu = minggu_bulan(periode, Kalender())
    hari = [m.awal + timedelta(days=n) for m in minggu for n in range(m.hari)]
    assert hari == [periode.awal + timedelta(days=n) for n in range((periode.akhir - periode.awal).days + 1)]
    assert [m.ke for m in minggu] == list(range(1, len(minggu) + 1))
    assert len(minggu) <= MAKS_MINGGU
    assert all(b.awal.weekday() == 0 and a.akhir.weekday() == 6 for a, b in pairwise(minggu))
    assert sum(m.hari_kerja for m in minggu) == sum(h.weekday() < 5 for h in hari)


def test_holidays_are_no_working_days() -> None:
    libur = frozenset({date(2026, 5, 1), date(2026, 5, 14), date(2026, 5, 9)})
    minggu = minggu_bulan(Periode.parse("2026-05"), Kalender(libur=libur))
    assert [(m.awal.day, m.akhir.day, m.hari_kerja) for m in minggu] == [
        (1, 3, 0), (4, 10, 5), (11, 17, 4), (18, 24, 5), (25, 31, 5),
    ]  # fmt: skip


@given(BULAN_SEMBARANG, LIBUR, PECAHAN)
def test_shares_add_up_exactly(periode: Periode, libur: frozenset[date], target: Fraction) -> None:
    minggu = minggu_bulan(periode, Kalender(libur=libur))
    semua = bagian_minggu(target, minggu)
    assert sum(semua, Fraction(0)) == target
    assert bagian_sd(target, minggu, len(minggu), dibagi=True) == target
    for m in minggu:
        assert bagian(target, minggu, m.ke, dibagi=True) == semua[m.ke - 1]
        assert bagian_sd(target, minggu, m.ke, dibagi=True) == sum(semua[: m.ke], Fraction(0))
        if any(x.hari_kerja for x in minggu):
            assert semua[m.ke - 1] == target * m.hari_kerja / sum(x.hari_kerja for x in minggu)


def test_a_month_without_working_days_is_shared_by_calendar_days() -> None:
    minggu = [
        Minggu(ke=1, awal=date(2026, 2, 1), akhir=date(2026, 2, 1), hari_kerja=0),
        Minggu(ke=2, awal=date(2026, 2, 2), akhir=date(2026, 2, 8), hari_kerja=0),
    ]
    assert bagian_minggu(Fraction(8), minggu) == (1, 7)


def test_of_a_range_both_bounds_are_shared_and_a_predikat_is_not() -> None:
    minggu = minggu_bulan(Periode.parse("2026-02"), Kalender())  # 0 + 5 + 5 + 5 + 5 days
    assert bagian(Rentang(Fraction(80), Fraction(90)), minggu, 2, dibagi=True) == Rentang(Fraction(20), Fraction(45, 2))
    bb = Predikat("BB", 5)
    assert bagian(bb, minggu, 2, dibagi=False) == bagian_sd(bb, minggu, 2, dibagi=False) == bb
    assert bagian_sd(Fraction(80), minggu, 2, dibagi=False) == 80
    assert bagian(None, minggu, 2, dibagi=True) is None
