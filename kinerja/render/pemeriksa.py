"""A template from anybody, checked in a process of its own: findings, the copy with comments, the preview.

Such a file may hold what makes a parser or a pattern run for ever; the process ends with it.
"""

from __future__ import annotations

import pickle
import sys
import traceback
from dataclasses import dataclass
from itertools import islice

from kinerja.catalogue import temuan
from kinerja.errors import KinerjaError
from kinerja.findings import Finding, ada_galat
from kinerja.sources import CellRef

BATAS_DETIK = 15
BATAS_MEMORI = 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Pemeriksaan:
    """Findings of one template. `diperiksa`: the copy with comments, when there are findings; `pratinjau`: the
    template filled with its example, when no finding is a galat."""

    temuan: tuple[Finding, ...]
    diperiksa: bytes | None = None
    pratinjau: bytes | None = None


def examine(isi: bytes, nama: str, jenis: str, logo: bytes) -> Pemeriksaan:
    """Check `isi`, called `nama`, as a template of `jenis`, in a child process. TPL018 when it had to be stopped."""
    from kinerja.workbook.isolasi import run_apart

    keluar = run_apart("kinerja.render.pemeriksa", (nama, jenis), pickle.dumps((isi, logo)), BATAS_DETIK)
    if keluar:
        hasil = pickle.loads(keluar)  # from our own code in the child
        if isinstance(hasil, Pemeriksaan):
            return hasil
        raise RuntimeError(hasil)  # a bug of ours, with its traceback
    return Pemeriksaan(temuan=(temuan("TPL018", CellRef(nama), batas=str(BATAS_DETIK)),))


def examine_here(isi: bytes, nama: str, jenis: str, logo: bytes) -> Pemeriksaan:
    """The same in this process."""
    from kinerja.render.contract import MAKS_TEMUAN, faults, variables
    from kinerja.render.komentar import annotate
    from kinerja.render.nasihat import advice
    from kinerja.render.naskah import BukanNaskah, open_document
    from kinerja.render.pindai import scan
    from kinerja.render.pratinjau import preview

    try:
        naskah = open_document(isi)
    except BukanNaskah:
        return Pemeriksaan(temuan=(temuan("TPL002", CellRef(nama)),))
    nasihat = islice(advice(naskah, scan(naskah), nama), MAKS_TEMUAN)
    catatan = [*faults(naskah, nama, variables(jenis)), *nasihat]
    semua = tuple(t for t, _ in catatan)
    diperiksa = annotate(isi, naskah, catatan) if catatan else None
    if ada_galat(semua):
        return Pemeriksaan(temuan=semua, diperiksa=diperiksa)
    try:
        return Pemeriksaan(temuan=semua, diperiksa=diperiksa, pratinjau=preview(isi, nama, jenis, logo))
    except KinerjaError as e:
        gagal = temuan("TPL017", CellRef(nama), sebab=e.pesan, perbaikan=e.saran)
        return Pemeriksaan(temuan=(*semua, gagal), diperiksa=diperiksa)


def main() -> None:
    """Entry of the child process."""
    from kinerja.workbook.pekerja import limit_memory

    limit_memory(BATAS_MEMORI)
    isi, logo = pickle.loads(sys.stdin.buffer.read())  # from our own code in the parent
    # By its own name, not as `__main__`, or the parent could not read it.
    from kinerja.render.pemeriksa import examine_here as periksa

    hasil: Pemeriksaan | str
    try:
        hasil = periksa(isi, sys.argv[1], sys.argv[2], logo)
    except (MemoryError, RecursionError):
        return  # no answer: too heavy
    except Exception:
        hasil = traceback.format_exc()
    sys.stdout.buffer.write(pickle.dumps(hasil))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
