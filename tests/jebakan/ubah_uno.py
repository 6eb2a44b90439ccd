"""Does to a workbook what people do, in a running LibreOffice; run by the Python that has `uno`.

Usage: ubah_uno.py PIPE JOB.json. The job names a workbook, steps, and files to save. A step is a list: its name and
what it is done to (see `LANGKAH`). Protected sheets are unprotected first, as anybody can.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

import uno
from com.sun.star.table import CellAddress, CellRangeAddress, TableSortField
from di_uno import SARINGAN, buka, layani, sifat


def _sel(buku, lembar, alamat):
    return buku.Sheets.getByName(lembar).getCellRangeByName(alamat)


def _ketik(buku, lembar, alamat, teks):
    sel = _sel(buku, lembar, alamat)
    sel.setString(teks[1:]) if teks.startswith("'") else sel.setFormula(teks)


def _ganti(buku, lembar, dicari, teks):
    """Change the cell that holds this text."""
    cari = buku.Sheets.getByName(lembar).createSearchDescriptor()
    cari.SearchString, cari.SearchWords = dicari, True
    buku.Sheets.getByName(lembar).findFirst(cari).setString(teks)


def _urutkan(buku, lembar, rentang, kolom):
    """Sort rows by a column, formulas with them."""
    medan = TableSortField()
    medan.Field, medan.IsAscending = kolom, True
    isi = uno.Any("[]com.sun.star.table.TableSortField", (medan,))
    urut = (sifat("ContainsHeader", False), sifat("SortFields", isi))
    uno.invoke(_sel(buku, lembar, rentang), "sort", (urut,))


def _pindah_kolom(buku, lembar, kolom, tujuan):
    """Cut a column and insert it in front of another."""
    ws = buku.Sheets.getByName(lembar)
    ws.Columns.insertByIndex(tujuan, 1)
    asal = kolom + 1 if kolom >= tujuan else kolom
    akhir = ws.getCellRangeByPosition(0, 0, 0, 0).RangeAddress.Sheet
    dari = CellRangeAddress(akhir, asal, 0, asal, 400)
    ke = CellAddress(akhir, tujuan, 0)
    ws.moveRange(ke, dari)
    ws.Columns.removeByIndex(asal, 1)


LANGKAH = {
    "baris": lambda b, lembar, n, banyak: b.Sheets.getByName(lembar).Rows.insertByIndex(n, banyak),
    "hapus_baris": lambda b, lembar, n, banyak: b.Sheets.getByName(lembar).Rows.removeByIndex(n, banyak),
    "kolom": lambda b, lembar, n, banyak: b.Sheets.getByName(lembar).Columns.insertByIndex(n, banyak),
    "pindah_kolom": _pindah_kolom,
    "urutkan": _urutkan,
    "lembar_ke": lambda b, lembar, n: b.Sheets.moveByName(lembar, n),
    "nama_lembar": lambda b, lembar, nama: setattr(b.Sheets.getByName(lembar), "Name", nama),
    "salin_lembar": lambda b, lembar, nama, n: b.Sheets.copyByName(lembar, nama, n),
    "hapus_lembar": lambda b, lembar: b.Sheets.removeByName(lembar),
    "sembunyikan_baris": lambda b, lembar, n: setattr(
        b.Sheets.getByName(lembar).Rows.getByIndex(n), "IsVisible", False
    ),
    "ketik": _ketik,
    "ganti": _ganti,
}


def kerjakan(meja, tugas):
    for n, kerja in enumerate(tugas["kerja"]):
        buku = buka(meja, tugas["buka"])
        for nama in buku.Sheets.ElementNames:
            buku.Sheets.getByName(nama).unprotect("")
        for langkah, *isi in kerja["langkah"]:
            LANGKAH[langkah](buku, *isi)
        buku.calculateAll()
        for akhiran in tugas["akhiran"]:
            tujuan = Path(tugas["folder"]) / f"{n}{akhiran}"
            buku.storeToURL(tujuan.as_uri(), (sifat("FilterName", SARINGAN[akhiran]),))
        buku.close(True)
    return {}


if __name__ == "__main__":
    layani(kerjakan)
