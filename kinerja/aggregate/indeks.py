"""Lookups over the master and the facts, built once per computation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.konsolidasi import Konsolidasi, konsolidasi_bulan, konsolidasi_target
from kinerja.domain.nilai import Nilai
from kinerja.errors import KesalahanProgram
from kinerja.master.model import Master, Riwayat, Target
from kinerja.master.pengaturan import Pengaturan

FaktaBulan = Mapping[int, Fakta]

_TANPA_FAKTA: FaktaBulan = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indeks:
    """The master and one year's facts, by key."""

    master: Master
    kebijakan: Kebijakan
    target: Mapping[tuple[str, str | None], Target]
    pelapor: Mapping[str, tuple[str, ...]]  # indicator -> units with a target, in order of sheet Unit
    fakta: Mapping[tuple[str, str], FaktaBulan]  # (indicator, unit) -> month -> fact
    fakta_lalu: Mapping[tuple[str, str], FaktaBulan]
    riwayat: Mapping[str, tuple[Riwayat, ...]]
    induk: Mapping[str, tuple[str, ...]]  # unit -> the units above it, nearest first
    # What units' months make together: asked for by the unit itself, those above it, and the agency.
    _gabungan: dict[tuple[str, str, tuple[int, ...], bool, bool], Konsolidasi] = field(
        default_factory=dict, repr=False, compare=False
    )
    _target: dict[tuple[str, str | None, tuple[int, ...]], tuple[Nilai | None, str | None]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def bertingkat(self, unit: Iterable[str]) -> bool:
        """True when one of these units stands above another of them."""
        semua = set(unit)
        return any(not semua.isdisjoint(self.induk.get(u, ())) for u in semua)

    def di_bawah(self, unit: str, calon: Iterable[str]) -> tuple[str, ...]:
        """Of the units `calon`, those below `unit`."""
        return tuple(u for u in calon if unit in self.induk.get(u, ()))

    def isian(self, indikator: Indikator, unit: str, bulan: Iterable[int], *, lalu: bool = False) -> FaktaBulan:
        """What the unit reported in those of these months in which the indicator is due."""
        ada = (self.fakta_lalu if lalu else self.fakta).get((indikator.kode, unit), _TANPA_FAKTA)
        wajib = indikator.frekuensi.bulan_wajib
        if bulan == wajib and ada.keys() <= frozenset(wajib):
            return ada  # a whole year, as it was reported
        return {b: ada[b] for b in bulan if b in ada and b in wajib}

    def konsolidasi(
        self, indikator: Indikator, unit: str, bulan: Sequence[int], *, lalu: bool = False, tulis: bool = True
    ) -> Konsolidasi | None:
        """The unit's realisasi over these due months; None when it reported nothing in them."""
        kunci = (indikator.kode, unit, tuple(bulan), lalu, tulis)
        hasil = self._gabungan.get(kunci)
        if hasil is None and (isian := self.isian(indikator, unit, bulan, lalu=lalu)):
            self._gabungan[kunci] = hasil = konsolidasi_bulan(indikator, isian, tulis=tulis)
        return hasil

    def konsolidasi_target(
        self, indikator: Indikator, row: Target, bulan: Sequence[int]
    ) -> tuple[Nilai | None, str | None]:
        """The row's target over these due months, with the reason where there is none."""
        kunci = (indikator.kode, row.unit, tuple(bulan))
        hasil = self._target.get(kunci)
        if hasil is None:
            self._target[kunci] = hasil = konsolidasi_target(indikator, row.bulan, bulan)
        return hasil


def make_indeks(
    master: Master, pengaturan: Pengaturan, tahun: int, fakta: Iterable[Fakta], fakta_lalu: Iterable[Fakta] = ()
) -> Indeks:
    """Index the master and the facts of `tahun` and of the year before. KesalahanProgram on two facts in one place."""
    target = {(t.indikator, t.unit): t for t in master.target}
    urutan = {u.kode: n for n, u in enumerate(master.unit)}
    pelapor: dict[str, list[str]] = {}
    for kode, unit in target:
        if unit in urutan:
            pelapor.setdefault(kode, []).append(unit)
    riwayat: dict[str, list[Riwayat]] = {}
    for r in master.riwayat:
        riwayat.setdefault(r.indikator, []).append(r)
    return Indeks(
        master=master,
        kebijakan=pengaturan.kebijakan,
        target=target,
        pelapor={k: tuple(sorted(v, key=urutan.__getitem__)) for k, v in pelapor.items()},
        fakta=_susun(fakta, tahun),
        fakta_lalu=_susun(fakta_lalu, tahun - 1),
        riwayat={k: tuple(sorted(v, key=lambda r: r.periode)) for k, v in riwayat.items()},
        induk=_induk(master),
    )


def _susun(fakta: Iterable[Fakta], tahun: int) -> dict[tuple[str, str], dict[int, Fakta]]:
    hasil: dict[tuple[str, str], dict[int, Fakta]] = {}
    for f in fakta:
        if f.tahun != tahun:
            continue
        kunci = (f.indikator, f.unit)
        bulan = hasil.get(kunci)
        if bulan is None:
            bulan = hasil[kunci] = {}
        if bulan.setdefault(f.bulan, f) is not f:
            raise KesalahanProgram(
                f"Ada dua nilai untuk {f.indikator}, unit {f.unit}, bulan {f.bulan} tahun {tahun}.",
                "Laporkan pesan ini kepada pengelola program beserta berkas kinerja.db.",
            )
    return hasil


def _induk(master: Master) -> dict[str, tuple[str, ...]]:
    """The chain of units above each unit; a circle ends where it closes."""
    atas = {u.kode: u.induk for u in master.unit}
    hasil: dict[str, tuple[str, ...]] = {}
    for kode, langsung in atas.items():
        rantai: list[str] = []
        naik = langsung
        while naik is not None and naik in atas and naik not in rantai and naik != kode:
            rantai.append(naik)
            naik = atas[naik]
        hasil[kode] = tuple(rantai)
    return hasil
