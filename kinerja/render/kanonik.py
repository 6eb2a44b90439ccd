"""Canonical bytes of a Word document: same content, same bytes."""

from __future__ import annotations

import io
import zipfile

_WAKTU = (1980, 1, 1, 0, 0, 0)
_TIPE_ISI = "[Content_Types].xml"


def canonical_zip(isi: bytes) -> bytes:
    """Rewrite a zip with its members in order of name (the content types first), fixed times and attributes."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as baru:
        for nama in sorted(lama.namelist(), key=lambda n: (n != _TIPE_ISI, n)):
            info = zipfile.ZipInfo(nama, _WAKTU)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            info.external_attr = 0
            baru.writestr(info, lama.read(nama), compresslevel=6)
    return keluar.getvalue()
