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
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace

from kinerja.workbook.model import huruf_kolom, nomor_kolom
from kinerja.workbook.paket import MAKS_BAGIAN, ZIP_RUSAK

_WAKTU_ZIP = (0, 33)  # DOS time and date of 1980-01-01: the same input gives the same bytes

_BARIS = re.compile(rb"<row\b([^>]*?)(/>|>(.*?)</row>)", re.DOTALL)
_SEL = re.compile(rb"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
_RUMUS = re.compile(rb"<f\b[^>]*?(?:/>|>.*?</f>)", re.DOTALL)
_R = re.compile(rb'\br="([A-Z]{0,3})([0-9]+)"')
_S = re.compile(rb'\bs="([0-9]+)"')
_PROTEKSI = re.compile(rb"(<sheetProtection\b[^>]*?)(\s*/>|\s*>)")
_FORMAT_SEL = re.compile(rb'\sformatCells="[^"]*"')
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


class PaketTambal:
    """A zip package in memory. Parts keep their order; those not `put` keep their compressed bytes."""

    def __init__(self, isi: bytes) -> None:
        """Take the package apart. Raises TidakAman when it is not a plain, readable zip."""
        self._anggota: dict[str, _Anggota] = {}
        self._diganti: set[str] = set()
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
        except ZIP_RUSAK as e:
            raise TidakAman("berkas bukan paket xlsx yang utuh") from e

    def __contains__(self, nama: str) -> bool:
        return nama in self._anggota

    def nama(self) -> tuple[str, ...]:
        """Names of the parts, in order."""
        return tuple(self._anggota)

    def size(self) -> int:
        """Bytes of all parts, unpacked, as the package declares them."""
        return sum(a.ukuran for a in self._anggota.values())

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
                isi = buka.decompress(a.mentah, min(a.ukuran, MAKS_BAGIAN) + 1)
            except zlib.error as e:
                raise TidakAman(f"bagian {nama} rusak") from e
        if len(isi) != a.ukuran or zlib.crc32(isi) != a.crc:
            raise TidakAman(f"bagian {nama} rusak atau terlalu besar")
        return isi

    def put(self, nama: str, isi: bytes) -> None:
        """Replace a part in its place, or add it at the end."""
        self._anggota[nama] = _kemas(isi)
        self._diganti.add(nama)

    def changed(self) -> tuple[str, ...]:
        """Names of the parts that were replaced or added, in order."""
        return tuple(n for n in self._anggota if n in self._diganti)

    def remove(self, nama: str) -> None:
        """Drop a part; no fault when it is not there."""
        self._anggota.pop(nama, None)

    def arrange(self, kunci: Callable[[str], tuple[bool, str]]) -> None:
        """Put the parts in the order of this key of their names."""
        self._anggota = dict(sorted(self._anggota.items(), key=lambda a: kunci(a[0])))

    def copy(self) -> PaketTambal:
        """A second package that shares the unchanged bytes."""
        salinan = object.__new__(PaketTambal)
        salinan._anggota = dict(self._anggota)
        salinan._diganti = set(self._diganti)
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

    def uncached(self) -> bytes:
        """The formula without a stored result: programs compute it when they open the file."""
        depan = f'<c r="{self.alamat}"' + (f' s="{self.gaya}"' if self.gaya is not None else "")
        return depan.encode() + b">" + self.rumus + b"</c>"

    def restyle(self, gaya: int) -> bytes:
        """The element as it stood, with another style index."""
        kepala, tutup, sisa = self.asli.partition(b">")
        mandiri = kepala.endswith(b"/")
        kepala = re.sub(rb'\s+s="[0-9]+"', b"", kepala.removesuffix(b"/")).rstrip()
        # Where spreadsheets write it: behind the address.
        kepala = re.sub(rb'(\br="[A-Z]+[0-9]+")', rb'\1 s="%d"' % gaya, kepala, count=1)
        return kepala + (b"/" if mandiri else b"") + tutup + sisa


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
    return int(cocok[2]), nomor_kolom(cocok[1])


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
    pemotong = _Pemotong(xml)
    tunggu = sorted(perlu)
    for cocok in _BARIS.finditer(xml, awal, akhir):
        ke = _R.search(cocok[1])
        if ke is None:
            raise TidakAman("baris tanpa nomor")
        nomor = int(ke[2])
        while tunggu and tunggu[0] < nomor:
            pemotong.new_row(cocok.start(), tunggu[0], perlu[tunggu.pop(0)])
        if tunggu and tunggu[0] == nomor:
            pemotong.old_row(cocok, nomor, perlu[tunggu.pop(0)])
    for nomor in tunggu:
        pemotong.new_row(akhir, nomor, perlu[nomor])
    return pemotong.done()


class _Pemotong:
    """Cuts a sheet from the top down; `letak` is where the next piece begins."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        self._letak = 0
        self._depan = b""  # made by us, goes before the next piece
        self._potong: list[bytes] = []
        self._sel: list[SelXml] = []

    def done(self) -> Belahan:
        """The sheet in pieces."""
        return Belahan((*self._potong, self._depan + self._xml[self._letak :]), tuple(self._sel))

    def new_row(self, batas: int, nomor: int, kolom: list[int]) -> None:
        """Make a row that the sheet lacks, just before `batas`."""
        self._sampai(batas)
        self._isi_baris(f'<row r="{nomor}">'.encode(), nomor, kolom)

    def old_row(self, baris: re.Match[bytes], nomor: int, kolom: list[int]) -> None:
        """Cut one existing row at these columns."""
        if baris[3] is None:  # a row without cells
            self._sampai(baris.start())
            self._isi_baris(b"<row" + baris[1] + b">", nomor, kolom)
            self._letak = baris.end()
            return
        tunggu = sorted(kolom)
        banyak = 0
        for cocok in _SEL.finditer(self._xml, baris.start(3), baris.end(3)):
            banyak += 1
            ke = _R.search(cocok[1])
            if ke is None or not ke[1]:
                raise TidakAman("sel tanpa alamat")
            k = split_alamat((ke[1] + ke[2]).decode())[1]
            while tunggu and tunggu[0] < k:
                self._potong_di(cocok.start(), _sel_baru(nomor, tunggu.pop(0)))
            if tunggu and tunggu[0] == k:
                gaya = _S.search(cocok[1])
                rumus = _RUMUS.search(cocok[2] or b"")
                alamat = f"{huruf_kolom(tunggu.pop(0))}{nomor}"
                isi = SelXml(alamat, int(gaya[1]) if gaya else None, rumus[0] if rumus else b"", cocok[0])
                self._potong_di(cocok.start(), isi)
                self._letak = cocok.end()
        if banyak != baris[3].count(b"<c ") + baris[3].count(b"<c>"):
            raise TidakAman("sel tidak terbaca seluruhnya")
        for k in tunggu:
            self._potong_di(baris.end(3), _sel_baru(nomor, k))

    def _sampai(self, batas: int) -> None:
        """Take over everything up to `batas` as it is."""
        self._depan += self._xml[self._letak : batas]
        self._letak = batas

    def _potong_di(self, batas: int, sel: SelXml) -> None:
        self._sampai(batas)
        self._potong.append(self._depan)
        self._depan = b""
        self._sel.append(sel)

    def _isi_baris(self, kepala: bytes, nomor: int, kolom: list[int]) -> None:
        self._depan += kepala
        for k in sorted(kolom):
            self._potong_di(self._letak, _sel_baru(nomor, k))
        self._depan += b"</row>"


def _sel_baru(baris: int, kolom: int) -> SelXml:
    alamat = f"{huruf_kolom(kolom)}{baris}"
    return SelXml(alamat, None, b"", f'<c r="{alamat}"/>'.encode())


def set_cells(xml: bytes, isi: Mapping[str, Isi], gaya: Mapping[str, int] | None = None) -> bytes:
    """Put these contents into a sheet's XML; styles and formulas of the cells are kept.

    `gaya`: style indexes for cells that have none yet.
    """
    belahan = split_cells(xml, tuple(isi))
    baru = gaya or {}
    return belahan.join(
        {
            s.alamat: (replace(s, gaya=baru.get(s.alamat)) if s.gaya is None else s).write(isi[s.alamat])
            for s in belahan.sel
        }
    )


def restyle_cells(xml: bytes, gaya: Mapping[str, int]) -> bytes:
    """Give these cells another style index; values, formulas and all other bytes stay."""
    belahan = split_cells(xml, tuple(gaya))
    return belahan.join({s.alamat: s.restyle(gaya[s.alamat]) for s in belahan.sel})


def allow_format(xml: bytes) -> bytes:
    """The sheet with formats of cells left to the user where it is protected; its locks stay."""

    def bebas(cocok: re.Match[bytes]) -> bytes:
        if _FORMAT_SEL.search(cocok[1]):
            return _FORMAT_SEL.sub(b' formatCells="0"', cocok[1]) + cocok[2]
        return cocok[1] + b' formatCells="0"' + cocok[2]

    return _PROTEKSI.sub(bebas, xml, count=1)
