"""Corrective actions of a month's weekly monitoring, for reports of the tests: own, carried over, finished, open."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja.aggregate.pemantauan import ButirTindakan
from kinerja.domain.pemantauan import StatusTindakan, Tindakan
from kinerja.domain.periode import Periode


def _butir(unit: str, indikator: str, rampung: str | None, **lain: Any) -> ButirTindakan:
    dasar: dict[str, Any] = {
        "indikator": indikator, "periode": "2026-03", "minggu": 2, "uraian": "Menambah satu auditor & membagi ulang",
        "penanggung_jawab": "Inspektur Pembantu I", "batas": date(2026, 3, 20), "status": StatusTindakan.BERJALAN,
        "selesai": None, "lembar": "Minggu 2", "sel": "Q8",
    }  # fmt: skip
    periode = Periode.parse(rampung) if rampung is not None else None
    return ButirTindakan(unit=unit, tindakan=Tindakan(**{**dasar, **lain}), selesai=periode)


def pemantauan(id_periode: str) -> tuple[ButirTindakan, ...] | None:
    """What the report of this month prints; only March was monitored."""
    if id_periode != "2026-03":
        return None
    return (
        _butir("IRB1", "IKU-02", "2026-03", periode="2026-02", minggu=4, status=StatusTindakan.SELESAI, selesai=1),
        _butir("IRB1", "IKU-01", None),
        _butir("IRB2", "IKU-01", None, minggu=5, penanggung_jawab="", batas=None, status=StatusTindakan.BELUM),
    )
