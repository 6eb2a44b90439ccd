"""Types into a workbook through a running LibreOffice, as a person would; run by the Python that has `uno`.

Usage: ketik_uno.py PIPE JOB.json. The job names a workbook, what to do to its sheets first (`susun`), cells to type
into and files to save; the answer goes to standard output: what was refused because it is locked, and what each sheet
shows and holds afterwards.
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
from com.sun.star.lang import Locale

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


def susun(dokumen, kerja, lembar, apa=None):
    """One thing that a person does to a sheet: `apa` is a range, a row (from 1) or a text."""
    semua = dokumen.Sheets
    satu = semua.getByName(lembar)
    if kerja == "buka kunci":
        satu.unprotect("")
    elif kerja == "sisip baris":
        satu.Rows.insertByIndex(apa - 1, 1)
    elif kerja == "hapus baris":
        satu.Rows.removeByIndex(apa - 1, 1)
    elif kerja == "sembunyikan baris":
        satu.Rows.getByIndex(apa - 1).IsVisible = False
    elif kerja in ("gabung", "pisah"):
        satu.getCellRangeByName(apa).merge(kerja == "gabung")
    elif kerja == "salin lembar":
        semua.copyByName(lembar, apa, semua.Count)
    elif kerja == "hapus lembar":
        semua.removeByName(lembar)
    elif kerja == "jadikan tanggal":
        sel = satu.getCellRangeByName(apa)
        sel.NumberFormat = dokumen.NumberFormats.addNew("DD/MM/YYYY", Locale())
    elif kerja == "jadikan angka":
        satu.getCellRangeByName(apa).NumberFormat = 0
    elif kerja == "catatan sendiri":
        satu.Annotations.insertNew(satu.getCellRangeByName(apa).CellAddress, "catatan kami")
    else:
        raise SystemExit(f"tidak dikenal: {kerja}")


def main():
    pipa, berkas = sys.argv[1:3]
    tugas = json.loads(Path(berkas).read_text(encoding="utf-8"))
    konteks = sambung(pipa)
    meja = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    dokumen = meja.loadComponentFromURL(Path(tugas["buka"]).as_uri(), "_blank", 0, (sifat("Hidden", True),))
    for langkah in tugas.get("susun", []):
        susun(dokumen, *langkah)
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
