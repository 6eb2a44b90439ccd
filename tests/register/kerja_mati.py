"""The work of a run, in a process of its own that may be killed: register N files, judge them, log it.

Usage: kerja_mati.py REGISTER JUMLAH. Prints one line per step, so that the parent can count and kill.
"""

import sys
from datetime import datetime
from pathlib import Path

from nilai_register import isi, temuan

from kinerja.domain.kiriman import Status
from kinerja.register.db import Register


def langkah() -> None:
    sys.stdout.write("langkah\n")
    sys.stdout.flush()


def kerja(path: Path, jumlah: int) -> None:
    waktu = datetime.fromisoformat("2026-02-03")
    with Register.open(path) as reg:
        for n in range(jumlah):
            sha = f"{n:064x}"
            nama = f"masuk/{n}.xlsx"
            langkah()
            with reg.transaction():
                reg.catat_berkas(nama, sha, n, waktu)
            langkah()
            if all(b.sha256 != sha for b in reg.belum_dinilai()):
                continue
            with reg.transaction():
                k = reg.simpan_kiriman(
                    path=nama, sha256=sha, diterima=waktu, status=Status.TIDAK_LENGKAP, unit=f"U{n % 5}",
                    periode=f"2026-{n % 12 + 1:02d}", menjawab=0, versi_master="v1",
                )  # fmt: skip
                langkah()
                reg.simpan_hasil(k.id, Status.VALID, (temuan("ISI001", f"IKU-{n}"),), isi(k, f"{n}/7"))
                langkah()
                reg.catat_peristiwa("berkas_dinilai", waktu, k.periode, k.unit, {"sha256": sha})


if __name__ == "__main__":
    kerja(Path(sys.argv[1]), int(sys.argv[2]))
