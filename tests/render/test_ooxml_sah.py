"""Every document as Word wants it: order of elements, references that lead somewhere, ids given once, one language."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from helpers import docx_text
from helpers.docx_text import WP, W
from lxml import etree
from test_dokumen_golden import PEMBUAT
from urutan_ooxml import salah_urut

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@pytest.fixture(scope="module", params=PEMBUAT)
def jadi(request: pytest.FixtureRequest) -> bytes:
    return PEMBUAT[request.param]()


@pytest.fixture(scope="module", params=sorted(TEMPLAT.glob("*.docx")), ids=lambda b: b.stem)
def templat(request: pytest.FixtureRequest) -> bytes:
    isi: bytes = request.param.read_bytes()
    return isi


def _word(isi: bytes) -> Iterator[tuple[str, Any]]:
    for nama in docx_text.parts(isi):
        if nama.startswith("word/") and nama.endswith(".xml"):
            yield nama, docx_text.root(isi, nama)


def test_urutan_unsur(jadi: bytes) -> None:
    assert [f"{nama}: {x}" for nama, akar in _word(jadi) for x in salah_urut(akar)] == []


def test_urutan_unsur_templat(templat: bytes) -> None:
    assert [f"{nama}: {x}" for nama, akar in _word(templat) for x in salah_urut(akar)] == []


@pytest.mark.parametrize(("dalam", "salah"), [
    ("<w:pPr><w:pStyle/><w:keepNext/><w:spacing/><w:jc/></w:pPr>", 0),
    ("<w:pPr><w:spacing/><w:keepNext/></w:pPr>", 1),
    ("<w:pPr><w:jc/><w:jc/></w:pPr>", 1),
    ("<w:r><w:t/><w:rPr/></w:r>", 1),
    ("<w:tc><w:p/></w:tc>", 0),
    ("<w:tc><w:p/><w:tbl/></w:tc>", 1),
    ("<w:tcPr><w:vAlign/><w:shd/></w:tcPr>", 1),
])  # fmt: skip
def test_pemeriksa_urutan_menemukan(dalam: str, salah: int) -> None:
    ruang = W.strip("{}")
    assert len(list(salah_urut(etree.fromstring(f'<a xmlns:w="{ruang}">{dalam}</a>')))) == salah


def _rels(bagian: dict[str, bytes], nama: str) -> dict[str, tuple[str, bool]]:
    """Relations of a part: id to (target inside the package or address, whether it is outside)."""
    folder, berkas = posixpath.split(nama)
    asal = bagian.get(posixpath.join(folder, "_rels", f"{berkas}.rels"))
    if asal is None:
        return {}
    return {
        r.get("Id"): (r.get("Target"), True)
        if r.get("TargetMode") == "External"
        else (posixpath.normpath(posixpath.join("/", folder, r.get("Target"))).lstrip("/"), False)
        for r in etree.fromstring(asal).iter(f"{REL}Relationship")
    }


def test_setiap_acuan_sampai(jadi: bytes) -> None:
    bagian = docx_text.parts(jadi)
    for nama in bagian:
        rels = _rels(bagian, nama)
        assert all(luar or tujuan in bagian for tujuan, luar in rels.values()), nama
        if nama.startswith("word/") and nama.endswith(".xml"):
            dipakai = {
                isi for e in docx_text.root(jadi, nama).iter() for kunci, isi in e.attrib.items() if kunci.startswith(R)
            }
            assert dipakai <= set(rels), nama


def test_setiap_bagian_punya_jenis_isi(jadi: bytes) -> None:
    bagian = docx_text.parts(jadi)
    jenis = etree.fromstring(bagian["[Content_Types].xml"])
    akhiran = {x.get("Extension").lower() for x in jenis.iter(f"{CT}Default")}
    sendiri = {x.get("PartName").lstrip("/") for x in jenis.iter(f"{CT}Override")}
    assert sendiri <= set(bagian)
    lain = [n for n in bagian if n not in sendiri and n != "[Content_Types].xml"]
    assert [n for n in lain if n.rsplit(".", 1)[-1].lower() not in akhiran] == []


def test_gaya_dan_daftar_yang_dipakai_ada(jadi: bytes) -> None:
    gaya = {g.get(f"{W}styleId") for g in docx_text.root(jadi, "word/styles.xml").iter(f"{W}style")}
    bagian = docx_text.parts(jadi)
    daftar = (
        {n.get(f"{W}numId") for n in docx_text.root(jadi, "word/numbering.xml").iter(f"{W}num")}
        if "word/numbering.xml" in bagian
        else set()
    )
    for nama, akar in _word(jadi):
        if nama.startswith(("word/document", "word/header", "word/footer")):
            dipakai = {e.get(f"{W}val") for e in akar.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")}
            assert dipakai <= gaya, nama
            assert {e.get(f"{W}val") for e in akar.iter(f"{W}numId")} <= daftar, nama


def test_id_dan_penanda_hanya_sekali(jadi: bytes) -> None:
    gambar: list[str] = []
    for nama, akar in _word(jadi):
        gambar += [e.get("id") for e in akar.iter(f"{WP}docPr")]
        for daftar in (
            [e.get(f"{W}val") for e in akar.iterfind(f".//{W}sdtPr/{W}id")],
            [e.get(f"{W}id") for e in akar.iter(f"{W}bookmarkStart")],
            [e.get(f"{W}name") for e in akar.iter(f"{W}bookmarkStart")],
        ):
            assert [x for x, n in Counter(daftar).items() if n > 1] == [], nama
    assert len(set(gambar)) == len(gambar)


def test_setiap_baris_tabel_selebar_kolomnya(jadi: bytes) -> None:
    for nama, akar in _word(jadi):
        for tabel in akar.iter(f"{W}tbl"):
            kolom = len(tabel.findall(f"{W}tblGrid/{W}gridCol"))
            lanjut: set[int] = set()
            for tr in tabel.findall(f"{W}tr"):
                ke, kini = 0, set()
                for tc in tr.findall(f"{W}tc"):
                    gabung = tc.find(f"{W}tcPr/{W}vMerge")
                    if gabung is not None:
                        kini.add(ke)
                        assert gabung.get(f"{W}val") == "restart" or ke in lanjut, nama
                    rentang = tc.find(f"{W}tcPr/{W}gridSpan")
                    ke += int(rentang.get(f"{W}val")) if rentang is not None else 1
                assert ke == kolom, nama
                lanjut = kini


def test_bahasa_hanya_indonesia(jadi: bytes) -> None:
    for nama, akar in _word(jadi):
        for e in akar.iter(f"{W}lang", f"{W}themeFontLang"):
            assert {x for kunci, x in e.attrib.items() if kunci in (f"{W}val", f"{W}eastAsia")} <= {"id-ID"}, nama


def test_sifat_dokumen(jadi: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(jadi)
    inti = Document(str(tmp_path / "x.docx")).core_properties
    assert inti.language == "id-ID"
    assert all(len(x) > 5 for x in (inti.title, inti.author, inti.subject))
    assert (inti.comments, inti.keywords, inti.category) == ("", "", "")
