"""`kinerja trace`: what stands behind a figure, an average, a budget line, and a figure known only by its digits."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers import docx_text
from helpers.jalankan import jalankan
from kantor_uji import MATA, Kantor, saat

from kinerja.domain.periode import Periode
from kinerja.pipeline.accept import accept

ALASAN = "Sesuai berita acara 700/30/2026."


@pytest.fixture(scope="module")
def kantor(tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    """January reported, then corrected; February in; March missing."""
    k = Kantor(tmp_path_factory.mktemp("jejak") / "kantor")
    salinan = k.laporan_awal()
    k.kirim(k.formulir("2026-02", "02-25"), "03-02", {"Pembilang": 30})
    k.validate("2026-02", "03-03")
    k.kirim(salinan, "03-10", {"Pembilang": 27}, uang=900_000)
    k.validate("2026-01", "03-10")
    accept(
        k.ws, "IRB1", Periode.parse("2026-01"), "SLR008", indikator="IKU-01", alasan=ALASAN, oleh="Dewi",
        waktu=saat("03-11"),
    )  # fmt: skip
    return k


def teks(kantor: Kantor, *arg: str) -> list[str]:
    hasil = jalankan("-C", str(kantor.ws.akar), "trace", *arg)
    assert hasil.kode == 0, hasil.stderr
    return hasil.stdout.splitlines()


def data(kantor: Kantor, *arg: str) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads("\n".join(teks(kantor, *arg, "--json")))
    return isi


def test_seluruh_angka_baris_dengan_rumus_dan_bulannya(kantor: Kantor) -> None:
    j = data(kantor, "IKU-01", "2026-TW1")
    angka = {x["angka"]: x for x in j["langkah"]}
    assert list(angka) == [
        "realisasi", "target", "capaian", "realisasi_sd", "target_sd", "capaian_sd", "target_tahun", "capaian_tahun",
    ]  # fmt: skip
    for nama, x in angka.items():
        assert x["nilai"] == j["angka"][nama]
        assert x["tercetak"] == j["tercetak"][nama]
    assert angka["realisasi"]["rumus"] == "30 / 36 × 100 = 83,3333"
    assert angka["realisasi"]["bulan"] == ["2026-02"]
    assert angka["capaian"]["rumus"] == "83,3333 / 80 × 100 = 104,17"
    assert angka["target"]["bulan"] == ["2026-03"]
    assert (angka["capaian"]["nilai"], angka["capaian"]["tercetak"]) == ("104.166666666667", "104,17")
    assert j["belum_lapor"] == [{"unit": "IRB1", "bulan": "2026-03"}]
    assert [(f["bulan"], f["dipakai"], f["pembilang"], f["penyebut"]) for f in j["fakta"]] == [
        ("2026-01", False, "27", "36"),
        ("2026-02", True, "30", "36"),
    ]


def test_target_menyebut_sel_induk_yang_memuatnya(kantor: Kantor) -> None:
    j = data(kantor, "IKU-01", "2026-TW1")
    induk = kantor.ws.akar / "induk.xlsx"
    buku = openpyxl.load_workbook(induk)
    assert {t["bulan"] for t in j["target"]} == {"2026-03", None}
    for t in j["target"]:
        assert (t["berkas"], t["lembar"]) == ("induk.xlsx", "Target")
        assert str(buku[t["lembar"]][t["sel"]].value) == t["nilai"]
    buku.close()
    assert j["induk"]["sha256"] == hashlib.sha256(induk.read_bytes()).hexdigest()


def test_teks_menyebut_bulan_kosong_pembulatan_temuan_dan_laporan_lama(kantor: Kantor) -> None:
    baris = teks(kantor, "IKU-01", "2026-TW1")
    assert "Angka sementara: 2 dari 3 bulan, 1 dari 1 unit." in baris
    assert "Belum melaporkan: IRB1 (Mar)." in baris
    assert "  Capaian 104,17% (Sangat Tinggi): 83,3333 / 80 × 100 = 104,17" in baris
    assert any("(104,166666666667… dicetak 104,17)" in b for b in baris)
    assert "  1 angka bulan sebelumnya tidak menentukan angka ini; semuanya ada pada --json." in baris


def test_keputusan_dan_perbaikan_sesudah_dilaporkan(kantor: Kantor) -> None:
    j = data(kantor, "IKU-01", "2026-01", "--unit", "irb1")
    [temuan] = [t for t in j["temuan"] if t["kode"] == "SLR008"]
    assert (temuan["keputusan"], temuan["oleh"], temuan["alasan"]) == ("Diterima", "Dewi", ALASAN)
    [ubah] = j["perbaikan"]
    assert (ubah["laporan"], ubah["dibuat"], ubah["periode"], ubah["unit"]) == (
        "2026-01", "2026-02-06", "2026-01", "IRB1",
    )  # fmt: skip
    assert (ubah["semula"], ubah["menjadi"], ubah["alasan"], ubah["revisi"]) == ("63.888888888889", "75", ALASAN, 2)
    baris = teks(kantor, "IKU-01", "2026-01")
    assert any("63,89 (23 / 36), kini 75,00 (27 / 36) (revisi 2)" in b and ALASAN in b for b in baris)
    # Near miss: February, which reports cumulative figures too, was itself never reported otherwise.
    assert [p["periode"] for p in data(kantor, "IKU-01", "2026-02")["perbaikan"]] == ["2026-01"]


def test_rata_rata_menyebut_yang_dihitung_dan_yang_tidak(kantor: Kantor) -> None:
    j = data(kantor, "S1", "2026-02")
    bangun = json.loads(jalankan("-C", str(kantor.ws.akar), "trace", "instansi", "2026-02", "--json").stdout)
    assert (j["jenis"], j["angka"]["tingkat"], bangun["angka"]["tingkat"]) == ("rata_rata", "sasaran", "instansi")
    dihitung = {a["indikator"]: (a["dihitung"], a["alasan"]) for a in j["anggota"]}
    assert dihitung["IKU-01"] == ("104.166666666667", None)
    assert len(dihitung) == j["angka"]["indikator"]
    assert sum(d is not None for d, _ in dihitung.values()) == j["angka"]["indikator_dihitung"]
    assert all(alasan for d, alasan in dihitung.values() if d is None)
    assert j["rumus"].endswith(f"= {j['tercetak']['capaian']}")
    unit = teks(kantor, "IRB1", "2026-02")
    assert unit[0].startswith("Unit IRB1:")
    assert any("kinerja trace IKU-01 2026-02 --unit IRB1" in b for b in unit)


def test_anggaran_sampai_sel_dan_laporan_lama(kantor: Kantor) -> None:
    j = data(kantor, MATA, "2026-02")
    assert [(f["bulan"], f["realisasi"], f["dipakai"]) for f in j["fakta"]] == [
        ("2026-01", "900000", False),
        ("2026-02", "1000000", True),
    ]
    assert j["angka"]["realisasi_sd"] == "1900000"
    [b] = j["bawahan"]
    buku = openpyxl.load_workbook(kantor.ws.akar / "induk.xlsx")
    assert str(buku[b["lembar"]][b["sel"]].value) == b["pagu"] == j["angka"]["pagu"]
    buku.close()
    [ubah] = j["perbaikan"]
    assert (ubah["semula"], ubah["menjadi"]) == ("1000000", "900000")
    atas = data(kantor, MATA.rpartition(".")[0], "2026-02")
    assert MATA in {b["kode"] for b in atas["bawahan"]}


@pytest.mark.parametrize("dicari", ["104,17", "104.17", "104,17%"])
def test_dari_angka_tercetak_ke_kodenya(kantor: Kantor, dicari: str) -> None:
    cocok = {(a["kode"], a["unit"], a["angka"]) for a in data(kantor, dicari, "2026-02")["cocok"]}
    assert {("IKU-01", None, "capaian"), ("IKU-01", "IRB1", "capaian_sd"), ("S1", None, "capaian")} <= cocok
    assert any("kinerja trace IKU-01 2026-02 --unit IRB1" in b for b in teks(kantor, dicari, "2026-02"))


def test_angka_yang_tidak_tercetak(kantor: Kantor) -> None:
    assert data(kantor, "104,16", "2026-02")["cocok"] == []
    assert teks(kantor, "104,16", "2026-02")[0] == "Tidak ada angka Februari 2026 yang tercetak 104,16."


@pytest.mark.parametrize(
    ("arg", "pesan"),
    [
        (("IKU-O1", "2026-01"), "Mungkin maksudnya “IKU-01”"),
        (("IKU-01", "2026-01", "--unit", "SEK"), "Unit SEK tidak mempunyai target untuk IKU-01."),
        (("S1", "2026-01", "--unit", "IRB1"), "kinerja trace IRB1 2026-01"),
        (("IKU-01", "2025"), "Induk ini untuk tahun 2026"),
    ],
)
def test_salah_tulis_ditawari_yang_benar(kantor: Kantor, arg: tuple[str, ...], pesan: str) -> None:
    hasil = jalankan("-C", str(kantor.ws.akar), "trace", *arg)
    assert hasil.kode == 2
    assert pesan in hasil.stderr


def test_tidak_mengubah_apa_pun(kantor: Kantor) -> None:
    def isi() -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in kantor.ws.akar.rglob("*") if p.is_file() and p.suffix != ".lock"}

    sebelum = isi()
    teks(kantor, "IKU-01", "2026-TW1")
    teks(kantor, "instansi", "2026-01")
    assert isi() == sebelum


def test_lampiran_jejak_angka_hanya_bila_diminta(kantor: Kantor) -> None:
    def laporan(*pilihan: str) -> tuple[str, str]:
        hasil = jalankan("-C", str(kantor.ws.akar), "build", "2026-01", *pilihan, "--json")
        dokumen = json.loads(hasil.stdout)["dokumen"][0]
        return dokumen["sha256"], docx_text.plain_text((kantor.ws.akar / dokumen["path"]).read_bytes())

    tanpa, teks_tanpa = laporan()
    _, teks_dengan = laporan("--jejak")
    assert "Jejak Angka" not in teks_tanpa
    [f] = data(kantor, "IKU-01", "2026-01")["fakta"]
    for isi in (
        "Lampiran I-A  Jejak Angka",
        "27 / 36 × 100 = 75",
        "IRB1: Jan [1] J7, K7",
        f["berkas"],
        f["sha256"][:12],
    ):
        assert isi in teks_dengan
    assert laporan()[0] == tanpa


def test_target_sebelum_perubahan_menyebut_versi_dan_sel_lamanya(tmp_path: Path) -> None:
    k = Kantor(tmp_path / "kantor")
    induk = k.ws.akar / "induk.xlsx"
    k.kirim(k.formulir("2026-01", "02-01"), "02-02")
    k.validate("2026-01", "02-03")
    lama = hashlib.sha256(induk.read_bytes()).hexdigest()
    buku = openpyxl.load_workbook(induk)
    buku["Target"].insert_rows(2)
    buku["Target"]["C3"] = 60
    buku.save(induk)
    buku.close()
    k.kirim(k.formulir("2026-02", "02-25"), "03-02", {"Pembilang": 30})
    k.validate("2026-02", "03-03")
    sel = {t["bulan"]: (t["nilai"], t["sel"], t["sha256"] == lama) for t in data(k, "IKU-01", "2026-01")["target"]}
    assert sel == {"2026-01": ("80", "C2", True), None: ("80", "O3", False)}
    assert any("versi sebelumnya di arsip/" in b for b in teks(k, "IKU-01", "2026-01"))
    # February's form was made from today's master.
    assert {t["sha256"] == lama for t in data(k, "IKU-01", "2026-02")["target"]} == {False}


def test_pembanding_menyebut_sel_riwayat_dan_indikator(tmp_path: Path) -> None:
    assert jalankan("init", str(tmp_path / "k"), "--tahun", "2026").kode == 0
    induk = tmp_path / "k" / "induk.xlsx"
    buku = openpyxl.load_workbook(induk)
    riwayat, indikator = buku["Riwayat"], buku["Indikator"]
    mulai = next(n for n in range(2, 500) if riwayat.cell(n, 1).value is None)
    for n, (periode, target, realisasi) in enumerate(
        (("2025-12", 78, 70), ("2025-01", 60, 45), ("2024", 70, 66)), mulai
    ):
        for kolom, isi in enumerate(("IKU-01", periode, target, realisasi), 1):
            riwayat.cell(n, kolom, isi)
    judul = {c.value: c.column_letter for c in indikator[1]}
    baris = next(c.row for c in indikator["A"] if c.value == "IKU-01")
    indikator[f"{judul['Target Renstra']}{baris}"], indikator[f"{judul['Tahun Renstra']}{baris}"] = 90, 2029
    buku.save(induk)
    hasil = jalankan("-C", str(tmp_path / "k"), "trace", "IKU-01", "2026-01", "--json")
    p = json.loads(hasil.stdout)["pembanding"]
    assert (p["sebelumnya"]["periode"], p["sebelumnya"]["realisasi"]) == ("2025-12", "70")
    assert (p["tahun_lalu"]["periode"], p["tahun_lalu"]["realisasi"]) == ("2025-01", "45")
    assert [(r["periode"], r["lembar"]) for r in p["riwayat"]] == [("2025-12", "Riwayat"), ("2025-01", "Riwayat")]
    buku = openpyxl.load_workbook(induk)
    for r in p["riwayat"]:
        assert str(buku["Riwayat"][r["sel"]].value) == r["realisasi"]
        assert str(buku["Riwayat"][r["sel_target"]].value) == r["target"]
    assert buku["Indikator"][p["renstra"]["sel"]].value == 90
    buku.close()
    teks = jalankan("-C", str(tmp_path / "k"), "trace", "IKU-01", "2026-01").stdout
    assert f"2025-12: induk.xlsx, lembar Riwayat, sel C{mulai} dan D{mulai}" in teks
    assert "Target Renstra 2029 90,00" in teks
