"""Sheets Sasaran and Unit of the analysis workbook: every average with the indicators that make it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from kinerja.aggregate.figur import hitung, tempat_unit
from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Agregat, HasilPeriode
from kinerja.domain.angka import tercetak
from kinerja.domain.indikator import Indikator
from kinerja.domain.kategori import SKALA
from kinerja.domain.rumus_excel import bulat_excel, kategori_excel, literal
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

KOLOM_RATA = (
    Kolom("Kode", 11), Kolom("Uraian", 44), Kolom("Capaian (%)", 11, "persen"), Kolom("Kategori", 14),
    Kolom("Capaian untuk Rata-rata", 13, "persen"), Kolom("Bobot", 9, "angka"), Kolom("Capaian × Bobot", 13, "angka"),
    Kolom("Bobot Dihitung", 10, "angka"), Kolom("Indikator Dihitung", 16), Kolom("Serapan (%)", 11, "persen"),
    Kolom("Efisiensi", 11, "persen"),
)  # fmt: skip

Alamat = Mapping[tuple[str, str | None], str]
Anggota = tuple[Indikator, Fraction | None, str | None]  # indicator, capaian, address of the unrounded capaian


def tulis_sasaran(tabel: Tabel, ix: Indeks, hasil: HasilPeriode, alamat: Alamat) -> None:
    """A block per sasaran, then the agency over all indicators."""
    capaian = {c.indikator: c.capaian for c in hasil.capaian if c.unit is None}
    for a in hasil.agregat:
        if a.tingkat in ("sasaran", "instansi"):
            anggota = [
                (i, capaian[i.kode], alamat[i.kode, None])
                for i in ix.master.indikator
                if a.tingkat == "instansi" or i.sasaran == a.kode
            ]
            _blok(tabel, ix, a, anggota)


def tulis_unit(tabel: Tabel, ix: Indeks, hasil: HasilPeriode, alamat: Alamat) -> None:
    """A block per unit, with those below it."""
    capaian = {(c.indikator, c.unit): c.capaian for c in hasil.capaian}
    for a in hasil.agregat:
        if a.tingkat == "unit":
            _blok(tabel, ix, a, list(_anggota_unit(ix, hasil, a.kode, capaian, alamat)))


def _anggota_unit(
    ix: Indeks,
    hasil: HasilPeriode,
    unit: str,
    capaian: Mapping[tuple[str, str | None], Fraction | None],
    alamat: Alamat,
) -> Iterable[Anggota]:
    for i in ix.master.indikator:
        if (i.kode, unit) in capaian:
            yield i, capaian[i.kode, unit], alamat[i.kode, unit]
        elif tempat := tempat_unit(ix, i, unit):
            yield i, hitung(ix, i, tempat, hasil.periode).capaian, None


def _blok(tabel: Tabel, ix: Indeks, a: Agregat, anggota: Sequence[Anggota]) -> None:
    kebijakan = ix.kebijakan
    awal = tabel.baris + 2  # Excel row of the first member; the block's own row stands above it
    akhir = awal + len(anggota) - 1
    atas = tabel.baris + 1
    capaian: Isi = None
    kategori: Isi = None
    efisiensi: Isi = a.efisiensi
    if anggota:
        rata = f"SUM(G{awal}:G{akhir})/SUM(H{awal}:H{akhir})"
        capaian = Formula(
            f'IF(SUM(H{awal}:H{akhir})<=0,"",{bulat_excel(rata, kebijakan.desimal)})',
            tercetak(a.capaian, kebijakan.desimal),
        )
        kategori = Formula(kategori_excel(f"C{atas}", SKALA[kebijakan.kategori]), a.kategori)
        indeks = kebijakan.efisiensi == "indeks"
        tanpa = f"OR(SUM(H{awal}:H{akhir})<=0,COUNT(J{atas})=0" + (f",J{atas}=0)" if indeks else ")")
        rumus = bulat_excel(f"{rata}{'/' if indeks else '-'}J{atas}", kebijakan.desimal)
        efisiensi = Formula(f'IF({tanpa},"",{rumus})', tercetak(a.efisiensi, kebijakan.desimal))
    dibatasi = f"; {a.dibatasi} dibatasi" if a.dibatasi else ""
    tabel.tulis(
        (
            a.kode if a.tingkat != "instansi" else "Instansi", a.nama, capaian, kategori, None, None, None, None,
            f"{a.indikator_dihitung} dari {a.indikator}{dibatasi}", a.serapan, efisiensi,
        ),
        tebal=True,
    )  # fmt: skip
    berbobot = all(i.bobot is not None for i, _, _ in anggota)
    for i, nilai, sel in anggota:
        tabel.tulis(_anggota(tabel.baris + 1, ix, (i, nilai, sel), i.bobot if berbobot else None))


def _anggota(n: int, ix: Indeks, anggota: Anggota, bobot: Fraction | None) -> tuple[Isi, ...]:
    i, nilai, sel = anggota
    batas, b = ix.kebijakan.batas_rata_rata, bobot if bobot is not None else Fraction(1)
    dipakai = nilai if nilai is None or batas is None else min(nilai, batas)
    rumus_batas = f"C{n}" if batas is None else f"MIN(C{n},{literal(batas)})"
    return (
        i.kode,
        i.nama,
        nilai if sel is None else Formula(f'IF({sel}="","",{sel})', nilai),
        None,
        Formula(f'IF(COUNT(C{n})=0,"",{rumus_batas})', dipakai),
        b,
        Formula(f'IF(COUNT(E{n})=0,"",E{n}*F{n})', None if dipakai is None else dipakai * b),
        Formula(f'IF(COUNT(E{n})=0,"",F{n})', None if dipakai is None else b),
    )
