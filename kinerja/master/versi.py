"""The version of a master: a hash over what forms depend on, so that a new typeface or a new NIP changes nothing."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Any

from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Predikat
from kinerja.master.model import Instansi, MataAnggaran, Sasaran, Target, Unit

_PANJANG = 12
_BUKAN_ISI = {"sumber", "belum_berlaku", "sumber_bulan"}  # where a row stands, and since when, is not what it says


def master_version(
    *, instansi: Instansi, unit: tuple[Unit, ...], sasaran: tuple[Sasaran, ...], indikator: tuple[Indikator, ...],
    target: tuple[Target, ...], anggaran: tuple[MataAnggaran, ...], skala: Mapping[str, tuple[Predikat, ...]],
) -> str:  # fmt: skip
    """12 hex digits. Order of rows counts (it is the order of the form); people, dates and prose do not."""
    isi = {
        "instansi": [instansi.pemda, instansi.nama, instansi.tahun],
        "unit": [[u.kode, u.nama] for u in unit],
        "sasaran": _plain(sasaran),
        "indikator": _plain(indikator),
        "target": _plain(target),
        "anggaran": _plain(anggaran),
        "skala": _plain(skala),
    }
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()[:_PANJANG]


def _plain(nilai: Any) -> Any:
    """A value as JSON: dataclasses by field name, fractions and dates as text."""
    if isinstance(nilai, Fraction | date):
        return str(nilai)
    if isinstance(nilai, Enum):
        return nilai.value
    if nilai is None or isinstance(nilai, str | int):
        return nilai
    if isinstance(nilai, Mapping):
        return {str(k): _plain(v) for k, v in nilai.items()}
    if isinstance(nilai, tuple):
        return [_plain(v) for v in nilai]
    return {nama: _plain(getattr(nilai, nama)) for nama in _medan(nilai.__class__)}


@lru_cache
def _medan(jenis: type[Any]) -> tuple[str, ...]:
    return tuple(f.name for f in fields(jenis) if f.name not in _BUKAN_ISI)
