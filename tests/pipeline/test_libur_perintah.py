"""`kinerja libur`: once, again, and where it cannot."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import openpyxl
import pytest
from helpers.jalankan import jalankan

from kinerja.deliver.arsip import path_arsip
from kinerja.register.db import Register


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    ws = tmp_path / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2027").kode == 0
    return ws


def test_diisi_sekali_lalu_tidak_diubah_lagi(kantor: Path) -> None:
    lama = (kantor / "induk.xlsx").read_bytes()
    hasil = jalankan("-C", str(kantor), "libur")
    assert hasil.kode == 0
    assert "lembar Libur, baris 2–" in hasil.stderr
    assert "(perkiraan)" in hasil.stderr
    sidik = hashlib.sha256(lama).hexdigest()
    assert (kantor / path_arsip(sidik)).read_bytes() == lama
    with Register.open(kantor / "kinerja.db") as reg:
        (catatan,) = reg.peristiwa(jenis="libur_ditambahkan")
    assert json.loads(catatan.rincian)["induk_sebelumnya"] == sidik
    baru = (kantor / "induk.xlsx").read_bytes()
    lagi = jalankan("-C", str(kantor), "libur", "--json")
    assert json.loads(lagi.stdout)["ditambahkan"] == []
    assert (kantor / "induk.xlsx").read_bytes() == baru
    assert jalankan("-C", str(kantor), "check").kode == 0


def test_perkiraan_yang_bergeser_disebut_tidak_dihapus(kantor: Path) -> None:
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    buku["Libur"].append([None, None, None])
    buku["Libur"]["A2"] = "12 Maret 2027"
    buku["Libur"]["B2"] = "Hari Raya Nyepi (perkiraan)"
    buku["Libur"]["A3"] = "14 Maret 2027"
    buku["Libur"]["B3"] = "Hari Jadi Daerah"
    buku.save(kantor / "induk.xlsx")
    hasil = json.loads(jalankan("-C", str(kantor), "libur", "2027", "--json").stdout)
    assert hasil["usang"] == []  # 12 Maret is another day off now: nothing to delete
    assert "2027-03-12" not in {h["tanggal"] for h in hasil["ditambahkan"]}
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    buku["Libur"]["A2"] = "20 Maret 2027"
    buku.save(kantor / "induk.xlsx")
    lagi = jalankan("-C", str(kantor), "libur", "2027")
    assert "20 Maret 2027, Hari Raya Nyepi (perkiraan), tidak ada lagi dalam daftar" in lagi.stderr
    assert "Hari Jadi" not in lagi.stderr
    assert openpyxl.load_workbook(kantor / "induk.xlsx")["Libur"]["A2"].value == "20 Maret 2027"


def test_yang_tidak_dapat_diisi_disebut_dan_tidak_diubah(kantor: Path) -> None:
    buku = openpyxl.load_workbook(kantor / "induk.xlsx")
    buku["Libur"].title = "Hari Libur"
    buku.save(kantor / "induk.xlsx")
    lama = (kantor / "induk.xlsx").read_bytes()
    hasil = jalankan("-C", str(kantor), "libur")
    assert hasil.kode == 3
    assert "Libur" in hasil.stderr
    assert (kantor / "induk.xlsx").read_bytes() == lama
    assert jalankan("-C", str(kantor), "libur", "duaribu").kode == 2
    (kantor / "induk.xlsx").write_bytes(b"rusak")
    assert jalankan("-C", str(kantor), "libur").kode == 3
