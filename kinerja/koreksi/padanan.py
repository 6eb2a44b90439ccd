"""Which figure of one report stands where which figure of another stands: place by place, then figure by figure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from kinerja.koreksi.angka_teks import TeksBerangka
from kinerja.koreksi.petak import Lembaran, Petak, Tabel, berangka

_MIRIP = 0.55  # of two paragraphs that are versions of one
_MIRIP_TABEL = 0.3  # share of the rows that two tables have in common
_MIRIP_LABEL = 0.75  # of two names of one row, of which one was corrected
_KONTEKS = 3  # words beside a figure that must be the same on both sides
_KATA = re.compile(r"#|[^\W_]+")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Padanan:
    """The figure at the same place in the other report, by place and number; `pasti`: surely the same place.

    `angka` None: the other report has no figure there.
    """

    petak: int
    angka: int | None
    pasti: bool


def padankan(a: Lembaran, b: Lembaran) -> Mapping[tuple[int, int], Padanan]:
    """For each figure of `a` whose place is found again in `b`: what stands there."""
    sel, goyah = _tabel(a, b)
    pasangan = {**sel, **_paragraf(a, b)}
    hasil: dict[tuple[int, int], Padanan] = {}
    for n, m in berangka(a):
        if n in pasangan:
            if m == 0:
                sepadan = _angka(a.petak[n], b.petak[pasangan[n]])
            if (ada := sepadan[m]) is not None:
                hasil[n, m] = Padanan(pasangan[n], ada[0], ada[1] and n not in goyah)
    return hasil


def _angka(p: Petak, q: Petak) -> list[tuple[int | None, bool] | None]:
    """For each figure of one place the figure of the other, and whether the place is surely the same."""
    banyak, lain = len(p.isi.angka), len(q.isi.angka)
    if p.isi.rangka == q.isi.rangka and banyak == lain:
        return [(m, True) for m in range(banyak)]
    if p.tabel is not None and _hanya_angka(p.isi) and _hanya_angka(q.isi):
        return [(m if m < lain else None, True) for m in range(banyak)]
    hasil: list[tuple[int | None, bool] | None] = [None] * banyak
    kata_p, kata_q = _KATA.findall(p.isi.rangka), _KATA.findall(q.isi.rangka)
    ke_p, ke_q = _urutan(kata_p), _urutan(kata_q)
    if len(ke_p) != banyak or len(ke_q) != lain:
        return hasil  # a # that somebody typed
    for i, j, panjang in SequenceMatcher(None, kata_p, kata_q, autojunk=False).get_matching_blocks():
        for k in range(panjang):
            if i + k in ke_p:
                sekitar = kata_p[max(i, i + k - _KONTEKS) : min(i + panjang, i + k + _KONTEKS + 1)]
                if sum(x != "#" for x in sekitar) >= _KONTEKS:
                    hasil[ke_p[i + k]] = ke_q[j + k], False
    return hasil


def _urutan(kata: Sequence[str]) -> dict[int, int]:
    return {letak: n for n, letak in enumerate(i for i, k in enumerate(kata) if k == "#")}


def _hanya_angka(isi: TeksBerangka) -> bool:
    """True for a cell that holds one figure, a range, or the dash of none."""
    return re.fullmatch(r"[#\s~–—%-]*", isi.rangka) is not None


def _tabel(a: Lembaran, b: Lembaran) -> tuple[dict[int, int], set[int]]:
    """Cells of `a` by index to cells of `b`, and those of them whose row has another name there."""
    hasil: dict[int, int] = {}
    goyah: set[int] = set()
    for ta, tb in _pasangan_tabel(a.tabel, b.tabel):
        for i, j in _pasangan_baris(ta, tb):
            if SequenceMatcher(None, ta.label[i], tb.label[j], autojunk=False).ratio() < _MIRIP_LABEL:
                goyah.update(ta.baris[i])
            for k, kolom in _pasangan_kolom(ta, tb, len(ta.baris[i]), len(tb.baris[j])):
                hasil[ta.baris[i][k]] = tb.baris[j][kolom]
    return hasil, goyah


def _pasangan_tabel(a: Sequence[Tabel], b: Sequence[Tabel]) -> list[tuple[Tabel, Tabel]]:
    """By headings, caption and heading rows, in order; what is left, by the rows that they share."""
    kunci: tuple[Callable[[Tabel], Hashable], ...] = (
        lambda t: (t.bagian, t.judul, t.keterangan, t.kepala),
        lambda t: (t.bagian, t.keterangan, t.kepala),
    )
    pasangan = _bertahap(a, b, kunci)
    for n in range(len(a)):
        if n not in pasangan:
            nilai = [(_serupa(a[n], t), -m) for m, t in enumerate(b) if t.bagian == a[n].bagian]
            if nilai and max(nilai)[0] >= _MIRIP_TABEL:
                pasangan[n] = -max(nilai)[1]
    return [(a[n], b[m]) for n, m in pasangan.items()]


def _serupa(a: Tabel, b: Tabel) -> float:
    """The share of rows with the same name, for tables under the same heads more."""
    x, y = set(a.label), set(b.label)
    bersama = len(x & y) / max(1, len(x | y))
    return (bersama + 0.25 * (a.kepala == b.kepala) + 0.25 * (a.judul == b.judul)) if bersama else 0.0


def _pasangan_baris(a: Tabel, b: Tabel) -> list[tuple[int, int]]:
    """Rows of the same name, in order; renamed ones where as many stand between the same neighbours; moved ones."""
    hasil: dict[int, int] = {}
    for apa, a0, a1, b0, b1 in SequenceMatcher(None, a.label, b.label, autojunk=False).get_opcodes():
        if apa == "equal" or (apa == "replace" and a1 - a0 == b1 - b0):
            hasil |= dict(zip(range(a0, a1), range(b0, b1), strict=True))
    for n in range(len(a.label)):
        if n not in hasil and b.label.count(a.label[n]) == 1:
            hasil[n] = b.label.index(a.label[n])
    return list(hasil.items())


def _pasangan_kolom(a: Tabel, b: Tabel, banyak_a: int, banyak_b: int) -> list[tuple[int, int]]:
    """By position; where one row has more cells, by the heads of the columns."""
    if banyak_a == banyak_b:
        return [(k, k) for k in range(banyak_a)]
    kepala_a = next((k for k in reversed(a.kepala) if len(k) == banyak_a), None)
    kepala_b = next((k for k in reversed(b.kepala) if len(k) == banyak_b), None)
    if kepala_a is None or kepala_b is None:
        return []
    blok = SequenceMatcher(None, kepala_a, kepala_b, autojunk=False).get_matching_blocks()
    return [(i + k, j + k) for i, j, panjang in blok for k in range(panjang)]


def _paragraf(a: Lembaran, b: Lembaran) -> dict[int, int]:
    """Paragraphs of `a` by index to paragraphs of `b`: the same words at the same place, the same draft, the likest."""
    pa, pb = [a.petak[n] for n in a.paragraf], [b.petak[n] for n in b.paragraf]
    kunci: tuple[Callable[[Petak], Hashable], ...] = (
        lambda p: (p.bagian, p.judul, p.narasi, p.isi.rangka),
        lambda p: (p.bagian, p.narasi, p.isi.rangka),
        lambda p: p.narasi or id(p),
        lambda p: p.isi.rangka,
    )
    pasangan = _bertahap(pa, pb, kunci)
    for n, p in enumerate(pa):
        if n not in pasangan and p.isi.angka and (m := _termirip(p, pb)) is not None:
            pasangan[n] = m
    return {a.paragraf[n]: b.paragraf[m] for n, m in pasangan.items()}


def _bertahap(a: Sequence[T], b: Sequence[T], kunci: Iterable[Callable[[T], Hashable]]) -> dict[int, int]:
    """Pairs of one key, the first with the first: by each key in turn, among those that are left."""
    hasil: dict[int, int] = {}
    terpakai: set[int] = set()
    for k in kunci:
        menunggu: dict[Hashable, list[int]] = defaultdict(list)
        for m, y in enumerate(b):
            if m not in terpakai:
                menunggu[k(y)].append(m)
        for n, x in enumerate(a):
            if n not in hasil and menunggu.get(k(x)):
                hasil[n] = menunggu[k(x)].pop(0)
                terpakai.add(hasil[n])
    return hasil


def _termirip(p: Petak, lain: Sequence[Petak]) -> int | None:
    """The place of the paragraph that shares most with this one, of those with figures."""
    kata = _KATA.findall(p.isi.rangka)
    himpunan = set(kata)
    terbaik, letak = _MIRIP, None
    for m, q in enumerate(lain):
        kata_q = _KATA.findall(q.isi.rangka) if q.isi.angka else []
        if not kata_q or len(himpunan & set(kata_q)) < _MIRIP / 2 * len(himpunan):
            continue
        nilai = SequenceMatcher(None, kata, kata_q, autojunk=False).ratio() + 0.05 * (p.judul == q.judul)
        if nilai > terbaik:
            terbaik, letak = nilai, m
    return letak
