"""The sheets and headings of the master workbook, in one place for the reader and the writer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kinerja.domain.indikator import Frekuensi, KonsolidasiPeriode, KonsolidasiUnit, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.periode import BULAN_SINGKAT

JENIS_ANGGARAN = ("Program", "Kegiatan", "Sub Kegiatan")  # from the top down
TINGKAT_ATURAN = ("galat", "peringatan", "catatan")
YA_TIDAK = ("Ya", "Tidak")


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: its heading, width in characters, whether it must be filled, and its drop-down.

    `rujukan` names the sheet whose first column holds the allowed codes.
    """

    judul: str
    lebar: int = 14
    wajib: bool = False
    pilihan: tuple[str, ...] = ()
    rujukan: str | None = None
    jenis: str = "teks"  # teks | angka | rupiah | tanggal | target
    petunjuk: str = ""


@dataclass(frozen=True, slots=True)
class Skema:
    """A sheet. `wajib` False: it may have no rows, or be absent."""

    nama: str
    kolom: tuple[Kolom, ...]
    wajib: bool = True

    @property
    def judul(self) -> tuple[str, ...]:
        """Headings in their usual order."""
        return tuple(k.judul for k in self.kolom)


def _pilihan(enum: type[StrEnum]) -> tuple[str, ...]:
    return tuple(anggota.value for anggota in enum)


ISIAN_INSTANSI = (
    "Nama Instansi", "Pemerintah Daerah", "Alamat", "Telepon", "Laman", "Pos-el", "Kode Pos", "Tempat", "Tahun",
    "Kode Klasifikasi", "Logo", "Tujuan Laporan", "Melalui",
)  # fmt: skip
ISIAN_INSTANSI_WAJIB = ("Nama Instansi", "Pemerintah Daerah", "Tempat", "Tahun")

INSTANSI = Skema("Instansi", (Kolom("Isian", 24, wajib=True), Kolom("Nilai", 60)))

UNIT = Skema(
    "Unit",
    (
        Kolom("Kode", 10, wajib=True, petunjuk="Kode singkat tanpa spasi, dipakai pada nama formulir. Misalnya SEK."),
        Kolom("Nama Unit", 38, wajib=True),
        Kolom("Induk", 10, rujukan="Unit", petunjuk="Kode unit di atasnya; kosongkan bila langsung di bawah pimpinan."),
        Kolom("Jabatan Pimpinan", 34),
        Kolom("Nama Pimpinan", 32),
        Kolom("NIP", 24, petunjuk="18 angka, sebagai teks."),
        Kolom("Pangkat/Golongan", 24),
        Kolom("Pos-el", 32),
    ),
)

PEJABAT = Skema(
    "Pejabat",
    (
        Kolom("Peran", 16, wajib=True),
        Kolom("Jabatan", 34, wajib=True, petunjuk="Plt. dan Plh. ditulis di sini, misalnya Plt. Inspektur."),
        Kolom("Nama", 32, wajib=True),
        Kolom("NIP", 24, petunjuk="18 angka, sebagai teks."),
        Kolom("Pangkat/Golongan", 24),
        Kolom("Berlaku Mulai", 15, jenis="tanggal"),
        Kolom("Berlaku Sampai", 15, jenis="tanggal", petunjuk="Kosong: masih berlaku."),
    ),
)

TIM = Skema(
    "Tim", (Kolom("Kedudukan", 22, wajib=True), Kolom("Nama", 32, wajib=True), Kolom("NIP", 24), Kolom("Jabatan", 40))
)

SASARAN = Skema("Sasaran", (Kolom("Kode", 10, wajib=True), Kolom("Sasaran", 80, wajib=True)))

INDIKATOR = Skema(
    "Indikator",
    (
        Kolom("Kode", 10, wajib=True),
        Kolom("Sasaran", 10, wajib=True, rujukan="Sasaran"),
        Kolom("Indikator", 52, wajib=True),
        Kolom("Satuan", 16, wajib=True, petunjuk="Untuk Predikat: nama skala pada lembar Skala."),
        Kolom("Kelas", 8, petunjuk="PK, IKU, atau IKK; boleh kosong."),
        Kolom("Tipe Nilai", 11, wajib=True, pilihan=_pilihan(TipeNilai)),
        Kolom("Polaritas", 17, wajib=True, pilihan=_pilihan(Polaritas), petunjuk="Maksimal: makin tinggi makin baik."),
        Kolom("Rumus Minimal", 12, pilihan=_pilihan(RumusMinimal), petunjuk="Hanya untuk polaritas Minimal."),
        Kolom("Konsolidasi Periode", 13, wajib=True, pilihan=_pilihan(KonsolidasiPeriode)),
        Kolom(
            "Konsolidasi Unit", 13, pilihan=_pilihan(KonsolidasiUnit), petunjuk="Bila lebih dari satu unit bertarget."
        ),
        Kolom("Frekuensi", 12, wajib=True, pilihan=_pilihan(Frekuensi)),
        Kolom(
            "Pengali",
            9,
            jenis="angka",
            petunjuk="Hanya untuk Rasio. Kosong: 100 untuk %, 100000 untuk per 100.000, selain itu 1.",
        ),
        Kolom("Desimal", 8, wajib=True, jenis="angka", petunjuk="Banyaknya angka di belakang koma, 0 sampai 6."),
        Kolom("Batas Bawah", 8, jenis="angka"),
        Kolom("Batas Atas", 8, jenis="angka"),
        Kolom("Bobot", 8, jenis="angka", petunjuk="Isi semua atau kosongkan semua dalam satu sasaran."),
        Kolom("Wajib Bukti", 8, wajib=True, pilihan=YA_TIDAK),
        Kolom("Definisi Operasional", 52),
        Kolom("Sumber Data", 30),
        Kolom("Target Renstra", 12, jenis="target"),
        Kolom("Tahun Renstra", 9, jenis="angka"),
        Kolom("Standar Nasional", 12, jenis="target"),
    ),
)

TARGET = Skema(
    "Target",
    (
        Kolom("Indikator", 11, wajib=True, rujukan="Indikator"),
        Kolom("Unit", 9, rujukan="Unit", petunjuk="Kosong: target instansi sendiri."),
        *(Kolom(b, 8, jenis="target") for b in BULAN_SINGKAT),
        Kolom("Tahun", 10, wajib=True, jenis="target", petunjuk="Target Perjanjian Kinerja setahun."),
    ),
)

ANGGARAN = Skema(
    "Anggaran",
    (
        Kolom("Kode", 20, wajib=True),
        Kolom("Unit", 9, rujukan="Unit", petunjuk="Wajib pada tingkat terbawah."),
        Kolom("Jenis", 14, wajib=True, pilihan=JENIS_ANGGARAN),
        Kolom("Uraian", 64, wajib=True),
        Kolom("Sasaran", 10, rujukan="Sasaran"),
        Kolom(
            "Pagu", 18, jenis="rupiah", petunjuk="Wajib pada tingkat terbawah; di atasnya boleh kosong (dijumlahkan)."
        ),
        Kolom("Berlaku Mulai", 15, jenis="tanggal", petunjuk="Tanggal DPA perubahan; kosong untuk DPA awal."),
    ),
    wajib=False,
)

SKALA = Skema(
    "Skala",
    (
        Kolom("Skala", 24, wajib=True),
        Kolom("Predikat", 24, wajib=True),
        Kolom("Peringkat", 11, wajib=True, jenis="angka", petunjuk="Bilangan bulat; makin besar makin baik."),
    ),
    wajib=False,
)

RIWAYAT = Skema(
    "Riwayat",
    (
        Kolom("Indikator", 11, wajib=True, rujukan="Indikator"),
        Kolom("Periode", 12, wajib=True, petunjuk="Misalnya 2025, 2025-TW4, atau 2025-12."),
        Kolom("Target", 12, jenis="target"),
        Kolom("Realisasi", 12, jenis="target"),
    ),
    wajib=False,
)

LIBUR = Skema(
    "Libur",
    (Kolom("Tanggal", 14, wajib=True, jenis="tanggal"), Kolom("Keterangan", 48, wajib=True), Kolom("Dasar", 70)),
    wajib=False,
)

ATURAN = Skema(
    "Aturan",
    (
        Kolom("Kode", 10, wajib=True),
        Kolom("Indikator", 11, wajib=True, petunjuk="Kode indikator, atau * untuk semua."),
        Kolom("Syarat", 52, wajib=True),
        Kolom("Tingkat", 12, wajib=True, pilihan=TINGKAT_ATURAN),
        Kolom("Pesan", 60, wajib=True),
        Kolom("Saran", 60),
    ),
    wajib=False,
)

LHE = Skema(
    "LHE",
    (
        Kolom("Tahun", 8, wajib=True, jenis="angka"),
        Kolom("Rekomendasi", 64, wajib=True),
        Kolom("Tindak Lanjut", 64),
        Kolom("Status", 16),
        Kolom("Batas Waktu", 20),
    ),
    wajib=False,
)

NARASI = Skema("Narasi", (Kolom("Bagian", 22, wajib=True), Kolom("Teks", 110, wajib=True)), wajib=False)

RAPAT = Skema(
    "Rapat",
    (
        Kolom("Tanggal", 14, jenis="tanggal"),
        Kolom("Waktu", 22),
        Kolom("Tempat", 34),
        Kolom("Acara", 52, wajib=True),
        Kolom("Peserta", 44),
    ),
    wajib=False,
)

AGENDA = Skema(
    "Agenda",
    (Kolom("Nomor", 12, wajib=True), Kolom("Tanggal", 14, jenis="tanggal"), Kolom("Hal", 60), Kolom("Tujuan", 44)),
    wajib=False,
)

SEMUA = (
    INSTANSI, UNIT, PEJABAT, TIM, SASARAN, INDIKATOR, TARGET, ANGGARAN, SKALA, RIWAYAT, LIBUR,
    ATURAN, LHE, NARASI, RAPAT, AGENDA,
)  # fmt: skip
