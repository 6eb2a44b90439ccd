"""Words by which a correction is told to people, the same in every list."""

from __future__ import annotations

from datetime import datetime

from kinerja.domain.tanggal import format_tanggal
from kinerja.koreksi.model import Koreksi


def sebut_waktu(waktu: str | None) -> str:
    """`9 Februari 2026 10.20`; empty when unknown."""
    if waktu is None:
        return ""
    try:
        saat = datetime.fromisoformat(waktu)
    except ValueError:
        return waktu  # a day that no calendar has, as the file tells it
    return f"{format_tanggal(saat.date())} {saat:%H.%M}" if "T" in waktu else format_tanggal(saat.date())


def oleh_waktu(k: Koreksi) -> str:
    """Who and when; the word processor tells neither of an edit that was not tracked."""
    return "\n".join(x for x in (k.penulis, sebut_waktu(k.waktu)) if x) or "tidak tercatat"


def uraian(k: Koreksi) -> str:
    """What is proposed or said, with the replies below it."""
    balasan = (f"↳ {b.penulis or 'tanpa nama'}, {sebut_waktu(b.waktu) or 'tanpa waktu'}: {b.teks}" for b in k.balasan)
    return "\n".join((k.teks, *balasan))
