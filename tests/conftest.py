"""Fixtures of all tests: golden files with an update switch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

Banding = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden`: write what the program makes now as what is expected from now on."""
    parser.addoption("--update-golden", action="store_true", help="perbarui berkas golden dengan hasil sekarang")


@pytest.fixture
def banding_golden(request: pytest.FixtureRequest) -> Banding:
    """Compare a text with its golden file, or write it with `--update-golden`."""

    def banding(berkas: Path, teks: str) -> None:
        if request.config.getoption("--update-golden"):
            berkas.parent.mkdir(parents=True, exist_ok=True)
            berkas.write_text(teks, encoding="utf-8")
        assert berkas.exists(), f"{berkas} belum ada; jalankan pytest --update-golden"
        assert teks == berkas.read_text(encoding="utf-8")

    return banding
