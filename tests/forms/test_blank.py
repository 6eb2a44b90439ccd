"""The blank form as a workbook: sheets, headings, locks, validations, formulas, identity."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from forms.contoh_form import LALU, PANJANG, belanja, master

from kinerja.domain.formulir import (
    LABEL_ALASAN_PERBAIKAN,
    LEMBAR_ANGGARAN,
    LEMBAR_IDENTITAS,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    LEMBAR_PETUNJUK,
    TIDAK_DIUKUR,
    IdentitasForm,
    Kolom,
    KolomAnggaran,
    LabelPengesahan,
)
from kinerja.domain.identitas import identitas_rows
from kinerja.domain.nilai import Predikat
from kinerja.domain.periode import Periode
from kinerja.forms.blank import Pencetak
from kinerja.forms.tata import BARIS_AWAL, BARIS_KEPALA, HURUF, HURUF_ANGGARAN, SIFAT_FORMULIR
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan

FEB = Periode.parse("2026-02")
M = master()
P = Pengaturan()
BARIS = {i.kode: n for n, i in enumerate(M.indikator, BARIS_AWAL)}

TENGGAT = date(2026, 3, 5)


def issue(unit: str = "SEK", periode: Periode = FEB) -> Any:
    return terbitkan(M, P, unit, periode, LALU, (belanja("6.01.01.2.01.0001", 1, 5),))


@pytest.fixture(scope="module")
def form() -> bytes:
    return Pencetak(M, P).cetak(issue(), TENGGAT)


@pytest.fixture(scope="module")
def buku(form: bytes) -> Any:
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(form))


@pytest.fixture(scope="module")
def nilai(form: bytes) -> Any:
    import openpyxl

    return openpyxl.load_workbook(io.BytesIO(form), data_only=True)


def sel(buku: Any, kolom: Kolom, kode: str) -> Any:
    return buku[LEMBAR_KINERJA][f"{HURUF[kolom]}{BARIS[kode]}"]


def test_sheets_and_headings(buku: Any) -> None:
    assert buku.sheetnames == [
        LEMBAR_PETUNJUK, LEMBAR_KINERJA, LEMBAR_ANGGARAN, LEMBAR_PENGESAHAN, LEMBAR_IDENTITAS,
    ]  # fmt: skip
    assert buku[LEMBAR_IDENTITAS].sheet_state == "veryHidden"
    assert buku.active.title == LEMBAR_KINERJA
    assert [c.value for c in buku[LEMBAR_KINERJA][BARIS_KEPALA]][: len(Kolom)] == [k.value for k in Kolom]
    kepala = [c.value for c in buku[LEMBAR_ANGGARAN][BARIS_KEPALA]]
    assert kepala == [k.value for k in KolomAnggaran]
    label = [c.value for c in buku[LEMBAR_PENGESAHAN]["A"]]
    assert [x for x in label if x in set(LabelPengesahan)] == [x.value for x in LabelPengesahan]
    assert label[-1] == LABEL_ALASAN_PERBAIKAN  # optional, so the last
    assert not buku[LEMBAR_PENGESAHAN][f"B{len(label)}"].protection.locked
    assert not any(ws.merged_cells.ranges for ws in buku)


def test_identity_stands_in_three_places(buku: Any, nilai: Any) -> None:
    terbit = issue()
    kode = terbit.identitas.kode_formulir
    assert buku.custom_doc_props[SIFAT_FORMULIR].value == kode
    assert IdentitasForm.parse(nilai[LEMBAR_KINERJA]["A4"].value) == terbit.identitas
    rows = [[c or "" for c in row] for row in nilai[LEMBAR_IDENTITAS].iter_rows(values_only=True)]
    assert [r[: len(s)] for r, s in zip(rows, identitas_rows(terbit), strict=True)] == identitas_rows(terbit)


def test_rows_hold_their_words_and_figures(nilai: Any) -> None:
    assert sel(nilai, Kolom.INDIKATOR, "IKU-01").value == PANJANG
    assert sel(nilai, Kolom.TARGET_PERIODE, "IKU-04").value == 88.82
    assert sel(nilai, Kolom.TARGET_PERIODE, "IKU-08").value == "80–90"
    assert sel(nilai, Kolom.TARGET_PERIODE, "IKU-08").number_format == "@"
    assert sel(nilai, Kolom.REALISASI_SD_LALU, "IKU-09").value == "B"
    assert sel(nilai, Kolom.REALISASI, "IKU-03").number_format == "#,##0.00"
    assert sel(nilai, Kolom.REALISASI, "IKU-02").number_format == "#,##0"
    assert nilai[LEMBAR_ANGGARAN][f"C{BARIS_AWAL}"].value == 1250500001
    assert nilai[LEMBAR_ANGGARAN][f"D{BARIS_AWAL}"].value == 5


def test_every_formula_has_a_cached_value_and_blanks_show_blank(form: bytes, buku: Any) -> None:
    for nama, kolom in (
        (LEMBAR_KINERJA, HURUF[Kolom.CAPAIAN]),
        (LEMBAR_ANGGARAN, HURUF_ANGGARAN[KolomAnggaran.SERAPAN]),
    ):
        assert str(buku[nama][f"{kolom}{BARIS_AWAL}"].value).startswith("=IF(")
    with zipfile.ZipFile(io.BytesIO(form)) as z:
        for bagian in ("xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"):
            xml = z.read(bagian).decode()
            assert xml.count("<f>") == xml.count("</f><v>") > 0
            assert "#DIV" not in xml


def test_cached_cumulative_is_what_came_before(nilai: Any) -> None:
    assert sel(nilai, Kolom.REALISASI_SD, "IKU-02").value == 3
    assert sel(nilai, Kolom.REALISASI_SD, "IKU-09").value == "B"
    assert sel(nilai, Kolom.CAPAIAN, "IKU-02").value in (None, "")


def test_locks(buku: Any) -> None:
    def terbuka(kode: str) -> set[Kolom]:
        return {k for k in Kolom if not sel(buku, k, kode).protection.locked}

    uraian = {
        Kolom.FAKTOR_PENDORONG, Kolom.FAKTOR_PENGHAMBAT, Kolom.TINDAK_LANJUT, Kolom.DATA_PENDUKUNG,
        Kolom.STATUS_TINDAK_LANJUT_LALU,
    }  # fmt: skip
    assert terbuka("IKU-01") == uraian | {Kolom.PEMBILANG, Kolom.PENYEBUT}
    assert terbuka("IKU-02") == uraian | {Kolom.REALISASI}
    assert terbuka("IKU-11") == set()
    assert sel(buku, Kolom.CAPAIAN, "IKU-11").value == TIDAK_DIUKUR
    assert all(ws.protection.sheet and ws.protection.password is None for ws in buku)
    anggaran = buku[LEMBAR_ANGGARAN]
    assert [anggaran[f"{h}{BARIS_AWAL}"].protection.locked for h in "ABCDEFG"] == [True] * 4 + [False] + [True] * 2


def test_validations(buku: Any) -> None:
    per_sel: dict[str, Any] = {}
    for dv in buku[LEMBAR_KINERJA].data_validations.dataValidation:
        for alamat in str(dv.sqref).split():
            per_sel[alamat] = dv
            assert dv.prompt
            assert len(dv.prompt) <= 255
            assert len(dv.promptTitle) <= 32
    realisasi = HURUF[Kolom.REALISASI]
    assert per_sel[f"{realisasi}{BARIS['IKU-09']}"].formula1 == '"D,C,CC,B,BB,A,AA"'
    assert per_sel[f"{realisasi}{BARIS['IKU-10']}"].formula1 == '"Tidak,Ya"'
    batas = per_sel[f"{realisasi}{BARIS['IKU-03']}"]
    assert (batas.type, batas.errorStyle, batas.formula1, batas.formula2) == ("decimal", "warning", "0", "100")
    assert "88,5" in batas.prompt
    assert per_sel[f"{realisasi}{BARIS['IKU-02']}"].type == "decimal"
    assert f"{realisasi}{BARIS['IKU-01']}" not in per_sel  # a formula
    assert f"{realisasi}{BARIS['IKU-11']}" not in per_sel  # not due
    status = per_sel[f"{HURUF[Kolom.STATUS_TINDAK_LANJUT_LALU]}{BARIS['IKU-01']}"]
    assert status.formula1 == '"Selesai,Berjalan,Belum"'


def test_long_scale_goes_to_the_hidden_sheet() -> None:
    import openpyxl

    skala = tuple(Predikat(f"Tingkat ke-{n}, dengan nama yang panjang sekali", n) for n in range(1, 8))
    m = replace(M, skala={"Predikat SAKIP": skala})
    isi = Pencetak(m, P).cetak(terbitkan(m, P, "SEK", FEB), TENGGAT)
    b = openpyxl.load_workbook(io.BytesIO(isi))
    assert b["_daftar"].sheet_state == "veryHidden"
    assert [c.value for c in b["_daftar"]["A"]] == [p.teks for p in skala]
    semua = {str(dv.sqref): dv.formula1 for dv in b[LEMBAR_KINERJA].data_validations.dataValidation}
    assert semua[f"{HURUF[Kolom.REALISASI]}{BARIS['IKU-09']}"] == "_daftar!$A$1:$A$7"


def test_page_set_up(buku: Any) -> None:
    ws = buku[LEMBAR_KINERJA]
    assert (ws.page_setup.orientation, ws.page_setup.paperSize) == ("landscape", 9)
    assert ws.sheet_properties.pageSetUpPr.fitToPage  # one page wide is the default of the attribute
    assert (ws.page_setup.fitToWidth or 1, ws.page_setup.fitToHeight) == (1, 0)
    assert ws.print_title_rows == "$5:$6"
    assert ws.freeze_panes == f"E{BARIS_AWAL}"
    assert "Sekretariat – Februari 2026" in ws.oddFooter.left.text
    assert "&P" in ws.oddFooter.right.text or "Halaman" in ws.oddFooter.right.text
    assert ws.row_dimensions[BARIS["IKU-01"]].height > ws.row_dimensions[BARIS["IKU-02"]].height
    f4 = Pencetak(M, Pengaturan(kertas="F4")).cetak(issue(), TENGGAT)
    with zipfile.ZipFile(io.BytesIO(f4)) as z:
        assert b'paperSize="14"' in z.read("xl/worksheets/sheet2.xml")


def test_same_issue_same_bytes_and_one_path_for_many(form: bytes) -> None:
    assert Pencetak(M, P).cetak(issue(), TENGGAT) == form
    pencetak = Pencetak(M, P)
    lain = pencetak.cetak(issue("IRB1"), TENGGAT)
    assert pencetak.cetak(issue(), TENGGAT) == form
    with zipfile.ZipFile(io.BytesIO(lain)) as z:
        assert z.testzip() is None
        isi = b"".join(z.read(n) for n in z.namelist())
    assert b"IRB1" in isi
    assert b"Sekretariat" not in isi
    assert b"KAKI-FORMULIR" not in isi
    assert b"KODE-FORMULIR" not in isi
    assert b"Inspektur Pembantu &amp;&amp; Rekan IRB1" in isi  # a footer doubles its ampersand
    assert len(pencetak._kerangka) == 1


def test_unit_without_budget_and_without_indicators() -> None:
    import openpyxl

    m = replace(M, anggaran=(), target=tuple(t for t in M.target if t.unit != "IRB1"))
    b = openpyxl.load_workbook(io.BytesIO(Pencetak(m, P).cetak(terbitkan(m, P, "IRB1", FEB), TENGGAT)))
    assert "dilewati" in b[LEMBAR_ANGGARAN]["A4"].value
    assert b[LEMBAR_KINERJA][f"A{BARIS_AWAL}"].value is None


def test_deadline() -> None:
    teks = Pencetak(M, P).cetak(issue(), date(2026, 3, 9))
    with zipfile.ZipFile(io.BytesIO(teks)) as z:
        assert "9 Maret 2026" in z.read("xl/worksheets/sheet1.xml").decode()
