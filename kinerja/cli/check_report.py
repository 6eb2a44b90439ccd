"""`kinerja check-report`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_json
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode
from kinerja.errors import ExitCode

if TYPE_CHECKING:
    from kinerja.pipeline.check_report import HasilPeriksa

_LEBAR = 14


@click.command("check-report", cls=Perintah)
@click.argument("berkas", metavar="BERKAS.docx", type=click.Path(path_type=Path))
@click.option("--periode", type=PERIODE, default=None, help="Periode laporan itu, bila namanya tidak menyebutnya.")
@workspace_option
@json_option
def check_report(berkas: Path, periode: Periode | None, map_kerja: str | None, sebagai_json: bool) -> int:
    """Mencocokkan setiap angka dalam laporan Word dengan register: yang diubah tangan atau tertinggal dari bulan lalu.

    Sisipan dan hapusan yang terlacak dibaca seakan sudah diterima. Dokumennya tidak diubah.
    """
    from kinerja.pipeline.check_report import check_report as run

    with kemajuan() as lapor:
        hasil = run(open_workspace(map_kerja), berkas, periode, waktu=now(), lapor=lapor)
    if sebagai_json:
        show_json(
            {
                "angka": [
                    {"teks": a.teks, "tempat": a.tempat, "status": a.status.value, "indikator": a.indikator}
                    for a in hasil.angka
                ]
            }
        )
        for catatan in hasil.catatan:
            show(catatan)
    else:
        _tampilkan(hasil)
    return ExitCode.GALAT if hasil.salah else ExitCode.OK


def _tampilkan(hasil: HasilPeriksa) -> None:
    """What is wrong, place by place, and the sum of it all."""
    from kinerja.pipeline.nilai_angka import StatusAngka

    for catatan in hasil.catatan:
        click.echo(catatan)
    tempat = ""
    for a in hasil.salah:
        if a.tempat != tempat:
            click.echo(a.tempat)
            tempat = a.tempat
        kata = "usang" if a.status is StatusAngka.USANG else "tidak dikenal"
        siapa = f" [{a.indikator}]" if a.indikator is not None else ""
        click.echo(f"  {a.teks:<{_LEBAR}} {kata}{siapa}: {a.keterangan}")
    banyak = {s: hasil.banyak(s) for s in StatusAngka}
    click.echo(
        f"{hasil.periode.nama}: {len(hasil.angka)} angka diperiksa, {banyak[StatusAngka.COCOK]} cocok, "
        f"{banyak[StatusAngka.USANG]} usang, {banyak[StatusAngka.TIDAK_DIKENAL]} tidak dikenal."
    )
    if hasil.salah:
        click.echo("Betulkan di Word, simpan, lalu jalankan lagi.")
