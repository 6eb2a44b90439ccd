"""A validate that is killed at any step and run again ends as if nothing had happened."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.jalankan import jalankan

from sample_data.pengisi import isi_formulir

ANAK = Path(__file__).with_name("validate_mati.py")
TITIK = 20


def _jalan(ws: Path, mati: int) -> subprocess.CompletedProcess[str]:
    akar = Path(__file__).parents[2]
    return subprocess.run(
        [sys.executable, str(ANAK), str(ws), str(mati)], capture_output=True, text=True, check=False, cwd=akar,
        env={"PYTHONPATH": str(akar), "SYSTEMROOT": "C:\\Windows"},
    )  # fmt: skip


def _keadaan(ws: Path) -> tuple[list[str], dict[str, bytes]]:
    db = sqlite3.connect(ws / "kinerja.db")
    dump = list(db.iterdump())
    db.close()
    berkas = {
        p.relative_to(ws).as_posix(): p.read_bytes()
        for nama in ("arsip", "masuk", "output")
        for p in (ws / nama).rglob("*")
        if p.is_file()
    }
    return dump, berkas


@pytest.fixture(scope="module")
def awal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two filled forms, one of them faulty, not yet validated."""
    ws = tmp_path_factory.mktemp("mati") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "forms", "2026-01").kode == 0
    isian = {"Pembilang": "dua puluh", "Penyebut": 36, "Data Pendukung": "rekap.pdf"}
    formulir = ws / "formulir" / "2026-01"
    (ws / "masuk" / "irban.xlsx").write_bytes(isi_formulir(formulir / "formulir_IRB1_2026-01.xlsx", {"IKU-01": isian}))
    (ws / "masuk" / "sek.xlsx").write_bytes(isi_formulir(formulir / "formulir_SEK_2026-01.xlsx", {}))
    return ws


def test_dibunuh_di_mana_pun_lalu_diulang_sama_saja(awal: Path, tmp_path: Path) -> None:
    utuh = Path(shutil.copytree(awal, tmp_path / "utuh"))
    selesai = _jalan(utuh, 0)
    assert selesai.returncode == 0, selesai.stderr
    langkah = int(selesai.stdout)
    seharusnya = _keadaan(utuh)
    for n in range(1, TITIK + 1):
        ws = Path(shutil.copytree(awal, tmp_path / f"mati{n}"))
        assert _jalan(ws, max(1, langkah * n // TITIK)).returncode == 9
        assert _jalan(ws, 0).returncode == 0
        assert _keadaan(ws) == seharusnya, f"langkah {langkah * n // TITIK} dari {langkah}"
