"""Puts drawings where their tokens stand in a rendered part: charts with their workbook, pictures with alt text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kinerja.errors import KinerjaError
from kinerja.render.bagan import LEBAR_MM, chart_xml, tinggi_mm
from kinerja.render.bagan_buku import chart_workbook
from kinerja.render.konteks import AKHIR, AWAL
from kinerja.render.model import Gambar, Grafik

_TOKEN = re.compile(f"{AWAL}([0-9]+){AKHIR}")
_EMU_MM = 36000
_CT_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def _bingkai(lebar: int, tinggi: int, nama: str, alt: str, isi: str) -> Any:
    """A drawing in the line of text; its id is set with all others at the end."""
    return parse_xml(
        f'<w:drawing {_NS}><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{lebar}" cy="{tinggi}"/>'
        f'<wp:docPr id="1" name={quoteattr(nama)} descr={quoteattr(alt)}/>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{isi}</a:graphic></wp:inline></w:drawing>"
    )


def _chart(part: Part, g: Grafik, no: int) -> Any:
    paket = part.package
    buku = Part(PackURI(f"/word/embeddings/data_grafik{no}.xlsx"), CONTENT_TYPE.SML_SHEET, chart_workbook(g), paket)
    bagan = Part(PackURI(f"/word/charts/chart{no}.xml"), _CT_CHART, chart_xml(g), paket)
    bagan.relate_to(buku, RELATIONSHIP_TYPE.PACKAGE)
    rid = part.relate_to(bagan, RELATIONSHIP_TYPE.CHART)
    isi = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{rid}"/></a:graphicData>'
    )
    return _bingkai(LEBAR_MM * _EMU_MM, tinggi_mm(g) * _EMU_MM, f"Grafik {no}", g.alt, isi)


def _picture(part: Any, g: Gambar, no: int) -> Any:
    try:
        rid, gambar = part.get_or_add_image(io.BytesIO(g.isi))
        perbandingan = gambar.px_width / gambar.px_height
    except Exception as sebab:  # the reader of pictures raises whatever a damaged file makes it trip over
        raise KinerjaError(
            f"Gambar “{g.alt}” tidak dapat dibaca: bukan PNG atau JPEG yang utuh.",
            "Ganti berkas gambarnya (untuk logo: isian Logo pada lembar Instansi di induk.xlsx), lalu ulangi.",
        ) from sebab
    tinggi = g.tinggi_mm * _EMU_MM
    lebar = int(tinggi * perbandingan)
    isi = (
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
        f'<pic:cNvPr id="0" name="Gambar {no}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{rid}"/>'
        f'<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{lebar}" cy="{tinggi}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData>"
    )
    return _bingkai(lebar, tinggi, f"Gambar {no}", g.alt, isi)


def drawings_in(xml: str) -> tuple[int, ...]:
    """Which drawings a rendered part asks for, in order."""
    return tuple(int(n) for n in _TOKEN.findall(xml))


def place_drawings(part: Any, gambar: Sequence[Grafik | Gambar], mulai: int) -> int:
    """Replace the tokens in this part by drawings, numbered from `mulai` + 1; returns the last number used.

    Text beside a token in the same run keeps its place before the drawing.
    """
    no = mulai
    for t in list(part.element.iter(qn("w:t"))):
        if t.text is None or AWAL not in t.text:
            continue
        run = t.getparent()
        letak = run.index(t) + 1
        for cocok in _TOKEN.finditer(t.text):
            isi = gambar[int(cocok[1])]
            no += 1
            run.insert(letak, _chart(part, isi, no) if isinstance(isi, Grafik) else _picture(part, isi, no))
            letak += 1
        t.text = _TOKEN.sub("", t.text)
    return no
