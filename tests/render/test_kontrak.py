"""The contract of the templates: what `kinerja check` finds in them, and where."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from docx import Document
from test_mesin import templat

from kinerja.catalogue import pages
from kinerja.render.contract import DOKUMEN, check_template, check_templates

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
SKEMA = {"nama": "x", "konsep": True, "daftar": [{"judul": "a", "isi": ["b"]}], "kop": {"alamat": "c"}}


def kode(isi: bytes) -> list[tuple[str, str | None]]:
    return [(t.kode, t.sumber.sel) for t in check_template(isi, "templates/t.docx", SKEMA)]


def test_templat_bawaan_tanpa_temuan() -> None:
    assert check_templates(TEMPLAT) == ()


def test_setiap_dokumen_punya_templat() -> None:
    assert {b.stem for b in TEMPLAT.glob("*.docx")} == set(DOKUMEN)


def test_templat_hilang_dan_rusak(tmp_path: Path) -> None:
    for berkas in TEMPLAT.glob("*.docx"):
        shutil.copy(berkas, tmp_path)
    (tmp_path / "surat_edaran.docx").unlink()
    (tmp_path / "laporan_bulanan.docx").write_bytes(b"bukan docx")
    hasil = [(t.kode, t.sumber.berkas) for t in check_templates(tmp_path)]
    nama = tmp_path.name
    assert hasil == [("TPL002", f"{nama}/laporan_bulanan.docx"), ("TPL001", f"{nama}/surat_edaran.docx")]


@pytest.mark.parametrize(("isi", "harapan"), [
    (templat("{{ nama }} dan {{ kop.alamat | besar }}"), []),
    (templat("{{ nam }}"), [("TPL004", "paragraf 1")]),
    (templat("a", "{{ kop.almat }}"), [("TPL004", "paragraf 2")]),
    (templat("{%p for x in daftar %}", "{{ x.judul }} {{ loop.index }}", "{{ x.judl }}", "{%p endfor %}"),
     [("TPL004", "paragraf 3")]),
    (templat("{%p for x in daftar %}", "{%p for y in x.isi %}", "{{ y }}", "{%p endfor %}", "{%p endfor %}", "{{ x }}"),
     [("TPL004", "paragraf 6")]),
    (templat("{%tr for x in daftar %}", "{%tr endfor %}"), [("TPL005", "paragraf 1"), ("TPL005", "paragraf 2")]),
    (templat(tabel=[["{%tr for x in daftar %}", ""], ["{{ x.judul }}", "{{ x.jdul }}"], ["{%tr endfor %}", ""]]),
     [("TPL004", "tabel 1, baris 2, kolom 2")]),
    (templat("{{ ''.__class__ }}"), [("TPL006", "paragraf 1")]),
    (templat("{{ nama.upper() }}"), [("TPL006", "paragraf 1")]),
    (templat("{{ nama + 'a' }}"), [("TPL006", "paragraf 1")]),
    (templat("{{ daftar }}", "{{ konsep }}", "{{ kop }}"),
     [("TPL008", "paragraf 1"), ("TPL008", "paragraf 2"), ("TPL008", "paragraf 3")]),
    (templat("{%p for x in nama %}", "{%p endfor %}"), [("TPL008", "paragraf 1")]),
    (templat("{{ nama }", "biasa }}"), [("TPL003", "paragraf 1"), ("TPL003", "paragraf 2")]),
    (templat("｛｛ nama ｝｝"), [("TPL003", "paragraf 1")]),
    (templat("{{ nama. }}"), [("TPL003", "paragraf 1")]),
    (templat("{% if konsep %}a", "{% endif %}"), [("TPL003", "paragraf 2"), ("TPL003", "paragraf 1")]),
    (templat("{%p if konsep %}", "a", "{% endif %}"), [("TPL003", "paragraf 3"), ("TPL003", "paragraf 1")]),
    (templat("{% if konsep and not daftar %}a{% elif nama == “x” %}b{% else %}c{% endif %}"), []),
])  # fmt: skip
def test_temuan_di_tempatnya(isi: bytes, harapan: list[tuple[str, str]]) -> None:
    assert kode(isi) == harapan


def test_nama_mirip_disebut() -> None:
    pesan = check_template(templat("{{ kop.almat }}"), "t.docx", SKEMA)[0].pesan
    assert "Mungkin maksudnya “alamat”" in pesan


def test_penanda_yang_dipotong_word_tetap_terbaca() -> None:
    dok = Document()
    p = dok.add_paragraph("{{ na")
    p.add_run("m").bold = True
    p.add_run(" }}")
    keluar = io.BytesIO()
    dok.save(keluar)
    assert kode(keluar.getvalue()) == [("TPL004", "paragraf 1")]


def test_kepala_halaman_diperiksa() -> None:
    dok = Document()
    dok.sections[0].header.paragraphs[0].text = "{{ nma }}"
    keluar = io.BytesIO()
    dok.save(keluar)
    temuan = check_template(keluar.getvalue(), "t.docx", SKEMA)
    assert [(t.kode, t.sumber.sel) for t in temuan] == [("TPL004", "kepala halaman, paragraf 1")]


def test_penanda_pada_pemisah_bagian() -> None:
    dok = Document()
    dok.add_paragraph("{%p if konsep %}")
    dok.add_section()
    isi_akhir = dok.paragraphs[-1]
    isi_akhir.add_run("{%p endif %}")
    keluar = io.BytesIO()
    dok.save(keluar)
    assert ("TPL007", "paragraf 2") in kode(keluar.getvalue())


def _ubah(isi: bytes, lama: bytes, baru: bytes) -> bytes:
    """The same package with one change in its body."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(keluar, "w") as z:
        for nama in asal.namelist():
            teks = asal.read(nama)
            assert nama != "word/document.xml" or lama in teks
            z.writestr(nama, teks.replace(lama, baru, 1) if nama == "word/document.xml" else teks)
    return keluar.getvalue()


def test_perubahan_terlacak_dan_komentar_ditolak_di_tempatnya() -> None:
    dok = Document(io.BytesIO(templat("a", "b", "c")))
    dok.add_comment(dok.paragraphs[1].runs, text="ganti logo?", author="Budi")
    keluar = io.BytesIO()
    dok.save(keluar)
    isi = _ubah(
        keluar.getvalue(), b"<w:r><w:t>c</w:t></w:r>", b'<w:ins w:id="1" w:author="x"><w:r><w:t>c</w:t></w:r></w:ins>'
    )
    temuan = check_template(isi, "t.docx", SKEMA)
    assert [(t.kode, t.sumber.sel) for t in temuan] == [("TPL009", "paragraf 2"), ("TPL009", "paragraf 3")]
    assert ["komentar" in t.pesan for t in temuan] == [True, False]


def test_komentar_yang_tidak_menempel_juga_ditolak() -> None:
    isi = io.BytesIO(templat("a"))
    with zipfile.ZipFile(isi, "a") as z:
        ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        z.writestr("word/comments.xml", f'<w:comments xmlns:w="{ns}"><w:comment w:id="0"/></w:comments>')
    assert kode(isi.getvalue()) == [("TPL009", "daftar komentar")]


@pytest.mark.parametrize("nomor", range(1, 19))
def test_halaman_tiap_kode(nomor: int) -> None:
    teks = pages.halaman(f"TPL{nomor:03d}")
    letak = [teks.index(f"## {judul}") for judul in pages.JUDUL]
    assert letak == sorted(letak)
