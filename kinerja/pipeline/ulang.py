"""Seeing at once that nothing has changed since the last `validate`, without opening a workbook.

When in doubt the answer is "changed": the full run then finds out, and costs only time.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from kinerja import __version__
from kinerja.pipeline.sesi import Sesi, path_kkv
from kinerja.pipeline.workspace import INDUK, SETELAN, Workspace
from kinerja.read.jenis import JenisBerkas, jenis_berkas

_NAMA = "validate"


def sidik_masukan(ws: Workspace) -> str:
    """What a run is made from as it lies there now: to be taken before anything of it is read, so that what is saved
    while the run is at work is seen by the next one."""
    bagian = [__version__, *(_isi(ws.akar / p) for p in (INDUK, SETELAN))]
    for map_, anak, nama in os.walk(ws.masuk):
        anak.sort()
        for n in sorted(nama):
            berkas = Path(map_, n)
            # Evidence may be large and is never opened; all else counts by what is in it.
            tanda = _ukuran if jenis_berkas(n) is JenisBerkas.BUKTI else _isi
            bagian += (berkas.relative_to(ws.akar).as_posix(), tanda(berkas))
    return _gabung(bagian)


def tak_berubah(sesi: Sesi, masukan: str) -> bool:
    """True when the last complete run saw the same master, settings, files, decisions and submissions, and the archive
    still has them."""
    lama = sesi.reg.sidik(_NAMA)
    if lama is None or sesi.usang() or sesi.reg.belum_dinilai():
        return False
    kkv = [_isi(sesi.ws.akar / path_kkv(p)) for p in sesi.reg.periode_kiriman()]
    return lama == _sidik(sesi, masukan, kkv) and all(sesi.terarsip(k.sha256) for k in sesi.reg.kiriman())


def catat_selesai(sesi: Sesi, masukan: str) -> None:
    """Note that a run over everything is complete, and that it leaves nothing to be said again."""
    tercatat = [sesi.reg.dokumen_pada(path_kkv(p)) for p in sesi.reg.periode_kiriman()]
    sesi.reg.catat_sidik(_NAMA, _sidik(sesi, masukan, [d.sha256 if d is not None else "-" for d in tercatat]))


def _sidik(sesi: Sesi, masukan: str, kkv: Iterable[str]) -> str:
    return _gabung([masukan, *kkv, *(f"{k.id} {k.status} {k.bentrok} {k.sidik}" for k in sesi.reg.kiriman())])


def _gabung(bagian: Iterable[str]) -> str:
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
