"""The near miss of a name that is not known, and the one sentence with which every message offers it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def terdekat(teks: str, pilihan: Iterable[str], batas: float = 0.6) -> str | None:
    """The choice most like the text, capitals apart; None when none is at least `batas` (0 to 1) like it."""
    asli = {p.casefold(): p for p in pilihan}
    dekat = difflib.get_close_matches(teks.strip().casefold(), asli, n=1, cutoff=batas)
    return asli[dekat[0]] if dekat else None


def mungkin(calon: str | None) -> str:
    """The sentence that offers a near miss, to be put behind another; empty when there is none."""
    return f" Mungkin maksudnya “{calon}”." if calon is not None else ""
