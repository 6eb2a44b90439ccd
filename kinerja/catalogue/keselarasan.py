"""Codes of the family SLR: one figure against others that it should agree with."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("SLR001", "pencilan-terhadap-riwayat", _P,
             "Realisasi {indikator} di sel {sel} ({tertulis}) menyimpang jauh dari {banyak} data sebelumnya:"
             " median {median}, simpangan median (MAD) {mad}, wajar {diharapkan}.",
             "Periksa angka di sel {sel}. Bila benar, jelaskan sebabnya di Faktor Pendorong atau Faktor"
             " Penghambat."),
    RuleInfo("SLR002", "anggaran-habis-tanpa-kinerja", _P,
             "Anggaran sasaran {sasaran} sudah terserap {serapan} % s.d. {periode}, tetapi realisasi semua"
             " indikatornya ({daftar}) nol.",
             "Periksa Realisasi anggaran di sel {sel} dan realisasi indikatornya; jelaskan bila memang belum ada"
             " hasil."),
    RuleInfo("SLR003", "kinerja-tanpa-anggaran", _C,
             "Indikator sasaran {sasaran} ({daftar}) mencapai target, tetapi anggarannya belum terserap sama"
             " sekali s.d. {periode} (sel {sel}).",
             "Periksa Realisasi anggaran di sel {sel}; mungkin belanjanya belum dicatat."),
    RuleInfo("SLR004", "menyimpang-antarunit", _P,
             "Realisasi {indikator} unit {unit} di sel {sel} ({tertulis}) menyimpang jauh dari {banyak} unit lain"
             " yang melaporkannya: median {median}, wajar {diharapkan}.",
             "Periksa satuan dan angka di sel {sel}; bandingkan cara menghitungnya dengan unit lain."),
    RuleInfo("SLR005", "data-lalu-diperbaiki", _C,
             "Realisasi s.d. Lalu {indikator} pada formulir (sel {sel}) {tertulis}, sedangkan data yang kini"
             " berlaku {diharapkan}, karena ada perbaikan sesudah formulir diterbitkan.",
             "Tidak perlu mengubah sel {sel}; laporan memakai data yang kini berlaku. Pastikan perbaikan itu"
             " memang dimaksudkan."),
    RuleInfo("SLR006", "kumulatif-turun", _P,
             "{kolom} {indikator} di sel {sel} ({tertulis}) lebih kecil dari {lalu} ({diharapkan}), padahal"
             " angkanya kumulatif dan tidak mungkin turun.",
             "Periksa sel {sel}: isi jumlah sejak Januari s.d. {periode}. Bila data sebelumnya yang salah, kirim"
             " perbaikannya."),
    RuleInfo("SLR007", "revisi-lama-masih-dipakai", _C,
             "Selama kiriman ini belum valid, laporan tetap memakai revisi {revisi} yang sudah valid ({lain}).",
             "Betulkan kiriman ini lalu kirim ulang; setelah valid, datanya menggantikan revisi {revisi}."),
    RuleInfo("SLR008", "angka-terlapor-berubah", _P,
             "Angka {butir} {periode} di sel {sel} kini {tertulis}, padahal laporan {laporan} yang dibuat {dibuat}"
             " sudah memuat {diharapkan}.",
             "Periksa sel {sel}. Bila angka itu memang diperbaiki, {cara}; bila tidak, kembalikan ke angka semula."
             " Tim dapat juga menerima temuan ini dengan menulis alasannya."),
    RuleInfo("SLR009", "perbaikan-data-beralasan", _C,
             "Angka {butir} {periode} di sel {sel} diperbaiki dari {diharapkan} (laporan {laporan}, dibuat {dibuat})"
             " menjadi {tertulis}. Alasan unit: “{alasan}”",
             "Tidak perlu mengubah sel {sel}; perubahan ini dicetak pada bagian Perbaikan Data di laporan berikutnya."),
    RuleInfo("SLR010", "berbeda-dari-pemantauan-mingguan", _P,
             "Realisasi {indikator} di sel {sel} ({tertulis}) berbeda dari hasil pemantauan mingguan unit ini"
             " ({diharapkan}): {cara} pada {lain}, lembar {lembar_lain}, sel {sel_lain}.",
             "Cocokkan sel {sel} dengan Kertas Kerja Pemantauan. Betulkan yang keliru, lalu kirim kembali formulir atau"
             " kertas kerjanya."),
)  # fmt: skip
