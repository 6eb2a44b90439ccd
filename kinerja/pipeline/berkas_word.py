"""A Word file as the person names it on the command line."""

from __future__ import annotations

from pathlib import Path

from kinerja.errors import KinerjaError, SalahPakai
from kinerja.workbook.paket import MAKS_BERKAS, MB


def baca_berkas_word(berkas: Path, saran: str) -> bytes:
    """Its bytes. SalahPakai, with `saran`, when there is no such file; KinerjaError when it cannot be read."""
    if not berkas.is_file():
        sebab = "sebuah map, bukan berkas" if berkas.is_dir() else "tidak ada"
        raise SalahPakai(f"Berkas {berkas} {sebab}.", saran)
    try:
        if berkas.stat().st_size > MAKS_BERKAS:
            raise KinerjaError(
                f"{berkas.name} lebih besar dari {MAKS_BERKAS // MB} MB.",
                f"Perkecil gambarnya sampai di bawah {MAKS_BERKAS // MB} MB, lalu ulangi.",
            )
        return berkas.read_bytes()
    except OSError as e:
        raise KinerjaError(
            f"{berkas.name} tidak dapat dibaca: {e.strerror or e}.",
            "Tutup berkas itu di Word, atau salin ke map lain, lalu ulangi.",
        ) from e
