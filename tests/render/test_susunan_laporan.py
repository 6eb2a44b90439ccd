"""Layout of the four reports: sections, headers, fields, columns, rows on pages, paper, draft and final."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import contoh_hasil as contoh
import pytest
from helpers import docx_text
from helpers.docx_text import W, paragraph_text
from lxml import etree

from kinerja.aggregate.model import HasilPeriode
from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.render.baris import BERDAMPINGAN, DI_BAWAH, SEHALAMAN, arrange_rows
from kinerja.render.views.uraian import per_indikator

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PERIODE = ("2026-03", "2026-TW1", "2026-S1", "2026")
ANGKA = re.compile(r"[+-]?[0-9.]+,[0-9]+|[0-9]{1,3}(\.[0-9]{3})+")


def _buat(id_periode: str, akar: Path, *, kertas: str = "A4", konsep: bool = True, **isi: Any) -> bytes:
    hasil: HasilPeriode = replace(contoh.hasil(id_periode), **isi)
    return dokumen.laporan(
        contoh.master(), replace(Pengaturan(), kertas=kertas), hasil, contoh.kelengkapan(id_periode), None,
        tanggal=date(2026, 4, 12), templat=TEMPLAT, akar=akar, konsep=konsep,
    ).isi  # fmt: skip


@pytest.fixture(scope="module", params=PERIODE)
def isi(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return _buat(request.param, tmp_path_factory.mktemp("ws"))


def _bagian(isi: bytes) -> Iterator[tuple[Any, list[Any]]]:
    """Each section's properties with its tables."""
    tabel: list[Any] = []
    for e in docx_text.root(isi).find(f"{W}body"):
        tabel += e.iter(f"{W}tbl")
        sect = e if e.tag == f"{W}sectPr" else e.find(f"{W}pPr/{W}sectPr")
        if sect is not None:
            yield sect, tabel
            tabel = []


def _lebar(sect: Any) -> int:
    ukuran, tepi = sect.find(f"{W}pgSz"), sect.find(f"{W}pgMar")
    return int(ukuran.get(f"{W}w")) - int(tepi.get(f"{W}left")) - int(tepi.get(f"{W}right"))


def _kepala(isi: bytes, sect: Any, jenis: str) -> Any:
    rels = etree.fromstring(docx_text.parts(isi)["word/_rels/document.xml.rels"])
    rid = sect.find(f"{W}{jenis}Reference").get(f"{R}id")
    return docx_text.root(isi, "word/" + next(r.get("Target") for r in rels if r.get("Id") == rid))


def _penuh(tabel: Any) -> int:
    return sum(int(k.get(f"{W}w")) for k in tabel.findall(f"{W}tblGrid/{W}gridCol"))


@pytest.mark.parametrize("kertas", ["A4", "F4"])
def test_tabel_kepala_dan_daftar_selebar_kertasnya(tmp_path: Path, kertas: str) -> None:
    isi = _buat("2026", tmp_path, kertas=kertas)
    for sect, tabel in _bagian(isi):
        lebar = _lebar(sect)
        assert [_penuh(t) for t in tabel if abs(_penuh(t) - lebar) > lebar // 100] == []
        assert abs(_penuh(_kepala(isi, sect, "header").find(f"{W}tbl")) - lebar) <= lebar // 100
    tab = {int(t.get(f"{W}pos")) for t in docx_text.root(isi, "word/styles.xml").iter(f"{W}tab")
           if t.get(f"{W}leader") == "dot"}  # fmt: skip
    tegak = _lebar(next(_bagian(isi))[0])
    assert all(tegak - 20 <= x <= tegak for x in tab)


def test_setiap_bagian_punya_kepala_dan_kaki_sendiri(isi: bytes) -> None:
    bagian = [sect for sect, _ in _bagian(isi)]
    mendatar = [s.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for s in bagian]
    assert mendatar[:3] == [False, False, False]
    assert any(mendatar)
    for n, sect in enumerate(bagian):
        kaki = "".join(t.text or "" for t in _kepala(isi, sect, "footer").iter(f"{W}instrText"))
        assert ("PAGE" in kaki) == (n > 0)
        assert "KONSEP" in "".join(t.text or "" for t in _kepala(isi, sect, "header").iter(f"{W}t"))


def test_nomor_halaman_romawi_lalu_angka(isi: bytes) -> None:
    nomor = [s.find(f"{W}pgNumType") for s, _ in _bagian(isi)]
    bentuk = [None if x is None else (x.get(f"{W}fmt"), x.get(f"{W}start")) for x in nomor]
    assert bentuk[:3] == [None, ("lowerRoman", "1"), ("decimal", "1")]
    assert set(bentuk[3:]) == {("decimal", None)}


def test_daftar_berupa_field(isi: bytes) -> None:
    perintah = [t.text.split() for t in docx_text.root(isi).iter(f"{W}instrText")]
    toc = [x for x in perintah if x[0] == "TOC"]
    tahunan = "Ikhtisar Eksekutif" in docx_text.plain_text(isi)
    assert ["\\o" in toc[0], *('"Tabel"' in x or '"Gambar"' in x for x in toc[1:])] == [True] * (3 if tahunan else 1)
    keterangan = [
        p for p in docx_text.root(isi).iter(f"{W}p")
        if (g := p.find(f"{W}pPr/{W}pStyle")) is not None and g.get(f"{W}val") == "Caption"
    ]  # fmt: skip
    assert all(any("SEQ" in (t.text or "") for t in p.iter(f"{W}instrText")) for p in keterangan)
    judul = {g.get(f"{W}styleId"): g for g in docx_text.root(isi, "word/styles.xml").iter(f"{W}style")}
    for n in (1, 2, 3):
        assert judul[f"Heading{n}"].find(f"{W}name").get(f"{W}val").lower() == f"heading {n}"
        assert judul[f"Heading{n}"].find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == str(n - 1)


def test_angka_rata_kanan(isi: bytes) -> None:
    for tabel in docx_text.root(isi).iter(f"{W}tbl"):
        if tabel.find(f"{W}tblPr/{W}tblDescription") is None:
            continue
        for tc in tabel.iter(f"{W}tc"):
            for p in tc.findall(f"{W}p"):
                if ANGKA.fullmatch(paragraph_text(p)):
                    assert p.find(f"{W}pPr/{W}jc").get(f"{W}val") == "right", paragraph_text(p)


def test_final_tanpa_tanda_konsep(tmp_path: Path) -> None:
    for id_periode in PERIODE:
        semua = docx_text.plain_text(_buat(id_periode, tmp_path, konsep=False))
        assert "KONSEP" not in semua
        assert "Paraf" not in semua


def _lanjut(tr: Any) -> bool:
    return all(p.find(f"{W}pPr/{W}keepNext") is not None for p in tr.iter(f"{W}p"))


def test_baris_pertama_dan_terakhir_tidak_tercecer(isi: bytes) -> None:
    for tabel in docx_text.root(isi).iter(f"{W}tbl"):
        baris = tabel.findall(f"{W}tr")
        kepala = sum(tr.find(f"{W}trPr/{W}tblHeader") is not None for tr in baris)
        for tr in (*baris[: kepala + BERDAMPINGAN], baris[-2]) if kepala and len(baris) > kepala + 3 else ():
            panjang = max(sum(len(t.text or "") for t in tc.iter(f"{W}t")) for tc in tr.iter(f"{W}tc"))
            assert _lanjut(tr) or panjang > 100, "".join(tr.itertext())


def test_teks_panjang_boleh_terbelah_dan_tidak_menahan_baris_lain(tmp_path: Path) -> None:
    uraian = contoh.hasil("2026-03").uraian
    panjang = replace(uraian[0], faktor_penghambat="Hambatan yang diuraikan panjang lebar. " * 256)
    isi = _buat("2026-03", tmp_path, uraian=(panjang, *uraian[1:]))
    baris = [tr for tr in docx_text.root(isi).iter(f"{W}tr") if "panjang lebar" in "".join(tr.itertext())]
    assert baris
    assert all(tr.find(f"{W}trPr/{W}cantSplit") is None and not _lanjut(tr) for tr in baris)


def test_baris_biasa_tetap_utuh() -> None:
    ruang = W.strip("{}")
    baris = "<w:tr><w:trPr><w:cantSplit/>{}</w:trPr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    tabel = "".join(baris.format("<w:tblHeader/>" if n == 0 else "", "x" * 600) for n in range(3))
    badan = etree.fromstring(f'<w:body xmlns:w="{ruang}"><w:tbl>{tabel}</w:tbl></w:body>')
    arrange_rows(badan)
    assert len(badan.findall(f".//{W}cantSplit")) == 3
    assert badan.find(f".//{W}keepNext") is None


def test_uraian_menurut_indikator_kata_yang_sama_satu_kali() -> None:
    satu = replace(contoh.hasil("2026-TW1").uraian[0],
                   indikator="IKU-01", unit="IRB1", data_pendukung=None)  # fmt: skip
    bulan = (
        replace(satu, bulan=1, faktor_pendorong="Tim lengkap", faktor_penghambat=None, tindak_lanjut=None),
        replace(satu, bulan=2, faktor_pendorong="Tim lengkap ", faktor_penghambat="Data lambat", tindak_lanjut="Surat"),
        replace(satu, bulan=3, faktor_pendorong=None, faktor_penghambat="Cuaca", tindak_lanjut=None),
    )
    hasil = replace(contoh.hasil("2026-TW1"), uraian=bulan)
    (grup,) = per_indikator(contoh.master(), hasil)
    assert grup["no"] == "1"
    assert [(b["pendorong"], b["penghambat"], b["tindak_lanjut"]) for b in grup["baris"]] == [
        ("Jan, Feb: Tim lengkap", "Feb: Data lambat", "Feb: Surat"), ("", "Mar: Cuaca", "–"),
    ]  # fmt: skip
    assert [b["data_pendukung"] for b in grup["baris"]] == ["–", ""]


@pytest.mark.parametrize(("panjang", "di_bawah"), [(SEHALAMAN, False), (SEHALAMAN + 1, True)])
def test_teks_lebih_dari_sehalaman_dicetak_selebar_tabel(tmp_path: Path, panjang: int, di_bawah: bool) -> None:
    teks = "x" * panjang
    hasil = contoh.hasil("2026-03")
    uraian = (replace(hasil.uraian[0], faktor_penghambat=teks), *hasil.uraian[1:])
    isi = _buat("2026-03", tmp_path, uraian=uraian)
    tabel = next(t for t in docx_text.root(isi).iter(f"{W}tbl") if teks in "".join(t.itertext()))
    baris = list(tabel.iter(f"{W}tr"))
    sel = ["|".join("".join(tc.itertext()) for tc in tr.iter(f"{W}tc")) for tr in baris]
    n = next(n for n, s in enumerate(sel) if teks in s)
    assert (sel[n] == f"Faktor Penghambat:{teks}") == di_bawah
    assert (DI_BAWAH in sel[n - 1]) == di_bawah
    rentang = baris[n].find(f"{W}tc/{W}tcPr/{W}gridSpan")
    assert (rentang is not None and rentang.get(f"{W}val") == "5") == di_bawah
    assert baris[n].find(f"{W}trPr/{W}cantSplit") is None
