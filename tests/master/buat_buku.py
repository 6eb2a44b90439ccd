"""A small valid master as tables that a test may spoil, and the workbook made from them in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.master.reader import read_master
from kinerja.master.skema import SEMUA
from kinerja.workbook.model import Buku, Jenis, Lembar, Sel, alamat, per_baris

Isi = str | int | Decimal | date | bool | Sel | None
Tabel = dict[str, list[list[Isi]]]


def persen(teks: str) -> Sel:
    """A number in a cell that Excel shows as a percentage."""
    return Sel("", Jenis.ANGKA, Decimal(teks), "0.00%")


GALAT_RUMUS = Sel("", Jenis.GALAT, "#REF!", rumus="A1")
BELUM_DIHITUNG = Sel("", Jenis.BELUM_DIHITUNG, None, rumus="A1")


def dasar() -> Tabel:
    """Tables without any finding. Row 1 holds the headings, so a list index is the row number minus 1."""
    isi: dict[str, list[list[Isi]]] = {
        "Instansi": [
            ["Nama Instansi", "Inspektorat Uji"], ["Pemerintah Daerah", "Kabupaten Uji"], ["Alamat", "Jalan Uji"],
            ["Telepon", None], ["Laman", None], ["Pos-el", None], ["Kode Pos", 57914], ["Tempat", "Uji"],
            ["Tahun", 2026], ["Kode Klasifikasi", "700"], ["Logo", None], ["Tujuan Laporan", "Bupati"],
            ["Melalui", None],
        ],
        "Unit": [
            ["SEK", "Sekretariat", None, None, None, "197509202000032004"],
            ["SBP", "Sub Bagian Perencanaan", "SEK"],
            ["IRB1", "Irban I"],
        ],
        "Pejabat": [
            ["Inspektur", "Inspektur", "Budi", "196806151994031007", None, date(2021, 1, 1), date(2026, 6, 30)],
            ["Inspektur", "Plt. Inspektur", "Sari", None, None, date(2026, 7, 1), None],
        ],
        "Tim": [["Ketua", "Sari", None, None]],
        "Sasaran": [["S1", "Sasaran satu"], ["S2", "Sasaran dua"]],
        "Indikator": [
            indikator("A1", "S1", "Persentase tindak lanjut", "%", "Rasio", kons="Terakhir", unit="Rasio"),
            indikator("A2", "S1", "Jumlah laporan", "laporan", "Angka", kons="Jumlah", unit="Jumlah"),
            indikator("A3", "S1", "Waktu layanan", "hari", "Angka", pol="Minimal", rumus="T/R", kons="Rata-rata"),
            indikator("A4", "S2", "Predikat AKIP", "Skala AKIP", "Predikat", kons="Terakhir", frek="Tahunan"),
            indikator("A5", "S2", "Reviu", "hari", "Angka", pol="Rentang Minimal", kons="Maksimum", frek="Triwulanan"),
            indikator("A6", "S2", "Laporan tepat waktu", "ya/tidak", "Ya/Tidak", kons="Minimum", frek="Semesteran"),
        ],
        "Target": [
            ["A1", "SEK", *[80] * 12, 80],
            ["A1", "IRB1", *[80] * 12, 80],
            ["A2", "SEK", *[1] * 12, 12],
            ["A2", "IRB1", *[2] * 12, 24],
            ["A3", "IRB1", *[Decimal("2.5")] * 12, Decimal("2.5")],
            ["A4", "SEK", *[None] * 11, "BB", "BB"],
            ["A5", "SEK", *([None, None, "7-8"] * 4), "7 s.d. 8"],
            ["A6", "SEK", *([None] * 5 + ["Ya"]) * 2, "ya"],
        ],
        "Anggaran": [
            ["1.01", None, "Program", "Program satu", "S1", 300, None],
            ["1.01.01", "SEK", "Kegiatan", "Kegiatan satu", "S1", 100, None],
            ["1.01.02", "IRB1", "Kegiatan", "Kegiatan dua", None, 200, None],
        ],
        "Skala": [["Skala AKIP", "B", 1], ["Skala AKIP", "BB", 2], ["Skala AKIP", "A", 3]],
        "Riwayat": [["A1", "2025", 75, Decimal("77.5")], ["A1", "2025-12", 75, 80], ["A4", "2025", "A", "bb"]],
        "Libur": [[date(2026, 1, 1), "Tahun Baru", None], [date(2026, 8, 17), "Kemerdekaan", None]],
        "Aturan": [["X1", "A1", "realisasi <= 100", "peringatan", "Pesan", None]],
        "LHE": [[2025, "Rekomendasi", None, None, None]],
        "Narasi": [["Profil", "Teks"]],
        "Rapat": [[date(2026, 2, 9), "09.00", "Ruang", "Rapat", None]],
        "Agenda": [["1", date(2026, 1, 2), "Hal", None]],
    }  # fmt: skip
    judul: dict[str, list[list[Isi]]] = {s.nama: [list(s.judul)] for s in SEMUA}
    return {nama: judul[nama] + isi[nama] for nama in judul}


def indikator(
    kode: str, sasaran: str, nama: str, satuan: str, tipe: str, *, pol: str = "Maksimal", kons: str, rumus: Isi = None,
    unit: Isi = None, frek: str = "Bulanan",
) -> list[Isi]:  # fmt: skip
    """A row of sheet Indikator."""
    return [
        kode, sasaran, nama, satuan, "IKU", tipe, pol, rumus, kons, unit, frek, None, 2, None, None, None, "Ya",
        None, None, None, None, None,
    ]  # fmt: skip


def buku(tabel: Tabel) -> Buku:
    """The workbook, as the reader of files would give it."""
    return Buku(format="xlsx", lembar={nama: _lembar(nama, baris) for nama, baris in tabel.items()})


def _lembar(nama: str, tabel: Sequence[Sequence[Isi]]) -> Lembar:
    sel = {
        (b, k): _sel(isi, b, k) for b, baris in enumerate(tabel, 1) for k, isi in enumerate(baris, 1) if isi is not None
    }
    return Lembar(nama=nama, baris=per_baris(sel.items()))


def _sel(isi: Isi, baris: int, kolom: int) -> Sel:
    tempat = alamat(baris, kolom)
    match isi:
        case Sel():
            return Sel(tempat, isi.jenis, isi.nilai, isi.format, isi.rumus)
        case bool():
            return Sel(tempat, Jenis.LOGIKA, isi)
        case int():
            return Sel(tempat, Jenis.ANGKA, Decimal(isi))
        case Decimal():
            return Sel(tempat, Jenis.ANGKA, isi)
        case date():
            return Sel(tempat, Jenis.TANGGAL, isi, "dd/mm/yyyy")
        case _:
            return Sel(tempat, Jenis.TEKS, isi)


def baca(ubah: Callable[[Tabel], object] | None = None) -> tuple[Master | None, tuple[Finding, ...]]:
    """Read the valid tables after `ubah` has spoilt them."""
    tabel = dasar()
    if ubah is not None:
        ubah(tabel)
    return read_master(buku(tabel), "0" * 64)


def kode_sel(temuan: Sequence[Finding]) -> list[tuple[str, str]]:
    """What a test asserts: code and `Lembar!Sel`."""
    return [(t.kode, f"{t.sumber.lembar}!{t.sumber.sel}") for t in temuan]


def isi(lembar: str, sel: str, nilai: Isi) -> Callable[[Tabel], None]:
    """Puts a value into a cell, e.g. `isi("Target", "C2", 5)`."""
    huruf = sel.rstrip("0123456789")
    kolom = 0
    for h in huruf:
        kolom = kolom * 26 + ord(h) - 64
    baris = int(sel[len(huruf) :])

    def ubah(tabel: Tabel) -> None:
        isian = tabel[lembar]
        while len(isian) < baris:
            isian.append([])
        while len(isian[baris - 1]) < kolom:
            isian[baris - 1].append(None)
        isian[baris - 1][kolom - 1] = nilai

    return ubah


def semua(*ubah: Callable[[Tabel], object]) -> Callable[[Tabel], None]:
    """Several changes after each other."""

    def jalankan(tabel: Tabel) -> None:
        for u in ubah:
            u(tabel)

    return jalankan


def baris(lembar: str, *isian: Isi) -> Callable[[Tabel], None]:
    """Adds a row at the end of a sheet."""
    return lambda tabel: tabel[lembar].append(list(isian))
