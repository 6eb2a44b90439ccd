"""A running LibreOffice for scripts that work in it as a person would (they need the Python that has `uno`)."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest


@cache
def python_uno() -> str | None:
    """A Python that can talk to LibreOffice."""
    for calon in ("/usr/bin/python3", shutil.which("python3"), shutil.which("libreoffice-python")):
        if calon and Path(calon).exists():
            hasil = subprocess.run([calon, "-c", "import uno"], capture_output=True, check=False)
            if hasil.returncode == 0:
                return calon
    return None


def kerjakan(skrip: Path, tugas: dict[str, Any], folder: Path) -> Any:
    """Run `skrip PIPE JOB.json` against a LibreOffice of its own; its answer. Skips where there is none."""
    soffice, python = shutil.which("soffice"), python_uno()
    if soffice is None or python is None:
        pytest.skip("LibreOffice dengan jembatan Python (uno) tidak ada di komputer ini")
    berkas = folder / "tugas.json"
    berkas.write_text(json.dumps(tugas), encoding="utf-8")
    pipa = f"kinerja{folder.name}"
    profil = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    perintah = [soffice, profil, "--headless", "--norestore", f"--accept=pipe,name={pipa};urp"]
    # A session of its own: what is started here may start others, and all of them are ended.
    layanan = subprocess.Popen(perintah, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        hasil = subprocess.run(
            [python, str(skrip), pipa, str(berkas)], capture_output=True, text=True, timeout=300, check=False
        )
        assert hasil.returncode == 0, hasil.stderr
        with contextlib.suppress(subprocess.TimeoutExpired):  # it was asked to go
            layanan.wait(timeout=10)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(layanan.pid, signal.SIGKILL)
        layanan.wait()
    return json.loads(hasil.stdout)
