"""The text that a reader sees for a stored number: number formats as spreadsheets draw them, with Indonesian marks."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from kinerja.domain.angka import dari_desimal, format_angka, format_ringkas

_UNSUR = re.compile(
    r'"(?P<kutip>[^"]*)"|\\(?P<lolos>.)|_.|\*.|\[\$(?P<mata_uang>[^\]-]*)[^\]]*\]|\[(?P<syarat>[<>=]+-?[0-9.]+)\]|\[[^\]]*\]'
    r"|(?P<angka>[0#?](?:[0#?,. ]*[0#?])?(?P<ribu>,*)|\.[0#?]+)|(?P<umum>general|standard)|(?P<lain>.)",
    re.DOTALL | re.IGNORECASE,
)
_PANGKAT = re.compile(r"[0#?]E[+-]|[0#?] */ *[0#?0-9]", re.IGNORECASE)
_SYARAT = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")
_DIGIT_UMUM = 10  # a General cell shows eleven characters: ten digits and the mark
_MAKS_DESIMAL = 30


def cetak(nilai: Decimal, kode: str) -> str:
    """The text of `nilai` under the number format `kode`: `97,50%` for 0.975 and `0.00%`.

    A format of powers or fractions is drawn like General. Colours, padding and locale marks show nothing.
    """
    x = dari_desimal(nilai)
    bagian, mutlak = _bagian(kode, x)
    if _PANGKAT.search(bagian) or (";" not in kode and bagian.strip() in ("", "@")):
        return umum(x)
    return _lukis(abs(x) if mutlak else x, bagian)


def umum(x: Fraction) -> str:
    """As a cell without a format shows it."""
    utuh = len(str(abs(int(x))))
    return format_ringkas(x, max(0, min(_DIGIT_UMUM - utuh, 9))).replace(".", "")


def _bagian(kode: str, x: Fraction) -> tuple[str, bool]:
    """The section of the format that this number takes, and whether it is drawn without its sign."""
    bagian = _potong(kode)
    for n, b in enumerate(bagian[:2]):
        if cocok := re.search(r"\[(" + _SYARAT.pattern + r")\]", b):
            if _berlaku(cocok[2], x, Fraction(cocok[3])):
                return b, False
            if n == len(bagian) - 2:
                return bagian[-1], False
    if x < 0 and len(bagian) > 1:
        return bagian[1], True
    if x == 0 and len(bagian) > 2:
        return bagian[2], False
    return bagian[0], False


def _berlaku(tanda: str, x: Fraction, batas: Fraction) -> bool:
    return {
        "<": x < batas, ">": x > batas, "<=": x <= batas, ">=": x >= batas, "=": x == batas, "<>": x != batas,
    }[tanda]  # fmt: skip


def _potong(kode: str) -> list[str]:
    """The sections of a format; a semicolon in quotes does not end one."""
    hasil = [""]
    for m in re.finditer(r'"[^"]*"|\\.|;|[^;"\\]+|.', kode, re.DOTALL):
        if m[0] == ";":
            hasil.append("")
        else:
            hasil[-1] += m[0]
    return hasil


def _lukis(x: Fraction, bagian: str) -> str:
    """Literal text as it stands, the number in the place of its digits, times 100 for each % sign."""
    unsur = list(_UNSUR.finditer(bagian))
    tempat = "".join(m["angka"] for m in unsur if m["angka"])
    persen = sum(m["lain"] == "%" for m in unsur)
    ribu = sum(len(m["ribu"] or "") for m in unsur)
    angka = _digit(x * 100**persen / 1000**ribu, tempat)
    teks, sudah = "", False
    for m in unsur:
        if m["angka"]:
            teks += "" if sudah else angka
            sudah = True
        elif m["umum"]:
            teks += umum(x)
        else:
            teks += m["kutip"] or m["lolos"] or m["mata_uang"] or m["lain"] or ""
    return teks.strip()


def _digit(x: Fraction, tempat: str) -> str:
    """The number with as many digits as the format has places; `#` and `?` drop zeros at the end."""
    utuh, _, pecahan = tempat.partition(".")
    pecahan = re.sub(r"[^0#?]", "", pecahan)[:_MAKS_DESIMAL]
    paling, sedikit = len(pecahan), len(pecahan.rstrip("#?"))
    teks = format_angka(x, paling)
    while paling > sedikit and teks.endswith("0"):
        teks, paling = teks[:-1], paling - 1
    teks = teks.rstrip(",")
    return teks if re.search(r"[0#?],[0#?]", utuh) else teks.replace(".", "")


def tampak(nilai: Decimal, kode: str) -> tuple[Fraction, bool]:
    """The number that a cell holds for its reader: times 100 where the format shows a %; and whether it does."""
    bagian, _ = _bagian(kode, dari_desimal(nilai))
    persen = any(m["lain"] == "%" for m in _UNSUR.finditer(bagian))
    return dari_desimal(nilai) * (100 if persen else 1), persen
