"""Walks a template and yields its tags in order, each with a place that a person can find in Word."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

from lxml import etree

from kinerja.render.naskah import BADAN, TAK_TERISI, Letak, Naskah, W, hidden_copy, pieces, read_part, text_of

_KURUNG = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{#|#\}|｛+[^｛｝{}]*｝+|[｛｝]+"
    r"|\{\s+\{[^{}]*\}\s*\}|\{\s+%[^{}]*%\s*\}"  # { { x } }
    r"|\$?\{\s*[A-Za-z_]\w*(?:\.\w+)+\s*\}"  # {a.b}
)
_TUTUP = {"{{": "}}", "{%": "%}", "{#": "#}"}
_TAK_TERISI = {"endnotes": "catatan akhir", "charts": "grafik", "docProps": "sifat dokumen (File > Info)"}
PANJANG_CUPLIKAN = 40
_GAMBAR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Penanda:
    """One tag as it stands in the text. `tabel` and `paragraf` identify what it is in; `batas`: a section break."""

    teks: str
    letak: Letak
    tabel: int = 0  # 0 outside tables
    paragraf: int = 0
    batas: bool = False
    seksi: int = 0  # section breaks before it
    arah: str = ""  # what its section looks like: paper, page numbers, headers
    isi_seksi: bool = False  # its section holds text or tables before it
    utuh: bool = True  # False: a brace pair without its other half
    potongan: int = 1  # runs over which Word has split it
    setingkat: bool = True  # False: some of these are inside a link, a control or the like, others are not
    lain: str = ""  # other text in its paragraph, row or cell, which goes when the tag is {%p, {%tr or {%tc


def scan(naskah: Naskah) -> Iterator[Penanda]:
    """All tags of the parts that are filled, part by part."""
    for bagian, akar in naskah.bagian.items():
        yield from _Jalan(bagian, akar, naskah.nama_bagian.get(bagian, "")).tags()


def scan_places(naskah: Naskah, bagian: str, dicari: Container[etree._Element]) -> Iterator[Letak]:
    """The places of some paragraphs of one part, in order."""
    yield from _Jalan(bagian, naskah.bagian[bagian], naskah.nama_bagian.get(bagian, "")).places(dicari)


def never_filled(naskah: Naskah) -> Iterator[tuple[str, Letak]]:
    """Tags in endnotes, charts and SmartArt, which are printed as they stand."""
    for nama in sorted(n for n in naskah.paket.anggota if TAK_TERISI.fullmatch(n)):
        jenis = next((j for kata, j in _TAK_TERISI.items() if kata in nama), "SmartArt")
        teks = "".join(str(t) for t in read_part(naskah.paket, nama).itertext())
        for penanda, _, _, utuh in tags_in(teks):
            if utuh:
                yield penanda, Letak(tempat=jenis, cuplikan="", bagian=nama, elemen=naskah.badan)


def tags_in(teks: str) -> Iterator[tuple[str, int, int, bool]]:
    """Tags of a text: as written, start, end, whole or not. Takes one pass, whatever the text holds."""
    buka: re.Match[str] | None = None
    for m in _KURUNG.finditer(teks):
        if m[0] in _TUTUP:
            if buka is not None:
                yield _lepas(teks, buka, m.start())
            buka = m
        elif buka is not None and m[0] == _TUTUP[buka[0]]:
            yield teks[buka.start() : m.end()], buka.start(), m.end(), True
            buka = None
        elif buka is None and m[0] != "#}":
            yield m[0] if len(m[0]) > 2 else teks[m.start() :][:PANJANG_CUPLIKAN], m.start(), m.end(), False
    if buka is not None:
        yield _lepas(teks, buka, len(teks))


def _lepas(teks: str, buka: re.Match[str], batas: int) -> tuple[str, int, int, bool]:
    akhir = min(batas, buka.start() + PANJANG_CUPLIKAN)
    return teks[buka.start() : akhir], buka.start(), akhir, False


class _Jalan:
    """One walk through one part: counts paragraphs, pages and sections as it goes."""

    def __init__(self, bagian: str, akar: etree._Element, awalan: str) -> None:
        self.bagian, self.akar = bagian, akar
        self.awalan = "catatan kaki" if "footnotes" in bagian else awalan
        self.nomor_tabel = {t: n for n, t in enumerate(akar.iter(f"{W}tbl"), 1)}
        self.ke = self.luar = self.seksi = 0
        self.isi_seksi = False
        self.arah = [_looks(s) for s in akar.iter(f"{W}sectPr")]
        berhalaman = bagian == BADAN and next(akar.iter(f"{W}lastRenderedPageBreak"), None) is not None
        self.halaman = 1 if berhalaman else 0  # known when Word has saved it

    def tags(self) -> Iterator[Penanda]:
        for e in self.akar.iter():
            if e.tag == f"{W}lastRenderedPageBreak" and self.halaman:
                self.halaman += 1
            elif e.tag == f"{W}p":
                if not hidden_copy(e):
                    yield from self._paragraph(e)
            elif isinstance(e.tag, str):
                yield from self._hidden(e)

    def places(self, dicari: Container[etree._Element]) -> Iterator[Letak]:
        for e in self.akar.iter(f"{W}p", f"{W}lastRenderedPageBreak"):
            if e.tag == f"{W}p":
                self._count(e)
                if e in dicari:
                    yield self.place(e)
            else:
                self.halaman += bool(self.halaman)

    def _count(self, p: etree._Element) -> None:
        self.ke += 1
        di_luar = not any(True for _ in p.iterancestors(f"{W}tc", f"{W}txbxContent"))
        self.luar += di_luar and not hidden_copy(p)

    def _paragraph(self, p: etree._Element) -> Iterator[Penanda]:
        self._count(p)
        batas = p.find(f"{W}pPr/{W}sectPr") is not None
        teks = text_of(p)
        hanya_penanda = False
        if any(c in teks for c in "{}｛｝"):
            semua = list(tags_in(teks))
            hanya_penanda = len(semua) == 1 and semua[0][0] == teks.strip() and teks.strip().startswith("{%p")
            yield from self._tags(p, semua, batas=batas)
        if batas:
            self.seksi, self.isi_seksi = self.seksi + 1, False
        elif not hanya_penanda:
            self.isi_seksi = True

    def _tags(self, p: etree._Element, semua: list[tuple[str, int, int, bool]], *, batas: bool) -> Iterator[Penanda]:
        tempat, tabel = self.place(p), next((self.nomor_tabel[t] for t in p.iterancestors(f"{W}tbl")), 0)
        potongan = pieces(p)
        awal = [0, *accumulate(len(t.text or "") for t in potongan)]
        for isi, mulai, akhir, utuh in semua:
            kena = potongan[bisect_right(awal, mulai) - 1 : bisect_left(awal, akhir)]
            induk = {run.getparent() for t in kena if (run := t.getparent()) is not None}
            yield Penanda(
                teks=isi,
                letak=replace(tempat, mulai=mulai, akhir=akhir),
                tabel=tabel,
                paragraf=self.ke,
                batas=batas,
                seksi=self.seksi,
                arah=self.arah[self.seksi] if self.seksi < len(self.arah) else "",
                isi_seksi=self.isi_seksi,
                utuh=utuh,
                potongan=sum(bool(t.text) for t in kena),
                setingkat=len(induk) <= 1,
                lain=_beside(p, isi),
            )

    def _hidden(self, e: etree._Element) -> Iterator[Penanda]:
        """Tags where no reader sees them: properties of controls and pictures, fields, deleted text."""
        asal = [str(v) for v in (*e.values(), e.text if e.tag != f"{W}t" else None) if v]
        asal = [v for v in asal if "{{" in v or "{%" in v]
        if not asal or hidden_copy(e):
            return
        apa = {f"{W}tag": "tanda kontrol isi", f"{W}alias": "tanda kontrol isi", _GAMBAR: "teks pengganti gambar"}
        tempat = f"{apa.get(e.tag, 'bidang atau sifat tersembunyi')} sesudah paragraf {self.luar}"
        letak = Letak(tempat=tempat, cuplikan=_cut(asal[0]), bagian=self.bagian, elemen=e)
        tabel = next((self.nomor_tabel[t] for t in e.iterancestors(f"{W}tbl")), 0)
        for teks in asal:
            for isi, _, _, utuh in tags_in(teks):
                yield Penanda(teks=isi, letak=letak, tabel=tabel, paragraf=self.ke, utuh=utuh)

    def place(self, p: etree._Element) -> Letak:
        """The place of a paragraph that the walk has reached."""
        sel = next(p.iterancestors(f"{W}tc"), None)
        letak = cell_name(sel, self.nomor_tabel) if sel is not None else f"paragraf {self.luar}"
        if next(p.iterancestors(f"{W}txbxContent"), None) is not None:
            letak = f"kotak teks pada {letak}"
        awalan = f"halaman {self.halaman}" if self.halaman else self.awalan
        tempat = f"{awalan}, {letak}" if awalan else letak
        return Letak(tempat=tempat, cuplikan=_cut(text_of(p)), bagian=self.bagian, elemen=p)


def _looks(seksi: etree._Element) -> str:
    """Orientation, numbering and headers of a section, to tell whether another looks the same."""
    ukuran = seksi.find(f"{W}pgSz")
    sifat = seksi.iterchildren(f"{W}pgNumType", f"{W}headerReference", f"{W}footerReference", f"{W}titlePg")
    arah = ukuran.get(f"{W}orient", "portrait") if ukuran is not None else ""
    return "\n".join([arah, *(f"{e.tag} {sorted(e.items())}" for e in sifat)])


def _cut(teks: str) -> str:
    potongan = " ".join(teks[: 10 * PANJANG_CUPLIKAN].split())
    return potongan if len(potongan) <= PANJANG_CUPLIKAN else f"{potongan[:PANJANG_CUPLIKAN]}…"


def _beside(p: etree._Element, penanda: str) -> str:
    """What else stands in that which a {%p, {%tr or {%tc tag takes away with it."""
    wadah = {"{%p ": None, "{%tr": f"{W}tr", "{%tc": f"{W}tc"}
    if penanda[:4] not in wadah:
        return ""
    tag = wadah[penanda[:4]]
    induk = p if tag is None else next(p.iterancestors(tag), None)
    if induk is None:
        return ""
    semua = [p] if tag is None else induk.iter(f"{W}p")
    return _cut("".join(text_of(x) for x in semua).replace(penanda, "", 1))


def cell_name(sel: etree._Element, nomor_tabel: dict[etree._Element, int]) -> str:
    """`tabel 1, baris 2, kolom 3`."""
    baris, tabel = next(sel.iterancestors(f"{W}tr")), next(sel.iterancestors(f"{W}tbl"))
    ke_baris = list(tabel.iter(f"{W}tr")).index(baris) + 1 if baris.getparent() is not tabel else 0
    ke_baris = ke_baris or tabel.findall(f"{W}tr").index(baris) + 1
    kolom = [c for c in baris.iter(f"{W}tc") if next(c.iterancestors(f"{W}tr")) is baris].index(sel) + 1
    return f"tabel {nomor_tabel[tabel]}, baris {ke_baris}, kolom {kolom}"
