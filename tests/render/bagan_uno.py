"""Opens a Word document in a running LibreOffice and reads its charts; run by the Python that has `uno`.

Usage: bagan_uno.py PIPE JOB.json. The job names a document, a figure to type into the first chart and the file to
save; the answer goes to standard output: of each chart, in order of the document, what its data table holds.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def sambung(pipa):
    konteks = uno.getComponentContext()
    pencari = konteks.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", konteks)
    for _ in range(240):
        try:
            return pencari.resolve(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice tidak menjawab")


def sifat(nama, nilai):
    p = PropertyValue()
    p.Name, p.Value = nama, nilai
    return p


def isi(bagan):
    data = bagan.Data
    angka = [[None if data.isNotANumber(x) else x for x in baris] for baris in data.Data]
    return {"nama": list(data.RowDescriptions), "deret": list(data.ColumnDescriptions), "nilai": angka}


def main():
    tugas = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    konteks = sambung(sys.argv[1])
    meja = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    dokumen = meja.loadComponentFromURL(Path(tugas["berkas"]).as_uri(), "_blank", 0, (sifat("Hidden", True),))
    benda = dokumen.EmbeddedObjects
    semua = (benda.getByIndex(n).EmbeddedObject.Component for n in range(benda.Count))
    bagan = [b for b in semua if b.supportsService("com.sun.star.chart2.ChartDocument")]
    hasil = [isi(b) for b in bagan]
    if "ketik" in tugas:
        data = [list(baris) for baris in bagan[0].Data.Data]
        data[0][0] = tugas["ketik"]
        bagan[0].Data.setData(tuple(tuple(baris) for baris in data))
        dokumen.storeToURL(Path(tugas["simpan"]).as_uri(), (sifat("FilterName", "MS Word 2007 XML"),))
    sys.stdout.write(json.dumps(hasil))
    dokumen.close(True)
    try:
        meja.terminate()
    except Exception:  # the office goes away while it answers
        return


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # the bridge to LibreOffice sometimes crashes while Python takes itself apart, after all work is done
