"""Widths of Arial's letters, in thousandths of the font size: enough to tell how many lines a text takes."""

from __future__ import annotations

from functools import lru_cache

# The printable ASCII characters from the blank to the tilde, upright; Arial and its metric equivalents agree.
_LEBAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # fmt: skip
_LAIN = 556
_TABEL = {chr(32 + n): x for n, x in enumerate(_LEBAR)} | {"–": 556, "…": 1000, "“": 333, "”": 333, "\u00a0": 278}
TEBAL = 1.06  # bold letters are wider by about this much
TINGGI = 1.15  # a single line, in font sizes


@lru_cache(maxsize=4096)
def word_width(kata: str) -> int:
    """Width of a word in thousandths of the font size."""
    return sum([_TABEL.get(h, _LAIN) for h in kata])


@lru_cache(maxsize=4096)
def count_lines(teks: str, ukuran: float, lebar: float, *, tebal: bool = False) -> int:
    """Lines that the text takes when it is `lebar` points wide; at least one."""
    ukuran *= TEBAL if tebal else 1
    if len(teks) * ukuran < lebar and "\n" not in teks:
        return 1
    lebar *= 1000 / ukuran
    spasi = word_width(" ")
    baris = 0
    for paragraf in teks.split("\n"):
        baris += 1
        isi = 0.0
        for kata in paragraf.split(" "):
            panjang: float = word_width(kata)
            if isi and isi + spasi + panjang > lebar:
                baris += 1
                isi = 0.0
            elif isi:
                isi += spasi
            while isi + panjang > lebar > 1000:
                baris += 1
                panjang -= lebar - isi
                isi = 0.0
            isi += panjang
    return baris
