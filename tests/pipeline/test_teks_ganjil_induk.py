"""A master whose every text is odd, through the whole program: forms, working papers, returns, reports, letters."""

from __future__ import annotations

import io
import json
import os
import shutil
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from helpers import docx_text
from helpers.jalankan import jalankan
from kantor_uji import Kantor
from lxml import etree

from kinerja.cli import build, check, forms, letter, remind, validate
from kinerja.render.surat import JENIS
from sample_data.pengisi import isi_formulir

CONTOH = Path(__file__).resolve().parents[2] / "sample_data" / "inspektorat"
GANJIL = "R&D <b> \"q\" 'k' {{ x }} {% y %} ꦗꦮ 😀 \u200bא"
BALIK = "\u202e"  # turns the text after it, and must not
URAIAN = f"+62 @SUM(A1) {GANJIL}"
TEKS = {
    "Instansi": ("Nilai",),
    "Unit": ("Nama Unit", "Jabatan Pimpinan", "Nama Pimpinan", "Pangkat/Golongan"),
    "Pejabat": ("Jabatan", "Nama", "Pangkat/Golongan"),
    "Tim": ("Nama", "Jabatan"),
    "Sasaran": ("Sasaran",),
    "Indikator": ("Indikator", "Definisi Operasional", "Sumber Data"),
    "Anggaran": ("Uraian",),
    "Libur": ("Keterangan",),
    "LHE": ("Rekomendasi", "Tindak Lanjut"),
    "Narasi": ("Teks",),
    "Rapat": ("Waktu", "Tempat", "Acara", "Peserta"),
    "Agenda": ("Hal", "Tujuan"),
}
INSTANSI = ("Nama Instansi", "Pemerintah Daerah", "Alamat", "Tempat", "Tujuan Laporan", "Melalui")


def _induk(tujuan: Path) -> int:
    """The sample's master with an odd tail on every free text; how many texts."""
    buku = openpyxl.load_workbook(CONTOH / "induk.xlsx")
    banyak = 0
    for nama, kolom in TEKS.items():
        lembar = buku[nama]
        kepala = [c.value for c in lembar[1]]
        for baris in lembar.iter_rows(min_row=2):
            if nama == "Instansi" and baris[0].value not in INSTANSI:
                continue
            for k in kolom:
                sel = baris[kepala.index(k)]
                if isinstance(sel.value, str):
                    sel.value, sel.data_type = f"{sel.value} {GANJIL}{BALIK}", "s"
                    banyak += 1
    buku.save(tujuan)
    return banyak


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January with one form that is right and one that goes back, and everything that can be made of it."""
    ws = tmp_path_factory.mktemp("ganjil") / "kantor"

    def perintah(*arg: str, boleh: tuple[int, ...] = (0,)) -> Any:
        hasil = jalankan("-C", str(ws), *arg)
        assert hasil.kode in boleh, f"{arg}: {hasil.stdout} {hasil.stderr}"
        return hasil

    with pytest.MonkeyPatch.context() as tiru:
        for modul in (build, check, forms, letter, remind, validate):
            tiru.setattr(modul, "now", lambda: datetime(2026, 2, 6, 9), raising=False)
        assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
        for nama in ("kinerja.toml", "logo.png"):
            shutil.copyfile(CONTOH / nama, ws / nama)
        assert _induk(ws / "induk.xlsx") > 150
        perintah("check")
        perintah("forms", "2026-01")
        for unit, pembilang in (("IRB1", 20), ("IRB2", -5)):
            asal = ws / f"formulir/2026-01/formulir_{unit}_2026-01.xlsx"
            uraian = dict.fromkeys(("Faktor Pendorong", "Faktor Penghambat", "Tindak Lanjut"), URAIAN)
            isi = isi_formulir(asal, {"IKU-01": {"Pembilang": pembilang, "Penyebut": 40, **uraian}}, {}, {})
            (ws / "masuk" / asal.name).write_bytes(isi)
            waktu = datetime(2026, 2, 3, 9).timestamp()
            os.utime(ws / "masuk" / asal.name, (waktu, waktu))
        perintah("validate", "2026-01", boleh=(0, 1))
        for periode in ("2026-01", "2026-TW1", "2026-S1", "2026"):
            perintah("build", periode, "--jejak", boleh=(0, 1))
        for jenis, surat in JENIS.items():
            hasil = perintah("letter", jenis, *(() if surat.tahunan else ("2026-01",)), "--json")
            assert json.loads(hasil.stdout)["dokumen"]
        perintah("remind", "2026-01")
    return ws


def _naskah(ws: Path) -> list[Path]:
    return sorted(p for p in ws.rglob("*.docx") if "templates" not in p.parts)


@pytest.mark.slow
def test_setiap_naskah_utuh_dan_memuat_teks_itu(kantor: Path) -> None:
    semua = _naskah(kantor)
    assert len(semua) > 20
    for berkas in semua:
        isi = berkas.read_bytes()
        docx.Document(io.BytesIO(isi))
        teks = docx_text.plain_text(isi)
        assert GANJIL in teks or GANJIL.upper() in teks, berkas
        assert "&amp;" not in teks, berkas
        assert BALIK not in teks, berkas
        with zipfile.ZipFile(io.BytesIO(isi)) as z:
            for nama in z.namelist():
                if nama.endswith((".xml", ".rels")):
                    etree.fromstring(z.read(nama))


@pytest.mark.slow
def test_judul_daftar_isi_dan_grafik_laporan(kantor: Path) -> None:
    isi = (kantor / "output/2026/laporan_tahunan_2026.docx").read_bytes()
    teks = docx_text.plain_text(isi)
    sasaran = openpyxl.load_workbook(kantor / "induk.xlsx")["Sasaran"]["B2"].value.replace(BALIK, "")
    assert teks.count(sasaran) >= 3  # heading, contents, tables
    assert docx.Document(io.BytesIO(isi)).core_properties.author.endswith(GANJIL)


@pytest.mark.slow
def test_setiap_buku_utuh_dan_memuat_teks_itu_sebagai_teks(kantor: Path) -> None:
    semua = sorted(p for nama in ("formulir", "output") for p in (kantor / nama).rglob("*.xlsx"))
    assert {p.name.split("_")[0] for p in semua} >= {"formulir", "kertas", "perbaikan", "analisis"}
    for berkas in semua:
        buku = openpyxl.load_workbook(berkas)
        isi = [c for lembar in buku for baris in lembar.iter_rows() for c in baris if isinstance(c.value, str)]
        assert any(GANJIL in c.value for c in isi), berkas
        assert not [c for c in isi if c.data_type == "f" and "@SUM" in c.value], berkas


def test_kata_unit_dikutip_apa_adanya_di_laporan(tmp_path: Path) -> None:
    kantor = Kantor(tmp_path / "kantor")
    panjang = "penyebab & akibat, " * 500
    asal = kantor.formulir("2026-01", "01-26")
    kantor.kirim(asal, "02-03", {"Faktor Penghambat": URAIAN, "Tindak Lanjut": f"baris satu\nbaris dua {panjang}"})
    kantor.validate("2026-01", "02-04")
    kantor.build("2026-01", "02-05")
    teks = docx_text.plain_text((tmp_path / "kantor/output/2026-01/laporan_bulanan_2026-01.docx").read_bytes())
    assert URAIAN in teks
    assert "baris satu ↵ baris dua" in teks
    assert panjang.strip() in teks
