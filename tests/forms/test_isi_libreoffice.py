"""The form filled in LibreOffice as a person would: locks, drop-downs, live capaian; saved in every format and read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from forms.contoh_form import LALU, SKALA, belanja, master
from helpers.kantor_uno import kerjakan

from kinerja.domain.angka import format_angka
from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_KINERJA, TIDAK_DIUKUR, Kolom
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import YA, Nilai, Rentang
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import hitung_capaian, nilai_rasio
from kinerja.findings import Finding, Tingkat
from kinerja.forms.blank import Pencetak
from kinerja.forms.tata import BARIS_AWAL, HURUF
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan
from kinerja.read.form import read_form
from kinerja.read.model import FormTerbaca, Kandidat
from kinerja.sources import CellRef
from kinerja.worksheets.pengembalian import salinan_beranotasi

M = master()
PENCETAK = Pencetak(M, Pengaturan())
TERBIT = terbitkan(
    M, Pengaturan(), "SEK", Periode.parse("2026-02"), LALU, (belanja("6.01.01.2.01.0001", 1, 1_000_000),)
)
BARIS = {b.kode: n for n, b in enumerate(TERBIT.baris, BARIS_AWAL)}

REALISASI: dict[str, tuple[str, Nilai, Nilai]] = {  # typed, value, target
    "IKU-02": ("5", Fraction(5), Fraction(4)),
    "IKU-03": ("88.5", Fraction("88.5"), Fraction("85.5")),
    "IKU-04": ("135.15", Fraction("135.15"), Fraction("88.82")),
    "IKU-05": ("4.65", Fraction("4.65"), Fraction("4.2")),
    "IKU-06": ("9", Fraction(9), Fraction(10)),
    "IKU-07": ("9", Fraction(9), Rentang(Fraction(7), Fraction(8))),
    "IKU-08": ("92", Fraction(92), Rentang(Fraction(80), Fraction(90))),
    "IKU-09": ("'B", SKALA[3], SKALA[4]),
    "IKU-10": ("'Ya", YA, YA),
}


def sel(kolom: Kolom, kode: str) -> str:
    return f"{HURUF[kolom]}{BARIS[kode]}"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("office")

    def ketikkan(isi: bytes, ketik: dict[str, dict[str, str]], baca: dict[str, list[str]], aturan: list[str]) -> Any:
        sumber = folder / "kerja.xlsx"
        sumber.write_bytes(isi)
        simpan = {x: folder / f"hasil{x}" for x in (".xlsx", ".ods", ".xls")}
        daftar = [str(p) for p in simpan.values()]
        tugas = {"buka": str(sumber), "ketik": ketik, "baca": baca, "aturan": aturan, "simpan": daftar}
        jawab = kerjakan(Path(__file__).with_name("ketik_uno.py"), tugas, folder)
        return jawab, {x: p.read_bytes() for x, p in simpan.items()}

    return ketikkan


@pytest.fixture(scope="module")
def terisi(office: Any) -> Any:
    ketik = {sel(Kolom.REALISASI, k): teks for k, (teks, _, _) in REALISASI.items()}
    ketik |= {sel(Kolom.PEMBILANG, "IKU-01"): "174", sel(Kolom.PENYEBUT, "IKU-01"): "264"}
    ketik |= {sel(Kolom.FAKTOR_PENDORONG, "IKU-02"): "'- rapat mingguan & supervisi"}
    terkunci = {
        sel(Kolom.TARGET_PERIODE, "IKU-02"): "9", sel(Kolom.REALISASI_SD, "IKU-02"): "9",
        sel(Kolom.REALISASI, "IKU-01"): "9", sel(Kolom.REALISASI, "IKU-11"): "9",
    }  # fmt: skip
    kolom = (Kolom.REALISASI, Kolom.REALISASI_SD, Kolom.CAPAIAN)
    baca = {LEMBAR_KINERJA: [sel(k, b) for b in BARIS for k in kolom], LEMBAR_ANGGARAN: ["F7", "G7", "F8", "G8"]}
    aturan = [sel(Kolom.REALISASI, k) for k in ("IKU-02", "IKU-03", "IKU-09")]
    jawab, berkas = office(
        PENCETAK.cetak(TERBIT, date(2026, 3, 5)),
        {LEMBAR_KINERJA: ketik | terkunci, LEMBAR_ANGGARAN: {"E7": "25000000"}},
        baca,
        aturan,
    )
    return jawab, berkas, list(terkunci)


def read(isi: bytes, nama: str) -> FormTerbaca:
    hasil = read_form(Kandidat(path=nama, isi=isi, sha256="0" * 64, diterima=datetime(2026, 3, 2, tzinfo=UTC)))
    assert hasil.form is not None, hasil.temuan
    return hasil.form


def angka(tampak: str) -> str:
    """What LibreOffice shows, in Indonesian digits whatever its locale."""
    return tampak.replace(",", ".") if "." not in tampak else tampak.replace(",", "").replace(".", ",")


@pytest.mark.libreoffice
def test_live_capaian_shows_our_digits(terisi: Any) -> None:
    tampak = terisi[0]["tampak"][LEMBAR_KINERJA]
    kebijakan = Kebijakan()
    rasio = nilai_rasio(Fraction(174), Fraction(264), Fraction(100))
    semua = {**REALISASI, "IKU-01": ("", rasio, Fraction(80))}
    assert {i.kode for i in M.indikator} - semua.keys() == {"IKU-11"}
    for kode, (_, realisasi, target) in semua.items():
        hasil = hitung_capaian(M.indikator_by_kode(kode), target, realisasi, kebijakan).nilai
        assert hasil is not None
        assert angka(tampak[sel(Kolom.CAPAIAN, kode)]) == format_angka(hasil, 2), kode
    assert angka(tampak[sel(Kolom.REALISASI, "IKU-01")]) == "65,91"
    assert tampak[sel(Kolom.CAPAIAN, "IKU-11")] == TIDAK_DIUKUR


@pytest.mark.libreoffice
def test_cumulative_follows_the_consolidation(terisi: Any) -> None:
    tampak = terisi[0]["tampak"]
    harap = {
        "IKU-01": "65,67", "IKU-02": "8", "IKU-03": "84,25", "IKU-04": "135,15", "IKU-05": "4,65", "IKU-06": "12,0",
        "IKU-07": "9,0", "IKU-08": "92,0", "IKU-09": "B", "IKU-10": "Ya", "IKU-11": "",
    }  # fmt: skip
    assert {k: angka(tampak[LEMBAR_KINERJA][sel(Kolom.REALISASI_SD, k)]) for k in BARIS} == harap
    assert tampak[LEMBAR_ANGGARAN]["G7"].replace(",", ".") == "2.08"
    assert (tampak[LEMBAR_ANGGARAN]["F8"], tampak[LEMBAR_ANGGARAN]["G8"]) == ("", "")


@pytest.mark.libreoffice
def test_locks_and_validations_hold(terisi: Any) -> None:
    jawab, _, terkunci = terisi
    assert jawab["ditolak"] == terkunci
    aturan = jawab["aturan"]
    assert aturan[sel(Kolom.REALISASI, "IKU-02")][::2] == ["DECIMAL", "STOP"]
    assert aturan[sel(Kolom.REALISASI, "IKU-03")][::2] == ["DECIMAL", "WARNING"]
    assert "88,5" in aturan[sel(Kolom.REALISASI, "IKU-03")][3]
    assert aturan[sel(Kolom.REALISASI, "IKU-09")][:2] == ["LIST", '"D";"C";"CC";"B";"BB";"A";"AA"']


@pytest.mark.libreoffice
@pytest.mark.parametrize("format_", [".xlsx", ".ods", ".xls"])
def test_saved_form_is_read_and_returned(terisi: Any, office: Any, format_: str) -> None:
    isi = terisi[1][format_]
    form = read(isi, f"masuk/data{format_}")
    assert form.terbit == TERBIT
    nilai = {b.kode: b.sel for b in form.baris}
    assert nilai["IKU-04"][Kolom.REALISASI].teks == "135.15"
    assert nilai["IKU-01"][Kolom.PEMBILANG].teks == "174"
    assert nilai["IKU-02"][Kolom.FAKTOR_PENDORONG].teks == "- rapat mingguan & supervisi"
    salah = nilai["IKU-04"][Kolom.REALISASI].alamat
    temuan = Finding(
        kode="ISI003", tingkat=Tingkat.GALAT, sumber=CellRef(form.path, LEMBAR_KINERJA, salah), pesan="Terlalu besar.",
        saran="Ketik ulang.", indikator="IKU-04", medan="realisasi",
    )  # fmt: skip
    salinan = salinan_beranotasi(
        isi, form, [temuan], menjawab=1, terbit=TERBIT, pencetak=PENCETAK, tenggat=date(2026, 2, 9)
    ).isi
    letak = [f"C{n}" for n in range(5, 12)]
    baca = {LEMBAR_KINERJA: [salah, sel(Kolom.CAPAIAN, "IKU-04"), sel(Kolom.CAPAIAN, "IKU-01")], "Temuan": letak}
    jawab, berkas = office(salinan, {LEMBAR_KINERJA: {salah: "85.5"}}, baca, [])
    assert jawab["ditolak"] == []
    assert angka(jawab["tampak"][LEMBAR_KINERJA][sel(Kolom.CAPAIAN, "IKU-04")]) == "103,74"
    assert angka(jawab["tampak"][LEMBAR_KINERJA][sel(Kolom.CAPAIAN, "IKU-01")]) == "82,39"
    assert jawab["komentar"][LEMBAR_KINERJA] == 1
    assert f"Data Kinerja {salah}" in jawab["tampak"]["Temuan"].values()
    balik = read(berkas[".xlsx"], "masuk/perbaikan.xlsx")
    assert balik.identitas.menjawab_revisi == 1
    assert {b.kode: b.sel[Kolom.REALISASI].teks for b in balik.baris}["IKU-04"] == "85.5"
