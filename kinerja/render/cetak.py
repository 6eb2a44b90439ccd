"""A finished Word document on its way to paper: which page numbers it prints, what text and fonts it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from lxml import etree

from kinerja.render.naskah import BADAN, W, hidden_copy, read_part
from kinerja.render.nomor import roman
from kinerja.render.susun import field_result
from kinerja.workbook.paket import buka_paket
from kinerja.workbook.patch import PaketTambal

_AWAL_BAGIAN = "BagianCetak"  # bookmark at the start of a section, in the printed copy only
_BERUBAH = ("PAGEREF", "TOC", "PAGE", "NUMPAGES", "SECTIONPAGES")  # fields that the printing program fills in
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_GAMBAR = re.compile(r".*\.(?:png|jpe?g)", re.IGNORECASE)


class NaskahCetak:
    """The document as it was made (its bytes stay as they are) and the copy of it that is printed."""

    def __init__(self, docx: bytes) -> None:
        self._docx = docx
        self._paket = buka_paket(docx)
        self._akar = read_part(self._paket, BADAN)
        self._badan: Any = self._akar.find(f"{W}body")
        self._rujukan = list(self._references())
        self._seksi = self._mark_sections()

    @property
    def dicetak(self) -> dict[str, str]:
        """By bookmark: the page number that the contents and lists give it now."""
        return {nama: "".join(t.text or "" for t in teks) for nama, teks in self._rujukan if teks}

    @property
    def penanda(self) -> list[str]:
        """The bookmarks whose pages `printed` wants to know."""
        return [*self.dicetak, *(f"{_AWAL_BAGIAN}{n}" for n in range(len(self._seksi)))]

    def printed(self, halaman: Mapping[str, int]) -> dict[str, str]:
        """By bookmark: the number on its page. `halaman`: page of each bookmark in the PDF, from 0."""
        hasil: dict[str, str] = {}
        for nama in self.dicetak:
            if nama in halaman and (label := self._label(self._letak.get(nama, 0), halaman[nama], halaman)):
                hasil[nama] = label
        return hasil

    def put(self, nomor: Mapping[str, str]) -> None:
        """Print these numbers instead."""
        for nama, teks in self._rujukan:
            if nama in nomor and teks:
                teks[0].text = nomor[nama]
                for t in teks[1:]:
                    t.text = ""

    def loosen(self) -> None:
        """Let the rows of tables part in the copy: LibreOffice loses rows that keep each other off a page's end."""
        for tabel in self._badan.iter(f"{W}tbl"):
            for lanjut in list(tabel.iter(f"{W}keepNext")):
                lanjut.getparent().remove(lanjut)

    def to_bytes(self) -> bytes:
        """The copy to print."""
        paket = PaketTambal(self._docx)
        paket.put(BADAN, etree.tostring(self._akar, xml_declaration=True, encoding="UTF-8", standalone=True))
        return paket.to_bytes()

    def paragraphs(self) -> Iterator[str]:
        """The texts of the body, tables and text boxes included; without those that printing changes or hides."""
        for p in self._badan.iter(f"{W}p"):
            perintah = [(i.text or "").split() for i in p.iter(f"{W}instrText")]
            perintah += [f.get(f"{W}instr", "").split() for f in p.iter(f"{W}fldSimple")]
            if any(k and k[0] in _BERUBAH for k in perintah) or p.find(f".//{W}vanish") is not None or hidden_copy(p):
                continue
            if teks := _words(p):
                yield teks

    def chart_texts(self) -> Iterator[frozenset[str]]:
        """Per chart in the body: the texts of its categories and series."""
        for g in self._badan.iter(f"{_C}chart"):
            bagian = self._tautan.get(g.get(f"{_R}id", ""), "")
            if bagian in self._paket:
                akar = read_part(self._paket, bagian)
                teks = [v.text for s in akar.iter(f"{_C}strCache") for v in s.iter(f"{_C}v")]
                yield frozenset(t for t in teks if t)

    def pictures(self) -> int:
        """Different pictures in the body, in formats that a PDF holds as pictures."""
        isi = {self._tautan.get(b.get(f"{_R}embed", ""), "") for b in self._badan.iter(f"{_A}blip")}
        return len({n for n in isi if _GAMBAR.fullmatch(n)})

    def fonts(self) -> set[str]:
        """The families that its texts ask for, by the styles that are used and by the runs themselves."""
        from kinerja.render.keluarga import families

        return families(self._paket, self._badan)

    @cached_property
    def _tautan(self) -> dict[str, str]:
        from kinerja.render.naskah import links

        return links(self._paket)

    def _references(self) -> Iterator[tuple[str, list[Any]]]:
        for instruksi in self._badan.iter(f"{W}instrText"):
            kata = (instruksi.text or "").split()
            if len(kata) > 1 and kata[0] == "PAGEREF":
                yield kata[1], list(field_result(instruksi))

    def _mark_sections(self) -> list[tuple[int | None, bool]]:
        """Per section: the number it starts with (None: runs on), whether it is roman. Marks each start in the copy.

        Notes in which section every bookmark stands.
        """
        self._letak: dict[str, int] = {}
        seksi: list[tuple[int | None, bool]] = []
        baru = True
        for e in list(self._badan.iter(f"{W}p", f"{W}bookmarkStart", f"{W}sectPr")):
            if e.tag == f"{W}bookmarkStart":
                # The properties that end a section come before the texts of its last paragraph.
                terakhir = e.getparent().find(f"{W}pPr/{W}sectPr") is not None
                self._letak.setdefault(e.get(f"{W}name", ""), len(seksi) - terakhir)
            elif e.tag == f"{W}sectPr":
                cetak = e.find(f"{W}pgNumType")
                mulai = None if cetak is None else cetak.get(f"{W}start")
                romawi = cetak is not None and cetak.get(f"{W}fmt") == "lowerRoman"
                seksi.append((None if mulai is None else int(mulai), romawi))
                baru = True
            elif baru:
                _mark(e, f"{_AWAL_BAGIAN}{len(seksi)}")
                baru = False
        return seksi

    def _label(self, seksi: int, halaman: int, semua: Mapping[str, int]) -> str:
        """The number printed on a page of the PDF, counted from the last section that starts anew."""
        nomor = halaman + 1
        for n in range(seksi, -1, -1):
            mulai = self._seksi[n][0]
            if mulai is not None:
                awal = semua.get(f"{_AWAL_BAGIAN}{n}")
                if awal is None:
                    return ""
                nomor = mulai + halaman - awal
                break
        return roman(nomor).lower() if self._seksi[seksi][1] else str(nomor)


def _words(paragraf: Any) -> str:
    """Text of the paragraph itself; its line breaks and tabs part words, as they do on paper."""
    isi = (e for e in paragraf.iter(f"{W}t", f"{W}br", f"{W}tab") if next(e.iterancestors(f"{W}p"), None) is paragraf)
    return "".join((e.text or "") if e.tag == f"{W}t" else " " for e in isi).strip()


def _mark(paragraf: Any, nama: str) -> None:
    """A bookmark at the start of the paragraph; its number is far from those in use."""
    sifat = paragraf.find(f"{W}pPr")
    letak = 0 if sifat is None else 1
    nomor = str(1_000_000 + int(nama.removeprefix(_AWAL_BAGIAN)))
    awal = etree.Element(f"{W}bookmarkStart", {f"{W}id": nomor, f"{W}name": nama})
    paragraf.insert(letak, awal)
    paragraf.insert(letak + 1, etree.Element(f"{W}bookmarkEnd", {f"{W}id": nomor}))
