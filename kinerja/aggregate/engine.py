"""Facts of accepted submissions to the figures of one period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kinerja.aggregate.anggaran import Anggaran, hitung_anggaran
from kinerja.aggregate.aturan import sebutkan_aturan
from kinerja.aggregate.figur import capaian_periode, hitung, tempat_instansi, tempat_unit
from kinerja.aggregate.indeks import Indeks, make_indeks
from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode, TitikTren
from kinerja.aggregate.pembanding import hitung_pembanding
from kinerja.aggregate.rata import hitung_agregat, rata_rata
from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan


def hitung_periode(
    master: Master,
    pengaturan: Pengaturan,
    periode: Periode,
    fakta: Sequence[Fakta],
    anggaran: Sequence[FaktaAnggaran],
    *,
    uraian: Sequence[Uraian] = (),
    fakta_tahun_lalu: Sequence[Fakta] = (),
) -> HasilPeriode:
    """All figures of the period from the accepted facts of its year (later months are ignored).

    `fakta_tahun_lalu` are facts of the year before, for comparisons that Riwayat does not hold. The order of the
    facts does not matter; two facts for one indicator, unit and month are a KesalahanProgram.
    """
    ix = make_indeks(master, pengaturan, periode.tahun, fakta, fakta_tahun_lalu)
    angka = hitung_angka(ix, periode, anggaran)
    capaian = angka.capaian
    instansi = {c.indikator: c for c in capaian if c.unit is None}
    return HasilPeriode(
        periode=periode,
        capaian=capaian,
        agregat=angka.agregat,
        anggaran=angka.anggaran.baris,
        pembanding=tuple(hitung_pembanding(ix, i, instansi[i.kode]) for i in master.indikator),
        tren=_tren(ix, pengaturan, periode),
        uraian=_uraian(master, periode, uraian),
        kebijakan=sebutkan_aturan(ix, periode, capaian),
    )


class Angka(NamedTuple):
    """The figures of `kinerja build --json`, and the budget that they rest on."""

    capaian: tuple[Capaian, ...]
    agregat: tuple[Agregat, ...]
    anggaran: Anggaran


def hitung_angka(ix: Indeks, periode: Periode, anggaran: Sequence[FaktaAnggaran], *, tulis: bool = True) -> Angka:
    """The figures alone; `tulis` False: without the texts of their formulas."""
    capaian = tuple(_capaian(ix, periode, tulis=tulis))
    uang = hitung_anggaran(ix, periode, anggaran)
    return Angka(capaian, hitung_agregat(ix, periode, capaian, uang), uang)


def _capaian(ix: Indeks, periode: Periode, *, tulis: bool) -> list[Capaian]:
    """Per indicator: the agency, then each unit with a target."""
    hasil: list[Capaian] = []
    for i in ix.master.indikator:
        hasil.append(hitung(ix, i, tempat_instansi(ix, i), periode, tulis=tulis))
        for u in ix.pelapor.get(i.kode, ()):
            tempat = tempat_unit(ix, i, u)
            if tempat is not None:
                hasil.append(hitung(ix, i, tempat, periode, tulis=tulis))
    return hasil


def _tren(ix: Indeks, pengaturan: Pengaturan, periode: Periode) -> tuple[TitikTren, ...]:
    """The agency's average of each collection period of the year up to this one."""
    jenis = pengaturan.jenis_pengumpulan
    titik: list[TitikTren] = []
    tempat = [(i, tempat_instansi(ix, i)) for i in ix.master.indikator]
    for ke in range(1, periode.bulan_akhir // jenis + 1):
        p = Periode(periode.tahun, jenis, ke)
        pasangan = [(i, capaian_periode(ix, i, t, p)) for i, t in tempat]
        titik.append(TitikTren(periode=p, capaian=rata_rata(pasangan, ix.kebijakan).nilai))
    return tuple(titik)


def _uraian(master: Master, periode: Periode, uraian: Sequence[Uraian]) -> tuple[Uraian, ...]:
    """The words of this period, by indicator, unit and month."""
    indikator = {i.kode: n for n, i in enumerate(master.indikator)}
    unit = {u.kode: n for n, u in enumerate(master.unit)}
    ini = [
        u
        for u in uraian
        if u.tahun == periode.tahun and u.bulan in periode.bulan and u.indikator in indikator and u.unit in unit
    ]
    return tuple(sorted(ini, key=lambda u: (indikator[u.indikator], unit[u.unit], u.bulan)))
