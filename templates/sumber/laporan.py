"""The templates of the monthly, triwulan and semester report: one build, three files."""

from __future__ import annotations

from typing import Any

import bagian as b
import tabel_laporan as t
from gaya import bagian_baru, dokumen_baru, kepala_kaki, sisipan_mendatar, tambah
from unsur import keterangan, narasi, p, r, ulang


def laporan(jenis: str) -> Any:
    """`jenis`: bulanan, triwulan, semester."""
    dok = dokumen_baru((("upperLetter", "%1."), ("decimal", "%2.")))
    kiri = "Laporan Kinerja {{ instansi.nama }}, {{ periode.nama }}"
    kepala_kaki(dok.sections[0], "", isi=False)
    tambah(dok, *b.sampul(f"LAPORAN KINERJA {jenis.upper()}"))
    s = bagian_baru(dok, nomor="lowerRoman", mulai=1)
    kepala_kaki(s, kiri)
    tambah(dok, *b.daftar_isi(lengkap=False))
    s = bagian_baru(dok, nomor="decimal", mulai=1)
    kepala_kaki(s, kiri)
    tambah(
        dok,
        *b.kop(),
        p(f"LAPORAN KINERJA {jenis.upper()}", "Judul"),
        p(r("{{ periode.nama_kapital }}"), "Judul"),
        p("Nomor {{ nomor }}", rata="center"),
        p("Ringkasan", "Heading1"),
        *b.angka_utama(),
        ulang("for n in ringkasan.narasi"),
        narasi("n"),
        ulang("endfor"),
        *t.tabel_peringkat(),
        narasi("ringkasan.kelengkapan"),
        *b.gambar("grafik.tren", "Rata-rata capaian tiap periode, {{ periode.sd }} (persen)"),
        p("Dasar dan Tujuan", "Heading1"),
        p("Dasar", "Heading2"),
        *b.butir("dasar", b.DAFTAR_ANGKA),
        p("Maksud dan Tujuan", "Heading2"),
        p("{{ maksud }}", "Isi"),
    )
    kepala_kaki(bagian_baru(dok, mendatar=True, nomor="decimal"), kiri)
    tambah(
        dok, p("Capaian Indikator Kinerja", "Heading1"), *t.tabel_kinerja(sd=jenis != "semester"),
        p("Perbandingan Antarperiode", "Heading1"), *t.tabel_pembanding(),
    )  # fmt: skip
    kepala_kaki(bagian_baru(dok, mendatar=False, nomor="decimal"), kiri)
    tambah(
        dok,
        p("Capaian per Unit Kerja", "Heading1"),
        *t.tabel_rata("rata_unit", "Unit Kerja"),
        ulang("for u in unit"),
        p(r("{{ u.nama }}"), "Heading2"),
        narasi("u.narasi", lanjut=True),
        keterangan("Tabel", "Capaian kinerja {{ u.nama }}, {{ periode.nama }}"),
        t.tabel_capaian("b in u.baris", "Capaian indikator kinerja satu unit kerja"),
        ulang("endfor"),
        p("Capaian per Sasaran", "Heading1"),
        *t.tabel_rata("rata_sasaran", "Sasaran"),
        *b.gambar("grafik.sasaran", "Rata-rata capaian per sasaran, {{ periode.nama }} (persen)"),
        ulang("for s in sasaran"),
        p(r("{{ s.nama }}"), "Heading2"),
        ulang("for n in s.narasi"),
        narasi("n"),
        ulang("endfor"),
        ulang("endfor"),
        p("Anggaran dan Efisiensi", "Heading1"),
        narasi("narasi_anggaran"),
        *b.gambar("grafik.anggaran", "Capaian kinerja dan serapan anggaran per sasaran (persen)"),
        *t.tabel_anggaran(),
    )
    kepala_kaki(bagian_baru(dok, mendatar=True, nomor="decimal"), kiri)
    tambah(
        dok, p("Faktor yang Memengaruhi dan Tindak Lanjut", "Heading1"), *t.tabel_uraian(),
        ulang("if perbaikan.ada"), p("Perbaikan Data", "Heading1"), *t.tabel_perbaikan(mendatar=True), ulang("endif"),
    )  # fmt: skip
    kepala_kaki(bagian_baru(dok, mendatar=False, nomor="decimal"), kiri)
    tambah(
        dok,
        p("Status Tindak Lanjut Periode Sebelumnya", "Heading1"),
        *t.tabel_tindak_lanjut(),
        *(t.bagian_pemantauan() if jenis == "bulanan" else ()),
        p("Kelengkapan Data", "Heading1"),
        *t.tabel_kelengkapan(jamak=jenis != "bulanan"),
        p("Data yang Belum Valid atau Belum Ada", "Heading1"),
        *t.tabel_belum_ada(),
        p("Penutup", "Heading1"),
        narasi("penutup", lanjut=True),
        *b.tanda_tangan(),
        *b.paraf(),
        p("Lampiran I  Rincian Perhitungan", "JudulLampiran", sifat="<w:pageBreakBefore/>"),
        *t.tabel_rincian(),
    )
    sisipan_mendatar(dok, "jejak.ada", *t.jejak_angka("Lampiran I-A  Jejak Angka"))
    tambah(
        dok,
        b.jarak(6),
        p("Lampiran II  Aturan Hitung yang Dipakai", "JudulLampiran"),
        *b.butir("kebijakan", gaya="ButirKecil"),
    )
    return dok
