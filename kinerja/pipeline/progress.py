"""How long work tells where it is: a function that the command line draws and tests ignore."""

from __future__ import annotations

from collections.abc import Callable

# (what is being done, how many are done, how many in all)
Lapor = Callable[[str, int, int], None]


def diam(_pekerjaan: str, _selesai: int, _semua: int) -> None:
    """Say nothing."""
