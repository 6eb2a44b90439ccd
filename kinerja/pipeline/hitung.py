"""From the register to figures: the one place that feeds `aggregate`."""

from __future__ import annotations

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.periode import Periode
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi


def hitung(sesi: Sesi, isi: Isi, periode: Periode) -> HasilPeriode:
    """Figures of a period from the accepted submissions of its year, each month against the targets then in force."""
    isi = isi_berlaku(sesi, isi)
    reg, tahun = sesi.reg, periode.tahun
    return hitung_periode(
        isi.master,
        isi.pengaturan,
        periode,
        reg.fakta(tahun, periode.bulan_akhir),
        reg.anggaran(tahun, periode.bulan_akhir),
        uraian=reg.uraian(tahun, periode.bulan_akhir),
        # Here only where an office goes on in last year's folder; `kinerja init --dari` fills Riwayat instead.
        fakta_tahun_lalu=reg.fakta(tahun - 1),
    )
