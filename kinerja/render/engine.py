"""The one strict engine: template bytes and a context of finished text in, the bytes of a Word document out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from docx.exceptions import PythonDocxError
from docx.oxml import parse_xml
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError
from lxml import etree

from kinerja.errors import KinerjaError
from kinerja.render.kanonik import canonical_zip
from kinerja.render.konteks import KonteksSiap, ready_context
from kinerja.render.lingkungan import compile_template
from kinerja.render.sisip import place_drawings
from kinerja.render.susun import finish_document


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifat:
    """Properties of the document. `waktu` is of the period, not of the run; `kertas` is A4 or F4."""

    judul: str
    pengarang: str
    subjek: str
    waktu: datetime
    kertas: str


@lru_cache(maxsize=32)
def _patched(xml: str) -> str:
    """docxtpl's repair of tags that Word has split, once per template part."""
    return str(DocxTemplate.patch_xml(None, xml))


class _Templat(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl with the strict environment in every part and nothing lost in silence."""

    def patch_xml(self, src_xml: str) -> str:
        return _patched(src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:  # noqa: ARG002 - docxtpl's signature
        return compile_template(src_xml).render(context)

    def render_strict(self, konteks: KonteksSiap) -> Any:
        """Render body, headers, footers and footnotes; put the drawings in. Returns the python-docx document."""
        self.render_init()
        badan = self.docx.part
        self._render_part(badan, self.xml_to_string(badan.element), konteks)
        self.docx._element = badan.element  # noqa: SLF001 - the whole root: moving the body alone into the old one is slow
        no = place_drawings(badan, konteks.gambar, 0)
        for jenis in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(jenis):
                xml = self.get_part_xml(part)
                if "{" in xml:
                    self._render_part(part, xml, konteks)
                    no = place_drawings(part, konteks.gambar, no)
        self.render_footnotes(konteks.isi)
        return self.docx

    def _render_part(self, part: Any, xml: str, konteks: KonteksSiap) -> None:
        """Put the rendered tree of a part in the place of its own."""
        part._element = parse_xml(self.render_xml_part(self.patch_xml(xml), part, konteks.isi))  # noqa: SLF001 - parts other than the body have no setter


def render_docx(templat: bytes, nama: str, konteks: Mapping[str, Any], sifat: Sifat) -> bytes:
    """Render the template called `nama` (for messages). KinerjaError says what in the template is wrong, and where."""
    siap = ready_context(konteks)
    try:
        dokumen = _Templat(io.BytesIO(templat)).render_strict(siap)
    except TemplateError as sebab:
        from kinerja.render.contract import explain

        raise explain(templat, nama, siap.isi, sebab) from sebab
    except etree.XMLSyntaxError as sebab:
        raise KinerjaError(
            f"Templat {nama} menghasilkan dokumen yang rusak: sebuah penanda membuka di satu tempat dan menutup di "
            "tempat yang tidak setingkat (misalnya di dalam dan di luar tabel).",
            "Letakkan pasangan {%p for %} … {%p endfor %} pada paragraf tersendiri, dan {%tr for %} … {%tr endfor %} "
            "pada baris tersendiri di tabel yang sama. Jalankan “kinerja check” untuk melihat letaknya.",
        ) from sebab
    except (zipfile.BadZipFile, PythonDocxError, KeyError, ValueError) as sebab:
        raise KinerjaError(
            f"Templat {nama} tidak dapat dibuka: bukan dokumen Word (.docx) yang utuh.",
            f"Simpan ulang {nama} dari Word sebagai .docx, atau ambil kembali templat bawaan dari map templates.",
        ) from sebab
    finish_document(dokumen, kertas=sifat.kertas)
    _properties(dokumen, sifat)
    keluar = io.BytesIO()
    dokumen.save(keluar)
    return canonical_zip(keluar.getvalue())


def _properties(dokumen: Any, sifat: Sifat) -> None:
    """Core properties, set after rendering so that they are escaped once."""
    inti = dokumen.core_properties
    inti.title, inti.author, inti.subject = sifat.judul[:255], sifat.pengarang[:255], sifat.subjek[:255]
    inti.last_modified_by, inti.language = sifat.pengarang[:255], "id-ID"
    inti.comments, inti.keywords, inti.category = "", "", ""
    inti.created = inti.modified = sifat.waktu
    inti.revision = 1
