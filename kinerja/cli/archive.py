"""`kinerja archive`."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import dari_sini, show
from kinerja.cli.options import PERIODE, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode

_MB = 1024 * 1024


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.argument("berkas", metavar="[BERKAS.zip]", required=False, type=click.Path(path_type=Path))
@workspace_option
def archive(periode: Periode, berkas: Path | None, map_kerja: str | None) -> None:
    """Mengarsipkan laporan final beserta semua dasarnya ke satu .zip yang terbaca tanpa program ini."""
    from kinerja.pipeline.archive import archive as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, periode, berkas, waktu=now(), lapor=lapor)
    ukuran = max(1, round(hasil.ukuran / _MB))
    show(f"Laporan {periode.nama} versi {hasil.final.versi} sudah diarsipkan: {hasil.jumlah} berkas, {ukuran} MB.")
    for d in hasil.dilewati:
        show(f"Tidak ikut: {d}")
    show("Berkas yang perlu dibuka:")
    show(f"  {dari_sini(hasil.berkas)} (mulai dari README.txt di dalamnya)")
