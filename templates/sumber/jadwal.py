"""The template of the schedule: sideways, warnings first, per SOP a Gantt picture and the table of the steps."""

from __future__ import annotations

from typing import Any

import bagian as b
import bagian_surat as s
from gaya import dokumen_baru, tambah
from unsur import Kolom, Tabel, p, r, ulang


def jadwal_sop() -> Any:
    """The whole template."""
    dok = dokumen_baru(s.TINGKAT)
    s.kepala_kaki_surat(s.mendatar(dok), "Jadwal {{ periode }}")
    kolom = (
        Kolom("No.", "{{ x.no }}", 6, "center"),
        Kolom("Langkah", "{{ x.uraian }}", 40),
        Kolom("Pelaksana", "{{ x.pelaksana }}", 28),
        Kolom("Waktu menurut SOP", "{{ x.waktu }}", 12, "center"),
        Kolom("Mulai", "{{ x.mulai }}", 14),
        Kolom("Selesai", "{{ x.selesai }}", 14),
        Kolom("Selesai Paling Lambat", "{{ x.paling_lambat }}", 14),
        Kolom("Tenggat", "{{ x.tenggat }}", 14),
        Kolom("Longgar", "{{ x.longgar }}", 12, "center"),
    )
    peran = (Kolom("Peran", "{{ x.peran }}", 40), Kolom("Nama", "{{ x.nama }}", 100))
    tambah(
        dok,
        p("JADWAL PENGUKURAN DAN PELAPORAN KINERJA", "Judul"),
        p("{{ instansi.nama_kapital }}", "Judul"),
        p("{{ periode_kapital }}", "Judul"),
        b.jarak(6),
        p("Tanggal dihitung dengan {{ hitungan }} dari lama waktu tiap langkah menurut SOP. Mulai dan selesai adalah "
          "waktu paling awal; longgar adalah banyaknya hari yang boleh terpakai sebelum tenggat terancam. "
          "Tenggat yang tidak disebut SOP menurut setelan kantor.", "Isi"),
        ulang("for t in peringatan"),
        p(r("{{ t }}", tebal=True), "Isi"),
        ulang("endfor"),
        ulang("for s in sop"),
        b.keterangan("Tabel", "Jadwal {{ s.nama }}, {{ periode }}"),
        Tabel(kolom=kolom, loop="x in s.langkah", uraian="Jadwal langkah SOP", mendatar=True).xml(),
        b.jarak(6),
        ulang("if s.pendek"),
        b.keterangan("Tabel", "Jadwal {{ s.nama }} dengan pemendekan terkecil, {{ periode }}"),
        Tabel(kolom=kolom, loop="x in s.pendek", uraian="Jadwal dengan pemendekan", mendatar=True).xml(),
        b.jarak(6),
        ulang("endif"),
        ulang("for g in s.gantt"),
        p("{{ g }}", rata="center", lanjut=True, sifat='<w:spacing w:before="160" w:after="0"/>'),
        b.keterangan("Gambar", "Bagan Gantt {{ s.nama }}, {{ periode }}", setelah=True),
        ulang("endfor"),
        ulang("endfor"),
        b.keterangan("Tabel", "Pelaksana"),
        Tabel(kolom=peran, loop="x in pelaksana", uraian="Nama di balik peran", mendatar=True, utuh=True).xml(),
        *s.tanda_tangan_mendatar(),
    )  # fmt: skip
    return dok
