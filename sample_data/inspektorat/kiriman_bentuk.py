"""Contoh: mengubah formulir terisi seperti orang yang keliru mengubahnya, dan membetulkannya kembali.

Setiap fungsi menerima `Buku`: buku kerja openpyxl dengan letak baris dan kolomnya, dan kesalahan yang ditanam.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from kinerja.domain.formulir import KOLOM_ISIAN
from sample_data.inspektorat.uraian_2026 import penghambat
from sample_data.pengisi import letak

KINERJA, ANGGARAN, PENGESAHAN = "Data Kinerja", "Anggaran", "Pengesahan"
_ISIAN = {KINERJA: {k.value for k in KOLOM_ISIAN}, ANGGARAN: {"Realisasi"}}


class Buku:
    """Formulir yang sedang dibuka: nilai ditulis dan dicari dengan Kode baris dan judul kolom."""

    def __init__(self, isi: bytes, unit: str, bulan: int) -> None:
        self.unit, self.bulan = unit, bulan
        self.buku = openpyxl.load_workbook(io.BytesIO(isi))
        self.letak = {nama: letak(self.buku[nama]) for nama in (KINERJA, ANGGARAN) if nama in self.buku.sheetnames}

    def sel(self, lembar: str, baris: str, kolom: str) -> Any:
        """Sel pada baris (Kode, label Pengesahan, atau kosong untuk baris judul) dan kolom itu."""
        ws = self.buku[lembar]
        if lembar == PENGESAHAN:
            return next(r[1] for r in ws.iter_rows(max_col=2) if r[0].value == baris)
        judul, per_kode = self.letak[lembar]
        return ws.cell(per_kode[baris] if baris else min(per_kode.values()) - 1, judul[kolom])

    def tulis(self, lembar: str, baris: str, isi: Mapping[str, Any]) -> None:
        """Isi beberapa kolom satu baris."""
        for kolom, nilai in isi.items():
            self.sel(lembar, baris, kolom).value = nilai

    def simpan(self) -> bytes:
        """Berkasnya."""
        keluar = io.BytesIO()
        self.buku.save(keluar)
        self.buku.close()
        return keluar.getvalue()


def alamat(buku: Buku, salah: Any) -> str | None:
    """Alamat sel tempat kesalahan akan ditemukan, dicari pada formulir yang belum diubah."""
    return None if salah.tanpa_sel else str(buku.sel(salah.lembar, salah.baris, salah.kolom).coordinate)


def tanam(buku: Buku, salah: Any) -> None:
    """Tanam satu kesalahan."""
    (salah.ubah or ketik)(buku, salah)


def ketik(buku: Buku, salah: Any) -> None:
    """Ketik isian yang keliru."""
    sel = buku.sel(salah.lembar, salah.baris, salah.kolom)
    sel.value = salah.isi
    if hasattr(salah.isi, "year"):
        sel.number_format = "d-mmm"


def biarkan(_buku: Buku, _salah: Any) -> None:
    """Isian yang benar; hanya patut ditandai."""


def kosongkan_pengesahan(buku: Buku, _salah: Any) -> None:
    """Tidak ada yang mengesahkan."""
    for row in buku.buku[PENGESAHAN].iter_rows(min_row=5, max_col=2):
        row[1].value = None


def hapus_uraian(buku: Buku, salah: Any) -> None:
    """Penyimpangan tanpa penjelasan."""
    buku.tulis(KINERJA, salah.baris, {"Faktor Penghambat": None, "Tindak Lanjut": None})


def salin_uraian_lalu(buku: Buku, salah: Any) -> None:
    """Uraian bulan lalu ditempel begitu saja."""
    sebab, tindak = penghambat(salah.baris, buku.unit, buku.bulan - 1)
    buku.tulis(KINERJA, salah.baris, {"Faktor Pendorong": None, "Faktor Penghambat": sebab, "Tindak Lanjut": tindak})


def ganti_nama_lembar(buku: Buku, salah: Any) -> None:
    """Lembar diberi nama bulannya."""
    buku.buku[KINERJA].title = salah.lembar_temuan


def hapus_baris(buku: Buku, salah: Any) -> None:
    """Baris terakhir tabel terhapus."""
    buku.buku[KINERJA].delete_rows(buku.letak[KINERJA][1][salah.baris])


def gabung_sel(buku: Buku, salah: Any) -> None:
    """Sel digabung dengan sel di bawahnya; isi sel yang tertutup hilang."""
    sel = buku.sel(KINERJA, salah.baris, salah.kolom)
    huruf = get_column_letter(sel.column)
    buku.buku[KINERJA].merge_cells(f"{huruf}{sel.row}:{huruf}{sel.row + 1}")


def tukar_bagian(buku: Buku, salah: Any) -> None:
    """Pembilang ditulis di Penyebut dan sebaliknya."""
    a, b = (buku.sel(KINERJA, salah.baris, k) for k in ("Pembilang", "Penyebut"))
    a.value, b.value = b.value, a.value


def belanja_kumulatif(buku: Buku, salah: Any) -> None:
    """Belanja sejak Januari di kolom belanja bulan ini."""
    sel = buku.sel(ANGGARAN, salah.baris, salah.kolom)
    sel.value += buku.sel(ANGGARAN, salah.baris, "Realisasi s.d. Lalu").value


def kelebihan_nol(buku: Buku, salah: Any) -> None:
    """Satu nol terlalu banyak."""
    buku.sel(ANGGARAN, salah.baris, salah.kolom).value *= 10


def betulkan(salinan: bytes, benar: bytes, unit: str, bulan: int) -> bytes:
    """Salinan yang dikembalikan, dengan setiap baris kembali seperti seharusnya menurut formulir `benar`.

    Baris yang terhapus disalin dari formulir asli; penggabungan sel di dalam tabel dibatalkan.
    """
    tujuan, asal = Buku(salinan, unit, bulan), Buku(benar, unit, bulan)
    for lembar in (KINERJA, ANGGARAN):
        ws = tujuan.buku[lembar]
        judul, baris = tujuan.letak[lembar]
        judul_asal, baris_asal = asal.letak[lembar]
        awal = min(baris_asal.values())
        for rentang in [r for r in ws.merged_cells.ranges if r.min_row >= awal]:
            ws.unmerge_cells(str(rentang))
        for kode, nomor in baris_asal.items():
            letaknya = baris.get(kode, nomor)
            for kolom, k in judul_asal.items():
                if letaknya == nomor or kolom in _ISIAN[lembar]:
                    sel, aslinya = ws.cell(letaknya, judul[kolom]), asal.buku[lembar].cell(nomor, k)
                    sel.value, sel.number_format = aslinya.value, aslinya.number_format
    for row in asal.buku[PENGESAHAN].iter_rows(min_row=5, max_col=2):
        if row[0].value:
            tujuan.sel(PENGESAHAN, str(row[0].value), "").value = row[1].value
    return tujuan.simpan()
