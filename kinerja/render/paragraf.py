"""How high a paragraph stands: its style, what it changes of it, its text at a given width."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docx.oxml.ns import qn

from kinerja.render.huruf import BAWAH, TINGGI, count_lines

_EMU_TITIK = 12700
_INDENT = 21  # of numbered paragraphs
_PSTYLE, _T, _BR, _SZ, _BARU, _SPACING, _LANJUT, _NUMPR, _B = (
    qn(f"w:{n}") for n in ("pStyle", "t", "br", "sz", "pageBreakBefore", "spacing", "keepNext", "numPr", "b")
)
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_VAL, _TYPE, _R = qn("w:val"), qn("w:type"), qn("w:r")
TIDAK = ("0", "false", "off")

ISI = (_PSTYLE, _T, _BR, _SZ, _BARU, _SPACING, _LANJUT, _NUMPR, _B, _EXTENT)  # what `Paragraf.add` wants to see


@dataclass(frozen=True, slots=True)
class Gaya:
    """What a paragraph style says about height. Sizes in points; `spasi` in lines, or `tetap` points exactly."""

    ukuran: float = 12
    tebal: bool = False
    sebelum: float = 0
    sesudah: float = 0
    spasi: float = 1.0
    lanjut: bool = False
    tetap: float | None = None
    masuk: float = 0  # indents of both sides together


_BIASA = Gaya()


@dataclass(slots=True)
class Paragraf:
    """A paragraph as its elements come by. `ganti`: page break after it ("halaman"), before it ("sebelum") or none."""

    elemen: Any
    gaya: str = "Normal"
    potongan: list[str] = field(default_factory=list)
    besar: float = 0.0
    gambar: float = 0.0
    ganti: str = ""
    jarak: Any = None
    lanjut: Any = None
    bernomor: bool = False
    tebal: int = 0  # characters that the runs themselves make bold
    akan_tebal: bool = False  # the run's properties say so; its text comes next

    def add(self, e: Any) -> None:
        """One of the elements `ISI` inside it, in order of the document."""
        tag = e.tag
        if tag == _T:
            self.potongan.append(e.text or "")
            self.tebal += len(e.text or "") if self.akan_tebal else 0
            self.akan_tebal = False
        elif tag == _PSTYLE:
            self.gaya = e.get(_VAL)
        elif tag == _SZ:
            self.besar = max(self.besar, int(e.get(_VAL)) / 2)
        elif tag == _SPACING:
            if self.jarak is None and e.get(_VAL) is None:  # with a value it is the spacing of letters
                self.jarak = e
        elif tag == _LANJUT:
            self.lanjut = e
        elif tag == _B:
            # The same among the properties of the paragraph is about its mark.
            self.akan_tebal = e.get(_VAL) not in TIDAK and e.getparent().getparent().tag == _R
        elif tag == _NUMPR:
            self.bernomor = True
        elif tag == _EXTENT:
            self.gambar += int(e.get("cy")) / _EMU_TITIK
        elif tag == _BARU:
            self.ganti = "sebelum"
        elif e.get(_TYPE) == "page":
            self.ganti = "halaman"
        else:
            self.potongan.append("\n")

    def style(self, gaya: Mapping[str, Gaya]) -> Gaya:
        """Its style, with what the paragraph itself says otherwise."""
        g = gaya.get(self.gaya, _BIASA)
        return g if self.jarak is None and self.lanjut is None else _override(g, self.jarak, self.lanjut)

    def measure(self, g: Gaya, lebar: float) -> tuple[float, int, float]:
        """At `lebar` points: height with the distances above and below, lines, height of one line."""
        ukuran = self.besar or g.ukuran
        if self.bernomor:
            lebar -= _INDENT
        teks = "".join(self.potongan)
        baris = count_lines(teks, ukuran, lebar, tebal=g.tebal or 2 * self.tebal > len(teks))
        setinggi = g.tetap if g.tetap is not None else ukuran * TINGGI * g.spasi
        gambar = self.gambar and self.gambar + ukuran * BAWAH
        return g.sebelum + g.sesudah + max(gambar, setinggi * baris), baris, setinggi


def read_paragraph(p: Any) -> Paragraf:
    """The paragraph element with everything inside it."""
    paragraf = Paragraf(p)
    for e in p.iter(*ISI):
        paragraf.add(e)
    return paragraf


def read_styles(dokumen: Any) -> dict[str, Gaya]:
    """The paragraph styles by id, each over the one that it is based on."""
    semua = {g.get(qn("w:styleId")): g for g in dokumen.styles.element.iter(qn("w:style"))}
    hasil: dict[str, Gaya] = {}

    def buat(ide: str) -> Gaya:
        if ide not in hasil:
            g = semua[ide]
            dasar = g.find(qn("w:basedOn"))
            induk = buat(dasar.get(_VAL)) if dasar is not None and dasar.get(_VAL) in semua else _BIASA
            huruf, sifat = g.find(qn("w:rPr")), g.find(qn("w:pPr"))
            if huruf is not None:
                sz, b = huruf.find(_SZ), huruf.find(qn("w:b"))
                induk = Gaya(
                    int(sz.get(_VAL)) / 2 if sz is not None else induk.ukuran,
                    b.get(_VAL) not in TIDAK if b is not None else induk.tebal,
                    induk.sebelum, induk.sesudah, induk.spasi, induk.lanjut, induk.tetap, induk.masuk,
                )  # fmt: skip
            if sifat is not None:
                induk = _override(_indented(induk, sifat.find(qn("w:ind"))), sifat.find(_SPACING), sifat.find(_LANJUT))
            hasil[ide] = induk
        return hasil[ide]

    for ide in semua:
        buat(ide)
    return hasil


def _override(g: Gaya, jarak: Any, lanjut: Any) -> Gaya:
    """A style changed by the elements for spacing and for staying with the next."""
    tetap = g.lanjut if lanjut is None else lanjut.get(_VAL) not in TIDAK
    if jarak is None:
        return replace(g, lanjut=tetap)
    atas, bawah, baris = (jarak.get(qn(n)) for n in ("w:before", "w:after", "w:line"))
    persis = baris is not None and jarak.get(qn("w:lineRule")) == "exact"
    return Gaya(
        g.ukuran,
        g.tebal,
        g.sebelum if atas is None else int(atas) / 20,
        g.sesudah if bawah is None else int(bawah) / 20,
        g.spasi if baris is None or persis else int(baris) / 240,
        tetap,
        g.tetap if baris is None else int(baris) / 20 if persis else None,
        g.masuk,
    )


def _indented(g: Gaya, ind: Any) -> Gaya:
    """A style changed by the element for indents."""
    if ind is None:
        return g
    tepi = (ind.get(qn("w:left")) or ind.get(qn("w:start")), ind.get(qn("w:right")) or ind.get(qn("w:end")))
    return replace(g, masuk=sum(int(t) / 20 for t in tepi if t is not None))
