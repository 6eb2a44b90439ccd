"""Codes of the family BKT: the evidence behind a figure."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("BKT001", "bukti-tidak-disebut", _G,
             "Indikator {indikator} wajib disertai data pendukung, tetapi sel {sel} belum menyebutkannya.",
             "Tulis di sel {sel} nama dan nomor dokumen yang mendukung realisasi ini."),
    RuleInfo("BKT002", "bukti-tidak-terlampir", _P,
             "Data pendukung {indikator} di sel {sel} menyebut berkas {tertulis}, tetapi berkas itu tidak ikut"
             " dikirim.",
             "Kirim berkas {tertulis} bersama formulir, atau perbaiki namanya di sel {sel}."),
    RuleInfo("BKT003", "bukti-terlalu-umum", _P,
             "Data pendukung {indikator} di sel {sel} hanya berisi “{tertulis}”, sehingga dokumennya tidak dapat"
             " ditelusuri.",
             "Lengkapi sel {sel} dengan nama, nomor, atau tanggal dokumennya."),
)  # fmt: skip
