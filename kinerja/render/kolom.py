"""Columns that a template repeats with {%tc for … %}: they share the width of the columns from which they were made.

A cell belongs to the repeated ones by the style of its paragraph, `Lajur`. The grid of the table, cells that span it,
and the widths follow the number of columns.
"""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

GAYA = "Lajur"


def share_widths(badan: Any) -> None:
    """Set right the grid of every table with repeated columns. Changes `badan`."""
    for tabel in badan.iter(qn("w:tbl")):
        baris = [b for b in tabel.findall(qn("w:tr")) if any(_berulang(sel) for sel in b.findall(qn("w:tc")))]
        if baris:
            _share(tabel, baris[0])


def _berulang(sel: Any) -> bool:
    gaya = sel.find(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:pStyle')}")
    return gaya is not None and gaya.get(qn("w:val")) == GAYA


def _rentang(sel: Any) -> int:
    span = sel.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return int(span.get(qn("w:val"))) if span is not None else 1


def _share(tabel: Any, contoh: Any) -> None:
    sel = contoh.findall(qn("w:tc"))
    berulang = [_berulang(s) for s in sel]
    banyak, ke = sum(berulang), berulang.index(True)
    awal = sum(_rentang(s) for s in sel[:ke])
    sesudah = sum(_rentang(s) for s in sel[ke + banyak :])
    kisi = tabel.find(qn("w:tblGrid"))
    kolom = kisi.findall(qn("w:gridCol"))
    akhir = len(kolom) - sesudah  # the columns from `awal` up to here were the template's
    if akhir <= awal:
        return
    lebar = sum(int(k.get(qn("w:w"))) for k in kolom[awal:akhir]) // banyak
    for lama in kolom[awal:akhir]:
        kisi.remove(lama)
    for n in range(banyak):
        baru = OxmlElement("w:gridCol")
        baru.set(qn("w:w"), str(lebar))
        kisi.insert(awal + n, baru)
    for baris in tabel.findall(qn("w:tr")):
        mulai = 0
        for s in baris.findall(qn("w:tc")):
            rentang = _rentang(s)
            if _berulang(s):
                s.tcPr.find(qn("w:tcW")).set(qn("w:w"), str(lebar))
            elif mulai <= awal and mulai + rentang >= akhir:
                s.tcPr.find(qn("w:gridSpan")).set(qn("w:val"), str(rentang + banyak - (akhir - awal)))
            mulai += rentang
