"""Parts of a package that the forms of one office share byte for byte: parsed once, then remembered."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
_MAKS_BAGIAN = 65_536  # bytes; what a stranger makes larger is parsed each time and not kept


def hafal(banyak: int) -> Callable[[Callable[[bytes, str], T]], Callable[[bytes, str], T]]:
    """Remember the results of a parser of (data, name of the part) for the last `banyak` small parts."""

    def hias(urai: Callable[[bytes, str], T]) -> Callable[[bytes, str], T]:
        tersimpan = lru_cache(maxsize=banyak)(urai)

        @wraps(urai)
        def baca(data: bytes, bagian: str) -> T:
            return (tersimpan if len(data) <= _MAKS_BAGIAN else urai)(data, bagian)

        return baca

    return hias
