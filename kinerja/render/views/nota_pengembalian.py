"""The note that goes back to a unit with its form: what to mend, cell by cell, by when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding, Tingkat
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.views.cetak import hari_batas, kalimat, sebut
from kinerja.render.views.kop import ketua_tim, kop, nomor, tanda_tangan

URUTAN = (Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN)


def nota_pengembalian(
    master: Master,
    pengaturan: Pengaturan,
    kode_unit: str,
    periode: Periode,
    temuan: Sequence[Finding],
    *,
    revisi: int,
    tanggal: date,
    tenggat: date,
    logo: bytes | None = None,
) -> dict[str, Any]:
    """The context of `nota_pengembalian`. Findings stand galat first, otherwise in the order given."""
    unit = master.unit_by_kode(kode_unit)
    urut = sorted(temuan, key=lambda t: URUTAN.index(t.tingkat))
    galat = sum(t.tingkat is Tingkat.GALAT for t in temuan)
    lain = len(temuan) - galat
    ketua = ketua_tim(master, tanggal)
    return {
        "instansi": kop(master.instansi, logo),
        "kepada": unit.jabatan_pimpinan or f"Pimpinan {unit.nama}",
        "dari": "Ketua Tim Pengukuran Kinerja",
        "tanggal": format_tanggal(tanggal),
        "nomor": nomor(master, pengaturan, tanggal.year, None),
        "sifat": "Segera",
        "lampiran": "1 (satu) salinan formulir beranotasi",
        "hal": f"Pengembalian data kinerja {unit.nama} {sebut(periode)}",
        "unit": unit.nama,
        "periode": sebut(periode),
        "revisi": str(revisi),
        "batas": hari_batas(tenggat, master),
        "ringkasan": _ringkasan(galat, lain),
        "temuan": [
            {
                "no": str(n),
                "letak": _letak(t),
                "indikator": t.indikator or "–",
                "pesan": kalimat(t.pesan),
                "saran": kalimat(t.saran),
                "tingkat": t.tingkat.value,
                "kode": t.kode,
            }
            for n, t in enumerate(urut, 1)
        ],
        "ttd": tanda_tangan(master, tanggal, ketua),
    }


def _ringkasan(galat: int, lain: int) -> str:
    if galat and lain:
        return f"{galat} hal yang harus dibetulkan dan {lain} hal yang perlu diperhatikan"
    return f"{galat} hal yang harus dibetulkan" if galat else f"{lain} hal yang perlu diperhatikan"


def _letak(t: Finding) -> str:
    """Sheet and cell as the unit sees them."""
    if t.sumber.lembar is None:
        return "Seluruh berkas"
    return f"{t.sumber.lembar}, sel {t.sumber.sel}" if t.sumber.sel else t.sumber.lembar
