"""The charts of the reports, as data with their text alternative."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from kinerja.aggregate.model import Agregat, HasilPeriode
from kinerja.domain.angka import json_angka, tercetak
from kinerja.domain.periode import BULAN_SINGKAT, ROMAWI, JenisPeriode, Periode
from kinerja.render.bagan import MAKS_DERET, panjang_label
from kinerja.render.model import Deret, Grafik
from kinerja.render.views.cetak import persen, potong

_KOSONG = " (belum ada angka)"
Angka = Fraction | None


def _angka(nilai: Iterable[Angka], desimal: int) -> tuple[str | None, ...]:
    """The digits that the tables print."""
    return tuple(json_angka(tercetak(x, desimal)) for x in nilai)


def _batang(judul: str, nama: Sequence[str], deret: Mapping[str, Sequence[Angka]], desimal: int) -> Grafik | str:
    """Bars by name and series; an empty text when there is no figure at all."""
    if all(x is None for nilai in deret.values() for x in nilai):
        return ""
    panjang = panjang_label(len(nama))
    kosong = [all(nilai[k] is None for nilai in deret.values()) for k in range(len(nama))]
    label = [
        potong(x, panjang - len(_KOSONG)) + _KOSONG if k else potong(x, panjang)
        for x, k in zip(nama, kosong, strict=True)
    ]
    rinci = "; ".join(
        f"{x}: " + ", ".join(f"{apa.lower()} {persen(nilai[k], desimal)}" for apa, nilai in deret.items())
        for k, x in enumerate(nama)
    )
    return Grafik(
        jenis="batang",
        judul=judul,
        kategori=tuple(label),
        deret=tuple(Deret(nama=apa, nilai=_angka(nilai, desimal)) for apa, nilai in deret.items()),
        satuan="Persen",
        desimal=desimal,
        alt=f"Grafik batang {judul}, dalam persen. {rinci}.",
    )


def rata_rata(agregat: list[Agregat], judul: str, desimal: int) -> Grafik | str:
    """Bars of capaian; an empty text when no average can be computed."""
    return _batang(judul, [a.nama for a in agregat], {"Capaian": [a.capaian for a in agregat]}, desimal)


def capaian_dan_serapan(agregat: list[Agregat], judul: str, desimal: int) -> Grafik | str:
    """Bars of capaian and budget absorption side by side; an empty text when no sasaran has both."""
    if not any(a.capaian is not None and a.serapan is not None for a in agregat):
        return ""
    deret = {
        "Capaian kinerja": [a.capaian for a in agregat],
        "Serapan anggaran": [a.serapan for a in agregat],
    }
    return _batang(judul, [a.nama for a in agregat], deret, desimal)


def riwayat(indikator: Sequence[tuple[str, Mapping[int, Angka]]], tahun: int, desimal: int) -> Grafik | str:
    """Bars of the capaian of indicators, each by year, this year first and then some years before.

    An indicator without a capaian in those years is left out; an empty text when none is left.
    """
    ada = {t for _, isi in indikator for t, x in isi.items() if x is not None and t < tahun}
    lama = sorted(ada, reverse=True)[: MAKS_DERET - 1]
    tampil = [(nama, isi) for nama, isi in indikator if any(isi.get(t) is not None for t in lama)]
    if not tampil:
        return ""
    deret = {str(t): [isi.get(t) for _, isi in tampil] for t in (tahun, *lama)}
    return _batang(f"Capaian indikator {lama[-1]}–{tahun}", [nama for nama, _ in tampil], deret, desimal)


def _nama(periode: Periode) -> str:
    """A period of the trend under its point."""
    match periode.jenis:
        case JenisPeriode.BULAN:
            return BULAN_SINGKAT[periode.bulan_akhir - 1]
        case JenisPeriode.TRIWULAN:
            return f"TW {ROMAWI[periode.ke - 1]}"
        case _:
            return periode.nama


def tren(hasil: HasilPeriode, judul: str, desimal: int) -> Grafik | str:
    """A line over the collection periods of the year; an empty text with fewer than two figures."""
    if sum(t.capaian is not None for t in hasil.tren) < 2:
        return ""
    rinci = "; ".join(f"{t.periode.nama} {persen(t.capaian, desimal)}" for t in hasil.tren)
    penuh = ("100",) * len(hasil.tren)
    return Grafik(
        jenis="garis",
        judul=judul,
        kategori=tuple(_nama(t.periode) for t in hasil.tren),
        deret=(
            Deret(nama="Rata-rata capaian", nilai=_angka([t.capaian for t in hasil.tren], desimal)),
            Deret(nama="Target tercapai (100)", nilai=penuh, acuan=True),
        ),
        satuan="Persen",
        desimal=desimal,
        alt=f"Grafik garis {judul}, dalam persen: {rinci}.",
    )
