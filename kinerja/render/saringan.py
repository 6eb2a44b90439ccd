"""The filters that templates may use: all of them, and no others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType


def besar(teks: str) -> str:
    """CAPITALS, for titles."""
    return teks.upper()


def gabung(butir: Iterable[str]) -> str:
    """`a, b, dan c`."""
    daftar = list(butir)
    if len(daftar) <= 2:
        return " dan ".join(daftar)
    return ", ".join(daftar[:-1]) + ", dan " + daftar[-1]


SARINGAN: Mapping[str, Callable[..., str]] = MappingProxyType({"besar": besar, "gabung": gabung})
