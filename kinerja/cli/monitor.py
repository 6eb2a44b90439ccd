"""`kinerja monitor`."""

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
def monitor(periode: Periode, unit: str | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Membuat Kertas Kerja Pemantauan mingguan unit untuk satu bulan."""
    from kinerja.pipeline.monitor import monitor as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, periode, unit=unit, waktu=now(), lapor=lapor)
    if sebagai_json:
        show_json({"periode": periode.id, "dokumen": [{"jenis": d.jenis, "path": d.path} for d in hasil.dokumen]})
        return
    show_findings(hasil.temuan)
    show_set_aside(hasil.disisihkan)
    show(f"Kertas Kerja Pemantauan {periode.nama} sudah dibuat. Unit mengisinya tiap minggu dan mengirim salinannya.")
    if hasil.tanpa:
        show(f"Tanpa kertas kerja, karena tidak ada indikatornya yang diukur bulan ini: {', '.join(hasil.tanpa)}.")
    show_documents((d.path for d in hasil.dokumen), ws.akar)
