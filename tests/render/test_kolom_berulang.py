"""Columns that {%tc for %} repeats: the grid follows their number, the table keeps its width."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import contoh_hasil as contoh
import pytest
from docx import Document
from docx.oxml.ns import qn

from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.sop.loader import load_profil

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
LEBAR = {"A4": 267, "F4": 300}  # millimetres between the margins, sideways
_TWIP = 1440 / 25.4


def _tabel(banyak: int, kertas: str) -> object:
    asal = load_profil("karanganyar").sop[0]
    peran = tuple(f"Peran {n}" for n in range(banyak))
    langkah = tuple(
        replace(x, pelaksana=tuple(dict.fromkeys(peran[asal.peran.index(p) % banyak] for p in x.pelaksana)))
        for x in asal.langkah
    )
    sop = replace(asal, peran=peran, langkah=langkah)
    isi = dokumen.sop(contoh.master(), Pengaturan(kertas=kertas), sop, tanggal=date(2026, 1, 2), templat=TEMPLAT)
    return Document(io.BytesIO(isi)).tables[2]._tbl


@pytest.mark.parametrize("kertas", ["A4", "F4"])
@pytest.mark.parametrize("banyak", [2, 3, 7, 10])
def test_the_grid_follows_the_number_of_columns(banyak: int, kertas: str) -> None:
    tabel = _tabel(banyak, kertas)
    kisi = [int(k.get(qn("w:w"))) for k in tabel.iter(qn("w:gridCol"))]
    assert len(kisi) == 6 + banyak
    assert abs(sum(kisi) / _TWIP - LEBAR[kertas]) < 1
    assert len(set(kisi[2 : 2 + banyak])) == 1
    for baris in tabel.findall(qn("w:tr")):
        rentang = [int(s.tcPr.find(qn("w:gridSpan")).get(qn("w:val"))) if s.tcPr.find(qn("w:gridSpan")) is not None
                   else 1 for s in baris.findall(qn("w:tc"))]  # fmt: skip
        assert sum(rentang) == len(kisi)
    gambar = list(tabel.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"))
    for e in gambar:  # a symbol is as wide as its column
        assert abs(int(e.get("cx")) / 36000 - kisi[2] / _TWIP) < 0.2
