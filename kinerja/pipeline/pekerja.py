"""The reading process: reads archived files that it is told of, one after the other, until nobody asks any more.

Out goes a greeting; then in come pickled `BerkasTercatat`, and out go, each after its length, pickled `HasilBaca`, or
the fault that ends the run. The process ends when its parent does, even one that was killed: at once when it waits or
writes, else when the time of the file is up.
"""

from __future__ import annotations

import gc
import pickle
import struct
import sys
from pathlib import Path

from kinerja.deliver.arsip import baca_arsip
from kinerja.errors import KinerjaError
from kinerja.read.form import read_form
from kinerja.read.model import HasilBaca, Kandidat
from kinerja.register.model import BerkasTercatat
from kinerja.workbook.pekerja import BATAS_MEMORI, limit_memory, time_limit

SIAP = b"siap"  # what it says when it has started
PANJANG = struct.Struct("<Q")  # how an answer begins: its length in bytes
BATAS_DETIK = 30  # longer than any file that is not hostile takes, also on a busy machine


def baca_berkas(akar: Path, berkas: BerkasTercatat) -> HasilBaca:
    """Read an archived file as it was received. KinerjaError when the archive is damaged."""
    isi = baca_arsip(akar, berkas.sha256)
    return read_form(Kandidat(path=berkas.path, isi=isi, sha256=berkas.sha256, diterima=berkas.diterima))


def main() -> None:
    """Entry of the process; its argument is the workspace."""
    limit_memory(BATAS_MEMORI)
    gc.freeze()
    masuk, keluar = sys.stdin.buffer, sys.stdout.buffer
    keluar.write(SIAP)
    keluar.flush()
    while True:
        try:
            berkas = pickle.load(masuk)  # from our own parent
        except EOFError:
            return
        try:
            with time_limit(BATAS_DETIK):
                jawaban: HasilBaca | Exception = baca_berkas(Path(sys.argv[1]), berkas)
        except (KinerjaError, ImportError) as e:  # no fault of the file: the whole run must stop, in the parent
            jawaban = e
        isi = pickle.dumps(jawaban, protocol=pickle.HIGHEST_PROTOCOL)
        keluar.write(PANJANG.pack(len(isi)))
        keluar.write(isi)
        keluar.flush()


if __name__ == "__main__":
    main()
