"""Contoh: kesalahan yang sengaja ditanam di formulir tahun 2026, dan temuan yang seharusnya karenanya.

Tempat temuan ditulis dengan Kode baris dan judul kolom; alamat selnya dicari pada formulir kosong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sample_data.inspektorat import kiriman_bentuk as bentuk

KINERJA, ANGGARAN, PENGESAHAN = "Data Kinerja", "Anggaran", "Pengesahan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Salah:
    """Isian `isi` di baris dan kolom itu, atau perubahan bentuk `ubah`, ditemukan di sana dengan kode `kode`."""

    kode: str
    baris: str = ""  # Kode baris; label Pengesahan; kosong: baris judul, atau temuan tanpa sel
    kolom: str = ""
    lembar: str = KINERJA
    isi: Any = None
    ubah: Callable[[Any, Salah], None] | None = None
    lembar_temuan: str | None = None
    tanpa_sel: bool = False
    ket: str

    @property
    def nyata(self) -> bool:
        """Keadaan yang memang benar, jadi ditandai lagi pada berkas perbaikan."""
        return self.ubah is bentuk.biarkan


def _isi(kode: str, baris: str, kolom: str, isi: Any, ket: str, **lain: Any) -> Salah:
    return Salah(kode=kode, baris=baris, kolom=kolom, isi=isi, ket=ket, **lain)


def _fakta(kode: str, baris: str, kolom: str, ket: str, lembar: str = KINERJA) -> Salah:
    """Temuan atas isian yang memang benar: tidak ada yang diubah."""
    return Salah(kode=kode, baris=baris, kolom=kolom, ket=ket, lembar=lembar, ubah=bentuk.biarkan)


SALAH: dict[tuple[int, str], tuple[Salah, ...]] = {
    (1, "IRB1"): (_isi("BTK031", "IKU-03", "Target Periode Ini", 1, "Target bulan ini diturunkan dari 2 menjadi 1."),),
    (1, "SBP"): (_isi("ISI023", "IKK-04", "Realisasi", "76,4", "Angka diketik sebagai teks; dibaca 76,4."),),
    (1, "SBU"): (
        Salah(kode="LKP006", baris="Disusun Oleh", lembar=PENGESAHAN, ubah=bentuk.kosongkan_pengesahan,
              ket="Lembar Pengesahan belum diisi sama sekali."),
    ),
    (2, "IRB2"): (
        Salah(kode="BTK007", kolom="Data Pendukung", isi="Data Dukung", ket="Judul kolom diketik ulang."),
    ),
    (2, "IRB3"): (_isi("BKT001", "IKU-07", "Data Pendukung", None, "Data pendukung wajib tetapi tidak disebut."),),
    (2, "IRB4"): (_isi("ISI004", "IKU-01", "Penyebut", "1.096", "Teks yang dapat berarti 1096 atau 1,096."),),
    (3, "SEK"): (_isi("ISI005", "IKK-06", "Realisasi", 0.95, "Pecahan 0,95 di baris persen; maksudnya 95."),),
    (3, "IRB2"): (
        Salah(kode="LKP003", baris="IKU-07", kolom="Faktor Penghambat", ubah=bentuk.hapus_uraian,
              ket="Capaian 83,33 tanpa faktor penghambat dan tindak lanjut."),
    ),
    (3, "IRB3"): (_isi("HTG002", "IKU-03", "Realisasi s.d.", 9, "Rumus s.d. ditimpa 9; seharusnya 8."),),
    (4, "IRB2"): (_isi("ISI007", "IKK-01", "Realisasi", date(2026, 6, 20), "20,6 menjadi tanggal 20 Juni."),),
    (4, "SBP"): (
        Salah(kode="LKP004", baris="IKK-04", kolom="Faktor Penghambat", ubah=bentuk.salin_uraian_lalu,
              ket="Faktor penghambat dan tindak lanjut sama persis dengan Maret."),
    ),
    (4, "SBE"): (
        _isi("ISI018", "IKK-05", "Realisasi", 6.5, "Diisi padahal diukur per triwulan."),
    ),
    (4, "IRB4"): (
        _isi("HTG007", "IKU-03", "Realisasi", 11, "Jumlah sejak Januari diisikan sebagai angka April (4)."),
        _isi("BKT001", "IKU-02", "Data Pendukung", "-", "Data pendukung hanya tanda hubung."),
    ),
    (5, "IRB1"): (
        Salah(kode="BTK004", ubah=bentuk.ganti_nama_lembar, lembar_temuan="Data Kinerja Mei", tanpa_sel=True,
              ket="Lembar Data Kinerja berganti nama."),
    ),
    (5, "SBU"): (_isi("ISI009", "IKK-08", "Realisasi", "n/a", "Tidak ada data ditulis n/a; seharusnya 0."),),
    (6, "SBP"): (_isi("ISI019", "IKK-04", "Realisasi", "#DIV/0!", "Galat Excel hasil tempel."),),
    (6, "SBE"): (
        Salah(kode="HTG009", baris="6.01.01.2.01.0007", kolom="Realisasi", lembar=ANGGARAN,
              ubah=bentuk.belanja_kumulatif, ket="Belanja sejak Januari diisikan sebagai belanja Juni."),
        _isi("ISI002", "IKK-10", "Penyebut", None, "Penyebut kosong."),
    ),
    (6, "SBU"): (_isi("ISI016", "IKK-09", "Realisasi", "Cukup Baik", "Predikat yang tidak ada pada skala."),),
    (6, "IRB3"): (
        Salah(kode="BTK027", baris="IKK-02", ubah=bentuk.hapus_baris, tanpa_sel=True, ket="Baris indikator terhapus."),
    ),
    (6, "IRB4"): (_fakta("HTG010", "IKU-03", "Realisasi", "Tujuh laporan dari target empat: capaian 175."),),
    (7, "SBE"): (_isi("HTG001", "IKK-10", "Realisasi", 98, "Rumus Realisasi ditimpa 98; seharusnya 100."),),
    (7, "IRB1"): (
        Salah(kode="SLR006", baris="IKU-01", kolom="Pembilang", isi=140, ubah=bentuk.ketik,
              ket="Jumlah kumulatif turun dari 146 menjadi 140 (maksudnya 155)."),
        _isi("ISI001", "IKU-03", "Realisasi", None, "Realisasi belum diisi."),
    ),
    (7, "IRB4"): (_isi("ISI013", "IKU-07", "Penyebut", 0, "Penyebut 0 padahal pembilangnya 2."),),
    (8, "SEK"): (
        Salah(kode="ISI025", baris="Tanggal", lembar=PENGESAHAN, isi="14 September 2026",
              ket="Tanggal pengesahan sesudah hari diterima."),
    ),
    (8, "SBE"): (
        Salah(kode="LKP007", baris="NIP", lembar=PENGESAHAN, isi="1995 0421 2020", ket="NIP terpotong."),
    ),
    (8, "IRB1"): (_isi("ISI010", "IKK-01", "Realisasi", 195, "Komanya hilang: 19,5 menjadi 195, batasnya 90."),),
    (8, "IRB3"): (_isi("ISI001", "IKU-03", "Realisasi", None, "Realisasi belum diisi."),),
    (8, "IRB2"): (_fakta("BKT002", "IKK-01", "Data Pendukung", "Berkasnya tidak ikut dalam surel."),),
    (9, "SEK"): (
        Salah(kode="BTK010", baris="IKU-06", kolom="Faktor Pendorong", ubah=bentuk.gabung_sel,
              ket="Faktor Pendorong dua baris digabung."),
    ),
    (9, "IRB2"): (
        Salah(kode="HTG006", baris="6.01.02.2.02.0002", kolom="Realisasi", lembar=ANGGARAN, ubah=bentuk.kelebihan_nol,
              ket="Kelebihan satu nol sehingga melebihi pagu."),
    ),
    (9, "IRB4"): (
        Salah(kode="ISI015", baris="IKU-02", kolom="Pembilang", ubah=bentuk.tukar_bagian,
              ket="Pembilang dan Penyebut tertukar."),
    ),
    (10, "IRB1"): (
        Salah(kode="BRK033", lembar="", tanpa_sel=True, ubah=bentuk.biarkan, ket="Surel dari alamat pribadi."),
        _fakta("BKT004", "IKK-01", "Data Pendukung", "Berkas bukti 0 bita: pengunggahannya terputus."),
    ),
    (10, "IRB2"): (_fakta("SLR001", "IKK-01", "Realisasi", "32,5 hari, jauh di atas bulan-bulan sebelumnya."),),
    (10, "SBU"): (
        Salah(kode="ISI028", baris="6.01.01.2.06.0004", kolom="Realisasi", lembar=ANGGARAN, ket="Belanja belum diisi."),
    ),
    (10, "IRB4"): (_isi("ISI024", "IKU-03", "Realisasi", "4 laporan", "Angka ditulis bersama satuannya."),),
    (11, "SBE"): (_isi("ISI020", "IKK-10", "Pembilang", "=2+4", "Rumus yang hasilnya tidak pernah tersimpan."),),
    (11, "IRB3"): (
        Salah(kode="BRK016", lembar="", tanpa_sel=True, ubah=bentuk.biarkan, ket="Berkas .xlsx diberi akhiran .xls."),
    ),
    (11, "SBU"): (_isi("ISI017", "IKK-07", "Realisasi", "Sudah", "Jawaban yang bukan Ya atau Tidak."),),
    (11, "IRB1"): (_isi("BKT003", "IKU-03", "Data Pendukung", "Terlampir", "Dokumennya tidak disebut."),),
    (11, "IRB2"): (
        Salah(kode="BTK040", baris="6.01.02.2.01.0002", kolom="Pagu", lembar=ANGGARAN, isi=415_000_000,
              ket="Pagu diubah tanpa perubahan dokumen anggaran."),
    ),
    (11, "IRB4"): (
        _fakta("ISI014", "IKU-07", "Penyebut", "Tidak ada pengaduan jatuh tempo: 0 per 0."),
        _isi("BKT001", "IKK-01", "Data Pendukung", None, "Data pendukung wajib tetapi tidak disebut."),
    ),
    (12, "SEK"): (
        _isi("ISI012", "IKU-06", "Realisasi", 85.4538, "Empat angka di belakang koma; ditetapkan dua."),
    ),
    (12, "SBP"): (
        _isi("ISI021", "IKK-10", "Pembilang", "=3+5", "Rumus di sel isian; hasilnya tersimpan."),
    ),
    (12, "IRB3"): (
        _isi("BTK033", "IKU-07", "Indikator Kinerja", "Persentase pengaduan yang selesai ditangani tepat waktu",
             "Nama indikator diganti."),
    ),
    (12, "IRB4"): (
        _isi("LKP005", "IKU-02", "Faktor Penghambat", "ok", "Uraian terlalu singkat."),
    ),
}  # fmt: skip
