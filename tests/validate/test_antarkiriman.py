"""Across the submissions of a period, and outliers."""

from __future__ import annotations

import dataclasses
from fractions import Fraction

from dunia_kecil import ASAL, PERIODE, PROFIL, Formulir, buat_master, fakta, saat
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.fakta import Fakta
from kinerja.validate.lintas import antarunit, belum_masuk
from kinerja.validate.pencilan import median, pencilan

UNIT = ("SEK", *(f"IRB{n}" for n in range(1, 8)))


def _fakta(nilai: list[int]) -> list[Fakta]:
    asal = [dataclasses.replace(ASAL, berkas=f"masuk/{u}.xlsx", sel="L8") for u in UNIT]
    return [
        dataclasses.replace(fakta("JML", 3, Fraction(v)), unit=u, asal=a)
        for v, u, a in zip(nilai, UNIT, asal, strict=False)
    ]


def test_unit_far_from_the_others() -> None:
    master = buat_master()
    jauh = antarunit(master, PROFIL, PERIODE, _fakta([4, 4, 5, 4, 3, 4, 5, 400]))
    assert [(t.kode, t.sumber.berkas, t.sumber.sel) for t in jauh] == [("SLR004", "masuk/IRB7.xlsx", "L8")]
    assert antarunit(master, PROFIL, PERIODE, _fakta([4, 4, 5, 4, 3, 4, 5, 5])) == ()


def test_few_units_are_not_judged() -> None:
    assert antarunit(buat_master(), PROFIL, PERIODE, _fakta([4, 4, 5, 400])) == ()


def test_units_that_have_not_sent() -> None:
    temuan = belum_masuk(buat_master(), PERIODE, {"SEK", *UNIT[3:]}, saat("2026-04-05T23:59"))
    assert [(t.kode, t.medan) for t in temuan] == [("LKP001", "IRB1"), ("LKP001", "IRB2")]
    assert "5 April 2026" in temuan[0].pesan


def test_median() -> None:
    assert median([Fraction(3), Fraction(1), Fraction(2)]) == 2
    assert median([Fraction(4), Fraction(1), Fraction(2), Fraction(3)]) == Fraction(5, 2)


def test_outlier_shows_its_numbers() -> None:
    deret = [Fraction(v) for v in (80, 82, 81, 83, 80, 84)]
    wajar = pencilan(Fraction(20), deret, Fraction(7, 2), 6)
    assert wajar is not None
    assert (wajar.banyak, wajar.median, wajar.mad) == (6, Fraction(163, 2), Fraction(3, 2))
    assert pencilan(Fraction(20), deret[:5], Fraction(7, 2), 6) is None
    assert pencilan(Fraction(84), deret, Fraction(0), 6) is None


@given(st.lists(st.fractions(-1000, 1000), min_size=1, max_size=20), st.fractions(-1000, 1000))
def test_outlier_lies_outside_its_own_bounds(deret: list[Fraction], x: Fraction) -> None:
    wajar = pencilan(x, deret, Fraction(7, 2), 1)
    if wajar is not None:
        assert not wajar.bawah <= x <= wajar.atas
        assert not min(deret) <= x <= max(deret)


def test_form_of_another_year_is_refused() -> None:
    f = Formulir()
    f.form["identitas"] = {"periode": "2027-03"}
    assert [t.kode for t in f.nilai().temuan] == ["BTK022"]
