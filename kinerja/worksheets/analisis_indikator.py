"""Sheet Indikator of the analysis workbook: live formulas from the facts and targets to every capaian."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.figur import Tempat, hitung, realisasi_tempat, tempat_instansi, tempat_unit
from kinerja.aggregate.model import Capaian, HasilPeriode
from kinerja.domain.angka import format_nilai, tercetak
from kinerja.domain.indikator import Indikator, KonsolidasiUnit, TipeNilai
from kinerja.domain.kategori import SKALA
from kinerja.domain.konsolidasi import Konsolidasi
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.periode import NAMA_BULAN, JenisPeriode, Periode
from kinerja.domain.rumus import nama_rumus
from kinerja.domain.rumus_excel import bulat_excel, capaian_excel, kategori_excel
from kinerja.worksheets.analisis_rujukan import Rujukan, bisa_gabung, jumlah_bagian, semua_batas
from kinerja.worksheets.rumus_sel import bagi, gabung
from kinerja.worksheets.tabel_analisis import Formula, Isi, Kolom, Tabel

KOLOM_INDIKATOR = (
    Kolom("Kode", 10), Kolom("Indikator", 34), Kolom("Unit", 9), Kolom("Satuan", 10), Kolom("Rumus Capaian", 18),
    Kolom("Target Periode Ini", 11, "angka"), Kolom("Realisasi Periode Ini", 11, "angka"),
    Kolom("Capaian (%)", 10, "persen"), Kolom("Kategori", 13), Kolom("Target s.d.", 11, "angka"),
    Kolom("Realisasi s.d.", 11, "angka"),
    Kolom("Capaian s.d. (%)", 10, "persen"), Kolom("Target Tahun", 11, "angka"),
    Kolom("Capaian terhadap Target Tahun (%)", 12, "persen"), Kolom("Data Masuk", 20), Kolom("Catatan", 36),
    Kolom("Capaian Belum Dibulatkan", 14, "persis"), Kolom("Batas Bawah Periode Ini", 10, "angka"),
    Kolom("Batas Atas Periode Ini", 10, "angka"), Kolom("Batas Bawah s.d.", 10, "angka"),
    Kolom("Batas Atas s.d.", 10, "angka"), Kolom("Batas Bawah Tahun", 10, "angka"),
    Kolom("Batas Atas Tahun", 10, "angka"), Kolom("Pembilang Periode Ini", 11, "angka"),
    Kolom("Penyebut Periode Ini", 11, "angka"), Kolom("Pembilang s.d.", 11, "angka"),
    Kolom("Penyebut s.d.", 11, "angka"),
)  # fmt: skip
KOLOM_CETAK = 16  # the helper columns after these stay off paper
TANPA_BULAT = "Q"


@dataclass(frozen=True, slots=True)
class KolomAngka:
    """Columns of one basis of comparison: of the period, of s.d., of the year."""

    target: str
    realisasi: str
    capaian: str
    bawah: str
    atas: str
    pembilang: str
    penyebut: str


INI = KolomAngka("F", "G", "H", "R", "S", "X", "Y")
SD = KolomAngka("J", "K", "L", "T", "U", "Z", "AA")
TAHUN = KolomAngka("M", "K", "N", "V", "W", "Z", "AA")

Kunci = tuple[str, str | None]  # (indicator, unit; None: the agency)


@dataclass(frozen=True, slots=True)
class Baris:
    """A row of the sheet; `gabungan`: a unit without a target of its own, from the units below it."""

    indikator: Indikator
    tempat: Tempat
    capaian: Capaian
    gabungan: bool = False


def susun_baris(rujukan: Rujukan, hasil: HasilPeriode) -> list[Baris]:
    """Per indicator: the agency, each unit with a target, then the units that stand above one."""
    ix, semua = rujukan.ix, list[Baris]()
    ada = {(c.indikator, c.unit): c for c in hasil.capaian}
    for i in ix.master.indikator:
        semua.append(Baris(i, tempat_instansi(ix, i), ada[i.kode, None]))
        atasan: list[Baris] = []
        for u in ix.master.unit:
            if (tempat := tempat_unit(ix, i, u.kode)) is None:
                continue
            if (i.kode, u.kode) in ada:
                semua.append(Baris(i, tempat, ada[i.kode, u.kode]))
            else:
                atasan.append(Baris(i, tempat, hitung(ix, i, tempat, hasil.periode), gabungan=True))
        semua += atasan
    return semua


@dataclass(frozen=True, slots=True)
class LembarIndikator:
    """Writes the sheet. `letak` is the row of each place, for the formulas of other sheets."""

    tabel: Tabel
    rujukan: Rujukan
    skala: Mapping[str, Sequence[Predikat]]  # by indicator
    periode: Periode
    letak: Mapping[Kunci, int]

    def tulis(self, semua: Sequence[Baris]) -> None:
        """All rows."""
        for b in semua:
            digit = b.indikator.desimal if b.indikator.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO) else None
            per_kolom = (
                {} if digit is None else dict.fromkeys(range(len(KOLOM_INDIKATOR) - 4), digit)
            )  # raw parts as is
            self.tabel.tulis(self._baris(b), digit=per_kolom, tebal=b.tempat.unit is None)

    def _baris(self, b: Baris) -> tuple[Isi, ...]:
        i, c, n = b.indikator, b.capaian, self.tabel.baris + 1
        kebijakan = self.rujukan.ix.kebijakan
        persis = f"{TANPA_BULAT}{n}"
        wajib = [m for m in self.periode.bulan if m in i.frekuensi.bulan_wajib]
        wajib_sd = [m for m in self.periode.bulan_sd if m in i.frekuensi.bulan_wajib]
        ini, sd = self._target(b, c.target, wajib, INI), self._target(b, c.target_sd, wajib_sd, SD)
        tahun = self._target(b, c.target_tahun, None, TAHUN)
        realisasi, bagian = self._realisasi(b, c.realisasi, wajib, INI)
        realisasi_sd, bagian_sd = self._realisasi(b, c.realisasi_sd, wajib_sd, SD)
        kategori = Formula(kategori_excel(f"H{n}", SKALA[kebijakan.kategori]), c.kategori)
        nama = i.nama if not b.gabungan else f"{i.nama} (gabungan unit di bawahnya)"
        return (
            i.kode, nama, c.unit or "Instansi", i.satuan, nama_rumus(i), ini[0], realisasi,
            Formula(f'IF({persis}="","",{bulat_excel(persis, kebijakan.desimal, c.capaian)})',
                    tercetak(c.capaian, kebijakan.desimal)),
            kategori if c.capaian is not None else None, sd[0], realisasi_sd,
            self._capaian(i, c.target_sd, c.capaian_sd, SD), tahun[0],
            self._capaian(i, c.target_tahun, c.capaian_tahun, TAHUN), _data_masuk(c), _catatan(i, c),
            self._capaian(i, c.target, c.capaian, INI, bulat=False), *ini[1:], *sd[1:], *tahun[1:], *bagian, *bagian_sd,
        )  # fmt: skip

    def _capaian(
        self, i: Indikator, target: Nilai | None, nilai: Fraction | None, kolom: KolomAngka, *, bulat: bool = True
    ) -> Isi:
        """Capaian from the target and realisasi in this row."""
        if target is None or isinstance(target, Rentang) is not i.polaritas.rentang:
            return None
        n, kebijakan = self.tabel.baris + 1, self.rujukan.ix.kebijakan
        rentang = isinstance(target, Rentang)
        rumus = capaian_excel(
            i, kebijakan, target=f"{kolom.bawah if rentang else kolom.target}{n}",
            atas=f"{kolom.atas}{n}" if rentang else None, realisasi=f"{kolom.realisasi}{n}",
            skala=self.skala.get(i.kode, ()), bulat=bulat, nilai=nilai,
        )  # fmt: skip
        return Formula(rumus, tercetak(nilai, kebijakan.desimal) if bulat else nilai)

    def _target(
        self, b: Baris, nilai: Nilai | None, bulan: Sequence[int] | None, kolom: KolomAngka
    ) -> tuple[Isi, Isi, Isi]:
        """(the target as shown, its lower and upper bound); a range is shown as text beside the cells of its bounds."""
        huruf = {"": kolom.target, "bawah": kolom.bawah, "atas": kolom.atas}
        isi: dict[str, Isi] = {}
        for batas, satu in semua_batas(nilai):
            rumus = self._rumus_target(b, satu, bulan, batas, huruf[batas]) if satu is not None else None
            tersimpan = satu.teks if isinstance(satu, Predikat) else satu
            isi[batas] = satu if rumus is None or isinstance(tersimpan, Rentang) else Formula(rumus, tersimpan)
        return isi.get("", nilai), isi.get("bawah"), isi.get("atas")

    def _rumus_target(self, b: Baris, nilai: Nilai, bulan: Sequence[int] | None, batas: str, kolom: str) -> str | None:
        i, rows = b.indikator, b.tempat.target
        if not (len(rows) == 1 and rows[0].unit in (b.tempat.unit, None)):
            berlaku = rows if bulan is None else [t for t in rows if not t.belum_berlaku.issuperset(bulan)]
            sel = [f"{kolom}{self.letak[i.kode, t.unit]}" for t in berlaku]
            if len(sel) == 1 or not bisa_gabung(i) or isinstance(nilai, Predikat):
                return sel[0]  # equal targets
            return gabung("AVERAGE" if i.konsolidasi_unit is KonsolidasiUnit.RATA_RATA else "SUM", sel, nilai)
        (t,) = rows
        tahunan = self.periode.jenis is JenisPeriode.TAHUN and not t.bulan
        if bulan is None or tahunan:
            return self.rujukan.target_tahun(i, t, nilai, batas)
        return self.rujukan.target(i, t, bulan, nilai, batas)

    def _realisasi(
        self, b: Baris, nilai: Nilai | None, bulan: Sequence[int], kolom: KolomAngka
    ) -> tuple[Isi, tuple[Isi, Isi]]:
        """Realisasi, and its pembilang and penyebut, from the facts (a unit) or from the rows of the units."""
        i, tempat, n = b.indikator, b.tempat, self.tabel.baris + 1
        _, per_unit = realisasi_tempat(self.rujukan.ix, i, tempat, bulan)
        if not per_unit:
            return nilai, (None, None)
        tersimpan = nilai.teks if isinstance(nilai, Predikat) else nilai
        if isinstance(tersimpan, Rentang):
            return nilai, (None, None)
        if tempat.pelapor == (tempat.unit,):
            ((u, k),) = per_unit.items()
            bagian = self._bagian_unit(i, u, bulan, k)
            if jumlah_bagian(i) and bagian != (None, None):
                return Formula(
                    bagi([f"{kolom.pembilang}{n}"], [f"{kolom.penyebut}{n}"], i.pengali, nilai), tersimpan
                ), bagian
            return Formula(self.rujukan.unit(i, u, bulan, k), tersimpan), bagian
        rows = [self.letak[i.kode, u] for u in per_unit]
        sel = [f"{kolom.realisasi}{r}" for r in rows]
        if len(tempat.pelapor) == 1 or isinstance(nilai, Predikat):
            return Formula(sel[0], tersimpan), (None, None)
        if i.tipe is TipeNilai.RASIO and i.konsolidasi_unit is KonsolidasiUnit.RASIO:
            bagian = self._bagian_rows(list(per_unit.values()), rows, kolom)
            return Formula(
                bagi([f"{kolom.pembilang}{n}"], [f"{kolom.penyebut}{n}"], i.pengali, nilai), tersimpan
            ), bagian
        if not bisa_gabung(i) and (i.tipe is TipeNilai.RASIO or len(sel) > 1):
            return nilai, (None, None)
        fungsi = "AVERAGE" if i.konsolidasi_unit is KonsolidasiUnit.RATA_RATA else "SUM"
        return Formula(gabung(fungsi, sel, nilai), tersimpan), (None, None)

    def _bagian_unit(self, i: Indikator, unit: str, bulan: Sequence[int], k: Konsolidasi) -> tuple[Isi, Isi]:
        if i.tipe is not TipeNilai.RASIO or k.penyebut is None:
            return None, None
        atas, bawah = self.rujukan.bagian(i, unit, bulan, k)
        return (
            Formula(gabung("SUM", atas, k.pembilang), k.pembilang),
            Formula(gabung("SUM", bawah, k.penyebut), k.penyebut),
        )

    def _bagian_rows(self, bagian: Sequence[Konsolidasi], rows: Sequence[int], kolom: KolomAngka) -> tuple[Isi, Isi]:
        """Sums over the units' rows."""
        ada = [(k.pembilang, k.penyebut) for k in bagian if k.pembilang is not None and k.penyebut is not None]
        if not ada:
            return None, None
        atas, bawah = sum((a for a, _ in ada), Fraction(0)), sum((b for _, b in ada), Fraction(0))
        return (
            Formula(gabung("SUM", [f"{kolom.pembilang}{r}" for r in rows], atas), atas),
            Formula(gabung("SUM", [f"{kolom.penyebut}{r}" for r in rows], bawah), bawah),
        )


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
