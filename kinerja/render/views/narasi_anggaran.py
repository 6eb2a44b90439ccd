"""Sentences about money: absorption, efficiency by the office's rule, and the programmes behind a sasaran."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from kinerja.aggregate.model import Agregat, HasilPeriode, Serapan
from kinerja.domain.angka import tercetak
from kinerja.domain.kebijakan import Kebijakan
from kinerja.render.views.cetak import TANPA_NILAI, bilang, daftar_kata, persen, rupiah, sebut

BULAN_TERAKHIR = 12
BANYAK_SETARA = 3  # lines that share the lowest or highest absorption and are still named


def efisiensi(a: Agregat, kebijakan: Kebijakan, siapa: str) -> list[str]:
    """Efficiency over a year of a sasaran or the agency with its meaning; empty where it cannot be computed."""
    if a.capaian is None or a.serapan is None or a.efisiensi is None:
        return []
    desimal = kebijakan.desimal
    awal = (
        f"Dengan rata-rata capaian {persen(a.capaian, desimal)}% dan serapan anggaran {persen(a.serapan, desimal)}%, "
        f"penggunaan sumber daya {siapa} tergolong"
    )
    if kebijakan.efisiensi == "indeks":
        return [f"{awal} {_indeks(a.efisiensi, desimal)}"]
    return [f"{awal} {_selisih(a.capaian, a.serapan, a.efisiensi, desimal)}"]


def _indeks(x: Fraction, desimal: int) -> str:
    """By the index: capaian / serapan, and its distance from 1."""
    tingkat = tercetak(x - 1, desimal) or Fraction(0)
    arti = "efisien" if tingkat > 0 else "tidak efisien" if tingkat < 0 else "sebanding"
    return (
        f"{arti}: indeks efisiensi (capaian dibagi serapan) tercatat {persen(x, desimal)} dengan tingkat efisiensi "
        f"{persen(x - 1, desimal)}."
    )


def _selisih(capaian: Fraction, serapan: Fraction, x: Fraction, desimal: int) -> str:
    """By the difference in points; where the printed figures differ by another amount, why is said."""
    cetak = tercetak(x, desimal) or Fraction(0)
    if cetak == 0:
        return "sebanding: capaian sama dengan serapan anggarannya."
    jarak = f"{persen(abs(x), desimal)} poin{_catatan(capaian, serapan, x, desimal)}."
    if cetak > 0:
        return f"efisien: capaian lebih tinggi daripada serapan anggaran sebesar {jarak}"
    return f"tidak efisien: serapan anggaran lebih tinggi daripada capaian sebesar {jarak}"


def anggaran(hasil: HasilPeriode, a: Agregat | None, total: dict[str, Any], kebijakan: Kebijakan) -> list[str]:
    """The agency's budget: what was spent of it, and performance beside it."""
    if not hasil.anggaran:
        return ["Data anggaran belum tersedia."]
    saat = f"akhir {sebut(hasil.periode)}"
    if total["serapan"] == TANPA_NILAI:
        return [f"Serapan anggaran sampai dengan {saat} belum dapat dihitung karena pagu atau realisasinya belum ada."]
    utama = (
        f"Dari pagu anggaran sebesar Rp{total['pagu']}, telah direalisasikan Rp{total['realisasi_sd']} sampai dengan "
        f"{saat} atau {total['serapan']}%."
    )
    isi = [utama]
    isi += rentang_serapan([s for s in hasil.anggaran if s.lowest], kebijakan.desimal)
    if a is None:
        return isi
    setahun = hasil.periode.bulan_akhir == BULAN_TERAKHIR
    return isi + (efisiensi(a, kebijakan, a.nama) if setahun else _sementara(a, kebijakan))


def _sementara(a: Agregat, kebijakan: Kebijakan) -> list[str]:
    """Performance beside absorption within the year, of which nothing can be judged yet."""
    if a.capaian is None or a.serapan is None or a.efisiensi is None:
        return []
    desimal = kebijakan.desimal
    indeks = kebijakan.efisiensi == "indeks"
    angka = (
        f"indeks efisiensi {persen(a.efisiensi, desimal)}"
        if indeks
        else f"selisih {persen(a.efisiensi, desimal)} poin{_catatan(a.capaian, a.serapan, a.efisiensi, desimal)}"
    )
    kata = (
        f"Rata-rata capaian {persen(a.capaian, desimal)}% dibandingkan dengan serapan {persen(a.serapan, desimal)}% "
        f"menghasilkan {angka}, yang belum menggambarkan efisiensi setahun karena serapan dihitung terhadap pagu "
        "setahun."
    )
    return [kata]


def _catatan(capaian: Fraction, serapan: Fraction, x: Fraction, desimal: int) -> str:
    """Why the printed figures differ by another amount than the printed difference; empty where they do not."""
    beda = (tercetak(capaian, desimal) or Fraction(0)) - (tercetak(serapan, desimal) or Fraction(0))
    return "" if beda == tercetak(x, desimal) else " (dihitung dari angka yang belum dibulatkan)"


def program(baris: Sequence[Serapan], desimal: int) -> list[str]:
    """Absorption of each programme of a sasaran, then of what lies below it. Figures only: they prove no support."""
    isi = []
    for s in (s for s in baris if s.jenis == "Program"):
        if s.serapan is None:
            isi.append(f"Serapan {s.uraian} belum dapat dihitung karena {_tanpa(s)}.")
            continue
        isi.append(
            f"{s.uraian} menyerap Rp{rupiah(s.realisasi_sd)} dari pagu Rp{rupiah(s.pagu)} "
            f"({persen(s.serapan, desimal)}%)."
        )
    bawah = [s for s in baris if s.lowest]
    if bawah:
        isi.append(
            f"Anggaran sasaran ini tersebar pada {bilang(len(bawah))} sub kegiatan."
            if len(bawah) > 1
            else f"Anggaran sasaran ini berada pada satu sub kegiatan, yaitu {bawah[0].uraian}."
        )
    isi += rentang_serapan(bawah, desimal)
    if tanpa := [s.uraian for s in bawah if s.serapan is None]:
        isi.append(f"Serapan sub kegiatan {daftar_kata(tanpa)} belum dapat dihitung.")
    return isi


def _tanpa(s: Serapan) -> str:
    return "pagunya belum ada" if s.pagu is None or s.pagu <= 0 else "realisasinya belum ada"


def rentang_serapan(baris: Sequence[Serapan], desimal: int) -> list[str]:
    """The highest and the lowest absorption among the lowest lines; nothing where they do not differ."""
    ada = [(tercetak(s.serapan, desimal) or Fraction(0), s) for s in baris if s.serapan is not None]
    if len(ada) < 2:
        return []
    tinggi, rendah = max(x for x, _ in ada), min(x for x, _ in ada)
    if tinggi == rendah:
        return [f"Serapan setiap sub kegiatan sama, yaitu {persen(tinggi, desimal)}%."]
    atas, bawah = ([s.uraian for x, s in ada if x == batas] for batas in (tinggi, rendah))
    awal = f"Serapan tertinggi, {persen(tinggi, desimal)}%, terdapat pada {_sebut(atas)}, dan yang terendah,"
    return [f"{awal} {persen(rendah, desimal)}%, pada {_sebut(bawah)}."]


def _sebut(uraian: Sequence[str]) -> str:
    if len(uraian) > BANYAK_SETARA:
        return f"{bilang(len(uraian))} sub kegiatan"
    return f"sub kegiatan {daftar_kata(list(uraian))}"
