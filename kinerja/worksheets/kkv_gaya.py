"""Formats, print set-up and the table writer of the Kertas Kerja Validasi. Text is always written as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from kinerja.forms.tinggi import row_height

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HURUF = 10
_PANJANG_SEL = 32_000  # a cell holds 32.767 characters
_PANJANG_TAUTAN = 2_000
_BANYAK_TAUTAN = 65_000  # a sheet holds 65.530
_KENDALI = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_KERTAS = {"A4": 9, "F4": 14}  # F4 (215 x 330 mm) is what Excel calls Folio

# Fill and mark by word: the mark stays readable on a grey print.
WARNA = {
    "hijau": "#D9EAD3", "kuning": "#FFF2CC", "merah": "#F4CCCC", "biru": "#DDEBF7", "abu": "#EDEDED",
    "isian": "#FFFBE6", "judul": "#1F3864", "bagian": "#DDE3EE",
}  # fmt: skip


_RAGAM: Mapping[str, dict[str, Any]] = {
    "": {},
    "tautan": {"font_color": "#1F4E9E", "underline": 1},
    "waktu": {"num_format": "dd/mm/yyyy hh:mm"},
    "hari": {"num_format": "dd/mm/yyyy"},
}


@dataclass(frozen=True, slots=True)
class Tautan:
    """A cell that leads to a file of the workspace, and to a cell in it where one is known."""

    teks: str
    path: str  # relative to the workspace
    lembar: str | None = None
    sel: str | None = None


@dataclass(frozen=True, slots=True)
class Cap:
    """A word with its mark and colour, e.g. `× Galat` on red."""

    teks: str
    warna: str


Isi = str | int | date | datetime | Tautan | Cap | None


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: heading, width in characters, how it is laid out. `isian` is unlocked for the Tim to write in."""

    judul: str
    lebar: float
    rata: str = "left"
    isian: bool = False
    tersembunyi: bool = False


class Gaya:
    """Formats of one workbook, made once per combination."""

    def __init__(self, wb: Workbook) -> None:
        self._wb = wb
        self._ada: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._isi: dict[tuple[Kolom, str | None, str], Format] = {}

    def buat(self, **sifat: Any) -> Format:
        """The format with these xlsxwriter properties."""
        semua = {"font_name": "Arial", "font_size": HURUF, "valign": "top", **sifat}
        kunci = tuple(sorted(semua.items()))
        if kunci not in self._ada:
            self._ada[kunci] = self._wb.add_format(semua)
        return self._ada[kunci]

    def sel(self, **sifat: Any) -> Format:
        """A bordered, wrapped cell of a table."""
        return self.buat(border=1, border_color="#9AA5B8", text_wrap=True, **sifat)

    def isi(self, kolom: Kolom, latar: str | None, ragam: str = "") -> Format:
        """A cell in this column, in a row with this background; `ragam` is a colour, or one of `_RAGAM`."""
        kunci = (kolom, latar, ragam)
        if kunci not in self._isi:
            self._isi[kunci] = self.sel(**(_sifat(kolom, latar) | _ragam(ragam)))
        return self._isi[kunci]


def bersih(teks: str) -> str:
    """Text that a cell can hold."""
    if not teks.isprintable():
        teks = _KENDALI.sub("", teks)
    return teks if len(teks) <= _PANJANG_SEL else teks[:_PANJANG_SEL] + " … (dipotong)"


def siapkan(ws: Worksheet, *, kepala: str, kaki: str, kertas: str, nama: str = "Kertas Kerja Validasi") -> None:
    """Landscape, one page wide, with header and footer; `nama` is that of the paper."""
    ws.hide_gridlines(2)
    ws.set_landscape()
    ws.set_paper(_KERTAS[kertas])
    ws.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    ws.fit_to_pages(1, 0)
    ws.set_header(f"&L&8{_kode(kepala)}&R&8{nama}")
    ws.set_footer(f"&L&8{_kode(kaki)} – &A&R&8Halaman &P dari &N")


def tulis_judul(ws: Worksheet, gaya: Gaya, judul: str, baris: Sequence[str]) -> int:
    """The head of a sheet; gives the row below it (from 0)."""
    ws.set_row(0, 22)
    ws.write_string(0, 0, bersih(judul), gaya.buat(bold=True, font_size=14, font_color=WARNA["judul"]))
    for n, teks in enumerate(baris, 1):
        ws.write_string(n, 0, bersih(teks), gaya.buat())
    return len(baris) + 2


def tulis_kepala(
    ws: Worksheet, gaya: Gaya, awal: int, kolom: Sequence[Kolom], banyak: int, *, saring: bool = True
) -> None:
    """Headings at row `awal` of a table of `banyak` rows, its column widths, filter and print set-up."""
    judul = gaya.sel(bold=True, font_color="#FFFFFF", bg_color=WARNA["judul"], align="center", valign="vcenter")
    for k, kol in enumerate(kolom):
        ws.set_column(k, k, kol.lebar, None, {"hidden": True} if kol.tersembunyi else {})
        ws.write_string(awal, k, kol.judul, judul)
    ws.set_row(awal, row_height([(k.judul, k.lebar - 1.5) for k in kolom if not k.tersembunyi], HURUF, 20))
    if saring and banyak:
        ws.autofilter(awal, 0, awal + banyak, len(kolom) - 1)
    ws.repeat_rows(awal)
    ws.freeze_panes(awal + 1, 0)
    cetak = max(k for k, kol in enumerate(kolom) if not kol.tersembunyi)
    ws.print_area(0, 0, awal + max(banyak, 1), cetak)


def tulis_tabel(
    ws: Worksheet,
    gaya: Gaya,
    awal: int,
    kolom: Sequence[Kolom],
    baris: Sequence[Sequence[Isi]],
    *,
    tebal: Mapping[int, str] | None = None,
    saring: bool = True,
) -> None:
    """Headings at row `awal`, the rows below, each high enough to show all its text.

    `tebal` gives a background to whole rows, by position.
    """
    tebal = tebal or {}
    tulis_kepala(ws, gaya, awal, kolom, len(baris), saring=saring)
    tautan = 0
    for n, isi in enumerate(baris):
        latar = tebal.get(n)
        teks: list[tuple[str, float]] = []
        for k, (kol, nilai) in enumerate(zip(kolom, isi, strict=True)):
            tautan += isinstance(nilai, Tautan)
            lebih = isinstance(nilai, Tautan) and tautan > _BANYAK_TAUTAN
            _tulis_sel(ws, (awal + 1 + n, k), tampak(nilai) if lebih else nilai, gaya, (kol, latar))
            if not kol.tersembunyi:
                teks.append((tampak(nilai), kol.lebar - 1))
        ws.set_row(awal + 1 + n, row_height(teks, HURUF, 18))


def _sifat(kol: Kolom, latar: str | None) -> dict[str, Any]:
    """Format properties of a cell in this column, in a row with this background."""
    sifat: dict[str, Any] = {"align": kol.rata} if kol.rata == "center" else {"align": kol.rata, "indent": 1}
    if latar:
        sifat |= {"bold": True, "bg_color": WARNA[latar]}
    if kol.isian:
        # Text format: a date that is typed stays as typed.
        sifat |= {"locked": False, "num_format": "@", "bg_color": WARNA["isian"]}
    return sifat


def _ragam(ragam: str) -> dict[str, Any]:
    """Format properties of a kind of content."""
    if ragam in WARNA:
        return {"bold": True, "bg_color": WARNA[ragam]}
    return _RAGAM[ragam]


def _tulis_sel(ws: Worksheet, tempat: tuple[int, int], nilai: Isi, gaya: Gaya, letak: tuple[Kolom, str | None]) -> None:
    b, k = tempat
    match nilai:
        case str() if nilai:
            ws.write_string(b, k, bersih(nilai), gaya.isi(*letak))
        case Cap(teks, warna):
            ws.write_string(b, k, teks, gaya.isi(*letak, warna))
        case int():
            ws.write_number(b, k, nilai, gaya.isi(*letak))
        case Tautan():
            alamat = _alamat(nilai)
            if alamat is None:
                ws.write_string(b, k, bersih(nilai.teks), gaya.isi(*letak))
            else:
                ws.write_url(b, k, alamat, gaya.isi(*letak, "tautan"), bersih(nilai.teks))
        case datetime():
            ws.write_datetime(b, k, nilai, gaya.isi(*letak, "waktu"))
        case date():
            ws.write_datetime(b, k, nilai, gaya.isi(*letak, "hari"))
        case _:
            ws.write_blank(b, k, None, gaya.isi(*letak))


def tampak(nilai: Isi) -> str:
    """The text that the cell shows, for its width."""
    match nilai:
        case None:
            return ""
        case Cap(teks, _) | Tautan(teks):
            return teks
        case datetime():
            return "00/00/0000 00:00"
        case date():
            return "00/00/0000"
        case _:
            return str(nilai)


def _alamat(t: Tautan) -> str | None:
    """The link from output/<periode>/ to the file; a member of a zip leads to the zip. None when it is too long."""
    berkas, _, anggota = t.path.partition("!/")
    alamat = "external:../../" + quote(berkas, safe="/")
    if not anggota and t.lembar is not None:
        alamat += f"#'{t.lembar.replace(chr(39), chr(39) * 2)}'!{t.sel or 'A1'}"
    return alamat if len(alamat) <= _PANJANG_TAUTAN else None


def _kode(teks: str) -> str:
    """Text for a header or footer, where & begins a code; what stands in front of & stays apart from a size."""
    return " " + bersih(teks).replace("&", "&&")[:90]
