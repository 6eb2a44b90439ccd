"""`kinerja remind`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_json, show_set_aside
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode

if TYPE_CHECKING:
    from kinerja.master.model import Unit
    from kinerja.pipeline.remind import HasilRemind


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@workspace_option
@json_option
def remind(periode: Periode, map_kerja: str | None, sebagai_json: bool) -> None:
    """Membuat nota dinas tentang unit yang terlambat dan teks pengingat yang siap dikirim ke unit."""
    from kinerja.pipeline.remind import remind as run
    from kinerja.render.views.cetak import hari
    from kinerja.render.views.daftar_keterlambatan import jarak_tenggat

    ws = open_workspace(map_kerja)
    hasil = run(ws, periode, waktu=now())
    if hasil.belum_divalidasi:
        show(f"Belum diperhitungkan, karena belum divalidasi: {', '.join(hasil.belum_divalidasi)}.")
        show(f"Jalankan dahulu: kinerja validate {periode.id}")
    if not hasil.formulir_dibuat:
        show(f"Formulir {periode.nama} belum dibuat, jadi belum ada yang dapat diisi unit: kinerja forms {periode.id}")
    if sebagai_json:
        show_json(_json(hasil))
        return
    k = hasil.keterlambatan
    jarak = f" ({jarak_tenggat(k)})" if k.ada else ""
    show(f"Penyampaian data {periode.nama}, batas {hari(k.tenggat)}{jarak}")
    show(hasil.ringkasan)
    if k.belum:
        show(f"  Belum masuk: {', '.join(x.unit.kode for x in k.belum)}")
    if k.perbaikan:
        show(f"  Menunggu perbaikan: {', '.join(x.unit.kode for x in k.perbaikan)}")
    show_set_aside(hasil.disisihkan)
    show_documents((d.path for d in hasil.dokumen), ws.akar)


def _unit(unit: Unit) -> dict[str, Any]:
    return {"unit": unit.kode, "nama": unit.nama, "pimpinan": unit.nama_pimpinan, "pos_el": unit.pos_el}


def _json(hasil: HasilRemind) -> dict[str, Any]:
    k = hasil.keterlambatan
    return {
        "periode": k.periode.id,
        "waktu": k.waktu.isoformat(),
        "tenggat": k.tenggat.isoformat(),
        "lewat_hari": k.lewat,
        "sisa_hari": k.sisa,
        "hitungan_hari": "kerja" if k.kerja else "kalender",
        "jumlah_unit": k.jumlah,
        "ringkasan": hasil.ringkasan,
        "belum_masuk": [{**_unit(x.unit), "terlambat_hari": x.hari} for x in k.belum],
        "terlambat": [
            {
                **_unit(x.unit),
                "diterima": x.diterima.isoformat() if x.diterima is not None else None,
                "terlambat_hari": x.hari,
                "status": x.status.value if x.status is not None else None,
            }
            for x in k.terlambat
        ],
        "menunggu_perbaikan": [
            {
                **_unit(x.unit),
                "revisi": x.revisi,
                "galat": x.galat,
                "dikembalikan": x.dikembalikan.isoformat() if x.dikembalikan is not None else None,
                "batas_perbaikan": x.batas.isoformat() if x.batas is not None else None,
                "lewat_hari": x.lewat,
            }
            for x in k.perbaikan
        ],
        "bertentangan": [_unit(u) for u in k.bentrok],
        "formulir_dibuat": hasil.formulir_dibuat,
        "belum_divalidasi": list(hasil.belum_divalidasi),
        "perihal": hasil.perihal or None,
        "pesan": hasil.pesan or None,
        "dokumen": [{"jenis": d.jenis, "path": d.path, "sha256": d.sha256} for d in hasil.dokumen],
    }
