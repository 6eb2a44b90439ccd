"""The agency's figures beside those of other periods, the Renstra end target and a national standard."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.aggregate.figur import Tempat, hitung, realisasi_tempat, tempat_instansi
from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Capaian, Pembanding
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.konsolidasi import Isian, konsolidasi_bulan, konsolidasi_target
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.domain.rumus import hitung_capaian
from kinerja.master.model import Riwayat

Angka = tuple[Nilai | None, Nilai | None]  # (target, realisasi)


def hitung_pembanding(ix: Indeks, indikator: Indikator, kini: Capaian) -> Pembanding:
    """Comparisons of the agency's figures `kini`; what is not known is None."""
    tempat = tempat_instansi(ix, indikator)
    lalu, tahun_lalu = kini.periode.sebelumnya, kini.periode.tahun_lalu
    kebijakan = ix.kebijakan
    if lalu.tahun == kini.periode.tahun:
        c = hitung(ix, indikator, tempat, lalu)
        target_lalu, realisasi_lalu = c.target, c.realisasi
    else:
        target_lalu, realisasi_lalu = _dari_lalu(ix, indikator, tempat, lalu)
    target_tl, realisasi_tl = _dari_lalu(ix, indikator, tempat, tahun_lalu)
    kini_sd = kini.realisasi_sd
    return Pembanding(
        indikator=indikator.kode,
        sebelumnya=lalu,
        target_sebelumnya=target_lalu,
        realisasi_sebelumnya=realisasi_lalu,
        capaian_sebelumnya=hitung_capaian(indikator, target_lalu, realisasi_lalu, kebijakan).nilai,
        tahun_lalu=tahun_lalu,
        target_tahun_lalu=target_tl,
        realisasi_tahun_lalu=realisasi_tl,
        capaian_tahun_lalu=hitung_capaian(indikator, target_tl, realisasi_tl, kebijakan).nilai,
        riwayat=tuple(
            (r.periode, r.target, r.realisasi, hitung_capaian(indikator, r.target, r.realisasi, kebijakan).nilai)
            for r in ix.riwayat.get(indikator.kode, ())
        ),
        target_renstra=indikator.target_renstra,
        tahun_renstra=indikator.tahun_renstra,
        capaian_renstra=hitung_capaian(indikator, indikator.target_renstra, kini_sd, kebijakan).nilai,
        standar_nasional=indikator.standar_nasional,
        capaian_standar=hitung_capaian(indikator, indikator.standar_nasional, kini_sd, kebijakan).nilai,
    )


def _dari_lalu(ix: Indeks, indikator: Indikator, tempat: Tempat, periode: Periode) -> Angka:
    """A period of last year: as Riwayat writes it, else from last year's facts, else from its months in Riwayat."""
    riwayat = ix.riwayat.get(indikator.kode, ())
    for r in riwayat:
        if r.periode == periode.id:
            return r.target, r.realisasi
    wajib = tuple(b for b in periode.bulan if b in indikator.frekuensi.bulan_wajib)
    if not wajib:
        return None, None
    catatan = _per_bulan(indikator, riwayat, periode.tahun)
    target = {b: r.target for b, r in catatan.items() if r.target is not None}
    sasaran = konsolidasi_target(indikator, target, wajib)[0] if target else None
    hasil, per_unit = realisasi_tempat(ix, indikator, tempat, wajib, lalu=True)
    if per_unit:
        return sasaran, hasil.nilai
    realisasi = {
        b: Isian(nilai=catatan[b].realisasi) for b in wajib if b in catatan and catatan[b].realisasi is not None
    }
    if indikator.tipe is TipeNilai.RASIO or len(realisasi) < len(wajib):
        return None, None  # a ratio needs its raw parts, and an incomplete past is not compared with
    return sasaran, konsolidasi_bulan(indikator, realisasi).nilai


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
