"""The whole cycle through the command line: init, forms, a faulty form, its return, the mended one, the reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from helpers.jalankan import jalankan

from sample_data.pengisi import isi_formulir, letak

IKU1 = {"Pembilang": 23, "Penyebut": 36, "Data Pendukung": "rekap_tindak_lanjut_januari.pdf"}
SEBAB = {
    "Faktor Penghambat": "Objek pemeriksaan terlambat menyerahkan dokumen tindak lanjut.",
    "Tindak Lanjut": "Surat penegasan kepada objek pemeriksaan dikirim minggu pertama Februari.",
}


@pytest.fixture
def ruang(tmp_path: Path) -> Path:
    """A workspace with the January forms made."""
    ws = tmp_path / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "forms", "2026-01").kode == 0
    return ws


def _formulir(ws: Path, unit: str) -> Path:
    return ws / "formulir" / "2026-01" / f"formulir_{unit}_2026-01.xlsx"


def _validate(ws: Path, *arg: str) -> tuple[int, dict]:
    hasil = jalankan("-C", str(ws), "validate", "2026-01", "--json", *arg)
    return hasil.kode, json.loads(hasil.stdout)


def test_formulir_bersih_valid_tanpa_temuan_galat(ruang: Path) -> None:
    (ruang / "masuk" / "irban satu (final).xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}})
    )
    kode, data = _validate(ruang)
    assert kode == 0
    [berkas] = data["berkas"]
    assert (berkas["unit"], berkas["revisi"], berkas["path"]) == ("IRB1", 1, "masuk/irban satu (final).xlsx")
    assert berkas["status"] in ("valid", "valid_dengan_catatan")
    assert data["belum_masuk"] == ["SEK"]


def test_salah_dikembalikan_lalu_revisi_dua_valid(ruang: Path) -> None:
    (ruang / "masuk" / "a.xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB, "Pembilang": "dua puluh"}})
    )
    kode, data = _validate(ruang)
    assert kode == 1
    [berkas] = data["berkas"]
    assert berkas["status"] == "tidak_valid"
    assert [(t["kode"], t["indikator"]) for t in berkas["temuan"] if t["tingkat"] == "galat"] == [("ISI003", "IKU-01")]
    [salinan] = [d["path"] for d in data["dokumen"] if d["jenis"] == "salinan_beranotasi"]

    (ruang / "masuk" / "perbaikan.xlsx").write_bytes(isi_formulir(ruang / salinan, {"IKU-01": {"Pembilang": 23}}))
    kode, data = _validate(ruang)
    assert kode == 0
    [berkas] = data["berkas"]
    assert (berkas["revisi"], berkas["path"]) == (2, "masuk/perbaikan.xlsx")
    assert berkas["status"] in ("valid", "valid_dengan_catatan")


def test_beda_revisi_dan_akibatnya(ruang: Path) -> None:
    (ruang / "masuk" / "a.xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB, "Pembilang": 40}})
    )
    _, data = _validate(ruang)
    assert [t["kode"] for t in data["berkas"][0]["temuan"] if t["tingkat"] == "galat"] == ["ISI015"]
    [salinan] = [d["path"] for d in data["dokumen"] if d["jenis"] == "salinan_beranotasi"]
    (ruang / "masuk" / "b.xlsx").write_bytes(
        isi_formulir(ruang / salinan, {"IKU-01": {"Pembilang": 27, "Tindak Lanjut": "Rapat pembahasan 4 Februari."}})
    )
    assert _validate(ruang)[0] == 0
    hasil = json.loads(jalankan("-C", str(ruang), "diff", "IRB1", "2026-01", "--json").stdout)
    assert (hasil["revisi_lama"], hasil["revisi_baru"]) == (1, 2)
    assert [(p["kode"], p["medan"], p["lama"], p["baru"]) for p in hasil["perubahan"]] == [
        ("IKU-01", "pembilang", "40", "27"),
        ("IKU-01", "tindak_lanjut", SEBAB["Tindak Lanjut"], "Rapat pembahasan 4 Februari."),
    ]
    assert {p["sel_baru"] for p in hasil["perubahan"]} == {"J7", "Q7"}
    bulan = [a for a in hasil["akibat"] if a["periode"] == "2026-01" and a["unit"] is None]
    assert [(a["indikator"], a["capaian_baru"]) for a in bulan] == [("IKU-01", "93.75")]


def test_revisi_valid_tetap_dipakai_selama_yang_lebih_baru_salah(ruang: Path) -> None:
    (ruang / "masuk" / "a.xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}}, pengesahan={"NIP": "123"})
    )
    kode, data = _validate(ruang)
    assert (kode, data["berkas"][0]["status"]) == (0, "valid_dengan_catatan")
    [salinan] = [d["path"] for d in data["dokumen"] if d["jenis"] == "salinan_beranotasi"]
    assert not [d for d in data["dokumen"] if d["jenis"] == "nota_pengembalian"]
    (ruang / "masuk" / "b.xlsx").write_bytes(isi_formulir(ruang / salinan, {"IKU-01": {"Pembilang": "banyak"}}))
    kode, data = _validate(ruang)
    assert kode == 1
    [berkas] = data["berkas"]
    assert (berkas["revisi"], berkas["status"]) == (2, "tidak_valid")
    assert "SLR007" in {t["kode"] for t in berkas["temuan"]}
    hasil = json.loads(jalankan("-C", str(ruang), "build", "2026-01", "--json").stdout)
    assert [c["capaian"] for c in hasil["capaian"] if c["indikator"] == "IKU-01"] == ["79.861111111111"] * 2


def test_peringatan_diterima_dengan_alasan_dan_nama(ruang: Path) -> None:
    import openpyxl

    (ruang / "masuk" / "a.xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}}, pengesahan={"NIP": "123"})
    )
    _validate(ruang)
    terima = ("-C", str(ruang), "accept", "IRB1", "2026-01", "lkp007", "--alasan", "NIP menyusul.", "--oleh", "Dewi")
    assert jalankan(*terima).kode == 0
    _validate(ruang)
    buku = openpyxl.load_workbook(ruang / "output" / "2026-01" / "kertas_kerja_validasi_2026-01.xlsx")
    judul, _ = letak(buku["Temuan"])
    baris = [{j: row[k - 1] for j, k in judul.items()} for row in buku["Temuan"].iter_rows(values_only=True)]
    buku.close()
    [lkp] = [b for b in baris if b["Kode"] == "LKP007"]
    assert (lkp["Keputusan Tim"], lkp["Alasan"], lkp["Diperiksa Oleh"]) == ("Diterima", "NIP menyusul.", "Dewi")


def test_galat_tidak_dapat_diterima(ruang: Path) -> None:
    (ruang / "masuk" / "a.xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB, "Pembilang": "banyak"}})
    )
    _validate(ruang)
    hasil = jalankan(
        "-C", str(ruang), "accept", "IRB1", "2026-01", "ISI003", "--alasan", "Sudah jelas.", "--oleh", "Dewi"
    )
    assert hasil.kode == 2
    assert "galat tidak dapat diterima" in hasil.stderr


def test_laporan_yang_disunting_disimpan_dan_disebut(ruang: Path) -> None:
    assert jalankan("-C", str(ruang), "build", "2026-01").kode == 0
    laporan = ruang / "output" / "2026-01" / "laporan_bulanan_2026-01.docx"
    laporan.write_bytes(laporan.read_bytes() + b"suntingan")
    hasil = jalankan("-C", str(ruang), "build", "2026-01")
    assert hasil.kode == 0
    assert "sudah disunting orang" in hasil.stderr
    [sisa] = laporan.parent.glob("laporan_bulanan_2026-01_suntingan_*.docx")
    assert sisa.read_bytes().endswith(b"suntingan")


def test_dua_berkas_berbeda_bertentangan_sampai_dipilih(ruang: Path) -> None:
    for nama, pembilang in (("a.xlsx", 23), ("b.xlsx", 24)):
        (ruang / "masuk" / nama).write_bytes(
            isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB, "Pembilang": pembilang}})
        )
    kode, data = _validate(ruang)
    assert kode == 1
    assert {b["path"]: [t["kode"] for t in b["temuan"] if t["kode"] == "BRK031"] for b in data["berkas"]} == {
        "masuk/a.xlsx": ["BRK031"],
        "masuk/b.xlsx": ["BRK031"],
    }
    assert jalankan("-C", str(ruang), "choose", "masuk/b.xlsx").kode == 0
    kode, data = _validate(ruang)
    assert (kode, [b["path"] for b in data["berkas"]]) == (0, ["masuk/b.xlsx"])
    hasil = json.loads(jalankan("-C", str(ruang), "build", "2026-01", "--json").stdout)
    [iku1] = [c for c in hasil["capaian"] if c["indikator"] == "IKU-01" and c["unit"] is None]
    assert iku1["realisasi"] == "66.666666666667"


def test_laporan_dan_angkanya(ruang: Path) -> None:
    (ruang / "masuk" / "a.xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}}, {"6.01.02.2.01.0001": 20_000_000})
    )
    assert _validate(ruang)[0] == 0
    hasil = jalankan("-C", str(ruang), "build", "2026-01", "--json")
    assert hasil.kode == 0
    data = json.loads(hasil.stdout)
    [iku1] = [c for c in data["capaian"] if c["indikator"] == "IKU-01" and c["unit"] is None]
    assert iku1["capaian"] == "79.861111111111"
    assert iku1["kategori"] == "Tinggi"
    jejak = json.loads(jalankan("-C", str(ruang), "trace", "IKU-01", "2026-01", "--json").stdout)
    assert [(f["unit"], f["nilai"]) for f in jejak["fakta"]] == [("IRB1", "63.888888888889")]
    [instansi] = [a for a in data["agregat"] if a["tingkat"] == "instansi"]
    assert (instansi["indikator_dihitung"], instansi["indikator"]) == (1, 3)
    for d in data["dokumen"]:
        assert (ruang / d["path"]).is_file()
    assert {d["jenis"] for d in data["dokumen"]} == {"laporan_bulanan", "data_hasil_analisis"}


def test_berkas_rusak_tidak_menghentikan_yang_lain(ruang: Path) -> None:
    (ruang / "masuk" / "a.xlsx").write_bytes(isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}}))
    (ruang / "masuk" / "rusak.xlsx").write_bytes(b"PK\x03\x04 bukan zip")
    (ruang / "masuk" / "laman.xlsx").write_bytes(b"<html><body>masuk</body></html>")
    kode, data = _validate(ruang)
    assert kode == 1
    status = {b["path"]: b["status"] for b in data["berkas"]}
    assert status["masuk/rusak.xlsx"] == "ditolak"
    assert status["masuk/laman.xlsx"] == "ditolak"
    assert status["masuk/a.xlsx"] in ("valid", "valid_dengan_catatan")


def test_berkas_sama_nama_lain_satu_catatan(ruang: Path) -> None:
    isi = isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}})
    (ruang / "masuk" / "a.xlsx").write_bytes(isi)
    (ruang / "masuk" / "sub").mkdir()
    (ruang / "masuk" / "sub" / "b.xlsx").write_bytes(isi)
    for _ in range(2):
        kode, data = _validate(ruang)
        assert kode == 0
        [berkas] = data["berkas"]
        assert [t["kode"] for t in berkas["temuan"]].count("BRK030") == 1


def test_jalan_kedua_tidak_mengubah_apa_pun(ruang: Path) -> None:
    (ruang / "masuk" / "a.xlsx").write_bytes(
        isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB, "Pembilang": None}})
    )
    satu = _validate(ruang)
    sebelum = {p: p.read_bytes() for p in (ruang / "output").rglob("*") if p.is_file()}
    assert _validate(ruang) == satu
    assert {p: p.read_bytes() for p in (ruang / "output").rglob("*") if p.is_file()} == sebelum


def test_formulir_terisi_di_tempatnya_tidak_ditimpa(ruang: Path) -> None:
    formulir = _formulir(ruang, "IRB1")
    formulir.write_bytes(isi_formulir(formulir, {"IKU-01": IKU1}))
    hasil = jalankan("-C", str(ruang), "forms", "2026-01")
    assert hasil.kode == 3
    assert "formulir_IRB1_2026-01.xlsx" in hasil.stderr


def test_keputusan_di_kertas_kerja_bertahan(ruang: Path) -> None:
    import openpyxl

    (ruang / "masuk" / "a.xlsx").write_bytes(isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}}))
    _validate(ruang)
    kkv = ruang / "output" / "2026-01" / "kertas_kerja_validasi_2026-01.xlsx"
    buku = openpyxl.load_workbook(kkv)
    judul, baris = letak(buku["Temuan"])
    pertama = min(baris.values())
    buku["Temuan"].cell(pertama, judul["Alasan"]).value = "Sudah diperiksa bersama unit."
    buku["Temuan"].cell(pertama, judul["Diperiksa Oleh"]).value = "Dewi Lestari"
    buku.save(kkv)
    buku.close()
    for _ in range(2):
        _validate(ruang)
        buku = openpyxl.load_workbook(kkv)
        isi = [str(c.value) for row in buku["Temuan"].iter_rows() for c in row if c.value]
        buku.close()
        assert "Sudah diperiksa bersama unit." in isi


def test_berkas_ditimpa_dengan_nama_sama_dibedakan_sidiknya(ruang: Path) -> None:
    for pembilang in (23, 24):
        (ruang / "masuk" / "a.xlsx").write_bytes(
            isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB, "Pembilang": pembilang}})
        )
        _, data = _validate(ruang)
    for berkas in data["berkas"]:
        [temuan] = [t for t in berkas["temuan"] if t["kode"] == "BRK031"]
        assert all(b["sha256"][:12] in temuan["pesan"] for b in data["berkas"])
    assert len({b["sha256"] for b in data["berkas"]}) == 2
    assert jalankan("-C", str(ruang), "choose", data["berkas"][1]["sha256"][:12]).kode == 0
    assert _validate(ruang)[0] == 0


def test_map_masuk_yang_hilang_berarti_belum_ada_kiriman(ruang: Path) -> None:
    (ruang / "masuk").rmdir()
    kode, data = _validate(ruang)
    assert (kode, data["berkas"], data["belum_masuk"]) == (0, [], ["SEK", "IRB1"])


def test_suntingan_orang_pada_laporan_disimpan_di_sebelahnya(ruang: Path) -> None:
    assert jalankan("-C", str(ruang), "build", "2026-01").kode == 0
    laporan = ruang / "output" / "2026-01" / "laporan_bulanan_2026-01.docx"
    asli = laporan.read_bytes()
    for suntingan in (b"disunting Sekretaris", b"disunting lagi"):
        laporan.write_bytes(suntingan)
        for _ in range(2):
            assert jalankan("-C", str(ruang), "build", "2026-01").kode == 0
        assert laporan.read_bytes() == asli
    disimpan = {p.read_bytes() for p in laporan.parent.glob("laporan_bulanan_2026-01_suntingan_*.docx")}
    assert disimpan == {b"disunting Sekretaris", b"disunting lagi"}


def test_lembar_yang_dihapus_kembali_pada_salinan(ruang: Path) -> None:
    import openpyxl

    kiriman = ruang / "masuk" / "a.xlsx"
    kiriman.write_bytes(isi_formulir(_formulir(ruang, "IRB1"), {"IKU-01": {**IKU1, **SEBAB}}))
    buku = openpyxl.load_workbook(kiriman)
    del buku["Anggaran"]
    buku.save(kiriman)
    buku.close()
    kode, data = _validate(ruang)
    assert kode == 1
    assert [t["kode"] for t in data["berkas"][0]["temuan"] if t["tingkat"] == "galat"] == ["BTK003"]
    [salinan] = [d["path"] for d in data["dokumen"] if d["jenis"] == "salinan_beranotasi"]
    (ruang / "masuk" / "b.xlsx").write_bytes(isi_formulir(ruang / salinan, {}))  # only Anggaran is filled in
    kode, data = _validate(ruang)
    assert (kode, data["berkas"][0]["revisi"]) == (0, 2)
