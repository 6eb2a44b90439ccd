"""A second opinion on workbooks: LibreOffice recalculates every formula and saves what it finds."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

_SELALU_HITUNG = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">
<value>0</value></prop></item>
</oor:items>
"""
_LEMBAR = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}spreadsheet"
_TABEL = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEKS = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"


def hitung_ulang(isi: bytes, folder: Path) -> Any:
    """The workbook after a hard recalculation, opened by openpyxl with values only. Skips without soffice."""
    import openpyxl

    (keluar := folder / "hasil").mkdir(exist_ok=True)
    _ubah({"asli": isi}, folder, "xlsx", keluar)
    return openpyxl.load_workbook(io.BytesIO((keluar / "asli.xlsx").read_bytes()), data_only=True)


def tampilan_ulang(buku: Mapping[str, bytes], folder: Path) -> dict[str, dict[tuple[str, int, int], str]]:
    """What LibreOffice shows after a hard recalculation: workbook -> (sheet, row, column) -> text of the cell."""
    (keluar := folder / "tampilan").mkdir(exist_ok=True)
    _ubah(buku, folder, "fods", keluar)
    return {nama: dict(_tampak(keluar / f"{nama}.fods")) for nama in buku}


def _tampak(fods: Path) -> Iterator[tuple[tuple[str, int, int], str]]:
    for lembar in ET.parse(fods).getroot().findall(f".//{_LEMBAR}/{_TABEL}table"):
        b = 0
        for baris in _baris(lembar):
            k = 0
            for sel in baris:
                if sel.tag in (f"{_TABEL}table-cell", f"{_TABEL}covered-table-cell"):
                    teks = "\n".join("".join(p.itertext()) for p in sel.findall(_TEKS))
                    if teks:
                        yield (str(lembar.get(f"{_TABEL}name")), b + 1, k + 1), teks
                    k += int(sel.get(f"{_TABEL}number-columns-repeated", "1"))
            b += int(baris.get(f"{_TABEL}number-rows-repeated", "1"))


def _baris(induk: ET.Element) -> Iterator[ET.Element]:
    """Rows in their order, those of repeated headings too; tables of embedded charts are not the sheet's."""
    for anak in induk:
        if anak.tag == f"{_TABEL}table-row":
            yield anak
        elif anak.tag in (f"{_TABEL}table-header-rows", f"{_TABEL}table-rows", f"{_TABEL}table-row-group"):
            yield from _baris(anak)


def _ubah(buku: Mapping[str, bytes], folder: Path, ke: str, keluar: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice (soffice) tidak terpasang")
    profil = folder / "profil"
    (profil / "user").mkdir(parents=True, exist_ok=True)
    (profil / "user" / "registrymodifications.xcu").write_text(_SELALU_HITUNG, encoding="utf-8")
    masuk = [folder / f"{nama}.xlsx" for nama in buku]
    for path, isi in zip(masuk, buku.values(), strict=True):
        path.write_bytes(isi)
    perintah = [soffice, "--headless", f"-env:UserInstallation={profil.as_uri()}", "--convert-to", ke]
    subprocess.run([*perintah, "--outdir", str(keluar), *map(str, masuk)], check=True, capture_output=True, timeout=580)
