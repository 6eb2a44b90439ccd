"""Contoh: lembaga, orang, dan naskah Inspektorat Daerah Kabupaten Tirta Amerta. Semua nama dan angka rekaan."""

from __future__ import annotations

from datetime import date

INSPEKTUR_LAMA = ("Drs. Bambang Wiryawan, M.Si.", "196806151994031007", "Pembina Utama Muda (IV/c)")
INSPEKTUR_BARU = ("Hendra Prasetya, S.H., M.H.", "197103081997031005", "Pembina Utama Muda (IV/c)")
SEKRETARIS = ("Ratna Kusumaningtyas, S.E., M.Acc.", "197509202000032004", "Pembina Tk. I (IV/b)")
KASUBBAG_SBP = ("Yoga Nugraha, S.Sos., M.A.P.", "198404172009011006", "Penata Tk. I (III/d)")
KASUBBAG_SBE = ("Maya Puspitasari, S.E., Ak.", "198611032010012009", "Penata Tk. I (III/d)")
KASUBBAG_SBU = ("Slamet Raharjo, S.IP.", "197902251999031003", "Penata Tk. I (III/d)")
IRBAN = (
    ("Ir. Agus Setiadi, M.T.", "196912101996031004", "Pembina Tk. I (IV/b)"),
    ("Lilis Suryani, S.E., M.Si.", "197307282000032002", "Pembina Tk. I (IV/b)"),
    ("Teguh Wicaksono, S.H.", "197611192002121005", "Pembina (IV/a)"),
    ("Nur Hidayah, S.Ak., M.Ak.", "198001062003122003", "Pembina (IV/a)"),
)

INSTANSI = (
    ("Nama Instansi", "Inspektorat Daerah"),
    ("Pemerintah Daerah", "Pemerintah Kabupaten Tirta Amerta"),
    ("Alamat", "Jalan Taman Candra Nomor 14"),
    ("Telepon", "(0299) 551420"),
    ("Laman", "inspektorat.tirtaamertakab.go.id"),
    ("Pos-el", "inspektorat@tirtaamertakab.go.id"),
    ("Kode Pos", "57914"),
    ("Tempat", "Amerta"),
    ("Tahun", 2026),
    ("Kode Klasifikasi", "700.1.2"),
    ("Logo", "logo.png"),
    ("Tujuan Laporan", "Bupati Tirta Amerta"),
    ("Melalui", "Sekretaris Daerah Kabupaten Tirta Amerta"),
)

_POS_EL = "@tirtaamertakab.go.id"
UNIT = (
    ("SEK", "Sekretariat", None, "Sekretaris", *SEKRETARIS, f"sekretariat.insp{_POS_EL}"),
    (
        "SBP", "Sub Bagian Perencanaan", "SEK", "Kepala Sub Bagian Perencanaan", *KASUBBAG_SBP,
        f"perencanaan.insp{_POS_EL}",
    ),
    (
        "SBE", "Sub Bagian Evaluasi dan Pelaporan", "SEK", "Kepala Sub Bagian Evaluasi dan Pelaporan", *KASUBBAG_SBE,
        f"evaluasi.insp{_POS_EL}",
    ),
    (
        "SBU", "Sub Bagian Administrasi dan Umum", "SEK", "Kepala Sub Bagian Administrasi dan Umum", *KASUBBAG_SBU,
        f"umum.insp{_POS_EL}",
    ),
    *(
        (f"IRB{n}", f"Inspektur Pembantu {r}", None, f"Inspektur Pembantu {r}", *orang, f"irban{n}.insp{_POS_EL}")
        for n, (r, orang) in enumerate(zip(("I", "II", "III", "IV"), IRBAN, strict=True), 1)
    ),
)  # fmt: skip

_AWAL = date(2024, 1, 2)
PEJABAT = (
    ("Inspektur", "Inspektur", *INSPEKTUR_LAMA, date(2021, 3, 1), date(2026, 6, 30)),
    ("Inspektur", "Plt. Inspektur", *SEKRETARIS, date(2026, 7, 1), date(2026, 9, 30)),
    ("Inspektur", "Inspektur", *INSPEKTUR_BARU, date(2026, 10, 1), None),
    ("Sekretaris", "Sekretaris", *SEKRETARIS, date(2022, 8, 15), None),
    ("Ketua Tim", "Ketua Tim Pengukuran Kinerja", *KASUBBAG_SBE, _AWAL, None),
    ("Kasubbag Perencanaan", "Kepala Sub Bagian Perencanaan", *KASUBBAG_SBP, _AWAL, None),
    ("Kasubbag Evaluasi dan Pelaporan", "Kepala Sub Bagian Evaluasi dan Pelaporan", *KASUBBAG_SBE, _AWAL, None),
    ("Kasubbag Administrasi dan Umum", "Kepala Sub Bagian Administrasi dan Umum", *KASUBBAG_SBU, _AWAL, None),
    *(
        (f"Irban {r}", f"Inspektur Pembantu {r}", *orang, _AWAL, None)
        for r, orang in zip(("I", "II", "III", "IV"), IRBAN, strict=True)
    ),
)

TIM = (
    ("Ketua", *KASUBBAG_SBE[:2], "Kepala Sub Bagian Evaluasi dan Pelaporan"),
    ("Wakil Ketua", *KASUBBAG_SBP[:2], "Kepala Sub Bagian Perencanaan"),
    ("Sekretaris", "Wahyu Adi Nugroho, S.Kom.", "199005122015031004", "Pranata Komputer Ahli Muda"),
    ("Anggota", "Fitri Handayani, S.E.", "198908242014022003", "Auditor Ahli Muda"),
    (
        "Anggota",
        "Dimas Arya Saputra, S.H.",
        "199203162016011002",
        "Pengawas Penyelenggaraan Urusan Pemerintahan Ahli Pertama",
    ),
    ("Anggota", "Sri Wulandari, S.ST.", "199110072014032005", "Auditor Ahli Pertama"),
    ("Staf Administrasi", "Eko Purnomo", "198607302008011003", "Pengelola Data"),
)

SASARAN = (
    ("S1", "Meningkatnya kualitas pengawasan internal dan tindak lanjut hasil pengawasan"),
    ("S2", "Meningkatnya ketepatan dan kecepatan layanan pengawasan"),
    ("S3", "Meningkatnya akuntabilitas kinerja dan tata kelola Inspektorat Daerah"),
)

LHE = (
    (
        2025, "Menyelaraskan indikator pada perjanjian kinerja eselon III dengan sasaran strategis Inspektorat Daerah.",
        "Pohon kinerja ditinjau kembali dan indikator Inspektur Pembantu diturunkan dari sasaran S1 dan S2.", "Selesai",
        "31 Januari 2026",
    ),
    (
        2025, "Menetapkan target triwulanan pada Rencana Aksi untuk seluruh indikator kinerja utama.",
        "Rencana Aksi 2026 memuat target per bulan dan per triwulan untuk delapan indikator kinerja utama.", "Selesai",
        "28 Februari 2026",
    ),
    (
        2025, "Mendokumentasikan hasil pemantauan kinerja secara berkala beserta tindakan perbaikannya.",
        "Kertas Kerja Pemantauan mingguan mulai dipakai semua unit pada Januari 2026.", "Dalam proses", "30 Juni 2026",
    ),
    (
        2025, "Memanfaatkan hasil pengukuran kinerja sebagai dasar pemberian penghargaan kepada unit kerja.",
        "Rancangan keputusan tentang penghargaan kinerja sedang dibahas.", "Dalam proses", "30 September 2026",
    ),
    (
        2025, "Melengkapi laporan kinerja dengan analisis efisiensi penggunaan sumber daya.",
        "Analisis efisiensi per sasaran dimuat mulai laporan triwulan I Tahun 2026.", "Selesai", "30 April 2026",
    ),
)  # fmt: skip

NARASI = (
    (
        "Profil",
        (
            "Inspektorat Daerah Kabupaten Tirta Amerta merupakan unsur pengawas penyelenggaraan pemerintahan daerah "
            "yang dipimpin oleh Inspektur, berkedudukan di bawah dan bertanggung jawab kepada Bupati melalui "
            "Sekretaris Daerah. Tugasnya membantu Bupati membina dan mengawasi pelaksanaan urusan pemerintahan yang "
            "menjadi kewenangan daerah serta tugas pembantuan oleh perangkat daerah dan pemerintah desa."
        ),
    ),
    (
        "Profil",
        (
            "Wilayah pengawasan meliputi 34 perangkat daerah, 14 kecamatan, 187 desa, dan 26 puskesmas, yang dibagi "
            "habis kepada empat Inspektur Pembantu."
        ),
    ),
    (
        "Struktur",
        (
            "Susunan organisasi terdiri atas Inspektur; Sekretariat yang membawahkan Sub Bagian Perencanaan, Sub "
            "Bagian Evaluasi dan Pelaporan, serta Sub Bagian Administrasi dan Umum; Inspektur Pembantu I sampai dengan "
            "IV; dan Kelompok Jabatan Fungsional Auditor serta Pengawas Penyelenggaraan Urusan Pemerintahan Daerah."
        ),
    ),
    (
        "SDM",
        (
            "Pada 1 Januari 2026 Inspektorat Daerah didukung 68 pegawai: 59 pegawai negeri sipil dan 9 pegawai "
            "pemerintah dengan perjanjian kerja. Menurut jabatan, terdapat 9 pejabat struktural, 27 auditor, 16 "
            "pengawas penyelenggaraan urusan pemerintahan daerah, dan 16 pelaksana. Menurut pendidikan, 21 orang "
            "berpendidikan magister, 40 orang sarjana atau sarjana terapan, dan 7 orang diploma atau sekolah menengah."
        ),
    ),
    (
        "SDM",
        (
            "Kebutuhan menurut analisis jabatan adalah 84 pegawai, sehingga masih terdapat kekurangan 16 pegawai, "
            "terutama auditor ahli muda. Sebanyak 31 auditor dan pengawas telah memiliki sertifikat keahlian."
        ),
    ),
    (
        "Isu Strategis",
        (
            "Tindak lanjut rekomendasi hasil pengawasan belum seluruhnya selesai dalam 60 hari, terutama rekomendasi "
            "yang bersifat penyetoran ke kas daerah dan kas desa."
        ),
    ),
    (
        "Isu Strategis",
        (
            "Temuan yang sama masih berulang pada pengelolaan barang milik daerah dan pertanggungjawaban dana desa, "
            "yang menunjukkan pengendalian intern perangkat daerah dan desa perlu diperkuat."
        ),
    ),
    (
        "Isu Strategis",
        (
            "Jumlah auditor belum sebanding dengan jumlah obyek pengawasan, sehingga perencanaan pengawasan perlu "
            "sepenuhnya berbasis risiko."
        ),
    ),
    (
        "Ringkasan Renstra",
        (
            "Rencana Strategis Inspektorat Daerah Tahun 2025–2029 mengarahkan pengawasan pada tujuan “Terwujudnya tata "
            "kelola pemerintahan daerah yang bersih dan akuntabel”. Tujuan itu dijabarkan ke dalam tiga sasaran: "
            "kualitas pengawasan dan tindak lanjutnya, ketepatan dan kecepatan layanan pengawasan, serta akuntabilitas "
            "kinerja dan tata kelola Inspektorat Daerah sendiri."
        ),
    ),
    (
        "Ringkasan Renstra",
        (
            "Pada akhir periode Renstra, yaitu tahun 2029, ditargetkan tindak lanjut rekomendasi 90%, pengawasan tepat "
            "waktu 95%, predikat akuntabilitas kinerja A, maturitas SPIP 3,50, dan kapabilitas APIP level 4."
        ),
    ),
    (
        "Dasar",
        (
            "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah.\n"
            "Perjanjian Kinerja Inspektorat Daerah Kabupaten Tirta Amerta Tahun 2026.\n"
            "Rencana Aksi atas Perjanjian Kinerja Inspektorat Daerah Kabupaten Tirta Amerta Tahun 2026.\n"
            "Formulir isian data kinerja unit kerja yang telah divalidasi oleh Tim Pengukuran Kinerja."
        ),
    ),
)

_RUANG = "Ruang Rapat Inspektorat Daerah"
_PESERTA = "Inspektur, Sekretaris, para Inspektur Pembantu, para Kepala Sub Bagian, Tim Pengukuran Kinerja"
RAPAT = (
    (date(2026, 1, 8), "09.00 WIB s.d. selesai", _RUANG, "Penetapan indikator dan target kinerja Tahun 2026", _PESERTA),
    (date(2026, 2, 9), "09.00 WIB s.d. selesai", _RUANG, "Pembahasan capaian kinerja Januari 2026", _PESERTA),
    (date(2026, 4, 9), "13.00 WIB s.d. selesai", _RUANG, "Pembahasan laporan kinerja Triwulan I Tahun 2026", _PESERTA),
    (date(2026, 7, 9), "09.00 WIB s.d. selesai", _RUANG, "Pembahasan laporan kinerja Semester I Tahun 2026", _PESERTA),
    (
        date(2026, 10, 8),
        "09.00 WIB s.d. selesai",
        _RUANG,
        "Pembahasan laporan kinerja Triwulan III Tahun 2026",
        _PESERTA,
    ),
    (date(2027, 1, 11), "09.00 WIB s.d. selesai", _RUANG, "Pembahasan laporan kinerja Tahun 2026", _PESERTA),
)

AGENDA = (
    ("1", date(2026, 1, 12), "Keputusan Inspektur tentang Tim Pengukuran Kinerja Tahun 2026", "Tim Pengukuran Kinerja"),
    ("2", date(2026, 1, 14), "Surat edaran pengumpulan data kinerja Tahun 2026", "Semua unit kerja Inspektorat Daerah"),
    ("3", date(2026, 1, 20), "Undangan rapat koordinasi tindak lanjut hasil pengawasan", "Perangkat daerah"),
)

ATURAN = (
    (
        "INS01", "IKU-03", "realisasi <= target * 3", "peringatan",
        "Jumlah laporan hasil pengawasan lebih dari tiga kali target bulan ini.",
        "Periksa apakah yang diisikan angka kumulatif sejak Januari.",
    ),
    (
        "INS02", "IKK-01", "realisasi >= 3", "peringatan",
        "Rata-rata waktu penyelesaian laporan kurang dari 3 hari kerja.",
        "Periksa satuannya: waktu dihitung dalam hari kerja, bukan minggu.",
    ),
)  # fmt: skip
