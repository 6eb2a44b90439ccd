"""The form's other sheets: instructions, budget, endorsement."""

from __future__ import annotations

from typing import Any

from kinerja.domain.formulir import LABEL_ALASAN_PERBAIKAN, KolomAnggaran, LabelPengesahan
from kinerja.domain.rumus_excel import serapan_excel
from kinerja.forms import tata, validasi
from kinerja.forms.gaya import Gaya, Jenis
from kinerja.forms.tinggi import row_height

BARIS_UNIT_PETUNJUK = 2
BARIS_TENGGAT_PETUNJUK = 3
TENGGAT = "Dikembalikan paling lambat: "  # followed by the date

_LEGENDA = (
    (Jenis.ISIAN, "diisi", "Sel kuning bergaris tegas: diisi oleh unit kerja. Kolomnya bertanda “▼ diisi”."),
    (Jenis.OTOMATIS, "otomatis", "Sel biru berhuruf miring: terhitung sendiri begitu angka diketik."),
    (Jenis.TERKUNCI, "terkunci", "Sel abu-abu muda: sudah diisi dari Perjanjian Kinerja dan laporan lalu; terkunci."),
    (Jenis.TIDAK_DIUKUR, "dilewati", "Baris abu-abu tua: tidak diukur pada periode ini; lewati saja."),
)  # fmt: skip

_LANGKAH = (
    "Buka lembar Data Kinerja. Isi kolom Realisasi dengan angka periode ini saja (bukan angka s.d.).",
    "Untuk indikator rasio, isi Pembilang dan Penyebut; Realisasi terhitung sendiri.",
    "Tulis desimal dengan koma. Untuk satuan %, ketik 88,5 bila yang dimaksud 88,5 %; jangan ketik tanda %.",
    "Angka 0 berarti nol. Bila datanya belum ada, biarkan kosong; jangan diisi 0, “-”, atau “n/a”.",
    "Tulis faktor dan tindak lanjut dengan kalimat singkat; sebutkan nama berkas bukti di kolom Data Pendukung.",
    "Isi realisasi anggaran periode ini di lembar Anggaran, dan nama penyusun serta penyetuju di lembar Pengesahan.",
    "Bila angka yang terkunci keliru, jangan diubah; sampaikan kepada Tim Pengukuran Kinerja.",
    "Bila formulir ini memperbaiki angka yang sudah dilaporkan, tulis alasannya di baris terakhir lembar Pengesahan.",
    "Jangan menghapus lembar, baris, atau kolom. Simpan sebagai .xlsx, .xls, atau .ods; nama berkas bebas.",
    "Kirim kembali kepada Tim Pengukuran Kinerja bersama berkas buktinya.",
)  # fmt: skip


def tulis_petunjuk(ws: Any, gaya: Gaya) -> None:
    """Short instructions with the legend of colours."""
    kiri, kanan = tata.LEBAR_PETUNJUK
    ws.set_column("A:A", kiri)
    ws.set_column("B:B", kanan)
    ws.set_row(0, 24)
    ws.write_string("A1", "PETUNJUK PENGISIAN FORMULIR DATA KINERJA", gaya.title())
    ws.write_blank(f"A{BARIS_UNIT_PETUNJUK}", None, gaya.line(tebal=True))
    ws.write_blank(f"A{BARIS_TENGGAT_PETUNJUK}", None, gaya.line(tebal=True))
    baris = BARIS_TENGGAT_PETUNJUK + 1
    ws.write_string(baris, 0, "Arti warna", gaya.line(tebal=True))
    for jenis, contoh, arti in _LEGENDA:
        baris += 1
        ws.set_row(baris, row_height([(arti, kanan)], minimum=20))
        ws.write_string(baris, 0, contoh, gaya.make(align="center", **(gaya.dasar(jenis) | {"locked": True})))
        ws.write_string(baris, 1, arti, gaya.make(text_wrap=True, indent=1))
    baris += 2
    ws.write_string(baris, 0, "Cara mengisi", gaya.line(tebal=True))
    for nomor, langkah in enumerate(_LANGKAH, 1):
        baris += 1
        ws.set_row(baris, row_height([(langkah, kanan)], minimum=18))
        ws.write_number(baris, 0, nomor, gaya.make(align="center", valign="top"))
        ws.write_string(baris, 1, langkah, gaya.paragraph())


def tulis_anggaran(ws: Any, gaya: Gaya, tinggi: tuple[float, ...], desimal: int) -> None:
    """The budget table; only Realisasi is filled in."""
    ws.set_row(tata.BARIS_JUDUL - 1, 22)
    ws.write_string(f"A{tata.BARIS_JUDUL}", "REALISASI ANGGARAN (RUPIAH)", gaya.title())
    ws.write_blank(f"A{tata.BARIS_INSTANSI}", None, gaya.line())
    ws.write_blank(f"A{tata.BARIS_UNIT}", None, gaya.line(tebal=True))
    if not tinggi:
        ws.write_string(
            f"A{tata.BARIS_KODE}", "Unit ini tidak mengelola mata anggaran; lembar ini dilewati.", gaya.line()
        )
    ws.set_row(tata.BARIS_KEPALA - 1, 24)
    otomatis = (KolomAnggaran.REALISASI_SD, KolomAnggaran.SERAPAN)
    for kolom, huruf in tata.HURUF_ANGGARAN.items():
        ws.set_column(f"{huruf}:{huruf}", tata.LEBAR_ANGGARAN[kolom])
        isian = kolom is KolomAnggaran.REALISASI
        ws.write_string(
            f"{huruf}{tata.BARIS_KEPALA}", kolom.value, gaya.heading(Jenis.ISIAN if isian else Jenis.TERKUNCI)
        )
        if isian or kolom in otomatis:
            ws.write_string(f"{huruf}{tata.BARIS_PENANDA}", "▼ diisi" if isian else "otomatis", gaya.marker())
    rupiah = {jenis: gaya.number(jenis, 2) for jenis in Jenis}
    for n, t in enumerate(tinggi, tata.BARIS_AWAL):
        sel = {k: f"{huruf}{n}" for k, huruf in tata.HURUF_ANGGARAN.items()}
        ws.set_row(n - 1, t)
        for k in (KolomAnggaran.KODE, KolomAnggaran.URAIAN):
            ws.write_blank(sel[k], None, gaya.text(Jenis.TERKUNCI))
        for k in (KolomAnggaran.PAGU, KolomAnggaran.REALISASI_SD_LALU):
            ws.write_blank(sel[k], None, rupiah[Jenis.TERKUNCI])
        ini, lalu, sd = (
            sel[KolomAnggaran.REALISASI],
            sel[KolomAnggaran.REALISASI_SD_LALU],
            sel[KolomAnggaran.REALISASI_SD],
        )
        ws.write_blank(ini, None, rupiah[Jenis.ISIAN])
        ws.write_formula(sd, f'=IF(COUNT({ini})=0,"",SUM({lalu},{ini}))', rupiah[Jenis.OTOMATIS], "")
        serapan = serapan_excel(sel[KolomAnggaran.PAGU], sd, desimal)
        ws.write_formula(sel[KolomAnggaran.SERAPAN], f"={serapan}", gaya.number(Jenis.OTOMATIS, desimal), "")
    if tinggi:
        akhir = tata.BARIS_AWAL + len(tinggi) - 1
        huruf = tata.HURUF_ANGGARAN[KolomAnggaran.REALISASI]
        aturan = validasi.angka(
            "Realisasi anggaran", "Rupiah yang direalisasikan pada periode ini saja, bukan s.d. Contoh: 12500000."
        )
        ws.data_validation(f"{huruf}{tata.BARIS_AWAL}:{huruf}{akhir}", aturan)
    ws.freeze_panes(tata.BARIS_KEPALA, 2)
    ws.repeat_rows(tata.BARIS_PENANDA - 1, tata.BARIS_KEPALA - 1)


_PESAN_PENGESAHAN = {
    LabelPengesahan.DISUSUN_OLEH: "Nama lengkap dengan gelar pegawai yang mengisi formulir ini.",
    LabelPengesahan.JABATAN: "Jabatan penyusun. Contoh: Kepala Sub Bagian Perencanaan.",
    LabelPengesahan.NIP: "18 angka NIP penyusun. Contoh: 197403221993111001.",
    LabelPengesahan.TANGGAL: "Tanggal pengisian. Contoh: 2 Februari 2026.",
    LabelPengesahan.DISETUJUI_OLEH: "Nama lengkap dengan gelar pimpinan unit yang menyetujui.",
}


_PESAN_ALASAN = (
    "Diisi hanya bila angka yang sudah dimuat dalam laporan diperbaiki: mengapa berubah, dan menurut dokumen apa. "
    "Selain itu biarkan kosong."
)


def tulis_pengesahan(ws: Any, gaya: Gaya) -> None:
    """Who filled the form in and who approved it."""
    for huruf, lebar in zip("AB", tata.LEBAR_PENGESAHAN, strict=True):
        ws.set_column(f"{huruf}:{huruf}", lebar)
    ws.set_row(tata.BARIS_JUDUL - 1, 22)
    ws.write_string(f"A{tata.BARIS_JUDUL}", "PENGESAHAN", gaya.title())
    ws.write_blank(f"A{tata.BARIS_INSTANSI}", None, gaya.line())
    ws.write_blank(f"A{tata.BARIS_UNIT}", None, gaya.line(tebal=True))
    for label, n in tata.LABEL_BARIS.items():
        ws.set_row(n - 1, 26)
        ws.write_string(f"A{n}", label.value, gaya.text(Jenis.TERKUNCI))
        if label is LabelPengesahan.TANGGAL:
            isian = gaya.make(num_format="[$-421]d mmmm yyyy", align="left", **gaya.dasar(Jenis.ISIAN))
        else:
            isian = gaya.text(Jenis.ISIAN)
        ws.write_blank(f"B{n}", None, isian)
        ws.data_validation(f"B{n}", validasi.teks(label.value, _PESAN_PENGESAHAN[label]))
    n = tata.BARIS_ALASAN
    ws.set_row(n - 1, 62)
    ws.write_string(f"A{n}", LABEL_ALASAN_PERBAIKAN, gaya.text(Jenis.TERKUNCI))
    ws.write_blank(f"B{n}", None, gaya.text(Jenis.ISIAN))
    ws.data_validation(f"B{n}", validasi.teks(LABEL_ALASAN_PERBAIKAN, _PESAN_ALASAN))
