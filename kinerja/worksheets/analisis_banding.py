"""Sheet Perbandingan: the agency's figures beside those of other periods, the Renstra end target and a standard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.figur import tempat_instansi
from kinerja.aggregate.model import Capaian, HasilPeriode, Pembanding
from kinerja.domain.angka import tercetak
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.rumus_excel import capaian_excel
from kinerja.worksheets.analisis_indikator import Kunci
from kinerja.worksheets.analisis_rujukan import Rujukan, semua_batas
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

KOLOM_BANDING = (
    Kolom("Kode", 10), Kolom("Indikator", 36), Kolom("Realisasi", 11, "angka"), Kolom("Capaian (%)", 11, "persen"),
    Kolom("Target Periode Lalu", 11, "angka"), Kolom("Realisasi Periode Lalu", 11, "angka"),
    Kolom("Capaian Periode Lalu (%)", 11, "persen"), Kolom("Naik/Turun (poin)", 10, "persen"),
    Kolom("Target Periode Sama Tahun Lalu", 12, "angka"), Kolom("Realisasi Periode Sama Tahun Lalu", 12, "angka"),
    Kolom("Capaian Periode Sama Tahun Lalu (%)", 12, "persen"), Kolom("Naik/Turun (poin)", 10, "persen"),
    Kolom("Realisasi s.d.", 11, "angka"), Kolom("Target Akhir Renstra", 11, "angka"),
    Kolom("Tahun Renstra", 9, "bulat"), Kolom("Realisasi s.d. terhadap Renstra (%)", 12, "persen"),
    Kolom("Standar Nasional", 11, "angka"), Kolom("Realisasi s.d. terhadap Standar (%)", 12, "persen"),
    Kolom("Batas Bawah Periode Lalu", 10, "angka"), Kolom("Batas Atas Periode Lalu", 10, "angka"),
    Kolom("Batas Bawah Tahun Lalu", 10, "angka"), Kolom("Batas Atas Tahun Lalu", 10, "angka"),
    Kolom("Batas Bawah Renstra", 10, "angka"), Kolom("Batas Atas Renstra", 10, "angka"),
    Kolom("Batas Bawah Standar", 10, "angka"), Kolom("Batas Atas Standar", 10, "angka"),
)  # fmt: skip
KOLOM_CETAK = 18


@dataclass(frozen=True, slots=True)
class LembarBanding:
    """Writes the sheet. What lies in an earlier year stands as it was recorded; the rest are formulas."""

    tabel: Tabel
    rujukan: Rujukan
    skala: Mapping[str, Sequence[Predikat]]
    letak: Mapping[Kunci, int]  # rows of sheet Indikator

    def tulis(self, hasil: HasilPeriode) -> None:
        """One row per indicator."""
        kini = {c.indikator: c for c in hasil.capaian if c.unit is None}
        indikator = {i.kode: i for i in self.rujukan.ix.master.indikator}
        for p in hasil.pembanding:
            i = indikator[p.indikator]
            digit = i.desimal if i.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO) else None
            self.tabel.tulis(self._baris(i, kini[i.kode], p), digit=digit)

    def _baris(self, i: Indikator, c: Capaian, p: Pembanding) -> tuple[Isi, ...]:
        n, d = self.tabel.baris + 1, self.rujukan.ix.kebijakan.desimal
        sekarang = tercetak(c.capaian, d)
        target_lalu, realisasi_lalu = self._lalu(i, c, p)
        lalu, tahun_lalu = p.capaian_sebelumnya, p.capaian_tahun_lalu
        return (
            i.kode, i.nama, self._dari_indikator("G", i, c.realisasi), self._dari_indikator("H", i, sekarang),
            target_lalu, realisasi_lalu, self._capaian(i, p.target_sebelumnya, lalu, ("E", "F", "S", "T")),
            _selisih(n, "G", sekarang, tercetak(lalu, d), d), p.target_tahun_lalu, p.realisasi_tahun_lalu,
            self._capaian(i, p.target_tahun_lalu, tahun_lalu, ("I", "J", "U", "V")),
            _selisih(n, "K", sekarang, tercetak(tahun_lalu, d), d), self._dari_indikator("K", i, c.realisasi_sd),
            p.target_renstra, p.tahun_renstra,
            self._capaian(i, p.target_renstra, p.capaian_renstra, ("N", "M", "W", "X")), p.standar_nasional,
            self._capaian(i, p.standar_nasional, p.capaian_standar, ("Q", "M", "Y", "Z")),
            *self._batas_lalu(i, c, p), *_batas(p.target_tahun_lalu), *_batas(p.target_renstra),
            *_batas(p.standar_nasional),
        )  # fmt: skip

    def _dari_indikator(self, kolom: str, i: Indikator, nilai: Nilai | None) -> Isi:
        sel = f"Indikator!{kolom}{self.letak[i.kode, None]}"
        tersimpan = nilai.teks if isinstance(nilai, Predikat) else nilai
        return None if isinstance(tersimpan, Rentang) else Formula(f'IF({sel}="","",{sel})', tersimpan)

    def _lalu(self, i: Indikator, c: Capaian, p: Pembanding) -> tuple[Isi, Isi]:
        """Target and realisasi of the period before: formulas from the facts where it lies in this year."""
        target: Isi = p.target_sebelumnya
        realisasi: Isi = p.realisasi_sebelumnya
        if p.sebelumnya.tahun != c.periode.tahun:
            return target, realisasi
        bulan = [b for b in p.sebelumnya.bulan if b in i.frekuensi.bulan_wajib]
        rumus, nilai = self.rujukan.realisasi(i, tempat_instansi(self.rujukan.ix, i), bulan)
        if rumus is not None and nilai == p.realisasi_sebelumnya:
            realisasi = Formula(rumus, nilai.teks if isinstance(nilai, Predikat) else _angka(nilai))
        if not isinstance(p.target_sebelumnya, Rentang):
            target = self._target_lalu(i, bulan, p.target_sebelumnya, "")
        return target, realisasi

    def _batas_lalu(self, i: Indikator, c: Capaian, p: Pembanding) -> tuple[Isi, Isi]:
        if not isinstance(p.target_sebelumnya, Rentang) or p.sebelumnya.tahun != c.periode.tahun:
            return _batas(p.target_sebelumnya)
        bulan = [b for b in p.sebelumnya.bulan if b in i.frekuensi.bulan_wajib]
        bawah, atas = (
            self._target_lalu(i, bulan, p.target_sebelumnya, batas) for batas, _ in semua_batas(p.target_sebelumnya)
        )
        return bawah, atas

    def _target_lalu(self, i: Indikator, bulan: Sequence[int], nilai: Nilai | None, batas: str) -> Isi:
        if nilai is None:
            return None
        satu = dict(semua_batas(nilai))[batas]
        if satu is None:
            return None
        rumus = self.rujukan.target_tempat(i, tempat_instansi(self.rujukan.ix, i), bulan, satu, batas)
        return satu if rumus is None else Formula(rumus, satu.teks if isinstance(satu, Predikat) else _angka(satu))

    def _capaian(
        self, i: Indikator, target: Nilai | None, nilai: Fraction | None, kolom: tuple[str, str, str, str]
    ) -> Isi:
        """Capaian from cells of this row: target, realisasi, lower and upper bound."""
        if target is None or isinstance(target, Rentang) is not i.polaritas.rentang:
            return None
        n = self.tabel.baris + 1
        t, r, bawah, atas = (f"{k}{n}" for k in kolom)
        rentang = isinstance(target, Rentang)
        rumus = capaian_excel(
            i, self.rujukan.ix.kebijakan, target=bawah if rentang else t, atas=atas if rentang else None, realisasi=r,
            skala=self.skala.get(i.kode, ()), nilai=nilai,
        )  # fmt: skip
        return Formula(rumus, tercetak(nilai, self.rujukan.ix.kebijakan.desimal))


def _selisih(n: int, kolom: str, kini: Fraction | None, dulu: Fraction | None, desimal: int) -> Formula:
    """The change in points, from the printed percentages."""
    nilai = None if kini is None or dulu is None else kini - dulu
    return Formula(f'IF(COUNT(D{n},{kolom}{n})<2,"",ROUND(D{n}-{kolom}{n},{desimal}))', nilai)


def _angka(nilai: Nilai | None) -> Fraction | None:
    return nilai if isinstance(nilai, Fraction) else None


def _batas(nilai: Nilai | None) -> tuple[Isi, Isi]:
    return (nilai.bawah, nilai.atas) if isinstance(nilai, Rentang) else (None, None)
