"""`kinerja init`."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents
from kinerja.cli.options import now


@click.command(cls=Perintah)
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--sop", default="karanganyar", show_default=True, metavar="PROFIL", help="Profil SOP yang dipakai.")
@click.option("--tahun", type=click.IntRange(2020, 2099), default=None, help="Tahun kinerja; bawaan: tahun ini.")
@click.option(
    "--dari",
    type=click.Path(path_type=Path),
    default=None,
    metavar="LAMA",
    help="Map kerja tahun lalu, untuk mengisi Riwayat.",
)
def init(folder: Path, sop: str, tahun: int | None, dari: Path | None) -> None:
    """Membuat map kerja baru dengan contoh induk, templat, dan setelan."""
    from kinerja.pipeline.init import init as run

    waktu = now()
    berkas = run(folder, sop=sop, tahun=tahun or waktu.year, dari=dari, waktu=waktu)
    show(f"Map kerja {folder} sudah dibuat.")
    show_documents(berkas, folder)
    show(f"Langkah berikutnya: isi induk.xlsx dengan data kantor Anda, lalu jalankan: kinerja -C {folder} check")
