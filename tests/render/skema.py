"""Example contexts of every document and their shape: what `variabel/*.json` and the README of templates are made from."""

from __future__ import annotations

from datetime import date
from typing import Any

import contoh_hasil as contoh

from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.master.pengaturan import Pengaturan
from kinerja.render.model import Gambar, Grafik
from kinerja.render.views.laporan import laporan
from kinerja.render.views.laporan_tahunan import laporan_tahunan
from kinerja.render.views.nota_pengembalian import nota_pengembalian
from kinerja.render.views.surat_edaran import surat_edaran
from kinerja.sources import CellRef

TANGGAL = date(2026, 4, 12)
LOGO = b"logo"


def temuan_contoh(jumlah: int = 3) -> tuple[Finding, ...]:
    """Findings of a returned form."""
    return tuple(
        Finding(
            kode=f"ISI{n:03d}",
            tingkat=tuple(Tingkat)[n % 3],
            sumber=CellRef("masuk/irban.xlsx", "Data Kinerja", f"L{n + 5}"),
            pesan="Realisasi “1.125” dapat dibaca 1125 atau 1,125 <dua arti>",
            saran=f"Ketik ulang sel L{n + 5} sebagai angka.",
            indikator=f"IKU-{n:02d}",
        )
        for n in range(1, jumlah + 1)
    )


def konteks() -> dict[str, dict[str, Any]]:
    """A full context by name of its file in `variabel/`."""
    m, p = contoh.master(), Pengaturan()
    tw = Periode.parse("2026-TW1")
    return {
        "laporan": laporan(m, p, contoh.hasil("2026-TW1"), contoh.kelengkapan("2026-TW1"), TANGGAL, logo=LOGO),
        "laporan_tahunan": laporan_tahunan(m, p, contoh.hasil("2026"), contoh.kelengkapan("2026"), TANGGAL, logo=LOGO),
        "surat_edaran": surat_edaran(m, p, tw, TANGGAL, logo=LOGO),
        "nota_pengembalian": nota_pengembalian(m, p, "IRB4", tw, 1, temuan_contoh(), TANGGAL, TANGGAL, logo=LOGO),
    }


def bentuk(nilai: Any) -> Any:
    """The shape of a context: example texts, lists cut to one element, drawings as a word."""
    if isinstance(nilai, Grafik):
        return "(grafik)"
    if isinstance(nilai, Gambar):
        return "(gambar)"
    if isinstance(nilai, dict):
        return {k: bentuk(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_gabung([bentuk(v) for v in nilai])] if nilai else []
    return nilai


def _gabung(isi: list[Any]) -> Any:
    """The most telling element: the one whose inner lists and texts are filled."""
    return max(isi, key=lambda x: len(str(x)) if not isinstance(x, str) else 0) if isinstance(isi[0], dict) else isi[0]
