"""A progress bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kinerja.pipeline.progress import Lapor, diam


@contextmanager
def kemajuan() -> Iterator[Lapor]:
    """Yield the function that draws; the bar disappears at the end."""
    if not sys.stderr.isatty():
        yield diam
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True),
        transient=True,
    ) as bar:
        tugas: dict[str, TaskID] = {}

        def lapor(pekerjaan: str, selesai: int, semua: int) -> None:
            if pekerjaan not in tugas:
                tugas[pekerjaan] = bar.add_task(pekerjaan, total=semua)
            bar.update(tugas[pekerjaan], completed=selesai, total=semua)

        yield lapor
