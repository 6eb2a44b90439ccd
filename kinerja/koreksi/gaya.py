"""Styles of a corrected document, as far as its reader needs them: headings, numbered ones, lines of a contents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from kinerja.koreksi.berkas import W

_DAFTAR_ISI = ("toc ", "table of figures", "contents ", "figure index ")
_MAKS_TURUNAN = 20  # styles that stand on one another; a circle ends here


@dataclass(frozen=True, slots=True)
class Gaya:
    """By style id: the level of its headings from 1, whether it numbers its paragraphs, whether it is of a contents."""

    tingkat: Mapping[str, int]
    bernomor: frozenset[str]
    daftar_isi: frozenset[str]


def baca_gaya(akar: etree._Element | None) -> Gaya:
    """Read the styles part; None: the document has none."""
    if akar is None:
        return Gaya({}, frozenset(), frozenset())
    semua = {e.get(f"{W}styleId", ""): e for e in akar.iter(f"{W}style")}
    tingkat: dict[str, int] = {}
    bernomor, daftar_isi = set(), set()
    for nama, gaya in semua.items():
        turunan = _turunan(semua, gaya)
        if (garis := _pertama(turunan, "outlineLvl")) is not None and garis.isdigit() and int(garis) < 9:
            tingkat[nama] = int(garis) + 1
        if _pertama(turunan, "numPr", "numId") not in (None, "0"):
            bernomor.add(nama)
        judul = gaya.find(f"{W}name")
        if judul is not None and judul.get(f"{W}val", "").casefold().startswith(_DAFTAR_ISI):
            daftar_isi.add(nama)
    return Gaya(tingkat, frozenset(bernomor), frozenset(daftar_isi))


def _turunan(semua: Mapping[str, etree._Element], gaya: etree._Element) -> list[etree._Element]:
    """The style and those that it is based on, the nearest first."""
    hasil: list[etree._Element] = []
    kini: etree._Element | None = gaya
    while kini is not None and len(hasil) < _MAKS_TURUNAN:
        hasil.append(kini)
        dasar = kini.find(f"{W}basedOn")
        kini = None if dasar is None else semua.get(dasar.get(f"{W}val", ""))
    return hasil


def _pertama(turunan: list[etree._Element], *jalan: str) -> str | None:
    """The value of this paragraph property in the nearest style that sets it."""
    for gaya in turunan:
        e = gaya.find("/".join(f"{W}{n}" for n in ("pPr", *jalan)))
        if e is not None:
            return e.get(f"{W}val")
    return None
