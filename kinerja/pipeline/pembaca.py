"""Reading many files: in this process while they are few, else ahead of the judge in processes of their own.

A process that dies or hangs costs the file that it was reading, never the run and never another file.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

from kinerja.errors import KinerjaError
from kinerja.pipeline.pekerja import PANJANG, baca_berkas
from kinerja.read.model import HasilBaca
from kinerja.read.penolakan import tolak
from kinerja.register.model import BerkasTercatat
from kinerja.workbook.errors import BerkasDitolak

BANYAK = 100  # files from which another process is worth its start
_PALING_BANYAK = 3  # processes; this one, which judges, does not keep up with more
_DI_MUKA = 4  # files that a process is ahead of what is taken from it
_DETIK = 60  # longer than any file that is not hostile takes, also on a busy machine
_KAKI = Path(__file__).resolve().parents[2]  # where the package `kinerja` lies


def baca_semua(akar: Path, berkas: Sequence[BerkasTercatat]) -> Generator[HasilBaca]:
    """Results in the order of `berkas`; a file that no process survived is refused (BRK025)."""
    lain = min(_PALING_BANYAK, (os.cpu_count() or 1) - 1) if len(berkas) >= BANYAK else 0
    return sejajar(akar, berkas, lain) if lain else (baca_berkas(akar, b) for b in berkas)


def sejajar(akar: Path, berkas: Sequence[BerkasTercatat], proses: int) -> Generator[HasilBaca]:
    """Like `baca_semua`, by so many other processes."""
    pekerja = [_Pekerja(akar) for _ in range(proses)]
    try:
        for n, b in enumerate(berkas[: proses * _DI_MUKA]):
            pekerja[n % proses].minta(b)
        for n in range(len(berkas)):
            kini = pekerja[n % proses]
            hasil = kini.ambil()
            if (lanjut := n + proses * _DI_MUKA) < len(berkas):
                kini.minta(berkas[lanjut])
            yield hasil
    finally:
        for p in pekerja:
            p.tutup()


class _Pekerja:
    """One reading process and what was asked of it, in order."""

    def __init__(self, akar: Path) -> None:
        self._akar = akar
        self._antrean: deque[BerkasTercatat] = deque()
        self._mulai()

    def _mulai(self) -> None:
        lingkungan = os.environ | {
            "PYTHONPATH": os.pathsep.join(x for x in (str(_KAKI), os.environ.get("PYTHONPATH", "")) if x)
        }
        self._proses = subprocess.Popen(
            # -P: a file that lies in the current folder must never be imported.
            [sys.executable, "-P", "-m", "kinerja.pipeline.pekerja", str(self._akar)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=lingkungan,
        )
        self._jawaban: queue.Queue[bytes | None] = queue.Queue()
        Thread(target=_dengar, args=(self._proses, self._jawaban), daemon=True).start()

    def minta(self, berkas: BerkasTercatat) -> None:
        """Ask for one more file."""
        self._antrean.append(berkas)
        self._kirim(berkas)

    def _kirim(self, berkas: BerkasTercatat) -> None:
        assert self._proses.stdin is not None
        try:
            pickle.dump(berkas, self._proses.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._proses.stdin.flush()
        except OSError:  # it has died: that is found out, and made good, when the answer is awaited
            return

    def ambil(self) -> HasilBaca:
        """The result of the file that was asked for first. KinerjaError when the archive is damaged."""
        berkas = self._antrean.popleft()
        try:
            isi = self._jawaban.get(timeout=_DETIK)
        except queue.Empty:
            isi = None
        if isi is not None:
            hasil: HasilBaca | KinerjaError = pickle.loads(isi)  # from our own code in the child
            if isinstance(hasil, KinerjaError):
                raise hasil
            return hasil
        self.tutup()
        self._mulai()
        for b in self._antrean:
            self._kirim(b)
        return HasilBaca(form=None, temuan=(tolak(BerkasDitolak("BRK025"), berkas.path),))

    def tutup(self) -> None:
        """End the process, whatever it is doing."""
        self._proses.kill()
        with self._proses:  # closes its pipes and waits
            pass


def _dengar(proses: subprocess.Popen[bytes], jawaban: queue.Queue[bytes | None]) -> None:
    """Take answers from a process until it ends; then None."""
    assert proses.stdout is not None
    with suppress(OSError, ValueError):  # ValueError: closed by `tutup` meanwhile
        while len(kepala := proses.stdout.read(PANJANG.size)) == PANJANG.size:
            (panjang,) = PANJANG.unpack(kepala)
            isi = proses.stdout.read(panjang)
            if len(isi) < panjang:
                break
            jawaban.put(isi)
    jawaban.put(None)
