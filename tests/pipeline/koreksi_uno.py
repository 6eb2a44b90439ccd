"""Corrects a konsep in a running LibreOffice with Track Changes on and off; run by the Python that has `uno`.

Usage: koreksi_uno.py PIPE JOB.json. The job names the document to open (`buka`) and the .docx to save (`simpan`).
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "helpers"))
sys.path.insert(0, str(Path(__file__).parent))

from di_uno import layani, sifat
from sunting_uno import WORD, perintah


def _ke(dokumen, kata, pilih=False):
    pencarian = dokumen.createSearchDescriptor()
    pencarian.SearchString = kata
    letak = dokumen.findFirst(pencarian)
    if letak is None:
        raise SystemExit(f"tidak ada: {kata}")
    dokumen.CurrentController.ViewCursor.gotoRange(letak if pilih else letak.Start, False)


def _komentar(dokumen):
    bidang = dokumen.getTextFields().createEnumeration()
    hasil = []
    while bidang.hasMoreElements():
        satu = bidang.nextElement()
        if satu.supportsService("com.sun.star.text.textfield.Annotation"):
            hasil.append(satu)
    return hasil


def kerjakan(meja, tugas):
    dokumen = meja.loadComponentFromURL(Path(tugas["buka"]).as_uri(), "_blank", 0, ())
    _ke(dokumen, "belum dapat disimpulkan", pilih=True)
    perintah(dokumen, "InsertAnnotation", {"Text": "Mengapa belum?", "Author": "Sekretaris"})
    perintah(dokumen, "ReplyComment", {"Id": _komentar(dokumen)[0].getPropertyValue("Name"), "Text": "Data kurang."})
    for satu in _komentar(dokumen)[:1]:
        satu.Resolved = True
    dokumen.RecordChanges = True
    _ke(dokumen, "bersifat sementara", pilih=True)
    perintah(dokumen, "InsertText", {"Text": "masih sementara"})
    _ke(dokumen, "INSPEKTORAT DAERAH")
    perintah(dokumen, "EndOfParaSel", {})
    perintah(dokumen, "Bold", {})
    gaya = dokumen.StyleFamilies.getByName("PageStyles")
    semua = (gaya.getByIndex(n) for n in range(gaya.Count))
    kepala = next(g.HeaderText for g in semua if g.HeaderIsOn and g.isInUse())
    kepala.insertString(kepala.End, "UJI KEPALA", False)
    _ke(dokumen, "Maksud dan Tujuan")
    catatan = dokumen.createInstance("com.sun.star.text.Footnote")
    letak = dokumen.CurrentController.ViewCursor
    letak.Text.insertTextContent(letak, catatan, False)
    catatan.insertString(catatan.End, "uji catatan kaki", False)
    dokumen.RecordChanges = False
    _ke(dokumen, "PEMERINTAH KABUPATEN CONTOH", pilih=True)
    perintah(dokumen, "InsertText", {"Text": "PEMERINTAH KAB. CONTOH"})
    dokumen.storeToURL(Path(tugas["simpan"]).as_uri(), (sifat("FilterName", WORD),))
    dokumen.close(True)
    return True


if __name__ == "__main__":
    layani(kerjakan)
