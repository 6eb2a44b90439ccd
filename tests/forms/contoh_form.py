"""A small master for the tests of forms: every kind of value and polarity once, over two units."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.master.model import Instansi, Master, MataAnggaran, Sasaran, Target, Unit
from kinerja.sources import Asal, CellRef

S = CellRef("induk.xlsx", "Indikator", "A2")
SKALA = tuple(Predikat(t, n) for n, t in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1))
PANJANG = (
    "Persentase rekomendasi hasil pemeriksaan Badan Pemeriksa Keuangan dan aparat pengawasan intern pemerintah yang "
    "telah selesai ditindaklanjuti oleh perangkat daerah sesuai rencana aksi & ketentuan yang berlaku"
)


def indikator(kode: str, nama: str, **lain: Any) -> Indikator:
    dasar: dict[str, Any] = {
        "kode": kode, "sasaran": "S1", "nama": nama, "satuan": "dokumen", "kelas": None, "tipe": TipeNilai.ANGKA,
        "polaritas": Polaritas.MAKSIMAL, "rumus_minimal": None, "konsolidasi_periode": KonsolidasiPeriode.JUMLAH,
        "konsolidasi_unit": None, "frekuensi": Frekuensi.BULANAN, "pengali": Fraction(1), "desimal": 0,
        "batas_bawah": None, "batas_atas": None, "bobot": None, "wajib_bukti": False, "definisi": None,
        "sumber_data": None, "target_renstra": None, "tahun_renstra": None, "standar_nasional": None, "sumber": S,
    }  # fmt: skip
    return Indikator(**{**dasar, **lain})


_K = KonsolidasiPeriode
_BAWAAN: tuple[tuple[Indikator, Nilai], ...] = (
    (
        indikator(
            "IKU-01", PANJANG, satuan="%", tipe=TipeNilai.RASIO, pengali=Fraction(100), desimal=2, wajib_bukti=True
        ),
        Fraction(80),
    ),
    (indikator("IKU-02", "Jumlah laporan hasil pengawasan yang terbit tepat waktu"), Fraction(4)),
    (
        indikator(
            "IKU-03",
            "Indeks kepuasan layanan",
            satuan="%",
            konsolidasi_periode=_K.RATA_RATA,
            desimal=2,
            batas_bawah=Fraction(0),
            batas_atas=Fraction(100),
        ),
        Fraction("85.5"),
    ),
    (
        indikator(
            "IKU-04",
            "Persentase temuan berulang",
            satuan="%",
            polaritas=Polaritas.MINIMAL,
            desimal=2,
            rumus_minimal=RumusMinimal.SELISIH,
            konsolidasi_periode=_K.TERAKHIR,
        ),
        Fraction("88.82"),
    ),
    (
        indikator(
            "IKU-05",
            "Rata-rata waktu penanganan pengaduan",
            satuan="hari",
            polaritas=Polaritas.MINIMAL,
            desimal=2,
            rumus_minimal=RumusMinimal.BANDING,
            konsolidasi_periode=_K.MINIMUM,
        ),
        Fraction("4.2"),
    ),
    (
        indikator(
            "IKU-06", "Deviasi rencana kas", polaritas=Polaritas.STABIL, konsolidasi_periode=_K.MAKSIMUM, desimal=1
        ),
        Fraction(10),
    ),
    (
        indikator(
            "IKU-07",
            "Lama penyelesaian reviu",
            satuan="bulan",
            polaritas=Polaritas.RENTANG_MINIMAL,
            desimal=1,
            konsolidasi_periode=_K.TERAKHIR,
        ),
        Rentang(Fraction(7), Fraction(8)),
    ),
    (
        indikator(
            "IKU-08",
            "Tingkat kehadiran",
            satuan="%",
            polaritas=Polaritas.RENTANG_MAKSIMAL,
            desimal=1,
            konsolidasi_periode=_K.TERAKHIR,
        ),
        Rentang(Fraction(80), Fraction(90)),
    ),
    (
        indikator(
            "IKU-09",
            "Nilai SAKIP",
            satuan="Predikat SAKIP",
            tipe=TipeNilai.PREDIKAT,
            konsolidasi_periode=_K.TERAKHIR,
        ),
        SKALA[4],
    ),
    (
        indikator(
            "IKU-10",
            "Opini wajar tanpa pengecualian diperoleh",
            satuan="Ya/Tidak",
            tipe=TipeNilai.YA_TIDAK,
            konsolidasi_periode=_K.MAKSIMUM,
        ),
        Predikat("Ya", 1),
    ),
    (
        indikator(
            "IKU-11",
            "Tingkat kematangan SPIP",
            frekuensi=Frekuensi.TRIWULANAN,
            satuan="level",
            desimal=2,
            konsolidasi_periode=_K.TERAKHIR,
        ),
        Fraction("3.25"),
    ),
)

INDIKATOR = tuple(i for i, _ in _BAWAAN)


def master(versi: str = "0f3a9c1d2e4b", unit: tuple[str, ...] = ("SEK", "IRB1")) -> Master:
    """Units with all indicators each; the target of every due month is the same."""
    target = tuple(
        Target(
            indikator=i.kode,
            unit=u,
            bulan=dict.fromkeys(i.frekuensi.bulan_wajib, t),
            tahun=t if i.konsolidasi_periode is not _K.JUMLAH or not isinstance(t, Fraction) else t * 12,
            sumber=S,
        )
        for i, t in _BAWAAN
        for u in unit
    )
    anggaran = tuple(
        MataAnggaran(
            kode=f"6.01.01.2.0{n}.000{m}", unit=u, jenis="Sub Kegiatan", uraian=f"Penyediaan jasa {n} dan {m}",
            sasaran="S1", pagu=Fraction(1_250_500_000 + n), mulai=None, lowest=True, sumber=S,
        )
        for n, u in enumerate(unit, 1)
        for m in (1, 2)
    )  # fmt: skip
    return Master(
        versi=versi,
        sha256="0" * 64,
        instansi=Instansi(
            nama="Inspektorat", pemda="Kabupaten Banyu Asih", alamat=None, telepon=None, laman=None, pos_el=None,
            kode_pos=None, tempat="Banyu Asih", tahun=2026, kode_klasifikasi=None, logo=None, tujuan_laporan=None,
            melalui=None,
        ),
        unit=tuple(
            Unit(
                kode=u, nama={"SEK": "Sekretariat"}.get(u, f"Inspektur Pembantu & Rekan {u}"), induk=None,
                jabatan_pimpinan=None, nama_pimpinan=None, nip=None, pangkat=None, pos_el=None, sumber=S,
            )
            for u in unit
        ),
        pejabat=(),
        tim=(),
        sasaran=(Sasaran(kode="S1", nama="Meningkatnya kualitas pengawasan internal"),),
        indikator=INDIKATOR,
        target=target,
        anggaran=anggaran,
        skala={"Predikat SAKIP": SKALA},
        riwayat=(), libur=(), aturan=(), lhe=(), narasi=(), rapat=(), agenda=(),
    )  # fmt: skip


def fakta(kode: str, bulan: int, nilai: Nilai | None, *, unit: str = "SEK", **bagian: Fraction) -> Fakta:
    return Fakta(
        indikator=kode, unit=unit, tahun=2026, bulan=bulan, nilai=nilai, asal=ASAL,
        pembilang=bagian.get("pembilang"), penyebut=bagian.get("penyebut"),
    )  # fmt: skip


def belanja(kode: str, bulan: int, jumlah: int, unit: str = "SEK") -> FaktaAnggaran:
    return FaktaAnggaran(kode=kode, unit=unit, tahun=2026, bulan=bulan, realisasi=Fraction(jumlah), asal=ASAL)


ASAL = Asal(berkas="arsip/a.xlsx", sha256="a" * 64, revisi=1, lembar="Data Kinerja", sel="L7")

LALU = (
    fakta("IKU-01", 1, Fraction(2300, 36), pembilang=Fraction(23), penyebut=Fraction(36)),
    fakta("IKU-02", 1, Fraction(3)),
    fakta("IKU-03", 1, Fraction(80)),
    fakta("IKU-04", 1, Fraction(90)),
    fakta("IKU-05", 1, Fraction("4.65")),
    fakta("IKU-06", 1, Fraction(12)),
    fakta("IKU-07", 1, Fraction("6.5")),
    fakta("IKU-09", 1, SKALA[3]),
    fakta("IKU-10", 1, Predikat("Tidak", 0)),
)
