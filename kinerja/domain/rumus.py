"""Capaian: the one place where target and realisasi become a percentage. Exact; nothing is rounded here."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from kinerja.domain.angka import bulat_skala, format_angka, format_nilai, format_ringkas
from kinerja.domain.indikator import Indikator, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import Nilai, Predikat, Rentang

SERATUS = Fraction(100)
NOL = Fraction(0)
BATAS_EKSTREM = 150  # a printed capaian above this, or below 0, asks for a reason

TIDAK_DAPAT = "tidak dapat dihitung"


class Hasil(NamedTuple):
    """A capaian in percent, or None with the reason; `rumus` is the formula with its numbers put in."""

    nilai: Fraction | None
    alasan: str | None = None
    rumus: str | None = None


def nilai_rasio(pembilang: Fraction | None, penyebut: Fraction | None, pengali: Fraction) -> Fraction | None:
    """pembilang / penyebut x pengali; None when a part is missing or the penyebut is 0."""
    if pembilang is None or penyebut is None or penyebut.numerator == 0:
        return None
    return Fraction(
        pembilang.numerator * penyebut.denominator * pengali.numerator,
        pembilang.denominator * penyebut.numerator * pengali.denominator,
    )


def persen(bagian: Fraction, seluruh: Fraction) -> Fraction:
    """bagian / seluruh x 100. ZeroDivisionError for a seluruh of 0."""
    return Fraction(bagian.numerator * seluruh.denominator * 100, bagian.denominator * seluruh.numerator)


def hitung_capaian(
    indikator: Indikator, target: Nilai | None, realisasi: Nilai | None, kebijakan: Kebijakan, *, tulis: bool = True
) -> Hasil:
    """The capaian of a realisasi against a target, by the indicator's type and polarity.

    `tulis` False: the `rumus` of a number may be left out, which takes half the time.
    """
    desimal = kebijakan.desimal if tulis else None
    if target is None:
        return _tidak("target belum ditetapkan")
    if realisasi is None:
        return _tidak("realisasi belum ada")
    if indikator.tipe.berjenjang:
        return _peringkat(indikator, target, realisasi, kebijakan)
    if not isinstance(realisasi, Fraction):
        return _tidak("realisasi bukan angka")
    if indikator.polaritas.rentang:
        if not isinstance(target, Rentang):
            return _tidak("target bukan rentang")
        return _rentang(indikator, target, realisasi, desimal)
    if not isinstance(target, Fraction):
        return _tidak("target bukan angka")
    return _angka(indikator, target, realisasi, kebijakan, desimal)


def ekstrem(capaian: Fraction | None, desimal: int) -> bool:
    """True when the printed capaian lies above 150 or below 0."""
    if capaian is None:
        return False
    tercetak = bulat_skala(capaian, desimal)
    return tercetak < 0 or tercetak > BATAS_EKSTREM * 10**desimal


def nama_rumus(indikator: Indikator) -> str:
    """The formula in letters (T target, R realisasi), as a legend prints it."""
    if indikator.tipe is TipeNilai.PREDIKAT:
        return "peringkat R / peringkat T × 100 (kesepakatan)"
    if indikator.tipe is TipeNilai.YA_TIDAK:
        return "R sama dengan T: 100; jika tidak: 0"
    if indikator.polaritas is Polaritas.MINIMAL:
        return "T / R × 100" if indikator.rumus_minimal is RumusMinimal.BANDING else "(2T − R) / T × 100"
    return {
        Polaritas.MAKSIMAL: "R / T × 100",
        Polaritas.STABIL: "(1 − |R − T| / T) × 100",
        Polaritas.RENTANG_MAKSIMAL: "dalam rentang 100; R < a: R / a × 100; R > b: R / b × 100",
        Polaritas.RENTANG_MINIMAL: "dalam rentang 100; R > b: (2 − R / b) × 100; R < a: (2 − R / a) × 100",
    }[indikator.polaritas]


def _tidak(sebab: str) -> Hasil:
    return Hasil(nilai=None, alasan=f"{TIDAK_DAPAT}: {sebab}")


def _peringkat(indikator: Indikator, target: Nilai, realisasi: Nilai, kebijakan: Kebijakan) -> Hasil:
    if not isinstance(target, Predikat) or not isinstance(realisasi, Predikat):
        return _tidak("target atau realisasi bukan predikat")
    if indikator.tipe is TipeNilai.YA_TIDAK:
        sama = target.peringkat == realisasi.peringkat
        return Hasil(
            nilai=SERATUS if sama else NOL,
            rumus=f"target {target.teks}, realisasi {realisasi.teks} = {100 if sama else 0}",
        )
    if target.peringkat <= 0 or realisasi.peringkat < 0:
        return _tidak(f"peringkat {target.teks if target.peringkat <= 0 else realisasi.teks} pada skala tidak positif")
    nilai = Fraction(realisasi.peringkat, target.peringkat) * 100
    return Hasil(
        nilai=nilai,
        rumus=f"peringkat {realisasi.teks} {realisasi.peringkat} / peringkat {target.teks} {target.peringkat} × 100"
        f" = {format_angka(nilai, kebijakan.desimal)}",
    )


def _angka(
    indikator: Indikator, target: Fraction, realisasi: Fraction, kebijakan: Kebijakan, desimal: int | None
) -> Hasil:
    def teks(x: Fraction) -> str:
        return _teks(indikator, x)

    minimal = indikator.polaritas is Polaritas.MINIMAL
    if minimal and indikator.rumus_minimal is None:
        return _tidak("Rumus Minimal belum diisi")
    if target.numerator < 0:
        return _tidak("target negatif")
    if target.numerator == 0:
        if not minimal or kebijakan.target_nol != "nihil":
            return _tidak("target 0")
        if realisasi < 0:
            return _tidak("realisasi negatif")
        nihil = realisasi == 0
        return Hasil(
            nilai=SERATUS if nihil else NOL,
            rumus=f"target nihil, realisasi {teks(realisasi)} = {100 if nihil else 0}",
        )
    if minimal and indikator.rumus_minimal is RumusMinimal.BANDING:
        if realisasi < 0:
            return _tidak("realisasi negatif")
        if realisasi == 0:
            if kebijakan.realisasi_nol != "seratus":
                return _tidak("realisasi 0")
            return Hasil(nilai=SERATUS, rumus="realisasi 0 ditetapkan = 100")
        return _hasil(persen(target, realisasi), lambda: f"{teks(target)} / {teks(realisasi)} × 100", desimal)
    if minimal:
        return _hasil(
            (2 * target - realisasi) / target * 100,
            lambda: f"(2 × {teks(target)} − {_kurung(teks(realisasi))}) / {teks(target)} × 100",
            desimal,
        )
    if indikator.polaritas is Polaritas.STABIL:
        return _hasil(
            (1 - abs(realisasi - target) / target) * 100,
            lambda: f"(1 − |{teks(realisasi)} − {teks(target)}| / {teks(target)}) × 100",
            desimal,
        )
    return _hasil(persen(realisasi, target), lambda: f"{teks(realisasi)} / {teks(target)} × 100", desimal)


def _rentang(indikator: Indikator, target: Rentang, realisasi: Fraction, desimal: int | None) -> Hasil:
    def teks(x: Fraction) -> str:
        return _teks(indikator, x)

    if target.bawah <= realisasi <= target.atas:
        rentang = format_nilai(target, digit_rumus(indikator))
        return _hasil(SERATUS, lambda: f"{teks(realisasi)} dalam rentang {rentang}", desimal)
    batas = target.bawah if realisasi < target.bawah else target.atas
    if batas <= 0:
        return _tidak("batas rentang target 0" if batas == 0 else "batas rentang target negatif")
    if indikator.polaritas is Polaritas.RENTANG_MAKSIMAL:
        return _hasil(persen(realisasi, batas), lambda: f"{teks(realisasi)} / {teks(batas)} × 100", desimal)
    return _hasil(
        (2 - realisasi / batas) * 100, lambda: f"(1 + (1 − {_kurung(teks(realisasi))} / {teks(batas)})) × 100", desimal
    )


def _hasil(nilai: Fraction, rumus: Callable[[], str], desimal: int | None) -> Hasil:
    """A result with its formula, or without it where no digits for one are given."""
    return Hasil(nilai=nilai, rumus=None if desimal is None else f"{rumus()} = {format_angka(nilai, desimal)}")


def digit_rumus(indikator: Indikator) -> int:
    """Digits in a formula: two more than print, so that a reader who recomputes it gets the printed result."""
    return max(2, indikator.desimal) + 2


def _teks(indikator: Indikator, x: Fraction) -> str:
    return format_ringkas(x, digit_rumus(indikator))


def _kurung(teks: str) -> str:
    return f"({teks})" if teks.startswith("-") else teks
