"""Every way in which a cell of a published table can be read as a number; the formulas then show which was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kinerja.audit.cetak import cetak, tampak
from kinerja.audit.model import Bacaan
from kinerja.domain.angka import bulatkan, dari_desimal, parse_angka, polos, rapikan
from kinerja.workbook.model import Jenis, Sel

_DUA_DIGIT = 2  # of a figure with fewer than three places the comma of 1,125 may be an English thousands mark
_SATU_ANGKA = re.compile(r"(?<![0-9.,:/])-?[0-9]+(?:[.,][0-9]+)*(?: ?%)?(?![0-9:/])")
_KURUNG = re.compile(r"\((?P<isi>[0-9][0-9.,]*(?: ?%)?)\)(?P<persen> ?%)?")
_PERBANDINGAN = re.compile(r"([0-9]+(?:[.,][0-9]+)?) ?: ?([0-9]+(?:[.,][0-9]+)?)")
_BERSATUAN = re.compile(r"[0-9.,]+%? ?[^\W\d_][^\W\d_ ]*(?: [^\W\d_]+)*")  # `3 Dokumen` needs no remark
_PERSEN = re.compile(r" ?(?:persen|prosen)\b", re.IGNORECASE)
_PANJANG = 120
_DIGIT_TERSIMPAN = 15


def tercetak(sel: Sel) -> str:
    """What stands in the cell for its reader: text as written, a number under its format, an error as it shows."""
    if sel.jenis is Jenis.ANGKA and isinstance(sel.nilai, Decimal):
        return cetak(sel.nilai, sel.format)
    if sel.jenis is Jenis.LOGIKA:
        return "TRUE" if sel.nilai else "FALSE"
    return sel.teks


def titik_desimal(teks: Iterable[str]) -> bool | None:
    """The decimal mark of a table's texts: True for a point, False for a comma, None when they do not agree or say."""
    tanda = set()
    for t in teks:
        baca = parse_angka(t, _DUA_DIGIT)
        if baca.nilai is not None and (isi := re.findall(r"[.,]", t)):
            tanda.add(isi == ["."] if len(isi) == 1 else isi[-1] == "." if len({*isi}) > 1 else isi[0] == ",")
    return tanda.pop() if len(tanda) == 1 else None


def bacaan_cetak(sel: Sel, titik: bool | None = None) -> tuple[Bacaan, ...]:
    """The printed figure of a cell: only its shown digits count."""
    if sel.jenis not in (Jenis.ANGKA, Jenis.TEKS):
        return ()
    return tuple(map(_limabelas, _dari_teks(tercetak(sel), titik if sel.jenis is Jenis.TEKS else False)))


def bacaan_angka(sel: Sel, titik: bool | None = None) -> tuple[Bacaan, ...]:
    """A target or realisasi: the stored number, then the shown one where it is another; a text in all its readings."""
    if sel.jenis is Jenis.TEKS:
        return tuple(_dari_teks(sel.teks, titik))
    if sel.jenis is not Jenis.ANGKA or not isinstance(sel.nilai, Decimal):
        return ()
    x, persen = tampak(sel.nilai, sel.format)
    asli = Bacaan(nilai=x, desimal=len(polos(x).partition(",")[2]), persen=persen)
    return (asli, *(_tampil(asli, b) for b in bacaan_cetak(sel) if b.taraf == 0 and b.nilai != x))


def _limabelas(b: Bacaan) -> Bacaan:
    """No more digits than a spreadsheet keeps: those behind are what its arithmetic left over."""
    desimal = _DIGIT_TERSIMPAN - len(str(abs(int(b.nilai))))
    if b.desimal <= max(desimal, 0):
        return b
    return replace(b, nilai=dari_desimal(bulatkan(b.nilai, max(desimal, 0))), desimal=max(desimal, 0))


def perbandingan(teks: str) -> tuple[Fraction, Fraction] | None:
    """The two numbers of `1:32`; None for any other text."""
    if cocok := _PERBANDINGAN.fullmatch(rapikan(teks[:_PANJANG])):
        a, b = (parse_angka(x).nilai for x in cocok.groups())
        if a is not None and b is not None:
            return a, b
    return None


def _tampil(asli: Bacaan, b: Bacaan) -> Bacaan:
    catatan = f"dihitung dari angka yang tampil ({polos(b.nilai)}), bukan dari isi selnya ({polos(asli.nilai)})"
    return Bacaan(nilai=b.nilai, desimal=b.desimal, persen=asli.persen, tampil=True, catatan=catatan)


def _dari_teks(teks: str, titik: bool | None) -> Iterator[Bacaan]:
    rapi = _PERSEN.sub("%", rapikan(teks[:_PANJANG]))
    if kurung := _KURUNG.fullmatch(rapi):
        rapi = f"-{kurung['isi']}{kurung['persen'] or ''}"
    taraf, asal = 0, ""
    baca = parse_angka(rapi, _DUA_DIGIT)
    if baca.nilai is None and not baca.kandidat:
        angka = _SATU_ANGKA.findall(rapi)
        if len(angka) != 1 or len(re.findall(r"[0-9.,]*[0-9]", rapi)) != 1:
            return
        rapi, taraf = angka[0], 1
        asal = "" if _BERSATUAN.fullmatch(teks.strip()) else teks
        baca = parse_angka(rapi, _DUA_DIGIT)
    semua = (baca.nilai,) if baca.nilai is not None else baca.kandidat
    if not semua:
        return
    # Of two readings the whole one is meant where the mark is not the table's decimal mark.
    koma = "," in rapi
    utama = None if titik is None and not koma else max(semua, key=abs) if koma == bool(titik) else min(semua, key=abs)
    for x in sorted(semua, key=lambda x: x != utama):
        jauh = utama is not None and x != utama
        catatan = (
            f"“{(asal or teks).strip()}” dibaca {polos(x)}"
            if asal or jauh or (len(semua) > 1 and utama is None)
            else ""
        )
        yield Bacaan(nilai=x, desimal=_desimal(rapi, x), persen=baca.persen, taraf=taraf + jauh, catatan=catatan)


def _desimal(teks: str, x: Fraction) -> int:
    """How many digits behind the mark this reading of the text has."""
    digit = re.sub(r"[^0-9]", "", teks)
    if not int(digit):
        return len(re.sub(r"[^0-9]", "", re.split(r"[.,]", teks)[-1])) if re.search(r"[.,]", teks) else 0
    n = 0
    while abs(x) * 10**n < int(digit):
        n += 1
    return n
