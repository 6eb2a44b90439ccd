"""One run at a time on a workspace: a lock of the operating system, gone when the process ends, however it ends."""

from __future__ import annotations

import errno
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kinerja.deliver.tulis import gagal_tulis
from kinerja.errors import KinerjaError

NAMA_KUNCI = ".kinerja.kunci"
_DIPEGANG = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_JAUH = 1 << 30  # the byte that is locked lies beyond the text, which others may therefore read

# POSIX record locks do not exclude a second holder in the same process.
_di_sini: set[Path] = set()


@contextmanager
def kunci_jalan(akar: Path) -> Iterator[None]:
    """Hold the workspace for one run. KinerjaError when another run holds it, or it cannot be locked."""
    path = akar.resolve() / NAMA_KUNCI
    if path in _di_sini:
        raise _sibuk("proses ini sendiri")
    fd = _ambil(path)
    _di_sini.add(path)
    try:
        _tulis_pemegang(fd)
        yield
    finally:
        _di_sini.discard(path)
        _lepas(path, fd)


def _ambil(path: Path) -> int:
    """Open and lock the file; again when it was removed by the previous holder in between."""
    while True:
        try:
            fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except PermissionError as e:
            if sys.platform == "win32" and path.exists():  # being removed by its holder
                raise _sibuk("") from e
            raise gagal_tulis(e, f"kunci {path.name}") from e
        except OSError as e:
            raise gagal_tulis(e, f"kunci {path.name}") from e
        try:
            _kunci(fd)
        except OSError as e:
            pemegang = _pemegang(fd)
            os.close(fd)
            if e.errno in _DIPEGANG:
                raise _sibuk(pemegang) from e
            raise KinerjaError(
                f"Map kerja tidak dapat dikunci ({e.strerror}); penyimpanan ini tidak mendukung penguncian berkas.",
                "Pindahkan map kerja ke penyimpanan lain (misalnya cakram di komputer ini), lalu jalankan lagi.",
            ) from e
        if _masih_sama(path, fd):
            return fd
        os.close(fd)


def _masih_sama(path: Path, fd: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(fd))
    except OSError:
        return False


def _lepas(path: Path, fd: int) -> None:
    """Remove the file while it is still ours, so that nothing of the lock stays in the folder."""
    with suppress(OSError):
        os.ftruncate(fd, 0)
    if sys.platform == "win32":
        os.close(fd)
        with suppress(OSError):  # fails when the next run holds it already
            path.unlink()
    else:
        with suppress(OSError):
            path.unlink()
        os.close(fd)


def _tulis_pemegang(fd: int) -> None:
    with suppress(OSError):
        os.ftruncate(fd, 0)
        os.write(fd, f"nomor proses {os.getpid()} di komputer {platform.node()}".encode())


def _pemegang(fd: int) -> str:
    with suppress(OSError):
        os.lseek(fd, 0, os.SEEK_SET)
        return os.read(fd, 200).decode("utf-8", "replace")
    return ""


def _sibuk(pemegang: str) -> KinerjaError:
    return KinerjaError(
        f"Proses kinerja lain sedang berjalan pada map kerja ini{f' ({pemegang})' if pemegang else ''}.",
        "Tunggu sampai proses itu selesai lalu jalankan lagi.",
    )


if sys.platform == "win32":
    import msvcrt

    def _kunci(fd: int) -> None:
        os.lseek(fd, _JAUH, os.SEEK_SET)
        msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        os.lseek(fd, 0, os.SEEK_SET)
else:
    import fcntl

    def _kunci(fd: int) -> None:
        fcntl.lockf(fd, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _JAUH)
