"""Menyimpan ulang buku kerja dengan LibreOffice yang sedang berjalan; dijalankan oleh Python yang mempunyai `uno`.

Pemakaian: simpan_uno.py PIPA TUGAS.json, dengan isi tugas daftar [sumber, tujuan, cara].
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import NamedValue, PropertyValue
from com.sun.star.connection import NoConnectException

_SARINGAN = {"xlsx": "Calc MS Excel 2007 XML", "sandi": "Calc MS Excel 2007 XML", "ods": "calc8", "xls": "MS Excel 97"}


def _sambung(pipa):
    konteks = uno.getComponentContext()
    pencari = konteks.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", konteks)
    for _ in range(240):
        try:
            return pencari.resolve(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice tidak menjawab")


def _sifat(nama, nilai):
    p = PropertyValue()
    p.Name, p.Value = nama, nilai
    return p


def main():
    konteks = _sambung(sys.argv[1])
    meja = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    for sumber, tujuan, cara in json.loads(Path(sys.argv[2]).read_text(encoding="utf-8")):
        dokumen = meja.loadComponentFromURL(Path(sumber).as_uri(), "_blank", 0, (_sifat("Hidden", True),))
        dokumen.calculateAll()
        sifat = [_sifat("FilterName", _SARINGAN[cara])]
        if cara == "sandi":
            kunci = tuple(NamedValue(n, v) for n, v in (("CryptoType", "Standard"), ("OOXPassword", "rahasia")))
            sifat.append(_sifat("EncryptionData", uno.Any("[]com.sun.star.beans.NamedValue", kunci)))
        dokumen.storeToURL(Path(tujuan).as_uri(), tuple(sifat))
        dokumen.close(True)


if __name__ == "__main__":
    main()
