"""A schedule as an iCalendar file (RFC 5545): one all-day event per step, to import into any calendar."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

_PANJANG = 75  # octets of a line; longer ones are folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Acara:
    """One event over whole days. `kunci` tells it from every other one, in this file and the next."""

    kunci: str
    judul: str
    uraian: str
    mulai: date
    selesai: date
    ingatkan: bool = False  # a reminder on the day before it ends


def ical(judul: str, acara: Iterable[Acara], dibuat: date) -> bytes:
    """The file. Importing it again, or a newer one of the same period, replaces the events."""
    baris = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kinerja//jadwal SOP//ID",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_teks(judul)}",
    ]
    for a in acara:
        baris += _event(a, dibuat)
    baris.append("END:VCALENDAR")
    return "".join(_lipat(b) for b in baris).encode()


def _event(a: Acara, dibuat: date) -> list[str]:
    sesudah = a.selesai + timedelta(days=1)  # the end is the first day that is free again
    isi = [
        "BEGIN:VEVENT",
        f"UID:{hashlib.sha256(a.kunci.encode()).hexdigest()[:32]}@kinerja",
        f"DTSTAMP:{dibuat:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{a.mulai:%Y%m%d}",
        f"DTEND;VALUE=DATE:{sesudah:%Y%m%d}",
        f"SUMMARY:{_teks(a.judul)}",
        f"DESCRIPTION:{_teks(a.uraian)}",
        "TRANSP:TRANSPARENT",
    ]
    if a.ingatkan:
        # From the end of the event, so that it rings in the morning of the day before its last.
        isi += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_teks(a.judul)}",
            "TRIGGER;RELATED=END:-P1DT16H",
            "END:VALARM",
        ]
    return [*isi, "END:VEVENT"]


def _teks(teks: str) -> str:
    """A value of type TEXT; line feeds stay, other control characters have no place in it."""
    for tanda, ganti in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\n", "\\n")):
        teks = teks.replace(tanda, ganti)
    return "".join(x for x in teks if unicodedata.category(x) not in ("Cc", "Cs"))


def _lipat(baris: str) -> str:
    """The line with its end, folded at 75 octets and never inside a character."""
    hasil: list[str] = []
    kini, panjang = "", 0
    for huruf in baris:
        n = len(huruf.encode())
        if panjang + n > _PANJANG:
            hasil.append(kini)
            kini, panjang = " ", 1
        kini += huruf
        panjang += n
    return "\r\n".join([*hasil, kini]) + "\r\n"
