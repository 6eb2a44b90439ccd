"""Files that a stranger may send for a corrected document: what is none is refused in words, what is one is read."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from koreksi.buat_docx import dikomentari, docx, ins, komentar, p

from kinerja.errors import KinerjaError
from kinerja.koreksi.naskah import baca_naskah

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOM = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


def _zip(**anggota: bytes) -> bytes:
    aliran = io.BytesIO()
    with zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, isi in anggota.items():
            z.writestr(nama, isi)
    return aliran.getvalue()


def _ganti(isi: bytes, nama: str, baru: bytes) -> bytes:
    aliran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(aliran, "w", zipfile.ZIP_DEFLATED) as z:
        for n in lama.namelist():
            z.writestr(n, baru if n == nama else lama.read(n))
    return aliran.getvalue()


UTUH = docx(p("Isi."))
with zipfile.ZipFile(io.BytesIO(UTUH)) as _z:
    NASKAH = _z.read("word/document.xml")


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"", "kosong"),
        (OLE + b"WordDocument", "Word lama"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 ...", "Rich Text"),
        (b"halo", "bukan dokumen Word"),
        (UTUH[: len(UTUH) // 2], "rusak"),
        (_zip(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument"),
        (_zip(apa=b"x"), "rusak"),
        (docx(p("x"), jenis="application/vnd.ms-word.document.macroEnabled.main+xml"), "bermakro"),
        (docx(p("x"), jenis="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "Excel"),
        (_ganti(UTUH, "word/document.xml", NASKAH[:-30]), "rusak"),
        (_ganti(UTUH, "word/document.xml", BOM + NASKAH), "rusak"),
        (docx(p("x"), tambahan={"word/media/bom.bin": b"\0" * 80_000_000}), "terlalu besar"),
    ],
    ids=[
        "kosong",
        "doc",
        "sandi",
        "pdf",
        "rtf",
        "teks",
        "terpotong",
        "odt",
        "zip",
        "docm",
        "xlsx",
        "xml",
        "dtd",
        "bom",
    ],
)
def test_what_is_no_word_document_is_refused_with_its_name_and_what_to_do(isi: bytes, sebab: str) -> None:
    with pytest.raises(KinerjaError) as e:
        baca_naskah(isi, "kiriman.docx")
    assert e.value.pesan.startswith("kiriman.docx ")
    assert sebab in e.value.pesan
    assert e.value.saran.endswith(".")


def test_the_strict_variant_is_read_as_the_usual_one() -> None:
    isi = docx(p("Capaian ", ins("naik")))
    aliran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(aliran, "w") as z:
        for n in lama.namelist():
            teks = lama.read(n)
            for usual, ketat in (
                (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main", b"wordprocessingml/main"),
                (b"http://schemas.openxmlformats.org/officeDocument/2006/rel", b"officeDocument/rel"),
            ):
                teks = teks.replace(usual, b"http://purl.oclc.org/ooxml/" + ketat)
            z.writestr(n, teks)
    [k] = baca_naskah(aliran.getvalue(), "ketat.docx").koreksi
    assert (k.jenis.value, k.teks) == ("sisipan", "naik")


def test_ten_thousand_comments_are_read_in_seconds(tmp_path: Path) -> None:
    banyak = 10_000
    isi = docx(
        *(p(dikomentari(n, f"kata {n}")) for n in range(banyak)),
        komentar="".join(komentar(n, f"Catatan {n}", para=f"{n:08X}") for n in range(banyak)),
    )
    mulai = time.process_time()
    koreksi = baca_naskah(isi, "banyak.docx").koreksi
    assert len(koreksi) == banyak
    assert (koreksi[-1].teks, koreksi[-1].teks_lama) == ("Catatan 9999", "kata 9999")
    assert time.process_time() - mulai < 20
