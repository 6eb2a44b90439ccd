"""Sheets Data, Data Anggaran and Target of the analysis workbook: what all formulas of the other sheets point to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kinerja.aggregate.indeks import Indeks
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import TipeNilai
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.periode import BULAN_SINGKAT, NAMA_BULAN
from kinerja.master.model import Target
from kinerja.sources import Asal
from kinerja.workbook.model import huruf_kolom
from kinerja.worksheets.rumus_sel import rasio
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

_ASAL = (
    Kolom("Berkas", 34), Kolom("Revisi", 7, "bulat"), Kolom("Lembar", 14), Kolom("Sel", 9), Kolom("SHA-256", 34),
)  # fmt: skip
KOLOM_DATA = (
    Kolom("Indikator", 11), Kolom("Nama Indikator", 34), Kolom("Unit", 9), Kolom("Bulan", 11),
    Kolom("Pembilang", 12, "angka"), Kolom("Penyebut", 12, "angka"), Kolom("Nilai", 13, "angka"), *_ASAL,
)  # fmt: skip
KOLOM_BELANJA = (
    Kolom("Kode", 20), Kolom("Uraian", 50), Kolom("Unit", 9), Kolom("Bulan", 11),
    Kolom("Realisasi (Rp)", 18, "rupiah"), *_ASAL,
)  # fmt: skip
KOLOM_TARGET = (
    Kolom("Indikator", 11), Kolom("Nama Indikator", 34), Kolom("Unit", 9), Kolom("Batas", 8),
    *(Kolom(b, 8, "angka") for b in BULAN_SINGKAT), Kolom("Tahun", 9, "angka"), Kolom("Sel di induk.xlsx", 12),
)  # fmt: skip
BATAS = ("bawah", "atas")  # rows of a range target
_PEMBILANG, _PENYEBUT, _NILAI, _RUPIAH = "E", "F", "G", "E"


@dataclass(frozen=True, slots=True)
class Letak:
    """The one table of cell references: where each fact and each target stands."""

    fakta: Mapping[tuple[str, str, int], int]  # (indicator, unit, month) -> row of sheet Data
    belanja: Mapping[tuple[str, str | None], Mapping[int, int]]  # (line, unit) -> month -> row of Data Anggaran
    target: Mapping[tuple[str, str | None, str], int]  # (indicator, unit, one of BATAS or "") -> row of sheet Target

    def nilai(self, indikator: str, unit: str, bulan: Iterable[int]) -> list[str]:
        """Cells of the facts' values."""
        return self._fakta(_NILAI, indikator, unit, bulan)

    def bagian(self, indikator: str, unit: str, bulan: Iterable[int]) -> tuple[list[str], list[str]]:
        """Cells of the facts' pembilang and penyebut."""
        sel = tuple(bulan)
        return self._fakta(_PEMBILANG, indikator, unit, sel), self._fakta(_PENYEBUT, indikator, unit, sel)

    def bulan_target(self, t: Target, bulan: Iterable[int], batas: str) -> list[str]:
        """Cells of a row of targets in these months."""
        n = self.target[t.indikator, t.unit, batas]
        return [f"Target!{huruf_kolom(b + 4)}{n}" for b in bulan]

    def tahun_target(self, t: Target, batas: str) -> str:
        """The cell of the annual target."""
        return self.bulan_target(t, (13,), batas)[0]

    def rupiah(self, kode: str, unit: str | None, bulan: Iterable[int]) -> list[str]:
        """Cells of what was spent on a budget line in those of these months that were reported."""
        baris = self.belanja.get((kode, unit), {})
        return [f"'Data Anggaran'!{_RUPIAH}{baris[b]}" for b in bulan if b in baris]

    def _fakta(self, kolom: str, indikator: str, unit: str, bulan: Iterable[int]) -> list[str]:
        return [f"Data!{kolom}{self.fakta[indikator, unit, b]}" for b in bulan]


def tulis_data(tabel: Tabel, ix: Indeks, fakta: Iterable[Fakta]) -> dict[tuple[str, str, int], int]:
    """One row per accepted fact, by indicator, month and unit; a Rasio is divided by a formula."""
    indikator = {i.kode: (n, i) for n, i in enumerate(ix.master.indikator)}
    unit = {u.kode: n for n, u in enumerate(ix.master.unit)}
    letak: dict[tuple[str, str, int], int] = {}
    dikenal = [f for f in fakta if f.indikator in indikator and f.unit in unit]
    for f in sorted(dikenal, key=lambda f: (indikator[f.indikator][0], f.bulan, unit[f.unit])):
        i = indikator[f.indikator][1]
        baris = letak[f.indikator, f.unit, f.bulan] = tabel.baris + 1
        nilai: Isi = f.nilai
        berbagi = i.tipe is TipeNilai.RASIO
        if berbagi and not isinstance(f.nilai, Predikat | Rentang):
            nilai = Formula(rasio(f"{_PEMBILANG}{baris}", f"{_PENYEBUT}{baris}", i.pengali, f.nilai), f.nilai)
        isi = (f.indikator, i.nama, f.unit, NAMA_BULAN[f.bulan - 1], f.pembilang, f.penyebut, nilai)
        tabel.tulis((*isi, *_asal(f.asal)), digit={6: i.desimal} if berbagi else None)
    return letak


def tulis_belanja(
    tabel: Tabel, ix: Indeks, fakta: Iterable[FaktaAnggaran]
) -> dict[tuple[str, str | None], dict[int, int]]:
    """One row per amount spent, by budget line and month."""
    urutan = {(m.kode, m.unit): (n, m.uraian) for n, m in enumerate(ix.master.anggaran)}
    letak: dict[tuple[str, str | None], dict[int, int]] = {}
    for f in sorted(
        (f for f in fakta if (f.kode, f.unit) in urutan), key=lambda f: (urutan[f.kode, f.unit][0], f.bulan)
    ):
        letak.setdefault((f.kode, f.unit), {})[f.bulan] = tabel.baris + 1
        uraian = urutan[f.kode, f.unit][1]
        tabel.tulis((f.kode, uraian, f.unit, NAMA_BULAN[f.bulan - 1], f.realisasi, *_asal(f.asal)))
    return letak


def tulis_target(tabel: Tabel, ix: Indeks) -> dict[tuple[str, str | None, str], int]:
    """One row per row of targets, two for a range, with the targets in force month by month."""
    letak: dict[tuple[str, str | None, str], int] = {}
    for i in ix.master.indikator:
        for unit in (None, *ix.pelapor.get(i.kode, ())):
            t = ix.target.get((i.kode, unit))
            if t is None:
                continue
            for batas in BATAS if i.polaritas.rentang else ("",):
                letak[i.kode, unit, batas] = tabel.baris + 1
                isi = [satu_batas(t.bulan.get(b), batas) for b in range(1, 13)]
                kepala = (i.kode, i.nama, unit or "Instansi", batas or None)
                digit = i.desimal if i.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO) else None
                tabel.tulis((*kepala, *isi, satu_batas(t.tahun, batas), t.sumber.sel), digit=digit)
    return letak


def satu_batas(nilai: Nilai | None, batas: str) -> Nilai | None:
    """One bound of a range target; a single value as it is."""
    if not isinstance(nilai, Rentang):
        return nilai if not batas else None
    return nilai.bawah if batas == BATAS[0] else nilai.atas


def _asal(a: Asal) -> tuple[str, int, str, str, str]:
    return a.berkas, a.revisi, a.lembar, a.sel, a.sha256
