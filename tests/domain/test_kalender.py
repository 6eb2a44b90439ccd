from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.kalender import Kalender

# 2026-02-17 Imlek (Tuesday), 2026-03-19 Nyepi (Thursday), 2026-03-20 and 23 Idul Fitri with its cuti bersama
LIBUR = frozenset({date(2026, 2, 16), date(2026, 2, 17), date(2026, 3, 19), date(2026, 3, 20), date(2026, 3, 23)})
KERJA = Kalender(libur=LIBUR, kerja=True)
TANGGAL = st.dates(date(2025, 1, 1), date(2027, 12, 31))


def test_calendar_days_ignore_weekends_and_holidays() -> None:
    assert Kalender(libur=LIBUR).tambah(date(2026, 2, 13), 4) == date(2026, 2, 17)


@pytest.mark.parametrize(
    ("mulai", "hari", "hasil"),
    [
        (date(2026, 2, 13), 1, date(2026, 2, 18)),  # Friday; weekend, Monday and Tuesday are off
        (date(2026, 2, 14), 1, date(2026, 2, 18)),  # from a Saturday
        (date(2026, 3, 18), 2, date(2026, 3, 25)),
        (date(2026, 2, 18), -1, date(2026, 2, 13)),
        (date(2026, 2, 17), 0, date(2026, 2, 17)),
    ],
)
def test_working_days(mulai: date, hari: int, hasil: date) -> None:
    assert KERJA.tambah(mulai, hari) == hasil


def test_deadline_on_a_day_off_stays_or_moves_by_setting() -> None:
    minggu = date(2026, 2, 15)
    assert Kalender(libur=LIBUR).jatuh_tempo(minggu) == minggu
    assert Kalender(libur=LIBUR, geser=True).jatuh_tempo(minggu) == date(2026, 2, 18)
    assert Kalender(libur=LIBUR, geser=True).jatuh_tempo(date(2026, 2, 18)) == date(2026, 2, 18)


@pytest.mark.parametrize(
    ("tanggal", "kalender", "kerja"),
    [
        (date(2026, 2, 12), 0, 0),
        (date(2026, 2, 13), 0, 0),
        (date(2026, 2, 14), 1, 1),  # late by a day off is late all the same
        (date(2026, 2, 18), 5, 1),
        (date(2026, 2, 20), 7, 3),
    ],
)
def test_days_late(tanggal: date, kalender: int, kerja: int) -> None:
    tenggat = date(2026, 2, 13)
    assert Kalender(libur=LIBUR).terlambat(tenggat, tanggal) == kalender
    assert KERJA.terlambat(tenggat, tanggal) == kerja


@given(TANGGAL, st.integers(1, 60))
def test_going_on_and_back_from_a_working_day_returns(mulai: date, hari: int) -> None:
    mulai = KERJA.hari_kerja_mulai(mulai)
    sampai = KERJA.tambah(mulai, hari)
    assert KERJA.is_hari_kerja(sampai)
    assert KERJA.tambah(sampai, -hari) == mulai
    assert KERJA.terlambat(mulai, sampai) == hari


@given(TANGGAL, st.integers(-60, 60))
def test_calendar_days_are_plain_days(mulai: date, hari: int) -> None:
    assert Kalender(libur=LIBUR).tambah(mulai, hari) - mulai == timedelta(days=hari)
