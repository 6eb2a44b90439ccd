"""Text in pictures: the one typeface that travels with Pillow, and how a text is broken into lines.

No font of the computer is used, so the same text gives the same picture everywhere.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

TINGGI_BARIS = 1.25  # of a line, in font sizes
_TITIK = 25.4 / 72  # millimetres
_GANTI = str.maketrans({"–": "-", "—": "-", "−": "-", "‑": "-", "•": "-", "×": "x", "≥": ">", "≤": "<", "→": ">"})
_ADA = frozenset("“”‘’")
LANJUTAN = "..."  # after a text that was cut


def bersihkan(teks: str) -> str:
    """Text in letters that the typeface has: accents go, dashes become hyphens, what is unknown becomes “?”."""
    hasil = []
    for h in unicodedata.normalize("NFKD", " ".join(teks.split()).translate(_GANTI)):
        if (h.isascii() and h.isprintable()) or h in _ADA:
            hasil.append(h)
        elif not unicodedata.combining(h) and unicodedata.category(h)[0] != "C":
            hasil.append("?")
    return "".join(hasil)


@lru_cache(maxsize=64)
def huruf(piksel: int) -> FreeTypeFont:
    """The typeface, `piksel` high."""
    from PIL import ImageFont

    dasar = ImageFont.load_default(piksel)
    if not isinstance(dasar, ImageFont.FreeTypeFont):  # a Pillow without FreeType has only a tiny bitmap
        raise TypeError("Pillow tanpa FreeType")
    return dasar


_UKUR = 100  # pixels at which widths are measured: widths do not depend on the scale of the picture


@lru_cache(maxsize=8192)
def lebar(teks: str, titik: float) -> float:
    """Width in millimetres of a clean text in a font of `titik` points."""
    return float(huruf(_UKUR).getlength(teks)) / _UKUR * titik * _TITIK


@lru_cache(maxsize=2048)
def bungkus(teks: str, titik: float, ruang: float, maks: int = 0) -> tuple[str, ...]:
    """The lines of a text in `ruang` millimetres; a word that is too long is broken.

    With `maks`, no more lines than that; the last one then ends in dots.
    """
    hasil: list[str] = []
    baris = ""
    for kata in bersihkan(teks).split(" "):
        calon = f"{baris} {kata}" if baris else kata
        if lebar(calon, titik) <= ruang:
            baris = calon
            continue
        if baris:
            hasil.append(baris)
        baris = kata
        while len(baris) > 1 and lebar(baris, titik) > ruang:
            muat = next(n for n in range(len(baris) - 1, 0, -1) if n == 1 or lebar(baris[:n], titik) <= ruang)
            hasil.append(baris[:muat])
            baris = baris[muat:]
    hasil.append(baris)
    if maks and len(hasil) > maks:
        hasil = hasil[:maks]
        while len(hasil[-1]) > 1 and lebar(hasil[-1] + LANJUTAN, titik) > ruang:
            hasil[-1] = hasil[-1][:-1]
        hasil[-1] += LANJUTAN
    return tuple(hasil)


def tinggi_teks(banyak: int, titik: float) -> float:
    """Height in millimetres of that many lines."""
    return banyak * titik * _TITIK * TINGGI_BARIS
