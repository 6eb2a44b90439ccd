"""Section 4: formulas, and the results that programs store beside them or not."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from helpers.paket import dengan_bagian, parts
from jebakan.pintu import ANGGARAN, KINERJA, dengan_sel, nilai, salinan
from validate.berkas_kecil import baca, kosong, terisi

# What Excel keeps beside the formulas of the filled form; and what it keeps when calculation is set to manual.
BERUMUS = {"M7": "82.33", "N7": "106.25", "L9": "87.5", "N9": "109.38", "N8": "100"}


def dengan_simpanan(isi: bytes, hasil: dict[str, str], lembar: str = KINERJA) -> bytes:
    """Stored results beside formulas, as a spreadsheet program writes them."""

    def ubah(xml: bytes) -> bytes:
        for sel, teks in hasil.items():
            pola = rb'(<c r="%s"(?: s="[0-9]+")?)[^>]*>(<f[^>]*>.*?</f>).*?</c>' % sel.encode()
            xml, banyak = re.subn(pola, rb"\1>\2<v>%s</v></c>" % teks.encode(), xml, count=1, flags=re.DOTALL)
            assert banyak == 1, sel
        return xml

    return dengan_bagian(isi, lembar, ubah)


def test_p4_01_hasil_yang_tersimpan_tetap_ada_di_salinan(tmp_path: Path) -> None:
    """The unit's stored results are in the copy that goes back, and its file is not touched."""
    isi = dengan_simpanan(dengan_sel(terisi(), {"L8": 't="str"|<v>empat</v>'}), BERUMUS)
    hasil = nilai(tmp_path, isi)
    assert hasil.ringkas == [("ISI003", "L8")]
    kembali = salinan(isi, hasil)
    for berkas in (isi, kembali):
        buku = openpyxl.load_workbook(io.BytesIO(berkas), data_only=True)
        assert {s: f"{buku['Data Kinerja'][s].value:g}" for s in BERUMUS} == BERUMUS
        buku.close()
    assert (tmp_path / "masuk" / "formulir.xlsx").read_bytes() == isi


@pytest.mark.parametrize("baru", ["0", "99999", "82.33"])
def test_p4_05_hasil_yang_basi_bukan_temuan(tmp_path: Path, baru: str) -> None:
    """The form's own formulas are worked out anew: what was stored (4.2: zeros, blanks) decides nothing."""
    isi = dengan_simpanan(terisi(), dict.fromkeys(BERUMUS, baru))
    isi = dengan_simpanan(isi, {"F7": baru, "G7": baru}, ANGGARAN)
    hasil = nilai(tmp_path, isi)
    assert (hasil.ringkas, hasil.angka("PSN")) == ([], 85)


@pytest.mark.parametrize(
    ("lembar", "sel", "isi", "kode"),
    [
        pytest.param(KINERJA, "L9", "|<v>95</v>", "HTG001", id="p4_04_realisasi_rasio_diketik"),
        pytest.param(KINERJA, "M8", "|<v>99</v>", "HTG002", id="p4_04_sd_diketik"),
        pytest.param(KINERJA, "N7", "|<v>150</v>", "HTG003", id="p4_04_capaian_diketik"),
        pytest.param(KINERJA, "N7", "|<v>106.25</v>", "BTK036", id="p4_04_capaian_diketik_sama"),
        pytest.param(KINERJA, "N7", "|<f>50*3</f><v>150</v>", "HTG003", id="p4_04_capaian_rumus_tanpa_rujukan"),
        pytest.param(KINERJA, "N7", "|<f>150</f>", "HTG003", id="p4_04_capaian_rumus_belum_dihitung"),
        pytest.param(KINERJA, "N8", "|<f>100</f>", "BTK036", id="p4_04_capaian_rumus_angka_yang_sama"),
        pytest.param(KINERJA, "N7", "|<f>L7/G7*150</f><v>159</v>", "HTG003", id="p4_04_capaian_rumus_lain"),
        pytest.param(ANGGARAN, "F7", "|<v>1</v>", "HTG004", id="p4_04_anggaran_sd_diketik"),
        pytest.param(ANGGARAN, "G7", "|<f>99</f><v>99</v>", "HTG005", id="p4_04_serapan_rumus_tanpa_rujukan"),
        pytest.param(KINERJA, "L8", "|<f>2+2</f><v>4</v>", "ISI021", id="p4_04_rumus_di_sel_isian"),
        pytest.param(KINERJA, "L8", '|<f t="array" ref="L8">SUM(C1:C2)</f><v>4</v>', "ISI021", id="p4_08_rumus_larik"),
        pytest.param(KINERJA, "L8", '|<f t="shared" si="0"/><v>4</v>', "ISI021", id="p4_08_rumus_bersama"),
        pytest.param(KINERJA, "L8", '|<f t="dataTable" ref="L8" r1="C1"/><v>4</v>', "ISI021", id="p4_08_tabel_data"),
    ],
)
def test_p4_rumus_dan_isian_tertukar(tmp_path: Path, lembar: str, sel: str, isi: str, kode: str) -> None:
    assert nilai(tmp_path, dengan_sel(terisi(), {sel: isi}, lembar)).ringkas == [(kode, sel)]


def test_p4_07_rumus_formulir_tertulis_dalam_bahasa_berkas() -> None:
    """English names and commas, of Excel 2007, and no result is missing beside them."""
    dikenal = {"IF", "COUNT", "SUM", "ROUND", "MIN", "MAX", "MATCH", "INDEX", "IFERROR", "OR", "ABS"}
    banyak = 0
    for nama, xml in parts(kosong()).items():
        if nama.startswith("xl/worksheets/"):
            for rumus, simpanan in re.findall(r"<f>([^<]*)</f>(<v>[^<]*</v>)?", xml.decode()):
                polos = re.sub(r"&quot;.*?&quot;|\{[^}]*\}", "", rumus)
                assert set(re.findall(r"([A-Z][A-Z0-9.]*)\(", polos)) <= dikenal, rumus
                assert ";" not in polos.replace("&lt;", "").replace("&gt;", ""), rumus
                assert simpanan, rumus
                banyak += 1
    assert banyak > 20


def test_p4_03_formulir_tidak_menyimpan_nol_di_tempat_hasil() -> None:
    """Programs that trust what is stored would print it: the blank form stores empty text, or the earlier figure."""
    buku = openpyxl.load_workbook(io.BytesIO(kosong()), data_only=True)
    rumus = openpyxl.load_workbook(io.BytesIO(kosong()))
    berumus = [c for row in rumus["Data Kinerja"].iter_rows() for c in row if c.data_type == "f"]
    assert {buku["Data Kinerja"][c.coordinate].value for c in berumus if c.column_letter in "LN"} <= {None, ""}
    assert baca(kosong()).form is not None
    buku.close()
    rumus.close()
