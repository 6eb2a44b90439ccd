"""The reading process with files that do to it what their names say."""

from __future__ import annotations

import os
import re

from kinerja.catalogue import temuan
from kinerja.pipeline import pekerja
from kinerja.read.model import HasilBaca, Kandidat
from kinerja.sources import CellRef

BESAR = 4 << 20  # bytes of an answer, and of a request: more than any pipe holds

asli = pekerja.read_form


def read_form(kandidat: Kandidat) -> HasilBaca:
    """Read a file, but for those with a name of their own."""
    match kandidat.path.removeprefix("masuk/").partition("-")[0]:
        case "mati":
            os._exit(9)
        case "menggantung":  # inside one call of a library that lets nobody else run
            re.match(r"(a+)+$", "a" * 64 + "b")
        case "besar":
            return HasilBaca(form=None, temuan=(temuan("BRK016", CellRef(kandidat.path), format="x" * BESAR),))
        case "tanpapustaka":
            raise ModuleNotFoundError("No module named 'xlrd'", name="xlrd")
    return asli(kandidat)


if __name__ == "__main__":
    pekerja.read_form = read_form
    pekerja.BATAS_DETIK = 1
    pekerja.main()
