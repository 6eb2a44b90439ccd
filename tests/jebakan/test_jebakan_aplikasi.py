"""Section 7: forms saved by LibreOffice, WPS and Google Sheets, and what those programs let people do."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers.paket import dengan_bagian, parts
from jebakan.dialek import excel, google_sheets, simpan_libreoffice, soffice, wps
from jebakan.pintu import nilai, salinan
from validate.berkas_kecil import TERBIT, isi_sel, terisi

from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_IDENTITAS, LEMBAR_KINERJA, LEMBAR_PENGESAHAN

DIALEK = {"excel": excel, "wps": wps, "google_sheets": google_sheets}


def penuh_jebakan(buku: Any) -> None:
    """One trap in each row, and the finding that belongs to it whatever program saves the file."""
    ws = buku[LEMBAR_KINERJA]
    ws["L7"].value, ws["L7"].number_format = 85, '0"%"'
    ws["L8"].value, ws["L8"].number_format = date(2026, 5, 3), "d-mmm"
    ws["J9"] = "=1/0"
    ws["L10"] = "Bagus"
    ws["L12"] = "5 hari"
    ws["G13"] = "7-9"
    ws["L14"] = None
    ws["L16"] = 3
    buku[LEMBAR_ANGGARAN]["E7"].value, buku[LEMBAR_ANGGARAN]["E7"].number_format = "1.234.567", "@"
    buku[LEMBAR_PENGESAHAN]["B7"] = "12345"


HARAP = [
    ("ISI027", "L7"), ("ISI007", "L8"), ("ISI019", "J9"), ("ISI016", "L10"), ("ISI024", "L12"), ("BTK031", "G13"),
    ("ISI001", "L14"), ("ISI018", "L16"), ("ISI023", "E7"), ("HTG006", "E7"), ("LKP007", "B7"),
]  # fmt: skip


@pytest.mark.parametrize("dialek", DIALEK)
def test_p7_03_dialek_lain_dinilai_sama(tmp_path: Path, dialek: str) -> None:
    bersih = nilai(tmp_path, DIALEK[dialek](terisi()))
    assert [t for t in bersih.ringkas if t[0] != "BTK017"] == []
    assert len(bersih.isi.fakta) == 9
    kotor = nilai(tmp_path, DIALEK[dialek](terisi(penuh_jebakan)))
    tanpa_simpanan = [("ISI020", s) if s == "J9" else (k, s) for k, s in HARAP]  # the library stored no result
    assert kotor.ringkas == tanpa_simpanan


@pytest.mark.parametrize("dialek", DIALEK)
def test_p7_03_salinan_dari_dialek_lain(tmp_path: Path, dialek: str) -> None:
    """The copy is the unit's own file with marks, whatever program wrote it, and is read back."""
    isi = DIALEK[dialek](terisi(isi_sel(LEMBAR_KINERJA, "L8", "empat")))
    hasil = nilai(tmp_path, isi)
    kembali = salinan(isi, hasil)
    asal, baru = parts(isi), parts(kembali)
    assert asal["xl/sharedStrings.xml"] == baru["xl/sharedStrings.xml"]
    buku = openpyxl.load_workbook(io.BytesIO(kembali))
    assert [c.coordinate for row in buku[LEMBAR_KINERJA].iter_rows() for c in row if c.comment] == ["L8"]
    buku.close()
    lagi = nilai(tmp_path, kembali, "perbaikan.xlsx")
    assert (lagi.form.identitas.menjawab_revisi, lagi.ringkas) == (1, hasil.ringkas)


def test_p7_04_dialek_google_memang_lain() -> None:
    """The imitation has what makes those files different."""
    isi = parts(google_sheets(terisi()))
    lembar = isi["xl/worksheets/sheet2.xml"]
    assert b"<c s=" in lembar
    assert b"dataValidation" not in lembar
    assert b"veryHidden" not in isi["xl/workbook.xml"]
    assert "docProps/custom.xml" not in isi


@pytest.mark.libreoffice
@soffice
@pytest.mark.parametrize(
    "jalan",
    [
        pytest.param(("xlsx",), id="p7_01_xlsx"),
        pytest.param(("ods",), id="p7_02_ods"),
        pytest.param(("xls",), id="p7_02_xls"),
        pytest.param(("ods", "xlsx"), id="p7_02_ods_lalu_xlsx"),
    ],
)
def test_p7_libreoffice_dinilai_sama(tmp_path: Path, jalan: tuple[str, ...]) -> None:
    bersih, kotor, dari = terisi(), terisi(penuh_jebakan), "xlsx"
    for n, akhiran in enumerate(jalan):
        bersih = simpan_libreoffice(bersih, akhiran, tmp_path / f"a{n}", dari)
        kotor = simpan_libreoffice(kotor, akhiran, tmp_path / f"b{n}", dari)
        dari = akhiran
    hasil = nilai(tmp_path, bersih, f"formulir.{dari}")
    assert (hasil.ringkas, hasil.form.terbit, len(hasil.isi.fakta)) == ([], TERBIT, 9)
    assert nilai(tmp_path, kotor, f"formulir.{dari}").ringkas == HARAP


def _lembar_hilang(buku: Any) -> None:
    del buku[LEMBAR_IDENTITAS]


def _lembar_dan_sifat_hilang(buku: Any) -> None:
    del buku[LEMBAR_IDENTITAS]
    del buku.custom_doc_props["kinerja_formulir"]


def _lembar_berganti_nama(buku: Any) -> None:
    buku[LEMBAR_IDENTITAS].title = "Sheet5"
    buku["Sheet5"].sheet_state = "hidden"


@pytest.mark.parametrize(
    ("ubah", "kode"),
    [
        pytest.param(_lembar_hilang, ["BTK017"], id="p7_05_lembar_identitas_hilang"),
        pytest.param(_lembar_dan_sifat_hilang, ["BTK017"], id="p7_05_hanya_baris_yang_terlihat"),
        pytest.param(_lembar_berganti_nama, [], id="p7_05_lembar_identitas_berganti_nama"),
    ],
)
def test_p7_05_identitas_di_tiga_tempat(tmp_path: Path, ubah: Callable[[Any], None], kode: list[str]) -> None:
    hasil = nilai(tmp_path, terisi(ubah))
    assert [k for k, _ in hasil.ringkas] == kode
    assert (hasil.form.identitas, len(hasil.isi.fakta)) == (TERBIT.identitas, 9)


@pytest.mark.parametrize(
    ("sel", "isi", "kode"),
    [
        pytest.param("L7", 999, ["ISI010"], id="p7_07_di_luar_batas_validasi"),
        pytest.param("L11", "Mungkin", ["ISI017"], id="p7_07_di_luar_daftar_pilihan"),
        pytest.param("L8", -1, ["ISI011"], id="p7_07_negatif"),
        pytest.param("G8", 1, ["BTK031"], id="p7_08_target_tanpa_proteksi"),
        pytest.param("I8", 1, ["BTK032"], id="p7_08_realisasi_lalu_tanpa_proteksi"),
        pytest.param("E8", "orang", ["BTK034"], id="p7_08_satuan_tanpa_proteksi"),
    ],
)
def test_p7_sel_yang_terkunci_dan_dibatasi_diperiksa_lagi(
    tmp_path: Path, sel: str, isi: object, kode: list[str]
) -> None:
    """Pasted over a validation, or typed after the protection was taken off: everything is checked again."""
    lepas = terisi(isi_sel(LEMBAR_KINERJA, sel, isi))
    for nama in [n for n in parts(lepas) if n.startswith("xl/worksheets/")]:
        lepas = dengan_bagian(lepas, nama, lambda x: x.replace(b"<sheetProtection", b"<tanpaProteksi"))
    assert nilai(tmp_path, lepas).ringkas == [(k, sel) for k in kode]
