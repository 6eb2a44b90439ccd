"""`kinerja verify`."""

from __future__ import annotations

from pathlib import Path

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_json
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode
from kinerja.errors import ExitCode


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE, required=False)
@click.option("--pdf", metavar="BERKAS", default=None, help="PDF bertanda tangan yang dicocokkan dengan laporan final.")
@workspace_option
@json_option
def verify(periode: Periode | None, pdf: str | None, map_kerja: str | None, sebagai_json: bool) -> int:
    """Menyusun ulang laporan final dari arsip dan mencocokkannya; memeriksa arsip dan rantai peristiwa."""
    from kinerja.pipeline.verify import verify as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, periode, Path(pdf) if pdf is not None else None, waktu=now(), lapor=lapor)
    if sebagai_json:
        berkas = [{"path": b.path, "cocok": b.cocok, "alasan": b.alasan} for b in hasil.berkas]
        show_json({"cocok": hasil.cocok, "berkas": berkas, "rantai": hasil.rantai, "catatan": list(hasil.catatan)})
        return ExitCode.OK if hasil.cocok else ExitCode.GALAT
    for f in hasil.final:
        keadaan = "berlaku" if f.dibuka is None else f"dibuka kembali oleh {f.dibuka.oleh}"
        show(f"{f.periode.nama} versi {f.versi}, nomor {f.nomor}: {keadaan.rstrip('.')}.")
    if not hasil.final and hasil.rantai:
        show("Belum ada laporan final.")
    buruk = [b for b in hasil.berkas if not b.cocok]
    show(f"{len(hasil.berkas) - len(buruk)} dari {len(hasil.berkas)} berkas cocok.")
    for b in buruk:
        show(f"  TIDAK COCOK {b.path}: {b.alasan}")
    for b in hasil.berkas:
        if b.cocok and b.alasan:
            show(f"  {b.path}: {b.alasan}")
    if hasil.rantai:
        show("Rantai peristiwa utuh.")
    else:
        show(f"Rantai peristiwa PUTUS pada peristiwa {hasil.putus}: catatan di register diubah di luar program.")
    for teks in hasil.catatan:
        show(teks)
    return ExitCode.OK if hasil.cocok else ExitCode.GALAT
