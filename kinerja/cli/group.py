"""Click with lazy commands and Indonesian headings."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from kinerja.errors import SalahPakai


class _Berbahasa(click.Command):
    """What commands and groups share: an Indonesian help page."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options_metavar = "[PILIHAN]"

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Pemakaian: ")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        pilihan = super().get_help_option(ctx)
        if pilihan is not None:
            pilihan.help = "Menampilkan bantuan ini."
        return pilihan

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        baris = [r for p in self.get_params(ctx) if isinstance(p, click.Option) and (r := p.get_help_record(ctx))]
        if baris:
            with formatter.section("Pilihan"):
                formatter.write_dl(baris)


class Perintah(_Berbahasa):
    """A command. Text that is no Unicode is refused here: neither the register nor a document can hold it."""

    def invoke(self, ctx: click.Context) -> Any:
        for p in self.params:
            nilai = ctx.params.get(p.name or "")
            if isinstance(nilai, str) and any("\ud800" <= h <= "\udfff" for h in nilai):
                raise SalahPakai(
                    f"{p.opts[0]} memuat huruf yang tidak dapat dibaca.",
                    "Ketik ulang teks itu; bila itu nama berkas, ganti dahulu nama berkasnya.",
                )
        return super().invoke(ctx)


class KelompokPerintah(_Berbahasa, click.Group):
    """A group that knows its commands by name and imports one only when it is called."""

    command_class = Perintah

    def __init__(self, *args: Any, perintah: Mapping[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subcommand_metavar = "PERINTAH …"
        self._perintah = dict(perintah or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self._perintah, *super().list_commands(ctx)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._perintah:
            return super().get_command(ctx, cmd_name)
        modul, _, nama = self._perintah[cmd_name][0].partition(":")
        perintah = getattr(importlib.import_module(modul), nama)
        assert isinstance(perintah, click.Command)
        return perintah

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        baris = [(nama, bantuan) for nama, (_, bantuan) in self._perintah.items()]
        baris += [(n, self.commands[n].get_short_help_str(80)) for n in self.commands]
        with formatter.section("Perintah"):
            formatter.write_dl(baris)
