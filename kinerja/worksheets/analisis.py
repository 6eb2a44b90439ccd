"""The analysis workbook: accepted facts, figures, averages, budget and comparisons, with live formulas."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from kinerja.aggregate.indeks import Indeks, make_indeks
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.angka import tercetak
from kinerja.domain.fakta import Fakta
from kinerja.domain.rumus_excel import serapan_excel
from kinerja.master.indikator import find_skala
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.worksheets.analisis_indikator import (
    KOLOM_CETAK,
    KOLOM_DATA,
    KOLOM_INDIKATOR,
    LembarIndikator,
    tulis_data,
)
from kinerja.worksheets.analisis_rata import KOLOM_RATA, tulis_sasaran, tulis_unit
from kinerja.worksheets.tabel_analisis import Formula, Gaya, Kolom, Tabel

_KOLOM_ANGGARAN = (
    Kolom("Kode", 20), Kolom("Uraian", 50), Kolom("Jenis", 14), Kolom("Unit", 9), Kolom("Sasaran", 9),
    Kolom("Pagu (Rp)", 18, "rupiah"), Kolom("Realisasi Periode Ini (Rp)", 18, "rupiah"),
    Kolom("Realisasi s.d. (Rp)", 18, "rupiah"), Kolom("Serapan (%)", 11, "persen"),
)  # fmt: skip
_KOLOM_BANDING = (
    Kolom("Kode", 10), Kolom("Indikator", 36), Kolom("Realisasi", 11, "angka"), Kolom("Capaian (%)", 11, "persen"),
    Kolom("Realisasi Periode Lalu", 11, "angka"), Kolom("Capaian Periode Lalu (%)", 11, "persen"),
    Kolom("Naik/Turun (poin)", 10, "persen"), Kolom("Realisasi Periode Sama Tahun Lalu", 12, "angka"),
    Kolom("Capaian Periode Sama Tahun Lalu (%)", 12, "persen"), Kolom("Naik/Turun (poin)", 10, "persen"),
    Kolom("Target Akhir Renstra", 11, "angka"), Kolom("Tahun Renstra", 9, "bulat"),
    Kolom("Realisasi s.d. terhadap Renstra (%)", 12, "persen"), Kolom("Standar Nasional", 11, "angka"),
    Kolom("Realisasi s.d. terhadap Standar (%)", 12, "persen"),
)  # fmt: skip


def analisis_workbook(master: Master, pengaturan: Pengaturan, hasil: HasilPeriode, fakta: Sequence[Fakta]) -> bytes:
    """The workbook as .xlsx: the same input gives the same bytes. `fakta` are those that `hasil` was computed from."""
    import xlsxwriter

    periode = hasil.periode
    ini = [f for f in fakta if f.tahun == periode.tahun and f.bulan <= periode.bulan_akhir]
    ix = make_indeks(master, pengaturan, periode.tahun, ini)
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

        def tabel(nama: str, kolom: Sequence[Kolom], judul: str, cetak: int | None = None) -> Tabel:
            baris = (f"{judul} – {periode.nama}", master.instansi.nama)
            return Tabel(buku, gaya, nama, kolom, judul=baris, kertas=pengaturan.kertas, cetak=cetak)

        # Sheets in the order in which they are read; the facts come first because all formulas point to them.
        data = tabel("Data", KOLOM_DATA, "Data yang diterima")
        indikator = tabel("Indikator", KOLOM_INDIKATOR, "Capaian indikator", KOLOM_CETAK)
        unit = tabel("Unit", KOLOM_RATA, "Capaian per unit")
        sasaran = tabel("Sasaran", KOLOM_RATA, "Capaian per sasaran dan instansi")
        anggaran = tabel("Anggaran", _KOLOM_ANGGARAN, "Realisasi anggaran")
        banding = tabel("Perbandingan", _KOLOM_BANDING, "Perbandingan")
        catatan = tabel("Catatan", (Kolom("No", 6, "bulat"), Kolom("Aturan hitung", 120)), "Catatan")

        letak = tulis_data(data, ix, ini)
        skala = {i.kode: find_skala(i.satuan, master.skala) or () for i in master.indikator}
        alamat = LembarIndikator(indikator, ix, letak, data.nama, skala).tulis(periode, hasil.capaian)
        tulis_unit(unit, ix, hasil, alamat)
        tulis_sasaran(sasaran, ix, hasil, alamat)
        _anggaran(anggaran, ix, hasil)
        _banding(banding, ix, hasil)
        for n, kalimat in enumerate(hasil.kebijakan, 1):
            catatan.tulis((n, kalimat))
        for t, saring in ((data, True), (indikator, True), (unit, False), (sasaran, False), (anggaran, False)):
            t.selesai(saring=saring)
        banding.selesai()
        catatan.selesai()
        indikator.lembar.activate()
    return aliran.getvalue()


def _anggaran(tabel: Tabel, ix: Indeks, hasil: HasilPeriode) -> None:
    desimal = ix.kebijakan.desimal
    for s in hasil.anggaran:
        n = tabel.baris + 1
        serapan = tercetak(s.serapan, desimal)
        tabel.tulis(
            (
                s.kode, s.uraian, s.jenis, s.unit, s.sasaran, s.pagu, s.realisasi, s.realisasi_sd,
                Formula(serapan_excel(f"F{n}", f"H{n}", desimal), serapan),
            ),
            tebal=s.jenis.casefold() == "program",
        )  # fmt: skip


def _banding(tabel: Tabel, ix: Indeks, hasil: HasilPeriode) -> None:
    """Comparisons; a change is the difference of the two percentages beside it, in points."""
    kini = {c.indikator: c for c in hasil.capaian if c.unit is None}
    indikator = {i.kode: i for i in ix.master.indikator}
    desimal = ix.kebijakan.desimal

    for p in hasil.pembanding:
        c, i, n = kini[p.indikator], indikator[p.indikator], tabel.baris + 1
        sekarang = tercetak(c.capaian, desimal)
        lalu, tahun_lalu = tercetak(p.capaian_sebelumnya, desimal), tercetak(p.capaian_tahun_lalu, desimal)

        def selisih(kolom: str, dulu: Fraction | None, *, n: int = n, kini: Fraction | None = sekarang) -> Formula:
            nilai = None if kini is None or dulu is None else kini - dulu
            return Formula(f'IF(COUNT(D{n},{kolom}{n})<2,"",ROUND(D{n}-{kolom}{n},{desimal}))', nilai)

        tabel.tulis(
            (
                i.kode, i.nama, c.realisasi, sekarang, p.realisasi_sebelumnya, lalu, selisih("F", lalu),
                p.realisasi_tahun_lalu, tahun_lalu, selisih("I", tahun_lalu), p.target_renstra, p.tahun_renstra,
                tercetak(p.capaian_renstra, desimal), p.standar_nasional, tercetak(p.capaian_standar, desimal),
            ),
            digit=i.desimal,
        )  # fmt: skip
