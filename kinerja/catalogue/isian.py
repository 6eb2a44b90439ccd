"""Codes of the family ISI: what the unit typed into one cell."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("ISI001", "realisasi-kosong", _G,
             "Realisasi {butir} di sel {sel} belum diisi, padahal {periode} adalah jadwal pengukurannya.",
             "Isi sel {sel} dengan realisasi {periode}. Bila hasilnya memang nol, ketik 0.",
             "realisasi {periode}"),
    RuleInfo("ISI002", "bagian-rasio-kosong", _G,
             "{kolom} {butir} di {tempat} belum diisi, sehingga realisasinya tidak dapat dihitung.",
             "Isi {tempat} dengan angka {kolom}.",
             "angka {kolom}"),
    RuleInfo("ISI003", "bukan-angka", _G,
             "Sel {sel} ({butir}) berisi “{tertulis}”, bukan angka.",
             "Ganti isi sel {sel} dengan satu angka saja ({pilihan}), tanpa keterangan.",
             "satu angka"),
    RuleInfo("ISI004", "angka-bermakna-ganda", _G,
             "“{tertulis}” di sel {sel} ({butir}) dapat dibaca {bacaan}; program tidak menebak.",
             "Ketik ulang angkanya di sel {sel} tanpa pemisah ribuan: {pilihan}."),
    RuleInfo("ISI005", "pecahan-atau-persen", _G,
             "Sel {sel} ({butir}) berisi {tertulis}, sedangkan targetnya {target} %. Isian itu dapat berarti"
             " {bacaan}.",
             "Ketik {satu} di sel {sel} bila maksudnya {satu} %. Bila memang {lain} %, ketik {lain}% lengkap dengan"
             " tanda persennya."),
    RuleInfo("ISI006", "format-menyesatkan", _G,
             "Format angka sel {sel} ({butir}) menampilkan sesuatu yang lain dari isinya: tersimpan"
             " {tertulis}, formatnya {format}.",
             "Ubah format sel {sel} menjadi Umum (General), lalu ketik ulang angka yang benar.",
             "angka dengan format biasa"),
    RuleInfo("ISI007", "tanggal-di-sel-angka", _G,
             "Sel {sel} ({butir}) berisi tanggal atau jam ({tertulis}), bukan angka. Tampaknya Excel mengubah"
             " isian {bacaan} menjadi tanggal.",
             "Ketik ulang satu angka saja di sel {sel}: desimal dengan koma; bila yang dimaksud pecahan atau rentang,"
             " hasil yang sebenarnya. Bila yang tampil tetap tanggal, ubah dahulu format selnya menjadi Umum"
             " (General).",
             "satu angka"),
    RuleInfo("ISI008", "rentang-atau-perbandingan", _G,
             "Sel {sel} ({butir}) berisi “{tertulis}”, yaitu rentang atau perbandingan, bukan satu angka.",
             "Ketik satu angka di sel {sel}, yaitu hasil yang sebenarnya dicapai (misalnya {pilihan}).",
             "satu angka"),
    RuleInfo("ISI009", "tanda-tidak-ada-data", _G,
             "Sel {sel} ({butir}) berisi “{tertulis}”. Tidak ada data bukan angka dan tidak dihitung sebagai"
             " 0.",
             "Ketik angkanya di sel {sel} (0 bila hasilnya nol). Bila datanya belum tersedia, kosongkan selnya"
             " dan sampaikan sebabnya kepada Tim.",
             "satu angka"),
    RuleInfo("ISI010", "di-luar-batas", _G,
             "Realisasi {butir} di sel {sel} sebesar {tertulis} berada di luar batas kewajaran {diharapkan}.",
             "Periksa {tempat} dan perbaiki angkanya. Bila angkanya benar, minta Tim mengubah Batas Bawah atau"
             " Batas Atas indikator ini di induk.xlsx."),
    RuleInfo("ISI011", "negatif", _G,
             "Sel {sel} ({butir}) berisi {tertulis}; nilai di bawah nol tidak mungkin untuk isian ini.",
             "Perbaiki sel {sel}; tulis angkanya tanpa tanda minus bila tanda itu salah ketik.",
             "0 atau lebih"),
    RuleInfo("ISI012", "desimal-berlebih", _P,
             "Realisasi {butir} di sel {sel} ditulis {tertulis}, lebih teliti dari yang ditetapkan"
             " ({diharapkan}).",
             "Periksa sel {sel}: bulatkan bila itu hasil hitungan, atau perbaiki bila komanya salah letak."),
    RuleInfo("ISI013", "penyebut-nol", _G,
             "Penyebut {butir} di sel {sel} diisi 0, padahal Pembilangnya {pembilang}.",
             "Perbaiki Penyebut di sel {sel}; jumlah keseluruhan tidak mungkin 0 bila bagiannya ada.",
             "lebih dari 0"),
    RuleInfo("ISI014", "nol-per-nol", _P,
             "Pembilang dan Penyebut {butir} sama-sama 0 (sel {sel}), sehingga realisasinya tidak dapat"
             " dihitung.",
             "Pastikan memang tidak ada yang diukur pada {periode}; bila ada, isi sel {sel} dengan jumlah"
             " keseluruhannya."),
    RuleInfo("ISI015", "pembilang-melebihi-penyebut", _G,
             "Pembilang {butir} di sel {sel} ({tertulis}) lebih besar dari Penyebutnya ({penyebut}), sehingga"
             " hasilnya melebihi 100 %.",
             "Periksa Pembilang di sel {sel} dan Penyebutnya; mungkin tertukar atau salah ketik."),
    RuleInfo("ISI016", "predikat-tidak-dikenal", _G,
             "“{tertulis}” di sel {sel} ({butir}) bukan predikat skala {skala}.{mungkin}",
             "Pilih salah satu predikat pada daftar di sel {sel}: {diharapkan}."),
    RuleInfo("ISI017", "bukan-ya-tidak", _G,
             "Sel {sel} ({butir}) berisi “{tertulis}”; jawaban yang dikenal hanya Ya atau Tidak.",
             "Pilih Ya atau Tidak di sel {sel}."),
    RuleInfo("ISI018", "isian-di-luar-jadwal", _P,
             "Sel {sel} ({butir}) diisi {tertulis}, padahal indikator ini tidak diukur pada {periode}; isian"
             " itu tidak dipakai.",
             "Kosongkan sel {sel}; laporkan nilainya pada {jadwal}.",
             "kosong"),
    RuleInfo("ISI019", "sel-galat", _G,
             "Sel {sel} ({butir}) berisi galat Excel {tertulis}, bukan nilai.",
             "Hapus rumus di sel {sel}, lalu ketik angkanya.",
             "nilai yang diketik"),
    RuleInfo("ISI020", "rumus-belum-dihitung", _G,
             "Sel {sel} ({butir}) berisi rumus {tertulis} yang hasilnya belum tersimpan, jadi nilainya tidak"
             " diketahui.",
             "Ketik angkanya langsung di sel {sel}, atau buka formulir di Excel atau LibreOffice, simpan, lalu"
             " kirim ulang.",
             "nilai yang diketik"),
    RuleInfo("ISI021", "rumus-di-sel-isian", _P,
             "Sel {sel} ({butir}) berisi rumus {rumus}, bukan angka yang diketik; hasil yang tersimpan"
             " ({tertulis}) dipakai.",
             "Ganti rumus di sel {sel} dengan angkanya (Salin, lalu Tempel Khusus > Nilai)."),
    RuleInfo("ISI022", "nilai-logika", _G,
             "Sel {sel} ({butir}) berisi nilai logika {tertulis}, bukan angka.",
             "Ketik angkanya di sel {sel}.",
             "angka"),
    RuleInfo("ISI023", "angka-tersimpan-sebagai-teks", _C,
             "Angka di sel {sel} ({butir}) tersimpan sebagai teks “{tertulis}”; dibaca {diharapkan}.",
             "Tidak perlu dikirim ulang bila bacaannya benar. Lain kali ketik angkanya di sel {sel} tanpa tanda"
             " petik dan tanpa spasi."),
    RuleInfo("ISI024", "angka-bersatuan", _G,
             "Sel {sel} ({butir}) berisi “{tertulis}”: angka yang bercampur dengan tulisan.",
             "Ketik angkanya saja di sel {sel}, tanpa satuan dan tanpa keterangan ({pilihan}).",
             "angka tanpa satuan"),
    RuleInfo("ISI025", "tanggal-mendatang", _P,
             "Tanggal pengesahan di sel {sel} ({tertulis}) lebih akhir dari hari formulir diterima ({diharapkan}).",
             "Perbaiki tanggal di sel {sel} menjadi tanggal formulir disahkan."),
    RuleInfo("ISI026", "persen-pada-satuan-lain", _G,
             "Sel {sel} ({butir}) ditulis sebagai persen ({tertulis}), padahal satuannya {satuan}.",
             "Ketik angkanya di sel {sel} tanpa tanda persen. Bila yang tampil tetap persen, ubah dahulu format"
             " selnya menjadi Umum (General).",
             "angka tanpa tanda persen"),
    RuleInfo("ISI027", "format-bertulisan", _P,
             "Format sel {sel} ({butir}) menambahkan tulisan di belakang angka ({format}); yang dibaca hanya"
             " angkanya, {tertulis}.",
             "Pastikan angka di sel {sel} memang {tertulis}, lalu ubah formatnya menjadi Umum (General)."),
    RuleInfo("ISI028", "realisasi-anggaran-kosong", _G,
             "Realisasi anggaran {mata} di sel {sel} belum diisi.",
             "Isi sel {sel} dengan rupiah yang dibelanjakan pada {periode}. Bila tidak ada belanja, ketik 0.",
             "rupiah yang dibelanjakan, 0 bila tidak ada"),
    RuleInfo("ISI029", "tanggal-tidak-terbaca", _P,
             "Tanggal pengesahan di sel {sel} tertulis “{tertulis}” dan tidak dapat dibaca sebagai tanggal.",
             "Tulis tanggal di sel {sel} seperti {diharapkan}."),
    RuleInfo("ISI030", "uraian-berisi-galat", _G,
             "{kolom} {butir} di sel {sel} berisi {wujud} {tertulis}, bukan uraian.",
             "Hapus rumus di sel {sel}, lalu ketik uraiannya tanpa tanda = di depan.",
             "uraian"),
)  # fmt: skip
