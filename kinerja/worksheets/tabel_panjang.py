"""A long table of a working paper, its rows written as XML by hand.

Cell by cell through the library, the checklist of a whole office takes several times as long and all of it stands in
memory. So the library makes the sheet with pattern rows, one for each kind of content, and from these the rows take
their formats; everything else of the workbook keeps its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from kinerja.forms.tinggi import row_height
from kinerja.workbook.model import alamat, huruf_kolom
from kinerja.workbook.patch import PaketTambal, escape
from kinerja.worksheets.kkv_gaya import HURUF, Cap, Gaya, Kolom, bersih, tampak, tulis_kepala

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

IsiPanjang = str | int | date | Cap | None

_RAGAM = ("", "hijau", "kuning", "merah", "hari")  # pattern rows, from the top
_SEL = re.compile(r'<c r="([A-Z]+)([0-9]+)" s="([0-9]+)"')
_UKURAN = re.compile(r'<dimension ref="[^"]*"')
_HARI_NOL = date(1899, 12, 30)


def tulis_pola(ws: Worksheet, gaya: Gaya, awal: int, kolom: Sequence[Kolom], banyak: int) -> None:
    """Headings at row `awal` (from 0) of a table of `banyak` rows, and the pattern rows below them."""
    tulis_kepala(ws, gaya, awal, kolom, banyak)
    for n, ragam in enumerate(_RAGAM, awal + 1):
        for k, kol in enumerate(kolom):
            ws.write_blank(n, k, None, gaya.isi(kol, None, ragam))


def isi_pola(
    buku: bytes, bagian: str, awal: int, kolom: Sequence[Kolom], baris: Iterable[Sequence[IsiPanjang]]
) -> bytes:
    """The workbook with these rows in the place of the pattern rows in the sheet part `bagian`."""
    paket = PaketTambal(buku)
    xml = paket.read(bagian).decode()
    mulai, akhir = xml.index(f'<row r="{awal + 2}"'), xml.index("</sheetData>")
    gaya = {(huruf, _RAGAM[int(n) - awal - 2]): s for huruf, n, s in _SEL.findall(xml, mulai, akhir)}
    huruf = [huruf_kolom(k) for k in range(1, len(kolom) + 1)]
    lebar = [kol.lebar - 1 for kol in kolom]
    potong = [_UKURAN.sub(f'<dimension ref="A1:{alamat(awal + 1, len(kolom))}"', xml[:mulai])]
    for nomor, isi in enumerate(baris, awal + 2):
        tinggi = row_height(((tampak(x), w) for x, w in zip(isi, lebar, strict=True) if x is not None), HURUF, 18)
        sel = "".join([_sel(f"{h}{nomor}", h, x, gaya) for h, x in zip(huruf, isi, strict=True)])
        potong.append(f'<row r="{nomor}" ht="{tinggi:g}" customHeight="1">{sel}</row>')
    potong.append(xml[akhir:])
    paket.put(bagian, "".join(potong).encode())
    return paket.to_bytes()


def _sel(alamat_sel: str, huruf: str, isi: IsiPanjang, gaya: dict[tuple[str, str], str]) -> str:
    match isi:
        case str() if isi:
            s, teks = gaya[huruf, ""], isi
        case Cap(teks, warna):
            s = gaya[huruf, warna]
        case int():
            return f'<c r="{alamat_sel}" s="{gaya[huruf, ""]}"><v>{isi}</v></c>'
        case date():
            return f'<c r="{alamat_sel}" s="{gaya[huruf, "hari"]}"><v>{(isi - _HARI_NOL).days}</v></c>'
        case _:
            return f'<c r="{alamat_sel}" s="{gaya[huruf, ""]}"/>'
    return f'<c r="{alamat_sel}" s="{s}" t="inlineStr"><is>{_teks(teks)}</is></c>'


@lru_cache(maxsize=4096)  # names, units and the same words in every row
def _teks(teks: str) -> str:
    jaga = "" if teks.isprintable() and teks == teks.strip() else ' xml:space="preserve"'
    return f"<t{jaga}>{escape(bersih(teks))}</t>"
