"""Averages over indicators: of a sasaran, a unit, and the agency, each from that level's own figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.anggaran import Anggaran, Uang
from kinerja.aggregate.figur import hitung, tempat_unit
from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Agregat, Capaian
from kinerja.domain.angka import jumlah
from kinerja.domain.indikator import Indikator
from kinerja.domain.kategori import kategori
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import TIDAK_DAPAT

KODE_INSTANSI = "INSTANSI"  # stands where a sasaran or unit has its Kode

Pasangan = tuple[Indikator, Fraction | None]


@dataclass(frozen=True, slots=True)
class Rata:
    """A weighted mean: how many indicators counted, of how many, and how many of them were capped."""

    nilai: Fraction | None
    dihitung: int
    banyak: int
    dibatasi: int


def rata_rata(pasangan: Sequence[Pasangan], kebijakan: Kebijakan) -> Rata:
    """The mean of the computable capaian, weighted by bobot where every indicator of the group has one."""
    batas = kebijakan.batas_rata_rata
    berbobot = bool(pasangan) and all(i.bobot is not None for i, _ in pasangan)
    dapat = [(i, c) for i, c in pasangan if c is not None]
    nilai = [c if batas is None or c <= batas else batas for _, c in dapat]
    dibatasi = sum(1 for n, (_, c) in zip(nilai, dapat, strict=True) if n is not c)
    hasil: Fraction | None = None
    if not berbobot and nilai:
        hasil = jumlah(nilai, len(nilai))
    elif nilai:
        bobot = [i.bobot for i, _ in dapat if i.bobot is not None]
        semua = jumlah(bobot)
        if semua > 0:
            hasil = jumlah([n * b for n, b in zip(nilai, bobot, strict=True)]) / semua
    return Rata(hasil, len(dapat), len(pasangan), dibatasi)


def efisiensi(capaian: Fraction | None, serapan: Fraction | None, kebijakan: Kebijakan) -> Fraction | None:
    """`selisih`: capaian - serapan in points; `indeks`: capaian / serapan."""
    if capaian is None or serapan is None:
        return None
    if kebijakan.efisiensi == "indeks":
        return capaian / serapan if serapan != 0 else None
    return capaian - serapan


def hitung_agregat(ix: Indeks, periode: Periode, capaian: Iterable[Capaian], anggaran: Anggaran) -> tuple[Agregat, ...]:
    """Sasaran in the order of their sheet, then units, then the agency."""
    ada: Mapping[tuple[str, str | None], Capaian] = {(c.indikator, c.unit): c for c in capaian}
    instansi = [(i, ada[i.kode, None].capaian) for i in ix.master.indikator]
    hasil = [
        _agregat(
            ix, ("sasaran", s.kode, s.nama),
            [(i, c) for i, c in instansi if i.sasaran == s.kode], anggaran.total(sasaran=s.kode),
        )
        for s in ix.master.sasaran
    ]  # fmt: skip
    semua = [u.kode for u in ix.master.unit]
    for u in ix.master.unit:
        pasangan: list[Pasangan] = []
        for i in ix.master.indikator:
            sendiri = ada.get((i.kode, u.kode))
            if sendiri is None and (tempat := tempat_unit(ix, i, u.kode)):
                sendiri = hitung(ix, i, tempat, periode)
            if sendiri is not None:
                pasangan.append((i, sendiri.capaian))
        uang = anggaran.total(unit=(u.kode, *ix.di_bawah(u.kode, semua)))
        if pasangan or uang.pagu is not None:
            hasil.append(_agregat(ix, ("unit", u.kode, u.nama), pasangan, uang))
    nama = ix.master.instansi.nama
    hasil.append(_agregat(ix, ("instansi", KODE_INSTANSI, nama), instansi, anggaran.total()))
    return tuple(hasil)


def _agregat(ix: Indeks, siapa: tuple[str, str, str], pasangan: Sequence[Pasangan], uang: Uang) -> Agregat:
    tingkat, kode, nama = siapa
    rata = rata_rata(pasangan, ix.kebijakan)
    label = None if rata.nilai is None else kategori(rata.nilai, ix.kebijakan.kategori, ix.kebijakan.desimal)
    return Agregat(
        tingkat=tingkat,
        kode=kode,
        nama=nama,
        capaian=rata.nilai,
        kategori=label,
        indikator_dihitung=rata.dihitung,
        indikator=rata.banyak,
        dibatasi=rata.dibatasi,
        serapan=uang.serapan,
        efisiensi=efisiensi(rata.nilai, uang.serapan, ix.kebijakan),
        alasan=_alasan(rata),
    )


def _alasan(rata: Rata) -> str | None:
    """Why there is no average."""
    if rata.nilai is not None:
        return None
    if rata.banyak == 0:
        return f"{TIDAK_DAPAT}: tidak ada indikator"
    if rata.dihitung == 0:
        return f"{TIDAK_DAPAT}: belum ada indikator yang capaiannya dapat dihitung"
    return f"{TIDAK_DAPAT}: jumlah bobot 0"
