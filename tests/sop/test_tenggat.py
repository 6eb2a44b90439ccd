from datetime import date

import pytest

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.sop.tenggat import CONTOH, Batas, parse_tenggat, tanggal_tenggat
from kinerja.sop.waktu import parse_waktu

KALENDER = Kalender()


def _tanggal(aturan: str, periode: str, kalender: Kalender = KALENDER, batas: Batas | None = None) -> date:
    return tanggal_tenggat(parse_tenggat(aturan), Periode.parse(periode), kalender, batas or Batas())


@pytest.mark.parametrize(
    ("aturan", "periode", "hasil"),
    [
        ("tanggal 5 bulan berikutnya", "2026-01", date(2026, 2, 5)),
        ("tanggal 5 bulan berikutnya", "2026-12", date(2027, 1, 5)),
        ("Tanggal  15 Bulan berikutnya", "2026-TW1", date(2026, 4, 15)),
        ("tanggal 15 bulan berikutnya", "2026-S2", date(2027, 1, 15)),
        ("tanggal 31 bulan berikutnya", "2026-01", date(2026, 2, 28)),
        ("tanggal 10 Januari", "2026-07", date(2026, 1, 10)),
        ("tanggal 31 Januari tahun berikutnya", "2026", date(2027, 1, 31)),
        ("tanggal 29 Februari", "2026", date(2026, 2, 28)),
        ("tanggal 29 Februari", "2028", date(2028, 2, 29)),
        ("akhir periode", "2026-02", date(2026, 2, 28)),
        ("10 hari setelah akhir periode", "2026-TW2", date(2026, 7, 10)),
        ("batas isian", "2026-01", date(2026, 2, 7)),
        ("batas kirim", "2026", date(2027, 1, 20)),
    ],
)
def test_rule_to_date(aturan: str, periode: str, hasil: date) -> None:
    assert _tanggal(aturan, periode, batas=Batas(isian=7, kirim=20)) == hasil


@pytest.mark.parametrize(
    ("periode", "hasil"),
    [("2026", date(2027, 2, 28)), ("2027", date(2028, 2, 29)), ("2026-S2", date(2027, 1, 15))],
)
def test_the_report_of_a_year_has_a_day_of_its_own(periode: str, hasil: date) -> None:
    assert _tanggal("batas kirim", periode, batas=Batas(kirim_tahunan=(29, 2))) == hasil


def test_working_days_and_moved_deadlines_follow_the_calendar() -> None:
    libur = frozenset({date(2026, 2, 5)})
    assert _tanggal("tanggal 5 bulan berikutnya", "2026-01", Kalender(libur=libur)) == date(2026, 2, 5)
    assert _tanggal("tanggal 5 bulan berikutnya", "2026-01", Kalender(libur=libur, geser=True)) == date(2026, 2, 6)
    kerja = Kalender(libur=libur, kerja=True)
    assert _tanggal("5 hari setelah akhir periode", "2026-01", kerja) == date(2026, 2, 9)


@pytest.mark.parametrize("aturan", CONTOH)
def test_every_documented_form_is_a_rule(aturan: str) -> None:
    assert _tanggal(aturan, "2026-06")


@pytest.mark.parametrize(
    "aturan",
    ["", "tanggal 5", "tanggal 30 Februari", "tanggal 32 bulan berikutnya", "tanggal 0 bulan berikutnya",
     "tanggal 10 January", "besok", "tanggal 31 April"],
)  # fmt: skip
def test_other_texts_and_impossible_days_are_refused(aturan: str) -> None:
    with pytest.raises(ValueError, match="tanggal"):
        parse_tenggat(aturan)


@pytest.mark.parametrize(
    ("waktu", "hari"),
    [("2 hari", 2), ("1 s.d. 5 hari", 5), ("1 Minggu", 7), ("30 menit", 0), ("1 jam per minggu", 0), ("", 0)],
)
def test_published_durations(waktu: str, hari: int) -> None:
    assert parse_waktu(waktu) == hari


def test_unknown_duration_is_refused() -> None:
    with pytest.raises(ValueError, match="sebentar"):
        parse_waktu("sebentar")
