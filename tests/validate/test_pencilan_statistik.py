"""Outliers, reckoned a second time in another way: deviations sorted by hand, the modified z-score in floats."""

from __future__ import annotations

import statistics
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from validate.dunia_kecil import Formulir, K, fakta, temuan_of

from kinerja.validate.pencilan import median, pencilan

BATAS = Fraction(7, 2)
_DERET = st.lists(st.integers(-500, 500).map(Fraction), min_size=6, max_size=24)


def _mad(deret: list[Fraction]) -> tuple[Fraction, Fraction]:
    """Median and MAD from the standard library."""
    tengah = Fraction(statistics.median(deret))
    return tengah, Fraction(statistics.median(abs(x - tengah) for x in deret))


@given(_DERET)
def test_median_is_the_one_of_the_library(deret: list[Fraction]) -> None:
    assert median(deret) == Fraction(statistics.median(deret))


@given(_DERET, st.integers(-2000, 2000).map(Fraction))
def test_same_verdict_as_the_modified_z_score(deret: list[Fraction], x: Fraction) -> None:
    """Iglewicz and Hoaglin: 0,6745 |x - median| / MAD > 3,5; where the MAD is at least a twentieth of the median."""
    tengah, mad = _mad(deret)
    lantai = Fraction(6745, 10000) * abs(tengah) / 20
    assume(mad > lantai)
    z = float(Fraction(6745, 10000) * abs(x - tengah) / mad)
    assume(abs(z - 3.5) > 1e-9)
    wajar = pencilan(x, deret, BATAS, 6)
    di_luar = x < min(deret) or x > max(deret)
    assert (wajar is not None) == (z > 3.5 and di_luar)
    if wajar is not None:
        assert (wajar.banyak, wajar.median, wajar.mad) == (len(deret), tengah, mad)
        assert wajar.bawah + wajar.atas == 2 * tengah
        assert float(wajar.atas - tengah) == pytest.approx(float(mad) * 3.5 / 0.6745)


@given(_DERET, st.integers(-2000, 2000).map(Fraction), st.integers(1, 9))
def test_scale_and_order_do_not_matter(deret: list[Fraction], x: Fraction, kali: int) -> None:
    biasa = pencilan(x, deret, BATAS, 6) is None
    assert (pencilan(x * kali, [y * kali for y in reversed(deret)], BATAS, 6) is None) == biasa
    assert (pencilan(-x, [-y for y in deret], BATAS, 6) is None) == biasa


# The edges: nothing moves, nothing is there, too little is known.
@pytest.mark.parametrize(
    ("deret", "x", "satuan", "pencil"),
    [
        ([80] * 6, 80, 0, False),  # the same again
        ([80] * 6, 93, 0, False),  # MAD 0: a twentieth of the median counts instead, 3,5 x 4 = 14
        ([80] * 6, 95, 0, True),
        ([0] * 6, 0, 1, False),
        ([0] * 6, 3, 1, False),  # counts from 0: the smallest step counts, 3,5 x 1
        ([0] * 6, 4, 1, True),
        ([0] * 6, 4, 0, False),  # without a step nothing can be said of zeros
        ([0, 0, 0, 0, 0, 7], 7, 1, False),  # seen before
        ([3, 4, 5, 4, 3, 4], 7, 1, False),
        ([3, 4, 5, 4, 3, 4], 8, 1, True),
        ([80, 82, 81, 83, 80], 5, 1, False),  # five months are too few
        ([80, 82, 81, 83, 80, 84], 5, 1, True),
        ([], 5, 1, False),
        ([-5, -4, -6, -5, -4, -5], 40, 1, True),  # below zero as well
    ],
)
def test_edges(deret: list[int], x: int, satuan: int, pencil: bool) -> None:
    hasil = pencilan(Fraction(x), [Fraction(y) for y in deret], BATAS, 6, Fraction(satuan))
    assert (hasil is not None) is pencil


def test_message_shows_the_numbers() -> None:
    f = Formulir()
    deret = (80, 82, 81, 83, 80, 84)
    f.konteks["riwayat"] = {"PSN": tuple(fakta("PSN", b, Fraction(v), tahun=2025) for b, v in enumerate(deret, 1))}
    f.isi("PSN", K.REALISASI, 20).jelaskan("PSN")
    hasil = f.nilai()
    assert temuan_of(hasil) == [("SLR001", f.sel("PSN", K.REALISASI))]
    [t] = hasil.temuan
    # Together with January and February of this year: 80 80 80 81 82 82 83 84; median 81,5, MAD 1,5; floor 81,5 / 20.
    jarak = max(Fraction(3, 2) * 10000 / 6745, Fraction(163, 40)) * BATAS
    assert (jarak, t.tertulis, t.diharapkan) == (Fraction(1141, 80), "20", "67,24 s.d. 95,76")
    for angka in ("8 data", "median 81,5", "(MAD) 1,5", "67,24 s.d. 95,76"):
        assert angka in t.pesan


def test_blank_months_do_not_count_as_zero() -> None:
    f = Formulir()
    kosong = tuple(fakta("PSN", b, None, tahun=2025) for b in range(1, 13))
    f.konteks["riwayat"] = {"PSN": kosong}
    f.isi("PSN", K.REALISASI, 20).jelaskan("PSN")
    assert temuan_of(f.nilai()) == []
