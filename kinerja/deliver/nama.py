"""Names of files that every system takes: Windows is the strictest, and forms travel by e-mail and shared folders."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

PANJANG = 150  # characters, extension included
_PANJANG_BITA = 240  # in UTF-8; Linux and macOS stop at 255
_TERLARANG = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+')
_PERANTI = re.compile(r"(?i)(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")


def nama_aman(nama: str) -> str:
    """The name itself when it is safe; else the nearest safe one, the same every time.

    What is too long is cut before the extension and ends in 8 hex digits of the whole name, so that two long names
    never become one.
    """
    teks = _TERLARANG.sub("_", unicodedata.normalize("NFC", nama)).strip(" ").rstrip(". ")
    if not teks:
        teks = "_"
    if _PERANTI.fullmatch(teks):
        teks = f"_{teks}"
    if len(teks) <= PANJANG and len(teks.encode()) <= _PANJANG_BITA:
        return teks
    akhiran = PurePosixPath(teks).suffix
    if not 1 < len(akhiran) <= 6:
        akhiran = ""
    ekor = f"~{hashlib.sha256(teks.encode()).hexdigest()[:8]}{akhiran}"
    kepala = teks[: PANJANG - len(ekor)]
    while len((kepala + ekor).encode()) > _PANJANG_BITA:
        kepala = kepala[:-1]
    return kepala.rstrip(". ") + ekor
