"""The analysis workbook: accepted facts, figures, averages, budget, comparisons, trends, as live formulas."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kinerja.aggregate.anggaran import hitung_anggaran
from kinerja.aggregate.indeks import Indeks, make_indeks
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.master.indikator import find_skala
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.worksheets import analisis_banding, analisis_peringkat
from kinerja.worksheets.analisis_anggaran import KOLOM_ANGGARAN, LembarAnggaran
from kinerja.worksheets.analisis_banding import KOLOM_BANDING, LembarBanding
from kinerja.worksheets.analisis_data import (
    KOLOM_BELANJA,
    KOLOM_DATA,
    KOLOM_TARGET,
    Letak,
    tulis_belanja,
    tulis_data,
    tulis_target,
)
from kinerja.worksheets.analisis_indikator import KOLOM_CETAK, KOLOM_INDIKATOR, LembarIndikator, susun_baris
from kinerja.worksheets.analisis_jejak import KOLOM_JEJAK, LembarJejak
from kinerja.worksheets.analisis_peringkat import KOLOM_PERINGKAT, tulis_peringkat
from kinerja.worksheets.analisis_rata import KOLOM_RATA, LembarRata
from kinerja.worksheets.analisis_rujukan import Rujukan
from kinerja.worksheets.analisis_tren import LembarTren, kolom_tren
from kinerja.worksheets.pembukuan import periksa_pembukuan
from kinerja.worksheets.tabel_analisis import BARIS_AWAL, Gaya, Kolom, Tabel

_KOLOM_CATATAN = (Kolom("No", 6, "bulat"), Kolom("Aturan hitung", 120))
_PEMBUKUAN = (
    "Setiap sel berumus pada buku ini dihitung dua kali dengan cara yang terpisah: oleh program dan dari rumus "
    "Excel-nya. Buku ini hanya ditulis bila kedua hasil sama di semua sel."
)


@dataclass(frozen=True, slots=True)
class _Lembar:
    """A sheet: its columns, title, and one line that says how it is read; `cetak`: columns on paper."""

    nama: str
    kolom: Sequence[Kolom]
    judul: str
    petunjuk: str
    cetak: int | None = None
    saring: bool = False


_RATA = "Baris tebal adalah rata-rata dari baris indikator di bawahnya: jumlah kolom G dibagi jumlah kolom H."
# In the order in which they are read; the facts come first because all formulas point to them.
_LEMBAR = (
    _Lembar("Data", KOLOM_DATA, "Data yang diterima", "Angka dari formulir yang valid, dengan sel asalnya.",
            saring=True),
    _Lembar("Target", KOLOM_TARGET, "Target", "Target tiap bulan menurut induk yang berlaku pada bulan itu.",
            saring=True),
    _Lembar("Data Anggaran", KOLOM_BELANJA, "Belanja yang diterima",
            "Realisasi anggaran dari formulir yang valid, dengan sel asalnya.", saring=True),
    _Lembar("Indikator", KOLOM_INDIKATOR, "Capaian indikator",
            "Klik sel Capaian: rumusnya menunjuk ke Target dan Realisasi di baris ini, lalu ke lembar Target dan Data.",
            KOLOM_CETAK, saring=True),
    _Lembar("Unit", KOLOM_RATA, "Capaian per unit", _RATA),
    _Lembar("Sasaran", KOLOM_RATA, "Capaian per sasaran dan instansi", _RATA),
    _Lembar("Anggaran", KOLOM_ANGGARAN, "Realisasi anggaran", "Tingkat di atas adalah jumlah baris terbawahnya."),
    _Lembar("Perbandingan", KOLOM_BANDING, "Perbandingan",
            "Angka tahun lalu menurut Riwayat; selebihnya rumus. Naik/turun dalam poin persentase.",
            analisis_banding.KOLOM_CETAK),
    _Lembar("Peringkat", KOLOM_PERINGKAT, "Peringkat",
            "Dari capaian tertinggi; capaian sama berperingkat sama; yang tidak dapat dihitung di akhir.",
            analisis_peringkat.KOLOM_CETAK),
    _Lembar("Tren", (), "Tren", "Angka instansi menurut periode; tahun-tahun sebelumnya menurut Riwayat."),
    _Lembar("Catatan", _KOLOM_CATATAN, "Catatan", "Aturan yang dipakai untuk angka-angka pada buku ini."),
    _Lembar("Jejak", KOLOM_JEJAK, "Jejak angka",
            "Setiap angka: letaknya, rumusnya, dan fakta yang menentukannya. Klik Letak untuk membuka selnya.",
            saring=True),
)  # fmt: skip


def analisis_workbook(
    master: Master,
    pengaturan: Pengaturan,
    hasil: HasilPeriode,
    fakta: Sequence[Fakta],
    belanja: Sequence[FaktaAnggaran] = (),
) -> bytes:
    """The workbook as .xlsx: the same input gives the same bytes. The facts are those behind `hasil`.

    KesalahanProgram where a formula does not give the figure beside it.
    """
    import xlsxwriter

    periode = hasil.periode
    aliran = io.BytesIO()
    with xlsxwriter.Workbook(
        aliran, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as buku:
        buku.set_properties(
            {
                "title": f"Data Hasil Analisis {periode.nama}",
                "author": "Tim Pengukuran Kinerja",
                "created": datetime(periode.tahun, 1, 1),
            }
        )
        gaya = Gaya(buku, pengaturan.kebijakan.desimal)
        tabel = {
            x.nama: Tabel(
                buku, gaya, x.nama, x.kolom or kolom_tren(hasil, pengaturan.jenis_pengumpulan),
                judul=(f"{x.judul} – {periode.nama}", master.instansi.nama, x.petunjuk), kertas=pengaturan.kertas,
                cetak=x.cetak, penuh=x.nama != "Jejak",  # most of whose cells at the right are empty
            )
            for x in _LEMBAR
        }  # fmt: skip
        ini = [f for f in fakta if f.tahun == periode.tahun and f.bulan <= periode.bulan_akhir]
        uang = [f for f in belanja if f.tahun == periode.tahun and f.bulan <= periode.bulan_akhir]
        _tulis(buku, tabel, make_indeks(master, pengaturan, periode.tahun, ini), hasil, (ini, uang))
        for x in _LEMBAR:
            tabel[x.nama].selesai(saring=x.saring)
        tabel["Indikator"].lembar.activate()
    sel = {tempat: isi for t in tabel.values() for tempat, isi in t.isi.items()}
    periksa_pembukuan(sel, f"analisis_{periode.id}.xlsx")
    return aliran.getvalue()


def _tulis(
    buku: Any,
    tabel: Mapping[str, Tabel],
    ix: Indeks,
    hasil: HasilPeriode,
    fakta: tuple[Sequence[Fakta], Sequence[FaktaAnggaran]],
) -> None:
    """All sheets, each from those before it."""
    periode, (ini, belanja) = hasil.periode, fakta
    letak = Letak(
        tulis_data(tabel["Data"], ix, ini), tulis_belanja(tabel["Data Anggaran"], ix, belanja),
        tulis_target(tabel["Target"], ix),
    )  # fmt: skip
    rujukan = Rujukan(ix, letak)
    skala = {i.kode: find_skala(i.satuan, ix.master.skala) or () for i in ix.master.indikator}
    semua = susun_baris(rujukan, hasil)
    baris = {(b.indikator.kode, b.tempat.unit): BARIS_AWAL + 1 + n for n, b in enumerate(semua)}
    LembarIndikator(tabel["Indikator"], rujukan, skala, periode, baris).tulis(semua)
    uang = hitung_anggaran(ix, periode, belanja)
    anggaran = LembarAnggaran(tabel["Anggaran"], ix, letak, uang, periode, BARIS_AWAL + 1)
    anggaran.tulis()
    baris_unit = LembarRata(tabel["Unit"], ix, baris, anggaran).tulis(hasil, semua, ("unit",))
    baris_sasaran = LembarRata(tabel["Sasaran"], ix, baris, anggaran).tulis(hasil, semua, ("sasaran", "instansi"))
    LembarBanding(tabel["Perbandingan"], rujukan, skala, baris).tulis(hasil)
    tulis_peringkat(tabel["Peringkat"], buku, ix, hasil, (baris, baris_unit))
    LembarTren(tabel["Tren"], buku, rujukan, skala, hasil).tulis()
    for n, kalimat in enumerate((*hasil.kebijakan, _PEMBUKUAN), 1):
        tabel["Catatan"].tulis((n, kalimat))
    jejak = LembarJejak(tabel["Jejak"], rujukan, hasil, baris, tabel)
    jejak.tulis_rata({**baris_sasaran, **baris_unit}, anggaran)
    jejak.tulis_indikator(semua)
    jejak.tulis_anggaran(anggaran, belanja)
