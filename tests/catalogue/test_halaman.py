"""Codes, texts and pages agree, in both directions."""

from __future__ import annotations

import re
import string

import pytest

from kinerja.catalogue import ATURAN, temuan
from kinerja.catalogue.core import _KELUARGA
from kinerja.catalogue.pages import FOLDER, JUDUL, halaman
from kinerja.catalogue.rule import RuleInfo
from kinerja.sources import CellRef

KODE = sorted(ATURAN)


def test_codes_are_unique_and_well_formed() -> None:
    semua = [r.kode for k in _KELUARGA for r in k.ATURAN]
    assert len(semua) == len(set(semua))
    assert all(re.fullmatch(r"[A-Z]{3}[0-9]{3}", k) for k in semua)
    nama = [r.nama for k in _KELUARGA for r in k.ATURAN if r.kode[:3] not in ("MST", "STL", "TPL")]
    assert len(nama) == len(set(nama))


def test_pages_are_the_codes() -> None:
    assert sorted(p.stem for p in FOLDER.glob("*.md")) == KODE


@pytest.mark.parametrize("kode", KODE)
def test_page_has_its_parts_in_order(kode: str) -> None:
    teks = halaman(kode)
    assert teks.startswith(f"# {kode} ")
    assert re.findall(r"^## (.+)$", teks, re.MULTILINE) == list(JUDUL)
    bagian = re.split(r"^## .+$", teks, flags=re.MULTILINE)[1:]
    assert all(len(b.strip()) >= 4 for b in bagian)


def _penanda(teks: str) -> set[str]:
    return {nama for _, nama, _, _ in string.Formatter().parse(teks) if nama}


@pytest.mark.parametrize("aturan", ATURAN.values(), ids=lambda r: r.kode)
def test_texts_are_sentences(aturan: RuleInfo) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", aturan.nama)
    for teks in (aturan.pesan, aturan.saran):
        assert "  " not in teks
        assert all(re.fullmatch(r"[a-z_]+", p) for p in _penanda(teks))
    assert aturan.saran[:1].isupper() or aturan.saran.startswith("{")


def test_what_is_expected_is_said_where_the_check_says_nothing() -> None:
    tempat = CellRef("masuk/a.xlsx", "Data Kinerja", "R7")
    assert temuan("BKT001", tempat, indikator="IKU-01").diharapkan == "nama dan nomor dokumen"
    assert temuan("BKT001", tempat, indikator="IKU-01", diharapkan="SK").diharapkan == "SK"
    assert temuan("BTK012", tempat, label="NIP").diharapkan is None
