"""Finishing touches on a rendered document: caption numbers, table of contents, paper size, ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kinerja.render.baris import arrange_rows
from kinerja.render.halaman import page_numbers
from kinerja.render.kertas import set_paper
from kinerja.render.kolom import share_widths
from kinerja.render.nomor import heading_labels, line_text
from kinerja.render.penanda_narasi import mark_narratives

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
KOSONG = "(tidak ada)"


@dataclass(slots=True)
class Judul:
    """A heading or caption that a table of contents lists. `label` is its automatic number, or empty."""

    elemen: Any
    tingkat: int
    label: str
    teks: str
    penanda: str  # name of its bookmark
    halaman: str = ""


def finish_document(dokumen: Any, *, kertas: str) -> None:
    """Number the captions, fill every table of contents, set the paper, make ids unique. Changes `dokumen`."""
    badan = dokumen.element.body
    set_paper(dokumen, kertas)
    arrange_rows(badan)
    share_widths(badan)
    mark_narratives(badan)
    daftar = list(_toc_fields(badan))
    captions = _number_captions(badan)
    if daftar:
        judul = [
            Judul(p, tingkat, label, teks, f"_Toc{n:05d}")
            for n, (p, tingkat, label, teks) in enumerate(heading_labels(dokumen), 1)
        ]
        semua = {"": judul}
        for jenis, butir in captions.items():
            semua[jenis] = [Judul(p, 1, "", teks, f"_Toc{jenis}{n:05d}") for n, (p, teks) in enumerate(butir, 1)]
        for _, jenis in daftar:
            semua.setdefault(jenis, [])
        elemen = [j for isi in semua.values() for j in isi]
        isi_daftar = {paragraf: [(_style(j, jenis), j.teks) for j in semua[jenis]] for paragraf, jenis in daftar}
        nomor = page_numbers(dokumen, [j.elemen for j in elemen], isi_daftar)
        for j, halaman in zip(elemen, nomor, strict=True):
            j.halaman = halaman
            _bookmark(j)
        for paragraf, jenis in daftar:
            _fill(paragraf, jenis, semua[jenis])
    _unique_ids(dokumen)


def _number_captions(badan: Any) -> dict[str, list[tuple[Any, str]]]:
    """Give each SEQ field its number in order of the document; returns (paragraph, text) by label of the sequence."""
    hitung: dict[str, int] = {}
    hasil: dict[str, list[tuple[Any, str]]] = {}
    for instruksi in badan.iter(qn("w:instrText")):
        kata = (instruksi.text or "").split()
        if len(kata) < 2 or kata[0] != "SEQ":
            continue
        hitung[kata[1]] = hitung.get(kata[1], 0) + 1
        for t in field_result(instruksi):
            t.text = str(hitung[kata[1]])
        paragraf = next(instruksi.iterancestors(qn("w:p")))
        hasil.setdefault(kata[1], []).append((paragraf, line_text(paragraf)))
    return hasil


def field_result(instruksi: Any) -> Iterator[Any]:
    """The text nodes of a field's cached result."""
    run = instruksi.getparent().getnext()
    hasil = False
    while run is not None:
        tanda = run.find(qn("w:fldChar"))
        if tanda is not None and tanda.get(qn("w:fldCharType")) == "end":
            return
        if tanda is not None and tanda.get(qn("w:fldCharType")) == "separate":
            hasil = True
        elif hasil:
            yield from run.iter(qn("w:t"))
        run = run.getnext()


def _toc_fields(badan: Any) -> Iterator[tuple[Any, str]]:
    """Paragraphs that hold a TOC field, with the caption label they list ("" for headings)."""
    for instruksi in badan.iter(qn("w:instrText")):
        kata = (instruksi.text or "").split()
        if kata and kata[0] == "TOC":
            jenis = kata[kata.index("\\c") + 1].strip('"') if "\\c" in kata else ""
            yield next(instruksi.iterancestors(qn("w:p"))), jenis


def _bookmark(j: Judul) -> None:
    """Enclose the heading's content, so that PAGEREF and the link find it."""
    awal = parse_xml(f'<w:bookmarkStart {_NS} w:id="0" w:name="{j.penanda}"/>')
    sifat = j.elemen.find(qn("w:pPr"))
    j.elemen.insert(0 if sifat is None else 1, awal)
    j.elemen.append(parse_xml(f'<w:bookmarkEnd {_NS} w:id="0"/>'))


def _fill(paragraf: Any, jenis: str, butir: list[Judul]) -> None:
    """Write the entries into a TOC field: the field's own paragraph becomes as many as there are entries."""
    instruksi = next(paragraf.iter(qn("w:instrText"))).text or ""
    mulai = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f'{escape(instruksi)}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    selesai = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    isi = [_entry(j, _style(j, jenis)) for j in butir]
    if not isi:
        isi = [("TableofFigures", f"<w:r><w:t>{KOSONG}</w:t></w:r>")]
    induk = paragraf.getparent()
    letak = induk.index(paragraf)
    for n, (gaya, xml) in enumerate(isi):
        awal, akhir = (mulai if n == 0 else ""), (selesai if n == len(isi) - 1 else "")
        induk.insert(
            letak + n,
            parse_xml(f'<w:p {_NS}><w:pPr><w:pStyle w:val="{gaya}"/></w:pPr>{awal}{xml}{akhir}</w:p>'),
        )
    induk.remove(paragraf)


def _style(j: Judul, jenis: str) -> str:
    """The style of its line in the contents (`jenis` empty) or in the list of its label."""
    return "TableofFigures" if jenis else f"TOC{j.tingkat}"


def _entry(j: Judul, gaya: str) -> tuple[str, str]:
    """One line: number, text, leader, page; a link to the heading."""
    label = f'<w:r><w:t xml:space="preserve">{escape(j.label)}</w:t></w:r><w:r><w:tab/></w:r>' if j.label else ""
    return gaya, (
        f'<w:hyperlink w:anchor="{j.penanda}" w:history="1">{label}'
        f'<w:r><w:t xml:space="preserve">{escape(j.teks)}</w:t></w:r><w:r><w:tab/></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {j.penanda} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{j.halaman}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:hyperlink>'
    )


def _unique_ids(dokumen: Any) -> None:
    """Drawings, bookmarks and content controls that a loop repeated get ids of their own."""
    akar = [dokumen.element.body]
    akar += [r.target_part.element for r in dokumen.part.rels.values() if r.reltype.endswith(("/header", "/footer"))]
    no = 0
    for elemen in akar:
        for gambar in elemen.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"):
            no += 1
            gambar.set("id", str(no))
    for kontrol, sifat in enumerate(dokumen.element.body.iter(qn("w:sdtPr")), 1):
        if (tanda := sifat.find(qn("w:id"))) is not None:
            tanda.set(qn("w:val"), str(kontrol))
    buka: list[str] = []
    penanda = 0
    for elemen in dokumen.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd")):
        if elemen.tag == qn("w:bookmarkStart"):
            penanda += 1
            buka.append(str(penanda))
            elemen.set(qn("w:id"), buka[-1])
        elif buka:
            elemen.set(qn("w:id"), buka.pop())
