"""The instructions sheet of the monitoring paper: how to fill it, by what rule targets are shared, which days count."""

from __future__ import annotations

from typing import Any

from kinerja.domain.pemantauan import PantauTerbit
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.forms import tata
from kinerja.forms.gaya import Gaya, Jenis
from kinerja.forms.tinggi import row_height
from kinerja.master.model import Master

_LEGENDA = (
    (Jenis.ISIAN, "diisi", "Sel kuning bergaris tegas: diisi oleh unit kerja. Kolomnya bertanda “▼ diisi”."),
    (Jenis.OTOMATIS, "otomatis", "Sel biru berhuruf miring: terhitung sendiri begitu angka diketik."),
    (Jenis.TERKUNCI, "terkunci", "Sel abu-abu muda: target dari Perjanjian Kinerja; terkunci."),
)  # fmt: skip

_LANGKAH = (
    ("Setiap akhir minggu, buka lembar minggu itu dan isi kolom Realisasi Minggu Ini. Kolom Yang Diisi mengatakan "
    "angka mana yang diminta: minggu itu saja, atau keadaan sampai dengan minggu itu. Untuk rasio, isi Pembilang dan "
    "Penyebut."),
    "Angka 0 berarti nol. Bila datanya belum ada, biarkan kosong. Untuk satuan %, ketik 88,5 tanpa tanda %.",
    ("Varian minus berarti keadaan lebih buruk daripada yang seharusnya sudah tercapai. Bila minus dan tidak ada "
    "tindakan lalu yang masih terbuka, wajib diisi: Tindakan Perbaikan, Penanggung Jawab, dan Batas Waktu. Kolom "
    "Keadaan mengingatkan."),
    ("Tindakan yang belum selesai muncul lagi di minggu berikutnya. Pilih keadaannya di kolom Status Tindakan Lalu, "
    "sampai Selesai. Yang masih terbuka di akhir bulan dibawa ke kertas kerja bulan berikutnya dan ke laporan."),
    ("Simpan, lalu kirim salinannya kepada Tim Pengukuran Kinerja kapan saja, juga bila baru sebagian minggu terisi. "
    "Kiriman yang terakhir diterima menggantikan yang sebelumnya. Nama berkas bebas; .xlsx, .xls, atau .ods."),
    ("Kertas kerja ini bukan formulir isian bulanan; formulir itu tetap dikirim. Realisasinya harus sama dengan hasil "
    "pemantauan ini."),
)  # fmt: skip

_ATURAN = (
    ("Indikator yang dijumlahkan (Konsolidasi Periode: Jumlah): target bulan dibagi menurut hari kerja tiap minggu; "
    "bagian minggu terakhir adalah sisanya, sehingga jumlahnya tepat sama dengan target bulan. Kumulatif adalah jumlah "
    "realisasi sejak minggu pertama."),
    ("Indikator lain (persentase, rata-rata, predikat, ya/tidak, rentang, dan yang diukur per triwulan, semester, atau "
    "tahun): tiap minggu dibandingkan dengan targetnya sendiri."),
    ("Varian adalah Kumulatif dikurangi Bagian Target s.d. Minggu Ini; untuk indikator yang makin kecil makin baik, "
    "kebalikannya; untuk rentang, jarak ke rentang; untuk predikat, selisih jenjang. Minus selalu berarti buruk."),
    "Minggu berjalan Senin sampai Minggu dan dipotong pada batas bulan. Hari kerja: Senin–Jumat di luar hari libur.",
)  # fmt: skip


def tulis_petunjuk_pantau(ws: Any, gaya: Gaya, master: Master, terbit: PantauTerbit, unit: str) -> None:
    """Short instructions, the legend of colours, the rule of the shares and the weeks of this month."""
    periode = Periode.parse(terbit.identitas.periode)
    kiri, kanan = tata.LEBAR_PETUNJUK
    ws.set_column("A:A", kiri)
    ws.set_column("B:B", kanan)
    ws.set_row(0, 24)
    ws.write_string("A1", "PETUNJUK KERTAS KERJA PEMANTAUAN KINERJA (MINGGUAN)", gaya.title())
    ws.write_string("A2", f"Unit kerja: {unit}     Periode: {periode.nama}", gaya.line(tebal=True))
    baris = 3
    ws.write_string(baris, 0, "Arti warna", gaya.line(tebal=True))
    for jenis, contoh, arti in _LEGENDA:
        baris += 1
        ws.set_row(baris, row_height([(arti, kanan)], minimum=20))
        ws.write_string(baris, 0, contoh, gaya.make(align="center", **(gaya.dasar(jenis) | {"locked": True})))
        ws.write_string(baris, 1, arti, gaya.make(text_wrap=True, indent=1))
    baris = _bernomor(ws, gaya, baris + 2, "Cara mengisi", _LANGKAH)
    baris = _bernomor(ws, gaya, baris + 2, "Bagaimana bagian target dan varian dihitung", _ATURAN)
    minggu = [
        f"{m.nama}: {format_tanggal(m.awal)} s.d. {format_tanggal(m.akhir)}, {m.hari_kerja} hari kerja"
        for m in terbit.minggu
    ]
    baris = _bernomor(ws, gaya, baris + 2, "Minggu dalam bulan ini", minggu)
    if not any(h.tanggal.year == periode.tahun for h in master.libur):
        teks = f"Sheet Libur di induk.xlsx belum memuat hari libur tahun {periode.tahun}: hari libur terhitung kerja."
        ws.write_string(baris + 2, 0, teks, gaya.line(tebal=True))


def _bernomor(ws: Any, gaya: Gaya, baris: int, judul: str, butir: tuple[str, ...] | list[str]) -> int:
    """A numbered list under its heading; gives the last row, counted from 0."""
    ws.write_string(baris, 0, judul, gaya.line(tebal=True))
    for nomor, teks in enumerate(butir, 1):
        baris += 1
        ws.set_row(baris, row_height([(teks, tata.LEBAR_PETUNJUK[1])], minimum=18))
        ws.write_number(baris, 0, nomor, gaya.make(align="center", valign="top"))
        ws.write_string(baris, 1, teks, gaya.paragraph())
    return baris
