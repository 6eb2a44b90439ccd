"""NIP in groups."""

from __future__ import annotations

import pytest

from kinerja.domain.nip import format_nip


@pytest.mark.parametrize(("tulis", "cetak"), [
    ("197403221993111001", "19740322 199311 1 001"), ("19740322 199311 1 001", "19740322 199311 1 001"),
    (" 123 ", "123"), ("", ""),
])  # fmt: skip
def test_nip(tulis: str, cetak: str) -> None:
    assert format_nip(tulis) == cetak
