"""Words by which a correction is told to people, the same in every list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import datetime

from kinerja.domain.tanggal import format_tanggal
from kinerja.koreksi.model import Koreksi, StatusKoreksi

_MAKS_TEKS = 1200  # of one cell: what the highest row shows; all of it stands in the file that was read


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


def cukup(teks: str) -> str:
    """Cut to what a cell of a list shows."""
    return teks if len(teks) <= _MAKS_TEKS else f"{teks[:_MAKS_TEKS]} … (dipotong)"


def keterangan(k: Koreksi) -> str:
    """What else is to be said of it."""
    selesai = "ditandai selesai di Word" if k.selesai else ""
    return "; ".join(x for x in (k.keterangan, selesai) if x)


def rangkuman(status: Collection[StatusKoreksi]) -> str:
    """One sentence: how many corrections there are, and how they stand."""
    if not status:
        return "Tidak ada koreksi atau masukan."
    hitung = Counter(status)
    return f"{len(status)} butir: {', '.join(f'{hitung[s]} {s.value}' for s in StatusKoreksi if hitung[s])}."
