"""The same formulas as `rumus` and `konsolidasi`, as Excel text over cells, for forms and worksheets.

Formulas carry no leading `=`, use only functions of Excel 2007, English names and commas, and give empty text
where a figure cannot be computed, never an error value. Operands are cell addresses or number literals.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.domain.angka import json_angka
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.kategori import SkalaKategori
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat

_DERAU = 9  # places kept by the inner ROUND: it clears binary noise so that halves round as on paper
_DIGIT_ANTARA = 14  # significant digits of a figure that others are made of: a cell keeps 15, the last one is noise
_SELISIH = 11  # places kept where a difference of large figures may leave a small one with their noise

Pembulat = Callable[[str], str]


def literal(x: Fraction) -> str:
    """A number as Excel writes it in a formula."""
    return json_angka(x) or "0"


def bulat_excel(rumus: str, desimal: int, nilai: Nilai | None = None) -> str:
    """Round half-up to the printed digits, free of binary noise.

    With `nilai`, what it comes to, only the noise is cleared: nothing just below a half is lifted over it.
    """
    derau = _DERAU if nilai is None else max(min(_digit_antara(nilai), _SELISIH), desimal)
    return f"ROUND(ROUND({rumus},{derau}),{desimal})"


def bersih_excel(rumus: str, nilai: Nilai | None) -> str:
    """A figure that others are made of, free of binary noise; `nilai` is what it comes to."""
    return f"ROUND({rumus},{_digit_antara(nilai)})"


def _digit_antara(nilai: Nilai | None) -> int:
    """Places behind the comma that the cell of such a figure can keep."""
    besar = abs(nilai) if isinstance(nilai, Fraction) else 0
    return max(_DIGIT_ANTARA - (len(str(int(besar))) if besar >= 1 else 0), 0)


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
    nilai: Fraction | None = None,
) -> str:
    """The capaian in percent, as `rumus.hitung_capaian`, rounded to the printed digits, or (`bulat` False) only
    freed of binary noise. `nilai`: what it comes to, where that is known.

    A range target has its lower bound in `target` and its upper in `atas`; a Predikat needs its `skala`.
    """

    def akhir(rumus: str) -> str:
        return (
            bulat_excel(rumus, kebijakan.desimal, nilai)
            if bulat
            else f"ROUND({rumus},{min(_digit_antara(nilai), _SELISIH)})"
        )

    if indikator.tipe is TipeNilai.YA_TIDAK:
        return f'IF(OR({target}="",{realisasi}=""),"",IF({realisasi}={target},100,0))'
    if indikator.tipe is TipeNilai.PREDIKAT:
        t, r = peringkat_excel(target, skala), peringkat_excel(realisasi, skala)
        hasil = akhir(f"{r}/{t}*100")
        return f'IF(OR({target}="",{realisasi}=""),"",IFERROR({hasil},""))'
    if indikator.polaritas.rentang:
        if atas is None:
            raise ValueError("target rentang memerlukan batas atas")
        return _rentang(indikator, (target, atas), realisasi, akhir)
    return _angka(indikator, kebijakan, target, realisasi, akhir)


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


def serapan_excel(pagu: str, realisasi: str, desimal: int, nilai: Fraction | None = None) -> str:
    """Budget absorbed in percent."""
    hasil = bulat_excel(f"{realisasi}/{pagu}*100", desimal, nilai)
    return f'IF(COUNT({pagu},{realisasi})<2,"",IF({pagu}<=0,"",{hasil}))'


def kategori_excel(sel: str, skala: SkalaKategori) -> str:
    """The category of a printed capaian in a cell."""
    hasil = f'"{skala.terendah}"'
    tanda = ">=" if skala.termasuk else ">"
    for bawah, label in reversed(skala.kelas):
        hasil = f'IF({sel}{tanda}{bawah},"{label}",{hasil})'
    return f'IF({sel}="","",{hasil})'


def _angka(indikator: Indikator, kebijakan: Kebijakan, t: str, r: str, akhir: Pembulat) -> str:
    minimal = indikator.polaritas is Polaritas.MINIMAL
    nol = '""'
    if minimal and kebijakan.target_nol == "nihil":
        nol = f'IF({r}<0,"",IF({r}=0,100,0))'
    if minimal and indikator.rumus_minimal is RumusMinimal.BANDING:
        hasil = akhir(f"{t}/{r}*100")
        r_nol = "100" if kebijakan.realisasi_nol == "seratus" else '""'
        hasil = f'IF({r}<0,"",IF({r}=0,{r_nol},{hasil}))'
    elif minimal:
        hasil = akhir(f"(2*{t}-{r})/{t}*100")
    elif indikator.polaritas is Polaritas.STABIL:
        hasil = akhir(f"(1-ABS({r}-{t})/{t})*100")
    else:
        hasil = akhir(f"{r}/{t}*100")
    return f'IF(COUNT({t},{r})<2,"",IF({t}<0,"",IF({t}=0,{nol},{hasil})))'


def _rentang(indikator: Indikator, batas: tuple[str, str], r: str, akhir: Pembulat) -> str:
    def luar(b: str) -> str:
        rumus = f"{r}/{b}*100" if indikator.polaritas is Polaritas.RENTANG_MAKSIMAL else f"(2-{r}/{b})*100"
        return f'IF({b}<=0,"",{akhir(rumus)})'

    a, b = batas
    return f'IF(COUNT({a},{b},{r})<3,"",IF({r}<{a},{luar(a)},IF({r}>{b},{luar(b)},100)))'


def _kutip(teks: str) -> str:
    """Text inside a formula's quotes."""
    return teks.replace('"', '""')
