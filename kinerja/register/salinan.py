"""A copy of the register as it stands at one moment, whoever has it open; the register itself is not changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from kinerja.errors import KinerjaError
from kinerja.register.basis import terjemahkan


def salin_register(path: Path) -> bytes:
    """The bytes of a consistent copy, of whatever schema it is. KinerjaError when it cannot be read or is damaged."""
    memori = sqlite3.connect(":memory:")
    try:
        asal = sqlite3.connect(path, timeout=5.0)
        try:
            asal.backup(memori)
        finally:
            asal.close()
        utuh = [r[0] for r in memori.execute("PRAGMA quick_check(1)")] == ["ok"]
        if utuh:
            return memori.serialize()
    except sqlite3.DatabaseError as e:
        raise terjemahkan(e, path) from e
    finally:
        memori.close()
    raise KinerjaError(
        f"{path.name} rusak, sehingga tidak dicadangkan.",
        "Pulihkan map kerja dari cadangan terakhir yang baik (kinerja restore), atau jalankan `kinerja validate` untuk "
        "mengetahui cara menyusunnya ulang.",
    )
