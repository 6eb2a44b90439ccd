"""The template of the list of corrections: sideways, which files were read, one table, a signature."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import dokumen_baru, tambah
from unsur import Kolom, Tabel, p, ulang


def daftar_koreksi() -> Any:
    """The whole template."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(s.mendatar(dok), "Daftar Koreksi dan Masukan, {{ judul }}")
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Jenis", "{{ x.jenis }}", 13),
        Kolom("Penulis dan Waktu", "{{ x.oleh }}", 20),
        Kolom("Tempat", "{{ x.tempat }}", 24),
        Kolom("Tertulis pada Konsep", "{{ x.lama }}", 36),
        Kolom("Koreksi atau Masukan", "{{ x.baru }}", 36, catatan="x.keterangan"),
        Kolom("Status", "{{ x.status }}", 12, "center"),
        Kolom("Diputuskan", "{{ x.putusan }}", 20),
    )
    tambah(
        dok,
        p("DAFTAR KOREKSI DAN MASUKAN", "Judul"),
        p("{{ judul_kapital }}", "Judul"),
        p("{{ instansi.nama_kapital }}", "Judul"),
        b.jarak(6),
        p("{{ ringkasan }} Tidak ada koreksi yang diterima dengan sendirinya; status diisi oleh yang memutuskan.",
          "Isi"),
        ulang("for t in berkas"),
        p("{{ t }}", "Isi"),
        ulang("endfor"),
        ulang("if koreksi"),
        b.keterangan("Tabel", "Koreksi dan masukan, {{ judul }}"),
        Tabel(kolom=kolom, loop="x in koreksi", uraian="Daftar koreksi dan masukan", mendatar=True, ikat=True).xml(),
        ulang("endif"),
        ulang("if selebihnya"),
        b.jarak(4, lanjut=True),
        p("{{ selebihnya }}", "Isi", lanjut=True),
        ulang("endif"),
        *s.tanda_tangan_mendatar(),
    )  # fmt: skip
    return dok
