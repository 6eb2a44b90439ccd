"""The other formats: .ods and .xls, in the disposable process and in ours, against the same content."""

from __future__ import annotations

import datetime as dt
import io
import pickle
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from helpers.paket import zip_dari

from kinerja.workbook import isolasi, pekerja
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Jenis, Lembar
from kinerja.workbook.numfmt import nilai_angka, ragam_tanggal
from kinerja.workbook.ods import baca_ods
from kinerja.workbook.paket import buka_paket
from kinerja.workbook.reader import open_workbook

MIME = "application/vnd.oasis.opendocument.spreadsheet"
NS = (
    'xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n" xmlns:calcext="c" '
    'xmlns:draw="d" xmlns:xlink="l" xmlns:dc="dc"'
)
GAYA = (
    '<number:percentage-style style:name="N1"><number:number number:decimal-places="2"/><number:text>%</number:text>'
    '</number:percentage-style><number:number-style style:name="N2"><number:number number:decimal-places="0"/>'
    "<number:text>%</number:text></number:number-style>"
    '<number:date-style style:name="N3"><number:day number:style="long"/><number:text>/</number:text>'
    '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
    "</number:date-style>"
    '<number:number-style style:name="N4P0"><number:number number:decimal-places="2"/></number:number-style>'
    '<number:number-style style:name="N4"><number:text>(</number:text><number:number number:decimal-places="2"/>'
    '<number:text>)</number:text><style:map style:condition="value()>=0" style:apply-style-name="N4P0"/>'
    "</number:number-style>"
    '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>'
    '<style:style style:name="ce4" style:family="table-cell" style:data-style-name="N4"/>'
    '<style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>'
    '<style:style style:name="ce3" style:family="table-cell" style:parent-style-name="ce1"/>'
    '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
)


def ods(tabel: str, **lain: str) -> bytes:
    isi = (
        f"<office:document-content {NS}><office:automatic-styles>{GAYA}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tabel}</office:spreadsheet></office:body></office:document-content>"
    )
    return zip_dari({"mimetype": MIME, "content.xml": isi, **lain})


def tabel(baris: str, **lain: str) -> Lembar:
    isi = ods(f'<table:table table:name="L">{baris}</table:table>', **lain)
    return baca_ods(buka_paket(isi)).lembar["L"]


def sel(atribut: str, teks: str = "") -> str:
    return f"<table:table-cell {atribut}><text:p>{teks}</text:p></table:table-cell>"


def test_format_bersyarat_menjadi_bagian_bagiannya() -> None:
    isi = sel('table:style-name="ce4" office:value-type="float" office:value="-5"')
    assert tabel(f"<table:table-row>{isi}</table:table-row>").cell(1, 1).format == '0.00;"("0.00")"'


def test_ods_jenis_nilai_dan_format() -> None:
    lembar = tabel(
        "<table:table-column/><table:table-row>"
        + sel('office:value-type="percentage" office:value="0.95" table:style-name="ce1"', "95%")
        + sel('office:value-type="float" office:value="95" table:style-name="ce2"', "95%")
        + sel('office:value-type="percentage" office:value="0.5" table:style-name="ce3"', "50%")
        + sel('office:value-type="date" office:date-value="2026-05-03"', "03/05/26")
        + sel('office:value-type="boolean" office:boolean-value="true"', "BENAR")
        + sel('office:value-type="string"', 'a<text:s text:c="2"/>b')
        + sel('table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"', "#DIV/0!")
        + sel('table:formula="of:=[.A1]*2" office:value-type="float" office:value="1.9"', "1,9")
        + '<table:table-cell table:formula="of:=[.A1]"/>'
        + sel('office:value-type="time" office:time-value="PT08H30M00S"', "08:30")
        + sel('office:value-type="time" office:time-value="PT30H00M00S"', "30:00")
        + "</table:table-row>"
    )
    hasil = [(s.jenis, s.nilai, s.format, s.rumus) for _, s in sorted(lembar.sel.items())]
    assert hasil == [
        (Jenis.ANGKA, Decimal("0.95"), "0.00%", None),
        (Jenis.ANGKA, Decimal(95), '0"%"', None),
        (Jenis.ANGKA, Decimal("0.5"), "0.00%", None),
        (Jenis.TANGGAL, dt.date(2026, 5, 3), "General", None),
        (Jenis.LOGIKA, True, "General", None),
        (Jenis.TEKS, "a  b", "General", None),
        (Jenis.GALAT, "#DIV/0!", "General", "1/0"),
        (Jenis.ANGKA, Decimal("1.9"), "General", "[.A1]*2"),
        (Jenis.BELUM_DIHITUNG, None, "General", "[.A1]"),
        (Jenis.TANGGAL, dt.time(8, 30), "General", None),
        (Jenis.TANGGAL, dt.timedelta(hours=30), "General", None),
    ]


def test_ods_pengulangan_dan_alamat() -> None:
    dua = sel('office:value-type="float" office:value="7" table:number-columns-repeated="2"')
    lembar = tabel(
        '<table:table-row table:number-rows-repeated="4"><table:table-cell table:number-columns-repeated="16384"/>'
        '</table:table-row><table:table-row table:number-rows-repeated="2" table:visibility="filter">'
        f'<table:table-cell table:number-columns-repeated="2"/>{dua}'
        '</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>'
    )
    assert [s.alamat for s in lembar.sel.values()] == ["C5", "D5", "C6", "D6"]
    assert lembar.baris_tersembunyi == {5, 6}


def test_ods_bom_pengulangan() -> None:
    with pytest.raises(BerkasDitolak) as e:
        tabel(
            '<table:table-row table:number-rows-repeated="1048576">'
            + sel('office:value-type="float" office:value="7" table:number-columns-repeated="16384"')
            + "</table:table-row>"
        )
    assert e.value.kode == "BRK014"


def test_ods_komentar_bukan_isi() -> None:
    lembar = tabel(
        '<table:table-row><table:table-cell office:value-type="string"><office:annotation><dc:creator>Tim</dc:creator>'
        "<text:p>perbaiki</text:p></office:annotation><text:p>isi</text:p></table:table-cell></table:table-row>"
    )
    assert lembar.cell(1, 1).nilai == "isi"


def test_ods_gabungan_lembar_tersembunyi_dan_tautan() -> None:
    isi = ods(
        '<table:table table:name="A" table:style-name="ta2"><table:table-row>'
        + sel('table:number-columns-spanned="2" table:number-rows-spanned="3" office:value-type="string"', "x")
        + "</table:table-row></table:table><table:table table:name=\"'file:///D:/r.ods'#$B\">"
        + '<table:table-source xlink:href="file:///D:/r.ods"/><table:table-row>'
        + sel('office:value-type="float" office:value="1"')
        + "</table:table-row></table:table>"
    )
    buku = baca_ods(buka_paket(isi))
    assert list(buku.lembar) == ["A"]
    assert (buku.lembar["A"].tersembunyi, buku.lembar["A"].gabungan) == (True, ("A1:B3",))
    assert buku.tautan_luar == ("file:///D:/r.ods",)


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (ods("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"}), "BRK007"),
        (zip_dari({"mimetype": MIME}), "BRK008"),
        (zip_dari({"mimetype": MIME, "content.xml": "<a>"}), "BRK012"),
        (zip_dari({"mimetype": MIME, "content.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "BRK013"),
        (ods(""), "BRK015"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000, "BRK012"),
    ],
)
def test_penolakan_di_proses_terpisah(isi: bytes, kode: str) -> None:
    with pytest.raises(BerkasDitolak) as e:
        open_workbook(isi, "a.ods")
    assert e.value.kode == kode


def test_proses_terpisah_yang_terlalu_lama_dihentikan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolasi, "BATAS_DETIK", 0.01)
    with pytest.raises(BerkasDitolak) as e:
        open_workbook(ods('<table:table table:name="L"/>'), "a.ods")
    assert e.value.kode == "BRK025"


def test_berkas_di_folder_kerja_tidak_pernah_diimpor_anak(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('diimpor')")
    monkeypatch.chdir(tmp_path)
    buku = open_workbook(ods('<table:table table:name="L"/>'), "a.ods")
    assert list(buku.lembar) == ["L"]


def test_penolakan_dapat_dikirim_antar_proses() -> None:
    e = pickle.loads(pickle.dumps(BerkasDitolak("BRK012", bagian="x")))
    assert (e.kode, e.isi) == ("BRK012", {"bagian": "x"})
    assert isinstance(pekerja.baca(b"PK", "ods"), BerkasDitolak)


@pytest.mark.parametrize(
    ("kode", "ragam"),
    [
        ("General", None), ("0.00%", None), ('0" hari"', None), ("[Red]0.0", None), ('"Rp" #,##0', None), ("@", None),
        ("dd/mm/yyyy", "hari"),
        ("[$-421]d mmmm yyyy", "hari"), ("yyyy\\-mm\\-dd\\ h:mm:ss", "waktu"),
        ("h:mm AM/PM", "jam"),
        ("[h]:mm:ss", "lama"), ("mm:ss", "jam"), ("mmm-yy", "hari"),
    ],
)  # fmt: skip
def test_ragam_tanggal(kode: str, ragam: str | None) -> None:
    assert ragam_tanggal(kode) == ragam


@pytest.mark.parametrize(
    ("teks", "kode", "harap"),
    [
        ("1", "d/m/yy", dt.date(1900, 1, 1)),
        ("59", "d/m/yy", dt.date(1900, 2, 28)),
        ("61", "d/m/yy", dt.date(1900, 3, 1)),
        ("46145", "d-mmm", dt.date(2026, 5, 3)),  # pitfall 2.1: what becomes of a typed 3-5
        ("0.5", "h:mm", dt.time(12)),
        ("1.25", "[h]:mm", dt.timedelta(hours=30)),
        ("-5", "d/m/yy", Decimal(-5)),
        ("99999999", "d/m/yy", Decimal(99999999)),
        ("0", "d/m/yy", Decimal(0)),
    ],
)
def test_2_4_nilai_tanggal(teks: str, kode: str, harap: object) -> None:
    assert nilai_angka(teks, ragam_tanggal(kode), False)[1] == harap


def _contoh() -> bytes:
    buku = openpyxl.Workbook()
    ws = buku.active
    ws.title = "Data"
    isi: dict[str, tuple[object, str]] = {
        "A1": (95, "General"), "B1": (0.95, "0.00%"), "C1": ("a & b <c>\nbaris “dua”", "@"), "D1": ("=A1*2", "0"),
        "E1": ("=1/0", "General"), "F1": (dt.date(2026, 1, 2), "dd/mm/yyyy"), "G1": (1250, '#,##0.0," rb"'),
        "H1": ('=IF(A1=95,"","x")', "General"), "I1": (-3.25, "0.00"), "J1": ("001", "@"), "K1": ("=C1", "General"),
    }  # fmt: skip
    for alamat, (nilai, bentuk) in isi.items():
        ws[alamat] = nilai
        ws[alamat].number_format = bentuk
    ws["A5"] = "tersembunyi"
    ws.row_dimensions[5].hidden = True
    ws.column_dimensions["I"].hidden = True
    ws["A7"] = "gabung"
    ws.merge_cells("A7:B8")
    buku.create_sheet("_id").sheet_state = "hidden"
    buku["_id"]["A1"] = "KINERJA/1"
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
@pytest.mark.parametrize("akhiran", ["xlsx", "ods", "xls"])
def test_simpanan_libreoffice(tmp_path: Path, akhiran: str) -> None:
    asal = tmp_path / "contoh.xlsx"
    asal.write_bytes(_contoh())
    perintah = ["soffice", f"-env:UserInstallation=file://{tmp_path}/lo", "--headless", "--convert-to", akhiran]
    subprocess.run([*perintah, "--outdir", str(tmp_path / "o"), str(asal)], check=True, capture_output=True)
    buku = open_workbook((tmp_path / "o" / f"contoh.{akhiran}").read_bytes(), f"contoh.{akhiran}")
    assert (buku.format, list(buku.lembar), buku.lembar["_id"].tersembunyi) == (akhiran, ["Data", "_id"], True)
    lembar = buku.lembar["Data"]
    assert (lembar.baris_tersembunyi, lembar.kolom_tersembunyi, lembar.gabungan) == ({5}, {9}, ("A7:B8",))
    hasil = {s.alamat: (s.jenis, s.nilai, s.rumus is not None) for s in lembar.sel.values()}
    assert hasil == {
        "A1": (Jenis.ANGKA, Decimal(95), False),
        "B1": (Jenis.ANGKA, Decimal("0.95"), False),
        "C1": (Jenis.TEKS, "a & b <c>\nbaris “dua”", False),
        "D1": (Jenis.ANGKA, Decimal(190), True),
        "E1": (Jenis.GALAT, "#DIV/0!", True),
        "F1": (Jenis.TANGGAL, dt.date(2026, 1, 2), False),
        "G1": (Jenis.ANGKA, Decimal(1250), False),
        "H1": (Jenis.TEKS, "", True),
        "I1": (Jenis.ANGKA, Decimal("-3.25"), False),
        "J1": (Jenis.TEKS, "001", False),
        "K1": (Jenis.TEKS, "a & b <c>\nbaris “dua”", True),
        "A5": (Jenis.TEKS, "tersembunyi", False),
        "A7": (Jenis.TEKS, "gabung", False),
    }
    assert lembar.cell(1, 2).format == "0.00%"
    assert lembar.cell(1, 7).format.replace("\\", "") in ('#,##0.0," rb"', '#,##0.0,"" rb""')
