"""`kinerja check`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_findings, show_json
from kinerja.cli.options import json_option, open_workspace, workspace_option
from kinerja.errors import ExitCode
from kinerja.findings import Finding, ada_galat

# Master or settings are missing or cannot be read at all: nothing in them could be checked.
TAK_TERBACA = ("MST001", "MST002", "MST030", "STL001", "STL002", "STL004")


def finding_json(t: Finding) -> dict[str, str | None]:
    """One item of the contract's `temuan` of `check`."""
    return {
        "kode": t.kode,
        "tingkat": t.tingkat.value,
        "berkas": t.sumber.berkas,
        "lembar": t.sumber.lembar,
        "sel": t.sumber.sel,
        "pesan": t.pesan,
        "saran": t.saran,
    }


@click.command(cls=Perintah)
@workspace_option
@json_option
def check(map_kerja: str | None, sebagai_json: bool) -> int:
    """Memeriksa induk.xlsx, kinerja.toml, dan templat; semua kesalahan ditampilkan sekaligus."""
    from kinerja.pipeline.check import check as run

    temuan = run(open_workspace(map_kerja))
    if sebagai_json:
        show_json({"temuan": [finding_json(t) for t in temuan]})
    else:
        show_findings(temuan)
        galat = sum(t.tingkat.value == "galat" for t in temuan)
        show(f"Selesai diperiksa: {galat} galat, {len(temuan) - galat} peringatan atau catatan.")
    if any(t.kode in TAK_TERBACA for t in temuan):
        return ExitCode.CANNOT_RUN
    return ExitCode.GALAT if ada_galat(temuan) else ExitCode.OK
