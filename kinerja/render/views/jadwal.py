"""The schedule of a period as a document: who does what when, what is critical, what cannot be reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kinerja.domain.periode import BULAN_SINGKAT
from kinerja.master.model import Master
from kinerja.render.model import Gambar
from kinerja.render.views.cetak import TANPA_NILAI
from kinerja.render.views.kop import kop, penanda_tangan
from kinerja.sop.jadwal import Jadwal, Rencana, RencanaPeriode
from kinerja.sop.jadwal_teks import peringatan


def jadwal_sop(
    master: Master,
    r: RencanaPeriode,
    gambar: Mapping[str, Sequence[Gambar]],
    *,
    tanggal: date,
    logo: bytes | None = None,
) -> dict[str, Any]:
    """The context of `jadwal_sop`. `gambar`: the Gantt pictures by name of the SOP."""
    return {
        "instansi": kop(master.instansi, logo),
        "periode": r.periode.nama,
        "periode_kapital": r.periode.nama.upper(),
        "hitungan": "hari kerja" if r.kalender.kerja else "hari kalender",
        "peringatan": list(peringatan(r)),
        "sop": [_sop(x, gambar[x.sop]) for x in r.rencana],
        "pelaksana": [{"peran": p, "nama": "; ".join(nama) or TANPA_NILAI} for p, nama in r.peran()],
        "ttd": penanda_tangan(master, tanggal, None),
    }


def _sop(rencana: Rencana, gambar: Sequence[Gambar]) -> dict[str, Any]:
    return {
        "nama": rencana.sop,
        "langkah": [_langkah(j) for j in rencana.jadwal],
        "pendek": [_langkah(j) for j in rencana.sesudah],
        "gantt": list(gambar),
    }


def _langkah(j: Jadwal) -> dict[str, str]:
    x = j.langkah
    return {
        "no": x.no or x.id,
        "uraian": x.uraian,
        "pelaksana": "; ".join(x.pelaksana),
        "waktu": x.waktu or TANPA_NILAI,
        "mulai": _tanggal(j.mulai),
        "selesai": _tanggal(j.selesai),
        "paling_lambat": _tanggal(j.lambat_selesai),
        "tenggat": _tanggal(j.tenggat),
        "longgar": _longgar(j),
    }


def _longgar(j: Jadwal) -> str:
    if j.sepanjang:
        return "sepanjang periode"
    if j.longgar is None:
        return TANPA_NILAI
    teks = f"{j.longgar} hari" if j.longgar >= 0 else f"kurang {-j.longgar} hari"
    return f"{teks}; kritis" if j.kritis else teks


def _tanggal(tanggal: date | None) -> str:
    return TANPA_NILAI if tanggal is None else f"{tanggal.day} {BULAN_SINGKAT[tanggal.month - 1]} {tanggal.year}"
