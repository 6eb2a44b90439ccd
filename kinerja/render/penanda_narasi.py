"""The identity of drafted paragraphs in a finished document, stored so that it survives Word and LibreOffice.

Templates put each of them into a content control with its tag. LibreOffice would turn such a control into one inside
the paragraph, in which Enter does nothing and tracked changes make the file unreadable; it leaves building blocks as
they are, so the control becomes one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kinerja.domain.narasi import baca_tanda, judul_kontrol, nama_penanda
from kinerja.render.naskah import BADAN
from kinerja.workbook.patch import PaketTambal

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TAG = re.compile(r'<w:tag w:val="([^"]*)"')
_BLOK = '<w:docPartObj><w:docPartGallery w:val="AutoText"/></w:docPartObj>'


def narratives(badan: Any) -> Iterator[tuple[Any, str, str]]:
    """Content controls of drafted paragraphs with (kunci, sidik)."""
    for sdt in list(badan.iter(qn("w:sdt"))):
        tanda = sdt.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tanda is not None and (milik := baca_tanda(tanda.get(qn("w:val"), ""))) is not None:
            yield sdt, *milik


def printed(isi: bytes) -> frozenset[str]:
    """Kunci of the drafted paragraphs that a finished document has; its template need not print all of its context."""
    xml = PaketTambal(isi).read(BADAN).decode()
    return frozenset(milik[0] for t in _TAG.findall(xml) if (milik := baca_tanda(unescape(t))) is not None)


def mark_narratives(badan: Any) -> None:
    """Give each of them its title, its lock against deletion and its bookmark; split it where its text has an empty
    line. Changes `badan`."""
    terpakai = set()
    for sdt, kunci, sidik in narratives(badan):
        sifat, isi = sdt.find(qn("w:sdtPr")), sdt.find(qn("w:sdtContent"))
        blok = isi.findall(qn("w:p"))
        for p in blok:
            _split(p)
        _properties(sifat, kunci, blok=bool(blok))
        nama = nama_penanda(kunci, sidik)
        if nama not in terpakai:  # a template may print a paragraph twice; a bookmark's name stands once
            terpakai.add(nama)
            _bookmark(isi, nama)


def _properties(sifat: Any, kunci: str, *, blok: bool) -> None:
    """`sdtPr` anew, in the order of its schema; formatting and id stay."""
    tetap = {x: sifat.find(qn(x)) for x in ("w:rPr", "w:tag", "w:id")}
    for e in list(sifat):
        sifat.remove(e)
    judul = parse_xml(f"<w:alias {_NS}/>")
    judul.set(qn("w:val"), judul_kontrol(kunci))
    kunci_hapus = parse_xml(f'<w:lock {_NS} w:val="sdtLocked"/>')
    for e in (tetap["w:rPr"], judul, tetap["w:tag"], tetap["w:id"], kunci_hapus):
        if e is not None:
            sifat.append(e)
    if blok:
        sifat.append(parse_xml(_BLOK.replace("<w:docPartObj>", f"<w:docPartObj {_NS}>", 1)))


def _bookmark(isi: Any, nama: str) -> None:
    """Enclose the text from the first paragraph to the last."""
    awal = parse_xml(f'<w:bookmarkStart {_NS} w:id="0" w:name="{nama}"/>')
    blok = isi.findall(qn("w:p"))
    pertama, terakhir = (blok[0], blok[-1]) if blok else (isi, isi)
    sifat = pertama.find(qn("w:pPr"))
    pertama.insert(0 if sifat is None else 1, awal)
    terakhir.append(parse_xml(f'<w:bookmarkEnd {_NS} w:id="0"/>'))


def _split(p: Any) -> None:
    """Make paragraphs of one whose runs have two line breaks after each other with nothing between."""
    bagian: list[list[tuple[Any, Any]]] = [[]]
    for run in p.findall(qn("w:r")):
        for e in run:
            if e.tag == qn("w:rPr"):
                continue
            bagian[-1].append((run, e))
            if e.tag == qn("w:br") and len(ujung := _tail(bagian[-1])) > 1:
                del bagian[-1][-len(ujung) :]
                bagian.append([])
    if len(bagian) == 1:
        return
    baru = [deepcopy(p) for _ in bagian]
    for salinan, isi in zip(baru, bagian, strict=True):
        for run in salinan.findall(qn("w:r")):
            salinan.remove(run)
        for run, e in isi:
            r = deepcopy(run)
            for anak in list(r):
                if anak.tag != qn("w:rPr"):
                    r.remove(anak)
            r.append(deepcopy(e))
            salinan.append(r)
        p.addprevious(salinan)
    p.getparent().remove(p)


def _tail(isi: list[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """The last two line breaks and the empty texts between them; one pair when there are no two."""
    ujung = [isi[-1]]
    for x in reversed(isi[:-1]):
        ujung.insert(0, x)
        if x[1].tag == qn("w:br"):
            return ujung
        if x[1].tag != qn("w:t") or x[1].text:
            break
    return [isi[-1]]
