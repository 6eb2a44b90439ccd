"""A quick look at which form a file is, only to decide what is judged first. Never trusted, never raises."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from kinerja.domain.formulir import IdentitasForm
from kinerja.workbook.paket import ZIP_RUSAK

_BAGIAN = "docProps/custom.xml"
_MAKS = 65_536
_KODE = re.compile(rb"KINERJA/[^<]{1,200}")


def intip_identitas(isi: bytes) -> IdentitasForm | None:
    """The identity in the document property of an .xlsx; None when it cannot be told this way."""
    if not isi.startswith(b"PK"):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as paket, paket.open(_BAGIAN) as bagian:
            cocok = _KODE.search(bagian.read(_MAKS))
    except (*ZIP_RUSAK, KeyError, OSError, zlib.error, RuntimeError):
        return None
    return IdentitasForm.parse(cocok[0].decode("utf-8", "replace")) if cocok is not None else None
