"""The example that a new workspace starts with: a small valid master and commented settings."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from kinerja.master.pengaturan import Pengaturan
from kinerja.master.tulis import Isi, Tabel, write_master

_NIP = ("197403221999031001", "198006152005012003", "198511072010011002", "199002142015032001")


def example_master(tahun: int) -> bytes:
    """A valid `induk.xlsx` of an invented office with two units, to be overwritten by the office's own data."""
    return write_master(_tables(tahun), tahun=tahun)


def _tables(tahun: int) -> Tabel:
    mulai = date(tahun - 1, 1, 1)
    return {
        "Instansi": (
            ("Nama Instansi", "Inspektorat Daerah"),
            ("Pemerintah Daerah", "Pemerintah Kabupaten Contoh"),
            ("Alamat", "Jalan Merdeka Nomor 1, Contoh"),
            ("Telepon", "(0000) 123456"),
            ("Laman", "inspektorat.contohkab.go.id"),
            ("Pos-el", "inspektorat@contohkab.go.id"),
            ("Kode Pos", "12345"),
            ("Tempat", "Contoh"),
            ("Tahun", tahun),
            ("Kode Klasifikasi", "700"),
            ("Logo", None),
            ("Tujuan Laporan", "Bupati Contoh"),
            ("Melalui", "Sekretaris Daerah Kabupaten Contoh"),
        ),
        "Unit": (
            ("SEK", "Sekretariat", None, "Sekretaris", "Siti Aminah, S.E., M.M.", _NIP[1], "Pembina (IV/a)", None),
            (
                "IRB1", "Inspektur Pembantu I", None, "Inspektur Pembantu I", "Budi Santoso, S.T.", _NIP[2],
                "Penata Tk. I (III/d)", None,
            ),
        ),
        "Pejabat": (
            ("Inspektur", "Inspektur", "Drs. Ahmad Fauzi, M.Si.", _NIP[0], "Pembina Utama Muda (IV/c)", mulai, None),
            ("Sekretaris", "Sekretaris", "Siti Aminah, S.E., M.M.", _NIP[1], "Pembina (IV/a)", mulai, None),
        ),
        "Tim": (
            ("Ketua", "Dewi Lestari, S.Ak.", _NIP[3], "Perencana Ahli Muda"),
            ("Anggota", "Budi Santoso, S.T.", _NIP[2], "Inspektur Pembantu I"),
        ),
        "Sasaran": (
            ("S1", "Meningkatnya kualitas pengawasan internal"),
            ("S2", "Meningkatnya akuntabilitas kinerja perangkat daerah"),
        ),
        "Indikator": _INDIKATOR,
        "Target": (
            ("IKU-01", "IRB1", *[Decimal(80)] * 12, 80),
            ("IKU-02", "SEK", None, None, 1, None, None, 1, None, None, 1, None, None, 1, 4),
            ("IKU-02", "IRB1", None, None, 2, None, None, 3, None, None, 3, None, None, 2, 10),
            ("IKU-03", "SEK", *[None] * 11, "BB", "BB"),
        ),
        "Anggaran": (
            ("6.01.02", None, "Program", "Program Penyelenggaraan Pengawasan", "S1", None, None),
            ("6.01.02.2.01", None, "Kegiatan", "Penyelenggaraan Pengawasan Internal", "S1", None, None),
            ("6.01.02.2.01.0001", "IRB1", "Sub Kegiatan", "Pengawasan Kinerja", "S1", 250_000_000, None),
            ("6.01.02.2.01.0002", "SEK", "Sub Kegiatan", "Reviu Laporan Kinerja", "S2", 75_000_000, None),
        ),
        "Skala": tuple(("Predikat AKIP", p, n) for n, p in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1)),
        "Riwayat": (("IKU-01", str(tahun - 1), 75, Decimal("77.5")), ("IKU-03", str(tahun - 1), "BB", "B")),
    }  # fmt: skip


def _indikator(*awal: Isi, definisi: str, sumber: str) -> tuple[Isi, ...]:
    return (*awal, definisi, sumber)


_INDIKATOR: tuple[tuple[Isi, ...], ...] = (
    _indikator(
        "IKU-01", "S1", "Persentase rekomendasi hasil pengawasan yang ditindaklanjuti", "%", "IKU", "Rasio", "Maksimal",
        None, "Terakhir", None, "Bulanan", 100, 2, 0, 100, None, "Ya",
        definisi="Jumlah rekomendasi yang selesai ditindaklanjuti dibagi jumlah rekomendasi sampai dengan bulan ini.",
        sumber="Aplikasi pemantauan tindak lanjut",
    ),
    _indikator(
        "IKU-02", "S1", "Jumlah laporan hasil pengawasan yang terbit", "laporan", "PK", "Angka", "Maksimal", None,
        "Jumlah", "Jumlah", "Triwulanan", None, 0, 0, None, None, "Ya",
        definisi="Banyaknya laporan hasil pengawasan yang ditandatangani pada triwulan itu.", sumber="Register laporan",
    ),
    _indikator(
        "IKU-03", "S2", "Predikat akuntabilitas kinerja", "Predikat AKIP", "IKU", "Predikat", "Maksimal", None,
        "Terakhir", None, "Tahunan", None, 0, None, None, None, "Ya",
        definisi="Predikat pada laporan hasil evaluasi akuntabilitas kinerja.", sumber="Laporan hasil evaluasi",
    ),
)  # fmt: skip


# Keys with what they mean; those in `_AKTIF` are written as active lines, the others as comments with the default.
_AKTIF = ("sop", "pengumpulan")
_BAGIAN: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Cara kerja",
        (
            ("sop", "Profil SOP yang diikuti; daftarnya ada pada perintah: kinerja sop list"),
            ("pengumpulan", "Formulir dikumpulkan tiap \"bulanan\" atau \"triwulanan\""),
            ("pilih_terbaru", "Dua berkas berbeda dari satu unit: true memakai yang terakhir, false menunggu Tim"),
        ),
    ),
    (
        "Cara menghitung; aturan yang dipakai selalu dicetak di laporan",
        (
            ("target_nol", 'Target 0: "tidak_dihitung" atau "nihil" (Minimal: realisasi 0 = 100, lebih = 0)'),
            ("realisasi_nol", "Realisasi 0 pada rumus T/R: \"tidak_dihitung\" atau \"seratus\""),
            ("batas_rata_rata", "Batas capaian satu indikator di dalam rata-rata; tanpa baris ini tidak dibatasi"),
            ("desimal", "Banyaknya angka di belakang koma pada capaian yang dicetak"),
            ("kategori", "Skala kategori: \"sangat_tinggi\", \"sangat_baik\", atau \"akip\""),
            ("efisiensi", 'Efisiensi: "selisih" (capaian dikurangi serapan) atau "indeks" (capaian dibagi serapan)'),
        ),
    ),
    (
        "Pemeriksaan formulir",
        (("ambang_deviasi", "Kekurangan capaian dari 100 yang wajib dijelaskan penghambat dan tindak lanjutnya"),),
    ),
    (
        "Kalender dan tenggat",
        (
            ("hari", "Hitungan hari SOP: \"kalender\" atau \"kerja\"; tanpa baris ini mengikuti profil SOP"),
            ("tenggat_libur", "Tenggat yang jatuh pada hari libur: \"tetap\" atau \"geser\" ke hari kerja berikutnya"),
            ("batas_isian", "Formulir paling lambat tanggal ini bulan berikutnya"),
            ("batas_kirim", "Laporan dikirim paling lambat tanggal ini bulan berikutnya, bila SOP tidak menyebutnya"),
            ("batas_kirim_tahunan", "Batas laporan tahunan; tanpa baris ini: batas_kirim bila diisi, atau 28 Februari"),
            ("hari_perbaikan", "Banyaknya hari bagi unit untuk memperbaiki formulir yang dikembalikan"),
        ),
    ),
    (
        "Dokumen",
        (
            ("kertas", "Ukuran kertas: \"A4\" atau \"F4\""),
            ("pola_nomor", "Susunan nomor surat; bagiannya {klasifikasi}, {nomor}, {tahun}"),
            ("pola_unggah", "Nama berkas laporan yang dikirim; bagiannya {instansi}, {periode}, {tahun}"),
            ("batas_unggah", "Ukuran terbesar berkas yang diterima tempat mengunggah, dalam MB"),
        ),
    ),
)  # fmt: skip

# What a key without a default could be, for the commented line.
_MISAL: dict[str, object] = {
    "batas_rata_rata": 120,
    "hari": "kalender",
    "batas_kirim": 15,
    "batas_kirim_tahunan": "28 Februari",
}


def example_toml(sop: str = "karanganyar", tahun: int | None = None, pengumpulan: str = "bulanan") -> str:
    """Settings with every key explained; all but `sop` and `pengumpulan` are comments that show the default."""
    bawaan = Pengaturan(sop=sop, pengumpulan=pengumpulan)
    baris = [
        f"# Setelan kinerja{f' tahun {tahun}' if tahun is not None else ''}.",
        "# Baris yang diawali tanda # tidak dibaca; hapus tanda # di depan kunci untuk mengubah nilainya.",
    ]
    for judul, kunci in _BAGIAN:
        baris += ["", f"# --- {judul} ---"]
        for nama, arti in kunci:
            nilai = getattr(bawaan, nama) if hasattr(bawaan, nama) else getattr(bawaan.kebijakan, nama)
            tulisan = _toml(nilai if nilai is not None else _MISAL[nama])
            baris += [f"# {arti}.", f"{'' if nama in _AKTIF else '# '}{nama} = {tulisan}"]
    return "\n".join(baris) + "\n"


def _toml(nilai: object) -> str:
    if isinstance(nilai, bool):
        return "true" if nilai else "false"
    if isinstance(nilai, str):
        return json.dumps(nilai, ensure_ascii=False)
    return str(nilai)
