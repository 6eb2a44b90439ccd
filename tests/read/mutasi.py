"""Spoils a filled form: its bytes, its XML, or the records of an .xls. The same seed spoils it in the same way."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from collections.abc import Callable
from random import Random

TAG = re.compile(rb"<[^<>]{1,2000}>")
ATRIBUT = re.compile(rb'([\w:.-]+)="([^"<>]*)"')
TEKS = re.compile(rb">([^<>]{1,400})<")
ALAMAT = (b"XFD1048576", b"XFE1048577", b"A0", b"A-1", b"AAAA1", b"1A", b"", b"A1:XFD1048576", b"$A$1", b"A99999999999")
ANGKA = (
    b"-1", b"0", b"1048577", b"4294967296", b"9" * 30, b"9" * 5000, b"1e308", b"1e400", b"NaN", b"0x10", b"-0",
    b"1.5", "²".encode(), "٣".encode(), b" 3 ", b"true", b"",
)  # fmt: skip
ISI = (
    b"=1+1", b"-2+3", b"+cmd|' /C calc'!A0", b"@SUM(A1)", b"&#xD800;", b"&#0;", b"&#" + b"9" * 5000 + b";", b"&tak;",
    b"_xD800__xFFFE_", b"\x00", b"\x01\x0b\x1f", b"\xff\xfe", b"\xef\xbf\xbe", b"\xed\xa0\x80", b"]]>",
    b"<![CDATA[x]]>",
    b"<!--", "👩🏽‍💻 & ﷽ \u202e".encode(), b"1.125", b"0,95", b"9" * 400, b"1e-400", b"80-",
    b"KINERJA/1/x/y/2026-01/z/0",
    b"KINERJA/" + b"/" * 50, b"a" * 70_000, "２".encode() * 50, b"%", b"#REF!", b"'[1]x'!A1",
)  # fmt: skip
TABEL = (b"table:table", b"table:table-row", b"table:table-cell")
SUBUR = re.compile(r"content\.xml|sheet\d|sharedStrings|styles\.xml|workbook\.xml|\.rels$|custom\.xml|meta\.xml")


def _potongan(r: Random, isi: bytes, paling: int = 400) -> tuple[int, int]:
    awal = r.randrange(len(isi) + 1)
    return awal, min(len(isi), awal + r.randrange(1, paling))


def mutasi_byte(r: Random, isi: bytes, lain: bytes) -> bytes:
    """Flip, cut, splice, repeat: one to eight times."""
    for _ in range(r.randrange(1, 9)):
        if not isi:
            return isi
        a, b = _potongan(r, isi)
        cara = r.randrange(8)
        if cara <= 2:
            letak = r.randrange(len(isi))
            isi = isi[:letak] + bytes((isi[letak] ^ (1 << r.randrange(8)),)) + isi[letak + 1 :]
        elif cara == 3:
            isi = isi[:a] + r.randbytes(b - a) + isi[b:]
        elif cara == 4:
            isi = isi[:a] + isi[b:]
        elif cara == 5:
            isi = isi[:b] + isi[a:]
        elif cara == 6:
            c, d = _potongan(r, lain, 4000)
            isi = isi[:a] + lain[c:d] + isi[a:]
        elif r.random() < 0.3:
            isi = isi[: r.randrange(len(isi))]
        else:  # the directory at the end is where a zip is most easily hurt
            letak = max(0, len(isi) - r.randrange(1, 3000))
            isi = isi[:letak] + r.randbytes(2) + isi[letak + 2 :]
    return isi


def _ganti(isi: bytes, rentang: tuple[int, int], baru: bytes) -> bytes:
    return isi[: rentang[0]] + baru + isi[rentang[1] :]


def _satu(r: Random, pola: re.Pattern[bytes], isi: bytes) -> re.Match[bytes] | None:
    """A match somewhere behind a random place, else the first."""
    return pola.search(isi, r.randrange(len(isi) + 1)) or pola.search(isi)


def _hapus_tag(r: Random, isi: bytes) -> bytes:
    m = _satu(r, TAG, isi)
    return _ganti(isi, m.span(), b"") if m else isi


def _ganda_tag(r: Random, isi: bytes) -> bytes:
    m = _satu(r, TAG, isi)
    return _ganti(isi, m.span(), m[0] * r.choice((2, 2, 50))) if m else isi


def _ganda_rentang(r: Random, isi: bytes) -> bytes:
    """A run of whole elements once more: rows, cells, styles, relations."""
    nama = r.choice((b"row", b"c", b"si", b"xf", b"sheet", b"Relationship", b"mergeCell", b"property", *TABEL))
    semua = [m.span() for m in re.finditer(rb"<%s\b[^<>]*?(?:/>|>.*?</%s>)" % (nama, nama), isi[:600_000], re.DOTALL)]
    if not semua:
        return isi
    a, b = r.choice(semua)
    return _ganti(isi, (b, b), isi[a:b] * r.choice((1, 1, 3, 300)))


def _hapus_rentang(r: Random, isi: bytes) -> bytes:
    nama = r.choice(
        (b"row", b"c", b"v", b"si", b"sheet", b"cellXfs", b"table:table-row", b"table:table-column", b"text:p")
    )
    semua = [m.span() for m in re.finditer(rb"<%s\b[^<>]*?(?:/>|>.*?</%s>)" % (nama, nama), isi[:600_000], re.DOTALL)]
    return _ganti(isi, r.choice(semua), b"") if semua else isi


def _tukar_atribut(r: Random, isi: bytes) -> bytes:
    a, b = _satu(r, ATRIBUT, isi), _satu(r, ATRIBUT, isi)
    if not a or not b or a.end() > b.start():
        return isi
    isi = _ganti(isi, b.span(2), a[2])
    return _ganti(isi, a.span(2), b[2])


def _atribut(r: Random, isi: bytes, nama: bytes, nilai: tuple[bytes, ...]) -> bytes:
    m = _satu(r, re.compile(rb'[ :]%s="([^"<>]*)"' % nama), isi)
    return _ganti(isi, m.span(1), r.choice(nilai)) if m else isi


def _nilai_atribut(r: Random, isi: bytes) -> bytes:
    m = _satu(r, ATRIBUT, isi)
    return _ganti(isi, m.span(2), r.choice(ANGKA + ALAMAT + ISI)) if m else isi


def _alamat(r: Random, isi: bytes) -> bytes:
    return _atribut(r, isi, b"(?:r|ref|sqref)", ALAMAT)


def _nomor(r: Random, isi: bytes) -> bytes:
    nama = (
        b"s", b"r", b"min", b"max", b"numFmtId", b"xfId", b"sheetId", b"number-columns-repeated",
        b"number-rows-repeated",
        b"number-columns-spanned", b"number-rows-spanned", b"value", b"decimal-places", b"display-factor",
        b"pid", b"date-value",
    )  # fmt: skip
    return _atribut(r, isi, r.choice(nama), ANGKA)


def _jenis_sel(r: Random, isi: bytes) -> bytes:
    jenis = b"s b d e n str inlineStr date time boolean percentage float string zz".split()
    return _atribut(r, isi, r.choice((b"t", b"value-type")), (*jenis, b""))


def _isi(r: Random, isi: bytes) -> bytes:
    m = _satu(r, TEKS, isi)
    return _ganti(isi, m.span(1), r.choice(ISI + ANGKA)) if m else isi


def _rumus(r: Random, isi: bytes) -> bytes:
    """The formula of a cell: another one, or none where there was one."""
    m = _satu(r, re.compile(rb"<f[^<>]*>[^<>]*</f>"), isi)
    return (
        _ganti(isi, m.span(), r.choice((b"", b"<f/>", b"<f>'[1]x'!A1</f>", b"<f>" + b"(" * 5000 + b"</f>")))
        if m
        else isi
    )


def _format_kode(r: Random, isi: bytes) -> bytes:
    kode = (b"0%", b"&quot;95%&quot;", b"[" * 3000, b"[h" * 2000, b"_", b"\\", b";;;", b"[&lt;1]0%;0", b"d/m/yy", b"*")
    return _atribut(r, isi, b"formatCode", kode)


def _doctype(r: Random, isi: bytes) -> bytes:
    bom = b'<!DOCTYPE a [<!ENTITY b "xx"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>'
    letak = isi.find(b"?>") + 2
    return _ganti(isi, (letak, letak) if letak > 1 else (0, 0), bom)


def _penyandian(r: Random, isi: bytes) -> bytes:
    cara = r.randrange(5)
    if cara == 0:
        return re.sub(
            rb'encoding="[^"]*"', b'encoding="' + r.choice((b"utf-16", b"latin-1", b"zzz", b"cp1252")) + b'"', isi
        )
    if cara == 1:
        return isi.decode("utf-8", "replace").encode("utf-16")
    if cara == 2:
        return b"\xef\xbb\xbf" * 2 + isi
    return isi.decode("utf-8", "replace").encode("latin-1", "replace") if cara == 3 else isi[1:] + b"\x00"


def _baris_kosong(r: Random, isi: bytes) -> bytes:
    if b"</sheetData>" in isi:
        banyak = b"".join(b'<row r="%d" hidden="1" spans="1:3"/>' % n for n in range(500, 100_500))
        return isi.replace(b"</sheetData>", banyak + b"</sheetData>")
    return isi.replace(
        b"</table:table>", b'<table:table-row table:visibility="collapse"/>' * 100_000 + b"</table:table>", 1
    )


def _dalam(r: Random, isi: bytes) -> bytes:
    n = r.choice((100, 20_000, 100_000))
    m = _satu(r, TAG, isi)
    return _ganti(isi, (m.start(), m.start()), b"<a>" * n + b"</a>" * n) if m else isi


def _gabungan(r: Random, isi: bytes) -> bytes:
    semua = (b"A1:XFD1048576", b"A1:S40", b"J7:L9", b"L9:J7", b"A1", b"B2:C3", b"A7:A40", b"zz")
    tag = b"".join(b'<mergeCell ref="%s"/>' % r.choice(semua) for _ in range(r.choice((1, 5, 5000))))
    return isi.replace(b"</sheetData>", b"</sheetData><mergeCells>" + tag + b"</mergeCells>")


def _kolom(r: Random, isi: bytes) -> bytes:
    tag = b'<col min="1" max="%s" hidden="1"/>' % r.choice((b"16383", b"99999999999", b"-4", b"x"))
    return isi.replace(b"<sheetData>", b"<cols>" + tag * r.choice((1, 2000)) + b"</cols><sheetData>")


def _sel_jauh(r: Random, isi: bytes) -> bytes:
    sel = r.choice(
        (b'<c r="XFD1048576"><v>1</v></c>', b'<c r="XFD1048576" t="s"><v>0</v></c>', b"<c><v>1</v></c>" * 17_000)
    )
    return isi.replace(b"</sheetData>", b'<row r="1048576">' + sel + b"</row></sheetData>")


def _potong(r: Random, isi: bytes) -> bytes:
    return isi[: r.randrange(len(isi) + 1)]


XML: tuple[Callable[[Random, bytes], bytes], ...] = (
    _hapus_tag, _ganda_tag, _ganda_rentang, _hapus_rentang, _tukar_atribut, _nilai_atribut, _nilai_atribut, _alamat,
    _nomor, _nomor, _jenis_sel, _isi, _isi, _isi, _rumus, _format_kode, _doctype, _penyandian, _baris_kosong, _dalam,
    _gabungan, _kolom, _sel_jauh, _potong,
)  # fmt: skip


def mutasi_xml(r: Random, isi: bytes) -> bytes:
    """The package with one to four of its parts or texts spoilt, zipped again so that its checksums hold."""
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        asal = {i.filename: z.read(i) for i in z.infolist() if not i.is_dir()}
    bagian = asal
    while bagian == asal:  # some ways change nothing in some parts
        bagian = _rusakkan(r, dict(asal))
    return zip_dari(bagian)


def _rusakkan(r: Random, bagian: dict[str, bytes]) -> dict[str, bytes]:
    for _ in range(r.randrange(1, 5)):
        nama = r.choice([n for n in bagian if SUBUR.search(n)] or list(bagian))
        cara = r.randrange(20)
        if cara == 0:
            del bagian[nama]
        elif cara == 1:
            lain = r.choice(list(bagian))
            bagian[nama], bagian[lain] = bagian[lain], bagian[nama]
        elif cara == 2:
            bagian[nama] = mutasi_byte(r, bagian[nama], bagian[nama])
        elif cara == 3:
            bagian[r.choice(("xl/x.xml", "../x", "x" * 300, "ꦏ.xml", "xl/vbaProject.bin"))] = bagian[nama]
        else:
            bagian[nama] = r.choice(XML)(r, bagian[nama])
        if not bagian:
            break
    return bagian


_BOF, _EOF = b"\x09\x08\x10\x00", 0x000A


def mutasi_biff(r: Random, isi: bytes) -> bytes:
    """An .xls with one to six of its records spoilt inside; their lengths, and with them the rest, stay whole."""
    rekaman = _rekaman(isi)
    baru = bytearray(isi)
    for _ in range(r.randrange(1, 7)):
        awal, panjang = r.choice(rekaman)
        cara = r.randrange(6)
        if cara == 0:  # another kind of record
            baru[awal - 4] ^= 1 << r.randrange(8)
        elif cara == 1:
            baru[awal : awal + panjang] = r.choice((b"\xff", b"\x00", b"\x7f")) * panjang
        else:
            a = awal + r.randrange(panjang)
            b = min(awal + panjang, a + r.choice((1, 1, 2, 4, 8)))
            baru[a:b] = r.choice((r.randbytes(b - a), b"\xff" * (b - a), bytes(b - a)))
    return bytes(baru) if baru != isi else mutasi_byte(r, isi, isi)


def _rekaman(isi: bytes) -> list[tuple[int, int]]:
    """(place, length) of the payload of every record, substream after substream."""
    hasil: list[tuple[int, int]] = []
    letak = isi.find(_BOF)
    while letak >= 0:
        while letak + 4 <= len(isi):
            kode, panjang = struct.unpack_from("<HH", isi, letak)
            if panjang > 8224 or (kode, panjang) == (0, 0):
                break
            if panjang:
                hasil.append((letak + 4, panjang))
            letak += 4 + panjang
            if kode == _EOF:
                break
        letak = isi.find(_BOF, letak)
    return hasil


def zip_dari(bagian: dict[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
        for nama, data in bagian.items():
            z.writestr(nama, data)
    return wadah.getvalue()
