"""`kinerja diff`."""

from __future__ import annotations

from collections.abc import Mapping

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show_json
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.cli.validate import temuan_json
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.register.model import RiwayatTemuan


@click.command(cls=Perintah)
@click.argument("unit")
@click.argument("periode", type=PERIODE)
@click.option(
    "--dari", type=click.IntRange(min=1), metavar="REVISI", help="Bandingkan dengan revisi ini, bukan yang sebelumnya."
)
@workspace_option
@json_option
def diff(unit: str, periode: Periode, dari: int | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Membandingkan dua revisi terakhir satu unit: sel yang berubah, akibatnya pada capaian, dan perjalanan temuan."""
    from kinerja.domain.angka import format_angka, json_angka
    from kinerja.pipeline.diff import diff as run

    hasil = run(open_workspace(map_kerja), unit, periode, dari=dari, waktu=now())
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
                "temuan": [_temuan_json(r, hasil.revisi) for r in hasil.temuan],
            }
        )
        return
    lama, baru = (f"revisi {k.revisi} ({k.path})" for k in (hasil.lama, hasil.baru))
    click.echo(f"{unit} {periode.nama}: {lama} dibandingkan {baru}")
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
    if hasil.temuan:
        click.echo("Perjalanan temuan:")
    for r in hasil.temuan:
        jalan = ", ".join(f"{keadaan.value} (revisi {hasil.revisi[k]})" for k, keadaan in r.perjalanan)
        click.echo(f"  {r.temuan.kode} {r.temuan.sumber.sel or r.temuan.sumber.lembar or 'berkas'}: {jalan}")
        click.echo(f"      {r.temuan.pesan}")
        if r.diterima is not None:
            click.echo(f"      Diterima {r.diterima.oleh}, {_tanggal(r)}: {r.diterima.alasan}")


def _tanggal(r: RiwayatTemuan) -> str:
    """When it was accepted: as the Tim wrote, else when it was recorded."""
    tertulis = r.diterima.tanggal if r.diterima is not None else None
    return tertulis or (format_tanggal(r.diterima_pada) if r.diterima_pada is not None else "tanpa tanggal")


def _temuan_json(r: RiwayatTemuan, revisi: Mapping[int, int]) -> dict[str, object]:
    k = r.diterima
    return {
        **temuan_json(r.temuan),
        "keadaan": [{"revisi": revisi[n], "keadaan": keadaan.value} for n, keadaan in r.perjalanan],
        "diterima": {"oleh": k.oleh, "alasan": k.alasan, "tanggal": _tanggal(r)} if k is not None else None,
    }
