"""Rows written by hand are the rows that a spreadsheet reads."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import xlsxwriter

from kinerja.worksheets.kkv_gaya import WARNA, Cap, Gaya, Kolom
from kinerja.worksheets.tabel_panjang import IsiPanjang, isi_pola, tulis_pola

KOLOM = (Kolom("No", 5, "center"), Kolom("Nama", 20), Kolom("Hasil", 12), Kolom("Batas", 12, "center"))
AWAL = 2


def _lembar(baris: list[tuple[IsiPanjang, ...]]) -> openpyxl.worksheet.worksheet.Worksheet:
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True}) as wb:
        tulis_pola(wb.add_worksheet("T"), Gaya(wb), AWAL, KOLOM, len(baris))
    isi = isi_pola(keluar.getvalue(), "xl/worksheets/sheet1.xml", AWAL, KOLOM, baris)
    return openpyxl.load_workbook(io.BytesIO(isi))["T"]


def test_isi_sampai_apa_adanya() -> None:
    aneh = 'A & B <c> "d"\n  =1+1'
    ws = _lembar([(1, aneh, Cap("× Tidak", "merah"), date(2026, 2, 7)), (2, "", None, None)])
    assert [c.value for c in ws[4]][:3] == [1, aneh, "× Tidak"]
    assert ws["D4"].value.date() == date(2026, 2, 7)
    assert [c.value for c in ws[5]] == [2, None, None, None]
    assert ws["B4"].data_type == "s"  # never a formula


def test_gaya_menurut_kolom_dan_isi() -> None:
    ws = _lembar([(1, "x", Cap("√ Ya", "hijau"), date(2026, 2, 7))])
    assert ws["C4"].fill.fgColor.rgb.endswith(WARNA["hijau"].removeprefix("#"))
    assert ws["C4"].font.b
    assert ws["D4"].number_format == "dd/mm/yyyy"
    assert ws["A4"].alignment.horizontal == "center"


def test_pola_tidak_tersisa_dan_saringan_seluas_tabel() -> None:
    ws = _lembar([(n, "x", None, None) for n in range(1, 3)])
    assert ws.dimensions == "A3:D5"
    assert ws.auto_filter.ref == "A3:D5"
    assert _lembar([]).max_row == 3


def test_teks_panjang_meninggikan_baris() -> None:
    ws = _lembar([(1, "pendek", None, None), (2, "panjang sekali " * 10, None, None)])
    assert ws.row_dimensions[5].height > 3 * ws.row_dimensions[4].height
