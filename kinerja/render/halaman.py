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

_EMU_TITIK = 12700
_PPR, _PSTYLE, _T, _BR, _SZ, _BARU, _VAL, _TYPE, _NUMPR, _SPACING, _LANJUT, _TC, _P, _SPAN, _TRPR, _KEPALA = (
    qn(f"w:{n}")
    for n in (
        "pPr", "pStyle", "t", "br", "sz", "pageBreakBefore", "val", "type", "numPr", "spacing", "keepNext", "tc", "p",
        "gridSpan", "trPr", "tblHeader",
    )
)  # fmt: skip
_TCPR_SPAN = f"{qn('w:tcPr')}/{_SPAN}"
_TRPR_KEPALA = f"{_TRPR}/{_KEPALA}"
_INDENT = 21  # of numbered paragraphs
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_DAFTAR = 11 * TINGGI + 3.2  # a line of a table of contents
_TEPI_SEL = 6.0  # left and right margin of a cell, points


@dataclass(frozen=True, slots=True)
class _Gaya:
    """What a paragraph style says about height. Sizes in points; `spasi` in lines, or `tetap` points exactly."""

    ukuran: float = 12
    tebal: bool = False
    sebelum: float = 0
    sesudah: float = 0
    spasi: float = 1.0
    lanjut: bool = False


@dataclass(slots=True)
class _Blok:
    """A paragraph or a row: height, whether it stays with the next, the paragraphs inside, heading height to repeat."""

    tinggi: float
    lanjut: bool
    isi: list[Any]
    sebelum: float = 0
    sesudah: float = 0
    baris: float = 0  # height of one line when the block may split between lines
    kepala: float = 0
    ganti: str = ""  # "halaman" after the block, "sebelum" before it, or empty
    sect: bool = False


def page_numbers(dokumen: Any, dicari: Sequence[Any], daftar: Mapping[Any, int]) -> list[str]:
    """The printed page of each element of `dicari` (paragraphs, anywhere in the body).

    `daftar`: the paragraphs that hold a table of contents, with the number of lines it will be filled with.
    """
    badan = dokumen.element.body
    bagian = [*badan.iter(qn("w:sectPr"))]
    gaya = _styles(dokumen)
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
    for n, b in enumerate(blok):
        if b.ganti == "sebelum" and terpakai:
            nomor, terpakai = nomor + 1, 0.0
        terpakai -= min(sisa, b.sebelum) if terpakai else 0  # between paragraphs the larger distance counts
        sisa = b.sesudah
        perlu = _needed(blok, n)
        if terpakai and terpakai + perlu > tinggi and perlu <= tinggi:
            nomor, terpakai = nomor + 1, b.kepala
        for e in b.isi:
            letak[e] = roman(nomor).lower() if romawi else str(nomor)
        atas = terpakai + b.sebelum if terpakai else 0.0
        terpakai = atas + b.tinggi - b.sebelum
        if b.baris and terpakai - b.sesudah > tinggi:
            lebih, sisa_tinggi = _split(b, tinggi - atas, tinggi)
            nomor, terpakai = nomor + lebih, sisa_tinggi
        if b.ganti == "halaman":
            nomor, terpakai = nomor + 1, 0.0
    return nomor


def _split(b: _Blok, ruang: float, tinggi: float) -> tuple[int, float]:
    """A paragraph over pages, whole lines and at least two on each: pages added, height used on the last."""
    baris = round((b.tinggi - b.sebelum - b.sesudah) / b.baris)
    lebih = 0
    while baris * b.baris > ruang and 3 * b.baris < tinggi:
        muat = int(ruang // b.baris)
        baris -= min(muat, max(baris - 2, 0))
        lebih, ruang = lebih + 1, tinggi
    return lebih, baris * b.baris + b.sesudah


def _needed(blok: list[_Blok], n: int) -> float:
    """Room that the block must find on this page: itself, or two lines of it, and all that it keeps with."""
    jumlah = 0.0
    while True:
        b = blok[n]
        n += 1
        if not b.lanjut or n == len(blok):
            return jumlah + (min(b.tinggi, b.sebelum + 2 * b.baris) if b.baris else b.tinggi - b.sesudah)
        jumlah += b.tinggi


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


def _blocks(e: Any, gaya: Mapping[str, _Gaya], lebar: float, daftar: Mapping[Any, int]) -> Iterator[_Blok]:
    if e.tag == qn("w:tbl"):
        yield from _rows(e, gaya, lebar)
        return
    b = _paragraph(e, gaya, lebar)
    if e in daftar:
        b.tinggi, b.baris = daftar[e] * _DAFTAR, _DAFTAR
    yield b


def _rows(tabel: Any, gaya: Mapping[str, _Gaya], lebar: float) -> Iterator[_Blok]:
    kolom = [int(k.get(qn("w:w"))) for k in tabel.iter(qn("w:gridCol"))]
    jumlah = sum(kolom)
    kepala = 0.0
    for tr in tabel.iterchildren(qn("w:tr")):
        tinggi, lanjut, isi, ke = 0.0, False, [], 0
        for tc in tr.iterchildren(_TC):
            rentang = tc.find(_TCPR_SPAN)
            banyak = 1 if rentang is None else int(rentang.get(_VAL))
            selebar = lebar * sum(kolom[ke : ke + banyak]) / jumlah - _TEPI_SEL
            ke += banyak
            dalam = [_paragraph(p, gaya, selebar) for p in tc.iterchildren(_P)]
            tinggi = max(tinggi, sum(b.tinggi for b in dalam))
            lanjut = lanjut or any(b.lanjut for b in dalam)
            isi += [x for b in dalam for x in b.isi]
        ulang = tr.find(_TRPR_KEPALA) is not None
        yield _Blok(tinggi + 0.5, lanjut or ulang, isi, kepala=0.0 if ulang else kepala)
        kepala += tinggi if ulang else 0.0


def _paragraph(p: Any, gaya: Mapping[str, _Gaya], lebar: float) -> _Blok:
    sifat = None
    potongan: list[str] = []
    besar = gambar = 0.0
    ganti = nama = ""
    for e in p.iter(_PPR, _PSTYLE, _T, _BR, _SZ, _EXTENT, _BARU):
        tag = e.tag
        if tag == _T:
            potongan.append(e.text or "")
        elif tag == _PPR:
            sifat = e if sifat is None else sifat
        elif tag == _PSTYLE:
            nama = e.get(_VAL)
        elif tag == _SZ:
            besar = max(besar, int(e.get(_VAL)) / 2)
        elif tag == _EXTENT:
            gambar += int(e.get("cy")) / _EMU_TITIK
        elif tag == _BARU:
            ganti = "sebelum"
        elif e.get(_TYPE) == "page":
            ganti = "halaman"
        else:
            potongan.append("\n")
    g = gaya.get(nama or "Normal", _Gaya())
    indent, tetap = 0, None
    if sifat is not None and len(sifat) > bool(nama):
        g = _override(g, sifat)
        tetap = _exact(sifat)
        indent = _INDENT if sifat.find(_NUMPR) is not None else 0
    ukuran = besar or g.ukuran
    baris = count_lines("".join(potongan), ukuran, lebar - indent, tebal=g.tebal)
    setinggi = tetap if tetap is not None else ukuran * TINGGI * g.spasi
    tinggi = g.sebelum + g.sesudah + max(gambar, setinggi * baris)
    dapat_dibelah = setinggi if baris > 3 and not gambar else 0
    return _Blok(tinggi, g.lanjut, [p], sebelum=g.sebelum, sesudah=g.sesudah, baris=dapat_dibelah, ganti=ganti)


def _exact(sifat: Any) -> float | None:
    jarak = sifat.find(_SPACING)
    if jarak is None or jarak.get(qn("w:lineRule")) != "exact":
        return None
    return int(jarak.get(qn("w:line"))) / 20


def _styles(dokumen: Any) -> dict[str, _Gaya]:
    """The paragraph styles by id, each over the one that it is based on."""
    semua = {g.get(qn("w:styleId")): g for g in dokumen.styles.element.iter(qn("w:style"))}
    hasil: dict[str, _Gaya] = {}

    def buat(ide: str) -> _Gaya:
        if ide not in hasil:
            g = semua[ide]
            dasar = g.find(qn("w:basedOn"))
            induk = buat(dasar.get(qn("w:val"))) if dasar is not None and dasar.get(qn("w:val")) in semua else _Gaya()
            huruf = g.find(qn("w:rPr"))
            if huruf is not None:
                sz, b = huruf.find(qn("w:sz")), huruf.find(qn("w:b"))
                induk = _Gaya(
                    int(sz.get(qn("w:val"))) / 2 if sz is not None else induk.ukuran,
                    b.get(qn("w:val")) not in ("0", "false") if b is not None else induk.tebal,
                    induk.sebelum, induk.sesudah, induk.spasi, induk.lanjut,
                )  # fmt: skip
            hasil[ide] = _override(induk, g.find(qn("w:pPr")))
        return hasil[ide]

    for ide in semua:
        buat(ide)
    return hasil


def _override(g: _Gaya, sifat: Any) -> _Gaya:
    """A style changed by paragraph properties."""
    if sifat is None:
        return g
    jarak, lanjut = sifat.find(_SPACING), sifat.find(_LANJUT)
    tetap = g.lanjut if lanjut is None else lanjut.get(qn("w:val")) not in ("0", "false")
    if jarak is None:
        return _Gaya(g.ukuran, g.tebal, g.sebelum, g.sesudah, g.spasi, tetap)
    atas, bawah, baris = (jarak.get(qn(n)) for n in ("w:before", "w:after", "w:line"))
    return _Gaya(
        g.ukuran,
        g.tebal,
        g.sebelum if atas is None else int(atas) / 20,
        g.sesudah if bawah is None else int(bawah) / 20,
        g.spasi if baris is None or jarak.get(qn("w:lineRule")) == "exact" else int(baris) / 240,
        tetap,
    )
