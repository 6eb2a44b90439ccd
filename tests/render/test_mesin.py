"""The engine: escaping, refusals with place and remedy, what a context may hold, canonical bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time
from fractions import Fraction
from pathlib import Path
from typing import Any

import contoh_hasil as contoh
import pytest
from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from helpers import docx_text

from kinerja.errors import KesalahanProgram, KinerjaError
from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen, logo
from kinerja.render.engine import Cetakan, Sifat, render_docx
from kinerja.render.model import Deret, Gambar, Grafik

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
GAMBAR = TEMPLAT.parent / "sample_data" / "inspektorat" / "logo.png"
WAKTU = datetime.combine(date(2026, 1, 31), time(12))
SIFAT = Sifat(judul="Judul & <isi>", pengarang="Dinas A & B", subjek="-", waktu=WAKTU, kertas="A4")
GANJIL = "A & B < C > \"D\" 'E' {F} {{ g }} {% h %} {_{ i }_} 😀 ꦗꦮ é\u00a0–"


def templat(*paragraf: str, tabel: list[list[str]] | None = None) -> bytes:
    """A small template."""
    dok = Document()
    for p in paragraf:
        dok.add_paragraph(p)
    for n, baris in enumerate(tabel or []):
        if n == 0:
            t = dok.add_table(rows=0, cols=len(baris))
        sel = t.add_row().cells
        for k, teks in enumerate(baris):
            sel[k].text = teks
    keluar = io.BytesIO()
    dok.save(keluar)
    return keluar.getvalue()


def teks(isi: bytes) -> list[str]:
    return [b for b in docx_text.plain_text(isi).split("\n") if b]


def test_tanda_khusus_tampil_apa_adanya() -> None:
    isi = render_docx(templat("{{ a }} akhir", "{%p for x in b %}", "{{ x }}", "{%p endfor %}"), "t.docx",
                      {"a": GANJIL, "b": [GANJIL, "<w:p/>"]}, SIFAT)  # fmt: skip
    assert teks(isi) == [f"{GANJIL} akhir", GANJIL, "<w:p/>"]


@pytest.mark.parametrize(("tulis", "tampil"), [
    ("a\nb", "a ↵ b"), ("a\r\nb", "a ↵ b"), ("a\u2028b", "a ↵ b"), ("a\tb", "a b"),
    ("a\x00\x07\ufdd0b\ud800", "ab"), ("", ""),
])  # fmt: skip
def test_baris_dan_karakter_kendali(tulis: str, tampil: str) -> None:
    assert teks(render_docx(templat("[{{ a }}]"), "t.docx", {"a": tulis}, SIFAT)) == [f"[{tampil}]"]


def test_teks_sangat_panjang() -> None:
    panjang = "kata & kata " * 1000
    assert teks(render_docx(templat("{{ a }}"), "t.docx", {"a": panjang}, SIFAT)) == [panjang]


def test_sifat_dokumen_tidak_dobel_escape() -> None:
    inti = Document(io.BytesIO(render_docx(templat("x"), "t.docx", {}, SIFAT))).core_properties
    assert (inti.title, inti.author, inti.language) == ("Judul & <isi>", "Dinas A & B", "id-ID")
    assert inti.created == inti.modified == SIFAT.waktu.replace(tzinfo=UTC)


def test_sifat_dokumen_hanya_unsur_yang_dikenal_word_dan_masing_masing_sekali() -> None:
    unsur = [e.tag for e in docx_text.root(render_docx(templat("x"), "t.docx", {}, SIFAT), "docProps/core.xml")]
    assert len(unsur) == len(set(unsur))
    assert not [u for u in unsur if "custom-properties" in u]


@pytest.mark.parametrize("nilai", [1, 1.5, None, Fraction(1, 2), object(), date(2026, 1, 1), b"x"])
def test_isi_yang_bukan_teks_jadi_adalah_kesalahan_program(nilai: Any) -> None:
    with pytest.raises(KesalahanProgram, match=r"a\.b\[0\]"):
        render_docx(templat("x"), "t.docx", {"a": {"b": [nilai]}}, SIFAT)


@pytest.mark.parametrize(("ungkapan", "sebut"), [
    ("{{ instansi.nma }}", "Mungkin maksudnya “nama”"),
    ("{{ instasi.nama }}", "Mungkin maksudnya “instansi”"),
    ("{{ ''.__class__ }}", "tidak diperbolehkan"),
    ("{{ instansi.__class__.__mro__ }}", "tidak diperbolehkan"),
    ("{{ instansi.items() }}", "tidak diperbolehkan"),
    ("{{ 7 * 7 }}", "tidak diperbolehkan"),
    ("{{ instansi['nama'].upper() }}", "tidak diperbolehkan"),
    ("{{ range(9) }}", "tidak diperbolehkan"),
    ("{{ instansi.nama | upper }}", "upper"),
    ("{{ konsep }}", "ya atau tidak"),
    ("{{ daftar }}", "daftar, bukan teks"),
    ("{{ instansi }}", "kumpulan"),
    ("{{ instansi.nama }", "tidak berpasangan"),
    ("{% if konsep %}x", "tidak ditutup"),
    ("{% for x in daftar %}", "tidak ditutup"),
    ("{%p for x in daftar %}", "ikut hilang"),
    ("{% endif %}", "tidak ada if"),
    ("{% set a = 1 %}", "tidak dikenal"),
    ("{% if instansi.nama is defined %}x{% endif %}", "tidak diperbolehkan"),
    ("{% if not konsep %}{{ instansi.nama.__class__ }}{% endif %}", "tidak diperbolehkan"),
])  # fmt: skip
def test_templat_salah_ditolak_dengan_letak(ungkapan: str, sebut: str) -> None:
    konteks = {"instansi": {"nama": "Inspektorat"}, "konsep": True, "daftar": ["a"]}
    with pytest.raises(KinerjaError) as salah:
        render_docx(templat("Pembuka", f"Isi {ungkapan}"), "surat.docx", konteks, SIFAT)
    assert "surat.docx" in salah.value.pesan
    assert "paragraf 2" in salah.value.pesan
    assert sebut in salah.value.pesan
    assert salah.value.saran
    assert salah.value.exit_code == 3


def test_letak_di_dalam_tabel() -> None:
    isi = templat("a", tabel=[["No", "Nama"], ["1", "{{ namaa }}"]])
    with pytest.raises(KinerjaError, match="tabel 1, baris 2, kolom 2"):
        render_docx(isi, "t.docx", {"nama": "x"}, SIFAT)


@pytest.mark.parametrize("isi", [b"", b"bukan zip", b"PK\x03\x04rusak"])
def test_templat_bukan_docx(isi: bytes) -> None:
    with pytest.raises(KinerjaError, match="tidak dapat dibuka"):
        render_docx(isi, "t.docx", {}, SIFAT)


def test_templat_tidak_ada(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match=r"laporan_bulanan\.docx tidak ada") as salah:
        _laporan(contoh.master(), tmp_path, tmp_path)
    assert salah.value.exit_code == 3


def _laporan(master: Any, templat_: Path, akar: Path, **setelan: Any) -> bytes:
    pengaturan = replace(Pengaturan(), **setelan)
    tanggal = date(2026, 2, 12)
    return dokumen.laporan(
        master, pengaturan, contoh.hasil(), contoh.kelengkapan(), None,
        tanggal=tanggal, templat=templat_, akar=akar, konsep=False,
    ).isi  # fmt: skip


def test_nama_ganjil_di_laporan_utuh(tmp_path: Path) -> None:
    instansi = replace(contoh.master().instansi, nama=GANJIL)
    indikator = tuple(replace(i, nama=f"{i.kode} {GANJIL}") for i in contoh.INDIKATOR)
    isi = _laporan(contoh.master(instansi=instansi, indikator=indikator), TEMPLAT, tmp_path)
    semua = docx_text.plain_text(isi)
    assert semua.count(f"IKU-01 {GANJIL}") >= 5
    assert f"Laporan Kinerja {GANJIL}, Januari 2026" in semua


def test_logo_yang_hilang_menjadi_ruang_kosong(tmp_path: Path) -> None:
    assert "media/image" not in " ".join(docx_text.parts(_laporan(contoh.master(), TEMPLAT, tmp_path)))


def test_logo_di_luar_ruang_kerja_tidak_dibaca(tmp_path: Path, png: bytes) -> None:
    (tmp_path / "rahasia.png").write_bytes(png)
    (tmp_path / "ws").mkdir()
    instansi = replace(contoh.master().instansi, logo="../rahasia.png")
    assert logo.read_logo(contoh.master(instansi=instansi), tmp_path / "ws") is None


def test_logo_dipasang_dengan_teks_pengganti(tmp_path: Path, png: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(png)
    isi = _laporan(contoh.master(), TEMPLAT, tmp_path)
    assert docx_text.plain_text(isi).count("[gambar: Lambang Pemerintah Kabupaten Sumber Rejo]") == 2


@pytest.mark.parametrize("isi", [
    b"bukan gambar", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"\xff\xd8\xff\xe0\0\x10JFIF", None, "terpotong",
])  # fmt: skip
def test_logo_yang_rusak_menjadi_ruang_kosong(tmp_path: Path, png: bytes, isi: bytes | str | None) -> None:
    if isi is not None:
        (tmp_path / "logo.png").write_bytes(png[:-12] if isinstance(isi, str) else isi)
    assert "media/image" not in " ".join(docx_text.parts(_laporan(contoh.master(), TEMPLAT, tmp_path)))
    assert logo.logo_fault(contoh.master(), tmp_path) in (
        "tidak ada di map kerja", "bukan gambar PNG atau JPEG yang utuh",
    )  # fmt: skip


def test_logo_yang_utuh_tidak_bersalah(tmp_path: Path, png: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(png)
    assert logo.logo_fault(contoh.master(), tmp_path) is None
    tanpa = contoh.master(instansi=replace(contoh.master().instansi, logo=None))
    assert logo.logo_fault(tanpa, tmp_path / "tidak_ada") is None


def test_kertas_f4(tmp_path: Path) -> None:
    isi = _laporan(contoh.master(), TEMPLAT, tmp_path, kertas="F4")
    ukuran = {
        (u.get(f"{docx_text.W}w"), u.get(f"{docx_text.W}h")) for u in docx_text.root(isi).iter(f"{docx_text.W}pgSz")
    }
    assert ukuran == {("12189", "18709"), ("18709", "12189")}


def test_tanpa_konsep_tidak_ada_tanda_dan_kotak_paraf(tmp_path: Path) -> None:
    semua = docx_text.plain_text(_laporan(contoh.master(), TEMPLAT, tmp_path))
    assert "KONSEP" not in semua
    assert "Paraf" not in semua


def test_waktu_tidak_memengaruhi_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import time

    pertama = _laporan(contoh.master(), TEMPLAT, tmp_path)
    asli: Callable[[], float] = time.time
    monkeypatch.setattr(time, "time", lambda: asli() + 86400 * 400)
    assert _laporan(contoh.master(), TEMPLAT, tmp_path) == pertama


@pytest.fixture
def surat() -> Cetakan:
    """A letter with tags in its header, pictures of its own in a loop and in its footer, a drawing it may leave out."""
    badan = ("{{ a }}", "{%p if b %}", "{{ b }} {{ logo }}", "{%p endif %}", "{%p for x in c %}", "-", "{%p endfor %}")
    dok = Document(io.BytesIO(templat(*badan)))
    dok.paragraphs[5].add_run().add_picture(str(GAMBAR))
    dok.sections[0].header.paragraphs[0].text = "Kepala {{ a }}"
    dok.sections[0].footer.paragraphs[0].add_run().add_picture(str(GAMBAR))
    keluar = io.BytesIO()
    dok.save(keluar)
    return Cetakan(keluar.getvalue(), "surat.docx")


def test_dokumen_berikutnya_sama_dengan_yang_dibuat_tersendiri(surat: Cetakan) -> None:
    logo = Gambar(isi=GAMBAR.read_bytes(), tinggi_mm=20, alt="Lambang")
    isi = [{"a": GANJIL, "b": "", "logo": logo, "c": []}, {"a": "dua", "b": "ada", "logo": logo, "c": []}]
    isi += [{"a": "tiga", "b": "ada", "logo": logo, "c": ["x", "y"]}, {"a": "3", "b": "ada", "logo": logo, "c": ["x"]}]
    isi += [{**isi[1], "logo": replace(logo, tinggi_mm=9)}, {**isi[1], "logo": ""}]
    for n, konteks in enumerate([*isi, isi[0]]):
        sifat = replace(SIFAT, judul=f"Surat {n // 2}", kertas="F4" if n % 2 else "A4")
        assert surat.render(konteks, sifat) == render_docx(surat._isi, "surat.docx", konteks, sifat)


def test_templat_tetap_terpakai_sesudah_isi_yang_salah(surat: Cetakan) -> None:
    baik = {"a": "satu", "b": "ada", "logo": "", "c": []}
    pertama = surat.render(baik, SIFAT)
    with pytest.raises(KinerjaError, match="“logo”"):
        surat.render({"a": "satu", "b": "ada", "c": []}, SIFAT)
    assert surat.render(baik, SIFAT) == pertama


def test_dokumen_bergrafik_dibuat_utuh_tiap_kali() -> None:
    grafik = Grafik(
        jenis="batang",
        judul="J",
        kategori=("x",),
        deret=(Deret(nama="d", nilai=("1",)),),
        satuan="%",
        desimal=2,
        alt="G",
    )
    bergrafik = Cetakan(templat("{{ g }}", "{{ a }}"), "t.docx")
    for a in ("satu", "dua"):
        konteks = {"a": a, "g": grafik}
        assert bergrafik.render(konteks, SIFAT) == render_docx(bergrafik._isi, "t.docx", konteks, SIFAT)


def test_catatan_kaki_terisi_pada_setiap_dokumen() -> None:
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    isi = f'<w:footnotes xmlns:w="{ns}"><w:footnote w:id="1"><w:p><w:r><w:t>Catatan {{{{ a }}}}</w:t></w:r></w:p>'
    dok, keluar = Document(), io.BytesIO()
    paket = dok.part.package
    kaki = Part(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, f"{isi}</w:footnote></w:footnotes>".encode(), paket
    )
    dok.part.relate_to(kaki, RELATIONSHIP_TYPE.FOOTNOTES)
    dok.save(keluar)
    berkaki = Cetakan(keluar.getvalue(), "t.docx")
    for a in ("satu", "dua"):
        with zipfile.ZipFile(io.BytesIO(berkaki.render({"a": a}, SIFAT))) as z:
            assert f"Catatan {a}" in z.read("word/footnotes.xml").decode()
