"""`kinerja status`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show_json
from kinerja.cli.options import PERIODE, json_option, now, open_workspace, workspace_option
from kinerja.domain.periode import Periode

if TYPE_CHECKING:
    from kinerja.pipeline.giliran import Berikutnya
    from kinerja.pipeline.status import HasilStatus
    from kinerja.sop.status import Posisi


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE, required=False)
@workspace_option
@json_option
def status(periode: Periode | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Siapa sudah mengirim, langkah SOP, tenggat, dan keterlambatan."""
    from kinerja.pipeline.status import status as run

    hasil = run(open_workspace(map_kerja), periode, waktu=now())
    if sebagai_json:
        show_json(_json(hasil))
        return
    click.echo(f"Status {hasil.periode.nama}")
    for u in hasil.unit:
        telat = f", terlambat {u.terlambat_hari} hari" if u.terlambat_hari else ""
        revisi = f" (revisi {u.revisi})" if u.revisi is not None else ""
        click.echo(f"  {u.unit:<8} {u.status.replace('_', ' ')}{revisi}{telat}")
    if hasil.ingatkan is not None:
        click.echo(f"  Untuk mengingatkan unit yang belum selesai: kinerja remind {hasil.ingatkan.id}")
    _langkah(hasil)
    for teks in hasil.catatan:
        click.echo(teks)
    click.echo()
    if hasil.berikutnya is not None:
        click.echo(kalimat_berikut(hasil.berikutnya))
    elif any(p.status.value != "selesai" for p in hasil.langkah):
        click.echo("Berikutnya: belum ada; periodenya belum mulai.")
    else:
        click.echo(f"Semua langkah SOP untuk {hasil.periode.nama} selesai.")


def _langkah(hasil: HasilStatus) -> None:
    """The steps under the SOP and the period for which each is done."""
    kepala: tuple[str, Periode] | None = None
    for p in hasil.langkah:
        if kepala != (kepala := (p.sop, p.periode)):
            click.echo(f"{p.sop}, {p.periode.nama}")
        _satu(p, hasil)


def _satu(p: Posisi, hasil: HasilStatus) -> None:
    """One step; below it what proves it, and of a late one how late and who is to do it."""
    from kinerja.domain.tanggal import format_tanggal
    from kinerja.sop.sebut import sebut_pelaksana

    tenggat = f"paling lambat {format_tanggal(p.tenggat)}" if p.tenggat is not None else "tanpa tenggat"
    click.echo(f"  {p.langkah.no or '-':>3}  {p.status.value:<9}  {tenggat:<34}  {p.langkah.uraian}")
    rinci = [f"terlambat {p.terlambat_hari} hari"] if p.terlambat_hari else []
    if p.tenggat_libur and p.status.value != "selesai":
        rinci.append("tenggatnya hari libur")
    if p.status.value in ("terlambat", "ditolak"):
        rinci.append(f"oleh {sebut_pelaksana(p.langkah, hasil.orang)}")
    for teks in (", ".join(rinci), f"bukti: {p.bukti}" if p.bukti else ""):
        if teks:
            click.echo(f"{'':18}{teks}")


def kalimat_berikut(b: Berikutnya) -> str:
    """The step to do next, by whom, by when, and with which command."""
    from kinerja.domain.tanggal import format_tanggal
    from kinerja.sop.sebut import sebut_langkah

    p = b.posisi
    batas = f", paling lambat {format_tanggal(p.tenggat)}" if p.tenggat is not None else ""
    if p.terlambat_hari:
        batas += f" (terlambat {p.terlambat_hari} hari)"
    return "\n".join(
        (
            f"Berikutnya: {sebut_langkah(p.langkah)} ({p.periode.nama}), {p.langkah.uraian};",
            f"  oleh {b.pelaksana}{batas};",
            f"  jalankan: {b.perintah}",
        )
    )


def berikutnya_json(b: Berikutnya | None) -> dict[str, Any] | None:
    """The same for programs."""
    if b is None:
        return None
    p = b.posisi
    return {
        "sop": p.sop,
        "id": p.langkah.id,
        "periode": p.periode.id,
        "tenggat": p.tenggat.isoformat() if p.tenggat is not None else None,
        "pelaksana": b.pelaksana,
        "perintah": b.perintah,
    }


def _json(hasil: HasilStatus) -> dict[str, Any]:
    """The contract's keys first, then our own."""
    from kinerja.sop.status import langkah_json

    return {
        "periode": hasil.periode.id,
        "unit": [
            {
                "unit": u.unit,
                "status": u.status,
                "revisi": u.revisi,
                "diterima": u.diterima.isoformat() if u.diterima is not None else None,
                "terlambat_hari": u.terlambat_hari,
            }
            for u in hasil.unit
        ],
        "langkah": [
            langkah_json(p) | {"orang": [n for x in p.langkah.pelaksana for n in hasil.orang[x]]} for p in hasil.langkah
        ],
        "berikutnya": berikutnya_json(hasil.berikutnya),
        "laporan": [
            {
                "jenis": m.jenis,
                "periode": m.periode.id,
                "tenggat": m.tenggat.isoformat(),
                "path": m.dibuat,
                "terlambat_hari": m.terlambat_hari,
            }
            for m in hasil.laporan
        ],
        "catatan": list(hasil.catatan),
    }
