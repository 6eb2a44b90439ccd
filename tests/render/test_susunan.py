"""Structure of the reports: contents, captions, sections, headings, charts, alt texts, tables, content controls."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import contoh_hasil as contoh
import openpyxl
import pytest
from contoh_perbaikan import perbaikan
from helpers import docx_text
from helpers.docx_text import W, paragraph_text

from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.render.nomor import roman

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"


def _buat(id_periode: str, akar: Path) -> bytes:
    return dokumen.laporan(
        contoh.master(), Pengaturan(), contoh.hasil(id_periode), contoh.kelengkapan(id_periode), perbaikan(id_periode),
        tanggal=date(2026, 4, 12), templat=TEMPLAT, akar=akar,
    ).isi  # fmt: skip


@pytest.fixture(scope="module", params=["2026-03", "2026-TW1", "2026-S1", "2026"])
def isi(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _buat(request.param, tmp_path_factory.mktemp("ws"))


def _gaya(isi: bytes, *nama: str) -> list[str]:
    hasil = []
    for p in docx_text.root(isi).iter(f"{W}p"):
        gaya = p.find(f"{W}pPr/{W}pStyle")
        if gaya is not None and gaya.get(f"{W}val") in nama:
            hasil.append(paragraph_text(p))
    return hasil


def test_daftar_isi_terisi_dari_judul(isi: bytes) -> None:
    judul = _gaya(isi, "Heading1", "Heading2", "Heading3", "JudulDepan", "JudulLampiran")
    daftar = _gaya(isi, "TOC1", "TOC2", "TOC3")
    assert len(daftar) == len(judul) > 10
    for butir, teks in zip(daftar, judul, strict=True):
        bagian = butir.split(" → ")
        assert bagian[-2] == " ".join(teks.split())
        assert bagian[-1].isdigit() or set(bagian[-1]) <= set("ivxl")


def test_daftar_isi_menunjuk_penanda_yang_ada(isi: bytes) -> None:
    akar = docx_text.root(isi)
    ada = [b.get(f"{W}name") for b in akar.iter(f"{W}bookmarkStart")]
    assert len(ada) == len(set(ada))
    tautan = [h.get(f"{W}anchor") for h in akar.iter(f"{W}hyperlink")]
    assert tautan
    assert set(tautan) <= set(ada)
    buka = [b.get(f"{W}id") for b in akar.iter(f"{W}bookmarkStart")]
    assert sorted(buka) == sorted(b.get(f"{W}id") for b in akar.iter(f"{W}bookmarkEnd"))
    assert len(set(buka)) == len(buka)


def test_nomor_tabel_dan_gambar_berurutan(isi: bytes) -> None:
    keterangan = _gaya(isi, "Caption")
    for jenis in ("Tabel", "Gambar"):
        nomor = [int(k.split()[1].rstrip(".")) for k in keterangan if k.startswith(jenis)]
        assert nomor == list(range(1, len(nomor) + 1))
        assert nomor


def test_setiap_tabel_data_punya_kepala_berulang_dan_baris_utuh(isi: bytes) -> None:
    akar = docx_text.root(isi)
    assert any(t.find(f"{W}tblPr/{W}tblDescription") is not None for t in akar.iter(f"{W}tbl"))
    for tabel in akar.iter(f"{W}tbl"):
        assert all(tr.find(f"{W}trPr/{W}cantSplit") is not None for tr in tabel.iter(f"{W}tr"))
        if tabel.find(f"{W}tblPr/{W}tblDescription") is not None:
            assert tabel.find(f"{W}tr").find(f"{W}trPr/{W}tblHeader") is not None
        assert len(tabel.findall(f"{W}tr")) >= 1


def test_bagian_mendatar_tidak_hilang(isi: bytes) -> None:
    ukuran = [s.get(f"{W}orient") or "portrait" for s in docx_text.root(isi).iter(f"{W}pgSz")]
    assert "landscape" in ukuran
    assert ukuran[0] == "portrait"
    for sect in docx_text.root(isi).iter(f"{W}sectPr"):
        assert {r.tag for r in sect} >= {f"{W}headerReference", f"{W}footerReference"}


def test_id_gambar_dan_kontrol_unik(isi: bytes) -> None:
    akar = docx_text.root(isi)
    for daftar in (
        [e.get("id") for e in akar.iter(f"{docx_text.WP}docPr")],
        [e.get(f"{W}val") for e in akar.iter(f"{W}id")],
    ):
        assert daftar
        assert len(set(daftar)) == len(daftar)


def test_setiap_gambar_punya_teks_pengganti(isi: bytes) -> None:
    assert all(len(e.get("descr") or "") > 20 for e in docx_text.root(isi).iter(f"{docx_text.WP}docPr"))


def test_setiap_paragraf_narasi_bertanda(isi: bytes) -> None:
    tanda = [e.get(f"{W}val") for e in docx_text.root(isi).iter(f"{W}tag")]
    assert len(tanda) > 5
    assert all(t.startswith("narasi:") and len(t) <= 64 for t in tanda)


def test_bahasa_indonesia(isi: bytes) -> None:
    bahasa = {e.get(f"{W}val") for e in docx_text.root(isi, "word/styles.xml").iter(f"{W}lang")}
    assert bahasa == {"id-ID"}


def test_angka_grafik_sama_dengan_tabel_dan_buku_kerjanya(tmp_path: Path) -> None:
    bagian = docx_text.parts(_buat("2026-03", tmp_path))
    bagan = docx_text.root(_buat("2026-03", tmp_path), "word/charts/chart2.xml")
    angka = [e.text for e in bagan.iterfind(f".//{docx_text.C}numCache//{docx_text.C}v")]
    buku = openpyxl.load_workbook(io.BytesIO(bagian["word/embeddings/data_grafik2.xlsx"]))
    baris = list(buku["Data"].iter_rows(values_only=True))
    assert [x for (_, x, _) in baris[1:]] == [84.68, 92.08, 100, 83.03]
    assert angka == ["84.68", "92.08", "100", "83.03"]


@pytest.mark.parametrize(("n", "teks"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (39, "XXXIX")])
def test_angka_romawi(n: int, teks: str) -> None:
    assert roman(n) == teks
