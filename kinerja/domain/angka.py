"""Indonesian numbers: one reader and one printer for the whole program, exact in both directions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import lcm

from kinerja.domain.nilai import Nilai, Predikat, Rentang

# What people write in a number cell when there is no number. "Nihil" is not here: it may mean 0.
KATA_TANPA_DATA = frozenset(
    {
        "-", "--", "---", "n/a", "n.a.", "n.a", "na", "tidak ada", "tidak ada data", "tdk ada", "belum ada",
        "belum ada data", "belum tersedia", "tidak tersedia", "kosong",
    }
)  # fmt: skip

TANPA_NILAI = "–"  # printed where there is no figure

_PANJANG_MAKS = 64
_SPASI = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_TAK_TAMPAK = re.compile(r"[\u200b-\u200f\u2060\ufeff]")
_TANDA_HUBUNG = re.compile(r"[\u2010-\u2015\u2212\ufe63\uff0d]")

_TANDA = re.compile(
    r"(?P<minus>[-+]?)(?P<rp>[Rr][Pp]\.? ?)?(?P<minus2>[-+]?)(?P<isi>[0-9][0-9., ]*?)(?P<nol>,-)?(?P<persen> ?%)?"
)
_ASLI = re.compile(r"[0-9]+")
_KOMA = re.compile(r"[0-9]+,[0-9]+")
_RIBUAN = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
_RIBUAN_SPASI = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?")
_RIBUAN_INGGRIS = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+")
_SATU_TITIK = re.compile(r"[0-9]+\.[0-9]+")
_DUA_ARTI = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_KOMA_DUA_ARTI = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")

_BATAS = r"-?[0-9][0-9.,]*"
_RENTANG = re.compile(
    rf"(?P<a>{_BATAS})(?: ?%)? ?(?:-|s\.? ?/? ?d\.?|sampai dengan|sampai) ?(?P<b>{_BATAS})(?: ?%)?(?: [a-z ]+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bacaan:
    """What a text says as a number: one `nilai`, or two or more `kandidat`, or neither (not a number)."""

    nilai: Fraction | None = None
    kandidat: tuple[Fraction, ...] = ()
    persen: bool = False


def rapikan(teks: str) -> str:
    """The text with every kind of space, dash and minus made plain, stripped."""
    if teks.isascii() and teks.isprintable() and "  " not in teks:
        return teks.strip()
    teks = _TAK_TAMPAK.sub("", teks)
    return _TANDA_HUBUNG.sub("-", _SPASI.sub(" ", teks)).strip()


def tanpa_data(teks: str) -> bool:
    """True when the text is a usual way of writing "there is no number" (`-`, `n/a`, `belum ada`, …)."""
    return rapikan(teks).casefold() in KATA_TANPA_DATA


def parse_angka(teks: str, desimal: int | None = None) -> Bacaan:
    """Read a number as Indonesians write it: comma for decimals, dot for thousands, `Rp` and `%` allowed.

    `1.125` may be 1125 or 1,125 and gives two `kandidat`; `79.86` has one meaning and is read. Anything that
    is not wholly a number (`3 Kab`, `1:32`, `80-90`) gives an empty Bacaan. Where a figure has fewer than three
    places (`desimal`), the comma of `1,125` may be an English thousands mark: two `kandidat` as well.
    """
    if len(teks) > _PANJANG_MAKS * 4:
        return Bacaan()
    teks = rapikan(teks)
    cocok = _TANDA.fullmatch(teks)
    if len(teks) > _PANJANG_MAKS or cocok is None:
        return Bacaan()
    rupiah, persen = cocok["rp"] is not None, cocok["persen"] is not None
    if (rupiah and persen) or (cocok["minus"] and cocok["minus2"]) or (cocok["nol"] and not rupiah):
        return Bacaan()
    isi = cocok["isi"]
    negatif = "-" in (cocok["minus"], cocok["minus2"])
    kandidat = tuple(-k if negatif else k for k in _baca(isi, rupiah=rupiah))
    if desimal is not None and desimal < 3 and _KOMA_DUA_ARTI.fullmatch(isi):
        kandidat += (kandidat[0] * 1000,)
    if len(kandidat) == 1:
        return Bacaan(nilai=kandidat[0], persen=persen)
    return Bacaan(kandidat=kandidat, persen=persen)


def _baca(isi: str, *, rupiah: bool) -> tuple[Fraction, ...]:
    """All readings of digits with separators."""
    if _ASLI.fullmatch(isi):
        return (Fraction(isi),)
    if _KOMA.fullmatch(isi):
        return (Fraction(isi.replace(",", ".")),)
    if _RIBUAN.fullmatch(isi):
        return (Fraction(isi.replace(".", "").replace(",", ".")),)
    if _RIBUAN_SPASI.fullmatch(isi):
        return (Fraction(isi.replace(" ", "").replace(",", ".")),)
    if _RIBUAN_INGGRIS.fullmatch(isi):
        return (Fraction(isi.replace(",", "")),)
    if _DUA_ARTI.fullmatch(isi):
        ribuan = Fraction(isi.replace(".", ""))
        return (ribuan,) if rupiah else (ribuan, Fraction(isi))
    if _SATU_TITIK.fullmatch(isi):
        return (Fraction(isi),)
    return ()


def parse_rentang(teks: str) -> Rentang | None:
    """Read a range (`80-90`, `7 – 8 bulan`, `7 s.d. 8`, `80 - 90%`); None when it is not a clear, rising range."""
    if len(teks) > _PANJANG_MAKS * 4:
        return None
    cocok = _RENTANG.fullmatch(rapikan(teks))
    if cocok is None:
        return None
    bawah, atas = parse_angka(cocok["a"]).nilai, parse_angka(cocok["b"]).nilai
    if bawah is None or atas is None or bawah > atas:
        return None
    return Rentang(bawah, atas)


@lru_cache(maxsize=4096)
def dari_desimal(nilai: Decimal) -> Fraction:
    """The same number as a fraction, exactly."""
    return Fraction(nilai)


def jumlah(angka: Sequence[Fraction], bagi: int = 1) -> Fraction:
    """Their sum (0 of none), divided by `bagi`: added as whole numbers over one denominator, ten times as fast."""
    if len(angka) == 1 and bagi == 1:
        return angka[0]
    pasangan = [a.as_integer_ratio() for a in angka]
    penyebut = lcm(*[b for _, b in pasangan])
    return Fraction(sum([a * (penyebut // b) for a, b in pasangan]), penyebut * bagi)


def bulatkan(x: Fraction, desimal: int) -> Decimal:
    """Round half-up (halves away from zero, as Excel's ROUND) to `desimal` digits; there is no minus zero."""
    return Decimal(f"{bulat_skala(x, desimal)}E-{desimal}")


def tercetak(x: Fraction | None, desimal: int) -> Fraction | None:
    """The figure that a reader sees, for what is reckoned or drawn from it; None stays None."""
    return None if x is None else Fraction(bulatkan(x, desimal))


@lru_cache(maxsize=4096)  # the same targets and figures are printed in row after row
def format_angka(x: Fraction, desimal: int = 2) -> str:
    """Print with exactly `desimal` digits: `1.234,50`."""
    besar = bulat_skala(x, desimal)
    tanda = "-" if besar < 0 else ""
    bulat, pecahan = divmod(abs(besar), 10**desimal)
    ribuan = f"{bulat:,}".replace(",", ".")
    return f"{tanda}{ribuan},{pecahan:0{desimal}d}" if desimal else f"{tanda}{ribuan}"


def format_ringkas(x: Fraction, desimal: int) -> str:
    """Print with at most `desimal` digits, trailing zeros dropped: `80`, `12,5`."""
    teks = format_angka(x, desimal)
    return teks.rstrip("0").rstrip(",") if "," in teks else teks


def polos(x: Fraction) -> str:
    """Print as it should be typed into a cell: decimal comma, no thousands dots."""
    return format_ringkas(x, 12).replace(".", "")


def format_rupiah(x: Fraction) -> str:
    """Print money: `Rp5.569.088.920,00`."""
    teks = format_angka(x, 2)
    return f"-Rp{teks[1:]}" if teks.startswith("-") else f"Rp{teks}"


def format_nilai(nilai: Nilai | None, desimal: int) -> str:
    """Print any value: a number with `desimal` digits, `80–90`, the text of a predikat, `–` for none."""
    if nilai is None:
        return TANPA_NILAI
    if isinstance(nilai, Predikat):
        return nilai.teks
    if isinstance(nilai, Rentang):
        return f"{format_ringkas(nilai.bawah, desimal)}–{format_ringkas(nilai.atas, desimal)}"
    return format_angka(nilai, desimal)


def json_angka(x: Fraction | None) -> str | None:
    """The contract's decimal string: plain notation, half-up at the 12th place, no trailing zeros."""
    if x is None:
        return None
    teks = format(bulatkan(x, 12), "f")
    return teks.rstrip("0").rstrip(".")


def json_nilai(nilai: Nilai | None) -> str | None:
    """The contract's text of a value: a decimal string, or the printed text of a predikat or a range."""
    if nilai is None or isinstance(nilai, Fraction):
        return json_angka(nilai)
    return format_nilai(nilai, 12)


def bulat_skala(x: Fraction, desimal: int) -> int:
    """x times 10^desimal, rounded half away from zero."""
    pembilang, penyebut = x.as_integer_ratio()
    skala: int = 10**desimal
    besar, sisa = divmod(abs(pembilang) * skala, penyebut)
    if 2 * sisa >= penyebut:
        besar += 1
    return -besar if pembilang < 0 else besar
