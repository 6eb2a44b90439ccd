"""The master month by month: after a PK perubahan, each month keeps the targets of the version that was in force.

Annual targets and everything else are those of today's master.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from kinerja.domain.indikator import Indikator
from kinerja.domain.konsolidasi import konsolidasi_target
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import BULAN_SINGKAT
from kinerja.master.model import Master, PerubahanTarget, Target
from kinerja.sources import CellRef

Berlaku = Mapping[tuple[str | None, int], str]  # (unit, None for the agency; month) -> version in force


def master_berlaku(kini: Master, lama: Mapping[str, Master], berlaku: Berlaku, urutan: Iterable[str]) -> Master:
    """Today's master with the month targets of the versions in force, and what they change (`perubahan`).

    `lama` holds the earlier versions; a month without a version, or whose version is today's, has today's target, and
    so has one whose version cannot be read (`versi_hilang`). `urutan`: versions, the oldest first.
    """
    lain = {k: v for k, v in berlaku.items() if v != kini.versi}
    hilang: dict[str, set[int]] = {}
    for (_, bulan), versi in lain.items():
        if versi not in lama:
            hilang.setdefault(versi, set()).add(bulan)
    indikator = {i.kode: i for i in kini.indikator}
    perubahan: list[PerubahanTarget] = []
    target: list[Target] = []
    for t in kini.target:
        milik = {b: lama[v] for (u, b), v in lain.items() if u == t.unit and v in lama}
        if not milik or t.indikator not in indikator:
            target.append(t)
            continue
        target.append(_berlaku(indikator[t.indikator], t, milik))
        perubahan += _perubahan(indikator[t.indikator], t, milik, tuple(urutan))
    perubahan += _hilang(kini, lama, lain)
    return dataclasses.replace(
        kini,
        target=tuple(target),
        perubahan=tuple(perubahan),
        versi_hilang=tuple((v, tuple(sorted(b))) for v, b in sorted(hilang.items())),
    )


def _row(master: Master, t: Target) -> Target | None:
    return master.target_of(t.unit).get(t.indikator)


def _tahun(i: Indikator, t: Target) -> Nilai | None:
    """The annual target: as written, else consolidated from the months."""
    if t.tahun is not None or not t.bulan:
        return t.tahun
    return konsolidasi_target(i, t.bulan, i.frekuensi.bulan_wajib)[0]


def _berlaku(i: Indikator, kini: Target, milik: Mapping[int, Master]) -> Target:
    bulan, sumber, belum = dict(kini.bulan), dict[int, tuple[str, CellRef]](), set[int]()
    for b, m in milik.items():
        bulan.pop(b, None)
        row = _row(m, kini)
        if row is None:
            belum.add(b)
        elif b in row.bulan:
            bulan[b] = row.bulan[b]
            if bulan[b] != kini.bulan.get(b):
                sumber[b] = (m.versi, m.cell_beside(row.sumber, BULAN_SINGKAT[b - 1]))
    return dataclasses.replace(
        kini,
        bulan=dict(sorted(bulan.items())),
        tahun=_tahun(i, kini),
        belum_berlaku=frozenset(belum),
        sumber_bulan=sumber,
    )


def _perubahan(
    i: Indikator, kini: Target, milik: Mapping[int, Master], urutan: tuple[str, ...]
) -> Iterable[PerubahanTarget]:
    """What differs from today's row: months with the same old and new target together, then the annual target."""
    kelompok: dict[tuple[Nilai | None, Nilai | None, str], list[int]] = {}
    for b, m in sorted(milik.items()):
        if b not in i.frekuensi.bulan_wajib:
            continue
        row = _row(m, kini)
        lama, baru = row.bulan.get(b) if row is not None else None, kini.bulan.get(b)
        if row is None or lama != baru:
            kelompok.setdefault((lama, baru, m.versi), []).append(b)
    for (lama, baru, versi), bulan in kelompok.items():
        yield _butir(i, kini.unit, bulan, (lama, baru), versi)
    terakhir = max(milik.values(), key=lambda m: urutan.index(m.versi) if m.versi in urutan else -1)
    dulu = _row(terakhir, kini)
    if dulu is not None and (lama := _tahun(i, dulu)) != (baru := _tahun(i, kini)):
        yield _butir(i, kini.unit, (), (lama, baru), terakhir.versi)


def _hilang(kini: Master, lama: Mapping[str, Master], lain: Berlaku) -> Iterable[PerubahanTarget]:
    """Rows of an earlier version that today's master no longer has."""
    ada = {(t.indikator, t.unit) for t in kini.target}
    bulan: dict[tuple[str, str | None], dict[int, str]] = {}
    for (unit, b), versi in sorted(lain.items(), key=lambda x: x[0][1]):
        if versi in lama:
            for kode in lama[versi].target_of(unit):
                if (kode, unit) not in ada:
                    bulan.setdefault((kode, unit), {})[b] = versi
    for (kode, unit), per_bulan in bulan.items():
        terakhir = per_bulan[max(per_bulan)]
        m = lama[terakhir]
        i = m.indikator_by_kode(kode)
        wajib = [b for b in per_bulan if b in i.frekuensi.bulan_wajib]
        if wajib:
            row = m.target_of(unit)[kode]
            yield _butir(i, unit, wajib, (row.bulan.get(wajib[-1], row.tahun), None), terakhir)


def _butir(
    i: Indikator, unit: str | None, bulan: Iterable[int], nilai: tuple[Nilai | None, Nilai | None], versi: str
) -> PerubahanTarget:
    return PerubahanTarget(
        indikator=i.kode, unit=unit, bulan=tuple(bulan), lama=nilai[0], baru=nilai[1], versi=versi, desimal=i.desimal
    )
