"""Judges the tags of a template against the names it may use: one finding per fault, at its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from jinja2 import Environment, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError

from kinerja.catalogue import temuan
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.findings import Finding
from kinerja.render.lingkungan import LOOP, lingkungan
from kinerja.render.naskah import Letak
from kinerja.render.pindai import PANJANG_CUPLIKAN, Penanda
from kinerja.render.saringan import SARINGAN
from kinerja.sources import CellRef

# What a name stands for: a text, a yes-or-no, a mapping, a list (of one model element), or anything at all.
Skema = Any
BEBAS = object()
_LOOP: Mapping[str, Skema] = {nama: (True if nama in ("first", "last") else "1") for nama in LOOP}
_AWALAN = re.compile(r"(?P<buka>\{\{|\{%)(?P<jenis>tr|tc|p|r)?(?P<potong>-)?\s")
_AKHIR = re.compile(r"\{%(?P<jenis>tr|tc|p|r)?-?\s*(?:end)?(?P<kata>(?<=end)(?:for|if)|(?<!end)(?:elif|else))\b")
_HURUF = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_KURUNG_LEBAR = "\uff5b\uff5d"
_KUTIP_ASING = re.compile(r"[„‚‟«»‹›´`″′]")
_TAK_TAMPAK = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]")
_HITUNGAN = (nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos)
_KHUSUS = ("colspan", "cellbg", "vm")  # of docxtpl, about cells
PANJANG_PENANDA = 500  # characters; a longer one has lost its end
DALAM = 6  # loops within loops; more than three are not needed
TUMPUK = 20  # blocks within blocks


class _Salah(Exception):
    """A fault in one tag, on its way to becoming a finding."""

    def __init__(self, kode: str, *, letak: Letak | None = None, **isi: str) -> None:
        super().__init__(kode)
        self.kode, self.letak, self.isi = kode, letak, isi


@dataclass(frozen=True, slots=True)
class _Blok:
    kata: str  # for | if
    jenis: str  # tr, tc, p, r or empty
    nama: Mapping[str, Skema]  # what the block adds to the names
    pembuka: Penanda


def judge(penanda: Iterable[Penanda], skema: Mapping[str, Skema], berkas: str) -> Iterator[tuple[Finding, Letak]]:
    """Findings of all tags of one template, each with the place that it is about."""
    tumpukan: list[_Blok] = []
    bagian = ""
    for p in penanda:
        if p.letak.bagian != bagian:
            yield from (_temuan(_belum_tutup(b), b.pembuka, berkas) for b in tumpukan)
            tumpukan, bagian = [], p.letak.bagian
        yield from (_temuan(_belum_tutup(b), b.pembuka, berkas) for b in _terlewat(p, tumpukan))
        try:
            _satu(p, tumpukan, skema)
        except _Salah as salah:
            yield _temuan(salah, p, berkas)
    yield from (_temuan(_belum_tutup(b), b.pembuka, berkas) for b in tumpukan)


def _terlewat(p: Penanda, tumpukan: list[_Blok]) -> list[_Blok]:
    """Take the blocks off the stack that this tag closes over: the one that it belongs to stands below them."""
    cocok = _AKHIR.match(p.teks)
    if cocok is None:
        return []
    kata = ("if",) if cocok["kata"] in ("if", "elif") else ("for",) if cocok["kata"] == "for" else ("if", "for")
    for n in range(len(tumpukan) - 1, -1, -1):
        b = tumpukan[n]
        if b.kata in kata and b.jenis == (cocok["jenis"] or "") and b.pembuka.tabel == p.tabel:
            lewat = tumpukan[n + 1 :]
            del tumpukan[n + 1 :]
            return lewat
    return []


def _belum_tutup(b: _Blok) -> _Salah:
    return _Salah("TPL003", sebab=f"tidak ditutup dengan end{b.kata}")


def _temuan(salah: _Salah, p: Penanda, berkas: str) -> tuple[Finding, Letak]:
    letak = salah.letak or p.letak
    tertulis = salah.isi.pop("tertulis", p.teks)
    tertulis = tertulis if len(tertulis) <= 2 * PANJANG_CUPLIKAN else f"{tertulis[: 2 * PANJANG_CUPLIKAN]}…"
    isi = {"sebab": "", "mirip": ""} | salah.isi
    sumber = CellRef(berkas, sel=letak.tempat)
    t = temuan(salah.kode, sumber, tertulis=tertulis, tempat=str(letak), sebab=isi["sebab"], mirip=isi["mirip"])
    return t, letak


def _satu(p: Penanda, tumpukan: list[_Blok], skema: Mapping[str, Skema]) -> None:
    """Judge one tag; opens and closes blocks on the stack."""
    if not p.utuh:
        _rusak(p, tumpukan)
    if p.teks.startswith("{#"):
        return
    cocok = _AWALAN.match(p.teks)
    jenis = (cocok["jenis"] if cocok else None) or ""
    isi = p.teks[len(cocok[0]) if cocok else 2 : -2].strip("- \t\n").translate(_HURUF)
    try:
        _tulisan(p, isi)
    except _Salah:
        _buka(p, isi, jenis, tumpukan)
        raise
    if p.teks.startswith("{{"):
        if jenis:
            raise _Salah("TPL010", sebab=isi)
        _cetak(isi, _nama(skema, tumpukan))
        return
    _perintah(p, isi, jenis, tumpukan, skema)
    if jenis in ("tr", "tc") and not p.tabel:
        raise _Salah("TPL005")
    if jenis == "p" and p.batas:
        raise _Salah("TPL007")
    if p.lain:
        raise _Salah("TPL014", sebab=p.lain)


def _rusak(p: Penanda, tumpukan: list[_Blok]) -> NoReturn:
    """A tag without its other half, or in braces that are none of ours."""
    if (cocok := _AWALAN.match(p.teks)) is not None:
        _buka(p, p.teks[len(cocok[0]) :], cocok["jenis"] or "", tumpukan)
    if p.teks[:1] in _KURUNG_LEBAR:
        raise _Salah("TPL003", sebab="kurung kurawalnya huruf lebar")
    if p.teks.startswith(("{ ", "$")) or (p.teks.endswith("}") and p.teks[1:2] not in "{%#}"):
        raise _Salah("TPL003", sebab="kurung kurawalnya harus dua dan rapat, seperti {{ nama }}")
    raise _Salah("TPL003", sebab="kurung kurawalnya tidak berpasangan")


def _nama(skema: Mapping[str, Skema], tumpukan: list[_Blok]) -> dict[str, Skema]:
    nama = dict(skema)
    for b in tumpukan:
        nama.update(b.nama)
    return nama


def _tulisan(p: Penanda, isi: str) -> None:
    """What a keyboard or Word puts into a tag unasked."""
    if len(p.teks) > PANJANG_PENANDA:
        raise _Salah("TPL003", sebab="terlalu panjang; penutupnya mungkin hilang")
    if not p.setingkat:
        raise _Salah("TPL003", sebab="sebagian berada di dalam tautan atau kotak isian, sebagian di luarnya")
    if (asing := _KUTIP_ASING.search(isi)) is not None:
        raise _Salah("TPL003", sebab=f'tanda kutip {asing[0]} bukan tanda kutip lurus ("…")')
    if (tersembunyi := _TAK_TAMPAK.search(isi)) is not None:
        raise _Salah("TPL003", sebab=f"memuat huruf yang tidak tampak (U+{ord(tersembunyi[0]):04X})")


def _buka(p: Penanda, isi: str, jenis: str, tumpukan: list[_Blok]) -> None:
    """Open a block before it is judged: a fault in it is one fault, not one for each name inside and for its end."""
    kata, _, sisa = isi.partition(" ")
    if p.teks.startswith("{%") and kata in ("for", "if"):
        baru = (*sisa.split()[:1], "loop") if kata == "for" else ()
        tumpukan.append(_Blok(kata, jenis, dict.fromkeys(baru, BEBAS), p))


def _perintah(p: Penanda, isi: str, jenis: str, tumpukan: list[_Blok], skema: Mapping[str, Skema]) -> None:
    """Judge one `{% … %}`."""
    nama = _nama(skema, tumpukan)
    kata, _, sisa = isi.partition(" ")
    _buka(p, isi, jenis, tumpukan)
    match kata:
        case "for":
            if sum(b.kata == "for" for b in tumpukan) > DALAM:
                raise _Salah("TPL006", sebab=f"for di dalam for lebih dari {DALAM} tingkat")
            tumpukan[-1] = _Blok("for", jenis, _for(isi, nama), p)
        case "if":
            if len(tumpukan) > TUMPUK:
                raise _Salah("TPL006", sebab=f"if bertumpuk lebih dari {TUMPUK} tingkat")
            _nilai(_uraikan("{{ " + sisa + " }}"), nama)
        case "elif":
            _dalam(tumpukan, p, jenis, ("if",))
            _nilai(_uraikan("{{ " + sisa + " }}"), nama)
        case "else":
            _dalam(tumpukan, p, jenis, ("if", "for"))
        case "endfor" | "endif":
            _dalam(tumpukan, p, jenis, (kata[3:],))
            b = tumpukan.pop()
            # Without the block, what stands before it would get the paper of what stands behind it.
            if jenis == "p" and b.pembuka.isi_seksi and b.pembuka.seksi != p.seksi and b.pembuka.arah != p.arah:
                raise _Salah("TPL016", letak=b.pembuka.letak, tertulis=b.pembuka.teks)
        case _ if kata in _KHUSUS:
            if sisa:
                _cetak(sisa, nama)
        case "tr" | "tc" | "p" | "r":
            raise _Salah("TPL006", sebab=f"tulis “{{%{kata}” tanpa spasi sesudah “{{%”")
        case _:
            dekat = terdekat(kata, ("for", "if", "elif", "else", "endfor", "endif"))
            raise _Salah("TPL006", sebab=f"perintah “{kata}” tidak dikenal{f'; mungkin “{dekat}”' if dekat else ''}")


def _dalam(tumpukan: list[_Blok], p: Penanda, jenis: str, kata: tuple[str, ...]) -> None:
    """The innermost open block must be one of `kata`, of the same kind, in the same table or paragraph."""
    if not tumpukan or tumpukan[-1].kata not in kata:
        raise _Salah("TPL003", sebab=f"tidak ada {' atau '.join(kata)} yang sedang terbuka")
    b = tumpukan[-1]
    if b.jenis != jenis:
        raise _Salah("TPL003", sebab=f"pasangannya “{b.pembuka.teks}” berawalan lain")
    if b.pembuka.tabel != p.tabel or (jenis == "" and b.pembuka.paragraf != p.paragraf):
        raise _Salah("TPL003", sebab=f"pasangannya “{b.pembuka.teks}” berada di tabel atau paragraf lain")


def _uraikan(teks: str) -> nodes.Template:
    try:
        return lingkungan().parse(teks)
    except TemplateSyntaxError as sebab:
        raise _Salah("TPL003", sebab="isinya tidak dapat dibaca") from sebab
    except SecurityError as sebab:
        raise _Salah("TPL006", sebab=_terlarang(teks)) from sebab
    except RecursionError as sebab:
        raise _Salah("TPL006", sebab="isinya terlalu rumit") from sebab


def _terlarang(teks: str) -> str:
    """Why the strict environment refuses what any jinja would take."""
    pohon = Environment(autoescape=True).parse(teks)
    if next(pohon.find_all(nodes.Call), None) or any(n.attr.startswith("_") for n in pohon.find_all(nodes.Getattr)):
        return "berisi perintah program"
    if next(pohon.find_all(_HITUNGAN), None) is not None:
        return "berisi hitungan; angka sudah dihitung dan siap cetak"
    return "hanya nama, saringan, for, dan if yang boleh dipakai"


def _cetak(isi: str, nama: Mapping[str, Skema]) -> None:
    """`{{ … }}` must end in a text."""
    hasil = _nilai(_uraikan("{{ " + isi + " }}"), nama)
    if isinstance(hasil, bool):
        raise _Salah("TPL008", tertulis=isi, sebab="adalah ya atau tidak, bukan teks")
    if isinstance(hasil, Mapping):
        raise _Salah("TPL008", tertulis=isi, sebab=f"adalah kumpulan; isinya: {', '.join(hasil)}")
    if isinstance(hasil, list):
        raise _Salah("TPL008", tertulis=isi, sebab="adalah daftar, bukan teks")


def _for(isi: str, nama: Mapping[str, Skema]) -> Mapping[str, Skema]:
    """The names that a loop adds."""
    pohon = _uraikan("{% " + isi + " %}{% endfor %}").body[0]
    if not isinstance(pohon, nodes.For) or not isinstance(pohon.target, nodes.Name) or pohon.recursive or pohon.test:
        raise _Salah("TPL006", sebab="for hanya dalam bentuk “for x in daftar”")
    daftar = _nilai(pohon.iter, nama)
    if daftar is BEBAS:
        return {pohon.target.name: BEBAS, "loop": _LOOP}
    if not isinstance(daftar, list):
        raise _Salah("TPL008", tertulis=isi, sebab="mengulang sesuatu yang bukan daftar")
    return {pohon.target.name: daftar[0] if daftar else BEBAS, "loop": _LOOP}


def _nilai(node: nodes.Node, nama: Mapping[str, Skema]) -> Skema:
    """What an expression stands for; raises _Salah for unknown names and forbidden parts."""
    match node:
        case nodes.Template() | nodes.Output():
            isi = [n for n in node.iter_child_nodes() if not isinstance(n, nodes.TemplateData)]
            return _nilai(isi[0], nama) if isi else ""
        case nodes.Name():
            if node.name not in nama:
                raise _tak_dikenal(node.name, node.name, nama)
            return nama[node.name]
        case nodes.Getattr():
            return _isi(node.node, node.attr, nama)
        case nodes.Getitem() if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return _isi(node.node, node.arg.value, nama)
        case nodes.Filter() if node.node is not None and not node.args and not node.kwargs:
            if node.name not in SARINGAN:
                raise _tak_dikenal(node.name, node.name, dict.fromkeys(SARINGAN))
            _nilai(node.node, nama)
            return ""
        case nodes.Const() if isinstance(node.value, str):
            return ""
        case (
            nodes.Not()
            | nodes.And()
            | nodes.Or()
            | nodes.Compare()
            | nodes.Operand()
            | nodes.Concat()
            | nodes.CondExpr()
        ):
            for anak in node.iter_child_nodes():
                _nilai(anak, nama)
            return BEBAS
        case _:
            raise _Salah("TPL006", sebab="hanya nama, saringan, for, dan if yang boleh dipakai")


def _isi(induk: nodes.Node, bagian: str, nama: Mapping[str, Skema]) -> Skema:
    """`induk.bagian`."""
    dari = _nilai(induk, nama)
    if dari is BEBAS:
        return BEBAS
    if not isinstance(dari, Mapping):
        raise _Salah("TPL006", sebab=f"“.{bagian}” tidak ada karena nama di depannya bukan kumpulan")
    if bagian not in dari:
        raise _tak_dikenal(bagian, bagian, dari)
    return dari[bagian]


def _tak_dikenal(tertulis: str, nama: str, ada: Mapping[str, Any]) -> _Salah:
    return _Salah("TPL004", tertulis=tertulis, mirip=mungkin(terdekat(nama, ada)))
