"""Codes of the family ATR: faults in the office's own checks (sheet Aturan of the master workbook)."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("ATR001", "syarat-tidak-terbaca", _G,
             "Syarat aturan {aturan} tidak dapat dibaca pada huruf ke-{posisi}: {sebab}. Tertulis: {tertulis}",
             "Perbaiki kolom Syarat pada baris {aturan}; contoh: realisasi <= 1.5 * target."),
    RuleInfo("ATR002", "nama-tidak-dikenal", _G,
             "Syarat aturan {aturan} memakai nama “{nama}” pada huruf ke-{posisi} yang tidak dikenal.{mungkin}",
             "Gunakan hanya nama yang dikenal: {diharapkan}."),
    RuleInfo("ATR003", "unsur-tidak-diizinkan", _G,
             "Syarat aturan {aturan} memakai {unsur} pada huruf ke-{posisi}, yang tidak diizinkan.",
             "Tulis ulang Syarat {aturan} dengan perbandingan, hitungan (+ - * /), dan, atau, bukan, serta fungsi"
             " yang tersedia."),
    RuleInfo("ATR004", "kode-aturan-bentrok", _G,
             "Kode aturan {aturan} sudah dipakai oleh {oleh}.",
             "Ganti Kode pada baris itu dengan kode lain, misalnya KTR01."),
)  # fmt: skip
