"""Finding the heading row of a table and its columns, wherever a person has moved them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from kinerja.catalogue import temuan
from kinerja.findings import Finding
from kinerja.sources import CellRef
from kinerja.workbook.model import Jenis, Lembar, Sel, alamat, celah

K = TypeVar("K", bound=StrEnum)

# A text this close to a heading is that heading, misspelt; a rival must be clearly further away.
MIRIP = 0.75
SELISIH = 0.06
# Fewer headings than this in one row are words in a sentence, not a heading row.
PALING_SEDIKIT = 3
_JUDUL_TERPANJANG = 100
_MAKS_LAIN = 100  # other texts in the heading row that are compared with missing headings

_SPASI = re.compile(r"[\s\u00a0\u200b\ufeff]+")
_BUKAN_KATA = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class TabelDitemukan(Generic[K]):
    """Where a table lies: its heading row, the column of each heading, every column with any heading at all."""

    baris: int
    kolom: Mapping[K, int]
    berjudul: frozenset[int]


@lru_cache(maxsize=512)
def samakan(teks: str) -> str:
    """Text for comparison: single spaces, no case, no zero-width characters."""
    return _SPASI.sub(" ", teks).strip().casefold()


def kata(teks: str) -> str:
    """Only its letters and digits: `Realisasi s.d.` -> `realisasi sd`."""
    return _BUKAN_KATA.sub(" ", samakan(teks).replace(".", "")).strip()


def kemiripan(a: str, b: str) -> float:
    """0 to 1; 1 when they differ by punctuation only; 0 for lengths too unlike (and comparing them would take long)."""
    if len(a) > 4 * len(b) + 40 or len(b) > 4 * len(a) + 40:
        return 0.0
    return SequenceMatcher(None, kata(a), kata(b), autojunk=False).ratio()


def medan(kunci: StrEnum) -> str:
    """The field name of a heading."""
    return kunci.name.lower()


def cari_tabel(
    lembar: Lembar, judul: type[K], berkas: str, tanpa: Collection[K] = ()
) -> tuple[TabelDitemukan[K] | None, list[Finding]]:
    """The table on `lembar`; None (and BTK009) when no row looks like its headings.

    Findings: headings twice (BTK008), misspelt and still mapped (BTK007), missing (BTK006, but for those in `tanpa`).
    """
    dikenal = {samakan(k.value): k for k in judul}
    baris = _baris_judul(lembar, dikenal)
    if baris is None:
        return None, [temuan("BTK009", CellRef(berkas, lembar.nama))]
    nomor, isi = baris
    tempat: dict[K, list[int]] = {}
    lain: dict[int, Sel] = {}
    for kolom, sel in isi.items():
        kunci = dikenal.get(samakan(sel.teks)) if sel.jenis is Jenis.TEKS else None
        if kunci is not None:
            tempat.setdefault(kunci, []).append(kolom)
        elif sel.jenis is Jenis.TEKS and len(sel.teks) < _JUDUL_TERPANJANG and len(lain) < _MAKS_LAIN:
            lain[kolom] = sel
    peta = {k: v[0] for k, v in tempat.items()}
    hasil: list[Finding] = []
    for k, semua in tempat.items():
        if len(semua) > 1:
            sumber = CellRef(berkas, lembar.nama, alamat(nomor, semua[1]))
            daftar = ", ".join(alamat(nomor, n) for n in semua)
            hasil.append(temuan("BTK008", sumber, medan=medan(k), kolom=k.value, daftar=daftar))
    for k, kolom in _cocokkan_mirip([k for k in judul if k not in peta], lain).items():
        sel = lain.pop(kolom)
        peta[k] = kolom
        sumber = CellRef(berkas, lembar.nama, sel.alamat)
        hasil.append(temuan("BTK007", sumber, medan=medan(k), tertulis=sel.teks, diharapkan=k.value))
    for k in judul:
        if k not in peta and k not in tanpa:
            letak = celah(k, list(judul), peta)
            sumber = CellRef(berkas, lembar.nama, alamat(nomor, letak or min(isi)))
            hasil.append(temuan("BTK006", sumber, medan=medan(k), kolom=k.value, mirip=_dugaan(k, lain, letak)))
    return TabelDitemukan(nomor, peta, frozenset(isi)), hasil


def _baris_judul(lembar: Lembar, dikenal: Mapping[str, K]) -> tuple[int, dict[int, Sel]] | None:
    """The row with most of the headings, the upper one of equals."""
    terbaik: tuple[int, dict[int, Sel]] | None = None
    paling = PALING_SEDIKIT - 1
    for nomor, isi in lembar.baris.items():
        if len(isi) <= paling:
            continue
        teks = {samakan(s.teks) for s in isi.values() if s.jenis is Jenis.TEKS and len(s.teks) < _JUDUL_TERPANJANG}
        cocok = len(teks & dikenal.keys())
        if cocok > paling:
            terbaik, paling = (nomor, isi), cocok
            if cocok == len(dikenal):
                break
    return terbaik


def _cocokkan_mirip(hilang: list[K], lain: Mapping[int, Sel]) -> dict[K, int]:
    """Missing headings to misspelt ones: only pairs that prefer each other and have no near rival."""
    nilai = {(k, n): kemiripan(k.value, s.teks) for k in hilang for n, s in lain.items()}
    hasil: dict[K, int] = {}
    for (k, n), x in nilai.items():
        if x < MIRIP:
            continue
        saingan = [y for (k2, n2), y in nilai.items() if (k2 == k) != (n2 == n)]
        if all(x - y >= SELISIH for y in saingan):
            hasil[k] = n
    return hasil


def _dugaan(kunci: StrEnum, lain: Mapping[int, Sel], letak: int | None) -> str:
    """A sentence that names the heading most like the missing one, else the one in its place; empty when none is."""
    calon = max(lain.values(), key=lambda s: kemiripan(kunci.value, s.teks), default=None)
    if calon is None or kemiripan(kunci.value, calon.teks) < 0.5:
        calon = lain.get(letak or 0)
    if calon is None:
        return ""
    return f" Mungkin yang dimaksud kolom “{calon.teks}” di sel {calon.alamat}."
