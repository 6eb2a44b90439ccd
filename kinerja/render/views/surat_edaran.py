"""The circular that asks the units for their data: who, what, by when, with which form."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal, nama_hari
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.views.cetak import banyak_hari, sebut
from kinerja.render.views.kop import KOSONG, jabatan_unit, kop, paraf, pimpinan, tanda_tangan, tembusan

SEBARIS = 10  # addressees in the head of a letter; more stand in its annex only
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
    kerja: bool = False,
    logo: bytes | None = None,
    konsep: bool = True,
    nomor_urut: str | None = None,
) -> dict[str, Any]:
    """The context of `surat_edaran`; forms are due on `tenggat`. `kerja`: days are working days."""
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
        "yth": [jabatan_unit(u) for u in unit],
        "yth_terlampir": len(unit) > SEBARIS,
        "batas": f"{nama_hari(tenggat)}, {format_tanggal(tenggat)}",
        "hari_perbaikan": str(pengaturan.hari_perbaikan),
        "waktu_perbaikan": banyak_hari(pengaturan.hari_perbaikan, kerja=kerja),
        "jenis_data": list(JENIS_DATA),
        "unit": daftar_unit(master, periode),
        "ttd": tanda_tangan(master, tanggal, pimpinan(master, tanggal)),
        "tembusan": tembusan(master, "Surat Edaran"),
        "paraf": paraf(master, tanggal) if konsep else [],
    }


def daftar_unit(master: Master, periode: Periode) -> list[dict[str, str]]:
    """The units that send data: head, how many indicators are due for this period, the form."""
    return [
        {
            "no": str(n),
            "nama": u.nama,
            "pimpinan": u.nama_pimpinan or "–",
            "indikator": str(sum(i.diukur(periode.bulan) for i in master.indikator_of(u.kode))),
            "formulir": f"formulir_{u.kode}_{periode.id}.xlsx",
        }
        for n, u in enumerate(master.unit_pelapor, 1)
    ]
