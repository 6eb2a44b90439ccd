"""The same formulas as `rumus` and `konsolidasi`, as Excel text over cells, for forms and worksheets.

Formulas carry no leading `=`, use only functions of Excel 2007, English names and commas, and give empty text
where a figure cannot be computed, never an error value. Operands are cell addresses or number literals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.domain.angka import json_angka
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.kategori import SkalaKategori
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import TIDAK, YA, Predikat

_DERAU = 9  # places kept by the inner ROUND: it clears binary noise so that halves round as on paper
_DERAU_ANTARA = 12  # of a figure that others are made of: far finer than print, coarser than the noise


def literal(x: Fraction) -> str:
    """A number as Excel writes it in a formula."""
    return json_angka(x) or "0"


def bulat_excel(rumus: str, desimal: int) -> str:
    """Round half-up to the printed digits, free of binary noise."""
    return f"ROUND(ROUND({rumus},{_DERAU}),{desimal})"


def bersih_excel(rumus: str) -> str:
    """A figure that others are made of, free of binary noise."""
    return f"ROUND({rumus},{_DERAU_ANTARA})"


def rasio_excel(pembilang: str, penyebut: str, pengali: Fraction) -> str:
    """pembilang / penyebut x pengali."""
    hasil = f"{pembilang}/{penyebut}*{literal(pengali)}"
    return f'IF(COUNT({pembilang},{penyebut})<2,"",IF({penyebut}=0,"",{hasil}))'


def peringkat_excel(sel: str, skala: Sequence[Predikat]) -> str:
    """The rank of the predikat in a cell; an error value where it is not on the scale (callers wrap it)."""
    teks = ",".join(f'"{_kutip(p.teks)}"' for p in skala)
    if [p.peringkat for p in skala] == list(range(1, len(skala) + 1)):
        return f"MATCH({sel},{{{teks}}},0)"
    return f"INDEX({{{','.join(str(p.peringkat) for p in skala)}}},MATCH({sel},{{{teks}}},0))"


def capaian_excel(
    indikator: Indikator,
    kebijakan: Kebijakan,
    *,
    target: str,
    realisasi: str,
    atas: str | None = None,
    skala: Sequence[Predikat] = (),
    bulat: bool = True,
) -> str:
    """The capaian in percent, as `rumus.hitung_capaian`, rounded to the printed digits, or (`bulat` False) only
    freed of binary noise.

    A range target has its lower bound in `target` and its upper in `atas`; a Predikat needs its `skala`.
    """
    if indikator.tipe is TipeNilai.YA_TIDAK:
        return f'IF(OR({target}="",{realisasi}=""),"",IF({realisasi}={target},100,0))'
    if indikator.tipe is TipeNilai.PREDIKAT:
        t, r = peringkat_excel(target, skala), peringkat_excel(realisasi, skala)
        hasil = _bulat(f"{r}/{t}*100", kebijakan, bulat=bulat)
        return f'IF(OR({target}="",{realisasi}=""),"",IFERROR({hasil},""))'
    if indikator.polaritas.rentang:
        if atas is None:
            raise ValueError("target rentang memerlukan batas atas")
        return _rentang(indikator, kebijakan, (target, atas), realisasi, bulat=bulat)
    return _angka(indikator, kebijakan, target, realisasi, bulat=bulat)


@dataclass(frozen=True, slots=True, kw_only=True)
class SelSd:
    """Cells of one row: this period's value and what the earlier due months gave."""

    realisasi: str
    realisasi_lalu: str
    jumlah_lalu: str = ""
    banyak_lalu: str = ""
    pembilang: str = ""
    penyebut: str = ""
    pembilang_lalu: str = ""
    penyebut_lalu: str = ""


def realisasi_sd_excel(indikator: Indikator, sel: SelSd, skala: Sequence[Predikat] = ()) -> str:
    """Realisasi s.d. this period from the earlier months and this one, by the rule of consolidation."""
    ini, lalu, aturan = sel.realisasi, sel.realisasi_lalu, indikator.konsolidasi_periode
    if aturan is KonsolidasiPeriode.TERAKHIR:
        if indikator.tipe is TipeNilai.RASIO:
            return f'IF(COUNT({sel.pembilang},{sel.penyebut})=2,{ini},IF({lalu}<>"",{lalu},""))'
        return f'IF({ini}<>"",{ini},IF({lalu}<>"",{lalu},""))'
    if indikator.tipe in (TipeNilai.PREDIKAT, TipeNilai.YA_TIDAK):
        tangga = skala or (TIDAK, YA)
        banding = ">=" if aturan is KonsolidasiPeriode.MAKSIMUM else "<="
        lebih = f"{peringkat_excel(ini, tangga)}{banding}{peringkat_excel(lalu, tangga)}"
        return f'IF({ini}="",IF({lalu}="","",{lalu}),IF({lalu}="",{ini},IFERROR(IF({lebih},{ini},{lalu}),"")))'
    if aturan is KonsolidasiPeriode.MAKSIMUM:
        return f'IF(COUNT({lalu},{ini})=0,"",MAX({lalu},{ini}))'
    if aturan is KonsolidasiPeriode.MINIMUM:
        return f'IF(COUNT({lalu},{ini})=0,"",MIN({lalu},{ini}))'
    if aturan is KonsolidasiPeriode.RATA_RATA:
        rata = f"SUM({sel.jumlah_lalu},{ini})/(SUM({sel.banyak_lalu})+1)"
        return f'IF(COUNT({ini})=0,IF({lalu}="","",{lalu}),{rata})'
    if indikator.tipe is TipeNilai.RASIO:
        penyebut = f"SUM({sel.penyebut_lalu},{sel.penyebut})"
        rasio = f"SUM({sel.pembilang_lalu},{sel.pembilang})/{penyebut}*{literal(indikator.pengali)}"
        belum = f'COUNT({sel.pembilang},{sel.penyebut})<2,IF({lalu}="","",{lalu})'
        return f'IF({belum},IF({penyebut}=0,"",{rasio}))'
    return f'IF(COUNT({lalu},{ini})=0,"",SUM({lalu},{ini}))'


def serapan_excel(pagu: str, realisasi: str, desimal: int) -> str:
    """Budget absorbed in percent."""
    hasil = bulat_excel(f"{realisasi}/{pagu}*100", desimal)
    return f'IF(COUNT({pagu},{realisasi})<2,"",IF({pagu}<=0,"",{hasil}))'


def kategori_excel(sel: str, skala: SkalaKategori) -> str:
    """The category of a printed capaian in a cell."""
    hasil = f'"{skala.terendah}"'
    tanda = ">=" if skala.termasuk else ">"
    for bawah, label in reversed(skala.kelas):
        hasil = f'IF({sel}{tanda}{bawah},"{label}",{hasil})'
    return f'IF({sel}="","",{hasil})'


def _bulat(rumus: str, kebijakan: Kebijakan, *, bulat: bool) -> str:
    return bulat_excel(rumus, kebijakan.desimal) if bulat else bersih_excel(rumus)


def _angka(indikator: Indikator, kebijakan: Kebijakan, t: str, r: str, *, bulat: bool) -> str:
    minimal = indikator.polaritas is Polaritas.MINIMAL
    nol = '""'
    if minimal and kebijakan.target_nol == "nihil":
        nol = f'IF({r}<0,"",IF({r}=0,100,0))'
    if minimal and indikator.rumus_minimal is RumusMinimal.BANDING:
        hasil = _bulat(f"{t}/{r}*100", kebijakan, bulat=bulat)
        r_nol = "100" if kebijakan.realisasi_nol == "seratus" else '""'
        hasil = f'IF({r}<0,"",IF({r}=0,{r_nol},{hasil}))'
    elif minimal:
        hasil = _bulat(f"(2*{t}-{r})/{t}*100", kebijakan, bulat=bulat)
    elif indikator.polaritas is Polaritas.STABIL:
        hasil = _bulat(f"(1-ABS({r}-{t})/{t})*100", kebijakan, bulat=bulat)
    else:
        hasil = _bulat(f"{r}/{t}*100", kebijakan, bulat=bulat)
    return f'IF(COUNT({t},{r})<2,"",IF({t}<0,"",IF({t}=0,{nol},{hasil})))'


def _rentang(indikator: Indikator, kebijakan: Kebijakan, batas: tuple[str, str], r: str, *, bulat: bool) -> str:
    def luar(b: str) -> str:
        rumus = f"{r}/{b}*100" if indikator.polaritas is Polaritas.RENTANG_MAKSIMAL else f"(2-{r}/{b})*100"
        return f'IF({b}<=0,"",{_bulat(rumus, kebijakan, bulat=bulat)})'

    a, b = batas
    return f'IF(COUNT({a},{b},{r})<3,"",IF({r}<{a},{luar(a)},IF({r}>{b},{luar(b)},100)))'


def _kutip(teks: str) -> str:
    """Text inside a formula's quotes."""
    return teks.replace('"', '""')
