"""`kinerja status`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show_json
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE, required=False)
@workspace_option
@json_option
def status(periode: Periode | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Siapa sudah mengirim, langkah SOP, tenggat, dan keterlambatan."""
    from kinerja.domain.tanggal import format_tanggal
    from kinerja.pipeline.status import status as run
    from kinerja.sop.status import langkah_json

    hasil = run(open_workspace(map_kerja), periode, waktu=now())
    if sebagai_json:
        show_json(
            {
                "periode": hasil.periode.id,
                "unit": [
                    {
                        "unit": u.unit,
                        "status": u.status,
                        "revisi": u.revisi,
                        "diterima": u.diterima.isoformat() if u.diterima is not None else None,
                        "terlambat_hari": u.terlambat_hari,
                    }
                    for u in hasil.unit
                ],
                "langkah": [langkah_json(p) for p in hasil.langkah],
            }
        )
        return
    click.echo(f"Status {hasil.periode.nama}")
    for u in hasil.unit:
        telat = f", terlambat {u.terlambat_hari} hari" if u.terlambat_hari else ""
        revisi = f" (revisi {u.revisi})" if u.revisi is not None else ""
        click.echo(f"  {u.unit:<8} {u.status.replace('_', ' ')}{revisi}{telat}")
    if hasil.ingatkan is not None:
        click.echo(f"  Untuk mengingatkan unit yang belum selesai: kinerja remind {hasil.ingatkan.id}")
    for p in hasil.langkah:
        tenggat = f"paling lambat {format_tanggal(p.tenggat)}" if p.tenggat is not None else "tanpa tenggat"
        click.echo(f"  {p.langkah.no or '-':>3}  {p.status.value:<9}  {tenggat:<34}  {p.langkah.uraian}")
        if p.bukti:
            click.echo(f"                  bukti: {p.bukti}")
