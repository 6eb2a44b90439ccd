"""The sheet Pemantauan of the Kertas Kerja Validasi: weekly papers of the period, their actions and their findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kinerja.domain.pemantauan import StatusTindakan, Tindakan
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.worksheets.kkv_gaya import Cap, Gaya, Isi, Kolom, Tautan, tulis_judul, tulis_tabel
from kinerja.worksheets.kkv_model import DataKKV, PantauKKV

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

LEMBAR_PEMANTAUAN = "Pemantauan"

_CAP_STATUS = {
    StatusTindakan.BELUM: Cap("! Belum", "kuning"),
    StatusTindakan.BERJALAN: Cap("– Berjalan", "biru"),
    StatusTindakan.SELESAI: Cap("√ Selesai", "hijau"),
}
_CAP_TINGKAT = {
    Tingkat.GALAT: Cap("× Galat", "merah"),
    Tingkat.PERINGATAN: Cap("! Peringatan", "kuning"),
    Tingkat.CATATAN: Cap("i Catatan", "biru"),
}
_KOLOM = (
    Kolom("Unit", 9), Kolom("Diterima", 17, "center"), Kolom("Apa", 16), Kolom("Indikator", 11), Kolom("Minggu", 16),
    Kolom("Uraian", 58), Kolom("Penanggung Jawab", 22), Kolom("Batas Waktu", 13, "center"), Kolom("Status", 15),
    Kolom("Tautan", 10, "center"),
)  # fmt: skip


def tulis_pemantauan(ws: Worksheet, gaya: Gaya, data: DataKKV) -> None:
    """A line for each paper, then its actions, then its findings."""
    baris: list[tuple[Isi, ...]] = []
    tebal: dict[int, str] = {}
    for p in data.pantau:
        tebal[len(baris)] = "bagian"
        baris += _rows(p)
    kalimat = [
        f"Periode: {data.periode.nama}",
        (
            "Kertas Kerja Pemantauan mingguan yang terakhir diterima dari tiap unit. Ini bukan kiriman formulir; "
            "perbedaannya dengan formulir ada di lembar Temuan (SLR010)."
        ),
    ]
    tulis_tabel(ws, gaya, tulis_judul(ws, gaya, "Pemantauan Mingguan", kalimat), _KOLOM, baris, tebal=tebal)


def _rows(p: PantauKKV) -> Iterator[tuple[Isi, ...]]:
    k = p.kertas
    terbuka = sum(t.terbuka for t in p.isi.tindakan)
    ringkas = f"{k.path}: {terbuka} tindakan terbuka, {len(p.temuan) or 'tanpa'} temuan"
    yield (
        k.unit,
        k.diterima,
        "Kertas kerja",
        None,
        p.terisi or "belum lengkap",
        ringkas,
        None,
        None,
        None,
        Tautan("buka", k.path),
    )
    for t in p.isi.tindakan:
        yield _tindakan(p, t)
    for f in p.temuan:
        yield _temuan(p, f)


def _tindakan(p: PantauKKV, t: Tindakan) -> tuple[Isi, ...]:
    minggu = f"Minggu {t.minggu}"
    if t.periode != p.kertas.periode:
        minggu += f", {Periode.parse(t.periode).nama}"
    return (
        p.kertas.unit, None, "Tindakan", t.indikator, minggu, t.uraian, t.penanggung_jawab or None, t.batas,
        _CAP_STATUS[t.status], Tautan("buka", p.kertas.path, t.lembar, t.sel or None),
    )  # fmt: skip


def _temuan(p: PantauKKV, t: Finding) -> tuple[Isi, ...]:
    return (
        p.kertas.unit, None, f"Temuan {t.kode}", t.indikator, t.sumber.lembar, t.pesan, None, None,
        _CAP_TINGKAT[t.tingkat], Tautan("buka", p.kertas.path, t.sumber.lembar, t.sumber.sel),
    )  # fmt: skip
