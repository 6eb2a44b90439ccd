"""Same input, same bytes: every document made twice, in other folders, on another day, with another hash seed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from kinerja.cli import PERINTAH
from kinerja.render.contract import DOKUMEN

# Commands that write no document, that the sample's story plays, or whose documents `verify` makes again; `check` is
# named as one of `templates`.
TANPA_DOKUMEN = {
    "demo", "libur", "validate", "accept", "choose", "status", "step", "diff", "trace", "audit", "rules",
    "archive", "backup", "restore", "check-report", "reject", "verify",
}  # fmt: skip
SKRIP = Path(__file__).with_name("buat_semua.py")
JAM = Path(__file__).resolve().parents[1] / "helpers" / "jam_lain"
GESER = 400 * 86400 + 3601 + 2  # another year, hour and second; a zip knows only every other second


def _dua_kali(apa: str, akar: Path) -> tuple[dict[str, str], dict[str, str]]:
    """SHA-256 by file of two runs at once."""
    proses = []
    for folder, geser, benih in ((akar / "a", 0, "1"), (akar / "map lain" / "yang panjang", GESER, "2")):
        lingkungan = os.environ | {"PYTHONPATH": str(JAM), "UJI_JAM_GESER": str(geser), "PYTHONHASHSEED": benih}
        perintah = [sys.executable, str(SKRIP), apa, str(folder)]
        proses.append(subprocess.Popen(perintah, env=lingkungan, stdout=subprocess.PIPE, stderr=subprocess.PIPE))
    hasil = []
    for p in proses:
        keluar, galat = p.communicate(timeout=600)
        assert p.returncode == 0, galat.decode()
        hasil.append(json.loads(keluar))
    return hasil[0], hasil[1]


def _beda(a: dict[str, str], b: dict[str, str]) -> set[str]:
    assert set(a) == set(b)
    return {nama for nama in a if a[nama] != b[nama]}


def test_cara_mengujinya_melihat_jam_folder_dan_urutan(tmp_path: Path) -> None:
    """The near miss: what the libraries write by themselves differs, and is seen to."""
    a, b = _dua_kali("telanjang", tmp_path)
    assert set(a) - _beda(a, b) == {"tetap.txt"}


def test_setiap_perintah_yang_menulis_ikut_diuji() -> None:
    isi = SKRIP.read_text(encoding="utf-8")
    assert {nama for nama in PERINTAH if f'"{nama}"' not in isi} == TANPA_DOKUMEN


@pytest.mark.slow
def test_setiap_dokumen_sama_byte_demi_byte(tmp_path: Path) -> None:
    a, b = _dua_kali("semua", tmp_path)
    assert _beda(a, b) == set()
    ada = {Path(nama).name for nama in a if "baru/" not in nama and not nama.startswith("kantor/templates/")}
    jenis = (*DOKUMEN, "formulir_", "kertas_kerja_validasi", "perbaikan_", "analisis_", "induk")
    naskah = [nama for nama in ada if nama.endswith((".docx", ".xlsx"))]
    assert [j for j in jenis if not any(nama.startswith(j.removesuffix("_sop")) for nama in naskah)] == []
    assert {Path(n).suffix for n in ada} >= {".docx", ".xlsx", ".csv", ".json", ".txt"} | (
        {".parquet"} if find_spec("pyarrow") else set()
    )
    assert {"surat_edaran_pratinjau.docx", "laporan_bulanan_diperiksa.docx"} <= {Path(nama).name for nama in a}
