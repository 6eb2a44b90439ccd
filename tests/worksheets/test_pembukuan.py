"""Double entry: a formula evaluator of its own, and a build that stops where it differs from the program."""

from __future__ import annotations

import dataclasses
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from helpers.jalankan import jalankan
from worksheets.contoh_analisis import contoh, susun

from kinerja.aggregate.engine import hitung_periode
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.periode import Periode
from kinerja.errors import ExitCode, KesalahanProgram
from kinerja.master.pengaturan import Pengaturan
from kinerja.workbook.reader import open_workbook
from kinerja.worksheets import analisis, analisis_indikator
from kinerja.worksheets.analisis import analisis_workbook
from kinerja.worksheets.pembukuan import periksa_pembukuan
from kinerja.worksheets.sel_nilai import Galat, NilaiSel
from kinerja.worksheets.sel_rumus import IsiSel, Lembaran
from kinerja.worksheets.tabel_analisis import Formula

DATA: dict[tuple[str, int, int], IsiSel] = {
    ("Data", 1, 1): (None, Fraction(23)), ("Data", 1, 2): (None, Fraction(36)), ("Data", 2, 1): (None, "teks"),
    ("Data", 3, 1): (None, Fraction(-5, 2)), ("Data", 4, 1): (None, ""), ("Anggaran 1", 1, 1): (None, Fraction(7)),
}  # fmt: skip


def nilai(rumus: str) -> NilaiSel:
    return Lembaran({**DATA, ("Data", 9, 9): (rumus, None)}).nilai(("Data", 9, 9))


@pytest.mark.parametrize(
    ("rumus", "harap"),
    [
        ("A1/B1*100", Fraction(2300, 36)),
        ("2+3*4-6/2", Fraction(11)),
        ("(2+3)*4", Fraction(20)),
        ("-A3*2", Fraction(5)),
        ("2*-3", Fraction(-6)),
        ("10-3-2", Fraction(5)),
        ("ROUND(2.675,2)", Fraction(268, 100)),
        ("ROUND(-2.675,2)", Fraction(-268, 100)),
        ("ROUND(ROUND(A1/B1*100,9),2)", Fraction(6389, 100)),
        ("ROUND(1250,-2)", Fraction(1300)),
        ("SUM(A1:B4)", Fraction(113, 2)),
        ("SUM(A2)", Fraction(0)),
        ('SUM(A1,"teks")', Galat("#VALUE!")),
        ("AVERAGE(A1:A4,'Anggaran 1'!A1)", Fraction(55, 6)),
        ("AVERAGE(A2,A4)", Galat("#DIV/0!")),
        ("COUNT(A1:B4)", Fraction(3)),
        ('COUNT("1",A1)', Fraction(1)),
        ("MAX(A1:B4)", Fraction(36)),
        ("MIN(A1:A4,Data!$B$1)", Fraction(-5, 2)),
        ("A1/A4", Galat("#VALUE!")),
        ("A1/D9", Galat("#DIV/0!")),
        ('IF(A4="",1,2)', Fraction(1)),
        ('IF(D9="",1,2)', Fraction(1)),
        ("IF(D9=0,1,2)", Fraction(1)),
        ('IF(A2="TEKS","ya","tidak")', "ya"),
        ('IF(A2>1000,"ya","tidak")', "ya"),
        ('IF(A1<>23,1/0,"")', ""),
        ("IF(1/0,1,2)", Galat("#DIV/0!")),
        ('IFERROR(1/0,"")', ""),
        ("IFERROR(A1,0)", Fraction(23)),
        ("OR(A1=1,B1=36)", True),
        ("AND(A1=1,B1=36)", False),
        ("ABS(A3)", Fraction(5, 2)),
        ('MATCH("BB",{"B","BB","A"},0)', Fraction(2)),
        ('INDEX({1,3,7},MATCH("""Baik""",{"K","""Baik""","U*"},0))', Fraction(3)),
        ('MATCH("Z",{"B","BB"},0)', Galat("#N/A")),
        ("RANK(A1,A1:B4)", Fraction(2)),
        ("RANK(99,A1:B4)", Galat("#N/A")),
        ("COUNTIF(A1:B4,36)", Fraction(1)),
        ('INDEX(A1:A4,3)', Fraction(-5, 2)),
        ("D9", Fraction(0)),
        ("A2", "teks"),
        ('"BB12"', "BB12"),
    ],
)  # fmt: skip
def test_rumus_dihitung_seperti_excel(rumus: str, harap: NilaiSel) -> None:
    assert nilai(rumus) == harap


@pytest.mark.parametrize("rumus", ["SUM(A1;B1)", "VLOOKUP(A1,A1:B4,2)", "SUM(A1", "1+", "A1 B1", "I9", "A1%", ""])
def test_rumus_yang_tidak_dikenal_menghentikan(rumus: str) -> None:
    with pytest.raises(KesalahanProgram):
        nilai(rumus)


@pytest.mark.parametrize(
    ("tersimpan", "cocok"),
    [(Fraction("63.888888889"), True), (Fraction("63.89"), False), (Fraction("63.8888887"), False), ("", False)],
)
def test_beda_pada_digit_terakhir_ditemukan(tersimpan: NilaiSel, cocok: bool) -> None:
    sel: dict[Any, IsiSel] = {**DATA, ("Data", 5, 3): ("A1/B1*100", tersimpan)}
    if cocok:
        assert periksa_pembukuan(sel, "x.xlsx") == 1
        return
    with pytest.raises(KesalahanProgram, match=r"x\.xlsx, lembar Data, sel C5: program .*, rumus 63,888888889\."):
        periksa_pembukuan(sel, "x.xlsx")


def test_teks_kosong_bukan_nol() -> None:
    for tersimpan, rumus in (("", "A3-A3"), (Fraction(0), '""')):
        with pytest.raises(KesalahanProgram):
            periksa_pembukuan({**DATA, ("Data", 5, 3): (rumus, tersimpan)}, "x.xlsx")


@pytest.mark.parametrize("periode", ["2026-03", "2026-S1", "2026"])
@pytest.mark.parametrize("indeks", [False, True])
def test_berkas_yang_ditulis_dihitung_sama(periode: str, indeks: bool) -> None:
    """What was checked in memory is what stands in the file."""
    kebijakan = Kebijakan(
        target_nol="nihil", realisasi_nol="seratus", batas_rata_rata=Fraction(110), desimal=3, efisiensi="indeks",
    )  # fmt: skip
    isi, _ = susun(periode, kebijakan if indeks else None, berbobot=indeks)
    sel: dict[Any, IsiSel] = {}
    for nama, lembar in open_workbook(isi, "x.xlsx").lembar.items():
        for (b, k), s in lembar.sel.items():
            angka = Fraction(s.nilai) if isinstance(s.nilai, Decimal) else s.nilai
            sel[nama, b, k] = (s.rumus, angka if isinstance(angka, Fraction | str | bool) else None)
    assert periksa_pembukuan(sel, "x.xlsx") > 1000


def test_angka_program_yang_keliru_menghentikan_buku() -> None:
    m, semua, uang = contoh()
    atur = Pengaturan()
    hasil = hitung_periode(m, atur, Periode.parse("2026-03"), semua, uang)
    n = next(k for k, c in enumerate(hasil.capaian) if c.indikator == "SEL" and c.unit == "U2")
    c = hasil.capaian[n]
    assert c.capaian is not None
    keliru = dataclasses.replace(c, capaian=c.capaian + Fraction(1, 100))
    palsu = dataclasses.replace(hasil, capaian=(*hasil.capaian[:n], keliru, *hasil.capaian[n + 1 :]))
    with pytest.raises(KesalahanProgram, match=r"analisis_2026-03\.xlsx, lembar Indikator, sel H[0-9]+"):
        analisis_workbook(m, atur, palsu, semua, uang)
    assert analisis_workbook(m, atur, hasil, semua, uang)


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    assert jalankan("init", str(tmp_path / "kantor"), "--tahun", "2026").kode == 0
    return tmp_path / "kantor"


def _tertulis(kantor: Path) -> list[str]:
    return [p.name for p in (kantor / "output").rglob("*") if p.is_file()]


def test_rumus_yang_keliru_menghentikan_build(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong formula beside the right figure: exit 70, the cell named, nothing written."""
    monkeypatch.setattr(analisis_indikator, "capaian_excel", lambda *_, **__: "50+0.01")
    hasil = jalankan("-C", str(kantor), "build", "2026-01")
    assert hasil.kode == ExitCode.BUG
    assert "analisis_2026-01.xlsx, lembar Indikator, sel " in hasil.stderr
    assert "rumus 50,01" in hasil.stderr
    assert "Tidak ada berkas yang ditulis" in hasil.stderr
    assert _tertulis(kantor) == []
    monkeypatch.undo()
    assert jalankan("-C", str(kantor), "build", "2026-01").kode == ExitCode.OK
    assert "analisis_2026-01.xlsx" in _tertulis(kantor)


def test_angka_tersimpan_yang_keliru_menghentikan_build(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The right formula with a wrong figure beside it."""

    def keliru(rumus: str, hasil: Fraction | str | None) -> Formula:
        return Formula(rumus, hasil if hasil is not None else Fraction(0))

    monkeypatch.setattr(analisis_indikator, "Formula", keliru)
    hasil = jalankan("-C", str(kantor), "build", "2026-01")
    assert hasil.kode == ExitCode.BUG
    assert "program 0, rumus “”" in hasil.stderr
    assert _tertulis(kantor) == []


def test_semua_sel_berumus_diperiksa(monkeypatch: pytest.MonkeyPatch) -> None:
    diperiksa: list[int] = []
    asli = analisis.periksa_pembukuan

    def hitung(sel: Any, nama: str) -> int:
        diperiksa.append(asli(sel, nama))
        return diperiksa[-1]

    monkeypatch.setattr(analisis, "periksa_pembukuan", hitung)
    isi, _ = susun("2026-02")
    buku = open_workbook(isi, "x.xlsx")
    assert diperiksa == [sum(s.rumus is not None for x in buku.lembar.values() for s in x.sel.values())]
