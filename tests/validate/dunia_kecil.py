"""A small office for the tests of validation, and a form of it that is filled without a fault."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.formulir import FormTerbit, Kolom, KolomAnggaran, LabelPengesahan
from kinerja.domain.indikator import Frekuensi, Indikator, KonsolidasiPeriode, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.nilai import YA, Predikat, Rentang
from kinerja.domain.periode import Periode
from kinerja.findings import Finding
from kinerja.forms.terbit import terbitkan
from kinerja.master.model import Instansi, Master, MataAnggaran, Sasaran, Target, Unit
from kinerja.master.pengaturan import Pengaturan
from kinerja.read.model import BarisForm, BarisFormAnggaran, FormTerbaca
from kinerja.sop.ambang import AMBANG
from kinerja.sop.model import Profil
from kinerja.sources import Asal, CellRef
from kinerja.validate.engine import validate_form
from kinerja.validate.model import HasilValidasi, Konteks
from kinerja.workbook.model import Jenis, Sel, alamat

S = CellRef("induk.xlsx", "Indikator", "A2")
ASAL = Asal(berkas="masuk/lama.xlsx", sha256="0" * 64, revisi=1, lembar="Data Kinerja", sel="L7")
SKALA = tuple(Predikat(t, n) for n, t in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1))
PERIODE = Periode.parse("2026-03")
PROFIL = Profil(
    nama="uji", judul="Uji", hari="kalender", laporan=("bulanan",), ambang=AMBANG, tingkat={}, sop=()
)  # fmt: skip
BARIS_AWAL = 7
K, KA, L = Kolom, KolomAnggaran, LabelPengesahan
_J, _R, _T = KonsolidasiPeriode.JUMLAH, KonsolidasiPeriode.RATA_RATA, KonsolidasiPeriode.TERAKHIR


def indikator(kode: str, nama: str, **lain: Any) -> Indikator:
    dasar: dict[str, Any] = {
        "kode": kode, "sasaran": "S1", "nama": nama, "satuan": "dokumen", "kelas": "IKU", "tipe": TipeNilai.ANGKA,
        "polaritas": Polaritas.MAKSIMAL, "rumus_minimal": None, "konsolidasi_periode": _J, "konsolidasi_unit": None,
        "frekuensi": Frekuensi.BULANAN, "pengali": Fraction(1), "desimal": 0, "batas_bawah": None, "batas_atas": None,
        "bobot": None, "wajib_bukti": False, "definisi": None, "sumber_data": None, "target_renstra": None,
        "tahun_renstra": None, "standar_nasional": None, "sumber": S,
    }  # fmt: skip
    return Indikator(**{**dasar, **lain})


INDIKATOR = (
    indikator("PSN", "Persentase temuan selesai", satuan="%", desimal=2, konsolidasi_periode=_R,
              batas_bawah=Fraction(0), batas_atas=Fraction(100)),
    indikator("JML", "Jumlah laporan hasil pengawasan"),
    indikator("RSO", "Persentase pengaduan tertangani", satuan="%", tipe=TipeNilai.RASIO, pengali=Fraction(100),
              desimal=2, batas_bawah=Fraction(0), batas_atas=Fraction(100), wajib_bukti=True),
    indikator("PRD", "Nilai akuntabilitas kinerja", satuan="Predikat SAKIP", tipe=TipeNilai.PREDIKAT,
              konsolidasi_periode=_T, wajib_bukti=True),
    indikator("YAT", "Laporan gratifikasi disampaikan", satuan="Ya/Tidak", tipe=TipeNilai.YA_TIDAK,
              konsolidasi_periode=_T),
    indikator("MIN", "Lama penyelesaian laporan", satuan="hari", polaritas=Polaritas.MINIMAL, desimal=1,
              rumus_minimal=RumusMinimal.BANDING, konsolidasi_periode=_R),
    indikator("RTG", "Lama rata-rata audit", satuan="bulan", polaritas=Polaritas.RENTANG_MINIMAL, desimal=1,
              konsolidasi_periode=_T),
    indikator("KUM", "Jumlah desa terbina sejak Januari", satuan="desa", konsolidasi_periode=_T),
    indikator("RSK", "Persentase rekomendasi selesai sejak Januari", satuan="%", tipe=TipeNilai.RASIO,
              pengali=Fraction(100), desimal=2, konsolidasi_periode=_T),
    indikator("SEM", "Indeks kapabilitas", satuan="indeks", frekuensi=Frekuensi.SEMESTERAN, desimal=2,
              konsolidasi_periode=_T),
)  # fmt: skip

_TARGET: dict[str, Any] = {
    "PSN": Fraction(80), "JML": Fraction(4), "RSO": Fraction(80), "PRD": SKALA[4], "YAT": YA, "MIN": Fraction(5),
    "RTG": Rentang(Fraction(7), Fraction(8)), "SEM": Fraction(3),
}  # fmt: skip
ISI: dict[str, Any] = {"PSN": 85, "JML": 4, "PRD": "BB", "YAT": "Ya", "MIN": 5, "RTG": 7.5, "KUM": 32}
BAGIAN = {"RSO": (21, 24), "RSK": (33, 100)}


def _bulan(kode: str, i: Indikator) -> dict[int, Any]:
    wajib = i.frekuensi.bulan_wajib
    if kode in ("KUM", "RSK"):
        return {b: Fraction(10 * b) for b in wajib}
    return dict.fromkeys(wajib, _TARGET[kode])


def buat_master(*, tambahan: Mapping[str, Any] | None = None, **lain: Any) -> Master:
    """The office: unit SEK with every indicator, and seven Irban that share JML."""
    unit = ("SEK", *(f"IRB{n}" for n in range(1, 8)))
    target = [Target(indikator=i.kode, unit="SEK", bulan=_bulan(i.kode, i), tahun=None, sumber=S) for i in INDIKATOR]
    target += [
        Target(indikator="JML", unit=u, bulan=_bulan("JML", INDIKATOR[1]), tahun=None, sumber=S) for u in unit[1:]
    ]
    dasar: dict[str, Any] = {
        "versi": "aaaabbbbcccc", "sha256": "1" * 64,
        "instansi": Instansi(
            nama="Inspektorat Daerah", pemda="Kabupaten Contoh", alamat=None, telepon=None, laman=None, pos_el=None,
            kode_pos=None, tempat="Contoh", tahun=2026, kode_klasifikasi=None, logo=None, tujuan_laporan=None,
            melalui=None,
        ),
        "unit": tuple(
            Unit(kode=u, nama=f"Unit {u}", induk=None, jabatan_pimpinan=None, nama_pimpinan=None, nip=None,
                 pangkat=None, pos_el=None, sumber=S)
            for u in unit
        ),
        "pejabat": (), "tim": (), "sasaran": (Sasaran(kode="S1", nama="Meningkatnya akuntabilitas"),),
        "indikator": INDIKATOR, "target": tuple(target),
        "anggaran": (
            MataAnggaran(kode="6.01.01", unit="SEK", jenis="Sub Kegiatan", uraian="Pengawasan internal", sasaran="S1",
                         pagu=Fraction(1_200_000), mulai=None, lowest=True, sumber=S),
        ),
        "skala": {"Predikat SAKIP": SKALA}, "riwayat": (), "libur": (), "aturan": (), "lhe": (), "narasi": (),
        "rapat": (), "agenda": (),
    }  # fmt: skip
    return Master(**{**dasar, **(tambahan or {}), **lain})


def fakta(kode: str, bulan: int, nilai: Any, bagian: tuple[int, int] | None = None, tahun: int = 2026) -> Fakta:
    atas, bawah = (Fraction(bagian[0]), Fraction(bagian[1])) if bagian else (None, None)
    if bagian:
        nilai = Fraction(*bagian) * 100
    return Fakta(indikator=kode, unit="SEK", tahun=tahun, bulan=bulan, nilai=nilai, pembilang=atas, penyebut=bawah,
                 asal=ASAL)  # fmt: skip


FAKTA_LALU = (
    *(fakta("PSN", b, Fraction(v)) for b, v in ((1, 80), (2, 82))),
    *(fakta("JML", b, Fraction(v)) for b, v in ((1, 4), (2, 4))),
    *(fakta("RSO", b, None, v) for b, v in ((1, (20, 24)), (2, (20, 25)))),
    *(fakta("PRD", b, SKALA[4]) for b in (1, 2)),
    *(fakta("YAT", b, YA) for b in (1, 2)),
    *(fakta("MIN", b, Fraction(5)) for b in (1, 2)),
    *(fakta("RTG", b, Fraction(8)) for b in (1, 2)),
    *(fakta("KUM", b, Fraction(v)) for b, v in ((1, 11), (2, 21))),
    *(fakta("RSK", b, None, v) for b, v in ((1, (10, 100)), (2, (21, 100)))),
)
ANGGARAN_LALU = tuple(
    FaktaAnggaran(kode="6.01.01", unit="SEK", tahun=2026, bulan=b, realisasi=Fraction(100_000), asal=ASAL)
    for b in (1, 2)
)


def uraian(kode: str, **teks: str) -> Uraian:
    """The words of February."""
    dasar: dict[str, Any] = dict.fromkeys(
        ("faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "data_pendukung", "status_tindak_lanjut_lalu")
    )
    return Uraian(indikator=kode, unit="SEK", tahun=2026, bulan=2, asal=ASAL, **{**dasar, **teks})


saat = datetime.fromisoformat


def sel(alamat_sel: str, isi: Any, **lain: Any) -> Sel:
    """A cell that holds a plain value; a Sel is moved to the address as it is."""
    if isinstance(isi, Sel):
        return isi._replace(alamat=alamat_sel)
    if isi is None:
        return Sel(alamat_sel, Jenis.KOSONG, None, **lain)
    if isinstance(isi, bool):
        return Sel(alamat_sel, Jenis.LOGIKA, isi, **lain)
    if isinstance(isi, int | float | Decimal):
        return Sel(alamat_sel, Jenis.ANGKA, Decimal(str(isi)), **lain)
    if isinstance(isi, Fraction):
        return Sel(alamat_sel, Jenis.ANGKA, Decimal(f"{float(isi):.15g}"), **lain)
    if isinstance(isi, date):
        return Sel(alamat_sel, Jenis.TANGGAL, isi, **lain)
    return Sel(alamat_sel, Jenis.TEKS, str(isi), **lain)


def angka(nilai: Any, format_sel: str) -> Sel:
    return Sel("A1", Jenis.ANGKA, Decimal(str(nilai)), format_sel)


def galat(teks: str = "#DIV/0!", rumus: str | None = None) -> Sel:
    return Sel("A1", Jenis.GALAT, teks, rumus=rumus)


def rumus(teks: str, hasil: Any = None) -> Sel:
    if hasil is None:
        return Sel("A1", Jenis.BELUM_DIHITUNG, None, rumus=teks)
    return sel("A1", hasil)._replace(rumus=teks)


BIASA = buat_master()


def _terbitkan(master: Master) -> FormTerbit:
    return terbitkan(master, Pengaturan(), "SEK", PERIODE, FAKTA_LALU, ANGGARAN_LALU)


_terbit_biasa = cache(lambda: _terbitkan(BIASA))


@dataclass
class Formulir:
    """A filled form that a test may spoil before it is judged."""

    master: Master = BIASA
    konteks: dict[str, Any] = field(default_factory=dict)
    form: dict[str, Any] = field(default_factory=dict)
    temuan: list[Finding] = field(default_factory=list)
    terbit_form: Any = "sama"
    baris: dict[str, dict[Kolom, Any]] = field(default_factory=dict)
    anggaran: dict[str, dict[KolomAnggaran, Any]] = field(default_factory=dict)
    pengesahan: dict[LabelPengesahan, Any] = field(default_factory=dict)
    salinan: list[str] = field(default_factory=list)
    tambahan: list[dict[Kolom, Any]] = field(default_factory=list)
    tersembunyi: set[str] = field(default_factory=set)
    alasan: Any = None  # in the row Alasan Perbaikan Data; None: the form has no such row

    def __post_init__(self) -> None:
        self.terbit: FormTerbit = _terbit_biasa() if self.master is BIASA else _terbitkan(self.master)
        for b in self.terbit.baris:
            self.baris[b.kode] = self._baris(b)
        for a in self.terbit.anggaran:
            self.anggaran[a.kode] = {
                KA.KODE: a.kode, KA.URAIAN: "Pengawasan internal", KA.PAGU: Decimal(a.pagu),
                KA.REALISASI_SD_LALU: Decimal(a.realisasi_sd_lalu), KA.REALISASI: 100_000,
                KA.REALISASI_SD: rumus("D7+E7"), KA.SERAPAN: rumus("F7/C7*100"),
            }  # fmt: skip
        self.pengesahan = {
            L.DISUSUN_OLEH: "Siti Aminah", L.JABATAN: "Kasubbag", L.NIP: "197403221993111001",
            L.TANGGAL: date(2026, 4, 2), L.DISETUJUI_OLEH: "Budi Santoso",
        }  # fmt: skip

    def _baris(self, b: Any) -> dict[Kolom, Any]:
        i = self.master.indikator_by_kode(b.kode)
        teks = i.tipe in (TipeNilai.PREDIKAT, TipeNilai.YA_TIDAK) or i.polaritas.rentang

        def kunci(t: str | None) -> Any:
            return t if t is None or teks else Decimal(t)

        lalu = b.realisasi_sd_lalu
        if lalu is not None and i.tipe in (TipeNilai.ANGKA, TipeNilai.RASIO):
            lalu = Decimal(lalu)
        wajib = PERIODE.bulan_akhir in i.frekuensi.bulan_wajib
        isi: dict[Kolom, Any] = {
            K.NO: 1, K.KODE: b.kode, K.SASARAN: "Meningkatnya akuntabilitas", K.INDIKATOR: i.nama, K.SATUAN: i.satuan,
            K.TARGET_TAHUN: kunci(b.target_tahun), K.TARGET_PERIODE: kunci(b.target_periode),
            K.TARGET_SD: kunci(b.target_sd), K.REALISASI_SD_LALU: lalu,
        }  # fmt: skip
        isi |= dict.fromkeys((K.PEMBILANG, K.PENYEBUT, K.REALISASI))
        if b.kode in BAGIAN:
            isi[K.PEMBILANG], isi[K.PENYEBUT] = BAGIAN[b.kode]
            isi[K.REALISASI] = rumus("IF(K7=0,0,J7/K7*100)")
        else:
            isi[K.REALISASI] = ISI.get(b.kode)
        isi[K.REALISASI_SD] = rumus("I7+L7")
        isi[K.CAPAIAN] = rumus("L7/G7*100") if wajib else "tidak diukur pada periode ini"
        isi |= dict.fromkeys(
            (K.FAKTOR_PENDORONG, K.FAKTOR_PENGHAMBAT, K.TINDAK_LANJUT, K.DATA_PENDUKUNG, K.STATUS_TINDAK_LANJUT_LALU)
        )
        if i.wajib_bukti:
            isi[K.DATA_PENDUKUNG] = "LHP Nomor 700/12 Tahun 2026"
        return isi

    def isi(self, kode: str, kolom: Kolom | KolomAnggaran, nilai: Any) -> Formulir:
        """Type something into a cell."""
        if isinstance(kolom, KolomAnggaran):
            self.anggaran[kode][kolom] = nilai
        else:
            self.baris[kode][kolom] = nilai
        return self

    def rasio(self, pembilang: Any, penyebut: Any, kode: str = "RSO") -> Formulir:
        """Fill the two parts of a ratio."""
        return self.isi(kode, K.PEMBILANG, pembilang).isi(kode, K.PENYEBUT, penyebut)

    def jelaskan(self, kode: str) -> Formulir:
        """Give the causes that a deviation asks for."""
        self.isi(kode, K.FAKTOR_PENGHAMBAT, "Petugas dialihkan ke pemeriksaan lain selama dua minggu")
        return self.isi(kode, K.TINDAK_LANJUT, "Jadwal disusun ulang mulai bulan depan")

    def sel(self, kode: str, kolom: Kolom | KolomAnggaran) -> str:
        """The address of a cell."""
        urut = list(self.anggaran if isinstance(kolom, KolomAnggaran) else self.baris)
        return alamat(BARIS_AWAL + urut.index(kode), list(type(kolom)).index(kolom) + 1)

    def terbaca(self) -> FormTerbaca:
        """The form as reading would hand it over."""
        daftar = [(k, i) for k, i in self.baris.items()]
        daftar += [(k, self.baris[k]) for k in self.salinan]
        daftar += [(str(i.get(K.KODE) or ""), i) for i in self.tambahan]
        baris = [
            BarisForm(
                kode=str(i.get(K.KODE) or ""), nomor=n, tersembunyi=k in self.tersembunyi,
                sel={kol: sel(alamat(n, list(Kolom).index(kol) + 1), v) for kol, v in i.items()},
            )
            for n, (k, i) in enumerate(daftar, BARIS_AWAL)
        ]  # fmt: skip
        uang = [
            BarisFormAnggaran(
                kode=str(i.get(KA.KODE) or ""), nomor=n,
                sel={kol: sel(alamat(n, list(KolomAnggaran).index(kol) + 1), v) for kol, v in i.items()},
            )
            for n, i in enumerate(self.anggaran.values(), BARIS_AWAL)
        ]  # fmt: skip
        terbit = self.terbit if self.terbit_form == "sama" else self.terbit_form
        return FormTerbaca(
            path="masuk/sek.xlsx", sha256="2" * 64, format="xlsx", terbit=terbit,
            identitas=dataclasses.replace(self.terbit.identitas, **self.form.get("identitas", {})),
            baris=tuple(baris), anggaran=tuple(uang),
            pengesahan={
                label: sel(f"B{5 + n}", self.pengesahan[label])
                for n, label in enumerate(LabelPengesahan) if label in self.pengesahan
            },
            alasan_perbaikan=None if self.alasan is None else sel("B10", self.alasan),
        )  # fmt: skip

    def nilai(self) -> HasilValidasi:
        """Judge it."""
        dasar: dict[str, Any] = {
            "master": self.master, "pengaturan": Pengaturan(), "profil": PROFIL, "periode": PERIODE, "unit": "SEK",
            "diterima": saat("2026-04-03T09:00"), "tenggat": saat("2026-04-05T23:59"), "terbit": self.terbit,
            "versi_dikenal": frozenset({self.master.versi, "lamalamalama"}), "fakta_lalu": FAKTA_LALU,
            "anggaran_lalu": ANGGARAN_LALU,
        }  # fmt: skip
        return validate_form(self.terbaca(), self.temuan, Konteks(**{**dasar, **self.konteks}))


def temuan_of(hasil: HasilValidasi) -> list[tuple[str, str | None]]:
    """What tests compare: code and cell."""
    return [(t.kode, t.sumber.sel) for t in hasil.temuan]
