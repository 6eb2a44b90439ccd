"""The section Perbaikan Data: what an earlier report printed and what holds now, with the reason."""

from __future__ import annotations

from typing import Any

from kinerja.aggregate.perbaikan import ButirPerbaikan, KinerjaBerubah, PerbaikanData
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master
from kinerja.render.views.cetak import TANPA_NILAI, persen, rupiah, sebut

TANPA_ALASAN = "belum ada alasan"


def perbaikan_data(master: Master, data: PerbaikanData | None, desimal: int) -> dict[str, Any]:
    """`ada` is False when no earlier report of the year was built; `baris` may be empty: nothing changed."""
    if data is None:
        return {"ada": False, "laporan": "", "dibuat": "", "baris": []}
    return {
        "ada": True,
        "laporan": sebut(data.laporan),
        "dibuat": format_tanggal(data.dibuat),
        "baris": [
            {
                "no": str(n),
                "periode": b.periode.nama,
                "unit": master.unit_by_kode(b.unit).nama,
                **_angka(master, b, desimal),
                "kiriman": _kiriman(b),
            }
            for n, b in enumerate(data.butir, 1)
        ],
    }


def _angka(master: Master, b: ButirPerbaikan, desimal: int) -> dict[str, str]:
    """What changed, from and to; capaian of the unit in that period where there is one."""
    x = b.angka
    if x is None:
        masuk = b.revisi is not None
        return {
            "indikator": "Seluruh isian formulir",
            "semula": "belum masuk" if masuk else "dipakai",
            "menjadi": "sudah masuk" if masuk else "tidak dipakai",
            "capaian_semula": TANPA_NILAI,
            "capaian_menjadi": TANPA_NILAI,
            "alasan": "Formulir baru sah sesudah laporan itu dibuat."
            if masuk
            else "Kiriman yang dipakai laporan itu tidak lagi sah dan belum ada penggantinya.",
        }
    if isinstance(x, KinerjaBerubah):
        i = master.indikator_by_kode(x.indikator)
        return {
            "indikator": i.nama,
            "semula": _nilai(x.lama, i),
            "menjadi": _nilai(x.baru, i),
            "capaian_semula": persen(x.capaian_lama, desimal),
            "capaian_menjadi": persen(x.capaian_baru, desimal),
            "alasan": b.alasan or TANPA_ALASAN,
        }
    return {
        "indikator": f"Realisasi anggaran {x.mata} {_uraian(master, b, x.mata)} (Rp)".replace("  ", " "),
        "semula": rupiah(x.lama),
        "menjadi": rupiah(x.baru),
        "capaian_semula": TANPA_NILAI,
        "capaian_menjadi": TANPA_NILAI,
        "alasan": b.alasan or TANPA_ALASAN,
    }


def _kiriman(b: ButirPerbaikan) -> str:
    return TANPA_NILAI if b.diterima is None else f"Revisi {b.revisi}, {format_tanggal(b.diterima)}"


def _nilai(fakta: Fakta | None, i: Indikator) -> str:
    return TANPA_NILAI if fakta is None else fakta.tercetak(i.desimal)


def _uraian(master: Master, b: ButirPerbaikan, kode: str) -> str:
    return next((a.uraian for a in master.anggaran_of(b.unit, b.periode.akhir) if a.kode == kode), "")
