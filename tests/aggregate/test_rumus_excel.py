"""The Excel formulas give what the exact arithmetic gives, to the last printed digit."""

from __future__ import annotations

import io
import random
import re
from fractions import Fraction
from pathlib import Path

import pytest
from buat_master import indikator
from hitung_ulang import hitung_ulang

from kinerja.domain.angka import bulatkan, json_angka
from kinerja.domain.indikator import Indikator
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.konsolidasi import Isian, konsolidasi_bulan
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang
from kinerja.domain.rumus import hitung_capaian
from kinerja.domain.rumus_excel import (
    SelSd,
    bulat_excel,
    capaian_excel,
    rasio_excel,
    realisasi_sd_excel,
    serapan_excel,
)

SKALA = tuple(Predikat(t, n) for n, t in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1))
LONCAT = (Predikat("Kurang?", 1), Predikat('"Baik"', 3), Predikat("Unggul*", 7))
K = Kebijakan()
NIHIL = Kebijakan(target_nol="nihil", realisasi_nol="seratus")

SEMUA_ANGKA = (
    {"polaritas": "Maksimal"},
    {"polaritas": "Minimal", "rumus_minimal": "(2T-R)/T"},
    {"polaritas": "Minimal", "rumus_minimal": "T/R"},
    {"polaritas": "Stabil"},
)
FUNGSI_2007 = {"ABS", "AND", "COUNT", "IF", "IFERROR", "INDEX", "MATCH", "MAX", "MIN", "OR", "ROUND", "SUM"}


def semua_rumus() -> list[str]:
    sd = SelSd(
        realisasi="G2", realisasi_lalu="F2", jumlah_lalu="H2", banyak_lalu="I2", pembilang="J2", penyebut="K2",
        pembilang_lalu="L2", penyebut_lalu="M2",
    )  # fmt: skip
    rumus = [rasio_excel("A2", "B2", Fraction(100000)), serapan_excel("A2", "B2", 2), bulat_excel("A2", 0)]
    for medan in SEMUA_ANGKA:
        rumus += [capaian_excel(indikator("A", **medan), k, target="A2", realisasi="B2") for k in (K, NIHIL)]
    for polaritas in ("Rentang Maksimal", "Rentang Minimal"):
        i = indikator("A", polaritas=polaritas)
        rumus.append(capaian_excel(i, K, target="A2", atas="B2", realisasi="C2"))
    for tipe, skala in (("Predikat", SKALA), ("Predikat", LONCAT), ("Ya/Tidak", ())):
        i = indikator("A", tipe=tipe, konsolidasi_periode="Maksimum")
        rumus.append(capaian_excel(i, K, target="A2", realisasi="B2", skala=skala))
        rumus.append(realisasi_sd_excel(i, sd, skala))
    for tipe in ("Angka", "Rasio"):
        for aturan in ("Jumlah", "Rata-rata", "Terakhir", "Maksimum", "Minimum"):
            rumus.append(realisasi_sd_excel(indikator("A", tipe=tipe, konsolidasi_periode=aturan), sd))
    return rumus


def test_hanya_fungsi_2007_tanpa_sama_dengan() -> None:
    for rumus in semua_rumus():
        assert not rumus.startswith("=")
        assert set(re.findall(r"([A-Z]+)\(", re.sub(r'"[^"]*"', "", rumus))) <= FUNGSI_2007
        assert ";" not in rumus
        assert rumus.count("(") == rumus.count(")")
        assert len(rumus) < 1000


def test_teks_rumus_maksimal() -> None:
    rumus = capaian_excel(indikator("A"), K, target="G5", realisasi="L5")
    assert rumus == 'IF(COUNT(G5,L5)<2,"",IF(G5<0,"",IF(G5=0,"",ROUND(ROUND(L5/G5*100,9),2))))'


def test_rentang_perlu_batas_atas() -> None:
    with pytest.raises(ValueError, match="batas atas"):
        capaian_excel(indikator("A", polaritas="Rentang Minimal"), K, target="A2", realisasi="B2")


def sel(nilai: Nilai | None) -> float | str:
    if nilai is None:
        return ""
    if isinstance(nilai, Predikat):
        return nilai.teks
    assert isinstance(nilai, Fraction)
    return float(nilai)


def kasus_capaian() -> list[tuple[Indikator, Kebijakan, Nilai | None, Nilai | None, tuple[Predikat, ...]]]:
    acak = random.Random(7)
    angka = [
        None,
        *(Fraction(x) for x in ("0", "-3", "80", "65", "66.67", "88.82", "135.15", "4.2", "4.65", "1000000")),
    ]
    # halves at the third digit, where binary noise would show
    pas = [(Fraction(200), Fraction(n, 100)) for n in range(10001, 10021)]
    kasus = []
    for medan in SEMUA_ANGKA:
        i = indikator("A", **medan)
        for k in (K, NIHIL):
            kasus += [(i, k, t, r, ()) for t in angka for r in angka]
        kasus += [(i, K, t, r, ()) for t, r in pas]
        kasus += [
            (i, K, Fraction(acak.randint(1, 99999), 100), Fraction(acak.randint(0, 99999), 100), ()) for _ in range(150)
        ]
    for polaritas in ("Rentang Maksimal", "Rentang Minimal"):
        i = indikator("A", polaritas=polaritas)
        for batas in (Rentang(Fraction(80), Fraction(90)), Rentang(Fraction(0), Fraction("7.5"))):
            kasus += [(i, K, batas, r, ()) for r in (*angka, Fraction(92), Fraction(85))]
    for skala in (SKALA, LONCAT):
        i = indikator("A", tipe="Predikat")
        kasus += [(i, K, t, r, skala) for t in (*skala, None) for r in (*skala, None)]
    kasus += [(indikator("A", tipe="Ya/Tidak"), K, t, r, ()) for t in (YA, TIDAK) for r in (YA, TIDAK, None)]
    return kasus


@pytest.mark.libreoffice
@pytest.mark.slow
def test_capaian_di_libreoffice(tmp_path: Path) -> None:
    import xlsxwriter

    kasus = kasus_capaian()
    berkas = io.BytesIO()
    buku = xlsxwriter.Workbook(berkas, {"in_memory": True})
    lembar = buku.add_worksheet("Uji")
    for n, (i, k, t, r, skala) in enumerate(kasus):
        rentang = isinstance(t, Rentang)
        for kolom, nilai in enumerate((t.bawah if rentang else t, t.atas if rentang else None, r)):
            isi = sel(nilai)
            if isi != "":
                lembar.write(n, kolom, isi)
        rumus = (
            capaian_excel(
                i, k, target=f"A{n + 1}", atas=f"B{n + 1}" if rentang else None, realisasi=f"C{n + 1}", skala=skala
            )
            if rentang or not i.polaritas.rentang
            else '""'
        )
        lembar.write_formula(n, 3, "=" + rumus)
    buku.close()
    hasil = hitung_ulang(berkas.getvalue(), tmp_path)["Uji"]
    beda = []
    for n, (i, k, t, r, _) in enumerate(kasus):
        harap = hitung_capaian(i, t, r, k).nilai
        ada = hasil.cell(n + 1, 4).value
        cocok = ada in (None, "") if harap is None else ada == float(bulatkan(harap, 2))
        if not cocok:
            beda.append((i.polaritas.value, i.rumus_minimal, t, r, json_angka(harap), ada))
    assert not beda


@pytest.mark.libreoffice
@pytest.mark.slow
def test_realisasi_sd_di_libreoffice(tmp_path: Path) -> None:
    import xlsxwriter

    acak = random.Random(11)
    kasus: list[tuple[Indikator, dict[int, Isian]]] = []
    for tipe in ("Angka", "Rasio"):
        for aturan in ("Jumlah", "Rata-rata", "Terakhir", "Maksimum", "Minimum"):
            i = indikator("A", tipe=tipe, konsolidasi_periode=aturan)
            for banyak in (0, 1, 2, 3):
                for ada_ini in (True, False):
                    isian = {b: isi_acak(acak, tipe) for b in range(1, banyak + 1)}
                    if ada_ini:
                        isian[4] = isi_acak(acak, tipe)
                    kasus.append((i, isian))
    berkas = io.BytesIO()
    buku = xlsxwriter.Workbook(berkas, {"in_memory": True})
    lembar = buku.add_worksheet("Uji")
    for n, (i, isian) in enumerate(kasus):
        lalu = {b: x for b, x in isian.items() if b < 4}
        k = konsolidasi_bulan(i, lalu)
        angka_lalu = [x.nilai for x in lalu.values() if isinstance(x.nilai, Fraction)]
        ini = isian.get(4, Isian(nilai=None))
        isi = (
            ini.nilai, k.nilai, sum(angka_lalu) if angka_lalu else None, Fraction(len(angka_lalu)), ini.pembilang,
            ini.penyebut, k.pembilang, k.penyebut,
        )  # fmt: skip
        for kolom, nilai in enumerate(isi):
            if nilai is not None:
                lembar.write(n, kolom, float(nilai))
        b = n + 1
        sel_sd = SelSd(
            realisasi=f"A{b}", realisasi_lalu=f"B{b}", jumlah_lalu=f"C{b}", banyak_lalu=f"D{b}", pembilang=f"E{b}",
            penyebut=f"F{b}", pembilang_lalu=f"G{b}", penyebut_lalu=f"H{b}",
        )  # fmt: skip
        lembar.write_formula(n, 8, "=" + bulat_excel_kosong(realisasi_sd_excel(i, sel_sd)))
    buku.close()
    hasil = hitung_ulang(berkas.getvalue(), tmp_path)["Uji"]
    for n, (i, isian) in enumerate(kasus):
        harap = konsolidasi_bulan(i, isian).nilai
        ada = hasil.cell(n + 1, 9).value
        assert (ada in (None, "")) if harap is None else ada == float(bulatkan(harap, 4)), (n, i, isian, ada)


def isi_acak(acak: random.Random, tipe: str) -> Isian:
    if tipe == "Angka":
        return Isian(nilai=Fraction(acak.randint(0, 999), 10))
    a, b = Fraction(acak.randint(0, 50)), Fraction(acak.randint(1, 50))
    return Isian(nilai=a / b * 100, pembilang=a, penyebut=b)


def bulat_excel_kosong(rumus: str) -> str:
    return f'IF(({rumus})="","",{bulat_excel(f"({rumus})", 4)})'
