"""Sheet Jejak: every figure with its cell, its formula in numbers and in Excel, and the facts, files and hashes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.jejak import JejakCapaian, Langkah, jejak_capaian
from kinerja.aggregate.jejak_rata import alasan_rata, jejak_rata
from kinerja.aggregate.model import Agregat, HasilPeriode
from kinerja.domain.angka import format_angka, format_nilai, tercetak
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import TipeNilai
from kinerja.domain.nilai import Nilai, Predikat
from kinerja.domain.periode import NAMA_BULAN
from kinerja.sources import Asal
from kinerja.worksheets.analisis_anggaran import LembarAnggaran
from kinerja.worksheets.analisis_indikator import INI, SD, TAHUN, Baris, Kunci
from kinerja.worksheets.analisis_rujukan import Rujukan
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel, Tautan

KOLOM_JEJAK = (
    Kolom("Kode", 11), Kolom("Unit", 10), Kolom("Angka", 22), Kolom("Nilai", 15, "angka"), Kolom("Letak", 16),
    Kolom("Rumus dengan Angka", 46), Kolom("Rumus Excel", 46), Kolom("Bulan", 16), Kolom("Berkas", 32),
    Kolom("Revisi", 7, "bulat"), Kolom("Lembar", 14), Kolom("Sel", 9), Kolom("SHA-256", 34),
)  # fmt: skip
_ANGKA = {
    "target": ("Target periode ini", INI.target), "realisasi": ("Realisasi periode ini", INI.realisasi),
    "capaian": ("Capaian (%)", INI.capaian), "target_sd": ("Target s.d.", SD.target),
    "realisasi_sd": ("Realisasi s.d.", SD.realisasi), "capaian_sd": ("Capaian s.d. (%)", SD.capaian),
    "target_tahun": ("Target tahun", TAHUN.target),
    "capaian_tahun": ("Capaian terhadap target tahun (%)", TAHUN.capaian),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LembarJejak:
    """Writes the sheet. Facts stand once, under the unit that reported them; figures above units name the units."""

    tabel: Tabel
    rujukan: Rujukan
    hasil: HasilPeriode
    letak_baris: Mapping[Kunci, int]
    lembar: Mapping[str, Tabel]

    def tulis_indikator(self, semua: Sequence[Baris]) -> None:
        """The figures of sheet Indikator."""
        for b in semua:
            jejak = jejak_capaian(self.rujukan.ix, b.indikator, b.tempat, b.capaian)
            baris = self.letak_baris[b.indikator.kode, b.tempat.unit]
            siapa = (b.indikator.kode, b.tempat.unit or "Instansi")
            for x in jejak.langkah:
                judul, kolom = _ANGKA[x.angka]
                if x.nilai is not None or x.angka == "capaian":
                    self._langkah(b, siapa, x, judul, f"{kolom}{baris}")
            if b.tempat.pelapor == (b.tempat.unit,):
                for f in jejak.fakta:
                    self._fakta(b, siapa, f, jejak)

    def _langkah(self, b: Baris, siapa: tuple[str, str], x: Langkah, judul: str, sel: str) -> None:
        persen = x.angka.startswith("capaian")
        desimal = self.rujukan.ix.kebijakan.desimal if persen else b.indikator.desimal
        nilai = tercetak(x.nilai, desimal) if persen and isinstance(x.nilai, Fraction) else x.nilai
        self.tabel.tulis(
            (
                *siapa, judul, _salin(f"Indikator!{sel}", nilai), Tautan("Indikator", sel),
                _uraikan(x, b.indikator.desimal), self.lembar["Indikator"].rumus(sel),
                ", ".join(NAMA_BULAN[m - 1] for m in x.bulan),
            ),
            digit=desimal if isinstance(nilai, Fraction) else None,
            tebal=x.angka == "capaian",
        )  # fmt: skip

    def _fakta(self, b: Baris, siapa: tuple[str, str], f: Fakta, jejak: JejakCapaian) -> None:
        sel = self.rujukan.letak.nilai(f.indikator, f.unit, (f.bulan,))[0]
        untuk = [
            teks
            for teks, dipakai in (("periode ini", jejak.dipakai), ("s.d.", jejak.dipakai_sd))
            if (f.unit, f.bulan) in dipakai
        ]
        angka = b.indikator.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO)
        self.tabel.tulis(
            (
                *siapa, "Fakta", _salin(sel, f.nilai), Tautan("Data", sel.partition("!")[2]),
                f"dipakai untuk {' dan '.join(untuk)}" if untuk else "tidak menentukan angka periode ini", None,
                NAMA_BULAN[f.bulan - 1], *_asal(f.asal),
            ),
            digit=b.indikator.desimal if angka else None,
        )  # fmt: skip

    def tulis_rata(self, baris: Mapping[str, int], anggaran: LembarAnggaran) -> None:
        """The averages of Sasaran and Unit, their serapan and their efisiensi; `baris` by kode."""
        d = self.rujukan.ix.kebijakan.desimal
        for a in self.hasil.agregat:
            j = jejak_rata(self.rujukan.ix, self.hasil, anggaran.uang, a)
            lembar = self.lembar["Unit" if a.tingkat == "unit" else "Sasaran"]
            siapa = _siapa(a)
            for judul, kolom, nilai, rumus in (
                ("Rata-rata capaian (%)", "C", a.capaian, j.rumus or alasan_rata(a)),
                ("Serapan (%)", "L", a.serapan, j.rumus_serapan),
                ("Efisiensi", "M", a.efisiensi, j.rumus_efisiensi),
            ):
                sel = f"{kolom}{baris[a.kode]}"
                if nilai is not None or kolom == "C":
                    self.tabel.tulis(
                        (
                            *siapa, judul, _salin(f"{lembar.nama}!{sel}", tercetak(nilai, d)), Tautan(lembar.nama, sel),
                            rumus, lembar.rumus(sel),
                        ),
                        digit=d, tebal=kolom == "C",
                    )  # fmt: skip

    def tulis_anggaran(self, anggaran: LembarAnggaran, belanja: Sequence[FaktaAnggaran]) -> None:
        """Serapan of every budget line, and what was spent month by month."""
        d = self.rujukan.ix.kebijakan.desimal
        per_mata: dict[tuple[str, str | None], list[FaktaAnggaran]] = {}
        for f in sorted(belanja, key=lambda f: f.bulan):
            per_mata.setdefault((f.kode, f.unit), []).append(f)
        for n, (s, m) in enumerate(zip(anggaran.uang.baris, anggaran.uang.mata, strict=True)):
            sel = f"I{anggaran.awal + n}"
            siapa = (s.kode, s.unit)
            if s.serapan is not None and s.realisasi_sd is not None and s.pagu is not None:
                bagi = f"{format_angka(s.realisasi_sd, 0)} / {format_angka(s.pagu, 0)}"
                self.tabel.tulis(
                    (
                        *siapa, "Serapan (%)", _salin(f"Anggaran!{sel}", tercetak(s.serapan, d)),
                        Tautan("Anggaran", sel), f"{bagi} × 100 = {format_angka(s.serapan, d)}",
                        anggaran.tabel.rumus(sel),
                    ),
                    digit=d, tebal=True,
                )  # fmt: skip
            for f in per_mata.get((m.kode, m.unit), ()) if m.lowest else ():
                letak = self.rujukan.letak.rupiah(m.kode, m.unit, (f.bulan,))[0]
                self.tabel.tulis(
                    (
                        *siapa, "Fakta anggaran (Rp)", _salin(letak, f.realisasi),
                        Tautan("Data Anggaran", letak.partition("!")[2]), None, None, NAMA_BULAN[f.bulan - 1],
                        *_asal(f.asal),
                    ),
                    digit=0,
                )  # fmt: skip


def _siapa(a: Agregat) -> tuple[str, str]:
    if a.tingkat == "unit":
        return "Rata-rata", a.kode
    return ("Instansi" if a.tingkat == "instansi" else a.kode), "Instansi"


def _salin(sel: str, nilai: Nilai | None) -> Isi:
    """The figure of another cell, live; a range as the text that it is."""
    tersimpan = nilai.teks if isinstance(nilai, Predikat) else nilai
    if tersimpan is None or isinstance(tersimpan, Fraction | str):
        return Formula(f'IF({sel}="","",{sel})', tersimpan)
    return tersimpan


def _uraikan(x: Langkah, desimal: int) -> str:
    """The formula in numbers; of a figure taken as it is, from where; else why there is none."""
    if x.nilai is None:
        return x.alasan or "belum ada"
    if x.rumus is not None:
        return x.rumus
    if len(x.bagian) > 1:
        return "; ".join(f"{p.unit or 'instansi'} {format_nilai(p.nilai, desimal)}" for p in x.bagian)
    return (
        f"nilai {', '.join(NAMA_BULAN[m - 1] for m in x.bulan)}"
        if x.bulan
        else "nilai tahunan seperti tertulis di induk"
    )


def _asal(a: Asal) -> tuple[str, int, str, str, str]:
    return a.berkas, a.revisi, a.lembar, a.sel, a.sha256
