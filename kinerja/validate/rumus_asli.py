"""Is a formula of the form still the form's own? Known by the columns and the numbers that it computes from.

Its text is not compared: each application writes it in its own way, and rows and columns may have moved.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from kinerja.domain.angka import rapikan
from kinerja.domain.formulir import Kolom, KolomAnggaran
from kinerja.domain.rumus_excel import literal
from kinerja.forms.tata import HURUF, HURUF_ANGGARAN
from kinerja.validate.baris import Baris, BarisAnggaran
from kinerja.validate.indeks import Indeks
from kinerja.workbook.model import Jenis, Sel

K = TypeVar("K", Kolom, KolomAnggaran)
Grup = tuple[tuple[str, ...], ...]  # columns, by letter; a formula of ours reads at least one of each group

_TEKS = re.compile(r'"[^"]*"')
_ODS = re.compile(r"\[\.(\$?[A-Z]{1,3}\$?[0-9]+)\]")
_RUJUKAN = re.compile(r"(?<![\w.!'\]$])\$?([A-Z]{1,3})\$?[0-9]+(?![\w(!])")  # a cell of the same sheet
_ANGKA = re.compile(r"(?<![\w.])[0-9]+(?:\.[0-9]+)?(?![\w(!])")

_PANJANG = 4096  # letters; what a stranger makes longer is not kept

# Numbers that formulas of the form hold whatever the indicator: signs, positions, digits to round to, per cent.
_BIASA = frozenset({"0", "1", "2", "3", "4", "9", "100"})

# What each formula of the form computes from: at least one column of each group.
_ASAL: Mapping[Kolom, Sequence[tuple[Kolom, ...]]] = {
    Kolom.REALISASI: ((Kolom.PEMBILANG,), (Kolom.PENYEBUT,)),
    Kolom.REALISASI_SD: ((Kolom.REALISASI, Kolom.PEMBILANG, Kolom.REALISASI_SD_LALU),),
    Kolom.CAPAIAN: ((Kolom.REALISASI,),),
}
_ASAL_ANGGARAN: Mapping[KolomAnggaran, Sequence[tuple[KolomAnggaran, ...]]] = {
    KolomAnggaran.REALISASI_SD: ((KolomAnggaran.REALISASI,),),
    KolomAnggaran.SERAPAN: ((KolomAnggaran.REALISASI_SD,),),
}
_ASLI = {k: tuple(tuple(HURUF[x] for x in grup) for grup in asal) for k, asal in _ASAL.items()}
_ASLI_ANGGARAN = {
    k: tuple(tuple(HURUF_ANGGARAN[x] for x in grup) for grup in asal) for k, asal in _ASAL_ANGGARAN.items()
}


def ditimpa(kolom: Kolom, baris: Baris, indeks: Indeks) -> Sel | None:
    """The cell of the row when something else stands where the form has a formula: a constant, or another formula."""
    sel = baris.form.sel.get(kolom)
    if sel is None or not sel.rumus:
        return _tetapan(sel)
    tambahan = _angka_sendiri(sel.rumus, _ASLI[kolom])
    if tambahan is None:  # columns may have moved, and formulas with them
        tambahan = _angka_sendiri(sel.rumus, _kini(_ASAL[kolom], baris.form.sel))
    if tambahan and indeks.versi_sama:
        skala = indeks.konteks.master.skala_of(baris.indikator)
        tambahan -= {literal(baris.indikator.pengali), *(str(p.peringkat) for p in skala)}
    return sel if _lain(tambahan, indeks) else None


def ditimpa_anggaran(kolom: KolomAnggaran, baris: BarisAnggaran, indeks: Indeks) -> Sel | None:
    """As `ditimpa`, of a budget row."""
    sel = baris.form.sel.get(kolom)
    if sel is None or not sel.rumus:
        return _tetapan(sel)
    tambahan = _angka_sendiri(sel.rumus, _ASLI_ANGGARAN[kolom])
    if tambahan is None:
        tambahan = _angka_sendiri(sel.rumus, _kini(_ASAL_ANGGARAN[kolom], baris.form.sel))
    return sel if _lain(tambahan, indeks) else None


def _angka_sendiri(rumus: str, kolom: Grup) -> frozenset[str] | None:
    return (_ingat if len(rumus) < _PANJANG else _ingat.__wrapped__)(rumus, kolom)


@lru_cache(maxsize=1024)  # the forms of one office have the same formulas
def _ingat(rumus: str, kolom: Grup) -> frozenset[str] | None:
    """Numbers that the formula adds of its own, beside the usual; None when it does not compute from these columns.

    A formula whose cells were deleted (`#REF!`) is a matter of the sheet's shape: nothing is said of it here.
    """
    polos = _ODS.sub(r"\1", _TEKS.sub('""', rumus)).upper()
    if "#REF!" in polos:
        return frozenset()
    dibaca = set(_RUJUKAN.findall(polos))
    if not all(dibaca & set(grup) for grup in kolom):
        return None
    return frozenset(_ANGKA.findall(_RUJUKAN.sub("", polos))) - _BIASA


def _tetapan(sel: Sel | None) -> Sel | None:
    """The cell when it holds a constant."""
    if sel is None or sel.rumus is not None:
        return None
    return sel if sel.jenis is not Jenis.KOSONG and rapikan(sel.teks) else None


def _kini(asal: Sequence[tuple[K, ...]], sel: Mapping[K, Sel]) -> Grup:
    """The columns of each group where they stand in this file; a group of which none is there is left out."""
    grup = (tuple(sel[k].alamat.rstrip("0123456789") for k in g if k in sel) for g in asal)
    return tuple(g for g in grup if g)


def _lain(tambahan: frozenset[str] | None, indeks: Indeks) -> bool:
    """True when a formula is not the form's own. Of a form from another master its numbers are not known."""
    if tambahan is None:
        return True
    desimal = str(indeks.konteks.pengaturan.kebijakan.desimal)
    return bool(tambahan) and indeks.versi_sama and not tambahan <= {desimal}
