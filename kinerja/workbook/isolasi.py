"""Foreign formats and very large files are parsed in a process of their own, with limits of time and memory."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku, Sel
from kinerja.workbook.pekerja import BATAS_DETIK

_AKAR = Path(__file__).resolve().parents[2]  # where the package `kinerja` lies


def baca_terpisah(isi: bytes, format_berkas: str) -> Buku:
    """Read an `xls`, `ods` or `xlsx` in a disposable process. BerkasDitolak: its reason; BRK025 when it was stopped."""
    keluar = run_apart("kinerja.workbook.pekerja", (format_berkas,), isi, BATAS_DETIK)
    if not keluar:
        raise BerkasDitolak("BRK025")
    # The bytes come from our own code in the child, never from the stranger's file.
    hasil, sel = pickle.loads(keluar)
    if isinstance(hasil, BerkasDitolak | ImportError):
        raise hasil
    if not isinstance(hasil, Buku):
        raise BerkasDitolak("BRK025")
    for nama, lembar in hasil.lembar.items():
        lembar.baris = {b: {k: Sel._make(isi) for k, isi in baris.items()} for b, baris in sel[nama].items()}
    return hasil


def run_apart(modul: str, argumen: Sequence[str], isi: bytes, detik: float) -> bytes | None:
    """What a module of ours, run as a process, answers to `isi` on its input; None when it failed or was stopped."""
    try:
        anak = subprocess.run(
            perintah(modul, *argumen),
            input=isi,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=detik,
            env=lingkungan(),
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return anak.stdout if anak.returncode == 0 else None


def perintah(modul: str, *argumen: str) -> list[str]:
    """How a module of ours is run as a process; with the environment of `lingkungan`."""
    # -P: a file that lies in the current folder must never be imported by the child.
    return [sys.executable, "-P", "-m", modul, *argumen]


def lingkungan() -> dict[str, str]:
    """Our environment, in which the child finds the package `kinerja` wherever it is run from."""
    jalur = (str(_AKAR), os.environ.get("PYTHONPATH", ""))
    return {**os.environ, "PYTHONPATH": os.pathsep.join(x for x in jalur if x)}
