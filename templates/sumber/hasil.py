"""The templates of what a collection of data and an evaluation gave: two papers with room for the Tim's own words."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import bagian_baru, dokumen_baru, tambah
from tahunan import tabel_lhe
from unsur import Kolom, Tabel, p, r, ulang

_TINGKAT = (("upperLetter", "%1."), ("decimal", "%2."))


def hasil_pengumpulan_data() -> Any:
    """Summary, numbers by collection period, what is missing, room for remarks, signatures; annex: the forms."""
    dok = dokumen_baru(_TINGKAT)
    s.kepala_kaki_surat(dok.sections[0])
    rekap = (
        Kolom("Periode", "{{ x.periode }}", 18),
        Kolom("Batas Penyampaian", "{{ x.batas }}", 28),
        Kolom("Unit Pelapor", "{{ x.unit }}", 11, "center"),
        Kolom("Masuk", "{{ x.masuk }}", 10, "center"),
        Kolom("Tepat Waktu", "{{ x.tepat }}", 10, "center"),
        Kolom("Terlambat", "{{ x.terlambat }}", 13, "center"),
        Kolom("Valid", "{{ x.valid }}", 9, "center"),
        Kolom("Belum Masuk", "{{ x.belum }}", 10, "center"),
    )
    kurang = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Unit Kerja", "{{ x.unit }}", 42),
        Kolom("Periode", "{{ x.periode }}", 14),
        Kolom("Keadaan", "{{ x.keadaan }}", 40),
    )
    formulir = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Unit Kerja", "{{ x.unit }}", 34),
        Kolom("Periode", "{{ x.periode }}", 17),
        Kolom("Berkas yang Diperiksa", "{{ x.berkas }}", 30),
        Kolom("Revisi", "{{ x.revisi }}", 9, "center"),
        Kolom("Jumlah Kiriman", "{{ x.kiriman }}", 10, "center"),
        Kolom("Pertama Diterima", "{{ x.diterima }}", 18),
        Kolom("Ketepatan", "{{ x.ketepatan }}", 15, "center"),
        Kolom("Hasil Pemeriksaan", "{{ x.status }}", 17, "center"),
        Kolom("Data Pendukung", "{{ x.bukti }}", 18, "center"),
    )
    tambah(
        dok,
        *b.kop(),
        p("LAPORAN HASIL PENGUMPULAN DATA KINERJA", "Judul"),
        p("{{ periode_kapital }}", "Judul"),
        b.jarak(6),
        p("Hasil Pengumpulan", "Heading1"),
        p("Laporan ini memuat hasil pengumpulan formulir isian data kinerja {{ instansi.nama }} untuk {{ periode }} "
          "menurut kiriman yang tercatat pada saat laporan ini disusun. {{ ringkasan }}", "Isi", lanjut=True),
        Tabel(kolom=rekap, loop="x in rekap", uraian="Rekapitulasi penyampaian formulir").xml(),
        p("Data yang Belum Masuk atau Belum Valid", "Heading1"),
        Tabel(
            kolom=kurang, loop="x in kurang", uraian="Data yang belum masuk atau belum valid",
            kosong="Seluruh formulir telah masuk dan valid.",
        ).xml(),
        b.jarak(4),
        ulang("if kurang"),
        p("Data tersebut tidak diikutkan dalam pengolahan sampai formulirnya masuk dan dinyatakan valid, sehingga "
          "angka yang memuatnya masih bersifat sementara.", "Isi"),
        ulang("endif"),
        p("Kendala dan Saran Tim", "Heading1"),
        *s.garis_titik(4),
        b.jarak(4),
        p("Rincian formulir setiap unit kerja disajikan dalam lampiran. Demikian laporan ini disampaikan untuk "
          "menjadi bahan pengolahan data dan penyusunan laporan kinerja.", "Isi", lanjut=True),
        *s.dua_tanda_tangan("mengetahui", "ttd", judul=("Mengetahui,", "Yang melaporkan,")),
    )  # fmt: skip
    halaman = bagian_baru(dok, mendatar=True)
    s.kepala_kaki_surat(halaman, "Laporan Hasil Pengumpulan Data Kinerja {{ periode }}")
    tambah(
        dok,
        p("LAMPIRAN LAPORAN HASIL PENGUMPULAN DATA KINERJA", sifat=b.RAPAT),
        p("{{ periode_kapital }}", sifat=b.RAPAT),
        b.jarak(10),
        p("DAFTAR FORMULIR YANG DITERIMA", "Judul"),
        b.jarak(6),
        Tabel(kolom=formulir, loop="x in formulir", uraian="Formulir tiap unit kerja", mendatar=True).xml(),
        p("Ketepatan dihitung dari kiriman pertama; perbaikan tidak dihitung terlambat. Data pendukung: banyaknya "
          "indikator yang menyebutnya, dan banyaknya berkas yang ikut diterima.", "Kecil"),
    )  # fmt: skip
    return dok


def hasil_evaluasi() -> Any:
    """Achievement, what fell short with the units' words, missing data, LHE; room for conclusion and advice."""
    dok = dokumen_baru(_TINGKAT)
    s.kepala_kaki_surat(dok.sections[0])
    rata = (
        Kolom("No.", "{{ a.no }}", 6, "center"),
        Kolom("Sasaran", "{{ a.nama }}", 50),
        Kolom("Rata-rata Capaian (%)", "{{ a.capaian }}", 14, "right"),
        Kolom("Kategori", "{{ a.kategori }}", 16, "center"),
        Kolom("Indikator Dihitung", "{{ a.dihitung }}", 14, "center"),
    )
    kinerja = (
        Kolom("No.", "{{ b.no }}", 7, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 33),
        Kolom("Satuan", "{{ b.satuan }}", 15),
        Kolom("Target", "{{ b.target }}", 12, "right"),
        Kolom("Realisasi", "{{ b.realisasi }}", 15, "right"),
        Kolom("Capaian (%)", "{{ b.capaian }}", 13, "right"),
        Kolom("Kategori", "{{ b.kategori }}", 13, "center"),
        Kolom("Keterangan", "{{ b.keterangan }}", 18),
    )
    uraian = (
        Kolom("Unit Kerja", "{{ x.unit }}", 24),
        Kolom("Faktor Penghambat", "{{ x.penghambat }}", 38),
        Kolom("Tindak Lanjut", "{{ x.tindak_lanjut }}", 38),
    )
    belum = (
        Kolom("No.", "{{ b.no }}", 6, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 54),
        Kolom("Keterangan", "{{ b.keterangan }}", 42),
    )
    advis = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Rekomendasi", "", 48),
        Kolom("Penanggung Jawab", "", 26),
        Kolom("Batas Waktu", "", 20),
    )
    tambah(
        dok,
        *b.kop(),
        p("DOKUMEN HASIL EVALUASI KINERJA", "Judul"),
        p("{{ periode_kapital }}", "Judul"),
        p("NOMOR {{ nomor }}", "Judul"),
        b.jarak(6),
        p("Capaian Kinerja", "Heading1"),
        p("Evaluasi ini dilakukan atas data kinerja {{ instansi.nama }} untuk {{ periode }} yang disampaikan unit "
          "kerja dan telah dinyatakan valid. {{ ringkasan }}", "Isi"),
        Tabel(kolom=rata, loop="a in rata_sasaran", uraian="Rata-rata capaian tiap sasaran").xml(),
        b.jarak(8),
        Tabel(
            kolom=kinerja, loop="b in s.baris", grup=("s in kinerja", "{{ s.kode }}  {{ s.nama }}"),
            uraian="Target, realisasi, dan capaian tiap indikator",
        ).xml(),
        p("Indikator yang Belum Mencapai Target", "Heading1"),
        ulang("for c in di_bawah"),
        p(r("{{ c.no }}. {{ c.indikator }}", tebal=True) + r(": target {{ c.target }}, realisasi {{ c.realisasi }}, "
          "capaian {{ c.capaian }}% ({{ c.kategori }})."), lanjut=True),
        Tabel(kolom=uraian, loop="x in c.uraian", uraian="Faktor penghambat dan tindak lanjut menurut unit").xml(),
        b.jarak(6),
        ulang("else"),
        p("{{ tanpa_di_bawah }}", "Isi"),
        ulang("endfor"),
        p("Data yang Belum Lengkap", "Heading1"),
        Tabel(
            kolom=belum, loop="b in belum_ada", uraian="Data yang belum lengkap",
            kosong="Seluruh data periode ini lengkap dan dapat dihitung.",
        ).xml(),
        p("Tindak Lanjut Rekomendasi Evaluasi Sebelumnya", "Heading1"),
        ulang("if ringkasan_lhe"),
        p("{{ ringkasan_lhe }}", "Isi", lanjut=True),
        ulang("endif"),
        tabel_lhe(mendatar=False),
        p("Kesimpulan", "Heading1"),
        *s.garis_titik(5),
        p("Rekomendasi", "Heading1"),
        Tabel(kolom=advis, loop="x in rekomendasi", uraian="Rekomendasi hasil evaluasi", utuh=True).xml(),
        b.jarak(4, lanjut=True),
        p("Demikian dokumen hasil evaluasi ini disusun untuk menjadi bahan perbaikan kinerja dan penyusunan rencana "
          "tindak lanjut oleh unit kerja yang bersangkutan.", "Isi", lanjut=True),
        *s.tanda_tangan_berparaf(),
    )  # fmt: skip
    return dok
