"""Codes of the family LKP: what a submission must have besides its figures."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("LKP001", "unit-belum-mengirim", _P,
             "{unit} belum mengirim formulir {periode}{tenggat}.",
             "Ingatkan {unit} untuk mengirim formulirnya, lalu simpan berkasnya di map masuk."),
    RuleInfo("LKP002", "terlambat", _P,
             "Formulir diterima {tertulis}, terlambat {hari} hari dari batas waktu {diharapkan}.",
             "Kirim formulir berikutnya sebelum batas waktunya."),
    RuleInfo("LKP003", "deviasi-tanpa-penjelasan", _G,
             "Capaian {indikator} {capaian} %, lebih dari {ambang} poin di bawah target, tetapi {kosong} belum"
             " diisi.",
             "Isi {kosong} dengan sebab tidak tercapainya target dan langkah perbaikannya, mulai dari sel {sel}."
             " Bila realisasinya yang keliru, perbaiki {tempat}."),
    RuleInfo("LKP004", "uraian-disalin-dari-lalu", _P,
             "{kolom} {indikator} sama persis dengan {lalu} (sel {sel}).",
             "Perbarui uraian di sel {sel} sesuai keadaan {periode}."),
    RuleInfo("LKP005", "uraian-terlalu-singkat", _P,
             "{kolom} {indikator} di sel {sel} hanya berisi “{tertulis}”, belum menjelaskan deviasi capaian.",
             "Lengkapi uraian di sel {sel}: apa yang terjadi, mengapa, dan apa yang dilakukan."),
    RuleInfo("LKP006", "pengesahan-belum-lengkap", _P,
             "Lembar Pengesahan belum lengkap: {kosong} belum diisi (mulai sel {sel}).",
             "Isi {kosong} di lembar Pengesahan, mulai dari sel {sel}."),
    RuleInfo("LKP007", "nip-tidak-wajar", _P,
             "NIP di sel {sel} tertulis “{tertulis}”, bukan 18 angka.",
             "Ketik NIP 18 angka di sel {sel} sebagai teks (awali dengan tanda petik tunggal bila angkanya"
             " berubah).",
             "18 angka"),
)  # fmt: skip
