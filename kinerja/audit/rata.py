"""Rows of means and totals: what the printed one was reckoned from, and whether that is right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.audit.model import Bacaan, Pembulatan
from kinerja.audit.rumus import cara
from kinerja.domain.angka import format_angka

BATAS = tuple(map(Fraction, (100, 110, 120, 150)))  # caps that offices use

_SEBUTAN = r"(?:rata ?-? ?rata|rerata|rataan|total|jumlah)\b"
_NAMA = re.compile(rf"\b{_SEBUTAN}", re.IGNORECASE)
_HANYA = re.compile(
    rf"{_SEBUTAN}(?: (?:capaian|kinerja|seluruh|keseluruhan|indikator|sasaran|instansi|persentase|nilai|\(.*))*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Angka:
    """A row above: its capaian as printed and before rounding (None: not known), its T and R where both are read."""

    baris: int
    tercetak: Fraction | None
    asli: Fraction | None
    t: Fraction | None = None
    r: Fraction | None = None


def bernama_rata(nama: str, *, hanya: bool = False) -> bool:
    """True when a row calls itself a mean or a total; `hanya`: and nothing else, unlike `Jumlah dokumen`."""
    return (_HANYA.fullmatch(nama) if hanya else _NAMA.search(nama)) is not None


def periksa_rata(atas: Sequence[Angka], cetak: Sequence[Bacaan], *, terpisah: int) -> tuple[bool, str]:
    """Whether a mean of the capaian above gives the printed digits, and what does.

    `terpisah`: how many of the rows above stand before the last mean; those below it are tried first, then all.
    """
    kelompok = [k for k in (atas[terpisah:], atas) if any(a.tercetak is not None for a in k)]
    for k in kelompok:
        for nama, x in _benar(k):
            for c in cetak:
                if (bulat := cara(x, c)) is not None:
                    potong = ", dipotong, bukan dibulatkan" if bulat is Pembulatan.POTONG else ""
                    return True, f"Sama dengan {nama} ({_baris(k)}){potong}."
    if not kelompok:
        return False, "Tidak ada capaian di atasnya untuk dirata-ratakan."
    utama = kelompok[0]
    tercetak, asli = (f"{nama} {format_angka(x, 2)}" for nama, x in _benar(utama))
    harap = tercetak if tercetak.split()[-1] == asli.split()[-1] else f"{tercetak}; {asli}"
    for k in kelompok:
        for sebab, x in _keliru(k):
            if any(cara(x, c) is not None for c in cetak):
                return False, f"Bukan rata-rata: {sebab} ({_baris(k)}). Seharusnya {harap}."
    return False, f"Tidak sama dengan {harap} ({_baris(utama)})."


def _benar(k: Sequence[Angka]) -> Iterator[tuple[str, Fraction]]:
    cetak = [a.tercetak for a in k if a.tercetak is not None]
    asli = [a.asli if a.asli is not None else a.tercetak for a in k if a.tercetak is not None]
    yield f"rata-rata {len(cetak)} capaian yang tercetak", sum(cetak, Fraction(0)) / len(cetak)
    yield "rata-rata capaian sebelum dibulatkan", sum((x for x in asli if x is not None), Fraction(0)) / len(cetak)


def _keliru(k: Sequence[Angka]) -> Iterator[tuple[str, Fraction]]:
    x = [a.tercetak for a in k if a.tercetak is not None]
    n, jumlah = len(x), sum((a.tercetak for a in k if a.tercetak is not None), Fraction(0))
    yield "persentase di atasnya dijumlahkan", jumlah
    for batas in BATAS:
        if any(i > batas for i in x):
            sebut = format_angka(batas, 0)
            yield (
                f"rata-rata setelah capaian di atas {sebut} dijadikan {sebut}",
                sum(min(i, batas) for i in x) / Fraction(n),
            )
    for lain in (len(k), *range(max(2, n - 3), n + 4)):
        if lain != n:
            yield f"jumlah {n} capaian dibagi {lain}", jumlah / lain
    if n > 1:
        for a in k:
            if a.tercetak is not None:
                yield f"rata-rata tanpa baris {a.baris}", (jumlah - a.tercetak) / (n - 1)
    t = sum((a.t for a in k if a.t is not None and a.r is not None), Fraction(0))
    r = sum((a.r for a in k if a.t is not None and a.r is not None), Fraction(0))
    if t != 0:
        yield "jumlah realisasi dibagi jumlah target", r / t * 100


def _baris(k: Sequence[Angka]) -> str:
    nomor = [a.baris for a in k if a.tercetak is not None]
    return f"baris {nomor[0]}" if len(nomor) == 1 else f"baris {nomor[0]}–{nomor[-1]}"
