"""Paper of a document: pages of the size that the office uses; tables, headers and contents as wide as their text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

KERTAS = {"A4": (210, 297), "F4": (215, 330)}
_TWIP_MM = 1440 / 25.4
_W, _VAL, _POS = qn("w:w"), qn("w:val"), qn("w:pos")


def set_paper(dokumen: Any, kertas: str) -> None:
    """Set every section to the paper, keeping its orientation and margins; what filled its width does so again."""
    selesai: set[Any] = set()
    tambahan = 0
    for sect, isi in _sections(dokumen.element.body):
        lama = _text_width(sect)
        _resize(sect, kertas)
        baru = _text_width(sect)
        if baru == lama:
            continue
        tambahan = tambahan or baru - lama
        kepala = {dokumen.part.related_parts[a.get(qn("r:id"))].element for a in sect if a.tag.endswith("Reference")}
        for akar in [*isi, *(kepala - selesai)]:
            _scale(akar, baru / lama)
        selesai |= kepala
    if tambahan:
        for tab in dokumen.styles.element.iter(qn("w:tab")):
            if tab.get(_VAL) == "right" and tab.get(qn("w:leader")) == "dot":
                tab.set(_POS, str(int(tab.get(_POS)) + tambahan))


def _sections(badan: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Each section's properties with the elements of the body that stand in it."""
    isi: list[Any] = []
    for e in badan:
        if e.tag == qn("w:sectPr"):
            yield e, isi
            return
        isi.append(e)
        if (sect := e.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")) is not None:
            yield sect, isi
            isi = []


def _text_width(sect: Any) -> int:
    tepi = sect.find(qn("w:pgMar"))
    return int(sect.find(qn("w:pgSz")).get(_W)) - int(tepi.get(qn("w:left"))) - int(tepi.get(qn("w:right")))


def _resize(sect: Any, kertas: str) -> None:
    ukuran = sect.find(qn("w:pgSz"))
    pendek, panjang = (str(round(mm * _TWIP_MM)) for mm in KERTAS[kertas])
    mendatar = ukuran.get(qn("w:orient")) == "landscape"
    ukuran.set(_W, panjang if mendatar else pendek)
    ukuran.set(qn("w:h"), pendek if mendatar else panjang)


def _scale(akar: Any, kali: float) -> None:
    """Widths of the tables' columns; one of a share (pct) or of its own accord (auto) follows by itself."""
    for e in akar.iter(qn("w:gridCol"), qn("w:tcW")):
        if (lebar := e.get(_W)) is not None and e.get(qn("w:type"), "dxa") == "dxa":
            e.set(_W, str(round(int(lebar) * kali)))
