"""Fills a form as a person would: by row key and heading, with openpyxl."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

Nilai = str | int | float | None

PENGESAHAN = {
    "Disusun Oleh": "Rina Wulandari, S.E.",
    "Jabatan": "Kepala Sub Bagian",
    "NIP": "198006152005012003",
    "Tanggal": "03/02/2026",
    "Disetujui Oleh": "Siti Aminah, S.E., M.M.",
}


def letak(ws: Worksheet, judul_pertama: str = "Kode") -> tuple[dict[str, int], dict[str, int]]:
    """(heading -> column, Kode -> row) of a sheet of the form."""
    for row in ws.iter_rows():
        judul = {str(c.value): c.column for c in row if c.value is not None}
        if judul_pertama in judul and len(judul) > 4:
            kode = judul[judul_pertama]
            baris = {
                str(ws.cell(r, kode).value): r for r in range(row[0].row + 1, ws.max_row + 1) if ws.cell(r, kode).value
            }
            return judul, baris
    raise AssertionError("baris judul tidak ditemukan")


def isi_formulir(
    sumber: Path | bytes,
    kinerja: Mapping[str, Mapping[str, Nilai]],
    anggaran: Mapping[str, Nilai] | None = None,
    pengesahan: Mapping[str, Nilai] | None = None,
) -> bytes:
    """The filled form as bytes. `kinerja`: Kode -> heading -> value; `anggaran`: Kode -> Realisasi (None: all 0)."""
    buku = openpyxl.load_workbook(io.BytesIO(sumber) if isinstance(sumber, bytes) else sumber)
    ws = buku["Data Kinerja"]
    judul, baris = letak(ws)
    for kode, isian in kinerja.items():
        for kolom, nilai in isian.items():
            ws.cell(baris[kode], judul[kolom]).value = nilai
    ws = buku["Anggaran"]
    try:
        judul, baris = letak(ws)
    except AssertionError:
        baris = {}
    for kode, r in baris.items():
        ws.cell(r, judul["Realisasi"]).value = (anggaran or {}).get(kode, 0)
    ws = buku["Pengesahan"]
    isi = {**PENGESAHAN, **(pengesahan or {})}
    for row in ws.iter_rows(max_col=2):
        label = str(row[0].value)
        if label in isi:
            row[1].value = isi[label]
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()


def salin_rumus(berkas: Path, kosong: Path, kolom: str) -> bytes:
    """The form with the formulas of one heading of `Data Kinerja` restored from the blank form."""
    asal = openpyxl.load_workbook(kosong)
    buku = openpyxl.load_workbook(berkas)
    judul_asal, baris_asal = letak(asal["Data Kinerja"])
    judul, baris = letak(buku["Data Kinerja"])
    for kode, r in baris.items():
        rumus = asal["Data Kinerja"].cell(baris_asal[kode], judul_asal[kolom]).value
        buku["Data Kinerja"].cell(r, judul[kolom]).value = rumus
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    asal.close()
    return keluar.getvalue()


def isi_pemantauan(sumber: Path | bytes, minggu: Mapping[int, Mapping[str, Mapping[str, Any]]]) -> bytes:
    """The filled Kertas Kerja Pemantauan as bytes. `minggu`: number of the week -> Kode -> heading -> value."""
    buku = openpyxl.load_workbook(io.BytesIO(sumber) if isinstance(sumber, bytes) else sumber)
    for ke, isian in minggu.items():
        ws = buku[f"Minggu {ke}"]
        judul, baris = letak(ws)
        for kode, isi in isian.items():
            for kolom, nilai in isi.items():
                ws.cell(baris[kode], judul[kolom]).value = nilai
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()
