"""A row of the form as the rules see it: what the master says of it, what was issued, what the unit typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple, TypeVar

from kinerja.domain.angka import parse_rentang
from kinerja.domain.formulir import KOLOM_URAIAN, AnggaranTerbit, BarisTerbit, Kolom, KolomAnggaran
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.nilai import Nilai, Predikat
from kinerja.domain.rumus import Hasil, hitung_capaian, nilai_rasio
from kinerja.master.model import MataAnggaran
from kinerja.read.model import BarisForm, BarisFormAnggaran
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import TANPA_KOLOM, Isian, baca_angka, baca_predikat, baca_ya_tidak, teks_isian
from kinerja.workbook.model import Sel

T = TypeVar("T")

# What a stranger's identity sheet may hold as a number; nothing longer is ever issued.
_DESIMAL = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30})?")

# The unit's value of the row as a whole; distrusted as soon as any cell that makes it is.
_SATUAN_BAGIAN = "jumlah, bukan persen"  # of Pembilang and Penyebut, for messages
NILAI = "nilai"


class Baris(NamedTuple):
    """A row of `Data Kinerja`. `nilai` is what the unit reported (of a Rasio: recomputed from its parts).

    A tuple with what most rules ask for worked out once, because thirty rules look at every row.
    """

    kode: str
    form: BarisForm
    indikator: Indikator
    rasio: bool  # the unit fills Pembilang and Penyebut
    terbit: BarisTerbit | None
    target: Nilai | None  # of this period
    wajib: bool  # due in this period
    pembilang: Isian
    penyebut: Isian
    realisasi: Isian
    isian: tuple[tuple[Kolom, Isian], ...]  # the cells that the unit fills with the figure, with what they hold
    teks: Mapping[Kolom, str]  # the words that the unit wrote, by column; absent where it said nothing
    nilai: Nilai | None
    angka: Fraction | None  # the value when it is a number
    capaian: Hasil | None  # of this period, without its formula; None where nothing is due or reported

    @property
    def terisi(self) -> bool:
        """True when something was typed into any cell of the figure."""
        return any(i.sel is not None and not i.kosong for _, i in self.isian)

    @property
    def sel_nilai(self) -> Sel | None:
        """The cell in which a reader looks for the value."""
        sel = self.form.sel.get(Kolom.REALISASI)
        return sel if sel is not None or not self.rasio else self.pembilang.sel


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisAnggaran:
    """A row of `Anggaran`; rupiah. `lalu` and `pagu` as issued."""

    form: BarisFormAnggaran
    mata: MataAnggaran | None
    terbit: AnggaranTerbit | None
    pagu: Fraction | None
    lalu: Fraction
    realisasi: Isian

    @property
    def kode(self) -> str:
        """The line's Kode."""
        return self.form.kode

    @property
    def sd(self) -> Fraction | None:
        """Spent up to the end of this period."""
        return None if self.realisasi.angka is None else self.lalu + self.realisasi.angka


def buat_baris(form: BarisForm, indeks: Indeks) -> Baris:
    """Read a row. KeyError when its Kode is not an indicator of this unit."""
    k = indeks.konteks
    indikator = indeks.indikator[form.kode]
    wajib = indikator.diukur(k.periode.bulan)
    target = _target(indikator, indeks)
    pembilang = penyebut = realisasi = TANPA_KOLOM
    nilai: Nilai | None = None
    match indikator.tipe:
        case TipeNilai.RASIO:
            pembilang = baca_angka(form.sel.get(Kolom.PEMBILANG), satuan=_SATUAN_BAGIAN, persen=False, bagian=True)
            penyebut = baca_angka(form.sel.get(Kolom.PENYEBUT), satuan=_SATUAN_BAGIAN, persen=False, bagian=True)
            nilai = nilai_rasio(pembilang.angka, penyebut.angka, indikator.pengali)
        case TipeNilai.PREDIKAT:
            skala = k.master.skala_of(indikator)
            realisasi = baca_predikat(form.sel.get(Kolom.REALISASI), skala, indikator.satuan)
            nilai = realisasi.nilai
        case TipeNilai.YA_TIDAK:
            realisasi = baca_ya_tidak(form.sel.get(Kolom.REALISASI))
            nilai = realisasi.nilai
        case TipeNilai.ANGKA:
            realisasi = baca_angka(
                form.sel.get(Kolom.REALISASI), satuan=indikator.satuan, persen=indikator.persen, target=target,
                desimal=indikator.desimal,
            )  # fmt: skip
            nilai = realisasi.nilai
    rasio = indikator.tipe is TipeNilai.RASIO
    capaian = None
    if wajib and nilai is not None and target is not None:
        capaian = hitung_capaian(indikator, target, nilai, k.pengaturan.kebijakan, tulis=False)
    return Baris(
        kode=indikator.kode,
        form=form,
        indikator=indikator,
        rasio=rasio,
        terbit=indeks.baris_terbit.get(form.kode),
        target=target,
        wajib=wajib,
        pembilang=pembilang,
        penyebut=penyebut,
        realisasi=realisasi,
        isian=((Kolom.PEMBILANG, pembilang), (Kolom.PENYEBUT, penyebut)) if rasio else ((Kolom.REALISASI, realisasi),),
        teks={
            kolom: teks
            for kolom in KOLOM_URAIAN
            if (sel := form.sel.get(kolom)) is not None and sel.nilai is not None and (teks := teks_isian(sel))
        },
        nilai=nilai,
        angka=nilai if isinstance(nilai, Fraction) else None,
        capaian=capaian,
    )


def _target(indikator: Indikator, indeks: Indeks) -> Nilai | None:
    """The target of this period: of a form made from an earlier master, the one that was issued with it."""
    terbit = indeks.baris_terbit.get(indikator.kode)
    if terbit is None or indeks.versi_sama:
        return indeks.target[indikator.kode].bulan.get(indeks.konteks.periode.bulan_akhir)
    return nilai_terbit(terbit.target_periode, indeks.konteks.master.skala_of(indikator))


def buat_baris_anggaran(form: BarisFormAnggaran, indeks: Indeks) -> BarisAnggaran:
    """Read a budget row."""
    mata, terbit = indeks.anggaran.get(form.kode), indeks.anggaran_terbit.get(form.kode)
    lalu = sum((a.realisasi for a in indeks.konteks.anggaran_lalu if a.kode == form.kode), Fraction(0))
    pagu = mata.pagu if mata is not None else None
    if terbit is not None:
        pagu = _pilih(angka_terbit(terbit.pagu), pagu)
        lalu = _pilih(angka_terbit(terbit.realisasi_sd_lalu), lalu)
    return BarisAnggaran(
        form=form,
        mata=mata,
        terbit=terbit,
        pagu=pagu,
        lalu=lalu,
        realisasi=baca_angka(form.sel.get(KolomAnggaran.REALISASI), satuan="rupiah", persen=False),
    )


def _pilih(terbit: Fraction | None, lain: T) -> Fraction | T:
    return lain if terbit is None else terbit


@lru_cache(maxsize=4096)  # what was issued is asked for by several rules, and is much the same in every unit
def angka_terbit(teks: str | None) -> Fraction | None:
    """An exact decimal text of the issued form as a number; None when it is empty or no number."""
    return Fraction(teks) if teks and _DESIMAL.fullmatch(teks) else None


def nilai_terbit(teks: str | None, skala: Sequence[Predikat]) -> Nilai | None:
    """An issued text as a value of the row: a number, a step of its scale, or a range."""
    angka = angka_terbit(teks)
    if angka is not None or not teks:
        return angka
    langkah = next((p for p in skala if p.teks.casefold() == teks.strip().casefold()), None)
    return langkah if langkah is not None or skala else parse_rentang(teks)
