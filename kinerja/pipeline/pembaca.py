"""Reading what strangers sent, in a process of its own with limits of time and memory, one file ahead of the judge.

A file that kills or hangs that process costs only itself: it is refused, and the next one is read by a new process.
A process that does not even start is nobody's file: the run ends.
"""

from __future__ import annotations

import pickle
import subprocess
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path

from kinerja.errors import KinerjaError
from kinerja.pipeline.pekerja import PANJANG, SIAP
from kinerja.read.model import HasilBaca
from kinerja.read.penolakan import tolak
from kinerja.register.model import BerkasTercatat
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.isolasi import lingkungan, perintah


def baca_semua(akar: Path, berkas: Sequence[BerkasTercatat]) -> Generator[HasilBaca, None, None]:
    """What each archived file holds, in this order; one that stops its reader is refused (BRK025).

    KinerjaError when the archive of the workspace `akar` is damaged, or when the process cannot be started.
    """
    if not berkas:
        return
    pekerja = _Pekerja(akar)
    try:
        pekerja.minta(berkas[0])
        for n, satu in enumerate(berkas, 1):
            isi = pekerja.jawaban()
            if n < len(berkas):
                if isi is None:
                    pekerja.tutup()
                    pekerja = _Pekerja(akar)
                pekerja.minta(berkas[n])
            yield _hasil(isi) if isi is not None else _ditolak(satu)
    finally:
        pekerja.tutup()


def _hasil(isi: bytes) -> HasilBaca:
    hasil: HasilBaca | Exception = pickle.loads(isi)  # from our own code in the child
    if isinstance(hasil, Exception):
        raise hasil
    return hasil


def _ditolak(berkas: BerkasTercatat) -> HasilBaca:
    return HasilBaca(form=None, temuan=(tolak(BerkasDitolak("BRK025"), berkas.path),))


def _tak_jalan() -> KinerjaError:
    return KinerjaError(
        "Kiriman belum dapat dibaca: proses pembacanya tidak dapat dijalankan di komputer ini.",
        "Periksa apakah antivirus menghalangi Python atau memori komputer habis; bila tidak, pasang kinerja kembali. "
        "Lalu jalankan lagi: kiriman yang belum dibaca tidak hilang.",
    )


class _Pekerja:
    """The reading process. Only when it has answered is it asked again, so that no two pipes are ever full at once."""

    def __init__(self, akar: Path) -> None:
        try:
            self._proses = subprocess.Popen(
                perintah("kinerja.pipeline.pekerja", str(akar)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=lingkungan(),
            )
        except OSError as e:
            raise _tak_jalan() from e
        if self._baca(len(SIAP)) != SIAP:
            self.tutup()
            raise _tak_jalan()

    def minta(self, berkas: BerkasTercatat) -> None:
        """Ask for a file."""
        assert self._proses.stdin is not None
        with suppress(OSError):  # it has died: that is found out when the answer is awaited
            pickle.dump(berkas, self._proses.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._proses.stdin.flush()

    def jawaban(self) -> bytes | None:
        """The answer about the file that was asked for; None when the process ended without one."""
        kepala = self._baca(PANJANG.size)
        if len(kepala) < PANJANG.size:
            return None
        (panjang,) = PANJANG.unpack(kepala)
        isi = self._baca(panjang)
        return isi if len(isi) == panjang else None

    def _baca(self, panjang: int) -> bytes:
        """So many bytes of its output; fewer when it ends."""
        assert self._proses.stdout is not None
        return self._proses.stdout.read(panjang)

    def tutup(self) -> None:
        """End the process, whatever it is doing."""
        self._proses.kill()
        with suppress(OSError), self._proses:  # closes its pipes and waits
            pass
