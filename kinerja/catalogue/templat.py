"""Codes of the family TPL: faults of the Word templates that an office edits."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo(
        "TPL001", "templat-tidak-ada", _G,
        "Templat {berkas} tidak ada.",
        "Kembalikan berkasnya ke map templat; salinan bawaannya dibuat oleh “kinerja init”.",
    ),
    RuleInfo(
        "TPL002", "templat-rusak", _G,
        "Templat {berkas} tidak dapat dibuka sebagai dokumen Word (.docx).",
        "Buka dan simpan ulang dari Word sebagai .docx, atau ambil kembali templat bawaan.",
    ),
    RuleInfo(
        "TPL003", "penanda-salah-tulis", _G,
        "Pada {tempat}, penanda “{tertulis}” salah tulis: {sebab}.",
        "Tulis penanda utuh dengan kurung kurawal biasa, misalnya {{{{ periode.nama }}}}, dan tutup setiap for dan if.",
    ),
    RuleInfo(
        "TPL004", "nama-tidak-dikenal", _G,
        "Pada {tempat}, nama “{tertulis}” tidak dikenal.{mirip}",
        "Betulkan nama itu; daftar nama beserta contohnya ada di README.md pada map templat.",
    ),
    RuleInfo(
        "TPL005", "penanda-baris-di-luar-tabel", _G,
        "Pada {tempat}, penanda “{tertulis}” berada di luar tabel.",
        "Pakai {{%p … %}} di luar tabel; {{%tr … %}} hanya untuk baris tabel dan {{%tc … %}} hanya untuk kolomnya.",
    ),
    RuleInfo(
        "TPL006", "isi-penanda-terlarang", _G,
        "Pada {tempat}, penanda “{tertulis}” tidak diperbolehkan: {sebab}.",
        "Hapus hitungan atau perintah itu; templat hanya memuat nama siap cetak, for, dan if.",
    ),
    RuleInfo(
        "TPL007", "penanda-pada-batas-bagian", _G,
        "Pada {tempat}, penanda “{tertulis}” berada di paragraf yang memuat pemisah bagian.",
        "Pindahkan penanda ke paragraf tersendiri, supaya pemisah bagian dan arah kertas tidak ikut hilang.",
    ),
    RuleInfo(
        "TPL008", "nilai-bukan-teks", _G,
        "Pada {tempat}, “{tertulis}” {sebab}.",
        "Pakai for untuk daftar, nama isinya untuk kumpulan, if untuk ya atau tidak; lihat README.md di map templat.",
    ),
    RuleInfo(
        "TPL009", "komentar-atau-perubahan-terlacak", _G,
        "Pada {tempat} masih ada {sebab}.",
        "Di Word, hapus semua komentar dan terima atau tolak semua perubahan yang terlacak, lalu simpan.",
    ),
    RuleInfo(
        "TPL010", "awalan-pada-penanda-cetak", _G,
        "Pada {tempat}, penanda “{tertulis}” memakai awalan; isinya tidak akan tercetak.",
        "Tulis {{{{ {sebab} }}}}. Awalan p, r, tr, dan tc hanya untuk penanda {{% … %}}; huruf diatur di templat.",
    ),
    RuleInfo(
        "TPL011", "penanda-terpotong", _C,
        "Pada {tempat}, penanda “{tertulis}” terpotong menjadi {sebab} bagian oleh Word; tetap terbaca.",
        "Tidak harus diubah. Bila huruf hasilnya keliru, hapus penanda itu dan ketik ulang sekaligus.",
    ),
    RuleInfo(
        "TPL012", "baris-judul-tidak-diulang", _C,
        "Tabel {tabel} dapat melewati satu halaman, tetapi {sebab}.",
        "Pilih baris judulnya di Word, lalu Tata Letak > Ulangi Baris Header (Layout > Repeat Header Rows).",
    ),
    RuleInfo(
        "TPL013", "baris-dapat-terbelah", _C,
        "Baris tabel {tabel} dapat terbelah di dua halaman.",
        "Pilih tabelnya di Word, Properti Tabel > Baris, lalu kosongkan centang “Perbolehkan baris memisah halaman”.",
    ),
    RuleInfo(
        "TPL014", "tulisan-ikut-hilang", _G,
        "Pada {tempat}, tulisan “{sebab}” ikut hilang bersama penanda “{tertulis}”.",
        "Pindahkan tulisan itu; penanda {{%p … %}} berdiri sendiri di paragrafnya, {{%tr … %}} sendiri di barisnya.",
    ),
    RuleInfo(
        "TPL015", "penanda-di-tempat-yang-tidak-diisi", _G,
        "Penanda “{tertulis}” berada di {tempat}, yang tidak pernah diisi; ia tercetak apa adanya.",
        "Pindahkan penanda itu ke teks biasa, tabel, kepala atau kaki halaman, atau catatan kaki.",
    ),
    RuleInfo(
        "TPL016", "pemisah-bagian-di-dalam-blok", _P,
        "Pemisah bagian ikut hilang atau berulang bersama “{tertulis}” pada {tempat}.",
        "Mulai blok tepat sesudah pemisah bagian sebelumnya, atau keluarkan pemisah bagian dari dalam blok.",
    ),
    RuleInfo(
        "TPL017", "templat-gagal-dicetak", _G,
        "Templat {berkas} tidak dapat dicetak dengan contoh isi: {sebab}",
        "{perbaikan}",
    ),
    RuleInfo(
        "TPL018", "templat-terlalu-berat", _G,
        "Templat {berkas} tidak selesai diperiksa dalam {batas} detik atau memakai terlalu banyak memori; dihentikan.",
        "Kurangi for di dalam for dan penanda yang sangat panjang, atau mulai lagi dari templat bawaan.",
    ),
    RuleInfo(
        "TPL019", "bidang-tidak-utuh", _G,
        "Pada {tempat}, bidang Word {sebab}; tulisan di sekitarnya dapat hilang atau tercetak sebagai kode.",
        "Hapus bidang itu di Word, lalu sisipkan lagi (Sisipkan > Bagian Cepat > Bidang), atau salin paragrafnya dari "
        "templat bawaan.",
    ),
)  # fmt: skip
