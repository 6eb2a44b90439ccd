"""Where the templates and sample data that come with the program are: in the wheel, or beside the source tree."""

from __future__ import annotations

from pathlib import Path

from kinerja.errors import KinerjaError

_PAKET = Path(__file__).resolve().parent.parent


def bawaan(nama: str) -> Path:
    """The folder `templates` or `sample_data` that was shipped. KinerjaError when the installation is incomplete."""
    for calon in (_PAKET / "_bawaan" / nama, _PAKET.parent / nama):
        if calon.is_dir():
            return calon
    raise KinerjaError(
        f"Map {nama} bawaan program tidak ditemukan; pemasangan program tidak lengkap.",
        "Pasang ulang program kinerja, lalu jalankan lagi perintah ini.",
    )
