"""A template as a package of parsed parts, with the names of its places in words that a person finds in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.paket import Paket, buka_paket

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BADAN = "word/document.xml"
# Parts that are filled, and parts of the same kinds that are printed but never filled.
TERISI = re.compile(r"word/(?:document|header[0-9]*|footer[0-9]*|footnotes)\.xml")
TAK_TERISI = re.compile(
    r"word/(?:endnotes\.xml|charts/chart[^/]*\.xml|diagrams/data[^/]*\.xml)|docProps/(?:core|app|custom)\.xml"
)
_NASKAH = b"wordprocessingml.document.main+xml"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CADANGAN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_JENIS = {"first": " halaman pertama", "even": " halaman genap", "default": ""}


class BukanNaskah(Exception):
    """The bytes are no whole .docx."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Letak:
    """A stretch of text in a paragraph: how a person finds it, and where it is. `akhir` 0: the whole paragraph."""

    tempat: str  # "tabel 1, baris 2, kolom 3"
    cuplikan: str  # how the paragraph reads
    bagian: str  # member of the package
    elemen: etree._Element  # the paragraph, or what is nearest to it
    mulai: int = 0
    akhir: int = 0

    def __str__(self) -> str:
        return f"{self.tempat} (“{self.cuplikan}”)" if self.cuplikan else self.tempat


@dataclass(frozen=True, slots=True, eq=False)
class Naskah:
    """The parts of a .docx that may hold tags, parsed."""

    paket: Paket
    bagian: dict[str, etree._Element]
    nama_bagian: dict[str, str] = field(default_factory=dict)  # header1 → "kepala halaman bagian 2"

    @property
    def badan(self) -> etree._Element:
        return self.bagian[BADAN]


def open_document(isi: bytes) -> Naskah:
    """Parse a .docx within limits of size. BukanNaskah when it is none, or damaged."""
    try:
        paket = buka_paket(isi)
        if _NASKAH not in paket.baca("[Content_Types].xml"):  # one with macros, or a .dotx, under another name
            raise BukanNaskah(BADAN)
        bagian = {n: read_part(paket, n) for n in sorted(paket.anggota) if TERISI.fullmatch(n)}
        if bagian[BADAN].tag != f"{W}document":
            raise BukanNaskah(BADAN)
        return Naskah(paket, bagian, _part_names(paket, bagian[BADAN]))
    except (BerkasDitolak, KeyError, etree.XMLSyntaxError) as sebab:
        raise BukanNaskah(str(sebab)) from sebab


def read_part(paket: Paket, nama: str) -> etree._Element:
    """One part, parsed without entities, network or huge texts."""
    return etree.fromstring(paket.baca(nama), etree.XMLParser(resolve_entities=False, no_network=True))


def links(paket: Paket) -> dict[str, str]:
    """Member by relationship id of the body."""
    nama = "word/_rels/document.xml.rels"
    if nama not in paket:
        return {}
    semua = ((e.get("Id", ""), e.get("Target", "")) for e in read_part(paket, nama))
    return {rid: t.lstrip("/") if t.startswith("/") else f"word/{t}" for rid, t in semua}


def header_references(badan: etree._Element) -> list[tuple[int, etree._Element]]:
    """References to headers and footers, each with the number of its section from 1."""
    seksi = enumerate(badan.iter(f"{W}sectPr"), 1)
    return [(n, e) for n, s in seksi for e in s.iterchildren(f"{W}headerReference", f"{W}footerReference")]


def _part_names(paket: Paket, badan: etree._Element) -> dict[str, str]:
    tautan = links(paket)
    seksi = sum(1 for _ in badan.iter(f"{W}sectPr"))
    nama: dict[str, str] = {}
    for n, acuan in header_references(badan):
        jenis = "kepala halaman" if acuan.tag == f"{W}headerReference" else "kaki halaman"
        jenis += _JENIS.get(acuan.get(f"{W}type", "default"), "")
        nama.setdefault(tautan.get(acuan.get(_R_ID, ""), ""), f"{jenis} bagian {n}" if seksi > 1 else jenis)
    for bagian in paket.anggota:
        if bagian.startswith(("word/header", "word/footer")):
            nama.setdefault(bagian, "kepala halaman" if "header" in bagian else "kaki halaman")
    return nama


def hidden_copy(elemen: etree._Element) -> bool:
    """True inside the second copy of a text box, which Word keeps for older programs."""
    return next(elemen.iterancestors(_CADANGAN), None) is not None


def pieces(paragraf: etree._Element) -> list[etree._Element]:
    """The text elements of the paragraph itself, not of paragraphs in text boxes inside it."""
    return [t for t in paragraf.iter(f"{W}t") if next(t.iterancestors(f"{W}p"), None) is paragraf]


def text_of(paragraf: etree._Element) -> str:
    """Text of the paragraph itself."""
    return "".join(t.text or "" for t in pieces(paragraf))
