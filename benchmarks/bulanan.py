"""Builds two months in one process and tells where the second one's time goes; keeps the report's template and context.

    python benchmarks/bulanan.py MAP_KERJA PERIODE_PEMANASAN PERIODE FOLDER

Writes `templat.docx` and `konteks.json` (drawings blanked) into FOLDER. Prints JSON: CPU seconds `semua` and `luar`,
the latter outside rendering and workbook writing; reckoning the workbook's formulas a second time counts as outside.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from kinerja.domain.periode import Periode
from kinerja.pipeline.build import build
from kinerja.pipeline.workspace import Workspace
from kinerja.render import dokumen, engine
from kinerja.worksheets import analisis

_dalam: list[float] = []


def _hitung(fungsi: Callable[..., Any], tanda: int = 1) -> Callable[..., Any]:
    """The same function, its CPU time kept; with `tanda` -1 taken off again."""

    def bungkus(*isi: Any, **nama: Any) -> Any:
        awal = time.process_time()
        try:
            return fungsi(*isi, **nama)
        finally:
            _dalam.append(tanda * (time.process_time() - awal))

    return bungkus


def _simpan(fungsi: Callable[..., bytes], folder: Path) -> Callable[..., bytes]:
    """The engine; the template and context of its last call are written down."""

    def bungkus(templat: bytes, nama: str, konteks: Any, sifat: Any) -> bytes:
        (folder / "templat.docx").write_bytes(templat)
        (folder / "konteks.json").write_text(json.dumps(konteks, default=lambda _: ""), encoding="utf-8")
        return fungsi(templat, nama, konteks, sifat)

    return bungkus


def _bangun(folder: Path, periode: str) -> float:
    awal = time.process_time()
    build(Workspace(folder), Periode.parse(periode), waktu=datetime(2026, 6, 1), pdf=False, lapor=_diam)
    return time.process_time() - awal


def _diam(_kata: str, _ke: int, _dari: int) -> None:
    """No progress."""


def main() -> None:
    """Warm up with one month, measure the next, then note what the report was made from."""
    kerja, pemanasan, periode, folder = Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])
    _bangun(kerja, pemanasan)
    dokumen.laporan = _hitung(dokumen.laporan)
    analisis.analisis_workbook = _hitung(analisis.analisis_workbook)
    analisis.periksa_pembukuan = _hitung(analisis.periksa_pembukuan, -1)
    semua = _bangun(kerja, periode)
    hasil = {"semua": semua, "luar": semua - sum(_dalam)}
    engine.render_docx = _simpan(engine.render_docx, folder)
    _bangun(kerja, periode)
    print(json.dumps(hasil))


main()
