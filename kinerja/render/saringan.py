"""The filters that templates may use: all of them, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from kinerja.render.views.cetak import daftar_kata


def besar(teks: str) -> str:
    """CAPITALS, for titles."""
    return teks.upper()


def gabung(butir: Iterable[str]) -> str:
    """`a, b, dan c`."""
    return daftar_kata(list(butir))


SARINGAN: Mapping[str, Callable[..., str]] = MappingProxyType({"besar": besar, "gabung": gabung})
