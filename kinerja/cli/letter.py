"""`kinerja letter`."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_json, show_set_aside
from kinerja.cli.options import PERIODE, TANGGAL, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode


@click.command(cls=Perintah)
@click.argument("jenis", required=False)
@click.argument("periode", type=PERIODE, required=False)
@click.option("--unit", metavar="KODE", default=None, help="Perjanjian Kinerja atau Rencana Aksi satu unit.")
@click.option("--rapat", metavar="TANGGAL", type=TANGGAL, default=None, help="Rapat pada tanggal itu di lembar Rapat.")
@click.option("--tanggal", metavar="TANGGAL", type=TANGGAL, default=None, help="Tanggal surat; bila kosong hari ini.")
@click.option("--atas-nama", metavar="PERAN", default=None, help="Penanda tangan atas nama pimpinan (a.n.).")
@workspace_option
@json_option
def letter(
    jenis: str | None,
    periode: Periode | None,
    unit: str | None,
    rapat: date | None,
    tanggal: date | None,
    atas_nama: str | None,
    map_kerja: str | None,
    sebagai_json: bool,
) -> None:
    """Membuat satu surat atau lembar SOP di Word; tanpa JENIS: daftar yang dapat dibuat.

    Nomor surat dan isian yang belum ada di induk.xlsx dibiarkan kosong untuk diisi.
    """
    if jenis is None:
        _daftar(sebagai_json=sebagai_json)
        return
    from kinerja.pipeline.letter import Pilihan
    from kinerja.pipeline.letter import letter as run

    ws = open_workspace(map_kerja)
    pilihan = Pilihan(unit=unit, rapat=rapat, tanggal=tanggal, atas_nama=atas_nama)
    hasil = run(ws, jenis, periode, pilihan, waktu=now())
    d = hasil.dokumen
    if sebagai_json:
        dokumen = [{"jenis": d.jenis, "path": d.path, "sha256": d.sha256}]
        show_json(
            {
                "periode": hasil.periode.id,
                "dokumen": dokumen,
                "kurang": list(hasil.kurang),
                "perhatian": list(hasil.perhatian),
            }
        )
        return
    show_set_aside(hasil.disisihkan)
    for judul, isi in (("Dibiarkan kosong untuk diisi:", hasil.kurang), ("Perlu diperhatikan:", hasil.perhatian)):
        if isi:
            show(judul)
        for teks in isi:
            show(f"  {teks}")
    show_documents((d.path,), ws.akar)


def _daftar(*, sebagai_json: bool) -> None:
    """The kinds, what each takes from the master, and which steps of which SOP it serves."""
    from kinerja.render.surat import BAHAN, JENIS

    if sebagai_json:
        isi: list[dict[str, Any]] = [
            {
                "jenis": jenis,
                "judul": s.judul,
                "periode": "tahun" if s.tahunan else "wajib",
                "butuh": [BAHAN[b] for b in s.butuh],
                "langkah": [{"profil": profil, "langkah": no} for profil, no in s.langkah],
            }
            for jenis, s in JENIS.items()
        ]
        show_json({"surat": isi})
        return
    perintah = {jenis: f"{jenis}{'' if s.tahunan else ' PERIODE'}" for jenis, s in JENIS.items()}
    lebar = max(map(len, perintah.values())) + 2
    for jenis, s in JENIS.items():
        click.echo(f"{perintah[jenis]:<{lebar}}{s.judul}")
        click.echo(f"{'':<{lebar}}dari {'; '.join(BAHAN[b] for b in s.butuh)}")
        click.echo(f"{'':<{lebar}}untuk {', '.join(f'{profil} {no}' for profil, no in s.langkah)}")
