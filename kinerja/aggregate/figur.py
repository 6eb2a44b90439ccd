"""Figures of one indicator at one place (a unit, a unit with those below it, the agency) for one period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Capaian
from kinerja.domain.indikator import Indikator
from kinerja.domain.kategori import kategori
from kinerja.domain.konsolidasi import (
    KOSONG,
    Konsolidasi,
    konsolidasi_bulan,
    konsolidasi_target,
    konsolidasi_unit,
    target_unit,
)
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import NAMA_BULAN, JenisPeriode, Periode
from kinerja.domain.rumus import TIDAK_DAPAT, Hasil, ekstrem, hitung_capaian
from kinerja.master.model import Target
from kinerja.sources import Asal

TIDAK_ADA_PELAPOR = f"{TIDAK_DAPAT}: tidak ada unit yang melaporkan indikator ini"


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where a figure is taken: the units that report it, and the rows with the targets."""

    unit: str | None  # as printed; None: the agency
    pelapor: tuple[str, ...]  # each value is counted once, also where one of these units stands above another
    target: tuple[Target, ...]


def tempat_instansi(ix: Indeks, indikator: Indikator) -> Tempat:
    """The agency: its own target row, else the targets of the units."""
    pelapor = ix.pelapor.get(indikator.kode, ())
    sendiri = ix.target.get((indikator.kode, None))
    rows = (sendiri,) if sendiri else tuple(ix.target[indikator.kode, u] for u in pelapor)
    return Tempat(None, pelapor, rows)


def tempat_unit(ix: Indeks, indikator: Indikator, unit: str) -> Tempat | None:
    """A unit: its own row, else those of the units below that have one; None when none has."""
    pelapor = ix.pelapor.get(indikator.kode, ())
    if unit in pelapor:
        return Tempat(unit, (unit,), (ix.target[indikator.kode, unit],))
    bawahan = ix.di_bawah(unit, pelapor)
    if not bawahan:
        return None
    return Tempat(unit, bawahan, tuple(ix.target[indikator.kode, u] for u in bawahan))


def hitung(ix: Indeks, indikator: Indikator, tempat: Tempat, periode: Periode) -> Capaian:
    """All figures of the indicator at this place."""
    wajib = _wajib(indikator, periode.bulan)
    wajib_sd = _wajib(indikator, periode.bulan_sd)
    belum = alasan_belum(indikator)

    tahunan = periode.jenis is JenisPeriode.TAHUN
    target, alasan_target = _target(indikator, tempat, wajib, tahunan=tahunan) if wajib else (None, belum)
    target_sd, alasan_target_sd = _target(indikator, tempat, wajib_sd, tahunan=tahunan) if wajib_sd else (None, belum)
    realisasi, asal = _realisasi(ix, indikator, tempat, wajib)
    realisasi_sd, asal_sd = _realisasi(ix, indikator, tempat, wajib_sd)

    hasil = _capaian(ix, indikator, (target, alasan_target), realisasi)
    hasil_sd = _capaian(ix, indikator, (target_sd, alasan_target_sd), realisasi_sd)
    tahun = target_tahun(indikator, tempat)
    hasil_tahun = hitung_capaian(indikator, tahun, realisasi_sd.nilai, ix.kebijakan)
    desimal = ix.kebijakan.desimal
    lapor = {u: ix.isian(indikator, u, wajib).keys() for u in tempat.pelapor}
    return Capaian(
        indikator=indikator.kode,
        unit=tempat.unit,
        periode=periode,
        target=target,
        realisasi=realisasi.nilai,
        capaian=hasil.nilai,
        target_sd=target_sd,
        realisasi_sd=realisasi_sd.nilai,
        capaian_sd=hasil_sd.nilai,
        target_tahun=tahun,
        capaian_tahun=hasil_tahun.nilai,
        kategori=None if hasil.nilai is None else kategori(hasil.nilai, ix.kebijakan.kategori, desimal),
        bulan_terisi=sum(1 for b in wajib if lapor and all(b in ada for ada in lapor.values())),
        bulan_wajib=len(wajib),
        unit_terisi=sum(1 for ada in lapor.values() if ada),
        unit_wajib=len(tempat.pelapor) if wajib else 0,
        alasan=hasil.alasan,
        alasan_sd=hasil_sd.alasan,
        rumus="; ".join(r for r in (realisasi.rumus, hasil.rumus) if r) or None,
        bulan_dipakai=realisasi.bulan,
        ekstrem=ekstrem(hasil.nilai, desimal),
        asal=tuple(dict.fromkeys((*asal, *asal_sd))),
    )


def capaian_periode(ix: Indeks, indikator: Indikator, tempat: Tempat, periode: Periode) -> Fraction | None:
    """Only the capaian of the period, for trends."""
    wajib = _wajib(indikator, periode.bulan)
    if not wajib or not tempat.pelapor:
        return None
    realisasi, _ = realisasi_tempat(ix, indikator, tempat, wajib)
    return _capaian(ix, indikator, _target(indikator, tempat, wajib, tahunan=False), realisasi).nilai


def alasan_belum(indikator: Indikator) -> str:
    """Why a figure is not there outside the indicator's due months."""
    nama = [NAMA_BULAN[b - 1] for b in indikator.frekuensi.bulan_wajib]
    kapan = nama[0] if len(nama) == 1 else f"{', '.join(nama[:-1])} dan {nama[-1]}"
    return f"tidak diukur pada periode ini; diukur pada {kapan}"


def target_tahun(indikator: Indikator, tempat: Tempat) -> Nilai | None:
    """The annual target: as written, else consolidated from the due months."""
    per_unit: list[Nilai] = []
    for t in tempat.target:
        nilai = t.tahun
        if nilai is None and t.bulan:
            nilai, _ = konsolidasi_target(indikator, t.bulan, indikator.frekuensi.bulan_wajib)
        if nilai is None:
            return None
        per_unit.append(nilai)
    hasil, _ = target_unit(indikator, per_unit)
    return hasil


def realisasi_tempat(
    ix: Indeks, indikator: Indikator, tempat: Tempat, bulan: Sequence[int], *, lalu: bool = False
) -> tuple[Konsolidasi, dict[str, Konsolidasi]]:
    """Realisasi over these due months, for the place and for each unit that reported."""
    per_unit = {
        u: konsolidasi_bulan(indikator, isian)
        for u in tempat.pelapor
        if (isian := ix.isian(indikator, u, bulan, lalu=lalu))
    }
    if not per_unit:
        return KOSONG, per_unit
    if len(tempat.pelapor) == 1:
        return per_unit[tempat.pelapor[0]], per_unit
    return konsolidasi_unit(indikator, list(per_unit.values())), per_unit


def _realisasi(
    ix: Indeks, indikator: Indikator, tempat: Tempat, bulan: Sequence[int]
) -> tuple[Konsolidasi, tuple[Asal, ...]]:
    if not tempat.pelapor:
        return Konsolidasi(nilai=None, alasan=TIDAK_ADA_PELAPOR), ()
    hasil, per_unit = realisasi_tempat(ix, indikator, tempat, bulan)
    asal = tuple(ix.fakta[indikator.kode, u][b].asal for u, k in per_unit.items() for b in k.bulan)
    return hasil, asal


def _target(
    indikator: Indikator, tempat: Tempat, bulan: Sequence[int], *, tahunan: bool
) -> tuple[Nilai | None, str | None]:
    """The target of a period. Of a whole year (`tahunan`), a row without months has its annual target."""
    per_unit: list[Nilai] = []
    for t in tempat.target:
        nilai, alasan = konsolidasi_target(indikator, t.bulan, bulan)
        if nilai is None and tahunan and not t.bulan:
            nilai = t.tahun
        if nilai is None:
            return None, alasan
        per_unit.append(nilai)
    return target_unit(indikator, per_unit)


def _capaian(
    ix: Indeks, indikator: Indikator, target: tuple[Nilai | None, str | None], realisasi: Konsolidasi
) -> Hasil:
    nilai, alasan = target
    if nilai is None:
        return Hasil(nilai=None, alasan=alasan)
    if realisasi.nilai is None:
        return Hasil(nilai=None, alasan=realisasi.alasan)
    return hitung_capaian(indikator, nilai, realisasi.nilai, ix.kebijakan)


def _wajib(indikator: Indikator, bulan: Sequence[int]) -> tuple[int, ...]:
    return tuple(b for b in bulan if b in indikator.frekuensi.bulan_wajib)
