"""Sheet Anggaran: realisasi of the lowest lines from Data Anggaran, and sums for the levels above."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.anggaran import Anggaran, Uang
from kinerja.aggregate.indeks import Indeks
from kinerja.domain.angka import tercetak
from kinerja.domain.periode import Periode
from kinerja.domain.rumus_excel import serapan_excel
from kinerja.worksheets.analisis_data import Letak
from kinerja.worksheets.rumus_sel import fungsi
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

KOLOM_ANGGARAN = (
    Kolom("Kode", 20), Kolom("Uraian", 50), Kolom("Jenis", 14), Kolom("Unit", 9), Kolom("Sasaran", 9),
    Kolom("Pagu (Rp)", 18, "rupiah"), Kolom("Realisasi Periode Ini (Rp)", 18, "rupiah"),
    Kolom("Realisasi s.d. (Rp)", 18, "rupiah"), Kolom("Serapan (%)", 11, "persen"),
)  # fmt: skip
_PAGU, _REALISASI, _REALISASI_SD = "F", "G", "H"


@dataclass(frozen=True, slots=True)
class LembarAnggaran:
    """Writes the sheet; its lines stand from row `awal` in the order of the engine."""

    tabel: Tabel
    ix: Indeks
    letak: Letak
    uang: Anggaran
    periode: Periode
    awal: int

    def tulis(self) -> None:
        """All lines."""
        desimal = self.ix.kebijakan.desimal
        for n, (s, m) in enumerate(zip(self.uang.baris, self.uang.mata, strict=True)):
            baris = self.tabel.baris + 1
            bawahan = self.uang.bawahan.get(n)
            isi: tuple[Isi, ...]
            if bawahan is None:
                ini = self.letak.rupiah(m.kode, m.unit, self.periode.bulan)
                sd = self.letak.rupiah(m.kode, m.unit, self.periode.bulan_sd)
                isi = (s.pagu, _jumlah(ini, s.realisasi), _jumlah(sd, s.realisasi_sd))
            else:
                isi = (
                    _jumlah(self._sel(_PAGU, bawahan), s.pagu),
                    _jumlah(self._sel(_REALISASI, bawahan), s.realisasi),
                    _jumlah(self._sel(_REALISASI_SD, bawahan), s.realisasi_sd),
                )
            rumus = serapan_excel(f"{_PAGU}{baris}", f"{_REALISASI_SD}{baris}", desimal, s.serapan)
            self.tabel.tulis(
                (s.kode, s.uraian, s.jenis, s.unit, s.sasaran, *isi, Formula(rumus, tercetak(s.serapan, desimal))),
                tebal=s.jenis.casefold() == "program",
            )

    def total(self, terbawah: Iterable[int], uang: Uang) -> tuple[Isi, Isi]:
        """Pagu and realisasi s.d. of these lowest lines (places in `uang.terbawah`), as sums over this sheet."""
        milik = [n for n, m in enumerate(self.uang.mata) if m.lowest]
        rows = [milik[t] for t in terbawah]
        pagu = [f"Anggaran!{s}" for s in self._sel(_PAGU, rows)]
        sd = [f"Anggaran!{s}" for s in self._sel(_REALISASI_SD, rows)]
        return _jumlah(pagu, uang.pagu), _jumlah(sd, uang.realisasi_sd)

    def _sel(self, kolom: str, tempat: Sequence[int]) -> list[str]:
        return [f"{kolom}{self.awal + n}" for n in tempat]


def _jumlah(sel: Sequence[str], nilai: Fraction | None) -> Isi:
    """A sum that is empty where nothing is known."""
    if not sel:
        return None
    return Formula(f'IF({fungsi("COUNT", sel)}=0,"",{fungsi("SUM", sel)})', nilai)
