"""Lossless change of single parts and cells of an .xlsx: what is not changed keeps its bytes.

A workbook that a person filled in must come back with everything still in it; a library that loads and saves it
loses cached values, shapes and validations. So the package is taken apart as a zip, only the named parts are
rewritten, and every other part is copied in its compressed form. The same cutting makes many forms from one
skeleton (`Belahan`). Whatever does not look as expected raises `TidakAman`; nothing is patched on a guess.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from kinerja.workbook.model import huruf_kolom

_BATAS_BAGIAN = 64 * 1024 * 1024  # bytes of one unpacked part
_WAKTU_ZIP = (0, 33)  # DOS time and date of 1980-01-01: the same input gives the same bytes

_BARIS = re.compile(rb"<row\b([^>]*?)(/>|>(.*?)</row>)", re.DOTALL)
_SEL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_RUMUS = re.compile(rb"<f\b[^>]*?(?:/>|>.*?</f>)", re.DOTALL)
_R = re.compile(rb'\br="([A-Z]{0,3})([0-9]+)"')
_S = re.compile(rb'\bs="([0-9]+)"')
_TERLARANG = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MIRIP_KODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class TidakAman(Exception):
    """This file cannot be patched without risk to what it holds; the message says what is unusual."""


@dataclass(frozen=True, slots=True)
class _Anggota:
    """One member as it stands in the zip: compressed bytes, method, checksum and unpacked size."""

    mentah: bytes
    metode: int
    crc: int
    ukuran: int


class Paket:
    """A zip package in memory. Parts keep their order; those not `put` keep their compressed bytes."""

    def __init__(self, isi: bytes) -> None:
        """Take the package apart. Raises TidakAman when it is not a plain, readable zip."""
        self._anggota: dict[str, _Anggota] = {}
        try:
            with zipfile.ZipFile(io.BytesIO(isi)) as z:
                for info in z.infolist():
                    if info.flag_bits & 0x1 or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                        raise TidakAman(f"bagian {info.filename} terenkripsi atau dimampatkan dengan cara lain")
                    if info.filename in self._anggota:
                        raise TidakAman(f"bagian {info.filename} ada dua kali")
                    nama, tambahan = struct.unpack_from("<HH", isi, info.header_offset + 26)
                    awal = info.header_offset + 30 + nama + tambahan
                    mentah = isi[awal : awal + info.compress_size]
                    self._anggota[info.filename] = _Anggota(mentah, info.compress_type, info.CRC, info.file_size)
        except (zipfile.BadZipFile, struct.error, ValueError) as e:
            raise TidakAman("berkas bukan paket xlsx yang utuh") from e

    def __contains__(self, nama: str) -> bool:
        return nama in self._anggota

    def nama(self) -> tuple[str, ...]:
        """Names of the parts, in order."""
        return tuple(self._anggota)

    def read(self, nama: str) -> bytes:
        """The unpacked part. Raises TidakAman when it is missing, damaged or beyond the size limit."""
        a = self._anggota.get(nama)
        if a is None:
            raise TidakAman(f"bagian {nama} tidak ada")
        if a.metode == zipfile.ZIP_STORED:
            isi = a.mentah
        else:
            buka = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                isi = buka.decompress(a.mentah, min(a.ukuran, _BATAS_BAGIAN) + 1)
            except zlib.error as e:
                raise TidakAman(f"bagian {nama} rusak") from e
        if len(isi) != a.ukuran or zlib.crc32(isi) != a.crc:
            raise TidakAman(f"bagian {nama} rusak atau terlalu besar")
        return isi

    def put(self, nama: str, isi: bytes) -> None:
        """Replace a part in its place, or add it at the end."""
        self._anggota[nama] = _kemas(isi)

    def remove(self, nama: str) -> None:
        """Drop a part; no fault when it is not there."""
        self._anggota.pop(nama, None)

    def copy(self) -> Paket:
        """A second package that shares the unchanged bytes."""
        salinan = object.__new__(Paket)
        salinan._anggota = dict(self._anggota)
        return salinan

    def to_bytes(self) -> bytes:
        """The package as a zip with fixed times: equal parts give equal bytes."""
        badan: list[bytes] = []
        daftar: list[bytes] = []
        letak = 0
        for nama, a in self._anggota.items():
            teks = nama.encode()
            umum = struct.pack(
                "<HHHHHIIIHH", 20, 0x800, a.metode, *_WAKTU_ZIP, a.crc, len(a.mentah), a.ukuran, len(teks), 0
            )
            badan += [b"PK\x03\x04", umum, teks, a.mentah]
            daftar += [b"PK\x01\x02", struct.pack("<H", 20), umum, struct.pack("<HHHII", 0, 0, 0, 0, letak), teks]
            letak += 30 + len(teks) + len(a.mentah)
        pusat = b"".join(daftar)
        jumlah = len(self._anggota)
        akhir = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, jumlah, jumlah, len(pusat), letak, 0)
        return b"".join([*badan, pusat, akhir])


def _kemas(isi: bytes) -> _Anggota:
    padat = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Anggota(padat.compress(isi) + padat.flush(), zipfile.ZIP_DEFLATED, zlib.crc32(isi), len(isi))


def escape(teks: str) -> str:
    """Text as XML character data or attribute value; control characters in the way spreadsheets store them."""
    teks = _MIRIP_KODE.sub("_x005F_", teks)
    teks = _TERLARANG.sub(lambda m: f"_x{ord(m[0]):04X}_", teks)
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


@dataclass(frozen=True, slots=True)
class Isi:
    """What a cell shall hold: `teks`, or `angka` as plain decimal text, or neither (empty).

    A cell with a formula keeps it, and the value becomes the cached result.
    """

    teks: str | None = None
    angka: str | None = None


@dataclass(frozen=True, slots=True)
class SelXml:
    """A cell cut out of a sheet: its address, style index, formula element and whole element as it stood."""

    alamat: str
    gaya: int | None
    rumus: bytes
    asli: bytes

    def write(self, isi: Isi) -> bytes:
        """The element with this content, style and formula kept."""
        depan = f'<c r="{self.alamat}"' + (f' s="{self.gaya}"' if self.gaya is not None else "")
        if isi.angka is not None:
            return depan.encode() + b">" + self.rumus + f"<v>{isi.angka}</v></c>".encode()
        if isi.teks is None and not self.rumus:
            return depan.encode() + b"/>"
        teks = escape(isi.teks or "")
        if self.rumus:
            return depan.encode() + b' t="str">' + self.rumus + f"<v>{teks}</v></c>".encode()
        jaga = ' xml:space="preserve"' if teks != teks.strip() or "\n" in teks else ""
        return f'{depan} t="inlineStr"><is><t{jaga}>{teks}</t></is></c>'.encode()

    def restyle(self, gaya: int) -> bytes:
        """The element as it stood, with another style index."""
        kepala, tutup, sisa = self.asli.partition(b">")
        mandiri = kepala.endswith(b"/")
        kepala = _S.sub(b"", kepala.removesuffix(b"/")).rstrip()
        return kepala + f' s="{gaya}"'.encode() + (b"/" if mandiri else b"") + tutup + sisa


@dataclass(frozen=True, slots=True)
class Belahan:
    """A sheet cut at the named cells: `potong[i]`, cell i, `potong[i + 1]`, …"""

    potong: tuple[bytes, ...]
    sel: tuple[SelXml, ...]

    def join(self, sel: Mapping[str, bytes]) -> bytes:
        """The sheet again, with new elements for the addresses in `sel`."""
        hasil = [self.potong[0]]
        for s, p in zip(self.sel, self.potong[1:], strict=True):
            hasil.append(sel.get(s.alamat, s.asli))
            hasil.append(p)
        return b"".join(hasil)


def split_alamat(alamat: str) -> tuple[int, int]:
    """Row and column, from 1, of an A1 address."""
    cocok = re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", alamat)
    if cocok is None:
        raise TidakAman(f"“{alamat}” bukan alamat sel")
    kolom = 0
    for huruf in cocok[1]:
        kolom = kolom * 26 + ord(huruf) - 64
    return int(cocok[2]), kolom


def split_cells(xml: bytes, alamat: Collection[str]) -> Belahan:
    """Cut a sheet's XML at these cells; a cell or row that is not there yet is made, empty, in its place.

    Raises TidakAman when the sheet is written in a way that cannot be cut with certainty.
    """
    if b"<!DOCTYPE" in xml or b"<![CDATA[" in xml or (b"<sheetData" not in xml):
        raise TidakAman("lembar ditulis dengan cara yang tidak biasa")
    if b"<sheetData/>" in xml:
        xml = xml.replace(b"<sheetData/>", b"<sheetData></sheetData>", 1)
    perlu: dict[int, list[int]] = {}
    for a in alamat:
        baris, kolom = split_alamat(a)
        perlu.setdefault(baris, []).append(kolom)
    awal = xml.index(b">", xml.index(b"<sheetData")) + 1
    akhir = xml.index(b"</sheetData>")
    potong: list[bytes] = []
    sel: list[SelXml] = []
    letak = 0
    tunggu = sorted(perlu)
    for cocok in _BARIS.finditer(xml, awal, akhir):
        ke = _R.search(cocok[1])
        if ke is None:
            raise TidakAman("baris tanpa nomor")
        nomor = int(ke[2])
        while tunggu and tunggu[0] < nomor:
            letak = _baris_baru(xml, letak, cocok.start(), tunggu[0], perlu[tunggu[0]], potong, sel)
            tunggu.pop(0)
        if tunggu and tunggu[0] == nomor:
            letak = _belah_baris(xml, letak, cocok, nomor, sorted(perlu[nomor]), potong, sel)
            tunggu.pop(0)
    for nomor in tunggu:
        letak = _baris_baru(xml, letak, akhir, nomor, perlu[nomor], potong, sel)
    potong.append(xml[letak:])
    return Belahan(tuple(potong), tuple(sel))


def _baris_baru(
    xml: bytes, letak: int, batas: int, nomor: int, kolom: list[int], potong: list[bytes], sel: list[SelXml]
) -> int:
    """Make a row that the sheet lacks, just before `batas`."""
    depan = xml[letak:batas] + f'<row r="{nomor}">'.encode()
    for k in sorted(kolom):
        potong.append(depan)
        sel.append(_sel_baru(nomor, k))
        depan = b""
    # The closing tag opens the next piece: it is put back by joining it to the piece that follows.
    potong.append(b"</row>")
    sel.append(SelXml("", None, b"", b""))
    return batas


def _sel_baru(baris: int, kolom: int) -> SelXml:
    alamat = f"{huruf_kolom(kolom)}{baris}"
    return SelXml(alamat, None, b"", f'<c r="{alamat}"/>'.encode())


def _belah_baris(
    xml: bytes,
    letak: int,
    baris: re.Match[bytes],
    nomor: int,
    kolom: list[int],
    potong: list[bytes],
    sel: list[SelXml],
) -> int:
    """Cut one existing row at the named columns; returns where the next piece begins."""
    if baris[3] is None:  # <row … /> without cells
        depan = xml[letak : baris.start()] + b"<row" + baris[1] + b">"
        for k in kolom:
            potong.append(depan)
            sel.append(_sel_baru(nomor, k))
            depan = b""
        potong.append(b"</row>")
        sel.append(SelXml("", None, b"", b""))
        return baris.end()
    tunggu = list(kolom)
    banyak = 0
    for cocok in _SEL.finditer(xml, baris.start(3), baris.end(3)):
        banyak += 1
        ke = _R.search(cocok[1])
        if ke is None or not ke[1]:
            raise TidakAman("sel tanpa alamat")
        k = split_alamat((ke[1] + ke[2]).decode())[1]
        while tunggu and tunggu[0] < k:
            potong.append(xml[letak : cocok.start()])
            sel.append(_sel_baru(nomor, tunggu.pop(0)))
            letak = cocok.start()
        if tunggu and tunggu[0] == k:
            potong.append(xml[letak : cocok.start()])
            gaya = _S.search(cocok[1])
            rumus = _RUMUS.search(cocok[2] or b"")
            sel.append(
                SelXml(
                    f"{huruf_kolom(tunggu.pop(0))}{nomor}",
                    int(gaya[1]) if gaya else None,
                    rumus[0] if rumus else b"",
                    cocok[0],
                )
            )
            letak = cocok.end()
    if banyak != baris[3].count(b"<c ") + baris[3].count(b"<c>"):
        raise TidakAman("sel tidak terbaca seluruhnya")
    for k in tunggu:
        potong.append(xml[letak : baris.end(3)])
        sel.append(_sel_baru(nomor, k))
        letak = baris.end(3)
    return letak


def set_cells(xml: bytes, isi: Mapping[str, Isi]) -> bytes:
    """Put these contents into a sheet's XML; styles and formulas of the cells are kept."""
    belahan = split_cells(xml, tuple(isi))
    return belahan.join({s.alamat: s.write(isi[s.alamat]) for s in belahan.sel if s.alamat})


def restyle_cells(xml: bytes, gaya: Mapping[str, int]) -> bytes:
    """Give these cells another style index; values, formulas and all other bytes stay."""
    belahan = split_cells(xml, tuple(gaya))
    return belahan.join({s.alamat: s.restyle(gaya[s.alamat]) for s in belahan.sel if s.alamat})
