"""`kinerja templates check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.check import finding_json
from kinerja.cli.group import KelompokPerintah, Perintah
from kinerja.cli.messages import dari_sini, show, show_findings, show_json
from kinerja.cli.options import json_option
from kinerja.errors import ExitCode
from kinerja.findings import Tingkat, ada_galat

if TYPE_CHECKING:
    from kinerja.pipeline.templates import HasilTemplat


@click.group(cls=KelompokPerintah)
def templates() -> None:
    """Templat Word milik kantor."""


@templates.command("check", cls=Perintah)
@click.argument("berkas", type=click.Path(path_type=Path))
@click.option(
    "--jenis", metavar="DOKUMEN", default=None, help="Dokumen yang dibuat dengannya, misalnya laporan_bulanan."
)
@json_option
def check(berkas: Path, jenis: str | None, sebagai_json: bool) -> int:
    """Memeriksa satu templat; menulis salinan berkomentar dan pratinjau di sebelahnya."""
    from kinerja.pipeline.templates import check_template

    hasil = check_template(berkas, jenis)
    if sebagai_json:
        dokumen = [{"jenis": j, "path": dari_sini(p)} for j, p in hasil.dokumen]
        temuan = [finding_json(t) for t in hasil.temuan]
        show_json({"berkas": berkas.name, "jenis": hasil.jenis, "temuan": temuan, "dokumen": dokumen})
    else:
        _tampilkan(hasil)
    return ExitCode.GALAT if ada_galat(hasil.temuan) else ExitCode.OK


def _tampilkan(hasil: HasilTemplat) -> None:
    from kinerja.pipeline.templates import DIPERIKSA

    show_findings(hasil.temuan)
    galat = sum(t.tingkat is Tingkat.GALAT for t in hasil.temuan)
    lain = len(hasil.temuan) - galat
    show(f"Selesai diperiksa sebagai {hasil.jenis}: {galat} galat, {lain} peringatan atau catatan.")
    for jenis, path in hasil.dokumen:
        apa = "Salinan dengan komentar di tiap temuan" if jenis == DIPERIKSA else "Pratinjau dengan contoh isi"
        show(f"{apa}: {dari_sini(path)}")
    if galat:
        show("Betulkan templat aslinya, bukan salinannya, lalu periksa lagi; pratinjau dibuat bila tidak ada galat.")
