"""The process that runs commands, and an office in the middle of its month."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from tahan.kandang import Kandang, salin

from sample_data.pengisi import isi_formulir

BULAN = "2026-01"
Isian = dict[str, str | int | float | None]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Without fork the children cannot be made."""
    if not hasattr(os, "fork"):
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason=f"memerlukan fork, yang tidak ada di {sys.platform}"))


@pytest.fixture(scope="session")
def kandang() -> Iterator[Kandang]:
    k = Kandang()
    yield k
    k.tutup()


def kirim(ws: Path, asal: Path, nama: str, isian: dict[str, Isian]) -> None:
    tujuan = ws / "masuk" / nama
    tujuan.write_bytes(isi_formulir(asal, isian))
    os.utime(tujuan, (1_770_000_000, 1_770_000_000))


@pytest.fixture(scope="session")
def kantor_awal(kandang: Kandang, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """January: forms out, two back (one faulty), nothing validated."""
    ws = tmp_path_factory.mktemp("tahan") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert kandang.jalan(ws, "forms", BULAN, waktu="2026-02-01T08:00:00").kode == 0
    formulir = ws / "formulir" / BULAN
    salah: Isian = {"Pembilang": "dua puluh", "Penyebut": 36, "Data Pendukung": "rekap.pdf"}
    kirim(ws, formulir / f"formulir_IRB1_{BULAN}.xlsx", "irban.xlsx", {"IKU-01": salah})
    kirim(ws, formulir / f"formulir_SEK_{BULAN}.xlsx", "sek.xlsx", {})
    return ws


@pytest.fixture(scope="session")
def kantor_berjalan(kandang: Kandang, kantor_awal: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same validated and reported; then its correction and evidence have come."""
    ws = salin(kantor_awal, tmp_path_factory.mktemp("tahan") / "kantor")
    assert kandang.jalan(ws, "validate", waktu="2026-02-05T08:00:00").kode == 1
    assert kandang.jalan(ws, "build", BULAN, waktu="2026-02-05T09:00:00").kode == 1
    [salinan] = (ws / "output" / BULAN / "pengembalian").rglob("perbaikan_*IRB1*.xlsx")
    kirim(ws, salinan, "irban perbaikan.xlsx", {"IKU-01": {"Pembilang": 20}})
    bukti = ws / "masuk" / "rekap.pdf"
    bukti.write_bytes(b"%PDF-1.4 rekap tindak lanjut")
    os.utime(bukti, (1_770_000_000, 1_770_000_000))
    return ws
