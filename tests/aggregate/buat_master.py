"""A small master and facts for tests of the aggregation, made in memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.domain.nilai import Nilai
from kinerja.domain.rumus import nilai_rasio
from kinerja.master.model import Instansi, Master, MataAnggaran, Riwayat, Sasaran, Target, Unit
from kinerja.sources import Asal, CellRef

SUMBER = CellRef("induk.xlsx")
TAHUN = 2026


def indikator(kode: str, **medan: Any) -> Indikator:
    """An indicator in sasaran S1, Angka, Maksimal, Jumlah, Bulanan unless said otherwise."""
    isi: dict[str, Any] = {
        "sasaran": "S1", "nama": f"Indikator {kode}", "satuan": "dokumen", "kelas": "IKU", "tipe": "Angka",
        "polaritas": "Maksimal", "rumus_minimal": None, "konsolidasi_periode": "Jumlah", "konsolidasi_unit": None,
        "frekuensi": "Bulanan", "pengali": Fraction(100), "desimal": 2, "batas_bawah": None, "batas_atas": None,
        "bobot": None, "wajib_bukti": False, "definisi": None, "sumber_data": None, "target_renstra": None,
        "tahun_renstra": None, "standar_nasional": None, "sumber": SUMBER,
    } | medan  # fmt: skip
    jenis: dict[str, Any] = {
        "tipe": TipeNilai, "polaritas": Polaritas, "rumus_minimal": RumusMinimal,
        "konsolidasi_periode": KonsolidasiPeriode, "konsolidasi_unit": KonsolidasiUnit, "frekuensi": Frekuensi,
    }  # fmt: skip
    return Indikator(kode=kode, **{k: jenis[k](v) if k in jenis and v is not None else v for k, v in isi.items()})


def unit(kode: str, induk: str | None = None) -> Unit:
    return Unit(
        kode=kode, nama=f"Unit {kode}", induk=induk, jabatan_pimpinan=None, nama_pimpinan=None, nip=None, pangkat=None,
        pos_el=None, sumber=SUMBER,
    )  # fmt: skip


def target(
    kode: str, unit_kode: str | None, bulan: Mapping[int, Nilai | int] | int, tahun: Nilai | int | None
) -> Target:
    """A target row; a number for `bulan` stands for the same target every month."""
    per_bulan = dict.fromkeys(range(1, 13), bulan) if isinstance(bulan, int) else bulan
    return Target(
        indikator=kode,
        unit=unit_kode,
        bulan={b: Fraction(n) if isinstance(n, int) else n for b, n in per_bulan.items()},
        tahun=Fraction(tahun) if isinstance(tahun, int) else tahun,
        sumber=SUMBER,
    )


def anggaran(kode: str, jenis: str, pagu: int | None, **medan: Any) -> MataAnggaran:
    isi: dict[str, Any] = {"unit": None, "uraian": f"Uraian {kode}", "sasaran": None, "mulai": None} | medan
    isi.setdefault("lowest", jenis == "Sub Kegiatan")
    return MataAnggaran(kode=kode, jenis=jenis, pagu=None if pagu is None else Fraction(pagu), sumber=SUMBER, **isi)


def riwayat(kode: str, periode: str, target_lalu: int | None, realisasi: int | None) -> Riwayat:
    return Riwayat(
        indikator=kode,
        periode=periode,
        target=None if target_lalu is None else Fraction(target_lalu),
        realisasi=None if realisasi is None else Fraction(realisasi),
        sumber=SUMBER,
    )


def master(daftar: Iterable[Indikator], unit_: Iterable[Unit], target_: Iterable[Target], **medan: Any) -> Master:
    """A master with sasaran S1 and S2 and nothing else but what is given."""
    instansi = Instansi(
        nama="Inspektorat Kabupaten Contoh", pemda="Pemerintah Kabupaten Contoh", alamat=None, telepon=None, laman=None,
        pos_el=None, kode_pos=None, tempat="Contoh", tahun=TAHUN, kode_klasifikasi=None, logo=None,
        tujuan_laporan=None, melalui=None,
    )  # fmt: skip
    kosong: dict[str, Any] = dict.fromkeys(
        ("pejabat", "tim", "anggaran", "riwayat", "libur", "aturan", "lhe", "narasi", "rapat", "agenda"), ()
    )
    isi: dict[str, Any] = kosong | {
        "versi": "0" * 12, "sha256": "0" * 64, "instansi": instansi, "unit": tuple(unit_),
        "sasaran": (Sasaran(kode="S1", nama="Sasaran satu"), Sasaran(kode="S2", nama="Sasaran dua")),
        "indikator": tuple(daftar), "target": tuple(target_), "skala": {},
    } | medan  # fmt: skip
    return Master(**isi)


def asal(kode: str, unit_kode: str, bulan: int, sel: str) -> Asal:
    return Asal(berkas=f"masuk/{unit_kode}-{bulan:02d}.xlsx", sha256=kode * 4, revisi=1, lembar="Data Kinerja", sel=sel)


def fakta(kode: str, unit_kode: str, bulan: int, nilai: Nilai | int | str | None, tahun: int = TAHUN) -> Fakta:
    isi = Fraction(nilai) if isinstance(nilai, int | str) else nilai
    return Fakta(
        indikator=kode, unit=unit_kode, tahun=tahun, bulan=bulan, nilai=isi, asal=asal(kode, unit_kode, bulan, "L7")
    )


def fakta_rasio(i: Indikator, unit_kode: str, bulan: int, bagian: tuple[int, int], tahun: int = TAHUN) -> Fakta:
    a, b = Fraction(bagian[0]), Fraction(bagian[1])
    return Fakta(
        indikator=i.kode, unit=unit_kode, tahun=tahun, bulan=bulan, nilai=nilai_rasio(a, b, i.pengali), pembilang=a,
        penyebut=b, asal=asal(i.kode, unit_kode, bulan, "J7, K7"),
    )  # fmt: skip


def belanja(kode: str, unit_kode: str, bulan: int, rupiah: int) -> FaktaAnggaran:
    return FaktaAnggaran(
        kode=kode,
        unit=unit_kode,
        tahun=TAHUN,
        bulan=bulan,
        realisasi=Fraction(rupiah),
        asal=asal(kode, unit_kode, bulan, "E5"),
    )


AWAL_PERUBAHAN = date(TAHUN, 10, 1)
