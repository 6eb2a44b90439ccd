"""Renders a year's report of 60 tables of 20 rows and 12 charts, with the office's template and the real engine.

    python benchmarks/tahunan.py

The context is the template's example with twelve sasaran; each has five tables and a chart. Prints JSON: CPU seconds,
and how many tables of twenty rows and charts the document holds.
"""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from dataclasses import replace
from datetime import datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from kinerja.render.engine import Sifat, render_docx
from kinerja.render.model import Deret, Grafik
from kinerja.render.pratinjau import example

JENIS = "laporan_tahunan"
SASARAN, BARIS, TAHUN = 12, 20, ("2025", "2024", "2023", "2022")
TABEL = ("kinerja", "renstra", "standar", "program")
AKAR = Path(__file__).resolve().parent.parent


def konteks() -> dict[str, Any]:
    """The example, made large."""
    isi = example(JENIS, (AKAR / "sample_data" / "inspektorat" / "logo.png").read_bytes())
    penuh = max(isi["analisis"], key=lambda s: sum(len(s[nama]) for nama in (*TABEL, "riwayat")))
    g = isi["grafik"]["sasaran"]
    if not isinstance(g, Grafik):
        raise TypeError("contoh laporan tahunan tidak memuat grafik")
    nilai = tuple(f"{60 + n}.25" for n in range(BARIS))
    bagan = replace(
        g,
        kategori=tuple(f"Indikator {n} {penuh['nama']}"[:80] for n in range(BARIS)),
        deret=tuple(Deret(nama=t, nilai=nilai) for t in TAHUN),
    )
    panjang = {nama: list(islice(cycle(penuh[nama]), BARIS)) for nama in TABEL}
    tahun = [{**r, "baris": list(islice(cycle(r["baris"]), BARIS // 2))} for r in islice(cycle(penuh["riwayat"]), 2)]
    satu = {**penuh, **panjang, "riwayat": tahun, "grafik_riwayat": bagan}
    isi["analisis"] = [{**satu, "kode": f"S{n}", "nama": f"{satu['nama']} {n}"} for n in range(1, SASARAN + 1)]
    return isi


def main() -> None:
    """Render once, count, print."""
    templat = (AKAR / "templates" / f"{JENIS}.docx").read_bytes()
    sifat = Sifat(judul="Laporan", pengarang="Kantor", subjek="Kinerja", waktu=datetime(2025, 12, 31), kertas="A4")
    bahan, awal = konteks(), time.process_time()
    dokumen = render_docx(templat, f"{JENIS}.docx", bahan, sifat)
    cpu = time.process_time() - awal
    with zipfile.ZipFile(io.BytesIO(dokumen)) as z:
        badan = z.read("word/document.xml").decode()
        bagan = sum(n.startswith("word/charts/chart") for n in z.namelist())
    baris = [t.count("<w:tr>") + t.count("<w:tr ") for t in re.findall(r"<w:tbl>.*?</w:tbl>", badan, re.DOTALL)]
    print(json.dumps({"cpu": cpu, "tabel": sum(n > BARIS for n in baris), "bagan": bagan}))


main()
