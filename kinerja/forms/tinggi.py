"""Row heights: how many lines a wrapped text takes, so that a name is never cut where a program does not grow rows."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

# Widths of Arial in thousandths of the font size; letters not named here count as `_LEBAR_BIASA`.
_LEBAR = {
    **dict.fromkeys("ijl|'", 222), **dict.fromkeys("ft.,:;/!I ()[]-", 300), **dict.fromkeys("r", 333),
    **dict.fromkeys("csvxyzkJ", 500), **dict.fromkeys("abdeghnopqu0123456789LT_", 556),
    **dict.fromkeys("FZ", 611), **dict.fromkeys("ABEKPSVXY", 667), **dict.fromkeys("CDHNRUw&", 722),
    **dict.fromkeys("GOQ", 778), **dict.fromkeys("mM", 833), **dict.fromkeys("W%@", 944),
}  # fmt: skip
_LEBAR_BIASA = 600
_TINGGI_MAKS = 409.0  # what a spreadsheet allows


def _lebar(teks: str, huruf: float) -> float:
    return sum(_LEBAR.get(h, _LEBAR_BIASA) for h in teks) / 1000 * huruf * 96 / 72


@lru_cache(maxsize=8192)  # names, units and remarks come again in row after row
def count_lines(teks: str, lebar_kolom: float, huruf: float = 10) -> int:
    """Lines that the text takes in a column of this width (in characters), wrapped at words; at least 1."""
    ruang = (lebar_kolom * 7 - 10) * 0.96  # an indent and the cell's edges take some of it
    baris = 0
    for alinea in teks.split("\n") or [""]:
        baris += 1
        terpakai = 0.0
        for kata in alinea.split(" "):
            lebar = _lebar(kata, huruf)
            if terpakai and terpakai + _lebar(" ", huruf) + lebar > ruang:
                baris += 1
                terpakai = 0.0
            if lebar > ruang:  # a word wider than the column is broken
                baris += int(lebar // ruang)
                terpakai = lebar % ruang
            else:
                terpakai += lebar + (_lebar(" ", huruf) if terpakai else 0)
    return baris


def row_height(sel: Iterable[tuple[str, float]], huruf: float = 10, minimum: float = 0) -> float:
    """Height in points of a row that shows every (text, column width) whole."""
    baris = max((count_lines(teks, lebar, huruf) for teks, lebar in sel), default=1)
    return min(max(minimum, baris * huruf * 1.28 + 4), _TINGGI_MAKS)
