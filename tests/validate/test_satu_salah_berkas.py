"""One slip with the sheets, headings, rows or merges of a form, as read from its file: one finding, and where."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import StrEnum
from functools import cache

import pytest
from validate.berkas_kecil import baca, konteks, terisi

from kinerja.domain.formulir import (
    LEMBAR_ANGGARAN,
    LEMBAR_IDENTITAS,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    LEMBAR_PETUNJUK,
    Kolom,
    KolomAnggaran,
    LabelPengesahan,
)
from kinerja.findings import Tingkat
from kinerja.read import form as bacaan_form
from kinerja.validate.engine import validate_form
from kinerja.workbook.model import Buku, Jenis, Lembar, Sel, alamat, per_baris
from kinerja.workbook.reader import open_workbook

JUDUL = 6  # the heading row of both tables
AKHIR = 16  # the last row of Data Kinerja
LUAR = 26  # a column that the form does not use
SAMPING = 10  # the same beside the table of Anggaran


@cache
def _isi() -> bytes:
    return terisi()


class Berkas:
    """A workbook as it was read, to be spoilt; addresses are (row, column)."""

    def __init__(self, buku: Buku) -> None:
        self.lembar = dict(buku.lembar)
        self._sel = {n: x.sel for n, x in buku.lembar.items()}

    def jadi(self) -> dict[str, Lembar]:
        """The sheets as they are now."""
        return {n: dataclasses.replace(x, baris=per_baris(self._sel[n].items())) for n, x in self.lembar.items()}

    def sel(self, lembar: str) -> dict[tuple[int, int], Sel]:
        return self._sel[lembar]

    def tulis(self, lembar: str, baris: int, kolom: int, teks: str | None) -> None:
        if teks is None:
            self.sel(lembar).pop((baris, kolom), None)
        else:
            self.sel(lembar)[baris, kolom] = Sel(alamat(baris, kolom), Jenis.TEKS, teks)

    def geser(self, lembar: str, pindah: Callable[[int, int], tuple[int, int] | None]) -> None:
        """Every cell to its new place; None: it is gone."""
        lama = self.sel(lembar)
        baru = {p: s for t, s in lama.items() if (p := pindah(*t)) is not None}
        lama.clear()
        lama.update({t: s._replace(alamat=alamat(*t)) for t, s in baru.items()})

    def hapus_kolom(self, lembar: str, n: int) -> None:
        self.geser(lembar, lambda b, k: None if k == n else (b, k - (k > n)))

    def hapus_baris(self, lembar: str, n: int) -> None:
        self.geser(lembar, lambda b, k: None if b == n else (b - (b > n), k))

    def ganti_nama(self, lembar: str, nama: str) -> None:
        self._sel[nama] = self._sel[lembar]
        urut = [(nama if n == lembar else n, x) for n, x in self.lembar.items()]
        self.lembar = {n: dataclasses.replace(x, nama=n) for n, x in urut}

    def salin(self, lembar: str) -> None:
        nama = f"{lembar} (2)"
        self._sel[nama] = dict(self._sel[lembar])
        self.lembar[nama] = dataclasses.replace(self.lembar[lembar], nama=nama)

    def gabung(self, lembar: str, rentang: str) -> None:
        """Merge as spreadsheets do: only the first cell keeps its content."""
        import openpyxl.utils

        k1, b1, k2, b2 = openpyxl.utils.range_boundaries(rentang)
        for t in [(b, k) for b in range(b1, b2 + 1) for k in range(k1, k2 + 1)][1:]:
            self.sel(lembar).pop(t, None)
        self.lembar[lembar] = dataclasses.replace(self.lembar[lembar], gabungan=(rentang,))


Ubah = Callable[[Berkas], object]
Temuan = Callable[[Ubah], list[tuple[str, str | None, str | None]]]


@pytest.fixture
def temuan(monkeypatch: pytest.MonkeyPatch) -> Temuan:
    """Code, sheet and cell of what is found after a change, notes left out."""
    asli = open_workbook(_isi(), "a.xlsx")

    def periksa(ubah: Ubah) -> list[tuple[str, str | None, str | None]]:
        berkas = Berkas(asli)
        ubah(berkas)
        buku = dataclasses.replace(asli, lembar=berkas.jadi())
        monkeypatch.setattr(bacaan_form, "open_workbook", lambda *_: buku)
        hasil = baca(_isi())
        assert hasil.form is not None
        nilai = validate_form(hasil.form, hasil.temuan, konteks(hasil.form))
        return [(t.kode, t.sumber.lembar, t.sumber.sel) for t in nilai.temuan if t.tingkat is not Tingkat.CATATAN]

    return periksa


_TABEL: dict[str, type[StrEnum]] = {LEMBAR_KINERJA: Kolom, LEMBAR_ANGGARAN: KolomAnggaran}


def test_the_file_itself_is_clean(temuan: Temuan) -> None:
    assert temuan(lambda _: None) == []


@pytest.mark.parametrize("lembar", _TABEL)
def test_one_heading_one_finding(temuan: Temuan, lembar: str) -> None:
    for n, kolom in enumerate(_TABEL[lembar], 1):
        # The number of the row is only for the reader's eye.
        harap = [] if kolom is Kolom.NO else [("BTK006", lembar, alamat(JUDUL, n))]
        judul = kolom.value
        assert temuan(lambda b: b.tulis(lembar, JUDUL, n, None)) == harap, judul  # noqa: B023 - called at once
        assert temuan(lambda b: b.tulis(lembar, JUDUL, n, "Entah apa")) == harap, judul  # noqa: B023 - called at once


@pytest.mark.parametrize("lembar", _TABEL)
def test_one_column_gone_one_finding(temuan: Temuan, lembar: str) -> None:
    for n, kolom in enumerate(_TABEL[lembar], 1):
        hasil = temuan(lambda b: b.hapus_kolom(lembar, n))  # noqa: B023 - called at once
        assert [k for k, _, _ in hasil] == ([] if kolom is Kolom.NO else ["BTK006"]), kolom.value


@pytest.mark.parametrize("lembar", _TABEL)
def test_one_heading_misspelt_one_finding(temuan: Temuan, lembar: str) -> None:
    for n, kolom in enumerate(_TABEL[lembar], 1):
        if kolom.value in ("No", "Kode", "Pagu"):  # too short to be known by their letters
            continue
        salah = f"{kolom.value[:2]}x{kolom.value[2:]}"
        hasil = temuan(lambda b: b.tulis(lembar, JUDUL, n, salah))  # noqa: B023 - called at once
        assert hasil == [("BTK007", lembar, alamat(JUDUL, n))], salah


@pytest.mark.parametrize("lembar", _TABEL)
def test_one_heading_doubled_one_finding(temuan: Temuan, lembar: str) -> None:
    tepi = LUAR if lembar == LEMBAR_KINERJA else SAMPING
    for kolom in _TABEL[lembar]:
        hasil = temuan(lambda b: b.tulis(lembar, JUDUL, tepi, kolom.value))  # noqa: B023 - called at once
        assert hasil == [("BTK008", lembar, alamat(JUDUL, tepi))], kolom.value


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        (lambda b: b.lembar.pop(LEMBAR_KINERJA), [("BTK003", LEMBAR_KINERJA, None)]),
        (lambda b: b.lembar.pop(LEMBAR_ANGGARAN), [("BTK003", LEMBAR_ANGGARAN, None)]),
        (lambda b: b.lembar.pop(LEMBAR_PENGESAHAN), [("BTK003", LEMBAR_PENGESAHAN, None)]),
        (lambda b: b.lembar.pop(LEMBAR_PETUNJUK), []),  # nothing is read from it
        (lambda b: b.lembar.pop(LEMBAR_IDENTITAS), [("BTK017", None, None)]),
        (lambda b: b.ganti_nama(LEMBAR_KINERJA, "Sheet1"), [("BTK004", "Sheet1", None)]),
        (lambda b: b.ganti_nama(LEMBAR_ANGGARAN, "Sheet1"), [("BTK004", "Sheet1", None)]),
        (lambda b: b.ganti_nama(LEMBAR_PENGESAHAN, "Sheet1"), [("BTK004", "Sheet1", None)]),
        (lambda b: b.ganti_nama(LEMBAR_IDENTITAS, "Sheet1"), []),  # known by what it holds
        (lambda b: b.salin(LEMBAR_KINERJA), [("BTK005", f"{LEMBAR_KINERJA} (2)", None)]),
        (lambda b: b.salin(LEMBAR_ANGGARAN), [("BTK005", f"{LEMBAR_ANGGARAN} (2)", None)]),
        (lambda b: b.salin(LEMBAR_PENGESAHAN), [("BTK005", f"{LEMBAR_PENGESAHAN} (2)", None)]),
        (lambda b: b.hapus_baris(LEMBAR_KINERJA, JUDUL), [("BTK009", LEMBAR_KINERJA, None)]),
        (lambda b: b.hapus_baris(LEMBAR_ANGGARAN, JUDUL), [("BTK009", LEMBAR_ANGGARAN, None)]),
        (lambda b: b.hapus_baris(LEMBAR_ANGGARAN, 7), [("BTK037", LEMBAR_ANGGARAN, None)]),
        (lambda b: b.tulis(LEMBAR_ANGGARAN, 7, 1, None), [("BTK038", LEMBAR_ANGGARAN, "A7")]),
        (lambda b: b.tulis(LEMBAR_ANGGARAN, 7, 1, "9.9"), [("BTK038", LEMBAR_ANGGARAN, "A7")]),
        (lambda b: b.gabung(LEMBAR_KINERJA, "L7:L8"), [("BTK010", LEMBAR_KINERJA, "L7")]),
        (lambda b: b.gabung(LEMBAR_KINERJA, "K7:L7"), [("BTK010", LEMBAR_KINERJA, "K7")]),
        (lambda b: b.gabung(LEMBAR_KINERJA, "B7:B8"), [("BTK010", LEMBAR_KINERJA, "B7")]),
        (lambda b: b.gabung(LEMBAR_KINERJA, "A7:B7"), [("BTK010", LEMBAR_KINERJA, "A7")]),
        (lambda b: b.gabung(LEMBAR_KINERJA, "C7:C16"), [("BTK010", LEMBAR_KINERJA, "C7")]),
        (lambda b: b.gabung(LEMBAR_KINERJA, "O7:R7"), [("BTK010", LEMBAR_KINERJA, "O7")]),
        (lambda b: b.gabung(LEMBAR_ANGGARAN, "D7:E7"), [("BTK010", LEMBAR_ANGGARAN, "D7")]),
        (lambda b: b.gabung(LEMBAR_ANGGARAN, "A7:A8"), [("BTK010", LEMBAR_ANGGARAN, "A7")]),
        (lambda b: b.tulis(LEMBAR_KINERJA, 19, LUAR, "sementara"), []),  # a note
    ],
)  # fmt: skip
def test_one_change_of_the_sheets_one_finding(
    temuan: Temuan, ubah: Ubah, harap: list[tuple[str, str | None, str | None]]
) -> None:
    assert temuan(ubah) == harap


@pytest.mark.parametrize("baris", range(JUDUL + 1, AKHIR + 1))
def test_one_row_one_finding(temuan: Temuan, baris: int) -> None:
    def ganda(b: Berkas) -> None:
        for (r, k), s in list(b.sel(LEMBAR_KINERJA).items()):
            if r == baris:
                b.sel(LEMBAR_KINERJA)[AKHIR + 2, k] = s._replace(alamat=alamat(AKHIR + 2, k))

    kode = f"B{baris}"
    assert temuan(lambda b: b.hapus_baris(LEMBAR_KINERJA, baris)) == [("BTK027", LEMBAR_KINERJA, None)]
    assert temuan(ganda) == [("BTK029", LEMBAR_KINERJA, f"B{AKHIR + 2}")]
    assert temuan(lambda b: b.tulis(LEMBAR_KINERJA, baris, 2, None)) == [("BTK030", LEMBAR_KINERJA, kode)]
    assert temuan(lambda b: b.tulis(LEMBAR_KINERJA, baris, 2, "XYZ")) == [("BTK030", LEMBAR_KINERJA, kode)]


@pytest.mark.parametrize("n", range(len(LabelPengesahan)))
def test_one_label_of_pengesahan_one_finding(temuan: Temuan, n: int) -> None:
    assert temuan(lambda b: b.tulis(LEMBAR_PENGESAHAN, 5 + n, 1, None)) == [("BTK012", LEMBAR_PENGESAHAN, None)]
    assert temuan(lambda b: b.tulis(LEMBAR_PENGESAHAN, 5 + n, 2, None)) == [("LKP006", LEMBAR_PENGESAHAN, f"B{5 + n}")]


def test_two_changes_two_findings(temuan: Temuan) -> None:
    def ubah(b: Berkas) -> None:
        b.ganti_nama(LEMBAR_KINERJA, "Sheet1")
        b.lembar.pop(LEMBAR_ANGGARAN)

    assert temuan(ubah) == [("BTK004", "Sheet1", None), ("BTK003", LEMBAR_ANGGARAN, None)]
