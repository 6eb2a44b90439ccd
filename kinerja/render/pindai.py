"""Walks a template and yields its tags in order, each with a place that a person can find in Word."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PENANDA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_SISA = re.compile(r"\{\{|\}\}|\{%|%\}|[｛｝]{1,2}")
_BAGIAN = re.compile(r"word/(document|header[0-9]*|footer[0-9]*|footnotes)\.xml")
_NAMA_BAGIAN = {"header": "kepala halaman", "footer": "kaki halaman", "footnotes": "catatan kaki"}
PANJANG_CUPLIKAN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Penanda:
    """One tag as it stands in the text. `tabel` and `paragraf` identify what it is in; `batas`: a section break."""

    teks: str
    tempat: str
    bagian: str
    tabel: int  # 0 outside tables
    paragraf: int
    batas: bool
    utuh: bool  # False: a brace pair without its other half


def scan(isi: bytes) -> Iterator[Penanda]:
    """All tags of the document, part by part. zipfile.BadZipFile or etree.XMLSyntaxError when it is not a .docx."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        if "word/document.xml" not in z.namelist():
            raise zipfile.BadZipFile("word/document.xml")
        for nama in sorted(n for n in z.namelist() if _BAGIAN.fullmatch(n)):
            yield from _part(etree.fromstring(z.read(nama), _parser()), _BAGIAN.fullmatch(nama))


def unfinished_review(isi: bytes) -> tuple[str, ...]:
    """What a reviewer left in the document: comments, tracked changes."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        sisa = (
            ["komentar"]
            if "word/comments.xml" in z.namelist() and b"<w:comment " in z.read("word/comments.xml")
            else []
        )
        akar = etree.fromstring(z.read("word/document.xml"), _parser())
        if next(akar.iter(f"{_W}ins", f"{_W}del", f"{_W}moveFrom", f"{_W}moveTo"), None) is not None:
            sisa.append("perubahan yang terlacak")
    return tuple(sisa)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _part(akar: etree._Element, cocok: re.Match[str] | None) -> Iterator[Penanda]:
    nama = "" if cocok is None else cocok[1].rstrip("0123456789")
    awalan = _NAMA_BAGIAN.get(nama, "")
    nomor_tabel = {t: n for n, t in enumerate(akar.iter(f"{_W}tbl"), 1)}
    ke = luar = 0
    for elemen in akar.iter(f"{_W}p", f"{_W}tag", f"{_W}alias"):
        if elemen.tag != f"{_W}p":
            teks = elemen.get(f"{_W}val") or ""
            if "{" in teks:
                tempat = f"tanda kontrol isi sesudah paragraf {luar}"
                yield from _tags(teks, tempat, nama, elemen, nomor_tabel=nomor_tabel, ke=ke, batas=False)
            continue
        ke += 1
        teks = _text(elemen)
        sel = next(elemen.iterancestors(f"{_W}tc"), None)
        luar += sel is None
        if "{" not in teks and "}" not in teks and "｛" not in teks:
            continue
        letak = _cell(sel, nomor_tabel) if sel is not None else f"paragraf {luar}"
        potongan = " ".join(teks.split())
        cuplikan = potongan if len(potongan) <= PANJANG_CUPLIKAN else f"{potongan[:PANJANG_CUPLIKAN]}…"
        tempat = f"{awalan + ', ' if awalan else ''}{letak} (“{cuplikan}”)"
        batas = elemen.find(f"{_W}pPr/{_W}sectPr") is not None
        yield from _tags(teks, tempat, nama, elemen, nomor_tabel=nomor_tabel, ke=ke, batas=batas)


def _text(paragraf: etree._Element) -> str:
    """Text of the paragraph itself, not of paragraphs in text boxes inside it."""
    return "".join(t.text or "" for t in paragraf.iter(f"{_W}t") if next(t.iterancestors(f"{_W}p")) is paragraf)


def _cell(sel: etree._Element, nomor_tabel: dict[etree._Element, int]) -> str:
    baris, tabel = next(sel.iterancestors(f"{_W}tr")), next(sel.iterancestors(f"{_W}tbl"))
    ke_baris = tabel.findall(f"{_W}tr").index(baris) + 1
    return f"tabel {nomor_tabel[tabel]}, baris {ke_baris}, kolom {baris.findall(f'{_W}tc').index(sel) + 1}"


def _tags(
    teks: str,
    tempat: str,
    bagian: str,
    elemen: etree._Element,
    *,
    nomor_tabel: dict[etree._Element, int],
    ke: int,
    batas: bool,
) -> Iterator[Penanda]:
    tabel = next((nomor_tabel[t] for t in elemen.iterancestors(f"{_W}tbl")), 0)

    def buat(isi: str, *, utuh: bool) -> Penanda:
        return Penanda(teks=isi, tempat=tempat, bagian=bagian, tabel=tabel, paragraf=ke, batas=batas, utuh=utuh)

    akhir = 0
    for cocok in _PENANDA.finditer(teks):
        yield from (buat(teks[s.start() :][:PANJANG_CUPLIKAN], utuh=False) for s in _loose(teks, akhir, cocok.start()))
        akhir = cocok.end()
        yield buat(cocok[0], utuh=True)
    yield from (buat(teks[s.start() :][:PANJANG_CUPLIKAN], utuh=False) for s in _loose(teks, akhir, len(teks)))


def _loose(teks: str, mulai: int, akhir: int) -> Iterator[re.Match[str]]:
    """Braces that belong to no whole tag between two positions."""
    yield from _SISA.finditer(teks, mulai, akhir)
