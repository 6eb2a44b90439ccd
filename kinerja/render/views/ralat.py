"""A correction of a report that was delivered: its surat pengantar, with every figure that is another one now."""

from __future__ import annotations

from typing import Any

from kinerja.domain.tanggal import format_tanggal
from kinerja.render.model import BahanSurat
from kinerja.render.views import sementara
from kinerja.render.views.cetak import bilang
from kinerja.render.views.kop import TITIK, kop, nomor, penanda_tangan
from kinerja.render.views.pengiriman import sebut_laporan


def surat_ralat(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `surat_ralat`. `bahan.ralat` and `bahan.laporan` (the report as corrected) are there."""
    m, ralat, laporan = bahan.master, bahan.ralat, bahan.laporan
    if ralat is None or laporan is None:
        raise ValueError("surat ralat tanpa ralat")
    ttd = penanda_tangan(m, bahan.tanggal, bahan.atas_nama)
    nama = f"Laporan Kinerja {m.instansi.nama} {bahan.periode.nama}"
    pembuka = (
        f"Menyusul {nama} {sebut_laporan(ralat.lama)}, yang telah kami sampaikan pada {format_tanggal(ralat.dikirim)}, "
        f"dengan hormat kami sampaikan ralat ke-{ralat.ke} atas laporan tersebut."
    )
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "nomor": nomor(m, bahan.pengaturan, bahan.tanggal.year, None),
        "sifat": "Penting",
        "lampiran": "1 (satu) berkas dan daftar perubahan",
        "hal": f"Ralat ke-{ralat.ke} atas Laporan Kinerja {bahan.periode.nama}",
        "tempat_tanggal": ttd["tempat_tanggal"],
        "tanggal": format_tanggal(bahan.tanggal),
        "yth": m.instansi.tujuan_laporan or TITIK,
        "melalui": m.instansi.melalui or "",
        "isi": [
            pembuka,
            f"Sebab ralat: {ralat.alasan.rstrip(' .')}.",
            _jumlah(len(ralat.butir))
            + f" Laporan {sebut_laporan(laporan)} terlampir menggantikan laporan yang diralat.",
            *([sementara.kalimat(bahan.sementara)] if bahan.sementara else []),
            "Demikian disampaikan, atas perhatian Bapak/Ibu diucapkan terima kasih.",
        ],
        "judul_daftar": f"DAFTAR PERUBAHAN ANGKA LAPORAN KINERJA {bahan.periode.nama.upper()}",
        "perubahan": [
            {
                "no": str(n),
                "indikator": b.indikator,
                "tempat": b.tempat,
                "angka": b.angka,
                "semula": b.semula,
                "menjadi": b.menjadi,
            }
            for n, b in enumerate(ralat.butir, 1)
        ],
        "ttd": ttd,
    }


def _jumlah(banyak: int) -> str:
    if not banyak:
        return "Tidak ada angka yang berubah; yang diperbaiki hanya uraiannya."
    return f"Angka yang berubah ada {bilang(banyak)} buah dan tercantum pada daftar terlampir."
