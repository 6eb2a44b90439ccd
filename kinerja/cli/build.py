"""`kinerja build`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_error, show_json, show_set_aside
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode
from kinerja.errors import ExitCode


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--pdf", is_flag=True, help="Laporan dibuat juga sebagai PDF (memerlukan LibreOffice).")
@click.option("--jejak", is_flag=True, help="Laporan memuat lampiran Jejak Angka: asal setiap angka sampai selnya.")
@workspace_option
@json_option
def build(periode: Periode, pdf: bool, jejak: bool, map_kerja: str | None, sebagai_json: bool) -> int:
    """Menghitung capaian dan membuat laporan satu periode: bulan, triwulan, semester, atau tahun."""
    from kinerja.aggregate.json import hasil_json
    from kinerja.pipeline.build import build as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, periode, waktu=now(), pdf=pdf, lapor=lapor, jejak=jejak)
    if sebagai_json:
        dokumen = [{"jenis": d.jenis, "path": d.path, "sha256": d.sha256} for d in hasil.dokumen]
        show_json({"periode": periode.id, **hasil_json(hasil.hasil), "dokumen": dokumen})
    else:
        show(f"Laporan {periode.nama} sudah dibuat.")
        show_set_aside(hasil.disisihkan)
        for baris in hasil.ringkasan:
            show(baris)
        show_documents((d.path for d in hasil.dokumen), ws.akar)
        for baris in (*hasil.daftar_periksa, *hasil.lanjutan):
            show(baris)
    if hasil.gagal is not None:
        show_error(hasil.gagal)
        return hasil.gagal.exit_code
    return ExitCode.GALAT if hasil.ada_galat else ExitCode.OK
