"""The disposable child: a workbook on standard input, a pickled `Buku` or `BerkasDitolak` on standard output.

With it go the cells by name of sheet, which the parent puts back.
"""

from __future__ import annotations

import faulthandler
import gc
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku, Lembar
from kinerja.workbook.paket import buka_paket
from kinerja.workbook.xlsx import baca_xlsx

BATAS_MEMORI = 512 * 1024 * 1024
BATAS_DETIK = 10


def baca(isi: bytes, format_berkas: str) -> Buku | BerkasDitolak | ImportError:
    """Parse one file. A refusal is returned, not raised, and so is a library that is not there."""
    try:
        if format_berkas == "xlsx":
            return baca_xlsx(buka_paket(isi))
        if format_berkas == "ods":
            from kinerja.workbook.ods import baca_ods

            return baca_ods(buka_paket(isi))
        from kinerja.workbook.xls import baca_xls

        return baca_xls(isi)
    except (BerkasDitolak, ImportError) as e:
        return e
    except (MemoryError, RecursionError):
        return BerkasDitolak("BRK025")


def _lepas_sel(lembar: Lembar) -> dict[int, dict[int, tuple[object, ...]]]:
    """Take the cells out of a sheet, as plain tuples."""
    sel: dict[int, dict[int, tuple[object, ...]]] = {
        b: {k: tuple(s) for k, s in baris.items()} for b, baris in lembar.baris.items()
    }
    lembar.baris = {}
    return sel


def limit_memory(bita: int) -> None:
    """Where the system can limit a process (not on Windows), do."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (bita, bita))


@contextmanager
def time_limit(detik: float) -> Iterator[None]:
    """End this process when the work takes longer, even inside one call of a library, and without its parent."""
    faulthandler.dump_traceback_later(detik, exit=True)
    try:
        yield
    finally:
        faulthandler.cancel_dump_traceback_later()


def main() -> None:
    """Entry of the child process."""
    limit_memory(BATAS_MEMORI)
    gc.disable()  # the process ends with the file
    with time_limit(BATAS_DETIK):
        hasil = baca(sys.stdin.buffer.read(), sys.argv[1])
    # The cells go as plain tuples, which takes half the time.
    sel = {n: _lepas_sel(s) for n, s in hasil.lembar.items()} if isinstance(hasil, Buku) else {}
    sys.stdout.buffer.write(pickle.dumps((hasil, sel), protocol=pickle.HIGHEST_PROTOCOL))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
