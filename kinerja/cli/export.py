"""`kinerja export`."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_json, show_set_aside
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE, required=False)
@click.option(
    "--format", "bentuk", type=click.Choice(("csv", "json", "parquet")), default="csv", help="Bentuk tabelnya."
)
@click.option("--ke", metavar="MAP", default=None, help="Map tujuan; bila kosong output/PERIODE/data_FORMAT.")
@workspace_option
@json_option
def export(periode: Periode | None, bentuk: str, ke: str | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Mengeluarkan data yang diterima, angka, anggaran, dan temuan sebagai tabel; tanpa periode: setahun.

    Tabelnya dijelaskan dalam datapackage.json (Frictionless Data Package). Angka tidak dibulatkan.
    """
    from kinerja.pipeline.export import JENIS
    from kinerja.pipeline.export import export as run

    ws = open_workspace(map_kerja)
    hasil = run(ws, periode, bentuk=bentuk, ke=Path(ke).resolve() if ke is not None else None, waktu=now())
    if sebagai_json:
        dokumen = [{"jenis": JENIS, "path": path, "sha256": sidik} for path, sidik in hasil.berkas]
        show_json({"periode": hasil.periode.id, "dokumen": dokumen})
    else:
        show(f"Data {hasil.periode.nama} sudah dikeluarkan.")
        show_set_aside(hasil.disisihkan)
        show_documents((path for path, _ in hasil.berkas), ws.akar)
