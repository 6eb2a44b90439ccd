"""The listed formulas, tried on every reading of a row, against the printed digits by rounding and by truncation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.audit.model import Bacaan, Pembulatan, Rumus
from kinerja.domain.angka import bulatkan, dari_desimal, format_nilai, format_ringkas
from kinerja.domain.indikator import Polaritas
from kinerja.domain.nilai import Rentang

SERATUS = Fraction(100)
PECAHAN = Fraction(3, 2)  # a percentage up to here may be a fraction of 1
PERSEN = Fraction(10)  # and one above here is none

_MAKSIMAL = ((Rumus.MAKSIMAL,), (Rumus.TANPA_SERATUS,), (Rumus.SELISIH, Rumus.BANDING), (Rumus.KURANG,))
_MINIMAL = ((Rumus.SELISIH, Rumus.BANDING), (Rumus.MAKSIMAL,), (Rumus.TANPA_SERATUS,), (Rumus.KURANG,))
_STABIL_LEBIH = ((Rumus.SELISIH,), (Rumus.MAKSIMAL, Rumus.BANDING), (Rumus.TANPA_SERATUS,), (Rumus.KURANG,))
_TANPA = ((Rumus.MAKSIMAL, Rumus.SELISIH, Rumus.BANDING), (Rumus.TANPA_SERATUS,), (Rumus.KURANG,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasangan:
    """A target and a realisasi as one reading has them. `tampil`, `taraf` and `catatan` as of a Bacaan."""

    t: Fraction
    r: Fraction
    tampil: bool = False
    taraf: int = 0
    catatan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Temuan:
    """A formula that gives the printed digits. `taat`: the polarity allows it (True where none is stated)."""

    rumus: Rumus
    hitung: Fraction
    pembulatan: Pembulatan
    pasangan: Pasangan
    cetak: Bacaan
    taat: bool


def pasangkan(target: Sequence[Bacaan] | Rentang, realisasi: Sequence[Bacaan]) -> list[Pasangan]:
    """Every target with every realisasi, the readings nearest to what is written first."""
    if isinstance(target, Rentang):
        hasil = [p for r in realisasi for p in _rentang(target, r)]
    else:
        hasil = [p for t in target for r in realisasi for p in _angka(t, r)]
    return sorted(hasil, key=lambda p: (p.taraf, p.tampil))


def _angka(t: Bacaan, r: Bacaan) -> Iterator[Pasangan]:
    catatan = tuple(c for c in (t.catatan, r.catatan) if c)
    taraf, tampil = t.taraf + r.taraf, t.tampil or r.tampil
    if t.persen == r.persen:
        yield Pasangan(t=t.nilai, r=r.nilai, tampil=tampil, taraf=taraf, catatan=catatan)
        return
    # One of them has a % sign: the other may be a percentage, too, or a fraction of 1.
    persen, lain = (t, r) if t.persen else (r, t)
    pecahan = abs(lain.nilai) <= PECAHAN and abs(persen.nilai) > PERSEN
    yield Pasangan(t=t.nilai, r=r.nilai, tampil=tampil, taraf=taraf + pecahan, catatan=catatan)
    sebut = format_ringkas(persen.nilai, 6), format_ringkas(persen.nilai / SERATUS, 8), format_ringkas(lain.nilai, 8)
    yield Pasangan(
        t=t.nilai / SERATUS if t.persen else t.nilai,
        r=r.nilai / SERATUS if r.persen else r.nilai,
        tampil=tampil,
        taraf=taraf + 2 * (not pecahan),
        catatan=(*catatan, f"skala berbeda: {sebut[0]}% dihitung sebagai {sebut[1]}, seperti {sebut[2]} yang tanpa %"),
    )


def _rentang(target: Rentang, r: Bacaan) -> Iterator[Pasangan]:
    """The rule of range targets: T is the point of the range nearest to R. Offices also take a bound as the target."""
    x, a, b = r.nilai, target.bawah, target.atas
    sebut = f"target rentang {format_nilai(target, 6)}"
    awal = (r.catatan,) if r.catatan else ()
    if x < a:
        letak, t = f"realisasi di bawahnya, jadi T batas bawah {format_ringkas(a, 6)}", a
    elif x > b:
        letak, t = f"realisasi di atasnya, jadi T batas atas {format_ringkas(b, 6)}", b
    else:
        letak, t = "realisasi di dalamnya, jadi capaian 100", x
    yield Pasangan(t=t, r=x, tampil=r.tampil, taraf=r.taraf, catatan=(*awal, f"{sebut}: {letak}"))
    for nama, batas in (("bawah", a), ("atas", b)):
        if batas != t:
            catatan = f"{sebut}, tetapi dihitung terhadap batas {nama} {format_ringkas(batas, 6)}"
            yield Pasangan(t=batas, r=x, tampil=r.tampil, taraf=r.taraf + 3, catatan=(*awal, catatan))


def beda_skala(t: Fraction, r: Fraction) -> bool:
    """True when one of two percentages seems to be written as a fraction of 1."""
    kecil, besar = sorted((t, r))
    return 0 < kecil <= PECAHAN and besar > PERSEN and abs(kecil * 100 - besar) <= besar / 2


def hitung(rumus: Rumus, t: Fraction, r: Fraction) -> Fraction | None:
    """The formula's value; None where it would divide by 0."""
    if rumus is Rumus.KURANG:
        return r - t
    if (r if rumus is Rumus.BANDING else t) == 0:
        return None
    match rumus:
        case Rumus.MAKSIMAL:
            return r / t * 100
        case Rumus.SELISIH:
            return (2 * t - r) / t * 100
        case Rumus.BANDING:
            return t / r * 100
        case Rumus.TANPA_SERATUS:
            return r / t


def dipotong(x: Fraction, desimal: int) -> Fraction:
    """x without the digits behind the last one that is printed."""
    return Fraction(int(x * 10**desimal), 10**desimal)


def dibulatkan(x: Fraction, desimal: int) -> Fraction:
    """x rounded half-up, as printed."""
    return dari_desimal(bulatkan(x, desimal))


def cara(x: Fraction, cetak: Bacaan) -> Pembulatan | None:
    """How x becomes the printed digits; None when it does not."""
    if dibulatkan(x, cetak.desimal) == cetak.nilai:
        return Pembulatan.BULAT
    return Pembulatan.POTONG if dipotong(x, cetak.desimal) == cetak.nilai else None


def urutan(polaritas: Polaritas | None, p: Pasangan) -> tuple[tuple[Rumus, ...], ...]:
    """The formulas in classes: first those that the polarity allows (all three percentages where none is stated)."""
    match polaritas:
        case None:
            return _TANPA
        case Polaritas.MINIMAL:
            return _MINIMAL
        case Polaritas.RENTANG_MINIMAL:
            return _STABIL_LEBIH
        case Polaritas.STABIL if p.r > p.t:
            return _STABIL_LEBIH
    return _MAKSIMAL


def cari(polaritas: Polaritas | None, pasangan: Sequence[Pasangan], cetak: Sequence[Bacaan]) -> list[Temuan]:
    """All formulas that give the printed digits, the best first: nearest to what is written, allowed, rounded."""
    hasil: list[tuple[tuple[int, int, bool, bool, int, Fraction], Temuan]] = []
    for p in pasangan:
        for kelas, isi in enumerate(urutan(polaritas, p)):
            for n, rumus in enumerate(isi):
                x = hitung(rumus, p.t, p.r)
                if x is None:
                    continue
                for c in cetak:
                    if (bulat := cara(x, c)) is not None:
                        temuan = Temuan(rumus=rumus, hitung=x, pembulatan=bulat, pasangan=p, cetak=c, taat=kelas == 0)
                        kunci = (p.taraf + c.taraf, kelas, bulat is Pembulatan.POTONG, p.tampil, n, abs(x - SERATUS))
                        hasil.append((kunci, temuan))
    return [t for _, t in sorted(hasil, key=lambda x: x[0])]
