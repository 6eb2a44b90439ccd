"""`kinerja sop list | show | copy | print`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kinerja.cli.group import KelompokPerintah, Perintah
from kinerja.cli.messages import show as tampilkan
from kinerja.cli.messages import show_documents, show_json, show_set_aside
from kinerja.cli.options import json_option, now, open_workspace, workspace_option

if TYPE_CHECKING:
    from kinerja.sop.model import Langkah


@click.group(cls=KelompokPerintah)
def sop() -> None:
    """Profil SOP dan langkah-langkahnya."""


def _kantor(map_kerja: str | None) -> Path | None:
    """The folder of the office's own profiles; None outside a workspace, where only the built-in ones are known."""
    from kinerja.errors import KinerjaError

    try:
        return open_workspace(map_kerja).sop
    except KinerjaError:
        if map_kerja or click.get_current_context().find_root().obj:
            raise
        return None


@sop.command("list", cls=Perintah)
@workspace_option
@json_option
def list_(map_kerja: str | None, sebagai_json: bool) -> None:
    """Daftar profil SOP: yang bawaan dan milik kantor."""
    from kinerja.sop.loader import ProfilRusak, daftar_profil, load_profil, profil_kantor

    kantor = _kantor(map_kerja)
    milik = profil_kantor(kantor) if kantor is not None else ()
    daftar: list[dict[str, Any]] = []
    for nama in daftar_profil(kantor):
        asal = "kantor" if nama in milik else "bawaan"
        try:
            p = load_profil(nama, kantor)
            daftar.append({"profil": nama, "judul": p.judul, "laporan": list(p.laporan), "asal": asal})
        except ProfilRusak:
            daftar.append({"profil": nama, "judul": None, "laporan": [], "asal": asal})
    if sebagai_json:
        show_json({"profil": daftar})
        return
    lebar = max(14, *(len(d["profil"]) for d in daftar))
    for d in daftar:
        judul = d["judul"] or "(tidak dapat dipakai; kesalahannya: kinerja check)"
        click.echo(f"{d['profil']:<{lebar}} {d['asal']:<7} {judul}")


@sop.command("show", cls=Perintah)
@click.argument("profil")
@workspace_option
@json_option
def show(profil: str, map_kerja: str | None, sebagai_json: bool) -> None:
    """Langkah-langkah satu profil SOP, dan apa yang perlu dipastikan."""
    from kinerja.pipeline.sop import periksa_nama
    from kinerja.sop.json import profil_json
    from kinerja.sop.loader import load_profil

    kantor = _kantor(map_kerja)
    periksa_nama(kantor, profil)
    p = load_profil(profil, kantor)
    if sebagai_json:
        show_json(profil_json(p))
        return
    click.echo(p.judul)
    for s in p.sop:
        click.echo(f"\n{s.nama}")
        n = s.naskah
        if naskah := [x for x in (n.nomor and f"Nomor {n.nomor}", n.tanggal_pembuatan, n.disahkan_oleh) if x]:
            click.echo(f"  Naskah: {'; '.join(naskah)}")
        for langkah in s.langkah:
            _langkah(langkah)
        if s.jumlah_waktu:
            click.echo(f"  Jumlah waktu: {s.jumlah_waktu}")
        for kunci, sebab in s.kepala.ragu:
            click.echo(f"  ? {kunci}: {sebab}")


def _langkah(x: Langkah) -> None:
    """One step, and below it which of its keys to confirm and why."""
    waktu = f"; {x.waktu}" if x.waktu else ""
    kembali = f"; bila ditolak kembali ke {x.jika_ditolak}" if x.jika_ditolak else ""
    click.echo(f"  {x.no or '-':>3}  {x.uraian} — {', '.join(x.pelaksana)}{waktu}{kembali}")
    for kunci, sebab in x.tafsiran_pada:
        click.echo(f"       * tafsiran pada {kunci}: {sebab}")
    for kunci, sebab in x.ragu:
        click.echo(f"       ? {kunci}: {sebab}")


@sop.command("copy", cls=Perintah)
@click.argument("profil")
@click.argument("nama_baru", required=False)
@workspace_option
def copy(profil: str, nama_baru: str | None, map_kerja: str | None) -> None:
    """Menyalin profil SOP ke map kerja, untuk disesuaikan dengan kantor."""
    from kinerja.pipeline.sop import copy_profil

    ws = open_workspace(map_kerja)
    path = copy_profil(ws, profil, nama_baru)
    show_documents((path,), ws.akar)
    nama = Path(path).stem
    if nama != profil:
        tampilkan(f'Agar dipakai, tulis pada kinerja.toml: sop = "{nama}"')
    tampilkan("Sunting dengan penyunting teks, lalu jalankan: kinerja check")


@sop.command("print", cls=Perintah)
@click.argument("profil", required=False)
@workspace_option
@json_option
def print_(profil: str | None, map_kerja: str | None, sebagai_json: bool) -> None:
    """Mencetak SOP di Word dan Excel: kotak kepala, tabel alur, gambar alur; tanpa PROFIL, yang dipakai kantor."""
    from kinerja.pipeline.sop import print_sop

    ws = open_workspace(map_kerja)
    hasil = print_sop(ws, profil, waktu=now())
    if sebagai_json:
        dokumen = [{"jenis": d.jenis, "path": d.path, "sha256": d.sha256} for d in hasil.dokumen]
        catatan = [{"sop": nama, "perlu_dipastikan": banyak} for nama, banyak in hasil.catatan]
        show_json({"profil": hasil.profil.nama, "dokumen": dokumen, "catatan": catatan})
        return
    show_set_aside(hasil.disisihkan)
    for nama, banyak in hasil.catatan:
        if banyak:
            tampilkan(f"{nama}: {banyak} hal perlu dipastikan sebelum disahkan (bertanda * dan ** pada cetakannya).")
    show_documents((d.path for d in hasil.dokumen), ws.akar)
