"""Ya/Tidak has an order too: up to now the best answer counts, as the form's own formula says."""

from __future__ import annotations

from dunia_kecil import K, temuan_of
from kasus_isian import indikator

from kinerja.domain.indikator import KonsolidasiPeriode


def test_jawaban_terbaik_sampai_periode_ini_bukan_kesalahan() -> None:
    f = indikator("YAT", konsolidasi_periode=KonsolidasiPeriode.MAKSIMUM).jelaskan("YAT")
    f.isi("YAT", K.REALISASI, "Tidak")  # after Ya in January and February

    f.isi("YAT", K.REALISASI_SD, "Ya")
    assert ("BTK036", f.sel("YAT", K.REALISASI_SD)) in temuan_of(f.nilai())
    f.isi("YAT", K.REALISASI_SD, "Tidak")
    assert ("HTG002", f.sel("YAT", K.REALISASI_SD)) in temuan_of(f.nilai())
