"""The Daftar Koreksi dan Masukan of a report: every correction that came back in Word, and what was decided on it.

Made anew at every run; what people typed into its yellow columns is read back first (`daftar_koreksi_baca`), kept in
the register by the correction's identity, and written in again here.
"""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from kinerja.koreksi.model import JenisKoreksi, StatusKoreksi
from kinerja.koreksi.sebut import cukup, keterangan, oleh_waktu, rangkuman, uraian
from kinerja.register.model import KoreksiTercatat
from kinerja.worksheets.kkv_gaya import Cap, Gaya, Isi, Kolom, siapkan, tulis_judul, tulis_tabel

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LEMBAR_KOREKSI, LEMBAR_RINGKASAN, LEMBAR_BERKAS = "Koreksi", "Ringkasan", "Berkas"
STATUS, OLEH, TANGGAL, CATATAN = "Status", "Diputuskan Oleh", "Tanggal", "Catatan"
IDENTITAS, SEMULA = "Identitas", "Semula"
_NAMA = "Daftar Koreksi dan Masukan"

CAP_JENIS = {
    JenisKoreksi.KOMENTAR: Cap("i Komentar", "biru"),
    JenisKoreksi.SISIPAN: Cap("+ Sisipan", "hijau"),
    JenisKoreksi.HAPUSAN: Cap("× Hapusan", "merah"),
    JenisKoreksi.PINDAHAN: Cap("→ Pindahan", "abu"),
    JenisKoreksi.FORMAT: Cap("= Format", "abu"),
    JenisKoreksi.UBAHAN: Cap("! Ubahan", "kuning"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasDibaca:
    """A corrected file that was read: its name, when, what it brought, and how plain edits were looked for."""

    nama: str
    waktu: datetime
    banyak: int
    baru: int
    cara: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DataKoreksi:
    """`judul`: what the report is called; `waktu`: noted in the file's properties, never the run's."""

    instansi: str
    judul: str
    kertas: str
    waktu: datetime
    koreksi: Sequence[KoreksiTercatat]
    berkas: Sequence[BerkasDibaca]


def daftar_koreksi_workbook(data: DataKoreksi) -> bytes:
    """The workbook as bytes; the same data give the same bytes."""
    import xlsxwriter

    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False}) as wb:
        wb.set_properties({"title": f"{_NAMA}, {data.judul}", "author": data.instansi, "created": data.waktu})
        gaya = Gaya(wb)
        lembar = {nama: wb.add_worksheet(nama) for nama in (LEMBAR_KOREKSI, LEMBAR_RINGKASAN, LEMBAR_BERKAS)}
        for ws in lembar.values():
            siapkan(ws, kepala=data.instansi, kaki=data.judul, kertas=data.kertas, nama=_NAMA)
            ws.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
        _koreksi(lembar[LEMBAR_KOREKSI], gaya, data)
        _ringkasan(lembar[LEMBAR_RINGKASAN], gaya, data)
        _berkas(lembar[LEMBAR_BERKAS], gaya, data)
    return keluar.getvalue()


def sidik_putusan(isi: Sequence[str | None]) -> str:
    """Fingerprint of status, name, date and note beside a correction."""
    return hashlib.sha256("\x1f".join(x or "" for x in isi).encode()).hexdigest()[:12]


def _koreksi(ws: Worksheet, gaya: Gaya, data: DataKoreksi) -> None:
    kolom = (
        Kolom("No", 5, "center"), Kolom("Jenis", 13), Kolom("Penulis dan Waktu", 19), Kolom("Tempat", 26),
        Kolom("Tertulis pada Konsep", 36), Kolom("Koreksi atau Masukan", 36), Kolom("Keterangan", 28),
        Kolom(STATUS, 12, "center", isian=True), Kolom(OLEH, 18, isian=True), Kolom(TANGGAL, 14, isian=True),
        Kolom(CATATAN, 22, isian=True),
        Kolom(IDENTITAS, 12, tersembunyi=True), Kolom(SEMULA, 12, tersembunyi=True),
    )  # fmt: skip
    petunjuk = (
        "Isi empat kolom kuning: Status (pilih dari daftar), nama yang memutuskan, tanggal, catatan. Isian itu dibaca "
        "kembali dan tetap ada setiap kali daftar ini dibuat ulang; tulisan di tempat lain tidak."
    )
    awal = tulis_judul(ws, gaya, _NAMA, [data.judul, _rangkuman(data), petunjuk])
    tulis_tabel(ws, gaya, awal, kolom, [_baris(n, k) for n, k in enumerate(data.koreksi, 1)])
    k = next(n for n, kol in enumerate(kolom) if kol.judul == STATUS)
    if data.koreksi:
        ws.data_validation(awal + 1, k, awal + len(data.koreksi), k, _PILIHAN)


_PILIHAN: dict[str, object] = {
    "validate": "list",
    "source": [s.value for s in StatusKoreksi],
    "input_title": "Status koreksi",
    "input_message": "Selain baru, isi juga Diputuskan Oleh. Tidak ada koreksi yang diterima dengan sendirinya.",
    "error_title": "Pilih dari daftar",
    "error_message": "Pilih baru, diterima, ditolak, atau selesai; penjelasan ditulis di kolom Catatan.",
}


def _baris(n: int, t: KoreksiTercatat) -> tuple[Isi, ...]:
    k = t.koreksi
    status = t.berlaku.value if t.pertanyaan is None else t.status
    isian = (status, t.oleh, t.tanggal, t.catatan)
    return (
        n, CAP_JENIS[k.jenis], oleh_waktu(k), k.tempat, cukup(k.teks_lama), cukup(uraian(k)), _keterangan(t),
        *isian, k.kunci, sidik_putusan(isian),
    )  # fmt: skip


def _keterangan(t: KoreksiTercatat) -> str:
    tanya = f"! {t.pertanyaan}." if t.pertanyaan is not None else ""
    return "\n".join(x for x in (tanya, keterangan(t.koreksi), f"Dari {t.berkas.rsplit('/', 1)[-1]}") if x)


def _ringkasan(ws: Worksheet, gaya: Gaya, data: DataKoreksi) -> None:
    hitung = Counter((k.koreksi.jenis, k.berlaku) for k in data.koreksi)
    baris: list[tuple[Isi, ...]] = [
        (CAP_JENIS[j], *(hitung[j, s] for s in StatusKoreksi), sum(hitung[j, s] for s in StatusKoreksi))
        for j in JenisKoreksi
    ]
    kolom = (
        Kolom("Jenis", 30), *(Kolom(s.value.capitalize(), 14, "center") for s in StatusKoreksi),
        Kolom("Jumlah", 14, "center"),
    )  # fmt: skip
    awal = tulis_judul(ws, gaya, f"Ringkasan {_NAMA}", [data.judul, _rangkuman(data)])
    tulis_tabel(ws, gaya, awal, kolom, baris, saring=False)


def _berkas(ws: Worksheet, gaya: Gaya, data: DataKoreksi) -> None:
    baris: list[tuple[Isi, ...]] = [(b.nama, b.waktu, b.banyak, b.baru, b.cara) for b in data.berkas]
    kolom = (
        Kolom("Berkas yang Dibaca", 46), Kolom("Dibaca", 18, "center"), Kolom("Butir", 10, "center"),
        Kolom("Baru", 10, "center"), Kolom("Pembanding", 90),
    )  # fmt: skip
    awal = tulis_judul(ws, gaya, "Berkas yang Dibaca", [data.judul, "Tiap berkas disimpan utuh di arsip."])
    tulis_tabel(ws, gaya, awal, kolom, baris, saring=False)


def _rangkuman(data: DataKoreksi) -> str:
    return rangkuman([k.berlaku for k in data.koreksi])
