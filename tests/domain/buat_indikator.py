"""A short way to make an indicator for tests of the arithmetic."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.sources import CellRef

_DASAR = Indikator(
    kode="IKU-01", sasaran="S1", nama="Indikator contoh", satuan="%", kelas=None, tipe=TipeNilai.ANGKA,
    polaritas=Polaritas.MAKSIMAL, rumus_minimal=None, konsolidasi_periode=KonsolidasiPeriode.JUMLAH,
    konsolidasi_unit=None, frekuensi=Frekuensi.BULANAN, pengali=Fraction(100), desimal=2, batas_bawah=None,
    batas_atas=None, bobot=None, wajib_bukti=False, definisi=None, sumber_data=None, target_renstra=None,
    tahun_renstra=None, standar_nasional=None, sumber=CellRef("induk.xlsx", "Indikator", "A2"),
)  # fmt: skip

_JENIS: dict[str, Any] = {
    "tipe": TipeNilai,
    "polaritas": Polaritas,
    "rumus_minimal": RumusMinimal,
    "konsolidasi_periode": KonsolidasiPeriode,
    "konsolidasi_unit": KonsolidasiUnit,
    "frekuensi": Frekuensi,
}


def buat_indikator(**medan: Any) -> Indikator:
    """The base indicator with these fields; words of the master workbook are accepted for its choices."""
    return replace(_DASAR, **{k: _JENIS[k](v) if k in _JENIS and v is not None else v for k, v in medan.items()})


def p(teks: str | int) -> Fraction:
    """A number for a test, written with a decimal point."""
    return Fraction(teks)
