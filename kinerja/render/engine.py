"""The one strict engine: template bytes and a context of finished text in, the bytes of a Word document out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsmap
from docxtpl import DocxTemplate
from jinja2.exceptions import TemplateError, TemplateRuntimeError

from kinerja.errors import KinerjaError
from kinerja.render.kanonik import canonical_package
from kinerja.render.konteks import Konteks, KonteksSiap, clean_line, ready_context
from kinerja.render.lingkungan import compile_template
from kinerja.render.model import Gambar, Grafik
from kinerja.render.naskah import TAK_TERISI
from kinerja.render.sisip import drawings_in, place_drawings
from kinerja.render.susun import finish_document
from kinerja.workbook.patch import PaketTambal

# A library below docxtpl gives this prefix of python-docx another meaning; the properties of every document would then
# be written twice, the second time under a name that Word does not know.
nsmap["cp"] = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifat:
    """Properties of the document. `waktu` is of the period, not of the run; `kertas` is A4 or F4."""

    judul: str
    pengarang: str
    subjek: str
    waktu: datetime
    kertas: str


MAKS_PENANDA = 5000  # of one part; the largest of ours has a tenth
_BUKA = ("{{", "{%", "{#")
_ELEMEN, _BERTANDA = re.compile(rb"<[^>]*>"), re.compile(rb"\{[{%]")


@lru_cache(maxsize=32)
def _patched(xml: str) -> str:
    """docxtpl's repair of tags that Word has split, once per template part; it takes long where there are very many."""
    if sum(map(xml.count, _BUKA)) > MAKS_PENANDA:
        raise TemplateRuntimeError(f"penandanya lebih dari {MAKS_PENANDA}")
    return str(DocxTemplate.patch_xml(None, xml))


class _Templat(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """docxtpl with the strict environment in every part and nothing lost in silence."""

    def patch_xml(self, src_xml: str) -> str:
        return _patched(src_xml)

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:  # noqa: ARG002 - docxtpl's signature
        return compile_template(src_xml).render(context)

    def open(self) -> None:
        """Open the package and keep the source of its body and of the headers and footers that hold tags."""
        self.render_init()
        for part in self.docx.part.package.iter_parts():
            if TAK_TERISI.fullmatch(part.partname.lstrip("/")) and _BERTANDA.search(_ELEMEN.sub(b"", part.blob)):
                raise TemplateRuntimeError(f"ada penanda di {part.partname}, yang tidak pernah diisi")
        badan = self.docx.part
        self._sumber = [(badan, self.patch_xml(self.xml_to_string(badan.element)))]
        self._bergambar = []
        for _, part in [x for jenis in (self.HEADER_URI, self.FOOTER_URI) for x in self.get_headers_footers(jenis)]:
            xml = self.get_part_xml(part)
            if "{" in xml:
                self._sumber.append((part, self.patch_xml(xml)))
            elif "docPr" in xml:
                self._bergambar.append(part)

    def fill(self, konteks: KonteksSiap) -> tuple[Any, list[tuple[int, ...]]]:
        """Render body, headers and footers; put the drawings in.

        Returns the python-docx document, and which drawings each part got.
        """
        no, letak = 0, []
        for part, sumber in self._sumber:
            xml = self.render_xml_part(sumber, part, konteks.isi)
            letak.append(drawings_in(xml))
            # Parts other than the body have no setter, and moving the body alone into its old root is slow.
            part._element = parse_xml(xml)  # noqa: SLF001 - see above
            no = place_drawings(part, konteks.gambar, no)
        self.docx._element = self.docx.part.element  # noqa: SLF001 - see above
        return self.docx, letak

    def fill_footnotes(self, konteks: KonteksSiap) -> bool:
        """Render the footnotes, whose source is lost by it; True when there are any."""
        self.render_footnotes(konteks.isi)
        return any(p.content_type.endswith("footnotes+xml") for p in self.docx.part.package.parts)

    def changing(self) -> list[Any]:
        """The parts that differ between two documents of this template, footnotes and properties apart.

        Headers and footers with drawings are among them: the numbers of drawings run on from the body.
        """
        return [*(part for part, _ in self._sumber), *self._bergambar]

    def properties(self) -> Any:
        """The part that holds the document's properties."""
        return self.docx.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)


@dataclass(frozen=True, slots=True)
class _Jadi:
    """A packed document: its package, the drawings of its context, where they stand, its properties."""

    paket: PaketTambal
    gambar: list[Grafik | Gambar]
    letak: list[tuple[int, ...]]
    sifat: Sifat


class Cetakan:
    """A template called `nama` (for messages), from which one document or many are made.

    The first document opens and packs everything. Further ones with the same drawings take over all that their texts
    do not touch, in its compressed form: letters to three hundred units differ in a few kilobytes.
    """

    def __init__(self, templat: bytes, nama: str) -> None:
        self._isi, self._nama = templat, nama
        self._templat = _Templat(io.BytesIO(templat))
        self._jadi: _Jadi | None = None

    def render(self, konteks: Mapping[str, Any], sifat: Sifat) -> bytes:
        """One document. KinerjaError says what in the template is wrong, and where."""
        siap = ready_context(konteks)
        jadi, self._jadi = self._jadi, None
        if jadi is not None and jadi.gambar == siap.gambar:
            with _explained(self._isi, self._nama, siap.isi):
                dokumen, letak = self._templat.fill(siap)
            if letak == jadi.letak:
                return self._again(dokumen, jadi, sifat)
        with _explained(self._isi, self._nama, siap.isi):
            self._templat = _Templat(io.BytesIO(self._isi))
            self._templat.open()
            dokumen, letak = self._templat.fill(siap)
            sekali = self._templat.fill_footnotes(siap) or any(isinstance(g, Grafik) for g in siap.gambar)
        finish_document(dokumen, kertas=sifat.kertas)
        _properties(dokumen, sifat)
        keluar = io.BytesIO()
        dokumen.save(keluar)
        paket = canonical_package(keluar.getvalue())
        if not sekali:
            self._jadi = _Jadi(paket, siap.gambar, letak, sifat)
        return paket.to_bytes()

    def _again(self, dokumen: Any, jadi: _Jadi, sifat: Sifat) -> bytes:
        """The package of the document before with the parts that are other now."""
        finish_document(dokumen, kertas=sifat.kertas)
        berubah = self._templat.changing()
        if sifat != jadi.sifat:
            _properties(dokumen, sifat)
            berubah.append(self._templat.properties())
        for part in berubah:
            jadi.paket.put(part.partname.lstrip("/"), part.blob)
        self._jadi = replace(jadi, sifat=sifat)
        return jadi.paket.to_bytes()


def render_docx(templat: bytes, nama: str, konteks: Mapping[str, Any], sifat: Sifat) -> bytes:
    """One document from the template called `nama`. KinerjaError says what in the template is wrong, and where."""
    return Cetakan(templat, nama).render(konteks, sifat)


@lru_cache(maxsize=4)
def cetakan(templat: bytes, nama: str) -> Cetakan:
    """The template of a letter, kept for the next letter of its kind."""
    return Cetakan(templat, nama)


@contextmanager
def _explained(templat: bytes, nama: str, konteks: Konteks) -> Iterator[None]:
    """Turn what goes wrong in a template into a KinerjaError that a person can act on."""
    try:
        yield
    except (TemplateError, RecursionError, SyntaxError, MemoryError) as sebab:  # SyntaxError: of XML too
        from kinerja.render.contract import explain

        raise explain(templat, nama, konteks, sebab) from sebab
    except (zipfile.BadZipFile, PythonDocxError, KeyError, ValueError) as sebab:
        raise KinerjaError(
            f"Templat {nama} tidak dapat dibuka: bukan dokumen Word (.docx) yang utuh.",
            f"Simpan ulang {nama} dari Word sebagai .docx, atau ambil kembali templat bawaan dari map templates.",
        ) from sebab


def _properties(dokumen: Any, sifat: Sifat) -> None:
    """Core properties, set after rendering so that they are escaped once."""
    inti = dokumen.core_properties
    inti.title, inti.subject = (clean_line(x)[:255] for x in (sifat.judul, sifat.subjek))
    inti.author = inti.last_modified_by = clean_line(sifat.pengarang)[:255]
    inti.language = "id-ID"
    inti.comments, inti.keywords, inti.category = "", "", ""
    inti.created = inti.modified = sifat.waktu
    inti.revision = 1
