"""`kinerja approve` and `kinerja reject`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show_documents, show_json, show_set_aside
from kinerja.cli.options import PERIODE, F, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal

if TYPE_CHECKING:
    from kinerja.pipeline.approve import HasilPersetujuan
    from kinerja.pipeline.workspace import Workspace


def _langkah(f: F) -> F:
    return click.option(
        "--langkah", metavar="NO", default=None, help="Langkah SOP; bila kosong yang mendapat giliran."
    )(f)


@click.command("approve", cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang menyetujui.")
@_langkah
@click.option("--catatan", default="", metavar="TEKS", help="Catatan pada lembar kendali.")
@workspace_option
@json_option
def approve(
    periode: Periode, oleh: str, langkah: str | None, catatan: str, map_kerja: str | None, sebagai_json: bool
) -> None:
    """Menyetujui konsep laporan menurut giliran SOP. Yang mengisi atau menyusun tidak menyetujui."""
    from kinerja.pipeline.approve import approve as run

    ws = open_workspace(map_kerja)
    hasil = run(ws, periode, oleh=oleh, langkah=langkah, catatan=catatan, waktu=now())
    _tampilkan(ws, periode, hasil, sebagai_json=sebagai_json)


@click.command("reject", cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang menolak.")
@_langkah
@click.option("--catatan", required=True, metavar="TEKS", help="Apa yang harus diperbaiki.")
@workspace_option
@json_option
def reject(
    periode: Periode, oleh: str, langkah: str | None, catatan: str, map_kerja: str | None, sebagai_json: bool
) -> None:
    """Menolak konsep laporan dengan catatan: pekerjaan kembali ke langkah yang disebut SOP."""
    from kinerja.pipeline.approve import reject as run

    ws = open_workspace(map_kerja)
    hasil = run(ws, periode, oleh=oleh, langkah=langkah, catatan=catatan, waktu=now())
    _tampilkan(ws, periode, hasil, sebagai_json=sebagai_json)


def _tampilkan(ws: Workspace, periode: Periode, hasil: HasilPersetujuan, *, sebagai_json: bool) -> None:
    k, d = hasil.keputusan, hasil.dokumen
    if sebagai_json:
        show_json(
            {
                "periode": periode.id,
                "keputusan": "ditolak" if k.ditolak else "disetujui",
                "langkah": k.langkah,
                "peran": k.peran,
                "oleh": k.oleh,
                "tanggal": k.tanggal.isoformat(),
                "catatan": k.catatan,
                "konsep": k.konsep,
                "kembali_ke": hasil.kembali_ke,
                "berikutnya": hasil.berikutnya,
                "dokumen": [{"jenis": d.jenis, "path": d.path, "sha256": d.sha256}],
            }
        )
        return
    kata = "ditolak" if k.ditolak else "disetujui"
    click.echo(f"Konsep laporan {periode.nama} {kata} {k.oleh} ({k.peran}) pada {format_tanggal(k.tanggal)}.")
    if k.catatan:
        click.echo(f"  {k.catatan}")
    if k.ditolak:
        click.echo(
            f"Kembali ke {hasil.kembali_ke or 'penyusun konsep'}; sesudah diperbaiki: kinerja build {periode.id}"
        )
    elif hasil.berikutnya is not None:
        click.echo(f"Berikutnya: persetujuan {hasil.berikutnya}.")
    else:
        click.echo(f"Semua persetujuan sudah ada. Berikutnya: kinerja finalize {periode.id}")
    show_set_aside(hasil.disisihkan)
    show_documents((d.path,), ws.akar)
