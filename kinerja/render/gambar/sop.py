"""The flow of an SOP drawn: the cells of its table, and the pictures of the whole with one lane for each pelaksana."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from kinerja.render.gambar.alur import (
    KAPSUL,
    KETUPAT,
    SEGILIMA,
    Susunan,
    Ukuran,
    susun,
    tanda,
    tinggi_langkah,
)
from kinerja.render.gambar.huruf_gambar import bungkus, tinggi_teks
from kinerja.render.gambar.kanvas import ABU, PUCAT, Kanvas, Kotak
from kinerja.sop.model import Sop

_TITIK_KEPALA = 7.0
_MUAT = 1.27  # times the height of a page: so much is reduced to fit on one rather than divided


@dataclass(frozen=True, slots=True, kw_only=True)
class GambarAlur:
    """One picture of the flow, from one step to another, to be shown `tinggi_mm` high."""

    isi: bytes
    tinggi_mm: int
    dari: str  # numbers of the first and the last step in it
    sampai: str
    alt: str


def ukuran_petak(sop: Sop, lebar: float) -> Ukuran:
    """Sizes of the symbols in the flow table, whose columns of pelaksana are `lebar` millimetres together."""
    lajur = lebar / len(sop.peran)
    titik = 5.0 if lajur < 11 else 6.0
    return Ukuran(lajur=lajur, titik=titik, berteks=False, pinggir=max(1.1, lajur * 0.11))


def tinggi_petak(sop: Sop, lebar: float, teks: Sequence[float]) -> list[int]:
    """Millimetres of each row of the flow table, of whose texts the longest takes `teks`."""
    perlu = tinggi_langkah(sop, ukuran_petak(sop, lebar))
    return [ceil(max(a, b)) for a, b in zip(teks, perlu, strict=True)]


def petak_alur(sop: Sop, lebar: float, tinggi: Sequence[int]) -> list[list[bytes]]:
    """The cells of the flow table as pictures, row by row: set side by side and one below the other they are the flow.

    `tinggi`: millimetres of each row.
    """
    u = ukuran_petak(sop, lebar)
    kanvas = Kanvas(lebar, sum(tinggi))
    _gambar(kanvas, susun(sop, u, tinggi), u)
    hasil = []
    y = 0
    for t in tinggi:
        lajur = [Kotak(n * u.lajur, y, (n + 1) * u.lajur, y + t) for n in range(len(sop.peran))]
        hasil.append([kanvas.potong(k, tembus=True) for k in lajur])
        y += t
    return hasil


def gambar_alur(sop: Sop, lebar: float, tinggi_maks: float) -> list[GambarAlur]:
    """The whole flow in as few pictures as `tinggi_maks` millimetres allow, each with the names of its lanes."""
    u = Ukuran(lajur=lebar / len(sop.peran), titik=6.5, berteks=True, pinggir=2.6, ketupat=7.5, kotak=6.0)
    nama = [bungkus(p, _TITIK_KEPALA, u.lajur - 1.6, 4) for p in sop.peran]
    kepala = tinggi_teks(max(len(n) for n in nama), _TITIK_KEPALA) + 3
    seluruh = kepala + sum(tinggi_langkah(sop, u))
    ruang = (seluruh if seluruh <= tinggi_maks * _MUAT else tinggi_maks - 2 * u.sambung) - kepala
    if sum(tinggi_langkah(sop, u)) > ruang:
        u = replace(u, didatangi=frozenset(x.jika_ditolak for x in sop.langkah if x.jika_ditolak))
    tinggi = tinggi_langkah(sop, u)
    hasil = []
    for dari, sampai in _bagi(tinggi, ruang):
        s = susun(sop, u, tinggi, dari, sampai)
        kanvas = Kanvas(lebar, ceil(kepala + s.tinggi))
        for n, peran in enumerate(sop.peran):
            k = Kotak(n * u.lajur, 0, (n + 1) * u.lajur, kepala)
            kanvas.kotak(Kotak(k.kiri, 0, k.kanan, kanvas.tinggi), warna=ABU)
            kanvas.kotak(k, isi=PUCAT)
            kanvas.teks_dalam(k, peran, _TITIK_KEPALA, tebal=True)
        kanvas.kotak(Kotak(0, 0, lebar - 0.1, kanvas.tinggi - 0.1), isi=None)
        _gambar(kanvas, s, u, kepala)
        hasil.append(
            GambarAlur(
                isi=kanvas.png(),
                tinggi_mm=int(min(kanvas.tinggi, tinggi_maks)),
                dari=tanda(sop.langkah[dari]),
                sampai=tanda(sop.langkah[sampai - 1]),
                alt=_alt(sop, dari, sampai),
            )
        )
    return hasil


def _bagi(tinggi: Sequence[float], maks: float) -> list[tuple[int, int]]:
    """Which rows go into one picture, evenly: as few pictures as possible, none much fuller than the others."""
    banyak = max(1, -(-sum(tinggi) // maks))
    while True:
        sasaran = min(maks, sum(tinggi) / banyak + max(tinggi) / 2)
        hasil, dari, isi = [], 0, 0.0
        for n, t in enumerate(tinggi):
            if n > dari and isi + t > sasaran:
                hasil.append((dari, n))
                dari, isi = n, 0.0
            isi += t
        hasil.append((dari, len(tinggi)))
        if len(hasil) <= banyak or banyak >= len(tinggi):
            return hasil
        banyak += 1


def _alt(sop: Sop, dari: int, sampai: int) -> str:
    """The flow in words."""
    kalimat = []
    for x in sop.langkah[dari:sampai]:
        kalimat.append(f"{tanda(x)} {', '.join(x.pelaksana)}")
        if x.jika_ditolak is not None:
            ke = next(tanda(y) for y in sop.langkah if y.id == x.jika_ditolak)
            kalimat[-1] += f" (bila tidak, kembali ke {ke})"
    return f"Alur SOP {sop.nama}: " + "; lalu ".join(kalimat) + "."


def _gambar(kanvas: Kanvas, s: Susunan, u: Ukuran, y: float = 0) -> None:
    """Lines first, symbols over them, words last; everything `y` millimetres further down."""
    for j in s.jalur:
        titik = [(a, b + y) for a, b in j.titik]
        if j.panah:
            kanvas.panah(*titik, ujung=1.6 if u.berteks else 1.3)
        else:
            kanvas.garis(*titik)
    for a in s.simpul:
        k = Kotak(a.k.kiri, a.k.atas + y, a.k.kanan, a.k.bawah + y)
        if a.bentuk == KAPSUL:
            kanvas.kapsul(k, isi=PUCAT)
        elif a.bentuk == KETUPAT:
            kanvas.belah_ketupat(k)
        elif a.bentuk == SEGILIMA:
            kanvas.segilima(k)
        else:
            kanvas.kotak(k)
        if a.bentuk in (KETUPAT, SEGILIMA):
            kanvas.teks(*(k.tengah if a.bentuk == KETUPAT else (k.tengah[0], k.tengah[1] - 0.6)), a.teks, u.titik - 0.5)
        else:
            kanvas.teks_dalam(k, a.teks, u.titik, tepi=0.8 if u.berteks else 0.2)
    for j in s.jalur:
        if j.tulisan:
            kanvas.teks(j.tempat[0], j.tempat[1] + y, j.tulisan, u.titik - 0.5, rata=j.rata, latar=u.berteks)
