"""A sixth SOP, an office's own: one file in the workspace, no Python, and the whole job follows it."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from docx import Document
from helpers.jalankan import jalankan
from kantor_uji import Kantor

DINAS = """
judul = "Pelaporan Kinerja Bulanan (Dinas Rekaan)"
hari = "kerja"
laporan = ["bulanan"]
peran = ["Kepala Dinas", "Sekretaris", "Bidang", "Tim Data"]

[[sop]]
nama = "Pelaporan Kinerja Bulanan"

[sop.kepala]
nomor = "065/7/2026"
dasar_hukum = ["Peraturan Kepala Dinas tentang Pelaporan"]

[[sop.langkah]]
id = "edar"
no = "1"
kala = "bulanan"
uraian = "Mengedarkan formulir"
pelaksana = ["Sekretaris"]
kelengkapan = []
waktu = "1 hari"
output = ["surat edaran"]
dihasilkan_oleh = "surat_edaran"

[[sop.langkah]]
id = "isi"
no = "2"
kala = "bulanan"
uraian = "Mengisi formulir"
pelaksana = ["Bidang"]
kelengkapan = ["formulir"]
waktu = "1 s.d. 4 hari"
output = ["formulir terisi"]
tenggat = "tanggal 4 bulan berikutnya"
dihasilkan_oleh = "formulir_terisi"

[[sop.langkah]]
id = "periksa"
no = "3"
kala = "bulanan"
uraian = "Memeriksa isian"
pelaksana = ["Tim Data"]
kelengkapan = ["formulir terisi"]
waktu = "2 hari"
output = ["data valid"]
jika_ditolak = "isi"
dihasilkan_oleh = "kertas_kerja_validasi"

[[sop.langkah]]
id = "susun"
no = "4"
kala = "bulanan"
uraian = "Menyusun laporan"
pelaksana = ["Tim Data", "Kepala Dinas"]
kelengkapan = ["data valid"]
waktu = "2 hari"
output = ["laporan"]
tenggat = "tanggal 14 bulan berikutnya"
dihasilkan_oleh = "laporan_bulanan"
"""


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    hasil = Kantor(tmp_path / "dinas")
    (hasil.ws.sop).mkdir()
    (hasil.ws.sop / "dinas_rekaan.toml").write_text(DINAS, encoding="utf-8")
    setelan = hasil.ws.akar / "kinerja.toml"
    setelan.write_text(re.sub(r"(?m)^sop = .*$", 'sop = "dinas_rekaan"', setelan.read_text(encoding="utf-8")), "utf-8")
    return hasil


def _langkah(akar: Path) -> dict[str, tuple[str, str | None]]:
    data = json.loads(jalankan("-C", str(akar), "status", "2026-01", "--json").stdout)
    return {x["id"]: (x["status"], x["tenggat"]) for x in data["langkah"]}


def test_the_whole_job_follows_the_offices_own_sop(kantor: Kantor) -> None:
    akar = kantor.ws.akar
    assert jalankan("-C", str(akar), "check").kode == 0
    masuk = {u: kantor.formulir("2026-01", "01-28", u) for u in ("IRB1", "SEK")}
    kantor.kirim(masuk["IRB1"], "02-03", iku2=3)
    kantor.validate("2026-01", "02-03")
    kantor.build("2026-01", "02-05")
    langkah = _langkah(akar)
    assert list(langkah) == ["edar", "isi", "periksa", "susun"]
    assert langkah["edar"][0] == "selesai"
    assert langkah["isi"][1] == "2026-02-04"
    assert langkah["susun"][1] == "2026-02-14"
    assert jalankan("-C", str(akar), "schedule", "2026-01").kode == 0
    hasil = jalankan("-C", str(akar), "sop", "print", "--json")
    assert hasil.kode == 0
    dokumen = json.loads(hasil.stdout)["dokumen"]
    assert [d["path"] for d in dokumen] == ["output/2026/sop_dinas_rekaan.docx", "output/2026/sop_dinas_rekaan.xlsx"]
    isi = Document(io.BytesIO((akar / dokumen[0]["path"]).read_bytes()))
    teks = [c.text for t in isi.tables for baris in t.rows for c in baris.cells]
    assert "065/7/2026" in teks  # the office's own number
    assert "Tim Data" in teks
    sekali_lagi = json.loads(jalankan("-C", str(akar), "sop", "print", "--json").stdout)["dokumen"]
    assert sekali_lagi == dokumen  # same input, same bytes


def test_list_and_show_know_both_kinds(kantor: Kantor) -> None:
    arg = ("-C", str(kantor.ws.akar), "sop")
    daftar = json.loads(jalankan(*arg, "list", "--json").stdout)["profil"]
    asal = {d["profil"]: d["asal"] for d in daftar}
    assert asal["dinas_rekaan"] == "kantor"
    assert asal["karanganyar"] == "bawaan"
    tampil = json.loads(jalankan(*arg, "show", "dinas_rekaan", "--json").stdout)
    assert tampil["sop"][0]["langkah"][2]["jika_ditolak"] == "isi"
    assert jalankan(*arg, "show", "dinas_lain").kode == 2


def test_copy_makes_a_profile_ones_own(kantor: Kantor) -> None:
    arg = ("-C", str(kantor.ws.akar), "sop")
    assert jalankan(*arg, "copy", "bantul").kode == 0
    milik = kantor.ws.sop / "bantul.toml"
    milik.write_text(milik.read_text(encoding="utf-8").replace('waktu = "120 hari"', 'waktu = "20 hari"'), "utf-8")
    tampil = json.loads(jalankan(*arg, "show", "bantul", "--json").stdout)
    assert tampil["sop"][0]["langkah"][6]["waktu"] == "20 hari"
    assert jalankan(*arg, "copy", "bantul").kode == 3  # nothing is overwritten
    assert jalankan(*arg, "copy", "bantul", "../bantul").kode == 2
    assert jalankan(*arg, "copy", "tiada").kode == 2
    assert jalankan(*arg, "copy", "dinas_rekaan", "dinas_rekaan_2").kode == 0


def test_check_names_each_fault_of_a_profile_by_its_key(kantor: Kantor) -> None:
    akar = kantor.ws.akar
    rusak = DINAS.replace('jika_ditolak = "isi"', 'jika_ditolak = "issi"').replace('["Bidang"]', '["Bidangg"]')
    (kantor.ws.sop / "dinas_rekaan.toml").write_text(rusak, encoding="utf-8")
    (kantor.ws.sop / "lama.toml").write_text("judul = ", encoding="utf-8")  # not in use
    hasil = jalankan("-C", str(akar), "check", "--json")
    assert hasil.kode == 1
    temuan = json.loads(hasil.stdout)["temuan"]
    assert {(t["kode"], t["tingkat"], t["berkas"], t["sel"]) for t in temuan} == {
        ("STL008", "galat", "sop/dinas_rekaan.toml", "sop[1].langkah[id=isi].pelaksana"),
        ("STL008", "galat", "sop/dinas_rekaan.toml", "sop[1].langkah[id=periksa].jika_ditolak"),
        ("STL008", "peringatan", "sop/lama.toml", "seluruh berkas"),
    }
    assert "mungkin maksudnya “isi”" in next(t["pesan"] for t in temuan if "periksa" in t["sel"])
    assert jalankan("-C", str(akar), "status", "2026-01").kode == 3
    daftar = json.loads(jalankan("-C", str(akar), "sop", "list", "--json").stdout)["profil"]
    assert {d["profil"] for d in daftar if d["judul"] is None} == {"dinas_rekaan", "lama"}


def test_next_years_workspace_takes_the_profile_along(kantor: Kantor, tmp_path: Path) -> None:
    baru = tmp_path / "dinas-2027"
    arg = ("init", str(baru), "--tahun", "2027", "--dari", str(kantor.ws.akar), "--sop", "dinas_rekaan")
    assert jalankan(*arg).kode == 0
    assert (baru / "sop" / "dinas_rekaan.toml").read_text(encoding="utf-8") == DINAS
    assert 'sop = "dinas_rekaan"' in (baru / "kinerja.toml").read_text(encoding="utf-8")
