"""The disposable child: a workbook on standard input, a pickled `Buku` or `BerkasDitolak` on standard output."""

from __future__ import annotations

import gc
import pickle
import sys

from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku
from kinerja.workbook.paket import buka_paket
from kinerja.workbook.xlsx import baca_xlsx

BATAS_MEMORI = 512 * 1024 * 1024


def baca(isi: bytes, format_berkas: str) -> Buku | BerkasDitolak:
    """Parse one file. A refusal is returned, not raised; what the parsers trip over is a damaged file."""
    try:
        if format_berkas == "xlsx":
            return baca_xlsx(buka_paket(isi))
        if format_berkas == "ods":
            from kinerja.workbook.ods import baca_ods

            return baca_ods(buka_paket(isi))
        from kinerja.workbook.xls import baca_xls

        return baca_xls(isi)
    except BerkasDitolak as e:
        return e
    except (MemoryError, RecursionError):
        return BerkasDitolak("BRK025")


def _batasi_memori() -> None:
    """Where the system can limit a process (not on Windows), do."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))


def main() -> None:
    """Entry of the child process."""
    _batasi_memori()
    gc.disable()  # the process ends with the file
    hasil = baca(sys.stdin.buffer.read(), sys.argv[1])
    sys.stdout.buffer.write(pickle.dumps(hasil, protocol=pickle.HIGHEST_PROTOCOL))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
