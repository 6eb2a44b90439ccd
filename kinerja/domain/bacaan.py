"""What a text or a date that is not one number may have meant.

For messages that ask; nothing from here is ever used as data.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime, time
from fractions import Fraction

from kinerja.domain.angka import bulatkan, dari_desimal, parse_angka, polos, rapikan

_PALING_BANYAK = 4
_PALING_PANJANG = 80

_BILANGAN = r"[0-9]+(?:[.,][0-9]+)*"
_PER = re.compile(rf"({_BILANGAN})(?: ?%)? ?(?:/|:|dari) ?({_BILANGAN})", re.IGNORECASE)
_PANGKAT = re.compile(rf"(-?{_BILANGAN}) ?[eE]([+-]?[0-9]|[+-]?1[0-5])")
_KURUNG = re.compile(rf"\(({_BILANGAN})\)")
_SATU = re.compile(rf"(?<![0-9a-z])-?{_BILANGAN}", re.IGNORECASE)
_KELIPATAN = re.compile(
    rf"({_BILANGAN}) ?(?:(?P<ribu>rb|ribu)|(?P<juta>jt|juta)|(?P<miliar>m|milyar|miliar)|(?P<triliun>t|triliun))\b",
    re.IGNORECASE,
)
_NOL = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}


def bacaan_teks(teks: str, *, persen: bool) -> str:
    """The numbers that a text may have meant: `80 atau 90` for `80 - 90%`, `3` for `3 Kab`, `0,5` for `½`.

    `persen`: the row is a percentage, so that `85/90` may mean 94,44. Empty when the text holds no number.
    """
    rapi = _angka_ascii(rapikan(teks[:_PALING_PANJANG]))
    bacaan = dict.fromkeys(polos(x) for x in _calon(rapi, persen=persen))
    return " atau ".join(list(bacaan)[:_PALING_BANYAK])


def bacaan_tanggal(isi: object) -> str:
    """What may have been typed before a spreadsheet made a date or a time of it; empty when nobody can tell."""
    if isinstance(isi, datetime) and isi.time() != time():
        return ""
    if isinstance(isi, date):
        pasangan = [(isi.day, isi.month)]
        if isi.day <= 12 and isi.day != isi.month:
            pasangan.append((isi.month, isi.day))
        if isi.day == 1:
            pasangan.append((isi.month, isi.year % 100))
        return " atau ".join(f"{a}{t}{b}" for a, b in pasangan for t in "-/")
    if isinstance(isi, time) and not isi.second:
        return f"{isi.hour}:{isi.minute:02} atau {isi.hour}.{isi.minute:02}"
    return ""


def _angka_ascii(teks: str) -> str:
    """Digits of other scripts and fractions of one character (`½`) written plainly; `2½` becomes `2,5`."""
    hasil = ""
    for huruf in teks:
        angka = unicodedata.numeric(huruf, None) if not huruf.isascii() else None
        if angka is None:
            hasil += huruf
        elif huruf.isdecimal():
            hasil += str(unicodedata.decimal(huruf))
        elif 0 < angka < 1:
            pecahan = polos(Fraction(angka).limit_denominator(100))
            hasil += pecahan.removeprefix("0") if hasil[-1:].isdigit() else pecahan
        else:
            hasil += huruf
    return hasil


def _calon(teks: str, *, persen: bool) -> Iterator[Fraction]:
    if m := _PER.search(teks):
        for a in _nilai(m[1]):
            for b in _nilai(m[2]):
                if b != 0:
                    yield dari_desimal(bulatkan(a / b * (100 if persen else 1), 2))
    if m := _PANGKAT.fullmatch(teks):
        for a in _nilai(m[1]):
            yield a * Fraction(10) ** int(m[2])
        return
    if m := _KURUNG.fullmatch(teks):
        yield from (-a for a in _nilai(m[1]))
    for m in _KELIPATAN.finditer(teks):
        yield from (a * 10 ** _NOL[m.lastgroup or ""] for a in _nilai(m[1]))
    for m in _SATU.finditer(re.sub(r"(?<=[0-9%]) ?-(?=[ 0-9])", " ", teks)):
        yield from _nilai(m[0])


def _nilai(teks: str) -> tuple[Fraction, ...]:
    """Every value of a number as written."""
    baca = parse_angka(teks)
    return baca.kandidat if baca.nilai is None else (baca.nilai,)
