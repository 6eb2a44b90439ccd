"""Section 8: one run over files made to cost much, in a process that has little: each ends with its reason, in time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest
from helpers.jalankan import jalankan
from helpers.paket import dengan_bagian, parts, zip_dari
from jebakan.pintu import KINERJA

from sample_data.pengisi import isi_formulir

AKAR = Path(__file__).parents[2]
MB = 1 << 20
_ANAK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, 512 << 20))
from kinerja.cli import main
sys.argv = ["kinerja", *sys.argv[1:]]
try:
    main()
finally:
    besar = max(resource.getrusage(w).ru_maxrss for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    sys.stderr.write(f"MEMORI {besar // 1024}\\n")
"""


def _ekor(isi: bytes, ekor: bytes) -> bytes:
    return dengan_bagian(isi, KINERJA, lambda x: x.replace(b"</sheetData>", ekor + b"</sheetData>"))


def _berformat(isi: bytes) -> bytes:
    """Sixty megabytes of formatted rows, and one cell at the end of the sheet."""
    baris = b"".join(b'<row r="%d"><c r="A%d" s="%d"/></row>' % (n, n, n * 7919 % 97) for n in range(100_000, 135_000))
    return _ekor(isi, baris * (60 * MB // len(baris)) + b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def _sel_kecil(isi: bytes) -> bytes:
    """More cells than any form may have, each of them small."""
    return _ekor(isi, b"".join(b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (n, n, n) for n in range(100, 500_000)))


def _teks_bersama(isi: bytes) -> bytes:
    """Millions of shared strings that no cell uses."""
    semua = parts(isi)
    semua["xl/sharedStrings.xml"] = b"<sst>" + b"<si><t>a</t></si>" * 3_000_000 + b"</sst>"
    rel = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    hub = "xl/_rels/workbook.xml.rels"
    baru = b'<Relationship Id="teks" Type="' + rel + b'" Target="sharedStrings.xml"/></Relationships>'
    semua[hub] = semua[hub].replace(b"</Relationships>", baru)
    return zip_dari(semua)


def _dalam(isi: bytes) -> bytes:
    """Elements in elements, millions deep; noise keeps the ratio honest."""
    isian = b"<a>" * 4_000_000 + Random(1).randbytes(200_000).hex().encode() + b"</a>" * 4_000_000
    return dengan_bagian(isi, KINERJA, lambda x: x.replace(b"</sheetData>", b"</sheetData>" + isian, 1))


def _ods(_: bytes) -> bytes:
    """Rows and cells repeated to the ends of the sheet."""
    ns = "urn:oasis:names:tc:opendocument:xmlns:"
    sel = '<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="16384"/>'
    baris = f'<table:table-row table:number-rows-repeated="1048576">{sel}</table:table-row>'
    xml = (
        f'<office:document-content xmlns:office="{ns}office:1.0" xmlns:table="{ns}table:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="L">{baris}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    return zip_dari({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": xml})


BERAT = {
    "berformat.xlsx": (_berformat, "BTK011"),
    "sel kecil.xlsx": (_sel_kecil, "BRK014"),
    "teks bersama.xlsx": (_teks_bersama, "BRK010"),
    "dalam.xlsx": (_dalam, "BRK025"),
    "berulang.ods": (_ods, "BRK014"),
    "bom.xlsx": (lambda i: dengan_bagian(i, "xl/media/a.bin", lambda _: bytes(40 * MB)), "BRK010"),
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="batas memori proses hanya ada di Unix")
def test_berkas_mahal_dalam_waktu_dan_memori_terbatas(tmp_path: Path) -> None:
    ws = tmp_path / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "forms", "2026-01").kode == 0
    kosong = ws / "formulir" / "2026-01"
    baik = isi_formulir(kosong / "formulir_SEK_2026-01.xlsx", {})
    terisi = isi_formulir(kosong / "formulir_IRB1_2026-01.xlsx", {"IKU-01": {"Pembilang": 23, "Penyebut": 36}})
    (ws / "masuk" / "baik.xlsx").write_bytes(baik)
    for nama, (buat, _) in BERAT.items():
        (ws / "masuk" / nama).write_bytes(buat(terisi))
    lingkungan = {**os.environ, "PYTHONPATH": str(AKAR)}
    mulai = time.perf_counter()
    anak = subprocess.run(
        [sys.executable, "-c", _ANAK, "-C", str(ws), "validate", "2026-01", "--json"],
        capture_output=True, text=True, check=False, env=lingkungan, timeout=300,
    )  # fmt: skip
    assert anak.returncode == 1, anak.stderr[-2000:]
    assert time.perf_counter() - mulai < 15 * len(BERAT)
    assert int(anak.stderr.rpartition("MEMORI ")[2]) < 512
    berkas = {b["path"]: b for b in json.loads(anak.stdout)["berkas"]}
    assert berkas["masuk/baik.xlsx"]["status"] in ("valid", "valid_dengan_catatan")
    for nama, (_, kode) in BERAT.items():
        ditemukan = {t["kode"] for t in berkas[f"masuk/{nama}"]["temuan"]}
        assert ditemukan & {kode, "BRK025"}, nama  # on a busy computer the parser is stopped first
