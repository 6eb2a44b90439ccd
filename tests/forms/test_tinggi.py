"""Row heights: long names are shown whole, short ones take one line."""

from __future__ import annotations

from forms.contoh_form import PANJANG
from hypothesis import given
from hypothesis import strategies as st

from kinerja.forms.tinggi import count_lines, row_height


def test_lines_of_known_texts() -> None:
    assert count_lines("IKU-01", 10) == 1
    assert count_lines("", 10) == 1
    assert count_lines("satu\ndua\n\nempat", 30) == 4
    assert count_lines("tidak diukur pada periode ini", 11) in (3, 4)  # LibreOffice: 3
    assert count_lines(PANJANG, 31) >= 7  # as LibreOffice shows it
    assert count_lines("x" * 200, 10) > 10  # a word wider than the column is broken


@given(st.text(max_size=300), st.integers(5, 60))
def test_wider_columns_never_need_more_lines(teks: str, lebar: int) -> None:
    assert count_lines(teks, lebar * 2) <= count_lines(teks, lebar)


def test_height_is_that_of_the_longest_cell_within_the_programs_limit() -> None:
    assert row_height([("a", 10), (PANJANG, 31)]) == row_height([(PANJANG, 31)]) > 7 * 12
    assert row_height([("a", 10)], minimum=44) == 44
    assert row_height([("kata " * 5000, 10)]) == 409
