"""Section 9, and what a unit's words may do to our papers (8.7, 8.8): all outputs of one run, looked at as packages."""

from __future__ import annotations

import ast
import io
import json
import re
from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from helpers.docx_text import plain_text
from helpers.jalankan import jalankan
from helpers.paket import parts
from jebakan.pintu import ANGGARAN, PENGESAHAN, dengan_sel, nilai, salinan
from validate.berkas_kecil import terisi

from sample_data.pengisi import isi_formulir

PAKET = Path(__file__).parents[2] / "kinerja"
M = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RUMUS = '=HYPERLINK("http://contoh.test/x","klik & <b>")'
TEKS = {
    "Faktor Pendorong": RUMUS,
    "Faktor Penghambat": "- kegiatan tertunda; \"R&D\" <50 'hari' 😀 ꦱꦺꦏꦿꦺꦠꦫꦶꦪꦠ꧀",
    "Tindak Lanjut": "@SUM(1+1) dan +62 812 serta {{ instansi.nama }} {% raw %}",
    "Data Pendukung": "Sheet1!A1 http://contoh.test/rekap.pdf mailto:a@contoh.test",
}
DUA_NAMA = ["a, 'kutip' & [baru] (2) #1 ꦏ😀.xlsx", "=2+5+cmd.xlsx"]


@pytest.fixture(scope="module")
def ruang(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace after one run: a form that is valid, and one that went back."""
    ws = tmp_path_factory.mktemp("keluaran") / "kantor"
    assert jalankan("init", str(ws), "--tahun", "2026").kode == 0
    assert jalankan("-C", str(ws), "forms", "2026-01").kode == 0
    isi = {u: ws / "formulir" / "2026-01" / f"formulir_{u}_2026-01.xlsx" for u in ("IRB1", "SEK")}
    satu = isi_formulir(isi["IRB1"], {"IKU-01": {"Pembilang": 23, "Penyebut": 36}})
    satu = dengan_sel(satu, {s: _teks(t) for s, t in zip(("O7", "P7", "Q7", "R7"), TEKS.values(), strict=True)})
    (ws / "masuk" / DUA_NAMA[0]).write_bytes(dengan_sel(satu, {"B5": _teks(RUMUS)}, PENGESAHAN))
    dua = isi_formulir(isi["SEK"], {}, {"6.01.02.2.01.0002": -5000}, {"Jabatan": "- Plt. Kasubbag"})
    dua = dengan_sel(dua, {"C7": _teks("=2+5+cmd|' /C calc'!A0")}, ANGGARAN)  # goes back: the ceiling was typed over
    (ws / "masuk" / DUA_NAMA[1]).write_bytes(dua)
    return ws


def _teks(teks: str) -> str:
    """A cell that holds these words as text, and a control character at their end."""
    return f't="str"|<v>{escape(teks, quote=False)}_x000B_</v>'


@pytest.fixture(scope="module")
def keluaran(ruang: Path) -> dict[str, bytes]:
    """Every document that the run wrote, by name."""
    hasil = jalankan("-C", str(ruang), "validate", "2026-01", "--json")
    status = {b["path"]: b["status"] for b in json.loads(hasil.stdout)["berkas"]}
    assert set(status) == {f"masuk/{n}" for n in DUA_NAMA}
    assert jalankan("-C", str(ruang), "build", "2026-01").kode in (0, 1)
    return {p.name: p.read_bytes() for p in (ruang / "output").rglob("*") if p.suffix in (".xlsx", ".docx")}


def buku(keluaran: dict[str, bytes]) -> dict[str, bytes]:
    hasil = {n: b for n, b in keluaran.items() if n.endswith(".xlsx")}
    assert {n.partition("_")[0] for n in hasil} == {"kertas", "analisis", "perbaikan"}
    return hasil


def test_p8_07_teks_tidak_pernah_menjadi_rumus_atau_tautan(keluaran: dict[str, bytes]) -> None:
    for nama, isi in keluaran.items():
        for bag, xml in parts(isi).items():
            assert b"contoh.test" not in xml or not bag.endswith(".rels"), (nama, bag)
            if bag.startswith("xl/worksheets/sheet"):
                rumus = [e.text or "" for e in ET.fromstring(xml).iter(f"{M}f")]
                assert [r for r in rumus if "contoh" in r or "cmd" in r or "SUM(1+1)" in r] == [], (nama, bag)


def test_p8_08_teks_dan_angka_negatif_tidak_diberi_petik(keluaran: dict[str, bytes]) -> None:
    """Nothing is prefixed: the words stand in the papers as they were written, and minus five thousand is a number."""
    semua: set[str] = set()
    angka: set[object] = set()
    for isi in buku(keluaran).values():
        b = openpyxl.load_workbook(io.BytesIO(isi))
        for ws in b:
            for row in ws.iter_rows():
                semua |= {c.value for c in row if isinstance(c.value, str) and c.data_type != "f"}
                angka |= {c.value for c in row if isinstance(c.value, int | float)}
        b.close()
    assert not [t for t in semua if t.startswith("'")]
    assert {"- Plt. Kasubbag", "=2+5+cmd|' /C calc'!A0"} <= semua
    assert -5000 in angka


def test_p8_07_word_memuat_teks_apa_adanya(keluaran: dict[str, bytes]) -> None:
    laporan = "\n".join(plain_text(isi) for n, isi in keluaran.items() if n.startswith("laporan"))
    for teks in (TEKS["Faktor Penghambat"], "{{ instansi.nama }} {% raw %}"):
        assert teks.rstrip(".") in laporan


def test_p4_02_setiap_rumus_tulisan_kita_membawa_hasilnya(keluaran: dict[str, bytes]) -> None:
    """What a phone or a preview shows: value and formula, never one without the other."""
    banyak = 0
    for nama, isi in keluaran.items():
        if not nama.startswith(("analisis", "kertas")):
            continue
        for bag, xml in parts(isi).items():
            if bag.startswith("xl/worksheets/sheet"):
                for c in ET.fromstring(xml).iter(f"{M}c"):
                    if c.find(f"{M}f") is not None:
                        assert c.find(f"{M}v") is not None, (nama, bag, c.get("r"))
                        banyak += 1
    assert banyak > 5


FUNGSI = {
    "IF", "COUNT", "SUM", "ROUND", "MIN", "MAX", "MATCH", "INDEX", "IFERROR", "OR", "AND", "ABS", "AVERAGE", "COUNTIF",
    "SUMPRODUCT", "SUMIF", "SUMIFS", "COUNTIFS", "ISNUMBER", "AVERAGEIF", "LOOKUP", "RANK",
}  # fmt: skip


def test_p4_06_hanya_fungsi_lama_dengan_koma(keluaran: dict[str, bytes]) -> None:
    """Functions of Excel 2007, in English, with commas: others give #NAME? or Err:508 on some desk."""
    for nama, isi in buku(keluaran).items():
        for bag, xml in parts(isi).items():
            if bag.startswith("xl/worksheets/sheet"):
                for e in ET.fromstring(xml).iter(f"{M}f"):
                    polos = re.sub(r'"[^"]*"|\{[^}]*\}', "", e.text or "")
                    assert set(re.findall(r"([A-Z][A-Z0-9.]*)\(", polos)) <= FUNGSI, (nama, bag, polos)
                    assert ";" not in polos, (nama, bag, polos)


def test_p9_02_tanpa_huruf_kendali(keluaran: dict[str, bytes]) -> None:
    """`_x000B_` came in; nothing of it goes out, and every part is well-formed."""
    for nama, isi in keluaran.items():
        for bag, xml in parts(isi).items():
            if bag.endswith((".xml", ".rels", ".vml")):
                teks = "".join(ET.fromstring(xml).itertext())
                assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", teks), (nama, bag)
                if not nama.startswith("perbaikan"):
                    assert "_x000B_" not in teks, (nama, bag)


def test_p9_03_nama_lembar_yang_sah(keluaran: dict[str, bytes]) -> None:
    for nama, isi in buku(keluaran).items():
        b = openpyxl.load_workbook(io.BytesIO(isi))
        lembar = [x.casefold() for x in b.sheetnames]
        b.close()
        assert len(lembar) == len(set(lembar)), nama
        assert all(0 < len(x) <= 31 and not set(x) & set("[]:*?/\\") for x in lembar), nama


def test_p9_05_satu_pustaka_menulis_tidak_ada_yang_memuat_lalu_menyimpan() -> None:
    """XlsxWriter writes; what others wrote is patched, never loaded and saved."""
    impor = {
        n.module if isinstance(n, ast.ImportFrom) else a.name
        for m in PAKET.rglob("*.py")
        for n in ast.walk(ast.parse(m.read_text(encoding="utf-8")))
        if isinstance(n, ast.Import | ast.ImportFrom)
        for a in n.names
    }
    akar = {str(i).partition(".")[0] for i in impor}
    assert "xlsxwriter" in akar
    assert not akar & {"openpyxl", "pandas", "python_calamine", "xlwt", "xlutils"}


@pytest.mark.parametrize("panjang", [32_767, 32_768, 60_000])
def test_p9_01_teks_sepanjang_sel(tmp_path: Path, panjang: int) -> None:
    """What no cell of Excel can hold is refused with its reason; what just fits goes through all papers."""
    isi = dengan_sel(terisi(), {"O7": f't="str"|<v>{"a" * panjang}</v>', "L8": 't="str"|<v>x</v>'})
    hasil = nilai(tmp_path, isi)
    if panjang > 32_767:
        assert hasil.ringkas == [("BRK027", None)]
        return
    assert hasil.ringkas == [("ISI003", "L8")]
    b = openpyxl.load_workbook(io.BytesIO(salinan(isi, hasil)))
    assert len(b["Data Kinerja"]["O7"].value) == panjang
    b.close()
