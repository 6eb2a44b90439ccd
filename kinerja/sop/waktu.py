"""Durations as the SOPs publish them, read as whole days: `2 hari`, `1 Minggu`, `1 s.d. 5 hari`, `30 menit`."""

from __future__ import annotations

import re

_POLA = re.compile(r"(?:(\d{1,3}) s\.d\. )?(\d{1,3}) (menit|jam|hari|minggu)( per minggu)?", re.IGNORECASE)
_HARI = {"menit": 0, "jam": 0, "hari": 1, "minggu": 7}


def parse_waktu(teks: str) -> int:
    """Days that a published duration takes; what lasts minutes or hours takes none, of a range the longest counts.

    An empty text (the SOP prints no duration) is 0 days. ValueError, with the accepted forms, on anything else.
    """
    return rentang_waktu(teks)[1]


def rentang_waktu(teks: str) -> tuple[int, int]:
    """The fewest and the most days that a published duration leaves; equal unless it is a range."""
    if not teks:
        return 0, 0
    cocok = _POLA.fullmatch(teks)
    if cocok is None or int(cocok[1] or 0) > int(cocok[2]):
        raise ValueError(f"“{teks}” bukan lama waktu; bentuk yang dikenal: 2 hari; 1 s.d. 5 hari; 1 minggu; 30 menit")
    satuan = _HARI[cocok[3].casefold()]
    return int(cocok[1] or cocok[2]) * satuan, int(cocok[2]) * satuan
