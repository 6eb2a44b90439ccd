"""The templates about what came in and what did not: tanda terima, daftar keterlambatan."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import dokumen_baru, tambah
from unsur import Kolom, Tabel, p, r, ulang

_MESIN = "Courier New"


def tanda_terima() -> Any:
    """Unit and deadline, the file with its hash, earlier files, how to check the hash, two signatures."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    kolom = (
        Kolom("Revisi", "{{ x.revisi }}", 9, "center"),
        Kolom("Nama Berkas", "{{ x.nama }}", 27),
        Kolom("Diterima", "{{ x.diterima }}", 19),
        Kolom("SHA-256", "{{ x.sidik }}", 27),
        Kolom("Hasil Pemeriksaan", "{{ x.hasil }}", 18),
    )
    tambah(
        dok,
        *b.kop(),
        p("TANDA TERIMA", "Judul"),
        p("FORMULIR ISIAN DATA KINERJA {{ periode.nama_kapital }}", "Judul"),
        b.jarak(6),
        p("Tim Pengukuran Kinerja {{ instansi.nama }} telah menerima formulir isian data kinerja {{ periode.sebut }} "
          "dari:", "Isi"),
        s.kepala(
            ("Unit kerja", "{{ unit }} ({{ kode }})"), ("Pimpinan", "{{ pimpinan }}"),
            ("Batas penyampaian", "{{ batas }}"), ("Pertama diterima", "{{ pertama }}"),
        ),
        ulang("for x in berkas"),
        b.jarak(8, lanjut=True),
        s.rincian(
            ("Dokumen", "Formulir isian data kinerja, 1 (satu) berkas, revisi {{ x.revisi }}"),
            ("Nama berkas", "{{ x.nama }}"),
            ("Diterima", "{{ x.diterima }}"),
            ("Ukuran", "{{ x.ukuran }}"),
            ("Hasil pemeriksaan", "{{ x.hasil }}"),
            ("Sidik SHA-256", r("{{ x.sidik }}", huruf=_MESIN, ukuran=10)),
        ),
        ulang("endfor"),
        ulang("if sebelumnya"),
        b.jarak(8, lanjut=True),
        p("Kiriman lain dari unit ini untuk periode yang sama:", "Isi", lanjut=True),
        Tabel(kolom=kolom, loop="x in sebelumnya", uraian="Kiriman lain dari unit ini").xml(),
        ulang("endif"),
        b.jarak(6),
        p("Cara memastikan bahwa sidik di atas milik berkas Bapak/Ibu: di Windows, buka Command Prompt pada map tempat "
          "berkas itu disimpan dan jalankan perintah di bawah ini; hasilnya harus sama, sedangkan spasi dan pindah "
          "baris pada sidik hanya memudahkan pembacaan.", "Kecil", lanjut=True),
        p(r("{{ perintah }}", huruf=_MESIN, ukuran=9), "Kecil", lanjut=True),
        p("Berkas yang diterima disimpan utuh di arsip Tim.", "Kecil", lanjut=True),
        *s.dua_tanda_tangan("pengirim", "ttd", judul=("Yang menyerahkan,", "Yang menerima,")),
    )  # fmt: skip
    return dok


def daftar_keterlambatan() -> Any:
    """Head of a nota dinas to the head of the office, a summary, one table per kind of delay, what is asked."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(dok.sections[0], nomor=False)
    no, unit = Kolom("No.", "{{ x.no }}", 6, "center"), Kolom("Unit Kerja", "{{ x.unit }}", 26)
    hubungi = Kolom("Pimpinan dan Pos-el", "{{ x.hubungi }}", 47)

    def daftar(nama: str, judul: str, *kolom: Kolom) -> tuple[str, ...]:
        return (
            ulang(f"if {nama}"),
            p(r(judul, tebal=True), "SubAnalisis"),
            Tabel(kolom=kolom, loop=f"x in {nama}", uraian=judul).xml(),
            b.jarak(4),
            ulang("endif"),
        )

    tambah(
        dok,
        *b.kop(),
        p("NOTA DINAS", "Judul"),
        b.jarak(6),
        s.kepala(*s.NOTA),
        p("", sifat=s.GARIS),
        p("Dengan hormat disampaikan keadaan penyampaian formulir isian data kinerja {{ periode }} sampai dengan "
          "{{ saat }}. {{ ringkasan }}", "Isi"),
        ulang("if ketentuan"),
        p("{{ ketentuan }}", "Isi"),
        ulang("endif"),
        *daftar("belum", "Unit yang belum menyampaikan formulir", no, unit, hubungi,
                Kolom("Keadaan", "{{ x.keadaan }}", 26)),
        *daftar("perbaikan", "Formulir yang menunggu perbaikan", no, unit, hubungi,
                Kolom("Dikembalikan", "{{ x.dikembalikan }}", 21), Kolom("Batas Perbaikan", "{{ x.batas }}", 21)),
        *daftar("terlambat", "Unit yang menyampaikan terlambat", no, unit, hubungi,
                Kolom("Diterima", "{{ x.diterima }}", 21), Kolom("Keadaan", "{{ x.keadaan }}", 21)),
        ulang("if akibat"),
        p("{{ akibat }}", "Isi"),
        ulang("endif"),
        p("{{ penutup }}", "Isi", lanjut=True),
        *s.tanda_tangan_tanpa_tanggal(),
    )  # fmt: skip
    return dok
