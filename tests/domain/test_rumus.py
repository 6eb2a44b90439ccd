"""Capaian: every worked example of the domain, the policies for zero and negative numbers, and the formula texts."""

from __future__ import annotations

from fractions import Fraction

import pytest
from buat_indikator import buat_indikator, p
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka import format_angka
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang
from kinerja.domain.rumus import ekstrem, hitung_capaian, nama_rumus, nilai_rasio

K = Kebijakan()
SELISIH = {"polaritas": "Minimal", "rumus_minimal": "(2T-R)/T"}
BANDING = {"polaritas": "Minimal", "rumus_minimal": "T/R"}
SAKIP = {t: Predikat(t, n) for n, t in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1)}


def cetak(medan: dict[str, str], target: Nilai, realisasi: Nilai) -> str:
    nilai = hitung_capaian(buat_indikator(**medan), target, realisasi, K).nilai
    assert nilai is not None
    return format_angka(nilai, 2)


@pytest.mark.parametrize(
    ("medan", "target", "realisasi", "capaian"),
    [
        ({}, "65", "66.67", "102,57"),
        ({}, "3", "50", "1.666,67"),
        (SELISIH, "88.82", "135.15", "47,84"),
        (BANDING, "88.82", "135.15", "65,72"),
        (BANDING, "4.20", "4.65", "90,32"),
        (SELISIH, "10", "30", "-100,00"),
        ({"polaritas": "Stabil"}, "80", "88", "90,00"),
        ({"polaritas": "Stabil"}, "80", "72", "90,00"),
        ({"polaritas": "Stabil"}, "80", "80", "100,00"),
    ],
)  # fmt: skip
def test_angka(medan: dict[str, str], target: str, realisasi: str, capaian: str) -> None:
    assert cetak(medan, p(target), p(realisasi)) == capaian


@pytest.mark.parametrize(
    ("pembilang", "penyebut", "realisasi", "capaian"), [(23, 36, "63,89", "79,86"), (174, 264, "65,91", "82,39")]
)
def test_rasio(pembilang: int, penyebut: int, realisasi: str, capaian: str) -> None:
    nilai = nilai_rasio(p(pembilang), p(penyebut), p(100))
    assert nilai is not None
    assert format_angka(nilai, 2) == realisasi
    assert cetak({"tipe": "Rasio"}, p(80), nilai) == capaian


def test_rasio_per_seratus_ribu_memakai_bagian_mentah() -> None:
    nilai = nilai_rasio(p(186), p(100000), p(100000))
    assert nilai == 186
    assert cetak({"tipe": "Rasio", **BANDING}, p(162), nilai) == "87,10"


@pytest.mark.parametrize(
    ("polaritas", "target", "realisasi", "capaian"),
    [
        ("Rentang Maksimal", (80, 90), "70", "87,50"),
        ("Rentang Maksimal", (80, 90), "80", "100,00"),
        ("Rentang Maksimal", (80, 90), "85", "100,00"),
        ("Rentang Maksimal", (80, 90), "90", "100,00"),
        ("Rentang Maksimal", (80, 90), "92", "102,22"),
        ("Rentang Minimal", (7, 8), "6.5", "107,14"),
        ("Rentang Minimal", (7, 8), "7", "100,00"),
        ("Rentang Minimal", (7, 8), "9", "87,50"),
    ],
)
def test_rentang(polaritas: str, target: tuple[int, int], realisasi: str, capaian: str) -> None:
    rentang = Rentang(Fraction(target[0]), Fraction(target[1]))
    assert cetak({"polaritas": polaritas}, rentang, p(realisasi)) == capaian


def test_predikat() -> None:
    hasil = hitung_capaian(buat_indikator(tipe="Predikat", satuan="SAKIP"), SAKIP["BB"], SAKIP["B"], K)
    assert hasil.nilai == 80
    assert hasil.rumus == "peringkat B 4 / peringkat BB 5 × 100 = 80,00"
    assert cetak({"tipe": "Predikat"}, SAKIP["BB"], SAKIP["BB"]) == "100,00"


def test_ya_tidak() -> None:
    assert cetak({"tipe": "Ya/Tidak"}, YA, YA) == "100,00"
    assert cetak({"tipe": "Ya/Tidak"}, YA, TIDAK) == "0,00"
    assert cetak({"tipe": "Ya/Tidak"}, TIDAK, TIDAK) == "100,00"
    hasil = hitung_capaian(buat_indikator(tipe="Ya/Tidak"), YA, TIDAK, K)
    assert hasil.rumus == "target Ya, realisasi Tidak = 0"  # "Tidak berbeda dari …" would say the opposite


@pytest.mark.parametrize(
    ("medan", "target", "realisasi", "alasan"),
    [
        ({}, p(0), p(5), "target 0"),
        (SELISIH, p(0), p(0), "target 0"),
        ({"polaritas": "Stabil"}, p(0), p(0), "target 0"),
        ({"polaritas": "Minimal"}, p(4), p(3), "Rumus Minimal belum diisi"),
        ({}, p(-1), p(5), "target negatif"),
        (BANDING, p(4), p(0), "realisasi 0"),
        (BANDING, p(4), p(-1), "realisasi negatif"),
        ({}, None, p(5), "target belum ditetapkan"),
        ({}, p(5), None, "realisasi belum ada"),
        ({}, p(5), YA, "realisasi bukan angka"),
        ({}, Rentang(p(1), p(2)), p(1), "target bukan angka"),
        ({"polaritas": "Rentang Maksimal"}, p(5), p(5), "target bukan rentang"),
        ({"polaritas": "Rentang Maksimal"}, Rentang(p(0), p(5)), p(-1), "batas rentang target 0"),
        ({"polaritas": "Rentang Minimal"}, Rentang(p(-2), p(0)), p(1), "batas rentang target 0"),
        ({"polaritas": "Rentang Minimal"}, Rentang(p(-2), p(-1)), p(1), "batas rentang target negatif"),
        ({"tipe": "Predikat"}, Predikat("Nol", 0), SAKIP["B"], "peringkat Nol pada skala tidak positif"),
        ({"tipe": "Predikat"}, SAKIP["B"], p(3), "target atau realisasi bukan predikat"),
    ],
)  # fmt: skip
def test_tidak_dapat_dihitung(
    medan: dict[str, str], target: Nilai | None, realisasi: Nilai | None, alasan: str
) -> None:
    hasil = hitung_capaian(buat_indikator(**medan), target, realisasi, K)
    assert hasil.nilai is None
    assert hasil.alasan == f"tidak dapat dihitung: {alasan}"


def test_target_nihil_hanya_untuk_minimal() -> None:
    nihil = Kebijakan(target_nol="nihil")
    for rumus in (SELISIH, BANDING):
        assert hitung_capaian(buat_indikator(**rumus), p(0), p(0), nihil).nilai == 100
        assert hitung_capaian(buat_indikator(**rumus), p(0), p(3), nihil).nilai == 0
        assert hitung_capaian(buat_indikator(**rumus), p(0), p(-3), nihil).nilai is None
    assert hitung_capaian(buat_indikator(), p(0), p(0), nihil).nilai is None


def test_realisasi_nol_seratus() -> None:
    assert hitung_capaian(buat_indikator(**BANDING), p(4), p(0), Kebijakan(realisasi_nol="seratus")).nilai == 100


def test_batas_nol_yang_tidak_membagi_tetap_dihitung() -> None:
    rentang = Rentang(p(0), p(5))
    assert hitung_capaian(buat_indikator(polaritas="Rentang Minimal"), rentang, p(0), K).nilai == 100
    assert hitung_capaian(buat_indikator(polaritas="Rentang Minimal"), rentang, p(6), K).nilai == 80


@pytest.mark.parametrize(
    ("capaian", "hasil"),
    [("150", False), ("150.004", False), ("150.005", True), ("0", False), ("-0.004", False), ("-0.005", True)],
)
def test_ekstrem_menurut_angka_tercetak(capaian: str, hasil: bool) -> None:
    assert ekstrem(p(capaian), 2) is hasil
    assert not ekstrem(None, 2)


def test_teks_rumus() -> None:
    assert hitung_capaian(buat_indikator(), p(80), Fraction(2300, 36), K).rumus == "63,8889 / 80 × 100 = 79,86"
    assert hitung_capaian(buat_indikator(**SELISIH), p("88.82"), p("135.15"), K).rumus == (
        "(2 × 88,82 − 135,15) / 88,82 × 100 = 47,84"
    )
    assert nama_rumus(buat_indikator(**BANDING)) == "T / R × 100"
    assert nama_rumus(buat_indikator()) == "R / T × 100"


positif = st.fractions(min_value=Fraction(1, 1000), max_value=10**6)


@given(positif)
def test_sama_dengan_target_selalu_seratus(t: Fraction) -> None:
    for medan in ({}, SELISIH, BANDING, {"polaritas": "Stabil"}):
        assert hitung_capaian(buat_indikator(**medan), t, t, K).nilai == 100
    for polaritas in ("Rentang Maksimal", "Rentang Minimal"):
        assert hitung_capaian(buat_indikator(polaritas=polaritas), Rentang(t, t), t, K).nilai == 100


@given(positif, positif, positif)
def test_arah_polaritas(t: Fraction, r1: Fraction, r2: Fraction) -> None:
    kecil, besar = sorted((r1, r2))
    for medan, naik in (({}, True), (SELISIH, False), (BANDING, False)):
        a = hitung_capaian(buat_indikator(**medan), t, kecil, K).nilai
        b = hitung_capaian(buat_indikator(**medan), t, besar, K).nilai
        assert a is not None
        assert b is not None
        assert a <= b if naik else a >= b
