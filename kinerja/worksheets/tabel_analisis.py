"""Formats and one table writer for the sheets of the analysis workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from kinerja.domain.angka import bulatkan, format_nilai
from kinerja.domain.nilai import Nilai
from kinerja.forms.tinggi import count_lines
from kinerja.workbook.model import huruf_kolom
from kinerja.worksheets.sel_nilai import Tempat
from kinerja.worksheets.sel_rumus import IsiSel, tempat_sel

BARIS_JUDUL = 3  # row of the headings, from 0; data begin below
BARIS_AWAL = BARIS_JUDUL + 1
_HURUF = 9
_TINGGI_GARIS = 12  # points of one line
_KERTAS = {"A4": 9, "F4": 14}
_UKURAN = {"A4": (965, 640), "F4": (1085, 660)}  # pixels of a landscape page between the margins
_PANJANG_SEL = 32767  # longest text that a cell can hold
_PANJANG_RUMUS = 8000  # Excel takes 8192 characters
_BANYAK_TAUTAN = 65_000  # a sheet holds 65.530
_DIGIT_MAKS = 4  # of a number that has none of its own


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: heading, width in characters, format of its cells.

    `teks`, `angka` (digits of the indicator, else as many as the number has), `persis` (six digits), `persen`,
    `rupiah`, `bulat`.
    """

    judul: str
    lebar: int
    bentuk: str = "teks"


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula (without `=`) and its value as we computed it; None shows as empty text."""

    rumus: str
    nilai: Fraction | Decimal | str | None


@dataclass(frozen=True, slots=True)
class Tautan:
    """A cell that leads to another cell of the workbook."""

    lembar: str
    sel: str

    @property
    def teks(self) -> str:
        """As it is shown: `Indikator!H5`."""
        return f"{self.lembar}!{self.sel}"


Isi = Nilai | Decimal | Formula | Tautan | str | int | None


class Gaya:
    """The formats of the workbook, each made once; `desimal` digits for percentages."""

    def __init__(self, buku: Any, desimal: int) -> None:
        self._buku = buku
        dasar = {"font_name": "Arial", "font_size": 9, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
        pecahan = "." + "0" * desimal if desimal else ""
        self.judul = buku.add_format({"font_name": "Arial", "bold": True, "font_size": 13})
        self.subjudul = buku.add_format({"font_name": "Arial", "font_size": 10, "font_color": "#595959"})
        self.petunjuk = buku.add_format({"font_name": "Arial", "font_size": 9, "italic": True})
        self.bagian = buku.add_format({"font_name": "Arial", "bold": True, "font_size": 11, "valign": "bottom"})
        self.kepala = buku.add_format(
            {**dasar, "bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "align": "center",
             "valign": "vcenter", "text_wrap": True}
        )  # fmt: skip
        self._dasar = dasar
        self._format = {
            "teks": "@",
            "tautan": "@",
            "persen": f"#,##0{pecahan}",
            "rupiah": "#,##0",
            "bulat": "0",
            "persis": "#,##0.000000",
        }
        self._sel: dict[tuple[str, int, bool], Any] = {}

    def sel(self, bentuk: str, *, digit: int | None = None, tebal: bool = False) -> Any:
        """The format of a cell; `digit`: decimals of an `angka`."""
        kunci = (bentuk, digit or 0, tebal)
        if kunci not in self._sel:
            pola = self._format.get(bentuk) or "#,##0" + ("." + "0" * digit if digit else "")
            isi = {**self._dasar, "num_format": pola}
            kiri = bentuk in ("teks", "tautan")
            isi |= {"text_wrap": True, "align": "left", "indent": 1} if kiri else {"align": "right"}
            isi |= {"font_color": "#1F4E9E", "underline": 1} if bentuk == "tautan" else {}
            isi |= {"bold": True, "bg_color": "#DDEBF7"} if tebal else {}
            self._sel[kunci] = self._buku.add_format(isi)
        return self._sel[kunci]


class Tabel:
    """One sheet with a title, headings that repeat in print, and rows written from the top."""

    def __init__(self, buku: Any, gaya: Gaya, nama: str, kolom: Sequence[Kolom], *, judul: Sequence[str], kertas: str,
                 cetak: int | None = None, penuh: bool = True) -> None:  # fmt: skip
        self.nama = nama
        self.lembar = buku.add_worksheet(nama)
        self.kolom = kolom
        self._gaya = gaya
        self._cetak = cetak or len(kolom)
        self._lebar = len(kolom) if penuh else 0  # whether cells after the last one of a row are drawn too
        self._kertas = kertas
        self.baris = BARIS_AWAL
        self.sampai: int | None = None  # rows that are printed; None: all
        self.isi: dict[Tempat, IsiSel] = {}  # every cell below the headings that is not empty
        self._tautan = 0
        ws = self.lembar
        for n, (teks, bentuk) in enumerate(zip(judul, (gaya.judul, gaya.subjudul, gaya.petunjuk), strict=False)):
            ws.write_string(n, 0, teks, bentuk)
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

    def tulis(self, isi: Sequence[Isi], *, digit: int | Mapping[int, int] | None = None, tebal: bool = False) -> int:
        """Write the next row, as high as its longest text needs, and return its number from 0.

        `digit`: decimals of its `angka` cells, or of those in some columns (from 0).
        """
        penuh = [*isi, *[None] * (self._lebar - len(isi))]
        for k, nilai in enumerate(penuh):
            self._sel(
                self.baris,
                k,
                nilai,
                self._gaya_sel(k, nilai, digit.get(k) if isinstance(digit, Mapping) else digit, tebal=tebal),
            )
        garis = max(_garis(nilai, self.kolom[k].lebar) for k, nilai in enumerate(penuh[: self._cetak]))
        self.lembar.set_row(self.baris, 4 + _TINGGI_GARIS * garis)
        self.baris += 1
        return self.baris - 1

    def bagian(self, judul: str) -> None:
        """A line that opens a part of the sheet."""
        self.lembar.write_string(self.baris, 0, judul, self._gaya.bagian)
        self.lembar.set_row(self.baris, 24)
        self.baris += 1

    def grafik(self, baris: int, grafik: Any, *, lebar: int, tinggi: int, geser: int = 0) -> None:
        """Place a chart at this row (from 0), `geser` pixels from the left edge."""
        grafik.set_size({"width": lebar, "height": tinggi})
        self.lembar.insert_chart(baris, 0, grafik, {"x_offset": geser + 4, "y_offset": 4, "object_position": 2})

    def pisah_halaman(self, tinggi_bagian: int = 0, baris: Sequence[int] = ()) -> int:
        """Begin a new page at these rows (from 0); how many parts of this height in pixels a page takes.

        Programs heed page breaks only where a scale is set instead of "fit to one page wide".
        """
        lebar, tinggi = _UKURAN[self._kertas]
        skala = min(100, int(100 * lebar / sum(k.lebar * 7 + 5 for k in self.kolom[: self._cetak])))
        self.lembar.set_print_scale(skala)
        self.lembar.set_h_pagebreaks(baris)
        return max(1, int(tinggi * 100 / skala - 60) // tinggi_bagian) if tinggi_bagian else 1

    def selesai(self, *, saring: bool = False) -> None:
        """Print area and filter over what was written."""
        akhir = max(self.baris - 1, BARIS_AWAL)
        self.lembar.print_area(0, 0, self.sampai - 1 if self.sampai is not None else akhir, self._cetak - 1)
        semua = f"A1:{huruf_kolom(len(self.kolom))}{akhir + 1}"
        # Codes are text and neighbouring formulas differ on purpose: no green triangles.
        self.lembar.ignore_errors(dict.fromkeys(("number_stored_as_text", "formula_differs", "formula_range"), semua))
        if saring:
            self.lembar.autofilter(BARIS_JUDUL, 0, akhir, len(self.kolom) - 1)

    def _gaya_sel(self, kolom: int, nilai: Isi, digit: int | None, *, tebal: bool) -> Any:
        bentuk = self.kolom[kolom].bentuk
        if isinstance(nilai, Tautan):
            bentuk = "tautan"
        elif bentuk == "angka" and digit is None:
            digit = _digit(nilai.nilai if isinstance(nilai, Formula) else nilai)
        return self._gaya.sel(bentuk, digit=digit if bentuk == "angka" else None, tebal=tebal)

    def _sel(self, baris: int, kolom: int, nilai: Isi, gaya: Any) -> None:
        ws = self.lembar
        match nilai:
            case None:
                ws.write_blank(baris, kolom, None, gaya)
            case Formula(rumus, hasil) if len(rumus) < _PANJANG_RUMUS:
                tersimpan = "" if hasil is None else hasil if isinstance(hasil, str) else float(hasil)
                ws.write_formula(baris, kolom, "=" + rumus, gaya, tersimpan)
                self._catat(baris, kolom, rumus, hasil)
            case Formula(_, hasil):
                self._sel(baris, kolom, hasil, gaya)
            case str():
                ws.write_string(baris, kolom, nilai[:_PANJANG_SEL], gaya)
                self._catat(baris, kolom, None, nilai)
            case Fraction() | Decimal() | int():
                ws.write_number(baris, kolom, float(nilai), gaya)
                self._catat(baris, kolom, None, nilai)
            case Tautan(lembar, sel) if self._tautan < _BANYAK_TAUTAN:
                self._tautan += 1
                ws.write_url(baris, kolom, f"internal:'{lembar}'!{sel}", gaya, nilai.teks)
            case Tautan():
                ws.write_string(baris, kolom, nilai.teks, gaya)
            case _:
                self._sel(baris, kolom, format_nilai(nilai, 4), gaya)

    def _catat(self, baris: int, kolom: int, rumus: str | None, nilai: Fraction | Decimal | str | int | None) -> None:
        """Keep what was written, for the second set of books."""
        angka = Fraction(nilai) if isinstance(nilai, Decimal | int) else nilai
        self.isi[self.nama, baris + 1, kolom + 1] = (rumus, angka)

    def rumus(self, sel: str) -> str | None:
        """The formula in a cell, as it is shown there; None where there is none."""
        ada = self.isi.get(tempat_sel(self.nama, sel))
        return f"={ada[0]}" if ada is not None and ada[0] is not None else None


def _garis(nilai: Isi, lebar: int) -> int:
    """Lines that a text takes in a column of this width."""
    if isinstance(nilai, Formula):
        nilai = nilai.nilai if isinstance(nilai.nilai, str) else None
    return count_lines(nilai, lebar, _HURUF) if isinstance(nilai, str) else 1


def _digit(nilai: object) -> int:
    """Digits behind the comma that a number has, up to four."""
    if isinstance(nilai, Fraction):
        return next((d for d in range(_DIGIT_MAKS) if bulatkan(nilai, d) == nilai), _DIGIT_MAKS)
    return 0
