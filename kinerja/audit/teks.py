"""A .csv as raw cells: the encoding and the separator are found out, every cell stays text, rows keep their numbers."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Jenis, Lembar, Sel, alamat, per_baris
from kinerja.workbook.sel_xlsx import MAKS_SEL, terlalu_banyak

PEMISAH = (";", ",", "\t", "|")
_BOM = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def baca_csv(isi: bytes, nama: str) -> Iterator[Lembar]:
    """The file as one sheet, once for each separator that it may have. BerkasDitolak when it is no text."""
    teks = _teks(isi)
    for pemisah in PEMISAH:
        if pemisah in teks:
            yield Lembar(nama, per_baris(_sel(teks, pemisah)))


def _teks(isi: bytes) -> str:
    """UTF-8 or UTF-16 by its mark, UTF-8, else the old Windows encoding of Western Europe."""
    if not isi.strip():
        raise BerkasDitolak("BRK001")
    kode = next((k for bom, k in _BOM if isi.startswith(bom)), "utf-8")
    try:
        teks = isi.decode(kode)
    except UnicodeDecodeError:
        teks = isi.decode("cp1252", "replace")
    if "\0" in teks:
        raise BerkasDitolak("BRK004")
    return teks


def _sel(teks: str, pemisah: str) -> Iterator[tuple[tuple[int, int], Sel]]:
    """One row of the sheet for each record, as a spreadsheet shows the file: empty lines count."""
    banyak = 0
    try:
        for b, baris in enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah), 1):
            for k, isi in enumerate(baris, 1):
                if rapi := isi.strip():
                    banyak += 1
                    if banyak > MAKS_SEL:
                        raise terlalu_banyak()
                    yield (b, k), Sel(alamat(b, k), Jenis.TEKS, rapi)
    except csv.Error as e:
        raise BerkasDitolak("BRK012", bagian="teks") from e
