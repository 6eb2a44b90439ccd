"""Asking for data: the nota dinas with the list of what each unit must send, and the plan of the collection."""

from __future__ import annotations

from typing import Any

from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master, Unit
from kinerja.render.model import BahanSurat
from kinerja.render.views.cetak import TANPA_NILAI, hari, hari_batas, sebut
from kinerja.render.views.kop import (
    bernomor,
    jabatan_unit,
    ketua_tim,
    kop,
    nomor,
    penanda_tangan,
    pimpinan,
    tanda_tangan,
    tembusan,
)
from kinerja.render.views.surat_edaran import JENIS_DATA, SEBARIS, daftar_unit


def nota_permintaan_data(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `nota_permintaan_data`."""
    m, periode = bahan.master, bahan.periode
    unit = m.unit_pelapor
    kepala = pimpinan(m, bahan.tanggal)
    ttd = penanda_tangan(m, bahan.tanggal, bahan.atas_nama)
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "periode": sebut(periode),
        "periode_kapital": periode.nama.upper(),
        "kepada": "Para pimpinan unit kerja (daftar terlampir)"
        if len(unit) > SEBARIS
        else "\n".join(bernomor([jabatan_unit(u) for u in unit])),
        "dari": kepala.jabatan.rstrip(" ,") if kepala is not None else f"Pimpinan {m.instansi.nama}",
        "tanggal": format_tanggal(bahan.tanggal),
        "nomor": nomor(m, bahan.pengaturan, bahan.tanggal.year, None),
        "sifat": "Segera",
        "lampiran": "Daftar jenis data dan formulir isian",
        "hal": f"Permintaan data kinerja {sebut(periode)}",
        "jenis_data": list(JENIS_DATA),
        "batas": hari_batas(bahan.tenggat, m),
        "unit": [
            {
                "nama": u.nama,
                "pimpinan": u.nama_pimpinan or TANPA_NILAI,
                "judul": f"{u.nama} (pimpinan: {u.nama_pimpinan})" if u.nama_pimpinan else u.nama,
                "data": _data(m, u, bahan),
            }
            for u in unit
        ],
        "ttd": ttd,
        "tembusan": tembusan(m, "Nota Dinas"),
    }


def _data(m: Master, u: Unit, bahan: BahanSurat) -> list[dict[str, str]]:
    """What this unit must send: its indicators due in the period, then its budget lines."""
    butir = [
        (i.nama, _diminta(i), i.sumber_data or TANPA_NILAI, "wajib" if i.wajib_bukti else TANPA_NILAI)
        for i in m.indikator_of(u.kode)
        if i.diukur(bahan.periode.bulan)
    ]
    butir += [
        (f"Realisasi anggaran {a.kode} {a.uraian}", "angka (rupiah)", TANPA_NILAI, TANPA_NILAI)
        for a in m.anggaran_of(u.kode, bahan.periode.akhir)
    ]
    return [
        {"no": str(n), "uraian": uraian, "diminta": diminta, "sumber": sumber, "bukti": bukti}
        for n, (uraian, diminta, sumber, bukti) in enumerate(butir, 1)
    ]


def _diminta(i: Indikator) -> str:
    match i.tipe:
        case TipeNilai.RASIO:
            return "pembilang dan penyebut"
        case TipeNilai.PREDIKAT:
            return f"predikat menurut skala {i.satuan}"
        case TipeNilai.YA_TIDAK:
            return "ya atau tidak"
        case _:
            return f"angka ({i.satuan})"


def rencana_pengumpulan(bahan: BahanSurat) -> dict[str, Any]:
    """The context of `rencana_pengumpulan`: the steps of the SOP with their dates, and who sends what."""
    m, periode = bahan.master, bahan.periode
    return {
        "instansi": kop(m.instansi, bahan.logo),
        "periode": sebut(periode),
        "periode_kapital": periode.nama.upper(),
        "batas": hari_batas(bahan.tenggat, m),
        "kegiatan": [
            {
                "no": str(n),
                "langkah": k.langkah or TANPA_NILAI,
                "uraian": k.uraian,
                "pelaksana": ", ".join(k.pelaksana),
                "waktu": k.waktu or TANPA_NILAI,
                "batas": hari(k.batas) if k.batas is not None else TANPA_NILAI,
                "keluaran": "; ".join(k.keluaran) or TANPA_NILAI,
            }
            for n, k in enumerate(bahan.kegiatan, 1)
        ],
        "unit": daftar_unit(m, periode),
        "ttd": tanda_tangan(m, bahan.tanggal, ketua_tim(m, bahan.tanggal)),
    }
