"""The section on weekly monitoring: corrective actions of the month, whose they are, until when, how they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kinerja.aggregate.pemantauan import ButirTindakan
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.model import Master
from kinerja.render.views.cetak import TANPA_NILAI


def tindakan_pemantauan(master: Master, butir: Sequence[ButirTindakan] | None, periode: Periode) -> dict[str, Any]:
    """`ada` is False when no monitoring paper of the month came; `baris` may be empty: nothing had to be done."""
    if butir is None:
        return {"ada": False, "ringkasan": "", "baris": []}
    kode = {i.kode for i in master.indikator}
    return {
        "ada": True,
        "ringkasan": _ringkasan(butir, periode),
        "baris": [
            {
                "no": str(n),
                "unit": master.unit_by_kode(b.unit).nama,
                "indikator": master.indikator_by_kode(b.tindakan.indikator).nama
                if b.tindakan.indikator in kode
                else b.tindakan.indikator,
                "minggu": _minggu(b, periode),
                "tindakan": b.tindakan.uraian,
                "penanggung_jawab": b.tindakan.penanggung_jawab or TANPA_NILAI,
                "batas": format_tanggal(b.tindakan.batas) if b.tindakan.batas is not None else TANPA_NILAI,
                "status": _status(b, periode),
            }
            for n, b in enumerate(butir, 1)
        ],
    }


def _ringkasan(butir: Sequence[ButirTindakan], periode: Periode) -> str:
    terbuka = sum(b.tindakan.terbuka for b in butir)
    lalu = sum(b.tindakan.periode != periode.id for b in butir)
    bawaan = f" ({lalu} dari bulan sebelumnya)" if lalu else ""
    return f"{len(butir)} tindakan perbaikan{bawaan}: {len(butir) - terbuka} selesai dan {terbuka} masih terbuka"


def _minggu(b: ButirTindakan, periode: Periode) -> str:
    """When it was written; the month too, when it was another."""
    minggu = f"Minggu {b.tindakan.minggu}"
    return minggu if b.tindakan.periode == periode.id else f"{minggu}, {Periode.parse(b.tindakan.periode).nama}"


def _status(b: ButirTindakan, periode: Periode) -> str:
    if b.selesai is None or b.tindakan.selesai is None:
        return b.tindakan.status.value
    kapan = f"minggu {b.tindakan.selesai}"
    return f"Selesai ({kapan})" if b.selesai == periode else f"Selesai ({kapan}, {b.selesai.nama})"
