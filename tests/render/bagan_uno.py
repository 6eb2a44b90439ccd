"""Opens a Word document in a running LibreOffice and reads its charts; run by the Python that has `uno`.

Usage: bagan_uno.py PIPE JOB.json. The job names a document, a figure to type into the first chart and the file to
save; the answer goes to standard output: of each chart, in order of the document, what its data table holds.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

from di_uno import buka, layani, sifat


def isi(bagan):
    data = bagan.Data
    angka = [[None if data.isNotANumber(x) else x for x in baris] for baris in data.Data]
    return {"nama": list(data.RowDescriptions), "deret": list(data.ColumnDescriptions), "nilai": angka}


def kerja(meja, tugas):
    dokumen = buka(meja, tugas["berkas"])
    benda = dokumen.EmbeddedObjects
    semua = (benda.getByIndex(n).EmbeddedObject.Component for n in range(benda.Count))
    bagan = [b for b in semua if b.supportsService("com.sun.star.chart2.ChartDocument")]
    hasil = [isi(b) for b in bagan]
    data = [list(baris) for baris in bagan[0].Data.Data]
    data[0][0] = tugas["ketik"]
    bagan[0].Data.setData(tuple(tuple(baris) for baris in data))
    dokumen.storeToURL(Path(tugas["simpan"]).as_uri(), (sifat("FilterName", "MS Word 2007 XML"),))
    dokumen.close(True)
    return hasil


if __name__ == "__main__":
    layani(kerja)
