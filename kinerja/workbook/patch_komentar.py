"""Cell comments in a foreign .xlsx: ours are put in, those of other people stay as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.workbook.patch import TidakAman, escape, split_alamat
from kinerja.workbook.patch_buku import BukuTambal, attributes

_UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_JENIS_KOMENTAR = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_JENIS_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"

_KOMENTAR = re.compile(rb"<comment\b([^>]*)>(.*?)</comment>", re.DOTALL)
_TEKS = re.compile(rb"<t\b[^>]*>(.*?)</t>", re.DOTALL)
_BENTUK = re.compile(rb"<v:shape\b.*?</v:shape>", re.DOTALL)
_LETAK_BENTUK = (re.compile(rb"<x:Row>\s*([0-9]+)"), re.compile(rb"<x:Column>\s*([0-9]+)"))

_SEMULA = "\n\nCatatan semula: "  # between our comment and what another person had written there
_LEBAR_KOTAK = 270  # points
_HURUF_PER_BARIS = 52
_TINGGI_BARIS = 12.5

_KEPALA_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    "</o:shapelayout></xml>"
)
_JENIS_KOTAK = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)


@dataclass(frozen=True, slots=True)
class _Komentar:
    """A comment that is already there: who wrote it and its text element."""

    penulis: str
    isi: bytes


def put_comments(buku: BukuTambal, lembar: str, teks: Mapping[str, str], penulis: str) -> None:
    """Set our comments on a sheet (its name): earlier ones by the same author go, other people's stay.

    A comment begins with its author's name in bold, as spreadsheets do it themselves; programs that drop the author
    (LibreOffice does) leave it recognisable by that line. On a cell where another person wrote, that text is kept
    below ours.
    """
    bagian = buku.lembar[lembar]
    ada = buku.related(bagian, "/comments")
    if ada is None and not teks:
        return
    lama = _baca(buku.paket.read(ada)) if ada is not None else {}
    orang_lain = {a: sisa for a, k in lama.items() if (sisa := _tanpa_kita(k, penulis)) is not None}
    daftar = [penulis, *sorted({k.penulis for k in orang_lain.values()} - {penulis})]
    semua: list[tuple[tuple[int, int], str]] = []
    for a, k in orang_lain.items():
        if a not in teks:
            semua.append(
                (split_alamat(a), f'<comment ref="{a}" authorId="{daftar.index(k.penulis)}">{k.isi.decode()}</comment>')
            )
    for a, t in teks.items():
        tambahan = f"{_SEMULA}{_kutipan(orang_lain[a])}" if a in orang_lain else ""
        semua.append((split_alamat(a), f'<comment ref="{a}" authorId="0">{_isi(penulis, t + tambahan)}</comment>'))
    nama = "".join(f"<author>{escape(p)}</author>" for p in daftar)
    isi = "".join(x for _, x in sorted(semua))
    kepala = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    xml = f'{kepala}<comments xmlns="{_UTAMA}"><authors>{nama}</authors><commentList>{isi}</commentList></comments>'
    if ada is None:
        ada = buku.new_part("xl/comments{}.xml")
        buku.declare(ada, _JENIS_KOMENTAR)
        buku.relate(bagian, "comments", ada)
    buku.paket.put(ada, xml.encode())
    _gambar_kotak(buku, bagian, {split_alamat(a) for a in lama if a not in orang_lain or a in teks}, teks)


def _baca(xml: bytes) -> dict[str, _Komentar]:
    penulis = [html.unescape(p.decode()) for p in re.findall(rb"<author>(.*?)</author>|<author/>", xml, re.DOTALL)]
    hasil = {}
    for cocok in _KOMENTAR.finditer(xml):
        a = attributes(cocok[1])
        ke = a.get("authorId", "")
        if "ref" not in a or not ke.isdigit() or int(ke) >= len(penulis):
            raise TidakAman("komentar tanpa sel atau penulis")
        hasil[a["ref"]] = _Komentar(penulis[int(ke)], cocok[2])
    if len(hasil) != len(re.findall(rb"<comment\b", xml)):
        raise TidakAman("komentar tidak terbaca seluruhnya")
    return hasil


def _polos(isi: bytes) -> str:
    return html.unescape("".join(t.decode() for t in _TEKS.findall(isi)))


def _tanpa_kita(k: _Komentar, penulis: str) -> _Komentar | None:
    """What another person wrote: the comment itself, or what an earlier one of ours quotes; None: it is all ours."""
    teks = _polos(k.isi)
    if k.penulis != penulis and not teks.startswith(f"{penulis}:"):
        return k
    kutipan = teks.partition(_SEMULA)[2]
    return _Komentar("", f'<text><t xml:space="preserve">{escape(kutipan)}</t></text>'.encode()) if kutipan else None


def _kutipan(k: _Komentar) -> str:
    """Another person's comment, with its author where the text does not begin with that name already."""
    teks, penulis = _polos(k.isi).strip(), k.penulis.strip()
    return f"{penulis}: {teks}" if penulis and not teks.startswith(f"{penulis}:") else teks


def comment_texts(buku: BukuTambal, lembar: str) -> dict[str, str]:
    """The comments of a sheet by address, as plain text."""
    ada = buku.related(buku.lembar[lembar], "/comments")
    return {a: _polos(k.isi) for a, k in _baca(buku.paket.read(ada)).items()} if ada is not None else {}


def _isi(penulis: str, teks: str) -> str:
    """The text element of a comment."""
    huruf = '<sz val="9"/><rFont val="Arial"/>'
    kepala = f'<r><rPr><b/>{huruf}</rPr><t xml:space="preserve">{escape(penulis)}:\n</t></r>'
    return f'<text>{kepala}<r><rPr>{huruf}</rPr><t xml:space="preserve">{escape(teks)}</t></r></text>'


def _gambar_kotak(buku: BukuTambal, bagian: str, buang: set[tuple[int, int]], teks: Mapping[str, str]) -> None:
    """Boxes of our comments; boxes of comments that go are dropped, all other shapes stay."""
    gambar = buku.legacy_drawing(bagian)
    xml = buku.paket.read(gambar) if gambar is not None else _KEPALA_VML.encode()
    if b"</xml>" not in xml:
        raise TidakAman("kotak komentar ditulis dengan cara yang tidak biasa")

    def pilah(cocok: re.Match[bytes]) -> bytes:
        baris, kolom = (p.search(cocok[0]) for p in _LETAK_BENTUK)
        if b'ObjectType="Note"' not in cocok[0] or baris is None or kolom is None:
            return cocok[0]
        return b"" if (int(baris[1]) + 1, int(kolom[1]) + 1) in buang else cocok[0]

    xml = _BENTUK.sub(pilah, xml)
    kisi = _Kisi.read(buku.paket.read(bagian))
    baru = "" if b'id="_x0000_t202"' in xml else _JENIS_KOTAK
    nomor = max((int(n) for n in re.findall(rb'id="_x0000_s([0-9]+)"', xml)), default=1024)
    for n, (a, t) in enumerate(sorted(teks.items(), key=lambda x: split_alamat(x[0])), nomor + 1):
        baru += _kotak(n, *split_alamat(a), t, kisi)
    depan, _, belakang = xml.rpartition(b"</xml>")
    xml = depan + baru.encode() + b"</xml>" + belakang
    if gambar is None:
        gambar = buku.new_part("xl/drawings/vmlDrawing{}.vml")
        buku.declare_extension("vml", _JENIS_VML)
        buku.paket.put(gambar, xml)
        buku.link_drawing(bagian, gambar)
    else:
        buku.paket.put(gambar, xml)


def _kotak(nomor: int, baris: int, kolom: int, teks: str, kisi: _Kisi) -> str:
    """One hidden box beside its cell, as high as its text needs."""
    jumlah = sum(max(1, -(-len(x) // _HURUF_PER_BARIS)) for x in teks.split("\n")) + 1
    tinggi = round(jumlah * _TINGGI_BARIS + 10)
    kanan = kisi.walk(kisi.lebar, kolom, 12 + _LEBAR_KOTAK * 4 // 3, kisi.lebar_umum)
    bawah = kisi.walk(kisi.tinggi, baris - 1, 4 + tinggi * 4 // 3, kisi.tinggi_umum)
    jangkar = f"{kolom},12,{baris - 1},4,{kanan[0]},{kanan[1]},{bawah[0]},{bawah[1]}"
    return (
        f'<v:shape id="_x0000_s{nomor}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;'
        f'width:{_LEBAR_KOTAK}pt;height:{tinggi}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        f'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
        f'<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
        f'</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{jangkar}'
        f"</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{baris - 1}</x:Row><x:Column>{kolom - 1}</x:Column>"
        f"</x:ClientData></v:shape>"
    )


@dataclass(frozen=True, slots=True)
class _Kisi:
    """Widths of columns and heights of rows of a sheet in pixels, by index from 0; spreadsheets size boxes by them."""

    lebar: Mapping[int, int]
    tinggi: Mapping[int, int]
    lebar_umum: int = 64
    tinggi_umum: int = 20

    @classmethod
    def read(cls, xml: bytes) -> _Kisi:
        """The grid of a sheet."""
        lebar: dict[int, int] = {}
        for cocok in re.finditer(rb"<col\b[^>]*>", xml[: xml.index(b"<sheetData")]):
            a = attributes(cocok[0])
            if "width" in a and "min" in a:
                piksel = 0 if a.get("hidden") in ("1", "true") else round(Fraction(a["width"]) * 7 + 5)
                lebar |= dict.fromkeys(range(int(a["min"]) - 1, min(int(a.get("max", a["min"])), 200)), piksel)
        tinggi = {}
        for cocok in re.finditer(rb"<row\b[^>]*>", xml):
            a = attributes(cocok[0])
            if "ht" in a and "r" in a:
                tinggi[int(a["r"]) - 1] = 0 if a.get("hidden") in ("1", "true") else round(Fraction(a["ht"]) * 4 / 3)
        return cls(lebar, tinggi)

    @staticmethod
    def walk(ukuran: Mapping[int, int], mulai: int, jarak: int, umum: int) -> tuple[int, int]:
        """Index and offset of the point `jarak` pixels beyond the start of `mulai`."""
        while jarak > (lebar := ukuran.get(mulai, umum)):
            jarak -= lebar
            mulai += 1
        return mulai, jarak
