"""The templates of letters: surat edaran and nota pengembalian."""

from __future__ import annotations

from typing import Any

import bagian as b
from gaya import bagian_baru, dokumen_baru, kepala_kaki, tambah
from unsur import Kolom, Tabel, p, r, tabel_polos, ulang

_TINGKAT = (("decimal", "%1."), ("lowerLetter", "%2."))


def _angka(num: int = 4) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>'


def surat_edaran() -> Any:
    """Yth., title, numbered points, deadline, signature; annex: the units and their forms."""
    dok = dokumen_baru(_TINGKAT)
    kepala_kaki(dok.sections[0], "")
    huruf = _angka(7) + '<w:spacing w:before="0" w:after="40"/><w:ind w:left="852" w:hanging="426"/>'
    tambah(
        dok,
        *b.kop(),
        p("Yth.", sifat=b.RAPAT),
        ulang("for x in yth"),
        p("{{ x }}", sifat=_angka(5) + b.RAPAT),
        ulang("endfor"),
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
          "hasil pemantauan kinerja masing-masing.", "Isi", sifat=_angka()),
        p("Jenis data yang disampaikan meliputi:", "Isi", lanjut=True, sifat=_angka()),
        ulang("for x in jenis_data"),
        p("{{ x }}", "Isi", sifat=huruf),
        ulang("endfor"),
        b.jarak(4),
        p(r("Formulir yang telah diisi disampaikan kepada Tim Pengukuran Kinerja paling lambat hari ")
          + r("{{ batas }}", tebal=True) + r("."), "Isi", sifat=_angka()),
        p("Formulir tidak perlu dicetak. Bagian yang terkunci tidak diubah, dan sel yang belum ada datanya "
          "dikosongkan, bukan diisi dengan angka nol.", "Isi", sifat=_angka()),
        p("Data yang tidak lengkap atau tidak valid dikembalikan kepada unit kerja untuk dibetulkan dan dilengkapi "
          "data pendukungnya dalam {{ hari_perbaikan }} hari.", "Isi", sifat=_angka()),
        p("Demikian untuk menjadi perhatian dan dilaksanakan.", "Isi", lanjut=True),
        *b.tanda_tangan(),
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
    dok = dokumen_baru(_TINGKAT)
    kepala_kaki(dok.sections[0], "", isi=False)
    kepala = [
        [p(judul, sifat=b.RAPAT), p(":", sifat=b.RAPAT), p(isi, sifat=b.RAPAT)]
        for judul, isi in (
            ("Kepada", "{{ kepada }}"), ("Dari", "{{ dari }}"), ("Tanggal", "{{ tanggal }}"), ("Nomor", "{{ nomor }}"),
            ("Sifat", "{{ sifat }}"), ("Lampiran", "{{ lampiran }}"), ("Hal", "{{ hal }}"),
        )
    ]  # fmt: skip
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
        tabel_polos(kepala, (1500, 300, 6988)),
        p("", sifat='<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="1" w:color="auto"/></w:pBdr>'
          '<w:spacing w:before="0" w:after="160" w:line="120" w:lineRule="exact"/>'),
        p("Berdasarkan hasil validasi atas formulir isian data kinerja {{ unit }} untuk {{ periode }} "
          "(revisi {{ revisi }}), terdapat {{ ringkasan }} sebagaimana tabel berikut. Formulirnya dikembalikan bersama "
          "nota ini dengan sel yang dimaksud telah ditandai.", "Isi"),
        Tabel(kolom=kolom, loop="t in temuan", uraian="Temuan validasi", kosong="Tidak ada temuan.").xml(),
        b.jarak(4),
        p(r("Mohon agar sel yang ditandai dibetulkan langsung pada salinan formulir tersebut dan disampaikan kembali "
            "paling lambat hari ") + r("{{ batas }}", tebal=True)
          + r(". Peringatan yang isiannya memang benar cukup dijelaskan kepada Tim Pengukuran Kinerja. Data yang belum "
              "valid tidak diikutkan dalam laporan."), "Isi", lanjut=True),
        *b.tanda_tangan(),
    )  # fmt: skip
    return dok
