"""Section 6: what a library loses when it loads and saves a workbook is still there in the copy that goes back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from helpers.paket import parts, zip_dari
from jebakan.dialek import excel
from jebakan.pintu import KINERJA, Nilai, dengan_sel, nilai, salinan
from validate.berkas_kecil import baca, terisi

from kinerja.domain.formulir import Kolom

NS = "http://schemas.openxmlformats.org"
HUB = "xl/worksheets/_rels/sheet2.xml.rels"
TAMBAHAN = {
    "xl/drawings/drawing9.xml": f'<xdr:wsDr xmlns:xdr="{NS}/drawingml/2006/spreadsheetDrawing"><xdr:absoluteAnchor>'
    "<xdr:sp><xdr:txBody>Angka sementara!</xdr:txBody></xdr:sp></xdr:absoluteAnchor></xdr:wsDr>",
    "xl/drawings/_rels/drawing9.xml.rels": f'<Relationships xmlns="{NS}/package/2006/relationships"/>',
    "xl/drawings/vmlDrawing9.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="centang">'
    '<x:ClientData xmlns:x="urn:schemas-microsoft-com:office:excel" ObjectType="Checkbox"/></v:shape></xml>',
    "xl/ctrlProps/ctrlProp1.xml": '<formControlPr objectType="CheckBox"/>',
    "xl/media/image9.png": "\x89PNG",
    "xl/printerSettings/printerSettings1.bin": "printer",
}
HUBUNGAN = (
    ("drawing", "../drawings/drawing9.xml"),
    ("vmlDrawing", "../drawings/vmlDrawing9.vml"),
    ("ctrlProp", "../ctrlProps/ctrlProp1.xml"),
    ("image", "../media/image9.png"),
    ("printerSettings", "../printerSettings/printerSettings1.bin"),
)
# By the name of what is lost elsewhere: the XML in the sheet that stands for it.
LEMBAR = {
    "p6_02_kotak_teks_dan_gambar": '<drawing r:id="rT0"/>',
    "p6_03_tombol_dan_kotak_centang": '<controls><control shapeId="1025" r:id="rT2" name="Centang 1"/></controls>',
    "p6_04_garis_mini_validasi_2009": '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" count="1"/></ext>'
    '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups'
    ' xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></ext></extLst>',
    "p6_05_gambar_latar": '<picture r:id="rT3"/>',
    "p6_07_tanda_angka_teks": '<ignoredErrors><ignoredError sqref="L7" numberStoredAsText="1"/></ignoredErrors>',
}
URUTAN = (
    "p6_07_tanda_angka_teks", "p6_02_kotak_teks_dan_gambar", "legacy", "p6_05_gambar_latar",
    "p6_03_tombol_dan_kotak_centang", "p6_04_garis_mini_validasi_2009",
)  # fmt: skip
KAYA = "<si><r><rPr><b/></rPr><t>tebal</t></r><r><t> dan biasa</t></r></si>"


def penuh() -> bytes:
    """A filled form with all that, and one faulty cell, as Excel would write it."""
    isi = parts(excel(dengan_sel(terisi(), {"L8": 't="str"|<v>empat</v>'})))
    teks = isi["xl/sharedStrings.xml"].decode()
    nomor = teks.count("<si>")
    isi["xl/sharedStrings.xml"] = teks.replace("</sst>", KAYA + "</sst>").encode()
    x = dengan_sel(zip_dari(isi), {"O8": f't="s"|<v>{nomor}</v>'})
    isi = parts(x)
    lembar = isi[KINERJA].decode()
    if 'xmlns:r="' not in lembar[:600]:
        lembar = lembar.replace("<worksheet ", f'<worksheet xmlns:r="{NS}/officeDocument/2006/relationships" ', 1)
    sisip = "".join('<legacyDrawing r:id="rT1"/>' if n == "legacy" else LEMBAR[n] for n in URUTAN)
    isi[KINERJA] = lembar.replace("</worksheet>", sisip + "</worksheet>").encode()
    rel = "".join(
        f'<Relationship Id="rT{n}" Type="{NS}/officeDocument/2006/relationships/{jenis}" Target="{sasaran}"/>'
        for n, (jenis, sasaran) in enumerate(HUBUNGAN)
    )
    isi[HUB] = f'<Relationships xmlns="{NS}/package/2006/relationships">{rel}</Relationships>'.encode()
    return zip_dari({**isi, **TAMBAHAN})


@pytest.fixture(scope="module")
def pasangan(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes, Nilai]:
    isi = penuh()
    hasil = nilai(tmp_path_factory.mktemp("penuh"), isi)
    return isi, salinan(isi, hasil), hasil


@pytest.mark.parametrize("nama", LEMBAR)
def test_p6_unsur_lembar_tetap_ada(pasangan: tuple[bytes, bytes, Nilai], nama: str) -> None:
    asal, kembali, hasil = pasangan
    assert hasil.ringkas == [("ISI003", "L8")]
    assert LEMBAR[nama].encode() in parts(asal)[KINERJA]
    assert LEMBAR[nama].encode() in parts(kembali)[KINERJA]


def test_p6_02_bagian_yang_tidak_disentuh_sama_bita_demi_bita(pasangan: tuple[bytes, bytes, Nilai]) -> None:
    asal, kembali = parts(pasangan[0]), parts(pasangan[1])
    assert {n for n in TAMBAHAN if asal[n] != kembali.get(n)} == {"xl/drawings/vmlDrawing9.vml"}
    bentuk = re.search(rb'<v:shape id="centang">.*?</v:shape>', kembali["xl/drawings/vmlDrawing9.vml"], re.DOTALL)
    assert bentuk is not None  # beside the box of our comment
    assert kembali["xl/drawings/vmlDrawing9.vml"].count(b"<v:shape ") == 2


def test_p6_06_teks_kaya_dan_teks_bersama(pasangan: tuple[bytes, bytes, Nilai]) -> None:
    asal, kembali = parts(pasangan[0]), parts(pasangan[1])
    assert asal["xl/sharedStrings.xml"] == kembali["xl/sharedStrings.xml"]
    form = baca(pasangan[1]).form
    assert form is not None
    assert "tebal dan biasa" in {s.nilai for b in form.baris for s in b.sel.values()}


def test_p6_01_rumus_dan_isinya_sama(pasangan: tuple[bytes, bytes, Nilai]) -> None:
    satu, dua = baca(pasangan[0]).form, baca(pasangan[1]).form
    assert satu is not None
    assert dua is not None
    assert satu.baris == dua.baris
    assert satu.anggaran == dua.anggaran
    assert satu.pengesahan == dua.pengesahan


def test_p6_09_kotak_komentar_seukuran_isinya(tmp_path: Path) -> None:
    """A long text gets a tall box; libraries make them all alike."""
    pendek = dengan_sel(terisi(), {"L8": 't="str"|<v>empat</v>'})
    panjang = dengan_sel(
        terisi(), {"L8": 't="str"|<v>empat</v>', "G8": "|<v>9</v>", "L10": 't="str"|<v>Bagus sekali</v>'}
    )
    panjang = dengan_sel(panjang, {"N8": "|<v>1</v>"})

    def tinggi(isi: bytes) -> list[float]:
        kembali = salinan(isi, nilai(tmp_path, isi))
        buku = openpyxl.load_workbook(io.BytesIO(kembali))
        teks = [c.comment.text for row in buku["Data Kinerja"].iter_rows() for c in row if c.comment]
        buku.close()
        [vml] = [d.decode() for n, d in parts(kembali).items() if n.endswith(".vml") and b'ObjectType="Note"' in d]
        kotak = [float(t) for t in re.findall(r"height:([0-9.]+)pt", vml)]
        assert len(kotak) == len(teks)
        return sorted(kotak)

    assert len(tinggi(pendek)) == 1
    semua = tinggi(panjang)
    assert len(semua) >= 3
    assert semua[0] < semua[-1]


def test_p6_10_makro_tidak_ikut_kembali(tmp_path: Path) -> None:
    """Values are taken, the macro is neither run nor sent back; the copy says what kind of file it is."""
    isi = parts(dengan_sel(terisi(), {"L8": 't="str"|<v>empat</v>'}))
    isi["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0Attribute VB_Name"
    macro = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    isi["[Content_Types].xml"] = re.sub(
        rb"application/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main\+xml",
        macro,
        isi["[Content_Types].xml"],
    )
    berkas = zip_dari(isi)
    hasil = nilai(tmp_path, berkas, "formulir.xlsm")
    assert hasil.ringkas == [("BRK017", None), ("ISI003", "L8")]
    kembali = parts(salinan(berkas, hasil))
    assert "xl/vbaProject.bin" not in kembali
    assert b"macroEnabled" not in kembali["[Content_Types].xml"]
    form = baca(zip_dari(kembali)).form
    assert form is not None
    assert {b.kode: b.sel[Kolom.REALISASI].nilai for b in form.baris}["JML"] == "empat"
