"""Number formats: the built-in codes, and what a stored number becomes under a date format."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from kinerja.workbook.model import Jenis
from kinerja.workbook.xmlteks import bersihkan

UMUM = "General"
MAKS_KODE = 255  # characters of a format code; what is longer than Excel allows is cut

# ECMA-376 part 1, 18.8.30; ids 27-36 and 50-58 are dates in East Asian locales and do not occur here.
BAWAAN = {
    0: UMUM, 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "mm-dd-yy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;[Red](#,##0.00)", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mmss.0",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip

_ANGKA = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?\Z")
_HIASAN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
_LAMA = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_JAM = re.compile(r"[hs]|am/pm", re.IGNORECASE)
_HARI = re.compile(r"[dy]|mmm", re.IGNORECASE)
_TANGGAL = re.compile(r"[dmyhs]", re.IGNORECASE)


def baca_desimal(teks: str) -> Decimal | None:
    """The stored number, to 15 significant digits as spreadsheets show it; None when it is no number."""
    if len(teks) <= 15 and teks.isascii() and teks.isdigit():
        return Decimal(teks)
    if not _ANGKA.match(teks):
        return None
    if len(teks) <= 15 and "e" not in teks and "E" not in teks:
        return Decimal(teks)
    x = float(teks)
    return Decimal(f"{x:.15g}") if -1e308 < x < 1e308 else None


@lru_cache(maxsize=4096)
def ragam_tanggal(kode: str) -> str | None:
    """What a format makes of a number: `hari`, `waktu` (day and time), `jam` (time only), `lama`, or None: a number."""
    bagian = _HIASAN.sub("", kode).split(";")[0]
    if _LAMA.search(bagian):
        return "lama"
    if not _TANGGAL.search(bagian) or bagian.strip().lower() in ("general", "standard"):
        return None
    jam = bool(_JAM.search(bagian))
    if _HARI.search(bagian):
        return "waktu" if jam else "hari"
    return "jam" if jam else "hari"


def nilai_tanggal(angka: Decimal, ragam: str, epoch_1904: bool) -> date | datetime | time | timedelta | None:
    """A serial number as a date. None when no calendar day has this number (negative, or far too large)."""
    milidetik = int((angka * 86_400_000).to_integral_value())
    if abs(milidetik) > 86_400_000 * 2_958_466:
        return None
    if ragam == "lama":
        return timedelta(milliseconds=milidetik)
    if milidetik < 0:
        return None
    hari, sisa = divmod(milidetik, 86_400_000)
    if hari == 0 and not epoch_1904:
        return _jam(sisa) if ragam != "hari" or sisa else None
    if epoch_1904:
        if hari == 0 and ragam == "jam":
            return _jam(sisa)
        awal = date(1904, 1, 1)
    else:
        # Day 60 is the 29 February 1900 that never was; below it the count is one day off.
        awal = date(1899, 12, 30) if hari >= 60 else date(1899, 12, 31)
    try:
        saat = datetime.combine(awal, time()) + timedelta(milliseconds=milidetik)
    except OverflowError:
        return None
    return saat.date() if sisa == 0 and ragam == "hari" else saat


def _jam(milidetik: int) -> time:
    return (datetime.combine(date(1904, 1, 1), time()) + timedelta(milliseconds=milidetik)).time()


def nilai_angka(
    teks: str, ragam: str | None, epoch_1904: bool
) -> tuple[Jenis, Decimal | date | datetime | time | timedelta | str]:
    """Kind and value of a stored number; `ragam` is what its format makes of it. What is no number stays as text."""
    angka = baca_desimal(teks)
    if angka is None:
        return Jenis.TEKS, bersihkan(teks)
    if ragam is not None:
        saat = nilai_tanggal(angka, ragam, epoch_1904)
        if saat is not None:
            return Jenis.TANGGAL, saat
    return Jenis.ANGKA, angka


def nilai_iso(teks: str) -> tuple[Jenis, date | datetime | str]:
    """A date stored as ISO text (strict OOXML, .ods); text when it is none."""
    try:
        if len(teks) == 10:
            return Jenis.TANGGAL, date.fromisoformat(teks)
        return Jenis.TANGGAL, datetime.fromisoformat(teks.removesuffix("Z")).replace(tzinfo=None)
    except ValueError:
        return Jenis.TEKS, bersihkan(teks)
