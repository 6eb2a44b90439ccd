"""`kinerja step done | reject | undo`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.group import KelompokPerintah, Perintah
from kinerja.cli.messages import show, show_json
from kinerja.cli.options import PERIODE, TANGGAL, F, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode

if TYPE_CHECKING:
    from kinerja.pipeline.step import HasilStep


@click.group(cls=KelompokPerintah)
def step() -> None:
    """Menandai langkah SOP yang dikerjakan orang: selesai, ditolak, atau tandanya dicabut."""


def _periode(f: F) -> F:
    return click.option(
        "--periode", type=PERIODE, default=None, help="Periode langkah itu; bila kosong seperti kinerja status."
    )(f)


def _yakin(f: F) -> F:
    return click.option("--yakin", is_flag=True, help="Tanggalnya memang mendahului periodenya.")(f)


@step.command("done", cls=Perintah)
@click.argument("no")
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang mengerjakannya.")
@click.option("--tanggal", required=True, type=TANGGAL, help="Kapan dikerjakan.")
@click.option("--bukti", default=None, metavar="BERKAS", help="Berkas bukti, misalnya pindaian; disalin ke arsip.")
@click.option("--catatan", default="", metavar="TEKS", help="Keterangan lain.")
@_periode
@_yakin
@workspace_option
@json_option
def done(
    no: str, oleh: str, tanggal: date, bukti: str | None, catatan: str, periode: Periode | None, yakin: bool,
    map_kerja: str | None, sebagai_json: bool,
) -> None:  # fmt: skip
    """Menandai langkah NO selesai. NO: kode atau nomor langkah, seperti pada kinerja status."""
    from kinerja.pipeline.step import step_done as run

    hasil = run(
        open_workspace(map_kerja),
        no,
        periode=periode,
        oleh=oleh,
        tanggal=tanggal,
        bukti=Path(bukti) if bukti is not None else None,
        catatan=catatan,
        yakin=yakin,
        waktu=now(),
    )
    _tampilkan(hasil, sebagai_json=sebagai_json)


@step.command("reject", cls=Perintah)
@click.argument("no")
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang menolak.")
@click.option("--alasan", required=True, metavar="TEKS", help="Mengapa ditolak.")
@click.option("--tanggal", default=None, type=TANGGAL, help="Kapan ditolak; bila kosong hari ini.")
@_periode
@_yakin
@workspace_option
@json_option
def reject(
    no: str, oleh: str, alasan: str, tanggal: date | None, periode: Periode | None, yakin: bool,
    map_kerja: str | None, sebagai_json: bool,
) -> None:  # fmt: skip
    """Menolak hasil pada langkah NO: pekerjaan kembali ke langkah yang disebut SOP."""
    from kinerja.pipeline.step import step_reject as run

    hasil = run(
        open_workspace(map_kerja),
        no,
        periode=periode,
        oleh=oleh,
        tanggal=tanggal,
        alasan=alasan,
        yakin=yakin,
        waktu=now(),
    )
    _tampilkan(hasil, sebagai_json=sebagai_json)


@step.command("undo", cls=Perintah)
@click.argument("no")
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang mencabut tandanya.")
@click.option("--alasan", required=True, metavar="TEKS", help="Mengapa tanda itu keliru.")
@_periode
@workspace_option
@json_option
def undo(no: str, oleh: str, alasan: str, periode: Periode | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Mencabut tanda terakhir pada langkah NO; yang tercatat tidak pernah dihapus."""
    from kinerja.pipeline.step import step_undo as run

    hasil = run(open_workspace(map_kerja), no, periode=periode, oleh=oleh, alasan=alasan, waktu=now())
    _tampilkan(hasil, sebagai_json=sebagai_json)


def _tampilkan(hasil: HasilStep, *, sebagai_json: bool) -> None:
    from kinerja.cli.status import berikutnya_json, kalimat_berikut
    from kinerja.sop.status import langkah_json

    p = hasil.posisi
    if sebagai_json:
        show_json(
            {
                "periode": p.periode.id,
                "tindakan": hasil.tindakan,
                "langkah": langkah_json(p),
                "peringatan": list(hasil.peringatan),
                "berikutnya": berikutnya_json(hasil.berikutnya),
            }
        )
        return
    kata = {"dicabut": "tanda terakhirnya dicabut", "tetap": "sudah tercatat demikian"}.get(
        hasil.tindakan, hasil.tindakan
    )
    click.echo(f"Langkah {p.langkah.no or p.langkah.id}, {p.periode.nama}: {kata}.")
    click.echo(f"  {p.langkah.uraian}")
    click.echo(f"  {p.bukti or p.status.value}")
    for teks in hasil.peringatan:
        show(f"Perlu diperhatikan: {teks}")
    if hasil.berikutnya is not None:
        click.echo(kalimat_berikut(hasil.berikutnya))
