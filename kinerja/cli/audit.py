"""`kinerja audit`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_json
from kinerja.cli.options import json_option
from kinerja.errors import ExitCode

if TYPE_CHECKING:
    from kinerja.audit.model import Audit, HasilBaris

_LEBAR_ANGKA = 12
_LEBAR_NAMA = 60


@click.command(cls=Perintah)
@click.argument("berkas", type=click.Path(path_type=Path))
@click.option("--lembar", metavar="NAMA", default=None, help="Lembar yang memuat tabelnya, bila ada beberapa.")
@json_option
def audit(berkas: Path, lembar: str | None, sebagai_json: bool) -> int:
    """Menghitung ulang tabel capaian dari berkas lain: rumus mana yang menghasilkan tiap angka yang tercetak."""
    from kinerja.pipeline.audit import audit as run

    hasil = run(berkas, lembar)
    if hasil.lain:
        show(f"Yang diaudit lembar {hasil.lembar}. Tabel lain, dengan --lembar: {', '.join(hasil.lain)}.")
    if sebagai_json:
        show_json({"baris": [_json(b) for b in hasil.baris]})
    else:
        _tampilkan(hasil)
    return ExitCode.GALAT if hasil.ada_yang_tidak_cocok else ExitCode.OK


def _json(b: HasilBaris) -> dict[str, object]:
    from kinerja.domain.angka import json_angka

    return {
        "baris": b.baris,
        "indikator": b.indikator,
        "rumus": b.rumus,
        "hitung": json_angka(b.hitung),
        "tercetak": b.tercetak,
        "cocok": b.cocok,
        "pembulatan": b.pembulatan,
        "catatan": b.catatan,
    }


def _tampilkan(hasil: Audit) -> None:
    """A line for each row, its remark below it, and the sum of it all."""
    from kinerja.domain.angka import format_angka

    click.echo(f"{'Baris':>5}  {'Tercetak':>{_LEBAR_ANGKA}}  {'Hitung':>{_LEBAR_ANGKA}}  {'Rumus':<15}  Indikator")
    for b in hasil.baris:
        hitung = format_angka(b.hitung, 4) if b.hitung is not None else "–"
        rumus = b.rumus or ("tidak cocok" if b.dinilai else "–")
        tercetak, nama = _pendek(b.tercetak, _LEBAR_ANGKA), _pendek(b.indikator, _LEBAR_NAMA)
        click.echo(f"{b.baris:>5}  {tercetak:>{_LEBAR_ANGKA}}  {hitung:>{_LEBAR_ANGKA}}  {rumus:<15}  {nama}".rstrip())
        if b.catatan:
            click.echo(f"       {b.catatan}")
    click.echo(_ringkasan(hasil))


def _pendek(teks: str, lebar: int) -> str:
    """On one line, cut to a width."""
    teks = " ".join(teks.split())
    return teks if len(teks) <= lebar else teks[: lebar - 1] + "…"


def _ringkasan(hasil: Audit) -> str:
    dinilai = [b for b in hasil.baris if b.dinilai]
    cocok = [b for b in dinilai if b.cocok]
    jumlah = {r: sum(b.rumus == r for b in cocok) for r in dict.fromkeys(b.rumus for b in cocok)}
    rincian = ", ".join(f"{n} dengan {r}" for r, n in sorted(jumlah.items(), key=lambda x: -x[1]))
    potong = sum(b.pembulatan == "potong" for b in cocok)
    hitungan = f"{len(cocok)} cocok{f' ({rincian})' if rincian else ''}, {len(dinilai) - len(cocok)} tidak"
    return f"{len(dinilai)} baris: {hitungan}." + (f" {potong} dipotong, bukan dibulatkan." if potong else "")
