"""The report that the naive script would fill: eight tables of fourteen rows, each a block of its own."""

from __future__ import annotations

import json
from pathlib import Path

TABEL, BARIS, KOLOM = 8, 14, ("kode", "nama", "satuan", "target", "realisasi", "capaian")


def buat_templat(folder: Path) -> tuple[Path, Path]:
    """Write the template and its context; gives their paths."""
    import docx

    dokumen = docx.Document()
    dokumen.add_heading("{{ judul }}", 1)
    for n in range(1, TABEL + 1):
        dokumen.add_paragraph(f"{{{{ bagian{n}.judul }}}}")
        tabel = dokumen.add_table(rows=4, cols=len(KOLOM))
        for k, nama in enumerate(KOLOM):
            tabel.cell(0, k).text = nama.title()
            tabel.cell(2, k).text = f"{{{{ b.{nama} }}}}"
        tabel.cell(1, 0).text = f"{{%tr for b in bagian{n}.baris %}}"
        tabel.cell(3, 0).text = "{%tr endfor %}"
    templat = folder / "tabel.docx"
    dokumen.save(str(templat))
    konteks: dict[str, object] = {"judul": "Laporan Kinerja"}
    for n in range(1, TABEL + 1):
        baris = [{k: f"{k} {n}.{b} & lainnya" for k in KOLOM} for b in range(1, BARIS + 1)]
        konteks[f"bagian{n}"] = {"judul": f"Sasaran {n}", "baris": baris}
    isi = folder / "tabel.json"
    isi.write_text(json.dumps(konteks), encoding="utf-8")
    return templat, isi
