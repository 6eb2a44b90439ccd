"""A run killed at any moment and started again ends in the same state."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from kerja_mati import kerja

from kinerja.register.db import Register

JUMLAH = 12
LANGKAH = JUMLAH * 4


def isi_register(path: Path) -> list[str]:
    db = sqlite3.connect(path)
    try:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return list(db.iterdump())
    finally:
        db.close()


@pytest.mark.skipif(sys.platform == "win32", reason="memerlukan SIGKILL")
def test_killed_at_twenty_moments_and_started_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    utuh = tmp_path / "utuh.db"
    kerja(utuh, JUMLAH)
    path = tmp_path / "kinerja.db"
    acak = random.Random(20260221)
    lingkungan = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    mati = 0
    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("kerja_mati.py")), str(path), str(JUMLAH)],
            stdout=subprocess.PIPE, env=lingkungan,
        ) as p:  # fmt: skip
            assert p.stdout is not None
            for _ in range(acak.randrange(1, LANGKAH // 2)):
                if not p.stdout.readline():
                    break
            p.send_signal(signal.SIGKILL)
        mati += p.returncode == -signal.SIGKILL
        if path.exists():
            with Register.open(path) as reg:
                assert reg.utuh()
                assert reg.periksa_rantai() is None
                # One entry of the log for each submission that is there: neither is without the other.
                assert len(reg.peristiwa()) == len(reg.kiriman()) == len(reg.fakta(2026)) // 2
    assert mati >= 5
    kerja(path, JUMLAH)
    assert isi_register(path) == isi_register(utuh)
