"""Codes of the family MST about sheets, cells, units and people."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

_BENTUK = (
    RuleInfo(
        "MST001", "induk-tidak-ada", _G,
        "Berkas induk {berkas} tidak ditemukan.",
        "Letakkan {berkas} di map kerja, atau buat map kerja baru dengan `kinerja init`.",
    ),
    RuleInfo(
        "MST002", "induk-tidak-terbaca", _G,
        "Berkas induk {berkas} tidak dapat dibaca: {sebab}.",
        "Tutup berkas itu bila sedang dibuka di program lain, periksa izin aksesnya, lalu coba lagi.",
    ),
    RuleInfo(
        "MST030", "induk-bukan-buku-kerja", _G,
        "Berkas induk {berkas} tidak dapat dibuka sebagai buku kerja Excel. {sebab}",
        "Buka dan simpan ulang sebagai .xlsx di Excel atau LibreOffice; bila rusak, ambil dari cadangan.",
    ),
    RuleInfo(
        "MST003", "lembar-tidak-ada", _G,
        "Lembar “{nama}” tidak ada pada berkas induk.",
        "{mungkin} lembar “{nama}” dengan judul kolom seperti pada contoh dari `kinerja init`.",
    ),
    RuleInfo(
        "MST004", "judul-kolom-tidak-ada", _G,
        "Kolom “{judul}” tidak ada pada lembar “{lembar}”.",
        "{ubah}",
    ),
    RuleInfo(
        "MST005", "judul-kolom-ganda", _G,
        "Judul kolom “{judul}” tertulis dua kali, di sel {lain} dan {sel}.",
        "Hapus atau ganti nama salah satunya, sehingga hanya satu kolom berjudul “{judul}”.",
    ),
    RuleInfo(
        "MST006", "lembar-kosong", _G,
        "Lembar “{nama}” belum berisi data.",
        "Isi lembar “{nama}” mulai sel {sel}.",
    ),
    RuleInfo(
        "MST007", "isian-instansi-salah-tulis", _G,
        "Isian “{tertulis}” {sebab}. Mungkin maksudnya “{diharapkan}”.",
        "Tulis “{diharapkan}” di sel {sel}.",
    ),
    RuleInfo(
        "MST008", "isian-instansi-tidak-ada", _G,
        "Baris “{diharapkan}” tidak ada pada lembar “{lembar}”.",
        "Tambahkan “{diharapkan}” di sel {sel} dan nilainya di kolom sebelahnya.",
    ),
    RuleInfo(
        "MST009", "lembar-mirip", _P,
        "Lembar “{tertulis}” diabaikan; namanya mirip dengan “{diharapkan}”.",
        "Ubah nama lembar menjadi “{diharapkan}” bila isinya memang dimaksudkan untuk itu.",
    ),
    RuleInfo(
        "MST028", "baris-judul-tidak-ada", _G,
        "Baris judul lembar “{lembar}” tidak ditemukan pada 30 baris pertama.",
        "Tulis judul kolom dalam satu baris: {diharapkan}.",
    ),
    RuleInfo(
        "MST029", "logo-tidak-terbaca", _P,
        "Logo “{tertulis}” pada lembar {lembar} {sebab}; tempat logo di dokumen dibiarkan kosong.",
        "Taruh gambar PNG atau JPEG itu di map kerja dan tulis namanya di baris Logo, atau kosongkan baris itu.",
    ),
)  # fmt: skip

_SEL = (
    RuleInfo(
        "MST010", "isian-wajib-kosong", _G,
        "Kolom “{judul}” wajib diisi, tetapi sel {sel} kosong.",
        "Isi {judul} di sel {sel}.",
    ),
    RuleInfo(
        "MST011", "pilihan-tidak-dikenal", _G,
        "“{tertulis}” bukan pilihan untuk kolom “{judul}”.{mungkin}",
        "Pilih salah satu di sel {sel}: {diharapkan}.",
    ),
    RuleInfo(
        "MST012", "bukan-angka", _G,
        "“{tertulis}” pada kolom “{judul}” bukan angka.",
        "Ketik angkanya saja di sel {sel}, misalnya 87,5; kosongkan sel itu bila memang tidak ada angkanya.",
    ),
    RuleInfo(
        "MST013", "angka-dua-arti", _G,
        "“{tertulis}” pada kolom “{judul}” dapat dibaca {satu} atau {dua}.",
        "Ketik ulang di sel {sel} sebagai angka biasa tanpa titik pemisah ribuan.",
    ),
    RuleInfo(
        "MST014", "nilai-kesalahan-rumus", _G,
        "Sel {sel} berisi kesalahan rumus {tertulis}.",
        "Betulkan rumus di sel {sel}, atau ketik nilainya langsung.",
    ),
    RuleInfo(
        "MST015", "rumus-belum-dihitung", _G,
        "Sel {sel} berisi rumus yang belum pernah dihitung, sehingga nilainya tidak diketahui.",
        "Buka {berkas} di Excel, hitung ulang (F9), lalu simpan; atau ketik nilainya langsung di sel {sel}.",
    ),
    RuleInfo(
        "MST016", "angka-tersimpan-sebagai-teks", _C,
        "{banyak} angka pada lembar “{lembar}” tersimpan sebagai teks; yang pertama di sel {sel}.",
        "Angka itu tetap terbaca. Ubah format selnya menjadi Angka lalu ketik ulang bila ingin dijumlahkan di Excel.",
    ),
    RuleInfo(
        "MST017", "bukan-tanggal", _G,
        "“{tertulis}” pada kolom “{judul}” bukan tanggal yang dikenal.",
        "Ketik tanggal di sel {sel}, misalnya 7 Februari 2026 atau 07/02/2026.",
    ),
    RuleInfo(
        "MST018", "kode-ganda", _G,
        "“{tertulis}” sudah dipakai di sel {lain} lembar “{lembar}”.",
        "Ganti isi sel {sel}, atau hapus baris yang berlebih.",
    ),
    RuleInfo(
        "MST019", "rujukan-tidak-dikenal", _G,
        "“{tertulis}” pada kolom “{judul}” tidak ada di lembar “{lembar_rujukan}”.{mungkin}{lain}",
        "Tulis di sel {sel} kode yang ada di lembar “{lembar_rujukan}”, atau tambahkan dahulu kode itu di sana.",
    ),
    RuleInfo(
        "MST020", "di-luar-batas", _G,
        "{judul} “{tertulis}” di luar batas yang wajar: {batas}.",
        "Betulkan angka di sel {sel}.",
    ),
    RuleInfo(
        "MST021", "bukan-bilangan-bulat", _G,
        "{judul} “{tertulis}” harus bilangan bulat.",
        "Ketik bilangan bulat di sel {sel}.",
    ),
    RuleInfo(
        "MST022", "kode-unit-tidak-sah", _G,
        "Kode unit “{tertulis}” tidak dapat dipakai sebagai nama berkas formulir.",
        "Tulis paling banyak 20 huruf atau angka tanpa spasi di sel {sel}, misalnya SEK atau IRB-1.",
    ),
    RuleInfo(
        "MST023", "angka-menjadi-tanggal", _G,
        "Sel {sel} seharusnya angka, tetapi berisi tanggal ({tertulis}); tampaknya Excel mengubah ketikan itu.",
        "Ubah format sel {sel} menjadi Umum, lalu ketik ulang angkanya.",
    ),
    RuleInfo(
        "MST024", "persen-pada-satuan-bukan-persen", _G,
        "Sel {sel} berformat persen, padahal satuannya bukan %: dapat dibaca {satu} atau {dua}.",
        "Ubah format sel {sel} menjadi Umum, lalu ketik ulang angka yang dimaksud.",
    ),
)  # fmt: skip

_LEMBAGA = (
    RuleInfo(
        "MST040", "induk-unit-melingkar", _G,
        "Induk unit melingkar: {jalur}.",
        "Betulkan kolom Induk di sel {sel}; unit teratas dibiarkan tanpa Induk.",
    ),
    RuleInfo(
        "MST041", "nip-tersimpan-sebagai-angka", _P,
        "NIP di sel {sel} tersimpan sebagai angka; Excel hanya menyimpan 15 angka pertama, sisanya dapat keliru.",
        "Ubah format sel {sel} menjadi Teks, lalu ketik ulang NIP dari dokumen aslinya.",
    ),
    RuleInfo(
        "MST042", "nip-bukan-18-angka", _P,
        "NIP “{tertulis}” berisi {banyak} angka; NIP terdiri atas 18 angka.",
        "Periksa NIP di sel {sel}; kosongkan bila yang bersangkutan tidak mempunyai NIP.",
    ),
    RuleInfo(
        "MST043", "pejabat-tumpang-tindih", _P,
        "Peran {peran} dipegang {satu} dan {dua} bersamaan, sejak {sejak} sampai {akhir}.",
        "Isi Berlaku Mulai dan Berlaku Sampai; selama tumpang tindih, dipakai pejabat yang mulai paling akhir.",
    ),
    RuleInfo(
        "MST044", "masa-jabatan-terbalik", _G,
        "Berlaku Sampai ({tertulis}) lebih awal daripada Berlaku Mulai ({mulai}).",
        "Betulkan tanggal di sel {sel}.",
    ),
)  # fmt: skip

ATURAN: tuple[RuleInfo, ...] = (*_BENTUK, *_SEL, *_LEMBAGA)
