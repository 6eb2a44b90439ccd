"""Renders one template with one context, by kinerja's engine or by bare docxtpl.

    python benchmarks/merender.py kinerja|docxtpl TEMPLAT.docx KONTEKS.json

Prints JSON: CPU seconds of the first and of the second rendering, imports paid before by a small document.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import docx


def kinerja() -> Callable[[bytes, dict[str, Any]], None]:
    """The program's engine."""
    from kinerja.render.engine import Sifat, render_docx

    sifat = Sifat(judul="Laporan", pengarang="Kantor", subjek="Kinerja", waktu=datetime(2025, 1, 31), kertas="A4")

    def render(templat: bytes, konteks: dict[str, Any]) -> None:
        render_docx(templat, "templat.docx", konteks, sifat)

    return render


def docxtpl() -> Callable[[bytes, dict[str, Any]], None]:
    """The library as its manual shows it, with the filters that our templates use."""
    from docxtpl import DocxTemplate
    from jinja2 import Environment

    from kinerja.render.saringan import SARINGAN

    def render(templat: bytes, konteks: dict[str, Any]) -> None:
        lingkungan = Environment(autoescape=True)
        lingkungan.filters.update(SARINGAN)
        dokumen = DocxTemplate(io.BytesIO(templat))
        dokumen.render(konteks, jinja_env=lingkungan, autoescape=True)
        dokumen.save(io.BytesIO())

    return render


def main() -> None:
    """Warm up, render twice, print."""
    render = {"kinerja": kinerja, "docxtpl": docxtpl}[sys.argv[1]]()
    templat, konteks = Path(sys.argv[2]).read_bytes(), json.loads(Path(sys.argv[3]).read_text(encoding="utf-8"))
    kecil, wadah = docx.Document(), io.BytesIO()
    kecil.add_paragraph("{{ a }}")
    kecil.save(wadah)
    render(wadah.getvalue(), {"a": "b"})
    waktu = []
    for _ in range(2):
        awal = time.process_time()
        render(templat, konteks)
        waktu.append(time.process_time() - awal)
    print(json.dumps(waktu))


main()
