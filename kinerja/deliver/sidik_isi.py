"""The fingerprint of what a document says: its texts, figures, formulas and pictures, not how a library packed them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from kinerja.workbook.paket import buka_paket

_NASKAH = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_BUKU = re.compile(r"xl/(workbook|worksheets/[^/]+|comments\d*)\.xml")
_GRAFIK = re.compile(r"(word|xl)/charts/[^/]+\.xml")
_GAMBAR = re.compile(r"(word|xl)/media/.+")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def sidik_isi(isi: bytes, akhiran: str) -> str:
    """SHA-256 over what a .docx or .xlsx says; of other files over their bytes. TidakAman for what is none."""
    if akhiran not in (".docx", ".xlsx"):
        return hashlib.sha256(isi).hexdigest()
    sidik = hashlib.sha256()
    for bagian in _isi(isi):
        sidik.update(bagian.encode())
        sidik.update(b"\0")
    return sidik.hexdigest()


def _isi(berkas: bytes) -> Iterator[str]:
    paket = buka_paket(berkas)
    bersama = list(_bersama(paket))
    for nama in sorted(paket.anggota):
        if _GAMBAR.fullmatch(nama):
            yield nama
            yield hashlib.sha256(paket.baca(nama)).hexdigest()
        elif _NASKAH.fullmatch(nama):
            yield nama
            yield from (_teks(p) for p in _akar(paket, nama).iter(f"{_W}p"))
        elif _BUKU.fullmatch(nama):
            yield nama
            yield from _lembar(_akar(paket, nama), bersama)
        elif _GRAFIK.fullmatch(nama):
            yield nama
            yield from (v.text or "" for v in _akar(paket, nama).iter(f"{_C}v"))


def _teks(p: Any) -> str:
    """The text of a paragraph, what stands in boxes within it included."""
    return "".join(t.text or "" if t.tag == f"{_W}t" else "\t" for t in p.iter(f"{_W}t", f"{_W}tab", f"{_W}br"))


def _lembar(akar: Any, bersama: list[str]) -> Iterator[str]:
    """Names of sheets; of a sheet every cell with its address, formula and value."""
    for e in akar.iter(f"{_S}sheet", f"{_S}c", f"{_S}t"):
        if e.tag == f"{_S}sheet":
            yield e.get("name", "")
        elif e.tag == f"{_S}c":
            rumus, nilai = (e.findtext(f"{_S}{n}") or "" for n in ("f", "v"))
            if e.get("t") == "s":
                nilai = bersama[int(nilai)]
            yield f"{e.get('r')}={rumus}|{nilai}"
        else:
            yield e.text or ""


def _bersama(paket: Any) -> Iterator[str]:
    if "xl/sharedStrings.xml" in paket:
        for si in _akar(paket, "xl/sharedStrings.xml").iter(f"{_S}si"):
            yield "".join(t.text or "" for t in si.iter(f"{_S}t"))


def _akar(paket: Any, nama: str) -> Any:
    from kinerja.render.naskah import read_part

    return read_part(paket, nama)
