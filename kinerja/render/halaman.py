"""Estimated page numbers for the table of contents, before Word or LibreOffice has laid the pages out.

Section and page breaks are exact; the height of what stands between them is estimated from the amount of text.
Word replaces the estimates when its fields are updated, LibreOffice when it makes a PDF.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from docx.oxml.ns import qn

from kinerja.render.nomor import roman

_TWIP_BARIS = 330  # a line of 12 point text with its spacing
_TWIP_DAFTAR = 350  # a line of a table of contents
_TWIP_BARIS_TABEL = 230  # a line of 9 point text in a cell
_TWIP_HURUF, _TWIP_HURUF_TABEL = 122, 98  # mean width of a character
_EMU_TWIP = 635
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"


class _Halaman:
    """Where the estimate stands: page, height used, and the measures of the section."""

    def __init__(self, sect: Any) -> None:
        self.nomor = 1
        self.terpakai = 0
        self.section(sect, pertama=True)

    def section(self, sect: Any, *, pertama: bool = False) -> None:
        ukuran, tepi, nomor = (sect.find(qn(n)) for n in ("w:pgSz", "w:pgMar", "w:pgNumType"))
        self.lebar = int(ukuran.get(qn("w:w"))) - int(tepi.get(qn("w:left"))) - int(tepi.get(qn("w:right")))
        self.tinggi = int(ukuran.get(qn("w:h"))) - int(tepi.get(qn("w:top"))) - int(tepi.get(qn("w:bottom")))
        self.bentuk = "" if nomor is None else nomor.get(qn("w:fmt")) or ""
        mulai = None if nomor is None else nomor.get(qn("w:start"))
        if not pertama:
            self.nomor += 1
            self.terpakai = 0
        if mulai is not None:
            self.nomor = int(mulai)

    def add(self, tinggi: int) -> None:
        if self.terpakai and self.terpakai + tinggi > self.tinggi:
            self.break_page()
        self.terpakai += tinggi

    def break_page(self) -> None:
        self.nomor += 1
        self.terpakai = 0

    @property
    def teks(self) -> str:
        return roman(self.nomor).lower() if self.bentuk == "lowerRoman" else str(self.nomor)


def page_numbers(badan: Any, dicari: Sequence[Any], daftar: Mapping[Any, int]) -> list[str]:
    """The printed page of each element of `dicari` (paragraphs, anywhere in the body).

    `daftar`: the paragraphs that hold a table of contents, with the number of lines it will be filled with.
    """
    bagian = [*badan.iter(qn("w:sectPr"))]
    halaman = _Halaman(bagian[0])
    letak: dict[Any, str] = {}
    ke = 0
    for elemen in _blocks(badan):
        if elemen.tag == qn("w:tbl"):
            for baris in elemen.iter(qn("w:tr")):
                halaman.add(_row_height(baris, halaman.lebar))
                letak.update((p, halaman.teks) for p in baris.iter(qn("w:p")))
            continue
        sifat = elemen.find(qn("w:pPr"))
        gaya = (
            "" if sifat is None or sifat.find(qn("w:pStyle")) is None else sifat.find(qn("w:pStyle")).get(qn("w:val"))
        )
        if (sifat is not None and sifat.find(qn("w:pageBreakBefore")) is not None) and halaman.terpakai:
            halaman.break_page()
        halaman.add(_paragraph_height(elemen, halaman.lebar) * (2 if gaya.startswith("Heading") else 1))
        letak[elemen] = halaman.teks
        for _ in range(daftar.get(elemen, 0)):
            halaman.add(_TWIP_DAFTAR)
        if any(b.get(qn("w:type")) == "page" for b in elemen.iter(qn("w:br"))):
            halaman.break_page()
        if sifat is not None and sifat.find(qn("w:sectPr")) is not None:
            ke += 1
            halaman.section(bagian[ke])
    return [letak.get(e, halaman.teks) for e in dicari]


def _blocks(badan: Any) -> Any:
    """Paragraphs and tables in order, also those inside content controls."""
    for elemen in badan.iterchildren(qn("w:p"), qn("w:tbl"), qn("w:sdt")):
        if elemen.tag == qn("w:sdt"):
            isi = elemen.find(qn("w:sdtContent"))
            yield from _blocks(isi) if isi is not None else ()
        else:
            yield elemen


def _paragraph_height(p: Any, lebar: int) -> int:
    gambar = sum(int(e.get("cy")) // _EMU_TWIP for e in p.iter(_EXTENT))
    huruf = sum(len(t.text or "") for t in p.iter(qn("w:t")))
    baris = max(1, -(-huruf * _TWIP_HURUF // lebar)) + sum(1 for _ in p.iter(qn("w:br")))
    return gambar + int(baris) * _TWIP_BARIS


def _row_height(baris: Any, lebar: int) -> int:
    tinggi = 1
    sel = baris.findall(qn("w:tc"))
    lebar_sel = [int(w.get(qn("w:w")) or 0) for c in sel for w in c.iter(qn("w:tcW"))]
    jumlah = sum(lebar_sel) or len(sel)
    for n, c in enumerate(sel):
        bagian = lebar * (lebar_sel[n] if n < len(lebar_sel) and lebar_sel[n] else 1) // jumlah
        huruf = sum(len(t.text or "") for t in c.iter(qn("w:t")))
        tinggi = max(tinggi, -(-huruf * _TWIP_HURUF_TABEL // max(bagian - 160, 200)))
    return tinggi * _TWIP_BARIS_TABEL + 60
