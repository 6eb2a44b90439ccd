"""What kind of result a part of an office's own check has, so that one that could never be true or false is refused."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from enum import Enum


class Jenis(Enum):
    """Kinds of results. A field such as `realisasi` may be a number or the text of a predikat: NILAI."""

    ANGKA = "angka"
    TEKS = "teks"
    LOGIKA = "benar atau salah"
    NILAI = "angka atau teks"


@dataclass(frozen=True, slots=True)
class Bentrok:
    """The first part that is of a kind which cannot stand there."""

    simpul: ast.expr
    perihal: str


TEKS = frozenset({"faktor_pendorong", "faktor_penghambat", "tindak_lanjut", "data_pendukung"})
ANGKA = frozenset({"pembilang", "penyebut", "capaian", "target_bawah", "target_atas", "bulan"})

# What a function takes, and what it gives.
_FUNGSI = {
    "abs": (Jenis.ANGKA, Jenis.ANGKA),
    "min": (Jenis.ANGKA, Jenis.ANGKA),
    "maks": (Jenis.ANGKA, Jenis.ANGKA),
    "max": (Jenis.ANGKA, Jenis.ANGKA),
    "bulat": (Jenis.ANGKA, Jenis.ANGKA),
    "panjang": (Jenis.TEKS, Jenis.ANGKA),
    "kosong": (Jenis.NILAI, Jenis.LOGIKA),
    "memuat": (Jenis.TEKS, Jenis.LOGIKA),
}


def jenis_hasil(simpul: ast.expr) -> Jenis | Bentrok:
    """The kind of a tree that has been checked for its nodes, names and functions."""
    match simpul:
        case ast.Constant(value=str()):
            return Jenis.TEKS
        case ast.Name(id=nama):
            return Jenis.TEKS if nama in TEKS else Jenis.ANGKA if nama in ANGKA else Jenis.NILAI
        case ast.BoolOp(values=nilai):
            return _semua(nilai, Jenis.LOGIKA) or Jenis.LOGIKA
        case ast.UnaryOp(op=ast.Not(), operand=x):
            return _semua([x], Jenis.LOGIKA) or Jenis.LOGIKA
        case ast.UnaryOp(operand=x):
            return _semua([x], Jenis.ANGKA) or Jenis.ANGKA
        case ast.BinOp(left=a, right=b):
            return _semua([a, b], Jenis.ANGKA) or Jenis.ANGKA
        case ast.Compare(left=kiri, ops=ops, comparators=kanan):
            return _banding([kiri, *kanan], ops) or Jenis.LOGIKA
        case ast.Call(func=ast.Name(id=fungsi), args=args):
            isi, hasil = _FUNGSI[fungsi]
            return _semua(args, isi) or hasil
        case _:
            return Jenis.ANGKA


def _cocok(jenis: Jenis, harap: Jenis) -> bool:
    """NILAI may turn out to be what is wanted, and takes numbers and texts alike."""
    if Jenis.NILAI in (jenis, harap):
        return Jenis.LOGIKA not in (jenis, harap)
    return jenis is harap


def _semua(simpul: list[ast.expr], harap: Jenis) -> Bentrok | None:
    for s in simpul:
        jenis = jenis_hasil(s)
        if isinstance(jenis, Bentrok):
            return jenis
        if not _cocok(jenis, harap):
            return Bentrok(s, f"bagian ini {jenis.value}, padahal di sini perlu {harap.value}")
    return None


def _banding(deret: list[ast.expr], ops: list[ast.cmpop]) -> Bentrok | None:
    """Both sides of `=` are of one kind; what is larger or smaller is a number."""
    for op, a, b in zip(ops, deret, deret[1:], strict=False):
        if not isinstance(op, ast.Eq | ast.NotEq):
            bentrok = _semua([a, b], Jenis.ANGKA)
        else:
            jenis = jenis_hasil(a)
            bentrok = jenis if isinstance(jenis, Bentrok) else _semua([b], jenis)
        if bentrok is not None:
            return bentrok
    return None
