"""Reading what strangers sent, in a process of its own with limits of time and memory, ahead of the judge.

A file that kills or hangs that process costs only itself: it is refused, and the next one is read by a new process.
"""

from __future__ import annotations

import pickle
import queue
import subprocess
from collections import deque
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread

from kinerja.errors import KinerjaError
from kinerja.pipeline.pekerja import PANJANG
from kinerja.read.model import HasilBaca
from kinerja.read.penolakan import tolak
from kinerja.register.model import BerkasTercatat
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.isolasi import lingkungan, perintah

_DI_MUKA = 4  # files that the process is asked for before the first of them is taken
_DETIK = 30  # longer than any file that is not hostile takes, also on a busy machine


def baca_semua(akar: Path, berkas: Sequence[BerkasTercatat]) -> Generator[HasilBaca, None, None]:
    """What each archived file holds, in this order; one that stops its reader is refused (BRK025).

    KinerjaError when the archive of the workspace `akar` is damaged.
    """
    if not berkas:
        return
    pekerja = _Pekerja(akar)
    try:
        for satu in berkas[:_DI_MUKA]:
            pekerja.minta(satu)
        for n in range(len(berkas)):
            hasil = pekerja.ambil()
            if n + _DI_MUKA < len(berkas):
                pekerja.minta(berkas[n + _DI_MUKA])
            yield hasil
    finally:
        pekerja.tutup()


class _Pekerja:
    """The reading process and what was asked of it, in order."""

    def __init__(self, akar: Path) -> None:
        self._akar = akar
        self._antrean: deque[BerkasTercatat] = deque()
        self._mulai()

    def _mulai(self) -> None:
        self._proses = subprocess.Popen(
            perintah("kinerja.pipeline.pekerja", str(self._akar)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=lingkungan(),
        )
        self._jawaban: queue.Queue[bytes | None] = queue.Queue()
        Thread(target=_dengar, args=(self._proses, self._jawaban), daemon=True).start()

    def minta(self, berkas: BerkasTercatat) -> None:
        """Ask for one more file."""
        self._antrean.append(berkas)
        self._kirim(berkas)

    def _kirim(self, berkas: BerkasTercatat) -> None:
        assert self._proses.stdin is not None
        with suppress(OSError):  # it has died: that is found out, and made good, when the answer is awaited
            pickle.dump(berkas, self._proses.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._proses.stdin.flush()

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
        with suppress(OSError), self._proses:  # closes its pipes and waits
            pass


def _dengar(proses: subprocess.Popen[bytes], jawaban: queue.Queue[bytes | None]) -> None:
    """Take answers from the process until it ends; then None."""
    assert proses.stdout is not None
    with suppress(OSError, ValueError):  # ValueError: closed by `tutup` meanwhile
        while len(kepala := proses.stdout.read(PANJANG.size)) == PANJANG.size:
            (panjang,) = PANJANG.unpack(kepala)
            isi = proses.stdout.read(panjang)
            if len(isi) < panjang:
                break
            jawaban.put(isi)
    jawaban.put(None)
