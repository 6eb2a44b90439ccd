"""`kinerja finalize` and `kinerja reopen`."""

from __future__ import annotations

from datetime import date

import click

from kinerja.cli.group import Perintah
from kinerja.cli.messages import show, show_documents, show_json, show_set_aside
from kinerja.cli.options import PERIODE, TANGGAL, json_option, now, open_workspace, workspace_option
from kinerja.cli.progress import kemajuan
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal


@click.command("finalize", cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--tanggal", metavar="TANGGAL", type=TANGGAL, default=None, help="Tanggal laporan; bila kosong hari ini.")
@click.option("--nomor", metavar="NOMOR", default=None, help="Nomor agenda; bila kosong nomor berikutnya.")
@click.option("--sementara", is_flag=True, help="Laporan keluar dengan angka sementara walau ada unit belum lengkap.")
@workspace_option
@json_option
def finalize(
    periode: Periode, tanggal: date | None, nomor: str | None, sementara: bool, map_kerja: str | None,
    sebagai_json: bool,
) -> None:  # fmt: skip
    """Memfinalkan laporan: bernomor, tanpa tanda KONSEP, dan semua masukannya dibekukan."""
    from kinerja.pipeline.finalize import finalize as run

    ws = open_workspace(map_kerja)
    with kemajuan() as lapor:
        hasil = run(ws, periode, tanggal=tanggal, nomor=nomor, sementara=sementara, waktu=now(), lapor=lapor)
    f = hasil.final
    if sebagai_json:
        show_json(
            {
                "periode": periode.id,
                "versi": f.versi,
                "nomor": f.nomor,
                "agenda": f.agenda,
                "tanggal": f.tanggal.isoformat(),
                "sementara": f.sementara,
                "baru": hasil.baru,
                "nomor_tanpa_keterangan": list(hasil.celah),
                "dokumen": [{"jenis": b.jenis, "path": b.path, "sha256": b.sha256} for b in f.berkas],
            }
        )
        return
    kata = "sekarang final" if hasil.baru else "memang sudah final; berkasnya lengkap"
    angka = ", angka sementara" if f.sementara else ""
    show(f"Laporan {periode.nama} {kata}: versi {f.versi}, nomor {f.nomor}, {format_tanggal(f.tanggal)}{angka}.")
    show_set_aside(hasil.disisihkan)
    for teks in hasil.pesan:
        show(teks)
    if hasil.celah:
        show(
            f"Nomor agenda tanpa keterangan: {', '.join(map(str, hasil.celah))}. Tulis di lembar Agenda untuk apa "
            "nomor itu dipakai, atau bahwa batal."
        )
    show_documents((b.path for b in f.berkas), ws.akar)
    if hasil.baru:
        show(f"Data {periode.nama} sekarang hanya dapat dibaca. Periksa kapan saja: kinerja verify {periode.id}")


@click.command("reopen", cls=Perintah)
@click.argument("periode", type=PERIODE)
@click.option("--oleh", required=True, metavar="NAMA", help="Siapa yang memerintahkan.")
@click.option("--alasan", required=True, metavar="TEKS", help="Mengapa dibuka; tercetak pada daftar perubahan.")
@workspace_option
@json_option
def reopen(periode: Periode, oleh: str, alasan: str, map_kerja: str | None, sebagai_json: bool) -> None:
    """Membuka kembali laporan final; finalize berikutnya membuat versi baru dengan daftar perubahan."""
    from kinerja.pipeline.reopen import reopen as run

    f, pengunci = run(open_workspace(map_kerja), periode, oleh=oleh, alasan=alasan, waktu=now())
    if sebagai_json:
        lain = pengunci.periode.id if pengunci is not None else None
        show_json({"periode": periode.id, "versi": f.versi, "versi_berikutnya": f.versi + 1, "masih_dikunci": lain})
        return
    show(f"Laporan {periode.nama} dibuka kembali; versi {f.versi} tetap disimpan.")
    if pengunci is not None:
        p = pengunci.periode
        show(f"Datanya masih dikunci laporan {p.nama}, yang juga final; bila perlu: kinerja reopen {p.id}")
    formulir = periode.id if len(periode.bulan) == 1 else "atas tiap periode formulirnya"
    show(
        f"Berkas yang masuk sesudah final dinilai oleh kinerja validate {formulir}. Sesudah itu kinerja build, "
        f"kinerja approve, dan kinerja finalize {periode.id} untuk versi {f.versi + 1}."
    )
