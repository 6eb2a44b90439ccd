"""Names of evidence in a text, and the files that bear them."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.bukti import BerkasBukti, nama_bukti, padankan


def berkas(nama: str, sha: str = "a", jam: int = 9) -> BerkasBukti:
    return BerkasBukti(nama=nama, path=f"masuk/{nama}", sha256=sha * 64, ukuran=1, diterima=datetime(2026, 2, 3, jam))


def cocok(teks: str, *nama: str) -> tuple[list[str], list[str]]:
    p = padankan(teks, nama_bukti(berkas(n) for n in nama))
    return [b.nama for b in p.cocok], list(p.hilang)


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("LHP 12.pdf", "LHP 12.pdf"),
        ("rekap tlhp sek 012026.PDF", "Rekap_TLHP_SEK_012026.pdf"),
        ("Rekap-TLHP  SEK_012026.pdf", "Rekap_TLHP_SEK 012026.pdf"),
        ("laporan hasil, lhp 12.pdf", "LHP 12.pdf"),
        ("Cafe\u0301 rapat.pdf", "Café rapat.pdf"),
        ("\uff2c\uff28\uff30 12.pdf", "LHP 12.pdf"),
        ("Rekap (1).pdf", "Rekap (1).pdf"),
        ("LHP 700/12/2026.pdf", "LHP 700-12-2026.pdf"),
        ("Laporan, rapat; hasil.pdf", "Laporan, rapat; hasil.pdf"),
        ("LHP 12.docx", "LHP 12.pdf"),  # sent in another format
        ("LHP Nomor 12 Tahun 2026", "LHP Nomor 12 Tahun 2026.pdf"),  # named without its ending
    ],
)
def test_nama_yang_sama(teks: str, nama: str) -> None:
    assert cocok(teks, nama) == ([nama], [])


@pytest.mark.parametrize(
    ("teks", "nama", "hilang"),
    [
        ("LHP 12.pdf", "LHP 13.pdf", ["LHP 12.pdf"]),
        ("LHP 12.pdf", "LHP 1 2.pdf", ["LHP 12.pdf"]),
        ("laporan hasil pengawasan", "laporan.pdf", []),
        ("Nomor 12 Tahun 2026", "12.pdf", []),
        ("data pendukung", "data pendukung.pdf", []),
        ("rekap", "rekap.pdf", []),
    ],
)
def test_nama_yang_lain(teks: str, nama: str, hilang: list[str]) -> None:
    assert cocok(teks, nama) == ([], hilang)


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("Rekap_TLHP.pdf; berita acara Januari", ["Rekap_TLHP.pdf"]),
        ("SK Tim.pdf dan LHP 12.pdf", ["SK Tim.pdf", "LHP 12.pdf"]),
        ("1. foto.jpg\n2) daftar hadir.jpeg", ["foto.jpg", "daftar hadir.jpeg"]),
        ("Rekap (final).pdf (lihat LHP 12.pdf)", ["Rekap (final).pdf", "lihat LHP 12.pdf"]),
        ("C:\\Users\\irban\\rekap.xlsx", ["rekap.xlsx"]),
        ("“SK Tim.pdf”, “sk tim.PDF”", ["SK Tim.pdf"]),
        ("LHP 700/12/2026.pdf", ["LHP 700-12-2026.pdf"]),
        ("https://contoh.go.id/berkas/rekap.pdf", []),
        ("Perbup No. 12 Tahun 2026, jl. pdf", []),
        ("", []),
        (".pdf", []),
    ],
)
def test_nama_berkas_di_dalam_teks(teks: str, nama: list[str]) -> None:
    assert cocok(teks) == ([], nama)


def test_nama_panjang_didahulukan_dan_tidak_dipakai_dua_kali() -> None:
    assert cocok("Rekap LHP 12.pdf", "LHP 12.pdf", "Rekap LHP 12.pdf") == (["Rekap LHP 12.pdf"], [])
    assert cocok("Rekap LHP 12.pdf; LHP 12.pdf", "LHP 12.pdf", "Rekap LHP 12.pdf") == (
        ["Rekap LHP 12.pdf", "LHP 12.pdf"], [],
    )  # fmt: skip


def test_dari_yang_bernama_sama_yang_datang_terakhir() -> None:
    semua = [berkas("LHP 12.pdf", "b", 11), berkas("lhp_12.PDF", "a", 10)]
    assert [b.sha256 for b in padankan("LHP 12.pdf", nama_bukti(semua)).cocok] == ["b" * 64]


@given(st.text(max_size=300), st.lists(st.text(max_size=20), max_size=5))
def test_teks_apa_pun(teks: str, nama: list[str]) -> None:
    p = padankan(teks, nama_bukti(berkas(n) for n in nama))
    assert len(p.cocok) <= len(nama)
    assert all(n for n in p.hilang)


def test_teks_dan_bukti_yang_banyak_tetap_cepat() -> None:
    nama = nama_bukti(berkas(f"foto kegiatan {n}.jpg") for n in range(4000))
    awal = time.process_time()
    for _ in range(20):
        padankan("foto kegiatan 1.pdf " * 2000, nama)
        padankan("((((.pdf" * 4000, nama)
    assert time.process_time() - awal < 5
