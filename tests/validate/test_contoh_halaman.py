"""What the page of a code gives as wrong is found to be that, and what it gives as right is not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from validate.dunia_kecil import KA, Formulir, K, L, angka, galat, rumus, temuan_of

from kinerja.catalogue.pages import halaman

Ubah = Callable[[Formulir], object]
UANG = "6.01.01"


def isi(kode: str, kolom: Any, nilai: object) -> Ubah:
    return lambda f: f.isi(kode, kolom, nilai)


def rasio(pembilang: object, penyebut: object) -> Ubah:
    return lambda f: f.rasio(pembilang, penyebut)


def tanggal(nilai: object) -> Ubah:
    return lambda f: f.pengesahan.update({L.TANGGAL: nilai})


# Code, words of `Contoh keliru` and what they type; words of `Contoh benar` and what those type.
CONTOH: tuple[tuple[str, str, Ubah, str, Ubah], ...] = (
    ("ISI001", "dibiarkan kosong", isi("JML", K.REALISASI, None), "berisi 4", isi("JML", K.REALISASI, 4)),
    ("ISI001", "kosong", isi("JML", K.REALISASI, None), "0 bila hasilnya memang nol", isi("JML", K.REALISASI, 0)),
    ("ISI002", "J9 = 23, Penyebut K9 kosong", rasio(23, None), "Penyebut K9 = 36", rasio(23, 36)),
    ("ISI003", "“sudah baik”", isi("PSN", K.REALISASI, "sudah baik"), "88,5", isi("PSN", K.REALISASI, 88.5)),
    ("ISI004", "“1.125”", isi("JML", K.REALISASI, "1.125"), "angka 1125", isi("JML", K.REALISASI, 1125)),
    ("ISI004", "“1.125”", isi("JML", K.REALISASI, "1.125"), "1,125", isi("JML", K.REALISASI, 1.125)),
    ("ISI005", "berisi 0,95", isi("PSN", K.REALISASI, 0.95), "berisi 95", isi("PSN", K.REALISASI, 95)),
    ("ISI005", "0,95", isi("PSN", K.REALISASI, 0.95), "tampil 95%", isi("PSN", K.REALISASI, angka("0.95", "0%"))),
    ("ISI006", '0,5 dengan format "95%"', isi("PSN", K.REALISASI, angka("0.5", '"95%"')), "95 dengan format Umum",
     isi("PSN", K.REALISASI, 95)),
    ("ISI007", "3 Mei 2026", isi("JML", K.REALISASI, date(2026, 5, 3)), "misalnya 4", isi("JML", K.REALISASI, 4)),
    ("ISI008", "“80 – 90%”", isi("PSN", K.REALISASI, "80 – 90%"), "berisi 86", isi("PSN", K.REALISASI, 86)),
    ("ISI009", "“n/a”", isi("MIN", K.REALISASI, "n/a"), "berisi 0", isi("MIN", K.REALISASI, 0)),
    ("ISI010", "berisi 885", isi("PSN", K.REALISASI, 885), "88,5", isi("PSN", K.REALISASI, 88.5)),
    ("ISI011", "J9 = -3", rasio(-3, 24), "J9 = 3", rasio(3, 24)),
    ("ISI012", "berisi 4,5", isi("JML", K.REALISASI, 4.5), "berisi 5", isi("JML", K.REALISASI, 5)),
    ("ISI013", "Pembilang 5, Penyebut 0", rasio(5, 0), "Pembilang 5, Penyebut 8", rasio(5, 8)),
    ("ISI014", "Pembilang 0 dan Penyebut 0", rasio(0, 0), "Pembilang 0, Penyebut 5", rasio(0, 5)),
    ("ISI015", "Pembilang 36, Penyebut 23", rasio(36, 23), "Pembilang 23, Penyebut 36", rasio(23, 36)),
    ("ISI016", "“Baik Sekali”", isi("PRD", K.REALISASI, "Baik Sekali"), "BB", isi("PRD", K.REALISASI, "BB")),
    ("ISI017", "“Sudah”", isi("YAT", K.REALISASI, "Sudah"), "Ya", isi("YAT", K.REALISASI, "Ya")),
    ("ISI017", "TRUE", isi("YAT", K.REALISASI, True), "Ya", isi("YAT", K.REALISASI, "Ya")),
    ("ISI018", "diisi 3", isi("SEM", K.REALISASI, 3), "dikosongkan", isi("SEM", K.REALISASI, None)),
    ("ISI019", "#REF!", isi("PSN", K.REALISASI, galat("#REF!")), "85", isi("PSN", K.REALISASI, 85)),
    ("ISI020", "=80+5", isi("PSN", K.REALISASI, rumus("80+5")), "85", isi("PSN", K.REALISASI, 85)),
    ("ISI021", "=17/20*100", isi("PSN", K.REALISASI, rumus("17/20*100", 85)), "85", isi("PSN", K.REALISASI, 85)),
    ("ISI022", "TRUE", isi("JML", K.REALISASI, True), "berisi 1", isi("JML", K.REALISASI, 1)),
    ("ISI023", "“85,5”", isi("PSN", K.REALISASI, "85,5"), "angka 85,5", isi("PSN", K.REALISASI, 85.5)),
    ("ISI024", "“3 Kab”", isi("JML", K.REALISASI, "3 Kab"), "berisi 3", isi("JML", K.REALISASI, 3)),
    ("ISI025", "3 Mei 2026", tanggal(date(2026, 5, 3)), "3 April 2026", tanggal(date(2026, 4, 3))),
    ("ISI026", "tampil 5%", isi("JML", K.REALISASI, angka("0.05", "0%")), "berisi 5", isi("JML", K.REALISASI, 5)),
    ("ISI027", '85 dengan format 0"%"', isi("PSN", K.REALISASI, angka(85, '0"%"')), "format Umum",
     isi("PSN", K.REALISASI, 85)),
    ("ISI028", "E7 di lembar Anggaran kosong", isi(UANG, KA.REALISASI, None), "0 bila", isi(UANG, KA.REALISASI, 0)),
    ("ISI029", "“minggu depan”", tanggal("minggu depan"), "3 April 2026", tanggal("3 April 2026")),
    ("ISI030", "#NAME?", isi("PSN", K.TINDAK_LANJUT, galat("#NAME?")), "kalimatnya",
     isi("PSN", K.TINDAK_LANJUT, "Jadwal disusun ulang")),
    ("HTG001", "Pembilang 23, Penyebut 36, Realisasi diketik 70",
     lambda f: f.rasio(23, 36).isi("RSO", K.REALISASI, 70), "63,89", rasio(23, 36)),
    ("HTG002", "diketik 15", isi("JML", K.REALISASI_SD, 15), "12", isi("JML", K.REALISASI_SD, 12)),
    ("HTG003", "Realisasi 85, target 80, Capaian diketik 110", isi("PSN", K.CAPAIAN, 110), "106,25",
     isi("PSN", K.CAPAIAN, "106,25")),
    ("HTG004", "diketik 900.000", isi(UANG, KA.REALISASI_SD, 900_000), "300.000", isi(UANG, KA.REALISASI_SD, 300_000)),
    ("HTG005", "diketik 99", isi(UANG, KA.SERAPAN, 99), "25,00", isi(UANG, KA.SERAPAN, 25)),
    ("HTG006", "diisi 1.100.000", isi(UANG, KA.REALISASI, 1_100_000), "100.000", isi(UANG, KA.REALISASI, 100_000)),
    ("HTG007", "Maret diisi 12", isi("JML", K.REALISASI, 12), "Maret diisi 4", isi("JML", K.REALISASI, 4)),
    ("HTG008", "-5000", isi(UANG, KA.REALISASI, -5000), "berisi 5000", isi(UANG, KA.REALISASI, 5000)),
    ("HTG009", "310.000", isi(UANG, KA.REALISASI, 310_000), "110.000", isi(UANG, KA.REALISASI, 110_000)),
    ("BTK030", "SEM-1", isi("SEM", K.KODE, "SEM-1"), "Kode SEM", isi("SEM", K.KODE, "SEM")),
    ("BTK031", "dari 4 menjadi 2", isi("JML", K.TARGET_PERIODE, 2), "tetap 4", isi("JML", K.TARGET_PERIODE, 4)),
    ("BTK032", "dari 8 menjadi 7", isi("JML", K.REALISASI_SD_LALU, 7), "tetap 8", isi("JML", K.REALISASI_SD_LALU, 8)),
    ("BTK033", "“Jumlah rapat”", isi("JML", K.INDIKATOR, "Jumlah rapat"), "tetap",
     isi("JML", K.INDIKATOR, "Jumlah laporan hasil pengawasan")),
    ("BTK034", "diganti orang", isi("JML", K.SATUAN, "orang"), "tetap dokumen", isi("JML", K.SATUAN, "dokumen")),
    ("BTK036", "106,25", isi("PSN", K.CAPAIAN, "106,25"), "tetap rumus", isi("PSN", K.CAPAIAN, rumus("L7/G7*100"))),
    ("BTK040", "9.000.000", isi(UANG, KA.PAGU, 9_000_000), "1.200.000", isi(UANG, KA.PAGU, 1_200_000)),
    ("BTK041", "menjadi 1", isi(UANG, KA.REALISASI_SD_LALU, 1), "200.000", isi(UANG, KA.REALISASI_SD_LALU, 200_000)),
    ("BTK043", "“Lainnya”", isi(UANG, KA.URAIAN, "Lainnya"), "asli", isi(UANG, KA.URAIAN, "Pengawasan internal")),
)  # fmt: skip


def _bagian(kode: str, judul: str) -> str:
    return re.split(rf"^## {judul}$", halaman(kode), flags=re.MULTILINE)[1].partition("\n## ")[0]


@pytest.mark.parametrize(("kode", "keliru", "ubah", "benar", "betulkan"), CONTOH)
def test_page_is_judged_as_it_says(kode: str, keliru: str, ubah: Ubah, benar: str, betulkan: Ubah) -> None:
    assert keliru in _bagian(kode, "Contoh keliru")
    assert benar in _bagian(kode, "Contoh benar")
    salah, betul = Formulir(), Formulir()
    ubah(salah)
    betulkan(betul)
    assert kode in [k for k, _ in temuan_of(salah.nilai())]
    assert kode not in [k for k, _ in temuan_of(betul.nilai())]


def test_all_of_isi_and_htg_are_here() -> None:
    """But HTG010 and HTG011, whose examples need an indicator of another office."""
    from kinerja.catalogue import ATURAN

    semua = {k for k in ATURAN if k.startswith(("ISI", "HTG"))}
    assert semua - {k for k, *_ in CONTOH} == {"HTG010", "HTG011"}
