"""Rows of a table by Kode: cells by heading, and what stands in the way (merged cells, text outside the table)."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from kinerja.catalogue import temuan
from kinerja.domain.formulir import KOLOM_ISIAN, Kolom, KolomAnggaran
from kinerja.findings import Finding, Tingkat
from kinerja.read.judul import TabelDitemukan, cari_tabel, medan
from kinerja.sources import CellRef
from kinerja.workbook.model import Jenis, Lembar, Sel, alamat, sel_kosong

K = TypeVar("K", bound=StrEnum)

_RENTANG = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\Z")
_TAK_TAMPAK = re.compile("[\u200b-\u200f\u2060\ufeff]")
MAKS_BARIS = 2000  # no office has so many indicators; a sheet pasted full must not flood everybody with findings
_MAKS_GABUNGAN = 200
_MAKS_TERTUTUP = 200_000  # places under all merges together
_PALING_BANYAK = 6  # addresses named in one message
_PENTING: frozenset[StrEnum] = frozenset({*KOLOM_ISIAN, Kolom.KODE, KolomAnggaran.KODE, KolomAnggaran.REALISASI})


@dataclass(frozen=True, slots=True)
class BarisTabel(Generic[K]):
    """One row. `kode` is empty when its cell is; a heading is absent from `sel` when the sheet lacks it, or when a
    merge covers the cell: both are reported here, and nothing further can be said about such a cell.
    """

    kode: str
    nomor: int
    sel: Mapping[K, Sel]
    tersembunyi: bool


@dataclass(frozen=True, slots=True)
class _Gabungan:
    """A merged range over the table: its first cell, and the rows and columns of ours in it."""

    teks: str
    awal: tuple[int, int]
    baris: list[int]
    kolom: list[int]

    @property
    def tertutup(self) -> Iterator[tuple[int, int]]:
        """The places that it covers."""
        return ((b, k) for b in self.baris for k in self.kolom if (b, k) != self.awal)


def baca_tabel(
    lembar: Lembar, judul: type[K], berkas: str, *, nama: K, tanpa: Collection[K] = ()
) -> tuple[list[BarisTabel[K]], list[Finding]]:
    """All rows of the table on `lembar`, in sheet order, and the findings. Needs a heading `Kode`.

    A row without Kode is kept when `nama` (what the row is about) is filled in, reported (BTK014) when it only
    holds values, and is text outside the table otherwise.
    """
    tabel, hasil = cari_tabel(lembar, judul, berkas, tanpa)
    kunci = judul["KODE"]
    if tabel is None or kunci not in tabel.kolom:
        return [], hasil
    baris: list[BarisTabel[K]] = []
    lengkap = not any(t.kode == "BTK006" for t in hasil)  # else the column without a heading is reported already
    # Above the table stand titles; what stands to the right of them is as lost as what stands below the table.
    tepi = max(tabel.kolom.values())
    sembunyi = lembar.kolom_tersembunyi  # what nobody sees is no entry
    luar = [
        s
        for n, isi in lembar.baris.items()
        if n < tabel.baris
        for k, s in isi.items()
        if k > tepi and k not in sembunyi
    ]
    rows = [(n, isi) for n, isi in lembar.baris.items() if n > tabel.baris]
    gabungan = _di_atas_tabel(lembar, tabel, [n for n, _ in rows[: 2 * MAKS_BARIS]])
    tertutup = {sel for g in gabungan for sel in g.tertutup}
    tanpa_kode = 0
    for nomor, isi in rows:
        if len(baris) + tanpa_kode >= MAKS_BARIS:
            sumber = CellRef(berkas, lembar.nama, alamat(nomor, tabel.kolom[kunci]))
            hasil.append(temuan("BTK016", sumber, batas=str(MAKS_BARIS)))
            break
        sel = {
            k: isi[n] if n in isi else sel_kosong(nomor, n)
            for k, n in tabel.kolom.items()
            if not tertutup or (nomor, n) not in tertutup
        }
        kode = _polos(lembar.cell(nomor, tabel.kolom[kunci]).teks)
        satu = BarisTabel(kode, nomor, sel, nomor in lembar.baris_tersembunyi)
        if satu.kode or _terisi(sel, nama):
            baris.append(satu)
        elif any(_terisi(sel, k) for k in sel if k in _PENTING):
            sumber = CellRef(berkas, lembar.nama, alamat(nomor, tabel.kolom[kunci]))
            hasil.append(temuan("BTK014", sumber, baris=str(nomor)))
            tanpa_kode += 1
        else:
            luar += [s for k, s in isi.items() if k not in sembunyi]
            continue
        if lengkap:
            luar += [s for k, s in isi.items() if k not in tabel.berjudul and k not in sembunyi]
    hasil += _temuan_gabungan(lembar, tabel, gabungan, baris, berkas)
    hasil += _temuan_luar(lembar, luar, berkas)
    hasil += _temuan_kolom(lembar, tabel, berkas)
    return baris, hasil


def _polos(kode: str) -> str:
    """A Kode without what nobody sees: zero-width characters that were copied along with it."""
    return kode if kode.isascii() else _TAK_TAMPAK.sub("", kode).strip()


def _terisi(sel: Mapping[K, Sel], kunci: K) -> bool:
    """A person's own entry: not empty, not blank, not a formula."""
    s = sel.get(kunci)
    return s is not None and s.rumus is None and s.jenis is not Jenis.KOSONG and s.teks != ""


def _nomor(huruf: str) -> int:
    n = 0
    for h in huruf:
        n = n * 26 + ord(h) - 64
    return n


def _di_atas_tabel(lembar: Lembar, tabel: TabelDitemukan[K], nomor: list[int]) -> list[_Gabungan]:
    """Merges that touch a column of the table in its rows; the excess of a sheet full of merges is left out."""
    hasil: list[_Gabungan] = []
    kolom = sorted(tabel.kolom.values())
    luas = 0
    for teks in lembar.gabungan[:_MAKS_GABUNGAN]:
        m = _RENTANG.match(teks.replace("$", ""))
        if m is None:
            continue
        k1, k2, b1, b2 = _nomor(m[1]), _nomor(m[3]), int(m[2]), int(m[4])
        kena = nomor[bisect_left(nomor, b1) : bisect_right(nomor, b2)]
        dalam = [k for k in kolom if k1 <= k <= k2]
        luas += len(kena) * len(dalam)
        if luas > _MAKS_TERTUTUP:
            break
        if kena and dalam:
            hasil.append(_Gabungan(teks, (b1, k1), kena, dalam))
    return hasil


def _temuan_gabungan(
    lembar: Lembar, tabel: TabelDitemukan[K], gabungan: list[_Gabungan], baris: list[BarisTabel[K]], berkas: str
) -> list[Finding]:
    """Merges over rows of the table; a galat where what a unit fills in, or the Kode, is covered."""
    hasil = []
    kode = {b.nomor: b.kode for b in baris}
    for g in gabungan:
        kena = [n for n in g.baris if n in kode]
        if not kena:
            continue
        kunci = [k for k, n in tabel.kolom.items() if n in g.kolom]
        utama = next((k for k in kunci if k in _PENTING), kunci[0])
        hasil.append(
            temuan(
                "BTK010",
                CellRef(berkas, lembar.nama, alamat(*g.awal)),
                indikator=kode[kena[0]] or None,
                medan=medan(utama),
                tingkat=None if utama in _PENTING else Tingkat.PERINGATAN,
                rentang=g.teks,
            )
        )
    return hasil


def _temuan_luar(lembar: Lembar, luar: list[Sel], berkas: str) -> list[Finding]:
    """Entries outside the table; one note that names them."""
    terlihat = [s.alamat for s in luar if s.rumus is None and s.teks]
    if not terlihat:
        return []
    daftar = ", ".join(terlihat[:_PALING_BANYAK])
    if len(terlihat) > _PALING_BANYAK:
        daftar += f", dan {len(terlihat) - _PALING_BANYAK} sel lain"
    return [temuan("BTK011", CellRef(berkas, lembar.nama, terlihat[0]), daftar=daftar)]


def _temuan_kolom(lembar: Lembar, tabel: TabelDitemukan[K], berkas: str) -> list[Finding]:
    """Columns to be filled in that are hidden."""
    return [
        temuan("BTK013", CellRef(berkas, lembar.nama, alamat(tabel.baris, n)), medan=medan(k), kolom=k.value)
        for k, n in tabel.kolom.items()
        if k in _PENTING and n in lembar.kolom_tersembunyi
    ]
