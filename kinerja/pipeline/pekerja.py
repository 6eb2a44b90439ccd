"""The reading process: reads archived files that it is told of, one after the other, until nobody asks any more.

In come pickled `BerkasTercatat`; out go, each after its length, pickled `HasilBaca`, or the `KinerjaError` that ends
the run. The process ends with its parent, even one that was killed.
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
from kinerja.workbook.pekerja import BATAS_MEMORI, limit_memory

PANJANG = struct.Struct("<Q")  # how an answer begins: its length in bytes


def baca_berkas(akar: Path, berkas: BerkasTercatat) -> HasilBaca:
    """Read an archived file as it was received. KinerjaError when the archive is damaged."""
    isi = baca_arsip(akar, berkas.sha256)
    return read_form(Kandidat(path=berkas.path, isi=isi, sha256=berkas.sha256, diterima=berkas.diterima))


def main() -> None:
    """Entry of the process; its argument is the workspace."""
    limit_memory(BATAS_MEMORI)
    gc.freeze()
    masuk, keluar = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            berkas = pickle.load(masuk)  # from our own parent
        except EOFError:
            return
        try:
            jawaban: HasilBaca | KinerjaError = baca_berkas(Path(sys.argv[1]), berkas)
        except KinerjaError as e:  # the whole run must stop, in the parent
            jawaban = e
        isi = pickle.dumps(jawaban, protocol=pickle.HIGHEST_PROTOCOL)
        keluar.write(PANJANG.pack(len(isi)))
        keluar.write(isi)
        keluar.flush()


if __name__ == "__main__":
    main()
