"""The small language of the office's own checks: a parsed tree of allowed nodes, evaluated over a row's fields.

Numbers are exact. An empty field is unknown, and so is whatever is computed from it: `dan`, `atau`, `bukan`
know three values. There are no attributes, no subscripts, and no calls but those in FUNGSI.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from kinerja.domain.angka import bulatkan, dari_desimal, rapikan
from kinerja.validate.jenis_ungkapan import Bentrok, Jenis, jenis_hasil

Hasil = Fraction | str | bool | None

PANJANG_MAKS = 500
DALAM_MAKS = 50  # levels of nesting

_TUKAR = {
    "dan": "and", "atau": "or", "bukan": "not", "tidak": "not", "=": "==", "<>": "!=", "≤": "<=", "≥": ">=", "≠": "!=",
    "×": "*", "÷": "/", "−": "-", "–": "-", "\n": " ", "\t": " ", "\r": " ", "=>": ">=", "=<": "<=",
}  # fmt: skip
_UNSUR = re.compile(r"\"[^\"]*\"|'[^']*'|[A-Za-z_]\w*|<>|=[<>]|[<>=!]=|=|[≤≥≠×÷−–\n\t\r]")
# Word processors make these of plain quotes and spaces.
_POLOS = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "\u00a0": " ", "\u202f": " "})
_KOMA_DESIMAL = re.compile(r"(?<![\w.])[0-9]+,[0-9]")
_RIBUAN = re.compile(r"(?<![\w.])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![\w.])")


class Salah(Exception):
    """A fault in an expression: `jenis` syarat, nama or unsur; `posisi` counted from 1 in the text as written."""

    def __init__(self, jenis: str, posisi: int, perihal: str) -> None:
        super().__init__(jenis, posisi, perihal)
        self.jenis = jenis
        self.posisi = posisi
        self.perihal = perihal


def _angka(x: Hasil) -> Fraction | None:
    return x if isinstance(x, Fraction) else None


def _abs(x: Hasil) -> Hasil:
    return abs(x) if isinstance(x, Fraction) else None


def _terkecil(*isi: Hasil) -> Hasil:
    angka = [a for x in isi if (a := _angka(x)) is not None]
    return min(angka) if len(angka) == len(isi) else None


def _terbesar(*isi: Hasil) -> Hasil:
    angka = [a for x in isi if (a := _angka(x)) is not None]
    return max(angka) if len(angka) == len(isi) else None


def _bulat(x: Hasil, desimal: Hasil) -> Hasil:
    if not isinstance(x, Fraction) or not isinstance(desimal, Fraction):
        return None
    return dari_desimal(bulatkan(x, min(max(int(desimal), 0), 12)))


def _panjang(x: Hasil) -> Hasil:
    return Fraction(len(x)) if isinstance(x, str) else Fraction(0) if x is None else None


def _kosong(x: Hasil) -> Hasil:
    return x is None or x == ""


def _memuat(x: Hasil, kata: Hasil) -> Hasil:
    return _sama(kata) in _sama(x) if isinstance(x, str) and isinstance(kata, str) else None


def _sama(x: Hasil) -> str:
    return rapikan(str(x)).casefold()


FUNGSI: Mapping[str, tuple[Callable[..., Hasil], int, int]] = MappingProxyType(
    {
        "abs": (_abs, 1, 1),
        "min": (_terkecil, 1, 10),
        "maks": (_terbesar, 1, 10),
        "max": (_terbesar, 1, 10),
        "bulat": (_bulat, 2, 2),
        "panjang": (_panjang, 1, 1),
        "kosong": (_kosong, 1, 1),
        "memuat": (_memuat, 2, 2),
    }
)

_UNSUR_SIMPUL = {
    ast.Attribute: "titik sesudah nama", ast.Subscript: "kurung siku", ast.Lambda: "fungsi buatan sendiri",
    ast.IfExp: "if/else", ast.Tuple: "deretan nilai", ast.List: "daftar", ast.Dict: "kurung kurawal",
    ast.Set: "kurung kurawal", ast.JoinedStr: "teks bersisipan", ast.Starred: "tanda bintang", ast.NamedExpr: ":=",
}  # fmt: skip


@lru_cache(maxsize=256)
def parse(teks: str, nama: frozenset[str]) -> ast.expr:
    """The tree of a condition, true or false, that uses only `nama` and FUNGSI. Raises Salah."""
    teks = teks.translate(_POLOS)
    if len(teks) > PANJANG_MAKS:
        raise Salah("syarat", PANJANG_MAKS, f"terlalu panjang (paling banyak {PANJANG_MAKS} huruf)")
    if not teks.strip():
        raise Salah("syarat", 1, "kosong")
    telanjang = _tanpa_kutipan(teks)
    if cocok := _KOMA_DESIMAL.search(telanjang):
        raise Salah("syarat", cocok.start() + 1, "tulis desimal dengan titik (1.5), atau beri spasi sesudah koma")
    if cocok := _RIBUAN.search(telanjang):
        raise Salah("syarat", cocok.start() + 1, _dua_bacaan(cocok[0]))
    if "#" in telanjang:
        raise Salah("syarat", telanjang.index("#") + 1, "tanda # tidak dikenal")
    terjemah, letak = _terjemahkan(teks)
    try:
        pohon = ast.parse(terjemah, mode="eval").body
    except SyntaxError as e:
        # The parser counts from 1 and says 0 for "at the end".
        mulai = min(e.offset - 1 if e.offset else len(letak) - 1, len(letak) - 1)
        raise Salah("syarat", letak[mulai] + 1, "susunannya salah") from None
    except (ValueError, RecursionError, MemoryError):
        raise Salah("syarat", 1, "susunannya tidak dapat dibaca") from None
    _periksa(pohon, nama, terjemah, letak)
    jenis = jenis_hasil(pohon)
    if isinstance(jenis, Bentrok):
        raise _salah("syarat", jenis.simpul, jenis.perihal, terjemah, letak)
    if jenis in (Jenis.ANGKA, Jenis.TEKS, Jenis.NILAI):
        raise _salah("syarat", pohon, "hasilnya harus benar atau salah, misalnya realisasi <= target", terjemah, letak)
    return pohon


def _dua_bacaan(angka: str) -> str:
    desimal = f", atau {angka}0 bila maksudnya desimal" if angka.count(".") == 1 else ""
    return f"{angka} dapat dibaca dua cara; tulis {angka.replace('.', '')}{desimal}"


def _tanpa_kutipan(teks: str) -> str:
    return re.sub(r"\"[^\"]*\"|'[^']*'", lambda c: " " * len(c[0]), teks)


def _terjemahkan(teks: str) -> tuple[str, list[int]]:
    """The expression in the parser's words, and for each of its characters the place in the original."""
    hasil: list[str] = []
    letak: list[int] = []
    awal = 0
    for unsur in _UNSUR.finditer(teks):
        hasil.append(teks[awal : unsur.start()])
        letak += range(awal, unsur.start())
        ganti = _TUKAR.get(unsur[0].casefold(), unsur[0])
        if unsur[0][0] in "\"'":
            ganti = unsur[0].replace("\\", "\\\\")
        elif ganti == unsur[0] and ganti[0].isalpha():
            ganti = ganti.casefold()  # names are known in any case
        hasil.append(ganti)
        letak += [unsur.start()] * len(ganti)
        awal = unsur.end()
    hasil.append(teks[awal:])
    letak += range(awal, len(teks))
    gabung = "".join(hasil)
    kiri = len(gabung) - len(gabung.lstrip())
    return gabung.strip(), [*letak[kiri:], len(teks)]


def _periksa(simpul: ast.expr, nama: Collection[str], terjemah: str, letak: list[int], dalam: int = 0) -> None:
    """Only allowed nodes, known names, right counts of arguments, bounded depth."""

    def gagal(jenis: str, perihal: str, sesudah: ast.expr | None = None) -> Salah:
        return _salah(jenis, simpul, perihal, terjemah, letak, sesudah=sesudah)

    if dalam > DALAM_MAKS:
        raise gagal("syarat", "terlalu bersusun")
    anak: list[ast.expr]
    match simpul:
        case ast.BoolOp():
            anak = simpul.values
        case ast.UnaryOp(op=ast.Not() | ast.USub() | ast.UAdd()):
            anak = [simpul.operand]
        case ast.BinOp(op=ast.Div(), right=ast.Constant(value=0)):
            raise gagal("syarat", "pembagian dengan nol tidak pernah memberi hasil", simpul.left)
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div()):
            anak = [simpul.left, simpul.right]
        case ast.BinOp(left=kiri):
            raise gagal("unsur", "tanda hitung ini", kiri)
        case ast.Attribute(value=kiri) | ast.Subscript(value=kiri):
            raise gagal("unsur", _UNSUR_SIMPUL[type(simpul)], kiri)
        case ast.Compare():
            if not all(isinstance(o, ast.Lt | ast.LtE | ast.Gt | ast.GtE | ast.Eq | ast.NotEq) for o in simpul.ops):
                raise gagal("unsur", "is atau in", simpul.left)
            anak = [simpul.left, *simpul.comparators]
        case ast.Call(func=ast.Name(id=fungsi)) if fungsi in FUNGSI:
            _, sedikit, banyak = FUNGSI[fungsi]
            if simpul.keywords or not sedikit <= len(simpul.args) <= banyak:
                raise gagal("syarat", f"banyaknya isi {fungsi}(…) tidak sesuai")
            anak = simpul.args
        case ast.Call(func=ast.Name(id=fungsi)):
            raise gagal("nama", fungsi)
        case ast.Name(id=x):
            if x not in nama:
                raise gagal("nama", x)
            anak = []
        case ast.Constant(value=bool() | None | complex() | bytes()):
            raise gagal("unsur", "nilai ini")
        case ast.Constant(value=int() | float() | str()):
            if not isinstance(simpul.value, str):
                # The tree holds a binary float; the number as written is kept beside it and used instead.
                simpul.kind = _tetapan(simpul, terjemah, gagal)
            anak = []
        case _:
            raise gagal("unsur", _UNSUR_SIMPUL.get(type(simpul), "unsur ini"))
    for a in anak:
        _periksa(a, nama, terjemah, letak, dalam + 1)


def _salah(
    jenis: str, simpul: ast.expr, perihal: str, terjemah: str, letak: list[int], *, sesudah: ast.expr | None = None
) -> Salah:
    """The fault at this node, or at what follows the node `sesudah`."""
    kolom = simpul.col_offset if sesudah is None else sesudah.end_col_offset or 0
    awal = len(terjemah.encode()[:kolom].decode(errors="replace"))
    if sesudah is not None:
        awal += len(terjemah[awal:]) - len(terjemah[awal:].lstrip(" )"))
    return Salah(jenis, letak[min(awal, len(letak) - 1)] + 1, perihal)


def _tetapan(simpul: ast.Constant, terjemah: str, gagal: Callable[[str, str], Salah]) -> str:
    """The number as it was written."""
    teks = ast.get_source_segment(terjemah, simpul) or ""
    if not re.fullmatch(r"[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30}", teks):
        raise gagal("syarat", "bilangan tidak dikenal")
    return f"0{teks}"


def hitung(simpul: ast.expr, isi: Mapping[str, Hasil]) -> Hasil:
    """The value of a checked tree over these fields; None: unknown."""
    match simpul:
        case ast.Constant(value=str(x)):
            return x
        case ast.Constant(kind=str(x)):
            return Fraction(x)
        case ast.Name(id=nama):
            return isi[nama]
        case ast.BoolOp(op=op, values=nilai):
            return _logika([hitung(v, isi) for v in nilai], dan=isinstance(op, ast.And))
        case ast.UnaryOp(op=ast.Not(), operand=x):
            nilai_x = hitung(x, isi)
            return not nilai_x if isinstance(nilai_x, bool) else None
        case ast.UnaryOp(op=op, operand=x):
            angka = _angka(hitung(x, isi))
            return None if angka is None else -angka if isinstance(op, ast.USub) else angka
        case ast.BinOp(left=a, op=op, right=b):
            return _operasi(op, _angka(hitung(a, isi)), _angka(hitung(b, isi)))
        case ast.Compare(left=kiri, ops=ops, comparators=kanan):
            deret = [hitung(x, isi) for x in (kiri, *kanan)]
            return _logika([_banding(o, a, b) for o, a, b in zip(ops, deret, deret[1:], strict=False)], dan=True)
        case ast.Call(func=ast.Name(id=fungsi), args=args):
            return FUNGSI[fungsi][0](*(hitung(a, isi) for a in args))
        case _:
            return None


def _logika(nilai: list[Hasil], *, dan: bool) -> Hasil:
    penentu = not dan
    if any(v is penentu for v in nilai):
        return penentu
    return (not penentu) if all(v is not penentu and isinstance(v, bool) for v in nilai) else None


def _operasi(op: ast.operator, a: Fraction | None, b: Fraction | None) -> Hasil:
    if a is None or b is None:
        return None
    match op:
        case ast.Add():
            return a + b
        case ast.Sub():
            return a - b
        case ast.Mult():
            return a * b
        case _:
            return None if b == 0 else a / b


def _banding(op: ast.cmpop, a: Hasil, b: Hasil) -> Hasil:
    if a is None or b is None:
        return None
    if isinstance(op, ast.Eq | ast.NotEq):
        sama = _sama(a) == _sama(b) if isinstance(a, str) and isinstance(b, str) else type(a) is type(b) and a == b
        return sama is isinstance(op, ast.Eq)
    if not (isinstance(a, Fraction) and isinstance(b, Fraction)):
        return None
    match op:
        case ast.Lt():
            return a < b
        case ast.LtE():
            return a <= b
        case ast.Gt():
            return a > b
        case _:
            return a >= b
