"""`kinerja review`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_json, show_set_aside
from kinerja.cli.options import json_option, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.koreksi.model import JenisKoreksi

if TYPE_CHECKING:
    from kinerja.pipeline.review import HasilReview
    from kinerja.register.model import KoreksiTercatat


@click.command(cls=Perintah)
@click.argument("berkas", type=click.Path(path_type=Path), metavar="BERKAS.docx")
@workspace_option
@json_option
def review(berkas: Path, map_kerja: str | None, sebagai_json: bool) -> None:
    """Membaca koreksi pada konsep yang dikembalikan di Word: komentar, lacak perubahan, dan suntingan biasa.

    Hasilnya Daftar Koreksi dan Masukan; status tiap butir diisi orang di Excel dan dibaca kembali.
    """
    from kinerja.pipeline.review import review as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, berkas, waktu=now(), lapor=lapor)
    if sebagai_json:
        show_json({"koreksi": [x for k in hasil.koreksi for x in _json(k)]})
        return
    show_set_aside(hasil.disisihkan)
    show(_ringkas(berkas, hasil))
    show(f"Pembanding: {hasil.cara}.")
    for teks in hasil.narasi:
        show(teks)
    for teks in hasil.pertanyaan:
        show(f"Perlu dijawab: {teks}")
    show_documents((d.path for d in hasil.dokumen), ws.akar)


def _ringkas(berkas: Path, hasil: HasilReview) -> str:
    """How many of each kind, and how many of them are news."""
    if not hasil.koreksi:
        return f"{berkas.name}: tidak ada koreksi atau masukan."
    hitung = Counter(k.koreksi.jenis.value for k in hasil.koreksi)
    rincian = ", ".join(f"{n} {jenis}" for jenis, n in hitung.items())
    return f"{berkas.name}: {len(hasil.koreksi)} butir ({rincian}), {hasil.baru} di antaranya baru dibaca."


def _json(t: KoreksiTercatat) -> Iterator[dict[str, str | None]]:
    """A correction; each reply to a comment follows as a comment of its own."""
    k, status = t.koreksi, t.berlaku.value
    pindah = k.jenis is JenisKoreksi.PINDAHAN and k.keterangan
    umum = {"tempat": f"{k.tempat} ({k.keterangan})" if pindah else k.tempat, "status": status}
    yield {
        "jenis": k.jenis.value, "penulis": k.penulis, "waktu": k.waktu, "teks": k.teks, "teks_lama": k.teks_lama, **umum
    }  # fmt: skip
    for b in k.balasan:
        yield {
            "jenis": k.jenis.value, "penulis": b.penulis, "waktu": b.waktu, "teks": b.teks, "teks_lama": k.teks_lama,
            **umum,
        }  # fmt: skip
