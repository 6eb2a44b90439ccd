"""The charts of the reports, as data with their text alternative."""

from __future__ import annotations

from fractions import Fraction

from kinerja.aggregate.model import Agregat, HasilPeriode
from kinerja.domain.angka import json_angka, tercetak
from kinerja.domain.periode import BULAN_SINGKAT, JenisPeriode
from kinerja.render.model import Deret, Grafik
from kinerja.render.views.cetak import persen, potong

PANJANG_LABEL = 80


def _angka(x: Fraction | None, desimal: int) -> str | None:
    """The digits that the tables print."""
    return json_angka(tercetak(x, desimal))


def rata_rata(agregat: list[Agregat], judul: str, desimal: int) -> Grafik | str:
    """Bars of capaian; an empty text when no average can be computed."""
    if not any(a.capaian is not None for a in agregat):
        return ""
    rinci = "; ".join(f"{a.nama} {persen(a.capaian, desimal)}" for a in agregat)
    return Grafik(
        jenis="batang",
        judul=judul,
        kategori=tuple(potong(a.nama, PANJANG_LABEL) for a in agregat),
        deret=(Deret(nama="Capaian (%)", nilai=tuple(_angka(a.capaian, desimal) for a in agregat)),),
        satuan="%",
        alt=f"Grafik batang {judul}, dalam persen: {rinci}.",
    )


def capaian_dan_serapan(agregat: list[Agregat], judul: str, desimal: int) -> Grafik | str:
    """Bars of capaian and budget absorption side by side; an empty text without either."""
    if not any(a.capaian is not None and a.serapan is not None for a in agregat):
        return ""
    rinci = "; ".join(
        f"{a.nama}: capaian {persen(a.capaian, desimal)}, serapan {persen(a.serapan, desimal)}" for a in agregat
    )
    return Grafik(
        jenis="batang",
        judul=judul,
        kategori=tuple(potong(a.nama, PANJANG_LABEL) for a in agregat),
        deret=(
            Deret(nama="Capaian kinerja (%)", nilai=tuple(_angka(a.capaian, desimal) for a in agregat)),
            Deret(nama="Serapan anggaran (%)", nilai=tuple(_angka(a.serapan, desimal) for a in agregat)),
        ),
        satuan="%",
        alt=f"Grafik batang {judul}, dalam persen. {rinci}.",
    )


def tren(hasil: HasilPeriode, judul: str, desimal: int) -> Grafik | str:
    """A line over the collection periods of the year; an empty text with fewer than two figures."""
    if sum(t.capaian is not None for t in hasil.tren) < 2:
        return ""
    bulanan = all(t.periode.jenis is JenisPeriode.BULAN for t in hasil.tren)
    nama = [BULAN_SINGKAT[t.periode.bulan_akhir - 1] if bulanan else t.periode.id.split("-")[-1] for t in hasil.tren]
    rinci = "; ".join(f"{t.periode.nama} {persen(t.capaian, desimal)}" for t in hasil.tren)
    return Grafik(
        jenis="garis",
        judul=judul,
        kategori=tuple(nama),
        deret=(Deret(nama="Rata-rata capaian (%)", nilai=tuple(_angka(t.capaian, desimal) for t in hasil.tren)),),
        satuan="%",
        alt=f"Grafik garis {judul}, dalam persen: {rinci}.",
    )
