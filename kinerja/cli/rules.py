"""`kinerja rules`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show_json
from kinerja.cli.options import json_option


@click.command(cls=Perintah)
@click.argument("kode", required=False, metavar="[KODE]")
@json_option
def rules(kode: str | None, sebagai_json: bool) -> None:
    """Daftar pemeriksaan; dengan KODE, penjelasan satu pemeriksaan."""
    from kinerja.catalogue import ATURAN
    from kinerja.catalogue.pages import halaman

    if kode is not None and kode.upper() not in ATURAN:
        import difflib

        mirip = difflib.get_close_matches(kode.upper(), ATURAN, n=3, cutoff=0.5)
        raise click.UsageError(
            f"Kode {kode} tidak dikenal." + (f" Mungkin maksudnya: {', '.join(mirip)}." if mirip else "")
        )
    pilihan = [ATURAN[kode.upper()]] if kode is not None else list(ATURAN.values())
    if sebagai_json:
        show_json(
            {
                "aturan": [
                    {"kode": r.kode, "nama": r.nama, "tingkat": r.tingkat.value, "saran": r.saran} for r in pilihan
                ]
            }
        )
    elif kode is not None:
        click.echo(halaman(kode.upper()))
    else:
        for r in pilihan:
            click.echo(f"{r.kode}  {r.tingkat.value:<10}  {r.nama}")
