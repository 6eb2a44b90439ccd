"""Every pitfall has its test, and every test that is named exists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jebakan.cakupan import BANYAK, BERMUSUHAN, CAKUPAN

TES = Path(__file__).parents[1]


@cache
def nama_di(berkas: str) -> frozenset[str]:
    """Tests and case ids of a file: names of its test functions, and its texts."""
    pohon = ast.parse((TES / berkas).read_text(encoding="utf-8"))
    fungsi = {n.name for n in ast.walk(pohon) if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")}
    return frozenset(
        fungsi | {n.value for n in ast.walk(pohon) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    )


def _hilang(semua: Iterable[str]) -> list[str]:
    def ada(satu: str) -> bool:
        berkas, _, nama = satu.partition("::")
        return (TES / berkas).is_file() and any(n.startswith(nama) for n in nama_di(berkas))

    return [satu for satu in semua if not ada(satu)]


def test_setiap_baris_mempunyai_uji_atau_alasan() -> None:
    assert list(CAKUPAN) == [f"{bab}.{n}" for bab, banyak in BANYAK.items() for n in range(1, banyak + 1)]
    assert all(len(isi) > 20 if isinstance(isi, str) else isi for isi in CAKUPAN.values())


def test_setiap_uji_yang_disebut_ada() -> None:
    assert _hilang(uji for isi in CAKUPAN.values() if not isinstance(isi, str) for uji in isi) == []
    assert _hilang(uji for isi in BERMUSUHAN.values() for uji in isi) == []


def test_setiap_uji_jebakan_ada_di_daftar() -> None:
    """A test that carries a row's number is listed at that row."""
    for berkas in sorted(TES.glob("jebakan/test_jebakan_*.py")):
        for nama in nama_di(f"jebakan/{berkas.name}"):
            if cocok := re.match(r"(?:test_)?p(\d+)_(\d\d)_", nama):
                isi = CAKUPAN[f"{cocok[1]}.{int(cocok[2])}"]
                assert any(uji.startswith(f"jebakan/{berkas.name}::") for uji in isi), nama
