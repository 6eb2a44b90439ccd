"""The templates of what stands before the figures: Perjanjian Kinerja, Rencana Aksi, SK Tim, plan of the collection."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import bagian_baru, dokumen_baru, tambah
from tahunan import tabel_lhe
from unsur import Kolom, Tabel, p, r, tabel_polos, ulang

_BULAN = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
_ROMAWI = ("I", "II", "III", "IV")
_RENGGANG = '<w:spacing w:before="0" w:after="80" w:line="240" w:lineRule="auto"/>'
_HURUF = (
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr>' + _RENGGANG + '<w:ind w:left="426" w:hanging="426"/>'
)


def _diktum(teks: str, *, rata: str = "", lanjut: bool = False) -> str:
    return p(teks, rata=rata, lanjut=lanjut, sifat=_RENGGANG)


def _para_pihak() -> tuple[str, ...]:
    """The superior on the left, who promises on the right."""
    return s.dua_tanda_tangan(
        "kedua", "pertama", judul=("Pihak Kedua,", "Pihak Pertama,"), tempat="{{ tempat_tanggal }}", pilihan=True
    )


def perjanjian_kinerja() -> Any:
    """The promise with both signatures; annex: sasaran, indicators, targets, budget."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    tambah(
        dok,
        *b.kop(),
        p("PERJANJIAN KINERJA TAHUN {{ tahun }}", "Judul"),
        p("{{ siapa }}", "Judul"),
        b.jarak(14),
        p("Untuk menyelenggarakan pemerintahan yang efektif, terbuka, dan bertanggung jawab serta mengutamakan hasil, "
          "kami yang bertanda tangan di bawah ini:", "Isi"),
        s.kepala(("Nama", "{{ pertama.nama }}"), ("Jabatan", "{{ pertama.jabatan }}")),
        b.jarak(4),
        p("selanjutnya disebut Pihak Pertama,", "Isi"),
        s.kepala(("Nama", "{{ kedua.nama }}"), ("Jabatan", "{{ kedua.jabatan }}")),
        b.jarak(4),
        p("selaku atasan Pihak Pertama, selanjutnya disebut Pihak Kedua.", "Isi"),
        p("Pihak Pertama berjanji mencapai target kinerja sebagaimana lampiran perjanjian ini sebagai bagian dari "
          "target jangka menengah dalam dokumen perencanaan. Berhasil atau tidaknya pencapaian target itu menjadi "
          "tanggung jawab Pihak Pertama.", "Isi"),
        p("Pihak Kedua membina dan mengevaluasi capaian kinerja dari perjanjian ini serta mengambil tindakan yang "
          "diperlukan, termasuk pemberian penghargaan dan sanksi.", "Isi", lanjut=True),
        *_para_pihak(),
    )  # fmt: skip
    s.kepala_kaki_surat(bagian_baru(dok), "Lampiran Perjanjian Kinerja Tahun {{ tahun }}")
    target = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Indikator Kinerja", "{{ x.indikator }}", 50),
        Kolom("Satuan", "{{ x.satuan }}", 22, "center"),
        Kolom("Target", "{{ x.target }}", 18, "right"),
    )
    anggaran = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("{{ jenis_anggaran }}", "{{ x.uraian }}", 66),
        Kolom("Anggaran (Rp)", "{{ x.pagu }}", 24, "right"),
    )
    tambah(
        dok,
        p("LAMPIRAN PERJANJIAN KINERJA TAHUN {{ tahun }}", "Judul"),
        p("{{ siapa }}", "Judul"),
        b.jarak(8),
        Tabel(
            kolom=target, loop="x in g.baris", grup=("g in sasaran", "Sasaran: {{ g.nama }}"),
            uraian="Sasaran, indikator, dan target setahun", kosong="Belum ada target pada lembar Target.",
        ).xml(),
        b.jarak(12),
        Tabel(
            kolom=anggaran, loop="x in anggaran", uraian="Anggaran yang mendukung", ikat=True,
            kosong="Belum ada pagu pada lembar Anggaran.",
            akhir=(("Jumlah", 2, "right"), ("{{ jumlah }}", 1, "right")),
        ).xml(),
        *_para_pihak(),
    )  # fmt: skip
    return dok


def rencana_aksi() -> Any:
    """Sideways: each indicator's targets by month or quarter; the budget; both signatures."""
    dok = dokumen_baru(s.TINGKAT)
    halaman = s.mendatar(dok)
    s.kepala_kaki_surat(halaman, "Rencana Aksi atas Perjanjian Kinerja Tahun {{ tahun }}")
    awal = (
        Kolom("No.", "{{ x.no }}", 9, "center"),
        Kolom("Indikator Kinerja", "{{ x.indikator }}", 53),
        Kolom("Satuan", "{{ x.satuan }}", 24, "center"),
        Kolom("Target {{ tahun }}", "{{ x.target }}", 23, "right"),
    )
    bulan = tuple(Kolom(n, f"{{{{ x.{n.lower()} }}}}", 16, "right") for n in _BULAN)
    triwulan = tuple(
        Kolom(f"TW {n}", f"{{{{ x.tw{k} }}}}", 40, "right") for k, n in enumerate(("I", "II", "III", "IV"), 1)
    )

    def target(kolom: tuple[Kolom, ...], judul: str) -> str:
        return Tabel(
            kolom=(*awal, *kolom), loop="x in g.baris", grup=("g in sasaran", "Sasaran: {{ g.nama }}"),
            kepala=(("", len(awal)), (judul, len(kolom))), uraian=judul, mendatar=True,
            kosong="Belum ada target pada lembar Target.",
        ).xml()  # fmt: skip

    anggaran = (
        Kolom("Kode", "{{ x.kode }}", 24),
        Kolom("Program, Kegiatan, dan Sub Kegiatan", "{{ x.uraian }}", 68),
        Kolom("Jenis", "{{ x.jenis }}", 20),
        Kolom("Penanggung Jawab", "{{ x.unit }}", 40),
        Kolom("Anggaran (Rp)", "{{ x.pagu }}", 24, "right"),
    )
    tambah(
        dok,
        p("RENCANA AKSI ATAS PERJANJIAN KINERJA TAHUN {{ tahun }}", "Judul"),
        p(r("{{ siapa | besar }}"), "Judul"),
        b.jarak(8),
        ulang("if bulanan"),
        target(bulan, "Target tiap bulan"),
        ulang("else"),
        target(triwulan, "Target tiap triwulan"),
        ulang("endif"),
        b.jarak(12, lanjut=True),
        p(r("Program, kegiatan, dan anggaran pendukung", tebal=True), lanjut=True),
        Tabel(
            kolom=anggaran, loop="x in anggaran", uraian="Program, kegiatan, dan anggaran pendukung", mendatar=True,
            tebal_bila="x.induk", ikat=True, kosong="Belum ada pagu pada lembar Anggaran.",
            akhir=(("Jumlah", 4, "right"), ("{{ jumlah }}", 1, "right")),
        ).xml(),
        *s.dua_tanda_tangan(
            "kedua", "pertama", judul=("Pihak Kedua,", "Pihak Pertama,"), tempat="{{ tempat_tanggal }}", pilihan=True,
            lebar=14003,
        ),
    )  # fmt: skip
    return dok


def sk_tim() -> Any:
    """The decree: Menimbang, Mengingat, MEMUTUSKAN, KESATU to KEEMPAT, signature; annex: the members."""
    dok = dokumen_baru(s.TINGKAT)
    s.isi_tabel(dok, 10)
    s.kepala_kaki_surat(dok.sections[0])
    lebar = (1700, 300, 500, 6288)

    def pokok(judul: str, *isi: str) -> list[list[str]]:
        return [
            [*(_diktum(x if n == 0 else "") for x in (judul, ":")), _diktum(f"{'abc'[n]}."), _diktum(teks, rata="both")]
            for n, teks in enumerate(isi)
        ]

    def diktum(judul: str, teks: str, *, lanjut: bool = False) -> list[str]:
        return [_diktum(judul, lanjut=lanjut), _diktum(":", lanjut=lanjut), _diktum(teks, rata="both", lanjut=lanjut)]

    tugas = (
        "menyampaikan formulir isian data kinerja dan menghimpunnya dari unit kerja;",
        "memvalidasi data kinerja dan mengembalikan data yang tidak valid atau tidak lengkap;",
        "mengolah data kinerja dan menganalisis capaiannya; dan",
        "menyusun konsep laporan kinerja dan menyimpan data beserta buktinya.",
    )
    tambah(
        dok,
        *b.kop(),
        p(r("KEPUTUSAN {{ jabatan | besar }}"), "Judul"),
        p("NOMOR {{ nomor }}", "Judul"),
        p("TENTANG", "Judul"),
        p(r("TIM PENGUKURAN KINERJA {{ instansi.nama_kapital }} TAHUN {{ tahun }}"), "Judul"),
        b.jarak(6),
        p("DENGAN RAHMAT TUHAN YANG MAHA ESA", "Judul"),
        p(r("{{ jabatan | besar }},"), "Judul"),
        b.jarak(8),
        tabel_polos(
            pokok(
                "Menimbang",
                "bahwa penyusunan laporan kinerja {{ instansi.nama }} memerlukan data kinerja yang valid, lengkap, dan "
                "tepat waktu;",
                "bahwa pengumpulan, validasi, dan pengolahan data kinerja perlu ditangani oleh suatu tim;",
                "bahwa berdasarkan pertimbangan sebagaimana dimaksud pada huruf a dan huruf b, perlu menetapkan "
                "Keputusan {{ jabatan }} tentang Tim Pengukuran Kinerja {{ instansi.nama }} Tahun {{ tahun }};",
            ),
            lebar,
        ),
        b.jarak(4),
        tabel_polos(
            [[_diktum("Mengingat"), _diktum(":"), ulang("for x in mengingat")
              + p("{{ x }}", rata="both", sifat=s.angka(5) + _RENGGANG) + ulang("endfor")]],
            (1700, 300, 6788),
        ),
        b.jarak(8),
        p("MEMUTUSKAN:", "Judul", lanjut=True),
        b.jarak(2, lanjut=True),
        tabel_polos(
            [
                diktum("Menetapkan", "KEPUTUSAN {{ jabatan | besar }} TENTANG TIM PENGUKURAN KINERJA "
                       "{{ instansi.nama_kapital }} TAHUN {{ tahun }}."),
                diktum("KESATU", "Membentuk Tim Pengukuran Kinerja {{ instansi.nama }} Tahun {{ tahun }} dengan "
                       "susunan sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari "
                       "Keputusan ini."),
                diktum("KEDUA", "Tim sebagaimana dimaksud dalam Diktum KESATU bertugas:", lanjut=True),
                *([_diktum(""), _diktum(""), p(x, rata="both", sifat=_HURUF)] for x in tugas),
                diktum("KETIGA", "Dalam melaksanakan tugasnya Tim bertanggung jawab dan melapor kepada {{ jabatan }}.",
                       lanjut=True),
                diktum("KEEMPAT", "Keputusan ini berlaku sejak tanggal ditetapkan sampai dengan {{ akhir }}.",
                       lanjut=True),
            ],
            (1700, 300, 6788),
        ),
        b.jarak(10, lanjut=True),
        tabel_polos(
            [[p("", sifat=b.RAPAT), s.baris("Ditetapkan di {{ instansi.tempat }}")
              + s.baris("pada tanggal {{ tanggal }}") + s.baris("{{ ttd.jabatan }},")
              + "".join(s.baris("") for _ in range(4)) + s.nama_tanda_tangan("ttd")]],
            (3788, 5000),
        ),
        *s.tembusan(),
    )  # fmt: skip
    s.kepala_kaki_surat(bagian_baru(dok))
    kolom = (
        Kolom("No.", "{{ x.no }}", 8, "center"),
        Kolom("Kedudukan", "{{ x.kedudukan }}", 20),
        Kolom("Nama", "{{ x.nama }}", 30),
        Kolom("NIP", "{{ x.nip }}", 34),
        Kolom("Jabatan", "{{ x.jabatan }}", 34),
    )
    tambah(
        dok,
        *s.kepala_lampiran("KEPUTUSAN {{ jabatan | besar }}"),
        p("SUSUNAN TIM PENGUKURAN KINERJA", "Judul"),
        p("{{ instansi.nama_kapital }} TAHUN {{ tahun }}", "Judul"),
        b.jarak(6),
        Tabel(kolom=kolom, loop="x in tim", uraian="Susunan Tim Pengukuran Kinerja", ikat=True).xml(),
        *s.tanda_tangan_tanpa_tanggal(),
    )
    return dok


def rencana_pengumpulan() -> Any:
    """Steps of the SOP with dates, then the units and their forms, signed by the head of the Tim."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0])
    kegiatan = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Langkah SOP", "{{ x.langkah }}", 14, "center"),
        Kolom("Kegiatan", "{{ x.uraian }}", 34),
        Kolom("Pelaksana", "{{ x.pelaksana }}", 22),
        Kolom("Lama", "{{ x.waktu }}", 12, "center"),
        Kolom("Paling Lambat", "{{ x.batas }}", 18),
        Kolom("Keluaran", "{{ x.keluaran }}", 22),
    )
    unit = (
        Kolom("No.", "{{ u.no }}", 6, "center"),
        Kolom("Unit Kerja", "{{ u.nama }}", 28),
        Kolom("Pimpinan", "{{ u.pimpinan }}", 23),
        Kolom("Indikator yang Diisi", "{{ u.indikator }}", 12, "center"),
        Kolom("Berkas Formulir", "{{ u.formulir }}", 37),
    )
    tambah(
        dok,
        *b.kop(),
        p("RENCANA KEGIATAN PENGUMPULAN DATA KINERJA", "Judul"),
        p("{{ periode_kapital }}", "Judul"),
        b.jarak(6),
        p("Pengumpulan data kinerja {{ periode }} dilaksanakan menurut langkah SOP dengan jadwal berikut. Formulir "
          "isian diterima Tim Pengukuran Kinerja paling lambat hari {{ batas }}.", "Isi", lanjut=True),
        Tabel(kolom=kegiatan, loop="x in kegiatan", uraian="Kegiatan dan jadwalnya").xml(),
        b.jarak(10, lanjut=True),
        p("Unit kerja yang menyampaikan data:", "Isi", lanjut=True),
        Tabel(kolom=unit, loop="u in unit", uraian="Unit kerja dan berkas formulirnya").xml(),
        b.jarak(4),
        p("Demikian rencana kegiatan ini disusun untuk menjadi pedoman Tim Pengukuran Kinerja dan unit kerja dalam "
          "mengumpulkan dan menyampaikan data kinerja.", "Isi", lanjut=True),
        *b.tanda_tangan(),
    )  # fmt: skip
    return dok


def tindak_lanjut_lhe() -> Any:
    """Sideways: the matrix of follow-ups to the evaluation, signed."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(s.mendatar(dok), "Tindak Lanjut Laporan Hasil Evaluasi Tahun {{ tahun }}")
    tambah(
        dok,
        p("MATRIKS TINDAK LANJUT LAPORAN HASIL EVALUASI AKUNTABILITAS KINERJA", "Judul"),
        p("{{ instansi.nama_kapital }} TAHUN {{ tahun }}", "Judul"),
        b.jarak(8),
        tabel_lhe(ikat=True),
        ulang("if ringkasan"),
        b.jarak(6, lanjut=True),
        p("{{ ringkasan }}", "Isi", lanjut=True),
        ulang("endif"),
        *s.tanda_tangan_mendatar(),
    )
    return dok
