"""Pictures on a sheet, measured in pixels of 96 to the inch, whatever the density of the picture itself."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_IKUT, _TETAP = 1, 2  # the picture moves and grows with its cells; it only moves


def picture_size(isi: bytes) -> tuple[float, float]:
    """Width and height at which a spreadsheet shows a picture."""
    from PIL import Image

    with Image.open(io.BytesIO(isi)) as g:
        x, y = g.info.get("dpi", (96, 96))
        return g.width * 96 / (float(x) or 96), g.height * 96 / (float(y) or 96)


def insert_image(
    ws: Worksheet, sel: tuple[int, int], isi: bytes, *, tinggi: int, geser: tuple[int, int], alt: str
) -> None:
    """A picture `tinggi` pixels high, `geser` pixels from the corner of the cell."""
    skala = tinggi / picture_size(isi)[1]
    _put(ws, sel, isi, (skala, skala), geser=geser, alt=alt, letak=_TETAP)


def fill_cell(ws: Worksheet, sel: tuple[int, int], isi: bytes, ukuran: tuple[int, int], alt: str) -> None:
    """A picture as large as its cell, which moves and grows with it."""
    lebar, tinggi = picture_size(isi)
    _put(ws, sel, isi, (ukuran[0] / lebar, ukuran[1] / tinggi), geser=(0, 0), alt=alt, letak=_IKUT)


def _put(
    ws: Worksheet,
    sel: tuple[int, int],
    isi: bytes,
    skala: tuple[float, float],
    *,
    geser: tuple[int, int],
    alt: str,
    letak: int,
) -> None:
    sifat = {
        "image_data": io.BytesIO(isi),
        "x_scale": skala[0],
        "y_scale": skala[1],
        "x_offset": geser[0],
        "y_offset": geser[1],
        "description": alt,
        "object_position": letak,
    }
    ws.insert_image(*sel, "gambar.png", sifat)
