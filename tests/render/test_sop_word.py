"""All seven SOPs in Word: every step with its actors, blanks to fill, what must be confirmed."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import contoh_hasil as contoh
import pytest
from docx import Document
from docx.table import _Cell
from helpers import docx_text

from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.sop.cetak import HARAP, catatan_sop, isi_baris
from kinerja.sop.loader import daftar_profil, load_profil, parse_profil
from kinerja.sop.model import Sop

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
SEMUA = [(f"{nama} {sop.nama}", sop) for nama in daftar_profil() for sop in load_profil(nama).sop]
_GAMBAR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def _docx(sop: Sop, kertas: str = "A4") -> bytes:
    return dokumen.sop(contoh.master(), Pengaturan(kertas=kertas), sop, tanggal=date(2026, 4, 12), templat=TEMPLAT)


def _alt(sel: _Cell) -> str:
    return " ".join(e.get("descr") for e in sel._tc.iter(_GAMBAR))


@pytest.mark.parametrize("sop", [s for _, s in SEMUA], ids=[n for n, _ in SEMUA])
def test_flow_table_holds_every_step_with_its_actors(sop: Sop) -> None:
    isi = _docx(sop)
    tabel = Document(io.BytesIO(isi)).tables[2]
    baris = tabel.rows[2 : 2 + len(sop.langkah)]
    assert [c.text for c in tabel.rows[1].cells][2 : 2 + len(sop.peran)] == list(sop.peran)
    for x, b in zip(sop.langkah, baris, strict=True):
        teks = isi_baris(x)
        sel = list(b.cells)
        assert (sel[0].text, sel[1].text) == (teks["no"], teks["uraian"])
        assert [c.text for c in sel[-4:]] == [teks[k] for k in ("kelengkapan", "waktu", "output", "keterangan")]
        alt = {peran: _alt(c) for peran, c in zip(sop.peran, sel[2:], strict=False)}
        pelaku = {p for p, a in alt.items() if a.startswith("Langkah")}
        assert pelaku == set(x.pelaksana)
        if x.memutuskan:
            assert alt[x.pelaksana[-1]].endswith("memutuskan")
    teks = docx_text.plain_text(isi)
    catatan = catatan_sop(sop)
    assert (HARAP in teks) == bool(catatan)
    assert all(f"{c.tanda} {c.teks}" in teks for c in catatan)
    assert teks.count("…" * 12) >= 4  # number and three dates
    assert isi == _docx(sop)


def test_an_office_that_has_confirmed_everything_gets_a_clean_paper() -> None:
    asal = (Path(dokumen.__file__).parents[1] / "sop/data/karanganyar.toml").read_text(encoding="utf-8")
    bersih = "\n".join(b for b in asal.splitlines() if not b.startswith(("tafsiran", "ragu", '"dasar_hukum.1"')))
    bersih = bersih.replace("[sop.kepala.ragu]", "").replace('nomor = ""', 'nomor = "065/7/2026"')
    sop = parse_profil(bersih.encode(), "kami").sop[0]
    teks = docx_text.plain_text(_docx(sop, "F4"))
    assert HARAP not in teks
    assert "*" not in teks
    assert "065/7/2026" in teks
