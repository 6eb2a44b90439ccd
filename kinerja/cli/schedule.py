"""`kinerja schedule`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_json, show_set_aside
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode

if TYPE_CHECKING:
    from kinerja.sop.jadwal import Jadwal, Rencana


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--ics", is_flag=True, help="Tulis juga berkas iCalendar untuk diimpor ke kalender.")
@workspace_option
@json_option
def schedule(periode: Periode, ics: bool, map_kerja: str | None, sebagai_json: bool) -> None:
    """Menyusun jadwal langkah SOP satu periode: paling awal, paling lambat, kelonggaran, dan yang kritis."""
    from kinerja.pipeline.schedule import schedule as run
    from kinerja.sop.jadwal_teks import peringatan

    ws = open_workspace(map_kerja)
    hasil = run(ws, periode, waktu=now(), ics=ics)
    r = hasil.rencana
    catatan = peringatan(r)
    if sebagai_json:
        show_json(
            {
                "periode": periode.id,
                "hitungan_hari": "kerja" if r.kalender.kerja else "kalender",
                "sop": [_rencana(x) for x in r.rencana],
                "hari_kerja": [_rencana(x) for x in r.kerja],
                "peringatan": list(catatan),
                "dokumen": [{"jenis": d.jenis, "path": d.path, "sha256": d.sha256} for d in hasil.dokumen],
            }
        )
        return
    click.echo(f"Jadwal {periode.nama}")
    for rencana in r.rencana:
        click.echo(f"{rencana.sop}")
        for j in rencana.jadwal:
            click.echo(f"  {_baris(j)}")
    for teks in catatan:
        show(teks)
    show_set_aside(hasil.disisihkan)
    show_documents((d.path for d in hasil.dokumen), ws.akar)


def _baris(j: Jadwal) -> str:
    rentang = f"{j.mulai:%d-%m-%Y}" if j.mulai == j.selesai else f"{j.mulai:%d-%m-%Y} s.d. {j.selesai:%d-%m-%Y}"
    longgar = "sepanjang periode" if j.sepanjang else "" if j.longgar is None else f"longgar {j.longgar} hari"
    if j.kritis:
        longgar = f"kritis, {longgar}" if (j.longgar or 0) > 0 else "kritis"
    return f"{j.langkah.no or j.langkah.id:>4}  {rentang:<26}  {longgar:<23}  {j.langkah.uraian}"


def _rencana(r: Rencana) -> dict[str, Any]:
    return {
        "sop": r.sop,
        "langkah": [
            {
                "id": j.langkah.id,
                "no": j.langkah.no,
                "hari": j.hari,
                "mulai": j.mulai.isoformat(),
                "selesai": j.selesai.isoformat(),
                "mulai_paling_lambat": j.lambat_mulai.isoformat() if j.lambat_mulai else None,
                "selesai_paling_lambat": j.lambat_selesai.isoformat() if j.lambat_selesai else None,
                "tenggat": j.tenggat.isoformat() if j.tenggat else None,
                "longgar": j.longgar,
                "kritis": j.kritis,
            }
            for j in r.jadwal
        ],
        "terlambat": [j.langkah.id for j in r.terlambat],
        "pemendekan": [
            {"id": p.langkah.id, "dari": p.dari, "menjadi": p.menjadi, "menurut_sop": p.menurut_sop}
            for p in r.pemendekan
        ],
        "tercapai": r.tercapai,
    }
