"""What was promised for a year, before anything is measured: annual targets, targets by period, budget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.aggregate.anggaran import hitung_anggaran
from kinerja.aggregate.engine import hitung_angka
from kinerja.aggregate.indeks import make_indeks
from kinerja.aggregate.model import Serapan
from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetTahun:
    """One indicator's target for the year, and for each period in which it is measured."""

    indikator: Indikator
    tahun: Nilai | None
    periode: Mapping[Periode, Nilai | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rencana:
    """Targets of the agency or of one unit, in order of sheet Indikator, and its budget with the pagu in force."""

    periode: tuple[Periode, ...]  # of the year, as long as those of `target`
    target: tuple[TargetTahun, ...]
    anggaran: tuple[Serapan, ...]


def hitung_rencana(
    master: Master, pengaturan: Pengaturan, unit: str | None, bulan: int, jenis: JenisPeriode | None = None
) -> Rencana:
    """The plan of the master's year; the pagu is the one in force at the end of the month `bulan`.

    Targets are by collection period, or by the longer period `jenis`.
    """
    tahun, jenis = master.instansi.tahun, jenis or pengaturan.jenis_pengumpulan
    ix = make_indeks(master, pengaturan, tahun, (), ())
    kolom = tuple(Periode(tahun, jenis, ke) for ke in range(1, 12 // jenis + 1))
    setahun = Periode(tahun, JenisPeriode.TAHUN, 1)
    angka = {p: {(c.indikator, c.unit): c for c in hitung_angka(ix, p, (), tulis=False).capaian} for p in kolom}
    tahunan = {
        c.indikator: c.target_tahun for c in hitung_angka(ix, setahun, (), tulis=False).capaian if c.unit == unit
    }
    target = tuple(
        TargetTahun(
            indikator=i,
            tahun=tahunan[i.kode],
            periode={p: angka[p][i.kode, unit].target for p in kolom if any(i.diukur((b,)) for b in p.bulan)},
        )
        for i in master.indikator
        if i.kode in tahunan
    )
    uang = hitung_anggaran(ix, Periode.bulanan(tahun, bulan), ()).baris
    return Rencana(
        periode=kolom, target=target, anggaran=tuple(a for a in uang if unit is None or (a.lowest and a.unit == unit))
    )
