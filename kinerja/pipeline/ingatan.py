"""What is known of a unit's earlier months, kept in memory while its forms are judged one after the other.

Forms are judged unit by unit, so one unit at a time is remembered, however many files there are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.kiriman import IsiKiriman
from kinerja.domain.periode import Periode
from kinerja.register.db import Register
from kinerja.register.model import Kiriman, LaporanTercatat
from kinerja.validate.model import Dilaporkan


@dataclass(slots=True)
class _Unit:
    """One unit in one year. Figures and words by the last month of their period."""

    kode: str
    tahun: int
    layak: Mapping[str, Kiriman]
    fakta: dict[int, list[Fakta]] | None = None  # None: not read yet
    anggaran: dict[int, list[FaktaAnggaran]] = field(default_factory=dict)
    uraian: dict[int, tuple[Uraian, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class Ingatan:
    """Accepted submissions of one unit, read from the register once and kept up with what is judged."""

    reg: Register
    _kini: _Unit | None = None
    _laporan: tuple[LaporanTercatat, ...] | None = None  # None: not asked for yet

    def layak(self, unit: str, tahun: int) -> Mapping[str, Kiriman]:
        """Per period, the last valid revision of the unit."""
        return self._unit(unit, tahun).layak

    def fakta(self, unit: str, periode: Periode) -> tuple[Fakta, ...]:
        """Realisasi of the same year before this period, by month."""
        semua, _ = self._angka(unit, periode.tahun)
        return tuple(f for b in range(1, periode.bulan[0]) for f in semua.get(b, ()))

    def anggaran(self, unit: str, periode: Periode) -> tuple[FaktaAnggaran, ...]:
        """Money spent, like `fakta`."""
        _, semua = self._angka(unit, periode.tahun)
        return tuple(a for b in range(1, periode.bulan[0]) for a in semua.get(b, ()))

    def uraian(self, unit: str, periode: Periode) -> tuple[Uraian, ...]:
        """The words of the collection period just before this one."""
        lalu = periode.sebelumnya
        if lalu.tahun != periode.tahun:
            return self.reg.uraian(lalu.tahun, lalu.bulan_akhir, unit, lalu.bulan_akhir)
        semua, bulan = self._unit(unit, periode.tahun).uraian, lalu.bulan_akhir
        if bulan not in semua:
            semua[bulan] = self.reg.uraian(lalu.tahun, bulan, unit, bulan)
        return semua[bulan]

    def dilaporkan(self, kiriman: Kiriman) -> Dilaporkan | None:
        """What reports printed of this unit and period from another submission; None when there was none.

        Only reports built before this submission was first judged count: later ones change nothing of its findings.
        """
        assert kiriman.periode is not None
        assert kiriman.unit is not None
        if self._laporan is None:
            self._laporan = self.reg.laporan_dibuat()
        lain = [
            (laporan, sha)
            for laporan in self._laporan
            if (sha := laporan.kiriman.get(kiriman.periode, {}).get(kiriman.unit)) not in (None, kiriman.sha256)
        ]
        if not lain:
            return None
        sejak = self.reg.pertama_dinilai(kiriman.periode, kiriman.unit).get(kiriman.sha256)
        dulu = [(laporan, sha) for laporan, sha in lain if sejak is None or laporan.id < sejak]
        if not dulu:
            return None
        dipakai = next(k for k in self.reg.kiriman(kiriman.periode, kiriman.unit) if k.sha256 == dulu[-1][1])
        pertama = next(laporan for laporan, sha in dulu if sha == dipakai.sha256)
        return Dilaporkan(
            laporan=Periode.parse(pertama.periode), dibuat=pertama.waktu.date(), isi=self.reg.isi(dipakai.id)
        )

    def perbarui(self, kiriman: Kiriman, isi: IsiKiriman) -> None:
        """Take note of a submission whose result has just been stored."""
        kini = self._kini
        if kini is None or kiriman.unit != kini.kode or kiriman.periode is None:
            return
        periode, layak = kiriman.periode, self.reg.layak_unit(kini.kode)
        dulu, sekarang = kini.layak.get(periode), layak.get(periode)
        if sekarang is not None and sekarang.id == kiriman.id:
            bulan = Periode.parse(periode).bulan_akhir
            fakta, anggaran = self._angka(kini.kode, kini.tahun)
            fakta[bulan], anggaran[bulan] = list(isi.fakta), list(isi.anggaran)
            kini.uraian[bulan] = isi.uraian
            kini.layak = layak
        elif sekarang != dulu:  # another submission counts from now on, or none
            self._kini = None

    def _unit(self, kode: str, tahun: int) -> _Unit:
        kini = self._kini
        if kini is None or (kini.kode, kini.tahun) != (kode, tahun):
            self._kini = kini = _Unit(kode, tahun, self.reg.layak_unit(kode))
        return kini

    def _angka(self, kode: str, tahun: int) -> tuple[dict[int, list[Fakta]], dict[int, list[FaktaAnggaran]]]:
        kini = self._unit(kode, tahun)
        if kini.fakta is None:
            kini.fakta = {}
            for f in self.reg.fakta(tahun, unit=kode):
                kini.fakta.setdefault(f.bulan, []).append(f)
            for a in self.reg.anggaran(tahun, unit=kode):
                kini.anggaran.setdefault(a.bulan, []).append(a)
        return kini.fakta, kini.anggaran
