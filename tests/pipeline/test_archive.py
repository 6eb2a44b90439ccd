"""`kinerja archive`: readable without the program, complete, provable with it."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from kantor_final import BULAN, KantorFinal
from kantor_uji import saat

from kinerja.pipeline import finalize as modul_finalize

PDF = b"%PDF-1.4\n" + b"%" * 300


@pytest.fixture(scope="module")
def terkirim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January was final and delivered, opened again, and is final again in its second version."""
    with pytest.MonkeyPatch.context() as m:
        m.setattr(modul_finalize, "cari_libreoffice", lambda: None)
        m.setattr("kinerja.cli.deliver.now", lambda: saat("02-12"))
        k = KantorFinal(tmp_path_factory.mktemp("arsip") / "kantor")
        k.finalkan("02-10")
        pindai = k.ws.akar.parent / "tanda terima.pdf"
        pindai.write_bytes(PDF)
        di = ("-C", str(k.ws.akar), "deliver", BULAN)
        assert jalankan(*di, "--ttd", str(pindai)).kode == 0
        assert jalankan(*di, "--bukti", str(pindai), "--oleh", "Budi", "--tanggal", "2026-02-12").kode == 0
        k.perbaiki("02-14", 25)
        k.finalkan("02-16")
    return k.ws.akar


@pytest.fixture(scope="module")
def arsip(terkirim: Path) -> Path:
    berkas = terkirim.parent / "arsip.zip"
    hasil = jalankan("-C", str(terkirim), "archive", BULAN, str(berkas))
    assert (hasil.kode, hasil.stdout) == (0, "")
    return berkas


def test_terbaca_tanpa_program(arsip: Path) -> None:
    with zipfile.ZipFile(arsip) as z:
        nama = z.namelist()
        bacalah = z.read("README.txt").decode("utf-8-sig")
        angka = list(csv.DictReader(io.StringIO(z.read("data/angka.csv").decode())))
        peristiwa = json.loads(z.read("peristiwa/peristiwa.json"))
        kunci = json.loads(z.read(f"dokumen/kunci_{BULAN}_v2.json"))
    assert {n.split("/")[0] for n in nama} == {
        "README.txt", "dokumen", "data", "diterima", "peristiwa", "map_kerja", "manifest_sha256.txt", "manifest.json",
    }  # fmt: skip
    for n in (
        f"dokumen/laporan_bulanan_{BULAN}_v1.docx",
        f"dokumen/laporan_bulanan_{BULAN}_v2.docx",
        f"dokumen/perubahan_{BULAN}_v2.xlsx",
        "dokumen/bertanda_tangan_v1_tanda terima.pdf",
        "dokumen/tanda_terima_v1_tanda terima.pdf",
        f"dokumen/kirim_v1/surat_pengantar_{BULAN}_v1.docx",
        "data/datapackage.json",
        f"diterima/{BULAN}/SEK_revisi1_sek.xlsx",
        "peristiwa/peristiwa.csv",
        "map_kerja/kinerja.db",
        "map_kerja/templates/laporan_bulanan.docx",
    ):
        assert n in nama
    assert "Versi 1 diterima 12 Februari 2026, dikirim oleh Budi." in bacalah
    assert "Ahmad Fauzi: Irban I membetulkan pembilang.\r\n" in bacalah
    iku1 = next(b for b in angka if b["indikator"] == "IKU-01" and not b["unit"] and b["periode"] == BULAN)
    assert iku1["realisasi"].startswith("69.44")
    assert [p["nomor"] for p in peristiwa] == list(range(1, len(peristiwa) + 1))
    assert kunci["versi"] == 2


def test_sidiknya_dapat_diperiksa_tanpa_program(arsip: Path) -> None:
    with zipfile.ZipFile(arsip) as z:
        baris = [b.split("  ", 1) for b in z.read("manifest_sha256.txt").decode().splitlines()]
        assert {n for _, n in baris} == set(z.namelist()) - {"manifest_sha256.txt", "manifest.json"}
        assert [n for sidik, n in baris if hashlib.sha256(z.read(n)).hexdigest() != sidik] == []


def test_dipulihkan_dan_terbukti(arsip: Path, tmp_path: Path) -> None:
    baru = tmp_path / "penerus"
    assert jalankan("restore", str(arsip), str(baru)).kode == 0
    assert {p.name for p in baru.iterdir()} >= {"masuk", "formulir", "output", "arsip", "templates", "kinerja.toml"}
    for arg in ((BULAN,), ()):
        hasil = jalankan("-C", str(baru), "verify", *arg, "--json")
        assert hasil.kode == 0
        isi = json.loads(hasil.stdout)
        assert (isi["cocok"], isi["rantai"]) == (True, True)
    assert jalankan("-C", str(baru), "validate", BULAN).kode == 0
    assert jalankan("-C", str(baru), "trace", "IKU-01", BULAN).kode == 0


def test_arsip_yang_diubah_tidak_dipulihkan(arsip: Path, tmp_path: Path) -> None:
    diubah = tmp_path / "diubah.zip"
    with zipfile.ZipFile(arsip) as z, zipfile.ZipFile(diubah, "w") as baru:
        for n in z.namelist():
            baru.writestr(n, b"lain" if n == "dokumen/kunci_2026-01_v1.json" else z.read(n))
    assert jalankan("restore", str(diubah), str(tmp_path / "penerus")).kode == 3
    assert not (tmp_path / "penerus").exists()


def test_sama_byte_demi_byte(terkirim: Path, arsip: Path, tmp_path: Path) -> None:
    assert jalankan("-C", str(terkirim), "archive", BULAN, str(tmp_path / "lagi.zip")).kode == 0
    assert (tmp_path / "lagi.zip").read_bytes() == arsip.read_bytes()


def test_nama_yang_sama_tidak_saling_menimpa(terkirim: Path, tmp_path: Path) -> None:
    """Two receipts by one name, of one version, in different bytes."""
    ws = Path(shutil.copytree(terkirim, tmp_path / "kantor"))
    for n in (1, 2):
        pindai = tmp_path / str(n) / "pindai.pdf"
        pindai.parent.mkdir()
        pindai.write_bytes(PDF + str(n).encode())
        arg = ("--bukti", str(pindai), "--oleh", "Budi", "--tanggal", "2026-02-12", "--versi", "1")
        assert jalankan("-C", str(ws), "deliver", BULAN, *arg).kode == 0
    assert jalankan("-C", str(ws), "archive", BULAN).kode == 0
    with zipfile.ZipFile(ws / "cadangan" / f"arsip_{BULAN}_v2.zip") as z:
        dua = [n for n in z.namelist() if n.startswith("dokumen/tanda_terima_v1_pindai")]
        assert {z.read(n) for n in dua} == {PDF + b"1", PDF + b"2"}


def test_belum_final_keluar_3(kantor: Path) -> None:
    hasil = jalankan("-C", str(kantor), "archive", BULAN)
    assert hasil.kode == 3
    assert f"kinerja finalize {BULAN}" in hasil.stderr
    assert not (kantor / "cadangan").exists()


@pytest.mark.parametrize(("nama", "bagian"), [("x.tar", "tidak berakhiran .zip"), ("arsip.zip", "sudah ada")])
def test_tujuan_yang_salah_keluar_2(terkirim: Path, arsip: Path, nama: str, bagian: str) -> None:
    hasil = jalankan("-C", str(terkirim), "archive", BULAN, str(arsip.parent / nama))
    assert hasil.kode == 2
    assert bagian in hasil.stderr


def test_asli_yang_rusak_disebut(terkirim: Path, tmp_path: Path) -> None:
    ws = Path(shutil.copytree(terkirim, tmp_path / "kantor"))
    for kunci in (ws / "arsip").glob("*/*"):
        kunci.write_bytes(b"rusak")
    hasil = jalankan("-C", str(ws), "archive", BULAN)
    assert hasil.kode == 3
    assert "Arsip arsip/" in hasil.stderr
    assert not (ws / "cadangan").exists()
