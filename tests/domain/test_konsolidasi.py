"""Consolidation: months to a period, units to an agency; missing stays missing; order and grouping change nothing."""

from __future__ import annotations

from fractions import Fraction

import pytest
from buat_indikator import buat_indikator, p
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.indikator import KonsolidasiPeriode
from kinerja.domain.konsolidasi import (
    HANYA_TAHUNAN,
    Isian,
    Konsolidasi,
    konsolidasi_bulan,
    konsolidasi_target,
    konsolidasi_unit,
    target_unit,
)
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang


def angka(*nilai: str | int | None) -> dict[int, Isian]:
    """Months 1, 2, … ; None is a month without a report."""
    return {b: Isian(nilai=p(n)) for b, n in enumerate(nilai, 1) if n is not None}


def rasio(*bagian: tuple[int, int] | None) -> dict[int, Isian]:
    """Months 1, 2, … as (pembilang, penyebut)."""
    return {
        b: Isian(nilai=None if x[1] == 0 else Fraction(x[0] * 100, x[1]), pembilang=p(x[0]), penyebut=p(x[1]))
        for b, x in enumerate(bagian, 1)
        if x is not None
    }


@pytest.mark.parametrize(
    ("aturan", "hasil", "bulan"),
    [
        ("Jumlah", 8, (1, 3)),
        ("Rata-rata", 4, (1, 3)),
        ("Terakhir", 5, (3,)),
        ("Maksimum", 5, (3,)),
        ("Minimum", 3, (1,)),
    ],
)
def test_bulan_kosong_bukan_nol(aturan: str, hasil: int, bulan: tuple[int, ...]) -> None:
    k = konsolidasi_bulan(buat_indikator(konsolidasi_periode=aturan), angka(3, None, 5))
    assert (k.nilai, k.bulan) == (hasil, bulan)


def test_semester_rata_rata_dari_enam_bulan() -> None:
    i = buat_indikator(konsolidasi_periode="Rata-rata")
    assert konsolidasi_bulan(i, angka(80, 90, 100)).nilai == 90
    assert konsolidasi_bulan(i, angka(80, 90, 100, 70, 70, 70)).nilai == 80


@pytest.mark.parametrize(
    ("aturan", "hasil", "bulan"),
    [
        ("Jumlah", Fraction(60 * 100, 90), (1, 2, 3)),
        ("Terakhir", Fraction(20 * 100, 40), (3,)),
        ("Rata-rata", (Fraction(100) + 75 + 50) / 3, (1, 2, 3)),
        ("Maksimum", Fraction(100), (1,)),
        ("Minimum", Fraction(50), (3,)),
    ],
)
def test_rasio(aturan: str, hasil: Fraction, bulan: tuple[int, ...]) -> None:
    k = konsolidasi_bulan(buat_indikator(tipe="Rasio", konsolidasi_periode=aturan), rasio((10, 10), (30, 40), (20, 40)))
    assert (k.nilai, k.bulan) == (hasil, bulan)


def test_rasio_penyebut_nol() -> None:
    jumlah = buat_indikator(tipe="Rasio", konsolidasi_periode="Jumlah")
    assert konsolidasi_bulan(jumlah, rasio((0, 0), (3, 4))).nilai == 75
    assert konsolidasi_bulan(jumlah, rasio((0, 0), (0, 0))).alasan == "tidak dapat dihitung: penyebut 0"
    for aturan in ("Terakhir", "Rata-rata", "Maksimum"):
        i = buat_indikator(tipe="Rasio", konsolidasi_periode=aturan)
        assert konsolidasi_bulan(i, rasio((0, 0))).alasan == "tidak dapat dihitung: penyebut 0"
    assert (
        konsolidasi_bulan(buat_indikator(tipe="Rasio", konsolidasi_periode="Terakhir"), rasio((3, 4), (0, 0))).nilai
        is None
    )


def test_predikat_menurut_peringkat() -> None:
    bb, a = Predikat("BB", 5), Predikat("A", 6)
    isian = {1: Isian(nilai=a), 2: Isian(nilai=bb)}
    hasil = {
        aturan: konsolidasi_bulan(buat_indikator(tipe="Predikat", konsolidasi_periode=aturan), isian).nilai
        for aturan in ("Terakhir", "Maksimum", "Minimum", "Jumlah")
    }
    assert hasil == {"Terakhir": bb, "Maksimum": a, "Minimum": bb, "Jumlah": None}


def test_tanpa_laporan() -> None:
    k = konsolidasi_bulan(buat_indikator(), {})
    assert (k.nilai, k.alasan, k.bulan) == (None, "tidak dapat dihitung: realisasi belum ada", ())


def test_teks_rumus() -> None:
    assert konsolidasi_bulan(buat_indikator(), angka(3, None, 5)).rumus == "3 + 5 = 8"
    rata = konsolidasi_bulan(buat_indikator(konsolidasi_periode="Rata-rata"), angka(1, 2))
    assert rata.rumus == "(1 + 2) / 2 = 1,5"
    satu = konsolidasi_bulan(buat_indikator(tipe="Rasio"), rasio((23, 36)))
    assert satu.rumus == "23 / 36 × 100 = 63,8889"
    dua = konsolidasi_bulan(buat_indikator(tipe="Rasio"), rasio((1, 4), (2, 4)))
    assert dua.rumus == "(1 + 2) / (4 + 4) × 100 = 37,5"


def bagian(*nilai: int) -> list[Konsolidasi]:
    return [Konsolidasi(nilai=p(n), bulan=(1,)) for n in nilai]


def test_antarunit() -> None:
    assert konsolidasi_unit(buat_indikator(konsolidasi_unit="Jumlah"), bagian(3, 0, 5)).nilai == 8
    assert konsolidasi_unit(buat_indikator(konsolidasi_unit="Rata-rata"), bagian(3, 0, 6)).nilai == 3
    per_unit = [konsolidasi_bulan(buat_indikator(tipe="Rasio"), r) for r in (rasio((1, 1)), rasio((1, 3)))]
    i = buat_indikator(tipe="Rasio", konsolidasi_unit="Rasio")
    assert konsolidasi_unit(i, per_unit).nilai == 50
    rata = buat_indikator(tipe="Rasio", konsolidasi_unit="Rata-rata")
    assert konsolidasi_unit(rata, per_unit).nilai == Fraction(200, 3)


def test_persentase_rasio_tidak_dijumlahkan() -> None:
    per_unit = [konsolidasi_bulan(buat_indikator(tipe="Rasio"), r) for r in (rasio((1, 1)), rasio((1, 3)))]
    i = buat_indikator(tipe="Rasio", konsolidasi_unit="Jumlah")
    for bagian_unit in (per_unit, per_unit[:1]):
        assert konsolidasi_unit(i, bagian_unit).nilai is None
    assert target_unit(i, [p(80), p(90)])[0] is None


def test_antarunit_tanpa_aturan_atau_tanpa_bagian_mentah() -> None:
    assert konsolidasi_unit(buat_indikator(), bagian(1, 2)).alasan == (
        "tidak dapat dihitung: Konsolidasi Unit belum diisi"
    )
    assert konsolidasi_unit(buat_indikator(tipe="Rasio", konsolidasi_unit="Rasio"), bagian(1, 2)).nilai is None


def test_ya_tidak_antarunit() -> None:
    i = buat_indikator(tipe="Ya/Tidak", konsolidasi_periode="Terakhir")
    sama = [Konsolidasi(nilai=YA, bulan=(1,)), Konsolidasi(nilai=YA, bulan=(1,))]
    assert konsolidasi_unit(i, sama).nilai == YA
    beda = [Konsolidasi(nilai=YA, bulan=(1,)), Konsolidasi(nilai=TIDAK, bulan=(1,))]
    assert konsolidasi_unit(i, beda).alasan == "tidak dapat dihitung: nilai antarunit berbeda"


def target(*nilai: int | None) -> dict[int, Nilai]:
    return {b: p(n) for b, n in enumerate(nilai, 1) if n is not None}


@pytest.mark.parametrize(
    ("tipe", "aturan", "hasil"),
    [
        ("Angka", "Jumlah", 12),
        ("Angka", "Rata-rata", 4),
        ("Angka", "Terakhir", 6),
        ("Rasio", "Jumlah", 6),  # a percentage is never added
        ("Rasio", "Maksimum", 6),
        ("Rasio", "Rata-rata", 4),
    ],
)
def test_target_semua_bulan_wajib(tipe: str, aturan: str, hasil: int) -> None:
    i = buat_indikator(tipe=tipe, konsolidasi_periode=aturan)
    assert konsolidasi_target(i, target(2, 4, 6), (1, 2, 3)) == (p(hasil), None)


def test_target_rentang_kedua_batas() -> None:
    i = buat_indikator(polaritas="Rentang Maksimal", konsolidasi_periode="Rata-rata")
    bulan: dict[int, Nilai] = {1: Rentang(p(80), p(90)), 2: Rentang(p(70), p(100))}
    assert konsolidasi_target(i, bulan, (1, 2))[0] == Rentang(p(75), p(95))


def test_target_yang_kurang() -> None:
    i = buat_indikator()
    assert konsolidasi_target(i, {}, (1, 2, 3)) == (None, HANYA_TAHUNAN)
    nilai, alasan = konsolidasi_target(i, target(4, None, 4), (1, 2, 3))
    assert (nilai, alasan) == (None, "tidak dapat dihitung: target Februari belum ditetapkan")
    akhir = buat_indikator(konsolidasi_periode="Terakhir")
    assert konsolidasi_target(akhir, target(4, 5, None), (1, 2, 3)) == (p(5), None)


def test_target_antarunit() -> None:
    assert target_unit(buat_indikator(konsolidasi_unit="Jumlah"), [p(2), p(3)]) == (p(5), None)
    assert target_unit(buat_indikator(konsolidasi_unit="Rata-rata"), [p(2), p(3)]) == (Fraction(5, 2), None)
    i = buat_indikator(tipe="Rasio", konsolidasi_unit="Rasio")
    assert target_unit(i, [p(80), p(80)]) == (p(80), None)
    assert target_unit(i, [p(80), p(90)])[0] is None
    assert target_unit(i, [])[0] is None


nilai_bulan = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
pecahan = st.tuples(st.integers(min_value=0, max_value=500), st.integers(min_value=1, max_value=500))
aturan_periode = st.sampled_from([a.value for a in KonsolidasiPeriode])


def gabung_dua(aturan: str, a: Konsolidasi, b: Konsolidasi) -> Nilai | None:
    """What two halves of equal length give together, by a second way."""
    x, y = a.nilai, b.nilai
    assert isinstance(x, Fraction)
    assert isinstance(y, Fraction)
    return {"Jumlah": x + y, "Rata-rata": (x + y) / 2, "Terakhir": y, "Maksimum": max(x, y), "Minimum": min(x, y)}[
        aturan
    ]


@given(aturan_periode, st.lists(nilai_bulan, min_size=12, max_size=12))
def test_tahun_sama_dengan_semester_dan_triwulannya(aturan: str, nilai: list[Fraction]) -> None:
    i = buat_indikator(konsolidasi_periode=aturan)
    isian = {b: Isian(nilai=n) for b, n in enumerate(nilai, 1)}

    def bagian_tahun(awal: int, akhir: int) -> Konsolidasi:
        return konsolidasi_bulan(i, {b: isian[b] for b in range(awal, akhir + 1)})

    s1, s2 = bagian_tahun(1, 6), bagian_tahun(7, 12)
    assert s1.nilai == gabung_dua(aturan, bagian_tahun(1, 3), bagian_tahun(4, 6))
    assert bagian_tahun(1, 12).nilai == gabung_dua(aturan, s1, s2)


@given(
    st.sampled_from(["Jumlah", "Terakhir", "Maksimum", "Minimum", "Rata-rata"]),
    st.lists(pecahan, min_size=6, max_size=6),
)
def test_semester_rasio_sama_dengan_dua_triwulan(aturan: str, pasangan: list[tuple[int, int]]) -> None:
    i = buat_indikator(tipe="Rasio", konsolidasi_periode=aturan)
    isian = rasio(*pasangan)
    s1 = konsolidasi_bulan(i, isian)
    tw1 = konsolidasi_bulan(i, {b: isian[b] for b in (1, 2, 3)})
    tw2 = konsolidasi_bulan(i, {b: isian[b] for b in (4, 5, 6)})
    if aturan == "Jumlah":
        assert tw1.pembilang is not None
        assert tw2.pembilang is not None
        assert tw1.penyebut is not None
        assert tw2.penyebut is not None
        assert s1.nilai == (tw1.pembilang + tw2.pembilang) / (tw1.penyebut + tw2.penyebut) * 100
    else:
        assert s1.nilai == gabung_dua(aturan, tw1, tw2)


@given(st.data(), st.sampled_from(["Jumlah", "Rata-rata", "Rasio"]), st.lists(pecahan, min_size=2, max_size=8))
def test_urutan_unit_tidak_mengubah_apa_pun(data: st.DataObject, aturan: str, pasangan: list[tuple[int, int]]) -> None:
    i = buat_indikator(tipe="Rasio" if aturan == "Rasio" else "Angka", konsolidasi_unit=aturan)
    unit = [Konsolidasi(nilai=Fraction(a * 100, b), pembilang=p(a), penyebut=p(b), bulan=(1,)) for a, b in pasangan]
    acak = data.draw(st.permutations(unit))
    assert konsolidasi_unit(i, acak).nilai == konsolidasi_unit(i, unit).nilai


@given(st.data(), aturan_periode, st.lists(nilai_bulan, min_size=1, max_size=12))
def test_urutan_bulan_tidak_mengubah_apa_pun(data: st.DataObject, aturan: str, nilai: list[Fraction]) -> None:
    i = buat_indikator(konsolidasi_periode=aturan)
    isian = {b: Isian(nilai=n) for b, n in enumerate(nilai, 1)}
    acak = dict(data.draw(st.permutations(list(isian.items()))))
    assert konsolidasi_bulan(i, acak) == konsolidasi_bulan(i, isian)


@given(st.lists(st.fractions(min_value=1, max_value=1000), min_size=2, max_size=12), st.integers(min_value=0))
def test_bulan_hilang_tidak_pernah_menjadi_nol(nilai: list[Fraction], mana: int) -> None:
    isian = {b: Isian(nilai=n) for b, n in enumerate(nilai, 1)}
    bulan = mana % len(nilai) + 1
    tanpa = {b: x for b, x in isian.items() if b != bulan}
    nol = {**isian, bulan: Isian(nilai=Fraction(0))}
    for aturan in ("Rata-rata", "Minimum"):
        i = buat_indikator(konsolidasi_periode=aturan)
        assert konsolidasi_bulan(i, tanpa).nilai != konsolidasi_bulan(i, nol).nilai
    jumlah = buat_indikator(konsolidasi_periode="Jumlah")
    assert konsolidasi_bulan(jumlah, tanpa).bulan != konsolidasi_bulan(jumlah, nol).bulan
