"""Sheets Data and Indikator of the analysis workbook: facts, and live formulas from them to every capaian."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.figur import Tempat, realisasi_tempat, tempat_instansi, tempat_unit
from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Capaian
from kinerja.domain.angka import format_nilai, tercetak
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, KonsolidasiUnit, TipeNilai
from kinerja.domain.kategori import SKALA
from kinerja.domain.konsolidasi import Konsolidasi
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.periode import NAMA_BULAN, Periode
from kinerja.domain.rumus import nama_rumus
from kinerja.domain.rumus_excel import bulat_excel, capaian_excel, kategori_excel, literal, rasio_excel
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

KOLOM_DATA = (
    Kolom("Indikator", 11), Kolom("Nama Indikator", 34), Kolom("Unit", 9), Kolom("Bulan", 11),
    Kolom("Pembilang", 12, "angka"), Kolom("Penyebut", 12, "angka"), Kolom("Nilai", 13, "angka"),
    Kolom("Berkas", 34), Kolom("Revisi", 7, "bulat"),
    Kolom("Lembar", 15), Kolom("Sel", 9), Kolom("SHA-256", 34),
)  # fmt: skip
_PEMBILANG, _PENYEBUT, _NILAI = "E", "F", "G"

KOLOM_INDIKATOR = (
    Kolom("Kode", 10), Kolom("Indikator", 34), Kolom("Unit", 9), Kolom("Satuan", 10), Kolom("Rumus Capaian", 18),
    Kolom("Target Periode Ini", 11, "angka"), Kolom("Realisasi Periode Ini", 11, "angka"),
    Kolom("Capaian (%)", 10, "persen"), Kolom("Kategori", 13), Kolom("Target s.d.", 11, "angka"),
    Kolom("Realisasi s.d.", 11, "angka"),
    Kolom("Capaian s.d. (%)", 10, "persen"), Kolom("Target Tahun", 11, "angka"),
    Kolom("Capaian terhadap Target Tahun (%)", 12, "persen"), Kolom("Data Masuk", 20), Kolom("Catatan", 36),
    Kolom("Capaian Belum Dibulatkan", 14, "angka"), Kolom("Batas Bawah Periode Ini", 10, "angka"),
    Kolom("Batas Atas Periode Ini", 10, "angka"), Kolom("Batas Bawah s.d.", 10, "angka"),
    Kolom("Batas Atas s.d.", 10, "angka"), Kolom("Batas Bawah Tahun", 10, "angka"),
    Kolom("Batas Atas Tahun", 10, "angka"),
)  # fmt: skip
KOLOM_CETAK = 16  # the helper columns after these stay off paper
_TANPA_BULAT = "Q"

LetakData = Mapping[tuple[str, str, int], int]  # (indicator, unit, month) -> Excel row


def tulis_data(tabel: Tabel, ix: Indeks, fakta: Iterable[Fakta]) -> LetakData:
    """One row per accepted fact, in the master's order; a Rasio is divided by a formula."""
    indikator = {i.kode: (n, i) for n, i in enumerate(ix.master.indikator)}
    unit = {u.kode: n for n, u in enumerate(ix.master.unit)}
    letak: dict[tuple[str, str, int], int] = {}
    dikenal = [f for f in fakta if f.indikator in indikator and f.unit in unit]
    for f in sorted(dikenal, key=lambda f: (indikator[f.indikator][0], unit[f.unit], f.bulan)):
        i = indikator[f.indikator][1]
        baris = tabel.baris + 1
        nilai: Isi = f.nilai
        if i.tipe is TipeNilai.RASIO and not isinstance(f.nilai, Predikat | Rentang):
            nilai = Formula(rasio_excel(f"{_PEMBILANG}{baris}", f"{_PENYEBUT}{baris}", i.pengali), f.nilai)
        tabel.tulis(
            (
                f.indikator, i.nama, f.unit, NAMA_BULAN[f.bulan - 1], f.pembilang, f.penyebut, nilai, f.asal.berkas,
                f.asal.revisi, f.asal.lembar, f.asal.sel, f.asal.sha256,
            )
        )  # fmt: skip
        letak[f.indikator, f.unit, f.bulan] = baris
    return letak


@dataclass(frozen=True, slots=True)
class LembarIndikator:
    """Writes sheet Indikator. `letak` of a row is kept for the averages on other sheets."""

    tabel: Tabel
    ix: Indeks
    data: LetakData
    nama_data: str
    skala: Mapping[str, Sequence[Predikat]]  # by indicator

    def tulis(self, periode: Periode, semua: Sequence[Capaian]) -> dict[tuple[str, str | None], str]:
        """All rows; returns the address of each unrounded capaian."""
        indikator = {i.kode: i for i in self.ix.master.indikator}
        letak = {(c.indikator, c.unit): self.tabel.baris + n + 1 for n, c in enumerate(semua)}
        for c in semua:
            i = indikator[c.indikator]
            digit = i.desimal if i.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO) else None
            self.tabel.tulis(self._baris(i, c, periode, letak), digit=digit, tebal=c.unit is None)
        return {k: f"'{self.tabel.nama}'!${_TANPA_BULAT}${n}" for k, n in letak.items()}

    def _baris(
        self, i: Indikator, c: Capaian, periode: Periode, letak: Mapping[tuple[str, str | None], int]
    ) -> tuple[Isi, ...]:
        n = self.tabel.baris + 1
        persis, desimal = f"{_TANPA_BULAT}{n}", self.ix.kebijakan.desimal
        tempat = tempat_instansi(self.ix, i) if c.unit is None else tempat_unit(self.ix, i, c.unit)
        skala = SKALA[self.ix.kebijakan.kategori]
        kategori = Formula(kategori_excel(f"H{n}", skala), c.kategori) if c.capaian is not None else None
        return (
            i.kode, i.nama, c.unit or "Instansi", i.satuan, nama_rumus(i), c.target,
            self._realisasi(i, tempat, c.realisasi, periode.bulan, kolom="G", letak=letak),
            Formula(f'IF({persis}="","",{bulat_excel(persis, desimal)})', tercetak(c.capaian, desimal)),
            kategori, c.target_sd, self._realisasi(i, tempat, c.realisasi_sd, periode.bulan_sd, kolom="K", letak=letak),
            self._capaian(i, c.target_sd, c.capaian_sd, ("J", "K", "T", "U")), c.target_tahun,
            self._capaian(i, c.target_tahun, c.capaian_tahun, ("M", "K", "V", "W")), _data_masuk(c), _catatan(i, c),
            self._capaian(i, c.target, c.capaian, ("F", "G", "R", "S"), bulat=False),
            *_batas(c.target), *_batas(c.target_sd), *_batas(c.target_tahun),
        )  # fmt: skip

    def _capaian(
        self, i: Indikator, target: Nilai | None, nilai: Fraction | None, kolom: tuple[str, str, str, str], *,
        bulat: bool = True,
    ) -> Isi:  # fmt: skip
        """Capaian from the target and realisasi in this row (columns: target, realisasi, lower and upper bound)."""
        if target is None or isinstance(target, Rentang) is not i.polaritas.rentang:
            return None
        n = self.tabel.baris + 1
        t, r, bawah, atas = (f"{k}{n}" for k in kolom)
        rentang = isinstance(target, Rentang)
        rumus = capaian_excel(
            i, self.ix.kebijakan, target=bawah if rentang else t, atas=atas if rentang else None, realisasi=r,
            skala=self.skala.get(i.kode, ()), bulat=bulat,
        )  # fmt: skip
        return Formula(rumus, tercetak(nilai, self.ix.kebijakan.desimal) if bulat else nilai)

    def _realisasi(
        self, i: Indikator, tempat: Tempat | None, nilai: Nilai | None, bulan: Sequence[int], *, kolom: str,
        letak: Mapping[tuple[str, str | None], int],
    ) -> Isi:  # fmt: skip
        """Realisasi from the facts (a unit) or from the units' rows (the agency); text values as they are."""
        if tempat is None or not isinstance(nilai, Fraction):
            return nilai
        _, per_unit = realisasi_tempat(self.ix, i, tempat, bulan)
        if tempat.unit is not None:
            ((unit, k),) = per_unit.items()
            return Formula(self._dari_data(i, unit, k), nilai)
        sel = [f"{kolom}{letak[i.kode, u]}" for u in per_unit]
        if len(tempat.pelapor) == 1:
            return Formula(sel[0], nilai)
        if i.konsolidasi_unit is KonsolidasiUnit.RASIO:
            bagian = [(u, k) for u, k in per_unit.items()]
            atas = ",".join(self._sel(i, u, k, _PEMBILANG) for u, k in bagian)
            bawah = ",".join(self._sel(i, u, k, _PENYEBUT) for u, k in bagian)
            return Formula(_bagi(atas, bawah, i.pengali), nilai)
        fungsi = "AVERAGE" if i.konsolidasi_unit is KonsolidasiUnit.RATA_RATA else "SUM"
        return Formula(_aman(fungsi, ",".join(sel)), nilai)

    def _dari_data(self, i: Indikator, unit: str, k: Konsolidasi) -> str:
        aturan = i.konsolidasi_periode
        if i.tipe is TipeNilai.RASIO and aturan is KonsolidasiPeriode.JUMLAH:
            return _bagi(self._sel(i, unit, k, _PEMBILANG), self._sel(i, unit, k, _PENYEBUT), i.pengali)
        sel = self._sel(i, unit, k, _NILAI)
        if aturan in (KonsolidasiPeriode.TERAKHIR, KonsolidasiPeriode.MAKSIMUM, KonsolidasiPeriode.MINIMUM):
            return sel  # the one month that decides
        return _aman("AVERAGE" if aturan is KonsolidasiPeriode.RATA_RATA else "SUM", sel)

    def _sel(self, i: Indikator, unit: str, k: Konsolidasi, kolom: str) -> str:
        """Cells of the months used on sheet Data, as one range where they stand together."""
        baris = sorted(self.data[i.kode, unit, b] for b in k.bulan)
        awal = f"'{self.nama_data}'!{kolom}"
        if len(baris) > 1 and baris[-1] - baris[0] == len(baris) - 1:
            return f"{awal}{baris[0]}:{kolom}{baris[-1]}"
        return ",".join(f"{awal}{b}" for b in baris)


def _aman(fungsi: str, sel: str) -> str:
    return f'IF(COUNT({sel})=0,"",{fungsi}({sel}))'


def _bagi(atas: str, bawah: str, pengali: Fraction) -> str:
    return f'IF(SUM({bawah})=0,"",SUM({atas})/SUM({bawah})*{literal(pengali)})'


def _batas(target: Nilai | None) -> tuple[Isi, Isi]:
    return (target.bawah, target.atas) if isinstance(target, Rentang) else (None, None)


def _data_masuk(c: Capaian) -> str:
    if c.bulan_wajib == 0:
        return "–"
    teks = f"{c.bulan_terisi} dari {c.bulan_wajib} bulan"
    if c.unit is None:
        teks += f"; {c.unit_terisi} dari {c.unit_wajib} unit"
    return f"{teks} (angka sementara)" if c.sementara else teks


def _catatan(i: Indikator, c: Capaian) -> str:
    catatan = [c.alasan] if c.alasan else []
    if c.alasan_sd and c.alasan_sd != c.alasan:
        catatan.append(f"s.d.: {c.alasan_sd}")
    if c.ekstrem:
        catatan.append("capaian ekstrem, perlu penjelasan")
    if len(c.bulan_dipakai) == 1 and c.bulan_wajib > 1 and c.realisasi is not None:
        catatan.append(f"memakai nilai {NAMA_BULAN[c.bulan_dipakai[0] - 1]}: {format_nilai(c.realisasi, i.desimal)}")
    return "; ".join(catatan)
