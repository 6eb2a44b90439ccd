"""Where things stand on our form: columns, widths, rows, hidden helpers. Readers find them again by name instead."""

from __future__ import annotations

from kinerja.domain.formulir import Kolom, KolomAnggaran, LabelPengesahan
from kinerja.workbook.model import huruf_kolom

LEMBAR_DAFTAR = "_daftar"  # hidden: the scales behind drop-downs and rank look-ups

PENULIS = "Tim Pengukuran Kinerja"
SIFAT_FORMULIR = "kinerja_formulir"  # custom document property that holds kode_formulir

# Rows, from 1, of `Data Kinerja` and of `Anggaran`.
BARIS_JUDUL = 1
BARIS_INSTANSI = 2
BARIS_UNIT = 3
BARIS_KODE = 4
BARIS_PENANDA = 5  # "diisi" or "otomatis" above each heading: tells input columns apart in a black-and-white print
BARIS_KEPALA = 6
BARIS_AWAL = 7

# Rows of `Pengesahan`.
BARIS_LABEL_AWAL = 5

LEBAR = {
    Kolom.NO: 4, Kolom.KODE: 10, Kolom.SASARAN: 20, Kolom.INDIKATOR: 31, Kolom.SATUAN: 9, Kolom.TARGET_TAHUN: 9.5,
    Kolom.TARGET_PERIODE: 9.5, Kolom.TARGET_SD: 9.5, Kolom.REALISASI_SD_LALU: 9.5, Kolom.PEMBILANG: 10,
    Kolom.PENYEBUT: 10, Kolom.REALISASI: 11, Kolom.REALISASI_SD: 10, Kolom.CAPAIAN: 11, Kolom.FAKTOR_PENDORONG: 21,
    Kolom.FAKTOR_PENGHAMBAT: 21, Kolom.TINDAK_LANJUT: 21, Kolom.DATA_PENDUKUNG: 19,
    Kolom.STATUS_TINDAK_LANJUT_LALU: 12,
}  # fmt: skip

LEBAR_ANGGARAN = {
    KolomAnggaran.KODE: 24, KolomAnggaran.URAIAN: 52, KolomAnggaran.PAGU: 19, KolomAnggaran.REALISASI_SD_LALU: 19,
    KolomAnggaran.REALISASI: 19, KolomAnggaran.REALISASI_SD: 19, KolomAnggaran.SERAPAN: 11,
}  # fmt: skip

LEBAR_PENGESAHAN = (24, 48)
LEBAR_PETUNJUK = (11, 78)

HURUF = {k: huruf_kolom(i) for i, k in enumerate(Kolom, 1)}
HURUF_ANGGARAN = {k: huruf_kolom(i) for i, k in enumerate(KolomAnggaran, 1)}

# Hidden columns to the right of `Data Kinerja`, without a heading: numbers that the formulas need.
_SESUDAH = len(Kolom)
BANTU_BAWAH = huruf_kolom(_SESUDAH + 1)  # bounds of a range target
BANTU_ATAS = huruf_kolom(_SESUDAH + 2)
BANTU_JUMLAH = huruf_kolom(_SESUDAH + 3)  # sum of the earlier months (Rata-rata)
BANTU_BANYAK = huruf_kolom(_SESUDAH + 4)  # and their count
BANTU_PEMBILANG = huruf_kolom(_SESUDAH + 5)  # consolidated parts of the earlier months (Rasio)
BANTU_PENYEBUT = huruf_kolom(_SESUDAH + 6)
BANTU_AWAL, BANTU_AKHIR = BANTU_BAWAH, BANTU_PENYEBUT

LABEL_BARIS = {label: BARIS_LABEL_AWAL + i for i, label in enumerate(LabelPengesahan)}
BARIS_ALASAN = BARIS_LABEL_AWAL + len(LabelPengesahan)  # Alasan Perbaikan Data
