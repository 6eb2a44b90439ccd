"""Corrective actions of the monitoring papers: where each of them stands, for the next paper and for the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kinerja.domain.pemantauan import IsiPantau, Tindakan
from kinerja.domain.periode import Periode

Kertas = tuple[str, IsiPantau]  # month of a current paper, what it says


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirTindakan:
    """An action of one unit. `selesai`: the month in whose paper it was finished; None while it is open."""

    unit: str
    tindakan: Tindakan
    selesai: Periode | None


def tindakan_terkini(kertas: Iterable[Kertas]) -> dict[tuple[str, str, int], tuple[str, Tindakan]]:
    """Every action of one unit as its latest paper has it: (month of that paper, action), by the action's identity."""
    return {t.kunci: (periode, t) for periode, isi in sorted(kertas, key=lambda x: x[0]) for t in isi.tindakan}


def tindakan_terbuka(kertas: Iterable[Kertas], sebelum: Periode) -> tuple[Tindakan, ...]:
    """What papers of the months before `sebelum` left open, the oldest first."""
    semua = tindakan_terkini((p, isi) for p, isi in kertas if p < sebelum.id)
    return tuple(sorted((t for _, t in semua.values() if t.terbuka), key=lambda t: (t.periode, t.minggu, t.indikator)))


def tindakan_bulan(unit: str, kertas: Iterable[Kertas], periode: Periode) -> tuple[ButirTindakan, ...]:
    """What the report of a month tells: actions written in it, finished in it, or still open at its end."""
    hasil: list[ButirTindakan] = []
    for asal, t in tindakan_terkini((p, isi) for p, isi in kertas if p <= periode.id).values():
        if periode.id in (t.periode, asal) or t.terbuka:
            hasil.append(ButirTindakan(unit=unit, tindakan=t, selesai=None if t.terbuka else Periode.parse(asal)))
    return tuple(sorted(hasil, key=lambda b: (b.tindakan.periode, b.tindakan.minggu, b.tindakan.indikator)))
