"""Seeing at once that nothing has changed since the last `validate`, without opening a workbook.

When in doubt the answer is "changed": the full run then finds out, and costs only time.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from kinerja import __version__
from kinerja.pipeline.sesi import Sesi, path_kkv
from kinerja.pipeline.workspace import INDUK, SETELAN
from kinerja.read.jenis import JenisBerkas, jenis_berkas

_NAMA = "validate"


def tak_berubah(sesi: Sesi) -> bool:
    """True when the last complete run saw the same master, settings, files, decisions and submissions, and the archive
    still has them."""
    lama = sesi.reg.sidik(_NAMA)
    if lama is None or sesi.usang() or sesi.reg.belum_dinilai() or lama != _sidik(sesi):
        return False
    return all(sesi.terarsip(k.sha256) for k in sesi.reg.kiriman())


def catat_selesai(sesi: Sesi) -> None:
    """Note that a run over everything is complete, and that it leaves nothing to be said again."""
    sesi.reg.catat_sidik(_NAMA, _sidik(sesi))


def _sidik(sesi: Sesi) -> str:
    ws = sesi.ws
    bagian = [__version__, *(_isi(ws.akar / p) for p in (INDUK, SETELAN))]
    bagian += (_isi(ws.akar / path_kkv(p)) for p in sesi.reg.periode_kiriman())
    for map_, anak, nama in os.walk(ws.masuk):
        anak.sort()
        for n in sorted(nama):
            berkas = Path(map_, n)
            # Evidence may be large and is never opened; all else counts by what is in it.
            tanda = _ukuran if jenis_berkas(n) is JenisBerkas.BUKTI else _isi
            bagian += (berkas.relative_to(ws.akar).as_posix(), tanda(berkas))
    bagian += (f"{k.id} {k.status} {k.bentrok} {k.sidik}" for k in sesi.reg.kiriman())
    return hashlib.sha256("\0".join(bagian).encode(errors="surrogateescape")).hexdigest()


def _isi(berkas: Path) -> str:
    """The hash of a file; a dash when it is not there."""
    try:
        with berkas.open("rb") as f:
            return hashlib.file_digest(f, "sha256").hexdigest()
    except OSError:
        return "-"


def _ukuran(berkas: Path) -> str:
    """Size and time of a file; a dash when it is not there."""
    try:
        info = berkas.stat()
    except OSError:
        return "-"
    return f"{info.st_size} {info.st_mtime_ns}"
