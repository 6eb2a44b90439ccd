"""Page numbers for the table of contents, before Word or LibreOffice has laid the pages out.

A small layout: section and page breaks, heights of paragraphs from their styles and the widths of Arial, rows that do
not split, headings that stay with what follows, heading rows repeated. It meets the printed page nearly always; Word
puts in its own numbers when the fields are updated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from kinerja.render.huruf import TINGGI, count_lines
from kinerja.render.nomor import roman
from kinerja.render.paragraf import ISI, Gaya, Paragraf, read_paragraph, read_styles

_P, _TBL, _TR, _TC, _SPAN, _KEPALA, _VAL = (
    qn(f"w:{n}") for n in ("p", "tbl", "tr", "tc", "gridSpan", "tblHeader", "val")
)
_GARIS = 0.5  # the line between two rows
_SELISIH = 0.5  # by which the heights of a full page are off together, points
_TEPI_SEL = 5.4  # left or right margin of a cell that says nothing of it, points


@dataclass(slots=True)
class _Blok:
    """A paragraph or a row: height, whether it stays with the next, paragraphs inside, heading height to repeat."""

    tinggi: float
    lanjut: bool
    isi: list[Any]
    sebelum: float = 0
    sesudah: float = 0
    baris: float = 0  # height of one line when the block may split between lines
    gantung: float = 0  # distance below its last line, which may reach over the edge of the page
    kepala: float = 0
    ganti: str = ""  # "halaman" after the block, "sebelum" before it, or empty


Daftar = Mapping[Any, Sequence[tuple[str, str]]]  # by paragraph of a table of contents: its lines, (style, text) each


def page_numbers(dokumen: Any, dicari: Sequence[Any], daftar: Daftar) -> list[str]:
    """The printed page of each element of `dicari` (paragraphs, anywhere in the body).

    `daftar`: the paragraphs that hold a table of contents, with the lines it will be filled with.
    """
    badan = dokumen.element.body
    bagian = [*badan.iter(qn("w:sectPr"))]
    gaya = read_styles(dokumen)
    letak: dict[Any, str] = {}
    nomor = 0
    for sect, kelompok in zip(bagian, _sections(badan), strict=True):
        lebar, tinggi = _measures(sect)
        cetak = sect.find(qn("w:pgNumType"))
        mulai = None if cetak is None else cetak.get(qn("w:start"))
        nomor = int(mulai) if mulai is not None else nomor + 1
        romawi = cetak is not None and cetak.get(qn("w:fmt")) == "lowerRoman"
        blok = [b for e in kelompok for b in _blocks(e, gaya, lebar, daftar)]
        nomor = _flow(blok, tinggi, nomor, letak, romawi=romawi)
    return [letak.get(e, "") for e in dicari]


def _flow(blok: list[_Blok], tinggi: float, nomor: int, letak: dict[Any, str], *, romawi: bool) -> int:
    """Lay the blocks of one section on pages from `nomor` on; returns the last page."""
    terpakai = sisa = 0.0
    paksa = True  # this page was begun by a section or a break, not by the flow: there the distance above counts
    for n, b in enumerate(blok):
        if b.ganti == "sebelum" and terpakai:
            nomor, terpakai, paksa = nomor + 1, 0.0, True
        terpakai -= min(sisa, b.sebelum) if terpakai else 0  # between paragraphs the larger distance counts
        sisa = b.sesudah
        perlu = _needed(blok, n)
        if terpakai and terpakai + perlu > tinggi + _SELISIH and perlu <= tinggi:
            nomor, terpakai, paksa = nomor + 1, b.kepala, False
        for e in b.isi:
            letak[e] = roman(nomor).lower() if romawi else str(nomor)
        atas = terpakai + b.sebelum if terpakai or paksa else 0.0
        terpakai, paksa = atas + b.tinggi - b.sebelum, False
        if b.baris and terpakai - b.sesudah - b.gantung > tinggi:
            lebih, sisa_tinggi = _split(b, tinggi - atas, tinggi)
            nomor, terpakai = nomor + lebih, sisa_tinggi
        if b.ganti == "halaman":
            nomor, terpakai, paksa = nomor + 1, 0.0, True
    return nomor


def _split(b: _Blok, ruang: float, tinggi: float) -> tuple[int, float]:
    """A paragraph over pages, whole lines and at least two on each: pages added, height used on the last."""
    baris = round((b.tinggi - b.sebelum - b.sesudah) / b.baris)
    lebih = 0
    while baris * b.baris - b.gantung > ruang and 3 * b.baris < tinggi:
        muat = int((ruang + b.gantung) // b.baris)
        baris -= min(muat, max(baris - 2, 0))
        lebih, ruang = lebih + 1, tinggi
    return lebih, baris * b.baris + b.sesudah


def _needed(blok: list[_Blok], n: int) -> float:
    """Room that the block must find on this page: itself, or two lines of it, and all that it keeps with."""
    jumlah = 0.0
    while True:
        b = blok[n]
        n += 1
        if not b.lanjut or b.ganti == "halaman" or n == len(blok) or blok[n].ganti == "sebelum":
            akhir = min(b.tinggi, b.sebelum + 2 * b.baris) if b.baris else b.tinggi - b.sesudah
            return jumlah + akhir - b.gantung
        jumlah += b.tinggi - min(b.sesudah, blok[n].sebelum)


def _sections(badan: Any) -> Iterator[list[Any]]:
    """The elements of the body, section by section."""
    isi: list[Any] = []
    for e in _elements(badan):
        isi.append(e)
        if e.tag == qn("w:p") and e.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
            yield isi
            isi = []
    yield isi


def _elements(induk: Any) -> Iterator[Any]:
    """Paragraphs and tables in order, also those inside content controls."""
    for e in induk.iterchildren(qn("w:p"), qn("w:tbl"), qn("w:sdt")):
        if e.tag == qn("w:sdt"):
            isi = e.find(qn("w:sdtContent"))
            yield from _elements(isi) if isi is not None else ()
        else:
            yield e


def _measures(sect: Any) -> tuple[float, float]:
    """Width and height of the text on a page, points."""
    ukuran, tepi = sect.find(qn("w:pgSz")), sect.find(qn("w:pgMar"))

    def titik(e: Any, nama: str) -> float:
        return int(e.get(qn(nama))) / 20

    return (
        titik(ukuran, "w:w") - titik(tepi, "w:left") - titik(tepi, "w:right"),
        titik(ukuran, "w:h") - titik(tepi, "w:top") - titik(tepi, "w:bottom"),
    )


def _blocks(e: Any, gaya: Mapping[str, Gaya], lebar: float, daftar: Daftar) -> Iterator[_Blok]:
    if e.tag == _TBL:
        yield from _rows(e, gaya, lebar)
        return
    if e not in daftar:
        yield _paragraph(e, gaya, lebar)
        return
    for ide, teks in daftar[e]:
        g = gaya.get(ide, Gaya())
        baris = count_lines(teks, g.ukuran, lebar - g.masuk, tebal=g.tebal)
        tinggi = g.sebelum + g.sesudah + baris * g.ukuran * TINGGI * g.spasi
        yield _Blok(tinggi, False, [e], sebelum=g.sebelum, sesudah=g.sesudah)


def _paragraph(p: Any, gaya: Mapping[str, Gaya], lebar: float) -> _Blok:
    paragraf = read_paragraph(p)
    g = paragraf.style(gaya)
    tinggi, baris, setinggi = paragraf.measure(g, lebar)
    return _Blok(
        tinggi,
        g.lanjut,
        [p],
        sebelum=g.sebelum,
        sesudah=g.sesudah,
        baris=setinggi if baris > 3 and not paragraf.gambar else 0,
        gantung=setinggi * (1 - 1 / g.spasi) if g.spasi > 1 and g.tetap is None else 0,
        ganti=paragraf.ganti,
    )


@dataclass(slots=True)
class _Sel:
    """A cell: its paragraphs, the columns that it spans."""

    paragraf: list[Paragraf]
    rentang: int = 1


@dataclass(slots=True)
class _Baris:
    """A row: its cells, whether it is repeated on every page."""

    sel: list[_Sel]
    ulang: bool = False


def _cells(tabel: Any) -> list[_Baris]:
    """The rows of a table, read in one walk; tables inside its cells are left out."""
    lewati = {e for dalam in tabel.iterfind(f".//{_TBL}") for e in dalam.iter()}
    hasil: list[_Baris] = []
    paragraf = Paragraf(None)
    for e in tabel.iter(_TR, _TC, _SPAN, _KEPALA, _P, *ISI):
        if e in lewati:
            continue
        tag = e.tag
        if tag == _P:
            paragraf = Paragraf(e)
            hasil[-1].sel[-1].paragraf.append(paragraf)
        elif tag == _TC:
            hasil[-1].sel.append(_Sel([]))
        elif tag == _TR:
            hasil.append(_Baris([]))
        elif tag == _SPAN:
            hasil[-1].sel[-1].rentang = int(e.get(_VAL))
        elif tag == _KEPALA:
            hasil[-1].ulang = True
        else:
            paragraf.add(e)
    return hasil


def _rows(tabel: Any, gaya: Mapping[str, Gaya], lebar: float) -> Iterator[_Blok]:
    kolom = [int(k.get(qn("w:w"))) for k in tabel.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}")]
    jumlah, tepi = sum(kolom), _margins(tabel)
    kepala, awal = 0.0, _GARIS
    for baris in _cells(tabel):
        tinggi, lanjut, isi, ke = 0.0, baris.ulang, [], 0
        for sel in baris.sel:
            selebar = lebar * sum(kolom[ke : ke + sel.rentang]) / jumlah - tepi
            ke += sel.rentang
            setinggi = 0.0
            for p in sel.paragraf:
                g = p.style(gaya)
                setinggi += p.measure(g, selebar)[0]
                lanjut = lanjut or g.lanjut
                isi.append(p.elemen)
            tinggi = max(tinggi, setinggi)
        kepala_ulang = 0.0 if baris.ulang else kepala
        yield _Blok(tinggi + _GARIS + awal, lanjut, isi, kepala=kepala_ulang, gantung=_GARIS)
        kepala += tinggi + _GARIS if baris.ulang else 0.0
        awal = 0.0


def _margins(tabel: Any) -> float:
    """Left and right margins of the table's cells together, points."""
    tepi = tabel.find(f"{qn('w:tblPr')}/{qn('w:tblCellMar')}")
    semua = [tepi.find(qn(n)) for n in ("w:left", "w:right")] if tepi is not None else [None, None]
    return sum(_TEPI_SEL if e is None else int(e.get(qn("w:w"))) / 20 for e in semua)
