"""`kinerja diff`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show_json
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode


@click.command(cls=Perintah)
@click.argument("unit")
@click.argument("periode", type=PERIODE)
@workspace_option
@json_option
def diff(unit: str, periode: Periode, map_kerja: str | None, sebagai_json: bool) -> None:
    """Membandingkan dua revisi terakhir satu unit: sel yang berubah dan akibatnya pada capaian."""
    from kinerja.domain.angka import format_angka, json_angka
    from kinerja.pipeline.diff import diff as run

    hasil = run(open_workspace(map_kerja), unit, periode, waktu=now())
    if sebagai_json:
        show_json(
            {
                "unit": unit,
                "periode": periode.id,
                "revisi_lama": hasil.lama.revisi,
                "revisi_baru": hasil.baru.revisi,
                "perubahan": [
                    {
                        "kode": p.kode,
                        "medan": p.medan,
                        "lembar": p.lembar,
                        "sel_lama": p.sel_lama,
                        "sel_baru": p.sel_baru,
                        "lama": p.lama,
                        "baru": p.baru,
                    }
                    for p in hasil.perubahan
                ],
                "akibat": [
                    {
                        "indikator": a.indikator,
                        "unit": a.unit,
                        "periode": a.periode.id,
                        "capaian_lama": json_angka(a.lama),
                        "capaian_baru": json_angka(a.baru),
                    }
                    for a in hasil.akibat
                ],
            }
        )
        return
    click.echo(f"{unit} {periode.nama}: revisi {hasil.lama.revisi} dibandingkan revisi {hasil.baru.revisi}")
    if not hasil.perubahan:
        click.echo("  Tidak ada isian yang berubah.")
    for p in hasil.perubahan:
        sel = p.sel_baru if p.sel_baru == p.sel_lama else f"{p.sel_lama or '–'} → {p.sel_baru or '–'}"
        click.echo(f"  {p.kode} {p.medan.replace('_', ' ')}, lembar {p.lembar}, sel {sel}")
        click.echo(f"      {p.lama or '(kosong)'} → {p.baru or '(kosong)'}")
    if hasil.akibat:
        click.echo("Akibatnya pada capaian:")
    for a in hasil.akibat:
        lama, baru = (f"{format_angka(x, 2)}%" if x is not None else "–" for x in (a.lama, a.baru))
        click.echo(f"  {a.indikator}, {a.periode.nama}, {a.unit or 'instansi'}: {lama} → {baru}")
