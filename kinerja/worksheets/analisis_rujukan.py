"""Realisasi and targets as formulas over the sheets Data and Target: a unit over months, then units into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kinerja.aggregate.figur import Tempat, realisasi_tempat
from kinerja.aggregate.indeks import Indeks
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, KonsolidasiUnit, TipeNilai
from kinerja.domain.konsolidasi import Konsolidasi
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.rumus_excel import bersih_excel, literal
from kinerja.master.model import Target
from kinerja.worksheets.analisis_data import BATAS, Letak, satu_batas
from kinerja.worksheets.rumus_sel import bagi, fungsi, gabung

_FUNGSI = {
    KonsolidasiPeriode.JUMLAH: "SUM", KonsolidasiPeriode.RATA_RATA: "AVERAGE", KonsolidasiPeriode.MAKSIMUM: "MAX",
    KonsolidasiPeriode.MINIMUM: "MIN",
}  # fmt: skip
_PER_RASIO = (KonsolidasiPeriode.RATA_RATA, KonsolidasiPeriode.MAKSIMUM, KonsolidasiPeriode.MINIMUM)


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Makes formulas without `=`; None where no formula can give the value."""

    ix: Indeks
    letak: Letak

    def bulan_dipakai(self, i: Indikator, unit: str, bulan: Sequence[int], k: Konsolidasi) -> Sequence[int]:
        """Months whose cells stand in the unit's formula: the reported ones, or the one that decides alone."""
        angka = i.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO)
        if i.konsolidasi_periode is KonsolidasiPeriode.TERAKHIR or not angka:
            return k.bulan
        belum = self.ix.target[i.kode, unit].belum_berlaku
        return tuple(self.ix.isian(i, unit, [b for b in bulan if b not in belum]))

    def bagian(self, i: Indikator, unit: str, bulan: Sequence[int], k: Konsolidasi) -> tuple[list[str], list[str]]:
        """Cells of pembilang and penyebut that the unit brings into a ratio; of a largest or smallest, its month."""
        satu = i.konsolidasi_periode in (KonsolidasiPeriode.MAKSIMUM, KonsolidasiPeriode.MINIMUM)
        return self.letak.bagian(i.kode, unit, k.bulan if satu else self.bulan_dipakai(i, unit, bulan, k))

    def unit(self, i: Indikator, unit: str, bulan: Sequence[int], k: Konsolidasi) -> str:
        """Realisasi of one unit over these months, in which it reported something."""
        if jumlah_bagian(i):
            return bagi(*self.bagian(i, unit, bulan, k), i.pengali, k.nilai)
        sel = self.letak.nilai(i.kode, unit, self.bulan_dipakai(i, unit, bulan, k))
        return gabung(_FUNGSI.get(i.konsolidasi_periode, "SUM"), sel, k.nilai)

    def realisasi(self, i: Indikator, tempat: Tempat, bulan: Sequence[int]) -> tuple[str | None, Nilai | None]:
        """Realisasi of a place over these months in one formula from the facts, and its value."""
        hasil, per_unit = realisasi_tempat(self.ix, i, tempat, bulan)
        if not per_unit:
            return None, None
        if len(tempat.pelapor) == 1:
            ((u, k),) = per_unit.items()
            return self.unit(i, u, bulan, k), hasil.nilai
        if isinstance(hasil.nilai, Predikat):
            u, k = next(iter(per_unit.items()))
            return self.unit(i, u, bulan, k), hasil.nilai
        return self._antarunit(i, per_unit, bulan, hasil.nilai), hasil.nilai

    def _antarunit(
        self, i: Indikator, per_unit: Mapping[str, Konsolidasi], bulan: Sequence[int], nilai: Nilai | None
    ) -> str | None:
        rasio = i.tipe is TipeNilai.RASIO
        if rasio and i.konsolidasi_unit is KonsolidasiUnit.RASIO:
            bagian = [self.bagian(i, u, bulan, k) for u, k in per_unit.items() if k.penyebut is not None]
            semua = ([s for atas, _ in bagian for s in atas], [s for _, bawah in bagian for s in bawah])
            return bagi(*semua, i.pengali, nilai) if bagian else None
        ada = {u: k for u, k in per_unit.items() if k.nilai is not None}
        if not ada or ((rasio or len(per_unit) > 1) and not bisa_gabung(i)):
            return None
        sel = [self.letak.nilai(i.kode, u, self.bulan_dipakai(i, u, bulan, k)) for u, k in ada.items()]
        luar = "AVERAGE" if i.konsolidasi_unit is KonsolidasiUnit.RATA_RATA else "SUM"
        if all(len(s) == 1 for s in sel):
            return gabung(luar, [s[0] for s in sel], nilai)
        if jumlah_bagian(i):
            dalam = []
            for u, k in ada.items():
                atas, bawah = self.bagian(i, u, bulan, k)
                dalam.append(f"{fungsi('SUM', atas)}/{fungsi('SUM', bawah)}*{literal(i.pengali)}")
        else:
            dalam = [fungsi(_FUNGSI.get(i.konsolidasi_periode, "SUM"), s) for s in sel]
        return _luar(luar, dalam, nilai)

    def target(self, i: Indikator, t: Target, bulan: Sequence[int], nilai: Nilai, batas: str) -> str | None:
        """The target of one row over these due months; `nilai` is what it comes to."""
        ada = [b for b in bulan if b in t.bulan]
        if not ada:
            return None
        aturan = i.konsolidasi_periode
        if i.tipe is TipeNilai.RASIO and aturan is not KonsolidasiPeriode.RATA_RATA:
            aturan = KonsolidasiPeriode.TERAKHIR
        if isinstance(nilai, Predikat):
            ada = [b for b in ada if t.bulan[b] == nilai][-1:]
        elif aturan is KonsolidasiPeriode.TERAKHIR:
            ada = ada[-1:]
        sel = self.letak.bulan_target(t, ada, batas)
        return gabung(_FUNGSI.get(aturan, "SUM"), sel, nilai) if sel else None

    def target_tempat(self, i: Indikator, tempat: Tempat, bulan: Sequence[int], nilai: Nilai, batas: str) -> str | None:
        """The target of a place over these due months, from its own row or from those of the units."""
        rows = [t for t in tempat.target if not t.belum_berlaku.issuperset(bulan)]
        semua = [s for t in rows if (s := self.target(i, t, bulan, nilai, batas)) is not None]
        if len(semua) < 2 or not bisa_gabung(i) or isinstance(nilai, Predikat):
            return semua[0] if semua else None  # one row, or equal targets
        luar = "AVERAGE" if i.konsolidasi_unit is KonsolidasiUnit.RATA_RATA else "SUM"
        if all("(" not in s for s in semua):
            return gabung(luar, semua, nilai)
        return _luar(luar, semua, nilai)

    def target_tahun(self, i: Indikator, t: Target, nilai: Nilai, batas: str) -> str | None:
        """The annual target of one row: as written, else from its months."""
        if t.tahun is not None:
            return self.letak.tahun_target(t, batas)
        return self.target(i, t, i.frekuensi.bulan_wajib, nilai, batas)


def _luar(fungsi_luar: str, dalam: Sequence[str], nilai: Nilai | None) -> str:
    """A function over formulas that each give a number."""
    hasil = bersih_excel(f"{fungsi_luar}({','.join(dalam)})", nilai)
    return f'IFERROR({hasil},"")'


def jumlah_bagian(i: Indikator) -> bool:
    """True where a unit's months make one ratio from the sums of their parts; else it is made of the months' ratios."""
    return i.tipe is TipeNilai.RASIO and i.konsolidasi_periode not in _PER_RASIO


def bisa_gabung(i: Indikator) -> bool:
    """True where several units' values become one by Jumlah or Rata-rata."""
    if i.konsolidasi_unit is KonsolidasiUnit.JUMLAH:
        return i.tipe is not TipeNilai.RASIO
    return i.konsolidasi_unit is KonsolidasiUnit.RATA_RATA


def semua_batas(nilai: Nilai | None) -> tuple[tuple[str, Nilai | None], ...]:
    """The value by row of sheet Target: (one of BATAS, bound) twice for a range, else ("", value) once."""
    if isinstance(nilai, Rentang):
        return tuple((b, satu_batas(nilai, b)) for b in BATAS)
    return (("", nilai),)
