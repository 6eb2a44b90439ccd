"""Pernyataan telah direviu of the year's report: for the reviewer to tick, date and sign; nothing is concluded here."""

from __future__ import annotations

from typing import Any

from kinerja.render.model import BahanSurat
from kinerja.render.views.kop import TITIK, kop, penanda_tangan
from kinerja.render.views.pengiriman import sebut_laporan


def pernyataan_reviu(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `pernyataan_reviu`. An Inspektorat's own head signs; for other offices the reviewer is a blank."""
    m = bahan.master
    ttd = penanda_tangan(m, bahan.tanggal, None)
    if not sendiri(m.instansi.nama):
        ttd = {
            "tempat_tanggal": ttd["tempat_tanggal"],
            "jabatan": "Inspektur",
            "nama": TITIK,
            "pangkat": "",
            "nip": TITIK,
        }
    laporan = f", {sebut_laporan(bahan.laporan)}" if bahan.laporan is not None else ""
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "tahun": str(bahan.periode.tahun),
        "laporan": f"Laporan Kinerja {m.instansi.nama} Tahun {bahan.periode.tahun}{laporan}",
        "penyusun": m.instansi.nama,
        "titik": TITIK,
        "ttd": ttd,
    }


def sendiri(instansi: str) -> bool:
    """True when the office is an Inspektorat, which reviews itself what it reports."""
    return instansi.casefold().startswith("inspektorat")
