"""Widths of Arial's letters, in thousandths of the font size: enough to tell how many lines a text takes."""

from __future__ import annotations

import re
from functools import lru_cache

# The printable ASCII characters from the blank to the tilde, upright; Arial and its metric equivalents agree.
_LEBAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_LEBAR_TEBAL = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611,
    556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389,
    280, 389, 584,
)  # fmt: skip
_LAIN = 556
_BELAH = re.compile("(?<=[A-Za-z]-)(?=[A-Za-z])")  # where a word may go on in the next line
_KHUSUS = {"–": 556, "—": 1000, "…": 1000, "•": 350, "×": 584, "≤": 549, "≥": 549, "\u00a0": 278}
_TABEL = {chr(32 + n): x for n, x in enumerate(_LEBAR)} | _KHUSUS | {"“": 333, "”": 333, "‘": 222, "’": 222}
_TABEL_TEBAL = {chr(32 + n): x for n, x in enumerate(_LEBAR_TEBAL)} | _KHUSUS | {"“": 500, "”": 500, "‘": 278, "’": 278}
TINGGI = 1.15  # a single line, in font sizes
BAWAH = 0.17  # the part of it below the letters, on which a picture in the line stands


@lru_cache(maxsize=4096)
def word_width(kata: str, *, tebal: bool = False) -> int:
    """Width of a word in thousandths of the font size."""
    tabel = _TABEL_TEBAL if tebal else _TABEL
    return sum([tabel.get(h, _LAIN) for h in kata])


@lru_cache(maxsize=4096)
def count_lines(teks: str, ukuran: float, lebar: float, *, tebal: bool = False) -> int:
    """Lines that the text takes when it is `lebar` points wide; at least one."""
    if len(teks) * ukuran < lebar and "\n" not in teks:
        return 1
    lebar *= 1000 / ukuran
    spasi = word_width(" ", tebal=tebal)
    baris = 0
    for paragraf in teks.split("\n"):
        baris += 1
        isi = 0.0
        for kata in paragraf.split(" "):
            jarak = spasi if isi else 0
            for potong in _BELAH.split(kata) if "-" in kata else (kata,):
                panjang: float = word_width(potong, tebal=tebal)
                if isi and isi + jarak + panjang > lebar:
                    baris, isi = baris + 1, 0.0
                else:
                    isi += jarak
                jarak = 0
                while isi + panjang > lebar > 1000:
                    baris, panjang, isi = baris + 1, panjang - (lebar - isi), 0.0
                isi += panjang
    return baris
