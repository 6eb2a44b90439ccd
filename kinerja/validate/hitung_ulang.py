"""The form's own formulas, recomputed by us from what was issued and what was typed; the cache is never read."""

from __future__ import annotations

from fractions import Fraction

from kinerja.domain.formulir import BarisTerbit
from kinerja.domain.indikator import KonsolidasiPeriode, TipeNilai
from kinerja.domain.nilai import Nilai, Predikat
from kinerja.domain.rumus import nilai_rasio
from kinerja.validate.baris import Baris, angka_terbit, nilai_terbit
from kinerja.validate.indeks import Indeks


def realisasi_sd(baris: Baris, indeks: Indeks) -> Nilai | None:
    """Realisasi s.d. this period as the form's formula gives it; None when it shows nothing."""
    terbit = baris.terbit
    if terbit is None or baris.nilai is None:
        return None
    i = baris.indikator
    skala = indeks.konteks.master.skala_of(i)
    if i.konsolidasi_periode is KonsolidasiPeriode.TERAKHIR:
        return baris.nilai
    if i.tipe is TipeNilai.RASIO and i.konsolidasi_periode is KonsolidasiPeriode.JUMLAH:
        return _rasio(baris, terbit)
    lalu = nilai_terbit(terbit.realisasi_sd_lalu, skala)
    match i.konsolidasi_periode:
        case KonsolidasiPeriode.JUMLAH:
            if not isinstance(baris.nilai, Fraction):
                return None
            return baris.nilai + lalu if isinstance(lalu, Fraction) else baris.nilai
        case KonsolidasiPeriode.RATA_RATA:
            jumlah = angka_terbit(terbit.jumlah_lalu)
            if not isinstance(baris.nilai, Fraction):
                return None
            if jumlah is None or terbit.banyak_lalu <= 0:
                return baris.nilai
            return (jumlah + baris.nilai) / (terbit.banyak_lalu + 1)
        case _:
            return _terpilih(baris.nilai, lalu, i.konsolidasi_periode)


def _rasio(baris: Baris, terbit: BarisTerbit) -> Fraction | None:
    pembilang, penyebut = baris.pembilang.angka, baris.penyebut.angka
    if pembilang is None or penyebut is None:
        return None
    lalu_atas, lalu_bawah = angka_terbit(terbit.pembilang_lalu), angka_terbit(terbit.penyebut_lalu)
    if lalu_atas is not None and lalu_bawah is not None:
        pembilang, penyebut = pembilang + lalu_atas, penyebut + lalu_bawah
    return nilai_rasio(pembilang, penyebut, baris.indikator.pengali)


def _terpilih(nilai: Nilai, lalu: Nilai | None, aturan: KonsolidasiPeriode) -> Nilai | None:
    """The larger or the smaller of this period and the earlier ones."""
    besar = aturan is KonsolidasiPeriode.MAKSIMUM
    if isinstance(nilai, Fraction) and isinstance(lalu, Fraction):
        return max(nilai, lalu) if besar else min(nilai, lalu)
    if isinstance(nilai, Predikat) and isinstance(lalu, Predikat):
        return lalu if (lalu.peringkat > nilai.peringkat) is besar and lalu != nilai else nilai
    return nilai
