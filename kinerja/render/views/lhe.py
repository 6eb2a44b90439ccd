"""What became of last year's evaluation: the matrix of follow-ups, as a letter's annex and in the year's report."""

from __future__ import annotations

from collections import Counter
from typing import Any

from kinerja.master.model import Master
from kinerja.render.model import BahanSurat
from kinerja.render.views.cetak import TANPA_NILAI, daftar_kata
from kinerja.render.views.kop import kop, penanda_tangan


def tindak_lanjut_lhe(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `tindak_lanjut_lhe`: every recommendation of the years before, and where each stands."""
    m, tahun = bahan.master, bahan.periode.tahun
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "tahun": str(tahun),
        "ringkasan": ringkasan_lhe(m, tahun),
        "lhe": baris_lhe(m, tahun),
        "ttd": penanda_tangan(m, bahan.tanggal, bahan.atas_nama),
    }


def baris_lhe(master: Master, tahun: int) -> list[dict[str, str]]:
    """The rows of sheet LHE about the years before `tahun`."""
    return [
        {
            "no": str(n),
            "tahun": str(x.tahun),
            "rekomendasi": x.rekomendasi,
            "tindak_lanjut": x.tindak_lanjut or "belum ditindaklanjuti",
            "status": x.status or TANPA_NILAI,
            "batas_waktu": x.batas_waktu or TANPA_NILAI,
        }
        for n, x in enumerate((x for x in master.lhe if x.tahun < tahun), 1)
    ]


def ringkasan_lhe(master: Master, tahun: int) -> str:
    """How many recommendations stand where, in the office's own words for it; empty when there are none."""
    status = Counter((x.status or "belum berstatus").strip().lower() for x in master.lhe if x.tahun < tahun)
    if not status:
        return ""
    rinci = daftar_kata([f"{jumlah} {nama}" for nama, jumlah in status.items()])
    return f"Dari {status.total()} rekomendasi, {rinci}."
