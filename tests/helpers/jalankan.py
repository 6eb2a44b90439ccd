"""Runs the command line in this process and gives exit code, stdout and stderr."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass

from kinerja.cli import main


@dataclass(frozen=True)
class Hasil:
    kode: int
    stdout: str
    stderr: str


def jalankan(*arg: str) -> Hasil:
    """`kinerja ARG…` as a person would call it."""
    keluar, galat = io.StringIO(), io.StringIO()
    lama = sys.argv
    sys.argv = ["kinerja", *arg]
    try:
        with contextlib.redirect_stdout(keluar), contextlib.redirect_stderr(galat):
            main()
    except SystemExit as e:
        kode = e.code if isinstance(e.code, int) else 1
    finally:
        sys.argv = lama
    return Hasil(kode=int(kode), stdout=keluar.getvalue(), stderr=galat.getvalue())
