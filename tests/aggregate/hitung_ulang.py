"""A second opinion on workbooks: LibreOffice recalculates every formula and saves what it finds."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

_SELALU_HITUNG = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""


def hitung_ulang(isi: bytes, folder: Path) -> Any:
    """The workbook after a hard recalculation, opened by openpyxl with values only. Skips without soffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) tidak terpasang")
    import openpyxl

    profil = folder / "profil"
    (profil / "user").mkdir(parents=True, exist_ok=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_SELALU_HITUNG, encoding="utf-8")
    masuk, keluar = folder / "asli.xlsx", folder / "hasil"
    masuk.write_bytes(isi)
    subprocess.run(
        [
            soffice,
            "--headless",
            f"-env:UserInstallation={profil.as_uri()}",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(keluar),
            str(masuk),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return openpyxl.load_workbook(io.BytesIO((keluar / "asli.xlsx").read_bytes()), data_only=True)
