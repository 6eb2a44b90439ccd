"""Texts as people and machines write them, in every place of every document: unchanged, or cleaned by the stated rule.

The rule (`kinerja.render.konteks.clean_text`): control characters, halves of characters and marks of writing direction
go, every kind of line end is a line feed, a tab is a blank; labels, alternative texts and properties stand on one line;
entries of the contents have single blanks. All else stays.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree
from test_mesin import SIFAT, teks, templat

from kinerja.render import pratinjau
from kinerja.render.contract import DOKUMEN
from kinerja.render.engine import Sifat, render_docx
from kinerja.render.konteks import clean_line, clean_text
from kinerja.render.model import Deret, Gambar, Grafik

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
LOGO = (TEMPLAT.parent / "sample_data" / "inspektorat" / "logo.png").read_bytes()
TAMPAK = (
    "A&B <w:t>x</w:t> > \"q\" 'k' {s} {{ g }} {% h %} {# i #} {_{ j }_} %} }} &amp; &#x41; ]]> 😀👨‍👩‍👧 "
    "ꦗꦮ ꦲꦏ꧀ꦱꦫ עִבְרִית العربية a\u200bb\u200dc "
    "é e\u0301 ﷽ \ufeff \u00a0 – “kutip” C:\\x\\n $1 \\1 =1+1"
)
KOTOR = (
    f"\x00\x01{TAMPAK}\x07\r\nbaris\rdua\ttab\x0b\x0c\x1b\x7f\x85\u2028\u2029"
    "\ud800\udfff\ufdd00\ufdd1\uffff\u202e\u2067"
)
_TANDA = re.compile(r"«(\d+)»(.*?)«/\1»", re.DOTALL)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _isi_ulang(konteks: Any, isi: str, no: list[int]) -> Any:
    """The same context with every text replaced by a numbered one. Empty texts stay: they mean "there is none"."""
    if isinstance(konteks, str):
        no[0] += 1
        return f"«{no[0]}»{isi}«/{no[0]}»" if konteks else ""
    if isinstance(konteks, dict):
        return {k: _isi_ulang(v, isi, no) for k, v in konteks.items()}
    if isinstance(konteks, list | tuple):
        return [_isi_ulang(v, isi, no) for v in konteks]
    if isinstance(konteks, Grafik):
        ganti: Callable[[str], str] = lambda x: str(_isi_ulang(x, isi, no))  # noqa: E731 - used four times below
        deret = tuple(replace(d, nama=ganti(d.nama)) for d in konteks.deret)
        kategori = tuple(map(ganti, konteks.kategori))
        return replace(konteks, alt=ganti(konteks.alt), kategori=kategori, deret=deret, satuan=ganti(konteks.satuan))
    return replace(konteks, alt=str(_isi_ulang(konteks.alt, isi, no))) if isinstance(konteks, Gambar) else konteks


def _paragraf(p: Any) -> str:
    return "".join("\n" if e.tag == f"{_W}br" else e.text or "" for e in p.iter(f"{_W}t", f"{_W}br"))


def _semua_teks(dokumen: bytes) -> list[str]:
    """Every text of every part: paragraphs, attributes, labels of charts and their workbooks."""
    hasil = []
    with zipfile.ZipFile(io.BytesIO(dokumen)) as z:
        for nama in z.namelist():
            if nama.endswith(".xlsx"):
                hasil += _semua_teks(z.read(nama))
            elif nama.endswith((".xml", ".rels")):
                akar = etree.fromstring(z.read(nama))
                hasil += [_paragraf(p) for p in akar.iter(f"{_W}p")]
                hasil += [str(v) for e in akar.iter() for v in e.values()]
                hasil += [e.text or "" for e in akar.iter() if e.tag != f"{_W}t"]
    return hasil


def _dibuat(jenis: str, isi: str) -> tuple[Counter[str], set[str]]:
    """Which numbered texts a document shows and how often, and what stands in them."""
    sifat = Sifat(
        judul=f"«0»{isi[:100]}«/0»",
        pengarang=f"«0»{isi[:100]}«/0»",
        subjek=isi,
        waktu=datetime(2026, 1, 31),
        kertas="A4",
    )
    dokumen = render_docx(
        (TEMPLAT / f"{jenis}.docx").read_bytes(), f"{jenis}.docx",
        _isi_ulang(pratinjau.example(jenis, LOGO), isi, [0]), sifat,
    )  # fmt: skip
    Document(io.BytesIO(dokumen))
    kena = [m for t in _semua_teks(dokumen) for m in _TANDA.finditer(t) if m[1] != "0"]
    return Counter(m[1] for m in kena), {m[2] for m in kena}


@pytest.mark.parametrize("jenis", DOKUMEN)
def test_teks_ganjil_di_setiap_tempat_setiap_dokumen(jenis: str) -> None:
    polos, isi = _dibuat(jenis, "biasa")
    assert isi <= {"biasa", "BIASA"}
    assert len(polos) > 10
    for tulis in (TAMPAK, KOTOR):
        ada, isi = _dibuat(jenis, tulis)
        boleh = {clean_text(tulis), clean_line(tulis), " ".join(clean_text(tulis).split())}
        assert isi <= boleh | {x.upper() for x in boleh}
        assert ada == polos


def test_aturan_pembersihan() -> None:
    assert clean_text(TAMPAK) == TAMPAK
    assert clean_line(TAMPAK) == TAMPAK
    assert clean_text(KOTOR) == f"{TAMPAK}\nbaris\ndua tab\n\n\n\n\n0"


HURUF = st.text(st.characters(codec=None), max_size=60)


@settings(max_examples=60, deadline=None)
@given(HURUF, HURUF)
@example(KOTOR, TAMPAK)
@example("{{", "}}")
@example("", " ")
@example("\ufdd0\ufdd0", "0\ufdd1")
def test_teks_sembarang_tampil_atau_dibersihkan(a: str, b: str) -> None:
    grafik = Grafik(
        jenis="batang", judul="J", kategori=(a,), deret=(Deret(nama=b, nilai=("1",)),), satuan="%", desimal=0, alt=a
    )
    isi = render_docx(templat("[{{ a }}]", "[{{ b.c }}]", "{{ g }}"), "t.docx", {"a": a, "b": {"c": b}, "g": grafik},
                      replace(SIFAT, judul=a, pengarang=b))  # fmt: skip
    assert [_paragraf(p) for p in _badan(isi)][:2] == [f"[{clean_text(a)}]", f"[{clean_text(b)}]"]
    with zipfile.ZipFile(io.BytesIO(isi)) as z:
        bagan = etree.fromstring(z.read("word/charts/chart1.xml"))
    assert [e.text or "" for e in bagan.iterfind(".//{*}cat//{*}v")] == [clean_line(a)]
    inti = Document(io.BytesIO(isi)).core_properties
    assert (inti.title, inti.author) == (clean_line(a)[:255], clean_line(b)[:255])


def _badan(isi: bytes) -> list[Any]:
    return list(Document(io.BytesIO(isi)).element.body.iter(f"{_W}p"))


@pytest.mark.parametrize("panjang", ["kata & " * 1500, "k" * 10_000, "ꦗ" * 10_000, "baris\n" * 2000])
def test_teks_sangat_panjang_utuh(panjang: str) -> None:
    isi = render_docx(templat("{{ a }}", tabel=[["{{ a }}", "x"]]), "t.docx", {"a": panjang}, SIFAT)
    assert [_paragraf(p) for p in _badan(isi)][:2] == [panjang, panjang]


def test_teks_kosong_tidak_merusak_tabel() -> None:
    assert teks(render_docx(templat("a", tabel=[["{{ a }}", "x"]]), "t.docx", {"a": ""}, SIFAT)) == ["a", "x"]
