"""Figures in running text: which digits are figures, how they read, and what the text is without them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.angka import format_angka
from kinerja.koreksi.angka_teks import baca_teks


def _nilai(teks: str) -> list[str]:
    return ["?" if a.nilai is None else str(float(a.nilai)).removesuffix(".0") for a in baca_teks(teks).angka]


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("capaian 87,08% dan 87,08 %", ["87.08", "87.08"]),
        ("1.234,5 dari 12.818.420.000", ["1234.5", "12818420000"]),
        ("Rp1.404.554.500,00, Rp 500.000,- dan Rp. 7", ["1404554500", "500000", "7"]),
        ("Rp3,15 miliar atau 1,2 juta", ["3150000000", "1200000"]),
        ("turun -3,92 (−2,2) naik +1,52", ["-3.92", "-2.2", "1.52"]),
        ("5–7 hari, 90-100%, 12 - 15", ["5", "7", "90", "100", "12", "15"]),
        ("tiga belas dari dua puluh satu; Dua laporan", ["13", "21", "2"]),
        ("(112 + 1.104) / 2 × 100 = 60.800", ["112", "1104", "2", "100", "60800"]),
        ("87.08 bermakna dua", ["?", "2"]),
    ],
)
def test_angka_dibaca(teks: str, nilai: list[str]) -> None:
    assert _nilai(teks) == nilai


@pytest.mark.parametrize(
    "teks",
    [
        "Amerta, 9 April 2026", "Triwulan I Tahun 2026", "Maret 2026 s.d. 5 Mei", "tahun 2025–2029", "kurun 2021–2026;",
        "12/03/2026, 2026-03-12, 2026-TW1", "pukul 09.30", "sebelum tanggal 10 bulan berikutnya", "minggu ke-3",
        "NIP. 19680615 199403 1 007", "Telepon\u00a0(0299)\u00a0551420", "Jalan Taman Candra Nomor 14, Amerta 57914",
        "Nomor 700.1.2/………/2026", "Peraturan Presiden Nomor 29 Tahun 2014 Pasal 5 ayat (2)", "Tabel 3.1 dan halaman 12",
        "IKU-01, S1, IRB1_032026.pdf, inspektorat2@contoh.go.id", "6.01.01.2.01.0001  Penyusunan Dokumen",
        "1.  Persentase rekomendasi", "3) Penyebab", "per 100.000 penduduk",
    ],
)  # fmt: skip
def test_bukan_angka_kinerja(teks: str) -> None:
    assert _nilai(teks) == []


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("pada Maret 2026: 12 laporan", ["12"]),
        ("2.026 orang", ["2026"]),
        ("2026% ", ["2026"]),
        ("dalam 3 hari setelah tanggal 10", ["3"]),
        ("Tabel 3 memuat 18 indikator", ["18"]),
    ],
)
def test_yang_hampir_tanggal_atau_nomor(teks: str, nilai: list[str]) -> None:
    assert _nilai(teks) == nilai


def test_rangka_tanpa_angka_dan_periode() -> None:
    lama, baru = "Pada Maret 2026 sebesar 99,55%  naik.", "Pada Februari 2026 sebesar 99,20 % naik."
    assert baca_teks(lama).rangka == baca_teks(baru).rangka == "pada ~ sebesar # naik."
    assert baca_teks("Pada Maret 2026 sebesar 99,55% turun.").rangka != baca_teks(lama).rangka


@given(st.fractions(min_value=-(10**9), max_value=10**9), st.integers(min_value=0, max_value=3))
def test_yang_dicetak_program_terbaca_kembali(nilai: Fraction, desimal: int) -> None:
    cetak = format_angka(nilai, desimal)
    [a] = baca_teks(f"sebesar {cetak} poin").angka
    assert (a.teks, format_angka(a.nilai or Fraction(0), desimal)) == (cetak, cetak)


@given(st.text(max_size=80))
def test_teks_apa_pun_dibaca_tanpa_galat(teks: str) -> None:
    hasil = baca_teks(teks)
    assert all(teks[a.awal : a.akhir].strip() == a.teks for a in hasil.angka)
