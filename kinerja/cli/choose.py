"""`kinerja choose`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show
from kinerja.cli.options import now, open_workspace, workspace_option


@click.command(cls=Perintah)
@click.argument("berkas")
@workspace_option
def choose(berkas: str, map_kerja: str | None) -> None:
    """Menetapkan BERKAS mana yang dipakai bila satu unit mengirim dua formulir yang berbeda."""
    from kinerja.pipeline.choose import choose as run

    kiriman = run(open_workspace(map_kerja), berkas, waktu=now())
    show(f"{kiriman.path} dipakai untuk unit {kiriman.unit} periode {kiriman.periode}.")
    show(f"Jalankan lagi: kinerja validate {kiriman.periode}")
