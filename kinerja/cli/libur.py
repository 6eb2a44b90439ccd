"""`kinerja libur`."""

from __future__ import annotations

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_json
from kinerja.cli.options import json_option, now, open_workspace, workspace_option


@click.command(cls=Perintah)
@click.argument("tahun", type=click.IntRange(2000, 2100), required=False)
@workspace_option
@json_option
def libur(tahun: int | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Menambahkan hari libur nasional dan cuti bersama ke lembar Libur; tanpa TAHUN, tahun induk."""
    from kinerja.domain.tanggal import format_tanggal
    from kinerja.pipeline.libur import isi_libur

    hasil = isi_libur(open_workspace(map_kerja), tahun, waktu=now())
    if sebagai_json:
        show_json(
            {
                "tahun": hasil.tahun,
                "ditambahkan": [
                    {
                        "tanggal": h.tanggal.isoformat(),
                        "keterangan": h.keterangan,
                        "dasar": h.dasar,
                        "perkiraan": h.perkiraan,
                    }
                    for h in hasil.baru
                ],
                "sudah_ada": hasil.sudah_ada,
                "usang": [{"tanggal": h.tanggal.isoformat(), "keterangan": h.keterangan} for h in hasil.usang],
            }
        )
        return
    if hasil.baris is None:
        show(f"Lembar Libur sudah memuat semua hari libur {hasil.tahun} yang dikenal; induk.xlsx tidak diubah.")
    else:
        akhir = hasil.baris + len(hasil.baru) - 1
        baris = f"baris {hasil.baris}–{akhir}" if akhir > hasil.baris else f"baris {akhir}"
        show(f"{len(hasil.baru)} hari libur {hasil.tahun} ditambahkan ke induk.xlsx, lembar Libur, {baris}:")
        for h in hasil.baru:
            show(f"  {format_tanggal(h.tanggal):<18} {h.keterangan}")
        show("Cocokkan dengan keputusan bersama menteri (SKB), lalu tambahkan hari libur daerah di bawahnya.")
    if any(h.perkiraan for h in hasil.baru):
        show("Yang bertanda (perkiraan) dapat bergeser; jalankan lagi perintah ini sesudah SKB terbit.")
    for lama in hasil.usang:
        show(
            f"{format_tanggal(lama.tanggal)}, {lama.keterangan}, tidak ada lagi dalam daftar: hapus barisnya bila "
            "tanggalnya sudah bergeser."
        )
