"""The analysis workbook: accepted facts, figures, averages, budget, comparisons, trends, as live formulas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime

from kinerja.aggregate.anggaran import hitung_anggaran
from kinerja.aggregate.indeks import make_indeks
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.master.indikator import find_skala
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.worksheets import analisis_banding, analisis_peringkat
from kinerja.worksheets.analisis_anggaran import KOLOM_ANGGARAN, LembarAnggaran
from kinerja.worksheets.analisis_banding import KOLOM_BANDING, LembarBanding
from kinerja.worksheets.analisis_data import (
    KOLOM_BELANJA,
    KOLOM_DATA,
    KOLOM_TARGET,
    Letak,
    tulis_belanja,
    tulis_data,
    tulis_target,
)
from kinerja.worksheets.analisis_indikator import KOLOM_CETAK, KOLOM_INDIKATOR, LembarIndikator, susun_baris
from kinerja.worksheets.analisis_jejak import KOLOM_JEJAK, LembarJejak
from kinerja.worksheets.analisis_peringkat import KOLOM_PERINGKAT, tulis_peringkat
from kinerja.worksheets.analisis_rata import KOLOM_RATA, LembarRata
from kinerja.worksheets.analisis_rujukan import Rujukan
from kinerja.worksheets.analisis_tren import LembarTren, kolom_tren
from kinerja.worksheets.tabel_analisis import BARIS_AWAL, Gaya, Kolom, Tabel

_KOLOM_CATATAN = (Kolom("No", 6, "bulat"), Kolom("Aturan hitung", 120))
_PEMBUKUAN = (
    "Setiap sel berumus pada buku ini dihitung dua kali dengan cara yang terpisah: oleh program dan dari rumus "
    "Excel-nya. Buku ini hanya ditulis bila kedua hasil sama di semua sel."
)


def analisis_workbook(
    master: Master,
    pengaturan: Pengaturan,
    hasil: HasilPeriode,
    fakta: Sequence[Fakta],
    belanja: Sequence[FaktaAnggaran] = (),
) -> bytes:
    """The workbook as .xlsx: the same input gives the same bytes. The facts are those behind `hasil`."""
    import xlsxwriter

    periode = hasil.periode
    ini = [f for f in fakta if f.tahun == periode.tahun and f.bulan <= periode.bulan_akhir]
    uang_ini = [f for f in belanja if f.tahun == periode.tahun and f.bulan <= periode.bulan_akhir]
    ix = make_indeks(master, pengaturan, periode.tahun, ini)
    jenis = pengaturan.jenis_pengumpulan
    aliran = io.BytesIO()
    with xlsxwriter.Workbook(
        aliran, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as buku:
        buku.set_properties(
            {
                "title": f"Data Hasil Analisis {periode.nama}",
                "author": "Tim Pengukuran Kinerja",
                "created": datetime(periode.tahun, 1, 1),
            }
        )
        gaya = Gaya(buku, pengaturan.kebijakan.desimal)

        def tabel(nama: str, kolom: Sequence[Kolom], judul: str, petunjuk: str, cetak: int | None = None) -> Tabel:
            baris = (f"{judul} – {periode.nama}", master.instansi.nama, petunjuk)
            penuh = nama != "Jejak"  # most of its cells at the right are empty
            return Tabel(buku, gaya, nama, kolom, judul=baris, kertas=pengaturan.kertas, cetak=cetak, penuh=penuh)

        # Sheets in the order in which they are read; the facts come first because all formulas point to them.
        data = tabel("Data", KOLOM_DATA, "Data yang diterima", "Angka dari formulir yang valid, dengan sel asalnya.")
        target = tabel("Target", KOLOM_TARGET, "Target", "Target tiap bulan menurut induk yang berlaku pada bulan itu.")
        uang = tabel(
            "Data Anggaran", KOLOM_BELANJA, "Belanja yang diterima", "Realisasi anggaran dari formulir yang valid."
        )
        indikator = tabel(
            "Indikator", KOLOM_INDIKATOR, "Capaian indikator",
            "Klik sel Capaian: rumusnya menunjuk ke Target dan Realisasi di baris ini, lalu ke lembar Target dan Data.",
            KOLOM_CETAK,
        )  # fmt: skip
        petunjuk_rata = "Baris tebal adalah rata-rata dari baris indikator di bawahnya: jumlah G dibagi jumlah H."
        unit = tabel("Unit", KOLOM_RATA, "Capaian per unit", petunjuk_rata)
        sasaran = tabel("Sasaran", KOLOM_RATA, "Capaian per sasaran dan instansi", petunjuk_rata)
        anggaran = tabel(
            "Anggaran", KOLOM_ANGGARAN, "Realisasi anggaran", "Tingkat di atasnya adalah jumlah baris terbawah."
        )
        banding = tabel(
            "Perbandingan", KOLOM_BANDING, "Perbandingan",
            "Angka tahun lalu menurut Riwayat; selebihnya rumus. Naik/turun dalam poin persentase.",
            analisis_banding.KOLOM_CETAK,
        )  # fmt: skip
        peringkat = tabel(
            "Peringkat", KOLOM_PERINGKAT, "Peringkat",
            "Dari capaian tertinggi; capaian sama berperingkat sama; yang tidak dapat dihitung di akhir.",
            analisis_peringkat.KOLOM_CETAK,
        )  # fmt: skip
        tren = tabel(
            "Tren", kolom_tren(hasil, jenis), "Tren", "Angka instansi; tahun-tahun sebelumnya menurut Riwayat."
        )
        catatan = tabel("Catatan", _KOLOM_CATATAN, "Catatan", "Aturan yang dipakai untuk angka-angka pada buku ini.")
        jejak = tabel(
            "Jejak", KOLOM_JEJAK, "Jejak angka",
            "Setiap angka: letaknya, rumusnya, dan fakta yang menentukannya. Klik Letak untuk membuka selnya.",
        )  # fmt: skip

        letak = Letak(tulis_data(data, ix, ini), tulis_belanja(uang, ix, uang_ini), tulis_target(target, ix))
        rujukan = Rujukan(ix, letak)
        skala = {i.kode: find_skala(i.satuan, master.skala) or () for i in master.indikator}
        semua = susun_baris(rujukan, hasil)
        baris = {(b.indikator.kode, b.tempat.unit): BARIS_AWAL + 1 + n for n, b in enumerate(semua)}
        LembarIndikator(indikator, rujukan, skala, periode, baris).tulis(semua)
        lembar_uang = LembarAnggaran(
            anggaran, ix, letak, hitung_anggaran(ix, periode, uang_ini), periode, BARIS_AWAL + 1
        )
        lembar_uang.tulis()
        baris_unit = LembarRata(unit, ix, baris, lembar_uang).tulis(hasil, semua, ("unit",))
        baris_sasaran = LembarRata(sasaran, ix, baris, lembar_uang).tulis(hasil, semua, ("sasaran", "instansi"))
        LembarBanding(banding, rujukan, skala, baris).tulis(hasil)
        tulis_peringkat(peringkat, buku, ix, hasil, (baris, baris_unit))
        LembarTren(tren, buku, rujukan, skala, hasil, jenis).tulis()
        for n, kalimat in enumerate((*hasil.kebijakan, _PEMBUKUAN), 1):
            catatan.tulis((n, kalimat))
        lembar_jejak = LembarJejak(jejak, rujukan, hasil, baris, indikator)
        lembar_jejak.tulis_rata({"Unit": unit, "Sasaran": sasaran}, {**baris_sasaran, **baris_unit}, lembar_uang)
        lembar_jejak.tulis_indikator(semua)
        lembar_jejak.tulis_anggaran(lembar_uang, uang_ini)
        for t in (data, target, uang, indikator, jejak):
            t.selesai(saring=True)
        for t in (unit, sasaran, anggaran, banding, peringkat, tren, catatan):
            t.selesai()
        indikator.lembar.activate()
    return aliran.getvalue()
