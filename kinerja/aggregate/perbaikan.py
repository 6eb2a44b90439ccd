"""Restated figures: what one submission of a unit says otherwise than another, and what that does to capaian."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.kiriman import IsiKiriman
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import hitung_capaian
from kinerja.master.model import Master
from kinerja.validate.rules.terkunci import sama_nilai
from kinerja.validate.rules.terlapor import sama_fakta


@dataclass(frozen=True, slots=True, kw_only=True)
class KinerjaBerubah:
    """An indicator of one unit and collection period; None where a submission says nothing of it."""

    indikator: str
    lama: Fakta | None
    baru: Fakta | None
    capaian_lama: Fraction | None  # of the unit in that period
    capaian_baru: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UangBerubah:
    """Money spent on one budget line in one collection period, rupiah."""

    mata: str
    lama: Fraction | None
    baru: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirPerbaikan:
    """One figure that an earlier report printed otherwise.

    `angka` None: the whole form came after that report was built, or (`revisi` None) no longer counts.
    """

    unit: str
    periode: Periode
    angka: KinerjaBerubah | UangBerubah | None
    alasan: str | None = None  # the unit's, else the Tim's
    revisi: int | None = None  # of the submission that counts now
    diterima: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PerbaikanData:
    """What differs from the latest earlier report, which its readers have in hand."""

    laporan: Periode
    dibuat: date
    butir: tuple[ButirPerbaikan, ...]


def angka_berubah(
    master: Master, kebijakan: Kebijakan, lama: IsiKiriman, baru: IsiKiriman
) -> tuple[KinerjaBerubah | UangBerubah, ...]:
    """Figures that differ between two submissions of a unit and period: indicators of the master, then money."""
    hasil: list[KinerjaBerubah | UangBerubah] = []
    dulu, kini = _per_indikator(lama.fakta), _per_indikator(baru.fakta)
    for i in master.indikator:
        a, b = dulu.get(i.kode), kini.get(i.kode)
        if (a is None and b is None) or (a is not None and b is not None and sama_fakta(a, b)):
            continue
        capaian_lama, capaian_baru = (_capaian(master, kebijakan, i, f) for f in (a, b))
        hasil.append(
            KinerjaBerubah(indikator=i.kode, lama=a, baru=b, capaian_lama=capaian_lama, capaian_baru=capaian_baru)
        )
    uang_lama, uang_baru = ({a.kode: a.realisasi for a in x.anggaran} for x in (lama, baru))
    hasil += [
        UangBerubah(mata=k, lama=uang_lama.get(k), baru=uang_baru.get(k))
        for k in dict.fromkeys((*uang_baru, *uang_lama))
        if not sama_nilai(uang_lama.get(k), uang_baru.get(k))
    ]
    return tuple(hasil)


def _per_indikator(fakta: Iterable[Fakta]) -> dict[str, Fakta]:
    return {f.indikator: f for f in fakta}


def _capaian(master: Master, kebijakan: Kebijakan, i: Indikator, fakta: Fakta | None) -> Fraction | None:
    target = master.target_of(fakta.unit).get(i.kode) if fakta is not None else None
    if target is None or fakta is None:
        return None
    return hitung_capaian(i, target.bulan.get(fakta.bulan), fakta.nilai, kebijakan).nilai
