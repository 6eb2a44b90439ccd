"""Places in a list, those in a row drawn together for print."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def rentang_urut(posisi: Iterable[int], nama: Sequence[str]) -> str:
    """The names at these places (from 0), three or more in a row drawn together: `B1–B4, B7`; empty for none."""
    runtun: list[list[int]] = []
    for n in sorted(set(posisi)):
        if runtun and n == runtun[-1][-1] + 1:
            runtun[-1].append(n)
        else:
            runtun.append([n])
    return ", ".join(f"{nama[r[0]]}–{nama[r[-1]]}" if len(r) > 2 else ", ".join(nama[n] for n in r) for r in runtun)
