"""Click with lazy commands and Indonesian headings."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click


class Perintah(click.Command):
    """A command whose help page is Indonesian."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Pemakaian: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        baris = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx)) is not None]
        if baris:
            with formatter.section("Pilihan"):
                formatter.write_dl(baris)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        pilihan = super().get_help_option(ctx)
        if pilihan is not None:
            pilihan.help = "Menampilkan bantuan ini."
        return pilihan


class KelompokPerintah(click.Group):
    """A group that knows its commands by name and imports one only when it is called."""

    command_class = Perintah

    def __init__(self, *args: Any, perintah: Mapping[str, tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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

    format_usage = Perintah.format_usage
    get_help_option = Perintah.get_help_option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        Perintah.format_options(self, ctx, formatter)  # type: ignore[arg-type]
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        baris = [(nama, bantuan) for nama, (_, bantuan) in self._perintah.items()]
        baris += [(n, self.commands[n].get_short_help_str(80)) for n in self.commands]
        with formatter.section("Perintah"):
            formatter.write_dl(baris)
