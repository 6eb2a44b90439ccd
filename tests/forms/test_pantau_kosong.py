"""The blank monitoring paper: what is locked, what may be typed, what it shows before anybody types."""

from __future__ import annotations

import io
from datetime import date
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from forms.contoh_form import master

from kinerja.domain.kalender import Kalender
from kinerja.domain.pemantauan import (
    KOLOM_DIISI,
    LEMBAR_PANTAU,
    KolomPantau,
    StatusTindakan,
    Tindakan,
    pantau_rows,
    parse_pantau,
)
from kinerja.domain.periode import Periode
from kinerja.forms.pemantauan import kertas_pemantauan
from kinerja.forms.terbit_pantau import terbitkan_pantau
from sample_data.pengisi import letak

K = KolomPantau
M = master()
LALU = Tindakan(
    indikator="IKU-02", periode="2026-01", minggu=4, uraian="Menambah auditor\npada penugasan",
    penanggung_jawab="Dalnis", batas=date(2026, 2, 6), status=StatusTindakan.BERJALAN, selesai=None,
    lembar="Minggu 4", sel="Q8",
)  # fmt: skip
TERBIT = terbitkan_pantau(M, "SEK", Periode.parse("2026-03"), Kalender(libur=frozenset({date(2026, 3, 4)})), [LALU])
ISI = kertas_pemantauan(M, TERBIT, "A4")


@pytest.fixture(scope="module")
def buku() -> Any:
    return openpyxl.load_workbook(io.BytesIO(ISI))


def test_one_sheet_per_week_and_a_very_hidden_identity(buku: Any) -> None:
    assert [m.hari_kerja for m in TERBIT.minggu] == [0, 4, 5, 5, 5, 2]
    assert buku.sheetnames[:7] == ["Petunjuk", *(m.nama for m in TERBIT.minggu)]
    assert buku[LEMBAR_PANTAU].sheet_state == "veryHidden"
    rows = [[str(c or "") for c in r] for r in buku[LEMBAR_PANTAU].iter_rows(values_only=True)]
    assert parse_pantau(rows) == parse_pantau(pantau_rows(TERBIT)) == TERBIT
    assert buku["Minggu 2"]["A4"].value == TERBIT.identitas.kode_kertas
    assert "4 hari kerja" in buku["Minggu 2"]["A3"].value
    assert "tidak ada hari kerja" in buku["Minggu 1"]["A3"].value


def test_only_input_cells_are_unlocked(buku: Any) -> None:
    ws = buku["Minggu 3"]
    judul, baris = letak(ws)
    assert ws.protection.sheet
    assert not ws.merged_cells.ranges
    assert ws.freeze_panes == "D7"
    for kode, n in baris.items():
        rasio = kode == "IKU-01"
        terbuka = {k for k, kolom in judul.items() if not ws.cell(n, kolom).protection.locked}
        bagian = {K.REALISASI} if rasio else {K.PEMBILANG, K.PENYEBUT}
        assert terbuka == {k.value for k in KOLOM_DIISI if k not in bagian}, kode


def test_shares_stand_in_the_cells_and_add_up(buku: Any) -> None:
    def nilai(minggu: int, kolom: K) -> float:
        judul, baris = letak(buku[f"Minggu {minggu}"])
        isi: float = buku[f"Minggu {minggu}"].cell(baris["IKU-02"], judul[kolom]).value
        return isi

    target = M.target_of("SEK")["IKU-02"].bulan[3]
    assert isinstance(target, Fraction)
    assert sum(nilai(m.ke, K.BAGIAN) for m in TERBIT.minggu) == pytest.approx(target)
    assert nilai(1, K.BAGIAN) == 0
    assert nilai(2, K.BAGIAN_SD) == pytest.approx(target * 4 / 21)
    assert nilai(6, K.BAGIAN_SD) == target


def test_open_actions_stand_on_the_first_week(buku: Any) -> None:
    judul, baris = letak(buku["Minggu 1"])
    teks = buku["Minggu 1"].cell(baris["IKU-02"], judul[K.TINDAKAN_LALU]).value
    assert teks == "Menambah auditor pada penugasan – Dalnis, s.d. 6/2/2026"
    assert TERBIT.lalu[0].status is StatusTindakan.BERJALAN
    assert buku["Minggu 2"].cell(baris["IKU-02"], judul[K.TINDAKAN_LALU]).value.startswith("=")


def test_same_paper_same_bytes_and_no_columns_of_a_rasio_without_one() -> None:
    assert kertas_pemantauan(M, TERBIT, "A4") == ISI
    assert set(letak(openpyxl.load_workbook(io.BytesIO(ISI))["Minggu 1"])[0]) == {k.value for k in K}
    irban = next(u for u in M.unit if u.kode != "SEK" and M.indikator_of(u.kode)).kode if len(M.unit) > 1 else None
    if irban is not None and not any(i.tipe.value == "Rasio" for i in M.indikator_of(irban)):
        terbit = terbitkan_pantau(M, irban, Periode.parse("2026-03"), Kalender())
        lembar = openpyxl.load_workbook(io.BytesIO(kertas_pemantauan(M, terbit, "A4")))["Minggu 1"]
        assert K.PEMBILANG not in letak(lembar)[0]


def test_indicators_that_are_not_measured_are_left_out() -> None:
    februari = terbitkan_pantau(M, "SEK", Periode.parse("2026-02"), Kalender())
    bukan = {i.kode for i in M.indikator_of("SEK") if not i.diukur((2,))}
    assert bukan
    assert {b.kode for b in februari.baris} == {i.kode for i in M.indikator_of("SEK")} - bukan


MINGGU = ["M", "1", "2026-03-02", "2026-03-08", "5"]
LALU_BENAR = ["T", "IKU-02", "2026-02", "4", "Menambah auditor", "Dalnis", "", "Belum"]


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["Kode Kertas", "KINERJA/1/a/SEK/2026-03/b/0"], MINGGU],
        [[]],
        [["M", "2", *MINGGU[2:]]],
        [["M", "1", "kemarin", "2026-03-08", "5"]],
        [["M", "1", "2026-03-08", "2026-03-02", "0"]],
        [["M", "1", "2026-03-02", "2026-03-08", "-1"]],
        [["M", str(n), *MINGGU[2:]] for n in range(1, 9)],
        [MINGGU, ["B", "IKU-02", "4", "1"], ["B", "IKU-02", "4", "1"]],
        [MINGGU, LALU_BENAR, LALU_BENAR],
        [MINGGU, [*LALU_BENAR[:2], "2026-03", *LALU_BENAR[3:]]],
        [MINGGU, [*LALU_BENAR[:7], "beres"]],
    ],
)
def test_a_damaged_hidden_sheet_is_none(rows: list[list[str]]) -> None:
    if rows and rows[0][:1] != ["Kode Kertas"]:
        rows = [["Kode Kertas", TERBIT.identitas.kode_kertas], *rows]
    assert parse_pantau(rows) is None


def test_a_small_hidden_sheet_is_read() -> None:
    kepala = ["Kode Kertas", TERBIT.identitas.kode_kertas]
    assert parse_pantau([kepala, MINGGU, ["B", "IKU-02", "4", "1"], LALU_BENAR]) is not None
