"""The NIP of a civil servant as documents print it."""

from __future__ import annotations


def format_nip(teks: str) -> str:
    """18 digits in the usual groups of 8, 6, 1 and 3; anything else as it was written."""
    angka = "".join(teks.split())
    if len(angka) == 18 and angka.isdigit():
        return f"{angka[:8]} {angka[8:14]} {angka[14]} {angka[15:]}"
    return teks.strip()
