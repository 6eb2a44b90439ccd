"""Styles of a foreign .xlsx: a fill laid over existing cell styles, and taken off again; everything else stays."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from kinerja.workbook.patch import TidakAman

_XF = re.compile(rb"<xf\b[^>]*?(?:/>|>.*?</xf>)", re.DOTALL)
_FILL = re.compile(rb"<fill>.*?</fill>|<fill/>", re.DOTALL)
_GARIS = re.compile(rb"<border\b[^>]*?(?:/>|>.*?</border>)", re.DOTALL)
_FILL_ID = re.compile(rb'\bfillId="([0-9]+)"')
_JUMLAH = re.compile(rb'\bcount="[0-9]+"')
_WARNA = re.compile(rb'<fgColor\b[^>]*\brgb="([0-9A-Fa-f]{8})"')
_PROTEKSI = re.compile(rb"<protection\b[^>]*/>")
_TERBUKA = re.compile(rb'<protection\b[^>]*\blocked="(?:0|false)"')


@dataclass(slots=True)
class _Kumpulan:
    """One collection of styles.xml (`fills`, `fonts`, `cellXfs`): its items as they stand."""

    kepala: bytes
    isi: list[bytes]
    awal: int
    akhir: int


class GayaBuku:
    """The style part of a workbook, to which fills, fonts and cell styles can be added."""

    def __init__(self, xml: bytes) -> None:
        """Take styles.xml apart. Raises TidakAman when it is written in an unusual way."""
        self._xml = xml
        self._fill = self._ambil(b"fills", _FILL)
        self._font = self._ambil(b"fonts", re.compile(rb"<font>.*?</font>|<font/>", re.DOTALL))
        self._garis = self._ambil(b"borders", _GARIS)
        self._xf = self._ambil(b"cellXfs", _XF)

    def _ambil(self, nama: bytes, pola: re.Pattern[bytes]) -> _Kumpulan:
        cocok = re.search(rb"<%s\b([^>]*)>(.*?)</%s>" % (nama, nama), self._xml, re.DOTALL)
        if cocok is None:
            raise TidakAman(f"gaya sel tanpa {nama.decode()}")
        isi = pola.findall(cocok[2])
        jumlah = re.search(rb'\bcount="([0-9]+)"', cocok[1])
        if not isi or (jumlah is not None and int(jumlah[1]) != len(isi)):
            raise TidakAman(f"{nama.decode()} tidak terbaca seluruhnya")
        return _Kumpulan(b"<%s%s" % (nama, cocok[1]), isi, cocok.start(), cocok.end())

    def to_bytes(self) -> bytes:
        """styles.xml with what was added."""
        xml = self._xml
        for k in sorted((self._fill, self._font, self._garis, self._xf), key=lambda k: -k.awal):
            nama = k.kepala[1:].split()[0]
            kepala = _JUMLAH.sub(b'count="%d"' % len(k.isi), k.kepala)
            xml = xml[: k.awal] + kepala + b">" + b"".join(k.isi) + b"</%s>" % nama + xml[k.akhir :]
        return xml

    def fill(self, warna: str) -> int:
        """Index of the solid fill of this colour (RRGGBB); added when it is not there."""
        for n, f in enumerate(self._fill.isi):
            if _warna(f) == warna:
                return n
        corak = f'<patternFill patternType="solid"><fgColor rgb="FF{warna}"/><bgColor indexed="64"/></patternFill>'
        self._fill.isi.append(f"<fill>{corak}</fill>".encode())
        return len(self._fill.isi) - 1

    def overlay(self, gaya: Collection[int], warna: str, *, terbuka: bool = False) -> dict[int, int]:
        """For each cell style, the index of its copy with this fill; `terbuka` takes its lock off as well."""
        fill = self.fill(warna)
        hasil: dict[int, int] = {}
        for g in sorted(gaya):
            if g >= len(self._xf.isi):
                raise TidakAman(f"gaya sel {g} tidak ada")
            xf = _ganti_fill(self._xf.isi[g], fill)
            hasil[g] = self._tambah(_buka(xf) if terbuka else xf)
        return hasil

    def lift(self, warna: str, *, terbuka: str, terkunci: str) -> None:
        """Give every style that has this fill another one: one colour for unlocked cells, one for locked."""
        lama = {n for n, f in enumerate(self._fill.isi) if _warna(f) == warna}
        for n, xf in enumerate(self._xf.isi):
            cocok = _FILL_ID.search(xf)
            if cocok is not None and int(cocok[1]) in lama:
                self._xf.isi[n] = _ganti_fill(xf, self.fill(terbuka if _TERBUKA.search(xf) else terkunci))

    def style(
        self,
        *,
        tebal: bool = False,
        tautan: bool = False,
        besar: bool = False,
        lipat: bool = True,
        warna: str | None = None,
        kotak: bool = False,
    ) -> int:
        """A style of our own for a text cell: Arial, top-aligned, wrapped when `lipat`, thin lines when `kotak`."""
        ukuran = 14 if besar else 10
        huruf = f'<sz val="{ukuran}"/>' + ('<color rgb="FF0563C1"/>' if tautan else "") + '<name val="Arial"/>'
        huruf = ("<b/>" if tebal else "") + ("<u/>" if tautan else "") + huruf
        self._font.isi.append(f"<font>{huruf}</font>".encode())
        fill = self.fill(warna) if warna else 0
        garis = self._kotak() if kotak else 0
        return self._tambah(
            f'<xf numFmtId="49" fontId="{len(self._font.isi) - 1}" fillId="{fill}" borderId="{garis}" '
            f'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
            f'<alignment vertical="top" wrapText="{int(lipat)}"/></xf>'.encode()
        )

    def date_style(self) -> int:
        """A style for dates, shown as the reader's computer writes them, in the workbook's first font."""
        return self._tambah(b'<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>')

    def _kotak(self) -> int:
        """Index of thin grey lines on all four sides."""
        sisi = "".join(f'<{s} style="thin"><color rgb="FF9AA5B8"/></{s}>' for s in ("left", "right", "top", "bottom"))
        garis = f"<border>{sisi}<diagonal/></border>".encode()
        if garis not in self._garis.isi:
            self._garis.isi.append(garis)
        return self._garis.isi.index(garis)

    def _tambah(self, xf: bytes) -> int:
        self._xf.isi.append(xf)
        return len(self._xf.isi) - 1


def _warna(fill: bytes) -> str | None:
    cocok = _WARNA.search(fill)
    return cocok[1][2:].decode().upper() if cocok and b'patternType="solid"' in fill else None


def _ganti_fill(xf: bytes, fill: int) -> bytes:
    """The same style with another fill."""
    kepala, tutup, sisa = xf.partition(b">")
    mandiri = b"/" if kepala.endswith(b"/") else b""
    kepala = re.sub(rb'\s(?:fillId|applyFill)="[^"]*"', b"", kepala.removesuffix(b"/")).rstrip()
    return kepala + b' fillId="%d" applyFill="1"' % fill + mandiri + tutup + sisa


def _buka(xf: bytes) -> bytes:
    """The same style without its lock."""
    if _TERBUKA.search(xf):
        return xf
    kepala, _, isi = _PROTEKSI.sub(b"", xf).partition(b">")
    kepala = re.sub(rb'\sapplyProtection="[^"]*"', b"", kepala.removesuffix(b"/")).rstrip()
    isi = isi.removesuffix(b"</xf>")
    depan, ada, ekor = isi.partition(b"<extLst")  # alignment, protection and extLst stand in this order
    return kepala + b' applyProtection="1">' + depan + b'<protection locked="0"/>' + ada + ekor + b"</xf>"
