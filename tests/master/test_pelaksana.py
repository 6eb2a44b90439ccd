"""The people behind the roles that SOPs name."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kinerja.master.model import Master
from kinerja.master.pelaksana import nama_pelaksana
from kinerja.master.reader import load_master

SAMPEL = Path(__file__).parents[2] / "sample_data" / "inspektorat" / "induk.xlsx"


@pytest.fixture(scope="module")
def master() -> Master:
    hasil, _ = load_master(SAMPEL.read_bytes())
    assert hasil is not None
    return hasil


@pytest.mark.parametrize(
    ("peran", "tanggal", "nama"),
    [
        ("Inspektur", date(2026, 2, 1), ["Drs. Bambang Wiryawan, M.Si."]),
        ("Inspektur", date(2026, 8, 1), ["Ratna Kusumaningtyas, S.E., M.Acc."]),  # Plt.
        ("Sekretaris", date(2026, 2, 1), ["Ratna Kusumaningtyas, S.E., M.Acc."]),
        ("Sub Bagian Perencanaan", date(2026, 2, 1), ["Yoga Nugraha, S.Sos., M.A.P."]),
        ("Kasubag  Perencanaan", date(2026, 2, 1), ["Yoga Nugraha, S.Sos., M.A.P."]),
        ("Tim Pengukuran Kinerja", date(2026, 2, 1), ["Maya Puspitasari, S.E., Ak."]),
        ("Irban II", date(2026, 2, 1), ["Lilis Suryani, S.E., M.Si."]),
        ("Inspektur Pembantu", date(2026, 2, 1), None),
        ("Irban", date(2026, 2, 1), None),
        ("Bupati", date(2026, 2, 1), []),
        ("Staf", date(2026, 2, 1), []),
        ("Sub Bagian", date(2026, 2, 1), []),  # of three which one is not told
    ],
)
def test_nama(master: Master, peran: str, tanggal: date, nama: list[str] | None) -> None:
    keempat = [u.nama_pimpinan for u in master.unit if u.kode.startswith("IRB")]
    assert list(nama_pelaksana(master, peran, tanggal)) == (keempat if nama is None else nama)
