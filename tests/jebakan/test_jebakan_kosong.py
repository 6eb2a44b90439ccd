"""Section 3: empty, zero, error, uncalculated and not measured are five things."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from jebakan.pintu import ANGGARAN, dengan_sel, nilai
from validate.berkas_kecil import terisi

PAKET = Path(__file__).parents[2] / "kinerja"


@pytest.mark.parametrize(
    "sel",
    [
        pytest.param("|", id="p3_01_sel_tanpa_isi"),
        pytest.param('t="inlineStr"|<is><t></t></is>', id="p3_01_teks_kosong"),
        pytest.param('t="inlineStr"|<is><t xml:space="preserve">   </t></is>', id="p3_01_spasi"),
        pytest.param('t="inlineStr"|<is><t>\u00a0\u200b\ufeff</t></is>', id="p3_01_spasi_tak_tampak"),
        pytest.param('t="str"|<v>_x000D_\n\t</v>', id="p3_01_ganti_baris"),
    ],
)
def test_p3_kosong_adalah_kosong(tmp_path: Path, sel: str) -> None:
    hasil = nilai(tmp_path, dengan_sel(terisi(), {"L7": sel}))
    assert (hasil.ringkas, hasil.status, hasil.angka("PSN")) == ([("ISI001", "L7")], "tidak_lengkap", None)


@pytest.mark.parametrize(
    ("sel", "kode"),
    [
        pytest.param('t="e"|<v>#DIV/0!</v>', "ISI019", id="p3_02_galat"),
        pytest.param('t="e"|<f>1/0</f><v>#DIV/0!</v>', "ISI019", id="p3_02_galat_berumus"),
        pytest.param('t="e"|<v>#REF!</v>', "ISI019", id="p3_02_galat_rujukan"),
        pytest.param('t="str"|<v>#N/A</v>', "ISI003", id="p3_02_galat_sebagai_teks"),
        pytest.param("|<f>80+5</f>", "ISI020", id="p3_03_tanpa_nilai_tersimpan"),
        pytest.param("|<f>80+5</f><v></v>", "ISI020", id="p3_03_nilai_tersimpan_kosong"),
        pytest.param("|<f>80+5</f><v/>", "ISI020", id="p3_03_tag_nilai_kosong"),
    ],
)
def test_p3_galat_dan_belum_dihitung_bukan_kosong(tmp_path: Path, sel: str, kode: str) -> None:
    hasil = nilai(tmp_path, dengan_sel(terisi(), {"L7": sel}))
    assert (hasil.ringkas, hasil.status, hasil.angka("PSN")) == ([(kode, "L7")], "tidak_valid", None)


def test_p3_04_lima_hal_yang_berbeda(tmp_path: Path) -> None:
    """Zero is data; blank, error, uncalculated each their own finding; what is not measured is none of them."""
    isi = dengan_sel(
        terisi(),
        {
            "L7": "|<v>0</v>",
            "P7": 't="str"|<v>Petugas dialihkan ke pemeriksaan lain</v>',
            "Q7": 't="str"|<v>Jadwal disusun ulang mulai April</v>',
            "L8": "|",
            "J9": 't="e"|<v>#N/A</v>',
            "L12": "|<f>2+3</f>",
        },
    )
    hasil = nilai(tmp_path, isi)
    galat = [(t.kode, t.sumber.sel) for t in hasil.temuan if t.tingkat == "galat"]
    assert galat == [("ISI001", "L8"), ("ISI019", "J9"), ("ISI020", "L12")]
    assert [hasil.angka(k) for k in ("PSN", "JML", "RSO", "MIN", "SEM")] == [Fraction(0), None, None, None, None]


@pytest.mark.parametrize(
    ("sel", "kode"),
    [
        pytest.param("|<v>0</v>", [], id="p3_04_belanja_nol"),
        pytest.param("|", [("ISI028", "E7")], id="p3_04_belanja_kosong"),
        pytest.param('t="e"|<v>#VALUE!</v>', [("ISI019", "E7")], id="p3_04_belanja_galat"),
        pytest.param("|<f>D7</f>", [("ISI020", "E7")], id="p3_04_belanja_belum_dihitung"),
    ],
)
def test_p3_anggaran(tmp_path: Path, sel: str, kode: list[tuple[str, str]]) -> None:
    assert nilai(tmp_path, dengan_sel(terisi(), {"E7": sel}, ANGGARAN)).ringkas == kode


ANGKA = re.compile(r"\b(?:Fraction|Decimal|Nilai)\b")


def _bernama_angka(fungsi: ast.FunctionDef) -> set[str]:
    """Parameters and variables of a function that are annotated as a number, or as a number or nothing."""
    arg = [*fungsi.args.args, *fungsi.args.kwonlyargs, *fungsi.args.posonlyargs]
    semua = [(a.arg, a.annotation) for a in arg]
    semua += [
        (s.target.id, s.annotation)
        for s in ast.walk(fungsi)
        if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)
    ]
    return {nama for nama, jenis in semua if jenis is not None and _angka(ast.unparse(jenis))}


def _angka(jenis: str) -> bool:
    return ANGKA.search(jenis) is not None and "[" not in jenis


def _medan_angka() -> set[str]:
    """Fields that are numbers wherever a class has them."""
    angka: set[str] = set()
    lain: set[str] = set()
    for modul in PAKET.rglob("*.py"):
        for kelas in ast.walk(ast.parse(modul.read_text(encoding="utf-8"))):
            if isinstance(kelas, ast.ClassDef):
                for s in kelas.body:
                    if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name):
                        (angka if _angka(ast.unparse(s.annotation)) else lain).add(s.target.id)
    return angka - lain


def _diuji(simpul: ast.AST) -> Iterator[ast.expr]:
    """Expressions of which only the truth counts."""
    for s in ast.walk(simpul):
        match s:
            case ast.If(test=t) | ast.While(test=t) | ast.IfExp(test=t) | ast.Assert(test=t):
                yield t
            case ast.UnaryOp(op=ast.Not(), operand=t):
                yield t
            case ast.BoolOp(values=isi):
                yield from isi
            case ast.comprehension(ifs=isi):
                yield from isi


def test_p3_06_nol_tidak_pernah_dianggap_tidak_ada() -> None:
    """No `if angka:` anywhere: a number that may be nothing is compared with None."""
    medan = _medan_angka()
    assert {"capaian_sd", "batas_bawah", "pagu"} & medan
    salah = []
    for modul in PAKET.rglob("*.py"):
        for fungsi in ast.walk(ast.parse(modul.read_text(encoding="utf-8"))):
            if not isinstance(fungsi, ast.FunctionDef):
                continue
            nama = _bernama_angka(fungsi)
            salah += [
                f"{modul.relative_to(PAKET)}:{t.lineno}: {ast.unparse(t)}"
                for t in _diuji(fungsi)
                if (isinstance(t, ast.Name) and t.id in nama) or (isinstance(t, ast.Attribute) and t.attr in medan)
            ]
    assert salah == []
