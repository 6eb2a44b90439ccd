"""Codes of the family HTG: what was computed, or should have been."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("HTG001", "realisasi-rasio-ditimpa", _G,
             "Rumus Realisasi {indikator} di sel {sel} ditimpa dengan {tertulis}; dari Pembilang dan Penyebut"
             " hasilnya {diharapkan}.",
             "Kosongkan sel {sel}; program menghitungnya dari Pembilang dan Penyebut. Bila hasilnya belum benar,"
             " perbaiki Pembilang atau Penyebut."),
    RuleInfo("HTG002", "realisasi-sd-ditimpa", _G,
             "Rumus Realisasi s.d. {indikator} di sel {sel} ditimpa dengan {tertulis}; hasil hitung ulang"
             " {diharapkan}.",
             "Kosongkan sel {sel}; program menghitungnya sendiri. Bila angka s.d. memang berbeda, perbaiki realisasi"
             " bulan yang salah."),
    RuleInfo("HTG003", "capaian-ditimpa", _G,
             "Rumus Capaian (%) {indikator} di sel {sel} ditimpa dengan {tertulis}; hasil hitung ulang"
             " {diharapkan}.",
             "Kosongkan sel {sel}; capaian selalu dihitung dari Realisasi dan Target."),
    RuleInfo("HTG004", "anggaran-sd-ditimpa", _G,
             "Rumus Realisasi s.d. anggaran {mata} di sel {sel} ditimpa dengan {tertulis}; hasil hitung ulang"
             " {diharapkan}.",
             "Kosongkan sel {sel}; program menghitungnya sendiri. Bila jumlahnya belum benar, perbaiki Realisasi"
             " periode ini."),
    RuleInfo("HTG005", "serapan-ditimpa", _G,
             "Rumus Serapan (%) {mata} di sel {sel} ditimpa dengan {tertulis}; hasil hitung ulang {diharapkan}.",
             "Kosongkan sel {sel}; serapan selalu dihitung dari Realisasi s.d. dan Pagu."),
    RuleInfo("HTG006", "anggaran-melebihi-pagu", _G,
             "Realisasi anggaran {mata} s.d. {periode} menjadi {tertulis}, melebihi pagu {diharapkan} (sel {sel}).",
             "Perbaiki realisasi di sel {sel}; isi belanja periode ini saja, dalam rupiah penuh."),
    RuleInfo("HTG007", "kumulatif-sebagai-periode", _P,
             "{kolom} {indikator} di sel {sel} ({tertulis}) tampaknya angka s.d., bukan angka {periode}: s.d."
             " lalu sudah {sd_lalu}, target periode ini {target}; selisihnya {selisih}.",
             "Isi sel {sel} dengan angka {periode} saja. Bila {tertulis} memang angka periode ini, biarkan"
             " dan jelaskan di Faktor Pendorong."),
    RuleInfo("HTG008", "belanja-negatif", _P,
             "Realisasi anggaran {mata} di sel {sel} bernilai negatif ({tertulis}).",
             "Periksa sel {sel}. Bila itu pengembalian belanja, biarkan dan siapkan buktinya; bila bukan, hapus"
             " tanda minusnya."),
    RuleInfo("HTG009", "anggaran-kumulatif-sebagai-periode", _P,
             "Realisasi anggaran {mata} di sel {sel} ({tertulis}) tampaknya angka s.d., bukan belanja {periode}:"
             " s.d. lalu sudah {sd_lalu}.",
             "Isi sel {sel} dengan belanja {periode} saja; jumlah s.d. dihitung sendiri oleh formulir."),
    RuleInfo("HTG010", "capaian-ekstrem", _P,
             "Capaian {indikator} pada {periode} sebesar {tertulis} % (sel {sel}), di luar rentang {diharapkan}.",
             "Periksa {tempat} dan targetnya. Bila angkanya benar, jelaskan sebabnya di Faktor Pendorong atau"
             " Faktor Penghambat."),
    RuleInfo("HTG011", "capaian-tidak-bermakna", _G,
             "Realisasi {indikator} di sel {sel} ({tertulis}) tidak dapat diukur terhadap targetnya ({target}):"
             " {alasan}.",
             "Periksa tanda dan angka di sel {sel}. Bila realisasinya benar, minta Tim memeriksa target dan rumus"
             " indikator ini di induk.xlsx."),
)  # fmt: skip
