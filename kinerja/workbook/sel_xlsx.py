"""Raw cells of an .xlsx sheet to `Sel`: the one place that decides kinds, values and formats, whoever cut the XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Baris, Isi, Jenis, Sel, berurut, nomor_kolom
from kinerja.workbook.numfmt import UMUM, nilai_angka, nilai_iso, ragam_tanggal
from kinerja.workbook.xmlteks import bersihkan, lepas_entitas

MAKS_SEL = 300_000  # cells with content in one workbook
_UMUM: tuple[str, str | None] = (UMUM, None)
_MAKS_BARIS, _MAKS_KOLOM = 1_048_576, 16_384

# Column letters, row, style, type; then for <f>, <v> and <is>: the tag (empty when absent) and its text.
SelMentah = tuple[str, str, str, str, str, str, str, str, str, str]

POLA_SEL = (  # a cell after `<c r="`
    r'([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,6})")?(?: t="([a-zA-Z]{1,9})")?'
    r'(?: cm="[0-9]+")?(?: vm="[0-9]+")? ?(?:/>|>'
    r"(?:(<f)(?: [^<>]*)?(?:/>|>([^<]*)</f>))?"
    r'(?:(<v)(?: xml:space="preserve")?(?:/>|>([^<]*)</v>))?'
    r'(?:(<is>)<t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>)</is>)?'
    r"</c>)"
)
_SATU_SEL = re.compile(POLA_SEL + r"\s*(?:</row>\s*)?")
_MAKS_HAFAL = 8_192  # cells known by heart
_PANJANG_HAFAL = 300  # characters of one of them


@dataclass(frozen=True, slots=True)
class Konteks:
    """What the sheets of one workbook share: strings, the format of each style, the epoch."""

    teks: Sequence[str]
    format: tuple[str, ...]
    epoch_1904: bool


class TeksBersama(NamedTuple):
    """A cell whose text is a shared string, which only its workbook knows by this number."""

    sel: Sel
    ke: int


Tempat = tuple[int, int]  # row and column, both from 1
# What the XML of one cell says: its place, and the cell (None: nothing stands there).
Arti = tuple[Tempat, Sel | TeksBersama | None]


class TidakPolos(Exception):
    """A cell is written in a way that only a real parser understands, or is to be refused."""


def terlalu_banyak() -> BerkasDitolak:
    """The refusal of a workbook with too many cells."""
    return BerkasDitolak("BRK014", batas=f"{MAKS_SEL:,}".replace(",", "."))


class _NomorKolom(dict[str, int]):
    """Column numbers by letters, each worked out once; 0 for a column that no sheet has."""

    def __missing__(self, huruf: str) -> int:
        n = nomor_kolom(huruf)
        self[huruf] = n = n if n <= _MAKS_KOLOM else 0
        return n


_NOMOR = _NomorKolom()


@lru_cache(maxsize=8)
def _gaya_sel(semua: tuple[str, ...]) -> Mapping[str, tuple[str, str | None]]:
    """Format and what it makes of a number, by the text of the style; the forms of one office share their styles."""
    gaya = {str(n): (kode, ragam_tanggal(kode)) for n, kode in enumerate(semua)}
    gaya[""] = gaya.get("0", _UMUM)
    return gaya


class Penerjemah:
    """Turns raw cells into cells, under one set of styles. `entitas`: texts are as they stand in the XML."""

    def __init__(self, gaya: tuple[str, ...], epoch_1904: bool, *, entitas: bool) -> None:
        self._gaya, self._epoch, self._entitas = _gaya_sel(gaya), epoch_1904, entitas

    def arti(self, mentah: SelMentah, bagian: str) -> Arti | None:
        """What a cell says; None when it says nothing. BerkasDitolak (BRK012) for a place that does not exist."""
        huruf, baris, gaya, tipe, f, rumus, v, nilai, i, langsung = mentah
        if not (v or f or i):
            return None
        tempat = (int(baris), _NOMOR[huruf])
        if not tempat[1] or not 1 <= tempat[0] <= _MAKS_BARIS:
            raise BerkasDitolak("BRK012", bagian=bagian)
        kode, ragam = self._gaya.get(gaya, _UMUM)
        entitas = self._entitas
        if entitas and "&" in nilai:
            nilai = lepas_entitas(nilai)
        jenis: Jenis = Jenis.KOSONG
        isi: Isi = None
        ke: int | None = None
        if tipe == "s" and nilai:
            jenis, ke = Jenis.TEKS, _nomor_teks(nilai, bagian)
        elif tipe == "inlineStr" and i:
            jenis, isi = Jenis.TEKS, bersihkan(lepas_entitas(langsung) if entitas else langsung)
        elif tipe == "str" and v:
            jenis, isi = Jenis.TEKS, bersihkan(nilai)
        elif rapi := nilai.strip():
            jenis, isi = nilai_angka(rapi, ragam, self._epoch) if tipe in ("", "n") else _jarang(tipe, nilai)
        if f:
            if jenis is Jenis.KOSONG:
                jenis = Jenis.BELUM_DIHITUNG
            rumus = bersihkan(lepas_entitas(rumus) if entitas else rumus)
        elif jenis is Jenis.KOSONG or isi == "":
            return tempat, None
        sel = Sel(huruf + baris, jenis, isi, kode, rumus if f else None)
        return tempat, sel if ke is None else TeksBersama(sel, ke)


def _nomor_teks(nilai: str, bagian: str) -> int:
    if len(nilai) < 10 and nilai.isascii() and nilai.isdigit():
        return int(nilai)
    raise BerkasDitolak("BRK012", bagian=bagian)


def terjemahkan(mentah: Iterable[SelMentah], konteks: Konteks, bagian: str, jatah: int, *, entitas: bool) -> Baris:
    """Cells by row and column, empty ones left out; of two at one place the last. `entitas`: texts are as in the XML.

    BerkasDitolak: a place or a shared string that does not exist (BRK012), more than `jatah` cells (BRK014).
    """
    arti = Penerjemah(konteks.format, konteks.epoch_1904, entitas=entitas).arti
    return susun((a for m in mentah if (a := arti(m, bagian)) is not None), konteks.teks, bagian, jatah)


def susun(semua: Iterable[Arti], teks: Sequence[str], bagian: str, jatah: int) -> Baris:
    """What cells say as rows, the shared strings put in. BerkasDitolak as `terjemahkan`."""
    hasil: Baris = {}
    baris: dict[int, Sel] = {}
    nomor = banyak = 0
    for (b, k), sel in semua:
        if b != nomor:
            banyak += len(baris)
            if banyak > jatah:
                raise terlalu_banyak()
            nomor, baris = b, hasil.setdefault(b, {})
            banyak -= len(baris)
        if sel is None:
            baris.pop(k, None)
        elif not isinstance(sel, TeksBersama):
            baris[k] = sel
        else:
            (alamat, _, _, kode, rumus), ke = sel
            if ke >= len(teks):
                raise BerkasDitolak("BRK012", bagian=bagian)
            if teks[ke] or rumus is not None:
                baris[k] = Sel(alamat, Jenis.TEKS, teks[ke], kode, rumus)
            else:
                baris.pop(k, None)
    if banyak + len(baris) > jatah:
        raise terlalu_banyak()
    return berurut({b: baris for b, baris in hasil.items() if baris})


class Hafalan(dict[str, Arti | None]):
    """Cells known by heart: what each says, by its XML after `<c r="`.

    The forms of one office say mostly the same in the same places; what was understood once is looked up.
    """

    def __init__(self, gaya: tuple[str, ...], epoch_1904: bool) -> None:
        super().__init__()
        self._penerjemah = Penerjemah(gaya, epoch_1904, entitas=True)

    def __missing__(self, xml: str) -> Arti | None:
        cocok = _SATU_SEL.fullmatch(xml)
        if cocok is None:
            raise TidakPolos
        try:
            arti = self._penerjemah.arti(cocok.groups(""), "")  # type: ignore[arg-type]  # ten texts, as SelMentah
        except BerkasDitolak as e:
            raise TidakPolos from e  # the careful way refuses it by the name of its part
        if len(xml) <= _PANJANG_HAFAL:
            self[xml] = arti
        return arti


@lru_cache(maxsize=4)
def _hafalan(gaya: tuple[str, ...], epoch_1904: bool) -> Hafalan:
    return Hafalan(gaya, epoch_1904)


def hafalan(konteks: Konteks) -> Hafalan:
    """The memory for workbooks with these styles; it starts anew when it has grown."""
    ingatan = _hafalan(konteks.format, konteks.epoch_1904)
    if len(ingatan) > _MAKS_HAFAL:
        ingatan.clear()
    return ingatan


def _jarang(tipe: str, nilai: str) -> tuple[Jenis, Isi]:
    """Kinds that few cells have: boolean, error, ISO date; an unknown one is text."""
    if tipe == "b":
        return Jenis.LOGIKA, nilai.strip() in ("1", "true")
    if tipe == "d":
        return nilai_iso(nilai.strip())
    return (Jenis.GALAT if tipe == "e" else Jenis.TEKS), bersihkan(nilai)
