"""`kinerja step` as a person calls it: what is noted, said, asked and refused; and what `status` makes of it."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from helpers.jalankan import Hasil, jalankan
from januari import BULAN, LENGKAP, kirim

from kinerja.cli import build, status, step, validate
from kinerja.domain import bukti
from kinerja.pipeline import bukti_langkah
from kinerja.pipeline.bawaan import bawaan
from kinerja.register.db import Register

HARI = "2026-02-13"
OLEH = ("--oleh", "Maya Puspitasari", "--tanggal", HARI)


@pytest.fixture(scope="module")
def dasar(kantor_januari: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January with valid forms and its draft report, on 13 February."""
    ws = Path(shutil.copytree(kantor_januari, tmp_path_factory.mktemp("langkah") / "kantor"))
    with pytest.MonkeyPatch.context() as m:
        _setel(m, HARI)
        kirim(ws, "SEK", "2026-02-03T10:00:00", {})
        kirim(ws, "IRB1", "2026-02-03T10:00:00", LENGKAP)
        assert jalankan("-C", str(ws), "validate", BULAN).kode == 0
        assert jalankan("-C", str(ws), "build", BULAN).kode == 0
    return ws


def _setel(m: pytest.MonkeyPatch, hari: str) -> None:
    for modul in (build, status, step, validate):
        m.setattr(modul, "now", lambda: datetime.fromisoformat(f"{hari}T09:00:00"))


@pytest.fixture
def ws(dasar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    _setel(monkeypatch, HARI)
    return Path(shutil.copytree(dasar, tmp_path / "kantor"))


def _step(ws: Path, *arg: str) -> Hasil:
    return jalankan("-C", str(ws), "step", *arg)


def _langkah(ws: Path, periode: str = BULAN) -> dict[str, dict[str, Any]]:
    data = json.loads(jalankan("-C", str(ws), "status", periode, "--json").stdout)
    return {x["id"]: x for x in data["langkah"]}


def _peristiwa(ws: Path) -> list[str]:
    with Register.open(ws / "kinerja.db") as reg:
        assert reg.periksa_rantai() is None
        return [p.jenis for p in reg.peristiwa() if "langkah" in p.jenis]


def test_selesai_dengan_bukti(ws: Path, tmp_path: Path) -> None:
    berkas = tmp_path / "paraf.pdf"
    isi = b"%PDF-1.4\n" + b"%" * 200
    berkas.write_bytes(isi)
    hasil = _step(ws, "done", "9", *OLEH, "--bukti", str(berkas), "--catatan", "lengkap", "--json")
    assert (hasil.kode, hasil.stderr) == (0, "")
    data = json.loads(hasil.stdout)
    assert (data["periode"], data["tindakan"], data["langkah"]["status"]) == (BULAN, "selesai", "selesai")
    sidik = hashlib.sha256(isi).hexdigest()
    arsip = ws / "arsip" / sidik[:2] / sidik
    assert arsip.read_bytes() == berkas.read_bytes() == isi
    bukti9 = _langkah(ws)["9"]["bukti"]
    assert bukti9 == (
        f"selesai 13 Februari 2026 oleh Maya Puspitasari; bukti paraf.pdf (arsip/{sidik[:2]}/{sidik}); lengkap"
    )
    assert data["berikutnya"]["id"] == "10"
    assert _peristiwa(ws) == ["langkah_selesai"]
    assert str(tmp_path).encode() not in (ws / "kinerja.db").read_bytes()
    arsip.unlink()
    assert "hilang dari arsip" in _langkah(ws)["9"]["bukti"]


def test_perintah_yang_sama_tidak_dicatat_dua_kali(ws: Path) -> None:
    for tindakan in ("selesai", "tetap"):
        assert json.loads(_step(ws, "done", "9", *OLEH, "--json").stdout)["tindakan"] == tindakan
    tolak = ("reject", "9", "--oleh", "Hendra", "--alasan", "kurang jelas", "--json")
    assert [json.loads(_step(ws, *tolak).stdout)["tindakan"] for _ in range(2)] == ["ditolak", "tetap"]
    assert _peristiwa(ws) == ["langkah_selesai", "langkah_ditolak"]


def test_ditolak_diperbaiki_dicabut(ws: Path) -> None:
    awal = _langkah(ws)
    assert _step(ws, "reject", "9", "--oleh", "Hendra", "--alasan", "sebab IKU-01 belum ada").kode == 0
    ditolak = _langkah(ws)
    assert [ditolak[i]["status"] for i in ("7", "8", "9")] == ["selesai", "terlambat", "ditolak"]
    assert "sebab IKU-01 belum ada; kembali ke langkah 8" in ditolak["9"]["bukti"]
    layar = jalankan("-C", str(ws), "status", BULAN).stdout
    assert "jalankan: kinerja build 2026-01" in layar
    assert jalankan("-C", str(ws), "build", BULAN).kode == 0  # the same bytes, and yet built anew
    assert [_langkah(ws)[i]["status"] for i in ("8", "9")] == ["selesai", "berjalan"]
    hasil = _step(ws, "undo", "9", "--oleh", "Hendra", "--alasan", "salah langkah")
    assert (hasil.kode, "tanda terakhirnya dicabut" in hasil.stdout) == (0, True)
    assert _langkah(ws) == awal
    assert _peristiwa(ws) == ["langkah_ditolak", "tanda_langkah_dicabut"]


def test_semua_langkah_sampai_selesai(ws: Path) -> None:
    assert jalankan("-C", str(ws), "letter", "sk_tim").kode == 0
    for no in ("4", "9", "10", "11", "12"):
        assert _step(ws, "done", no, "--oleh", f"Petugas {no}", "--tanggal", HARI).kode == 0
    assert {x["status"] for x in _langkah(ws).values()} == {"selesai"}
    layar = jalankan("-C", str(ws), "status", BULAN).stdout
    assert layar.endswith("Semua langkah SOP untuk Januari 2026 selesai.\n")
    assert "Laporan berikutnya menurut SOP: Februari 2026" in layar


def test_yang_diperingatkan_tetap_dicatat(ws: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _setel(monkeypatch, "2026-02-17")
    kosong = tmp_path / "kosong.pdf"
    kosong.write_bytes(b"")
    assert _step(ws, "done", "10", "--oleh", "Maya", "--tanggal", "2026-02-14").kode == 0
    hasil = _step(ws, "done", "11", "--oleh", " maya ", "--tanggal", "2026-02-13", "--bukti", str(kosong))
    assert hasil.kode == 0
    for bunyi in ("belum selesai: 9", "mendahului langkah 10", "juga mengerjakan langkah 10", "kosong, 0 bita"):
        assert bunyi in hasil.stderr
    hasil = _step(ws, "done", "12", "--oleh", "Slamet", "--tanggal", "2026-02-17", "--json")
    assert json.loads(hasil.stdout)["peringatan"][-1] == "Selesai 2 hari sesudah tenggat, 15 Februari 2026."
    assert _langkah(ws)["12"]["terlambat_hari"] == 2
    surat = _step(ws, "done", "3", "--oleh", "Slamet", "--tanggal", "2026-02-02", "--periode", "2026-02")
    assert "Program belum mencatat hasil langkah ini: surat edaran" in surat.stderr
    assert _step(ws, "done", "9", "--oleh", "Ratna", "--tanggal", "2026-02-13").stderr == ""


@pytest.mark.parametrize(
    ("arg", "bunyi"),
    [
        (("done", "13", *OLEH), "Langkah 13 tidak ada"),
        (("done", "9", "--oleh", "  ", "--tanggal", HARI), "--oleh masih kosong"),
        (("done", "9", "--oleh", "Maya"), "belum ditulis"),
        (("done", "9", "--oleh", "Maya", "--tanggal", "2026-02-14"), "belum tiba"),
        (("done", "9", "--oleh", "Maya", "--tanggal", "2025-12-31"), "--yakin"),
        (("done", "9", "--oleh", "Maya", "--tanggal", "31/2/2026"), "bukan tanggal"),
        (("done", "9", *OLEH, "--periode", "2026"), "--periode 2026-01"),
        (("done", "9", *OLEH, "--periode", "2027-01"), "2027"),
        (("done", "5", *OLEH, "--periode", "2026-02", "--yakin"), "sekarang: belum ada"),
        (("done", "9", *OLEH, "--bukti", "tidak-ada.pdf"), "tidak ada"),
        (("done", "9", *OLEH, "--bukti", "."), "sebuah map"),
        (("reject", "10", "--oleh", "Maya", "--alasan", "keliru"), "6 (kembali ke 5), 9 (kembali ke 8)"),
        (("reject", "9", "--oleh", "Maya", "--alasan", " "), "--alasan masih kosong"),
        (("undo", "9", "--oleh", "Maya", "--alasan", "keliru"), "Tidak ada tanda"),
        (("undo", "8", "--oleh", "Maya", "--alasan", "keliru"), "output/2026-01/laporan_bulanan_2026-01.docx"),
        (("doen", "9"), "“done”"),
    ],
)
def test_yang_tidak_dapat_dicatat_keluar_2(ws: Path, arg: tuple[str, ...], bunyi: str) -> None:
    hasil = _step(ws, *arg)
    assert (hasil.kode, hasil.stdout) == (2, "")
    assert bunyi in hasil.stderr
    assert _peristiwa(ws) == []


def test_tanggal_mendahului_periode_bila_yakin(ws: Path) -> None:
    assert _step(ws, "done", "2", "--oleh", "Hendra", "--tanggal", "2025-12-29", "--yakin").kode == 0
    assert _langkah(ws)["2"]["bukti"] == "selesai 29 Desember 2025 oleh Hendra"


def test_bukti_terlalu_besar_dan_tidak_terbaca(ws: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    berkas = tmp_path / "besar.zip"
    berkas.write_bytes(b"PK" + b"x" * 300)
    monkeypatch.setattr(bukti_langkah, "MAKS_BUKTI", 300)
    assert _step(ws, "done", "9", *OLEH, "--bukti", str(berkas)).kode == 2
    monkeypatch.setattr(bukti_langkah, "MAKS_BUKTI", bukti.MAKS_BUKTI)
    if os.name == "posix" and os.geteuid():
        berkas.chmod(0)
        assert _step(ws, "done", "9", *OLEH, "--bukti", str(berkas)).kode == 3
    assert _peristiwa(ws) == []


def test_bukti_dari_map_kerja_disebut_letaknya(ws: Path) -> None:
    (ws / "output" / BULAN / "scan.jpg").write_bytes(b"\xff\xd8" + b"j" * 200)
    _step(ws, "done", "11", *OLEH, "--bukti", str(ws / "output" / BULAN / "scan.jpg"))
    assert f"bukti output/{BULAN}/scan.jpg (arsip/" in _langkah(ws)["11"]["bukti"]


def test_bulanan_dilewati_bila_data_triwulanan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asal = bawaan("sample_data") / "nyata"
    ws = tmp_path / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2025", "--sop", "karanganyar").kode == 0
    (ws / "induk.xlsx").write_bytes((asal / "induk.xlsx").read_bytes())
    teks = (asal / "kinerja.toml").read_text(encoding="utf-8").replace('sop = "bantul"', 'sop = "karanganyar"')
    (ws / "kinerja.toml").write_text(teks, encoding="utf-8")
    _setel(monkeypatch, "2025-04-10")
    data = json.loads(jalankan("-C", str(ws), "status", "--json").stdout)
    assert (data["periode"], [x["id"] for x in data["langkah"]]) == ("2025-TW1", ["1", "2", "4"])
    assert data["catatan"][0].startswith("Langkah 3, 5, 6, 7, 8, 9, 10, 11, 12 dilewati")
    assert data["catatan"][-1].startswith("Laporan bulanan dalam SOP dilewati")
    hasil = _step(ws, "done", "9", "--oleh", "Maya", "--tanggal", "2025-04-10")
    assert (hasil.kode, "dilewati" in hasil.stderr) == (2, True)


def test_tahun_tanpa_daftar_libur_disebut(ws: Path) -> None:
    setelan = ws / "kinerja.toml"
    setelan.write_text(setelan.read_text(encoding="utf-8") + '\nhari = "kerja"\n', encoding="utf-8")
    assert "Isi lembar Libur: kinerja libur 2027" in jalankan("-C", str(ws), "status", BULAN).stdout
