"""Every way in which a cell of a published table can be read as a number; the formulas then show which was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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
        isi = re.findall(r"[.,]", t)
        if isi and len(_semua(t)) == 1:
            sama = len(isi) > 1 and len({*isi}) == 1  # 1.234.567: the other mark is the decimal one
            tanda.add((isi[-1] == ".") != sama)
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
    """The readings of a text: of its whole, else of the only number in it (`3 Dokumen`, `≥ 85`, `BB (72,50)`)."""
    rapi = _PERSEN.sub("%", rapikan(teks[:_PANJANG]))
    if kurung := _KURUNG.fullmatch(rapi):
        rapi = f"-{kurung['isi']}{kurung['persen'] or ''}"
    sebagian = not _semua(rapi)
    if sebagian:
        angka = _SATU_ANGKA.findall(rapi)
        if len(angka) != 1 or len(re.findall(r"[0-9.,]*[0-9]", rapi)) != 1:
            return
        rapi = angka[0]
    semua = _semua(rapi)
    utama = _utama(semua, titik, koma="," in rapi)
    tanya = (sebagian and _BERSATUAN.fullmatch(teks.strip()) is None) or (len(semua) > 1 and utama is None)
    for x in sorted(semua, key=lambda x: x != utama):
        jauh = utama is not None and x != utama
        yield Bacaan(
            nilai=x,
            desimal=_desimal(rapi, x),
            persen=rapi.endswith("%"),
            taraf=sebagian + jauh,
            catatan=f"“{teks.strip()}” dibaca {polos(x)}" if tanya or jauh else "",
        )


def _semua(teks: str) -> tuple[Fraction, ...]:
    """Every number that a text may be; none when it is no number."""
    baca = parse_angka(teks, _DUA_DIGIT)
    return baca.kandidat if baca.nilai is None else (baca.nilai,)


def _utama(semua: Sequence[Fraction], titik: bool | None, *, koma: bool) -> Fraction | None:
    """The reading that the table's decimal mark tells: the whole number where the mark of this text is the other one.

    None where it tells nothing: `1.125` in a table that does not say. A comma is decimal unless the table has points.
    """
    if not semua or (titik is None and not koma):
        return None
    return max(semua, key=abs) if koma == bool(titik) else min(semua, key=abs)


def _desimal(teks: str, x: Fraction) -> int:
    """How many digits behind the mark this reading of the text has."""
    digit = re.sub(r"[^0-9]", "", teks)
    if not int(digit):
        return len(re.sub(r"[^0-9]", "", re.split(r"[.,]", teks)[-1])) if re.search(r"[.,]", teks) else 0
    n = 0
    while abs(x) * 10**n < int(digit):
        n += 1
    return n
