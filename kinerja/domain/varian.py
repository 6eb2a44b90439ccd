"""How far a monitored figure is from what should be reached: below 0 is worse than that, whatever the polarity."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from kinerja.domain.angka import bulatkan
from kinerja.domain.indikator import Frekuensi, Indikator, KonsolidasiPeriode, Polaritas, TipeNilai
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.domain.rumus_excel import peringkat_excel


def dibagi_mingguan(indikator: Indikator) -> bool:
    """True when the month's target is shared out among its weeks: a monthly figure of which the weeks are parts."""
    return (
        indikator.tipe is TipeNilai.ANGKA
        and indikator.konsolidasi_periode is KonsolidasiPeriode.JUMLAH
        and indikator.frekuensi is Frekuensi.BULANAN
    )


def digit_varian(indikator: Indikator) -> int:
    """Digits with which shares and variances are shown, and with which a variance counts."""
    return 0 if indikator.tipe.berjenjang else max(indikator.desimal, 2)


def hitung_varian(indikator: Indikator, target: Nilai | None, nilai: Nilai | None) -> Fraction | None:
    """The variance, rounded to its digits; of a predikat in steps of its scale, of Ya/Tidak 0 or -1.

    None without a target or a value.
    """
    selisih = _selisih(indikator, target, nilai)
    return None if selisih is None else Fraction(bulatkan(selisih, digit_varian(indikator)))


def _selisih(indikator: Indikator, target: Nilai | None, nilai: Nilai | None) -> Fraction | None:
    if isinstance(target, Predikat) and isinstance(nilai, Predikat):
        if indikator.tipe is TipeNilai.YA_TIDAK:
            return Fraction(0 if nilai == target else -1)
        return Fraction(nilai.peringkat - target.peringkat)
    if not isinstance(nilai, Fraction):
        return None
    if isinstance(target, Rentang):
        di_bawah, di_atas = min(nilai - target.bawah, Fraction(0)), max(nilai - target.atas, Fraction(0))
        arah = 1 if indikator.polaritas is Polaritas.RENTANG_MAKSIMAL else -1
        return arah * (di_bawah + di_atas)
    if not isinstance(target, Fraction):
        return None
    match indikator.polaritas:
        case Polaritas.MINIMAL:
            return target - nilai
        case Polaritas.STABIL:
            return -abs(nilai - target)
        case _:
            return nilai - target


def varian_excel(
    indikator: Indikator, nilai: str, target: str, *, atas: str | None = None, skala: Sequence[Predikat] = ()
) -> str:
    """The same as Excel text over cells, without `=`; a range has its lower bound in `target`, its upper in `atas`."""
    if indikator.tipe is TipeNilai.YA_TIDAK:
        return f'IF(OR({target}="",{nilai}=""),"",IF({nilai}={target},0,-1))'
    if indikator.tipe is TipeNilai.PREDIKAT:
        jarak = f"{peringkat_excel(nilai, skala)}-{peringkat_excel(target, skala)}"
        return f'IF(OR({target}="",{nilai}=""),"",IFERROR({jarak},""))'
    match indikator.polaritas:
        case Polaritas.RENTANG_MAKSIMAL | Polaritas.RENTANG_MINIMAL:
            arah = "" if indikator.polaritas is Polaritas.RENTANG_MAKSIMAL else "-1*"
            selisih = f"{arah}(MIN({nilai}-{target},0)+MAX({nilai}-{atas},0))"
        case Polaritas.MINIMAL:
            selisih = f"{target}-{nilai}"
        case Polaritas.STABIL:
            selisih = f"-1*ABS({nilai}-{target})"
        case _:
            selisih = f"{nilai}-{target}"
    return f'IF(COUNT({target},{nilai})<2,"",ROUND(ROUND({selisih},9),{digit_varian(indikator)}))'
