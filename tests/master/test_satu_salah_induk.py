"""One slip in any cell of the master: never more than one galat or warning, and none of the clean cells is named."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest
from buat_buku import BELUM_DIHITUNG, GALAT_RUMUS, Isi, Tabel, baca, baris, dasar, isi, kode_sel, semua

from kinerja.findings import Finding, Tingkat
from kinerja.master.skema import SEMUA

SALAH: dict[str, Isi] = {
    "kosong": None, "teks": "Zzqx", "galat": GALAT_RUMUS, "belum": BELUM_DIHITUNG, "negatif": -7,
    "besar": 987_654_321, "pecahan": Decimal("0.5"), "dua_arti": "1.125", "logika": True, "tanggal": date(2026, 5, 3),
}  # fmt: skip
_BULAN_CONTOH = (2, 4, 7, 13)  # of twelve columns that are alike: Jan, Mar, Jun, Des


Ubah = Callable[[Tabel], object]


def _berat(temuan: tuple[Finding, ...]) -> list[str]:
    return [f"{k}@{s}" for (k, s), t in zip(kode_sel(temuan), temuan, strict=True) if t.tingkat is not Tingkat.CATATAN]


def _sel(tabel: Tabel) -> Iterator[tuple[str, int, int]]:
    for lembar, rows in tabel.items():
        for n, row in enumerate(rows):
            for k in range(max(map(len, rows))):
                sama = lembar == "Target" and 2 <= k < 14 and k not in _BULAN_CONTOH
                if k < len(row) and not sama:
                    yield lembar, n, k


def _ubah(lembar: str, n: int, k: int, nilai: Isi) -> list[str]:
    def ubah(t: Tabel) -> None:
        t[lembar][n][k] = nilai

    return _berat(baca(ubah)[1])


@pytest.mark.parametrize("lembar", [s.nama for s in SEMUA])
@pytest.mark.parametrize("salah", SALAH)
def test_one_slip_at_most_one_finding(lembar: str, salah: str) -> None:
    banyak = {
        (n + 1, k + 1): temuan
        for di, n, k in _sel(dasar())
        if di == lembar and len(temuan := _ubah(lembar, n, k, SALAH[salah])) > 1
    }
    assert banyak == {}


@pytest.mark.parametrize("lembar", [s.nama for s in SEMUA])
def test_cell_of_the_row_above_at_most_one_finding(lembar: str) -> None:
    """A cell filled down by mistake: the code, kind or value of another row."""
    tabel = dasar()[lembar]
    banyak = {}
    for n in range(2, len(tabel)):
        for k in range(min(len(tabel[n]), len(tabel[n - 1]))):
            temuan = _ubah(lembar, n, k, tabel[n - 1][k])
            if len(temuan) > 1:
                banyak[n + 1, k + 1] = temuan
    assert banyak == {}


@pytest.mark.parametrize("lembar", [s.nama for s in SEMUA])
def test_one_row_gone_at_most_one_finding(lembar: str) -> None:
    banyak = {}
    for n in range(1, len(dasar()[lembar])):
        _, temuan = baca(lambda t: t[lembar].pop(n))  # noqa: B023 - called at once
        if len(_berat(temuan)) > 1:
            banyak[n + 1] = _berat(temuan)
    assert banyak == {}


# The cell to mend, where a code is gone: a Kode that is empty, unreadable or doubled is named itself; one that was
# written over is named where it is first missed, with all the other places and the cell that seems to have changed.
@pytest.mark.parametrize("nilai", [None, GALAT_RUMUS, BELUM_DIHITUNG, date(2026, 5, 3)])
@pytest.mark.parametrize("sel", ["Unit!A2", "Unit!A4", "Sasaran!A2", "Indikator!A2", "Indikator!A5", "Skala!A3"])
def test_lost_code_is_named_itself(sel: str, nilai: Isi) -> None:
    lembar, alamat = sel.split("!")
    assert [x.partition("@")[2] for x in _berat(baca(isi(lembar, alamat, nilai))[1])] == [sel]


def test_lost_code_is_told_from_what_refers_to_it() -> None:
    _, [t] = baca(isi("Unit", "A4", None))
    assert (t.kode, t.sumber.sel) == ("MST010", "A4")
    assert "merujuk “IRB1”" in t.pesan


def test_code_written_over_is_named_once_with_every_place() -> None:
    _, [t] = baca(isi("Sasaran", "A2", "S9"))
    assert (t.kode, str(t.sumber.sel), t.tertulis) == ("MST019", "B2", "S1")
    for sel in ("sel B3 lembar “Indikator”", "sel B4 lembar “Indikator”", "sel E2 lembar “Anggaran”", "A2"):
        assert sel in t.pesan
    assert "kini “S9”" in t.pesan


def test_label_typed_over_by_another_is_named_where_it_belongs() -> None:
    for sel, nilai, harap in (("A2", "Pemerintah Daerah", "Nama Instansi"), ("A9", "Telepon", "Tempat")):
        _, [t] = baca(isi("Instansi", sel, nilai))
        assert (t.kode, t.sumber.sel, t.diharapkan) == ("MST007", sel, harap)


def test_slip_beside_a_lost_code_is_still_found() -> None:
    """A reference with a near miss is a slip of its own, also while a Kode is missing elsewhere."""
    _, temuan = baca(semua(isi("Unit", "A4", None), isi("Target", "B2", "SEKK")))
    assert kode_sel(temuan) == [("MST010", "Unit!A4"), ("MST019", "Target!B2")]


def test_two_lost_codes_are_two_findings() -> None:
    _, temuan = baca(semua(isi("Unit", "A4", None), isi("Sasaran", "A3", None)))
    assert kode_sel(temuan) == [("MST010", "Unit!A4"), ("MST010", "Sasaran!A3")]


def test_whole_row_is_one_finding_and_two_cells_are_two() -> None:
    def negatif(t: Tabel) -> None:
        t["Target"][3][2:] = [-1] * 12 + [-12]

    _, [t] = baca(negatif)
    assert (t.kode, t.sumber.sel) == ("MST082", "C4")
    assert "dan 4 sel lain" in t.pesan
    _, temuan = baca(semua(isi("Target", "C4", -1), isi("Target", "E4", -1)))
    assert kode_sel(temuan) == [("MST082", "Target!C4"), ("MST082", "Target!E4")]


def test_kind_of_the_indicator_is_named_when_all_its_rows_say_so() -> None:
    _, [t] = baca(isi("Indikator", "I3", "Terakhir"))
    assert (t.kode, t.sumber.sel) == ("MST072", "O4")
    assert "Periksa juga Konsolidasi Periode di sel I3 lembar “Indikator”" in t.pesan
    assert "sel O5 lembar “Target”" in t.pesan


def test_slips_in_two_rows_are_two_findings() -> None:
    _, temuan = baca(semua(isi("Target", "O4", 13), isi("Target", "C6", "dua"), isi("Anggaran", "F3", None)))
    assert kode_sel(temuan) == [("MST072", "Target!O4"), ("MST012", "Target!C6"), ("MST092", "Anggaran!F3")]


def test_line_of_the_budget_that_is_not_read_does_not_empty_the_line_above() -> None:
    induk = baris("Anggaran", "1.02", None, "Program", "Program dua", "S2", None, None)
    anak = baris("Anggaran", "1.02.01", "XXX", "Kegiatan", "Kegiatan tiga", "S2", 5, None)
    _, temuan = baca(semua(induk, anak))
    assert kode_sel(temuan) == [("MST019", "Anggaran!B6")]


# Slips that have nothing to do with each other: each of them is found beside each other one.
_BEBAS: tuple[tuple[str, str, Isi], ...] = (
    ("MST010", "Unit!B4", None), ("MST022", "Unit!A3", "SBP/1"), ("MST042", "Unit!F2", "12345"),
    ("MST044", "Pejabat!G2", date(2020, 1, 1)), ("MST010", "Sasaran!B3", None), ("MST010", "Indikator!M2", None),
    ("MST013", "Indikator!N4", "1.125"), ("MST011", "Indikator!Q7", "Mungkin"), ("MST072", "Target!O4", 13),
    ("MST012", "Target!D6", "dua"), ("MST076", "Target!E8", "tujuh"), ("MST080", "Target!H9", "Sudah"),
    ("MST012", "Anggaran!F4", "banyak"), ("MST020", "Skala!C4", -1), ("MST100", "Riwayat!B2", "kapan"),
    ("MST017", "Libur!A3", "besok"), ("MST011", "Aturan!D2", "berat"), ("MST020", "LHE!A2", 1),
    ("MST010", "Narasi!B2", None), ("MST010", "Rapat!D2", None), ("MST019", "Target!B9", "SEKK"),
)  # fmt: skip


def _taruh(tempat: str, nilai: Isi) -> Ubah:
    lembar, sel = tempat.split("!")
    return isi(lembar, sel, nilai)


@pytest.mark.parametrize("satu", _BEBAS, ids=lambda x: x[1])
def test_two_slips_are_both_found(satu: tuple[str, str, Isi]) -> None:
    kurang = {}
    for dua in _BEBAS:
        if dua[1] == satu[1]:
            continue
        temuan = _berat(baca(semua(_taruh(*satu[1:]), _taruh(*dua[1:])))[1])
        if sorted(temuan) != sorted(f"{kode}@{tempat}" for kode, tempat, _ in (satu, dua)):
            kurang[dua[1]] = temuan
    assert kurang == {}
