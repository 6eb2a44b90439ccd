"""Edits a Word document in a running LibreOffice, as a person would; run by the Python that has `uno`.

Usage: sunting_uno.py PIPE JOB.json. The job names a document, what to do at which words (`langkah`: what, words, text),
and the .docx to save (`simpan`); an .odt is saved beside it and made a .docx again (`lewat_odt`).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))

import uno  # noqa: F401 - without it there is no com.sun.star
from com.sun.star.util import URL
from di_uno import layani, sifat

WORD, ODT = "MS Word 2007 XML", "writer8"
SEMUA = (("GoToStartOfPara", {}), ("EndOfParaSel", {}))
GERAK = {
    "ketik": lambda teks: [("InsertText", {"Text": teks})],
    "timpa": lambda teks: [*SEMUA, ("InsertText", {"Text": teks})],
    "kosongkan": lambda _: [*SEMUA, ("Delete", {})],
    "buang": lambda _: [*SEMUA, ("Delete", {}), ("Delete", {})],
    "pisah": lambda _: [("InsertPara", {})],
    "gabung": lambda _: [("GoToEndOfPara", {}), ("Delete", {})],
    "salin": lambda _: [*SEMUA, ("Copy", {}), ("GoToEndOfDoc", {}), ("InsertPara", {}), ("Paste", {})],
}


def perintah(dokumen, nama, isi):
    """What a menu or a key would do."""
    url = URL()
    url.Complete = url.Main = f".uno:{nama}"
    url.Protocol, url.Path = ".uno:", nama
    argumen = tuple(sifat(k, v) for k, v in isi.items())
    dokumen.CurrentController.Frame.queryDispatch(url, "", 0).dispatch(url, argumen)


def sunting(dokumen, apa, kata, teks=""):
    """One thing that a person does where these words stand."""
    if apa == "hapus komentar":
        bidang = dokumen.getTextFields().createEnumeration()
        semua = []
        while bidang.hasMoreElements():
            satu = bidang.nextElement()
            if satu.supportsService("com.sun.star.text.textfield.Annotation") and kata in satu.Content:
                semua.append(satu)
        for satu in semua:
            satu.Anchor.Text.removeTextContent(satu)
        return
    pencarian = dokumen.createSearchDescriptor()
    pencarian.SearchString = kata
    letak = dokumen.findFirst(pencarian)
    if letak is None:
        raise SystemExit(f"tidak ada: {kata}")
    dokumen.CurrentController.ViewCursor.gotoRange(letak.Start, False)
    dokumen.RecordChanges = apa == "lacak"
    for nama, isi in GERAK["ketik" if apa == "lacak" else apa](teks):
        perintah(dokumen, nama, isi)
    dokumen.RecordChanges = False


def kerjakan(meja, tugas):
    for kerja in tugas:
        dokumen = meja.loadComponentFromURL(Path(kerja["buka"]).as_uri(), "_blank", 0, ())
        for langkah in kerja["langkah"]:
            sunting(dokumen, *langkah)
        jalan = Path(kerja["simpan"])
        odt = jalan.with_suffix(".odt").as_uri()
        dokumen.storeToURL(jalan.as_uri(), (sifat("FilterName", WORD),))
        dokumen.storeToURL(odt, (sifat("FilterName", ODT),))
        dokumen.close(True)
        dokumen = meja.loadComponentFromURL(odt, "_blank", 0, ())
        dokumen.storeToURL(Path(kerja["lewat_odt"]).as_uri(), (sifat("FilterName", WORD),))
        dokumen.close(True)
    return True


if __name__ == "__main__":
    layani(kerjakan)
