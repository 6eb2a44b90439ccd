"""A file that is no form and may be evidence: known by name, size and first bytes, never opened otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePosixPath

KEPALA = 1024  # bytes that `cacat_bukti` looks at

_ZIP = {".zip", ".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".odt", ".ods", ".odp"}
_ZIP_KOSONG = b"PK\x05\x06"
_TERKECIL = {**dict.fromkeys(_ZIP, 100), ".pdf": 100, ".jpg": 100, ".jpeg": 100, ".png": 67}

# Why a file that lies inside another could not be taken out of it.
_SEBAB = {
    "BRK007": "terkunci kata sandi di dalam arsipnya",
    "BRK010": "mengembang tidak wajar saat dibuka",
    "BRK023": "tidak dapat dibaca",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bukti:
    """Such a file as it was found. `alir` gives it in pieces as long as the walk stands at it; None: it is too large.

    `alir` raises BerkasDitolak; `tanda` changes when the content does.
    """

    path: str
    ukuran: int
    tanda: str
    diterima: datetime
    alir: Callable[[], Iterator[bytes]] | None
    pengirim: str | None = None  # as of a `Kandidat`


def cacat_bukti(nama: str, ukuran: int, kepala: bytes) -> str | None:
    """What is plainly wrong with a file by its first bytes: empty or cut off; None when nothing is."""
    akhiran = PurePosixPath(nama).suffix.lower()
    if ukuran == 0:
        return "kosong, 0 bita"
    if not kepala.strip(b"\0"):
        return "hanya berisi bita nol"
    if akhiran in _ZIP and kepala.startswith(_ZIP_KOSONG):
        return "arsip tanpa isi"
    if ukuran < _TERKECIL.get(akhiran, 0):
        return f"terpotong, hanya {ukuran} bita"
    return None


def cacat_ditolak(kode: str) -> str:
    """The same for a file that could not be taken out of the one in which it came."""
    return _SEBAB.get(kode, "rusak atau terpotong di dalam arsipnya")
