"""Spoilt forms of every format: thousands of mutations, none of which may raise, hang or eat memory.

Cases are numbered and made from their number alone. To see one again: `pekerja_fuzz.py SAMPEL JENIS N N+1 BERKAS…`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pekerja_fuzz
import pytest

AKAR = Path(__file__).parents[2]
SAMPEL = AKAR / "sample_data" / "inspektorat"
PEKERJA = Path(__file__).with_name("pekerja_fuzz.py")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="puncak memori proses dibaca dari /proc")


def _pembuat(berkas: Path) -> str:
    """What saved a workbook: the name in its own properties."""
    try:
        with zipfile.ZipFile(berkas) as z:
            return "libreoffice" if b"LibreOffice" in z.read("docProps/app.xml") else "openpyxl"
    except (zipfile.BadZipFile, KeyError):
        return ""


def sumber(jenis: str) -> list[Path]:
    """Up to three filled forms of a kind of the sample; a mail is made of an .xlsx."""
    akhiran, _, pembuat = jenis.replace("eml", "xlsx-openpyxl").partition("-")
    hasil: list[Path] = []
    for p in sorted((SAMPEL / "masuk").rglob(f"*.{akhiran}")):
        asli = p.read_bytes()[:2] == b"\xd0\xcf" if akhiran == "xls" else zipfile.is_zipfile(p)
        if asli and not p.name.startswith("~$") and (not pembuat or _pembuat(p) == pembuat):
            hasil.append(p)
        if len(hasil) == 3:
            break
    assert hasil, jenis
    return hasil


def jalankan_kasus(jenis: str, awal: int, akhir: int) -> dict[str, Any]:
    """Cases [awal, akhir) in a child process; what it tells."""
    lingkungan = {**os.environ, "PYTHONPATH": os.pathsep.join((str(AKAR), str(PEKERJA.parent)))}
    perintah = [sys.executable, str(PEKERJA), str(SAMPEL), jenis, str(awal), str(akhir), *map(str, sumber(jenis))]
    anak = subprocess.run(perintah, capture_output=True, text=True, check=False, env=lingkungan)
    assert anak.returncode == 0, f"{jenis} {awal}–{akhir} berhenti ({anak.returncode}):\n{anak.stderr[-4000:]}"
    return json.loads(anak.stdout)


def periksa(jenis: str, awal: int, akhir: int) -> None:
    hasil = jalankan_kasus(jenis, awal, akhir)
    assert not hasil["jatuh"], f"{len(hasil['jatuh'])} kasus:\n" + "\n".join(hasil["jatuh"][:5])
    assert hasil["memori_mib"] < 512
    assert hasil["terlama"][0] < 10
    # The mutations bite: some forms are refused; and not all of them: the rules are reached.
    assert sum(hasil["hitung"].values()) >= akhir - awal
    assert any(k.startswith("BRK") for k in hasil["hitung"])
    assert {"tidak_valid", "tidak_lengkap", "valid", "valid_dengan_catatan"} & set(hasil["hitung"])


@pytest.mark.parametrize(
    ("jenis", "banyak"),
    [("xlsx-openpyxl", 60), ("xlsx-libreoffice", 40), ("ods", 30), ("xls", 30), ("zip", 10), ("eml", 10)],
)
def test_formulir_yang_dirusak(jenis: str, banyak: int) -> None:
    periksa(jenis, 0, banyak)


BANYAK = (
    ("xlsx-openpyxl", 1000, 1600),
    ("xlsx-openpyxl", 1600, 2200),
    ("xlsx-libreoffice", 1000, 1500),
    ("xlsx-libreoffice", 1500, 2000),
    ("ods", 1000, 1400),
    ("xls", 1000, 1600),
    ("zip", 1000, 1100),
    ("eml", 1000, 1100),
)


@pytest.mark.slow
def test_kasusnya_memang_rusak_dan_berlainan() -> None:
    """At least two thousand different files of every format, none of them a sample as it was."""
    semua: dict[str, set[bytes]] = {}
    for jenis, awal, akhir in BANYAK:
        asal = [b.read_bytes() for b in sumber(jenis)]
        isi = {pekerja_fuzz.kasus(jenis, n, asal) for n in range(awal, akhir)}
        assert not isi & set(asal)
        semua.setdefault(jenis.partition("-")[0], set()).update(isi)
    assert len(set().union(*semua.values())) > 2000
    assert {j: len(x) > 300 for j, x in semua.items() if j in ("xlsx", "ods", "xls")} == dict.fromkeys(
        ("xlsx", "ods", "xls"), True
    )


@pytest.mark.slow
@pytest.mark.parametrize(("jenis", "awal", "akhir"), BANYAK)
def test_dua_ribu_lebih_formulir_yang_dirusak(jenis: str, awal: int, akhir: int) -> None:
    periksa(jenis, awal, akhir)
