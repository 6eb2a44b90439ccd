"""From a cell of the master to a value; every fault becomes a finding with the cell and the remedy."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from kinerja.catalogue import temuan
from kinerja.catalogue.ejaan import mungkin
from kinerja.domain.angka import dari_desimal, format_ringkas, parse_angka, parse_rentang, rapikan
from kinerja.domain.indikator import Polaritas, TipeNilai
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang
from kinerja.domain.tanggal import format_tanggal, parse_tanggal
from kinerja.findings import Finding, Tingkat
from kinerja.master.tabel import Baris, mirip, ringkas
from kinerja.sources import CellRef
from kinerja.workbook.model import Jenis, Sel

E = TypeVar("E", bound=StrEnum)

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


@lru_cache(maxsize=256)
def format_persen(kode: str) -> bool:
    """True when the number format itself shows a percentage (a quoted % is only decoration)."""
    return "%" in _LITERAL.sub("", kode)


@dataclass(frozen=True, slots=True)
class Gantung:
    """A reference to a code that the sheet `lembar` does not have; `mungkin`: the sentence with a near miss."""

    baris: Baris
    judul: str
    lembar: str
    kode: str
    mungkin: str


class Pembaca:
    """Reads cells and collects findings. A value with a fault is None; ask `galat` whether a row had one.

    References that lead nowhere are kept in `gantung`: what to say of them is known when all have been read.
    """

    def __init__(self, hasil: list[Finding]) -> None:
        self.hasil = hasil
        self.gantung: list[Gantung] = []
        self.dirujuk: set[tuple[str, str]] = set()  # sheet and code
        self._angka_teks: dict[str, list[str]] = {}

    @property
    def galat(self) -> int:
        """How many galat have been found so far."""
        return sum(t.tingkat is Tingkat.GALAT for t in self.hasil) + len(self.gantung)

    def catat(self, nomor: str, /, baris: Baris, judul: str, *, indikator: str | None = None, **isi: str) -> None:
        """Record a finding at the cell under a heading."""
        sel = baris.sel(judul)
        medan = ringkas(judul).replace(" ", "_")
        rincian: dict[str, Any] = {"tertulis": sel.teks or None, "judul": judul, **isi}
        self.hasil.append(temuan(nomor, baris.ref(judul), indikator=indikator, medan=medan, **rincian))

    def _isi(self, baris: Baris, judul: str, *, wajib: bool) -> Sel | None:
        """The cell when it holds a usable value; None (with a finding where due) otherwise."""
        sel = baris.sel(judul)
        if sel.jenis is Jenis.ANGKA:
            return sel
        if sel.jenis is Jenis.GALAT:
            self.catat("MST014", baris, judul)
            return None
        if sel.jenis is Jenis.BELUM_DIHITUNG:
            self.catat("MST015", baris, judul)
            return None
        if sel.jenis is Jenis.KOSONG or (sel.jenis is Jenis.TEKS and not rapikan(sel.teks)):
            if wajib and judul in baris.kolom:
                self.catat("MST010", baris, judul)
            return None
        return sel

    def teks(self, baris: Baris, judul: str, *, wajib: bool = False) -> str | None:
        """A text; numbers come as plain digits, dates as `7 Februari 2023`. Line breaks inside are kept."""
        sel = self._isi(baris, judul, wajib=wajib)
        if sel is None:
            return None
        if isinstance(sel.nilai, date):
            return format_tanggal(sel.nilai)
        if isinstance(sel.nilai, bool):
            return "Ya" if sel.nilai else "Tidak"
        return sel.teks

    def kode(self, baris: Baris, judul: str, *, wajib: bool = False) -> str | None:
        """A code: one line, spaces tidied."""
        sel = self._isi(baris, judul, wajib=wajib)
        if sel is not None and sel.jenis is Jenis.TANGGAL:
            self.catat("MST023", baris, judul, tertulis=_tampak(sel))
            return None
        return " ".join(sel.teks.split()) if sel is not None else None

    def rujukan(
        self, baris: Baris, judul: str, dikenal: Collection[str] | None, lembar: str, *, wajib: bool = False
    ) -> str | None:
        """A code that must exist in another sheet; `dikenal` None: that sheet could not be read, all are taken."""
        kode = self.kode(baris, judul, wajib=wajib)
        if kode is None or dikenal is None or kode in dikenal:
            if kode is not None:
                self.dirujuk.add((lembar, kode))
            return kode
        self.gantung.append(Gantung(baris, judul, lembar, kode, mungkin(mirip(kode, dikenal))))
        return None

    def pilihan(self, baris: Baris, judul: str, jenis: type[E], *, wajib: bool = False) -> E | None:
        """One of an enum's values; case and spaces do not matter."""
        teks = self.satu_dari(baris, judul, [a.value for a in jenis], wajib=wajib)
        return jenis(teks) if teks is not None else None

    def satu_dari(self, baris: Baris, judul: str, pilihan: Sequence[str], *, wajib: bool = False) -> str | None:
        """One of the given words."""
        teks = self.teks(baris, judul, wajib=wajib)
        if teks is None:
            return None
        for p in pilihan:
            if ringkas(p) == ringkas(rapikan(teks)):
                return p
        self.catat("MST011", baris, judul, diharapkan=", ".join(pilihan), mungkin=mungkin(mirip(teks, pilihan)))
        return None

    def angka(
        self, baris: Baris, judul: str, *, wajib: bool = False, persen: bool = False,
        minimum: Fraction | None = None, maksimum: Fraction | None = None,
    ) -> Fraction | None:  # fmt: skip
        """A number, exact. `persen`: the indicator's satuan is %, so a %-formatted 0.8 is 80."""
        sel = self._isi(baris, judul, wajib=wajib)
        if sel is None:
            return None
        nilai = self._angka_sel(baris, judul, sel, persen=persen)
        if nilai is not None and (
            (minimum is not None and nilai < minimum) or (maksimum is not None and nilai > maksimum)
        ):
            batas = [f"paling kecil {format_ringkas(minimum, 4)}"] if minimum is not None else []
            batas += [f"paling besar {format_ringkas(maksimum, 4)}"] if maksimum is not None else []
            self.catat("MST020", baris, judul, batas=" dan ".join(batas))
            return None
        return nilai

    def bulat(self, baris: Baris, judul: str, minimum: int, maksimum: int, *, wajib: bool = False) -> int | None:
        """A whole number within bounds."""
        nilai = self.angka(baris, judul, wajib=wajib, minimum=Fraction(minimum), maksimum=Fraction(maksimum))
        if nilai is not None and nilai.denominator != 1:
            self.catat("MST021", baris, judul)
            return None
        return int(nilai) if nilai is not None else None

    def _angka_sel(self, baris: Baris, judul: str, sel: Sel, *, persen: bool) -> Fraction | None:
        if sel.jenis is Jenis.TANGGAL:
            self.catat("MST023", baris, judul, tertulis=_tampak(sel))
            return None
        if isinstance(sel.nilai, Decimal):
            nilai = dari_desimal(sel.nilai)
            if not format_persen(sel.format):
                return nilai
            if persen:
                return nilai * 100
            self.catat(
                "MST024", baris, judul,
                satu=format_ringkas(nilai, 6), dua=format_ringkas(nilai * 100, 4),
            )  # fmt: skip
            return None
        bacaan = parse_angka(sel.teks)
        if bacaan.kandidat:
            satu, dua = (format_ringkas(k, 6) for k in bacaan.kandidat[:2])
            self.catat("MST013", baris, judul, satu=satu, dua=dua)
            return None
        if bacaan.nilai is None:
            self.catat("MST012", baris, judul)
            return None
        if bacaan.persen and not persen:
            self.catat(
                "MST024", baris, judul,
                satu=format_ringkas(bacaan.nilai / 100, 6), dua=format_ringkas(bacaan.nilai, 4),
            )  # fmt: skip
            return None
        self._angka_teks.setdefault(baris.lembar, []).append(sel.alamat)
        return bacaan.nilai

    def tanggal(self, baris: Baris, judul: str, *, wajib: bool = False) -> date | None:
        """A date: a date cell, or text as Indonesians write dates."""
        sel = self._isi(baris, judul, wajib=wajib)
        if sel is None:
            return None
        if isinstance(sel.nilai, datetime):
            return sel.nilai.date()
        if isinstance(sel.nilai, date):
            return sel.nilai
        hasil = parse_tanggal(sel.teks) if sel.jenis is Jenis.TEKS else None
        if hasil is None:
            self.catat("MST017", baris, judul)
        return hasil

    def nilai(
        self, baris: Baris, judul: str, tipe: TipeNilai, polaritas: Polaritas, *, persen: bool,
        skala: Sequence[Predikat] | None, target: bool,
    ) -> Nilai | None:  # fmt: skip
        """A target (`target` True: a range where the polarity asks for one) or a realisasi of an indicator."""
        sel = self._isi(baris, judul, wajib=False)
        if sel is None:
            return None
        if tipe is TipeNilai.YA_TIDAK:
            return self._predikat(baris, judul, (TIDAK, YA))
        if tipe is TipeNilai.PREDIKAT:
            return self._predikat(baris, judul, skala) if skala is not None else None
        if target and polaritas.rentang:
            return self._rentang(baris, judul, sel)
        return self._angka_sel(baris, judul, sel, persen=persen)

    def _predikat(self, baris: Baris, judul: str, skala: Sequence[Predikat]) -> Predikat | None:
        teks = self.teks(baris, judul) or ""
        for p in skala:
            if ringkas(p.teks) == ringkas(rapikan(teks)):
                return p
        urutan = [p.teks for p in skala]
        self.catat("MST080", baris, judul, diharapkan=", ".join(urutan), mungkin=mungkin(mirip(teks, urutan)))
        return None

    def _rentang(self, baris: Baris, judul: str, sel: Sel) -> Rentang | None:
        if sel.jenis is Jenis.TANGGAL:
            self.catat("MST077", baris, judul, tertulis=_tampak(sel))
            return None
        hasil = parse_rentang(sel.teks) if sel.jenis is Jenis.TEKS else None
        if hasil is None:
            self.catat("MST076", baris, judul)
        return hasil

    def selesai(self, berkas: str) -> None:
        """Record, once per sheet, that numbers are stored as text."""
        for lembar, sel in self._angka_teks.items():
            self.hasil.append(temuan("MST016", CellRef(berkas, lembar, sel[0]), banyak=str(len(sel))))
        self._angka_teks.clear()


def _tampak(sel: Sel) -> str:
    """A date as Excel shows it, so that the person recognises what was typed."""
    if isinstance(sel.nilai, date):
        return format_tanggal(sel.nilai)
    return sel.teks
