"""The circular that asks the units for their data: who, what, by when, with which form."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal, nama_hari
from kinerja.master.model import Master, Unit
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.views.cetak import sebut
from kinerja.render.views.kop import KOSONG, kop, paraf, pimpinan, tanda_tangan

JENIS_DATA = (
    "realisasi setiap indikator kinerja (untuk indikator rasio, pembilang dan penyebutnya);",
    "faktor pendorong dan faktor penghambat pencapaian target;",
    "tindak lanjut yang dilakukan dan status tindak lanjut periode sebelumnya;",
    "data pendukung yang membuktikan realisasi; dan",
    "realisasi anggaran setiap sub kegiatan yang menjadi tanggung jawab unit.",
)


def surat_edaran(
    master: Master,
    pengaturan: Pengaturan,
    periode: Periode,
    tanggal: date,
    *,
    tenggat: date,
    logo: bytes | None = None,
    konsep: bool = True,
    nomor_urut: str | None = None,
) -> dict[str, Any]:
    """The context of `surat_edaran`; forms are due on `tenggat`."""
    unit = master.unit_pelapor
    return {
        "konsep": konsep,
        "instansi": kop(master.instansi, logo),
        "nomor": nomor_urut or KOSONG,
        "periode": {
            "nama": periode.nama,
            "nama_kapital": periode.nama.upper(),
            "sebut": sebut(periode),
            "tahun": str(periode.tahun),
        },
        "yth": [_penerima(u) for u in unit],
        "batas": f"{nama_hari(tenggat)}, {format_tanggal(tenggat)}",
        "hari_perbaikan": str(pengaturan.hari_perbaikan),
        "jenis_data": list(JENIS_DATA),
        "unit": [
            {
                "no": str(n),
                "nama": u.nama,
                "pimpinan": u.nama_pimpinan or "–",
                "indikator": str(_jumlah_indikator(master, u, periode)),
                "formulir": f"formulir_{u.kode}_{periode.id}.xlsx",
            }
            for n, u in enumerate(unit, 1)
        ],
        "ttd": tanda_tangan(master, tanggal, pimpinan(master, tanggal)),
        "paraf": paraf(master, tanggal) if konsep else [],
    }


def _penerima(u: Unit) -> str:
    """The addressee: the head by his office, which may already name the unit."""
    return u.jabatan_pimpinan or f"Pimpinan {u.nama}"


def _jumlah_indikator(master: Master, u: Unit, periode: Periode) -> int:
    """How many indicators the unit must fill in for this period."""
    return sum(i.diukur(periode.bulan) for i in master.indikator_of(u.kode))
