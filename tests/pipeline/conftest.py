"""Offices that several files play in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from januari import BULAN


@pytest.fixture(scope="session")
def kantor_januari(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new office with its forms of January; to be copied."""
    ws = tmp_path_factory.mktemp("januari") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "forms", BULAN).kode == 0
    return ws


@pytest.fixture
def kantor(kantor_januari: Path, tmp_path: Path) -> Path:
    """An office of its own, with its forms of January."""
    return Path(shutil.copytree(kantor_januari, tmp_path / "kantor"))
