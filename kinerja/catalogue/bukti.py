"""Codes of the family BKT: the evidence behind a figure."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("BKT001", "bukti-tidak-disebut", _G,
             "Indikator {indikator} wajib disertai data pendukung, tetapi sel {sel} belum menyebutkannya.",
             "Tulis di sel {sel} nama dan nomor dokumen yang mendukung realisasi ini.",
             "nama dan nomor dokumen"),
    RuleInfo("BKT002", "bukti-tidak-terlampir", _P,
             "Data pendukung {indikator} di sel {sel} menyebut berkas {tertulis}, tetapi berkas itu tidak ikut"
             " dikirim.",
             "Kirim berkas {tertulis}, atau tulis namanya di sel {sel} seperti nama berkas yang dikirim.{mirip}"),
    RuleInfo("BKT003", "bukti-terlalu-umum", _P,
             "Data pendukung {indikator} di sel {sel} hanya berisi “{tertulis}”, sehingga dokumennya tidak dapat"
             " ditelusuri.",
             "Lengkapi sel {sel} dengan nama, nomor, atau tanggal dokumennya.",
             "nama dan nomor dokumen"),
    RuleInfo("BKT004", "bukti-kosong", _P,
             "Berkas bukti {indikator} yang disebut di sel {sel} ikut dikirim, tetapi tidak memuat apa-apa yang dapat"
             " diperiksa: {tertulis}.",
             "Buka berkas aslinya, pastikan isinya lengkap, lalu kirim ulang berkas itu dengan nama yang sama;"
             " formulirnya tidak perlu diubah."),
    RuleInfo("BKT005", "bukti-terlalu-besar", _C,
             "Berkas bukti {indikator} yang disebut di sel {sel} tidak disalin ke arsip karena terlalu besar:"
             " {tertulis}; batasnya {batas}.",
             "Simpan berkas itu di tempat penyimpanan kantor dan catat letaknya, atau kirim versi yang lebih kecil."),
)  # fmt: skip
