"""The words in which a figure explains itself, alike on the screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kinerja.aggregate.jejak import Bagian, JejakCapaian, Langkah
from kinerja.domain.angka import format_nilai
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode
from kinerja.domain.periode import BULAN_SINGKAT, NAMA_BULAN
from kinerja.domain.rumus import TIDAK_DAPAT


def cara(i: Indikator, x: Langkah) -> str:
    """How a figure came about in one line: its formula, or which value it is."""
    if x.nilai is None:
        return sebab(x.alasan)
    if x.rumus is not None:
        return x.rumus
    if len(x.bagian) < 2:
        return _nilai_bulan(x.angka, x.bulan)
    if len({b.nilai for b in x.bagian}) == 1:
        return f"sama di {len(x.bagian)} unit"
    return f"{i.konsolidasi_unit or 'gabungan'} antarunit"


def cara_bagian(i: Indikator, x: Langkah) -> tuple[str, ...]:
    """A line for each unit, where they say more than the line above them; cells of targets are listed elsewhere."""
    if len(x.bagian) < 2:
        return ()
    if not x.angka.startswith("realisasi") and all(b.rumus is None for b in x.bagian):
        return ()
    return tuple(f"{b.unit or 'instansi'} {format_nilai(b.nilai, i.desimal)}: {_bagian(x, b)}" for b in x.bagian)


def fakta_penentu(i: Indikator, j: JejakCapaian) -> tuple[Fakta, ...]:
    """The facts to name: all that took part; of `Terakhir` only the months that count."""
    ikut = j.dipakai | j.dipakai_sd
    semua = i.konsolidasi_periode is not KonsolidasiPeriode.TERAKHIR
    return tuple(f for f in j.fakta if semua or (f.unit, f.bulan) in ikut)


def sebab(alasan: str | None) -> str:
    """Why there is no figure."""
    return (alasan or "belum ada").removeprefix(f"{TIDAK_DAPAT}: ")


def belum_lapor(belum: Iterable[tuple[str, int]]) -> str:
    """`IRB3 (Feb, Mar), SEK (Mar)`."""
    per_unit: dict[str, list[str]] = {}
    for unit, b in belum:
        per_unit.setdefault(unit, []).append(BULAN_SINGKAT[b - 1])
    return ", ".join(f"{u} ({', '.join(b)})" for u, b in per_unit.items())


def _bagian(x: Langkah, b: Bagian) -> str:
    return b.rumus or _nilai_bulan(x.angka, b.bulan)


def _nilai_bulan(angka: str, bulan: Sequence[int]) -> str:
    """Which cell a single value is: `nilai Maret`, `target tahun`."""
    apa = "target" if angka.startswith("target") else "nilai"
    return f"{apa} {', '.join(NAMA_BULAN[b - 1] for b in bulan)}" if bulan else f"{apa} tahun, kolom Tahun"
