"""Which test answers which pitfall: rows by number, and the list of hostile and odd input.

A value is either the tests (`folder/file.py::name`, where `name` is a test or the beginning of a case's id), or the
reason why the row does not concern this program. `test_jebakan_cakupan.py` sees that all of them exist.
"""

from __future__ import annotations

# Rows of each section.
BANYAK = {1: 12, 2: 7, 3: 6, 4: 9, 5: 14, 6: 10, 7: 8, 8: 12, 9: 8, 10: 7}

_ANGKA = "jebakan/test_jebakan_angka.py::"
_TANGGAL = "jebakan/test_jebakan_tanggal.py::"
_KOSONG = "jebakan/test_jebakan_kosong.py::"
_RUMUS = "jebakan/test_jebakan_rumus.py::"
_BENTUK = "jebakan/test_jebakan_bentuk.py::"
_SIMPAN = "jebakan/test_jebakan_simpan_ulang.py::"
_APLIKASI = "jebakan/test_jebakan_aplikasi.py::"
_BERKAS = "jebakan/test_jebakan_berkas.py::"
_KELUARAN = "jebakan/test_jebakan_keluaran.py::"
_PUSTAKA = "jebakan/test_jebakan_pustaka.py::"
_SIDIK = "jebakan/test_sidik_formulir.py::"
_MUSUH = "pipeline/test_bermusuhan.py::"
_TOLAK = "workbook/test_tolak_berkas.py::"
_BATAS = "workbook/test_batas_isi.py::"
_SEL = "workbook/test_sel_xlsx.py::"
_MASUK = "read/test_intake.py::"
_MAHAL = "jebakan/test_jebakan_batas.py::test_berkas_mahal_dalam_waktu_dan_memori_terbatas"
_FUZZ = "read/test_fuzz.py::"
_KEMBALI = "worksheets/test_pengembalian.py::"

CAKUPAN: dict[str, tuple[str, ...] | str] = {
    "1.1": (_ANGKA + "p1_01_", _SEL + "test_1_1_persen_dapat_dibedakan_dari_bentuknya"),
    "1.2": (_PUSTAKA + "test_p10_02_tidak_ada_pustaka_tabel_di_jalan_masuk", _ANGKA + "p1_01_095_berformat_persen"),
    "1.3": (_ANGKA + "p1_03_", "validate/test_format_sel.py::test_tampilan"),
    "1.4": (_ANGKA + "p1_04_", _ANGKA + "test_p1_04_rupiah_dengan_titik"),
    "1.5": (_ANGKA + "p1_05_", _ANGKA + "test_p1_05_kedua_bacaan_disebut"),
    "1.6": (_ANGKA + "p1_06_",),
    "1.7": (_ANGKA + "p1_07_",),
    "1.8": (_ANGKA + "p1_08_",),
    "1.9": (_ANGKA + "p1_09_",),
    "1.10": (_ANGKA + "p1_10_",),
    "1.11": (_ANGKA + "test_p1_11_nol_di_depan_kode",),
    "1.12": (_ANGKA + "p1_12_", _ANGKA + "test_p1_12_angka_biner_tetap_seperti_yang_diketik"),
    "2.1": (_TANGGAL + "p2_01_",),
    "2.2": (_TANGGAL + "p2_02_",),
    "2.3": (_TANGGAL + "p2_03_",),
    "2.4": (_TANGGAL + "p2_04_", "workbook/test_format_lain.py::test_2_4_nilai_tanggal"),
    "2.5": (_TANGGAL + "test_p2_05_epoch_1904", _SEL + "test_2_5_epoch_1904"),
    "2.6": ("test_architecture.py::test_only_the_command_line_prints_exits_and_asks_the_time",),
    "2.7": (
        "domain/test_kalender.py::test_working_days",
        "master/test_temuan_induk.py::test_settings_and_master_together",
    ),
    "3.1": (_KOSONG + "p3_01_",),
    "3.2": (_KOSONG + "p3_02_", _APLIKASI + "test_p7_libreoffice_dinilai_sama"),
    "3.3": (_KOSONG + "p3_03_",),
    "3.4": (
        _KOSONG + "test_p3_04_lima_hal_yang_berbeda",
        _KOSONG + "p3_04_belanja_nol",
        "domain/test_konsolidasi.py::test_bulan_hilang_tidak_pernah_menjadi_nol",
    ),
    "3.5": (
        "domain/test_konsolidasi.py::test_bulan_kosong_bukan_nol",
        "domain/test_konsolidasi.py::test_teks_rumus",
        "aggregate/test_agregat.py::test_rata_rata_atas_indikator_yang_dapat_dihitung",
    ),
    "3.6": (_KOSONG + "test_p3_06_nol_tidak_pernah_dianggap_tidak_ada",),
    "4.1": (_RUMUS + "test_p4_01_hasil_yang_tersimpan_tetap_ada_di_salinan",),
    "4.2": (_KELUARAN + "test_p4_02_setiap_rumus_tulisan_kita_membawa_hasilnya", _RUMUS + "test_p4_05_hasil_yang_basi"),
    "4.3": (
        _RUMUS + "test_p4_03_formulir_tidak_menyimpan_nol_di_tempat_hasil",
        "worksheets/test_analisis_libreoffice.py::test_setahun_contoh_tampil_sama",
    ),
    "4.4": (_RUMUS + "p4_04_", _SIDIK + "rumus_diganti_rumus"),
    "4.5": (_RUMUS + "test_p4_05_hasil_yang_basi_bukan_temuan",),
    "4.6": (
        _KELUARAN + "test_p4_06_hanya_fungsi_lama_dengan_koma",
        "aggregate/test_rumus_excel.py::test_hanya_fungsi_2007",
    ),
    "4.7": (_RUMUS + "test_p4_07_rumus_formulir_tertulis_dalam_bahasa_berkas",),
    "4.8": (_RUMUS + "p4_08_",),
    "4.9": (_BERKAS + "test_p8_10_tautan_disebut_dan_tidak_pernah_diikuti", _MUSUH + "tautan.xlsx"),
    "5.1": (_MUSUH + "gabung.xlsx", _BENTUK + "test_p5_01_gabungan_di_luar_isian_bukan_halangan"),
    "5.2": (_BENTUK + "test_p5_02_sel_gabungan_ditandai_di_sel_pertamanya",),
    "5.3": (_BENTUK + "test_p5_03_baris_tidak_pernah_disisipkan",),
    "5.4": (_BENTUK + "test_p5_04_baris_diurutkan_ulang_dan_kolom_dipindah", _SIDIK + "baris_disisipkan"),
    "5.5": (_BENTUK + "test_p5_05_baris_saringan_tetap_dibaca", _MUSUH + "saringan.xlsx"),
    "5.6": (_BENTUK + "test_p5_06_kolom_berformat_sampai_baris_terakhir",),
    "5.7": (_BENTUK + "test_p5_07_baris_setelah_celah_panjang_tidak_hilang",),
    "5.8": (_BENTUK + "test_p5_08_sel_jauh_tidak_menumbuhkan_isi",),
    "5.9": (_BENTUK + "test_p5_09_huruf_tersesat_hanya_catatan",),
    "5.10": (_BENTUK + "p5_10_", _SEL + "test_5_10_alamat_tidak_bergeser"),
    "5.11": (_BENTUK + "p5_11_",),
    "5.12": (_BENTUK + "test_p5_12_nama_terdefinisi_yang_rusak",),
    "5.13": (_BENTUK + "test_p5_13_salinan_lembar_ditanyakan", _SIDIK + "lembar_disalin"),
    "5.14": (_BENTUK + "p5_14_",),
    # Section 6 lists what a library loses; the numbers are ours.
    "6.1": (_SIMPAN + "test_p6_01_rumus_dan_isinya_sama", _RUMUS + "test_p4_01_hasil_yang_tersimpan"),
    "6.2": (_SIMPAN + "p6_02_kotak_teks_dan_gambar", _SIMPAN + "test_p6_02_bagian_yang_tidak_disentuh"),
    "6.3": (_SIMPAN + "p6_03_tombol_dan_kotak_centang",),
    "6.4": (_SIMPAN + "p6_04_garis_mini_validasi_2009",),
    "6.5": (_SIMPAN + "p6_05_gambar_latar",),
    "6.6": (_SIMPAN + "test_p6_06_teks_kaya_dan_teks_bersama",),
    "6.7": (_SIMPAN + "p6_07_tanda_angka_teks",),
    "6.8": (_KEMBALI + "test_comments_of_other_people_stay",),
    "6.9": (_SIMPAN + "test_p6_09_kotak_komentar_seukuran_isinya",),
    "6.10": (_SIMPAN + "test_p6_10_makro_tidak_ikut_kembali",),
    "7.1": (_APLIKASI + "p7_01_", "read/test_read_form.py::test_7_1_lembar_identitas_yang_menjadi_terlihat"),
    "7.2": (_APLIKASI + "p7_02_",),
    "7.3": (_APLIKASI + "test_p7_03_dialek_lain_dinilai_sama", _SEL + "test_7_3_dimension_palsu_diabaikan"),
    "7.4": (_APLIKASI + "test_p7_03_dialek_lain_dinilai_sama", _APLIKASI + "test_p7_04_dialek_google_memang_lain"),
    "7.5": (_APLIKASI + "p7_05_",),
    "7.6": (_MASUK + "test_7_6_tautan_dan_arsip_lain",),
    "7.7": (_APLIKASI + "p7_07_",),
    "7.8": (_APLIKASI + "p7_08_",),
    "8.1": (
        _TOLAK + "test_8_1_setiap_sebab_mempunyai_kode",
        _MUSUH + "test_setiap_berkas_jahat_ditolak_dengan_sebabnya",
    ),
    "8.2": (_BERKAS + "p8_02_", _BERKAS + "test_p8_02_format_lain_bernama_xlsx", _MUSUH + "laman.xls"),
    "8.3": (_MASUK + "test_8_3_berkas_kunci_bukti_dan_yang_diabaikan",),
    "8.4": (_TOLAK + "test_8_4_bom_zip_menurut_perbandingannya", _TOLAK + "test_8_4_dan_8_5_dalam_waktu_dan_memori"),
    "8.5": (_TOLAK + "test_8_5_terlalu_banyak_sel", _TOLAK + "test_8_5_terlalu_banyak_sel_kosong"),
    "8.6": (_TOLAK + "test_8_6_entitas_beranak_ditolak", _KELUARAN + "test_p9_05_satu_pustaka_menulis"),
    "8.7": (_KELUARAN + "test_p8_07_", _MUSUH + "test_teks_yang_mirip_rumus_tidak_pernah_menjadi_rumus"),
    "8.8": (_KELUARAN + "test_p8_08_", _BERKAS + "test_p8_08_angka_negatif_tetap_angka"),
    "8.9": (_MUSUH + "makro.xlsm", _SIMPAN + "test_p6_10_makro_tidak_ikut_kembali"),
    "8.10": (_BERKAS + "test_p8_10_tautan_disebut_dan_tidak_pernah_diikuti",),
    "8.11": (
        _BERKAS + "test_p8_11_nama_panjang_dan_terlarang",
        _MASUK + "test_8_11_path_aman",
        "deliver/test_tulis.py::test_safe_names",
    ),
    "8.12": (
        "pipeline/test_siklus.py::test_berkas_sama_nama_lain_satu_catatan",
        "pipeline/test_siklus.py::test_dua_berkas_berbeda_bertentangan_sampai_dipilih",
    ),
    "9.1": (_KELUARAN + "test_p9_01_teks_sepanjang_sel", "worksheets/test_kkv.py::test_texts_too_long_for_a_cell"),
    "9.2": (_KELUARAN + "test_p9_02_tanpa_huruf_kendali",),
    "9.3": (_KELUARAN + "test_p9_03_nama_lembar_yang_sah",),
    "9.4": ("forms/test_blank.py::test_long_scale_goes_to_the_hidden_sheet",),
    "9.5": (_KELUARAN + "test_p9_05_satu_pustaka_menulis_tidak_ada_yang_memuat_lalu_menyimpan",),
    "9.6": (_KEMBALI + "test_faulty_cells_are_filled_and_commented", _KEMBALI + "test_sheet_of_findings_lists_all"),
    "9.7": (
        _SIMPAN + "test_p6_09_kotak_komentar_seukuran_isinya",
        _KEMBALI + "test_faulty_cells_are_filled_and_commented",
    ),
    "9.8": (
        "deliver/test_tulis.py::test_a_failed_write_keeps_the_old_file_and_leaves_nothing",
        "deliver/test_tulis.py::test_a_document_that_somebody_has_open_is_not_replaced",
    ),
    "10.1": (_PUSTAKA + "test_p10_01_kode_yang_mirip_tidak_ada",),
    "10.2": (_PUSTAKA + "test_p10_02_tidak_ada_pustaka_tabel_di_jalan_masuk",),
    "10.3": "Tidak ada pustaka tabel di jalan masuk (10.2), jadi tidak ada pengubah jenis yang dapat diabaikan.",
    "10.4": (_BENTUK + "test_p5_alamat_temuan_adalah_alamat_selnya",),
    "10.5": (_PUSTAKA + "test_p10_05_bilangan_bulat_di_samping_sel_kosong",),
    "10.6": (_PUSTAKA + "test_p10_06_teks_berangka_tetap_teks",),
    "10.7": (
        _PUSTAKA + "test_p10_02_tidak_ada_pustaka_tabel_di_jalan_masuk",
        "workbook/test_format_lain.py::test_simpanan",
    ),
}

# Hostile and odd input: each ends in a clear finding or a clean refusal, within bounded time and memory.
BERMUSUHAN: dict[str, tuple[str, ...]] = {
    "bom zip dan XML": (_MUSUH + "bom zip.xlsx", _MUSUH + "dalam.xlsx", _BATAS + "test_isi_yang_mahal", _MAHAL),
    "entitas beranak": (_MUSUH + "bom entitas.xlsx", _TOLAK + "test_8_6_entitas_beranak_ditolak"),
    "tautan luar": (_MUSUH + "tautan.xlsx", _BERKAS + "test_p8_10_tautan_disebut_dan_tidak_pernah_diikuti"),
    "makro": (_MUSUH + "makro.xlsm", _MUSUH + "hanya makro.xlsm"),
    "OLE terenkripsi": (_MUSUH + "sandi.xlsx",),
    "zip terpotong": (_MUSUH + "terpotong.xlsx", _TOLAK + "test_8_1_zip_terpotong"),
    "MIME salah": (_BERKAS + "test_p8_02_jenis_mime_yang_salah", _BERKAS + "p8_02_"),
    "lembar 200 MB dengan satu sel di XFD1048576": (
        _MUSUH + "lembar 200 MB.xlsx",
        _MAHAL,
        _SEL + "test_sel_di_ujung_lembar",
    ),
    "sel digabung di atas isian": (_MUSUH + "gabung.xlsx", _BENTUK + "test_p5_02_sel_gabungan_ditandai"),
    "baris dan kolom tersembunyi": (_MUSUH + "baris tersembunyi.xlsx", _MUSUH + "kolom tersembunyi.xlsx"),
    "saringan": (_MUSUH + "saringan.xlsx", _BENTUK + "test_p5_05_baris_saringan_tetap_dibaca"),
    "lembar diurutkan ulang": (_MUSUH + "urutan.xlsx", _SIDIK + "lembar_dipindah"),
    "kata sandi": (_MUSUH + "terkunci.xlsx", _MUSUH + "sandi.xlsx", _TOLAK + "test_zip_berkata_sandi"),
    "dialek LibreOffice dan WPS": (
        _APLIKASI + "test_p7_libreoffice_dinilai_sama",
        _APLIKASI + "test_p7_03_dialek_lain",
    ),
    "xls dari 1997": (
        _MUSUH + "test_format_lain_dinilai_sama",
        _SIDIK + "test_sidik_formulir",
        _MUSUH + "xls rusak.xls",
    ),
    "ods": (_APLIKASI + "p7_02_ods", _SIDIK + "test_sidik_formulir"),
    "csv berganti nama": (_MUSUH + "csv.xlsx",),
    "teks yang mirip rumus": (
        _KELUARAN + "test_p8_07_",
        _MUSUH + "test_teks_yang_mirip_rumus_tidak_pernah_menjadi_rumus",
    ),
    "tanda khusus dan emoji di Word": (
        _MUSUH + "test_tanda_khusus_dan_emoji_tampil_utuh_di_word",
        _KELUARAN + "test_p8_07_word",
    ),
    "nama berkas ganjil": (_MUSUH + "test_nama_berkas_ganjil", _BERKAS + "test_p8_11_nama_panjang_dan_terlarang"),
    "berkas yang dirusak acak": (
        _FUZZ + "test_dua_ribu_lebih_formulir_yang_dirusak",
        _FUZZ + "test_kasusnya_memang_rusak",
    ),
}
