"""The workbook behind a chart: the same figures and texts, for whoever opens them with "Edit Data" in Word."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from kinerja.domain.angka import format_angka
from kinerja.render.model import Deret, Grafik

LEMBAR = "Data"
_TETAP = datetime(2000, 1, 1)


def number_format(g: Grafik) -> str:
    """The format code of the figures, in the way of Indonesian where a program heeds it."""
    return "[$-421]#,##0" + ("." + "0" * g.desimal if g.desimal else "")


def column(n: int) -> str:
    """The letter of the column with the figures of series `n`."""
    return chr(ord("B") + n)


def label_column(g: Grafik, n: int) -> str:
    """The letter of the column with the labels of series `n`."""
    return column(len(g.deret) + n)


def label(g: Grafik, x: str) -> str:
    """A figure as the tables print it."""
    return format_angka(Fraction(x), g.desimal)


def labelled(g: Grafik) -> Iterator[tuple[int, Deret]]:
    """The series that print their figures; they come before the marks."""
    return ((n, d) for n, d in enumerate(g.deret) if not d.acuan)


def _formula(g: Grafik, sel: str) -> str:
    """The label of a cell with decimal comma and dots between thousands, whatever the language of Office."""
    teks = f"FIXED({sel},{g.desimal})"
    tukar = f'SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({teks},",","|"),".",","),"|",".")'
    return f'=IF({sel}="","",IF(MID(FIXED(0.5,1),2,1)=",",{teks},{tukar}))'


def chart_workbook(g: Grafik) -> bytes:
    """One sheet: names down, series across, then the labels. Texts stay texts."""
    import xlsxwriter

    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False}) as buku:
        buku.set_properties({"created": _TETAP})
        lembar = buku.add_worksheet(LEMBAR)
        angka = buku.add_format({"num_format": number_format(g)})
        rata_kanan = buku.add_format({"align": "right"})
        for n, d in enumerate(g.deret):
            lembar.write_string(f"{column(n)}1", d.nama)
            for k, x in enumerate(d.nilai, 2):
                if x is not None:
                    lembar.write_number(f"{column(n)}{k}", float(Decimal(x)), angka)
        for n, d in labelled(g):
            lembar.write_string(f"{label_column(g, n)}1", f"Label {d.nama}")
            for k, x in enumerate(d.nilai, 2):
                teks = "" if x is None else label(g, x)
                rumus = _formula(g, f"{column(n)}{k}")
                lembar.write_formula(f"{label_column(g, n)}{k}", rumus, rata_kanan, teks)
        for k, nama in enumerate(g.kategori, 2):
            lembar.write_string(f"A{k}", nama)
        lembar.set_column(0, 0, 40)
        lembar.set_column(1, 2 * len(g.deret), 18)
    return keluar.getvalue()
