"""Paths on the screen are those that work from where the person stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from helpers.jalankan import jalankan

from kinerja.cli.messages import dari_sini


def test_berkas_disebut_dari_map_sekarang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert jalankan("init", "kantor", "--tahun", "2026").kode == 0
    layar = jalankan("-C", "kantor", "forms", "2026-01", "--unit", "SEK").stderr
    disebut = [Path(b.strip()) for b in layar.splitlines() if b.startswith("  ")]
    assert disebut == [
        Path("kantor/formulir/2026-01/formulir_SEK_2026-01.xlsx"),
        Path("kantor/output/2026-01/surat_edaran_2026-01.docx"),
    ]
    monkeypatch.chdir(tmp_path / "kantor")
    assert "\n  output/2026-01/surat_edaran_2026-01.docx" in jalankan("forms", "2026-01").stderr.replace("\\", "/")


def test_yang_jauh_disebut_lengkap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dalam = tmp_path / "a" / "b" / "c" / "d" / "e" / "f" / "g" / "h"
    dalam.mkdir(parents=True)
    monkeypatch.chdir(dalam)
    assert dari_sini(Path("/x.docx").absolute()) == str(Path("/x.docx").absolute())
    assert dari_sini(dalam / "x.docx") == "x.docx"
