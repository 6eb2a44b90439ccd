"""Durations as the SOPs publish them, read as whole days: `2 hari`, `1 Minggu`, `1 s.d. 5 hari`, `30 menit`."""

from __future__ import annotations

import re

_POLA = re.compile(r"(?:(\d+) s\.d\. )?(\d+) (menit|jam|hari|minggu)( per minggu)?", re.IGNORECASE)
_HARI = {"menit": 0, "jam": 0, "hari": 1, "minggu": 7}


def parse_waktu(teks: str) -> int:
    """Days that a published duration takes; what lasts minutes or hours takes none, of a range the longest counts.

    An empty text (the SOP prints no duration) is 0 days. ValueError, with the accepted forms, on anything else.
    """
    if not teks:
        return 0
    cocok = _POLA.fullmatch(teks)
    if cocok is None:
        raise ValueError(f"“{teks}” bukan lama waktu; bentuk yang dikenal: 2 hari; 1 s.d. 5 hari; 1 minggu; 30 menit")
    return int(cocok[2]) * _HARI[cocok[3].casefold()]
