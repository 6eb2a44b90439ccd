"""A Word document as stable text for golden files: what a reader sees, part by part, without what varies."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.paket import parts
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def root(isi: bytes, nama: str = "word/document.xml") -> etree._Element:
    """One part, parsed."""
    return etree.fromstring(parts(isi)[nama])


def paragraph_text(p: etree._Element) -> str:
    """Text of a paragraph: tabs as →, line breaks as ↵, drawings by their alternative text."""
    keluar = []
    for e in p.iter(f"{W}t", f"{W}tab", f"{W}br", f"{WP}docPr"):
        if e.tag == f"{W}t":
            keluar.append(e.text or "")
        elif e.tag == f"{W}tab" and e.getparent().tag == f"{W}r":
            keluar.append(" → ")
        elif e.tag == f"{W}br":
            keluar.append(" ↵ ")
        elif e.tag == f"{WP}docPr":
            keluar.append(f"[gambar: {e.get('descr')}]")
    return "".join(keluar)


def plain_text(isi: bytes) -> str:
    """All text of body, headers and footers, one paragraph a line."""
    return "\n".join(
        paragraph_text(p)
        for nama in sorted(parts(isi))
        if nama.startswith(("word/document", "word/header", "word/footer")) and nama.endswith(".xml")
        for p in root(isi, nama).iter(f"{W}p")
    )


def dump(isi: bytes) -> str:
    """The whole document: sections, headings, paragraphs, tables, headers and footers, charts."""
    baris = [*_block(root(isi).find(f"{W}body"), "")]
    for nama in sorted(parts(isi)):
        if nama.startswith(("word/header", "word/footer")) and nama.endswith(".xml"):
            teks = " | ".join(t for p in root(isi, nama).iter(f"{W}p") if (t := paragraph_text(p)))
            baris.append(f"== {nama.split('/')[1]}: {teks}")
        if nama.startswith("word/charts/") and nama.endswith(".xml"):
            nilai = " | ".join(e.text or "" for e in root(isi, nama).iter(f"{C}v"))
            baris.append(f"== {nama.split('/')[-1]}: {nilai}")
    return "\n".join(baris) + "\n"


def _block(induk: etree._Element, indent: str) -> Iterator[str]:
    for e in induk:
        if e.tag == f"{W}p":
            gaya = e.find(f"{W}pPr/{W}pStyle")
            nama = gaya.get(f"{W}val") if gaya is not None else ""
            teks = paragraph_text(e)
            if teks:
                yield f"{indent}{f'[{nama}] ' if nama else ''}{teks}"
            if (sect := e.find(f"{W}pPr/{W}sectPr")) is not None:
                yield _section(sect)
        elif e.tag == f"{W}tbl":
            yield f"{indent}+ tabel"
            for tr in e.iter(f"{W}tr"):
                sel = [" ¶ ".join(paragraph_text(p) for p in tc.iter(f"{W}p")) for tc in tr.findall(f"{W}tc")]
                kepala = "#" if tr.find(f"{W}trPr/{W}tblHeader") is not None else "|"
                yield f"{indent}{kepala} " + " | ".join(sel)
        elif e.tag == f"{W}sdt":
            tanda = e.find(f"{W}sdtPr/{W}tag").get(f"{W}val").rsplit(":", 1)[0]
            yield f"{indent}<{tanda}>"
            yield from _block(e.find(f"{W}sdtContent"), indent + "  ")
        elif e.tag == f"{W}sectPr":
            yield _section(e)


def _section(sect: etree._Element) -> str:
    ukuran, nomor = sect.find(f"{W}pgSz"), sect.find(f"{W}pgNumType")
    arah = ukuran.get(f"{W}orient") or "portrait"
    bentuk = "" if nomor is None else f", nomor {nomor.get(f'{W}fmt')} {nomor.get(f'{W}start') or ''}".rstrip()
    return f"---- bagian {arah} {ukuran.get(f'{W}w')}x{ukuran.get(f'{W}h')}{bentuk}"
