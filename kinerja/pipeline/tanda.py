"""Marks of steps between the event log and the SOP: each is an event, and so is taking one back; none is deleted."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from kinerja.deliver.arsip import path_arsip
from kinerja.pipeline.sesi import Sesi
from kinerja.register.peristiwa import LANGKAH_DITOLAK, LANGKAH_SELESAI, TANDA_DICABUT
from kinerja.sop.tanda import Tanda


def tanda_tercatat(sesi: Sesi) -> tuple[Tanda, ...]:
    """Every mark that still stands, in order."""
    dicabut = {json.loads(p.rincian)["peristiwa"] for p in sesi.reg.peristiwa(jenis=TANDA_DICABUT)}
    semua = (p for jenis in (LANGKAH_SELESAI, LANGKAH_DITOLAK) for p in sesi.reg.peristiwa(jenis=jenis))
    hasil = [
        _tanda(sesi, p.id, p.periode, json.loads(p.rincian), ditolak=p.jenis == LANGKAH_DITOLAK)
        for p in semua
        if p.periode is not None and p.id not in dicabut
    ]
    return tuple(sorted(hasil, key=lambda t: t.urut))


def _tanda(sesi: Sesi, urut: int, periode: str, isi: dict[str, Any], *, ditolak: bool) -> Tanda:
    return Tanda(
        urut=urut,
        langkah=isi["langkah"],
        periode=periode,
        ditolak=ditolak,
        oleh=isi["oleh"],
        tanggal=date.fromisoformat(isi["tanggal"]),
        keterangan=isi.get("alasan") or isi.get("catatan") or "",
        bukti=_bukti(sesi, isi["bukti"]) if isi.get("bukti") else None,
    )


def _bukti(sesi: Sesi, bukti: dict[str, Any]) -> str:
    """The name of the evidence as it was given, and where its bytes are kept."""
    path = path_arsip(bukti["sha256"])
    hilang = "" if (sesi.ws.akar / path).is_file() else ", hilang dari arsip"
    return f"{bukti['nama']} ({path}{hilang})"
