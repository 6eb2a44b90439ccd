"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import parse_tanggal

if TYPE_CHECKING:
    from kinerja.pipeline.workspace import Workspace

F = TypeVar("F", bound=Callable[..., Any])


class TipePeriode(click.ParamType[Periode]):
    """A period argument."""

    name = "periode"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Periode:
        if isinstance(value, Periode):
            return value
        try:
            return Periode.parse(value)
        except ValueError as e:
            self.fail(str(e), param, ctx)


class TipeTanggal(click.ParamType[date]):
    """A date argument: `7 Februari 2026`, `07/02/2026`, `2026-02-07`."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        if (hasil := parse_tanggal(value)) is None:
            self.fail(f"“{value}” bukan tanggal; tulis misalnya 2026-02-07 atau 7/2/2026.", param, ctx)
        return hasil


PERIODE = TipePeriode()
TANGGAL = TipeTanggal()


def json_option(f: F) -> F:
    """`--json`: only JSON on stdout."""
    return click.option("--json", "sebagai_json", is_flag=True, help="Hasil sebagai JSON pada stdout.")(f)


def workspace_option(f: F) -> F:
    """`-C MAP` after the command's name, too."""
    return click.option(
        "-C", "map_kerja", metavar="MAP", default=None, help="Map kerja; bila kosong dicari dari map ini ke atas."
    )(f)


def open_workspace(map_kerja: str | None) -> Workspace:
    """The workspace named by `-C`, before or after the command, or found from the current folder upward."""
    from kinerja.pipeline.workspace import find_workspace

    pilihan = map_kerja or click.get_current_context().find_root().obj
    return find_workspace(Path(pilihan) if pilihan else None, Path.cwd())


def now() -> datetime:
    """The only clock: local time to the second, handed down as an argument."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 (office PCs and their papers speak local time)
