"""Codes of the families MST (master: indicators, targets, budget, history), STL (settings) and TPL (templates)."""

from __future__ import annotations

from kinerja.catalogue import induk_lembar, setelan, templat
from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

_INDIKATOR = (
    RuleInfo(
        "MST050", "rumus-minimal-tidak-pada-tempatnya", _G,
        "Rumus Minimal diisi, padahal polaritasnya {polaritas}.",
        "Kosongkan sel {sel}, atau ubah Polaritas menjadi Minimal.",
    ),
    RuleInfo(
        "MST051", "rumus-minimal-kosong", _G,
        "Polaritas Minimal memerlukan Rumus Minimal, tetapi sel {sel} kosong; hasil kedua rumus berbeda.",
        "Pilih (2T-R)/T atau T/R di sel {sel}, sesuai pedoman instansi.",
    ),
    RuleInfo(
        "MST052", "konsolidasi-unit-kosong", _G,
        "Indikator {indikator} ditargetkan pada {banyak} unit, tetapi Konsolidasi Unit kosong.",
        "Pilih Jumlah, Rata-rata, atau Rasio di sel {sel}.",
    ),
    RuleInfo(
        "MST053", "konsolidasi-tidak-cocok", _G,
        "Konsolidasi Periode “{tertulis}” tidak dapat dipakai untuk tipe {tipe}.",
        "Pilih salah satu di sel {sel}: {diharapkan}.",
    ),
    RuleInfo(
        "MST054", "konsolidasi-rasio-bukan-rasio", _G,
        "Konsolidasi Unit Rasio memerlukan pembilang dan penyebut, padahal tipe indikator ini {tipe}.",
        "Pilih Jumlah atau Rata-rata di sel {sel}, atau ubah Tipe Nilai menjadi Rasio.",
    ),
    RuleInfo(
        "MST055", "rasio-dijumlahkan", _G,
        "Hasil rasio beberapa unit tidak boleh dijumlahkan.",
        "Pilih Rasio (jumlah pembilang dibagi jumlah penyebut) atau Rata-rata di sel {sel}.",
    ),
    RuleInfo(
        "MST056", "skala-tidak-ada", _G,
        "Satuan “{tertulis}” bukan nama skala pada lembar “Skala”.{mungkin}",
        "Tulis nama skala di sel {sel}, atau tambahkan skala itu pada lembar “Skala”.",
    ),
    RuleInfo(
        "MST057", "peringkat-ganda", _G,
        "Pada skala “{skala}”, “{satu}” dan “{dua}” berperingkat sama ({tertulis}).",
        "Beri peringkat yang berbeda di sel {sel}.",
    ),
    RuleInfo(
        "MST058", "rentang-bukan-angka", _G,
        "Polaritas “{tertulis}” memerlukan target rentang angka, padahal tipe indikator ini {tipe}.",
        "Pilih Maksimal di sel {sel}, atau ubah Tipe Nilai.",
    ),
    RuleInfo(
        "MST059", "batas-terbalik", _G,
        "Batas Bawah ({tertulis}) lebih besar daripada Batas Atas ({atas}).",
        "Betulkan sel {sel} atau Batas Atas di sebelahnya.",
    ),
    RuleInfo(
        "MST060", "bobot-sebagian", _G,
        "Bobot indikator {indikator} kosong, padahal indikator lain pada sasaran {sasaran} berbobot.",
        "Isi bobotnya, mulai sel {sel}, atau kosongkan bobot semua indikator pada sasaran {sasaran}.",
    ),
    RuleInfo(
        "MST061", "bobot-berjumlah-nol", _G,
        "Jumlah bobot indikator pada sasaran {sasaran} adalah 0.",
        "Isi bobot yang lebih besar dari 0, mulai sel {sel}, atau kosongkan semuanya.",
    ),
    RuleInfo(
        "MST062", "bobot-sebagian-sasaran", _P,
        "Sasaran {sasaran} tidak berbobot, padahal sasaran lain berbobot; rata-rata instansi dihitung tanpa bobot.",
        "Isi bobot indikator sasaran {sasaran}, mulai sel {sel}, atau kosongkan bobot semua indikator.",
    ),
    RuleInfo(
        "MST063", "persentase-dijumlahkan", _P,
        "Indikator {indikator} bersatuan % dan dijumlahkan antarbulan; persentase biasanya tidak dijumlahkan.",
        "Periksa Konsolidasi Periode di sel {sel}; pakai tipe Rasio bila ada pembilang dan penyebutnya.",
    ),
    RuleInfo(
        "MST064", "polaritas-meragukan", _P,
        "Polaritas indikator {indikator} “{tertulis}”, padahal nama “{nama}” mengisyaratkan {arah}.",
        "Periksa Polaritas di sel {sel}; biarkan bila memang demikian.",
    ),
    RuleInfo(
        "MST065", "indikator-tanpa-target", _P,
        "Indikator {indikator} tidak mempunyai baris pada lembar “Target”, sehingga tidak muncul di formulir mana pun.",
        "Tambahkan baris target untuk {indikator}, atau hapus indikator itu.",
    ),
    RuleInfo(
        "MST066", "tidak-ada-unit-pelapor", _P,
        "Indikator {indikator} hanya mempunyai target instansi; tidak ada unit yang mengisi realisasinya.",
        "Tambahkan baris target untuk unit yang melaporkan {indikator}.",
    ),
    RuleInfo(
        "MST067", "unit-dan-induk-melaporkan", _P,
        "Indikator {indikator} dilaporkan unit {unit} dan induknya {atas}; angka instansi menghitung nilai keduanya,"
        " masing-masing sekali.",
        "Pastikan nilai {atas} tidak memuat nilai {unit}; bila memuat, hapus baris target salah satunya.",
    ),
)  # fmt: skip

_TARGET = (
    RuleInfo(
        "MST070", "target-di-luar-frekuensi", _G,
        "Target {daftar} diisi, padahal indikator {indikator} diukur {frekuensi} ({bulan}).",
        "Kosongkan target itu, mulai sel {sel}, atau betulkan Frekuensi indikator {indikator}.",
    ),
    RuleInfo(
        "MST071", "target-bulan-kosong", _G,
        "Target indikator {indikator} belum diisi untuk {bulan}, padahal bulan lain terisi.",
        "Isi mulai sel {sel}; atau kosongkan semua bulan bila hanya ada target tahunan.",
    ),
    RuleInfo(
        "MST072", "target-tahun-tidak-cocok", _G,
        "Target tahun {indikator} tertulis {tahun}, padahal target bulannya memberi {diharapkan} ({aturan}).",
        "Samakan sel {sel} dengan {diharapkan}, atau betulkan target bulannya.",
    ),
    RuleInfo(
        "MST073", "target-tahun-kosong", _G,
        "Target tahun {indikator} kosong, padahal target bulannya terisi.",
        "Isi sel {sel}; menurut target bulannya seharusnya {diharapkan}.",
    ),
    RuleInfo(
        "MST074", "target-kosong", _G,
        "Baris target indikator {indikator} tidak berisi angka.",
        "Isi target bulan dan target tahun, atau hapus barisnya.",
    ),
    RuleInfo(
        "MST075", "target-ganda", _G,
        "Target indikator {indikator} untuk {unit} sudah ada pada baris {lain}.",
        "Hapus salah satu baris, atau betulkan kolom Indikator atau Unit.",
    ),
    RuleInfo(
        "MST076", "rentang-tidak-terbaca", _G,
        "“{tertulis}” pada kolom “{judul}” bukan rentang; polaritas indikator ini memerlukan rentang.",
        "Ubah format sel {sel} menjadi Teks, lalu tulis batas bawah dan atas dengan tanda hubung, misalnya 80-90.",
    ),
    RuleInfo(
        "MST077", "rentang-menjadi-tanggal", _G,
        "Sel {sel} berisi tanggal ({tertulis}); Excel mengubah rentang yang diketik (misalnya 7-8) menjadi tanggal.",
        "Ubah format sel {sel} menjadi Teks, lalu ketik ulang rentangnya.",
    ),
    RuleInfo(
        "MST078", "target-instansi-perlu-predikat", _G,
        "Indikator {indikator} bertipe {tipe} dan dilaporkan beberapa unit, tetapi target instansi belum ada.",
        "Tambahkan baris target {indikator} dengan kolom Unit kosong.",
    ),
    RuleInfo(
        "MST079", "target-instansi-perlu-rasio", _G,
        "Target {judul} {indikator} unit {unit} berbeda dari unit {lain}, sehingga target instansi tidak pasti.",
        "Tambahkan baris target {indikator} dengan kolom Unit kosong, atau samakan target unit.",
    ),
    RuleInfo(
        "MST080", "predikat-tidak-dikenal", _G,
        "“{tertulis}” pada kolom “{judul}” bukan predikat indikator ini.{mungkin}",
        "Tulis salah satu di sel {sel}: {diharapkan}.",
    ),
    RuleInfo(
        "MST081", "target-nol", _C,
        "Target indikator {indikator} bernilai 0 pada {bulan}; capaian terhadap target 0 tidak dapat dihitung.",
        "Biarkan bila memang 0 (lihat setelan target_nol); bila belum ditetapkan, kosongkan sel {sel}.",
    ),
    RuleInfo(
        "MST082", "target-negatif", _G,
        "Target {judul} indikator {indikator} bernilai negatif ({tertulis}).",
        "Betulkan sel {sel}; target tidak boleh kurang dari 0.",
    ),
    RuleInfo(
        "MST083", "target-pecahan-persen", _P,
        "Target {indikator} bersatuan %, tetapi tertulis {satu}; mungkin maksudnya {dua} %.",
        "Tulis {dua} di sel {sel} bila itu yang dimaksud; biarkan bila memang {satu} %.",
    ),
)  # fmt: skip

_ANGGARAN_RIWAYAT = (
    RuleInfo(
        "MST090", "pagu-tidak-sama-dengan-jumlah", _P,
        "Pagu {mata} tertulis {pagu}, padahal jumlah di bawahnya {jumlah} (selisih {selisih}).",
        "Betulkan sel {sel}, atau kosongkan agar dijumlahkan dari bawahnya.",
    ),
    RuleInfo(
        "MST091", "unit-anggaran-kosong", _G,
        "{jenis} ini tingkat terbawah yang diisi unit, tetapi kolom Unit kosong.",
        "Isi kode unit pengelolanya di sel {sel}.",
    ),
    RuleInfo(
        "MST092", "pagu-kosong", _G,
        "{jenis} ini tingkat terbawah, tetapi pagunya kosong.",
        "Isi pagu di sel {sel}; ketik 0 bila memang tidak beranggaran.",
    ),
    RuleInfo(
        "MST093", "mata-anggaran-ganda", _G,
        "Kode {tertulis} sudah ada pada baris {lain} {sebab}.",
        "Hapus salah satu, betulkan Kode di sel {sel}, atau isi Berlaku Mulai bila baris ini DPA perubahan.",
    ),
    RuleInfo(
        "MST100", "periode-tidak-dikenal", _G,
        "“{tertulis}” bukan periode.",
        "Tulis di sel {sel} tahun, triwulan, atau bulan, misalnya 2025, 2025-TW4, atau 2025-12.",
    ),
    RuleInfo(
        "MST101", "riwayat-tahun-berjalan", _P,
        "Riwayat {indikator} untuk {tertulis} bukan dari tahun sebelum {tahun}.",
        "Hapus baris ini; realisasi tahun {tahun} dikumpulkan melalui formulir.",
    ),
    RuleInfo(
        "MST102", "riwayat-ganda", _G,
        "Riwayat {indikator} untuk {periode} sudah ada pada baris {lain}.",
        "Hapus salah satu baris.",
    ),
    RuleInfo(
        "MST110", "hari-libur-ganda", _C,
        "{tanggal} sudah tercatat sebagai hari libur di sel {lain}.",
        "Hapus salah satu baris; hari libur tetap dihitung satu kali.",
    ),
    RuleInfo(
        "MST120", "frekuensi-bulanan-pada-triwulanan", _G,
        "Indikator {indikator} berfrekuensi Bulanan, padahal data dikumpulkan per triwulan (setelan pengumpulan).",
        "Ubah Frekuensi di sel {sel} menjadi Triwulanan atau lebih jarang, atau ubah pengumpulan menjadi \"bulanan\".",
    ),
    RuleInfo(
        "MST121", "hari-libur-belum-ada", _P,
        "Belum ada hari libur tahun {tahun}, padahal tenggat dihitung dengan hari kerja atau digeser karena libur;"
        " sementara ini tenggat yang jatuh di tahun itu dihitung dengan hari kalender.",
        "Jalankan kinerja libur {tahun}, lalu cocokkan lembar “Libur” dengan keputusan bersama menteri dan libur"
        " daerah.",
    ),
)  # fmt: skip

ATURAN: tuple[RuleInfo, ...] = (
    *induk_lembar.ATURAN, *_INDIKATOR, *_TARGET, *_ANGGARAN_RIWAYAT, *setelan.ATURAN, *templat.ATURAN,
)  # fmt: skip
