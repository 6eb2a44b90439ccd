"""The filled form as other programs would have saved it: the same content, their way of writing the package.

Excel, WPS and Google Sheets do not run here; what they write is imitated part by part, from files that they saved.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path

import pytest
from helpers.paket import parts, zip_dari

_SEL = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*?)(/>|>(.*?)</c>)', re.DOTALL)
_LANGSUNG = re.compile(r"<is><t[^>]*>([^<]*)</t></is>")
_LEMBAR = re.compile(r"xl/worksheets/sheet[0-9]+\.xml")

soffice = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")


def simpan_libreoffice(isi: bytes, akhiran: str, folder: Path, dari: str = "xlsx") -> bytes:
    """Open in LibreOffice and save as `akhiran`."""
    folder.mkdir(exist_ok=True)
    asal = folder / f"formulir.{dari}"
    asal.write_bytes(isi)
    perintah = ["soffice", f"-env:UserInstallation={(folder / 'lo').as_uri()}", "--headless", "--convert-to", akhiran]
    subprocess.run([*perintah, "--outdir", str(folder / "keluar"), str(asal)], check=True, capture_output=True)
    return (folder / "keluar" / f"formulir.{akhiran}").read_bytes()


def _bagian_teks(isi: bytes) -> tuple[dict[str, str], dict[str, bytes]]:
    """The package's XML as text, and the rest."""
    semua = parts(isi)
    xml = {n: d.decode() for n, d in semua.items() if n.endswith((".xml", ".rels"))}
    return xml, {n: d for n, d in semua.items() if n not in xml}


def _teks_bersama(xml: dict[str, str]) -> dict[str, str]:
    """Strings written into the cells moved to one shared part, as these programs write them."""
    if "xl/sharedStrings.xml" in xml:
        lama = [unescape("".join(re.findall(r"<t[^>]*>([^<]*)</t>", si)))
                for si in re.findall(r"<si>(.*?)</si>", xml["xl/sharedStrings.xml"], re.DOTALL)]  # fmt: skip
    else:
        lama = []
    nomor: dict[str, int] = {t: n for n, t in reversed(list(enumerate(lama)))}
    daftar = list(lama)

    def ganti(m: re.Match[str]) -> str:
        langsung = _LANGSUNG.search(m[4] or "")
        if langsung is None:
            return m[0]
        teks = unescape(langsung[1])
        if teks not in nomor:
            nomor[teks] = len(daftar)
            daftar.append(teks)
        atribut = re.sub(r' t="[a-zA-Z]+"', "", m[2])
        return f'<c r="{m[1]}"{atribut} t="s"><v>{nomor[teks]}</v></c>'

    hasil = {n: _SEL.sub(ganti, x) if _LEMBAR.fullmatch(n) else x for n, x in xml.items()}
    si = "".join(f'<si><t xml:space="preserve">{escape(t, quote=False)}</t></si>' for t in daftar)
    hasil["xl/sharedStrings.xml"] = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
        f' count="{len(daftar)}" uniqueCount="{len(daftar)}">{si}</sst>'
    )
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    hub = "xl/_rels/workbook.xml.rels"
    if rel not in hasil[hub]:
        baru = f'<Relationship Id="rIdTeks" Type="{rel}" Target="sharedStrings.xml"/></Relationships>'
        hasil[hub] = hasil[hub].replace("</Relationships>", baru)
        jenis = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
        baru = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{jenis}"/></Types>'
        hasil["[Content_Types].xml"] = hasil["[Content_Types].xml"].replace("</Types>", baru)
    return hasil


def wps(isi: bytes) -> bytes:
    """WPS Office: a dimension that says A1, shared strings, relations with absolute targets, `\\r\\n` in its XML."""
    xml, lain = _bagian_teks(isi)
    xml = _teks_bersama(xml)
    for nama in list(xml):
        if _LEMBAR.fullmatch(nama):
            x = re.sub(r"<dimension [^>]*/>", "", xml[nama])
            x = re.sub(
                r"(<worksheet[^>]*>(?:<sheetPr.*?(?:/>|</sheetPr>))?)",
                r'\1<dimension ref="A1"/>',
                x,
                count=1,
                flags=re.DOTALL,
            )
            xml[nama] = x.replace("</row><row", "</row>\r\n<row")
    hub = "xl/_rels/workbook.xml.rels"
    xml[hub] = re.sub(r'Target="(?:/xl/)?(worksheets|styles|theme|sharedStrings)', r'Target="/xl/\1', xml[hub])
    xml["docProps/app.xml"] = "<Properties><Application>WPS Office</Application></Properties>"
    return zip_dari({**xml, **lain})


def google_sheets(isi: bytes) -> bytes:
    """Google Sheets: properties of the document gone, very-hidden sheets only hidden, no protection, own prefixes."""
    xml, lain = _bagian_teks(isi)
    xml = _teks_bersama(xml)
    for nama in ("docProps/custom.xml", "docProps/app.xml", "docProps/core.xml"):
        xml.pop(nama, None)
    xml["_rels/.rels"] = re.sub(r"<Relationship [^>]*docProps[^>]*/>", "", xml["_rels/.rels"])
    xml["[Content_Types].xml"] = re.sub(r"<Override [^>]*docProps[^>]*/>", "", xml["[Content_Types].xml"])
    xml["xl/workbook.xml"] = xml["xl/workbook.xml"].replace("veryHidden", "hidden")
    for nama in list(xml):
        if _LEMBAR.fullmatch(nama):
            x = re.sub(
                r"<sheetProtection[^>]*/>|<dimension [^>]*/>|<dataValidations.*?</dataValidations>", "", xml[nama]
            )
            x = re.sub(r' spans="[^"]*"', "", x)
            # Attributes in another order, and empty cells closed with a tag of their own.
            x = _SEL.sub(lambda m: re.sub(r'^<c r="([A-Z0-9]+)"( s="[0-9]+")', r'<c\2 r="\1"', m[0]), x)
            xml[nama] = x.replace(
                "<worksheet ", '<worksheet xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" '
            )
    return zip_dari({**xml, **lain})


def excel(isi: bytes) -> bytes:
    """Excel: shared strings, formulas of one pattern shared, a calculation chain, namespaces that may be ignored."""
    xml, lain = _bagian_teks(isi)
    xml = _teks_bersama(xml)
    nama = "xl/worksheets/sheet2.xml"
    pertama = re.search(r'(<c r="M7"[^>]*>)<f>([^<]*)</f>', xml[nama])
    assert pertama is not None
    x = xml[nama].replace(pertama[0], f'{pertama[1]}<f t="shared" ref="M7:M8" si="0">{pertama[2]}</f>')
    x = re.sub(r'(<c r="M8"[^>]*>)<f>[^<]*</f>', r'\1<f t="shared" si="0"/>', x)
    ns = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" '
        'xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" '
    )
    x = x.replace("<worksheet ", f"<worksheet {ns}", 1)
    x = re.sub(r'<row r="([0-9]+)"', r'<row r="\1" x14ac:dyDescent="0.25"', x)
    xml[nama] = x
    xml["xl/calcChain.xml"] = "<calcChain><c r='M7' i='2'/></calcChain>"
    return zip_dari({**xml, **lain})
