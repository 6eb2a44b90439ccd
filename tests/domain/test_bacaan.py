"""Two readings are never one figure, whatever was typed; and messages name the readings."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka import parse_angka
from kinerja.domain.bacaan import bacaan_tanggal, bacaan_teks


def _baca(teks: str, ribuan: str, desimal: str) -> Fraction | None:
    """The number in one country's notation, thousands in groups of three; None when it is none there."""
    r, d = re.escape(ribuan), re.escape(desimal)
    if not re.fullmatch(rf"(?:[0-9]+|[1-9][0-9]{{0,2}}(?:{r}[0-9]{{3}})+)(?:{d}[0-9]+)?", teks, re.ASCII):
        return None
    return Fraction(teks.replace(ribuan, "").replace(desimal, "."))


_ANGKA = st.text(alphabet="0123456789.,", min_size=1, max_size=12)
_MIRIP = st.from_regex(r"[0-9]{1,3}([.,][0-9]{3}){0,3}([.,][0-9]{1,4})?", fullmatch=True)


@given(st.one_of(_ANGKA, _MIRIP))
def test_two_notations_two_readings(teks: str) -> None:
    """As Indonesians write it and as the English do: where both make sense and differ, there is no value."""
    keduanya = {x for x in (_baca(teks, ".", ","), _baca(teks, ",", ".")) if x is not None}
    baca = parse_angka(teks, 0)
    if len(keduanya) == 2:
        assert baca.nilai is None
        assert set(baca.kandidat) == keduanya
    elif baca.nilai is not None:
        assert keduanya == {baca.nilai}
    else:
        assert not keduanya
        assert not baca.kandidat


@given(st.one_of(st.text(max_size=40), st.text(alphabet="Rp 0123456789.,%-–−()/ \u00a0\u200b", max_size=20)))
def test_never_raises_and_never_both(teks: str) -> None:
    for desimal in (None, 0, 2, 6):
        baca = parse_angka(teks, desimal)
        assert baca.nilai is None or not baca.kandidat
        assert len(baca.kandidat) != 1
        assert len(set(baca.kandidat)) == len(baca.kandidat)
    bacaan_teks(teks, persen=True)


@given(st.text(alphabet=st.characters(categories=["Nd", "Nl", "No"], exclude_characters="0123456789"), min_size=1))
def test_only_ascii_digits_count(teks: str) -> None:
    for tulisan in (teks, f"8{teks}", f"{teks},5", f"1{teks}%"):
        baca = parse_angka(tulisan, 0)
        assert baca.nilai is None
        assert not baca.kandidat


@given(st.integers(0, 10**9).map(str))
def test_digits_of_other_scripts_are_offered(teks: str) -> None:
    for nol in ("٠", "０", "०"):
        asing = "".join(chr(ord(nol) + int(h)) for h in teks)
        assert unicodedata.decimal(asing[0]) == int(teks[0])
        assert bacaan_teks(asing, persen=False) == str(int(teks))


@pytest.mark.parametrize(
    ("teks", "persen", "bacaan"),
    [
        ("80 - 90%", True, "80 atau 90"), ("80–90", False, "80 atau 90"), ("7 s.d. 8", False, "7 atau 8"),
        ("3 Kab", False, "3"), ("-3 Kab", False, "-3"), ("½", True, "0,5"), ("2½ hari", False, "2,5"),
        ("±5", False, "5"), ("~80", True, "80"), ("≥ 85", True, "85"), ("5+", False, "5"), ("(5)", False, "-5 atau 5"),
        ("85/90", True, "94,44 atau 85 atau 90"), ("85 dari 90", False, "0,94 atau 85 atau 90"),
        ("5/0", True, "5 atau 0"),
        ("1:32", False, "0,03 atau 1 atau 32"), ("1e3", False, "1000"), ("1,5E+2", False, "150"), ("1e99", False, "1"),
        ("1,5 juta", False, "1500000 atau 1,5"), ("5 rb", False, "5000 atau 5"),
        ("1.125 Kab", False, "1125 atau 1,125"),
        ("sudah baik", True, ""), ("", True, ""), ("VII", False, ""), ("a1b2", False, ""),
        ("1 2 3 4 5 6 7", False, "1 atau 2 atau 3 atau 4"),
    ],
)  # fmt: skip
def test_readings_of_text(teks: str, persen: bool, bacaan: str) -> None:
    assert bacaan_teks(teks, persen=persen) == bacaan


@pytest.mark.parametrize(
    ("isi", "bacaan"),
    [
        (date(2026, 5, 3), "3-5 atau 3/5 atau 5-3 atau 5/3"), (datetime(2026, 8, 7), "7-8 atau 7/8 atau 8-7 atau 8/7"),
        (date(2026, 2, 1), "1-2 atau 1/2 atau 2-1 atau 2/1 atau 2-26 atau 2/26"), (date(2026, 5, 26), "26-5 atau 26/5"),
        (date(2026, 5, 5), "5-5 atau 5/5"), (time(3, 5), "3:05 atau 3.05"), (time(3, 5, 7), ""),
        (datetime(2026, 5, 3, 4, 5), ""), (timedelta(hours=30), ""), (None, ""),
    ],
)  # fmt: skip
def test_readings_of_a_date(isi: object, bacaan: str) -> None:
    assert bacaan_tanggal(isi) == bacaan
