"""`kinerja remind`: the memo and the reminder before, on and after the deadline, as JSON and as papers."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from helpers import docx_text
from helpers.jalankan import jalankan
from januari import BULAN, KURANG, LENGKAP, kirim

from kinerja.cli import remind, status, validate


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch):
    """Sets the clock of the commands."""

    def setel(teks: str) -> None:
        for modul in (remind, status, validate):
            monkeypatch.setattr(modul, "now", lambda: datetime.fromisoformat(teks))

    return setel


def _remind(ws: Path) -> dict:
    hasil = jalankan("-C", str(ws), "remind", BULAN, "--json")
    assert hasil.kode == 0, hasil.stderr
    return json.loads(hasil.stdout)


def _pengingat(ws: Path) -> str:
    return (ws / f"output/{BULAN}/pengingat_{BULAN}.txt").read_bytes().decode("utf-8-sig")


def _nota(ws: Path) -> str:
    return docx_text.plain_text((ws / f"output/{BULAN}/daftar_keterlambatan_{BULAN}.docx").read_bytes())


@pytest.mark.parametrize(
    ("kini", "jarak", "bunyi"),
    [
        ("2026-02-02T09:00:00", (3, 0), "Kamis, 5 Februari 2026, 3 hari lagi."),
        ("2026-02-05T23:00:00", (0, 0), "bahwa hari ini, Kamis, 5 Februari 2026,"),
        ("2026-02-06T00:05:00", (0, 1), "telah lewat 1 hari"),
    ],
)
def test_sebelum_pada_dan_sesudah_batas(kantor: Path, jam, kini: str, jarak: tuple[int, int], bunyi: str) -> None:
    jam(kini)
    data = _remind(kantor)
    sisa, lewat = jarak
    assert (data["tenggat"], data["sisa_hari"], data["lewat_hari"]) == ("2026-02-05", sisa, lewat)
    assert [(x["unit"], x["terlambat_hari"]) for x in data["belum_masuk"]] == [("SEK", lewat), ("IRB1", lewat)]
    assert data["terlambat"] == data["menunggu_perbaikan"] == []
    assert bunyi in data["pesan"]
    assert data["pesan"].replace("\n", "\r\n") in _pengingat(kantor)
    assert data["perihal"] in _pengingat(kantor)
    assert [(d["jenis"], d["path"]) for d in data["dokumen"]] == [
        ("daftar_keterlambatan", f"output/{BULAN}/daftar_keterlambatan_{BULAN}.docx"),
        ("pengingat", f"output/{BULAN}/pengingat_{BULAN}.txt"),
    ]
    assert data["ringkasan"] in _nota(kantor)
    assert ("Keterlambatan penyampaian" in _nota(kantor)) == bool(lewat)


def test_terlambat_dan_menunggu_perbaikan(kantor: Path, jam) -> None:
    kirim(kantor, "SEK", "2026-02-07T10:00:00", {})
    kirim(kantor, "IRB1", "2026-02-04T10:00:00", KURANG)
    jam("2026-02-07T15:00:00")
    assert jalankan("-C", str(kantor), "validate", BULAN).kode == 1
    jam("2026-02-10T09:00:00")
    data = _remind(kantor)
    assert data["belum_masuk"] == []
    [telat] = data["terlambat"]
    assert (telat["unit"], telat["diterima"], telat["terlambat_hari"]) == ("SEK", "2026-02-07T10:00:00", 2)
    assert telat["status"] in ("valid", "valid_dengan_catatan")
    [kembali] = data["menunggu_perbaikan"]
    assert (kembali["unit"], kembali["revisi"], kembali["galat"]) == ("IRB1", 1, 1)
    assert (kembali["dikembalikan"], kembali["batas_perbaikan"], kembali["lewat_hari"]) == (
        "2026-02-07",
        "2026-02-09",
        1,
    )
    assert "IRB1" not in data["pesan"]  # units are called by name
    assert "Senin, 9 Februari 2026, telah lewat 1 hari" in data["pesan"]
    assert "belum menerima" not in data["pesan"]
    assert "Menurut langkah 6" in _nota(kantor)


def test_batas_yang_sama_tertulis_di_nota_pengembalian(kantor: Path, jam) -> None:
    kirim(kantor, "IRB1", "2026-02-04T10:00:00", KURANG)
    jam("2026-02-06T15:00:00")
    jalankan("-C", str(kantor), "validate", BULAN)
    nota = next((kantor / f"output/{BULAN}/pengembalian/IRB1_revisi1").glob("nota_*.docx"))
    jam("2026-02-12T09:00:00")
    [kembali] = _remind(kantor)["menunggu_perbaikan"]
    assert kembali["batas_perbaikan"] == "2026-02-08"
    assert "Minggu, 8 Februari 2026" in docx_text.plain_text(nota.read_bytes())


def test_semua_tepat_waktu(kantor: Path, jam) -> None:
    kirim(kantor, "SEK", "2026-02-03T10:00:00", {})
    kirim(kantor, "IRB1", "2026-02-05T22:00:00", LENGKAP)
    jam("2026-02-06T09:00:00")
    assert jalankan("-C", str(kantor), "validate", BULAN).kode == 0
    data = _remind(kantor)
    assert data["belum_masuk"] == data["terlambat"] == data["menunggu_perbaikan"] == []
    assert (data["perihal"], data["pesan"]) == (None, None)
    assert "Seluruh unit kerja (2) telah menyampaikan formulir tepat waktu" in _nota(kantor)
    assert "mohon kiranya" not in _nota(kantor)
    assert "Tidak ada unit yang perlu diingatkan" in _pengingat(kantor)


def test_formulir_yang_belum_divalidasi_disebut(kantor: Path, jam) -> None:
    jam("2026-02-06T09:00:00")
    kirim(kantor, "SEK", "2026-02-03T10:00:00", {})
    hasil = jalankan("-C", str(kantor), "remind", BULAN)
    assert "masuk/SEK.xlsx" in hasil.stderr
    assert f"kinerja validate {BULAN}" in hasil.stderr
    assert _remind(kantor)["belum_divalidasi"] == ["masuk/SEK.xlsx"]
    # Asked for another month, the form is only registered.
    assert jalankan("-C", str(kantor), "validate", "2026-02").kode == 0
    assert _remind(kantor)["belum_divalidasi"] == ["masuk/SEK.xlsx"]
    jalankan("-C", str(kantor), "validate", BULAN)
    assert _remind(kantor)["belum_divalidasi"] == []
    assert "kinerja validate" not in jalankan("-C", str(kantor), "remind", BULAN).stderr


def test_dua_berkas_bertentangan_bukan_keterlambatan_unit(kantor: Path, jam) -> None:
    kirim(kantor, "IRB1", "2026-02-03T10:00:00", LENGKAP)
    (kantor / "masuk/IRB1.xlsx").rename(kantor / "masuk/lain.xlsx")
    kirim(kantor, "IRB1", "2026-02-04T10:00:00", {**LENGKAP, "Pembilang": 210})
    jam("2026-02-06T09:00:00")
    jalankan("-C", str(kantor), "validate", BULAN)
    data = _remind(kantor)
    assert [x["unit"] for x in data["belum_masuk"]] == ["SEK"]
    assert data["menunggu_perbaikan"] == []
    assert [x["unit"] for x in data["bertentangan"]] == ["IRB1"]
    assert "dua formulir yang berbeda" in _nota(kantor)


def _setel(ws: Path, lama: str, baru: str) -> None:
    toml = ws / "kinerja.toml"
    teks = toml.read_text(encoding="utf-8")
    assert lama in teks
    toml.write_text(teks.replace(lama, baru), encoding="utf-8")


def test_hari_kerja_dihitung_sebagai_hari_kerja(kantor: Path, jam) -> None:
    _setel(kantor, '# hari = "kalender"', 'hari = "kerja"')
    jam("2026-02-09T09:00:00")
    data = _remind(kantor)  # no days off are known yet: calendar days, and said so
    assert (data["lewat_hari"], data["hitungan_hari"]) == (4, "kalender")
    assert "telah lewat 4 hari" in data["pesan"]
    assert jalankan("-C", str(kantor), "libur").kode == 0
    data = _remind(kantor)
    assert (data["lewat_hari"], data["hitungan_hari"]) == (2, "kerja")  # Friday and Monday
    assert "telah lewat 2 hari kerja" in data["pesan"]
    assert "untuk dibetulkan dalam 2 hari kerja" in _nota(kantor)


@pytest.mark.parametrize(
    ("sop", "dasar_nota", "menyebut_laporan"),
    [
        ("karanganyar", "Menurut langkah 5 SOP Penyusunan Laporan Kinerja Bulanan", True),
        ("wonosobo", "Menurut ketentuan kantor", False),
    ],
)
def test_nota_menurut_sop_kantor(kantor: Path, jam, sop: str, dasar_nota: str, menyebut_laporan: bool) -> None:
    _setel(kantor, 'sop = "karanganyar"', f'sop = "{sop}"')
    jam("2026-02-06T09:00:00")
    _remind(kantor)
    assert dasar_nota in _nota(kantor)
    assert ("harus disampaikan paling lambat Minggu, 15 Februari 2026" in _nota(kantor)) == menyebut_laporan


def test_suntingan_pengingat_disisihkan(kantor: Path, jam) -> None:
    jam("2026-02-02T09:00:00")
    _remind(kantor)
    berkas = kantor / f"output/{BULAN}/pengingat_{BULAN}.txt"
    berkas.write_bytes(berkas.read_bytes() + b"Catatan kami sendiri")
    jam("2026-02-03T09:00:00")
    assert "versi suntingannya disimpan" in jalankan("-C", str(kantor), "remind", BULAN).stderr
    [sisih] = berkas.parent.glob(f"pengingat_{BULAN}_suntingan_*.txt")
    assert sisih.read_bytes().endswith(b"Catatan kami sendiri")


def test_formulir_yang_belum_dibuat_disebut(kantor: Path, jam) -> None:
    jam("2026-02-06T09:00:00")
    hasil = jalankan("-C", str(kantor), "remind", "2026-02", "--json")
    assert "kinerja forms 2026-02" in hasil.stderr
    assert json.loads(hasil.stdout)["formulir_dibuat"] is False
    assert _remind(kantor)["formulir_dibuat"] is True


def test_bukan_periode_pengumpulan_salah_pakai(kantor: Path) -> None:
    hasil = jalankan("-C", str(kantor), "remind", "2026-TW1")
    assert hasil.kode == 2
    assert "bukan periode pengumpulan" in hasil.stderr


@pytest.mark.parametrize(
    ("kini", "masuk", "ada"),
    [
        ("2026-01-20T09:00:00", False, False),  # the month has not ended: nobody owes anything
        ("2026-02-02T09:00:00", False, True),
        ("2026-02-06T09:00:00", True, False),
    ],
)
def test_status_menyebut_remind_hanya_bila_berguna(kantor: Path, jam, kini: str, masuk: bool, ada: bool) -> None:
    jam(kini)
    if masuk:
        kirim(kantor, "SEK", "2026-02-03T10:00:00", {})
        kirim(kantor, "IRB1", "2026-02-03T10:00:00", LENGKAP)
        jalankan("-C", str(kantor), "validate", BULAN)
    hasil = jalankan("-C", str(kantor), "status", BULAN)
    assert hasil.kode == 0
    assert (f"kinerja remind {BULAN}" in hasil.stdout) == ada
