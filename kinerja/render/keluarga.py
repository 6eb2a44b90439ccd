"""Which font families the texts of a Word document ask for."""

from __future__ import annotations

from typing import Any

from lxml import etree

from kinerja.render.naskah import W, read_part
from kinerja.workbook.paket import Paket

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def families(paket: Paket, badan: etree._Element) -> set[str]:
    """Families of all runs with text in the body: the run's own, else of its styles, else the document's own."""
    gaya, bawaan = _styles(paket)
    tema = _theme(paket)
    paragraf_biasa = next((i for i, (_, _, biasa) in gaya.items() if biasa), "")
    hasil: set[str] = set()
    for p in badan.iter(f"{W}p"):
        milik_paragraf = ""
        for r in p.iterchildren(f"{W}r", f"{W}hyperlink"):
            if not any((t.text or "").strip() for t in r.iter(f"{W}t")):
                continue
            milik_paragraf = milik_paragraf or _of_style(gaya, _attr(p, "pPr", "pStyle") or paragraf_biasa) or bawaan
            hasil.add(_named(r, tema) or _of_style(gaya, _attr(r, "rPr", "rStyle")) or milik_paragraf)
    return {tema.get(n, n) for n in hasil if n}


def _styles(paket: Paket) -> tuple[dict[str, tuple[str, str, bool]], str]:
    """By style: (family, style it is based on, whether paragraphs without a style have it); the default family."""
    if "word/styles.xml" not in paket:
        return {}, ""
    akar = read_part(paket, "word/styles.xml")
    gaya = {
        g.get(f"{W}styleId", ""): (
            _family(g.find(f"{W}rPr/{W}rFonts")),
            _attr(g, "basedOn"),
            g.get(f"{W}type") == "paragraph" and g.get(f"{W}default") in ("1", "true"),
        )
        for g in akar.iter(f"{W}style")
    }
    return gaya, _family(akar.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}rFonts"))


def _theme(paket: Paket) -> dict[str, str]:
    """The theme's two families, under the names by which styles call them."""
    nama = "word/theme/theme1.xml"
    if nama not in paket:
        return {}
    akar = read_part(paket, nama)
    hasil: dict[str, str] = {}
    for jenis in ("major", "minor"):
        huruf = next(akar.iter(f"{_A}{jenis}Font"), None)
        latin = huruf.find(f"{_A}latin") if huruf is not None else None
        if latin is not None:
            hasil |= {f"{jenis}{akhir}": latin.get("typeface", "") for akhir in ("HAnsi", "Ascii")}
    return hasil


def _family(huruf: Any) -> str:
    if huruf is None:
        return ""
    return huruf.get(f"{W}ascii") or huruf.get(f"{W}asciiTheme") or ""


def _named(r: Any, tema: dict[str, str]) -> str:
    nama = _family(r.find(f".//{W}rPr/{W}rFonts"))
    return tema.get(nama, nama)


def _of_style(gaya: dict[str, tuple[str, str, bool]], ide: str) -> str:
    dilihat: set[str] = set()
    while ide in gaya and ide not in dilihat:
        dilihat.add(ide)
        keluarga, dasar, _ = gaya[ide]
        if keluarga:
            return keluarga
        ide = dasar
    return ""


def _attr(elemen: Any, *jalan: str) -> str:
    for nama in jalan:
        elemen = elemen.find(f"{W}{nama}") if elemen is not None else None
    return "" if elemen is None else elemen.get(f"{W}val", "")
