"""A Word report as places that hold figures: paragraphs, cells of tables, points of charts, with their surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kinerja.domain.narasi import baca_judul, baca_tanda
from kinerja.koreksi.angka_teks import TeksBerangka, baca_teks
from kinerja.koreksi.grafik import Grafik
from kinerja.koreksi.model import BADAN, NaskahTerkoreksi, Paragraf

_NOMOR = re.compile(r"(?i)no\.?|nomor|urut")
_PENOMORAN = re.compile(r"\([0-9]{1,2}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Petak:
    """One place. `tempat`: where a person finds it; `judul`: the headings above it, the outermost first.

    `narasi`: the kunci of the drafted paragraph that it is. In a table (`tabel`, its index; `baris`, `kolom` from 0):
    `label` is the text that names its row, `induk` that of the row that names its group, `kepala` that of its column.
    """

    tempat: str
    isi: TeksBerangka
    bagian: str = BADAN
    judul: tuple[str, ...] = ()
    narasi: str = ""
    tabel: int | None = None
    baris: int = 0
    kolom: int = 0
    label: str = ""
    induk: str = ""
    kepala: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabel:
    """`kepala`: its heading rows without figures; `keterangan`: the caption before it; `baris`: its cells by index."""

    bagian: str
    judul: tuple[str, ...]
    keterangan: str
    kepala: tuple[tuple[str, ...], ...]
    baris: tuple[tuple[int, ...], ...]
    label: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lembaran:
    """All places of a document, in its order; `tabel` and, outside tables, `paragraf` by index."""

    petak: tuple[Petak, ...]
    tabel: tuple[Tabel, ...]
    paragraf: tuple[int, ...]


def lembaran(naskah: NaskahTerkoreksi, grafik: tuple[Grafik, ...] = ()) -> Lembaran:
    """The places of a document as it reads when every tracked change is accepted. Its contents pages are left out."""
    petak: list[Petak] = []
    tabel: list[Tabel] = []
    paragraf: list[int] = []
    keterangan = ""
    isi = [p for p in naskah.paragraf if not p.daftar_isi]
    sudah: set[tuple[str, int]] = set()
    for milik, kelompok in groupby(isi, _tabel_milik):
        if milik is not None:
            if milik not in sudah:  # a table goes on after one that stands in a cell of it
                _tabel([p for p in isi if _tabel_milik(p) == milik], keterangan, petak, tabel)
            sudah.add(milik)
            continue
        for p in kelompok:
            teks = baca_teks(_teks(p))
            if not teks.teks.strip():
                continue
            paragraf.append(len(petak))
            petak.append(
                Petak(tempat=str(p.tempat), isi=teks, bagian=p.tempat.bagian, judul=p.tempat.judul, narasi=_narasi(p))
            )
            keterangan = teks.rangka
    for g in grafik:
        _grafik(g, petak, tabel)
    return Lembaran(tuple(petak), tuple(tabel), tuple(paragraf))


def ganti_teks(asal: Lembaran, draf: dict[str, str]) -> Lembaran:
    """The same with these texts in the drafted paragraphs, by kunci; what else belongs to such a paragraph is empty."""
    sudah: set[str] = set()
    hasil = []
    for p in asal.petak:
        if p.narasi in draf:
            hasil.append(replace(p, isi=baca_teks("" if p.narasi in sudah else draf[p.narasi])))
            sudah.add(p.narasi)
        else:
            hasil.append(p)
    return Lembaran(tuple(hasil), asal.tabel, asal.paragraf)


def _tabel_milik(p: Paragraf) -> tuple[str, int] | None:
    """The table that a paragraph is a cell's of; one in a text box is none's."""
    return None if not p.tabel_ke or p.tempat.kotak else (p.tempat.bagian, p.tabel_ke)


def _narasi(p: Paragraf) -> str:
    milik = baca_tanda(p.kontrol)
    return milik[0] if milik is not None else baca_judul(p.kontrol) or ""


def _teks(p: Paragraf) -> str:
    """As it reads when accepted, without what the word processor prints by itself."""
    return "".join(x.teks for x in p.potongan if not x.hapusan and not x.medan)


def _tabel(isi: list[Paragraf], keterangan: str, petak: list[Petak], tabel: list[Tabel]) -> None:
    sel = {
        letak: (milik[0], baca_teks("\n".join(_teks(p) for p in milik)))
        for letak, milik in ((k, list(m)) for k, m in groupby(isi, lambda p: (p.tempat.baris, p.tempat.kolom)))
    }
    baris = [[(k, *sel[k]) for k in sorted(g)] for _, g in groupby(sorted(sel), lambda k: k[0])]
    if not baris:
        return
    teks = [[t.teks.strip() for _, _, t in b] for b in baris]
    banyak_kepala = 2 if len(teks) > 2 and len(teks[1]) > 1 and not teks[1][0] and teks[0][0] else 1
    nomor = {n for n, t in enumerate(teks[0]) if _NOMOR.fullmatch(t) and len(baris) > 1}
    letak_baris, label, induk = [], [], ""
    for n, b in enumerate(baris):
        if len(b) == 1 and len(teks[0]) > 1:
            induk = teks[n][0]
        nama = _label(teks[n], [t for _, _, t in b])
        label.append(nama)
        letak = []
        for k, (_, p, t) in enumerate(b):
            urut = (k in nomor and len(b) > 1) or _PENOMORAN.fullmatch(t.teks.strip())
            letak.append(len(petak))
            petak.append(
                Petak(
                    tempat=str(p.tempat), isi=TeksBerangka(t.teks, (), "#") if urut else t,
                    bagian=p.tempat.bagian, judul=p.tempat.judul, narasi=_narasi(p),
                    tabel=len(tabel), baris=n, kolom=k, label=nama, induk=induk,
                    kepala="" if n < banyak_kepala else _kepala(teks[:banyak_kepala], len(b), k),
                )
            )  # fmt: skip
        letak_baris.append(tuple(letak))
    awal = baris[0][0][1].tempat
    tabel.append(
        Tabel(
            bagian=awal.bagian,
            judul=awal.judul,
            keterangan=keterangan,
            kepala=tuple(tuple(t.rangka for _, _, t in b) for b in baris[:banyak_kepala]),
            baris=tuple(letak_baris),
            label=tuple(label),
        )
    )


def _kepala(kepala: list[list[str]], banyak: int, kolom: int) -> str:
    """What heads a column of a row with so many cells; "" when that cannot be told."""
    return next((k[kolom] for k in reversed(kepala) if len(k) == banyak and k[kolom]), "")


def _label(teks: list[str], isi: list[TeksBerangka]) -> str:
    """The first cell with words in it, without its figures; else the first one as it stands (a year)."""
    for t in isi:
        if re.search(r"[^\W\d_]{2}", t.rangka):
            return t.rangka
    return teks[0] if teks else ""


def _grafik(g: Grafik, petak: list[Petak], tabel: list[Tabel]) -> None:
    """A chart is a table to us: a row for each point, its value and, where one is printed, its label."""
    baris, label = [], []
    for n, titik in enumerate(g.titik):
        nama = f"{titik.seri} | {titik.kategori}"
        tempat = f"{g.tempat}, {titik.seri}: {titik.kategori}" if titik.kategori else f"{g.tempat}, {titik.seri}"
        letak = []
        for k, t in enumerate((titik.nilai, titik.tulisan)):
            letak.append(len(petak))
            petak.append(
                Petak(
                    tempat=tempat, isi=baca_teks(t), bagian=g.tempat, judul=g.judul, tabel=len(tabel), baris=n, kolom=k,
                    label=nama, kepala=titik.seri,
                )
            )  # fmt: skip
        baris.append(tuple(letak))
        label.append(baca_teks(nama).rangka)
    seri = tuple(dict.fromkeys(baca_teks(t.seri).rangka for t in g.titik))
    tabel.append(
        Tabel(bagian="grafik", judul=g.judul, keterangan=g.keterangan, kepala=(seri,), baris=tuple(baris),
              label=tuple(label))
    )  # fmt: skip


def berangka(asal: Lembaran) -> Iterator[tuple[int, int]]:
    """Every figure of the document: (place, figure of that place)."""
    for n, p in enumerate(asal.petak):
        for m in range(len(p.isi.angka)):
            yield n, m
