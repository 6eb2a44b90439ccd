"""Types into a workbook through a running LibreOffice, as a person would; run by the Python that has `uno`.

Usage: ketik_uno.py PIPE JOB.json. The job names a workbook, what to do to its sheets first (`susun`), cells to type
into and files to save; the answer goes to standard output: what was refused because it is locked, and what each sheet
shows and holds afterwards.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

import uno  # noqa: F401 - without it there is no com.sun.star
from com.sun.star.lang import Locale
from di_uno import SARINGAN, buka, layani, sifat


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


def kerjakan(meja, tugas):
    dokumen = buka(meja, tugas["buka"])
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
    dokumen.close(True)
    return {"ditolak": ditolak, "tampak": tampak, "aturan": aturan, "komentar": komentar}


if __name__ == "__main__":
    layani(kerjakan)
