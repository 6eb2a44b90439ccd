"""`kinerja accept`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show
from kinerja.cli.options import PERIODE, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode


@click.command(cls=Perintah)
@click.argument("unit")
@click.argument("periode", type=PERIODE)
@click.argument("kode")
@click.option("--indikator", default=None, metavar="KODE", help="Hanya temuan pada indikator ini.")
@click.option("--alasan", required=True, help="Mengapa peringatan itu dapat diterima.")
@click.option("--oleh", required=True, help="Nama anggota Tim yang memutuskan.")
@workspace_option
def accept(
    unit: str, periode: Periode, kode: str, indikator: str | None, alasan: str, oleh: str, map_kerja: str | None
) -> None:
    """Menerima satu peringatan dengan alasan dan nama; sama dengan menulisnya di Kertas Kerja Validasi."""
    from kinerja.pipeline.accept import accept as run

    diterima = run(
        open_workspace(map_kerja), unit, periode, kode, indikator=indikator, alasan=alasan, oleh=oleh, waktu=now()
    )
    for t in diterima:
        show(f"Diterima: {t.kode} {t.sumber}")
    show(f"Jalankan kinerja validate {periode.id} agar tertulis di Kertas Kerja Validasi.")
