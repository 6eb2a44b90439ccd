"""Formats and one table writer for the sheets of the analysis workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.domain.angka import format_nilai
from kinerja.domain.nilai import Nilai
from kinerja.workbook.model import huruf_kolom

BARIS_JUDUL = 3  # row of the headings, from 0; data begin below
BARIS_AWAL = BARIS_JUDUL + 1
_TINGGI_GARIS = 12  # points of one line of 9-point text
_KERTAS = {"A4": 9, "F4": 14}
_PANJANG_SEL = 32767  # longest text that a cell can hold


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: heading, width in characters, format of its cells (`teks`, `angka`, `persen`, `rupiah`, `bulat`)."""

    judul: str
    lebar: int
    bentuk: str = "teks"


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula (without `=`) and its value as we computed it; None shows as empty text."""

    rumus: str
    nilai: Fraction | Decimal | str | None


Isi = Nilai | Decimal | Formula | str | int | None


class Gaya:
    """The formats of the workbook, each made once; `desimal` digits for percentages."""

    def __init__(self, buku: Any, desimal: int) -> None:
        self._buku = buku
        dasar = {"font_name": "Arial", "font_size": 9, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
        pecahan = "." + "0" * desimal if desimal else ""
        self.judul = buku.add_format({"font_name": "Arial", "bold": True, "font_size": 13})
        self.subjudul = buku.add_format({"font_name": "Arial", "font_size": 10, "font_color": "#595959"})
        self.kepala = buku.add_format(
            {**dasar, "bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "align": "center",
             "valign": "vcenter", "text_wrap": True}
        )  # fmt: skip
        self._dasar = dasar
        self._format = {
            "teks": "@",
            "persen": f"#,##0{pecahan}",
            "rupiah": "#,##0",
            "bulat": "0",
            "angka": "#,##0.####",
        }
        self._sel: dict[tuple[str, int, bool], Any] = {}

    def sel(self, bentuk: str, *, digit: int | None = None, tebal: bool = False) -> Any:
        """The format of a cell; `digit` fixes the decimals of an `angka`."""
        kunci = (bentuk, -1 if digit is None else digit, tebal)
        if kunci not in self._sel:
            pola = self._format[bentuk]
            if bentuk == "angka" and digit is not None:
                pola = "#,##0" + ("." + "0" * digit if digit else "")
            isi = {**self._dasar, "num_format": pola}
            isi |= {"text_wrap": True, "align": "left", "indent": 1} if bentuk == "teks" else {"align": "right"}
            isi |= {"bold": True, "bg_color": "#DDEBF7"} if tebal else {}
            self._sel[kunci] = self._buku.add_format(isi)
        return self._sel[kunci]


class Tabel:
    """One sheet with a title, headings that repeat in print, and rows written from the top."""

    def __init__(self, buku: Any, gaya: Gaya, nama: str, kolom: Sequence[Kolom], *, judul: tuple[str, str], kertas: str,
                 cetak: int | None = None) -> None:  # fmt: skip
        self.nama = nama
        self.lembar = buku.add_worksheet(nama)
        self.kolom = kolom
        self._gaya = gaya
        self._cetak = cetak or len(kolom)
        self.baris = BARIS_AWAL
        ws = self.lembar
        ws.write_string(0, 0, judul[0], gaya.judul)
        ws.write_string(1, 0, judul[1], gaya.subjudul)
        for k, kol in enumerate(kolom):
            ws.set_column(k, k, kol.lebar)
            ws.write_string(BARIS_JUDUL, k, kol.judul, gaya.kepala)
        ws.set_row(BARIS_JUDUL, 40)
        ws.freeze_panes(BARIS_AWAL, 1)
        ws.set_landscape()
        ws.set_paper(_KERTAS[kertas])
        ws.fit_to_pages(1, 0)
        ws.repeat_rows(BARIS_JUDUL)
        ws.set_margins(left=0.5, right=0.4, top=0.6, bottom=0.6)
        ws.hide_gridlines(2)
        ws.set_footer("&L&8&A&R&8Halaman &P dari &N")

    def tulis(self, isi: Sequence[Isi], *, digit: int | None = None, tebal: bool = False) -> int:
        """Write the next row, as high as its longest text needs, and return its number from 0."""
        penuh = [*isi, *[None] * (len(self.kolom) - len(isi))]
        for k, nilai in enumerate(penuh):
            self._sel(self.baris, k, nilai, self._gaya.sel(self.kolom[k].bentuk, digit=digit, tebal=tebal))
        garis = max(_garis(nilai, self.kolom[k].lebar) for k, nilai in enumerate(penuh))
        self.lembar.set_row(self.baris, 4 + _TINGGI_GARIS * garis)
        self.baris += 1
        return self.baris - 1

    def selesai(self, *, saring: bool = False) -> None:
        """Print area and filter over what was written."""
        akhir = max(self.baris - 1, BARIS_AWAL)
        self.lembar.print_area(0, 0, akhir, self._cetak - 1)
        semua = f"A1:{huruf_kolom(len(self.kolom))}{akhir + 1}"
        # Codes are text and neighbouring formulas differ on purpose: no green triangles.
        self.lembar.ignore_errors(dict.fromkeys(("number_stored_as_text", "formula_differs", "formula_range"), semua))
        if saring:
            self.lembar.autofilter(BARIS_JUDUL, 0, akhir, len(self.kolom) - 1)

    def _sel(self, baris: int, kolom: int, nilai: Isi, gaya: Any) -> None:
        ws = self.lembar
        match nilai:
            case None:
                ws.write_blank(baris, kolom, None, gaya)
            case Formula(rumus, hasil):
                tersimpan = "" if hasil is None else hasil if isinstance(hasil, str) else float(hasil)
                ws.write_formula(baris, kolom, "=" + rumus, gaya, tersimpan)
            case str():
                ws.write_string(baris, kolom, nilai[:_PANJANG_SEL], gaya)
            case Fraction() | Decimal() | int():
                ws.write_number(baris, kolom, float(nilai), gaya)
            case _:
                ws.write_string(baris, kolom, format_nilai(nilai, 4), gaya)


def _garis(nilai: Isi, lebar: int) -> int:
    """Lines that a text takes in a column of this width."""
    if isinstance(nilai, Formula):
        nilai = nilai.nilai if isinstance(nilai.nilai, str) else None
    return max(1, -(-len(nilai) // max(1, lebar))) if isinstance(nilai, str) else 1
