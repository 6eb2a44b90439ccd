"""Comments on cells of a workbook as received, read only when its values are put into our own form."""

from __future__ import annotations

import io
from collections.abc import Mapping

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import alamat
from kinerja.workbook.paket import buka_paket
from kinerja.workbook.patch import TidakAman
from kinerja.workbook.patch_buku import BukuTambal
from kinerja.workbook.patch_komentar import comment_texts
from kinerja.workbook.xmlteks import bersihkan, urai


def read_comments(isi: bytes, format_: str) -> Mapping[tuple[str, str], str]:
    """Texts by (sheet, address). Empty where they cannot be read with certainty: a comment is never worth a failure."""
    try:
        if format_ == "ods":
            return _ods(isi)
        return _xls(isi) if format_ == "xls" else _xlsx(isi)
    except (BerkasDitolak, TidakAman, ValueError, LookupError):
        return {}


def _xlsx(isi: bytes) -> dict[tuple[str, str], str]:
    buku = BukuTambal(isi)
    return {(lembar, a): teks for lembar in buku.lembar for a, teks in comment_texts(buku, lembar).items()}


def _xls(isi: bytes) -> dict[tuple[str, str], str]:
    import xlrd

    try:
        buku = xlrd.open_workbook(file_contents=isi, formatting_info=True, logfile=io.StringIO())
        return {
            (bersihkan(s.name), alamat(b + 1, k + 1)): bersihkan(catatan.text)
            for s in buku.sheets()
            for (b, k), catatan in s.cell_note_map.items()
        }
    except Exception:  # xlrd has no error of its own for most damage; the values were read before
        return {}


def _ods(isi: bytes) -> dict[tuple[str, str], str]:
    paket = buka_paket(isi)
    if not paket.wajar or "content.xml" not in paket:
        return {}
    pembaca = _Ods()
    urai(paket.baca("content.xml"), "content.xml", pembaca.awal, pembaca.akhir, pembaca.teks)
    return pembaca.hasil


class _Ods:
    """Handlers for content.xml: where each annotation stands, and its paragraphs."""

    def __init__(self) -> None:
        self.hasil: dict[tuple[str, str], str] = {}
        self._lembar = ""
        self._baris = self._ulang_baris = self._kolom = self._ulang_kolom = 0
        self._alinea: list[str] | None = None  # of the annotation that is open
        self._dalam = False  # inside one of its paragraphs

    def awal(self, nama: str, a: dict[str, str]) -> None:
        if nama == "table":
            self._lembar, self._baris, self._ulang_baris = a.get("table:name", ""), 0, 0
        elif nama == "table-row":
            self._baris += self._ulang_baris
            self._ulang_baris = _ulang(a, "table:number-rows-repeated")
            self._kolom = self._ulang_kolom = 0
        elif nama in ("table-cell", "covered-table-cell"):
            self._kolom += self._ulang_kolom
            self._ulang_kolom = _ulang(a, "table:number-columns-repeated")
        elif nama == "annotation":
            self._alinea = []
        elif nama == "p" and self._alinea is not None:
            self._alinea.append("")
            self._dalam = True

    def teks(self, teks: str) -> None:
        if self._dalam and self._alinea is not None:
            self._alinea[-1] += teks

    def akhir(self, nama: str) -> None:
        if nama == "p":
            self._dalam = False
        elif nama == "annotation" and self._alinea is not None:
            teks = "\n".join(self._alinea).strip()
            if teks:
                self.hasil[bersihkan(self._lembar), alamat(self._baris + 1, self._kolom + 1)] = bersihkan(teks)
            self._alinea = None


def _ulang(a: Mapping[str, str], nama: str) -> int:
    teks = a.get(nama, "1")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else 1
