"""Cells of .xlsx: values, kinds, formats; the fast way and the careful way; openpyxl as oracle."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from buat_xlsx import bagian_xlsx, lembar_xml, xlsx
from helpers.paket import zip_dari
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.workbook import lembar_xlsx
from kinerja.workbook.lembar_xlsx import LembarMentah
from kinerja.workbook.model import Jenis, Lembar, Sel
from kinerja.workbook.reader import open_workbook
from kinerja.workbook.sel_xlsx import Konteks

TEKS = "<si><t>satu</t></si>"
TEKS += '<si><r><t>ka</t></r><r><t xml:space="preserve">ya </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>'
GAYA = (
    '<numFmts><numFmt numFmtId="170" formatCode="0.0&quot;%&quot;"/></numFmts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs>'
)


def baca(sel: str, **lain: str) -> Lembar:
    return open_workbook(xlsx(sel, **lain), "a.xlsx").lembar["L"]


def satu(sel: str, **lain: str) -> Sel:
    return baca(f'<row r="1">{sel}</row>', **lain).cell(1, 1)


@pytest.mark.parametrize(
    ("xml", "jenis", "nilai", "rumus"),
    [
        ('<c r="A1"><v>95</v></c>', Jenis.ANGKA, Decimal(95), None),
        ('<c r="A1" t="n"><v>1.5E3</v></c>', Jenis.ANGKA, Decimal(1500), None),
        ('<c r="A1"><v>0.95000000000000007</v></c>', Jenis.ANGKA, Decimal("0.95"), None),
        ('<c r="A1" t="s"><v>0</v></c>', Jenis.TEKS, "satu", None),
        ('<c r="A1" t="s"><v>1</v></c>', Jenis.TEKS, "kaya ", None),
        ('<c r="A1" t="inlineStr"><is><t>R&amp;D &lt;1&gt;</t></is></c>', Jenis.TEKS, "R&D <1>", None),
        ('<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>', Jenis.TEKS, "ab", None),
        ('<c r="A1" t="b"><v>1</v></c>', Jenis.LOGIKA, True, None),
        ('<c r="A1" t="e"><v>#DIV/0!</v></c>', Jenis.GALAT, "#DIV/0!", None),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Jenis.GALAT, "#DIV/0!", "1/0"),
        ('<c r="A1"><f>B1*2</f><v>4</v></c>', Jenis.ANGKA, Decimal(4), "B1*2"),
        ('<c r="A1"><f>B1*2</f></c>', Jenis.BELUM_DIHITUNG, None, "B1*2"),
        ('<c r="A1"><f>B1*2</f><v></v></c>', Jenis.BELUM_DIHITUNG, None, "B1*2"),
        ('<c r="A1"><f>B1*2</f><v/></c>', Jenis.BELUM_DIHITUNG, None, "B1*2"),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', Jenis.TEKS, "", '""'),
        ('<c r="A1"><f t="shared" si="0"/><v>7</v></c>', Jenis.ANGKA, Decimal(7), ""),
        ('<c r="A1"><f t="shared" ref="A1:A3" si="0">B1+1</f><v>7</v></c>', Jenis.ANGKA, Decimal(7), "B1+1"),
        ('<c r="A1" cm="1"><f t="array" ref="A1">SUM(B1:B2)</f><v>7</v></c>', Jenis.ANGKA, Decimal(7), "SUM(B1:B2)"),
        ('<c r="A1" t="d"><v>2026-01-31</v></c>', Jenis.TANGGAL, dt.date(2026, 1, 31), None),
        ('<c r="A1" t="str"><v>_x0041__x000D_\nb</v></c>', Jenis.TEKS, "A\nb", None),
        ('<c r="A1"><v>1_0</v></c>', Jenis.TEKS, "1_0", None),  # pitfall 1.8: only what is a number is one
        ('<c r="A1"><v>٣</v></c>', Jenis.TEKS, "٣", None),
        ('<c r="A1"><v>1e999</v></c>', Jenis.TEKS, "1e999", None),
        ('<c r="A1" s="1"/>', Jenis.KOSONG, None, None),
        ('<c r="A1" t="inlineStr"><is><t></t></is></c>', Jenis.KOSONG, None, None),
    ],
)
def test_jenis_dan_nilai(xml: str, jenis: Jenis, nilai: object, rumus: str | None) -> None:
    sel = satu(xml, teks=TEKS, gaya=GAYA)
    assert (sel.jenis, sel.nilai, sel.rumus) == (jenis, nilai, rumus)


def test_1_1_persen_dapat_dibedakan_dari_bentuknya() -> None:
    lembar = baca(
        '<row r="1"><c r="A1" s="1"><v>0.95</v></c><c r="B1"><v>0.95</v></c><c r="C1" s="2"><v>95</v></c></row>',
        gaya=GAYA,
    )
    assert [lembar.cell(1, k).format for k in (1, 2, 3)] == ["0.00%", "General", '0.0"%"']


def test_2_5_epoch_1904() -> None:
    sel = '<c r="A1" s="3"><v>100</v></c>'
    assert satu(sel, gaya=GAYA).nilai == dt.date(1900, 4, 9)
    assert satu(sel, gaya=GAYA, sifat_buku='<workbookPr date1904="1"/>').nilai == dt.date(1904, 4, 10)


def test_5_10_alamat_tidak_bergeser() -> None:
    lembar = baca('<row r="7"><c r="C7"><v>1</v></c></row>')
    assert list(lembar.sel) == [(7, 3)]
    assert lembar.cell(7, 3).alamat == "C7"


def test_7_3_dimension_palsu_diabaikan() -> None:
    assert (
        len(baca('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>', depan='<dimension ref="A1"/>').sel)
        == 2
    )


def test_bagian_yang_tersembunyi_dan_digabung() -> None:
    lembar = baca(
        '<row r="1" spans="1:2"><c r="A1"><v>1</v></c></row><row r="3" hidden="1" ht="9"><c r="A3"><v>1</v></c></row>',
        depan='<cols><col min="2" max="4" hidden="1"/><col min="6" max="6"/></cols>',
        belakang='<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    )
    assert (lembar.baris_tersembunyi, lembar.kolom_tersembunyi, lembar.gabungan) == ({3}, {2, 3, 4}, ("A1:B1",))


def test_sel_di_ujung_lembar() -> None:
    lembar = baca('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')
    assert set(lembar.sel) == {(1, 1), (1048576, 16384)}


_SATU = '<c r="A1"><v>5</v></c>'


def _dalam(baris: str) -> str:
    return f"<worksheet><sheetData>{baris}</sheetData></worksheet>"


@pytest.mark.parametrize(
    "lembar",
    [
        # Dialects that the fast way must hand over, never read as empty.
        _dalam(f"<row>{_SATU}</row>").replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:"),
        _dalam("<row r='1'><c r='A1'><v>5</v></c></row>"),
        _dalam('<row r="1"><c s="0" r="A1"><v>5</v></c></row>'),
        _dalam('<row r="1"><c r="A1"><v><![CDATA[5]]></v></c></row>'),
        _dalam('\n <row r="1">\n  <c r="A1">\n   <v>5</v>\n  </c>\n </row>\n'),
        _dalam("<row><c><v>5</v></c></row>"),
        _dalam('<row r="1"><c\nr="A1"><v>5</v></c></row>'),
        '<?xml version="1.0" encoding="UTF-16"?>' + _dalam(f"<row>{_SATU}</row>"),
        _dalam(f'<row><!-- <c r="B9"><v>1</v></c> -->{_SATU}</row>'),
    ],
)
def test_dialek_xml_terbaca_sama(lembar: str) -> None:
    data = lembar.encode("utf-16" if "UTF-16" in lembar else "utf-8")
    buku = open_workbook(zip_dari(bagian_xlsx(data)), "a.xlsx")
    assert {k: s.nilai for k, s in buku.lembar["L"].sel.items()} == {(1, 1): Decimal(5)}


def test_ooxml_strict() -> None:
    bagian = {
        n: d.replace(
            "http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"
        )
        if isinstance(d, str)
        else d
        for n, d in bagian_xlsx(lembar_xml('<row r="1"><c r="A1"><v>5</v></c></row>')).items()
    }
    assert open_workbook(zip_dari(bagian), "a.xlsx").lembar["L"].cell(1, 1).nilai == 5


# Pieces of cells, put together at random: the two ways must agree whenever the fast one accepts.
_ATRIBUT = st.sampled_from(["", ' s="1"', ' s="2"', ' s="9"', ' t="s"', ' t="n"', ' t="str"', ' s="1" t="b"', ' t="e"',
                            ' t="inlineStr"', ' s="3"', ' cm="1"'])  # fmt: skip
_ISI = st.sampled_from(
    ["", "<v>1</v>", "<v>0.1</v>", "<v></v>", "<v/>", "<f>A1&amp;B1</f>", "<f/><v>3</v>", "<f>1</f><v>x</v>",
     "<is><t>a&#10;b</t></is>", '<v xml:space="preserve"> 2 </v>', "<is><r><t>r</t></r></is>", "<v>45000.25</v>",
     "<v>1e5</v>", "<v>-3</v>", "<v>&#38;amp;</v>", "<v>é🙂\r\nz</v>", "<f t='array'>1</f><v>1</v>", "<v>99999999</v>"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(_ATRIBUT, _ISI), min_size=1, max_size=12), st.booleans())
def test_cara_cepat_sama_dengan_cara_teliti(bagian: list[tuple[str, str]], sembunyi: bool) -> None:
    sel = "".join(
        f'<c r="{chr(65 + n)}2"{a}>{i}</c>' if i else f'<c r="{chr(65 + n)}2"{a}/>' for n, (a, i) in enumerate(bagian)
    )
    data = lembar_xml(f'<row r="2"{" hidden=" + chr(34) + "1" + chr(34) if sembunyi else ""}>{sel}</row>').encode()
    konteks = Konteks(["satu", "dua"] * 50, ("General", "0.00%", '0"%"', "yyyy-mm-dd"), False)
    mentah = LembarMentah(data, "L", False, "sheet1.xml")

    def coba(cara: Any) -> Any:
        try:
            return cara(mentah, konteks, 1000)
        except Exception as e:
            return e.args

    cepat, teliti = coba(lembar_xlsx._cepat), coba(lembar_xlsx._teliti)
    if cepat is not None:
        assert cepat == teliti


def test_cara_cepat_memang_dipakai_untuk_berkas_biasa() -> None:
    wadah = io.BytesIO()
    buku = openpyxl.Workbook()
    buku.active.append(["a", 1, 2.5, "=A1"])
    buku.save(wadah)
    from kinerja.workbook.paket import buka_paket

    paket = buka_paket(wadah.getvalue())
    mentah = LembarMentah(paket.baca("xl/worksheets/sheet1.xml"), "L", False, "s")
    assert lembar_xlsx._cepat(mentah, Konteks(["a"], ("General",), False), 99) is not None


def _dengan_openpyxl() -> bytes:
    buku = openpyxl.Workbook()
    ws = buku.active
    bentuk = [
        "General",
        "0%",
        "0.00%",
        '#,##0.00" rb"',
        "dd/mm/yyyy",
        "[h]:mm",
        "h:mm",
        '"Rp" #,##0',
        "@",
        "d mmm yyyy hh:mm",
    ]
    for b, f in enumerate(bentuk, 1):
        for k, v in enumerate([1, 0.5, 45689, 45689.75, "teks & <b>", True, "", None, "=1+1", 61.25], 1):
            ws.cell(b, k, v).number_format = f
    ws["A20"] = dt.datetime.combine(dt.date(2026, 2, 28), dt.time(13, 45))
    ws["B20"] = dt.date(2026, 2, 28)
    ws["C20"] = dt.time(8, 30)
    ws["D20"] = "#N/A"
    for n in range(30, 90):
        ws.cell(n, n - 25, n / 7)
    lain = buku.create_sheet("Lembar é 2")
    lain["Z99"] = "jauh"
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def _dengan_xlsxwriter() -> bytes:
    wadah = io.BytesIO()
    buku = xlsxwriter.Workbook(wadah, {"in_memory": True})
    ws = buku.add_worksheet("Data")
    persen, tgl = buku.add_format({"num_format": "0.0%"}), buku.add_format({"num_format": 15})
    tebal = buku.add_format({"bold": True})
    for n in range(50):
        ws.write_number(n, 0, n / 3, persen)
        ws.write_string(n, 1, f"baris {n}\nkedua “{n}”")
        ws.write_datetime(n, 2, dt.date(2026, 1, 1) + dt.timedelta(days=n), tgl)
        ws.write_formula(n, 3, f'=IF(A{n + 1}<1,"ya & ok","tidak")', None, "ya & ok")
        ws.write_boolean(n, 4, n % 2 == 0)
    ws.write_rich_string(60, 0, "biasa ", tebal, "tebal", " lagi")
    ws.write_array_formula("F1:F2", "{=A1:A2*2}", None, 2)
    buku.close()
    return wadah.getvalue()


def _sama(kita: Sel, mereka: Any) -> bool:
    v = mereka.value
    if isinstance(v, dt.datetime) and isinstance(kita.nilai, dt.date) and not isinstance(kita.nilai, dt.datetime):
        return v == dt.datetime.combine(kita.nilai, dt.time())
    if isinstance(v, int | float) and not isinstance(v, bool):
        return isinstance(kita.nilai, Decimal) and abs(float(kita.nilai) - v) <= 1e-14 * max(1, abs(v))
    return bool(kita.nilai == v)


@pytest.mark.parametrize("buat", [_dengan_openpyxl, _dengan_xlsxwriter])
def test_sel_demi_sel_sama_dengan_openpyxl(buat: Any) -> None:
    isi = buat()
    kita = open_workbook(isi, "a.xlsx")
    nilai = openpyxl.load_workbook(io.BytesIO(isi), data_only=True)
    rumus = openpyxl.load_workbook(io.BytesIO(isi))
    assert list(kita.lembar) == nilai.sheetnames
    for ws in nilai:
        lembar = kita.lembar[ws.title]
        ada = set()
        for baris in ws.iter_rows():
            for c in baris:
                sel = lembar.cell(c.row, c.column)
                berumus = rumus[ws.title][c.coordinate].data_type == "f"
                assert berumus == (sel.rumus is not None), c.coordinate
                if c.value is None and not berumus:
                    assert sel.jenis is Jenis.KOSONG, c.coordinate
                    continue
                ada.add((c.row, c.column))
                if c.value is not None:
                    assert _sama(sel, c), (c.coordinate, sel, c.value)
                    assert sel.format == c.number_format, c.coordinate
                assert (c.data_type == "e") == (sel.jenis is Jenis.GALAT)
        assert ada == set(lembar.sel)
    nilai.close()
    rumus.close()


def test_tautan_luar_makro_sifat_dan_lembar_tersembunyi() -> None:
    wadah = io.BytesIO()
    buku = openpyxl.Workbook()
    buku.active["A1"] = "='[1]Rekap'!B4"
    buku.create_sheet("_identitas").sheet_state = "veryHidden"
    from openpyxl.packaging.custom import StringProperty

    buku.custom_doc_props.append(StringProperty(name="kinerja_formulir", value="A & B"))
    buku.save(wadah)
    bagian: dict[str, bytes | str] = {}
    import zipfile

    with zipfile.ZipFile(wadah) as z:
        bagian = {n: z.read(n) for n in z.namelist()}
    rels = bagian["xl/_rels/workbook.xml.rels"]
    assert isinstance(rels, bytes)
    tautan = "externalLinks/externalLink1.xml"
    jenis = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    bagian["xl/_rels/workbook.xml.rels"] = rels.replace(
        b"</Relationships>",
        f'<Relationship Id="x9" Type="{jenis}externalLink" Target="{tautan}"/></Relationships>'.encode(),
    )
    bagian["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        f'<Relationships xmlns="u"><Relationship Id="r" Type="{jenis}externalLinkPath" Target="file:///D:/Rekap.xlsx" '
        'TargetMode="External"/></Relationships>'
    )
    bagian["xl/vbaProject.bin"] = b"x"
    hasil = open_workbook(zip_dari(bagian), "a.xlsm")
    assert hasil.sifat == {"kinerja_formulir": "A & B"}
    assert hasil.lembar["_identitas"].tersembunyi
    assert hasil.tautan_luar == ("file:///D:/Rekap.xlsx",)
    assert (hasil.makro, hasil.format) == (True, "xlsm")
