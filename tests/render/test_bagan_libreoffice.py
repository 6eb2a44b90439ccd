"""The charts in a real office program: their data can be opened and changed, and the workbook's labels reckon right."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from helpers import docx_text
from helpers.docx_text import C
from helpers.kantor_uno import kerjakan
from test_bagan import ANEH, KASUS
from test_mesin import SIFAT, templat

from kinerja.render.bagan_buku import chart_workbook, label, labelled
from kinerja.render.engine import render_docx
from kinerja.render.model import Grafik

pytestmark = [pytest.mark.slow, pytest.mark.libreoffice]
SKRIP = Path(__file__).with_name("bagan_uno.py")
DIBUKA = [n for n in KASUS if n != "semua kosong"]


def _angka(g: Grafik) -> list[list[float | None]]:
    return [[None if d.nilai[k] is None else float(Decimal(d.nilai[k] or 0)) for d in g.deret]
            for k in range(len(g.kategori))]  # fmt: skip


def test_data_bagan_dapat_dibuka_dan_disunting(tmp_path: Path) -> None:
    nama = [f"g{n}" for n in range(len(DIBUKA))]
    konteks = dict(zip(nama, (KASUS[n] for n in DIBUKA), strict=True))
    berkas, simpan = tmp_path / "bagan.docx", tmp_path / "sunting.docx"
    berkas.write_bytes(render_docx(templat(*(f"{{{{ {n} }}}}" for n in nama)), "t.docx", konteks, SIFAT))
    tugas = {"berkas": str(berkas), "ketik": 12.5, "simpan": str(simpan)}
    hasil = kerjakan(SKRIP, tugas, tmp_path)
    assert [x["nilai"] for x in hasil] == [_angka(KASUS[n]) for n in DIBUKA]
    assert [x["nama"] for x in hasil] == [list(KASUS[n].kategori) for n in DIBUKA]
    assert [x["deret"] for x in hasil] == [[d.nama for d in KASUS[n].deret] for n in DIBUKA]
    bagian = docx_text.parts(simpan.read_bytes())
    bagan = [docx_text.root(simpan.read_bytes(), n) for n in sorted(bagian) if n.startswith("word/charts/chart")]
    assert any("12.5" in [v.text for v in akar.iterfind(f".//{C}numCache//{C}v")] for akar in bagan)
    assert len(Document(str(simpan)).inline_shapes) == len(DIBUKA)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice tidak terpasang")
def test_label_buku_kerja_dihitung_sama(tmp_path: Path) -> None:
    """LibreOffice reckons the formulas again when it is told nothing of the values kept with them."""
    for n, g in enumerate(KASUS.values()):
        (tmp_path / f"b{n}.xlsx").write_bytes(_tanpa_simpanan(chart_workbook(g)))
    perintah = ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to"]
    perintah += ["csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path)]
    subprocess.run(
        [*perintah, *map(str, sorted(tmp_path.glob("b*.xlsx")))], check=True, capture_output=True, timeout=120
    )
    for n, g in enumerate(KASUS.values()):
        teks = (tmp_path / f"b{n}.csv").read_text(encoding="utf-8")
        baris = list(csv.reader(io.StringIO(teks)))
        for ke, d in labelled(g):
            kolom = [b[1 + len(g.deret) + ke] for b in baris[1:]]
            assert kolom == ["" if x is None else label(g, x) for x in d.nilai]
        if g is KASUS["teks aneh"]:
            assert [b[0] for b in baris[1:]] == list(ANEH)


def _tanpa_simpanan(buku: bytes) -> bytes:
    """The workbook without the values that are kept with formulas."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(buku)) as asal, zipfile.ZipFile(keluar, "w") as z:
        for nama in asal.namelist():
            isi = asal.read(nama)
            z.writestr(nama, re.sub(rb"</f><v>[^<]*</v>", b"</f>", isi) if "worksheets" in nama else isi)
    return keluar.getvalue()
