"""Sheet Tren: every indicator of the agency period by period, with earlier years, and a native chart for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from kinerja.aggregate.figur import Tempat, hitung, tempat_instansi
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.angka import tercetak
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.periode import BULAN_SINGKAT, ROMAWI, JenisPeriode, Periode
from kinerja.domain.rumus import hitung_capaian
from kinerja.domain.rumus_excel import bersih_excel, bulat_excel, capaian_excel, literal
from kinerja.workbook.model import huruf_kolom
from kinerja.worksheets.analisis_data import BATAS
from kinerja.worksheets.analisis_rujukan import Rujukan, semua_batas
from kinerja.worksheets.grafik import Seri, grafik_tren
from kinerja.worksheets.tabel_analisis import BARIS_JUDUL, Formula, Isi, Kolom, Tabel

_KEPALA = 3  # columns before the periods: Kode, Indikator, Keterangan
_TAHUN_LALU = 5  # earlier years that are shown
_TINGGI, _LEBAR, _BARIS_GRAFIK = 285, 480, 15


@dataclass(frozen=True, slots=True)
class Titik:
    """One indicator in one period; `periode` None for a year of the past, which stands as it was recorded."""

    periode: Periode | None
    target: Nilai | None
    realisasi: Nilai | None
    capaian: Fraction | None


@dataclass(frozen=True, slots=True)
class Deret:
    """An indicator of the agency with all its points."""

    indikator: Indikator
    tempat: Tempat
    titik: Sequence[Titik]

    @property
    def tahun_ini(self) -> list[Titik]:
        """The points of this year that are computable: what a chart shows."""
        return [t for t in self.titik if t.periode is not None and t.capaian is not None]


def tahun_tren(hasil: HasilPeriode) -> list[str]:
    """Earlier years that Riwayat knows."""
    tahun = {r[0] for p in hasil.pembanding for r in p.riwayat if r[0].isdigit() and int(r[0]) < hasil.periode.tahun}
    return sorted(tahun)[-_TAHUN_LALU:]


def kolom_tren(hasil: HasilPeriode, jenis: JenisPeriode) -> tuple[Kolom, ...]:
    """The columns: earlier years, then the periods of the year."""
    nama = BULAN_SINGKAT if jenis is JenisPeriode.BULAN else [f"TW {r}" for r in ROMAWI]
    lebar = 10 if jenis is JenisPeriode.BULAN else 16
    return (
        Kolom("Kode", 10), Kolom("Indikator", 40), Kolom("Keterangan", 13),
        *(Kolom(t, 10, "angka") for t in tahun_tren(hasil)), *(Kolom(n, lebar, "angka") for n in nama),
    )  # fmt: skip


@dataclass(slots=True)
class LembarTren:
    """Writes the sheet: capaian and average on top, the charts, then what they are made of."""

    tabel: Tabel
    buku: Any
    rujukan: Rujukan
    skala: Mapping[str, Sequence[Predikat]]
    hasil: HasilPeriode
    _realisasi: dict[str, int] = field(default_factory=dict)  # rows by indicator
    _target: dict[tuple[str, str], int] = field(default_factory=dict)  # by indicator and bound
    _persis: dict[str, int] = field(default_factory=dict)

    def tulis(self) -> None:
        """All parts."""
        ix = self.rujukan.ix
        semua = [Deret(i, tempat_instansi(ix, i), self._titik(i)) for i in ix.master.indikator]
        banyak, grafik = len(semua), self._daftar_grafik(semua)
        per_baris = max(1, sum(k.lebar * 7 + 5 for k in self.tabel.kolom) // _LEBAR)
        tinggi_grafik = -(-len(grafik) // per_baris) * _BARIS_GRAFIK if grafik else 1
        # Where the parts begin (their first row of figures, from 1): the upper ones point to the lower.
        atas = self.tabel.baris + 2
        bawah = atas + banyak + 1 + 1 + tinggi_grafik + 2
        for n, d in enumerate(semua):
            self._realisasi[d.indikator.kode] = bawah + n
        baris = bawah + banyak + 1
        for d in semua:
            for batas in _batas(d.indikator):
                self._target[d.indikator.kode, batas] = baris
                baris += 1
        persis = baris + 1
        for n, d in enumerate(semua):
            self._persis[d.indikator.kode] = persis + n
        self._capaian(semua, persis)
        self._gambar(semua, grafik, per_baris)
        self.tabel.baris = bawah - 2
        self._bahan(semua)
        self.tabel.sampai = self.tabel.baris
        self._pembantu(semua)

    def _periode(self) -> list[Periode]:
        """All collection periods of the year, those that have not come yet too."""
        banyak = len(self.tabel.kolom) - _KEPALA - len(tahun_tren(self.hasil))
        return [Periode(self.hasil.periode.tahun, JenisPeriode(12 // banyak), n) for n in range(1, banyak + 1)]

    def _titik(self, i: Indikator) -> list[Titik]:
        ix = self.rujukan.ix
        riwayat = {r[0]: r for p in self.hasil.pembanding if p.indikator == i.kode for r in p.riwayat}
        titik: list[Titik] = []
        for tahun in tahun_tren(self.hasil):
            _, target, realisasi, capaian = riwayat.get(tahun, (tahun, None, None, None))
            titik.append(Titik(None, target, realisasi, capaian))
        tempat = tempat_instansi(ix, i)
        for p in self._periode():
            if p.bulan_akhir > self.hasil.periode.bulan_akhir or not i.diukur(p.bulan):
                titik.append(Titik(p, None, None, None))
                continue
            c = hitung(ix, i, tempat, p, tulis=False)
            titik.append(Titik(p, c.target, c.realisasi, c.capaian))
        return titik

    def _capaian(self, semua: Sequence[Deret], persis: int) -> None:
        """Printed capaian, and the average of the agency under it."""
        desimal, banyak = self.rujukan.ix.kebijakan.desimal, len(semua)
        self.tabel.bagian("Capaian (%) menurut periode")
        for d in semua:
            i, isi = d.indikator, list[Isi]()
            for k, t in enumerate(d.titik):
                sel = f"{self._huruf(k)}{self._persis[i.kode]}"
                rumus = Formula(f'IF({sel}="","",{bulat_excel(sel, desimal, t.capaian)})', tercetak(t.capaian, desimal))
                isi.append(rumus if _terukur(t) else None)
            self.tabel.tulis((i.kode, i.nama, None, *isi), digit=desimal)
        kali, bobot = persis + banyak + 1, persis + 2 * (banyak + 1)
        rata: list[Isi] = [None] * len(tahun_tren(self.hasil))
        for rerata in self.hasil.tren:
            h = self._huruf(len(rata))
            atas, bawah = (f"SUM({h}{r}:{h}{r + banyak - 1})" for r in (kali, bobot))
            rumus_rata = f'IF({bawah}<=0,"",{bulat_excel(f"{atas}/{bawah}", desimal, rerata.capaian)})'
            rata.append(Formula(rumus_rata, tercetak(rerata.capaian, desimal)))
        self.tabel.tulis(("Instansi", "Rata-rata capaian indikator", None, *rata), digit=desimal, tebal=True)

    def _bahan(self, semua: Sequence[Deret]) -> None:
        """Realisasi and targets of every period, as formulas from the facts and the targets."""
        self.tabel.bagian("Realisasi menurut periode")
        for d in semua:
            i = d.indikator
            isi = [self._isi_realisasi(i, d.tempat, t) for t in d.titik]
            self.tabel.tulis((i.kode, i.nama, i.satuan, *isi), digit=_digit(i))
        self.tabel.bagian("Target menurut periode")
        for d in semua:
            i = d.indikator
            for batas in _batas(i):
                isi = [self._isi_target(i, d.tempat, t, batas) for t in d.titik]
                keterangan = f"batas {batas}" if batas else i.satuan
                self.tabel.tulis((i.kode, i.nama, keterangan, *isi), digit=_digit(i))

    def _isi_realisasi(self, i: Indikator, tempat: Tempat, t: Titik) -> Isi:
        if t.periode is None or t.realisasi is None:
            return t.realisasi
        bulan = [b for b in t.periode.bulan if b in i.frekuensi.bulan_wajib]
        rumus, nilai = self.rujukan.realisasi(i, tempat, bulan)
        if rumus is None or isinstance(nilai, Rentang):
            return t.realisasi
        return Formula(rumus, nilai.teks if isinstance(nilai, Predikat) else nilai)

    def _isi_target(self, i: Indikator, tempat: Tempat, t: Titik, batas: str) -> Isi:
        satu = dict(semua_batas(t.target)).get(batas)
        if t.periode is None or t.target is None or satu is None:
            return satu
        bulan = [b for b in t.periode.bulan if b in i.frekuensi.bulan_wajib]
        rumus = self.rujukan.target_tempat(i, tempat, bulan, satu, batas)
        if rumus is None or isinstance(satu, Rentang):
            return satu
        return Formula(rumus, satu.teks if isinstance(satu, Predikat) else satu)

    def _pembantu(self, semua: Sequence[Deret]) -> None:
        """Unrounded capaian, times bobot, and the bobot that count: what the average is made of."""
        kebijakan = self.rujukan.ix.kebijakan
        berbobot = all(d.indikator.bobot is not None for d in semua)
        batas = kebijakan.batas_rata_rata
        self.tabel.bagian("Capaian belum dibulatkan")
        for d in semua:
            isi: list[Isi] = [self._isi_capaian(d.indikator, k, t) for k, t in enumerate(d.titik)]
            self.tabel.tulis((d.indikator.kode, d.indikator.nama, None, *isi), digit=6)
        for judul in ("Capaian untuk rata-rata × bobot", "Bobot dihitung"):
            self.tabel.bagian(judul)
            for d in semua:
                i = d.indikator
                bobot = i.bobot if berbobot and i.bobot is not None else Fraction(1)
                isi = []
                for k, t in enumerate(d.titik):
                    sel = f"{self._huruf(k)}{self._persis[i.kode]}"
                    nilai = None if t.capaian is None else bobot
                    rumus = literal(bobot)
                    if judul != "Bobot dihitung":
                        dipakai = t.capaian if t.capaian is None or batas is None else min(t.capaian, batas)
                        nilai = None if dipakai is None else dipakai * bobot
                        dibatasi = sel if batas is None else f"MIN({sel},{literal(batas)})"
                        rumus = bersih_excel(f"{dibatasi}*{literal(bobot)}", nilai)
                    terisi = _terukur(t) and t.periode is not None
                    isi.append(Formula(f'IF(COUNT({sel})=0,"",{rumus})', nilai) if terisi else None)
                self.tabel.tulis((i.kode, i.nama, None, *isi), digit=6 if judul != "Bobot dihitung" else 2)

    def _isi_capaian(self, i: Indikator, k: int, t: Titik) -> Isi:
        if not _terukur(t) or isinstance(t.target, Rentang) is not i.polaritas.rentang:
            return None
        h = self._huruf(k)
        nilai = hitung_capaian(i, t.target, t.realisasi, self.rujukan.ix.kebijakan).nilai
        rumus = capaian_excel(
            i, self.rujukan.ix.kebijakan, target=f"{h}{self._target[i.kode, 'bawah' if i.polaritas.rentang else '']}",
            atas=f"{h}{self._target[i.kode, 'atas']}" if i.polaritas.rentang else None,
            realisasi=f"{h}{self._realisasi[i.kode]}", skala=self.skala.get(i.kode, ()), bulat=False, nilai=nilai,
        )  # fmt: skip
        return Formula(rumus, nilai)

    def _daftar_grafik(self, semua: Sequence[Deret]) -> list[Deret | None]:
        """What is drawn: the average (None) and each indicator, from two points of this year on."""
        rata: list[Deret | None] = [None] if sum(t.capaian is not None for t in self.hasil.tren) > 1 else []
        return rata + [d for d in semua if len(d.tahun_ini) > 1]

    def _gambar(self, semua: Sequence[Deret], grafik: Sequence[Deret | None], per_baris: int) -> None:
        mulai, bahan = self.tabel.baris + 1, min(self._realisasi.values(), default=1) - 2
        rata = self.tabel.baris  # the average stands in the last row written, the indicators above it
        baris_capaian = {d.indikator.kode: rata - len(semua) + n for n, d in enumerate(semua)}
        if not grafik:
            self.tabel.bagian("Grafik tampil setelah ada dua periode yang capaiannya dapat dihitung.")
            return
        muat = self.tabel.pisah_halaman(_BARIS_GRAFIK * 20)
        baris_grafik = range(mulai, mulai - (-len(grafik) // per_baris) * _BARIS_GRAFIK, _BARIS_GRAFIK)
        self.tabel.pisah_halaman(baris=[*baris_grafik[::muat], bahan])
        for n, d in enumerate(grafik):
            if d is None:
                angka = [t.capaian for t in self.hasil.tren]
                g = self._grafik("Rata-rata capaian instansi (%)", [("Capaian (%)", rata, "column")], angka, None)
            elif _digit(d.indikator) is None or d.indikator.polaritas.rentang:
                seri = [("Capaian (%)", baris_capaian[d.indikator.kode], "column")]
                g = self._grafik(f"{d.indikator.kode} – capaian (%)", seri, [t.capaian for t in d.tahun_ini], None)
            else:
                i = d.indikator
                seri = [("Realisasi", self._realisasi[i.kode], "column"), ("Target", self._target[i.kode, ""], "line")]
                isi = [x for t in d.tahun_ini for x in (t.realisasi, t.target)]
                g = self._grafik(f"{i.kode} – realisasi dan target ({i.satuan})", seri, isi, i.desimal)
            letak = mulai + n // per_baris * _BARIS_GRAFIK
            self.tabel.grafik(letak, g, lebar=_LEBAR - 10, tinggi=_TINGGI, geser=n % per_baris * _LEBAR)

    def _grafik(
        self, judul: str, seri: Sequence[tuple[str, int, str]], angka: Sequence[Nilai | None], desimal: int | None
    ) -> Any:
        """A chart over rows of this sheet, from 0 up unless one of `angka` lies below; only of this year."""
        isi: list[Seri] = [(nama, self._deret(baris), jenis) for nama, baris, jenis in seri]
        return grafik_tren(
            self.buku, judul, self._deret(BARIS_JUDUL + 1), isi,
            self.rujukan.ix.kebijakan.desimal if desimal is None else desimal,
            dari_nol=all(not isinstance(x, Fraction) or x >= 0 for x in angka),
        )  # fmt: skip

    def _deret(self, baris: int) -> str:
        """This year's periods in an Excel row."""
        awal, akhir = huruf_kolom(_KEPALA + 1 + len(tahun_tren(self.hasil))), huruf_kolom(len(self.tabel.kolom))
        return f"'{self.tabel.nama}'!${awal}${baris}:${akhir}${baris}"

    def _huruf(self, k: int) -> str:
        return huruf_kolom(_KEPALA + 1 + k)


def _terukur(t: Titik) -> bool:
    return t.target is not None and t.realisasi is not None


def _digit(i: Indikator) -> int | None:
    """Digits of an indicator with numbers; None for a predikat."""
    return i.desimal if i.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO) else None


def _batas(i: Indikator) -> Sequence[str]:
    """The rows that its targets take."""
    return BATAS if i.polaritas.rentang else ("",)
