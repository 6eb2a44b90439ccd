"""Odd and hostile files at the door of `kinerja review`: refused in two sentences without a trace, or read in time."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from helpers.jalankan import jalankan
from koreksi.buat_docx import dikomentari, docx, ins, komentar, p

from kinerja.register.db import Register
from kinerja.render.asal import stamp

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UTUH = docx(p("Isi.", ins("tambahan")))


def _zip(**anggota: bytes) -> bytes:
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, isi in anggota.items():
            z.writestr(nama, isi)
    return aliran.getvalue()


GANJIL = {
    "kosong": b"",
    "doc": OLE + b"WordDocument" * 50,
    "sandi": OLE + "EncryptedPackage".encode("utf-16-le"),
    "pdf": b"%PDF-1.7\n",
    "docm": docx(p("x"), jenis="application/vnd.ms-word.document.macroEnabled.main+xml"),
    "terpotong": UTUH[:-40],
    "bukan apa-apa": bytes(range(256)) * 20,
    "zip lain": _zip(catatan=b"x"),
    "bom": docx(p("x"), tambahan={"word/media/a.bin": b"\0" * 90_000_000}),
    "dalam": docx(*("<w:sdt><w:sdtContent>" for _ in range(5000)), *("</w:sdtContent></w:sdt>" for _ in range(5000))),
}


@pytest.mark.parametrize("nama", GANJIL)
def test_what_cannot_be_read_is_refused_and_leaves_no_trace(kantor: Path, nama: str) -> None:
    berkas = kantor.parent / "kembali.docx"
    berkas.write_bytes(GANJIL[nama])
    hasil = jalankan("-C", str(kantor), "review", str(berkas))
    assert hasil.kode == 3, hasil.stderr
    assert "kembali.docx" in hasil.stderr
    assert "Yang perlu dilakukan: " in hasil.stderr
    assert not list((kantor / "output").rglob("daftar_koreksi*"))
    with Register.open(kantor / "kinerja.db") as reg:
        assert reg.periode_koreksi() == ()


def test_tables_in_tables_and_boxes_in_boxes_are_read_to_the_bottom(kantor: Path) -> None:
    isi = p(ins("paling dalam"))
    for _ in range(30):
        isi = f"<w:tbl><w:tr><w:tc>{isi}<w:p/></w:tc></w:tr></w:tbl>"
    berkas = kantor.parent / "dalam.docx"
    berkas.write_bytes(docx(isi))
    hasil = jalankan("-C", str(kantor), "review", str(berkas), "--json")
    assert (hasil.kode, "paling dalam" in hasil.stdout) == (0, True), hasil.stderr


def test_texts_that_documents_cannot_hold_do_not_stop_the_lists(kantor: Path) -> None:
    berkas = kantor.parent / "ganjil.docx"
    berkas.write_bytes(
        docx(
            p(dikomentari(1, "=1+1"), ins("{{ periode }} {% for %} <w:p> & \u200b\u202e" + "panjang " * 6000)),
            komentar=komentar(1, "=HYPERLINK(1)", penulis="&quot;A&quot; &lt;b&gt;"),
        )
    )
    hasil = jalankan("-C", str(kantor), "review", str(berkas))
    assert hasil.kode == 0, hasil.stderr
    assert len(list((kantor / "output/koreksi_lain").iterdir())) == 2


@pytest.mark.parametrize("periode", ["abc", "../../x", "2025-03"])
def test_a_period_that_this_workspace_did_not_report_is_none(kantor: Path, periode: str) -> None:
    berkas = kantor.parent / "kantor lain.docx"
    berkas.write_bytes(stamp(UTUH, "laporan_bulanan", periode)[0])
    hasil = jalankan("-C", str(kantor), "review", str(berkas))
    assert hasil.kode == 0, hasil.stderr
    assert (kantor / "output/koreksi_lain/daftar_koreksi.xlsx").is_file()
    assert not list((kantor / "output").glob("2025*"))


def test_a_missing_file_and_a_folder_are_wrong_calls(kantor: Path) -> None:
    for apa in ("tidak ada.docx", str(kantor)):
        assert jalankan("-C", str(kantor), "review", apa).kode == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="hak baca tidak berlaku di sini")
def test_a_file_that_may_not_be_read_is_said(kantor: Path) -> None:
    berkas = kantor.parent / "terkunci.docx"
    berkas.write_bytes(UTUH)
    berkas.chmod(0)
    assert jalankan("-C", str(kantor), "review", str(berkas)).kode == 3
