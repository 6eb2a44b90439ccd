"""Styles, numbering, page set-up of the shipped templates: Arial, id-ID, A4, real heading and caption styles."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from unsur import elemen, field, p, r, tabel_polos

HITAM = RGBColor(0, 0, 0)
LEBAR_TANDA = 1700  # twips for KONSEP
TIPIS = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


def _gaya(dok: Any, nama: str, dasar: str = "Normal", ide: str = "") -> Any:
    """A paragraph style, made when it is not there."""
    try:
        g = dok.styles[nama]
    except KeyError:
        g = dok.styles.add_style(nama, WD_STYLE_TYPE.PARAGRAPH)
    if nama != "Normal":
        g.base_style = dok.styles[dasar]
    if ide:
        g.element.set(qn("w:styleId"), ide)
    g.quick_style = True
    return g


def _huruf(g: Any, ukuran: float, *, tebal: bool = False, miring: bool = False) -> None:
    g.font.name, g.font.size, g.font.bold, g.font.italic, g.font.color.rgb = "Arial", Pt(ukuran), tebal, miring, HITAM
    huruf = g.element.rPr.rFonts
    for nama in list(huruf.attrib):
        if "heme" in nama:
            del huruf.attrib[nama]
    for nama in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        huruf.set(qn(nama), "Arial")


def _paragraf(
    g: Any, *, sebelum: float = 0, sesudah: float = 0, spasi: float = 1.0, rata: Any = None, lanjut: bool = False
) -> None:
    f = g.paragraph_format
    f.space_before, f.space_after, f.line_spacing, f.keep_with_next = Pt(sebelum), Pt(sesudah), spasi, lanjut
    f.alignment = rata
    f.widow_control = True


def dokumen_baru(tingkat: tuple[tuple[str, str], ...]) -> Any:
    """An empty document with the styles. `tingkat`: (format, text) of the heading numbers: ("upperLetter", "%1.")."""
    dok = Document()
    _gaya_teks(dok, tingkat)
    _gaya_daftar(dok, tingkat)
    _penomoran(dok, tingkat)
    s = dok.sections[0]
    s.page_width, s.page_height = Mm(210), Mm(297)
    s.left_margin, s.right_margin, s.top_margin, s.bottom_margin = Mm(30), Mm(25), Mm(25), Mm(25)
    s.header_distance = s.footer_distance = Mm(12.5)
    dok.core_properties.title = dok.core_properties.author = dok.core_properties.comments = ""
    dok.core_properties.language = "id-ID"
    return dok


def _gaya_teks(dok: Any, tingkat: tuple[tuple[str, str], ...]) -> None:
    """Headings, titles, body, tables, captions."""
    tengah, rata = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
    normal = dok.styles["Normal"]
    _huruf(normal, 12)
    _paragraf(normal, sesudah=6, spasi=1.15)
    bahasa = elemen('<w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>')
    for lama in dok.styles.element.iter(qn("w:lang")):
        lama.getparent().replace(lama, bahasa)
        break
    for nama, ukuran, sebelum in (("Heading 1", 12, 14), ("Heading 2", 12, 10), ("Heading 3", 12, 8)):
        g = _gaya(dok, nama)
        _huruf(g, ukuran, tebal=True)
        bab = nama == "Heading 1" and tingkat[0][1].startswith("BAB")
        _paragraf(g, sebelum=sebelum, sesudah=10 if bab else 6, lanjut=True, rata=tengah if bab else None)
        g.font.all_caps = bab or None
    for nama, ukuran in (
        ("Judul", 13), ("Judul Daftar", 13), ("Judul Depan", 13), ("Judul Lampiran", 12), ("Judul Sampul", 20),
        ("Sampul", 14),
    ):  # fmt: skip
        g, tebal = _gaya(dok, nama, ide=nama.replace(" ", "")), True
        _huruf(g, ukuran, tebal=tebal)
        _paragraf(g, sesudah=2 if nama == "Judul" else 10, rata=tengah, lanjut=nama != "Sampul")
    for nama in ("Judul Depan", "Judul Lampiran"):
        dok.styles[nama].element.get_or_add_pPr().append(elemen('<w:outlineLvl w:val="0"/>'))
    for nama, dasar in (("Narasi", "Normal"), ("Isi", "Normal")):
        g = _gaya(dok, nama, dasar)
        _huruf(g, 12)
        _paragraf(g, sesudah=8, spasi=1.25, rata=rata)
    for nama, ukuran, spasi in (("Butir", 12, 1.15), ("Butir Kecil", 10, 1.0)):
        g = _gaya(dok, nama, ide=nama.replace(" ", ""))
        _huruf(g, ukuran)
        _paragraf(g, sesudah=3, spasi=spasi, rata=rata)
    g = _gaya(dok, "Sub Analisis", ide="SubAnalisis")
    _huruf(g, 12, tebal=True)
    _paragraf(g, sebelum=8, sesudah=4, lanjut=True)
    for nama, ide, ukuran, tebal in (
        ("Isi Tabel", "IsiTabel", 9, False), ("Kepala Tabel", "KepalaTabel", 9, True), ("Kecil", "Kecil", 9, False),
    ):  # fmt: skip
        g = _gaya(dok, nama, ide=ide)
        _huruf(g, ukuran, tebal=tebal)
        _paragraf(g, sebelum=1.5, sesudah=1.5)
    keterangan = _gaya(dok, "Caption")
    _huruf(keterangan, 10, tebal=True)
    _paragraf(keterangan, sebelum=8, sesudah=4, rata=tengah)


def isi_gaya(dok: Any, nama: str, ukuran: float, *, tebal: bool = False) -> None:
    """A further style for the cells of a table, without room above or below."""
    g = _gaya(dok, nama)
    _huruf(g, ukuran, tebal=tebal)
    _paragraf(g)


def _gaya_daftar(dok: Any, tingkat: tuple[tuple[str, str], ...]) -> None:
    """Entries of the contents and of the lists of tables and charts."""
    kanan = '<w:tab w:val="right" w:leader="dot" w:pos="8780"/>'
    nomor = 1000 if tingkat[0][1].startswith("BAB") else 450
    for n, kiri in ((1, nomor), (2, nomor + 450), (3, nomor + 900)):
        g = _gaya(dok, f"toc {n}", ide=f"TOC{n}")
        _huruf(g, 11, tebal=n == 1)
        _paragraf(g, sesudah=3)
        sifat = g.element.get_or_add_pPr()
        sifat.append(elemen(f'<w:tabs><w:tab w:val="left" w:pos="{kiri}"/>{kanan}</w:tabs>'))
        sifat.append(elemen(f'<w:ind w:left="{kiri}" w:right="600" w:hanging="{nomor if n == 1 else 450}"/>'))
        urut(sifat)
    g = _gaya(dok, "table of figures", ide="TableofFigures")
    _huruf(g, 11)
    _paragraf(g, sesudah=3)
    sifat = g.element.get_or_add_pPr()
    sifat.append(elemen(f"<w:tabs>{kanan}</w:tabs>"))
    sifat.append(elemen('<w:ind w:left="1100" w:right="600" w:hanging="1100"/>'))
    urut(sifat)


def _penomoran(dok: Any, tingkat: tuple[tuple[str, str], ...]) -> None:
    """One multi-level list for the headings, and lists of dots and of numbers for the text."""
    akar = dok.part.numbering_part.element
    for anak in list(akar):
        akar.remove(anak)

    def abstrak(ke: int, lvl: str) -> None:
        jenis = '<w:multiLevelType w:val="multilevel"/>'
        akar.append(elemen(f'<w:abstractNum w:abstractNumId="{ke}">{jenis}{lvl}</w:abstractNum>'))

    judul = ""
    for n, (bentuk, teks) in enumerate(tingkat):
        antara, gantung = ("space", 0) if teks.startswith("BAB") else ("tab", 426)
        judul += (
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/><w:pStyle w:val="Heading{n + 1}"/>'
            f'<w:suff w:val="{antara}"/><w:lvlText w:val="{teks}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{gantung}" w:hanging="{gantung}"/></w:pPr></w:lvl>'
        )
    abstrak(1, judul)
    for ke, bentuk, teks in ((2, "decimal", "%1."), (3, "bullet", "•"), (4, "lowerLetter", "%1.")):
        abstrak(ke, f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/><w:lvlText w:val="{teks}"/>'
                '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="426" w:hanging="426"/></w:pPr></w:lvl>')  # fmt: skip
    mulai_satu = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    for ke, asal in ((1, 1), (2, 2), (3, 3), (4, 2), (5, 2), (6, 2), (7, 4)):
        akar.append(elemen(f'<w:num w:numId="{ke}"><w:abstractNumId w:val="{asal}"/>'
                           + (mulai_satu if ke > 3 else "")
                           + "</w:num>"))  # fmt: skip
    for n in range(len(tingkat)):
        sifat = dok.styles[f"Heading {n + 1}"].element.get_or_add_pPr()
        for lama in sifat.findall(qn("w:numPr")):
            sifat.remove(lama)
        sifat.insert(0, elemen(f'<w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="1"/></w:numPr>'))
        urut(sifat)


def urut(sifat: Any) -> None:
    """Put the children of a pPr into the order that the schema asks for."""
    susunan = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs",
               "spacing", "ind", "contextualSpacing", "jc", "outlineLvl", "sectPr"]  # fmt: skip

    def ke(anak: Any) -> int:
        nama = anak.tag.split("}")[1]
        return susunan.index(nama) if nama in susunan else len(susunan)

    sifat[:] = sorted(sifat, key=ke)


def tambah(dok: Any, *xml: str) -> None:
    """Append fragments before the last section's properties."""
    badan = dok.element.body
    for x in xml:
        for bagian in elemen(f"<w:body>{x}</w:body>"):
            badan.insert(len(badan) - 1, bagian)


def bagian_baru(dok: Any, *, mendatar: bool | None = None, nomor: str = "", mulai: int | None = None) -> Any:
    """Start a section on a new page. `nomor`: decimal or lowerRoman; its paragraph mark takes no room."""
    s = dok.add_section(WD_SECTION.NEW_PAGE)
    pemisah = dok.element.body[len(dok.element.body) - 2]
    pemisah.get_or_add_pPr().insert(0, elemen(TIPIS))
    if mendatar is not None and (s.orientation == WD_ORIENT.LANDSCAPE) != mendatar:
        s.orientation = WD_ORIENT.LANDSCAPE if mendatar else WD_ORIENT.PORTRAIT
        s.page_width, s.page_height = s.page_height, s.page_width
        kiri = (30, 25, 25, 25) if not mendatar else (25, 25, 30, 25)
        s.left_margin, s.right_margin, s.top_margin, s.bottom_margin = (Mm(x) for x in kiri)
    sifat = dok.element.body[-1]
    lama = sifat.find(qn("w:pgNumType"))
    if lama is not None:
        sifat.remove(lama)
    if nomor:
        awal = f' w:start="{mulai}"' if mulai is not None else ""
        acuan = sifat.find(qn("w:cols"))
        acuan.addprevious(elemen(f'<w:pgNumType w:fmt="{nomor}"{awal}/>'))
    return s


def kepala_kaki(s: Any, kiri: str, *, isi: bool = True) -> None:
    """Header with the KONSEP mark and footer with the page number; on a cover (without `isi`) the mark alone."""
    for bagian in (s.header, s.footer):
        bagian.is_linked_to_previous = False
        for lama in list(bagian.part.element):
            bagian.part.element.remove(lama)
    lebar = (s.page_width - s.left_margin - s.right_margin) // 635
    konsep = r("{% if konsep %}") + r("KONSEP", tebal=True, ukuran=14) + r("{% endif %}")
    sel = p(r(kiri, miring=True) if isi else "", "Kecil"), p(konsep, "Kecil", rata="right")
    s.header.part.element.append(elemen(tabel_polos([sel], (lebar - LEBAR_TANDA, LEBAR_TANDA))))
    s.header.part.element.append(elemen(p("", "Kecil", sifat=TIPIS)))
    s.footer.part.element.append(elemen(p(field("PAGE") if isi else "", "Kecil", rata="center")))


def sisipan_mendatar(dok: Any, syarat: str, *isi: str) -> None:
    """Sideways pages inside the upright section at hand, there only when `syarat` holds.

    They share headers and footers with the sections around them, so that without them nothing is left behind.
    """
    badan = dok.element.body
    lebar = [s for s in badan.iter(qn("w:sectPr")) if s.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape"]

    def batas(sect: Any) -> None:
        pemisah = elemen(p("", sifat=TIPIS))
        pemisah.pPr.append(deepcopy(sect))
        badan.insert(len(badan) - 1, pemisah)

    tambah(dok, p(f"{{%p if {syarat} %}}"))
    batas(badan[-1])
    tambah(dok, *isi)
    batas(lebar[-1])
    tambah(dok, p("{%p endif %}"))
