"""The list of changes between two versions of a final report: an Excel workbook of one sheet."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.angka import format_angka
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.forms.tinggi import row_height
from kinerja.master.model import Master

_KOLOM = (
    ("No.", 5),
    ("Kode", 12),
    ("Indikator / Agregat", 48),
    ("Unit", 14),
    ("Angka", 20),
    ("Semula", 16),
    ("Menjadi", 16),
)
_ANGKA = (
    ("target", "Target"),
    ("realisasi", "Realisasi"),
    ("capaian", "Capaian (%)"),
    ("target_sd", "Target s.d."),
    ("realisasi_sd", "Realisasi s.d."),
    ("capaian_sd", "Capaian s.d. (%)"),
    ("capaian_tahun", "Capaian setahun (%)"),
    ("kategori", "Kategori"),
)
_KERTAS = {"A4": 9, "F4": 14}


@dataclass(frozen=True, slots=True, kw_only=True)
class DataPerubahan:
    """Both versions, and who opened the earlier one and why."""

    master: Master
    periode: Periode
    versi_lama: int
    tanggal_lama: date
    tanggal_baru: date
    nomor_lama: str
    nomor_baru: str
    oleh: str
    alasan: str
    dibuka: datetime
    lama: HasilPeriode
    baru: HasilPeriode
    desimal: int
    kertas: str


Perubahan = tuple[str, str, str, str, str, str]  # code, name, unit, figure, before, now


def perubahan_angka(d: DataPerubahan) -> tuple[Perubahan, ...]:
    """Every figure that is not what it was, in the order of the report."""
    return (*_capaian(d), *_agregat(d))


def _capaian(d: DataPerubahan) -> Iterator[Perubahan]:
    dulu = {(c.indikator, c.unit): c for c in d.lama.capaian}
    kini = {(c.indikator, c.unit): c for c in d.baru.capaian}
    nama = {i.kode: i.nama for i in d.master.indikator}
    for kunci in dict.fromkeys((*kini, *dulu)):
        a, b = dulu.get(kunci), kini.get(kunci)
        for medan, judul in _ANGKA:
            lama, baru = (getattr(c, medan) if c is not None else None for c in (a, b))
            if lama != baru:
                kode, unit = kunci
                yield kode, nama.get(kode, ""), unit or "Instansi", judul, _tulis(lama, d), _tulis(baru, d)


def _agregat(d: DataPerubahan) -> Iterator[Perubahan]:
    dulu = {(a.tingkat, a.kode): a for a in d.lama.agregat}
    for a in d.baru.agregat:
        lama = dulu.get((a.tingkat, a.kode))
        for medan, judul in (("capaian", "Rata-rata capaian (%)"), ("kategori", "Kategori")):
            x, y = getattr(lama, medan, None), getattr(a, medan)
            if x != y:
                yield a.kode, f"{a.tingkat.capitalize()}: {a.nama}", "", judul, _tulis(x, d), _tulis(y, d)


def _tulis(nilai: Nilai | Fraction | str | None, d: DataPerubahan) -> str:
    """As it is printed; figures that differ only beyond the printed decimals stand with all that they need."""
    if nilai is None:
        return "-"
    return format_angka(nilai, d.desimal) if isinstance(nilai, Fraction) else str(nilai)


def buku_perubahan(d: DataPerubahan) -> bytes:
    """The workbook. Same input, same bytes."""
    import xlsxwriter

    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    judul = f"Daftar Perubahan Laporan Kinerja {d.periode.nama}"
    buku.set_properties({"title": judul, "author": d.master.instansi.nama, "created": datetime(d.periode.tahun, 1, 1)})
    dasar = {"font_name": "Arial", "font_size": 10, "valign": "top"}
    tebal = buku.add_format({**dasar, "bold": True, "font_size": 12})
    biasa = buku.add_format({**dasar, "text_wrap": True})
    kepala = buku.add_format({**dasar, "bold": True, "border": 1, "text_wrap": True, "bg_color": "#D9D9D9"})
    sel = buku.add_format({**dasar, "border": 1, "text_wrap": True})
    angka = buku.add_format({**dasar, "border": 1, "align": "right"})
    ws = buku.add_worksheet("Perubahan")
    ws.write_string(0, 0, judul, tebal)
    semua = perubahan_angka(d)
    for n, teks in enumerate(_keterangan(d, len(semua)), 1):
        ws.merge_range(n, 0, n, len(_KOLOM) - 1, teks, biasa)
        ws.set_row(n, row_height([(teks, sum(lebar for _, lebar in _KOLOM))]))
    awal = n + 2
    for k, (nama, lebar) in enumerate(_KOLOM):
        ws.set_column(k, k, lebar)
        ws.write_string(awal, k, nama, kepala)
    for n, baris in enumerate(semua, 1):
        ws.set_row(awal + n, row_height(zip(baris, [lebar for _, lebar in _KOLOM[1:]], strict=True), 10))
        ws.write_number(awal + n, 0, n, sel)
        for k, teks in enumerate(baris, 1):
            ws.write_string(awal + n, k, teks, angka if k > 4 else sel)
    ws.freeze_panes(awal + 1, 0)
    ws.repeat_rows(awal)
    ws.set_landscape()
    ws.set_paper(_KERTAS[d.kertas])
    ws.fit_to_pages(1, 0)
    ws.set_footer("&L&8" + judul.replace("&", "&&") + "&R&8Halaman &P dari &N")
    buku.close()
    return keluar.getvalue()


def _keterangan(d: DataPerubahan, banyak: int) -> Iterator[str]:
    yield (
        f"Versi {d.versi_lama} (nomor agenda {d.nomor_lama}, {format_tanggal(d.tanggal_lama)}) diganti versi "
        f"{d.versi_lama + 1} (nomor agenda {d.nomor_baru}, {format_tanggal(d.tanggal_baru)})."
    )
    yield f"Dibuka kembali oleh {d.oleh} pada {format_tanggal(d.dibuka.date())}. Alasan: {d.alasan}"
    yield f"{banyak} angka berubah." if banyak else "Tidak ada angka yang berubah; yang berganti hanya naskahnya."
