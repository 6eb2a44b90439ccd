"""A refusal of the reader as a finding."""

from __future__ import annotations

from typing import Any

from kinerja.catalogue import temuan
from kinerja.findings import Finding
from kinerja.sources import CellRef
from kinerja.workbook.errors import BerkasDitolak


def tolak(e: BerkasDitolak, berkas: str) -> Finding:
    """The finding that says why this file was refused."""
    isi: dict[str, Any] = dict(e.isi)
    return temuan(e.kode, CellRef(berkas), **isi)
