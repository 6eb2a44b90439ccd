"""What each mandatory analysis lacks: named per indicator, with the place where it is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from buat_master import anggaran, belanja, fakta, indikator, master, riwayat, target, unit

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.kecukupan import (
    ANTARTAHUN,
    BAB,
    EFISIENSI,
    PROGRAM,
    RENSTRA,
    SEBAB,
    STANDAR,
    TARGET,
    Kekurangan,
    kekurangan,
)
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.fakta import Uraian
from kinerja.domain.periode import Periode
from kinerja.master.model import BarisLHE, Master, Narasi
from kinerja.master.pengaturan import Pengaturan
from kinerja.pipeline.daftar_periksa import JUDUL, daftar_periksa

P = Pengaturan()
LAIN = "penyebab dan tindak lanjut, efisiensi"
BAGIAN = ("Profil", "struktur", "SDM", "Isu Strategis", "Ringkasan Renstra")
DUA_BELAS: dict[int, Any] = dict.fromkeys(range(1, 13), Fraction(10))


def lengkap(**lain: Any) -> Master:
    """A master that lacks nothing."""
    i = indikator(
        "A", sasaran="S1", target_renstra=Fraction(130), tahun_renstra=2029, standar_nasional=Fraction(100),
    )  # fmt: skip
    dasar: dict[str, Any] = {
        "anggaran": (
            anggaran("1", "Program", None, sasaran="S1"),
            anggaran("1.1", "Sub Kegiatan", 1000, unit="U1", sasaran="S1", lowest=True),
        ),
        "riwayat": (riwayat("A", "2024", 100, 90), riwayat("A", "2025", 100, 95)),
        "narasi": tuple(Narasi(bagian=b, teks="x") for b in BAGIAN),
        "lhe": (BarisLHE(tahun=2025, rekomendasi="x", tindak_lanjut=None, status=None, batas_waktu=None),),
    }
    return master([i], [unit("U1")], [target("A", "U1", DUA_BELAS, Fraction(120))], **(dasar | lain))


def hasil(m: Master, bulan: Sequence[int] = range(1, 13), id_periode: str = "2026", **kata: Any) -> HasilPeriode:
    isi = {"faktor_pendorong": "p", "faktor_penghambat": "h", "tindak_lanjut": "t"} | kata
    asal, akhir = fakta("A", "U1", 1, 1).asal, Periode.parse(id_periode).bulan_akhir
    uraian = (
        Uraian(indikator="A", unit="U1", tahun=2026, bulan=akhir, data_pendukung=None, status_tindak_lanjut_lalu=None,
               asal=asal, **isi),
    )  # fmt: skip
    uang = [belanja("1.1", "U1", b, 50) for b in bulan]
    return hitung_periode(
        m, P, Periode.parse(id_periode), [fakta("A", "U1", b, 9) for b in bulan], uang, uraian=uraian
    )  # fmt: skip


def kurang(m: Master, h: HasilPeriode) -> list[tuple[int, str | None, str, str]]:
    return [(k.analisis, k.indikator or k.sasaran, k.apa, k.tempat) for k in kekurangan(m, P, h)]


def test_yang_lengkap_tidak_kurang_apa_apa() -> None:
    m = lengkap()
    assert kurang(m, hasil(m)) == []
    assert kurang(m, hasil(m, range(1, 4), "2026-03")) == [
        (ANTARTAHUN, "A", "data Maret 2025 belum tersedia", "lembar Riwayat, Periode 2025-03")
    ]


def test_realisasi_kurang_menyebut_formulir_unitnya() -> None:
    m = lengkap()
    assert kurang(m, hasil(m, range(1, 12))) == [
        (TARGET, "A", "data realisasi belum lengkap", "formulir U1, kolom Realisasi")
    ]
    tanpa = kurang(m, hasil(m, ()))
    assert (TARGET, "A", "realisasi belum tersedia", "formulir U1, kolom Realisasi") in tanpa
    assert {a for a, *_ in tanpa} == {TARGET, RENSTRA, STANDAR, EFISIENSI}


def test_tahun_yang_terlewat_disebut() -> None:
    m = lengkap(riwayat=(riwayat("A", "2022", 100, 90), riwayat("A", "2024", 100, 95)))
    assert [x[2:] for x in kurang(m, hasil(m))] == [
        ("data tahun 2023 belum tersedia", "lembar Riwayat, Periode 2023"),
        ("data tahun 2025 belum tersedia", "lembar Riwayat, Periode 2025"),
    ]
    kosong = lengkap(riwayat=())
    assert kurang(kosong, hasil(kosong)) == [
        (ANTARTAHUN, "A", "data tahun sebelumnya belum tersedia", "lembar Riwayat, Periode 2025 dan sebelumnya")
    ]
    tanpa_target = lengkap(riwayat=(riwayat("A", "2025", None, 95),))
    assert [x[2] for x in kurang(tanpa_target, hasil(tanpa_target))] == ["target tahun 2025 belum tersedia"]


def test_renstra_dan_standar() -> None:
    m = lengkap()
    i = replace(m.indikator[0], target_renstra=None, standar_nasional=None)
    m = replace(m, indikator=(i,))
    semua = kekurangan(m, P, hasil(m))
    assert [(k.analisis, k.wajib) for k in semua] == [(RENSTRA, True), (STANDAR, False)]
    tanpa_tahun = replace(m, indikator=(replace(lengkap().indikator[0], tahun_renstra=None),))
    assert [x[3] for x in kurang(tanpa_tahun, hasil(tanpa_tahun))] == ["lembar Indikator, kolom Tahun Renstra"]


def test_penyebab_mengikuti_capaian() -> None:
    m = lengkap()
    assert kurang(m, hasil(m, faktor_penghambat=None, tindak_lanjut=" ")) == [
        (SEBAB, "A", "faktor penghambat dan tindak lanjut belum dituliskan unit kerja",
         "formulir U1, kolom Faktor Penghambat dan Tindak Lanjut")
    ]  # fmt: skip
    assert kurang(m, hasil(m, faktor_pendorong=None)) == []  # below target nothing needs to have helped
    rendah = replace(m, target=(target("A", "U1", dict.fromkeys(range(1, 13), Fraction(5)), Fraction(60)),))
    assert [x[2] for x in kurang(rendah, hasil(rendah, faktor_pendorong=None))] == [
        "faktor pendorong belum dituliskan unit kerja"
    ]


def test_anggaran_tanpa_sasaran() -> None:
    m = lengkap(anggaran=(anggaran("1.1", "Sub Kegiatan", 1000, unit="U1", lowest=True),))
    assert [(a, siapa) for a, siapa, *_ in kurang(m, hasil(m))] == [(BAB, None), (EFISIENSI, "S1"), (PROGRAM, "S1")]


def test_bab_i_dan_ii() -> None:
    m = lengkap(narasi=(), lhe=())
    assert [x[3] for x in kurang(m, hasil(m))] == [
        "lembar Narasi, Bagian “profil”", "lembar Narasi, Bagian “struktur”", "lembar Narasi, Bagian “sdm”",
        "lembar Narasi, Bagian “isu strategis”", "lembar Narasi, Bagian “ringkasan renstra”", "lembar LHE",
    ]  # fmt: skip
    assert kurang(m, hasil(m, range(1, 7), "2026-S1"))[0][0] != BAB  # only the annual report has them


def test_daftar_periksa_menyatukan_kode_dan_menyebut_yang_lengkap() -> None:
    def k(analisis: int, kode: str, *, wajib: bool = True) -> Kekurangan:
        return Kekurangan(analisis=analisis, sasaran="S1", indikator=kode, apa="x belum ada", tempat="y", wajib=wajib)

    semua = ("A", "B", "C", "D", "E")
    daftar = (k(RENSTRA, "A"), k(RENSTRA, "B"), k(STANDAR, "C", wajib=False), k(PROGRAM, "S1"))
    assert daftar_periksa(Periode.parse("2026"), daftar, semua) == (
        JUDUL,
        f"  lengkap: Bab I dan II, target dan realisasi, perbandingan antartahun, {LAIN}",
        "  belum lengkap, target akhir Renstra: x belum ada (A, B); y.",
        "  belum lengkap, program dan kegiatan: x belum ada (S1); y.",
        "  lengkap dengan catatan, standar nasional: x belum ada (C); y.",
    )
    assert daftar_periksa(Periode.parse("2026-01"), (), semua)[1:] == (
        f"  lengkap: target dan realisasi, perbandingan antarperiode, {LAIN}",
    )
    banyak = [k(TARGET, x) for x in "ABDE"]
    assert daftar_periksa(Periode.parse("2026"), banyak, semua)[2].endswith("(A, B, D, E); y.")
    assert daftar_periksa(Periode.parse("2026"), [*banyak[:2], k(TARGET, "C")], semua)[2].endswith("(A–C); y.")
    assert "(seluruh 5 indikator)" in daftar_periksa(Periode.parse("2026"), [k(TARGET, x) for x in semua], semua)[2]
