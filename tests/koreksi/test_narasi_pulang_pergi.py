"""A wording goes into a report, comes back from it, and is printed again: the same each time, whatever it holds."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kinerja.domain.narasi import NarasiDisimpan, beda_kalimat, rapikan, sidik_draf
from kinerja.koreksi.narasi import BacaanNarasi, baca_narasi, bentuk
from kinerja.koreksi.naskah import baca_naskah
from kinerja.render.engine import Sifat, render_docx
from kinerja.render.konteks import clean_text
from kinerja.render.tersimpan import apply_saved
from kinerja.render.usang import mark_stale
from kinerja.render.views.narasi import paragraf

SIFAT = Sifat(judul="x", pengarang="x", subjek="x", waktu=datetime(2026, 1, 31), kertas="A4")
DRAF = {"IKU-01": "Capaian IKU-01 sebesar 97,71%.", "unit:IRB 4/a": "Capaian unit 80,00%.", "penutup": "Demikian."}
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_GANJIL = "A & B <w:t>x</w:t> {{ g }} {% h %} {# i #} &amp; ]]> 😀 ﷽ “kutip” C:\\x $1 =1+1\tx\x07\u202e\ufdd0 s.d. Mei"


def _templat() -> bytes:
    dokumen = Document()
    dokumen.add_heading("Capaian", 1)
    for nama in ("a", "b", "c"):
        dokumen.element.body[-1].addprevious(
            parse_xml(
                f'<w:sdt {_NS}><w:sdtPr><w:alias w:val="Narasi"/><w:tag w:val="{{{{ {nama}.tanda }}}}"/><w:id '
                f'w:val="1"/></w:sdtPr><w:sdtContent><w:p><w:pPr><w:keepNext/><w:jc w:val="both"/></w:pPr><w:r><w:t '
                f'xml:space="preserve">{{{{ {nama}.teks }}}}</w:t></w:r></w:p></w:sdtContent></w:sdt>'
            )
        )
        dokumen.add_paragraph(f"Kalimat templat {nama}.")
    keluar = io.BytesIO()
    dokumen.save(keluar)
    return keluar.getvalue()


TEMPLAT = _templat()


def konteks(draf: Mapping[str, str] = DRAF) -> dict[str, Any]:
    return dict(zip("abc", (paragraf(k, t) for k, t in draf.items()), strict=True))


def simpan(kunci: str, teks: str, sidik: str | None = None) -> NarasiDisimpan:
    return NarasiDisimpan(
        kunci=kunci, teks=teks, sidik=sidik or sidik_draf(DRAF[kunci]), oleh=None, waktu=datetime(2026, 2, 5),
        berkas="x.docx", sha256="0",
    )  # fmt: skip


def cetak(disimpan: Mapping[str, NarasiDisimpan], draf: Mapping[str, str] = DRAF, *, konsep: bool = True) -> bytes:
    isi, narasi = apply_saved(konteks(draf), disimpan)
    jadi = render_docx(TEMPLAT, "t.docx", isi, SIFAT)
    return mark_stale(jadi, [(n, None) for n in narasi if n.usang]) if konsep else jadi


def baca(diterima: bytes, konsep: bytes) -> BacaanNarasi:
    return baca_narasi(baca_naskah(diterima, "diterima"), baca_naskah(konsep, "konsep"), DRAF)


def _paragraf(teks: str) -> str:
    """Empty lines part paragraphs; blanks are one."""
    baris = groupby((rapikan(x) for x in teks.split("\n")), key=bool)
    return "\n\n".join(" ".join(isi) for ada, isi in baris if ada)


_HURUF = st.text(st.characters(codec="utf-8", exclude_characters="\ufdd0\ufdd1\ufdd2"), max_size=40)


@given(st.lists(st.lists(_HURUF, max_size=3).map("\n".join), min_size=1, max_size=3), st.booleans())
@example([_GANJIL, _GANJIL], True)
@example(["satu\ndua"], False)
@settings(max_examples=60, deadline=None)
def test_kalimat_apa_pun_kembali_seperti_ditulis(bagian: list[str], usang: bool) -> None:
    teks = "\n\n".join(bagian)
    if not (ditulis := _paragraf(clean_text(teks))):
        return
    ada = {"unit:IRB 4/a": simpan("unit:IRB 4/a", teks, "0" * 10 if usang else None)}
    satu = cetak(ada)
    b = baca(satu, cetak({}))
    assert b.tanya == ()
    assert list(b.paragraf) == list(DRAF)
    kembali = b.paragraf["unit:IRB 4/a"]
    assert bentuk(kembali.teks) == ditulis
    assert {k: x.teks for k, x in b.paragraf.items() if k != kembali.kunci} == {
        k: t for k, t in DRAF.items() if k != kembali.kunci
    }
    assert b.bertanda == ({kembali.kunci} if usang else set())
    # What was read back prints the same bytes, as often as it is printed.
    dua = cetak({kembali.kunci: simpan(kembali.kunci, kembali.teks, ada[kembali.kunci].sidik)})
    assert dua == cetak({kembali.kunci: simpan(kembali.kunci, kembali.teks, ada[kembali.kunci].sidik)})
    lagi = baca(dua, satu)
    assert not any(x.disunting for x in lagi.paragraf.values())


def test_sidik_lain_ditandai_dan_tanda_tidak_ikut_terbaca() -> None:
    ada = {"IKU-01": simpan("IKU-01", "Kata Sekretaris.\n\nKedua.", "0" * 10)}
    konsep = cetak(ada)
    naskah = baca_naskah(konsep, "konsep")
    b = baca(konsep, konsep)
    assert b.bertanda == {"IKU-01"}
    assert b.paragraf["IKU-01"].teks == "Kata Sekretaris.\n\nKedua."
    assert len(naskah.koreksi) == 1
    assert naskah.koreksi[0].teks_lama.split() == ["Kata", "Sekretaris.", "Kedua."]
    assert DRAF["IKU-01"] in naskah.koreksi[0].teks
    assert baca_naskah(cetak(ada, konsep=False), "final").koreksi == ()
    assert baca_naskah(cetak({"IKU-01": simpan("IKU-01", "Kata Sekretaris.")}), "konsep").koreksi == ()


def test_konteks_asal_tidak_diubah_dan_yang_tanpa_isi_bukan_narasi() -> None:
    asal = konteks() | {"lain": {"tanda": "kartu", "teks": "x"}, "daftar": [paragraf("kosong"), True, "x"]}
    salinan = {k: dict(v) if isinstance(v, dict) else list(v) for k, v in asal.items()}
    isi, narasi = apply_saved(asal, {"IKU-01": simpan("IKU-01", "Lain."), "kosong": simpan("penutup", "x")})
    assert asal == salinan
    assert isi["a"] == {**asal["a"], "teks": "Lain."}
    assert [n.kunci for n in narasi] == list(DRAF)
    assert {k: v for k, v in isi.items() if k != "a"} == {k: v for k, v in asal.items() if k != "a"}


@pytest.mark.parametrize(("lama", "baru", "beda"), [
    ("Satu 1. Dua.", "Satu 2. Dua.", ("Satu 1.", "Satu 2.")),
    ("Capaian s.d. Mei 5%. Dua.", "Capaian s.d. Mei 6%. Dua.", ("Capaian s.d. Mei 5%.", "Capaian s.d. Mei 6%.")),
    ("Satu. Dua.", "Satu.", ("Dua.", "")), ("Satu.", "Satu.", ("", "")), ("Satu  dua.", "Satu dua.", ("", "")),
])  # fmt: skip
def test_kalimat_yang_berbeda(lama: str, baru: str, beda: tuple[str, str]) -> None:
    assert beda_kalimat(lama, baru) == beda
    assert rapikan(" a\u00a0 b ") == "a b"
