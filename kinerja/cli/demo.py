"""`kinerja demo`."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import dari_sini, show, show_documents
from kinerja.cli.progress import kemajuan


@click.command(cls=Perintah)
@click.argument("folder", metavar="[MAP]", required=False, type=click.Path(path_type=Path))
@click.option("--nyata", is_flag=True, help="Memakai data nyata evaluasi Renja 2025 sebuah Bappeda (triwulanan).")
def demo(folder: Path | None, nyata: bool) -> None:
    """Membuat map kerja dari data contoh dan menjalankan pekerjaan setahun di dalamnya."""
    from kinerja.pipeline.demo import demo as run

    folder = folder or Path("contoh-nyata" if nyata else "contoh-inspektorat")
    with kemajuan() as lapor:
        hasil = run(folder, contoh="nyata" if nyata else "inspektorat", lapor=lapor)
    letak = dari_sini(folder)
    show(f"Contoh selesai di map {letak}.")
    show_documents(hasil.dibuka, folder)
    show(f"Untuk mencoba sendiri: kinerja -C {letak} status, lalu kinerja --help")
