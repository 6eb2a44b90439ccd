"""Whose evidence it is: the unit and period in whose container it came, or whose form names it.

The container of a file is the nearest folder, .zip or mail above it in which forms came, in sub-folders too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from kinerja.domain.bukti import BerkasBukti, NamaBukti, nama_bukti, padankan

Pemilik = tuple[str, str]  # unit, period id
Teks = Mapping[Pemilik, Sequence[str]]  # what the column Data Pendukung of their latest forms says


def pemilik_bukti(
    formulir: Iterable[tuple[str, Pemilik, datetime]],
    bukti: Iterable[BerkasBukti],
    calon: Iterable[BerkasBukti],
    teks: Callable[[frozenset[str]], Teks],
) -> Mapping[Pemilik, NamaBukti]:
    """Evidence by owner. `formulir` are (path, owner, when it came), `bukti` and `calon` in the order they were seen.

    A container with forms of one unit and period gives its evidence to them, named or not. Elsewhere evidence belongs
    to the unit whose forms name it; what forms of several units name is `bersama`.
    `calon`, files that may be something else, are evidence only where they are named. `teks` is asked for periods.
    """
    formulir = list(formulir)
    isi = _wadah(formulir)
    milik: dict[Pemilik, dict[str, BerkasBukti]] = {}
    campur: dict[frozenset[Pemilik], list[BerkasBukti]] = {}
    for b in bukti:
        pemilik = _terdekat(b.path, isi)
        if len(pemilik) == 1:
            milik.setdefault(next(iter(pemilik)), {})[b.path] = b  # what lies there now takes the place of the earlier
        elif pemilik:
            campur.setdefault(pemilik, []).append(b)
    for b in calon:
        if pemilik := _terdekat(b.path, isi):
            campur.setdefault(pemilik, []).append(b)
    if campur:
        pertama = _pertama(formulir)
        semua_teks = teks(frozenset(p for c in campur for _, p in c))
        for pemilik, berkas in campur.items():
            for satu, pilihan in _menurut_nama(pemilik, berkas, semua_teks, pertama).items():
                milik.setdefault(satu, {}).update(pilihan)
    return {p: nama_bukti(b.values()) for p, b in milik.items()}


def _wadah(formulir: Iterable[tuple[str, Pemilik, datetime]]) -> Mapping[str, frozenset[Pemilik]]:
    """Owners of the forms in each container and below it; the empty path holds all of them."""
    hasil: dict[str, set[Pemilik]] = {}
    for path, pemilik, _ in formulir:
        for induk in _induk(path):
            hasil.setdefault(induk, set()).add(pemilik)
    return {w: frozenset(p) for w, p in hasil.items()}


def _induk(path: str) -> Iterable[str]:
    while path:
        path = path.rpartition("/")[0]
        yield path


def _terdekat(path: str, isi: Mapping[str, frozenset[Pemilik]]) -> frozenset[Pemilik]:
    return next((isi[w] for w in _induk(path) if w in isi), frozenset())


def _pertama(formulir: Iterable[tuple[str, Pemilik, datetime]]) -> Mapping[str, Sequence[tuple[str, datetime]]]:
    """By unit its periods in order, each with the time at which its first form came."""
    awal: dict[Pemilik, datetime] = {}
    for _, pemilik, saat in formulir:
        awal[pemilik] = min(saat, awal.get(pemilik, saat))
    hasil: dict[str, list[tuple[str, datetime]]] = {}
    for (unit, periode), saat in sorted(awal.items()):
        hasil.setdefault(unit, []).append((periode, saat))
    return hasil


def _menurut_nama(
    pemilik: frozenset[Pemilik],
    bukti: Sequence[BerkasBukti],
    teks: Teks,
    pertama: Mapping[str, Sequence[tuple[str, datetime]]],
) -> Mapping[Pemilik, Mapping[str, BerkasBukti]]:
    """Evidence of a container that several share, by who names it."""
    versi: dict[str, list[BerkasBukti]] = {}
    for b in bukti:
        versi.setdefault(b.path, []).append(b)
    kini = nama_bukti(semua[-1] for semua in versi.values())
    disebut: dict[str, set[Pemilik]] = {}
    for satu in pemilik:
        for t in teks.get(satu, ()):
            for b in padankan(t, kini).cocok:
                disebut.setdefault(b.path, set()).add(satu)
    hasil: dict[Pemilik, dict[str, BerkasBukti]] = {}
    for path, penyebut in disebut.items():
        bersama = len({unit for unit, _ in penyebut}) > 1
        for unit, periode in penyebut:
            pilihan = _pada_masanya(versi[path], periode, pertama.get(unit, ()))
            hasil.setdefault((unit, periode), {})[path] = replace(pilihan, bersama=bersama)
    return hasil


def _pada_masanya(versi: Sequence[BerkasBukti], periode: str, pertama: Sequence[tuple[str, datetime]]) -> BerkasBukti:
    """Of the files that lay at one path, the last that came before the unit's form of its next period."""
    berikut = bisect_right([p for p, _ in pertama], periode)
    if berikut == len(pertama):
        return versi[-1]
    batas = pertama[berikut][1]
    return next((b for b in reversed(versi) if b.diterima < batas), versi[0])
