"""Codes of the family STL: the settings `kinerja.toml`."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G = Tingkat.GALAT

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo(
        "STL001", "setelan-tidak-ada", _G,
        "Berkas setelan {berkas} tidak ditemukan.",
        "Letakkan {berkas} di map kerja; contohnya dibuat oleh `kinerja init`.",
    ),
    RuleInfo(
        "STL002", "setelan-tidak-terbaca", _G,
        "Berkas setelan {berkas} tidak dapat dibaca: {sebab}.",
        "Tutup berkas itu di program lain. Bila tetap tidak terbaca, simpan sebagai teks UTF-8 dengan Notepad.",
    ),
    RuleInfo(
        "STL003", "nilai-setelan-tidak-sah", _G,
        "Nilai kunci {sel} = {tertulis} tidak dapat dipakai: {sebab}",
        "Betulkan nilai {sel} di {berkas}.",
    ),
    RuleInfo(
        "STL004", "setelan-salah-tulis", _G,
        "Penulisan {berkas} keliru pada {tempat}",
        "Tulis tiap kunci satu kali, satu baris satu kunci, misalnya sop = \"karanganyar\"; komentar diawali #.",
    ),
    RuleInfo(
        "STL005", "kunci-tidak-dikenal", _G,
        "Kunci “{tertulis}” ({baris}) tidak dikenal.{mungkin}",
        "Betulkan atau hapus kunci itu. Kunci yang ada: {diharapkan}.",
    ),
    RuleInfo(
        "STL006", "jenis-nilai-setelan-salah", _G,
        "Nilai kunci {sel} ({baris}) tertulis {tertulis}; seharusnya {diharapkan}.",
        "Betulkan nilai {sel} di {berkas}.",
    ),
    RuleInfo(
        "STL007", "setelan-bertabel", _G,
        "Judul bagian [{tertulis}] ({baris}) tidak dipakai di {berkas}.",
        "Hapus baris [{tertulis}] dan tulis kuncinya langsung, satu pada tiap baris.",
    ),
    RuleInfo(
        "STL008", "profil-sop-keliru", _G,
        "Profil SOP {berkas} belum dapat dipakai: {sebab}",
        "Betulkan kunci itu di {berkas}; contohnya ada pada profil bawaan (`kinerja sop copy`).",
    ),
)  # fmt: skip
