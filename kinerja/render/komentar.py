"""A copy of a template with a Word comment at each finding, on the words that it is about."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from xml.sax.saxutils import escape

from lxml import etree

from kinerja.findings import Finding
from kinerja.render.konteks import clean_text
from kinerja.render.naskah import BADAN, Letak, Naskah, W, header_references, links, pieces
from kinerja.workbook.patch import PaketTambal, TidakAman

PENULIS = "kinerja"
_BAGIAN = "word/comments.xml"
_TIPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SIFAT = "docProps/core.xml"
_CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_KOSONG = f'<w:comments xmlns:w="{W[1:-1]}"/>'.encode()
_RUANG = "{http://www.w3.org/XML/1998/namespace}space"


def annotate(isi: bytes, naskah: Naskah, catatan: Sequence[tuple[Finding, Letak]]) -> bytes:
    """The document `isi`, of which `naskah` is the parsed form, with one comment for each finding.

    Word takes comments in the body only: what is about a header, a footnote or a text box is said where that belongs
    to in the body. Comments that are there already stay. Changes `naskah`.
    """
    paket = PaketTambal(isi)
    daftar = read_comments(paket)
    for no, (t, letak) in enumerate(catatan, next_comment(daftar)):
        daftar.append(comment(no, (f"[{t.tingkat.value} {t.kode}] {t.pesan}", f"→ {t.saran}")))
        _mark(naskah, letak, str(no))
    paket.put(BADAN, _bytes(naskah.badan))
    put_comments(paket, daftar)
    _sign(paket)
    return paket.to_bytes()


def read_comments(paket: PaketTambal) -> etree._Element:
    """The part of comments; an empty one for a document that has none."""
    isi = paket.read(_BAGIAN) if _BAGIAN in paket else _KOSONG
    return etree.fromstring(isi, etree.XMLParser(resolve_entities=False, no_network=True))


def next_comment(daftar: etree._Element) -> int:
    """The first number that no comment has."""
    terpakai = [int(n) for k in daftar.iter(f"{W}comment") if (n := k.get(f"{W}id", "")).isdecimal()]
    return max(terpakai, default=-1) + 1


def put_comments(paket: PaketTambal, daftar: etree._Element) -> None:
    """Put the part of comments into the package, which it may be new to."""
    if _BAGIAN not in paket:
        _register(paket)
    paket.put(_BAGIAN, _bytes(daftar))


def comment(no: int, baris: Sequence[str]) -> etree._Element:
    """A comment by this program, without a time."""
    isi = "".join(f'<w:p><w:r><w:t xml:space="preserve">{escape(clean_text(b))}</w:t></w:r></w:p>' for b in baris)
    return etree.fromstring(
        f'<w:comment xmlns:w="{W[1:-1]}" w:id="{no}" w:author="{PENULIS}" w:initials="k">{isi}</w:comment>'
    )


def _bytes(akar: etree._Element) -> bytes:
    return etree.tostring(akar, encoding="UTF-8", xml_declaration=True, standalone=True)


def _sign(paket: PaketTambal) -> None:
    """Name us as the last who saved it: a copy that somebody went on working in is known by another name."""
    if _SIFAT in paket:
        akar = etree.fromstring(paket.read(_SIFAT))
        e = akar.find(f"{_CP}lastModifiedBy")
        (etree.SubElement(akar, f"{_CP}lastModifiedBy") if e is None else e).text = PENULIS
        paket.put(_SIFAT, _bytes(akar))


def last_editor(isi: bytes) -> str | None:
    """Who saved a document last, as it says itself; None when it does not."""
    try:
        paket = PaketTambal(isi)
        return etree.fromstring(paket.read(_SIFAT)).findtext(f"{_CP}lastModifiedBy", "")
    except (TidakAman, etree.XMLSyntaxError):
        return None


def _register(paket: PaketTambal) -> None:
    """Name a new part of comments in the lists of the package."""
    tipe = etree.fromstring(paket.read("[Content_Types].xml"))
    etree.SubElement(tipe, tipe.tag.replace("Types", "Override"), PartName=f"/{_BAGIAN}", ContentType=_TIPE)
    paket.put("[Content_Types].xml", _bytes(tipe))
    nama = "word/_rels/document.xml.rels"
    asal = paket.read(nama) if nama in paket else (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    )  # fmt: skip
    akar = etree.fromstring(asal)
    tag = akar.tag.replace("Relationships", "Relationship")
    etree.SubElement(akar, tag, Id="rIdKomentar", Type=f"{_HUBUNGAN}/comments", Target="comments.xml")
    paket.put(nama, _bytes(akar))


def _mark(naskah: Naskah, letak: Letak, no: str) -> None:
    """Put the comment's anchor around the words, or around the whole paragraph nearest to them."""
    p, mulai, akhir = _anchor(naskah, letak)
    awal, tutup = (etree.Element(f"{W}{n}", {f"{W}id": no}) for n in ("commentRangeStart", "commentRangeEnd"))
    acuan = etree.Element(f"{W}r")
    etree.SubElement(acuan, f"{W}commentReference", {f"{W}id": no})
    runs = _runs(p, mulai, akhir) if akhir else []
    if runs:
        runs[0].addprevious(awal)
        runs[-1].addnext(tutup)
    else:
        p.insert(1 if p.find(f"{W}pPr") is not None else 0, awal)
        p.append(tutup)
    tutup.addnext(acuan)


def _anchor(naskah: Naskah, letak: Letak) -> tuple[etree._Element, int, int]:
    """The paragraph of the body, outside text boxes, that stands for a place, and the stretch of it."""
    e = letak.elemen
    if letak.bagian != BADAN:
        return _in_body(naskah, letak), 0, 0
    luar = [p for p in (e, *e.iterancestors()) if p.tag == f"{W}p"]
    if luar:
        return luar[-1], *((letak.mulai, letak.akhir) if len(luar) == 1 and luar[0] is e else (0, 0))
    induk = e.getparent()
    while induk is not None:  # an element between paragraphs: the next one inside what holds it
        if (p := next(induk.iter(f"{W}p"), None)) is not None:
            return p, 0, 0
        induk = induk.getparent()
    return _first(naskah), 0, 0


def _first(naskah: Naskah) -> etree._Element:
    """The first paragraph; one is made in a body that has none."""
    p = next(naskah.badan.iter(f"{W}p"), None)
    if p is None:
        p = etree.Element(f"{W}p")
        naskah.badan[0].insert(0, p)
    return p


def _in_body(naskah: Naskah, letak: Letak) -> etree._Element:
    """The paragraph that holds the note's number, or the first one of the section with this header."""
    if "footnotes" in letak.bagian:
        catatan = next((x for x in letak.elemen.iterancestors(f"{W}footnote")), None)
        nomor = None if catatan is None else catatan.get(f"{W}id")
        for acuan in naskah.badan.iter(f"{W}footnoteReference"):
            if acuan.get(f"{W}id") == nomor:
                return list(acuan.iterancestors(f"{W}p"))[-1]
    tautan = links(naskah.paket)
    for seksi, acuan in header_references(naskah.badan):
        if tautan.get(acuan.get(f"{{{_HUBUNGAN}}}id", "")) == letak.bagian:
            return _section_start(naskah, seksi)
    return _first(naskah)


def _section_start(naskah: Naskah, seksi: int) -> etree._Element:
    ke = 1
    for p in naskah.badan.iter(f"{W}p"):
        if ke == seksi:
            return p
        ke += p.find(f"{W}pPr/{W}sectPr") is not None
    return _first(naskah)


def _runs(p: etree._Element, mulai: int, akhir: int) -> list[etree._Element]:
    """The runs that hold a stretch of the paragraph's text, cut at its ends where they are plain text."""
    _cut(p, mulai)
    _cut(p, akhir)
    hasil, letak = [], 0
    for t in pieces(p):
        panjang = len(t.text or "")
        run = t.getparent()
        if letak < akhir and letak + panjang > mulai and run is not None and run.tag == f"{W}r":
            hasil.append(run)
        letak += panjang
    return hasil


def _cut(p: etree._Element, di: int) -> None:
    """Cut the run that holds position `di` into two, when it holds nothing but one text."""
    letak = 0
    for t in pieces(p):
        teks, run = t.text or "", t.getparent()
        if letak < di < letak + len(teks) and run is not None:
            if [e for e in run if e.tag not in (f"{W}rPr", f"{W}t")] or len(run.findall(f"{W}t")) != 1:
                return
            kedua = deepcopy(run)
            run.addnext(kedua)
            for bagian, isi in ((t, teks[: di - letak]), (kedua.find(f"{W}t"), teks[di - letak :])):
                if bagian is not None:
                    bagian.text = isi
                    bagian.set(_RUANG, "preserve")
            return
        letak += len(teks)
