"""Figures of one indicator at one place (a unit, a unit with those below it, the agency) for one period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Capaian
from kinerja.domain.indikator import Frekuensi, Indikator
from kinerja.domain.kategori import kategori
from kinerja.domain.konsolidasi import (
    KOSONG,
    Konsolidasi,
    konsolidasi_target,
    konsolidasi_unit,
    target_unit,
)
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import NAMA_BULAN, JenisPeriode, Periode
from kinerja.domain.rumus import TIDAK_DAPAT, Hasil, ekstrem, hitung_capaian
from kinerja.master.model import Target
from kinerja.sources import Asal

TIDAK_ADA_PELAPOR = Konsolidasi(nilai=None, alasan=f"{TIDAK_DAPAT}: tidak ada unit yang melaporkan indikator ini")
BELUM_BERLAKU = "belum ada target pada periode ini; indikator atau unit ini masuk induk sesudahnya"


class Tempat(NamedTuple):
    """Where a figure is taken: the units that report it, and the rows with the targets."""

    unit: str | None  # as printed; None: the agency
    pelapor: tuple[str, ...]  # each value is counted once, also where one of these units stands above another
    target: tuple[Target, ...]
    # Months before a reporting unit had its row; units that always had it are not named.
    belum: Mapping[str, frozenset[int]]

    def wajib(self, unit: str, bulan: Sequence[int]) -> Sequence[int]:
        """Of these due months, those in which the unit had the target."""
        belum = self.belum.get(unit)
        return bulan if belum is None else tuple(b for b in bulan if b not in belum)


def tempat_instansi(ix: Indeks, indikator: Indikator) -> Tempat:
    """The agency: its own target row, else the targets of the units."""
    pelapor = ix.pelapor.get(indikator.kode, ())
    sendiri = ix.target.get((indikator.kode, None))
    rows = tuple([ix.target[indikator.kode, u] for u in pelapor])
    return Tempat(None, pelapor, (sendiri,) if sendiri else rows, _belum(rows))


def tempat_unit(ix: Indeks, indikator: Indikator, unit: str) -> Tempat | None:
    """A unit: its own row, else those of the units below that have one; None when none has."""
    pelapor = ix.pelapor.get(indikator.kode, ())
    if unit not in pelapor:
        pelapor = ix.di_bawah(unit, pelapor)
        if not pelapor:
            return None
    else:
        pelapor = (unit,)
    rows = tuple([ix.target[indikator.kode, u] for u in pelapor])
    return Tempat(unit, pelapor, rows, _belum(rows))


def _belum(rows: Sequence[Target]) -> dict[str, frozenset[int]]:
    return {t.unit: t.belum_berlaku for t in rows if t.belum_berlaku and t.unit is not None}


class _Banding(NamedTuple):
    """Realisasi against the target of some months."""

    target: Nilai | None
    realisasi: Konsolidasi
    per_unit: Mapping[str, Konsolidasi]
    hasil: Hasil


def hitung(ix: Indeks, indikator: Indikator, tempat: Tempat, periode: Periode, *, tulis: bool = True) -> Capaian:
    """All figures of the indicator at this place; `tulis` False: without the text of the formula."""
    wajib, wajib_sd = bulan_wajib(indikator.frekuensi, periode)
    tahunan = periode.jenis is JenisPeriode.TAHUN
    ini = _bandingkan(ix, indikator, tempat, wajib, tahunan=tahunan, tulis=tulis)
    sd = ini if wajib == wajib_sd else _bandingkan(ix, indikator, tempat, wajib_sd, tahunan=tahunan, tulis=tulis)
    tahun = target_tahun(indikator, tempat)
    if tahun is not None and tahun == sd.target:
        hasil_tahun = sd.hasil
    else:
        hasil_tahun = hitung_capaian(indikator, tahun, sd.realisasi.nilai, ix.kebijakan, tulis=tulis)
    hasil, desimal = ini.hasil, ix.kebijakan.desimal
    terisi, banyak_wajib, unit_terisi, unit_wajib = _kelengkapan(ix, indikator, tempat, wajib)
    return Capaian(
        indikator=indikator.kode,
        unit=tempat.unit,
        periode=periode,
        target=ini.target,
        realisasi=ini.realisasi.nilai,
        capaian=hasil.nilai,
        target_sd=sd.target,
        realisasi_sd=sd.realisasi.nilai,
        capaian_sd=sd.hasil.nilai,
        target_tahun=tahun,
        capaian_tahun=hasil_tahun.nilai,
        kategori=None if hasil.nilai is None else kategori(hasil.nilai, ix.kebijakan.kategori, desimal),
        bulan_terisi=terisi,
        bulan_wajib=banyak_wajib,
        unit_terisi=unit_terisi,
        unit_wajib=unit_wajib,
        alasan=hasil.alasan,
        alasan_sd=sd.hasil.alasan,
        alasan_tahun=hasil_tahun.alasan,
        rumus="; ".join(r for r in (ini.realisasi.rumus, hasil.rumus) if r) or None if tulis else None,
        bulan_dipakai=ini.realisasi.bulan,
        ekstrem=ekstrem(hasil.nilai, desimal),
        asal=_asal(ix, indikator, ini, sd),
    )


def bulan_wajib(frekuensi: Frekuensi, periode: Periode) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The due months of the period, and those from January up to its end."""
    wajib, akhir = frekuensi.bulan_wajib, periode.bulan_akhir
    langkah = wajib[0]
    return wajib[(akhir - periode.jenis) // langkah : akhir // langkah], wajib[: akhir // langkah]


def capaian_periode(ix: Indeks, indikator: Indikator, tempat: Tempat, periode: Periode) -> Fraction | None:
    """Only the capaian of the period, for trends."""
    wajib, _ = bulan_wajib(indikator.frekuensi, periode)
    return _bandingkan(ix, indikator, tempat, wajib, tahunan=False, tulis=False).hasil.nilai


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
    ix: Indeks, indikator: Indikator, tempat: Tempat, bulan: Sequence[int], *, lalu: bool = False, tulis: bool = True
) -> tuple[Konsolidasi, Mapping[str, Konsolidasi]]:
    """Realisasi over these due months, for the place and for each unit that reported."""
    per_unit: dict[str, Konsolidasi] = {}
    for u in tempat.pelapor:
        wajib = bulan if lalu else tempat.wajib(u, bulan)
        k = ix.konsolidasi(indikator, u, wajib, lalu=lalu, tulis=tulis)
        if k is not None:
            per_unit[u] = k
    if not per_unit:
        return (KOSONG if tempat.pelapor else TIDAK_ADA_PELAPOR), per_unit
    if len(tempat.pelapor) == 1:
        return per_unit[tempat.pelapor[0]], per_unit
    return konsolidasi_unit(indikator, list(per_unit.values()), tulis=tulis), per_unit


def _bandingkan(
    ix: Indeks, indikator: Indikator, tempat: Tempat, bulan: Sequence[int], *, tahunan: bool, tulis: bool
) -> _Banding:
    if not bulan:
        return _Banding(None, KOSONG, {}, Hasil(nilai=None, alasan=alasan_belum(indikator)))
    target, alasan = _target(ix, indikator, tempat, bulan, tahunan=tahunan)
    realisasi, per_unit = realisasi_tempat(ix, indikator, tempat, bulan, tulis=tulis)
    if target is None:
        hasil = Hasil(nilai=None, alasan=alasan)
    elif realisasi.nilai is None:
        hasil = Hasil(nilai=None, alasan=realisasi.alasan)
    else:
        hasil = hitung_capaian(indikator, target, realisasi.nilai, ix.kebijakan, tulis=tulis)
    return _Banding(target, realisasi, per_unit, hasil)


def _target(
    ix: Indeks, indikator: Indikator, tempat: Tempat, bulan: Sequence[int], *, tahunan: bool
) -> tuple[Nilai | None, str | None]:
    """The target of a period. Of a whole year (`tahunan`), a row without months has its annual target.

    A row counts for the months in which it stood in the master; where none did, nothing was agreed yet.
    """
    per_unit: list[Nilai] = []
    for t in tempat.target:
        milik = bulan if not t.belum_berlaku else [b for b in bulan if b not in t.belum_berlaku]
        if not milik:
            continue
        nilai, alasan = ix.konsolidasi_target(indikator, t, milik)
        if nilai is None and tahunan and not t.bulan:
            nilai = t.tahun
        if nilai is None:
            return None, alasan
        per_unit.append(nilai)
    if not per_unit and tempat.target:
        return None, BELUM_BERLAKU
    return target_unit(indikator, per_unit)


def _kelengkapan(ix: Indeks, indikator: Indikator, tempat: Tempat, wajib: tuple[int, ...]) -> tuple[int, int, int, int]:
    """Months in which every unit that had the target reported, due months, units that reported, units that had to."""
    if not wajib:
        return 0, 0, 0, 0
    if not tempat.pelapor:
        return 0, len(wajib), 0, 0
    semua = [ix.isian(indikator, u, wajib) for u in tempat.pelapor]
    if not tempat.belum:
        lengkap = len(semua[0]) if len(semua) == 1 else len(set(wajib).intersection(*semua))
        return lengkap, len(wajib), len(semua) - semua.count({}), len(semua)
    per_unit = [(b, ada) for u, ada in zip(tempat.pelapor, semua, strict=True) if (b := tempat.wajib(u, wajib))]
    unit_terisi = sum(1 for _, ada in per_unit if ada)
    jatuh = sorted({b for bulan, _ in per_unit for b in bulan})
    terisi = sum(1 for b in jatuh if all(b in ada for bulan, ada in per_unit if b in bulan))
    return terisi, len(jatuh), unit_terisi, len(per_unit)


def _asal(ix: Indeks, indikator: Indikator, ini: _Banding, sd: _Banding) -> tuple[Asal, ...]:
    """The cells of the values that decided the realisasi of the period and s.d., each once."""
    hasil: list[Asal] = []
    for u, k in ini.per_unit.items():
        fakta = ix.fakta[indikator.kode, u]
        hasil += [fakta[b].asal for b in k.bulan]
    if sd is not ini:
        for u, k in sd.per_unit.items():
            fakta, sudah = ix.fakta[indikator.kode, u], ini.per_unit.get(u, KOSONG).bulan
            hasil += [fakta[b].asal for b in k.bulan if b not in sudah]
    return tuple(hasil)
