"""`kinerja forms`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_findings, show_json, show_set_aside
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--unit", default=None, metavar="KODE", help="Hanya untuk satu unit.")
@workspace_option
@json_option
def forms(periode: Periode, unit: str | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Membuat formulir isian dan surat edaran untuk satu periode."""
    from kinerja.pipeline.forms import forms as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, periode, unit=unit, waktu=now(), lapor=lapor)
    if sebagai_json:
        show_json({"periode": periode.id, "dokumen": [{"jenis": d.jenis, "path": d.path} for d in hasil.dokumen]})
        return
    show_findings(hasil.temuan)
    show_set_aside(hasil.disisihkan)
    show(f"Formulir {periode.nama} sudah dibuat.")
    show_documents((d.path for d in hasil.dokumen), ws.akar)
