"""The audit of a table, row by row: what each row holds, which formula gives its print, what is to be said about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kinerja.audit.bacaan import bacaan_angka, bacaan_cetak, tercetak, titik_desimal
from kinerja.audit.catatan import catatan_arah, catatan_cocok, catatan_tanpa_angka
from kinerja.audit.model import Audit, Bacaan, Barisan, HasilBaris, Judul, Tabel
from kinerja.audit.polaritas import baca_polaritas
from kinerja.audit.rata import Angka, bernama_rata, periksa_rata
from kinerja.audit.rumus import Temuan, cari, pasangkan
from kinerja.audit.sebab import Keadaan, catatan_tidak_cocok
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.domain.angka import parse_rentang, tanpa_data
from kinerja.domain.indikator import Polaritas
from kinerja.domain.nilai import Rentang
from kinerja.workbook.model import Jenis, Sel

_ANGKA = (Judul.TARGET, Judul.REALISASI, Judul.CAPAIAN)
_NOMOR = re.compile(r"\(?([0-9]{1,2})\)?(?: ?=.*)?")  # column numbers below the headings: (1) (2) (3)
_BULAN_LALU = 11  # of a cumulative figure: no more rows than a year has other months
_PERSEN = frozenset({"%", "persen", "prosen"})


@dataclass(slots=True)
class _Atas:
    """What the rows below need to know of those above: their capaian, where the last mean stood, their realisasi.

    `titik`: the table's decimal mark, see `titik_desimal`.
    """

    titik: bool | None
    angka: list[Angka] = field(default_factory=list)
    terpisah: int = 0
    realisasi: defaultdict[tuple[str, Fraction], list[Fraction]] = field(default_factory=lambda: defaultdict(list))


def audit(tabel: Tabel) -> Audit:
    """Every row of the table with the formula that gives its printed capaian, in their order."""
    atas = _Atas(
        titik=titik_desimal(s.teks for b in tabel.baris for j in _ANGKA if (s := b.sel[j]).jenis is Jenis.TEKS)
    )
    return Audit(lembar=tabel.lembar, lain=tabel.lain, baris=tuple(_periksa(b, atas) for b in tabel.baris))


def _periksa(b: Barisan, atas: _Atas) -> HasilBaris:
    if (sebutan := _bukan_data(b)) is not None:
        return _hasil(b, sebutan, dinilai=False)
    cetak = bacaan_cetak(b.sel[Judul.CAPAIAN], atas.titik)
    kosong = [_kosong(b.sel[j]) for j in (Judul.TARGET, Judul.REALISASI)]
    if cetak and (all(kosong) or (any(kosong) and bernama_rata(_nama(b)))):
        benar, catatan = periksa_rata(atas.angka, cetak, terpisah=atas.terpisah)
        if benar or bernama_rata(_nama(b)):
            atas.terpisah = len(atas.angka)
            return _hasil(b, catatan, dinilai=not benar)
    return _baris(b, cetak, atas)


def _baris(b: Barisan, cetak: Sequence[Bacaan], atas: _Atas) -> HasilBaris:
    """A row of figures: the formula that fits, or why none does."""
    polaritas, ragu = _polaritas(b)
    target = _target(b.sel[Judul.TARGET], atas.titik)
    pasangan = pasangkan(target, bacaan_angka(b.sel[Judul.REALISASI], atas.titik))
    persen = _teks(b, Judul.SATUAN).casefold() in _PERSEN
    if not pasangan or not cetak:
        atas.angka.append(Angka(baris=b.nomor, tercetak=cetak[0].nilai if cetak else None, asli=None))
        return _hasil(b, ragu, catatan_tanpa_angka(b, polaritas, pasangan[0] if pasangan else None))
    temuan = cari(polaritas, pasangan, cetak)
    p = temuan[0].pasangan if temuan else pasangan[0]
    lalu = atas.realisasi[_nama(b).casefold(), p.t][-_BULAN_LALU:]
    keadaan = Keadaan(
        polaritas=polaritas, pasangan=p, cetak=cetak, ulp=_ulp(b, atas.titik, persen=persen), tambahan=tuple(lalu)
    )
    atas.realisasi[_nama(b).casefold(), p.t].append(p.r)
    if temuan:
        utama = temuan[0]
        atas.angka.append(Angka(baris=b.nomor, tercetak=utama.cetak.nilai, asli=utama.hitung, t=p.t, r=p.r))
        catatan = catatan_cocok(temuan, polaritas, persen=persen, rentang=isinstance(target, Rentang))
        return _hasil(b, ragu, catatan, catatan_arah(_nama(b), utama.rumus, polaritas), temuan=utama)
    atas.angka.append(Angka(baris=b.nomor, tercetak=cetak[0].nilai, asli=None, t=p.t, r=p.r))
    lebih = "Baris ini berisi lebih banyak kolom daripada judulnya: angka berkoma perlu tanda kutip." if b.lebih else ""
    rata = periksa_rata(atas.angka[:-1], cetak, terpisah=atas.terpisah)[1] if bernama_rata(_nama(b), hanya=True) else ""
    return _hasil(b, ragu, lebih, catatan_tidak_cocok(keadaan), rata)


def _hasil(b: Barisan, *catatan: str, temuan: Temuan | None = None, dinilai: bool = True) -> HasilBaris:
    return HasilBaris(
        baris=b.nomor,
        indikator=_nama(b),
        rumus=temuan.rumus if temuan is not None else None,
        hitung=temuan.hitung if temuan is not None else None,
        tercetak=tercetak(b.sel[Judul.CAPAIAN]),
        pembulatan=temuan.pembulatan if temuan is not None else None,
        catatan=" ".join(c for c in catatan if c),
        dinilai=dinilai,
    )


def _teks(b: Barisan, judul: Judul) -> str:
    """The text under a heading; empty where the table has no such column."""
    sel = b.sel.get(judul)
    return tercetak(sel) if sel is not None else ""


def _nama(b: Barisan) -> str:
    return _teks(b, Judul.INDIKATOR)


def _kosong(sel: Sel) -> bool:
    """True when the cell says that there is no figure."""
    return sel.jenis is Jenis.KOSONG or (sel.jenis is Jenis.TEKS and (not sel.teks or tanpa_data(sel.teks)))


def _bukan_data(b: Barisan) -> str | None:
    """What a row is that holds no figures: a title, the numbers of the columns, the headings again; None for others."""
    if all(_kosong(b.sel[j]) for j in _ANGKA):
        return "Tidak ada target, realisasi, dan capaian di baris ini."
    nomor = [int(m[1]) for j in (Judul.INDIKATOR, *_ANGKA) if (m := _NOMOR.fullmatch(_teks(b, j)))]
    if len(nomor) == len(_ANGKA) + 1 and nomor[0] < nomor[1] and nomor[1:] == [nomor[1] + n for n in range(3)]:
        return "Baris nomor kolom."
    if all(j.value in _teks(b, j).casefold() for j in _ANGKA):
        return "Judul tabel yang diulang."
    return None


def _polaritas(b: Barisan) -> tuple[Polaritas | None, str]:
    """The polarity of the row, and a sentence about a word that names none."""
    teks = _teks(b, Judul.POLARITAS)
    polaritas = baca_polaritas(teks)
    if polaritas is not None or not teks or tanpa_data(teks):
        return polaritas, ""
    return None, f"Polaritas “{teks}” tidak dikenal.{mungkin(terdekat(teks, (p.value for p in Polaritas)))}"


def _target(sel: Sel, titik: bool | None) -> Sequence[Bacaan] | Rentang:
    rentang = parse_rentang(sel.teks) if sel.jenis is Jenis.TEKS else None
    return rentang if rentang is not None else bacaan_angka(sel, titik)


def _ulp(b: Barisan, titik: bool | None, *, persen: bool) -> Fraction | None:
    """The last digit that the realisasi shows; None of a count, which nobody rounds."""
    tampil = bacaan_cetak(b.sel[Judul.REALISASI], titik)
    if not tampil or (tampil[0].desimal == 0 and not persen and not tampil[0].persen):
        return None
    return Fraction(1, 10 ** tampil[0].desimal)
