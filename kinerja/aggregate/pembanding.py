"""The agency's figures beside those of other periods, the Renstra end target and a national standard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kinerja.aggregate.figur import Tempat, bulan_wajib, hitung, realisasi_tempat, tempat_instansi
from kinerja.aggregate.indeks import FaktaBulan, Indeks
from kinerja.aggregate.model import Capaian, Pembanding
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.konsolidasi import Isian, Konsolidasi, konsolidasi_bulan, konsolidasi_target
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.domain.rumus import hitung_capaian
from kinerja.master.model import Riwayat
from kinerja.sources import Asal, CellRef


class Lalu(NamedTuple):
    """Figures of another period, and where they stand."""

    target: Nilai | None
    realisasi: Nilai | None
    asal: tuple[Asal | CellRef, ...] = ()


def hitung_pembanding(ix: Indeks, indikator: Indikator, kini: Capaian) -> Pembanding:
    """Comparisons of the agency's figures `kini`; what is not known is None."""
    tempat = tempat_instansi(ix, indikator)
    lalu, tahun_lalu = kini.periode.sebelumnya, kini.periode.tahun_lalu
    kebijakan = ix.kebijakan
    if lalu.tahun == kini.periode.tahun:
        c = hitung(ix, indikator, tempat, lalu)
        _, per_unit = realisasi_tempat(ix, indikator, tempat, bulan_wajib(indikator.frekuensi, lalu)[0])
        dulu = Lalu(c.target, c.realisasi, _asal(ix.fakta, indikator, per_unit))
    else:
        dulu = _dari_lalu(ix, indikator, tempat, lalu)
    setahun = _dari_lalu(ix, indikator, tempat, tahun_lalu)
    capaian_dulu, capaian_setahun = (
        hitung_capaian(indikator, x.target, x.realisasi, kebijakan).nilai for x in (dulu, setahun)
    )
    capaian_renstra, capaian_standar = (
        hitung_capaian(indikator, t, kini.realisasi_sd, kebijakan).nilai
        for t in (indikator.target_renstra, indikator.standar_nasional)
    )
    return Pembanding(
        indikator=indikator.kode,
        sebelumnya=lalu,
        target_sebelumnya=dulu.target,
        realisasi_sebelumnya=dulu.realisasi,
        capaian_sebelumnya=capaian_dulu,
        tahun_lalu=tahun_lalu,
        target_tahun_lalu=setahun.target,
        realisasi_tahun_lalu=setahun.realisasi,
        capaian_tahun_lalu=capaian_setahun,
        riwayat=tuple(
            (r.periode, r.target, r.realisasi, hitung_capaian(indikator, r.target, r.realisasi, kebijakan).nilai)
            for r in ix.riwayat.get(indikator.kode, ())
        ),
        target_renstra=indikator.target_renstra,
        tahun_renstra=indikator.tahun_renstra,
        capaian_renstra=capaian_renstra,
        standar_nasional=indikator.standar_nasional,
        capaian_standar=capaian_standar,
        asal_sebelumnya=dulu.asal,
        asal_tahun_lalu=setahun.asal,
    )


def _dari_lalu(ix: Indeks, indikator: Indikator, tempat: Tempat, periode: Periode) -> Lalu:
    """A period of last year: as Riwayat writes it, else from last year's facts, else from its months in Riwayat."""
    riwayat = ix.riwayat.get(indikator.kode, ())
    for r in riwayat:
        if r.periode == periode.id:
            return Lalu(r.target, r.realisasi, (r.sumber,))
    wajib = tuple(b for b in periode.bulan if b in indikator.frekuensi.bulan_wajib)
    if not wajib:
        return Lalu(None, None)
    catatan = _per_bulan(indikator, riwayat, periode.tahun)
    target = {b: r.target for b, r in catatan.items() if r.target is not None}
    sasaran = konsolidasi_target(indikator, target, wajib)[0] if target else None
    hasil, per_unit = realisasi_tempat(ix, indikator, tempat, wajib, lalu=True)
    if per_unit:
        return Lalu(sasaran, hasil.nilai, _asal(ix.fakta_lalu, indikator, per_unit))
    realisasi = {
        b: Isian(nilai=catatan[b].realisasi) for b in wajib if b in catatan and catatan[b].realisasi is not None
    }
    if indikator.tipe is TipeNilai.RASIO or len(realisasi) < len(wajib):
        return Lalu(None, None)  # a ratio needs its raw parts, and an incomplete past is not compared with
    return Lalu(sasaran, konsolidasi_bulan(indikator, realisasi).nilai, tuple(catatan[b].sumber for b in realisasi))


def _asal(
    fakta: Mapping[tuple[str, str], FaktaBulan], indikator: Indikator, per_unit: Mapping[str, Konsolidasi]
) -> tuple[Asal, ...]:
    """The cells of the values that decided a realisasi."""
    return tuple(fakta[indikator.kode, u][b].asal for u, k in per_unit.items() for b in k.bulan)


def _per_bulan(indikator: Indikator, riwayat: tuple[Riwayat, ...], tahun: int) -> Mapping[int, Riwayat]:
    """Riwayat rows of one year that stand for a due month (`2025-12`; for a quarterly indicator also `2025-TW4`)."""
    wajib = indikator.frekuensi.bulan_wajib
    langkah = 12 // len(wajib)
    hasil: dict[int, Riwayat] = {}
    for r in riwayat:
        try:
            p = Periode.parse(r.periode)
        except ValueError:
            continue  # reported by `check`
        if p.tahun == tahun and p.jenis in (JenisPeriode.BULAN, langkah) and p.bulan_akhir in wajib:
            hasil.setdefault(p.bulan_akhir, r)
    return hasil
