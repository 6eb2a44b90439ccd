"""Section 5: the shape of the sheet, as people and programs bend it."""

from __future__ import annotations

import ast
import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers.paket import dengan_bagian
from jebakan.pintu import KINERJA, nilai, salinan
from openpyxl.workbook.defined_name import DefinedName
from validate.berkas_kecil import terisi

from kinerja.domain.formulir import LEMBAR_KINERJA, Kolom

PAKET = Path(__file__).parents[2] / "kinerja"


def sel_berisi(buku: Any, teks: str) -> Any:
    """The cell of Data Kinerja that holds this text."""
    return next(c for row in buku[LEMBAR_KINERJA].iter_rows() for c in row if c.value == teks)


def test_p5_02_sel_gabungan_ditandai_di_sel_pertamanya(tmp_path: Path) -> None:
    isi = terisi(lambda b: b[LEMBAR_KINERJA].merge_cells("L7:L8"))
    hasil = nilai(tmp_path, isi)
    assert hasil.ringkas == [("BTK010", "L7")]
    kembali = salinan(isi, hasil)
    buku = openpyxl.load_workbook(io.BytesIO(kembali))
    assert "BTK010" in buku[LEMBAR_KINERJA]["L7"].comment.text
    assert [str(r) for r in buku[LEMBAR_KINERJA].merged_cells.ranges] == ["L7:L8"]
    buku.close()


def test_p5_03_baris_tidak_pernah_disisipkan() -> None:
    """Sheets are generated whole: nothing in the program inserts rows or columns."""
    dipanggil = {
        n.func.attr
        for m in PAKET.rglob("*.py")
        for n in ast.walk(ast.parse(m.read_text(encoding="utf-8")))
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
    }
    assert not dipanggil & {"insert_rows", "insert_cols", "delete_rows", "delete_cols"}


def test_p5_06_kolom_berformat_sampai_baris_terakhir(tmp_path: Path) -> None:
    """A whole column formatted: a million empty cells, none of them content."""
    ekor = b"".join(b'<row r="%d"><c r="U%d" s="1"/></row>' % (n, n) for n in range(100, 1_048_577))
    isi = dengan_bagian(terisi(), KINERJA, lambda x: x.replace(b"</sheetData>", ekor + b"</sheetData>"))
    awal = time.perf_counter()
    assert nilai(tmp_path, isi).ringkas == []
    assert time.perf_counter() - awal < 10


def test_p5_07_baris_setelah_celah_panjang_tidak_hilang(tmp_path: Path) -> None:
    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA].insert_rows(10, 300)
        buku[LEMBAR_KINERJA]["L311"] = None  # YAT, far below

    hasil = nilai(tmp_path, terisi(ubah))
    assert hasil.ringkas == [("ISI001", "L311")]
    assert hasil.angka("KUM") == 32


def test_p5_09_huruf_tersesat_hanya_catatan(tmp_path: Path) -> None:
    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA].insert_rows(10)
        buku[LEMBAR_KINERJA]["C10"] = "x"
        buku[LEMBAR_KINERJA]["ZZ9999"] = "."

    hasil = nilai(tmp_path, terisi(ubah))
    assert (hasil.ringkas, hasil.status.layak) == ([("BTK011", "C10")], True)
    assert "C10, ZZ9999" in hasil.temuan[0].pesan


def _geser(buku: Any) -> None:
    ws = buku[LEMBAR_KINERJA]
    ws.insert_rows(1, 2)
    ws.insert_cols(1)
    for huruf in "TUVWXYZ":  # the program moves the hidden columns along, the library does not
        ws.column_dimensions[huruf].hidden = huruf != "T"


def _celah(buku: Any) -> None:
    buku[LEMBAR_KINERJA].insert_rows(8, 3)


@pytest.mark.parametrize(
    "ubah",
    [
        pytest.param(_geser, id="p5_10_tabel_tidak_mulai_di_A1"),
        pytest.param(_celah, id="p5_11_baris_kosong_di_atasnya"),
    ],
)
def test_p5_alamat_temuan_adalah_alamat_selnya(tmp_path: Path, ubah: Callable[[Any], None]) -> None:
    dicari = ""

    def rusak(buku: Any) -> None:
        nonlocal dicari
        ubah(buku)
        nama = sel_berisi(buku, "Lama rata-rata audit")
        salah = nama.offset(0, list(Kolom).index(Kolom.REALISASI) - list(Kolom).index(Kolom.INDIKATOR))
        salah.value = "banyak"
        dicari = salah.coordinate

    isi = terisi(rusak)
    assert nilai(tmp_path, isi).ringkas == [("ISI003", dicari)]
    buku = openpyxl.load_workbook(io.BytesIO(isi))
    assert buku[LEMBAR_KINERJA][dicari].value == "banyak"
    buku.close()


def test_p5_12_nama_terdefinisi_yang_rusak(tmp_path: Path) -> None:
    def ubah(buku: Any) -> None:
        buku.defined_names["Hilang"] = DefinedName("Hilang", attr_text="#REF!")
        buku.defined_names["Ganda"] = DefinedName("Ganda", attr_text="'Data Kinerja'!$A$1")
        buku[LEMBAR_KINERJA].defined_names["Ganda"] = DefinedName("Ganda", attr_text="'[2]Lain'!$A$1")

    assert nilai(tmp_path, terisi(ubah)).ringkas == []


def test_p5_13_salinan_lembar_ditanyakan(tmp_path: Path) -> None:
    """Two sheets with one set of rows: which of them holds is asked, and both are named."""

    def ubah(buku: Any) -> None:
        salinan = buku.copy_worksheet(buku[LEMBAR_KINERJA])
        salinan.title = "Data Kinerja (2)"
        salinan["L7"] = 12

    hasil = nilai(tmp_path, terisi(ubah))
    assert hasil.ringkas == [("BTK005", None)]
    assert "“Data Kinerja”, “Data Kinerja (2)”" in hasil.temuan[0].pesan


JUDUL, KODE, NAMA = "Faktor Pendorong", "PSN", "Persentase temuan selesai"


@pytest.mark.parametrize(
    ("teks", "tulisan"),
    [
        pytest.param(JUDUL, "Faktor_x000D_\nPendorong", id="p5_14_judul_ganti_baris"),
        pytest.param(JUDUL, "Faktor\u200b \u00a0Pendorong\ufeff", id="p5_14_judul_spasi_tak_tampak"),
        pytest.param(JUDUL, "FAKTOR\tPENDORONG", id="p5_14_judul_tab"),
        pytest.param(KODE, "\u200bPSN\u00a0", id="p5_14_kode_spasi_tak_tampak"),
        pytest.param(KODE, "PSN_x000D_\n", id="p5_14_kode_ganti_baris"),
        pytest.param(NAMA, "Persentase\ntemuan_x000B_ selesai\u200b", id="p5_14_nama_ganti_baris"),
    ],
)
def test_p5_14_huruf_kendali_tidak_mengubah_arti(tmp_path: Path, teks: str, tulisan: str) -> None:
    def ubah(buku: Any) -> None:
        sel_berisi(buku, teks).value = tulisan

    assert nilai(tmp_path, terisi(ubah)).ringkas == []


def test_p5_05_baris_saringan_tetap_dibaca(tmp_path: Path) -> None:
    def ubah(buku: Any) -> None:
        ws = buku[LEMBAR_KINERJA]
        ws.auto_filter.ref = "A6:S16"
        for n in (8, 16):
            ws.row_dimensions[n].hidden = True

    hasil = nilai(tmp_path, terisi(ubah))
    assert (hasil.ringkas, hasil.angka("JML")) == ([("BTK042", "L8")], 4)


def test_p5_04_baris_diurutkan_ulang_dan_kolom_dipindah(tmp_path: Path) -> None:
    def ubah(buku: Any) -> None:
        ws = buku[LEMBAR_KINERJA]
        isi = [[c.value for c in row] for row in ws.iter_rows(min_row=6, max_row=16, max_col=19)]
        judul, baris = isi[0], sorted(isi[1:], key=lambda r: str(r[3]))
        for n, row in enumerate([judul, *baris], 6):
            for k, v in enumerate(reversed(row), 1):
                ws.cell(n, k).value = v if not str(v).startswith("=") else None

    hasil = nilai(tmp_path, terisi(ubah))
    assert (hasil.ringkas, hasil.angka("RSO"), len(hasil.isi.fakta)) == ([], 87.5, 9)


def test_p5_01_gabungan_di_luar_isian_bukan_halangan(tmp_path: Path) -> None:
    """A title merged over the table's width, as many people do, is nobody's business."""
    assert nilai(tmp_path, terisi(lambda b: b[LEMBAR_KINERJA].merge_cells("A1:S1"))).ringkas == []


def test_p5_08_sel_jauh_tidak_menumbuhkan_isi(tmp_path: Path) -> None:
    """What is read is what is stored: a cell at the end of the sheet is one cell."""
    from kinerja.workbook.reader import open_workbook

    isi = terisi()
    jauh = dengan_bagian(
        isi,
        KINERJA,
        lambda x: x.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
    )
    assert open_workbook(jauh, "a.xlsx") == open_workbook(isi, "a.xlsx")


@pytest.mark.parametrize(
    ("judul", "tulisan", "sel"),
    [
        ("Kode", "Kode Indikator", "B6"),
        ("Realisasi", "Realisasi Bulan Ini", "L6"),
        ("Faktor Penghambat", "Hambatan", "P6"),
        ("Satuan", "Unit Ukuran", "E6"),
    ],
)
def test_judul_yang_diganti_ditawarkan(tmp_path: Path, judul: str, tulisan: str, sel: str) -> None:
    """Too unlike to be taken for it, but it stands in its place, or resembles it: offered, not guessed."""

    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA][sel].value = tulisan

    [t] = nilai(tmp_path, terisi(ubah)).temuan
    assert (t.kode, t.sumber.sel) == ("BTK006", sel)
    assert f"Kolom {judul} tidak ditemukan" in t.pesan
    assert f"Mungkin yang dimaksud kolom “{tulisan}” di sel {sel}." in t.pesan
