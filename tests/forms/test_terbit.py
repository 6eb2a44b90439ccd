"""What a form says as issued: targets, and what was accepted before the period."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from forms.contoh_form import LALU, belanja, fakta, master

from kinerja.domain.formulir import BarisTerbit, FormTerbit
from kinerja.domain.identitas import identitas_rows, parse_identitas
from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan

FEB = Periode.parse("2026-02")


def baris(form: FormTerbit) -> dict[str, BarisTerbit]:
    return {b.kode: b for b in form.baris}


def test_targets_and_earlier_realisasi() -> None:
    form = terbitkan(master(), Pengaturan(), "SEK", FEB, LALU)
    b = baris(form)["IKU-02"]
    assert (b.target_tahun, b.target_periode, b.target_sd, b.realisasi_sd_lalu) == ("48", "4", "8", "3")
    rasio = baris(form)["IKU-01"]
    assert (rasio.realisasi_sd_lalu, rasio.pembilang_lalu, rasio.penyebut_lalu) == ("63.888888888889", "23", "36")
    assert (baris(form)["IKU-03"].jumlah_lalu, baris(form)["IKU-03"].banyak_lalu) == ("80", 1)
    assert baris(form)["IKU-08"].realisasi_sd_lalu is None
    assert (baris(form)["IKU-09"].target_periode, baris(form)["IKU-09"].realisasi_sd_lalu) == ("BB", "B")


def test_rows_that_are_not_due_are_there_without_a_target() -> None:
    b = baris(terbitkan(master(), Pengaturan(), "SEK", FEB))["IKU-11"]
    assert (b.target_tahun, b.target_periode, b.target_sd) == ("3.25", None, None)
    maret = baris(terbitkan(master(), Pengaturan(), "SEK", Periode.parse("2026-03")))["IKU-11"]
    assert maret.target_periode == "3.25"


def test_only_this_units_earlier_months_of_this_year_count() -> None:
    lain = (
        fakta("IKU-02", 1, Fraction(100), unit="IRB1"),
        fakta("IKU-02", 2, Fraction(100)),
        replace(fakta("IKU-02", 1, Fraction(100)), tahun=2025),
    )
    assert baris(terbitkan(master(), Pengaturan(), "SEK", FEB, lain))["IKU-02"].realisasi_sd_lalu is None


def test_zero_is_data() -> None:
    nol = (fakta("IKU-02", 1, Fraction(0)),)
    assert baris(terbitkan(master(), Pengaturan(), "SEK", FEB, nol))["IKU-02"].realisasi_sd_lalu == "0"


def test_mean_counts_months() -> None:
    dua = (fakta("IKU-03", 1, Fraction(80)), fakta("IKU-03", 2, Fraction("85.5")))
    b = baris(terbitkan(master(), Pengaturan(), "SEK", Periode.parse("2026-03"), dua))["IKU-03"]
    assert (b.jumlah_lalu, b.banyak_lalu, b.realisasi_sd_lalu) == ("165.5", 2, "82.75")


def test_triwulan_collection() -> None:
    tw = Pengaturan(pengumpulan="triwulanan")
    b = baris(terbitkan(master(), tw, "SEK", Periode.parse("2026-TW2")))["IKU-11"]
    assert (b.target_periode, b.target_sd) == ("3.25", "3.25")
    with pytest.raises(SalahPakai):
        terbitkan(master(), tw, "SEK", FEB)
    with pytest.raises(SalahPakai):
        terbitkan(master(), Pengaturan(), "SEK", Periode.parse("2026-TW2"))


def test_budget_takes_the_version_in_force() -> None:
    m = master()
    lama = m.anggaran[0]
    baru = replace(lama, pagu=Fraction(7), mulai=date(2026, 8, 1))
    m = replace(m, anggaran=(*m.anggaran, baru))
    assert next(a.pagu for a in m.anggaran_of("SEK", FEB.akhir)) == lama.pagu
    assert next(a.pagu for a in m.anggaran_of("SEK", Periode.parse("2026-08").akhir)) == 7
    form = terbitkan(m, Pengaturan(), "SEK", FEB, (), (belanja(lama.kode, 1, 5), belanja(lama.kode, 1, 6, "IRB1")))
    assert [(a.kode, a.realisasi_sd_lalu) for a in form.anggaran] == [(lama.kode, "5"), (m.anggaran[1].kode, "0")]


def test_identity_rows_round_trip() -> None:
    form = terbitkan(master(), Pengaturan(), "SEK", FEB, LALU, menjawab=2)
    assert parse_identitas(identitas_rows(form)) == form
    assert form.identitas.menjawab_revisi == 2
