"""`kinerja trace`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show_json
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode


@click.command(cls=Perintah)
@click.argument("apa", metavar="KODE")
@click.argument("periode", type=PERIODE)
@click.option("--unit", default=None, metavar="KODE", help="Angka satu unit; bila kosong, angka instansi.")
@workspace_option
@json_option
def trace(apa: str, periode: Periode, unit: str | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Menelusuri asal satu angka: rumus, bulan, berkas, revisi, sel, sidik, dan berkas buktinya.

    KODE: kode indikator, sasaran, unit, atau baris anggaran, kata instansi, atau angka seperti tercetak pada
    laporan, misalnya 87,08; disebutkan angka mana saja yang tercetak demikian.
    """
    from kinerja.pipeline.jejak_json import jejak_json
    from kinerja.pipeline.jejak_teks import jejak_teks
    from kinerja.pipeline.trace import trace as run

    jejak = run(open_workspace(map_kerja), apa, periode, unit=unit, waktu=now())
    if sebagai_json:
        show_json(jejak_json(jejak))
    else:
        for baris in jejak_teks(jejak):
            click.echo(baris)
