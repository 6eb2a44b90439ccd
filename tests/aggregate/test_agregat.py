"""Averages, budget, comparisons, the trend, and the properties of a whole period."""

from __future__ import annotations

import time
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from buat_master import (
    AWAL_PERUBAHAN,
    anggaran,
    belanja,
    fakta,
    fakta_rasio,
    indikator,
    master,
    riwayat,
    target,
    unit,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.json import hasil_json
from kinerja.aggregate.model import Agregat, HasilPeriode
from kinerja.domain.fakta import Fakta, Uraian
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan


def hitung(
    m: Master, periode: str, semua: list[Fakta], belanja_: tuple = (), kebijakan: Kebijakan | None = None
) -> HasilPeriode:
    atur = Pengaturan(kebijakan=kebijakan or Kebijakan())
    return hitung_periode(m, atur, Periode.parse(periode), semua, belanja_)


def agregat(hasil: HasilPeriode, tingkat: str, kode: str | None = None) -> Agregat:
    return next(a for a in hasil.agregat if a.tingkat == tingkat and (kode is None or a.kode == kode))


def tiga(**bobot: int) -> Master:
    """A and B in S1, C in S2 with target 0; months' target 10."""
    daftar = [
        indikator(k, sasaran=s, bobot=Fraction(bobot[k]) if k in bobot else None)
        for k, s in (("A", "S1"), ("B", "S1"), ("C", "S2"))
    ]
    rows = [target("A", "U1", 10, 120), target("B", "U1", 10, 120), target("C", "U1", 0, 0)]
    return master(daftar, [unit("U1")], rows)


ISI = [fakta("A", "U1", 1, 8), fakta("B", "U1", 1, 20), fakta("C", "U1", 1, 3)]


def test_rata_rata_atas_indikator_yang_dapat_dihitung() -> None:
    hasil = hitung(tiga(), "2026-01", ISI)
    s1, s2, inst = (agregat(hasil, "sasaran", "S1"), agregat(hasil, "sasaran", "S2"), agregat(hasil, "instansi"))
    assert (s1.capaian, s1.indikator_dihitung, s1.indikator, s1.kategori) == (140, 2, 2, "Sangat Tinggi")
    assert (s2.capaian, s2.indikator_dihitung, s2.indikator, s2.kategori) == (None, 0, 1, None)
    assert (inst.capaian, inst.indikator_dihitung, inst.indikator) == (140, 2, 3)
    assert [a.tingkat for a in hasil.agregat] == ["sasaran", "sasaran", "unit", "instansi"]


def test_bobot_dinormalkan_atas_yang_dapat_dihitung() -> None:
    hasil = hitung(tiga(A=30, B=10, C=60), "2026-01", ISI)
    assert agregat(hasil, "instansi").capaian == Fraction(80 * 30 + 200 * 10, 40)
    assert any("tertimbang" in k for k in hasil.kebijakan)


def test_bobot_nol_tidak_dapat_dihitung() -> None:
    assert agregat(hitung(tiga(A=0, B=0, C=1), "2026-01", ISI), "sasaran", "S1").capaian is None


def test_batas_hanya_di_dalam_rata_rata() -> None:
    hasil = hitung(tiga(), "2026-01", ISI, kebijakan=Kebijakan(batas_rata_rata=Fraction(120)))
    assert hasil.capaian_of("B").capaian == 200
    assert hasil.capaian_of("B").ekstrem
    s1 = agregat(hasil, "sasaran", "S1")
    assert (s1.capaian, s1.dibatasi) == (100, 1)
    assert any("dibatasi paling tinggi 120" in k for k in hasil.kebijakan)


def test_kategori_dari_angka_tercetak() -> None:
    m = master([indikator("A")], [unit("U1")], [target("A", "U1", 10000, 120000)])
    semua = [fakta("A", "U1", 1, "9099.5")]  # 90,995 prints as 91,00
    assert hitung(m, "2026-01", semua).capaian_of("A").kategori == "Sangat Tinggi"
    akip = hitung(m, "2026-01", semua, kebijakan=Kebijakan(kategori="akip", desimal=0))
    assert akip.capaian_of("A").kategori == "AA"


def test_unit_atasan_merangkum_bawahannya_tanpa_ganda() -> None:
    m = master(
        [indikator("A", konsolidasi_unit="Jumlah"), indikator("B")],
        [unit("SEK"), unit("SUB1", "SEK"), unit("SUB2", "SEK"), unit("KOSONG")],
        [target("A", "SUB1", 10, 120), target("A", "SUB2", 10, 120), target("B", "SEK", 10, 120)],
    )
    semua = [fakta("A", "SUB1", 1, 10), fakta("A", "SUB2", 1, 0), fakta("B", "SEK", 1, 10)]
    hasil = hitung(m, "2026-01", semua)
    sek = agregat(hasil, "unit", "SEK")
    assert (sek.capaian, sek.indikator) == (75, 2)  # A: 10 of 20 once; B: 100
    assert agregat(hasil, "unit", "SUB2").capaian == 0
    assert "KOSONG" not in {a.kode for a in hasil.agregat}


RKA = (
    anggaran("1.01", "Program", 999, sasaran="S1"),
    anggaran("1.01.2.01", "Kegiatan", None),
    anggaran("1.01.2.01.01", "Sub Kegiatan", 1000, unit="U1"),
    anggaran("1.01.2.01.02", "Sub Kegiatan", 3000, unit="U2", sasaran="S2"),
    anggaran("1.01.2.01.01", "Sub Kegiatan", 2000, unit="U1", mulai=AWAL_PERUBAHAN),
    anggaran("1.01.2.01.03", "Sub Kegiatan", 500, unit="U1", mulai=AWAL_PERUBAHAN),
)
BELANJA = (
    belanja("1.01.2.01.01", "U1", 1, 100), belanja("1.01.2.01.01", "U1", 2, 400), belanja("1.01.2.01.02", "U2", 2, 600),
)  # fmt: skip


def rka(periode: str, kebijakan: Kebijakan | None = None) -> HasilPeriode:
    m = master(
        [indikator("A", konsolidasi_unit="Jumlah"), indikator("B", sasaran="S2")],
        [unit("U1"), unit("U2")],
        [target("A", "U1", 10, 120), target("B", "U2", 10, 120)],
        anggaran=RKA,
    )
    semua = [fakta(k, u, b, 9) for k, u in (("A", "U1"), ("B", "U2")) for b in range(1, 13)]
    return hitung(m, periode, semua, BELANJA, kebijakan)


def test_anggaran_berjenjang() -> None:
    baris = {s.kode: s for s in rka("2026-02").anggaran}
    assert (baris["1.01"].pagu, baris["1.01"].realisasi, baris["1.01"].realisasi_sd) == (4000, 1000, 1100)
    assert baris["1.01"].serapan == Fraction(1100, 40)
    assert baris["1.01.2.01"].pagu == 4000
    assert (baris["1.01.2.01.01"].realisasi, baris["1.01.2.01.01"].realisasi_sd) == (400, 500)
    assert "1.01.2.01.03" not in baris


def test_pagu_perubahan_berlaku_pada_akhir_periode() -> None:
    assert {s.kode: s.pagu for s in rka("2026-S2").anggaran} == {
        "1.01": 5500, "1.01.2.01": 5500, "1.01.2.01.01": 2000, "1.01.2.01.02": 3000, "1.01.2.01.03": 500,
    }  # fmt: skip
    assert {s.kode: s.pagu for s in rka("2026-09").anggaran}["1.01"] == 4000
    kalimat = "Pagu 1.01.2.01.01 (U1) sejak 1 Oktober 2026 Rp2.000,00, semula Rp1.000,00 (DPA perubahan)."
    assert [k for k in rka("2026-10").kebijakan if k.startswith("Pagu")] == [kalimat]
    assert not any(k.startswith("Pagu") for k in rka("2026-09").kebijakan)


def test_serapan_dan_efisiensi_per_tingkat() -> None:
    hasil = rka("2026-02")
    s1, s2, u2 = agregat(hasil, "sasaran", "S1"), agregat(hasil, "sasaran", "S2"), agregat(hasil, "unit", "U2")
    assert (s1.serapan, s1.efisiensi) == (50, 40)  # the Program's sasaran holds where the line has none
    assert (s2.serapan, u2.serapan, agregat(hasil, "instansi").serapan) == (20, 20, Fraction(1100, 40))
    indeks = rka("2026-02", Kebijakan(efisiensi="indeks"))
    assert agregat(indeks, "sasaran", "S1").efisiensi == Fraction(9, 5)
    assert [a["efisiensi"] for a in hasil_json(hasil)["agregat"] if a["kode"] == "S1"] == ["40"]


def test_anggaran_tanpa_belanja_bukan_nol() -> None:
    m = master([indikator("A")], [unit("U1")], [target("A", "U1", 1, 12)], anggaran=RKA)
    (program, *_) = hitung(m, "2026-01", []).anggaran
    assert (program.pagu, program.realisasi_sd, program.serapan) == (4000, None, None)


def test_kode_tanpa_pola_mengikuti_urutan_baris() -> None:
    rows = (
        anggaran("P1", "Program", None), anggaran("K1", "Kegiatan", None), anggaran("A", "Sub Kegiatan", 1, unit="U1"),
        anggaran("P2", "Program", None), anggaran("B", "Sub Kegiatan", 2, unit="U1"),
    )  # fmt: skip
    m = master([indikator("A")], [unit("U1")], [target("A", "U1", 1, 12)], anggaran=rows)
    assert [s.pagu for s in hitung(m, "2026-01", []).anggaran] == [1, 1, 1, 2, 2]


def banding(periode: str, catatan: tuple = (), lalu: tuple[Fakta, ...] = (), **medan: object) -> HasilPeriode:
    m = master([indikator("A", **medan)], [unit("U1")], [target("A", "U1", 10, 120)], riwayat=catatan)
    semua = [fakta("A", "U1", b, b) for b in range(1, 13)]
    return hitung_periode(m, Pengaturan(), Periode.parse(periode), semua, (), fakta_tahun_lalu=lalu)


def test_pembanding_dalam_tahun_dan_renstra() -> None:
    (b,) = banding("2026-02", target_renstra=Fraction(30), tahun_renstra=2029, standar_nasional=Fraction(6)).pembanding
    assert (b.sebelumnya.id, b.realisasi_sebelumnya, b.capaian_sebelumnya) == ("2026-01", 1, 10)
    assert (b.tahun_lalu.id, b.realisasi_tahun_lalu, b.capaian_tahun_lalu) == ("2025-02", None, None)
    assert [a.berkas for x in banding("2026-03").pembanding for a in x.asal_sebelumnya] == ["masuk/U1-02.xlsx"]
    assert (b.target_renstra, b.tahun_renstra, b.capaian_renstra, b.capaian_standar) == (30, 2029, 10, 50)


def test_pembanding_dari_riwayat() -> None:
    catatan = (riwayat("A", "2025-12", 10, 8), riwayat("A", "2025-01", 10, 5), riwayat("A", "2024", 100, 90))
    (b,) = banding("2026-01", catatan).pembanding
    assert (b.realisasi_sebelumnya, b.capaian_sebelumnya) == (8, 80)
    assert (b.realisasi_tahun_lalu, b.capaian_tahun_lalu) == (5, 50)
    assert b.riwayat == (("2024", 100, 90, 90), ("2025-01", 10, 5, 50), ("2025-12", 10, 8, 80))


def test_pembanding_triwulan_dari_bulan_riwayat_atau_fakta_tahun_lalu() -> None:
    bulan = tuple(riwayat("A", f"2025-{m}", 10, 5) for m in (10, 11, 12))
    (b,) = banding("2026-TW1", bulan).pembanding
    assert (b.realisasi_sebelumnya, b.capaian_sebelumnya) == (15, 50)
    (kurang,) = banding("2026-TW1", bulan[:2]).pembanding
    assert kurang.realisasi_sebelumnya is None
    (dari_fakta,) = banding("2026-TW1", (), tuple(fakta("A", "U1", m, 7, 2025) for m in (10, 11, 12))).pembanding
    assert (dari_fakta.realisasi_sebelumnya, dari_fakta.capaian_sebelumnya) == (21, None)


def test_tren_bulanan_dan_triwulanan() -> None:
    assert [(t.periode.id, t.capaian) for t in banding("2026-03").tren] == [
        ("2026-01", 10), ("2026-02", 20), ("2026-03", 30),
    ]  # fmt: skip
    m = master(
        [indikator("A", frekuensi="Triwulanan")], [unit("U1")], [target("A", "U1", {3: 5, 6: 5, 9: 5, 12: 5}, 20)]
    )
    atur = Pengaturan(pengumpulan="triwulanan")
    hasil = hitung_periode(m, atur, Periode.parse("2026-S1"), [fakta("A", "U1", 3, 4), fakta("A", "U1", 6, 5)], ())
    assert [(t.periode.id, t.capaian) for t in hasil.tren] == [("2026-TW1", 80), ("2026-TW2", 100)]
    assert hasil.capaian_of("A").bulan_wajib == 2


def test_uraian_periode_ini_saja() -> None:
    m = master([indikator("A")], [unit("U1"), unit("U2")], [target("A", "U1", 10, 120), target("A", "U2", 10, 120)])
    dasar = Uraian(
        indikator="A", unit="U1", tahun=2026, bulan=1, faktor_pendorong="a", faktor_penghambat=None, tindak_lanjut=None,
        data_pendukung=None, status_tindak_lanjut_lalu=None, asal=fakta("A", "U1", 1, 1).asal,
    )  # fmt: skip
    semua = [replace(dasar, unit="U2"), dasar, replace(dasar, bulan=4), replace(dasar, indikator="X")]
    hasil = hitung_periode(m, Pengaturan(), Periode.parse("2026-TW1"), [], (), uraian=semua)
    assert [u.unit for u in hasil.uraian] == ["U1", "U2"]


def besar() -> tuple[Master, list[Fakta]]:
    """8 units x 14 indicators x 12 months."""
    daftar = [
        indikator(
            f"I{n:02d}",
            tipe="Rasio" if n % 3 == 0 else "Angka",
            konsolidasi_unit="Rasio" if n % 3 == 0 else "Rata-rata",
            konsolidasi_periode=("Jumlah", "Rata-rata", "Terakhir", "Maksimum")[n % 4],
        )
        for n in range(14)
    ]
    units = [unit("SEK"), *(unit(f"SUB{n}", "SEK") for n in range(3)), *(unit(f"IRB{n}") for n in range(4))]
    rows = [target(i.kode, u.kode, 80, None) for i in daftar for u in units]
    semua = [
        fakta_rasio(i, u.kode, b, (b * 3 + n, b * 5 + 7))
        if i.tipe.value == "Rasio"
        else fakta(i.kode, u.kode, b, b * 7 + n)
        for i in daftar
        for n, u in enumerate(units)
        for b in range(1, 13)
    ]
    return master(daftar, units, rows), semua


def test_cukup_cepat() -> None:
    m, semua = besar()
    mulai = time.process_time()
    hasil = hitung(m, "2026", semua)
    assert time.process_time() - mulai < 0.6
    assert len(hasil.capaian) == 14 * 9


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False), st.sampled_from(["2026-05", "2026-TW2", "2026-S1", "2026"]))
def test_urutan_fakta_tidak_mengubah_apa_pun(acak: Random, periode: str) -> None:
    m, semua = besar()
    campur = list(semua)
    acak.shuffle(campur)
    assert hitung(m, periode, campur) == hitung(m, periode, semua)


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(1, 8)))
def test_urutan_unit_di_induk_tidak_mengubah_angka_instansi(urutan: list[int]) -> None:
    m, semua = besar()
    acak = replace(m, unit=tuple(m.unit[n] for n in (0, *urutan)))
    for a, b in zip(hitung(m, "2026-TW1", semua).capaian, hitung(acak, "2026-TW1", semua).capaian, strict=True):
        if a.unit is None:
            assert (a.realisasi, a.capaian, a.bulan_terisi) == (b.realisasi, b.capaian, b.bulan_terisi)


@pytest.mark.parametrize("periode", ["2026-S1", "2026"])
def test_menghapus_satu_bulan_menandai_angka_sementara(periode: str) -> None:
    m, semua = besar()
    kurang = [f for f in semua if not (f.indikator == "I01" and f.unit == "IRB0" and f.bulan == 2)]
    lengkap, sebagian = hitung(m, periode, semua).capaian_of("I01"), hitung(m, periode, kurang).capaian_of("I01")
    assert not lengkap.sementara
    assert sebagian.sementara
    assert sebagian.bulan_terisi == lengkap.bulan_terisi - 1


def test_program_yang_sama_di_dua_unit() -> None:
    rows = (
        anggaran("1", "Program", None, unit="U1"), anggaran("1", "Program", None, unit="U2"),
        anggaran("1.1", "Sub Kegiatan", 10, unit="U1"), anggaran("1.2", "Sub Kegiatan", 20, unit="U2"),
    )  # fmt: skip
    m = master([indikator("A")], [unit("U1"), unit("U2")], [target("A", "U1", 1, 12)], anggaran=rows)
    assert [(s.kode, s.unit, s.pagu) for s in hitung(m, "2026-01", []).anggaran[:2]] == [
        ("1", "U1", 10),
        ("1", "U2", 20),
    ]


def test_induk_yang_melingkar_tidak_menggantung() -> None:
    m = master(
        [indikator("A", konsolidasi_unit="Jumlah")],
        [unit("U1", "U2"), unit("U2", "U1")],
        [target("A", "U1", 4, 48), target("A", "ASING", 9, 108)],
    )
    c = hitung(m, "2026-01", [fakta("A", "U1", 1, 2), fakta("A", "ASING", 1, 7)]).capaian_of("A")
    assert (c.realisasi, c.unit_wajib) == (2, 1)


def test_indeks_dengan_serapan_nol() -> None:
    m = master([indikator("A")], [unit("U1")], [target("A", "U1", 10, 120)], anggaran=RKA[:3])
    nol = (belanja("1.01.2.01.01", "U1", 1, 0),)
    s1 = agregat(hitung(m, "2026-01", ISI[:1], nol, Kebijakan(efisiensi="indeks")), "sasaran", "S1")
    assert (s1.capaian, s1.serapan, s1.efisiensi) == (80, 0, None)


def test_target_tahun_kosong_dari_bulan_wajib() -> None:
    m = master([indikator("A")], [unit("U1")], [target("A", "U1", 4, None)])
    assert hitung(m, "2026-01", []).capaian_of("A").target_tahun == 48


def test_periode_riwayat_yang_salah_dilewati() -> None:
    bulan = tuple(riwayat("A", f"2025-{m}", 10, 5) for m in (10, 11, 12))
    assert banding("2026-TW1", (riwayat("A", "tahun lalu", 1, 1), *bulan)).pembanding[0].realisasi_sebelumnya == 15


angka = st.lists(st.fractions(min_value=0, max_value=500, max_denominator=100), min_size=36, max_size=36)


@settings(max_examples=15, deadline=None)
@given(angka, st.sampled_from(["Jumlah", "Rata-rata"]))
def test_tahun_semester_triwulan_dari_bulan_yang_sama(nilai: list[Fraction], aturan: str) -> None:
    units = [unit(f"U{n}") for n in range(3)]
    m = master(
        [indikator("A", konsolidasi_periode=aturan, konsolidasi_unit=aturan)],
        units,
        [target("A", u.kode, 10, None) for u in units],
    )
    semua = [fakta("A", u.kode, b, nilai[12 * n + b - 1]) for n, u in enumerate(units) for b in range(1, 13)]
    r = {
        p: hitung(m, f"2026{p}", semua).capaian_of("A").realisasi
        for p in ("", "-S1", "-S2", "-TW1", "-TW2", "-TW3", "-TW4", *(f"-{b:02d}" for b in range(1, 13)))
    }

    def gabung(*bagian: str) -> Fraction:
        isi = [x for b in bagian if isinstance(x := r[b], Fraction)]
        assert len(isi) == len(bagian)
        return sum(isi, Fraction(0)) / (1 if aturan == "Jumlah" else len(isi))

    assert r[""] == gabung("-S1", "-S2") == gabung("-TW1", "-TW2", "-TW3", "-TW4")
    assert r["-S1"] == gabung("-TW1", "-TW2")
    assert r["-TW3"] == gabung("-07", "-08", "-09")
