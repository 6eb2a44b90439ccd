"""Faults of a run are worded alike: whole sentences, what is wrong first, then what to do."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PAKET = Path(__file__).resolve().parents[1] / "kinerja"
GALAT = {"KinerjaError", "GagalTulis", "SalahPakai", "KesalahanProgram"}


def _teks(n: ast.expr) -> str:
    """The text with `{}` for what is filled in."""
    if isinstance(n, ast.Constant) and isinstance(n.value, str):
        return n.value
    if isinstance(n, ast.JoinedStr):
        return "".join(_teks(v) for v in n.values)
    if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Add):
        return _teks(n.left) + _teks(n.right)
    return "{}"


def _pilihan(n: ast.expr) -> list[str]:
    return [*_pilihan(n.body), *_pilihan(n.orelse)] if isinstance(n, ast.IfExp) else [_teks(n)]


def _semua() -> list[tuple[str, str, list[str]]]:
    hasil = []
    for path in sorted(PAKET.rglob("*.py")):
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in GALAT:
                pesan, saran = n.args
                hasil.append((f"{path.relative_to(PAKET)}:{n.lineno}", _teks(pesan), _pilihan(saran)))
    return hasil


SEMUA = _semua()


def test_faults_are_found() -> None:
    assert len(SEMUA) > 50


@pytest.mark.parametrize(("letak", "pesan", "saran"), SEMUA, ids=[s[0] for s in SEMUA])
def test_a_fault_is_two_whole_sentences(letak: str, pesan: str, saran: list[str]) -> None:
    for teks in (pesan, *saran):
        assert teks.startswith("{}") or not teks[0].islower(), teks
        # A list that is filled in ends its own lines; a command that ends the advice is typed as it stands.
        selesai = teks.endswith((".", "{}")) or (teks is not pesan and ": kinerja " in teks)
        assert selesai, teks
