"""Lossless patching of single parts and cells."""

from __future__ import annotations

import io
import zipfile

import pytest

from kinerja.workbook.patch import Isi, PaketTambal, TidakAman, escape, restyle_cells, set_cells, split_cells
from kinerja.workbook.patch_buku import BukuTambal

LEMBAR = (
    b'<worksheet><cols><col min="1" max="2"/></cols><sheetData><row r="2" spans="1:3" ht="20">'
    b'<c r="A2" s="3" t="s"><v>0</v></c><c r="C2" s="5"><f>A2&amp;"x"</f><v>1.5</v></c></row>'
    b'<row r="4"/><row r="7"><c r="B7"/></row></sheetData><pageMargins left="1"/></worksheet>'
)


def zip_of(**bagian: bytes) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, isi in bagian.items():
            z.writestr(nama, isi)
    return wadah.getvalue()


def test_only_the_named_cells_change() -> None:
    hasil = set_cells(LEMBAR, {"A2": Isi(teks="a & <b>"), "C2": Isi(angka="2.25")})
    assert b'<c r="A2" s="3" t="inlineStr"><is><t>a &amp; &lt;b&gt;</t></is></c>' in hasil
    assert b'<c r="C2" s="5"><f>A2&amp;"x"</f><v>2.25</v></c>' in hasil
    awal, akhir = LEMBAR.index(b"<c r"), LEMBAR.index(b"</row>")
    assert hasil.startswith(LEMBAR[:awal])
    assert hasil.endswith(LEMBAR[akhir:])


def test_missing_cells_and_rows_are_made_in_order() -> None:
    baru = {
        "B2": Isi(angka="1"),
        "A1": Isi(angka="2"),
        "B4": Isi(angka="3"),
        "A7": Isi(angka="4"),
        "A9": Isi(angka="5"),
    }
    hasil = set_cells(LEMBAR, baru)
    import re

    assert re.findall(rb'r="([A-Z]+[0-9]+)"', hasil) == [b"A1", b"A2", b"B2", b"C2", b"B4", b"A7", b"B7", b"A9"]
    assert re.findall(rb'<row r="([0-9]+)"', hasil) == [b"1", b"2", b"4", b"7", b"9"]
    assert hasil.count(b"<row") == hasil.count(b"</row>")


def test_cut_without_change_gives_the_same_bytes() -> None:
    assert split_cells(LEMBAR, ["A2", "C2", "B7"]).join({}) == LEMBAR


def test_restyle_keeps_value_and_formula() -> None:
    hasil = restyle_cells(LEMBAR, {"C2": 9, "A2": 8, "B7": 7})
    assert b'<c r="C2" s="9"><f>A2&amp;"x"</f><v>1.5</v></c>' in hasil
    assert b'<c r="A2" s="8" t="s"><v>0</v></c>' in hasil
    assert b'<c r="B7" s="7"/>' in hasil


@pytest.mark.parametrize(
    "xml",
    [
        b"<x:worksheet><x:sheetData/></x:worksheet>",
        LEMBAR.replace(b'<c r="A2" ', b"<c "),
        LEMBAR.replace(b'<row r="2" ', b"<row "),
        b"<!DOCTYPE a>" + LEMBAR,
    ],
)
def test_unusual_sheets_are_refused(xml: bytes) -> None:
    with pytest.raises(TidakAman):
        set_cells(xml, {"A2": Isi(angka="1")})


def test_text_that_looks_like_a_formula_or_a_control_stays_text() -> None:
    hasil = set_cells(LEMBAR, {"A2": Isi(teks="=1+1\x0b_x0041_ ")})
    assert b't="inlineStr"><is><t xml:space="preserve">=1+1_x000B__x005F_x0041_ </t>' in hasil


def test_unchanged_members_keep_their_compressed_bytes() -> None:
    asal = zip_of(a=b"aaaa" * 1000, b=b"bbbb" * 1000)
    paket = PaketTambal(asal)
    paket.put("b", b"baru")
    paket.put("c", b"tambahan")
    hasil = paket.to_bytes()
    with zipfile.ZipFile(io.BytesIO(hasil)) as z:
        assert z.testzip() is None
        assert {n: z.read(n) for n in z.namelist()} == {"a": b"aaaa" * 1000, "b": b"baru", "c": b"tambahan"}
    with zipfile.ZipFile(io.BytesIO(asal)) as z:
        info = z.getinfo("a")
    mentah = asal[info.header_offset + 31 : info.header_offset + 31 + info.compress_size]
    assert mentah in hasil
    assert PaketTambal(hasil).to_bytes() == hasil


def test_damaged_zip_is_refused() -> None:
    asal = zip_of(a=b"aaaa" * 1000)
    with pytest.raises(TidakAman):
        PaketTambal(asal[:40])
    rusak = bytearray(asal)
    rusak[36] ^= 0xFF
    with pytest.raises(TidakAman):
        PaketTambal(bytes(rusak)).read("a")


def test_escape() -> None:
    assert escape('a<b>&"c"') == "a&lt;b&gt;&amp;&quot;c&quot;"


def test_a_large_package_of_our_own_is_taken_apart() -> None:
    """What the program itself wrote may be large; the limit is for workbooks that come in."""
    besar = zip_of(a=b"abcdefgh" * 1_000_000)
    assert PaketTambal(besar).size() == 8_000_000
    with pytest.raises(TidakAman, match="terlalu besar"):
        BukuTambal(besar)
