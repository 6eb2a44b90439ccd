"""Dates as Indonesians write them: `7 Februari 2023`, `07/02/2023` (day first), ISO."""

from __future__ import annotations

import re
from datetime import date

from kinerja.domain.angka import rapikan
from kinerja.domain.periode import NAMA_BULAN

NAMA_HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_EJAAN_BULAN = {nama.casefold(): ke for ke, nama in enumerate(NAMA_BULAN, 1)}
_EJAAN_BULAN |= {nama[:3].casefold(): ke for ke, nama in enumerate(NAMA_BULAN, 1)}
_EJAAN_BULAN |= {"pebruari": 2, "peb": 2, "nopember": 11, "nop": 11, "agt": 8, "ags": 8, "sept": 9}

_PANJANG_MAKS = 64
_NAMA = re.compile(
    r"(?:(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad),? )?"
    r"(?P<h>[0-9]{1,2})[ -](?P<b>[a-z]+)\.?[ -](?P<t>[0-9]{4})",
    re.IGNORECASE,
)
_ANGKA = re.compile(r"(?P<h>[0-9]{1,2})(?P<p>[/.-])(?P<b>[0-9]{1,2})(?P=p)(?P<t>[0-9]{4})")
_ISO = re.compile(r"(?P<t>[0-9]{4})-(?P<b>[0-9]{2})-(?P<h>[0-9]{2})")


def parse_tanggal(teks: str) -> date | None:
    """Read a date; None when the text is not one or names a day that does not exist."""
    if len(teks) > _PANJANG_MAKS:
        return None
    teks = rapikan(teks)
    if cocok := _NAMA.fullmatch(teks):
        bulan = _EJAAN_BULAN.get(cocok["b"].casefold())
    elif cocok := _ANGKA.fullmatch(teks) or _ISO.fullmatch(teks):
        bulan = int(cocok["b"])
    else:
        return None
    if bulan is None:
        return None
    try:
        return date(int(cocok["t"]), bulan, int(cocok["h"]))
    except ValueError:
        return None


def format_tanggal(tanggal: date) -> str:
    """Print a date: `7 Februari 2023`."""
    return f"{tanggal.day} {NAMA_BULAN[tanggal.month - 1]} {tanggal.year}"


def nama_hari(tanggal: date) -> str:
    """The name of the weekday."""
    return NAMA_HARI[tanggal.weekday()]
