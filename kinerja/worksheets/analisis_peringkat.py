"""Sheet Peringkat: indicators and units from the highest capaian down, live; equals share a rank, no figure is last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.angka import tercetak
from kinerja.worksheets.analisis_indikator import Kunci
from kinerja.worksheets.grafik import grafik_batang
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

KOLOM_PERINGKAT = (
    Kolom("Peringkat", 10, "bulat"), Kolom("Kode", 11), Kolom("Nama", 52), Kolom("Capaian (%)", 12, "persen"),
    Kolom("Kategori", 16), Kolom("Keterangan", 46),
    Kolom("Kode (urutan induk)", 11), Kolom("Nama (urutan induk)", 30), Kolom("Capaian Sumber (%)", 12, "persen"),
    Kolom("Kategori Sumber", 14), Kolom("Keterangan Sumber", 24), Kolom("Urutan", 9, "bulat"),
)  # fmt: skip
KOLOM_CETAK = 6
_TANPA_PERINGKAT = "–"


@dataclass(frozen=True, slots=True)
class Calon:
    """Who is ranked: its printed capaian, and the cells of capaian and kategori."""

    kode: str
    nama: str
    capaian: Fraction | None
    kategori: str | None
    keterangan: str | None
    sel_capaian: str
    sel_kategori: str


def tulis_peringkat(
    tabel: Tabel, buku: Any, ix: Indeks, hasil: HasilPeriode, letak: tuple[Mapping[Kunci, int], Mapping[str, int]]
) -> None:
    """Both rankings with a chart each; `letak`: rows of sheet Indikator, and of the units on sheet Unit."""
    desimal, (baris_indikator, baris_unit) = ix.kebijakan.desimal, letak
    nama = {i.kode: i.nama for i in ix.master.indikator}
    indikator = [
        Calon(
            c.indikator, nama[c.indikator], tercetak(c.capaian, desimal), c.kategori,
            c.alasan or ("angka sementara" if c.sementara else None),
            f"Indikator!H{baris_indikator[c.indikator, None]}", f"Indikator!I{baris_indikator[c.indikator, None]}",
        )
        for c in hasil.capaian
        if c.unit is None
    ]  # fmt: skip
    semua_unit = [
        Calon(
            a.kode, a.nama, tercetak(a.capaian, desimal), a.kategori,
            f"{a.indikator_dihitung} dari {a.indikator} indikator dihitung", f"Unit!C{baris_unit[a.kode]}",
            f"Unit!D{baris_unit[a.kode]}",
        )
        for a in hasil.agregat
        if a.tingkat == "unit" and a.indikator
    ]  # fmt: skip
    grafik = [
        _blok(tabel, buku, judul, calon, desimal)
        for judul, calon in (("Peringkat indikator", indikator), ("Peringkat unit", semua_unit))
        if calon
    ]
    mulai: list[int] = []
    baris = tabel.baris + 1
    for g, tinggi in filter(None, grafik):
        mulai.append(baris)
        tabel.grafik(baris, g, lebar=980, tinggi=tinggi)
        baris += tinggi // 20 + 2
    tabel.pisah_halaman(baris=mulai)
    tabel.sampai = max(tabel.baris, baris)


def _blok(tabel: Tabel, buku: Any, judul: str, calon: Sequence[Calon], desimal: int) -> tuple[Any, int] | None:
    """One ranking: sorted at the left, its sources in the order of the master at the right."""
    tabel.bagian(judul)
    awal, akhir = tabel.baris + 1, tabel.baris + len(calon)
    urut = sorted(calon, key=lambda c: (c.capaian is None, -(c.capaian or 0)))  # stable: ties in the master's order
    ke = {c.kode: n for n, c in enumerate(urut, 1)}
    for n, (c, asal) in enumerate(zip(urut, calon, strict=True), 1):
        b = tabel.baris + 1

        def ambil(kolom: str, nilai: Fraction | str | None, *, n: int = n) -> Formula:
            isi = f"INDEX({kolom}{awal}:{kolom}{akhir},MATCH({n},L{awal}:L{akhir},0))"
            return Formula(f'IF({isi}="","",{isi})', nilai)

        setara = None if c.capaian is None else 1 + sum(x.capaian is not None and x.capaian > c.capaian for x in calon)
        peringkat: Isi = Formula(
            f'IF(D{b}="","{_TANPA_PERINGKAT}",RANK(D{b},I{awal}:I{akhir}))',
            _TANPA_PERINGKAT if setara is None else Fraction(setara),
        )
        tabel.tulis(
            (
                peringkat, ambil("G", c.kode), ambil("H", c.nama), ambil("I", c.capaian), ambil("J", c.kategori),
                ambil("K", c.keterangan), asal.kode, asal.nama, _salin(asal.sel_capaian, asal.capaian),
                _salin(asal.sel_kategori, asal.kategori), asal.keterangan,
                Formula(
                    f"IF(COUNT(I{b})=0,COUNT(I{awal}:I{akhir})+{n}-COUNT(I{awal}:I{b}),"
                    f"RANK(I{b},I{awal}:I{akhir})+COUNTIF(I{awal}:I{b},I{b})-1)",
                    Fraction(ke[asal.kode]),
                ),
            )
        )  # fmt: skip
    tampil = sum(c.capaian is not None for c in calon)
    if not tampil:
        return None
    dari_nol = all(c.capaian is None or c.capaian >= 0 for c in calon)
    g = grafik_batang(buku, judul, tabel.nama, (awal, awal + tampil - 1), desimal, dari_nol=dari_nol)
    return g, 80 + 24 * tampil


def _salin(sel: str, nilai: Fraction | str | None) -> Formula:
    return Formula(f'IF({sel}="","",{sel})', nilai)
