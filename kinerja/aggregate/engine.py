"""Facts of accepted submissions to the figures of one period."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.aggregate.anggaran import hitung_anggaran
from kinerja.aggregate.aturan import sebutkan_aturan
from kinerja.aggregate.figur import capaian_periode, hitung, tempat_instansi, tempat_unit
from kinerja.aggregate.indeks import Indeks, make_indeks
from kinerja.aggregate.model import Capaian, HasilPeriode, TitikTren
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
    capaian = tuple(_capaian(ix, periode))
    uang = hitung_anggaran(ix, periode, anggaran)
    instansi = {c.indikator: c for c in capaian if c.unit is None}
    return HasilPeriode(
        periode=periode,
        capaian=capaian,
        agregat=hitung_agregat(ix, periode, capaian, uang),
        anggaran=uang.baris,
        pembanding=tuple(hitung_pembanding(ix, i, instansi[i.kode]) for i in master.indikator),
        tren=_tren(ix, pengaturan, periode),
        uraian=_uraian(master, periode, uraian),
        kebijakan=sebutkan_aturan(ix, periode, capaian),
    )


def _capaian(ix: Indeks, periode: Periode) -> list[Capaian]:
    """Per indicator: the agency, then each unit with a target."""
    hasil: list[Capaian] = []
    for i in ix.master.indikator:
        hasil.append(hitung(ix, i, tempat_instansi(ix, i), periode))
        for u in ix.pelapor.get(i.kode, ()):
            tempat = tempat_unit(ix, i, u)
            if tempat is not None:
                hasil.append(hitung(ix, i, tempat, periode))
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
