"""Cells that people typed into a table of ours, found by its headings after any program has saved the workbook."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, timedelta

from kinerja.domain.tanggal import format_tanggal
from kinerja.workbook.model import Jenis, Lembar, Sel

_SERI = re.compile("[45][0-9]{4}")
_AWAL_SERI = date(1899, 12, 30)


def cari_judul(lembar: Lembar, tanda: str, judul: Collection[str]) -> tuple[int, dict[str, int]] | None:
    """The heading row, which holds `tanda`, and the columns by heading, wherever they stand; None: there is none."""
    for nomor, sel in lembar.baris.items():
        kolom = {s.teks: k for k, s in sel.items() if s.teks in judul}
        if tanda in kolom:
            return nomor, kolom
    return None


def teks_sel(sel: Sel | None) -> str:
    """What a cell says, as words."""
    if sel is None:
        return ""
    if sel.jenis in (Jenis.BELUM_DIHITUNG, Jenis.GALAT) and sel.rumus:
        return f"={sel.rumus}"  # meant as words
    if sel.jenis is Jenis.TANGGAL and isinstance(sel.nilai, date):
        return format_tanggal(sel.nilai.date() if isinstance(sel.nilai, datetime) else sel.nilai)
    return sel.teks


def teks_tanggal(teks: str) -> str:
    """A date that lost its format is a count of days; as words otherwise."""
    cocok = _SERI.fullmatch(teks)
    return teks if cocok is None else format_tanggal(_AWAL_SERI + timedelta(days=int(teks)))
