"""Contoh: faktor pendorong, faktor penghambat, tindak lanjut, dan data pendukung yang ditulis unit. Semua rekaan."""

from __future__ import annotations

from kinerja.domain.periode import NAMA_BULAN

# Per indikator: beberapa faktor pendorong, lalu beberapa pasang faktor penghambat dan tindak lanjutnya.
_PENDORONG: dict[str, tuple[str, ...]] = {
    "IKU-01": (
        "Klinik tindak lanjut dibuka dua kali seminggu dan dihadiri bendahara perangkat daerah.",
        "Penyetoran ke kas daerah meningkat setelah surat Sekretaris Daerah disampaikan.",
        "Pemutakhiran data bersama perangkat daerah selesai untuk rekomendasi administratif.",
        "Camat ikut mendampingi desa melengkapi bukti penyetoran ke kas desa.",
        "Rekomendasi lama yang sudah memenuhi syarat diverifikasi dan dinyatakan selesai.",
    ),
    "IKU-02": (
        "Program kerja disepakati dengan obyek pengawasan sebelum surat tugas terbit.",
        "Pengendali teknis memantau kertas kerja setiap akhir minggu.",
        "Dokumen yang diminta tersedia lengkap pada hari pertama penugasan.",
        "Pembagian tugas di dalam tim disesuaikan dengan keahlian auditor.",
    ),
    "IKU-03": (
        "Reviu berjenjang dilakukan selama penugasan sehingga laporan segera ditandatangani.",
        "Dua laporan dari penugasan bulan lalu ikut terbit pada bulan ini.",
        "Format laporan baku dipakai oleh seluruh tim.",
        "Pembahasan temuan dengan obyek pengawasan selesai dalam satu kali pertemuan.",
    ),
    "IKU-04": ("Rekomendasi evaluasi tahun lalu seluruhnya telah ditindaklanjuti.",),
    "IKU-05": ("Penilaian mandiri didampingi oleh asesor yang sudah bersertifikat.",),
    "IKU-06": (
        "Jadwal pengawasan disampaikan lebih awal dan masukan obyek pengawasan segera ditanggapi.",
        "Layanan konsultasi dibuka setiap Selasa dan Kamis.",
        "Hasil pengawasan dipaparkan langsung kepada pimpinan perangkat daerah.",
    ),
    "IKU-07": (
        "Seluruh pengaduan ditelaah dalam lima hari kerja sejak diterima.",
        "Tim penelaah pengaduan mendapat tambahan satu orang tenaga.",
        "Pengaduan melalui kanal daring lengkap sehingga langsung dapat ditelaah.",
        "Koordinasi dengan camat mempercepat klarifikasi pengaduan desa.",
    ),
    "IKU-08": ("Seluruh elemen kapabilitas level 3 tetap terpenuhi menurut penilaian mandiri.",),
    "IKK-01": (
        "Penyusunan laporan dimulai sebelum pekerjaan lapangan berakhir.",
        "Jenjang reviu dipangkas dari tiga menjadi dua tingkat.",
        "Pembahasan konsep laporan dilakukan secara daring.",
        "Beban penugasan lebih ringan sehingga penulisan laporan lebih cepat.",
    ),
    "IKK-02": (
        "Perbaikan pengendalian dipantau pada kunjungan lapangan sebelumnya.",
        "Sosialisasi temuan tahun lalu dilakukan kepada seluruh pengurus barang.",
        "Perangkat daerah melaksanakan rencana aksi perbaikan pengendalian.",
    ),
    "IKK-03": ("Pencegahan melalui pendampingan desa menekan jumlah pengaduan yang terbukti.",),
    "IKK-04": (
        "Pengajuan uang persediaan mengikuti jadwal anggaran kas.",
        "Belanja perjalanan dinas dan honorarium dibayar tepat waktu.",
        "Pengadaan melalui katalog elektronik selesai sesuai rencana.",
        "Rekonsiliasi mingguan dengan bendahara menjaga kesesuaian dengan anggaran kas.",
    ),
    "IKK-05": ("Dokumen perencanaan diterima lengkap sehingga reviu segera dimulai.",
               "Reviu dikerjakan oleh dua tim yang bekerja serempak.",),
    "IKK-06": (
        "Kegiatan rencana aksi terlaksana seluruhnya sesuai jadwal.",
        "Dua kegiatan bulan lalu dikejar pelaksanaannya pada bulan ini.",
        "Jadwal kegiatan ditinjau setiap Senin pada apel pagi.",
        "Rapat koordinasi bulanan memastikan semua kegiatan berjalan.",
    ),
    "IKK-07": (
        "Bukti belanja disetor bidang sebelum tanggal 3.",
        "Verifikasi pertanggungjawaban dibantu pejabat penatausahaan keuangan.",
        "Bendahara menutup buku lebih awal pada akhir bulan.",
    ),
    "IKK-08": (
        "Pembinaan disiplin diberikan pada apel setiap hari Senin.",
        "Rekap kehadiran diumumkan setiap minggu.",
        "Atasan langsung menegur lisan sebelum pelanggaran terjadi.",
    ),
    "IKK-09": ("Loket layanan kepegawaian dan persuratan kini dibuka sepanjang jam kerja.",
               "Keluhan pegawai pada survei sebelumnya telah ditindaklanjuti.",),
    "IKK-10": (
        "Konsep dokumen disiapkan seminggu sebelum jatuh tempo.",
        "Data dari bidang diterima sesuai jadwal.",
        "Kalender penyusunan dokumen ditempel dan dipantau setiap minggu.",
        "Pembahasan konsep cukup satu kali karena data sudah dicocokkan.",
    ),
}  # fmt: skip

_PENGHAMBAT: dict[str, tuple[tuple[str, str], ...]] = {
    "IKU-01": (
        (
            "Bukti penyetoran dari lima desa belum diterima karena perangkat desa berganti.",
            "Mengirim surat penegasan melalui camat dan menjadwalkan klinik tindak lanjut bagi lima desa.",
        ),
        (
            "Sebagian rekomendasi menunggu perubahan anggaran perangkat daerah.",
            "Meminta pernyataan kesanggupan dan memantau pada pembahasan perubahan anggaran.",
        ),
        (
            "Penanggung jawab rekomendasi lama sudah pensiun sehingga bukti sulit dilengkapi.",
            "Menelusuri berkas bersama bagian hukum dan mengusulkan status tidak dapat ditindaklanjuti.",
        ),
        (
            "Beberapa rekomendasi menunggu putusan majelis pertimbangan kerugian daerah.",
            "Berkoordinasi dengan sekretariat majelis untuk menetapkan jadwal sidang.",
        ),
    ),
    "IKU-02": (
        (
            "Satu penugasan diperpanjang karena dokumen pengadaan terlambat diserahkan.",
            "Meminta daftar dokumen dipenuhi tiga hari sebelum penugasan berikutnya.",
        ),
        (
            "Auditor ditarik untuk pemeriksaan khusus di tengah penugasan.",
            "Menunjuk auditor pengganti dan menyusun ulang jadwal penugasan triwulan ini.",
        ),
        (
            "Pembahasan temuan mundur karena pimpinan obyek pengawasan dinas luar.",
            "Menyepakati pejabat yang mewakili pembahasan sejak awal penugasan.",
        ),
        (
            "Cuaca buruk menunda pemeriksaan fisik di dua lokasi.",
            "Menjadwalkan ulang pemeriksaan fisik dan memakai foto berkoordinat sebagai bukti awal.",
        ),
    ),
    "IKU-03": (
        (
            "Satu konsep laporan masih menunggu tanggapan tertulis obyek pengawasan.",
            "Menetapkan batas tanggapan tujuh hari dan menerbitkan laporan pada awal bulan berikutnya.",
        ),
        (
            "Penugasan bertumpuk dengan reviu laporan keuangan pemerintah daerah.",
            "Mengatur ulang jadwal terbit laporan dan menambah satu pengendali teknis.",
        ),
    ),
    "IKU-04": (
        (
            "Keterkaitan anggaran dengan kinerja dinilai belum memadai pada evaluasi tahun ini.",
            "Menyusun pohon kinerja yang memuat anggaran tiap sasaran untuk tahun 2027.",
        ),
    ),
    "IKU-06": (
        (
            "Responden menilai waktu tunggu layanan konsultasi masih lama.",
            "Menambah petugas konsultasi dan membuka pendaftaran daring.",
        ),
    ),
    "IKU-07": (
        (
            "Satu pengaduan memerlukan klarifikasi lapangan yang belum terlaksana.",
            "Menjadwalkan klarifikasi lapangan pada minggu pertama bulan berikutnya.",
        ),
        (
            "Pelapor belum melengkapi bukti awal sampai batas waktu.",
            "Menghubungi pelapor dan memberi tambahan waktu tujuh hari.",
        ),
    ),
    "IKK-01": (
        (
            "Reviu konsep laporan tertunda karena pengendali mutu mengikuti diklat.",
            "Mendelegasikan reviu kepada pengendali teknis senior selama diklat berlangsung.",
        ),
        (
            "Bukti tambahan dari obyek pengawasan datang sesudah penugasan berakhir.",
            "Menyepakati tanggal akhir penyerahan bukti di dalam surat tugas.",
        ),
        (
            "Penyusunan laporan bersamaan dengan penugasan reviu anggaran.",
            "Menugaskan satu anggota tim khusus untuk menyelesaikan laporan.",
        ),
        (
            "Penomoran laporan tertahan karena konsep dikembalikan untuk perbaikan redaksi.",
            "Memakai daftar uji redaksi sebelum konsep diajukan kepada pengendali mutu.",
        ),
    ),
    "IKK-02": (
        (
            "Kelemahan penatausahaan barang milik daerah terulang pada dua perangkat daerah.",
            "Melaksanakan bimbingan teknis bagi pengurus barang dan memantau hasilnya.",
        ),
        (
            "Kekurangan bukti pertanggungjawaban dana desa ditemukan lagi di desa yang sama.",
            "Menyusun daftar uji bersama kecamatan sebelum pencairan tahap berikutnya.",
        ),
    ),
    "IKK-04": (
        (
            "Pengesahan dokumen anggaran dan penetapan pengelola keuangan selesai pertengahan bulan.",
            "Mempercepat pengajuan uang persediaan dan menggeser belanja ke bulan berikutnya.",
        ),
        (
            "Pengadaan bahan logistik mundur karena penyedia belum tayang pada katalog.",
            "Mengganti penyedia dan menyelesaikan pengadaan pada minggu kedua bulan berikutnya.",
        ),
    ),
    "IKK-05": (
        (
            "Dokumen perubahan anggaran diterima bersamaan dari sembilan perangkat daerah.",
            "Membagi reviu ke dalam tiga tim dan menyepakati urutan penyelesaiannya.",
        ),
    ),
    "IKK-06": (
        (
            "Satu kegiatan rencana aksi ditunda menunggu narasumber.",
            "Menjadwalkan ulang kegiatan pada minggu kedua bulan berikutnya.",
        ),
        (
            "Kegiatan sosialisasi digeser karena berbenturan dengan agenda Bupati.",
            "Menetapkan tanggal pengganti dan menyiapkan narasumber cadangan.",
        ),
    ),
    "IKK-07": (
        (
            "Bukti perjalanan dinas dua tim baru diserahkan tanggal 11.",
            "Mewajibkan penyerahan bukti paling lambat lima hari sesudah perjalanan berakhir.",
        ),
    ),
    "IKK-08": (
        (
            "Satu pegawai tidak masuk kerja tanpa keterangan selama sepuluh hari.",
            "Menjatuhkan hukuman disiplin sesuai ketentuan dan memberi pembinaan oleh atasan langsung.",
        ),
    ),
    "IKK-10": (
        (
            "Satu laporan terlambat karena data bidang diterima sesudah jatuh tempo.",
            "Menetapkan batas penyerahan data tiga hari sebelum jatuh tempo.",
        ),
        (
            "Aplikasi perencanaan daerah tidak dapat diakses pada hari terakhir pengisian.",
            "Mengunggah dokumen dua hari lebih awal pada bulan berikutnya.",
        ),
    ),
}

_UNIT = ("SEK", "SBP", "SBE", "SBU", "IRB1", "IRB2", "IRB3", "IRB4")

_BUKTI: dict[str, str] = {
    "IKU-01": "Rekap_TLHP_{unit}_{nn}2026.pdf; berita acara pemutakhiran {bulan} 2026",
    "IKU-02": "Register surat tugas {unit} {bulan} 2026.xlsx",
    "IKU-03": "Register LHP {unit} s.d. {bulan} 2026, nomor urut terakhir pada lembar {nn}",
    "IKU-04": "LHE_AKIP_2026.pdf",
    "IKU-05": "Laporan_PK_SPIP_2026.pdf",
    "IKU-06": "Rekap survei kepuasan {unit} {bulan} 2026.xlsx",
    "IKU-07": "Register pengaduan {bulan} 2026, lembar {unit}",
    "IKU-08": "Kertas kerja penilaian mandiri kapabilitas APIP, {bulan} 2026",
    "IKK-01": "Daftar_waktu_LHP_{unit}_{nn}.xlsx",
    "IKK-02": "Daftar temuan {unit} s.d. {bulan} 2026 (basis data temuan)",
    "IKK-03": "Register pengaduan terbukti s.d. {bulan} 2026; data kependudukan semester terakhir",
    "IKK-04": "LRA_{nn}_2026.pdf; anggaran kas s.d. {bulan}",
    "IKK-05": "Register reviu {bulan} 2026.xlsx",
    "IKK-06": "Laporan pelaksanaan rencana aksi {bulan} 2026",
    "IKK-07": "Tanda terima LPJ bendahara {bulan} 2026.pdf",
    "IKK-08": "Rekap kepegawaian {bulan} 2026",
    "IKK-09": "Rekap survei internal {bulan} 2026.xlsx",
    "IKK-10": "Jadwal dan daftar penyerahan dokumen {unit} {bulan} 2026",
}


def _geser(unit: str) -> int:
    """Unit yang berlainan menulis hal yang berlainan pada bulan yang sama."""
    return _UNIT.index(unit)


def pendorong(kode: str, unit: str, bulan: int) -> str:
    """Faktor pendorong bulan ini."""
    pilihan = _PENDORONG[kode]
    return pilihan[(bulan + _geser(unit)) % len(pilihan)]


def penghambat(kode: str, unit: str, bulan: int) -> tuple[str, str]:
    """Faktor penghambat bulan ini dan tindak lanjutnya."""
    pilihan = _PENGHAMBAT[kode]
    return pilihan[(bulan + _geser(unit)) % len(pilihan)]


def bukti(kode: str, unit: str, bulan: int) -> str:
    """Data pendukung yang disebut unit."""
    nama = {"IRB1": "Irban I", "IRB2": "Irban II", "IRB3": "Irban III", "IRB4": "Irban IV"}.get(unit, unit)
    berkas = "_" in _BUKTI[kode].split(";")[0]
    return _BUKTI[kode].format(unit=unit if berkas else nama, bulan=NAMA_BULAN[bulan - 1], nn=f"{bulan:02d}")
