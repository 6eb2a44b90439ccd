"""Codes BTK001 to BTK019: what reading itself discovers about the shape of a form."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

_SALIN = "Salin isian ke formulir asli yang dibagikan, lalu kirim ulang."

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("BTK001", "identitas-formulir-hilang", _G,
             "Berkas {berkas} bukan formulir isian data kinerja: kode formulirnya tidak ditemukan.",
             "Bila ini memang formulir, isinya disalin ke buku kerja lain atau lembar tersembunyinya dihapus."
             " " + _SALIN + " Bila ini berkas bukti, minta unit menyebut namanya di kolom Data Pendukung."),
    RuleInfo("BTK002", "identitas-bertentangan", _G,
             "Kode formulir di dalam berkas saling bertentangan: {tertulis} dan {diharapkan}.",
             "Lembar dari dua formulir mungkin tercampur. " + _SALIN),
    RuleInfo("BTK003", "lembar-hilang", _G, "Lembar {nama} tidak ada di dalam formulir; yang ada: {ada}.",
             "Kembalikan nama lembar menjadi {nama}, atau salin isian ke formulir asli yang dibagikan."),
    RuleInfo("BTK004", "lembar-berganti-nama", _P,
             "Lembar {nama} berganti nama menjadi “{tertulis}”; isinya tetap dibaca.",
             "Kembalikan nama lembar menjadi {nama}."),
    RuleInfo("BTK005", "lembar-ganda", _G,
             "Ada lebih dari satu lembar {nama} di dalam formulir: {daftar}. Tidak dapat dipastikan mana yang berlaku.",
             "Hapus lembar salinan yang tidak berlaku sehingga tinggal satu lembar {nama}, lalu kirim ulang."),
    RuleInfo("BTK006", "judul-kolom-hilang", _G, "Kolom {kolom} tidak ditemukan di lembar {lembar}.{mirip}",
             "Tulis kembali judul kolom {kolom} di baris judul, tepat seperti pada formulir asli. Bila kolomnya"
             " terhapus, sisipkan kolom baru dahulu, lalu isi yang perlu."),
    RuleInfo("BTK007", "judul-kolom-berubah", _P,
             "Judul kolom di sel {sel} berubah menjadi “{tertulis}”; dibaca sebagai {diharapkan}.",
             "Tulis kembali judul kolom {diharapkan} di sel {sel}."),
    RuleInfo("BTK008", "judul-kolom-ganda", _G,
             "Judul kolom {kolom} muncul lebih dari sekali di lembar {lembar}: {daftar}. Hanya satu yang boleh ada.",
             "Hapus kolom tambahan di sel {sel}, atau ganti judulnya."),
    RuleInfo("BTK009", "baris-judul-hilang", _G, "Baris judul kolom tidak ditemukan di lembar {lembar}.",
             "Kembalikan baris judul seperti pada formulir asli (Kode, Realisasi, dan seterusnya). " + _SALIN),
    RuleInfo("BTK010", "sel-digabung", _G,
             "Sel {rentang} di lembar {lembar} digabung; hanya sel pertamanya yang menyimpan isian.",
             "Pilih {rentang}, batalkan penggabungan sel, lalu isi setiap selnya."),
    RuleInfo("BTK011", "isi-di-luar-tabel", _C,
             "Ada isi di luar tempat isian lembar {lembar}, di sel {daftar}; isi itu tidak dibaca.",
             "Pindahkan yang penting ke kolom yang tersedia, lalu kosongkan sel itu."),
    RuleInfo("BTK012", "label-pengesahan-hilang", _P, "Label {label} tidak ditemukan di lembar Pengesahan.",
             "Tulis kembali label {label} di kolom A, dan isinya di kolom B."),
    RuleInfo("BTK013", "kolom-isian-tersembunyi", _C,
             "Kolom {kolom} di lembar {lembar} tersembunyi; isinya tetap dibaca.",
             "Tampilkan kembali kolom itu dan periksa isinya."),
    RuleInfo("BTK014", "baris-tanpa-kode", _G,
             "Baris {baris} di lembar {lembar} memuat isian tetapi Kode-nya kosong; isinya tidak dipakai.",
             "Tulis kembali Kode di sel {sel} seperti pada formulir asli, atau hapus baris itu."),
    RuleInfo("BTK015", "skema-formulir-lain", _G,
             "Formulir ini dibuat oleh versi program yang lain (susunan {tertulis}, seharusnya {diharapkan}).",
             "Gunakan formulir yang dibuat oleh versi program yang dipakai sekarang. " + _SALIN),
    RuleInfo("BTK016", "tabel-terlalu-panjang", _G,
             "Tabel lembar {lembar} memuat lebih dari {batas} baris; baris mulai sel {sel} tidak dibaca.",
             "Hapus baris di luar tabel formulir asli, lalu kirim ulang."),
    RuleInfo("BTK017", "lembar-identitas-hilang", _P,
             "Lembar identitas formulir tidak ada atau rusak; unit dan periodenya dibaca dari kode formulir"
             " {tertulis}.",
             "Pastikan unit dan periodenya benar. Lain kali isi formulir aslinya, bukan lembar yang disalin ke berkas"
             " lain."),
)  # fmt: skip
