"""The parent's side of `anak_tahan`: runs that are struck, and what must be true of a workspace after one."""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kinerja.register.db import Register

ANAK = Path(__file__).with_name("anak_tahan.py")
_AKAR = Path(__file__).parents[2]
LINGKUNGAN: dict[str, Any] = {
    "cwd": _AKAR,
    "env": {**os.environ, "PYTHONPATH": str(_AKAR), "OPENBLAS_NUM_THREADS": "1"},
}
DIBUNUH = -9
WAKTU = "2026-02-06T09:00:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Akhir:
    """How a run ended: `kode` -9 killed, "henti" standing still; `langkah` that it took or had begun; `bersisa`: it
    left processes behind."""

    kode: int | str
    langkah: int
    stdout: str
    stderr: str
    pid: int
    bersisa: bool


def permintaan(ws: Path, *perintah: str, waktu: str = WAKTU, cara: str | None = None, ke: int = 1, **lain: Any) -> str:
    """A line for `anak_tahan`."""
    isi = {"perintah": ["-C", str(ws), *perintah], "waktu": waktu, "cara": cara, "ke": ke, **lain}
    return f"{json.dumps(isi)}\n"


def jawaban(baris: str) -> Akhir:
    """What it answers."""
    return Akhir(**json.loads(baris))


class Kandang:
    """Runs `kinerja` in forks of one process."""

    def __init__(self) -> None:
        self._proses = subprocess.Popen(
            [sys.executable, str(ANAK)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **LINGKUNGAN
        )

    def tutup(self) -> None:
        self._proses.communicate()

    def _tanya(self, baris: str) -> Akhir:
        assert self._proses.stdin is not None
        assert self._proses.stdout is not None
        self._proses.stdin.write(baris)
        self._proses.stdin.flush()
        akhir = jawaban(self._proses.stdout.readline())
        assert not akhir.bersisa, f"{baris} meninggalkan proses"
        return akhir

    def jalan(self, ws: Path, *perintah: str, **lain: Any) -> Akhir:
        """`kinerja -C ws PERINTAH`, struck as `lain` says in the words of `anak_tahan`."""
        return self._tanya(permintaan(ws, *perintah, **lain))

    def lanjut(self) -> Akhir:
        """Let the run that stands still go on to its end."""
        return self._tanya('{"lanjut": true}\n')


def berkas(ws: Path) -> dict[str, bytes]:
    """Every file of the workspace but the register, by path."""
    return {
        p.relative_to(ws).as_posix(): p.read_bytes()
        for p in sorted(ws.rglob("*"))
        if p.is_file() and not p.name.startswith("kinerja.db")
    }


def dump(ws: Path) -> list[str]:
    """The register as text; it must be sound."""
    db = sqlite3.connect(ws / "kinerja.db")
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return list(db.iterdump())
    finally:
        db.close()


def keadaan(ws: Path) -> tuple[list[str], dict[str, bytes]]:
    """All that a workspace is: its register and its files."""
    return dump(ws), berkas(ws)


def salin(ws: Path, ke: Path) -> Path:
    """A copy with the times of its files."""
    return Path(shutil.copytree(ws, ke))


def periksa(ws: Path, awal: dict[str, bytes], akhir: dict[str, bytes], sementara: Path) -> None:
    """What holds at any moment: old or new documents and none half done, nothing lost, the register consistent."""
    kini = berkas(ws)
    for path, isi in kini.items():
        if path.rpartition("/")[2].startswith("."):  # a lock, a list of intentions, a file that is being written
            continue
        assert isi in (awal.get(path), akhir.get(path)), f"{path} setengah jadi"
        if path.endswith((".docx", ".xlsx")):
            assert zipfile.ZipFile(io.BytesIO(isi)).testzip() is None
    assert {p for p in awal if p not in kini} <= {p for p in awal if p not in akhir}
    if not (ws / "kinerja.db").exists():
        return
    # Looking at the register rolls back what was cut off: look at a copy, so that the next run has to do it itself.
    shutil.rmtree(sementara, ignore_errors=True)
    sementara.mkdir()
    for p in ws.glob("kinerja.db*"):
        shutil.copy2(p, sementara / p.name)
    dump(sementara)
    with Register.open(sementara / "kinerja.db") as reg:
        assert reg.periksa_rantai() is None
        for d in reg.dokumen():
            if d.path in kini:  # people may have taken it away
                assert hashlib.sha256(kini[d.path]).hexdigest() == d.sha256 or kini[d.path] == akhir.get(d.path), d.path
        for (sha,) in reg._execute("SELECT sha256 FROM berkas"):
            assert hashlib.sha256(kini[f"arsip/{sha[:2]}/{sha}"]).hexdigest() == sha
