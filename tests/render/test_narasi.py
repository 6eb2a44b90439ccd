"""Drafted sentences follow the figures: each situation has its sentence, and no sentence says more than the data."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import contoh_hasil as contoh
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.aggregate.model import Capaian, Pembanding
from kinerja.domain.angka import format_angka
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.render.views import kelengkapan, narasi
from kinerja.render.views.cetak import berubah, poin, rentang_bulan

HASIL = contoh.hasil("2026-03")
IKU = contoh.INDIKATOR[0]
DASAR = HASIL.capaian_of("IKU-01")
BANDING = next(p for p in HASIL.pembanding if p.indikator == "IKU-01")


def kata(c: Capaian, p: Pembanding | None = None) -> str:
    return " ".join(narasi.capaian_indikator(IKU, c, p, 2))


def ubah(**lain: Any) -> Capaian:
    return replace(DASAR, **lain)


def test_naik_terhadap_kedua_pembanding() -> None:
    assert kata(DASAR, BANDING) == (
        "Capaian indikator Persentase audit kinerja yang selesai tepat waktu sesuai Program Kerja Pengawasan "
        "Tahunan pada Maret 2026 sebesar 79,86% dengan kategori Tinggi (target 80%, realisasi 63,89%), naik 2,36 poin "
        "dibandingkan Februari 2026 (77,50%) dan naik 4,86 poin dibandingkan Maret 2025 (75,00%)."
    )


@pytest.mark.parametrize(("capaian", "dulu", "sebut"), [
    (Fraction(90), Fraction(95), "turun 5,00 poin dibandingkan Februari 2026"),
    (Fraction(90), Fraction(90), "sama dengan Februari 2026"),
    (Fraction(90001, 1000), Fraction(89999, 1000), "sama dengan Februari 2026"),
    (Fraction(90), None, "Maret 2026 sebesar 90,00%"),
])  # fmt: skip
def test_arah(capaian: Fraction, dulu: Fraction | None, sebut: str) -> None:
    p = replace(BANDING, capaian_sebelumnya=dulu, capaian_tahun_lalu=None)
    teks = kata(ubah(capaian=capaian), p)
    assert sebut in teks
    if dulu is None:
        assert "dibandingkan" not in teks


def test_pertama_kali() -> None:
    p = replace(
        BANDING, capaian_sebelumnya=None, capaian_tahun_lalu=None, realisasi_sebelumnya=None, realisasi_tahun_lalu=None,
        riwayat=(),
    )  # fmt: skip
    assert kata(DASAR, p).endswith("belum ada data periode sebelumnya sebagai pembanding.")


def test_tidak_dapat_dihitung() -> None:
    teks = kata(ubah(capaian=None, kategori=None, alasan="tidak dapat dihitung: target 0", capaian_tahun=None))
    assert teks.endswith("pada Maret 2026 tidak dapat dihitung karena target 0; realisasinya tercatat 63,89%.")


def test_hanya_target_tahunan() -> None:
    teks = kata(ubah(capaian=None, alasan="hanya target tahunan", capaian_tahun=Fraction(45)))
    assert "karena hanya ada target tahunan; realisasinya tercatat 63,89%. Terhadap target setahun" in teks
    assert teks.endswith("mencapai 45,00%.")


def test_penyebut_nol() -> None:
    teks = kata(ubah(realisasi=None, capaian=None, alasan="tidak dapat dihitung: penyebut 0", capaian_tahun=None))
    assert teks.endswith("tidak dapat dihitung karena penyebut 0.")


def test_belum_ada_data() -> None:
    teks = kata(ubah(realisasi=None, capaian=None, alasan="tidak dapat dihitung: realisasi belum ada"))
    assert "Maret 2026 belum tersedia, sehingga capaiannya belum dapat dihitung." in teks


def test_tidak_diukur() -> None:
    c = replace(HASIL.capaian_of("IKU-03"), bulan_wajib=0)
    teks = " ".join(narasi.capaian_indikator(contoh.INDIKATOR[2], c, None, 2))
    assert teks == "Indikator Level kapabilitas APIP tidak diukur pada Maret 2026; pengukuran berikutnya Desember 2026."


@pytest.mark.parametrize(("capaian", "sebut"), [(Fraction(1667), "melampaui 150%"), (Fraction(-20), "di bawah 0%")])
def test_ekstrem(capaian: Fraction, sebut: str) -> None:
    assert sebut in kata(ubah(capaian=capaian, ekstrem=True))


def test_belum_lengkap() -> None:
    c = ubah(periode=Periode.parse("2026-TW1"), bulan_terisi=2, bulan_wajib=3, unit_terisi=2, unit_wajib=3)
    assert "masih sementara karena baru memuat data 2 dari 3 bulan dan 2 dari 3 unit." in kata(c)


def test_lengkap_tidak_disebut_sementara() -> None:
    assert "sementara" not in kata(ubah(unit_terisi=3, unit_wajib=3))


def test_sebab_hanya_dari_kata_unit() -> None:
    nama = dict(contoh.NAMA_UNIT)
    assert narasi.sebab(DASAR, replace(HASIL, uraian=()), nama) == []
    teks = " ".join(narasi.sebab(DASAR, HASIL, nama))
    assert "Inspektur Pembantu I menyebutkan faktor penghambat: “Dua auditor mengikuti diklat <3 minggu>”." in teks
    assert "Program kerja disusun" not in teks  # a supporting factor does not explain a shortfall
    lebih = " ".join(narasi.sebab(ubah(capaian=Fraction(110)), HASIL, nama))
    assert "faktor pendorong: “Program kerja disusun lebih awal”." in lebih


@given(st.fractions(-500, 2000), st.fractions(-500, 2000))
def test_perubahan_cocok_dengan_angka_yang_tercetak(kini: Fraction, dulu: Fraction) -> None:
    a, b = (Fraction(format_angka(x, 2).replace(".", "").replace(",", ".")) for x in (kini, dulu))
    teks = berubah(kini, dulu, 2)
    assert teks.split()[0] == ("tetap" if a == b else "naik" if a > b else "turun")
    if a != b:
        assert format_angka(abs(a - b), 2) in teks
    assert poin(kini, dulu, 2).lstrip("+-") == format_angka(abs(a - b), 2)


def test_kelengkapan_menyebut_yang_kurang() -> None:
    semua = contoh.kelengkapan("2026-TW1")
    teks = " ".join(kelengkapan.kalimat(semua, JenisPeriode.TRIWULAN))
    assert "Dari 24 formulir yang harus disampaikan 8 unit, 21 telah masuk (18 tepat waktu, 3 terlambat)." in teks
    assert "Yang belum masuk: Inspektur Pembantu III (Jan–Mar)." in teks
    lengkap = tuple(replace(k, status=Status.VALID, terlambat_hari=n == 0) for n, k in enumerate(semua))
    assert kelengkapan.kalimat(lengkap, JenisPeriode.TRIWULAN) == [
        "Seluruh 24 formulir yang harus disampaikan 8 unit telah masuk (23 tepat waktu, 1 terlambat)."
    ]
    assert "belum valid: Inspektur Pembantu II (Jan–Mar)." in teks


def test_kelengkapan_bila_semua_beres() -> None:
    semua = tuple(replace(k, status=Status.VALID, terlambat_hari=0) for k in contoh.kelengkapan("2026-01"))
    hasil = kelengkapan.kalimat(semua, JenisPeriode.BULAN)
    assert hasil == ["Seluruh 8 unit pelapor telah menyampaikan formulir (semuanya tepat waktu)."]


@pytest.mark.parametrize(("bulan", "teks"), [
    ((), "–"), ((3,), "Mar"), ((1, 2), "Jan, Feb"), ((1, 2, 3), "Jan–Mar"),
    ((1, 2, 3, 6, 11, 12), "Jan–Mar, Jun, Nov, Des"),
])  # fmt: skip
def test_rentang_bulan(bulan: tuple[int, ...], teks: str) -> None:
    assert rentang_bulan(bulan) == teks


def test_rentang_triwulan() -> None:
    assert rentang_bulan((3, 6, 9), JenisPeriode.TRIWULAN) == "TW I–TW III"
    assert rentang_bulan((3, 12), JenisPeriode.TRIWULAN) == "TW I, TW IV"


def test_kata_yang_sama_dikutip_sekali_dengan_bulannya() -> None:
    tahun = contoh.hasil("2026")
    kata_ = [replace(HASIL.uraian[0], bulan=b) for b in (1, 2, 3, 7)]
    c = replace(DASAR, periode=tahun.periode)
    teks = narasi.sebab(c, replace(tahun, uraian=tuple(kata_)), dict(contoh.NAMA_UNIT))
    assert len(teks) == 2
    assert teks[0].startswith("Inspektur Pembantu I (Jan–Mar, Jul) menyebutkan faktor penghambat: “Dua auditor")


def test_efisiensi_menurut_aturan_kantor() -> None:
    assert narasi.efisiensi(Fraction(1035, 1000), "indeks", 2) == (
        "indeks efisiensi tercatat 1,04 dan tingkat efisiensi 0,04."
    )
    assert narasi.efisiensi(Fraction(-3, 2), "selisih", 1) == (
        "selisih negatif (serapan melebihi capaian) tercatat 1,5 poin."
    )
