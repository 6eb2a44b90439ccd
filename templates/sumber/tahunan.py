"""The template of the annual report: front matter in roman numbers, Bab I–IV, annexes."""

from __future__ import annotations

from typing import Any

import bagian as b
import tabel_laporan as t
from gaya import bagian_baru, dokumen_baru, kepala_kaki, sisipan_mendatar, tambah
from unsur import Kolom, Tabel, keterangan, narasi, p, r, ulang

BARU = "<w:pageBreakBefore/>"


def _loop_narasi(daftar: str) -> tuple[str, ...]:
    return (ulang(f"for n in {daftar}"), narasi("n"), ulang("endfor"))


def _perjanjian() -> tuple[str, ...]:
    kolom = (
        Kolom("No.", "{{ b.no }}", 6, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 52),
        Kolom("Kelas", "{{ b.kelas }}", 10, "center"),
        Kolom("Satuan", "{{ b.satuan }}", 16),
        Kolom("Target", "{{ b.target }}", 16, "right"),
    )
    return (
        keterangan("Tabel", "Perjanjian Kinerja Tahun {{ periode.tahun }}"),
        Tabel(kolom=kolom, loop="b in s.baris", grup=("s in perjanjian", "{{ s.kode }}  {{ s.nama }}"),
              uraian="Perjanjian Kinerja").xml(),
    )  # fmt: skip


def _rencana() -> tuple[str, ...]:
    """The plan: the year's targets spread over its quarters."""
    kolom = (
        Kolom("No.", "{{ b.no }}", 6, "center"),
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 39),
        Kolom("Satuan", "{{ b.satuan }}", 13),
        *(
            Kolom(f"TW {angka}", f"{{{{ b.tw{n} }}}}", 11, "right")
            for n, angka in enumerate(("I", "II", "III", "IV"), 1)
        ),
        Kolom("Setahun", "{{ b.target }}", 11, "right"),
    )
    return (
        ulang("for t in rencana.teks"), p("{{ t }}", "Isi"), ulang("endfor"),
        *t.bila_ada(
            "rencana.sasaran",
            keterangan("Tabel", "Rencana target kinerja tiap triwulan, tahun {{ periode.tahun }}"),
            Tabel(kolom=kolom, loop="b in s.baris", grup=("s in rencana.sasaran", "{{ s.kode }}  {{ s.nama }}"),
                  uraian="Rencana target kinerja tiap triwulan").xml(),
            p("Tanda – berarti indikator tidak diukur pada triwulan itu, atau targetnya belum ada.", "Kecil"),
            tanpa="Target kinerja hanya ditetapkan untuk setahun, sebagaimana tercantum dalam Perjanjian Kinerja.",
        ),
    )  # fmt: skip


def _program_pk() -> tuple[str, ...]:
    kolom = (
        Kolom("No.", "{{ b.no }}", 6, "center"),
        Kolom("Program", "{{ b.uraian }}", 64),
        Kolom("Pagu (Rp)", "{{ b.pagu }}", 30, "right"),
    )
    return t.bila_ada(
        "program",
        keterangan("Tabel", "Program dan anggaran tahun {{ periode.tahun }}"),
        Tabel(kolom=kolom, loop="b in program", uraian="Program dan anggaran").xml(),
        tanpa="Program dan anggarannya belum diisi pada lembar Anggaran di induk.xlsx.",
    )


def _analisis() -> tuple[str, ...]:
    """Bab III A: the seven analyses of one sasaran, repeated."""
    tahun = (
        Kolom("Tahun", "{{ b.tahun }}", 12, "center"), Kolom("Target", "{{ b.target }}", 18, "right"),
        Kolom("Realisasi", "{{ b.realisasi }}", 18, "right"), Kolom("Capaian (%)", "{{ b.capaian }}", 18, "right"),
        Kolom("Perubahan (poin)", "{{ b.perubahan }}", 18, "right"),
    )  # fmt: skip
    renstra = (
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 40), Kolom("Satuan", "{{ b.satuan }}", 14),
        Kolom("Realisasi", "{{ b.realisasi }}", 13, "right"),
        Kolom("Target Akhir Renstra", "{{ b.target }}", 15, "right"),
        Kolom("Tahun", "{{ b.tahun }}", 9, "center"), Kolom("Capaian (%)", "{{ b.capaian }}", 13, "right"),
    )  # fmt: skip
    standar = (
        Kolom("Indikator Kinerja", "{{ b.indikator }}", 45), Kolom("Satuan", "{{ b.satuan }}", 14),
        Kolom("Realisasi", "{{ b.realisasi }}", 14, "right"), Kolom("Standar Nasional", "{{ b.target }}", 15, "right"),
        Kolom("Capaian (%)", "{{ b.capaian }}", 14, "right"),
    )  # fmt: skip
    program = (
        Kolom("Program, Kegiatan, Sub Kegiatan", "{{ b.kode }}  {{ b.uraian }}", 57),
        Kolom("Pagu (Rp)", "{{ b.pagu }}", 20, "right"), Kolom("Realisasi (Rp)", "{{ b.realisasi }}", 20, "right"),
        Kolom("Serapan (%)", "{{ b.serapan }}", 12, "right"),
    )  # fmt: skip

    def sub(teks: str) -> str:
        return p(teks, "SubAnalisis")

    def bila(daftar: str, judul: str, tabel: Tabel) -> tuple[str, ...]:
        return (ulang(f"if {daftar}"), keterangan("Tabel", judul), tabel.xml(), b.jarak(2), ulang("endif"))

    return (
        ulang("for s in analisis"),
        p(r("{{ s.nama }}"), "Heading3"),
        sub("1) Target dan realisasi tahun {{ periode.tahun }}"),
        keterangan("Tabel", "Target dan realisasi sasaran {{ s.kode }}, tahun {{ periode.tahun }}"),
        t.tabel_capaian("b in s.kinerja", "Target dan realisasi satu sasaran"),
        b.jarak(2),
        *_loop_narasi("s.narasi"),
        sub("2) Perbandingan dengan tahun-tahun sebelumnya"),
        *_loop_narasi("s.narasi_riwayat"),
        *bila("s.riwayat", "Realisasi dan capaian sasaran {{ s.kode }} antartahun",
              Tabel(kolom=tahun, loop="b in i.baris", grup=("i in s.riwayat", "{{ i.indikator }} ({{ i.satuan }})"),
                    uraian="Realisasi dan capaian antartahun")),
        *b.gambar("s.grafik_riwayat", "Capaian indikator sasaran {{ s.kode }} antartahun (persen)"),
        sub("3) Realisasi terhadap target akhir Renstra"),
        *_loop_narasi("s.narasi_renstra"),
        *bila("s.renstra", "Realisasi sasaran {{ s.kode }} terhadap target akhir Renstra",
              Tabel(kolom=renstra, loop="b in s.renstra", uraian="Realisasi terhadap target akhir Renstra")),
        sub("4) Perbandingan dengan standar nasional"),
        *_loop_narasi("s.narasi_standar"),
        *bila("s.standar", "Realisasi sasaran {{ s.kode }} terhadap standar nasional",
              Tabel(kolom=standar, loop="b in s.standar", uraian="Realisasi terhadap standar nasional")),
        sub("5) Penyebab keberhasilan atau kegagalan, dan perbaikannya"),
        *_loop_narasi("s.sebab"),
        sub("6) Efisiensi penggunaan sumber daya"),
        *_loop_narasi("s.efisiensi"),
        sub("7) Program dan kegiatan yang menunjang"),
        *_loop_narasi("s.narasi_program"),
        *bila("s.program", "Program dan kegiatan penunjang sasaran {{ s.kode }}",
              Tabel(kolom=program, loop="b in s.program", uraian="Program penunjang", tebal_bila="b.pokok")),
        ulang("endfor"),
    )  # fmt: skip


def tabel_lhe(*, mendatar: bool = True, ikat: bool = False) -> str:
    """Recommendations of the evaluation and what became of them."""
    kolom = (
        Kolom("No.", "{{ b.no }}", 6, "center"), Kolom("LHE Tahun", "{{ b.tahun }}", 9, "center"),
        Kolom("Rekomendasi", "{{ b.rekomendasi }}", 38), Kolom("Tindak Lanjut", "{{ b.tindak_lanjut }}", 38),
        Kolom("Status", "{{ b.status }}", 13, "center"), Kolom("Batas Waktu", "{{ b.batas_waktu }}", 15, "center"),
    )  # fmt: skip
    return Tabel(
        kolom=kolom, loop="b in lhe", uraian="Matriks tindak lanjut LHE", mendatar=mendatar, ikat=ikat,
        kosong="Rekomendasi hasil evaluasi tahun sebelumnya belum diisi pada lembar LHE di induk.xlsx.",
    ).xml()  # fmt: skip


def _lampiran_lhe() -> tuple[str, ...]:
    return t.bila_ada(
        "lhe",
        keterangan("Tabel", "Matriks tindak lanjut hasil evaluasi tahun sebelumnya"), tabel_lhe(),
        tanpa="Rekomendasi hasil evaluasi tahun sebelumnya belum diisi pada lembar LHE di induk.xlsx.",
    )  # fmt: skip


def _lampiran_bukti() -> tuple[str, ...]:
    kolom = (Kolom("Unit Kerja", "{{ b.unit }}", 30), Kolom("Data Pendukung", "{{ b.data_pendukung }}", 70))
    return t.bila_ada(
        "bukti",
        keterangan("Tabel", "Daftar data pendukung"),
        Tabel(kolom=kolom, loop="b in i.baris", grup=("i in bukti", "{{ i.no }}.  {{ i.indikator }}"),
              uraian="Daftar data pendukung", mendatar=True).xml(),
        tanpa="Unit kerja belum menyebutkan data pendukung.",
    )  # fmt: skip


def laporan_tahunan() -> Any:
    """The whole template."""
    dok = dokumen_baru((("upperRoman", "BAB %1"), ("upperLetter", "%2."), ("decimal", "%3.")))
    kiri = "Laporan Kinerja {{ instansi.nama }} Tahun {{ periode.tahun }}"
    kepala_kaki(dok.sections[0], "", isi=False)
    tambah(dok, *b.sampul("LAPORAN KINERJA", tahun=False))
    kepala_kaki(bagian_baru(dok, nomor="lowerRoman", mulai=1), kiri)
    tambah(
        dok, *b.kop(), p("Kata Pengantar", "JudulDepan"), *_loop_narasi("pengantar"), *b.tanda_tangan(), *b.paraf(),
        p("Daftar Isi", "JudulDaftar", sifat=BARU), *b.daftar_isi(lengkap=True)[1:],
        p("Ikhtisar Eksekutif", "JudulDepan", sifat=BARU), *b.angka_utama(), *_loop_narasi("ikhtisar"),
        *t.tabel_peringkat(),
        narasi("ringkasan.kelengkapan"),
    )  # fmt: skip
    kepala_kaki(bagian_baru(dok, nomor="decimal", mulai=1), kiri)
    tambah(
        dok, p("Pendahuluan", "Heading1"), p("Maksud dan Tujuan", "Heading2"), p("{{ maksud }}", "Isi"),
        p("Dasar", "Heading2"), *b.butir("dasar", b.DAFTAR_ANGKA),
        ulang("for x in bab_i"), p(r("{{ x.judul }}"), "Heading2"), ulang("for t in x.paragraf"), p("{{ t }}", "Isi"),
        ulang("endfor"), ulang("endfor"),
        p("Perencanaan Kinerja", "Heading1", sifat=BARU), p("Ringkasan Rencana Strategis", "Heading2"),
        ulang("for t in renstra"), p("{{ t }}", "Isi"), ulang("endfor"),
        p("Rencana Kinerja", "Heading2"), *_rencana(), *_program_pk(),
        p("Perjanjian Kinerja", "Heading2"), *_perjanjian(),
        p("Akuntabilitas Kinerja", "Heading1", sifat=BARU), p("Capaian Kinerja Organisasi", "Heading2"),
        *t.tabel_rata("rata_sasaran", "Sasaran", "{{ a.kode }}  {{ a.nama }}"),
        *b.gambar("grafik.sasaran", "Rata-rata capaian per sasaran, {{ periode.nama }} (persen)"),
        *b.gambar("grafik.tren", "Rata-rata capaian tiap periode, {{ periode.sd }} (persen)"),
        *_analisis(),
        p("Capaian per Unit Kerja", "Heading2"), *t.tabel_rata("rata_unit", "Unit Kerja"),
        p("Realisasi Anggaran", "Heading2"), narasi("narasi_anggaran"),
        *b.gambar("grafik.anggaran", "Capaian kinerja dan serapan anggaran per sasaran (persen)"),
        *t.tabel_anggaran(setahun=True),
        p("Penutup", "Heading1", sifat=BARU), narasi("penutup", lanjut=True), *b.tanda_tangan(),
        p("Lampiran I  Perjanjian Kinerja", "JudulLampiran", sifat=BARU), *_perjanjian(), *_program_pk(),
    )  # fmt: skip
    kepala_kaki(bagian_baru(dok, mendatar=True, nomor="decimal"), kiri)
    tambah(
        dok, p("Lampiran II  Pengukuran Kinerja", "JudulLampiran"),
        *t.tabel_kinerja(sd=False, akhir="tahun {{ periode.tahun }}"),
        p("Lampiran III  Matriks Tindak Lanjut Hasil Evaluasi", "JudulLampiran", sifat=BARU), *_lampiran_lhe(),
        p("Lampiran IV  Data Pendukung", "JudulLampiran", sifat=BARU), *_lampiran_bukti(),
        p("Lampiran V  Perbandingan dengan Tahun Sebelumnya", "JudulLampiran", sifat=BARU),
        *t.tabel_pembanding(satu=True),
        p("Lampiran VI  Faktor dan Tindak Lanjut menurut Unit Kerja", "JudulLampiran", sifat=BARU),
        *t.tabel_uraian(bukti=False),
    )  # fmt: skip
    kepala_kaki(bagian_baru(dok, mendatar=False, nomor="decimal"), kiri)
    tambah(
        dok, p("Lampiran VII  Kelengkapan Data", "JudulLampiran"), *t.tabel_kelengkapan(jamak=True),
        *t.tabel_belum_ada(), ulang("if perbaikan.ada"), p("Perbaikan data", "SubAnalisis"),
        *t.tabel_perbaikan(mendatar=False), ulang("endif"),
    )  # fmt: skip
    sisipan_mendatar(dok, "jejak.ada", *t.jejak_angka("Lampiran VII-A  Jejak Angka"))
    tambah(
        dok, p("Lampiran VIII  Rincian Perhitungan dan Aturan Hitung", "JudulLampiran", sifat=BARU), *t.tabel_rincian(),
        p("Aturan hitung yang dipakai", "SubAnalisis"), *b.butir("kebijakan", gaya="ButirKecil"),
    )  # fmt: skip
    return dok
