"""Capaian: the one place where target and realisasi become a percentage. Exact; nothing is rounded here."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kinerja.domain.angka import bulatkan, format_angka, format_nilai, format_ringkas
from kinerja.domain.indikator import Indikator, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import Nilai, Predikat, Rentang

SERATUS = Fraction(100)
NOL = Fraction(0)
BATAS_EKSTREM = 150  # a printed capaian above this, or below 0, asks for a reason

TIDAK_DAPAT = "tidak dapat dihitung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hasil:
    """A capaian in percent, or None with the reason; `rumus` is the formula with its numbers put in."""

    nilai: Fraction | None
    alasan: str | None = None
    rumus: str | None = None


def nilai_rasio(pembilang: Fraction | None, penyebut: Fraction | None, pengali: Fraction) -> Fraction | None:
    """pembilang / penyebut x pengali; None when a part is missing or the penyebut is 0."""
    if pembilang is None or penyebut is None or penyebut == 0:
        return None
    return pembilang / penyebut * pengali


def hitung_capaian(indikator: Indikator, target: Nilai | None, realisasi: Nilai | None, kebijakan: Kebijakan) -> Hasil:
    """The capaian of a realisasi against a target, by the indicator's type and polarity."""
    if target is None:
        return _tidak("target belum ditetapkan")
    if realisasi is None:
        return _tidak("realisasi belum ada")
    if indikator.tipe in (TipeNilai.PREDIKAT, TipeNilai.YA_TIDAK):
        return _peringkat(indikator, target, realisasi, kebijakan)
    if not isinstance(realisasi, Fraction):
        return _tidak("realisasi bukan angka")
    if indikator.polaritas.rentang:
        if not isinstance(target, Rentang):
            return _tidak("target bukan rentang")
        return _rentang(indikator, target, realisasi, kebijakan)
    if not isinstance(target, Fraction):
        return _tidak("target bukan angka")
    return _angka(indikator, target, realisasi, kebijakan)


def ekstrem(capaian: Fraction | None, desimal: int) -> bool:
    """True when the printed capaian lies above 150 or below 0."""
    if capaian is None:
        return False
    tercetak = bulatkan(capaian, desimal)
    return tercetak > BATAS_EKSTREM or tercetak < 0


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


def _angka(indikator: Indikator, target: Fraction, realisasi: Fraction, kebijakan: Kebijakan) -> Hasil:
    t, r = _teks(indikator, target), _teks(indikator, realisasi)
    minimal = indikator.polaritas is Polaritas.MINIMAL
    if target < 0:
        return _tidak("target negatif")
    if target == 0:
        if not minimal or kebijakan.target_nol != "nihil":
            return _tidak("target 0")
        if realisasi < 0:
            return _tidak("realisasi negatif")
        nihil = realisasi == 0
        return Hasil(
            nilai=SERATUS if nihil else NOL,
            rumus=f"target nihil, realisasi {r} = {100 if nihil else 0}",
        )
    if minimal and indikator.rumus_minimal is RumusMinimal.BANDING:
        if realisasi < 0:
            return _tidak("realisasi negatif")
        if realisasi == 0:
            if kebijakan.realisasi_nol != "seratus":
                return _tidak("realisasi 0")
            return Hasil(nilai=SERATUS, rumus="realisasi 0 ditetapkan = 100")
        return _hasil(target / realisasi * 100, f"{t} / {r} × 100", kebijakan)
    if minimal:
        return _hasil((2 * target - realisasi) / target * 100, f"(2 × {t} − {_kurung(r)}) / {t} × 100", kebijakan)
    if indikator.polaritas is Polaritas.STABIL:
        selisih = abs(realisasi - target)
        return _hasil((1 - selisih / target) * 100, f"(1 − |{r} − {t}| / {t}) × 100", kebijakan)
    return _hasil(realisasi / target * 100, f"{r} / {t} × 100", kebijakan)


def _rentang(indikator: Indikator, target: Rentang, realisasi: Fraction, kebijakan: Kebijakan) -> Hasil:
    r = _teks(indikator, realisasi)
    if target.bawah <= realisasi <= target.atas:
        return _hasil(SERATUS, f"{r} dalam rentang {format_nilai(target, digit_rumus(indikator))}", kebijakan)
    batas = target.bawah if realisasi < target.bawah else target.atas
    if batas <= 0:
        return _tidak("batas rentang target 0" if batas == 0 else "batas rentang target negatif")
    b = _teks(indikator, batas)
    if indikator.polaritas is Polaritas.RENTANG_MAKSIMAL:
        return _hasil(realisasi / batas * 100, f"{r} / {b} × 100", kebijakan)
    return _hasil((2 - realisasi / batas) * 100, f"(1 + (1 − {_kurung(r)} / {b})) × 100", kebijakan)


def _hasil(nilai: Fraction, rumus: str, kebijakan: Kebijakan) -> Hasil:
    return Hasil(nilai=nilai, rumus=f"{rumus} = {format_angka(nilai, kebijakan.desimal)}")


def digit_rumus(indikator: Indikator) -> int:
    """Digits in a formula: two more than print, so that a reader who recomputes it gets the printed result."""
    return max(2, indikator.desimal) + 2


def _teks(indikator: Indikator, x: Fraction) -> str:
    return format_ringkas(x, digit_rumus(indikator))


def _kurung(teks: str) -> str:
    return f"({teks})" if teks.startswith("-") else teks
