"""Codes of the family PTU: the weekly Kertas Kerja Pemantauan itself."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("PTU001", "kertas-pemantauan-bukan-milik-kita", _G,
             "Kertas Kerja Pemantauan ini bertanda {tertulis}, sedangkan {sebab}.",
             "Kirim kertas kerja yang dibuat Tim dengan kinerja monitor untuk unit dan bulan itu."),
    RuleInfo("PTU002", "isian-pemantauan-tidak-terbaca", _G,
             "{kolom} {indikator} {minggu} di sel {sel} tertulis “{tertulis}”; seharusnya {diharapkan}.",
             "Ketik ulang sel {sel} di lembar {lembar}: {diharapkan}. Kosongkan bila belum ada datanya."),
    RuleInfo("PTU003", "minggu-belum-tiba", _G,
             "{minggu} baru mulai {mulai}, tetapi realisasi {indikator} di sel {sel} sudah diisi ({tertulis}) ketika"
             " kertas kerja diterima {diterima}.",
             "Kosongkan sel {sel} di lembar {lembar} dan isi lembar minggu yang benar."),
    RuleInfo("PTU004", "varian-buruk-tanpa-tindakan", _G,
             "Varian {indikator} {minggu} {tertulis} (kumulatif {kumulatif}, seharusnya {ujung}), tetapi Tindakan"
             " Perbaikan di sel {sel} belum diisi.",
             "Isi sel {sel} di lembar {lembar} dengan tindakan agar target tercapai, beserta Penanggung Jawab dan Batas"
             " Waktu. Bila realisasinya yang keliru, betulkan realisasinya.",
             "tindakan perbaikan"),
    RuleInfo("PTU005", "tindakan-tanpa-penanggung-jawab", _G,
             "Tindakan Perbaikan {indikator} {minggu} tidak menyebut Penanggung Jawab (sel {sel} kosong).",
             "Isi sel {sel} di lembar {lembar} dengan nama atau jabatan yang melakukannya.",
             "nama atau jabatan"),
    RuleInfo("PTU006", "tindakan-tanpa-batas-waktu", _G,
             "Batas Waktu tindakan {indikator} {minggu} di sel {sel} {keadaan}.",
             "Isi sel {sel} di lembar {lembar} dengan tanggal, misalnya {contoh}.",
             "sebuah tanggal"),
    RuleInfo("PTU007", "batas-waktu-sebelum-minggunya", _P,
             "Batas Waktu tindakan {indikator} {minggu} di sel {sel} ({tertulis}) lebih awal dari minggu itu sendiri,"
             " yang mulai {diharapkan}.",
             "Periksa tanggal di sel {sel} lembar {lembar}; mungkin bulan atau tahunnya keliru."),
    RuleInfo("PTU008", "status-tindakan-tidak-dikenal", _G,
             "{kolom} {indikator} {minggu} di sel {sel} tertulis “{tertulis}”, bukan Belum, Berjalan, atau"
             " Selesai.{mungkin}",
             "Pilih Belum, Berjalan, atau Selesai dari daftar di sel {sel} lembar {lembar}.",
             "Belum, Berjalan, atau Selesai"),
    RuleInfo("PTU009", "bagian-target-berubah", _G,
             "{kolom} {indikator} {minggu} di sel {sel} tertulis {tertulis}, sedangkan kertas kerja dibuat dengan"
             " {diharapkan}.",
             "Kembalikan sel {sel} di lembar {lembar} ke {diharapkan}. Bila targetnya memang berubah, minta Tim membuat"
             " kertas kerja baru."),
    RuleInfo("PTU010", "baris-pemantauan-tidak-ada", _G,
             "Baris {indikator} {keadaan} di lembar {lembar}.",
             "Kembalikan baris {indikator} di lembar {lembar} seperti semula: satu baris dengan Kode {indikator}."),
    RuleInfo("PTU011", "minggu-terlewat", _P,
             "{minggu} ({rentang}) sudah lewat, tetapi {banyak} indikator belum diisi: {daftar}.",
             "Isi Realisasi Minggu Ini untuk {daftar} di lembar {lembar}."),
    RuleInfo("PTU012", "isian-pemantauan-hilang", _P,
             "Kertas kerja sebelumnya ({lain}) memuat realisasi {indikator} {minggu} {diharapkan}, tetapi pada kiriman"
             " terakhir selnya kosong.",
             "Pastikan yang dikirim versi terakhir; isi kembali realisasi {indikator} di lembar {lembar}, atau biarkan"
             " bila memang dicabut."),
    RuleInfo("PTU013", "tindakan-lewat-batas-waktu", _P,
             "Tindakan {indikator} “{uraian}” ({penanggung_jawab}) seharusnya selesai {diharapkan}, tetapi ketika"
             " kertas kerja diterima {diterima} statusnya masih {tertulis}.",
             "Selesaikan tindakan itu dan pilih Selesai pada lembar minggu terakhir, atau tulis tindakan baru dengan"
             " batas waktu yang baru."),
)  # fmt: skip
