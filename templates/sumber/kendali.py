"""The template of the paraf slip."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import dokumen_baru, tambah
from unsur import Kolom, Tabel, p, ulang


def lembar_kendali() -> Any:
    """What the konsep is, a row per role with a box for the paraf, then the rejections."""
    dok = dokumen_baru(s.TINGKAT)
    s.isi_tabel(dok, 10, 4)
    s.kepala_kaki_surat(dok.sections[0], "Lembar Kendali Laporan Kinerja {{ periode }}")
    kolom = (
        Kolom("No.", "{{ x.no }}", 8, "center"),
        Kolom("Langkah SOP", "{{ x.langkah }}. {{ x.uraian }}", 25),
        Kolom("Peran, Nama, NIP", "{{ x.peran }}: {{ x.nama }} {{ x.nip }}", 27),
        Kolom("Keputusan", "{{ x.keputusan }}", 20),
        Kolom("Tanggal", "{{ x.tanggal }}", 17),
        Kolom("Paraf", "", 13),
        Kolom("Catatan", "{{ x.catatan }}", 22),
    )
    tolak = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Tanggal", "{{ x.tanggal }}", 16),
        Kolom("Oleh", "{{ x.nama }} ({{ x.peran }}, langkah {{ x.langkah }})", 34),
        Kolom("Catatan", "{{ x.catatan }}", 44),
    )
    tambah(
        dok,
        *b.kop(),
        p("LEMBAR KENDALI", "Judul"),
        p("LAPORAN KINERJA {{ periode_kapital }}", "Judul"),
        b.jarak(8),
        s.kepala(("Naskah", "{{ dokumen }}"), ("Konsep dibuat", "{{ konsep }}"), ("Sidik SHA-256", "{{ sidik }}"),
                 lebar=(2200, 300, 6288)),
        b.jarak(8),
        Tabel(kolom=kolom, loop="x in baris", uraian="Paraf dan persetujuan").xml(),
        ulang("if penolakan"),
        b.jarak(8, lanjut=True),
        p("Konsep ini pernah dikembalikan:", "Isi", lanjut=True),
        Tabel(kolom=tolak, loop="x in penolakan", uraian="Pengembalian konsep").xml(),
        ulang("endif"),
    )  # fmt: skip
    return dok
