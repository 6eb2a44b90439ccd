"""An open register and a short way to fill it."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from nilai_register import Kirim, isi

from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.findings import Finding
from kinerja.register.db import Register
from kinerja.register.model import Kiriman


@pytest.fixture
def reg(tmp_path: Path) -> Iterator[Register]:
    with Register.open(tmp_path / "kinerja.db") as r:
        yield r


@pytest.fixture
def kirim(reg: Register) -> Kirim:
    """Save a submission with a result: kirim("SEK", "2026-01", menjawab, status, nilai=…, temuan=…)."""
    nomor = 0

    def _kirim(
        unit: str | None,
        periode: str | None,
        menjawab: int | None = 0,
        status: Status = Status.VALID,
        *,
        nilai: str = "139/50",
        temuan: tuple[Finding, ...] = (),
        pilih_terbaru: bool = False,
        jam: int | None = None,
    ) -> Kiriman:
        nonlocal nomor
        nomor += 1
        k = reg.simpan_kiriman(
            path=f"masuk/{nomor}.xlsx", sha256=f"{nomor:02x}" * 32, status=status,
            diterima=datetime.fromisoformat(f"2026-02-03T{jam or nomor:02d}:00:00"), unit=unit,
            periode=periode, menjawab=menjawab, versi_master="v1", pilih_terbaru=pilih_terbaru,
        )  # fmt: skip
        hasil = isi(k, nilai) if status is not Status.DITOLAK else IsiKiriman()
        return reg.simpan_hasil(k.id, status, temuan, hasil, sidik="s")

    return _kirim
