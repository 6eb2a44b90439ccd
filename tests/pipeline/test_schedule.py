"""`kinerja schedule`: the papers, what is said, and periods without steps."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from helpers.docx_text import plain_text
from helpers.jalankan import jalankan


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ws = tmp_path_factory.mktemp("jadwal") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "libur").kode == 0
    return ws


def test_jadwal_sebulan(kantor: Path) -> None:
    hasil = jalankan("-C", str(kantor), "schedule", "2026-01", "--ics")
    assert hasil.kode == 0
    assert "   6  06-02-2026 s.d. 07-02-2026  kritis" in hasil.stdout
    assert "Dihitung dengan hari kerja, langkah 12 selesai paling awal Selasa, 24 Februari 2026" in hasil.stderr
    assert "langkah 7 dari 3 hari menjadi 2 hari" in hasil.stderr
    map_hasil = kantor / "output" / "2026-01"
    buku = openpyxl.load_workbook(io.BytesIO((map_hasil / "jadwal_2026-01.xlsx").read_bytes()))
    assert buku.sheetnames == ["Jadwal", "Hari Kerja", "Pemendekan", "Gantt", "Pelaksana"]
    baris = {str(b[0]): b for b in buku["Jadwal"].iter_rows(values_only=True)}
    assert baris["12"][4:9] == (*[datetime(2026, 2, 15)] * 5,)
    assert baris["12"][9:11] == (0, "ya")
    assert len(buku["Gantt"]._images) == 1
    naskah = plain_text((map_hasil / "jadwal_2026-01.docx").read_bytes())
    assert "15 Feb 2026" in naskah
    with zipfile.ZipFile(map_hasil / "jadwal_2026-01.docx") as z:
        assert 'descr="Bagan Gantt Penyusunan' in z.read("word/document.xml").decode()
    acara = (map_hasil / "jadwal_2026-01.ics").read_text(encoding="utf-8")
    assert acara.count("BEGIN:VEVENT") == 10
    assert "DTSTART;VALUE=DATE:20260206" in acara
    lagi = {p.name: p.read_bytes() for p in map_hasil.glob("jadwal*")}
    assert jalankan("-C", str(kantor), "schedule", "2026-01", "--ics").kode == 0
    assert {p.name: p.read_bytes() for p in map_hasil.glob("jadwal*")} == lagi


def test_json_dan_tahun_tanpa_daftar_libur(kantor: Path) -> None:
    hasil = jalankan("-C", str(kantor), "schedule", "2026-12", "--json")
    assert hasil.kode == 0
    isi = json.loads(hasil.stdout)
    assert isi["hitungan_hari"] == "kalender"
    assert isi["hari_kerja"] == []
    (peringatan,) = isi["peringatan"]
    assert peringatan.startswith("Daftar hari libur 2027 belum ada")
    assert peringatan.endswith("kinerja libur 2027.")
    (sop,) = isi["sop"]
    assert sop["terlambat"] == []
    assert date.fromisoformat(sop["langkah"][-1]["selesai"]) == date(2027, 1, 15)


def test_periode_tanpa_langkah_menyebut_yang_ada(kantor: Path) -> None:
    hasil = jalankan("-C", str(kantor), "schedule", "2026-TW1")
    assert hasil.kode == 2
    assert "2026-01, 2026" in hasil.stderr
    assert jalankan("-C", str(kantor), "schedule", "bulan-depan").kode == 2


@pytest.mark.parametrize(
    ("setelan", "tenggat"),
    [
        ("", "2027-02-28"),
        ("batas_kirim = 20", "2027-01-20"),
        ('batas_kirim = 20\nbatas_kirim_tahunan = "31 Maret"', "2027-03-31"),
    ],
)
def test_tenggat_laporan_tahunan_menurut_setelan(tmp_path: Path, setelan: str, tenggat: str) -> None:
    ws = tmp_path / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026", "--sop", "sungai_penuh").kode == 0
    assert jalankan("-C", str(ws), "libur", "2026").kode == jalankan("-C", str(ws), "libur", "2027").kode == 0
    with (ws / "kinerja.toml").open("a", encoding="utf-8") as f:
        f.write(f"\n{setelan}\n")
    isi = json.loads(jalankan("-C", str(ws), "schedule", "2026", "--json").stdout)
    (sop,) = isi["sop"]
    assert sop["langkah"][-1]["tenggat"] == tenggat
    assert bool(sop["terlambat"]) is (tenggat == "2027-01-20")  # the SOP's own 25 working days


def test_tenggat_pada_hari_libur_disebut_dan_bergeser_bila_diminta(tmp_path: Path) -> None:
    ws = tmp_path / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "libur").kode == 0
    tetap = json.loads(jalankan("-C", str(ws), "schedule", "2026-02", "--json").stdout)
    assert tetap["sop"][0]["langkah"][-1]["tenggat"] == "2026-03-15"  # a Sunday
    assert tetap["peringatan"][-1].endswith("(setelan tenggat_libur): langkah 12 (Minggu, 15 Maret 2026).")
    assert "tenggatnya hari libur" in jalankan("-C", str(ws), "status", "2026-02").stdout
    with (ws / "kinerja.toml").open("a", encoding="utf-8") as f:
        f.write('\ntenggat_libur = "geser"\n')
    geser = json.loads(jalankan("-C", str(ws), "schedule", "2026-02", "--json").stdout)
    assert geser["sop"][0]["langkah"][-1]["tenggat"] == "2026-03-16"
    assert not any("tenggat_libur" in p for p in geser["peringatan"])
    assert "tenggatnya hari libur" not in jalankan("-C", str(ws), "status", "2026-02").stdout
