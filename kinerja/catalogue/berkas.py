"""Codes of the family BRK."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

_SIMPAN = (
    "Buka berkas aslinya di Excel atau LibreOffice, pilih Simpan Sebagai, jenis Excel (.xlsx), lalu kirim hasilnya."
)
_ULANG = "Minta unit mengirim ulang berkasnya dari komputer tempat berkas itu diisi."

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("BRK001", "berkas-kosong", _G, "Berkas {berkas} kosong (0 bita).",
             "Pengirimannya mungkin terputus. " + _ULANG),
    RuleInfo("BRK002", "berkas-kunci", _C, "{berkas} adalah berkas kunci sementara, bukan formulir; dilewati.",
             "Tutup formulirnya di Excel atau LibreOffice; berkas kunci akan hilang sendiri. Yang dibaca adalah berkas"
             " tanpa awalan ~$ atau .~lock."),
    RuleInfo("BRK003", "berkas-terlalu-besar", _G, "Berkas {berkas} terlalu besar: {ukuran}, batasnya {batas}.",
             "Hapus gambar dan lembar yang tidak perlu dari formulir, atau salin isian ke formulir kosong yang baru."
             " Data pendukung dikirim sebagai berkas tersendiri."),
    RuleInfo("BRK004", "bukan-buku-kerja", _G, "Berkas {berkas} bukan buku kerja Excel atau LibreOffice.",
             "Periksa apakah yang dikirim memang formulir. " + _SIMPAN),
    RuleInfo("BRK005", "html-berganti-nama", _G,
             "Berkas {berkas} sebenarnya halaman web (HTML), hanya namanya yang Excel.",
             _SIMPAN),
    RuleInfo("BRK006", "teks-berganti-nama", _G,
             "Berkas {berkas} sebenarnya berkas teks (misalnya CSV), hanya namanya yang Excel.",
             "Isikan data pada formulir yang dibagikan, jangan pada berkas CSV, lalu kirim formulirnya."),
    RuleInfo("BRK007", "berkata-sandi", _G,
             "Berkas {berkas} dikunci dengan kata sandi, jadi isinya tidak dapat dibaca.",
             "Buka berkasnya, hapus kata sandi pembuka (Berkas > Info > Proteksi Buku Kerja > Enkripsi dengan Kata"
             " Sandi), simpan, lalu kirim ulang."),
    RuleInfo("BRK008", "berkas-rusak", _G, "Berkas {berkas} rusak atau terpotong.",
             "Pengiriman atau penyalinannya mungkin terputus. " + _ULANG),
    RuleInfo("BRK009", "arsip-bukan-buku-kerja", _G, "Berkas {berkas} berisi {isi_arsip}, bukan buku kerja Excel.",
             "Kirim formulir Excel-nya sendiri. " + _SIMPAN),
    RuleInfo("BRK010", "bom-zip", _G,
             "Berkas {berkas} ditolak: isinya mengembang tidak wajar saat dibuka dan dapat melumpuhkan komputer.",
             "Jangan dibuka. Tanyakan kepada pengirim dari mana berkas ini berasal, lalu minta formulir yang diisi dari"
             " formulir kosong yang baru."),
    RuleInfo("BRK011", "format-xlsb", _G,
             "Berkas {berkas} memakai format biner Excel (.xlsb) yang tidak dibaca program ini.",
             _SIMPAN),
    RuleInfo("BRK012", "bagian-rusak", _G, "Bagian {bagian} di dalam berkas {berkas} rusak dan tidak dapat dibaca.",
             "Buka berkasnya di Excel, biarkan Excel memperbaikinya, periksa isinya, simpan sebagai .xlsx, lalu kirim"
             " ulang."),
    RuleInfo("BRK013", "deklarasi-berbahaya", _G,
             "Berkas {berkas} ditolak: bagian {bagian} memuat deklarasi XML (DOCTYPE) yang tidak wajar.",
             "Jangan dibuka. Minta unit mengisi formulir kosong yang baru."),
    RuleInfo("BRK014", "terlalu-banyak-sel", _G, "Berkas {berkas} memuat terlalu banyak sel (batasnya {batas} sel).",
             "Hapus baris dan kolom berformat di luar tabel, atau salin isian ke formulir kosong yang baru."),
    RuleInfo("BRK015", "tanpa-lembar-kerja", _G, "Berkas {berkas} tidak memuat satu pun lembar kerja.",
             "Berkas ini mungkin hanya berisi makro atau grafik. Kirim formulir yang memuat lembar Data Kinerja."),
    RuleInfo("BRK016", "ekstensi-salah", _C,
             "Berkas {berkas} sebenarnya berformat {format}, tidak sesuai dengan akhiran namanya; isinya tetap dibaca.",
             "Simpan formulir sebagai .xlsx agar dapat dibuka orang lain tanpa peringatan."),
    RuleInfo("BRK017", "memuat-makro", _C,
             "Berkas {berkas} memuat makro. Makro tidak dijalankan; hanya isian yang dibaca.",
             "Simpan formulir sebagai .xlsx (tanpa makro) untuk pengiriman berikutnya."),
    RuleInfo("BRK018", "tautan-ke-berkas-lain", _P,
             "Formulir mengambil nilai dari berkas lain ({tautan}); nilainya tidak dapat diperiksa dari sini.",
             "Salin sel yang bertautan, lalu tempel sebagai nilai (Tempel Khusus > Nilai), dan kirim ulang."),
    RuleInfo("BRK019", "surel-tanpa-formulir", _P, "Surel {berkas} tidak memuat lampiran Excel yang dapat dibaca.",
             "Periksa surelnya: mungkin formulir dikirim sebagai tautan. Unduh formulirnya dan simpan di map"
             " masuk."),
    RuleInfo("BRK020", "arsip-bersarang", _G, "{berkas} adalah arsip di dalam arsip; isinya tidak dibaca.",
             "Ekstrak arsip itu dan simpan formulirnya langsung di map masuk."),
    RuleInfo("BRK021", "format-arsip-lain", _G, "Arsip {berkas} tidak dapat dibuka; hanya arsip .zip yang dibaca.",
             "Ekstrak arsip itu dan simpan formulirnya langsung di map masuk."),
    RuleInfo("BRK023", "tidak-dapat-dibuka", _G, "Berkas {berkas} tidak dapat dibuka: {sebab}.",
             "Tutup berkasnya di program lain, periksa hak akses map masuk, lalu jalankan lagi."),
    RuleInfo("BRK024", "tautan-bukan-berkas", _G, "{berkas} hanya tautan ke dokumen daring, bukan formulirnya.",
             "Buka dokumennya, pilih File > Download > Microsoft Excel (.xlsx), lalu simpan hasilnya di map masuk."),
    RuleInfo("BRK025", "pembacaan-dihentikan", _G,
             "Pembacaan berkas {berkas} dihentikan: berkas ini memakan waktu atau memori di luar kewajaran, atau"
             " membuat pembacanya gagal.", _SIMPAN),
    RuleInfo("BRK026", "berkas-hilang", _G, "Berkas atau map {berkas} tidak ada.",
             "Periksa penulisan nama dan letaknya."),
    RuleInfo("BRK027", "teks-terlalu-panjang", _G,
             "Berkas {berkas} memuat teks yang terlalu panjang untuk satu sel (batasnya {batas} huruf).",
             "Ringkas teksnya, lalu simpan uraian lengkapnya sebagai berkas pendukung tersendiri."),
    RuleInfo("BRK030", "kiriman-kembar", _C,
             "Berkas {berkas} sama persis dengan {lain}; tidak dihitung sebagai revisi.",
             "Tidak perlu berbuat apa-apa. Salah satunya boleh dihapus dari map masuk."),
    RuleInfo("BRK031", "kiriman-bertentangan", _G,
             "Ada lebih dari satu formulir yang berbeda untuk unit {unit} periode {periode}: {daftar}. Tidak satu pun"
             " dipakai sebelum Tim memilih.",
             "Tanyakan kepada unit mana yang berlaku, lalu tetapkan dengan perintah kinerja choose."),
    RuleInfo("BRK032", "periode-lain", _C,
             "Berkas {berkas} untuk periode {periode}; dicatat dan tidak diperiksa sekarang.",
             "Jalankan kinerja validate {periode} untuk memeriksanya."),
    RuleInfo("BRK033", "pengirim-bukan-unit", _P,
             "Surel yang membawa formulir {unit} dikirim dari {tertulis}, bukan dari alamat unit itu yang terdaftar"
             " ({diharapkan}).",
             "Pastikan lewat telepon bahwa {unit} memang mengirimnya; bila ya, Tim menerima temuan ini dengan"
             " alasannya. Kiriman berikutnya memakai alamat yang terdaftar; bila alamat unit berganti, Tim membetulkan"
             " kolom Pos-el di lembar Unit."),
    RuleInfo("BRK034", "sesudah-final", _C,
             "Berkas {berkas} untuk {periode}, yang laporannya sudah final; dicatat dan tidak dipakai.",
             "Biarkan bila laporan final tidak perlu berubah; bila perlu, buka dengan kinerja reopen {final} dan"
             " validasi lagi."),
)  # fmt: skip
