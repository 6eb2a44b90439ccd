"""What scripts have in common that are run by the Python that has `uno`, inside `kantor_uno.kerjakan`."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SARINGAN = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8", ".xls": "MS Excel 97", ".pdf": "calc_pdf_Export"}


def sifat(nama, nilai):
    p = PropertyValue()
    p.Name, p.Value = nama, nilai
    return p


def _sambung(pipa):
    konteks = uno.getComponentContext()
    pencari = konteks.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", konteks)
    for _ in range(240):
        try:
            return pencari.resolve(f"uno:pipe,name={pipa};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    raise SystemExit("LibreOffice tidak menjawab")


def buka(meja, path):
    """A document, opened without a window."""
    return meja.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (sifat("Hidden", True),))


def layani(kerja):
    """Do the job that the command line names (`PIPE JOB.json`): `kerja(meja, tugas)` gives the answer. Ends here."""
    pipa, berkas = sys.argv[1:3]
    konteks = _sambung(pipa)
    meja = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    sys.stdout.write(json.dumps(kerja(meja, json.loads(Path(berkas).read_text(encoding="utf-8")))))
    sys.stdout.flush()
    with contextlib.suppress(Exception):  # the office goes away while it answers
        meja.terminate()
    os._exit(0)  # the bridge to LibreOffice sometimes crashes while Python takes itself apart, after all work is done
