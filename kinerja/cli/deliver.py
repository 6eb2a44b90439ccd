"""`kinerja deliver`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_json, show_set_aside
from kinerja.cli.options import PERIODE, TANGGAL, json_option, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import SalahPakai

if TYPE_CHECKING:
    from kinerja.pipeline.deliver import HasilBukti, HasilDeliver
    from kinerja.pipeline.workspace import Workspace


@click.command(cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--tanggal", metavar="TANGGAL", type=TANGGAL, default=None, help="Tanggal surat, atau tanggal diterima.")
@click.option("--atas-nama", metavar="PERAN", default=None, help="Penanda tangan surat atas nama pimpinan (a.n.).")
@click.option("--ttd", metavar="BERKAS", default=None, help="Laporan bertanda tangan (PDF) untuk diunggah.")
@click.option("--bukti", metavar="BERKAS", default=None, help="Pindaian tanda terima; menutup langkah pengiriman.")
@click.option("--oleh", metavar="NAMA", default=None, help="Siapa yang mengirimkannya; wajib bersama --bukti.")
@click.option(
    "--versi", type=click.IntRange(1, 999), default=None, help="Versi yang diterima, bila bukan yang terbaru."
)
@workspace_option
@json_option
def deliver(
    periode: Periode, tanggal: date | None, atas_nama: str | None, ttd: str | None, bukti: str | None,
    oleh: str | None, versi: int | None, map_kerja: str | None, sebagai_json: bool,
) -> None:  # fmt: skip
    """Menyiapkan pengiriman laporan final; dengan --bukti, mencatat tanda terimanya.

    Hasilnya surat pengantar, tanda terima, bukti pengiriman, dan berkas untuk diunggah beserta sidiknya.
    """
    ws = open_workspace(map_kerja)
    if bukti is None:
        if oleh is not None or versi is not None:
            raise SalahPakai(
                "Pilihan --oleh dan --versi hanya berlaku bersama --bukti.", "Tambahkan --bukti BERKAS, atau hapus."
            )
        _siapkan(ws, periode, tanggal, atas_nama, ttd, sebagai_json=sebagai_json)
        return
    from kinerja.pipeline.deliver import deliver_bukti

    if oleh is None or tanggal is None or atas_nama is not None or ttd is not None:
        raise SalahPakai(
            "Bersama --bukti diperlukan --oleh dan --tanggal, tanpa --ttd dan --atas-nama.",
            "Tulis misalnya: --bukti pindaian.pdf --oleh “Nama” --tanggal 2026-02-13.",
        )
    hasil = deliver_bukti(ws, periode, bukti=Path(bukti), oleh=oleh, tanggal=tanggal, versi=versi, waktu=now())
    _tampilkan_bukti(hasil, periode, tanggal, sebagai_json=sebagai_json)


def _siapkan(
    ws: Workspace, periode: Periode, tanggal: date | None, atas_nama: str | None, ttd: str | None, *, sebagai_json: bool
) -> None:
    from kinerja.pipeline.deliver import deliver as run

    berkas = Path(ttd) if ttd is not None else None
    with kemajuan() as lapor:
        hasil = run(ws, periode, tanggal=tanggal, atas_nama=atas_nama, ttd=berkas, waktu=now(), lapor=lapor)
    if sebagai_json:
        show_json(_json(hasil))
        return
    f, r = hasil.final, hasil.ralat
    sebagai = f" sebagai ralat ke-{r.ke}; {len(r.butir)} angka berubah" if r is not None else ""
    show(f"Pengiriman laporan {periode.nama} versi {f.versi} (nomor {f.nomor}) sudah disiapkan{sebagai}.")
    show_set_aside(hasil.disisihkan)
    for judul, isi in (("Dibiarkan kosong untuk diisi:", hasil.kurang), ("Perlu diperhatikan:", hasil.perhatian)):
        if isi:
            show(judul)
        for teks in isi:
            show(f"  {teks}")
    show_documents((d.path for d in hasil.dokumen), ws.akar)
    show(f"Setelah diterima: kinerja deliver {periode.id} --bukti PINDAIAN.pdf --oleh NAMA --tanggal TANGGAL")


def _json(hasil: HasilDeliver) -> dict[str, object]:
    r = hasil.ralat
    return {
        "periode": hasil.final.periode.id,
        "versi": hasil.final.versi,
        "nomor": hasil.final.nomor,
        "ralat": {
            "ke": r.ke,
            "atas_versi": r.lama.versi,
            "alasan": r.alasan,
            "perubahan": [
                {
                    "indikator": b.indikator,
                    "tempat": b.tempat,
                    "angka": b.angka,
                    "semula": b.semula,
                    "menjadi": b.menjadi,
                }
                for b in r.butir
            ],
        }
        if r is not None
        else None,
        "dokumen": [{"jenis": d.jenis, "path": d.path, "sha256": d.sha256} for d in hasil.dokumen],
        "kurang": list(hasil.kurang),
        "perhatian": list(hasil.perhatian),
    }


def _tampilkan_bukti(hasil: HasilBukti, periode: Periode, tanggal: date, *, sebagai_json: bool) -> None:
    from kinerja.sop.status import langkah_json

    if sebagai_json:
        show_json(
            {
                "periode": periode.id,
                "versi": hasil.versi,
                "tanggal": tanggal.isoformat(),
                "bukti": hasil.bukti,
                "langkah": [langkah_json(h.posisi) for h in hasil.langkah],
                "perhatian": list(hasil.perhatian),
            }
        )
        return
    kata = "dicatat" if hasil.baru else "memang sudah tercatat"
    show(f"Tanda terima laporan {periode.nama} versi {hasil.versi}, diterima {format_tanggal(tanggal)}, {kata}.")
    for h in hasil.langkah:
        p = h.posisi
        click.echo(f"Langkah {p.langkah.no or p.langkah.id}, {p.periode.nama}: {p.status.value}.")
        click.echo(f"  {p.bukti}")
    for teks in (*hasil.perhatian, *dict.fromkeys(w for h in hasil.langkah for w in h.peringatan)):
        show(f"Perlu diperhatikan: {teks}")
