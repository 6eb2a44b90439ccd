"""Codes of the family TPL: faults of the Word templates that an office edits."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G = Tingkat.GALAT

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
        "Templat hanya memuat nama, for, dan if; hitungan dan perintah lain dihapus.",
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
        "Templat {berkas} masih memuat {sebab}.",
        "Di Word, hapus semua komentar dan terima atau tolak semua perubahan yang terlacak, lalu simpan.",
    ),
)  # fmt: skip
