"""Sheets Sasaran and Unit of the analysis workbook: every average with the indicators and the money that make it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Agregat, HasilPeriode
from kinerja.domain.angka import tercetak
from kinerja.domain.indikator import Indikator
from kinerja.domain.kategori import SKALA
from kinerja.domain.rumus_excel import bersih_excel, bulat_excel, kategori_excel, literal, serapan_excel
from kinerja.worksheets.analisis_anggaran import LembarAnggaran
from kinerja.worksheets.analisis_indikator import TANPA_BULAT, Baris, Kunci
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

KOLOM_RATA = (
    Kolom("Kode", 11), Kolom("Uraian", 44), Kolom("Capaian (%)", 11, "persen"), Kolom("Kategori", 14),
    Kolom("Capaian untuk Rata-rata", 13, "persen"), Kolom("Bobot", 9, "angka"), Kolom("Capaian × Bobot", 13, "persis"),
    Kolom("Bobot Dihitung", 10, "angka"), Kolom("Indikator Dihitung", 16), Kolom("Pagu (Rp)", 17, "rupiah"),
    Kolom("Realisasi s.d. (Rp)", 17, "rupiah"), Kolom("Serapan (%)", 11, "persen"), Kolom("Efisiensi", 11, "persen"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LembarRata:
    """Writes a sheet of blocks, one per sasaran, unit or agency: the average, then its indicators."""

    tabel: Tabel
    ix: Indeks
    letak: Mapping[Kunci, int]  # rows of sheet Indikator
    anggaran: LembarAnggaran

    def tulis(self, hasil: HasilPeriode, semua: Iterable[Baris], tingkat: Sequence[str]) -> dict[str, int]:
        """The blocks of these levels; the row of each by its kode."""
        rows = list(semua)
        baris: dict[str, int] = {}
        for a in hasil.agregat:
            if a.tingkat in tingkat:
                baris[a.kode] = self.tabel.baris + 1
                unit = a.kode if a.tingkat == "unit" else None
                self._blok(
                    a,
                    [
                        b
                        for b in rows
                        if b.tempat.unit == unit and (a.tingkat != "sasaran" or b.indikator.sasaran == a.kode)
                    ],
                )
        return baris

    def _blok(self, a: Agregat, anggota: Sequence[Baris]) -> None:
        kebijakan, desimal = self.ix.kebijakan, self.ix.kebijakan.desimal
        atas = self.tabel.baris + 1  # Excel row of the block's own line; its members follow
        awal, akhir = atas + 1, atas + len(anggota)
        capaian: Isi = None
        kategori: Isi = None
        efisiensi: Isi = None
        if anggota:
            rata = f"SUM(G{awal}:G{akhir})/SUM(H{awal}:H{akhir})"
            capaian = Formula(
                f'IF(SUM(H{awal}:H{akhir})<=0,"",{bulat_excel(rata, desimal, a.capaian)})',
                tercetak(a.capaian, desimal),
            )
            kategori = Formula(kategori_excel(f"C{atas}", SKALA[kebijakan.kategori]), a.kategori)
            serapan = f"K{atas}/J{atas}*100"
            indeks = kebijakan.efisiensi == "indeks"
            tanpa = f"SUM(H{awal}:H{akhir})<=0,COUNT(J{atas},K{atas})<2"
            rumus = bulat_excel(f"({rata})/({serapan})" if indeks else f"{rata}-{serapan}", desimal, a.efisiensi)
            nol = f"OR(J{atas}<=0,K{atas}=0)" if indeks else f"J{atas}<=0"
            efisiensi = Formula(f'IF(OR({tanpa}),"",IF({nol},"",{rumus}))', tercetak(a.efisiensi, desimal))
        dibatasi = f"; {a.dibatasi} dibatasi" if a.dibatasi else ""
        self.tabel.tulis(
            (
                a.kode if a.tingkat != "instansi" else "Instansi", a.nama, capaian, kategori, None, None, None, None,
                f"{a.indikator_dihitung} dari {a.indikator}{dibatasi}", *self._uang(a),
                Formula(serapan_excel(f"J{atas}", f"K{atas}", desimal, a.serapan), tercetak(a.serapan, desimal)),
                efisiensi,
            ),
            tebal=True,
        )  # fmt: skip
        berbobot = all(b.indikator.bobot is not None for b in anggota)
        for b in anggota:
            self._anggota(b, b.indikator.bobot if berbobot else None)

    def _anggota(self, b: Baris, bobot: Fraction | None) -> None:
        n, batas = self.tabel.baris + 1, self.ix.kebijakan.batas_rata_rata
        i: Indikator = b.indikator
        nilai = b.capaian.capaian
        sel = f"Indikator!{TANPA_BULAT}{self.letak[i.kode, b.tempat.unit]}"
        berat = bobot if bobot is not None else Fraction(1)
        dipakai = nilai if nilai is None or batas is None else min(nilai, batas)
        rumus_batas = f"C{n}" if batas is None else f"MIN(C{n},{literal(batas)})"
        self.tabel.tulis(
            (
                i.kode,
                i.nama,
                Formula(f'IF({sel}="","",{sel})', nilai),
                None,
                Formula(f'IF(COUNT(C{n})=0,"",{rumus_batas})', dipakai),
                berat,
                Formula(
                    f'IF(COUNT(E{n})=0,"",{bersih_excel(f"E{n}*F{n}", dipakai)})',
                    None if dipakai is None else dipakai * berat,
                ),
                Formula(f'IF(COUNT(E{n})=0,"",F{n})', None if dipakai is None else berat),
            )
        )

    def _uang(self, a: Agregat) -> tuple[Isi, Isi]:
        """Pagu and realisasi of the lowest budget lines that belong to the block."""
        uang = self.anggaran.uang
        unit: tuple[str, ...] | None = None
        if a.tingkat == "unit":
            unit = (a.kode, *self.ix.di_bawah(a.kode, [u.kode for u in self.ix.master.unit]))
        sasaran = a.kode if a.tingkat == "sasaran" else None
        milik = [
            n
            for n, (m, s, _) in enumerate(uang.terbawah)
            if (unit is None or m.unit in unit) and (sasaran is None or s == sasaran)
        ]
        return self.anggaran.total(milik, uang.total(unit=unit, sasaran=sasaran))
