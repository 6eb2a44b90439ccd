"""Sending the report away and receiving letters: surat pengantar, bukti pengiriman, tanda terima, disposisi."""

from __future__ import annotations

import textwrap
from typing import Any

from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master
from kinerja.render.model import BahanSurat, LaporanTerkirim
from kinerja.render.views import sementara
from kinerja.render.views.cetak import TANPA_NILAI, sebut
from kinerja.render.views.kop import TITIK, jabatan_unit, kop, nomor, penanda_tangan, pimpinan
from kinerja.render.views.surat_edaran import SEBARIS

_ARAHAN = ("Ditindaklanjuti", "Dikoordinasikan", "Tanggapan dan saran", "Diteliti dan dilaporkan", "Diketahui", "Arsip")
_SIFAT = ("Biasa", "Segera", "Sangat segera", "Rahasia")
_KOSONG = 3  # rows for further addressees
_BARIS_DITERUSKAN = 6


def surat_pengantar(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `surat_pengantar`, with the part that the receiver signs and returns."""
    m = bahan.master
    ttd = penanda_tangan(m, bahan.tanggal, bahan.atas_nama)
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "nomor": nomor(m, bahan.pengaturan, bahan.tanggal.year, None),
        "tempat_tanggal": ttd["tempat_tanggal"],
        "yth": m.instansi.tujuan_laporan or TITIK,
        "melalui": m.instansi.melalui or "",
        "kiriman": [
            {
                "no": "1.",
                "jenis": f"Laporan Kinerja {m.instansi.nama} {m.instansi.pemda} {bahan.periode.nama}{_tanda(bahan)}"
                f"{_nomor(bahan)}",
                "banyak": "1 (satu) berkas",
                "keterangan": " ".join(
                    ["Disampaikan dengan hormat untuk menjadi bahan dan pertimbangan lebih lanjut.", *_sementara(bahan)]
                ),
            }
        ],
        "titik": TITIK[:8],
        "ttd": ttd,
    }


def _tanda(bahan: BahanSurat) -> str:
    return f" ({sementara.TANDA})" if bahan.sementara else ""


def _nomor(bahan: BahanSurat) -> str:
    return f", {sebut_laporan(bahan.laporan)}" if bahan.laporan is not None else ""


def _sementara(bahan: BahanSurat) -> list[str]:
    return [sementara.kalimat(bahan.sementara)] if bahan.sementara else []


def bukti_pengiriman(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `bukti_pengiriman`: one row per addressee, signed by each on receipt."""
    m = bahan.master
    tujuan = [x for x in (m.instansi.tujuan_laporan, m.instansi.melalui) if x]
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "periode_kapital": bahan.periode.nama.upper(),
        "dokumen": f"Laporan Kinerja {m.instansi.nama} {bahan.periode.nama}{_tanda(bahan)}{_nomor(bahan)}",
        "penerima": [{"no": str(n), "nama": x} for n, x in enumerate([*tujuan, *[""] * _KOSONG], 1)],
        "ttd": penanda_tangan(m, bahan.tanggal, bahan.atas_nama),
    }


def tanda_terima_laporan(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `tanda_terima_laporan`: what was handed over, told by its hashes; two signatures to be filled."""
    m, laporan = bahan.master, bahan.laporan
    nama = f"Laporan Kinerja {m.instansi.nama} {bahan.periode.nama}{_tanda(bahan)}{_nomor(bahan)}"
    kosong = {"jabatan": TITIK, "nama": TITIK, "pangkat": "", "nip": TITIK}
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "periode_kapital": bahan.periode.nama.upper(),
        "dokumen": [
            {
                "no": "1.",
                "nama": nama,
                "jumlah": "1 (satu) berkas",
            }
        ],
        "berkas": [
            {"nama": n, "sidik": " ".join(textwrap.wrap(sidik, 8))}
            for n, sidik in (laporan.berkas if laporan is not None else ())
        ],
        "yth": m.instansi.tujuan_laporan or TITIK,
        "titik": TITIK[:6],
        "tempat": m.instansi.tempat,
        "pengirim": kosong,
        "penerima": kosong,
    }


def sebut_laporan(laporan: LaporanTerkirim) -> str:
    """`nomor 700/12/2026 tanggal 12 Februari 2026 (versi 2)`."""
    versi = f" (versi {laporan.versi})" if laporan.versi > 1 else ""
    return f"nomor {laporan.nomor} tanggal {format_tanggal(laporan.tanggal)}{versi}"


def _diteruskan(master: Master) -> list[str]:
    """Whom the head may pass a letter on to: all units, of many the highest ones only, of too many blanks to fill."""
    for unit in (master.unit, [u for u in master.unit if u.induk is None]):
        if len(unit) <= SEBARIS:
            return [jabatan_unit(u) for u in unit]
    return [TITIK] * _BARIS_DITERUSKAN


def lembar_disposisi(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `lembar_disposisi` for the letter that orders the report; its number and dates are blanks."""
    m = bahan.master
    kepala = pimpinan(m, bahan.tanggal)
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "hal": f"Penyusunan Laporan Kinerja {sebut(bahan.periode)}",
        "titik": TITIK[:8],
        "sifat": list(_SIFAT),
        "diteruskan": _diteruskan(m),
        "arahan": list(_ARAHAN),
        "dari": kepala.jabatan.rstrip(" ,") if kepala is not None else TANPA_NILAI,
        "ttd": penanda_tangan(m, bahan.tanggal),
    }
