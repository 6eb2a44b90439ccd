"""Foreign formats and very large files are parsed in a process of their own, with limits of time and memory."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku, Sel

BATAS_DETIK = 10
_AKAR = Path(__file__).resolve().parents[2]  # where the package `kinerja` lies


def baca_terpisah(isi: bytes, format_berkas: str) -> Buku:
    """Read an `xls`, `ods` or `xlsx` in a disposable process. BerkasDitolak: its reason; BRK025 when it was stopped."""
    lingkungan = dict(os.environ)
    lingkungan["PYTHONPATH"] = os.pathsep.join(x for x in (str(_AKAR), os.environ.get("PYTHONPATH", "")) if x)
    try:
        anak = subprocess.run(
            # -P: a file that lies in the current folder must never be imported by the child.
            [sys.executable, "-P", "-m", "kinerja.workbook.pekerja", format_berkas],
            input=isi,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=BATAS_DETIK,
            env=lingkungan,
            check=False,
        )
    except subprocess.TimeoutExpired as e:
        raise BerkasDitolak("BRK025") from e
    if anak.returncode != 0 or not anak.stdout:
        raise BerkasDitolak("BRK025")
    # The bytes come from our own code in the child, never from the stranger's file.
    hasil, sel = pickle.loads(anak.stdout)
    if isinstance(hasil, BerkasDitolak):
        raise hasil
    if not isinstance(hasil, Buku):
        raise BerkasDitolak("BRK025")
    for nama, lembar in hasil.lembar.items():
        lembar.baris = {b: {k: Sel._make(isi) for k, isi in baris.items()} for b, baris in sel[nama].items()}
    return hasil
