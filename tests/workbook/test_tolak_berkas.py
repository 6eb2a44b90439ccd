"""What must be refused: each cause with its own code, before any parser is at risk."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from buat_xlsx import bagian_xlsx, lembar_xml, xlsx
from helpers.paket import zip_dari

from kinerja.catalogue import ATURAN, temuan
from kinerja.sources import CellRef
from kinerja.workbook import paket
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.reader import open_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kode(isi: bytes, nama: str = "formulir.xlsx") -> str:
    """The code of the refusal, and that its message can be made from it."""
    with pytest.raises(BerkasDitolak) as e:
        open_workbook(isi, nama)
    t = temuan(e.value.kode, CellRef("masuk/" + nama), **e.value.isi)  # type: ignore[arg-type]  # none is a severity
    assert t.saran
    assert "{" not in t.pesan
    return e.value.kode


def biasa() -> bytes:
    wadah = io.BytesIO()
    buku = openpyxl.Workbook()
    for n in range(200):
        buku.active.append([n, f"teks {n}"])
    buku.save(wadah)
    return wadah.getvalue()


BAIK = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.mark.parametrize(
    ("isi", "nama", "harap"),
    [
        (b"", "a.xlsx", "BRK001"),
        (b"x" * 165, "formulir.xlsx", "BRK002"),
        (b"apa saja", "~$formulir.xlsx", "BRK002"),
        (b"apa saja", "masuk/.~lock.formulir.xlsx#", "BRK002"),
        (bytes(range(256)) * 20, "a.xlsx", "BRK004"),
        (b"%PDF-1.4\n...", "a.xlsx", "BRK004"),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><html>", "a.xls", "BRK005"),
        (b"<table border=1><tr><td>1</td></tr></table>", "a.xls", "BRK005"),
        (b"Kode;Realisasi\r\nIKU-01;95,5\r\n", "a.xlsx", "BRK006"),
        ("Kode\tRealisasi\n".encode("utf-16"), "a.xlsx", "BRK006"),
        (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100, "a.xlsx", "BRK007"),
        (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "a.xlsx", "BRK009"),
        (b"PK\x03\x04" + b"\0" * 100, "a.xlsx", "BRK008"),
        (zip_dari({"word/document.xml": "<w/>", "[Content_Types].xml": "<T/>"}), "a.xlsx", "BRK009"),
        (zip_dari({"ppt/presentation.xml": "<p/>"}), "a.xlsx", "BRK009"),
        (zip_dari({"sek.xlsx": b"PK"}), "a.xlsx", "BRK009"),
        (zip_dari({"foto.jpg": b"x"}), "a.xlsx", "BRK009"),
        (zip_dari({"mimetype": "application/vnd.oasis.opendocument.text"}), "a.ods", "BRK009"),
        (zip_dari({"[Content_Types].xml": "<T/>", "xl/workbook.bin": b"x"}), "a.xlsb", "BRK011"),
        (zip_dari(bagian_xlsx("<worksheet><sheetData>")), "a.xlsx", "BRK012"),
        (zip_dari(bagian_xlsx(lembar_xml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'))), "a.xlsx", "BRK012"),
        (zip_dari(bagian_xlsx(lembar_xml('<row r="1"><c r="A9999999"><v>7</v></c></row>'))), "a.xlsx", "BRK012"),
    ],
)  # fmt: skip
def test_8_1_setiap_sebab_mempunyai_kode(isi: bytes, nama: str, harap: str) -> None:
    assert kode(isi, nama) == harap


def test_8_1_zip_terpotong() -> None:
    isi = biasa()
    assert kode(isi[: len(isi) // 2]) == "BRK008"


def test_isi_anggota_rusak() -> None:
    isi = zip_dari(bagian_xlsx(lembar_xml(BAIK)), padat=False).replace(b"<v>1</v>", b"<v>2</v>")
    assert kode(isi) == "BRK008"  # the checksum no longer holds


def test_zip_berkata_sandi() -> None:
    isi = bytearray(biasa())
    letak = isi.find(b"PK\x01\x02")
    isi[letak + 8] |= 1
    assert kode(bytes(isi)) == "BRK007"


def test_anggota_kembar_ditolak() -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        for n, d in bagian_xlsx(lembar_xml(BAIK)).items():
            z.writestr(n, d)
        with pytest.warns(UserWarning, match="Duplicate"):
            z.writestr("xl/worksheets/sheet1.xml", lembar_xml(BAIK.replace("1<", "2<")))
    assert kode(wadah.getvalue()) == "BRK008"


def test_tanpa_lembar_kerja() -> None:
    bagian = bagian_xlsx(lembar_xml(BAIK))
    rels = bagian["xl/_rels/workbook.xml.rels"]
    assert isinstance(rels, str)
    bagian["xl/_rels/workbook.xml.rels"] = rels.replace("/worksheet", "/xlMacrosheet", 1)
    assert kode(zip_dari(bagian)) == "BRK015"


def test_berkas_terlalu_besar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.workbook.reader.MAKS_BERKAS", 1000)
    assert kode(biasa()) == "BRK003"


def test_bagian_yang_dinyatakan_terlalu_besar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paket, "MAKS_BAGIAN", 500)
    assert kode(biasa()) == "BRK003"


def test_8_4_bom_zip_menurut_perbandingannya() -> None:
    assert kode(zip_dari({"[Content_Types].xml": "<T/>", "xl/x.xml": b"0" * (8 * 1024 * 1024)})) == "BRK010"


def test_8_4_terlalu_banyak_anggota(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paket, "MAKS_ANGGOTA", 5)
    assert kode(biasa()) == "BRK010"


def test_8_4_ukuran_yang_dinyatakan_dusta() -> None:
    """A directory that declares 40 bytes for a member that inflates to megabytes."""
    nama, mentah = b"xl/workbook.xml", zlib.compressobj(9, zlib.DEFLATED, -15)
    isi = mentah.compress(b"<a>" + b" " * 5_000_000 + b"</a>") + mentah.flush()
    crc = 0
    lokal = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 8, 0, 0, crc, len(isi), 40, len(nama), 0) + nama + isi
    pusat = struct.pack(
        "<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, crc, len(isi), 40, len(nama), 0, 0, 0, 0, 0, 0
    ) + nama  # fmt: skip
    akhir = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 1, 1, len(pusat), len(lokal), 0)
    assert kode(lokal + pusat + akhir) == "BRK010"


@pytest.mark.parametrize(
    "bagian", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
)
def test_8_6_entitas_beranak_ditolak(bagian: str) -> None:
    bom = '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
    isi = bagian_xlsx(lembar_xml(BAIK), teks="<si><t>a</t></si>", gaya="<cellXfs><xf/></cellXfs>")
    lama = isi[bagian]
    assert isinstance(lama, str)
    isi[bagian] = bom + lama
    assert kode(zip_dari(isi)) == "BRK013"


def test_8_5_terlalu_banyak_sel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.workbook.xlsx.MAKS_SEL", 100)
    banyak = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 200))
    assert kode(xlsx(banyak)) == "BRK014"
    assert kode(xlsx(banyak.replace('<c r="', '<c  r="'))) == "BRK014"  # the careful way counts too


def test_8_5_terlalu_banyak_sel_kosong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kinerja.workbook.lembar_xlsx.MAKS_TANDA", 100)
    banyak = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(1, 200))
    assert kode(xlsx(banyak)) == "BRK014"
    assert kode(xlsx(banyak.replace('<c r="', '<c  r="'))) == "BRK014"


def test_kode_penolakan_ada_di_katalog() -> None:
    assert all(k in ATURAN for k in (f"BRK{n:03d}" for n in range(1, 22)))


_BATAS = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (700 << 20, 700 << 20))
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.reader import open_workbook
mulai = time.process_time()
try:
    buku = open_workbook(open(sys.argv[1], "rb").read(), "a.xlsx")
    hasil = str(sum(len(x.sel) for x in buku.lembar.values()))
except BerkasDitolak as e:
    hasil = e.kode
assert time.process_time() - mulai < 20
sys.stdout.write(hasil)
"""


def _bom_teks() -> bytes:
    return zip_dari(bagian_xlsx(lembar_xml('<row r="1"><c r="A1" t="str"><v>' + "a" * 300_000_000 + "</v></c></row>")))


def _sel_jauh() -> bytes:
    return xlsx(BAIK + '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>')


def _baris_kosong_berformat() -> bytes:
    baris = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{k}{n}" s="{(n * 7) % 10}"/>' for k in "ABCDEFGH") + "</row>"
        for n in range(1, 60_001)
    )
    return xlsx(baris)


def _banyak_sel_kecil() -> bytes:
    baris = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c><c r="B{n}"><v>{n * 3}</v></c></row>' for n in range(1, 400_001)
    )
    return xlsx(baris)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="batas memori proses hanya ada di Unix")
@pytest.mark.parametrize(
    ("buat", "harap"),
    [(_bom_teks, "BRK010"), (_sel_jauh, "2"), (_baris_kosong_berformat, "0"), (_banyak_sel_kecil, "BRK014")],
)
def test_8_4_dan_8_5_dalam_waktu_dan_memori_terbatas(tmp_path: Path, buat: Callable[[], bytes], harap: str) -> None:
    berkas = tmp_path / "bom.xlsx"
    berkas.write_bytes(buat())
    anak = subprocess.run([sys.executable, "-c", _BATAS, str(berkas)], capture_output=True, text=True, check=False)
    assert (anak.stdout, anak.returncode) == (harap, 0), anak.stderr
