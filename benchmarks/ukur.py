"""Runs programs and measures what they cost: CPU seconds (user and system) and peak memory. Linux and macOS."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
_KIB_PER_MAXRSS = 1 if sys.platform != "darwin" else 1024  # macOS counts bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Biaya:
    """Cost of one run of a process with everything that it started and waited for."""

    cpu: float  # seconds
    memori: float  # MiB, of the largest process
    keluaran: str


def ukur(argumen: Sequence[str | Path], *, boleh: tuple[int, ...] = (0,)) -> Biaya:
    """Run this Python with the arguments; SystemExit with its words when the exit code is not an allowed one."""
    lingkungan = os.environ | {"PYTHONPATH": str(AKAR)}
    with tempfile.TemporaryFile() as keluar, tempfile.TemporaryFile() as salah:
        proses = subprocess.Popen(
            [sys.executable, *map(str, argumen)], stdout=keluar, stderr=salah, env=lingkungan, stdin=subprocess.DEVNULL
        )
        _, status, pakai = os.wait4(proses.pid, 0)
        proses.returncode = os.waitstatus_to_exitcode(status)
        keluar.seek(0)
        salah.seek(0)
        if proses.returncode not in boleh:
            kata = salah.read().decode(errors="replace")
            sys.exit(f"{' '.join(map(str, argumen))} berakhir dengan kode {proses.returncode}:\n{kata[-3000:]}")
        return Biaya(
            cpu=pakai.ru_utime + pakai.ru_stime,
            memori=pakai.ru_maxrss / _KIB_PER_MAXRSS / 1024,
            keluaran=keluar.read().decode(errors="replace"),
        )


def selang_seling(kali: int, *cara: Callable[[], float]) -> list[float]:
    """Median of each way, taken in turns so that a noisy minute falls on all of them alike."""
    hasil: list[list[float]] = [[] for _ in cara]
    for _ in range(kali):
        for nilai, jalankan in zip(hasil, cara, strict=True):
            nilai.append(jalankan())
    return [statistics.median(n) for n in hasil]
