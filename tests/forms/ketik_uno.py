"""Types into a workbook through a running LibreOffice, as a person would; run by the Python that has `uno`.

Usage: ketik_uno.py PIPE JOB.json. The job names a workbook, cells to type into and files to save; the answer goes to
standard output: what was refused because it is locked, and what each sheet shows and holds afterwards.
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

SARINGAN = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97", ".pdf": "calc_pdf_Export"}


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


def main():
    pipa, berkas = sys.argv[1:3]
    tugas = json.loads(Path(berkas).read_text(encoding="utf-8"))
    konteks = sambung(pipa)
    meja = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    dokumen = meja.loadComponentFromURL(Path(tugas["buka"]).as_uri(), "_blank", 0, (sifat("Hidden", True),))
    ditolak, tampak = [], {}
    for nama, isi in tugas["ketik"].items():
        lembar = dokumen.Sheets.getByName(nama)
        for alamat, teks in isi.items():
            sel = lembar.getCellRangeByName(alamat)
            if lembar.isProtected() and sel.CellProtection.IsLocked:
                ditolak.append(alamat)
            elif sel.NumberFormat and teks.startswith("'"):
                sel.setString(teks[1:])
            else:
                sel.setFormula(teks)
    dokumen.calculateAll()
    for nama, isi in tugas["baca"].items():
        lembar = dokumen.Sheets.getByName(nama)
        tampak[nama] = {a: lembar.getCellRangeByName(a).String for a in isi}
    aturan = {}
    for alamat in tugas["aturan"]:
        v = dokumen.Sheets.getByName("Data Kinerja").getCellRangeByName(alamat).Validation
        aturan[alamat] = [v.Type.value, v.getFormula1(), v.ErrorAlertStyle.value, v.InputMessage]
    for tujuan in tugas["simpan"]:
        dokumen.storeToURL(Path(tujuan).as_uri(), (sifat("FilterName", SARINGAN[Path(tujuan).suffix]),))
    komentar = {s: dokumen.Sheets.getByName(s).Annotations.Count for s in dokumen.Sheets.ElementNames}
    sys.stdout.write(json.dumps({"ditolak": ditolak, "tampak": tampak, "aturan": aturan, "komentar": komentar}))
    dokumen.close(True)
    try:
        meja.terminate()
    except Exception:  # the office goes away while it answers
        return


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # the bridge to LibreOffice sometimes crashes while Python takes itself apart, after all work is done
