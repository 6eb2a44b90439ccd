"""Contoh: indikator, target, anggaran, dan riwayat Inspektorat Daerah Kabupaten Tirta Amerta. Semua angka rekaan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

Isi = str | int | Decimal | date | None
IRBAN = ("IRB1", "IRB2", "IRB3", "IRB4")
SUBBAG = ("SBP", "SBE", "SBU")


def d(teks: str) -> Decimal:
    """Bilangan desimal yang persis."""
    return Decimal(teks)


SKALA = (
    *(("Predikat AKIP", p, n) for n, p in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1)),
    *(("Mutu Layanan", p, n) for n, p in enumerate(("Tidak Baik", "Kurang Baik", "Baik", "Sangat Baik"), 1)),
)

# Kode, Sasaran, Indikator, Satuan, Kelas, Tipe, Polaritas, Rumus Minimal, Konsolidasi Periode, Konsolidasi Unit,
# Frekuensi, Pengali, Desimal, Batas Bawah, Batas Atas, Bobot, Wajib Bukti, Definisi, Sumber, Renstra, Tahun, Standar
INDIKATOR: tuple[tuple[Isi, ...], ...] = (
    (
        "IKU-01", "S1", "Persentase rekomendasi hasil pengawasan yang selesai ditindaklanjuti", "%", "IKU", "Rasio",
        "Maksimal", None, "Terakhir", "Rasio", "Bulanan", 100, 2, 0, 100, 25, "Ya",
        "Jumlah rekomendasi yang selesai ditindaklanjuti sampai dengan bulan ini dibagi jumlah rekomendasi terbuka.",
        "Aplikasi pemantauan tindak lanjut", 90, 2029, None,
    ),
    (
        "IKU-02", "S2", "Persentase pengawasan yang selesai tepat waktu", "%", "IKU", "Rasio",
        "Maksimal", None, "Jumlah", "Rasio", "Bulanan", 100, 2, 0, 100, 25, "Ya",
        "Jumlah penugasan yang selesai sesuai surat tugas dibagi jumlah penugasan yang berakhir pada bulan ini.",
        "Register surat tugas dan laporan", 95, 2029, None,
    ),
    (
        "IKU-03", "S1", "Jumlah laporan hasil pengawasan yang diterbitkan", "laporan", "IKU", "Angka",
        "Maksimal", None, "Jumlah", "Jumlah", "Bulanan", None, 0, 0, 40, 20, "Ya",
        "Banyaknya laporan hasil audit, reviu, evaluasi, dan pemantauan yang ditandatangani pada bulan ini.",
        "Register laporan hasil pengawasan", 220, 2029, None,
    ),
    (
        "IKU-04", "S3", "Predikat akuntabilitas kinerja Inspektorat Daerah", "Predikat AKIP", "IKU", "Predikat",
        "Maksimal", None, "Terakhir", None, "Tahunan", None, 0, None, None, 20, "Ya",
        "Predikat pada laporan hasil evaluasi akuntabilitas kinerja tahun berjalan.",
        "Laporan hasil evaluasi AKIP", "A", 2029, "B",
    ),
    (
        "IKU-05", "S3", "Nilai maturitas penyelenggaraan SPIP terintegrasi", "level", "IKU", "Angka",
        "Maksimal", None, "Terakhir", None, "Tahunan", None, 2, 0, 5, 15, "Ya",
        "Nilai penjaminan kualitas atas penilaian mandiri maturitas SPIP terintegrasi.",
        "Laporan penjaminan kualitas SPIP", d("3.5"), 2029, 3,
    ),
    (
        "IKU-06", "S2", "Indeks kepuasan perangkat daerah atas layanan pengawasan", "indeks", "IKU", "Angka",
        "Maksimal", None, "Rata-rata", "Rata-rata", "Triwulanan", None, 2, 25, 100, 25, "Ya",
        "Nilai rata-rata survei kepuasan obyek pengawasan pada triwulan ini, skala 25 sampai 100.",
        "Survei kepuasan daring", 87, 2029, d("76.61"),
    ),
    (
        "IKU-07", "S1", "Persentase pengaduan masyarakat yang ditangani", "%", "IKU", "Rasio",
        "Maksimal", None, "Jumlah", "Rasio", "Bulanan", 100, 2, 0, 100, 20, "Ya",
        "Jumlah pengaduan yang ditelaah dan ditangani dibagi jumlah pengaduan yang jatuh tempo pada bulan ini.",
        "Register pengaduan", 100, 2029, None,
    ),
    (
        "IKU-08", "S1", "Level kapabilitas APIP", "level", "IKU", "Angka",
        "Maksimal", None, "Maksimum", None, "Semesteran", None, 0, 0, 5, 15, "Ya",
        "Level kapabilitas aparat pengawasan intern pemerintah hasil evaluasi atau penilaian mandiri.",
        "Laporan evaluasi kapabilitas APIP", 4, 2029, 3,
    ),
    (
        "IKK-01", "S2", "Rata-rata waktu penyelesaian laporan hasil pengawasan", "hari kerja", "IKK", "Angka",
        "Minimal", "T/R", "Rata-rata", "Rata-rata", "Bulanan", None, 1, 1, 90, 20, "Ya",
        "Rata-rata hari kerja sejak penugasan berakhir sampai dengan laporan ditandatangani.",
        "Register surat tugas dan laporan", 18, 2029, None,
    ),
    (
        "IKK-02", "S1", "Persentase temuan berulang", "%", "IKK", "Rasio",
        "Minimal", "(2T-R)/T", "Rata-rata", "Rasio", "Triwulanan", 100, 2, 0, 100, 20, "Ya",
        "Jumlah temuan yang sama dengan temuan tahun sebelumnya dibagi jumlah temuan pada triwulan ini.",
        "Basis data temuan", 6, 2029, None,
    ),
    (
        "IKK-03", "S3", "Rasio pengaduan terbukti terhadap jumlah penduduk", "per 100.000 penduduk", "IKK", "Rasio",
        "Minimal", "T/R", "Terakhir", None, "Semesteran", 100_000, 2, 0, None, 10, "Tidak",
        "Jumlah pengaduan terbukti sejak Januari dibagi jumlah penduduk, dikalikan 100.000.",
        "Register pengaduan; data kependudukan semester terakhir", d("3"), 2029, None,
    ),
    (
        "IKK-04", "S3", "Persentase realisasi anggaran terhadap anggaran kas", "%", "IKK", "Angka",
        "Rentang Maksimal", None, "Rata-rata", None, "Bulanan", None, 2, 0, 150, 10, "Ya",
        "Realisasi belanja sampai dengan bulan ini dibagi anggaran kas sampai dengan bulan ini.",
        "Sistem informasi keuangan daerah", "90-100", 2029, None,
    ),
    (
        "IKK-05", "S2", "Waktu penyelesaian reviu dokumen perencanaan dan laporan keuangan", "hari kerja", "IKK",
        "Angka", "Rentang Minimal", None, "Maksimum", None, "Triwulanan", None, 1, 1, 60, 15, "Ya",
        "Waktu terlama penyelesaian reviu pada triwulan ini, sejak dokumen lengkap sampai laporan reviu.",
        "Register reviu", "4-6", 2029, None,
    ),
    (
        "IKK-06", "S3", "Kesesuaian pelaksanaan kegiatan dengan rencana aksi", "%", "IKK", "Angka",
        "Stabil", None, "Rata-rata", None, "Bulanan", None, 2, 0, 200, 10, "Tidak",
        "Jumlah kegiatan yang dilaksanakan dibagi jumlah kegiatan dalam rencana aksi bulan ini.",
        "Laporan pelaksanaan rencana aksi", 100, 2029, None,
    ),
    (
        "IKK-07", "S3", "Laporan pertanggungjawaban keuangan disampaikan sebelum tanggal 10", "ya/tidak", "IKK",
        "Ya/Tidak", "Maksimal", None, "Minimum", None, "Bulanan", None, 0, None, None, 5, "Ya",
        "Ya bila laporan pertanggungjawaban bendahara disampaikan sebelum tanggal 10; setahun Ya bila semua bulan Ya.",
        "Tanda terima laporan", "Ya", 2029, None,
    ),
    (
        "IKK-08", "S3", "Jumlah pelanggaran disiplin pegawai", "kasus", "IKK", "Angka",
        "Minimal", "(2T-R)/T", "Jumlah", None, "Bulanan", None, 0, 0, 20, 5, "Tidak",
        "Banyaknya pegawai yang dijatuhi hukuman disiplin pada bulan ini.", "Berkas kepegawaian", 0, 2029, None,
    ),
    (
        "IKK-09", "S3", "Predikat mutu layanan administrasi umum", "Mutu Layanan", "IKK", "Predikat",
        "Maksimal", None, "Maksimum", None, "Triwulanan", None, 0, None, None, 5, "Ya",
        "Predikat hasil survei internal pegawai pada triwulan ini.", "Survei internal", "Sangat Baik", 2029, None,
    ),
    (
        "IKK-10", "S2", "Persentase dokumen perencanaan, pelaporan, dan keuangan yang selesai tepat waktu", "%", "IKK",
        "Rasio", "Maksimal", None, "Jumlah", "Rasio", "Bulanan", 100, 2, 0, 100, 15, "Ya",
        "Jumlah dokumen yang selesai sesuai jadwal dibagi jumlah dokumen yang jatuh tempo pada bulan ini.",
        "Jadwal penyusunan dokumen", 100, 2029, None,
    ),
)  # fmt: skip


def bulanan(nilai: Isi | Sequence[Isi], tahun: Isi) -> tuple[Isi, ...]:
    """Dua belas target bulan (satu nilai berarti sama setiap bulan) dan target tahun."""
    bulan = list(nilai) if isinstance(nilai, list | tuple) else [nilai] * 12
    return (*bulan, tahun)


def berkala(langkah: int, nilai: Sequence[Isi], tahun: Isi) -> tuple[Isi, ...]:
    """Target triwulanan (langkah 3), semesteran (6), atau tahunan (12) dan target tahun."""
    bulan: list[Isi] = [None] * 12
    for ke, n in enumerate(nilai, 1):
        bulan[ke * langkah - 1] = n
    return (*bulan, tahun)


_TINDAK_LANJUT = [40, 45, 50, 54, 58, 62, 65, 68, 72, 75, 78, 80]
TARGET: tuple[tuple[Isi, ...], ...] = (
    *(("IKU-01", u, *bulanan(_TINDAK_LANJUT, 80)) for u in IRBAN),
    ("IKU-02", None, *bulanan(88, 88)),
    *(("IKU-02", u, *bulanan(t, t)) for u, t in zip(IRBAN, (90, 90, 86, 86), strict=True)),
    ("IKU-03", "IRB1", *bulanan([2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3], 44)),
    ("IKU-03", "IRB2", *bulanan([2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3], 44)),
    ("IKU-03", "IRB3", *bulanan([2, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4], 44)),
    ("IKU-03", "IRB4", *bulanan([2, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 3], 42)),
    ("IKU-04", "SBE", *berkala(12, ["A"], "A")),
    ("IKU-05", "SBP", *berkala(12, [d("3.25")], d("3.25"))),
    ("IKU-06", "SEK", *berkala(3, [83, 83, 84, 84], d("83.5"))),
    *(("IKU-06", u, *berkala(3, [84, 84, 85, 85], d("84.5"))) for u in IRBAN),
    *(("IKU-07", u, *bulanan(100, 100)) for u in IRBAN),
    ("IKU-08", "SEK", *berkala(6, [3, 3], 3)),
    *(("IKK-01", u, *bulanan(t, t)) for u, t in zip(IRBAN, (20, 20, 20, 22), strict=True)),
    *(("IKK-02", u, *berkala(3, [12, 10, 10, 8], 10)) for u in IRBAN),
    ("IKK-03", "SBE", *berkala(6, [d("2.5"), d("4.5")], d("4.5"))),
    ("IKK-04", "SBP", *bulanan("90-100", "90-100")),
    ("IKK-05", "SBE", *berkala(3, ["5-7"] * 4, "5-7")),
    ("IKK-06", "SEK", *bulanan(100, 100)),
    ("IKK-07", "SBU", *bulanan("Ya", "Ya")),
    ("IKK-08", "SBU", *bulanan(0, 0)),
    ("IKK-09", "SBU", *berkala(3, ["Baik", "Baik", "Baik", "Sangat Baik"], "Sangat Baik")),
    *(("IKK-10", u, *bulanan(95, 95)) for u in SUBBAG),
)

_PERUBAHAN = date(2026, 9, 21)
ANGGARAN: tuple[tuple[Isi, ...], ...] = (
    ("6.01.01", None, "Program", "Program Penunjang Urusan Pemerintahan Daerah Kabupaten", "S3"),
    ("6.01.01.2.01", None, "Kegiatan", "Perencanaan, Penganggaran, dan Evaluasi Kinerja Perangkat Daerah", "S3"),
    ("6.01.01.2.01.0001", "SBP", "Sub Kegiatan", "Penyusunan Dokumen Perencanaan Perangkat Daerah", "S3", 48_500_000),
    ("6.01.01.2.01.0007", "SBE", "Sub Kegiatan", "Evaluasi Kinerja Perangkat Daerah", "S3", 62_750_000),
    ("6.01.01.2.02", None, "Kegiatan", "Administrasi Keuangan Perangkat Daerah", "S3"),
    ("6.01.01.2.02.0001", "SBU", "Sub Kegiatan", "Penyediaan Gaji dan Tunjangan ASN", "S3", 9_846_320_000),
    ("6.01.01.2.05", None, "Kegiatan", "Administrasi Kepegawaian Perangkat Daerah", "S3"),
    (
        "6.01.01.2.05.0009", "SEK", "Sub Kegiatan", "Pendidikan dan Pelatihan Pegawai Berdasarkan Tugas dan Fungsi",
        "S3", 285_000_000,
    ),
    ("6.01.01.2.06", None, "Kegiatan", "Administrasi Umum Perangkat Daerah", "S3"),
    ("6.01.01.2.06.0004", "SBU", "Sub Kegiatan", "Penyediaan Bahan Logistik Kantor", "S3", 118_400_000),
    ("6.01.01.2.06.0009", "SEK", "Sub Kegiatan", "Penyelenggaraan Rapat Koordinasi dan Konsultasi", "S3", 196_250_000),
    ("6.01.02", None, "Program", "Program Penyelenggaraan Pengawasan", "S1"),
    ("6.01.02.2.01", None, "Kegiatan", "Penyelenggaraan Pengawasan Internal", "S1"),
    ("6.01.02.2.01.0001", "IRB1", "Sub Kegiatan", "Pengawasan Kinerja Pemerintah Daerah", "S1", 412_600_000),
    ("6.01.02.2.01.0002", "IRB2", "Sub Kegiatan", "Pengawasan Keuangan Pemerintah Daerah", "S1", 398_150_000),
    ("6.01.02.2.01.0003", "IRB3", "Sub Kegiatan", "Reviu Laporan Kinerja", "S2", 147_300_000),
    ("6.01.02.2.01.0004", "IRB4", "Sub Kegiatan", "Reviu Laporan Keuangan", "S2", 163_900_000),
    ("6.01.02.2.01.0005", "IRB3", "Sub Kegiatan", "Pengawasan Desa", "S1", 356_000_000),
    (
        "6.01.02.2.01.0007", "SEK", "Sub Kegiatan", "Monitoring dan Evaluasi Tindak Lanjut Hasil Pemeriksaan", "S1",
        134_700_000,
    ),
    ("6.01.02.2.02", None, "Kegiatan", "Penyelenggaraan Pengawasan dengan Tujuan Tertentu", "S1"),
    ("6.01.02.2.02.0001", "IRB4", "Sub Kegiatan", "Penanganan Penyelesaian Kerugian Negara/Daerah", "S1", 121_500_000),
    ("6.01.02.2.02.0002", "IRB2", "Sub Kegiatan", "Pengawasan dengan Tujuan Tertentu", "S1", 208_750_000),
    ("6.01.03", None, "Program", "Program Perumusan Kebijakan, Pendampingan, dan Asistensi", "S2"),
    ("6.01.03.2.02", None, "Kegiatan", "Pendampingan dan Asistensi", "S2"),
    ("6.01.03.2.02.0001", "IRB1", "Sub Kegiatan", "Pendampingan dan Asistensi Urusan Pemerintahan", "S2", 176_300_000),
    ("6.01.03.2.02.0003", "IRB4", "Sub Kegiatan", "Koordinasi Pencegahan dan Pemberantasan Korupsi", "S2", 142_000_000),
    # DPA perubahan
    (
        "6.01.01.2.05.0009", "SEK", "Sub Kegiatan", "Pendidikan dan Pelatihan Pegawai Berdasarkan Tugas dan Fungsi",
        "S3", 215_000_000, _PERUBAHAN,
    ),
    (
        "6.01.02.2.01.0001", "IRB1", "Sub Kegiatan", "Pengawasan Kinerja Pemerintah Daerah", "S1", 447_600_000,
        _PERUBAHAN,
    ),
    ("6.01.02.2.01.0005", "IRB3", "Sub Kegiatan", "Pengawasan Desa", "S1", 391_000_000, _PERUBAHAN),
)  # fmt: skip
