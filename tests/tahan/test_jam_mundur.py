"""The clock of the computer was set back: what happened later stays later, and what came counts as when it came."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from tahan.kandang import Kandang, berkas, dump, salin
from tahan.perintah import PERINTAH

from kinerja.register.db import Register

MUNDUR = "2025-12-31T23:00:00"  # the office's battery is empty


@pytest.fixture
def ws(kantor_berjalan: Path, tmp_path: Path) -> Path:
    return salin(kantor_berjalan, tmp_path / "ws")


def unit(kandang: Kandang, ws: Path, waktu: str) -> dict[str, tuple[str, object]]:
    """Status and lateness of each unit, as `status --json` tells it."""
    akhir = kandang.jalan(ws, "status", "2026-01", "--json", waktu=waktu)
    assert akhir.kode == 0, akhir.stderr
    return {u["unit"]: (u["status"], u["terlambat_hari"]) for u in json.loads(akhir.stdout)["unit"]}


def test_kejadian_tetap_berurut_dan_rantainya_utuh(kandang: Kandang, ws: Path) -> None:
    betul = salin(ws, ws.with_name("betul"))
    for perintah in (PERINTAH["validate"], PERINTAH["build"]):
        assert kandang.jalan(ws, *perintah, waktu=MUNDUR).kode == kandang.jalan(betul, *perintah).kode == 1
    dump(ws)
    with Register.open(ws / "kinerja.db") as mundur, Register.open(betul / "kinerja.db") as maju:
        assert mundur.periksa_rantai() is None
        assert [p.id for p in mundur.peristiwa()] == list(range(1, len(mundur.peristiwa()) + 1))
        assert [p.jenis for p in mundur.peristiwa()] == [p.jenis for p in maju.peristiwa()]
        assert mundur.peristiwa()[-1].waktu.isoformat() == MUNDUR
        assert mundur.kiriman() == maju.kiriman()
        assert mundur.fakta(2026) == maju.fakta(2026)
    # No name carries the clock, and lateness comes from when the form came, not from when it was taken in.
    assert {p for p in berkas(ws) if not p.startswith("arsip/")} == {
        p for p in berkas(betul) if not p.startswith("arsip/")
    }
    assert unit(kandang, ws, "2026-02-06T10:00:00") == unit(kandang, betul, "2026-02-06T10:00:00")
    assert unit(kandang, ws, MUNDUR) == unit(kandang, betul, "2026-02-06T10:00:00")


@pytest.mark.slow
def test_jam_yang_dibetulkan_lagi_menghasilkan_yang_sama(kandang: Kandang, ws: Path) -> None:
    betul = salin(ws, ws.with_name("betul"))
    for perintah in (PERINTAH["validate"], PERINTAH["build"]):
        kandang.jalan(ws, *perintah, waktu=MUNDUR)
    laporan = "output/2026-01/laporan_bulanan_2026-01.docx"
    assert kandang.jalan(ws, *PERINTAH["build"]).kode == 1
    kandang.jalan(betul, *PERINTAH["validate"])
    kandang.jalan(betul, *PERINTAH["build"])
    assert berkas(ws)[laporan] == berkas(betul)[laporan]


def test_berkas_bertanggal_esok(kandang: Kandang, ws: Path) -> None:
    """A file from a computer whose clock runs ahead is late by its own time, and told so; nothing breaks."""
    os.utime(ws / "masuk" / "irban perbaikan.xlsx", (4_070_908_800, 4_070_908_800))  # 2099
    assert kandang.jalan(ws, "validate").kode == 1
    with Register.open(ws / "kinerja.db") as reg:
        assert max(k.diterima for k in reg.kiriman()).year in (2026, 2098, 2099)
    assert set(unit(kandang, ws, "2026-02-06T10:00:00")) == {"SEK", "IRB1"}
