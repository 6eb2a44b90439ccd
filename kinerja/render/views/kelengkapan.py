"""Completeness and timeliness of the units' submissions: rows and sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import JenisPeriode
from kinerja.render.model import KelengkapanUnit
from kinerja.render.views.cetak import TANPA_NILAI, daftar_kata, rentang_bulan, tanggal_teks

NAMA_STATUS = {
    Status.DITOLAK: "ditolak",
    Status.TIDAK_LENGKAP: "tidak lengkap",
    Status.TIDAK_VALID: "tidak valid",
    Status.VALID_DENGAN_CATATAN: "valid dengan catatan",
    Status.VALID: "valid",
}


def per_formulir(kelengkapan: Sequence[KelengkapanUnit]) -> list[dict[str, Any]]:
    """One row per unit and collection period."""
    return [
        {
            "no": str(n),
            "unit": k.nama,
            "periode": k.periode.nama,
            "status": NAMA_STATUS[k.status] if k.status else "belum masuk",
            "diterima": tanggal_teks(k.diterima.date() if k.diterima else None),
            "ketepatan": ketepatan(k),
        }
        for n, k in enumerate(kelengkapan, 1)
    ]


def per_unit(kelengkapan: Sequence[KelengkapanUnit]) -> list[dict[str, Any]]:
    """One row per unit over all collection periods of a longer report."""
    rows: list[dict[str, Any]] = []
    for n, (unit, nama) in enumerate(dict.fromkeys((k.unit, k.nama) for k in kelengkapan), 1):
        milik = [k for k in kelengkapan if k.unit == unit]
        rows.append(
            {
                "no": str(n),
                "unit": nama,
                "masuk": f"{sum(k.status is not None for k in milik)} dari {len(milik)}",
                "valid": str(sum(k.status is not None and k.status.layak for k in milik)),
                "terlambat": str(sum(k.terlambat_hari > 0 for k in milik)),
                "belum": rentang_bulan(
                    [k.periode.bulan_akhir for k in milik if k.status is None], milik[0].periode.jenis
                ),
            }
        )
    return rows


def ketepatan(k: KelengkapanUnit) -> str:
    """`tepat waktu`, `terlambat 3 hari`, or a dash when nothing came."""
    if k.status is None:
        return TANPA_NILAI
    return f"terlambat {k.terlambat_hari} hari" if k.terlambat_hari else "tepat waktu"


def kalimat(kelengkapan: Sequence[KelengkapanUnit], jenis: JenisPeriode) -> list[str]:
    """How many came in, how many in time, who is missing or not yet valid."""
    if not kelengkapan:
        return ["Data kelengkapan pengiriman unit tidak tersedia."]
    jumlah = len(kelengkapan)
    masuk = [k for k in kelengkapan if k.status]
    lambat = sum(k.terlambat_hari > 0 for k in masuk)
    banyak_unit = len({k.unit for k in kelengkapan})
    sendiri = jenis is JenisPeriode.BULAN or jumlah == banyak_unit  # one form per unit
    match len(masuk) == jumlah, sendiri:
        case True, True:
            awal = f"Seluruh {jumlah} unit pelapor telah menyampaikan formulir"
        case True, False:
            awal = f"Seluruh {jumlah} formulir yang harus disampaikan {banyak_unit} unit telah masuk"
        case False, True:
            awal = f"Dari {jumlah} unit pelapor, {len(masuk)} unit telah menyampaikan formulir"
        case _:
            awal = f"Dari {jumlah} formulir yang harus disampaikan {banyak_unit} unit, {len(masuk)} telah masuk"
    waktu = "semuanya tepat waktu" if not lambat else f"{len(masuk) - lambat} tepat waktu, {lambat} terlambat"
    isi = [f"{awal} ({waktu})." if masuk else f"{awal}."]
    if belum := [k for k in kelengkapan if k.status is None]:
        isi.append(f"Yang belum masuk: {_sebut(belum, jenis)}.")
    if salah := [k for k in masuk if k.status and not k.status.layak]:
        isi.append(f"Yang masuk tetapi belum valid: {_sebut(salah, jenis)}.")
    return isi


def _sebut(kelengkapan: Sequence[KelengkapanUnit], jenis: JenisPeriode) -> str:
    """The units by name, each with its months where the report covers more than one."""
    bulan: dict[str, list[int]] = {}
    for k in kelengkapan:
        bulan.setdefault(k.nama, []).append(k.periode.bulan_akhir)
    if all(k.periode.jenis is jenis for k in kelengkapan):
        return daftar_kata(list(bulan))
    return daftar_kata([f"{nama} ({rentang_bulan(b, kelengkapan[0].periode.jenis)})" for nama, b in bulan.items()])
