"""Looks of the form: a few kinds of cell, told apart by fill, border and slant, so that a grey print tells them too."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

HURUF = "Arial"

WARNA_ISIAN = "FFF2CC"
WARNA_TERKUNCI = "E4E4E4"
WARNA_OTOMATIS = "CFE2F3"
WARNA_TIDAK_DIUKUR = "BFBFBF"
WARNA_KEPALA = "1F3864"
WARNA_KEPALA_ISIAN = "FFD966"


class Jenis(StrEnum):
    """Kinds of cell."""

    ISIAN = "isian"
    TERKUNCI = "terkunci"
    OTOMATIS = "otomatis"
    TIDAK_DIUKUR = "tidak diukur"


_DASAR: dict[Jenis, dict[str, Any]] = {
    Jenis.ISIAN: {"bg_color": f"#{WARNA_ISIAN}", "border": 1, "border_color": "#000000", "locked": False},
    Jenis.TERKUNCI: {"bg_color": f"#{WARNA_TERKUNCI}", "border": 4, "border_color": "#7F7F7F"},
    Jenis.OTOMATIS: {"bg_color": f"#{WARNA_OTOMATIS}", "border": 4, "border_color": "#7F7F7F", "italic": True},
    Jenis.TIDAK_DIUKUR: {
        "bg_color": f"#{WARNA_TIDAK_DIUKUR}", "border": 4, "border_color": "#7F7F7F", "font_color": "#404040",
    },
}  # fmt: skip


def number_format(desimal: int) -> str:
    """Number format with exactly `desimal` digits and grouped thousands."""
    return "#,##0" + ("." + "0" * desimal if desimal else "")


class Gaya:
    """Formats of one workbook, each made once."""

    def __init__(self, buku: Any) -> None:
        self._buku = buku
        self._ada: dict[tuple[tuple[str, Any], ...], Any] = {}

    def make(self, **sifat: Any) -> Any:
        """A format with these properties over the form's font."""
        kunci = tuple(sorted(sifat.items()))
        if kunci not in self._ada:
            self._ada[kunci] = self._buku.add_format(
                {"font_name": HURUF, "font_size": 10, "valign": "vcenter", **sifat}
            )
        return self._ada[kunci]

    @staticmethod
    def dasar(jenis: Jenis) -> dict[str, Any]:
        """Fill, border and lock of this kind of cell."""
        return _DASAR[jenis]

    def text(self, jenis: Jenis, *, tengah: bool = False, kecil: bool = False) -> Any:
        """Wrapped text. The text format keeps `7-8`, `=` and `- kegiatan` from being changed by the program."""
        lain: dict[str, Any] = {"num_format": "@", "text_wrap": True, **_DASAR[jenis]}
        lain |= {"align": "center"} if tengah else {"align": "left", "indent": 1}
        if kecil:
            lain["font_size"] = 9
        return self.make(**lain)

    def number(self, jenis: Jenis, desimal: int) -> Any:
        """A plain number, never a percentage format: 88,5 means 88,5 %."""
        return self.make(num_format=number_format(desimal), align="right", indent=1, shrink=True, **_DASAR[jenis])

    def heading(self, jenis: Jenis) -> Any:
        """A column heading."""
        warna = (
            {"bg_color": f"#{WARNA_KEPALA_ISIAN}", "font_color": "#000000"}
            if jenis is Jenis.ISIAN
            else {"bg_color": f"#{WARNA_KEPALA}", "font_color": "#FFFFFF"}
        )
        return self.make(bold=True, text_wrap=True, align="center", border=1, font_size=9, **warna)

    def marker(self) -> Any:
        """The small word above a heading."""
        return self.make(font_size=8, align="center", italic=True, font_color="#404040")

    def title(self) -> Any:
        """The form's title."""
        return self.make(bold=True, font_size=14)

    def line(self, *, tebal: bool = False, kecil: bool = False) -> Any:
        """A line of text above a table."""
        return self.make(bold=tebal, **({"font_size": 7, "font_color": "#7F7F7F"} if kecil else {}))

    def paragraph(self, *, tebal: bool = False) -> Any:
        """A wrapped paragraph of the instructions."""
        return self.make(text_wrap=True, valign="top", bold=tebal)
