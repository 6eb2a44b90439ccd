"""`kinerja backup` and `kinerja restore`."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import dari_sini, show
from kinerja.cli.options import now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.tanggal import format_tanggal

_MB = 1024 * 1024


@click.command(cls=Perintah)
@click.argument("berkas", metavar="[BERKAS.zip]", required=False, type=click.Path(path_type=Path))
@workspace_option
def backup(berkas: Path | None, map_kerja: str | None) -> None:
    """Mencadangkan seluruh map kerja ke satu berkas .zip; tanpa BERKAS.zip: ke map cadangan/ di dalamnya."""
    from kinerja.pipeline.backup import backup as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, berkas, waktu=now(), lapor=lapor)
    show(f"Map kerja sudah dicadangkan: {hasil.jumlah} berkas, {max(1, round(hasil.ukuran / _MB))} MB.")
    show(f"  {dari_sini(hasil.berkas)}")
    for d in hasil.dilewati:
        show(f"Tidak ikut dicadangkan: {d}")
    if hasil.berkas.is_relative_to(ws.akar):
        show("Salin berkas itu ke penyimpanan lain: cadangan di cakram yang sama ikut hilang bila cakramnya rusak.")


@click.command(cls=Perintah)
@click.argument("berkas", metavar="BERKAS.zip", type=click.Path(path_type=Path))
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
def restore(berkas: Path, folder: Path) -> None:
    """Memulihkan map kerja dari cadangan atau arsip ke MAP yang belum ada; isinya diperiksa seluruhnya dahulu."""
    from kinerja.pipeline.backup import restore as run

    with kemajuan() as lapor:
        hasil = run(berkas, folder, lapor=lapor)
    dibuat = hasil.manifest.dibuat
    asal = f" dari cadangan {format_tanggal(dibuat.date())} pukul {dibuat:%H.%M}" if dibuat is not None else ""
    show(f"Map kerja dipulihkan{asal}: {hasil.jumlah} berkas, semuanya sama dengan yang dicadangkan.")
    show(f"Langkah berikutnya: kinerja -C {dari_sini(folder)} status")
