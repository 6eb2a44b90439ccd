"""Evidence that the units named, brought together: what differs only by its period is written once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.domain.periode import BULAN_SINGKAT, NAMA_BULAN, JenisPeriode
from kinerja.render.views.cetak import rentang_bulan

_SAAT = re.compile(rf"(?<![a-z])(?:{'|'.join((*NAMA_BULAN, *BULAN_SINGKAT))})(?![a-z])|[0-9]+", re.IGNORECASE)


def gabung_bukti(butir: Iterable[tuple[str | None, int]], cara: JenisPeriode) -> str:
    """Names of evidence with the month that each came in, in order of their first month; empty when there are none.

    Names that are equal but for their month or numbers stand once, the first in full: `Register Januari.xlsx dan yang
    sejenis (Jan–Mar)`.
    """
    kelompok: dict[str, dict[str, int]] = {}
    for teks, bulan in butir:
        if nama := " ".join((teks or "").split()):
            kelompok.setdefault(_SAAT.sub("#", nama).casefold(), {}).setdefault(nama, bulan)
    return "; ".join(_sebut(milik, cara) for milik in kelompok.values())


def _sebut(milik: dict[str, int], cara: JenisPeriode) -> str:
    pertama = next(iter(milik))
    return pertama if len(milik) == 1 else f"{pertama} dan yang sejenis ({rentang_bulan(milik.values(), cara)})"
