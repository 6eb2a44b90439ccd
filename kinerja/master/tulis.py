"""Writes a master workbook: headings, widths, drop-downs and formats that help while typing."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from kinerja.domain.indikator import Polaritas
from kinerja.master.skema import INDIKATOR, SEMUA, TARGET, Kolom, Skema

Isi = str | int | Decimal | date | None
Tabel = Mapping[str, Sequence[Sequence[Isi]]]

_BARIS_SIAP = 400  # rows below the heading that have drop-downs and formats ready
_PANJANG_TEKS = 32_767  # Excel's limit of one cell
_TINGGI_BARIS = 14  # points of one line of text
_LEBAR_HALAMAN = 240  # characters; a wider sheet prints on two pages side by side
_HURUF = "Arial"
_BIRU, _BIRU_MUDA, _ABU = "#1F3864", "#D9E2F3", "#BFBFBF"

BACA_DULU = "Baca Dulu"
_PETUNJUK = (
    "Berkas induk ini memuat Perjanjian Kinerja, Rencana Aksi, unit kerja, pejabat, dan anggaran satu tahun.",
    "Isi lembar menurut urutannya: Instansi, Unit, Pejabat, Tim, Sasaran, Indikator, Target, lalu Anggaran.",
    "Kolom berjudul biru tua wajib diisi; kolom berjudul biru muda boleh kosong bila tidak diperlukan.",
    "Jangan mengubah nama lembar dan judul kolom. Kolom atau lembar tambahan boleh dibuat dan tidak akan dibaca.",
    "Angka ditulis seperti biasa, dengan koma untuk desimal. Target bersatuan % ditulis 88,5 untuk 88,5 %.",
    "Target rentang ditulis di sel berformat Teks, misalnya 80-90; di sel lain Excel mengubah 7-8 menjadi tanggal.",
    "Target hanya pada bulan pengukuran: triwulanan Mar, Jun, Sep, Des; semesteran Jun dan Des; tahunan Des.",
    "Baris Target dengan kolom Unit kosong adalah target instansi sendiri.",
    "NIP diketik sebagai teks (format sel Teks), agar 18 angkanya tersimpan utuh.",
    "DPA perubahan: tambahkan baris baru dengan kode yang sama, pagu baru, dan Berlaku Mulai tanggal perubahannya.",
    "Sesudah mengisi, jalankan kinerja check. Setiap kesalahan disebut lembar, sel, dan cara memperbaikinya.",
)


def write_master(tabel: Tabel, *, tahun: int) -> bytes:
    """A workbook with every sheet of the contract, in order, and the given rows (short rows are allowed).

    Cells are text, whole numbers, Decimal or date. Same input, same bytes. KeyError for a sheet that does not exist.
    """
    import xlsxwriter

    asing = set(tabel) - {s.nama for s in SEMUA}
    if asing:
        raise KeyError(", ".join(sorted(asing)))
    aliran = BytesIO()
    buku = xlsxwriter.Workbook(
        aliran, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    buku.set_properties({"title": f"Berkas induk kinerja tahun {tahun}", "created": datetime(tahun, 1, 1)})
    gaya = _Gaya(buku)
    _write_intro(buku, gaya)
    rentang = _range_rows(tabel)
    for skema in SEMUA:
        _write_sheet(buku, gaya, skema, tabel.get(skema.nama, ()), rentang if skema is TARGET else frozenset())
    buku.close()
    return aliran.getvalue()


class _Gaya:
    """The formats of the workbook, each made once."""

    def __init__(self, buku: Any) -> None:
        judul = {
            "bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1, "font_name": _HURUF,
            "font_size": 10, "border_color": _ABU,
        }  # fmt: skip
        self.wajib = buku.add_format({**judul, "bg_color": _BIRU, "font_color": "#FFFFFF"})
        self.boleh = buku.add_format({**judul, "bg_color": _BIRU_MUDA, "font_color": _BIRU})
        dasar = {"font_name": _HURUF, "font_size": 10, "valign": "top", "border": 1, "border_color": _ABU}
        self.teks = buku.add_format({**dasar, "num_format": "@", "text_wrap": True})
        self.angka = buku.add_format({**dasar, "num_format": "General"})
        self.target = buku.add_format({**dasar, "num_format": "General", "align": "right"})
        self.rupiah = buku.add_format({**dasar, "num_format": "#,##0"})
        self.tanggal = buku.add_format({**dasar, "num_format": "dd/mm/yyyy", "align": "left"})
        self.rentang = buku.add_format({**dasar, "num_format": "@", "align": "right"})
        polos = {"font_name": _HURUF, "text_wrap": True, "valign": "top"}
        self.kepala = buku.add_format({"font_name": _HURUF, "bold": True, "font_size": 14, "font_color": _BIRU})
        self.nomor = buku.add_format({"font_name": _HURUF, "font_size": 11, "valign": "top", "align": "right"})
        self.paragraf = buku.add_format({**polos, "font_size": 11, "indent": 1})

    def of(self, kolom: Kolom) -> Any:
        """The format of a column's cells."""
        return {"rupiah": self.rupiah, "tanggal": self.tanggal, "angka": self.angka, "target": self.target}.get(
            kolom.jenis, self.teks
        )


def _write_intro(buku: Any, gaya: _Gaya) -> None:
    lembar = buku.add_worksheet(BACA_DULU)
    lembar.hide_gridlines(2)
    lembar.set_column(0, 0, 4)
    lembar.set_column(1, 1, 110)
    lembar.write_string(0, 1, "Cara mengisi berkas induk", gaya.kepala)
    for ke, teks in enumerate(_PETUNJUK, 1):
        lembar.write_number(ke + 1, 0, ke, gaya.nomor)
        lembar.write_string(ke + 1, 1, teks, gaya.paragraf)
    _print_setup(lembar)


def _range_rows(tabel: Tabel) -> frozenset[Isi]:
    """Kodes of the indicators whose target is a range: their target cells are text."""
    letak = INDIKATOR.judul.index("Polaritas")
    rentang = {p.value for p in Polaritas if p.rentang}
    return frozenset(b[0] for b in tabel.get(INDIKATOR.nama, ()) if len(b) > letak and b[letak] in rentang)


def _write_sheet(
    buku: Any, gaya: _Gaya, skema: Skema, baris: Sequence[Sequence[Isi]], kode_rentang: frozenset[Isi]
) -> None:
    lembar = buku.add_worksheet(skema.nama)
    lembar.freeze_panes(1, 1 if len(skema.kolom) > 4 else 0)
    lembar.set_row(0, 32)
    for k, kolom in enumerate(skema.kolom):
        lembar.set_column(k, k, kolom.lebar, gaya.of(kolom))
        lembar.write_string(0, k, kolom.judul, gaya.wajib if kolom.wajib else gaya.boleh)
        _validation(lembar, k, kolom)
    for b, isi in enumerate(baris, 1):
        if len(isi) > len(skema.kolom):
            raise ValueError(f"{skema.nama}: baris {b} berisi {len(isi)} nilai untuk {len(skema.kolom)} kolom")
        teks = bool(kode_rentang) and isi[0] in kode_rentang
        for k, kolom in enumerate(skema.kolom):
            nilai = isi[k] if k < len(isi) else None
            format_sel = gaya.rentang if teks and kolom.jenis == "target" else gaya.of(kolom)
            _write_cell(lembar, b, k, nilai, format_sel)
        lembar.set_row(b, _TINGGI_BARIS * _lines(isi, skema))
    if len(skema.kolom) > 2 and baris:
        lembar.autofilter(0, 0, len(baris), len(skema.kolom) - 1)
    _print_setup(lembar)
    if sum(kolom.lebar for kolom in skema.kolom) > _LEBAR_HALAMAN:
        lembar.fit_to_pages(2, 0)
        lembar.repeat_columns(0)


def _lines(isi: Sequence[Isi], skema: Skema) -> int:
    """Lines that the longest text of a row takes when wrapped in its column."""
    baris = [
        sum(max(1, math.ceil(len(bagian) / kolom.lebar)) for bagian in nilai.split("\n"))
        for nilai, kolom in zip(isi, skema.kolom, strict=False)
        if isinstance(nilai, str)
    ]
    return max(baris, default=1)


def _write_cell(lembar: Any, baris: int, kolom: int, nilai: Isi, format_sel: Any) -> None:
    if nilai is None or nilai == "":
        lembar.write_blank(baris, kolom, None, format_sel)
    elif isinstance(nilai, str):
        if len(nilai) > _PANJANG_TEKS:
            raise ValueError(f"teks {len(nilai)} huruf terlalu panjang untuk satu sel")
        lembar.write_string(baris, kolom, nilai, format_sel)
    elif isinstance(nilai, date):
        lembar.write_datetime(baris, kolom, nilai, format_sel)
    else:
        lembar.write_number(baris, kolom, nilai, format_sel)


def _validation(lembar: Any, k: int, kolom: Kolom) -> None:
    """The drop-down or the input message of a column."""
    aturan: dict[str, Any] = {"validate": "any"}
    if kolom.pilihan:
        aturan = {
            "validate": "list", "source": list(kolom.pilihan), "error_title": "Pilihan tidak dikenal",
            "error_message": "Pilih salah satu dari daftar.",
        }  # fmt: skip
    elif kolom.rujukan is not None:
        aturan = {
            "validate": "list", "source": f"='{kolom.rujukan}'!$A$2:$A${_BARIS_SIAP + 1}", "error_type": "warning",
            "error_title": "Kode tidak dikenal", "error_message": f"Kode ini belum ada di lembar {kolom.rujukan}.",
        }  # fmt: skip
    if kolom.petunjuk:
        aturan |= {"input_title": kolom.judul[:32], "input_message": kolom.petunjuk}
    if aturan != {"validate": "any"}:
        lembar.data_validation(1, k, _BARIS_SIAP, k, aturan)


def _print_setup(lembar: Any) -> None:
    lembar.set_landscape()
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(0)
    lembar.set_footer("&L&A&RHalaman &P dari &N")
