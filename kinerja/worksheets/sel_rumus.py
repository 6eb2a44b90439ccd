"""Formulas of a workbook, evaluated by an arithmetic of their own.

It knows what our worksheets write and nothing else, reckons in exact fractions, and shares no code with the figures
that it checks. Formulas of neighbouring rows differ only in their references: each pattern is parsed once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache

from kinerja.errors import KesalahanProgram
from kinerja.workbook.model import alamat, nomor_kolom
from kinerja.worksheets.sel_fungsi import FUNGSI
from kinerja.worksheets.sel_nilai import (
    BAGI_NOL,
    BUKAN_NILAI,
    Deret,
    Galat,
    Konteks,
    NilaiSel,
    Petak,
    Simpul,
    Tempat,
    angka,
    banding,
    satu,
)

_RUJUKAN = r"(?:'(?:[^']|'')+'!|[A-Za-z]+!)?\$?[A-Z]{1,3}\$?[0-9]+(?::\$?[A-Z]{1,3}\$?[0-9]+)?(?![A-Za-z0-9(])"
_TEKS_ATAU_RUJUKAN = re.compile(rf'"(?:[^"]|"")*"|{_RUJUKAN}')
_KATA = re.compile(
    r'(?P<teks>"(?:[^"]|"")*")|(?P<angka>[0-9]+(?:\.[0-9]+)?)|(?P<fungsi>[A-Z]+\()|(?P<tanda><=|>=|<>|[-+*/=<>(),{}@])'
)
_BAGIAN = re.compile(r"(?:(?:'((?:[^']|'')+)'|([A-Za-z]+))!)?\$?([A-Z]+)\$?([0-9]+)(?::\$?([A-Z]+)\$?([0-9]+))?\Z")
_HITUNG: dict[str, Callable[[Fraction, Fraction], NilaiSel]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else BAGI_NOL,
}

IsiSel = tuple[str | None, NilaiSel]
_KOSONG: IsiSel = (None, None)


class Lembaran:
    """The cells of a workbook with the values that its formulas give, each reckoned once.

    `sel`: by place, the formula without `=` (None: a cell as typed) and the value that stands in it.
    """

    def __init__(self, sel: Mapping[Tempat, IsiSel]) -> None:
        self._sel = sel
        self._hasil: dict[Tempat, NilaiSel] = {}
        self._sedang: set[Tempat] = set()

    def rumus(self) -> Iterator[tuple[Tempat, NilaiSel, NilaiSel]]:
        """Every cell with a formula: (place, value stored beside it, value reckoned from it)."""
        for tempat, (rumus, tersimpan) in self._sel.items():
            if rumus is not None:
                yield tempat, tersimpan, self.nilai(tempat)

    def nilai(self, tempat: Tempat) -> NilaiSel:
        """The value of a cell. KesalahanProgram for a formula that refers to itself, or is none that we write."""
        if tempat in self._hasil:
            return self._hasil[tempat]
        rumus, hasil = self._sel.get(tempat, _KOSONG)
        if rumus is not None:
            if tempat in self._sedang:
                raise tak_terhitung(f"{tempat[0]}!{alamat(*tempat[1:])} menunjuk dirinya sendiri")
            self._sedang.add(tempat)
            hasil = self._hitung(tempat[0], rumus)
            self._sedang.discard(tempat)
        self._hasil[tempat] = hasil
        return hasil

    def _hitung(self, lembar: str, rumus: str) -> NilaiSel:
        petak: list[Petak] = []

        def ganti(m: re.Match[str]) -> str:
            teks = m[0]
            if teks.startswith('"'):
                return teks
            petak.append(_petak(teks, lembar))
            return "@"

        simpul = _urai(_TEKS_ATAU_RUJUKAN.sub(ganti, rumus))
        hasil = satu(simpul(Konteks(petak, self.nilai)))
        return Fraction(0) if hasil is None else hasil  # a reference to an empty cell shows 0


def tempat_sel(lembar: str, sel: str) -> Tempat:
    """The place of a cell such as `H5`."""
    return _petak(sel, lembar)[0]


@lru_cache(maxsize=16384)
def _petak(teks: str, lembar: str) -> Petak:
    m = _BAGIAN.match(teks)
    if m is None:
        raise tak_terhitung(teks)
    nama = m[1].replace("''", "'") if m[1] else m[2] or lembar
    awal = (nama, int(m[4]), nomor_kolom(m[3]))
    return awal, (nama, int(m[6]), nomor_kolom(m[5])) if m[5] else awal


@lru_cache(maxsize=4096)
def _urai(pola: str) -> Simpul:
    """A formula with `@` for its references, as a function of them."""
    p = _Pengurai(pola)
    simpul = p.banding()
    if p.kata:
        raise tak_terhitung(pola)
    return simpul


class _Pengurai:
    """Recursive descent: comparison, sum, product, sign, then the smallest parts."""

    def __init__(self, pola: str) -> None:
        self.pola = pola
        self.petak = 0
        kata = [(str(m.lastgroup), m[0]) for m in _KATA.finditer(pola)]
        if sum(len(isi) for _, isi in kata) != len(pola):
            raise tak_terhitung(pola)
        self.kata = kata[::-1]

    def banding(self) -> Simpul:
        kiri = self._tambah()
        while tanda := self._ada("=", "<>", "<", ">", "<=", ">="):
            kiri = _dua(tanda, kiri, self._tambah())
        return kiri

    def _tambah(self) -> Simpul:
        kiri = self._kali()
        while tanda := self._ada("+", "-"):
            kiri = _dua(tanda, kiri, self._kali())
        return kiri

    def _kali(self) -> Simpul:
        kiri = self._terkecil()
        while tanda := self._ada("*", "/"):
            kiri = _dua(tanda, kiri, self._terkecil())
        return kiri

    def _terkecil(self) -> Simpul:
        if self._ada("-"):
            return _dua("-", lambda _: Fraction(0), self._terkecil())
        if self._ada("("):
            dalam = self.banding()
            self._harus(")")
            return dalam
        if self._ada("@"):
            self.petak += 1
            return _ambil(self.petak - 1)
        if self._ada("{"):
            isi = tuple(satu(x(Konteks((), lambda _: None))) for x in self._deret("}"))
            return lambda _: Deret(isi, rujukan=False)
        jenis, teks = self.kata.pop() if self.kata else ("", "")
        if jenis == "fungsi" and teks[:-1] in FUNGSI:
            return FUNGSI[teks[:-1]](self._deret(")"))
        if jenis in ("angka", "teks"):
            tetap = Fraction(teks) if jenis == "angka" else teks[1:-1].replace('""', '"')
            return lambda _: tetap
        raise tak_terhitung(self.pola)

    def _deret(self, penutup: str) -> list[Simpul]:
        isi = [self.banding()]
        while self._ada(","):
            isi.append(self.banding())
        self._harus(penutup)
        return isi

    def _ada(self, *tanda: str) -> str | None:
        return self.kata.pop()[1] if self.kata and self.kata[-1][1] in tanda else None

    def _harus(self, tanda: str) -> None:
        if self._ada(tanda) is None:
            raise tak_terhitung(self.pola)


def _ambil(n: int) -> Simpul:
    def simpul(k: Konteks) -> Deret:
        (nama, b1, k1), (_, b2, k2) = k.petak[n]
        if b1 == b2 and k1 == k2:
            return Deret((k.ambil((nama, b1, k1)),))
        return Deret(tuple(k.ambil((nama, b, kol)) for b in range(b1, b2 + 1) for kol in range(k1, k2 + 1)))

    return simpul


def _dua(tanda: str, kiri: Simpul, kanan: Simpul) -> Simpul:
    """An operator with two sides; an error on either side goes through."""
    hitung = _HITUNG.get(tanda)

    def simpul(k: Konteks) -> NilaiSel:
        a, b = satu(kiri(k)), satu(kanan(k))
        if isinstance(a, Galat) or isinstance(b, Galat):
            return a if isinstance(a, Galat) else b
        if hitung is None:
            return banding(tanda, a, b)
        x, y = angka(a), angka(b)
        return BUKAN_NILAI if x is None or y is None else hitung(x, y)

    return simpul


def tak_terhitung(apa: str) -> KesalahanProgram:
    """The fault of a formula that the second set of books cannot reckon."""
    return KesalahanProgram(
        f"Rumus pada buku analisis tidak dapat dihitung ulang: {apa}.",
        "Laporkan pesan ini kepada pengelola program beserta map kerjanya.",
    )
