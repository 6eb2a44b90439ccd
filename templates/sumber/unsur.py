"""Building blocks of the shipped templates as WordprocessingML: runs, paragraphs, tables, fields, content controls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ARSIR_KEPALA = "D9E2F3"
ARSIR_GRUP = "F2F2F2"
LEBAR_TEGAK, LEBAR_MENDATAR = 8788, 14003  # twips of text on A4 upright and sideways


def elemen(xml: str) -> Any:
    """Parse one fragment whose root lacks the namespace declaration."""
    nama = xml[1:].split(">", maxsplit=1)[0].split(" ", maxsplit=1)[0].rstrip("/")
    return parse_xml(xml.replace(f"<{nama}", f"<{nama} {NS}", 1))


def r(
    teks: str, *, tebal: bool = False, miring: bool = False, garis: bool = False, ukuran: float = 0, huruf: str = ""
) -> str:
    """A run; `huruf`: another typeface."""
    sifat = f'<w:rFonts w:ascii="{huruf}" w:hAnsi="{huruf}" w:cs="{huruf}"/>' if huruf else ""
    sifat += ("<w:b/>" if tebal else "") + ("<w:i/>" if miring else "")
    sifat += f'<w:sz w:val="{round(ukuran * 2)}"/><w:szCs w:val="{round(ukuran * 2)}"/>' if ukuran else ""
    sifat += '<w:u w:val="single"/>' if garis else ""
    sifat = f"<w:rPr>{sifat}</w:rPr>" if sifat else ""
    return f'<w:r>{sifat}<w:t xml:space="preserve">{escape(teks)}</w:t></w:r>'


def field(instruksi: str, hasil: str = "1") -> str:
    """A complex field with its cached result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruksi)} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{escape(hasil)}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def p(isi: str, gaya: str = "", *, rata: str = "", lanjut: bool = False, sifat: str = "") -> str:
    """A paragraph. `isi`: runs, or plain text; `rata`: left, right, center, both; `lanjut`: keep with next."""
    if isi and not isi.startswith("<w:"):
        isi = r(isi)
    dalam = (f'<w:pStyle w:val="{gaya}"/>' if gaya else "") + ("<w:keepNext/>" if lanjut else "") + sifat
    dalam += f'<w:jc w:val="{rata}"/>' if rata else ""
    return f"<w:p><w:pPr>{dalam}</w:pPr>{isi}</w:p>"


def ulang(penanda: str) -> str:
    """A paragraph that only holds a `{%p … %}` tag; it vanishes when rendered."""
    return p(f"{{%p {penanda} %}}")


def narasi(nama: str, *, lanjut: bool = False) -> str:
    """A drafted paragraph in a content control whose tag tells draft from edit."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="Narasi"/><w:tag w:val="{{{{ {nama}.tanda }}}}"/><w:id w:val="1"/></w:sdtPr>'
        f"<w:sdtContent>{p(f'{{{{ {nama}.teks }}}}', 'Narasi', lanjut=lanjut)}</w:sdtContent></w:sdt>"
    )


def keterangan(jenis: str, teks: str, *, setelah: bool = False) -> str:
    """A caption with a SEQ field; above a table, below a chart."""
    isi = r(f"{jenis} ") + field(f"SEQ {jenis} \\* ARABIC") + r(f". {teks}")
    return p(isi, "Caption", lanjut=not setelah)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: heading, cell text, share of the width, alignment of the cells, name of a remark below the text."""

    judul: str
    isi: str
    bagian: int
    rata: str = "left"
    catatan: str = ""


def _catatan(nama: str) -> str:
    """A remark on a line of its own in the same paragraph, where there is one."""
    return (
        f"<w:r><w:rPr><w:i/></w:rPr><w:t>{{% if {nama} %}}</w:t><w:br/>"
        f'<w:t xml:space="preserve">({{{{ {nama} }}}}){{% endif %}}</w:t></w:r>'
    )


def _sel(teks: str, lebar: int, *, gaya: str, rata: str, arsir: str = "", tebal: bool = False, rentang: int = 1,
         tegak: str = "", lanjut: bool = False, catatan: str = "") -> str:  # fmt: skip
    sifat = f'<w:tcW w:w="{lebar}" w:type="dxa"/>'
    sifat += f'<w:gridSpan w:val="{rentang}"/>' if rentang > 1 else ""
    sifat += f'<w:vMerge w:val="{tegak}"/>' if tegak == "restart" else "<w:vMerge/>" if tegak else ""
    sifat += f'<w:shd w:val="clear" w:color="auto" w:fill="{arsir}"/>' if arsir else ""
    sifat += '<w:vAlign w:val="center"/>' if gaya == "KepalaTabel" else ""
    isi = (r(teks, tebal=tebal) if teks else "") + (_catatan(catatan) if catatan else "")
    isi = p(isi, gaya, rata=rata, lanjut=lanjut)
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi}</w:tc>"


def _baris(sel: str, *, kepala: bool = False) -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if kepala else ''}</w:trPr>{sel}</w:tr>"


def _awal(lebar: Sequence[int], *, garis: bool = True, uraian: str = "") -> str:
    tepi = "".join(
        f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>'
        for s in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    tepi = f"<w:tblBorders>{tepi}</w:tblBorders>" if garis else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblInd w:w="60" w:type="dxa"/>{tepi}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        "</w:tblCellMar>"
        + (f'<w:tblDescription w:val="{escape(uraian)}"/>' if uraian else "")
        + "</w:tblPr><w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{x}"/>' for x in lebar)
        + "</w:tblGrid>"
    )


def _penanda(teks: str, lebar: Sequence[int]) -> str:
    """A row that only holds a `{%tr … %}` tag."""
    return _baris(_sel(f"{{%tr {teks} %}}", sum(lebar), gaya="IsiTabel", rata="left", rentang=len(lebar)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """A table over a list. `grup`: (outer loop, text of the group's row); `kepala`: an upper heading row of
    (text, number of columns), where an empty text continues the lower heading upwards."""

    kolom: Sequence[Kolom]
    loop: str
    uraian: str
    grup: tuple[str, str] | None = None
    kepala: Sequence[tuple[str, int]] | None = None
    kosong: str = "Tidak ada data."
    akhir: Sequence[tuple[str, int, str]] | None = None  # closing row: (text, number of columns, alignment)
    tebal_bila: str = ""  # condition under which a row is bold
    mendatar: bool = False
    utuh: bool = False  # a short table that stays on one page
    ikat: bool = False  # its last row stays with what follows, a signature

    def xml(self) -> str:
        """The whole table."""
        penuh = LEBAR_MENDATAR if self.mendatar else LEBAR_TEGAK
        jumlah = sum(k.bagian for k in self.kolom)
        lebar = [round(penuh * k.bagian / jumlah) for k in self.kolom]
        isi = _awal(lebar, uraian=self.uraian) + self._kepala(lebar)
        if self.grup:
            isi += _penanda(f"for {self.grup[0]}", lebar)
            isi += _baris(
                _sel(self.grup[1], sum(lebar), gaya="IsiTabel", rata="left", arsir=ARSIR_GRUP, tebal=True,
                     rentang=len(lebar), lanjut=True)
            )  # fmt: skip
        isi += _penanda(f"for {self.loop}", lebar)
        if self.tebal_bila:
            isi += _penanda(f"if {self.tebal_bila}", lebar) + self._isi(lebar, tebal=True) + _penanda("else", lebar)
        if self.ikat:
            isi += _penanda("if loop.last", lebar) + self._isi(lebar, lanjut=True) + _penanda("else", lebar)
        isi += self._isi(lebar)
        isi += _penanda("endif", lebar) * (bool(self.tebal_bila) + self.ikat)
        isi += self._kosong(lebar) + _penanda("endfor", lebar)
        if self.grup:
            isi += self._kosong(lebar) + _penanda("endfor", lebar)
        if self.akhir:
            sel, mulai = "", 0
            for teks, n, rata in self.akhir:
                penuh = sum(lebar[mulai : mulai + n])
                sel += _sel(
                    teks, penuh, gaya="IsiTabel", rata=rata, arsir=ARSIR_GRUP, tebal=True, rentang=n,
                    lanjut=self.utuh or self.ikat,
                )  # fmt: skip
                mulai += n
            isi += _baris(sel)
        return isi + "</w:tbl>"

    def _isi(self, lebar: Sequence[int], *, tebal: bool = False, lanjut: bool = False) -> str:
        lanjut = lanjut or self.utuh
        return _baris(
            "".join(
                _sel(k.isi, x, gaya="IsiTabel", rata=k.rata, tebal=tebal, lanjut=lanjut, catatan=k.catatan)
                for k, x in zip(self.kolom, lebar, strict=True)
            )
        )

    def _kosong(self, lebar: Sequence[int]) -> str:
        return _penanda("else", lebar) + _baris(
            _sel(self.kosong, sum(lebar), gaya="IsiTabel", rata="center", rentang=len(lebar))
        )

    def _kepala(self, lebar: Sequence[int]) -> str:
        if not self.kepala:
            return _baris(
                "".join(
                    _sel(k.judul, x, gaya="KepalaTabel", rata="center", arsir=ARSIR_KEPALA, lanjut=True)
                    for k, x in zip(self.kolom, lebar, strict=True)
                ),
                kepala=True,
            )
        atas = bawah = ""
        mulai = 0
        for teks, n in self.kepala:
            if not teks:
                for k, x in zip(self.kolom[mulai : mulai + n], lebar[mulai : mulai + n], strict=True):
                    atas += _sel(k.judul, x, gaya="KepalaTabel", rata="center", arsir=ARSIR_KEPALA, tegak="restart")
                    bawah += _sel("", x, gaya="KepalaTabel", rata="center", arsir=ARSIR_KEPALA, tegak="lanjut")
            else:
                atas += _sel(teks, sum(lebar[mulai : mulai + n]), gaya="KepalaTabel", rata="center", arsir=ARSIR_KEPALA,
                             rentang=n)  # fmt: skip
                for k, x in zip(self.kolom[mulai : mulai + n], lebar[mulai : mulai + n], strict=True):
                    bawah += _sel(k.judul, x, gaya="KepalaTabel", rata="center", arsir=ARSIR_KEPALA)
            mulai += n
        return _baris(atas, kepala=True) + _baris(bawah, kepala=True)


def tabel_polos(baris: Sequence[Sequence[str]], lebar: Sequence[int], *, garis: bool = False) -> str:
    """A layout table: each cell is ready paragraphs."""
    isi = _awal(lebar, garis=garis)
    for sel in baris:
        isi += _baris(
            "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{x}" w:type="dxa"/></w:tcPr>{s}</w:tc>'
                for s, x in zip(sel, lebar, strict=True)
            )
        )
    return isi + "</w:tbl>"
