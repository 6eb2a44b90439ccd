"""What a person reads on the terminal: errors, hints, tables of findings. Data go to stdout, the rest to stderr."""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.errors import KinerjaError
from kinerja.findings import Finding, Tingkat

_WARNA = {Tingkat.GALAT: "red", Tingkat.PERINGATAN: "yellow", Tingkat.CATATAN: "cyan"}


def show(teks: str = "") -> None:
    """A line for the person, on stderr."""
    click.echo(teks, err=True)


def show_json(data: Any) -> None:
    """The machine's answer: the only thing on stdout."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=1))


def show_error(e: KinerjaError) -> None:
    """A fault of the run: what, and what to do."""
    click.secho(f"Tidak dapat dilanjutkan: {e.pesan}", fg="red", err=True)
    click.echo(f"Yang perlu dilakukan: {e.saran}", err=True)


def show_bug(e: BaseException) -> None:
    """Our own fault, with all that a report of it needs."""
    click.secho("Terjadi kesalahan pada program kinerja, bukan pada data Anda.", fg="red", err=True)
    click.echo("Berkas Anda tidak diubah. Kirimkan teks di bawah ini kepada pengelola program:", err=True)
    click.echo("".join(traceback.format_exception(e)), err=True)


def show_usage_error(e: click.UsageError) -> None:
    """A wrong call, in Indonesian, with the command's own help one step away."""
    nama = e.ctx.command_path if e.ctx is not None else "kinerja"
    click.secho(_pemakaian(e), fg="red", err=True)
    click.echo(f"Lihat cara pakainya: {nama} --help", err=True)


def _pemakaian(e: click.UsageError) -> str:
    mirip = getattr(e, "possibilities", None)
    saran = f" Mungkin maksudnya: {', '.join(sorted(mirip))}." if mirip else ""
    if isinstance(e, click.NoSuchOption):
        return f"Pilihan {e.option_name} tidak dikenal.{saran}"
    if isinstance(e, click.MissingParameter):
        nama = e.param.make_metavar(e.ctx) if e.param is not None and e.ctx is not None else "isian"
        return f"{nama} belum ditulis."
    if isinstance(e, click.BadParameter):
        nama = e.param.human_readable_name if e.param is not None else "Isian"
        if e.param is not None and isinstance(e.param.type, click.IntRange):
            return f"{nama}: tulis bilangan bulat {e.param.type.min} s.d. {e.param.type.max}."
        if e.param is not None and isinstance(e.param.type, click.Choice):
            return f"{e.param.opts[0]}: tulis salah satu dari {', '.join(e.param.type.choices)}."
        return f"{nama}: {e.message}"
    if "No such command" in e.message:
        return _perintah_asing(e)
    if "unexpected extra argument" in e.message:
        return f"Ada tulisan yang berlebih pada perintah: {e.message.partition('(')[2].rstrip(')')}"
    if "requires an argument" in e.message:
        return "Ada pilihan yang belum diberi isi."
    return e.message


def _perintah_asing(e: click.UsageError) -> str:
    tertulis = e.message.split("'")[1] if "'" in e.message else ""
    grup = e.ctx.command if e.ctx is not None else None
    dikenal = grup.list_commands(e.ctx) if isinstance(grup, click.Group) and e.ctx is not None else []
    saran = mungkin(terdekat(tertulis, dikenal, 0.5)) or f" Perintah yang ada: {', '.join(dikenal)}."
    return f"Perintah {tertulis} tidak ada.{saran}"


def show_findings(temuan: Iterable[Finding]) -> None:
    """Findings one by one: severity, place, message, and what to do."""
    for t in temuan:
        kepala = click.style(f"[{t.tingkat.value} {t.kode}]", fg=_WARNA[t.tingkat])
        click.echo(f"{kepala} {t.sumber}: {t.pesan}", err=True)
        click.echo(f"    → {t.saran}", err=True)


def show_documents(path: Iterable[str], akar: Path) -> None:
    """Which files to open now, as seen from the folder in which the person stands. `path` are relative to `akar`."""
    daftar = list(path)
    if daftar:
        show("Berkas yang perlu dibuka:")
        for p in daftar:
            show(f"  {dari_sini(akar / p)}")


def dari_sini(berkas: Path) -> str:
    """The shorter of the full path and the path from the current folder."""
    try:
        relatif = os.path.relpath(berkas)
    except ValueError:  # Windows: another drive
        return str(berkas)
    return min(relatif, str(berkas), key=len)


def show_set_aside(disisihkan: Iterable[tuple[str, str]]) -> None:
    """Documents that people had edited, and where their version is now."""
    for path, disimpan in disisihkan:
        if disimpan.startswith("arsip/"):  # a Kertas Kerja Validasi: only what stands outside its columns is lost
            show(f"{path}: isi kolom kuning dibaca kembali. Tulisan di tempat lain hanya ada pada versi lamanya,")
            show(f"    {disimpan} (salin dan beri akhiran .xlsx untuk membukanya).")
        else:
            show(f"{path} sudah disunting orang; versi suntingannya disimpan di {disimpan}.")
