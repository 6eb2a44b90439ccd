"""Offices made at random: whatever the rules and whatever is missing, both sets of books agree and a workbook comes."""

from __future__ import annotations

import dataclasses
import random
from fractions import Fraction
from typing import Any

import pytest
from aggregate.buat_master import anggaran, belanja, fakta, fakta_rasio, indikator, master, riwayat, target, unit
from worksheets.contoh_analisis import SKALA

from kinerja.aggregate.engine import hitung_periode
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import TIDAK, YA, Nilai, Rentang
from kinerja.domain.periode import Periode
from kinerja.master.model import Master, Target
from kinerja.master.pengaturan import Pengaturan
from kinerja.worksheets.analisis import analisis_workbook

UNIT = ("U1", "ANAK", "CUCU", "U2", "U3")
PERIODE = ("2026-01", "2026-03", "2026-07", "2026-12", "2026-TW2", "2026-S1", "2026-S2", "2026")
ATURAN = ("Jumlah", "Rata-rata", "Terakhir", "Maksimum", "Minimum")


def _indikator(acak: random.Random, n: int, *, berbobot: bool) -> Indikator:
    tipe = acak.choice(("Angka", "Angka", "Rasio", "Rasio", "Predikat", "Ya/Tidak"))
    polaritas = acak.choice(("Maksimal", "Minimal", "Stabil", "Rentang Maksimal", "Rentang Minimal"))
    peringkat = tipe in ("Predikat", "Ya/Tidak")
    return indikator(
        f"I{n:02d}", tipe=tipe, polaritas="Maksimal" if peringkat else polaritas,
        rumus_minimal=acak.choice(("T/R", "(2T-R)/T")) if polaritas == "Minimal" and not peringkat else None,
        satuan="SAKIP" if tipe == "Predikat" else "%",
        konsolidasi_periode=acak.choice(ATURAN[2:] if peringkat else ATURAN),
        konsolidasi_unit=acak.choice(("Jumlah", "Rata-rata", "Rasio", None)),
        frekuensi=acak.choice(("Bulanan", "Bulanan", "Triwulanan", "Semesteran", "Tahunan")),
        pengali=acak.choice((Fraction(100), Fraction(1), Fraction(100000))), desimal=acak.randint(0, 6),
        sasaran=acak.choice(("S1", "S2")), bobot=Fraction(acak.randint(0, 250), 10) if berbobot else None,
        standar_nasional=Fraction(75) if not peringkat and not polaritas.startswith("Rentang") else None,
    )  # fmt: skip


def _angka(acak: random.Random) -> Fraction:
    return acak.choice((
        Fraction(0), Fraction(acak.randint(-50, 300)), Fraction(acak.randint(1, 99999), 1000),
        Fraction(acak.randint(1, 20000), 200),
    ))  # fmt: skip


def _target(acak: random.Random, i: Indikator) -> Nilai:
    if i.tipe is TipeNilai.PREDIKAT:
        return acak.choice(SKALA)
    if i.tipe is TipeNilai.YA_TIDAK:
        return acak.choice((YA, TIDAK))
    if i.polaritas.rentang:
        bawah = abs(_angka(acak))
        return Rentang(bawah, bawah + abs(_angka(acak)))
    return _angka(acak)


def _row(acak: random.Random, i: Indikator, milik: str | None, sama: Nilai) -> Target:
    bulan = {b: sama if acak.random() < 0.7 else _target(acak, i) for b in i.frekuensi.bulan_wajib}
    if acak.random() < 0.1:
        bulan = {}
    t = target(i.kode, milik, bulan, sama if not bulan or acak.random() < 0.8 else None)
    if milik is not None and bulan and acak.random() < 0.15:  # came with a PK perubahan
        belum = frozenset(range(1, acak.randint(2, 11)))
        sisa = {b: x for b, x in bulan.items() if b not in belum}
        t = dataclasses.replace(t, bulan=sisa, tahun=sama, belum_berlaku=belum)
    return t


def _kantor(acak: random.Random) -> tuple[Master, list[Fakta], list[Any]]:
    berbobot = acak.random() < 0.5
    daftar = [_indikator(acak, n, berbobot=berbobot) for n in range(10)]
    rows: list[Target] = []
    semua: list[Fakta] = []
    for i in daftar:
        sama = _target(acak, i)
        milik = acak.sample(UNIT, acak.randint(0, 4))
        rows += [_row(acak, i, u, sama) for u in milik]
        if acak.random() < 0.4:
            rows.append(_row(acak, i, None, sama))
        for u in milik:
            for b in i.frekuensi.bulan_wajib:
                if acak.random() < 0.25:
                    continue
                if i.tipe is TipeNilai.RASIO:
                    semua.append(fakta_rasio(i, u, b, (acak.randint(0, 40), acak.choice((0, 3, 7, 8, 36, 80)))))
                elif i.tipe is TipeNilai.ANGKA:
                    semua.append(fakta(i.kode, u, b, _angka(acak)))
                else:
                    semua.append(fakta(i.kode, u, b, _target(acak, i)))
    uang = [belanja(k, u, b, acak.randint(0, 9999)) for k, u in (("1.1", "U1"), ("1.2", "CUCU"), ("2.1", "U2"))
            for b in range(1, 13) if acak.random() < 0.6]  # fmt: skip
    m = master(
        daftar,
        [unit("U1"), unit("ANAK", "U1"), unit("CUCU", "ANAK"), unit("U2"), unit("U3")],
        rows,
        skala={"SAKIP": SKALA},
        anggaran=(
            anggaran("1", "Program", None, sasaran="S1"), anggaran("1.1", "Sub Kegiatan", 50000, unit="U1"),
            anggaran("1.2", "Sub Kegiatan", 0, unit="CUCU"), anggaran("2", "Program", None, sasaran="S2"),
            anggaran("2.1", "Sub Kegiatan", acak.choice((None, 70000)), unit="U2"),
        ),
        riwayat=[riwayat(i.kode, p, acak.randint(0, 90), acak.randint(0, 90)) for i in daftar
                 for p in ("2024", "2025", "2025-12", "2025-TW2") if i.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO)
                 and not i.polaritas.rentang],
    )  # fmt: skip
    return m, semua, uang


@pytest.mark.parametrize("benih", range(32))
def test_dua_pembukuan_sepakat(benih: int) -> None:
    acak = random.Random(benih)
    m, semua, uang = _kantor(acak)
    kebijakan = Kebijakan(
        target_nol=acak.choice(("tidak_dihitung", "nihil")), realisasi_nol=acak.choice(("tidak_dihitung", "seratus")),
        batas_rata_rata=acak.choice((None, Fraction(120))), desimal=acak.randint(0, 6),
        kategori=acak.choice(("sangat_tinggi", "akip")), efisiensi=acak.choice(("selisih", "indeks")),
    )  # fmt: skip
    atur = Pengaturan(kebijakan=kebijakan)
    periode = Periode.parse(PERIODE[benih % len(PERIODE)])
    hasil = hitung_periode(m, atur, periode, semua, uang)
    assert analisis_workbook(m, atur, hasil, semua, uang)
