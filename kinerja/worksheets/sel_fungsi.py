"""The functions of Excel 2007 that our worksheets use, over exact numbers, for the second set of books."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from kinerja.worksheets.sel_nilai import (
    BAGI_NOL,
    BUKAN_NILAI,
    TIDAK_ADA,
    Deret,
    Galat,
    Konteks,
    NilaiSel,
    Simpul,
    angka,
    banding,
    satu,
)

Buat = Callable[[Sequence[Simpul]], Simpul]  # from the arguments to the call


def _if(argumen: Sequence[Simpul]) -> Simpul:
    syarat, ya, tidak = argumen

    def simpul(k: Konteks) -> NilaiSel | Deret:
        benar = satu(syarat(k))
        if isinstance(benar, Galat):
            return benar
        pilihan = angka(benar)
        return BUKAN_NILAI if pilihan is None else ya(k) if pilihan else tidak(k)

    return simpul


def _iferror(argumen: Sequence[Simpul]) -> Simpul:
    isi, jika = argumen

    def simpul(k: Konteks) -> NilaiSel | Deret:
        nilai = satu(isi(k))
        return jika(k) if isinstance(nilai, Galat) else nilai

    return simpul


def _atas_angka(hitung: Callable[[list[Fraction]], NilaiSel]) -> Buat:
    """Of references only the numbers count; an argument that is text itself is an error, and errors go through."""

    def buat(argumen: Sequence[Simpul]) -> Simpul:
        def simpul(k: Konteks) -> NilaiSel:
            semua: list[Fraction] = []
            for a in argumen:
                nilai = a(k)
                for x in nilai.isi if isinstance(nilai, Deret) else (nilai,):
                    if isinstance(x, Galat):
                        return x
                    if isinstance(x, Fraction):
                        semua.append(x)
                    elif not isinstance(nilai, Deret):
                        return BUKAN_NILAI
            return hitung(semua)

        return simpul

    return buat


def _count(argumen: Sequence[Simpul]) -> Simpul:
    def simpul(k: Konteks) -> NilaiSel:
        return Fraction(sum(isinstance(x, Fraction) for a in argumen for x in _isi(a(k))))

    return simpul


def _logika(gabung: Callable[[Iterable[bool]], bool]) -> Buat:
    def buat(argumen: Sequence[Simpul]) -> Simpul:
        def simpul(k: Konteks) -> NilaiSel:
            semua = [satu(a(k)) for a in argumen]
            for x in semua:
                if isinstance(x, Galat):
                    return x
            return gabung(bool(angka(x)) for x in semua)

        return simpul

    return buat


def _biasa(hitung: Callable[..., NilaiSel], deret: frozenset[int] = frozenset()) -> Buat:
    """A function of single values, and of whole references at the places `deret`."""

    def buat(argumen: Sequence[Simpul]) -> Simpul:
        def simpul(k: Konteks) -> NilaiSel:
            semua = [_isi(a(k)) if n in deret else satu(a(k)) for n, a in enumerate(argumen)]
            for x in semua:
                if isinstance(x, Galat):
                    return x
            return hitung(*semua)

        return simpul

    return buat


def _isi(x: NilaiSel | Deret) -> tuple[NilaiSel, ...]:
    return x.isi if isinstance(x, Deret) else (x,)


def _round(x: NilaiSel, desimal: NilaiSel) -> NilaiSel:
    """Half away from zero."""
    nilai, n = angka(x), angka(desimal)
    if nilai is None or n is None:
        return BUKAN_NILAI
    skala = Fraction(10) ** int(n)
    bulat = (abs(nilai) * skala + Fraction(1, 2)) // 1
    return (bulat if nilai >= 0 else -bulat) / skala


def _abs(x: NilaiSel) -> NilaiSel:
    nilai = angka(x)
    return BUKAN_NILAI if nilai is None else abs(nilai)


def _match(dicari: NilaiSel, isi: tuple[NilaiSel, ...], cara: NilaiSel) -> NilaiSel:
    """The first that is the same, kind and all; only the exact way (0)."""
    if cara != 0:
        return BUKAN_NILAI
    for n, x in enumerate(isi, 1):
        if isinstance(x, str) == isinstance(dicari, str) and x is not None and banding("=", x, dicari):
            return Fraction(n)
    return TIDAK_ADA


def _index(isi: tuple[NilaiSel, ...], n: NilaiSel) -> NilaiSel:
    ke = angka(n)
    return isi[int(ke) - 1] if ke is not None and 1 <= ke <= len(isi) else Galat("#REF!")


def _rank(x: NilaiSel, isi: tuple[NilaiSel, ...]) -> NilaiSel:
    """The place from the highest down; equals share it."""
    semua = [n for n in isi if isinstance(n, Fraction)]
    return Fraction(1 + sum(n > x for n in semua)) if isinstance(x, Fraction) and x in semua else TIDAK_ADA


def _countif(isi: tuple[NilaiSel, ...], syarat: NilaiSel) -> NilaiSel:
    """How many are this number."""
    return Fraction(sum(x == syarat for x in isi)) if isinstance(syarat, Fraction) else BUKAN_NILAI


FUNGSI: Mapping[str, Buat] = {
    "ABS": _biasa(_abs),
    "AND": _logika(all),
    "AVERAGE": _atas_angka(lambda n: sum(n, Fraction(0)) / len(n) if n else BAGI_NOL),
    "COUNT": _count,
    "COUNTIF": _biasa(_countif, frozenset({0})),
    "IF": _if,
    "IFERROR": _iferror,
    "INDEX": _biasa(_index, frozenset({0})),
    "MATCH": _biasa(_match, frozenset({1})),
    "MAX": _atas_angka(lambda n: max(n, default=Fraction(0))),
    "MIN": _atas_angka(lambda n: min(n, default=Fraction(0))),
    "OR": _logika(any),
    "RANK": _biasa(_rank, frozenset({1})),
    "ROUND": _biasa(_round),
    "SUM": _atas_angka(lambda n: sum(n, Fraction(0))),
}
