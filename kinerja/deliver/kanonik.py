"""The same content, the same bytes: a .docx or .xlsx rewritten with fixed order, times and attributes."""

from __future__ import annotations

import io
import zipfile

_AWAL = ("[Content_Types].xml", "_rels/.rels")  # readers expect these first


def kanonik(isi: bytes) -> bytes:
    """Rewrite a zip-based document; the members' contents are untouched, only their wrapping is fixed.

    Raises zipfile.BadZipFile when `isi` is no zip.
    """
    keluar = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(isi)) as lama,
        zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as baru,
    ):
        for nama in sorted((n for n in lama.namelist() if not n.endswith("/")), key=_urutan):
            butir = zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            butir.compress_type = zipfile.ZIP_DEFLATED
            butir.create_system = 0  # the same on every system
            butir.external_attr = 0
            baru.writestr(butir, lama.read(nama))
    return keluar.getvalue()


def _urutan(nama: str) -> tuple[int, str]:
    return (_AWAL.index(nama) if nama in _AWAL else len(_AWAL), nama)
