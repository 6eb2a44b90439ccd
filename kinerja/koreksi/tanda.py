"""Marks of revision gathered while a document is walked through: who, when, where, and the text that each holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from kinerja.koreksi.berkas import W
from kinerja.koreksi.model import Tempat

_WAKTU = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?")
_TANPA_WAKTU = ("1970-01-01", "0001-01-01", "1601-01-01")  # what programs write when they were told to forget it
ALINEA = "¶"  # the end of a paragraph, put in or taken out alone

# How a property is called by people. What is not here is named by its kind only.
_HURUF = {
    "b": "tebal", "i": "miring", "u": "garis bawah", "strike": "coret", "color": "warna huruf", "sz": "ukuran huruf",
    "rFonts": "jenis huruf", "highlight": "sorotan", "shd": "latar", "caps": "huruf kapital", "vertAlign": "naik turun",
    "rStyle": "gaya huruf", "pStyle": "gaya paragraf", "jc": "perataan", "ind": "inden", "spacing": "jarak",
    "numPr": "penomoran", "tabs": "tabulasi", "keepNext": "satu halaman dengan berikutnya",
    "pageBreakBefore": "halaman baru", "tcW": "lebar sel", "trHeight": "tinggi baris", "vAlign": "letak tegak",
    "tblBorders": "garis tabel", "tcBorders": "garis sel", "tblW": "lebar tabel", "pgSz": "ukuran kertas",
    "pgMar": "batas tepi",
}  # fmt: skip
_SAKLAR, _MATI = ("b", "i", "u", "strike", "caps"), ("val=0", "val=false", "val=none", "val=off")
_TIDAK_TAMPAK = frozenset({"lang", "bCs", "iCs", "szCs", "rPrChange", "pPrChange", "rPr", "sectPr", "tblPrChange"})
JENIS_FORMAT = {
    "rPrChange": "huruf", "pPrChange": "paragraf", "tblPrChange": "tabel", "tblPrExChange": "tabel",
    "trPrChange": "baris tabel", "tcPrChange": "sel tabel", "sectPrChange": "tata halaman",
    "numberingChange": "penomoran",
}  # fmt: skip


@dataclass(slots=True)
class Tanda:
    """One revision as it is gathered. `jenis`: ins, del, moveFrom, moveTo or format; `nama`: of the move."""

    jenis: str
    penulis: str | None
    waktu: str | None
    tempat: Tempat
    nama: str = ""
    keterangan: str = ""
    teks: list[str] = field(default_factory=list)
    ganti: Tanda | None = None  # words put in right beside words taken out by the same hand, and the other way round


@dataclass(frozen=True, slots=True)
class Revisi:
    """A revision mark of the file: `jenis` is its element's name."""

    jenis: str
    penulis: str | None
    waktu: str | None
    nama: str = ""
    keterangan: str = ""

    @property
    def kunci(self) -> tuple[str, str | None, str, str]:
        """What neighbouring pieces of one revision have in common; their minutes may differ."""
        return self.jenis, self.penulis, self.nama, self.keterangan


def revisi(elemen: etree._Element, jenis: str, nama: str = "", keterangan: str = "") -> Revisi:
    """From an element with w:author and w:date."""
    return Revisi(jenis, elemen.get(f"{W}author") or None, waktu(elemen), nama, keterangan)


def waktu(elemen: etree._Element) -> str | None:
    """Date and time as the word processor wrote them, which is the time of the office's clock; None when unknown."""
    cocok = _WAKTU.match(elemen.get(f"{W}date", ""))
    return None if cocok is None or cocok[1] in _TANPA_WAKTU else cocok[0]


def pasangkan(a: Tanda | None, b: Tanda) -> None:
    """Note that of two revisions side by side one replaces the other, when it does."""
    if a is None or a.penulis != b.penulis or {a.jenis, b.jenis} != {"ins", "del"}:
        return
    if a.ganti is None and b.ganti is None:
        a.ganti, b.ganti = b, a


def perubahan_format(elemen: etree._Element) -> Revisi | None:
    """The change of format that a …Change element records; None when nothing that is seen has changed."""
    nama = etree.QName(elemen).localname
    induk = elemen.getparent()
    if induk is None:
        return None
    lama = _sifat(e for anak in elemen for e in anak)
    baru = _sifat(e for e in induk if e is not elemen)
    beda = [n for n in {**lama, **baru} if lama.get(n) != baru.get(n) and n not in _TIDAK_TAMPAK]
    if not beda and nama in ("rPrChange", "pPrChange"):
        return None
    sebut = [_sebut(n, lama.get(n), baru.get(n)) for n in beda if n in _HURUF]
    return revisi(elemen, "format", keterangan="; ".join(sebut) or f"format {JENIS_FORMAT[nama]} diubah")


def _sifat(elemen: Iterable[etree._Element]) -> dict[str, str]:
    """Properties by name; a switch that is off is as good as none."""
    semua = {
        etree.QName(e).localname: " ".join(
            f"{etree.QName(k).localname}={v}" for k, v in sorted((str(k), str(v)) for k, v in e.attrib.items())
        )
        + ("+" if len(e) else "")
        for e in elemen
        if isinstance(e.tag, str)
    }
    return {n: v for n, v in semua.items() if n not in _SAKLAR or v not in _MATI}


def _sebut(nama: str, lama: str | None, baru: str | None) -> str:
    """`tebal`, `tidak lagi miring`, `ukuran huruf diubah`."""
    apa = _HURUF[nama]
    if nama in _SAKLAR:
        return apa if baru is not None else f"tidak lagi {apa}"
    return f"{apa} diubah" if lama is not None and baru is not None else f"{apa} {'diberi' if baru else 'dihapus'}"
