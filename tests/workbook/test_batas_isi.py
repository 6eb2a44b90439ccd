"""Small files made to cost much: each is answered with little time and memory, in a child that has no more of them."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from buat_xlsx import bagian_xlsx, lembar_xml, xlsx
from helpers.paket import zip_dari

from kinerja.workbook import paket
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.reader import open_workbook

SEL = '<row r="1"><c r="A1"><v>1</v></c></row>'
_ANAK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))
resource.setrlimit(resource.RLIMIT_CPU, (5, 5))
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.reader import open_workbook
for nama in sys.argv[1:]:
    try:
        hasil = str(sum(len(x.sel) for x in open_workbook(open(nama, "rb").read(), nama).lembar.values()))
    except BerkasDitolak as e:
        hasil = e.kode
    sys.stdout.write(hasil + "\\n")
"""


def _kolom() -> bytes:
    return xlsx(SEL, depan="<cols>" + '<col min="1" max="16383" hidden="1"/>' * 80_000 + "</cols>")


def _tag_kolom() -> bytes:
    return xlsx(SEL, depan="<cols />" * 450_000)


def _tag_baris() -> bytes:
    return xlsx(SEL + "<row " * 700_000 + ' hidden="1"/>')


def _gaya() -> bytes:
    return zip_dari(bagian_xlsx(lembar_xml(SEL), gaya="<cellXfs>" + "<xf/>" * 700_000 + "</cellXfs>"))


def _kode_format(kode: str) -> bytes:
    gaya = f'<numFmts><numFmt numFmtId="200" formatCode="{kode}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>'
    return zip_dari(bagian_xlsx(lembar_xml(SEL), gaya=gaya))


def _sifat() -> bytes:
    bagian = bagian_xlsx(lembar_xml(SEL))
    bagian["docProps/custom.xml"] = "<P>" + '<property name="p">KINERJA/</property>' * 90_000 + "</P>"
    return zip_dari(bagian)


def _teks_bersama_berkali_kali() -> bytes:
    bagian = bagian_xlsx(lembar_xml(SEL), teks="<si><t>" + "<r/>" * 200_000 + "</t></si>")
    hub = bagian["xl/_rels/workbook.xml.rels"]
    assert isinstance(hub, str)
    lagi = "".join(f'<Relationship Id="x{n}" Type="x/sharedStrings" Target="sharedStrings.xml"/>' for n in range(9000))
    bagian["xl/_rels/workbook.xml.rels"] = hub.replace("</Relationships>", lagi + "</Relationships>")
    return zip_dari(bagian)


def _teks_bersama() -> bytes:
    return zip_dari(bagian_xlsx(lembar_xml(SEL), teks="<si/>" * 700_000))


def _dalam() -> bytes:
    return xlsx(SEL, belakang="<a>" * 500_000 + "</a>" * 500_000)


@pytest.mark.skipif(sys.platform == "win32", reason="batas memori proses hanya ada di Unix")
@pytest.mark.parametrize(
    ("buat", "harap"),
    [
        (_kolom, "1"),
        (_tag_kolom, "1"),
        (_tag_baris, "BRK012"),
        (_gaya, "BRK012"),
        (lambda: _kode_format("[" * 200_000), "1"),
        (lambda: _kode_format("[h" * 200_000), "1"),
        (_sifat, "BRK027"),
        (_teks_bersama_berkali_kali, "1"),
        (_teks_bersama, "1"),
        (_dalam, "1"),
        (lambda: xlsx('<row r="1"><c r="A1" t="str"><v>' + "&amp;" * 70_000 + "</v></c></row>"), "BRK027"),
        (lambda: xlsx('<row r="1"><c r="A1"><v>' + "9" * 3_000_000 + "</v></c></row>"), "BRK027"),
        (lambda: xlsx('<row r="1"><c r="A1" t="s"><v>' + "9" * 5000 + "</v></c></row>"), "BRK012"),
        (lambda: xlsx('<row r="1"><c r="A1" t="str"><v>&#' + "9" * 5000 + ";</v></c></row>"), "1"),
    ],
)  # fmt: skip
def test_isi_yang_mahal(tmp_path: Path, buat: Callable[[], bytes], harap: str) -> None:
    berkas = tmp_path / "a.xlsx"
    berkas.write_bytes(buat())
    anak = subprocess.run([sys.executable, "-c", _ANAK, str(berkas)], capture_output=True, text=True, check=False)
    assert (anak.stdout.strip(), anak.returncode) == (harap, 0), anak.stderr[-2000:]


def test_berkas_besar_dibaca_sama_di_proses_terpisah(monkeypatch: pytest.MonkeyPatch) -> None:
    isi = xlsx(SEL + '<row r="3" hidden="1"><c r="B3" t="str"><f>A1</f><v>dua &amp; 2</v></c></row>')
    langsung = open_workbook(isi, "a.xlsx")
    monkeypatch.setattr(paket, "WAJAR", 0)
    assert open_workbook(isi, "a.xlsx") == langsung


def test_huruf_terlarang_dari_jalan_cepat_dibuang() -> None:
    buku = open_workbook(
        xlsx('<row r="1"><c r="A1"><v>1\x01\x1f</v></c><c r="B1" t="str"><v>a_xFFFE_\x0b</v></c></row>'), "a"
    )
    assert [s.nilai for s in buku.lembar["L"].sel.values()] == ["1", "a"]


def test_versi_zip_asing_adalah_berkas_rusak() -> None:
    isi = bytearray(xlsx(SEL))
    letak = isi.find(b"PK\x01\x02")
    isi[letak + 6] = 200
    with pytest.raises(NotImplementedError):
        zipfile.ZipFile(io.BytesIO(isi))
    with pytest.raises(BerkasDitolak) as e:
        open_workbook(bytes(isi), "a.xlsx")
    assert e.value.kode == "BRK008"
