"""The schedule of an SOP: dates forward and back, slack, and the least that must be shortened."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.sop.jadwal import Jadwal, Rencana, rencana_sop
from kinerja.sop.loader import load_profil, parse_profil
from kinerja.sop.model import Sop
from kinerja.sop.tenggat import Batas

JANUARI = Periode.parse("2026-01")
LIBUR = frozenset({date(2026, 2, 16), date(2026, 2, 17)})  # cuti bersama and Imlek
KERJA = Kalender(libur=LIBUR, kerja=True)


def _sop(*langkah: tuple[str, str, str]) -> Sop:
    """A monthly chain of (waktu, mulai, tenggat), ids a, b, c, …"""
    isi = ['judul = "Uji"', 'hari = "kalender"', 'laporan = ["bulanan"]', 'peran = ["Tim"]', "[[sop]]", 'nama = "Uji"']
    for id_, (waktu, mulai, tenggat) in zip("abcdefghij", langkah, strict=False):
        isi += [
            "[[sop.langkah]]", f'id = "{id_}"', 'no = ""', 'kala = "bulanan"', f'uraian = "{id_}"',
            'pelaksana = ["Tim"]', "kelengkapan = []", f'waktu = "{waktu}"', "output = []",
            *([f'mulai = "{mulai}"'] if mulai else []), *([f'tenggat = "{tenggat}"'] if tenggat else []),
            'dihasilkan_oleh = "manual"',
        ]  # fmt: skip
    return parse_profil("\n".join(isi).encode(), "uji").sop[0]


def _rencana(sop: Sop, kalender: Kalender | None = None) -> Rencana:
    hasil = rencana_sop(sop, JANUARI, kalender or Kalender(), Batas())
    assert hasil is not None
    return hasil


def _tanggal(jadwal: Sequence[Jadwal]) -> list[tuple[str, str, str]]:
    return [(j.langkah.id, j.mulai.isoformat()[5:], j.selesai.isoformat()[5:]) for j in jadwal]


def test_the_published_times_reach_the_fifteenth_without_slack() -> None:
    rencana = rencana_sop(load_profil("karanganyar").sop[0], JANUARI, Kalender(), Batas())
    assert rencana is not None
    assert rencana.terlambat == ()
    assert _tanggal(rencana.jadwal) == [
        ("3", "01-01", "01-01"),
        ("4", "01-01", "01-31"),
        ("5", "02-01", "02-05"),
        ("6", "02-06", "02-07"),
        ("7", "02-08", "02-10"),
        ("8", "02-11", "02-12"),
        ("9", "02-13", "02-13"),
        ("10", "02-14", "02-14"),
        ("11", "02-15", "02-15"),
        ("12", "02-15", "02-15"),
    ]
    assert [j.langkah.id for j in rencana.jadwal if j.kritis] == ["5", "6", "7", "8", "9", "10", "11", "12"]
    assert {j.langkah.id: j.longgar for j in rencana.jadwal if not j.kritis} == {"3": 30, "4": None}


def test_in_working_days_the_fifteenth_needs_two_steps_shortened() -> None:
    rencana = rencana_sop(load_profil("karanganyar").sop[0], JANUARI, KERJA, Batas())
    assert rencana is not None
    assert [j.langkah.id for j in rencana.terlambat] == ["5", "12"]
    assert [(p.langkah.id, p.dari, p.menjadi, p.menurut_sop) for p in rencana.pemendekan] == [
        ("5", 5, 1, True),
        ("7", 3, 2, False),
    ]
    assert rencana.tercapai
    assert rencana.sesudah[-1].selesai == date(2026, 2, 13)  # the 15th is a Sunday


def test_minutes_and_hours_take_place_on_the_day_of_the_step_before() -> None:
    rencana = _rencana(_sop(("30 menit", "", ""), ("2 hari", "", ""), ("1 jam", "", "batas kirim")))
    assert _tanggal(rencana.jadwal) == [("a", "02-01", "02-01"), ("b", "02-02", "02-03"), ("c", "02-03", "02-03")]
    kerja = _rencana(_sop(("30 menit", "", ""), ("2 hari", "", ""), ("1 jam", "", "batas kirim")), KERJA)
    assert _tanggal(kerja.jadwal) == [("a", "02-02", "02-02"), ("b", "02-03", "02-04"), ("c", "02-04", "02-04")]


def test_a_step_waits_for_its_first_possible_day() -> None:
    rencana = _rencana(_sop(("1 hari", "awal periode", ""), ("1 hari", "tanggal 10 bulan berikutnya", "batas kirim")))
    assert _tanggal(rencana.jadwal) == [("a", "01-01", "01-01"), ("b", "02-10", "02-10")]
    assert [j.longgar for j in rencana.jadwal] == [44, 5]


def test_without_a_deadline_nothing_is_late_and_there_is_no_slack() -> None:
    rencana = _rencana(_sop(("3 hari", "", ""), ("1 hari", "", "")))
    assert rencana.terlambat == ()
    assert [(j.longgar, j.kritis, j.lambat_selesai) for j in rencana.jadwal] == [(None, False, None)] * 2


def test_what_waits_is_not_helped_by_shortening_what_came_before() -> None:
    rencana = _rencana(_sop(("9 hari", "", ""), ("4 hari", "tanggal 13 bulan berikutnya", "batas kirim")))
    assert [(p.langkah.id, p.dari, p.menjadi) for p in rencana.pemendekan] == [("b", 4, 3)]
    mustahil = _rencana(_sop(("1 hari", "tanggal 20 bulan berikutnya", "batas kirim")))
    assert not mustahil.tercapai


def test_one_day_steps_are_merged_only_when_nothing_else_is_left() -> None:
    rencana = _rencana(_sop(("2 hari", "", ""), ("1 hari", "", ""), ("1 hari", "", "tanggal 2 bulan berikutnya")))
    assert [(p.langkah.id, p.menjadi) for p in rencana.pemendekan] == [("a", 1), ("b", 0)]


def test_a_profile_without_steps_for_this_kind_of_period_has_no_schedule() -> None:
    sop = load_profil("karanganyar").sop[0]
    assert rencana_sop(sop, Periode.parse("2026-TW1"), Kalender(), Batas()) is None


_HARI = st.lists(st.integers(0, 4), min_size=1, max_size=4)


@pytest.mark.parametrize("kalender", [Kalender(libur=LIBUR), KERJA], ids=["kalender", "kerja"])
@settings(deadline=None, max_examples=40)
@given(hari=_HARI, batas=st.integers(1, 20), tengah=st.none() | st.tuples(st.integers(0, 3), st.integers(1, 12)))
def test_no_smaller_shortening_reaches_the_deadlines(
    kalender: Kalender, hari: list[int], batas: int, tengah: tuple[int, int] | None
) -> None:
    def sop(lama: Sequence[int]) -> Sop:
        tenggat = [""] * (len(lama) - 1) + [f"tanggal {batas} bulan berikutnya"]
        if tengah is not None and tengah[0] < len(lama) - 1:
            tenggat[tengah[0]] = f"tanggal {min(tengah[1], batas)} bulan berikutnya"
        return _sop(*((f"{n} hari" if n else "1 jam", "", t) for n, t in zip(lama, tenggat, strict=True)))

    rencana = _rencana(sop(hari), kalender)
    if not rencana.terlambat:
        assert rencana.pemendekan == ()
        return
    menjadi = {p.langkah.id: p.menjadi for p in rencana.pemendekan}
    akhir = [menjadi.get(x, n) for x, n in zip("abcd", hari, strict=False)]
    terbaik = min(
        (
            (sum(hari) - sum(lama), sum(a != b for a, b in zip(lama, hari, strict=True)))
            for lama in itertools.product(*(range(n + 1) for n in hari))
            if not _rencana(sop(lama), kalender).terlambat
        ),
        default=None,
    )
    assert rencana.tercapai is (terbaik is not None)
    if terbaik is not None:
        assert not _rencana(sop(akhir), kalender).terlambat
        assert sum(hari) - sum(akhir) == terbaik[0]
