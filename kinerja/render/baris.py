"""Rows of tables on pages: none stands alone at the foot or the head of a page, and a very long one may split."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

BERDAMPINGAN = 1  # first rows that stay with the next one; at two LibreOffice loses rows at the end of a section
CATATAN = "Kecil"  # style of a note below a table
SEDANG, PANJANG = 250, 600  # characters of a cell: from here on a row does not wait for others; it may split

_TR, _TC, _P, _PPR, _PSTYLE, _LANJUT, _T, _BR = (
    qn(f"w:{n}") for n in ("tr", "tc", "p", "pPr", "pStyle", "keepNext", "t", "br")
)
_TRPR, _KEPALA, _UTUH, _VAL = (qn(f"w:{n}") for n in ("trPr", "tblHeader", "cantSplit", "val"))
_GANTI_BARIS = 50  # a line feed fills a line


def arrange_rows(badan: Any) -> None:
    """Keep the first rows and the last two of every table with heading rows together; let very long rows split."""
    for tabel in badan.iter(qn("w:tbl")):
        baris = tabel.findall(_TR)
        kepala = sum(tr.find(f"{_TRPR}/{_KEPALA}") is not None for tr in baris)
        if not kepala:
            continue
        akhir = len(baris) - 1
        lanjut = {*range(min(kepala + BERDAMPINGAN, akhir)), akhir - 1} | ({akhir} if _noted(tabel) else set())
        for n, tr in enumerate(baris):
            panjang = _length(tr)
            if panjang > PANJANG:
                for utuh in tr.findall(f"{_TRPR}/{_UTUH}"):
                    utuh.getparent().remove(utuh)
            if n in lanjut and panjang <= SEDANG:
                _keep(tr)


def _noted(tabel: Any) -> bool:
    """Whether a note in small print follows, which belongs to the table."""
    sesudah = tabel.getnext()
    gaya = None if sesudah is None else sesudah.find(f"{_PPR}/{_PSTYLE}")
    return gaya is not None and gaya.get(_VAL) == CATATAN


def _length(tr: Any) -> int:
    """Characters of its longest cell."""
    panjang = terpanjang = 0
    for e in tr.iter(_TC, _T, _BR):
        if e.tag == _T:
            panjang += len(e.text or "")
        elif e.tag == _BR:
            panjang += _GANTI_BARIS
        else:
            terpanjang, panjang = max(terpanjang, panjang), 0
    return max(terpanjang, panjang)


def _keep(tr: Any) -> None:
    """Every paragraph of the row stays with the next."""
    for tc in tr.iterchildren(_TC):
        for p in tc.iterchildren(_P):
            sifat = p.get_or_add_pPr()
            if sifat.find(_LANJUT) is None:
                sifat.insert(0 if sifat.find(_PSTYLE) is None else 1, OxmlElement("w:keepNext"))
