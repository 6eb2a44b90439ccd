"""The tidy tables of facts and findings: one row per accepted value, budget value and finding."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kinerja.domain.angka import format_nilai
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import Periode
from kinerja.export.model import Isi, Jenis, Kolom, Tabel
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.register.model import Keputusan, Kiriman
from kinerja.sources import Asal

T, A, B = Jenis.TEKS, Jenis.ANGKA, Jenis.BULAT

PERIODE = Kolom(
    "periode", T, "Periode: bulan 2026-01, triwulan 2026-TW1, semester 2026-S1, atau tahun 2026.", wajib=True
)
_SATUAN = Kolom("satuan", T, "Satuan nilai menurut induk; kosong bila indikatornya tidak ada lagi di induk.")
_ASAL = (
    Kolom("status", T, "Status formulir asalnya: valid atau valid_dengan_catatan."),
    Kolom("diterima", Jenis.WAKTU, "Kapan formulir itu diterima (waktu setempat)."),
    Kolom("revisi", B, "Revisi formulir yang dipakai.", wajib=True),
    Kolom("berkas", T, "Letak berkas ketika diterima, relatif terhadap map kerja.", wajib=True),
    Kolom("lembar", T, "Lembar tempat nilai itu dibaca.", wajib=True),
    Kolom("sel", T, "Sel tempat nilai itu dibaca; untuk rasio sel pembilang dan penyebut.", wajib=True),
    Kolom("sha256", T, "Sidik isi berkas; juga namanya di map arsip.", wajib=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TemuanKiriman:
    """A finding of a current submission, with the Tim's decision."""

    kiriman: Kiriman
    temuan: Finding
    keputusan: Keputusan | None


def angka_dan_teks(nilai: Nilai | None, desimal: int) -> tuple[Fraction | None, str | None]:
    """A value as a number, where it is one, and as printed."""
    return (nilai if isinstance(nilai, Fraction) else None), (None if nilai is None else format_nilai(nilai, desimal))


def tabel_fakta(master: Master, fakta: Iterable[Fakta], kiriman: Mapping[str, tuple[str, str]]) -> Tabel:
    """Realisasi as reported. `kiriman`: by hash of the file, (status, when it came in ISO format)."""
    indikator = {i.kode: i for i in master.indikator}
    baris: list[tuple[Isi, ...]] = []
    for f in fakta:
        i = indikator.get(f.indikator)
        angka, teks = angka_dan_teks(f.nilai, i.desimal if i is not None else 2)
        baris.append(
            (
                f"{f.tahun}-{f.bulan:02d}", f.indikator, f.unit, angka, teks, f.pembilang, f.penyebut,
                i.satuan if i is not None else None, *_asal(f.asal, kiriman),
            )
        )  # fmt: skip
    return Tabel(
        nama="fakta",
        judul="Realisasi yang diterima",
        uraian="Satu baris per indikator, unit, dan periode pengumpulan, dari revisi terakhir yang valid.",
        kolom=(
            Kolom("periode", T, "Bulan terakhir periode pengumpulan.", wajib=True),
            Kolom("indikator", T, "Kode indikator.", wajib=True),
            Kolom("unit", T, "Kode unit yang melaporkan.", wajib=True),
            Kolom("nilai", A, "Realisasi; kosong bila berupa predikat, atau bila penyebutnya 0."),
            Kolom("nilai_teks", T, "Realisasi seperti tercetak; untuk predikat, satu-satunya bentuknya."),
            Kolom("pembilang", A, "Pembilang indikator rasio, seperti dilaporkan."),
            Kolom("penyebut", A, "Penyebut indikator rasio, seperti dilaporkan."),
            _SATUAN, *_ASAL,
        ),
        kunci=("periode", "indikator", "unit"),
        baris=_urut(baris, 3),
    )  # fmt: skip


def tabel_anggaran(master: Master, fakta: Iterable[FaktaAnggaran], kiriman: Mapping[str, tuple[str, str]]) -> Tabel:
    """Money spent as reported."""
    uraian = {a.kode: a.uraian for a in master.anggaran}
    return Tabel(
        nama="anggaran",
        judul="Realisasi anggaran yang diterima",
        uraian="Satu baris per baris anggaran, unit, dan periode pengumpulan, dari revisi terakhir yang valid.",
        kolom=(
            Kolom("periode", T, "Bulan terakhir periode pengumpulan.", wajib=True),
            Kolom("kode", T, "Kode baris anggaran.", wajib=True),
            Kolom("unit", T, "Kode unit yang melaporkan.", wajib=True),
            Kolom("uraian", T, "Nama baris anggaran menurut induk."),
            Kolom("realisasi", A, "Realisasi pada periode itu saja, bukan kumulatif.", "rupiah", wajib=True),
            *_ASAL,
        ),
        kunci=("periode", "kode", "unit"),
        baris=_urut(
            [
                (f"{f.tahun}-{f.bulan:02d}", f.kode, f.unit, uraian.get(f.kode), f.realisasi, *_asal(f.asal, kiriman))
                for f in fakta
            ],
            3,
        ),
    )


def tabel_temuan(temuan: Iterable[TemuanKiriman]) -> Tabel:
    """Findings of the submissions that are current, numbered within each."""
    baris: list[tuple[Isi, ...]] = []
    nomor: dict[str, int] = {}
    for x in temuan:
        k, t, p = x.kiriman, x.temuan, x.keputusan
        nomor[k.sha256] = nomor.get(k.sha256, 0) + 1
        baris.append(
            (
                k.periode, k.unit, k.revisi, k.path, k.sha256, nomor[k.sha256], t.kode, t.tingkat.value,
                t.sumber.lembar, t.sumber.sel, t.indikator, t.pesan, t.tertulis, t.diharapkan, t.saran,
                *((p.keputusan, p.alasan, p.oleh, p.tanggal) if p is not None else (None,) * 4),
            )
        )  # fmt: skip
    return Tabel(
        nama="temuan",
        judul="Temuan",
        uraian="Satu baris per temuan pada kiriman yang berlaku sekarang, beserta keputusan Tim.",
        kolom=(
            Kolom("periode", T, "Periode formulir."),
            Kolom("unit", T, "Kode unit; kosong bila berkasnya tidak dikenali."),
            Kolom("revisi", B, "Revisi formulir; kosong bila berkasnya ditolak."),
            Kolom("berkas", T, "Letak berkas ketika diterima, relatif terhadap map kerja.", wajib=True),
            Kolom("sha256", T, "Sidik isi berkas.", wajib=True),
            Kolom("nomor", B, "Nomor urut temuan pada berkas itu.", wajib=True),
            Kolom("kode", T, "Kode temuan; artinya pada perintah kinerja rules.", wajib=True),
            Kolom("tingkat", T, "galat, peringatan, atau catatan.", wajib=True),
            Kolom("lembar", T, "Lembar yang dimaksud."),
            Kolom("sel", T, "Sel yang dimaksud."),
            Kolom("indikator", T, "Kode indikator yang terkena."),
            Kolom("pesan", T, "Apa yang ditemukan.", wajib=True),
            Kolom("tertulis", T, "Yang tertulis di sel itu."),
            Kolom("diharapkan", T, "Yang diharapkan."),
            Kolom("saran", T, "Yang perlu dilakukan.", wajib=True),
            Kolom("keputusan", T, "Keputusan Tim."),
            Kolom("alasan", T, "Alasan keputusan itu."),
            Kolom("oleh", T, "Siapa yang memutuskan."),
            Kolom("tanggal", T, "Tanggal keputusan, seperti ditulis Tim."),
        ),
        kunci=("sha256", "nomor"),
        baris=tuple(baris),
    )


def tabel_indikator(master: Master) -> Tabel:
    """What decides an indicator's arithmetic, as the master writes it."""
    return Tabel(
        nama="indikator",
        judul="Indikator",
        uraian="Satu baris per indikator pada induk.",
        kolom=(
            Kolom("kode", T, "Kode indikator.", wajib=True),
            Kolom("sasaran", T, "Kode sasaran.", wajib=True),
            Kolom("nama_sasaran", T, "Nama sasaran."),
            Kolom("nama", T, "Nama indikator.", wajib=True),
            Kolom("satuan", T, "Satuan.", wajib=True),
            Kolom("kelas", T, "Kelas indikator, misalnya IKU."),
            Kolom("tipe", T, "Angka, Rasio, Predikat, atau Ya/Tidak.", wajib=True),
            Kolom("polaritas", T, "Arah yang lebih baik.", wajib=True),
            Kolom("rumus_minimal", T, "Rumus capaian indikator Minimal."),
            Kolom("konsolidasi_periode", T, "Cara menggabungkan bulan.", wajib=True),
            Kolom("konsolidasi_unit", T, "Cara menggabungkan unit."),
            Kolom("frekuensi", T, "Seberapa sering diukur.", wajib=True),
            Kolom("pengali", A, "Pengali indikator rasio.", wajib=True),
            Kolom("desimal", B, "Banyaknya angka di belakang koma saat dicetak.", wajib=True),
            Kolom("bobot", A, "Bobot di dalam rata-rata."),
        ),
        kunci=("kode",),
        baris=tuple(
            (
                i.kode, i.sasaran, next((s.nama for s in master.sasaran if s.kode == i.sasaran), None), i.nama,
                i.satuan, i.kelas, i.tipe.value, i.polaritas.value,
                i.rumus_minimal.value if i.rumus_minimal is not None else None, i.konsolidasi_periode.value,
                i.konsolidasi_unit.value if i.konsolidasi_unit is not None else None, i.frekuensi.value, i.pengali,
                i.desimal, i.bobot,
            )
            for i in master.indikator
        ),
    )  # fmt: skip


def tabel_unit(master: Master) -> Tabel:
    """The units and those above them."""
    return Tabel(
        nama="unit",
        judul="Unit kerja",
        uraian="Satu baris per unit pada induk.",
        kolom=(
            Kolom("kode", T, "Kode unit.", wajib=True),
            Kolom("nama", T, "Nama unit.", wajib=True),
            Kolom("induk", T, "Kode unit di atasnya."),
        ),
        kunci=("kode",),
        baris=tuple((u.kode, u.nama, u.induk) for u in master.unit),
    )


def kiriman_fakta(kiriman: Iterable[tuple[Kiriman, str]]) -> dict[str, tuple[str, str]]:
    """By hash: the status of a submission and when it came."""
    return {k.sha256: (status, k.diterima.isoformat()) for k, status in kiriman}


def di_dalam(f: Fakta | FaktaAnggaran, periode: Periode) -> bool:
    """Whether a fact belongs to one of the months of the period."""
    return f.tahun == periode.tahun and f.bulan in periode.bulan


def _asal(a: Asal, kiriman: Mapping[str, tuple[str, str]]) -> tuple[Isi, ...]:
    status, diterima = kiriman.get(a.sha256, (None, None))
    return (status, diterima, a.revisi, a.berkas, a.lembar, a.sel, a.sha256)


def _urut(baris: list[tuple[Isi, ...]], kunci: int) -> tuple[tuple[Isi, ...], ...]:
    """By the key columns, all of which are texts."""
    return tuple(sorted(baris, key=lambda b: tuple(str(x) for x in b[:kunci])))
