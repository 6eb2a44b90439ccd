"""Formulas over lists of cells: neighbours become ranges, long lists are nested, no result is empty text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from kinerja.domain.nilai import Nilai
from kinerja.domain.rumus_excel import bersih_excel, literal
from kinerja.workbook.model import nomor_kolom

_SEL = re.compile(r"((?:[A-Za-z]+!|'[^']+'!)?)([A-Z]{1,3})([0-9]+)\Z")
_MAKS_ARGUMEN = 250  # Excel takes 255


def rapatkan(sel: Iterable[str]) -> list[str]:
    """The same cells, those that follow each other down a column or along a row as one range. Formulas stay."""
    hasil: list[str] = []
    awal: tuple[str, int, int] | None = None  # sheet, column, row of the first cell of a run
    langkah: tuple[int, int] | None = None
    akhir = ("", 0, 0)
    for s in sel:
        cocok = _SEL.match(s)
        ini = (cocok[1], nomor_kolom(cocok[2]), int(cocok[3])) if cocok else None
        if ini is not None and awal is not None and ini[0] == akhir[0]:
            beda = (ini[1] - akhir[1], ini[2] - akhir[2])
            if beda == langkah or (langkah is None and beda in ((0, 1), (1, 0))):
                dari = hasil[-1].split(":")[0]
                hasil[-1] = f"{dari}:{s[len(ini[0]) :]}"
                langkah, akhir = beda, ini
                continue
        hasil.append(s)
        awal, langkah = ini, None
        akhir = ini or ("", 0, 0)
    return hasil


def fungsi(nama: str, sel: Iterable[str]) -> str:
    """`nama` (SUM, COUNT, AVERAGE, MAX, MIN) over these cells."""
    bagian = rapatkan(sel)
    if len(bagian) <= _MAKS_ARGUMEN:
        return f"{nama}({','.join(bagian)})"
    if nama == "AVERAGE":
        return f"{fungsi('SUM', bagian)}/{fungsi('COUNT', bagian)}"
    potong = [",".join(bagian[n : n + _MAKS_ARGUMEN]) for n in range(0, len(bagian), _MAKS_ARGUMEN)]
    luar = "SUM" if nama == "COUNT" else nama
    return f"{luar}({','.join(f'{nama}({p})' for p in potong)})"


def gabung(nama: str, sel: Sequence[str], nilai: Nilai | None) -> str:
    """`nama` over these cells, which comes to `nilai`; a single one as it is, empty text where none is a number."""
    if len(sel) == 1:
        return sel[0]
    hasil = fungsi(nama, sel) if nama in ("MAX", "MIN") else bersih_excel(fungsi(nama, sel), nilai)
    return f'IF({fungsi("COUNT", sel)}=0,"",{hasil})'


def bagi(atas: Sequence[str], bawah: Sequence[str], pengali: Fraction, nilai: Nilai | None) -> str:
    """Sum of pembilang over sum of penyebut, times pengali; empty text where the penyebut is 0."""
    penyebut = fungsi("SUM", bawah)
    hasil = bersih_excel(f"{fungsi('SUM', atas)}/{penyebut}*{literal(pengali)}", nilai)
    return f'IF({penyebut}=0,"",{hasil})'


def rasio(atas: str, bawah: str, pengali: Fraction, nilai: Nilai | None) -> str:
    """pembilang / penyebut x pengali of two cells; empty text where one is missing or the penyebut is 0."""
    hasil = bersih_excel(f"{atas}/{bawah}*{literal(pengali)}", nilai)
    return f'IF(COUNT({atas},{bawah})<2,"",IF({bawah}=0,"",{hasil}))'
