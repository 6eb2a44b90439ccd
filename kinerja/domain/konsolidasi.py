"""Consolidation: the due months of a period into one value of a unit, then the units into one of the agency.

Always from the months, never from rounded or intermediate results. Missing months stay missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from kinerja.domain.angka import format_ringkas, jumlah
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, KonsolidasiUnit, TipeNilai
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.periode import NAMA_BULAN
from kinerja.domain.rumus import TIDAK_DAPAT, digit_rumus, nilai_rasio

HANYA_TAHUNAN = "hanya target tahunan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Isian:
    """A reported value of one month; a Rasio carries its raw parts."""

    nilai: Nilai | None
    pembilang: Fraction | None = None
    penyebut: Fraction | None = None


class Konsolidasi(NamedTuple):
    """A consolidated value, or None with the reason. `bulan`: months that decided it; `rumus`: with numbers.

    A tuple, as one is made for every unit, indicator and period.
    """

    nilai: Nilai | None
    pembilang: Fraction | None = None
    penyebut: Fraction | None = None
    bulan: tuple[int, ...] = ()
    alasan: str | None = None
    rumus: str | None = None


KOSONG = Konsolidasi(nilai=None, alasan=f"{TIDAK_DAPAT}: realisasi belum ada")


def konsolidasi_bulan(indikator: Indikator, isian: Mapping[int, Isian | Fakta], *, tulis: bool = True) -> Konsolidasi:
    """One unit's realisasi over the reported due months `isian` (month -> value); `tulis`: with its `rumus`."""
    if not isian:
        return KOSONG
    aturan = indikator.konsolidasi_periode
    bulan = (max(isian),) if aturan is KonsolidasiPeriode.TERAKHIR else tuple(sorted(isian))
    if indikator.tipe is TipeNilai.RASIO:
        return _rasio_bulan(indikator, {b: isian[b] for b in bulan}, tulis=tulis)
    if aturan is KonsolidasiPeriode.MAKSIMUM or aturan is KonsolidasiPeriode.MINIMUM:
        bulan = _terpilih({b: v for b in bulan if (v := isian[b].nilai) is not None}, aturan)
    nilai = [v for b in bulan if (v := isian[b].nilai) is not None]
    hasil = _gabung(nilai, aturan) if len(nilai) == len(bulan) else None
    if hasil is None:
        return Konsolidasi(nilai=None, bulan=bulan, alasan=f"{TIDAK_DAPAT}: nilai tidak dapat digabung")
    rata = aturan is KonsolidasiPeriode.RATA_RATA
    rumus = _rumus(indikator, nilai, hasil, rata=rata) if tulis else None
    return Konsolidasi(nilai=hasil, bulan=bulan, rumus=rumus)


def konsolidasi_unit(indikator: Indikator, bagian: Sequence[Konsolidasi], *, tulis: bool = True) -> Konsolidasi:
    """Several units' consolidated realisasi into one; units without any report are left out by the caller.

    A single unit that has the target alone needs no rule: the caller takes its value as it is.
    """
    if not bagian:
        return KOSONG
    rasio = indikator.tipe is TipeNilai.RASIO
    if len(bagian) == 1 and not (rasio and indikator.konsolidasi_unit is not KonsolidasiUnit.RATA_RATA):
        return bagian[0]
    bulan = tuple(sorted({b for k in bagian for b in k.bulan}))
    if indikator.tipe.berjenjang:
        beda = {k.nilai for k in bagian}
        if len(beda) == 1:
            return Konsolidasi(nilai=bagian[0].nilai, bulan=bulan, alasan=bagian[0].alasan)
        return Konsolidasi(nilai=None, bulan=bulan, alasan=f"{TIDAK_DAPAT}: nilai antarunit berbeda")
    if indikator.konsolidasi_unit is KonsolidasiUnit.RASIO:
        return _bagi(indikator, [(k.pembilang, k.penyebut) for k in bagian], bulan, tulis=tulis)
    if indikator.konsolidasi_unit is None:
        return Konsolidasi(nilai=None, bulan=bulan, alasan=f"{TIDAK_DAPAT}: Konsolidasi Unit belum diisi")
    if indikator.konsolidasi_unit is KonsolidasiUnit.JUMLAH and rasio:
        return Konsolidasi(nilai=None, bulan=bulan, alasan=f"{TIDAK_DAPAT}: persentase rasio tidak boleh dijumlahkan")
    nilai = [k.nilai for k in bagian if k.nilai is not None]
    if not nilai:
        return Konsolidasi(nilai=None, bulan=bulan, alasan=bagian[0].alasan)
    hasil = _gabung(nilai, KonsolidasiPeriode(indikator.konsolidasi_unit.value))
    rata = indikator.konsolidasi_unit is KonsolidasiUnit.RATA_RATA
    rumus = _rumus(indikator, nilai, hasil, rata=rata) if tulis else None
    return Konsolidasi(nilai=hasil, bulan=bulan, rumus=rumus)


def konsolidasi_target(
    indikator: Indikator, target: Mapping[int, Nilai], bulan_wajib: Sequence[int]
) -> tuple[Nilai | None, str | None]:
    """A row's target over the due months of a period, reported or not: (target, reason why there is none)."""
    if not target:
        return None, HANYA_TAHUNAN
    aturan = indikator.konsolidasi_periode
    if indikator.tipe is TipeNilai.RASIO and aturan is not KonsolidasiPeriode.RATA_RATA:
        aturan = KonsolidasiPeriode.TERAKHIR
    ada = [target[b] for b in bulan_wajib if b in target]
    if not ada or (len(ada) < len(bulan_wajib) and aturan is not KonsolidasiPeriode.TERAKHIR):
        nama = ", ".join(NAMA_BULAN[b - 1] for b in bulan_wajib if b not in target)
        return None, f"{TIDAK_DAPAT}: target {nama} belum ditetapkan"
    hasil = _gabung(ada, aturan)
    return hasil, None if hasil is not None else f"{TIDAK_DAPAT}: target tidak dapat digabung"


def target_unit(indikator: Indikator, target: Sequence[Nilai]) -> tuple[Nilai | None, str | None]:
    """The units' targets into the agency's where it has no row of its own: (target, reason)."""
    if not target:
        return None, f"{TIDAK_DAPAT}: target belum ditetapkan"
    if len(target) == 1:
        return target[0], None
    if indikator.konsolidasi_unit is KonsolidasiUnit.RASIO or indikator.tipe.berjenjang:
        if len(set(target)) == 1:
            return target[0], None
        return None, f"{TIDAK_DAPAT}: target unit berbeda, baris target instansi belum ada"
    if indikator.konsolidasi_unit is None:
        return None, f"{TIDAK_DAPAT}: Konsolidasi Unit belum diisi"
    if indikator.konsolidasi_unit is KonsolidasiUnit.JUMLAH and indikator.tipe is TipeNilai.RASIO:
        return None, f"{TIDAK_DAPAT}: persentase rasio tidak boleh dijumlahkan"
    hasil = _gabung(target, KonsolidasiPeriode(indikator.konsolidasi_unit.value))
    return hasil, None if hasil is not None else f"{TIDAK_DAPAT}: target unit tidak dapat digabung"


def _rasio_bulan(indikator: Indikator, isian: Mapping[int, Isian | Fakta], *, tulis: bool) -> Konsolidasi:
    """Over these months; for Terakhir the caller leaves the last one."""
    aturan = indikator.konsolidasi_periode
    bulan = tuple(isian)
    bagian = [(i.pembilang, i.penyebut) for i in isian.values()]
    if aturan is KonsolidasiPeriode.JUMLAH or aturan is KonsolidasiPeriode.TERAKHIR:  # of the last, there is one
        return _bagi(indikator, bagian, bulan, tulis=tulis)
    rasio: dict[int, Nilai] = {
        b: r for b, i in isian.items() if (r := nilai_rasio(i.pembilang, i.penyebut, indikator.pengali)) is not None
    }
    if not rasio:
        return Konsolidasi(nilai=None, bulan=bulan, alasan=f"{TIDAK_DAPAT}: penyebut 0")
    if aturan is KonsolidasiPeriode.RATA_RATA:
        hasil = _gabung(list(rasio.values()), aturan)
        # The raw parts go along: units consolidated by Rasio divide the sums of these.
        jumlah = _bagi(indikator, bagian, bulan, tulis=False)
        return Konsolidasi(
            nilai=hasil,
            pembilang=jumlah.pembilang,
            penyebut=jumlah.penyebut,
            bulan=tuple(rasio),
            rumus=_rumus(indikator, list(rasio.values()), hasil, rata=True) if tulis else None,
        )
    (pilihan,) = _terpilih(rasio, aturan)
    return _bagi(indikator, [(isian[pilihan].pembilang, isian[pilihan].penyebut)], (pilihan,), tulis=tulis)


def _bagi(
    indikator: Indikator,
    bagian: Sequence[tuple[Fraction | None, Fraction | None]],
    bulan: tuple[int, ...],
    *,
    tulis: bool = True,
) -> Konsolidasi:
    """Sum of pembilang over sum of penyebut."""
    pembilang = [a for a, b in bagian if a is not None and b is not None]
    penyebut = [b for a, b in bagian if a is not None and b is not None]
    if not penyebut:
        return Konsolidasi(nilai=None, bulan=bulan, alasan=f"{TIDAK_DAPAT}: pembilang atau penyebut tidak ada")
    atas, bawah = jumlah(pembilang), jumlah(penyebut)
    nilai = nilai_rasio(atas, bawah, indikator.pengali)
    if nilai is None:
        return Konsolidasi(nilai=None, pembilang=atas, penyebut=bawah, bulan=bulan, alasan=f"{TIDAK_DAPAT}: penyebut 0")
    if not tulis:
        return Konsolidasi(nilai=nilai, pembilang=atas, penyebut=bawah, bulan=bulan)
    d = digit_rumus(indikator)
    kali = "" if indikator.pengali == 1 else f" × {format_ringkas(indikator.pengali, d)}"
    rumus = f"{_deret(pembilang, d)} / {_deret(penyebut, d)}{kali} = {format_ringkas(nilai, d)}"
    return Konsolidasi(nilai=nilai, pembilang=atas, penyebut=bawah, bulan=bulan, rumus=rumus)


def _gabung(nilai: Sequence[Nilai], aturan: KonsolidasiPeriode) -> Nilai | None:
    """Values of one kind by a rule; None when the kinds are mixed or the rule does not fit the kind."""
    if not nilai:
        return None
    if aturan is KonsolidasiPeriode.TERAKHIR:
        return nilai[-1]
    angka = [n for n in nilai if isinstance(n, Fraction)]
    if angka:
        return _hitung(angka, aturan) if len(angka) == len(nilai) else None
    if all(isinstance(n, Rentang) for n in nilai):
        rentang = [n for n in nilai if isinstance(n, Rentang)]
        bawah = _hitung([n.bawah for n in rentang], aturan)
        return Rentang(bawah, _hitung([n.atas for n in rentang], aturan))
    if all(isinstance(n, Predikat) for n in nilai):
        predikat = [n for n in nilai if isinstance(n, Predikat)]
        if aturan is KonsolidasiPeriode.MAKSIMUM:
            return max(predikat, key=lambda p: p.peringkat)
        if aturan is KonsolidasiPeriode.MINIMUM:
            return min(predikat, key=lambda p: p.peringkat)
    return None


def _hitung(angka: Sequence[Fraction], aturan: KonsolidasiPeriode) -> Fraction:
    match aturan:
        case KonsolidasiPeriode.JUMLAH:
            return jumlah(angka)
        case KonsolidasiPeriode.RATA_RATA:
            return jumlah(angka, len(angka))
        case KonsolidasiPeriode.MAKSIMUM:
            return max(angka)
        case KonsolidasiPeriode.MINIMUM:
            return min(angka)
        case KonsolidasiPeriode.TERAKHIR:
            return angka[-1]


def _terpilih(nilai: Mapping[int, Nilai], aturan: KonsolidasiPeriode) -> tuple[int, ...]:
    """The month of the largest or smallest value; the earliest of equals."""
    tanda = 1 if aturan is KonsolidasiPeriode.MAKSIMUM else -1

    def besar(b: int) -> tuple[Fraction, int]:
        n = nilai[b]
        if isinstance(n, Predikat):
            return Fraction(tanda * n.peringkat), -b
        return (tanda * n if isinstance(n, Fraction) else Fraction(0)), -b

    return (max(nilai, key=besar),) if nilai else ()


def _rumus(indikator: Indikator, nilai: Sequence[Nilai], hasil: Nilai | None, *, rata: bool) -> str | None:
    if len(nilai) < 2 or not isinstance(hasil, Fraction):
        return None
    d = digit_rumus(indikator)
    deret = _deret([n for n in nilai if isinstance(n, Fraction)], d)
    kiri = f"{deret} / {len(nilai)}" if rata else deret[1:-1]
    return f"{kiri} = {format_ringkas(hasil, d)}"


def _deret(angka: Sequence[Fraction], desimal: int) -> str:
    """`(3 + 5)`, or the number alone."""
    teks = " + ".join(format_ringkas(a, desimal) for a in angka)
    return f"({teks})" if len(angka) > 1 else teks
