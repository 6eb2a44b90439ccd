"""A validate with nothing new is over at once; anything that changed is noticed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from helpers.jalankan import jalankan

from kinerja.pipeline import validate as modul
from sample_data.pengisi import isi_formulir

BULAN = "2026-01"


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """A workspace with one valid form, validated."""
    ws = tmp_path / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "forms", BULAN).kode == 0
    isi_formulir_ke(ws, "sek.xlsx", "SEK")
    jalankan("-C", str(ws), "validate")
    return ws


def isi_formulir_ke(ws: Path, nama: str, unit: str) -> None:
    formulir = ws / "formulir" / BULAN / f"formulir_{unit}_{BULAN}.xlsx"
    (ws / "masuk" / nama).write_bytes(isi_formulir(formulir, {}))


def _membaca_induk(ws: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """True when a validate reads the master, as a full run does."""
    dibaca: list[object] = []
    asli = modul.load_isi
    monkeypatch.setattr(modul, "load_isi", lambda w: dibaca.append(w) or asli(w))
    jalankan("-C", str(ws), "validate")
    return bool(dibaca)


def test_tanpa_yang_baru_induk_tidak_dibaca(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _membaca_induk(kantor, monkeypatch)


def test_kode_keluar_tetap(kantor: Path) -> None:
    pertama = jalankan("-C", str(kantor), "validate", BULAN).kode
    assert jalankan("-C", str(kantor), "validate").kode == jalankan("-C", str(kantor), "validate").kode == pertama


@pytest.mark.parametrize("nama", ["induk.xlsx", "kinerja.toml", f"output/{BULAN}/kertas_kerja_validasi_{BULAN}.xlsx"])
def test_berkas_yang_berubah_diperhatikan(kantor: Path, nama: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with (kantor / nama).open("ab") as f:
        f.write(b"\n# diubah")
    assert _membaca_induk(kantor, monkeypatch)


def test_formulir_baru_diperhatikan(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi_formulir_ke(kantor, "irban.xlsx", "IRB1")
    assert _membaca_induk(kantor, monkeypatch)
    assert not _membaca_induk(kantor, monkeypatch)


def test_yang_tertunda_diselesaikan(kantor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Received from elsewhere with another period asked for: registered, and judged by the next full run."""
    isi_formulir_ke(kantor, "irban.xlsx", "IRB1")
    luar = Path(shutil.move(kantor / "masuk" / "irban.xlsx", kantor / "irban.xlsx"))
    jalankan("-C", str(kantor), "validate", "2026-02", str(luar))
    assert _membaca_induk(kantor, monkeypatch)
