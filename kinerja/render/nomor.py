"""Automatic numbers of headings, as Word would print them: for the entries of the table of contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_ROMAWI = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def roman(n: int) -> str:
    """`IV`."""
    teks = ""
    for nilai, huruf in _ROMAWI:
        while n >= nilai:
            teks, n = teks + huruf, n - nilai
    return teks


def _printed(n: int, bentuk: str) -> str:
    match bentuk:
        case "upperRoman":
            return roman(n)
        case "lowerRoman":
            return roman(n).lower()
        case "upperLetter":
            return chr(ord("A") + (n - 1) % 26)
        case "lowerLetter":
            return chr(ord("a") + (n - 1) % 26)
        case _:
            return str(n)


def _attr(elemen: Any, *jalan: str) -> str | None:
    for nama in jalan:
        elemen = elemen.find(qn(nama)) if elemen is not None else None
    return None if elemen is None else elemen.get(qn("w:val"))


def _heading_styles(dokumen: Any) -> dict[str, tuple[int, str | None, int]]:
    """By style id: its level in the contents, its list and its level in that list."""
    hasil: dict[str, tuple[int, str | None, int]] = {}
    for gaya in dokumen.styles.element.iter(qn("w:style")):
        sifat = gaya.find(qn("w:pPr"))
        tingkat = _attr(sifat, "w:outlineLvl") if sifat is not None else None
        if tingkat is None or int(tingkat) > 2:
            continue
        num = _attr(sifat, "w:numPr", "w:numId")
        hasil[gaya.get(qn("w:styleId"))] = (
            int(tingkat) + 1,
            num if num not in (None, "0") else None,
            int(_attr(sifat, "w:numPr", "w:ilvl") or 0),
        )
    return hasil


def _levels(dokumen: Any) -> dict[str, dict[int, tuple[str, str]]]:
    """By list: (format, text such as `%1.`) of each level."""
    if not any(r.reltype.endswith("/numbering") for r in dokumen.part.rels.values()):
        return {}
    akar = dokumen.part.numbering_part.element
    abstrak = {
        a.get(qn("w:abstractNumId")): {
            int(lvl.get(qn("w:ilvl"))): (_attr(lvl, "w:numFmt") or "decimal", _attr(lvl, "w:lvlText") or "")
            for lvl in a.findall(qn("w:lvl"))
        }
        for a in akar.findall(qn("w:abstractNum"))
    }
    return {n.get(qn("w:numId")): abstrak.get(_attr(n, "w:abstractNumId"), {}) for n in akar.findall(qn("w:num"))}


def line_text(paragraf: Any) -> str:
    """The text of a paragraph on one line, as a table of contents shows it."""
    butir = paragraf.iter(qn("w:t"), qn("w:br"))
    return " ".join("".join(e.text or "" if e.tag == qn("w:t") else " " for e in butir).split())


def heading_labels(dokumen: Any) -> Iterator[tuple[Any, int, str, str]]:
    """Every heading of level 1-3 with text: (paragraph, level, automatic number, text)."""
    gaya, daftar = _heading_styles(dokumen), _levels(dokumen)
    hitung: dict[tuple[str, int], int] = {}
    for penunjuk in dokumen.element.body.iter(qn("w:pStyle")):
        nama = penunjuk.get(qn("w:val"))
        if nama not in gaya or (p := penunjuk.getparent().getparent()).tag != qn("w:p"):
            continue
        teks = line_text(p)
        if not teks:
            continue
        tingkat, num, ilvl = gaya[nama]
        label = ""
        if num is not None and num in daftar:
            hitung[num, ilvl] = hitung.get((num, ilvl), 0) + 1
            for dalam in [k for k in hitung if k[0] == num and k[1] > ilvl]:
                del hitung[dalam]
            label = daftar[num].get(ilvl, ("decimal", ""))[1]
            for n in range(ilvl + 1):
                bentuk = daftar[num].get(n, ("decimal", ""))[0]
                label = label.replace(f"%{n + 1}", _printed(hitung.get((num, n), 1), bentuk))
        yield p, tingkat, label, teks
