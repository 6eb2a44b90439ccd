"""`kinerja sop list | show`."""

from __future__ import annotations

import click

from kinerja.cli.group import KelompokPerintah, Perintah
from kinerja.cli.messages import show_json
from kinerja.cli.options import json_option


@click.group(cls=KelompokPerintah)
def sop() -> None:
    """Profil SOP dan langkah-langkahnya."""


@sop.command("list", cls=Perintah)
@json_option
def list_(sebagai_json: bool) -> None:
    """Daftar profil SOP yang tersedia."""
    from kinerja.sop.loader import daftar_profil, load_profil

    profil = [load_profil(nama) for nama in daftar_profil()]
    if sebagai_json:
        show_json({"profil": [{"profil": p.nama, "judul": p.judul, "laporan": list(p.laporan)} for p in profil]})
        return
    for p in profil:
        click.echo(f"{p.nama:<14} {p.judul}")


@sop.command("show", cls=Perintah)
@click.argument("profil")
@json_option
def show(profil: str, sebagai_json: bool) -> None:
    """Langkah-langkah satu profil SOP."""
    from kinerja.errors import SalahPakai
    from kinerja.sop.json import profil_json
    from kinerja.sop.loader import daftar_profil, load_profil

    if profil not in daftar_profil():
        raise SalahPakai(f"Profil SOP “{profil}” tidak ada.", f"Pilih salah satu: {', '.join(daftar_profil())}.")
    p = load_profil(profil)
    if sebagai_json:
        show_json(profil_json(p))
        return
    click.echo(p.judul)
    for s in p.sop:
        click.echo(f"\n{s.nama}")
        for langkah in s.langkah:
            tanda = " (tafsiran; mohon dipastikan)" if langkah.tafsiran else ""
            click.echo(
                f"  {langkah.no or '-':>3}  {langkah.uraian} — {', '.join(langkah.pelaksana)}; {langkah.waktu}{tanda}"
            )
