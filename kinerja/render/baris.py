"""Rows of tables on pages: none stands alone at the foot or the head of a page, and a very long one may split.

A text that would fill its column for more than a page is printed below its row, as wide as the table.
"""

from __future__ import annotations

from copy import deepcopy
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
_TCPR, _TCW, _GABUNG, _W = (qn(f"w:{n}") for n in ("tcPr", "tcW", "vMerge", "w"))
_GANTI_BARIS = 50  # a line feed fills a line
SEHALAMAN = 1500  # characters of a cell that is no wider than half of its table
DI_BAWAH = "Lihat baris di bawah ini."


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
            if panjang > SEHALAMAN and n >= kepala:
                _print_below(tr, baris[kepala - 1])


def _print_below(tr: Any, kepala: Any) -> None:
    """Move what fills a column for more than a page to rows of their own, each under the heading of its column."""
    sel, judul = tr.findall(_TC), kepala.findall(_TC)
    if len(sel) != len(judul) or tr.find(f"{_TC}/{_TCPR}/{_GABUNG}") is not None:
        return
    lebar = [_width(tc) for tc in sel]
    sebelum = tr
    for tc, nama, x in zip(sel, judul, lebar, strict=True):
        if _length(tc) > SEHALAMAN and 2 * x <= sum(lebar) and (contoh := tc.find(_P)) is not None:
            bawah = _wide_row(sum(lebar), len(sel))
            isi = [e for e in tc if e.tag != _TCPR]
            bawah.find(_TC).extend([_paragraph_like(contoh, f"{_text(nama)}:", tebal=True), *isi])
            tc.append(_paragraph_like(contoh, DI_BAWAH))
            sebelum.addnext(bawah)
            sebelum = bawah


def _wide_row(lebar: int, kolom: int) -> Any:
    """A row of one cell across the table, which may split."""
    baris = OxmlElement("w:tr")
    sel = OxmlElement("w:tc")
    sifat = OxmlElement("w:tcPr")
    for nama, isi in (("tcW", {"w": str(lebar), "type": "dxa"}), ("gridSpan", {"val": str(kolom)})):
        sifat.append(OxmlElement(f"w:{nama}", {qn(f"w:{k}"): v for k, v in isi.items()}))
    sel.append(sifat)
    baris.append(sel)
    return baris


def _paragraph_like(contoh: Any, teks: str, *, tebal: bool = False) -> Any:
    """A paragraph of the same style with one run."""
    p, run, t = OxmlElement("w:p"), OxmlElement("w:r"), OxmlElement("w:t")
    if (sifat := contoh.find(_PPR)) is not None:
        p.append(deepcopy(sifat))
    if tebal:
        huruf = OxmlElement("w:rPr")
        huruf.append(OxmlElement("w:b"))
        run.append(huruf)
    t.text = teks
    run.append(t)
    p.append(run)
    return p


def _width(tc: Any) -> int:
    lebar = tc.find(f"{_TCPR}/{_TCW}")
    return 0 if lebar is None else int(lebar.get(_W, "0"))


def _text(tc: Any) -> str:
    return "".join(t.text or "" for t in tc.iter(_T))


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
