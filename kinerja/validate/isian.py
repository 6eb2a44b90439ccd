"""Reading one input cell: its value, or why it has none. Nothing is guessed: two readings are a fault that asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.angka import dari_desimal, format_ringkas, parse_angka, parse_rentang, polos, rapikan, tanpa_data
from kinerja.domain.bacaan import bacaan_tanggal, bacaan_teks
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang
from kinerja.domain.tanggal import format_tanggal
from kinerja.validate.format_sel import tampilan
from kinerja.workbook.model import Jenis, Sel

_PERBANDINGAN = re.compile(r"[0-9.,]+ ?[:/] ?[0-9.,]+")
_ANGKA_DAN_KATA = re.compile(r"(?=.*[0-9])(?=.*[a-z]).+", re.IGNORECASE | re.DOTALL)
_PANJANG_KUTIPAN = 80
_RUPIAH = re.compile(r"rp\b|rp[0-9]|rupiah", re.IGNORECASE)
_NOL_ATAU_KOSONG = "nihil"  # of a figure it may mean 0 or that there is none; of a text it says enough

PECAHAN_PALING_BESAR = Fraction(3, 2)
TARGET_PERSEN_WAJAR = Fraction(10)


@dataclass(frozen=True, slots=True)
class Cacat:
    """A fault or remark about a cell, before it has an address: code and the texts of its message."""

    kode: str
    tertulis: str
    diharapkan: str | None = None
    isi: tuple[tuple[str, str], ...] = ()


class Isian(NamedTuple):
    """An input cell as understood. `sel` None: the form has no such column. A `cacat` beside a value is a remark."""

    sel: Sel | None
    nilai: Nilai | None = None
    cacat: Cacat | None = None
    angka: Fraction | None = None  # the value when it is a number

    @property
    def kosong(self) -> bool:
        """True when the column is there and nothing was typed."""
        return self.sel is not None and self.nilai is None and self.cacat is None


TANPA_KOLOM = Isian(None)


def tampak(sel: Sel) -> str:
    """What stands in the cell, for quoting."""
    nilai = sel.nilai
    if isinstance(nilai, Decimal):
        return format_ringkas(dari_desimal(nilai), 12) if abs(nilai.adjusted()) < 30 else str(nilai)
    if isinstance(nilai, datetime):
        return nilai.strftime("%d/%m/%Y %H:%M")
    if isinstance(nilai, date):
        return format_tanggal(nilai)
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    return kutip("=" + (sel.rumus or "") if sel.jenis is Jenis.BELUM_DIHITUNG else sel.teks)


def kutip(teks: str) -> str:
    """A text short enough for a message."""
    return teks if len(teks) <= _PANJANG_KUTIPAN else teks[: _PANJANG_KUTIPAN - 1] + "…"


def tak_terbaca(sel: Sel) -> bool:
    """True for an error value, and for a formula whose result nobody has stored."""
    return sel.jenis in (Jenis.GALAT, Jenis.BELUM_DIHITUNG)


def teks_isian(sel: Sel | None) -> str:
    """The words typed into a text cell; empty for nothing and for usual marks of nothing (`-`, `n/a`)."""
    if sel is None or sel.jenis is Jenis.KOSONG or tak_terbaca(sel):
        return ""
    teks = tampak(sel) if sel.jenis is not Jenis.TEKS else sel.teks
    return teks if _bermakna(teks) else ""


@lru_cache(maxsize=1024)
def _bermakna(teks: str) -> bool:
    """True for words that say something. Cached: several rules ask about the same cell."""
    return any(h.isalnum() for h in teks) and not tanpa_data(teks)


def baca_angka(
    sel: Sel | None, *, satuan: str, persen: bool, target: Nilai | None = None, desimal: int = 2, bagian: bool = False
) -> Isian:
    """Read a number typed by the unit. `persen`: the satuan is a percentage, so that 0,95 may stand for 95.

    A cell formatted as a percentage counts times 100; text is read as Indonesians write numbers. `desimal`: places
    that the figure may have. `bagian`: Pembilang or Penyebut, of which the satuan says nothing.
    """
    if sel is None:
        return TANPA_KOLOM
    if (umum := _bukan_isi(sel)) is not None:
        return umum
    if sel.jenis is Jenis.TANGGAL:
        dulu = bacaan_tanggal(sel.nilai) or "seperti 3-5 atau 1/2"
        return Isian(sel, None, Cacat("ISI007", tampak(sel), None, (("bacaan", dulu),)))
    if sel.jenis is Jenis.LOGIKA:
        return Isian(sel, None, Cacat("ISI022", tampak(sel)))
    if isinstance(sel.nilai, Decimal):
        hasil = _dari_angka(sel, sel.nilai, satuan=satuan, persen=persen, target=target)
    else:
        rupiah = bagian or _RUPIAH.search(satuan) is not None
        hasil = _dari_teks(
            sel, sel.teks, satuan=satuan, persen=persen, target=target, desimal=desimal, rupiah=rupiah
        )  # fmt: skip
    if sel.rumus is not None and hasil.nilai is not None:
        return Isian(sel, hasil.nilai, _rumus(sel), hasil.angka)
    return hasil


def baca_predikat(sel: Sel | None, skala: Sequence[Predikat], nama: str) -> Isian:
    """Read a step of an ordinal scale; capitals and spaces do not matter."""
    if sel is None:
        return TANPA_KOLOM
    if (umum := _bukan_isi(sel)) is not None:
        return umum
    tertulis = tampak(sel)
    dicari = rapikan(sel.teks).casefold()
    for p in skala:
        if p.teks.casefold() == dicari and sel.jenis in (Jenis.TEKS, Jenis.ANGKA):
            return Isian(sel, p, _rumus(sel) if sel.rumus is not None else None)
    dekat = mungkin(terdekat(dicari[:_PANJANG_KUTIPAN], (p.teks for p in skala)))
    daftar = ", ".join(p.teks for p in skala)
    return Isian(sel, None, Cacat("ISI016", tertulis, daftar, (("skala", nama), ("mungkin", dekat))))


def baca_ya_tidak(sel: Sel | None) -> Isian:
    """Read Ya or Tidak."""
    if sel is None:
        return TANPA_KOLOM
    if (umum := _bukan_isi(sel)) is not None:
        return umum
    pilihan = {"ya": YA, "tidak": TIDAK}.get(rapikan(sel.teks).casefold()) if sel.jenis is Jenis.TEKS else None
    if pilihan is None:
        return Isian(sel, None, Cacat("ISI017", tampak(sel), "Ya atau Tidak"))
    return Isian(sel, pilihan, _rumus(sel) if sel.rumus is not None else None)


def _bukan_isi(sel: Sel) -> Isian | None:
    """The three kinds of content that say nothing about a value: blank, error, formula without a result."""
    if sel.jenis is Jenis.KOSONG or (sel.jenis is Jenis.TEKS and not rapikan(sel.teks)):
        return Isian(sel)
    if sel.jenis is Jenis.GALAT:
        return Isian(sel, None, Cacat("ISI019", tampak(sel)))
    if sel.jenis is Jenis.BELUM_DIHITUNG:
        return Isian(sel, None, Cacat("ISI020", tampak(sel)))
    return None


def _rumus(sel: Sel) -> Cacat:
    rumus = "=" + (sel.rumus or "…")
    return Cacat("ISI021", tampak(sel), None, (("rumus", rumus[:_PANJANG_KUTIPAN]),))


def _angka(sel: Sel, x: Fraction, cacat: Cacat | None = None) -> Isian:
    return Isian(sel, x, cacat, x)


def _dari_angka(sel: Sel, nilai: Decimal, *, satuan: str, persen: bool, target: Nilai | None) -> Isian:
    if not nilai.is_finite() or abs(nilai.adjusted()) > 30:
        return Isian(sel, None, Cacat("ISI003", tampak(sel), None, (("pilihan", "misalnya 88,5"),)))
    tampil = tampilan(sel.format, nilai)
    x = dari_desimal(nilai)
    if tampil.menyesatkan:
        return Isian(sel, None, Cacat("ISI006", tampak(sel), None, (("format", sel.format),)))
    if tampil.persen:
        ditampilkan = polos(x * 100) + "%"
        if not persen:
            return Isian(sel, None, Cacat("ISI026", ditampilkan, None, (("satuan", satuan),)))
        patokan = _patokan(target)
        if patokan is not None and x > TARGET_PERSEN_WAJAR and x * 100 > 10 * patokan:
            return Isian(sel, None, _dua_persen(ditampilkan, _sebut(target), x, x * 100))
        return _angka(sel, x * 100)
    if persen and (tanya := _pecahan(x, sel, target)) is not None:
        return Isian(sel, None, tanya)
    if tampil.bertulisan:
        return _angka(sel, x, Cacat("ISI027", tampak(sel), None, (("format", sel.format),)))
    return _angka(sel, x)


def _dari_teks(
    sel: Sel, teks: str, *, satuan: str, persen: bool, target: Nilai | None, desimal: int, rupiah: bool
) -> Isian:
    tertulis = tampak(sel)
    if tanpa_data(teks) or rapikan(teks).casefold() == _NOL_ATAU_KOSONG:
        return Isian(sel, None, Cacat("ISI009", tertulis))
    teks = teks.strip().removeprefix("'")  # the mark of a text, which some programs keep as a letter
    baca = parse_angka(teks, None if persen else desimal)
    if baca.kandidat:
        pilihan = " atau ".join(polos(k) for k in baca.kandidat)
        return Isian(sel, None, Cacat("ISI004", tertulis, pilihan, (("bacaan", pilihan), ("pilihan", pilihan))))
    if baca.nilai is None:
        return Isian(sel, None, _bukan_angka(teks, tertulis, persen=persen))
    if not rupiah and _RUPIAH.match(teks):
        return Isian(sel, None, Cacat("ISI024", tertulis, polos(baca.nilai), (("pilihan", polos(baca.nilai)),)))
    if baca.persen and not persen:
        return Isian(sel, None, Cacat("ISI026", tertulis, None, (("satuan", satuan),)))
    if persen and not baca.persen and (tanya := _pecahan(baca.nilai, sel, target)) is not None:
        return Isian(sel, None, tanya)
    return _angka(sel, baca.nilai, Cacat("ISI023", tertulis, polos(baca.nilai)))


def _bukan_angka(teks: str, tertulis: str, *, persen: bool) -> Cacat:
    """A text that is no number: which kind of text, and the numbers that it may have meant."""
    rapi = rapikan(teks)
    bacaan = bacaan_teks(teks, persen=persen)
    if parse_rentang(rapi) is not None or _PERBANDINGAN.fullmatch(rapi):
        return Cacat("ISI008", tertulis, bacaan, (("pilihan", bacaan),))
    if _ANGKA_DAN_KATA.fullmatch(rapi):
        return Cacat("ISI024", tertulis, bacaan or None, (("pilihan", bacaan or "misalnya 88,5"),))
    return Cacat("ISI003", tertulis, bacaan or None, (("pilihan", bacaan or "misalnya 88,5"),))


def _pecahan(x: Fraction, sel: Sel, target: Nilai | None) -> Cacat | None:
    """The question of 0,95 in a row of percentages: asked when it is as small as a fraction and the target is not."""
    patokan = _patokan(target)
    if patokan is None or not (0 < x <= PECAHAN_PALING_BESAR and patokan > TARGET_PERSEN_WAJAR):
        return None
    return _dua_persen(tampak(sel), _sebut(target), x * 100, x)


def _patokan(target: Nilai | None) -> Fraction | None:
    """The figure that a percentage is measured by: its target, of a range the lower bound."""
    if isinstance(target, Rentang):
        return target.bawah
    return target if isinstance(target, Fraction) else None


def _sebut(target: Nilai | None) -> str:
    batas = (target.bawah, target.atas) if isinstance(target, Rentang) else (target,)
    return "–".join(format_ringkas(b, 2) for b in batas if isinstance(b, Fraction))


def _dua_persen(tertulis: str, target: str, diharapkan: Fraction, lain: Fraction) -> Cacat:
    satu, dua = polos(diharapkan), polos(lain)
    isi = (("target", target), ("bacaan", f"{satu} % atau {dua} %"), ("satu", satu), ("lain", dua))
    return Cacat("ISI005", tertulis, f"{satu} atau {dua}%", isi)
