"""Every command: what it prints where, and the exit codes of the contract."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from helpers.jalankan import jalankan

from kinerja.cli import PERINTAH


@pytest.fixture(scope="module")
def dasar(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ws = tmp_path_factory.mktemp("dasar") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    return ws


@pytest.fixture
def ruang(dasar: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(dasar, tmp_path / "kantor"))


def test_bantuan_menyebut_setiap_perintah() -> None:
    hasil = jalankan("--help")
    assert hasil.kode == 0
    for nama in PERINTAH:
        assert f"\n  {nama} " in hasil.stdout
    for nama in PERINTAH:
        assert jalankan(nama, "--help").stdout.startswith(f"Pemakaian: kinerja {nama}")


@pytest.mark.parametrize(
    ("arg", "bagian"),
    [
        (("bild",), "Mungkin maksudnya “build”"),
        (("forms",), "PERIODE belum ditulis"),
        (("forms", "2026-13"), "bukan periode"),
        (("forms", "2026-01", "--yunit", "X"), "--yunit tidak dikenal"),
        (("build",), "PERIODE belum ditulis"),
        (("rules", "ISI0001"), "tidak dikenal"),
        (("validate", "tidak-ada.xlsx"), "tidak-ada.xlsx"),
        (("init", "x", "--sop", "karanganyer"), "Mungkin maksudnya “karanganyar”"),
    ],
)
def test_salah_pakai_keluar_2_dengan_saran(arg: tuple[str, ...], bagian: str) -> None:
    hasil = jalankan(*arg)
    assert hasil.kode == 2
    assert bagian in hasil.stderr
    assert hasil.stdout == ""


@pytest.mark.parametrize(
    "arg", [("check",), ("forms", "2026-01"), ("validate",), ("build", "2026-01"), ("status",), ("remind", "2026-01")]
)
def test_bukan_map_kerja_keluar_3(tmp_path: Path, arg: tuple[str, ...]) -> None:
    hasil = jalankan("-C", str(tmp_path), *arg)
    assert hasil.kode == 3
    assert "kinerja.toml" in hasil.stderr
    assert "Yang perlu dilakukan" in hasil.stderr


def test_pilihan_map_kerja_sebelum_dan_sesudah_perintah(ruang: Path) -> None:
    assert jalankan("-C", str(ruang), "check").kode == 0
    assert jalankan("check", "-C", str(ruang)).kode == 0


def test_map_kerja_dicari_ke_atas(ruang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ruang / "output")
    assert jalankan("check").kode == 0


@pytest.mark.parametrize(
    "arg",
    [
        ("check", "--json"),
        ("forms", "2026-01", "--json"),
        ("validate", "--json"),
        ("build", "2026-TW1", "--json"),
        ("status", "2026-01", "--json"),
        ("remind", "2026-01", "--json"),
        ("trace", "IKU-01", "2026-01", "--json"),
        ("export", "2026-01", "--json"),
        ("rules", "--json"),
        ("rules", "ISI003", "--json"),
        ("sop", "list", "--json"),
        ("sop", "show", "karanganyar", "--json"),
    ],
)
def test_json_hanya_json_di_stdout(ruang: Path, arg: tuple[str, ...]) -> None:
    hasil = jalankan("-C", str(ruang), *arg)
    assert hasil.kode == 0
    json.loads(hasil.stdout)


def test_init_tidak_menimpa(ruang: Path) -> None:
    sebelum = (ruang / "induk.xlsx").read_bytes()
    hasil = jalankan("init", str(ruang))
    assert hasil.kode == 3
    assert "tidak ada yang ditimpa" in hasil.stderr
    assert (ruang / "induk.xlsx").read_bytes() == sebelum


def test_init_dari_tahun_lalu_mengisi_riwayat(ruang: Path, tmp_path: Path) -> None:
    baru = tmp_path / "2027"
    assert jalankan("init", str(baru), "--tahun", "2027", "--dari", str(ruang)).kode == 0
    assert jalankan("-C", str(baru), "check").kode == 0
    buku = openpyxl.load_workbook(baru / "induk.xlsx")
    instansi = {r[0]: r[1] for r in buku["Instansi"].iter_rows(values_only=True)}
    kode = [r[0] for r in buku["Indikator"].iter_rows(min_row=2, values_only=True)]
    buku.close()
    assert str(instansi["Tahun"]) == "2027"
    assert "IKU-01" in kode


def test_setelan_rusak_keluar_3_menyebut_kuncinya(ruang: Path) -> None:
    toml = ruang / "kinerja.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace('"bulanan"', '"harian"'), encoding="utf-8")
    hasil = jalankan("-C", str(ruang), "forms", "2026-01")
    assert hasil.kode == 3
    assert "pengumpulan" in hasil.stderr
    assert jalankan("-C", str(ruang), "check").kode == 1


def test_induk_rusak_keluar_3_menyebut_lembar_dan_sel(ruang: Path) -> None:
    buku = openpyxl.load_workbook(ruang / "induk.xlsx")
    buku["Indikator"]["G2"].value = "Maximal"
    buku.save(ruang / "induk.xlsx")
    buku.close()
    hasil = jalankan("-C", str(ruang), "build", "2026-01")
    assert hasil.kode == 3
    assert "lembar Indikator, sel G2" in hasil.stderr
    cek = jalankan("-C", str(ruang), "check", "--json")
    assert cek.kode == 1
    [t] = [t for t in json.loads(cek.stdout)["temuan"] if t["tingkat"] == "galat"]
    assert (t["berkas"], t["lembar"], t["sel"]) == ("induk.xlsx", "Indikator", "G2")


@pytest.mark.parametrize(("isi", "sebab"), [(None, "tidak ada di map kerja"), (b"<svg/>", "bukan gambar")])
def test_logo_yang_tidak_terbaca_peringatan(ruang: Path, isi: bytes | None, sebab: str) -> None:
    buku = openpyxl.load_workbook(ruang / "induk.xlsx")
    [baris] = [r for r in buku["Instansi"].iter_rows() if r[0].value == "Logo"]
    baris[1].value = "logo.png"
    buku.save(ruang / "induk.xlsx")
    buku.close()
    if isi is not None:
        (ruang / "logo.png").write_bytes(isi)
    hasil = jalankan("-C", str(ruang), "check", "--json")
    assert hasil.kode == 0
    [t] = json.loads(hasil.stdout)["temuan"]
    assert (t["kode"], t["tingkat"], t["lembar"]) == ("MST029", "peringatan", "Instansi")
    assert sebab in t["pesan"]


def test_check_yang_tidak_dapat_membaca_induk_keluar_3(ruang: Path) -> None:
    (ruang / "induk.xlsx").write_bytes(b"bukan buku kerja")
    assert jalankan("-C", str(ruang), "check").kode == 3
    (ruang / "induk.xlsx").unlink()
    hasil = jalankan("-C", str(ruang), "check", "--json")
    assert hasil.kode == 3
    assert [t["kode"] for t in json.loads(hasil.stdout)["temuan"]] == ["MST001"]


def test_induk_hilang_keluar_3(ruang: Path) -> None:
    (ruang / "induk.xlsx").unlink()
    hasil = jalankan("-C", str(ruang), "validate")
    assert hasil.kode == 3
    assert "induk.xlsx" in hasil.stderr


def test_templat_hilang_keluar_3_dan_nama_templatnya(ruang: Path) -> None:
    (ruang / "templates" / "laporan_bulanan.docx").unlink()
    hasil = jalankan("-C", str(ruang), "build", "2026-01")
    assert hasil.kode == 3
    assert "laporan_bulanan.docx" in hasil.stderr
    assert jalankan("-C", str(ruang), "check").kode == 1


def test_periode_tahun_lain_dan_jenis_lain_keluar_2(ruang: Path) -> None:
    assert jalankan("-C", str(ruang), "forms", "2025-01").kode == 2
    assert jalankan("-C", str(ruang), "forms", "2026-TW1").kode == 2
    assert jalankan("-C", str(ruang), "build", "2027").kode == 2


def test_unit_tidak_dikenal_menawarkan_yang_mirip(ruang: Path) -> None:
    hasil = jalankan("-C", str(ruang), "forms", "2026-01", "--unit", "IRB")
    assert hasil.kode == 2
    assert "IRB1" in hasil.stderr


def test_hasil_sedang_dibuka_program_lain_keluar_3(ruang: Path) -> None:
    assert jalankan("-C", str(ruang), "build", "2026-01").kode == 0
    laporan = ruang / "output" / "2026-01" / "laporan_bulanan_2026-01.docx"
    lama = laporan.read_bytes()
    laporan.write_bytes(lama + b"x")
    (laporan.parent / f".~lock.{laporan.name}#").write_text("", encoding="utf-8")
    hasil = jalankan("-C", str(ruang), "build", "2026-01")
    assert hasil.kode == 3
    assert laporan.name in hasil.stderr
    assert laporan.read_bytes() == lama + b"x"


def test_teks_yang_bukan_unicode_keluar_2(ruang: Path) -> None:
    """What a terminal of another encoding hands over; the near miss is an odd character that is one."""
    hasil = jalankan("-C", str(ruang), "reopen", "2026-01", "--oleh", "Dewi\udcff", "--alasan", "keliru")
    assert (hasil.kode, "--oleh memuat huruf yang tidak dapat dibaca." in hasil.stderr) == (2, True)
    assert jalankan("-C", str(ruang), "reopen", "2026-01", "--oleh", "Déwi ♥", "--alasan", "keliru").kode == 3


def test_dua_proses_sekaligus_ditolak(ruang: Path) -> None:
    from kinerja.deliver.kunci import kunci_jalan

    with kunci_jalan(ruang):
        hasil = subprocess.run(
            [sys.executable, "-m", "kinerja", "-C", str(ruang), "validate"], capture_output=True, check=False
        )
    assert hasil.returncode == 3
    assert "sedang berjalan" in hasil.stderr.decode()


def test_kesalahan_program_keluar_70(monkeypatch: pytest.MonkeyPatch, ruang: Path) -> None:
    def meledak(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("kinerja.pipeline.check.check", meledak)
    hasil = jalankan("-C", str(ruang), "check")
    assert hasil.kode == 70
    assert "kesalahan pada program" in hasil.stderr


@pytest.mark.parametrize("arg", [("sop", "show", "zzz"), ("init", "baru", "--tahun", "abc"), ("rules", "ZZZ999")])
def test_isian_perintah_yang_salah_keluar_2_dengan_bahasa_indonesia(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arg: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    hasil = jalankan(*arg)
    assert (hasil.kode, hasil.stdout) == (2, "")
    assert "valid" not in hasil.stderr
    assert list(tmp_path.iterdir()) == []


def test_periode_tetap_periode_di_map_yang_memuat_map_senama(ruang: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert jalankan("-C", str(ruang), "forms", "2026-01").kode == 0
    monkeypatch.chdir(ruang / "formulir")
    hasil = jalankan("validate", "2026-01", "--json")
    assert (hasil.kode, json.loads(hasil.stdout)["berkas"]) == (0, [])
