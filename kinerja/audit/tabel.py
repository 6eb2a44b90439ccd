"""Finding the published table: its sheet, its heading row (one or two rows deep), its columns, its rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.audit.model import WAJIB, Barisan, Judul, Tabel
from kinerja.catalogue.ejaan import terdekat
from kinerja.errors import SalahPakai
from kinerja.workbook.model import Jenis, Lembar, Sel, alamat, sel_kosong

_JUDUL_TERPANJANG = 60  # letters; a longer text is a sentence that happens to hold the word
_BUKAN_KATA = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kepala:
    """A row that may be the heading: the columns of the headings found, and those with two columns each."""

    nomor: int
    kolom: Mapping[Judul, int]
    ganda: Mapping[Judul, tuple[int, ...]]
    teks: Mapping[int, str]

    @property
    def kurang(self) -> list[Judul]:
        return [j for j in WAJIB if j not in self.kolom]


def cari_tabel(lembar: Iterable[Lembar], pilihan: str | None = None, *, csv: bool = False) -> Tabel:
    """The first sheet with the headings (hidden ones last), or the one called `pilihan`. `csv`: the sheets are
    one text file, split by one separator after the other.

    SalahPakai when there is none: it says what is expected and offers the near miss.
    """
    semua = sorted(lembar, key=lambda x: x.tersembunyi)
    if pilihan is not None:
        dipilih = [x for x in semua if x.nama.strip().casefold() == pilihan.strip().casefold()]
        if not dipilih:
            ada = ", ".join(dict.fromkeys(x.nama for x in semua))
            raise SalahPakai(f"Tidak ada lembar bernama “{pilihan}”.", f"Lembar yang ada: {ada}.")
        semua = dipilih
    kepala = [(x, k) for x in semua if (k := _kepala(x)) is not None]
    lengkap = [(x, k) for x, k in kepala if not k.kurang and not k.ganda]
    if not lengkap:
        raise _tanpa_tabel(kepala)
    utama, k = lengkap[0]
    lain = tuple(x.nama for x, _ in lengkap[1:] if x.nama != utama.nama)
    return Tabel(lembar=utama.nama, baris=tuple(_baris(utama, k, csv=csv)), lain=lain)


def _kepala(lembar: Lembar) -> _Kepala | None:
    """The row with most of the headings, the upper one of equals; the row above it completes it."""
    terbaik: _Kepala | None = None
    atas: dict[int, str] = {}
    for nomor, isi in lembar.baris.items():
        teks = _teks(isi)
        calon = _cocokkan(nomor, teks, {k: t for k, t in atas.items() if k not in isi})
        if calon.kolom and (terbaik is None or len(calon.kolom) > len(terbaik.kolom)):
            terbaik = calon
            if len(calon.kolom) == len(Judul):
                break
        atas = teks
    return terbaik


def _teks(isi: Mapping[int, Sel]) -> dict[int, str]:
    return {k: s.teks for k, s in isi.items() if s.jenis is Jenis.TEKS and 0 < len(s.teks) <= _JUDUL_TERPANJANG}


def _cocokkan(nomor: int, teks: Mapping[int, str], atas: Mapping[int, str]) -> _Kepala:
    """Headings by the exact word, else by the one text that begins with it (`Capaian (%)`), else by the one that holds
    it; in this row, then in the one above."""
    kolom: dict[Judul, int] = {}
    ganda: dict[Judul, tuple[int, ...]] = {}
    for sumber in (teks, atas):
        for judul in Judul:
            sisa = {k: _kata(t) for k, t in sumber.items() if k not in kolom.values()}
            tepat = [k for k, kata in sisa.items() if kata == [judul.value]]
            awal = [k for k, kata in sisa.items() if kata[:1] == [judul.value]]
            memuat = [k for k, kata in sisa.items() if judul.value in kata]
            if judul not in kolom and (calon := tepat or awal or memuat):
                kolom[judul] = calon[0]
                if len(calon) > 1:
                    ganda[judul] = tuple(calon)
        if not kolom:
            break  # a row without any of them is no heading, whatever stands above it
    return _Kepala(nomor=nomor, kolom=kolom, ganda=ganda, teks=teks)


def _kata(teks: str) -> list[str]:
    return _BUKAN_KATA.sub(" ", teks.casefold()).split()


def _tanpa_tabel(kepala: list[tuple[Lembar, _Kepala]]) -> SalahPakai:
    """Why no table was found, at the sheet that comes nearest."""
    diharapkan = f"Judul yang diharapkan dalam satu baris: {', '.join(Judul)}."
    if not kepala:
        return SalahPakai("Tidak ada baris judul tabel di berkas ini.", diharapkan)
    lembar, k = min(kepala, key=lambda x: (len(x[1].kurang), len(x[1].ganda)))
    if not k.kurang:
        judul, letak = next(iter(k.ganda.items()))
        daftar = " dan ".join(alamat(k.nomor, n) for n in letak)
        return SalahPakai(
            f"Lembar {lembar.nama}: judul “{judul}” ada di sel {daftar}.",
            f"Ubah judul kolom yang tidak diaudit; yang diaudit berjudul “{judul}” saja.",
        )
    sisa = {t: n for n, t in k.teks.items() if n not in k.kolom.values()}
    saran = ""
    for j in k.kurang:
        if (mirip := terdekat(j.value, sisa)) is not None:
            asal = next(t for t in sisa if t.casefold() == mirip.casefold())
            saran += f" Mungkin “{j}” maksudnya “{asal}” di sel {alamat(k.nomor, sisa[asal])}."
    return SalahPakai(
        f"Lembar {lembar.nama}, baris {k.nomor}: judul {', '.join(f'“{j}”' for j in k.kurang)} tidak ada.",
        diharapkan + saran,
    )


def _baris(lembar: Lembar, kepala: _Kepala, *, csv: bool) -> Iterable[Barisan]:
    """The rows below the heading that hold something under it."""
    paling_kanan = max(kepala.teks)
    for nomor, sel in lembar.baris.items():
        if nomor <= kepala.nomor:
            continue
        milik = {j: sel.get(k, sel_kosong(nomor, k)) for j, k in kepala.kolom.items()}
        if any(s.teks or s.jenis not in (Jenis.KOSONG, Jenis.TEKS) for s in milik.values()):
            yield Barisan(nomor=nomor, sel=milik, lebih=csv and max(sel) > paling_kanan)
