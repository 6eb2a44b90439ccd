"""Drafted paragraphs in finished reports: the identity in each, and the mark at those whose facts have changed."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import contoh_hasil as contoh
import pytest
from contoh_perbaikan import perbaikan
from docx import Document
from docx.oxml import parse_xml
from helpers import docx_text
from helpers.docx_text import W
from test_mesin import SIFAT
from urutan_ooxml import salah_urut

from kinerja.domain.narasi import NarasiDisimpan, baca_tanda, judul_kontrol, nama_penanda
from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.render.dokumen import LaporanJadi
from kinerja.render.engine import render_docx
from kinerja.render.views.narasi import paragraf

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
GOLDEN = Path(__file__).parent / "narasi_usang_2026-03.txt"
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _laporan(id_periode: str, *disimpan: NarasiDisimpan, konsep: bool = True, **draf: str) -> LaporanJadi:
    return dokumen.laporan(
        contoh.master(), Pengaturan(), contoh.hasil(id_periode), contoh.kelengkapan(id_periode),
        perbaikan(id_periode), tanggal=date(2026, 4, 12), templat=TEMPLAT, akar=TEMPLAT, konsep=konsep,
        disimpan={n.kunci: n for n in disimpan}, draf_lama={(k, "0" * 10): t for k, t in draf.items()},
    )  # fmt: skip


def _simpan(kunci: str, teks: str) -> NarasiDisimpan:
    waktu = datetime(2026, 4, 1)
    return NarasiDisimpan(kunci=kunci, teks=teks, sidik="0" * 10, oleh="Rina", waktu=waktu, berkas="x", sha256="0")


USANG = (
    _simpan("anggaran", "Serapan menunggu pencairan."), _simpan("penutup", "Demikian.\n\nTerima kasih."),
)  # fmt: skip


@pytest.mark.parametrize("id_periode", ["2026-03", "2026-TW1", "2026-S1", "2026"])
def test_setiap_paragraf_bertanda_tiga_cara(id_periode: str) -> None:
    jadi = _laporan(id_periode)
    akar = docx_text.root(jadi.isi)
    ada = []
    for sdt in akar.iter(f"{W}sdt"):
        tanda = sdt.find(f"{W}sdtPr/{W}tag")
        if tanda is None or (milik := baca_tanda(tanda.get(f"{W}val"))) is None:
            continue
        ada.append(milik[0])
        sifat = [e.tag.removeprefix(W) for e in sdt.find(f"{W}sdtPr")]
        assert sifat == ["alias", "tag", "id", "lock", "docPartObj"]
        assert sdt.find(f"{W}sdtPr/{W}alias").get(f"{W}val") == judul_kontrol(milik[0])
        assert sdt.find(f".//{W}bookmarkStart").get(f"{W}name") == nama_penanda(*milik)
        assert sdt.find(f".//{W}bookmarkEnd") is not None
    assert sorted(ada) == sorted(n.kunci for n in jadi.narasi)
    assert len(ada) > 20
    assert all(len(nama_penanda(k, "0" * 10)) <= 40 for k in ada)  # Word's limit


def test_yang_usang_diarsir_dan_dikomentari(banding_golden: Callable[[Path, str], None]) -> None:
    jadi = _laporan(
        "2026-03", *USANG, anggaran="Dari pagu anggaran sebesar Rp1, telah direalisasikan Rp0. Sisanya nol."
    )
    akar, komentar = docx_text.root(jadi.isi), docx_text.root(jadi.isi, "word/comments.xml")
    arsir = [docx_text.paragraph_text(p) for p in akar.iter(f"{W}p") if p.find(f"{W}pPr/{W}shd") is not None]
    assert arsir == ["Serapan menunggu pencairan.", "Demikian.", "Terima kasih."]
    assert [n.kunci for n in jadi.narasi if n.usang] == ["anggaran", "penutup"]
    baris = [t for k in komentar for t in ("", *(docx_text.paragraph_text(p) for p in k.iter(f"{W}p")))]
    banding_golden(GOLDEN, "\n".join([*arsir, *baris]) + "\n")
    assert list(salah_urut(akar)) == []
    for apa in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [e.get(f"{W}id") for e in akar.iter(f"{W}{apa}")] == [k.get(f"{W}id") for k in komentar]
    assert not any(k.get(f"{W}date") for k in komentar)  # it would differ from run to run
    assert _laporan("2026-03", *USANG).isi == _laporan("2026-03", *USANG).isi


def test_final_tanpa_tanda() -> None:
    jadi = _laporan("2026-03", *USANG, konsep=False)
    assert "word/comments.xml" not in docx_text.parts(jadi.isi)
    assert "Terima kasih." in docx_text.plain_text(jadi.isi)
    assert [n.kunci for n in jadi.narasi if n.usang] == ["anggaran", "penutup"]


def _cetak(*isi: str) -> bytes:
    dok, keluar = Document(), io.BytesIO()
    for xml in isi:
        dok.element.body[-1].addprevious(parse_xml(xml))
    dok.save(keluar)
    return render_docx(keluar.getvalue(), "t.docx", {"n": paragraf("IKU-01", "Isi.")}, SIFAT)


def test_templat_kantor_yang_lain_susunannya() -> None:
    """A control inside a paragraph, and a paragraph that is printed twice: marked as far as Word allows."""
    sifat = '<w:sdtPr><w:rPr><w:b/></w:rPr><w:tag w:val="{{ n.tanda }}"/><w:richText/></w:sdtPr>'
    run = "<w:r><w:t>{{ n.teks }}</w:t></w:r>"
    dalam = f"<w:p {_NS}><w:sdt>{sifat}<w:sdtContent>{run}</w:sdtContent></w:sdt></w:p>"
    blok = f"<w:sdt {_NS}>{sifat}<w:sdtContent><w:p>{run}</w:p></w:sdtContent></w:sdt>"
    akar = docx_text.root(_cetak(dalam, blok))
    assert [[e.tag.removeprefix(W) for e in s] for s in akar.iter(f"{W}sdtPr")] == [
        ["rPr", "alias", "tag", "lock"], ["rPr", "alias", "tag", "lock", "docPartObj"],
    ]  # fmt: skip
    assert len(list(akar.iter(f"{W}bookmarkStart"))) == len(list(akar.iter(f"{W}bookmarkEnd"))) == 1
    lain = blok.replace("{{ n.tanda }}", "milik kantor")
    akar = docx_text.root(_cetak(lain))
    assert [e.tag.removeprefix(W) for s in akar.iter(f"{W}sdtPr") for e in s] == ["rPr", "tag", "richText"]
