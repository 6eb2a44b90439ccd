"""What a number format makes a reader see: a percentage, added words, or something other than the stored number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

_BIASA = frozenset({"General", "Standard", "GENERAL", "@", "0", "0.00", "#,##0", "#,##0.00", ""})
_UNSUR = re.compile(
    r'"(?P<kutip>[^"]*)"|\\(?P<lolos>.)|[_*].|\[\$(?P<mata_uang>[^\]-]*)[^\]]*\]|(?P<syarat>\[[<>=][^\]]*\])|\[[^\]]*\]',
    re.DOTALL,
)
_SKALA = re.compile(r"[0#?],+(?![0#?])")
_TEMPAT = re.compile(r"[0#?@]|general|standard", re.IGNORECASE)
_MATA_UANG = frozenset({"", "rp", "rp.", "idr"})
_KELIPATAN = re.compile(r"\b(?:rb|ribu|jt|juta|m|mlyr|miliar|milyar|t|triliun)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tampilan:
    """`persen`: shown times 100; `bertulisan`: words are added; `menyesatkan`: another number, or nothing, is shown."""

    persen: bool = False
    bertulisan: bool = False
    menyesatkan: bool = False


_APA_ADANYA = Tampilan()


def tampilan(kode: str, nilai: Decimal) -> Tampilan:
    """How `nilai` looks under the number format `kode`."""
    if kode in _BIASA:
        return _APA_ADANYA
    return _tampilan(kode, (nilai > 0) - (nilai < 0))


@lru_cache(maxsize=512)
def _tampilan(kode: str, tanda: int) -> Tampilan:
    bagian, bersyarat = _bagian(kode)
    if bersyarat:
        pilihan = bagian
    elif tanda < 0 and len(bagian) > 1:
        pilihan = [bagian[1]]
    elif tanda == 0 and len(bagian) > 2:
        pilihan = [bagian[2]]
    else:
        pilihan = [bagian[0]]
    hasil = [_satu(polos, literal, nol=tanda == 0) for polos, literal in pilihan]
    return Tampilan(
        persen=any(h.persen for h in hasil),
        bertulisan=any(h.bertulisan for h in hasil),
        menyesatkan=any(h.menyesatkan for h in hasil),
    )


def _bagian(kode: str) -> tuple[list[tuple[str, str]], bool]:
    """Sections of the format as (placeholders, literal text), and whether any has a condition."""
    hasil: list[tuple[str, str]] = []
    polos, literal, bersyarat, awal = "", "", False, 0

    def tutup(teks: str) -> None:
        nonlocal polos, literal
        potongan = teks.split(";")
        for p in potongan[:-1]:
            hasil.append((polos + p, literal))
            polos, literal = "", ""
        polos += potongan[-1]

    for unsur in _UNSUR.finditer(kode):
        tutup(kode[awal : unsur.start()])
        awal = unsur.end()
        literal += unsur["kutip"] or unsur["lolos"] or unsur["mata_uang"] or ""
        bersyarat = bersyarat or unsur["syarat"] is not None
    tutup(kode[awal:])
    return [*hasil, (polos, literal)], bersyarat


def _satu(polos: str, literal: str, *, nol: bool) -> Tampilan:
    tulisan = literal.strip()
    if not _TEMPAT.search(polos):
        # A zero shown as "-" is bookkeeping; any other number that is not shown hides something.
        return Tampilan(menyesatkan=not (nol and tulisan in ("", "-", "–") and (polos.strip() or tulisan)))
    menyesatkan = (
        _SKALA.search(polos) is not None
        or any(h in "0123456789" for h in tulisan)
        or _KELIPATAN.search(tulisan) is not None
    )
    huruf = any(h.isalpha() or h == "%" for h in tulisan)
    return Tampilan(
        persen="%" in polos,
        bertulisan=not menyesatkan and huruf and tulisan.casefold() not in _MATA_UANG,
        menyesatkan=menyesatkan,
    )
