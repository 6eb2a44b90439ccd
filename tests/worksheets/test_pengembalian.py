"""The return copy: marks and comments in the unit's own workbook, nothing lost, the next revision in its identity."""

from __future__ import annotations

import hashlib
import io
import random
import re
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import openpyxl
import pytest
from forms.contoh_form import LALU, master
from openpyxl.comments import Comment
from openpyxl.styles import Protection

from kinerja.domain.formulir import (
    KOLOM_ISIAN,
    LEMBAR_ANGGARAN,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    LEMBAR_TEMUAN,
    Kolom,
)
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.forms.blank import Pencetak
from kinerja.forms.tata import BARIS_AWAL, HURUF, PENULIS
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan
from kinerja.read.form import read_form
from kinerja.read.model import FormTerbaca, Kandidat
from kinerja.sources import CellRef
from kinerja.worksheets.isian_ulang import _SUDAH_PULIH
from kinerja.worksheets.pengembalian import WARNA_TEMUAN, salinan_beranotasi

M = master()
PENCETAK = Pencetak(M, Pengaturan())
TENGGAT = date(2026, 2, 9)
TERBIT = terbitkan(M, Pengaturan(), "SEK", Periode.parse("2026-02"), LALU)
BALASAN: dict[str, Any] = {"terbit": TERBIT, "pencetak": PENCETAK, "tenggat": TENGGAT}
ISIAN: dict[str, dict[str, Any]] = {
    "IKU-01": {"Pembilang": 174, "Penyebut": 264},
    "IKU-02": {"Realisasi": 5, "Faktor Pendorong": "- bukan rumus & <tanda>"},
    "IKU-03": {"Realisasi": 88.5},
    "IKU-04": {"Realisasi": 135.15},
    "IKU-09": {"Realisasi": "B"},
}


def finding(sel: str | None, tingkat: Tingkat = Tingkat.GALAT, lembar: str | None = LEMBAR_KINERJA) -> Finding:
    return Finding(
        kode="ISI003", tingkat=tingkat, sumber=CellRef("masuk/a.xlsx", lembar, sel), indikator="IKU-04",
        pesan="Realisasi 135,15 di atas Batas Atas & <keliru>.", saran="Ketik ulang angka di sel L10.",
        medan="realisasi", tertulis="135,15", diharapkan="paling besar 100",
    )  # fmt: skip


TEMUAN = (
    finding("L10"),
    finding("P10", Tingkat.PERINGATAN),
    finding("O8", Tingkat.CATATAN),
    finding("E8", lembar=LEMBAR_ANGGARAN),
    finding(None, Tingkat.PERINGATAN, None),
)


def baca(isi: bytes) -> FormTerbaca:
    kandidat = Kandidat(
        path="masuk/a.xlsx",
        isi=isi,
        sha256=hashlib.sha256(isi).hexdigest(),
        diterima=datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
    )
    hasil = read_form(kandidat)
    assert hasil.form is not None, hasil.temuan
    return hasil.form


def kembalikan(isi: bytes, temuan: tuple[Finding, ...] = TEMUAN, menjawab: int = 1, **ganti: Any) -> bytes:
    return salinan_beranotasi(isi, replace(baca(isi), **ganti), temuan, menjawab=menjawab, **BALASAN).isi


def isian(form: FormTerbaca) -> dict[tuple[str, Kolom], Any]:
    return {(b.kode, k): s.nilai for b in form.baris for k, s in b.sel.items() if s.rumus is None}


@pytest.fixture(scope="module")
def terisi() -> bytes:
    """The form as saved by a library: inline strings, no stored results."""
    b = openpyxl.load_workbook(io.BytesIO(PENCETAK.cetak(TERBIT, TENGGAT)))
    for n, baris in enumerate(TERBIT.baris, BARIS_AWAL):
        for kolom, nilai in ISIAN.get(baris.kode, {}).items():
            b[LEMBAR_KINERJA][f"{HURUF[Kolom(kolom)]}{n}"] = nilai
    b[LEMBAR_ANGGARAN]["E7"] = 25_000_000
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    return wadah.getvalue()


def diubah(isi: bytes, **sel: Any) -> bytes:
    """The workbook with these cells of `Data Kinerja` set; a string stays text even if it begins with `=`."""
    b = openpyxl.load_workbook(io.BytesIO(isi))
    for alamat, nilai in sel.items():
        c = b[LEMBAR_KINERJA][alamat]
        c.value = nilai
        if isinstance(nilai, str):
            c.data_type = "s"
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    return wadah.getvalue()


@pytest.fixture(scope="module")
def salinan(terisi: bytes) -> bytes:
    return kembalikan(terisi)


@pytest.fixture(scope="module")
def buku(salinan: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(salinan))


def baris_judul(ws: Any) -> int:
    return next(row[0].row for row in ws.iter_rows(max_col=1) if row[0].value == "No")


def berwarna(buku: Any) -> set[tuple[str, str]]:
    return {
        (ws.title, c.coordinate)
        for ws in buku
        if ws.title != LEMBAR_TEMUAN
        for row in ws.iter_rows()
        for c in row
        if c.fill.fgColor.rgb == f"FF{WARNA_TEMUAN}"
    }


def berkomentar(buku: Any) -> dict[tuple[str, str], Any]:
    return {(ws.title, c.coordinate): c.comment for ws in buku for row in ws.iter_rows() for c in row if c.comment}


FAULTY = {(LEMBAR_KINERJA, "L10"), (LEMBAR_KINERJA, "P10"), (LEMBAR_ANGGARAN, "E8")}


def test_faulty_cells_are_filled_and_commented(buku: Any) -> None:
    assert berwarna(buku) == FAULTY
    komentar = berkomentar(buku)
    assert komentar.keys() == FAULTY
    satu = komentar[LEMBAR_KINERJA, "L10"]
    assert satu.author == PENULIS
    for bagian in (
        "Ditemukan: Realisasi 135,15 di atas Batas Atas & <keliru>.",
        "Seharusnya: paling besar 100",
        "Cara memperbaiki: Ketik",
    ):
        assert bagian in satu.text


def test_values_formulas_and_locks_stay(terisi: bytes, salinan: bytes, buku: Any) -> None:
    assert isian(baca(salinan)) == isian(baca(terisi))
    asal = openpyxl.load_workbook(io.BytesIO(terisi))
    for ws in asal:
        baru = buku[ws.title]
        assert baru.protection.sheet == ws.protection.sheet
        for row in ws.iter_rows():
            for c in row:
                lain = baru[c.coordinate]
                if not str(c.value).startswith(("KINERJA/", "Dikembalikan paling lambat")):  # what the copy renews
                    assert (lain.value, lain.data_type) == (c.value, c.data_type)
                assert lain.protection.locked == c.protection.locked
                assert lain.number_format == c.number_format
        assert len(baru.data_validations.dataValidation) == len(ws.data_validations.dataValidation)


def test_untouched_parts_keep_their_bytes(terisi: bytes, salinan: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(terisi)) as a, zipfile.ZipFile(io.BytesIO(salinan)) as b:
        assert b.testzip() is None
        assert set(a.namelist()) <= set(b.namelist())
        beda = {n for n in a.namelist() if a.read(n) != b.read(n)}
        sel = re.compile(rb'<c r="(?:L10|P10)"[^>]*')
        lama, baru = (z.read("xl/worksheets/sheet2.xml") for z in (a, b))
    assert beda <= {
        "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "docProps/custom.xml",
        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml", "xl/worksheets/sheet5.xml",
    }  # fmt: skip
    baru = re.sub(rb"<legacyDrawing[^>]*/>", b"", baru).replace(b"0f3a9c1d2e4b/1", b"0f3a9c1d2e4b/0")
    polos = re.compile(rb'<c r="A4".*?</c>')
    assert polos.sub(b"", sel.sub(b"", baru)) == polos.sub(b"", sel.sub(b"", lama))


def test_identity_answers_the_revision(salinan: bytes, buku: Any) -> None:
    form = baca(salinan)
    assert form.identitas.menjawab_revisi == 1
    assert form.terbit == replace(TERBIT, identitas=TERBIT.identitas.answering(1))
    assert buku.custom_doc_props["kinerja_formulir"].value == form.identitas.kode_formulir
    assert buku[LEMBAR_KINERJA]["A4"].value == form.identitas.kode_formulir


def test_sheet_of_findings_lists_all_with_links(buku: Any) -> None:
    ws = buku[LEMBAR_TEMUAN]
    assert buku.sheetnames[-1] == LEMBAR_TEMUAN
    judul = baris_judul(ws)
    isi = [[c.value for c in row] for row in ws.iter_rows(min_row=judul + 1)]
    assert [r[2] for r in isi] == [
        "Data Kinerja L10",
        "Anggaran E8",
        "Data Kinerja P10",
        "seluruh berkas",
        "Data Kinerja O8",
    ]
    assert [ws.cell(judul + n, 3).hyperlink is not None for n in range(1, 6)] == [True, True, True, False, True]
    assert ws.cell(judul + 1, 3).hyperlink.location == "'Data Kinerja'!L10"
    assert ws.print_title_rows == f"${judul}:${judul}"


def test_next_round_lifts_the_old_marks(salinan: bytes) -> None:
    dua = kembalikan(salinan, (finding("L9"),), menjawab=2)
    b = openpyxl.load_workbook(io.BytesIO(dua))
    assert berwarna(b) == {(LEMBAR_KINERJA, "L9")}
    assert berkomentar(b).keys() == {(LEMBAR_KINERJA, "L9")}
    assert b[LEMBAR_KINERJA]["L10"].fill.fgColor.rgb == b[LEMBAR_KINERJA]["L8"].fill.fgColor.rgb
    assert b.sheetnames.count(LEMBAR_TEMUAN) == 1
    assert b[LEMBAR_TEMUAN].max_row == baris_judul(b[LEMBAR_TEMUAN]) + 1
    assert baca(dua).identitas.menjawab_revisi == 2


def test_comments_of_other_people_stay(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    b[LEMBAR_KINERJA]["L9"].comment = Comment("angka sementara", "Rina")
    b[LEMBAR_KINERJA]["L10"].comment = Comment("sudah dicek", "Rina")
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    komentar = berkomentar(openpyxl.load_workbook(io.BytesIO(kembalikan(wadah.getvalue()))))
    assert (komentar[LEMBAR_KINERJA, "L9"].text, komentar[LEMBAR_KINERJA, "L9"].author) == ("angka sementara", "Rina")
    assert komentar[LEMBAR_KINERJA, "L10"].text.startswith(f"{PENULIS}:")
    assert komentar[LEMBAR_KINERJA, "L10"].text.endswith("Rina: sudah dicek")


def test_other_formats_are_printed_anew_with_the_units_values(terisi: bytes) -> None:
    hasil = kembalikan(terisi, format="ods")
    assert isian(baca(hasil)) == isian(baca(terisi))
    b = openpyxl.load_workbook(io.BytesIO(hasil))
    assert berwarna(b) == FAULTY
    assert b[LEMBAR_ANGGARAN]["E7"].value == 25_000_000
    assert baca(hasil).identitas.menjawab_revisi == 1


def test_reason_for_a_correction_travels_with_the_copy(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    b[LEMBAR_PENGESAHAN]["B10"].value = "Dua laporan terhitung ganda"
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    for format_ in ("ods", "xlsx"):
        alasan = baca(kembalikan(wadah.getvalue(), format=format_)).alasan_perbaikan
        assert alasan is not None
        assert (alasan.nilai, alasan.alamat) == ("Dua laporan terhitung ganda", "B10")


def test_text_that_begins_with_an_equals_sign_stays_text(terisi: bytes) -> None:
    for format_ in ("ods", "xlsx"):
        hasil = kembalikan(diubah(terisi, O8="=HYPERLINK(1)"), format=format_)
        sel = next(b.sel[Kolom.FAKTOR_PENDORONG] for b in baca(hasil).baris if b.kode == "IKU-02")
        assert (sel.nilai, sel.rumus) == ("=HYPERLINK(1)", None)


def test_moved_rows_keep_their_marks_when_printed_anew(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    ws = b[LEMBAR_KINERJA]
    for kolom in range(1, 20):  # a person exchanged two rows
        ws.cell(9, kolom).value, ws.cell(10, kolom).value = ws.cell(10, kolom).value, ws.cell(9, kolom).value
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    hasil = kembalikan(wadah.getvalue(), (finding("L9"),), format="xls")
    baru = openpyxl.load_workbook(io.BytesIO(hasil))
    assert berwarna(baru) == {(LEMBAR_KINERJA, "L10")}
    assert baru[LEMBAR_KINERJA]["L10"].value == 135.15


def test_percent_formatted_value_is_written_as_it_read(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    b[LEMBAR_KINERJA]["L9"].value = 0.95
    b[LEMBAR_KINERJA]["L9"].number_format = "0%"
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    baru = openpyxl.load_workbook(io.BytesIO(kembalikan(wadah.getvalue(), format="ods")))
    assert baru[LEMBAR_KINERJA]["L9"].value == 95
    tambal = openpyxl.load_workbook(io.BytesIO(kembalikan(wadah.getvalue())))
    assert (tambal[LEMBAR_KINERJA]["L9"].value, tambal[LEMBAR_KINERJA]["L9"].number_format) == (0.95, "0%")


def test_unusual_package_is_printed_anew(terisi: bytes) -> None:
    """Styles whose count is wrong are read, but not patched on a guess."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(terisi)) as a, zipfile.ZipFile(wadah, "w") as z:
        for n in a.namelist():
            isi = a.read(n)
            if n == "xl/styles.xml":
                isi = isi.replace(b"<cellXfs", b"<!-- gaya --><cellXfs").replace(b'count="', b'count="9', 3)
            z.writestr(n, isi)
    hasil = kembalikan(wadah.getvalue())
    assert isian(baca(hasil)) == isian(baca(terisi))
    assert berwarna(openpyxl.load_workbook(io.BytesIO(hasil))) == FAULTY


def test_row_that_the_master_no_longer_has_is_left_out(terisi: bytes) -> None:
    lain = replace(M, indikator=tuple(i for i in M.indikator if i.kode != "IKU-03"))
    form = replace(baca(terisi), format="ods")
    hasil = salinan_beranotasi(terisi, form, TEMUAN, menjawab=1, **BALASAN | {"pencetak": Pencetak(lain, Pengaturan())})
    assert [b.kode for b in baca(hasil.isi).baris] == [i.kode for i in lain.indikator]


def test_same_input_same_bytes(terisi: bytes, salinan: bytes) -> None:
    assert kembalikan(terisi) == salinan
    assert kembalikan(terisi, format="ods") == kembalikan(terisi, format="ods")


@pytest.mark.slow
def test_damaged_packages_never_give_a_wrong_copy(terisi: bytes, salinan: bytes) -> None:
    """Whatever is broken in the package: the copy holds what was read, by patch or printed anew."""
    acak = random.Random(2026)
    sisipan = (b"<", b">", b"</c>", b"&", b'"', b"\xff", b'<row r="9">', b"<!--")
    with zipfile.ZipFile(io.BytesIO(salinan)) as z:
        bagian = {n: z.read(n) for n in z.namelist()}
    nama = [n for n in bagian if n.endswith((".xml", ".rels", ".vml"))]
    terbaca = 0
    for _ in range(150):
        ini = acak.choice(nama)
        isi = bytearray(bagian[ini])
        letak = acak.randrange(len(isi))
        if acak.random() < 0.5:
            del isi[letak : letak + acak.randint(1, 30)]
        else:
            isi[letak:letak] = acak.choice(sisipan)
        wadah = io.BytesIO()
        with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as z:
            for n, b in {**bagian, ini: bytes(isi)}.items():
                z.writestr(n, b)
        rusak = wadah.getvalue()
        form = read_form(
            Kandidat(path="masuk/a.xlsx", isi=rusak, sha256="0" * 64, diterima=datetime(2026, 3, 1, tzinfo=UTC))
        ).form
        if form is None:
            continue
        terbaca += 1
        hasil = baca(salinan_beranotasi(rusak, form, TEMUAN, menjawab=2, **BALASAN).isi)
        assert hasil.identitas.menjawab_revisi == 2
        lama = {
            (b.kode, k): s.nilai for b in form.baris for k, s in b.sel.items() if k in KOLOM_ISIAN and s.rumus is None
        }
        baru = {(b.kode, k): s.nilai for b in hasil.baris for k, s in b.sel.items()}
        kode = [b.kode for b in form.baris]
        for (k, kolom), nilai in lama.items():
            if nilai is not None and kode.count(k) == 1 and k in {b.kode for b in TERBIT.baris} and k != "IKU-11":
                assert str(baru[k, kolom]) == str(nilai)
    assert terbaca > 30


def test_petunjuk_menyebut_batas_waktu_yang_baru(salinan: bytes) -> None:
    """The copy must not show the first deadline while the nota names another."""
    b = openpyxl.load_workbook(io.BytesIO(salinan))
    teks = {str(c.value) for row in b["Petunjuk"].iter_rows() for c in row}
    b.close()
    assert "Dikembalikan paling lambat: 9 Februari 2026" in teks


def test_input_cell_locked_by_a_paste_can_be_mended(terisi: bytes) -> None:
    """Cells pasted from another workbook come locked and with a date format; both must not stand in the way."""
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    for alamat in ("L10", "L9", "G10"):
        b[LEMBAR_KINERJA][alamat].protection = Protection(locked=True)
    b[LEMBAR_KINERJA].protection.formatCells = True
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    ws = openpyxl.load_workbook(io.BytesIO(kembalikan(wadah.getvalue(), (finding("L10"), finding("G10")))))[
        LEMBAR_KINERJA
    ]
    assert [ws[a].protection.locked for a in ("L10", "L9", "G10")] == [False, True, True]
    assert ws.protection.sheet
    assert ws.protection.formatCells is False  # the attribute forbids


def test_comment_without_an_author_is_kept_below_ours(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    b[LEMBAR_KINERJA]["L10"].comment = Comment("sudah dicek", "")
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    komentar = berkomentar(openpyxl.load_workbook(io.BytesIO(kembalikan(wadah.getvalue()))))
    assert komentar[LEMBAR_KINERJA, "L10"].text.endswith("\nCatatan semula: sudah dicek")


def test_texts_name_the_cells_of_the_form_printed_anew(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    b[LEMBAR_KINERJA].title = "Data Kinerja Maret"
    b["Data Kinerja Maret"].insert_cols(12)
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    form = replace(baca(wadah.getvalue()), format="ods")
    temuan = (
        replace(finding("M10", lembar="Data Kinerja Maret"), pesan="Sel M10 berisi “M10”.", saran="Perbaiki sel M10."),
        replace(finding("N10", lembar="Data Kinerja Maret"), kode="HTG002"),
        replace(finding("X40", lembar="Data Kinerja Maret"), pesan="Ada isi di X40."),
    )
    hasil = salinan_beranotasi(wadah.getvalue(), form, temuan, menjawab=1, **BALASAN)
    satu, dua, tiga = hasil.temuan
    assert (satu.sumber.lembar, satu.sumber.sel) == (LEMBAR_KINERJA, "L10")
    assert (satu.pesan, satu.saran) == ("Sel L10 berisi “M10”.", "Perbaiki sel L10.")
    assert (dua.sumber.sel, dua.saran) == ("M10", _SUDAH_PULIH)
    assert (tiga.sumber.sel, tiga.pesan) == (None, "Pada berkas yang Anda kirim: Ada isi di X40.")
    ws = openpyxl.load_workbook(io.BytesIO(hasil.isi))[LEMBAR_TEMUAN]
    assert any("(ods) tidak dapat ditandai langsung" in str(c.value) for row in ws.iter_rows() for c in row)


def test_hidden_row_and_whole_sheet_in_the_list(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    b[LEMBAR_KINERJA].row_dimensions[10].hidden = True
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    temuan = (finding("L10"), finding(None))
    ws = openpyxl.load_workbook(io.BytesIO(kembalikan(wadah.getvalue(), temuan)))[LEMBAR_TEMUAN]
    judul = baris_judul(ws)
    assert ws.cell(judul + 1, 3).value == "Data Kinerja L10 (baris tersembunyi)"
    assert ws.cell(judul + 2, 3).hyperlink.location == "'Data Kinerja'!A1"


@pytest.mark.parametrize("kode", ["BTK003", "BTK009"])
def test_lost_sheet_comes_back_on_a_form_printed_anew(terisi: bytes, kode: str) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    del b[LEMBAR_ANGGARAN]
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    temuan = replace(finding(None, lembar=LEMBAR_ANGGARAN), kode=kode)
    hasil = salinan_beranotasi(wadah.getvalue(), baca(wadah.getvalue()), (temuan,), menjawab=1, **BALASAN)
    assert isian(baca(hasil.isi)) == isian(baca(terisi))
    buku = openpyxl.load_workbook(io.BytesIO(hasil.isi))
    assert LEMBAR_ANGGARAN in buku.sheetnames
    assert any("isi yang masih ada sudah disalin" in str(r[0].value) for r in buku[LEMBAR_TEMUAN].iter_rows())
    assert hasil.temuan[0].saran == _SUDAH_PULIH


def test_quoted_comment_comes_back_when_the_fault_is_mended(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    b[LEMBAR_KINERJA]["L10"].comment = Comment("sudah dicek", "Rina")
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    satu = kembalikan(wadah.getvalue(), (finding("L10"),))
    dua = kembalikan(satu, (finding("L9"),), menjawab=2)
    komentar = berkomentar(openpyxl.load_workbook(io.BytesIO(dua)))
    assert komentar.keys() == {(LEMBAR_KINERJA, "L9"), (LEMBAR_KINERJA, "L10")}
    assert komentar[LEMBAR_KINERJA, "L10"].text == "Rina: sudah dicek"
    tiga = kembalikan(satu, (finding("L10"),), menjawab=2)
    teks = berkomentar(openpyxl.load_workbook(io.BytesIO(tiga)))[LEMBAR_KINERJA, "L10"].text
    assert teks.count("sudah dicek") == 1
    assert teks.endswith("Catatan semula: Rina: sudah dicek")


def test_comments_go_along_to_a_form_printed_anew(terisi: bytes) -> None:
    b = openpyxl.load_workbook(io.BytesIO(terisi))
    for alamat in ("L9", "L10", "Z40"):
        b[LEMBAR_KINERJA][alamat].comment = Comment(f"catatan {alamat} & <b>", "Rina")
    b[LEMBAR_KINERJA]["L8"].comment = Comment(f"{PENULIS}:\nsudah lama", PENULIS)
    del b[LEMBAR_ANGGARAN]
    wadah = io.BytesIO()
    b.save(wadah)
    b.close()
    temuan = (replace(finding(None, lembar=LEMBAR_ANGGARAN), kode="BTK003"), finding("L10"))
    komentar = berkomentar(openpyxl.load_workbook(io.BytesIO(kembalikan(wadah.getvalue(), temuan))))
    assert komentar.keys() == {(LEMBAR_KINERJA, "L9"), (LEMBAR_KINERJA, "L10")}
    assert "catatan L9 & <b>" in komentar[LEMBAR_KINERJA, "L9"].text
    assert komentar[LEMBAR_KINERJA, "L10"].text.endswith("catatan L10 & <b>")
