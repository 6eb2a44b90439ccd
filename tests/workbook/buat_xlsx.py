"""Packages written by hand, for what no library would write."""

from __future__ import annotations

from helpers.paket import zip_dari

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"

JENIS_ISI = f'<Types xmlns="{PKG}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
AKAR = (
    f'<Relationships xmlns="{PKG}/relationships"><Relationship Id="r1" Type="{REL}/officeDocument" '
    'Target="xl/workbook.xml"/></Relationships>'
)


def lembar_xml(sel: str, *, depan: str = "", belakang: str = "") -> str:
    """A sheet part around the XML of its rows."""
    return f'<worksheet xmlns="{NS}">{depan}<sheetData>{sel}</sheetData>{belakang}</worksheet>'


def bagian_xlsx(
    lembar: bytes | str, *, teks: str | None = None, gaya: str | None = None, sifat_buku: str = ""
) -> dict[str, bytes | str]:
    """The parts of a workbook with one sheet."""
    hub = f'<Relationship Id="s1" Type="{REL}/worksheet" Target="worksheets/sheet1.xml"/>'
    isi: dict[str, bytes | str] = {
        "[Content_Types].xml": JENIS_ISI,
        "_rels/.rels": AKAR,
        "xl/workbook.xml": (
            f'<workbook xmlns="{NS}" xmlns:r="{REL}">{sifat_buku}'
            '<sheets><sheet name="L" sheetId="1" r:id="s1"/></sheets></workbook>'
        ),
        "xl/worksheets/sheet1.xml": lembar,
    }
    if teks is not None:
        isi["xl/sharedStrings.xml"] = f'<sst xmlns="{NS}">{teks}</sst>'
        hub += f'<Relationship Id="s2" Type="{REL}/sharedStrings" Target="sharedStrings.xml"/>'
    if gaya is not None:
        isi["xl/styles.xml"] = f'<styleSheet xmlns="{NS}">{gaya}</styleSheet>'
        hub += f'<Relationship Id="s3" Type="{REL}/styles" Target="styles.xml"/>'
    isi["xl/_rels/workbook.xml.rels"] = f'<Relationships xmlns="{PKG}/relationships">{hub}</Relationships>'
    return isi


def xlsx(sel: str, **lain: str) -> bytes:
    """A workbook with one sheet `L` whose rows are `sel`."""
    letak = {k: lain.pop(k) for k in ("depan", "belakang") if k in lain}
    return zip_dari(bagian_xlsx(lembar_xml(sel, **letak), **lain))
