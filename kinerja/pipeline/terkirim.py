"""Final reports that went out: each delivery as the event log has it, and how letters name a final."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kinerja.domain.periode import Periode
from kinerja.pipeline.final import Final
from kinerja.pipeline.sesi import Sesi
from kinerja.register.peristiwa import PENGIRIMAN_DISIAPKAN, PENGIRIMAN_TERBUKTI
from kinerja.render.model import LaporanTerkirim


@dataclass(frozen=True, slots=True, kw_only=True)
class Pengiriman:
    """That version `versi` of a final was received, as its receipt proves."""

    versi: int
    tanggal: date
    oleh: str
    bukti: dict[str, Any]  # nama, sha256, ukuran
    waktu: datetime


def pengiriman(sesi: Sesi, periode: Periode) -> tuple[Pengiriman, ...]:
    """Every receipt of this period's report, in order."""
    semua = ((p.waktu, json.loads(p.rincian)) for p in sesi.reg.peristiwa(periode.id, PENGIRIMAN_TERBUKTI))
    return tuple(
        Pengiriman(
            versi=r["versi"], tanggal=date.fromisoformat(r["tanggal"]), oleh=r["oleh"], bukti=r["bukti"], waktu=waktu
        )
        for waktu, r in semua
    )


def disiapkan(sesi: Sesi, final: Final) -> dict[str, Any] | None:
    """What the package of this version held when it was last made; None when it never was."""
    semua = (json.loads(p.rincian) for p in sesi.reg.peristiwa(final.periode.id, PENGIRIMAN_DISIAPKAN))
    return next((r for r in reversed(list(semua)) if r["versi"] == final.versi), None)


def pindaian(sesi: Sesi, final: Final) -> tuple[tuple[str, str], ...]:
    """The scans that are kept of this version, its signed report and its receipts: (what it is, sha256)."""
    ttd = (disiapkan(sesi, final) or {}).get("ttd")
    terima = [p.bukti for p in pengiriman(sesi, final.periode) if p.versi == final.versi]
    return (
        *((f"laporan bertanda tangan {x['nama']}", x["sha256"]) for x in (ttd,) if x is not None),
        *((f"tanda terima {x['nama']}", x["sha256"]) for x in terima),
    )


def laporan_terkirim(final: Final | None, berkas: tuple[tuple[str, str], ...] = ()) -> LaporanTerkirim | None:
    """The final as letters name it; None without one."""
    if final is None:
        return None
    return LaporanTerkirim(nomor=final.nomor, versi=final.versi, tanggal=final.tanggal, berkas=berkas)
