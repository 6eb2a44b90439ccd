"""Codes BTK020 and up: identity, rows and locked cells of a form whose sheets and headings were found."""

from __future__ import annotations

from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Tingkat

_G, _P, _C = Tingkat.GALAT, Tingkat.PERINGATAN, Tingkat.CATATAN

ATURAN: tuple[RuleInfo, ...] = (
    RuleInfo("BTK020", "formulir-instansi-lain", _G,
             "Formulir ini bukan milik {instansi}: kode instansinya {tertulis}, seharusnya {diharapkan}.",
             "Minta unit mengisi formulir yang dibagikan oleh instansi ini."),
    RuleInfo("BTK021", "unit-tidak-dikenal", _G,
             "Formulir ini untuk unit {tertulis}, yang tidak ada di lembar Unit atau tidak mempunyai target dan"
             " anggaran.",
             "Periksa kode unit di induk.xlsx, lalu buat formulir unit itu dengan perintah kinerja forms."),
    RuleInfo("BTK022", "periode-tidak-sesuai", _G,
             "Formulir ini untuk periode {tertulis}, padahal yang dikumpulkan adalah {diharapkan}.",
             "Isi formulir periode yang benar; Tim membuatnya dengan perintah kinerja forms."),
    RuleInfo("BTK023", "versi-induk-tidak-dikenal", _G,
             "Formulir ini dibuat dari versi induk.xlsx ({tertulis}) yang tidak pernah dipakai di sini.",
             "Minta formulir yang baru kepada Tim (perintah kinerja forms), salin isiannya ke situ, lalu kirim ulang."),
    RuleInfo("BTK024", "versi-induk-lama", _P,
             "Formulir ini dibuat sebelum induk.xlsx diubah; periode ini dinilai dan dihitung dengan target yang"
             " tercetak di formulir ini.",
             "Periksa apakah perubahan itu berlaku untuk periode ini. Bila ya, terbitkan formulir baru dan minta unit"
             " mengirim dengan formulir itu; bila tidak, peringatan ini dapat diterima."),
    RuleInfo("BTK025", "revisi-mendahului", _G,
             "Formulir ini menjawab pengembalian revisi {tertulis}, padahal revisi terakhir yang tercatat"
             " {diharapkan}.",
             "Perbaiki salinan yang dikembalikan terakhir oleh Tim, lalu kirim salinan itu."),
    RuleInfo("BTK026", "lembar-identitas-berubah", _G,
             "Lembar identitas formulir telah diubah: {rincian} tidak sama dengan yang tercatat saat formulir"
             " diterbitkan.",
             "Salin isian ke formulir asli yang dibagikan, lalu kirim ulang; jangan mengubah lembar tersembunyi."),
    RuleInfo("BTK027", "baris-indikator-hilang", _G,
             "Baris indikator {indikator} ({nama}) tidak ada di lembar Data Kinerja.",
             "Salin seluruh baris {indikator} dari formulir asli ke lembar itu (buka dahulu proteksi lembarnya, tanpa"
             " kata sandi), lalu isi realisasinya."),
    RuleInfo("BTK028", "baris-indikator-tambahan", _G,
             "Baris {baris} di lembar Data Kinerja memakai Kode “{tertulis}” yang tidak ada pada formulir asli;"
             " isinya tidak dipakai.",
             "Hapus baris {baris}. Indikator baru ditambahkan oleh Tim melalui induk.xlsx."),
    RuleInfo("BTK029", "baris-indikator-ganda", _G,
             "Kode {indikator} muncul lebih dari sekali di lembar Data Kinerja: {diharapkan}. Tidak satu pun"
             " dipakai.",
             "Hapus baris ganda di sel {sel} sehingga setiap Kode hanya ada pada satu baris."),
    RuleInfo("BTK030", "kode-indikator-berubah", _G,
             "Kode di sel {sel} berubah menjadi “{tertulis}”; seharusnya {diharapkan}. Isi baris itu tidak"
             " dipakai.",
             "Tulis kembali {diharapkan} di sel {sel}."),
    RuleInfo("BTK031", "target-berubah", _G,
             "{kolom} {indikator} di sel {sel} berubah menjadi {tertulis}; pada formulir yang diterbitkan"
             " {diharapkan}.",
             "Kembalikan sel {sel} menjadi {diharapkan}. Bila targetnya memang berubah, sampaikan kepada Tim."),
    RuleInfo("BTK032", "realisasi-lalu-berubah", _G,
             "Realisasi s.d. Lalu {indikator} di sel {sel} berubah menjadi {tertulis}; pada formulir yang"
             " diterbitkan {diharapkan}.",
             "Kembalikan sel {sel} menjadi {diharapkan}. Bila data bulan lalu salah, kirim perbaikan formulir"
             " bulan itu."),
    RuleInfo("BTK033", "nama-indikator-berubah", _G,
             "Nama indikator {indikator} di sel {sel} berubah menjadi “{tertulis}”.",
             "Tulis kembali “{diharapkan}” di sel {sel}, dan pastikan isian baris itu memang untuk indikator"
             " tersebut."),
    RuleInfo("BTK034", "satuan-berubah", _G,
             "Satuan {indikator} di sel {sel} berubah menjadi “{tertulis}”; seharusnya {diharapkan}.",
             "Tulis kembali {diharapkan} di sel {sel}, dan pastikan realisasinya dalam satuan itu."),
    RuleInfo("BTK035", "sasaran-berubah", _P,
             "Teks Sasaran {indikator} di sel {sel} berubah menjadi “{tertulis}”.",
             "Tulis kembali “{diharapkan}” di sel {sel}."),
    RuleInfo("BTK036", "rumus-diganti-isian", _P,
             "Rumus {kolom} {indikator} di sel {sel} diganti dengan isian {tertulis}; {banding}.",
             "Kosongkan sel {sel}, atau salin rumusnya dari formulir asli, agar nilainya tetap mengikuti isian."),
    RuleInfo("BTK037", "baris-anggaran-hilang", _G,
             "Baris anggaran {mata} ({nama}) tidak ada di lembar Anggaran.",
             "Salin seluruh baris {mata} dari formulir asli ke lembar itu (buka dahulu proteksi lembarnya, tanpa kata"
             " sandi), lalu isi realisasinya."),
    RuleInfo("BTK038", "baris-anggaran-tambahan", _G,
             "Baris {baris} di lembar Anggaran memakai Kode “{tertulis}” yang tidak ada pada formulir asli;"
             " isinya tidak dipakai.",
             "Hapus baris {baris}, atau tulis kembali Kode aslinya. Kegiatan baru ditambahkan oleh Tim melalui"
             " induk.xlsx."),
    RuleInfo("BTK039", "baris-anggaran-ganda", _G,
             "Kode {mata} muncul lebih dari sekali di lembar Anggaran: {diharapkan}. Tidak satu pun dipakai.",
             "Hapus baris ganda di sel {sel} sehingga setiap Kode hanya ada pada satu baris."),
    RuleInfo("BTK040", "pagu-berubah", _G,
             "Pagu {mata} di sel {sel} berubah menjadi {tertulis}; pada formulir yang diterbitkan {diharapkan}.",
             "Kembalikan sel {sel} menjadi {diharapkan}. Bila pagunya memang berubah, sampaikan kepada Tim."),
    RuleInfo("BTK041", "realisasi-anggaran-lalu-berubah", _G,
             "Realisasi s.d. Lalu {mata} di sel {sel} berubah menjadi {tertulis}; pada formulir yang diterbitkan"
             " {diharapkan}.",
             "Kembalikan sel {sel} menjadi {diharapkan}. Bila data bulan lalu salah, kirim perbaikan formulir"
             " bulan itu."),
    RuleInfo("BTK042", "baris-tersembunyi", _C,
             "Baris {indikator} (baris {baris}) tersembunyi di lembar Data Kinerja; isinya tetap dibaca.",
             "Tampilkan kembali baris {baris} dan pastikan isian di sel {sel} memang dimaksudkan."),
    RuleInfo("BTK043", "uraian-anggaran-berubah", _P,
             "Uraian anggaran {mata} di sel {sel} berubah menjadi “{tertulis}”.",
             "Tulis kembali “{diharapkan}” di sel {sel}."),
    RuleInfo("BTK044", "salinan-terbitan-hilang", _P,
             "Lembar identitas formulir hilang atau rusak, sehingga target dan Realisasi s.d. Lalu tidak dapat"
             " dibandingkan dengan yang diterbitkan.",
             "Gunakan formulir asli yang dibagikan untuk pengiriman berikutnya; jangan menghapus lembar"
             " tersembunyi."),
)  # fmt: skip
