"""The templates of letters: surat edaran and nota pengembalian."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import bagian_baru, dokumen_baru, kepala_kaki, tambah
from unsur import Kolom, Tabel, p, r, ulang


def surat_edaran() -> Any:
    """Yth., title, numbered points, deadline, signature; annex: the units and their forms."""
    dok = dokumen_baru(s.TINGKAT)
    kepala_kaki(dok.sections[0], "")
    tambah(
        dok,
        *b.kop(),
        p("Yth.", sifat=b.RAPAT),
        ulang("if yth_terlampir"),
        p("Para pimpinan unit kerja (daftar terlampir)", sifat=b.RAPAT),
        ulang("else"),
        ulang("for x in yth"),
        p("{{ x }}", sifat=s.angka(5) + b.RAPAT),
        ulang("endfor"),
        ulang("endif"),
        p("di tempat", sifat=b.RAPAT),
        b.jarak(10),
        p("SURAT EDARAN", "Judul"),
        p("NOMOR {{ nomor }} TAHUN {{ periode.tahun }}", "Judul"),
        p("TENTANG", "Judul"),
        p(r("PENGUMPULAN DATA KINERJA {{ periode.nama_kapital }}"), "Judul"),
        b.jarak(8),
        p(
            "Dalam rangka penyusunan laporan kinerja {{ instansi.nama }} untuk {{ periode.sebut }}, dengan ini "
            "disampaikan hal-hal sebagai berikut:",
            "Isi",
        ),
        p("Setiap unit kerja mengisi Formulir Isian Data Kinerja {{ periode.nama }} yang terlampir, sesuai dengan "
          "hasil pemantauan kinerja masing-masing.", "Isi", sifat=s.angka()),
        p("Jenis data yang disampaikan meliputi:", "Isi", lanjut=True, sifat=s.angka()),
        ulang("for x in jenis_data"),
        p("{{ x }}", "Isi", sifat=s.HURUF),
        ulang("endfor"),
        b.jarak(4),
        p(r("Formulir yang telah diisi disampaikan kepada Tim Pengukuran Kinerja paling lambat hari ")
          + r("{{ batas }}", tebal=True) + r("."), "Isi", sifat=s.angka()),
        p("Formulir tidak perlu dicetak. Bagian yang terkunci tidak diubah, dan sel yang belum ada datanya "
          "dikosongkan, bukan diisi dengan angka nol.", "Isi", sifat=s.angka()),
        p("Data yang tidak lengkap atau tidak valid dikembalikan kepada unit kerja untuk dibetulkan dan dilengkapi "
          "data pendukungnya dalam {{ waktu_perbaikan }}.", "Isi", lanjut=True, sifat=s.angka()),
        p("Demikian untuk menjadi perhatian dan dilaksanakan.", "Isi", lanjut=True),
        *b.tanda_tangan(),
        *s.tembusan(),
        *b.paraf(),
    )  # fmt: skip
    kepala_kaki(bagian_baru(dok, nomor="decimal"), "")
    kolom = (
        Kolom("No.", "{{ u.no }}", 6, "center"),
        Kolom("Unit Kerja", "{{ u.nama }}", 28),
        Kolom("Pimpinan", "{{ u.pimpinan }}", 23),
        Kolom("Indikator yang Diisi", "{{ u.indikator }}", 12, "center"),
        Kolom("Berkas Formulir", "{{ u.formulir }}", 37),
    )
    tambah(
        dok,
        p("LAMPIRAN SURAT EDARAN", sifat=b.RAPAT),
        p("NOMOR {{ nomor }} TAHUN {{ periode.tahun }}", sifat=b.RAPAT),
        b.jarak(10),
        p("DAFTAR UNIT KERJA DAN FORMULIR ISIAN DATA KINERJA", "Judul"),
        p(r("{{ periode.nama_kapital }}"), "Judul"),
        b.jarak(6),
        Tabel(kolom=kolom, loop="u in unit", uraian="Unit kerja dan berkas formulirnya").xml(),
    )
    return dok


def nota_pengembalian() -> Any:
    """Head of a nota dinas, the findings, the deadline, signature of the head of the team."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    kolom = (
        Kolom("No.", "{{ t.no }}", 7, "center"),
        Kolom("Letak", "{{ t.letak }}", 18),
        Kolom("Indikator", "{{ t.indikator }}", 15, "center"),
        Kolom("Yang Ditemukan", "{{ t.pesan }}", 34),
        Kolom("Cara Memperbaiki", "{{ t.saran }}", 34),
        Kolom("Tingkat", "{{ t.tingkat }}", 16, "center"),
        Kolom("Kode", "{{ t.kode }}", 13, "center"),
    )
    tambah(
        dok,
        *b.kop(),
        p("NOTA PENGEMBALIAN", "Judul"),
        b.jarak(6),
        s.kepala(*s.NOTA, lebar=(1500, 300, 6988)),
        p("", sifat=s.GARIS),
        p("Berdasarkan hasil validasi atas formulir isian data kinerja {{ unit }} untuk {{ periode }} "
          "(revisi {{ revisi }}), terdapat {{ ringkasan }} sebagaimana tabel berikut. Formulirnya dikembalikan bersama "
          "nota ini dengan sel yang dimaksud telah ditandai.", "Isi"),
        Tabel(kolom=kolom, loop="t in temuan", uraian="Temuan validasi", kosong="Tidak ada temuan.").xml(),
        b.jarak(4),
        p(r("Mohon agar sel yang ditandai dibetulkan langsung pada salinan formulir tersebut dan disampaikan kembali "
            "paling lambat hari ") + r("{{ batas }}", tebal=True)
          + r(". Peringatan yang isiannya memang benar cukup dijelaskan kepada Tim Pengukuran Kinerja. Data yang belum "
              "valid tidak diikutkan dalam laporan."), "Isi", lanjut=True),
        *s.tanda_tangan_tanpa_tanggal(),
    )  # fmt: skip
    return dok
