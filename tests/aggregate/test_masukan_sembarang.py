"""Whatever master and facts say, together or against each other: a figure or a named reason, never a crash."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from fractions import Fraction
from random import Random

import pytest
from buat_master import TAHUN, anggaran, asal, fakta, fakta_rasio, indikator, master, riwayat, target, unit
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.aggregate.engine import hitung_angka, hitung_periode
from kinerja.aggregate.indeks import make_indeks
from kinerja.aggregate.json import hasil_json
from kinerja.aggregate.model import Capaian, HasilPeriode
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang
from kinerja.domain.periode import Periode
from kinerja.master.model import Master, MataAnggaran, Target
from kinerja.master.pengaturan import Pengaturan

SEBAB = ("tidak dapat dihitung: ", "tidak diukur pada periode ini; ", "hanya target tahunan", "belum ada target pada ")
UNIT, KODE = ("U1", "U2", "U3"), ("A", "B", "C")
PERIODE = ("2026-01", "2026-03", "2026-07", "2026-TW2", "2026-S1", "2026-S2", "2026")

angka = st.one_of(
    st.sampled_from([Fraction(0), Fraction(-3), Fraction(1, 3), Fraction(100)]),
    st.fractions(min_value=-50, max_value=500, max_denominator=1000),
)
predikat = st.sampled_from([YA, TIDAK, Predikat("BB", 5), Predikat("Nol", 0), Predikat("Minus", -1)])
rentang = st.tuples(angka, angka).map(lambda x: Rentang(min(x), max(x)))
nilai: st.SearchStrategy[Nilai] = st.one_of(angka, angka, rentang, predikat)
bulan = st.integers(min_value=1, max_value=12)


def satu_dari(jenis: type[Enum]) -> st.SearchStrategy[str]:
    return st.sampled_from([x.value for x in jenis])


@st.composite
def indikator_apa_saja(draw: st.DrawFn, kode: str) -> Indikator:
    return indikator(
        kode,
        sasaran=draw(st.sampled_from(["S1", "S2", "S9"])),
        tipe=draw(satu_dari(TipeNilai)),
        polaritas=draw(satu_dari(Polaritas)),
        rumus_minimal=draw(st.none() | satu_dari(RumusMinimal)),
        konsolidasi_periode=draw(satu_dari(KonsolidasiPeriode)),
        konsolidasi_unit=draw(st.none() | satu_dari(KonsolidasiUnit)),
        frekuensi=draw(satu_dari(Frekuensi)),
        pengali=draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(100)])),
        bobot=draw(st.none() | st.sampled_from([Fraction(0), Fraction(-1), Fraction(5, 2)])),
        target_renstra=draw(st.none() | nilai),
        standar_nasional=draw(st.none() | nilai),
    )


@st.composite
def induk_apa_saja(draw: st.DrawFn) -> Master:
    """Rows that contradict each other: unknown units, parents that are missing or go round, targets of any kind."""
    rows: list[Target] = []
    for kode in KODE:
        for u in draw(st.sets(st.sampled_from([None, *UNIT, "HILANG"]))):
            isi = draw(st.dictionaries(bulan, nilai, max_size=12) | nilai.map(lambda n: dict.fromkeys(range(1, 13), n)))
            rows.append(target(kode, u, isi, draw(st.none() | nilai)))
    atas = st.none() | st.sampled_from([*UNIT, "HILANG"])
    mata: list[MataAnggaran] = [
        anggaran("1", "Program", draw(st.none() | st.just(9))),
        *(
            anggaran(f"1.{n}", "Sub Kegiatan", draw(st.none() | st.integers(-5, 90)), unit=u, sasaran="S1",
                     mulai=draw(st.none() | st.just(date(TAHUN, 7, 1))))
            for n, u in enumerate(UNIT)
        ),
    ]  # fmt: skip
    return master(
        [draw(indikator_apa_saja(k)) for k in KODE],
        [unit(u, draw(atas)) for u in UNIT],
        rows,
        anggaran=tuple(mata),
        riwayat=tuple(riwayat(k, p, draw(st.none() | st.integers(0, 9)), 5) for k in KODE for p in ("2025", "2025-12")),
    )


@st.composite
def fakta_apa_saja(draw: st.DrawFn) -> list[Fakta]:
    """Values of any kind for any indicator, unit and month, known or not; at most one in each place."""
    tempat = draw(st.sets(st.tuples(st.sampled_from([*KODE, "X"]), st.sampled_from([*UNIT, "HILANG"]), bulan)))
    hasil: list[Fakta] = []
    for kode, u, b in sorted(tempat):
        bagian = [draw(st.none() | angka) for _ in range(2)]
        hasil.append(
            Fakta(
                indikator=kode, unit=u, tahun=TAHUN, bulan=b, nilai=draw(st.none() | nilai), pembilang=bagian[0],
                penyebut=bagian[1], asal=asal(kode, u, b, "L7"),
            )
        )  # fmt: skip
    return hasil


belanja = st.lists(
    st.builds(
        FaktaAnggaran, kode=st.sampled_from(["1.0", "1.1", "9"]), unit=st.sampled_from([*UNIT, "HILANG"]),
        tahun=st.just(TAHUN), bulan=bulan, realisasi=angka, asal=st.just(asal("1", "U1", 1, "E5")),
    ),
    max_size=4,
)  # fmt: skip
kebijakan = st.builds(
    Kebijakan, target_nol=st.sampled_from(["tidak_dihitung", "nihil"]),
    realisasi_nol=st.sampled_from(["tidak_dihitung", "seratus"]),
    batas_rata_rata=st.none() | st.just(Fraction(120)), efisiensi=st.sampled_from(["selisih", "indeks"]),
)  # fmt: skip


def beralasan(c: Capaian) -> None:
    for angka_, alasan in (
        (c.capaian, c.alasan),
        (c.capaian_sd, c.alasan_sd),
        (c.capaian_tahun, c.alasan_tahun),
    ):
        assert (angka_ is None) is (alasan is not None), c
        assert alasan is None or alasan.startswith(SEBAB), alasan
    assert (c.kategori is None) is (c.capaian is None)
    assert c.capaian is None or (c.target is not None and c.realisasi is not None)
    assert 0 <= c.bulan_terisi <= c.bulan_wajib
    assert 0 <= c.unit_terisi <= c.unit_wajib


@settings(max_examples=120, deadline=None)
@given(induk_apa_saja(), st.tuples(fakta_apa_saja(), belanja), kebijakan, st.sampled_from(PERIODE), st.randoms())
def test_angka_atau_alasan(
    m: Master, isi: tuple[list[Fakta], list[FaktaAnggaran]], pilihan: Kebijakan, periode: str, acak: Random
) -> None:
    atur, p = Pengaturan(kebijakan=pilihan), Periode.parse(periode)
    semua, uang = isi
    hasil = hitung_periode(m, atur, p, semua, uang)
    for c in hasil.capaian:
        beralasan(c)
    for a in hasil.agregat:
        assert (a.capaian is None) is (a.alasan is not None)
    for s in hasil.anggaran:
        assert (s.serapan is None) is (s.alasan is not None)
    assert len(hasil_json(hasil)["capaian"]) == len(hasil.capaian)

    campur, uang_campur = list(semua), list(uang)
    acak.shuffle(campur)
    acak.shuffle(uang_campur)
    lain = hitung_periode(m, atur, p, campur, uang_campur)
    assert (lain.capaian, lain.agregat, lain.pembanding, lain.tren) == (
        hasil.capaian, hasil.agregat, hasil.pembanding, hasil.tren,
    )  # fmt: skip
    assert [(s.realisasi_sd, s.serapan) for s in lain.anggaran] == [(s.realisasi_sd, s.serapan) for s in hasil.anggaran]

    tanpa_teks = hitung_angka(make_indeks(m, atur, TAHUN, campur), p, uang, tulis=False)
    assert [angka_saja(c) for c in tanpa_teks.capaian] == [angka_saja(c) for c in hasil.capaian]
    assert tanpa_teks.agregat == hasil.agregat


def angka_saja(c: Capaian) -> tuple[object, ...]:
    return (
        c.indikator, c.unit, c.target, c.realisasi, c.capaian, c.target_sd, c.realisasi_sd, c.capaian_sd,
        c.target_tahun, c.capaian_tahun, c.kategori, c.alasan, c.alasan_sd, c.alasan_tahun, c.bulan_dipakai, c.asal,
    )  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 400)), min_size=24, max_size=24),
    satu_dari(KonsolidasiPeriode),
    st.sampled_from(["Angka", "Rasio"]),
    st.sampled_from([("Bulanan", 1), ("Triwulanan", 3)]),
)
def test_semester_sama_dengan_triwulannya_dan_tahun_dengan_semesternya(
    pasangan: list[tuple[int, int]], aturan: str, tipe: str, kala: tuple[str, int]
) -> None:
    """Of the agency and of a unit, realisasi and target, when every month is there."""
    frekuensi, langkah = kala
    wajib = range(langkah, 13, langkah)
    antarunit = "Rasio" if tipe == "Rasio" else "Jumlah"
    i = indikator("A", tipe=tipe, konsolidasi_periode=aturan, konsolidasi_unit=antarunit, frekuensi=frekuensi)
    target_bulan: dict[int, Nilai] = {b: Fraction(pasangan[b - 1][1]) for b in wajib}
    m = master([i], [unit("U1"), unit("U2")], [target("A", u, target_bulan, None) for u in ("U1", "U2")])
    semua = [
        fakta_rasio(i, u, b, pasangan[12 * n + b - 1])
        if tipe == "Rasio"
        else fakta("A", u, b, Fraction(*pasangan[12 * n + b - 1]))
        for n, u in enumerate(("U1", "U2"))
        for b in wajib
    ]
    hasil = {p: hitung_periode(m, Pengaturan(), Periode.parse(f"2026{p}"), semua, ()) for p in BAGIAN}
    for siapa in (None, "U1"):
        for medan in ("realisasi", "target"):
            angka_ = {p: getattr(hasil[p].capaian_of("A", siapa), medan) for p in BAGIAN}
            for utuh, separuh in (("-S1", ("-TW1", "-TW2")), ("-S2", ("-TW3", "-TW4")), ("", ("-S1", "-S2"))):
                gabung = dua(aturan, [angka_[p] for p in separuh], rasio=tipe == "Rasio", target=medan == "target")
                if gabung is None or (siapa is None and (aturan not in ("Jumlah", "Rata-rata") or tipe == "Rasio")):
                    continue  # of several units, a maximum of sums is no sum of maxima
                assert angka_[utuh] == gabung, (medan, utuh)


BAGIAN = ("-TW1", "-TW2", "-TW3", "-TW4", "-S1", "-S2", "")


def dua(aturan: str, bagian: Sequence[Fraction], *, rasio: bool, target: bool) -> Fraction | None:
    """Two halves as one, by a second way; None where the raw parts are needed."""
    a, b = bagian
    if rasio and aturan == "Jumlah" and not target:
        return None
    if rasio and target and aturan != "Rata-rata":
        return b
    return {"Jumlah": a + b, "Rata-rata": (a + b) / 2, "Terakhir": b, "Maksimum": max(a, b), "Minimum": min(a, b)}[
        aturan
    ]


def kasus(m: Master, *semua: Fakta, periode: str = "2026-01") -> HasilPeriode:
    return hitung_periode(m, Pengaturan(), Periode.parse(periode), semua, ())


@pytest.mark.parametrize(
    ("medan", "isi_target", "isi", "alasan"),
    [
        ({}, Fraction(0), Fraction(4), "target 0"),
        ({}, Fraction(-4), Fraction(4), "target negatif"),
        ({}, Rentang(Fraction(1), Fraction(2)), Fraction(4), "target bukan angka"),
        ({}, Fraction(4), YA, "nilai tidak dapat digabung"),
        ({"konsolidasi_periode": "Terakhir"}, Fraction(4), YA, "realisasi bukan angka"),
        ({"polaritas": "Rentang Maksimal"}, Fraction(4), Fraction(4), "target bukan rentang"),
        ({"tipe": "Predikat", "konsolidasi_periode": "Terakhir"}, YA, Fraction(4),
         "target atau realisasi bukan predikat"),
        ({"tipe": "Predikat", "konsolidasi_periode": "Terakhir"}, Predikat("Nol", 0), Predikat("B", 4),
         "peringkat Nol pada skala tidak positif"),
        ({"tipe": "Rasio"}, Fraction(4), Fraction(4), "pembilang atau penyebut tidak ada"),
        ({"tipe": "Predikat", "konsolidasi_periode": "Jumlah"}, YA, YA, "target tidak dapat digabung"),
    ],
)  # fmt: skip
def test_fakta_dan_induk_yang_bertentangan(medan: dict[str, str], isi_target: Nilai, isi: Nilai, alasan: str) -> None:
    m = master([indikator("A", **medan)], [unit("U1")], [target("A", "U1", {1: isi_target}, isi_target)])
    c = kasus(m, fakta("A", "U1", 1, isi)).capaian_of("A")
    assert (c.capaian, c.kategori, c.alasan) == (None, None, f"tidak dapat dihitung: {alasan}")


def test_indikator_dengan_target_hanya_pada_unit_yang_tidak_ada() -> None:
    m = master([indikator("A")], [unit("U1")], [target("A", "HILANG", 4, 48)])
    hasil = kasus(m, fakta("A", "HILANG", 1, 4))
    assert [c.unit for c in hasil.capaian] == [None]
    assert hasil.capaian_of("A").alasan == "tidak dapat dihitung: target belum ditetapkan"
    assert hasil.agregat[-1].alasan == "tidak dapat dihitung: belum ada indikator yang capaiannya dapat dihitung"


def test_bobot_seluruhnya_nol_disebut() -> None:
    m = master([indikator("A", bobot=Fraction(0))], [unit("U1")], [target("A", "U1", 4, 48)])
    [s1, s2, *_, instansi] = kasus(m, fakta("A", "U1", 1, 4)).agregat
    assert (s1.capaian, s1.alasan, s1.indikator_dihitung) == (None, "tidak dapat dihitung: jumlah bobot 0", 1)
    assert (s2.alasan, instansi.alasan) == ("tidak dapat dihitung: tidak ada indikator", s1.alasan)
