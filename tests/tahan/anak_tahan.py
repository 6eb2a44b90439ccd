"""Run as a process: `kinerja` as a person calls it, in children that die, fill the disk or stand still at a step.

A step is anything that changes the disk: a file opened for writing, synced, renamed or removed, a folder made, an SQL
statement that writes. Requests come in as JSON lines and are answered so; each is a fork of this process, which has
everything imported, so that a run costs only its work.

{"perintah": [...], "waktu": "2026-02-06T09:00:00", "cara": null, "ke": 0}   ->   {"kode": 0, "langkah": 87, ...}
    cara "mati": SIGKILL at step `ke`, a file that is being synced half written
    "penuh", "kuota": the disk is full from step `ke` on · "izin": from step `ke` on no file can be replaced
    "henti": stands still at step `ke`; answered then, {"lanjut": true} answers with its end
    "baca_saja": nothing below the folder `di` can be written
    "terkunci": the file `di` cannot be opened at all
    "berubah": the `ke`-th time that the file `saat` is opened, `menjadi` takes the place of `di`, or nothing does
"""

from __future__ import annotations

import errno
import importlib
import json
import os
import pkgutil
import signal
import sqlite3
import stat
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import kinerja
from kinerja.cli import main, options
from kinerja.register.basis import Basis

_MENULIS = os.O_WRONLY | os.O_RDWR
_GALAT = {"penuh": errno.ENOSPC, "kuota": getattr(errno, "EDQUOT", errno.ENOSPC)}
_BERUBAH = ("INSERT", "UPDATE", "DELETE", "COMMIT", "CREATE", "ALTER", "DROP", "PRAGMA user_version =")
_SISA_DETIK = 20  # for what a killed run has started to notice that it is alone


class Langkah:
    """Counts the steps of this process, and strikes at one."""

    def __init__(self, permintaan: dict[str, Any], catatan: Path) -> None:
        self.cara, self.ke = permintaan.get("cara"), permintaan.get("ke", 0)
        self.di, self.saat, self.menjadi = (permintaan.get(k) for k in ("di", "saat", "menjadi"))
        self.catatan = catatan
        self.hitung = self.dibuka = 0
        self.sedang = False

    def pasang(self) -> None:
        sys.addaudithook(self._audit)
        asli_fsync, asli_sql = os.fsync, Basis._execute

        def fsync(fd: int) -> None:
            self.langkah(fd=fd)
            asli_fsync(fd)

        def execute(basis: Basis, sql: str, nilai: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
            if sql.startswith(_BERUBAH):
                self.langkah(basis=basis)
            return asli_sql(basis, sql, nilai)

        os.fsync = fsync
        Basis._execute = execute  # type: ignore[method-assign]  # counts, and strikes at one

    def _audit(self, nama: str, argumen: tuple[Any, ...]) -> None:
        if nama == "open":
            path, _, bendera = argumen
            if isinstance(path, int) or str(path).startswith("/dev/"):  # a pipe
                return
            if self.cara == "terkunci" and os.fsdecode(path) == self.di:
                raise PermissionError(errno.EACCES, "Permission denied")
            if isinstance(bendera, int) and bendera & _MENULIS:
                self.langkah(path=path, ruang=True)
            elif self.cara == "berubah" and os.fsdecode(path) == self.saat and not self.sedang:
                self._ubah()
        elif nama == "os.rename":
            self.langkah(path=argumen[1], rename=True)
        elif nama == "os.mkdir":
            self.langkah(path=argumen[0], ruang=True)
        elif nama in {"os.remove", "os.rmdir", "shutil.rmtree"}:
            self.langkah()

    def _ubah(self) -> None:
        self.sedang = True
        self.dibuka += 1
        if self.dibuka == self.ke and self.menjadi is not None:
            Path(self.menjadi).replace(self.di)
        elif self.dibuka == self.ke:
            Path(self.di).unlink()
        self.sedang = False

    def langkah(
        self,
        *,
        path: object = None,
        fd: int | None = None,
        basis: Basis | None = None,
        ruang: bool = False,
        rename: bool = False,
    ) -> None:
        """One step; `ruang`: needs room on the disk."""
        if self.sedang:
            return
        self.sedang = True
        try:
            self.hitung += 1
            self.catatan.write_text(str(self.hitung))
            if self.cara == "mati" and self.hitung == self.ke:
                if fd is not None and stat.S_ISREG((info := os.fstat(fd)).st_mode):
                    os.ftruncate(fd, info.st_size // 2)
                os.kill(os.getpid(), signal.SIGKILL)
            if self.cara == "henti" and self.hitung == self.ke:
                os.kill(os.getpid(), signal.SIGSTOP)
            if self.cara == "izin" and rename and self.hitung >= self.ke:
                raise PermissionError(errno.EACCES, "Permission denied")
            if self.cara == "baca_saja" and str(path).startswith(f"{self.di}/"):
                raise OSError(errno.EROFS, "Read-only file system")
            if self.cara in _GALAT and self.hitung >= self.ke:
                if basis is not None:
                    db: sqlite3.Connection = basis._db
                    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
                if ruang or fd is not None:
                    kode = _GALAT[self.cara]
                    raise OSError(kode, os.strerror(kode))
        finally:
            self.sedang = False


def anak(permintaan: dict[str, Any], folder: Path) -> None:
    """In the fork: run the command, and end with its exit code."""
    os.setpgid(0, 0)
    for nama, ke in (("keluar", 1), ("galat", 2)):
        os.dup2(os.open(folder / nama, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), ke)
    waktu = datetime.fromisoformat(permintaan["waktu"])
    options.now = lambda: waktu
    for nama, modul in sys.modules.items():
        if nama.startswith("kinerja.cli.") and hasattr(modul, "now"):
            modul.now = options.now  # type: ignore[attr-defined]  # the name that the command has imported
    sys.argv = ["kinerja", *permintaan["perintah"]]
    Langkah(permintaan, folder / "langkah").pasang()
    try:
        main()
    except SystemExit as e:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(int(e.code or 0))


def mulai(permintaan: dict[str, Any], folder: Path) -> int:
    """Fork a child for this request; gives its number."""
    (folder / "langkah").write_text("0")
    if (pid := os.fork()) == 0:
        try:
            anak(permintaan, folder)
        finally:
            os._exit(71)
    return pid


def tunggu(pid: int, folder: Path) -> dict[str, Any]:
    """Until the child has ended, with all that it started, or stands still."""
    _, keadaan = os.waitpid(pid, os.WUNTRACED)
    berhenti = os.WIFSTOPPED(keadaan)
    return {
        "kode": "henti" if berhenti else os.waitstatus_to_exitcode(keadaan),
        "pid": pid,
        "langkah": int((folder / "langkah").read_text() or 0),
        "stdout": (folder / "keluar").read_text(encoding="utf-8"),
        "stderr": (folder / "galat").read_text(encoding="utf-8"),
        "bersisa": not berhenti and _bersisa(pid),
    }


def _bersisa(pid: int) -> bool:
    """True when a process that the child has started does not end by itself (where orphans can be waited for)."""

    def habis(*_: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, habis)
    signal.alarm(_SISA_DETIK)
    try:
        while True:
            os.waitpid(-pid, 0)
    except ChildProcessError:
        return False
    except TimeoutError:
        os.killpg(pid, signal.SIGKILL)
        return True
    finally:
        signal.alarm(0)


def asuh_yatim() -> None:
    """Be the parent of what killed children leave behind; only Linux knows this."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def layani() -> None:
    """Answer requests until nobody asks any more."""
    for m in pkgutil.walk_packages(kinerja.__path__, "kinerja."):
        if not m.name.endswith("__main__"):
            with suppress(ImportError):  # a library that is not there is missed by whom needs it
                importlib.import_module(m.name)
    for nama in ("openpyxl", "xlsxwriter", "docxtpl", "docx", "lxml.etree", "holidays"):
        importlib.import_module(nama)
    asuh_yatim()
    os.environ["PATH"] = ""  # without LibreOffice, whose work takes long and is not ours
    berhenti: list[tuple[int, Path]] = []
    with tempfile.TemporaryDirectory(prefix="tahan-") as sementara:
        for nomor, baris in enumerate(sys.stdin):
            permintaan = json.loads(baris)
            if "lanjut" in permintaan:
                pid, folder = berhenti.pop()
                os.kill(pid, signal.SIGCONT)
            else:
                folder = Path(sementara, str(nomor))
                folder.mkdir()
                pid = mulai(permintaan, folder)
            jawaban = tunggu(pid, folder)
            if jawaban["kode"] == "henti":
                berhenti.append((pid, folder))
            print(json.dumps(jawaban), flush=True)


if __name__ == "__main__":
    layani()
