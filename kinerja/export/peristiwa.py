"""The event log as a tidy table: what happened, in order, each entry chained to the one before."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.export.model import Jenis, Kolom, Tabel
from kinerja.register.model import Peristiwa


def tabel_peristiwa(peristiwa: Iterable[Peristiwa]) -> Tabel:
    """One row per event. `hash` is over the hash before and the other columns, as JSON."""
    return Tabel(
        nama="peristiwa",
        judul="Catatan peristiwa",
        uraian="Semua yang terjadi pada map kerja, berurutan.",
        kolom=(
            Kolom("nomor", Jenis.BULAT, "Nomor urut.", wajib=True),
            Kolom("waktu", Jenis.WAKTU, "Kapan terjadi.", wajib=True),
            Kolom("jenis", Jenis.TEKS, "Apa yang terjadi.", wajib=True),
            Kolom("periode", Jenis.TEKS, "Untuk periode mana."),
            Kolom("unit", Jenis.TEKS, "Untuk unit mana."),
            Kolom("rincian", Jenis.TEKS, "Rinciannya, sebagai JSON.", wajib=True),
            Kolom("hash", Jenis.TEKS, "SHA-256 mata rantai ini.", wajib=True),
        ),
        kunci=("nomor",),
        baris=tuple((p.id, p.waktu.isoformat(), p.jenis, p.periode, p.unit, p.rincian, p.hash) for p in peristiwa),
    )
