"""For which period a step is done: a step of the year once a year, one of the month every month."""

from __future__ import annotations

from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.sop.model import Langkah

_JENIS = {
    "mingguan": JenisPeriode.BULAN,
    "bulanan": JenisPeriode.BULAN,
    "triwulanan": JenisPeriode.TRIWULAN,
    "semesteran": JenisPeriode.SEMESTER,
    "tahunan": JenisPeriode.TAHUN,
}


def langkah_jenis(langkah: Langkah) -> JenisPeriode:
    """The kind of period for which this step is done."""
    return _JENIS[langkah.kala]


def periode_langkah(kala: str, periode: Periode) -> Periode:
    """The period for which a step of this kala is done, seen from `periode`: the one that holds its last month."""
    jenis = _JENIS[kala]
    return Periode(periode.tahun, jenis, (periode.bulan_akhir + jenis - 1) // jenis)
