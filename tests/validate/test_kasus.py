"""Every code of validation finds its fault, alone and at its cell, and stays silent on the form that comes close."""

from __future__ import annotations

import pytest
from dunia_kecil import Formulir, temuan_of
from kasus_isian import KASUS as ISIAN
from kasus_isian import Kasus, Tempat
from kasus_susunan import KASUS as SUSUNAN

from kinerja.catalogue import ATURAN

SEMUA = (*ISIAN, *SUSUNAN)
# Codes that are not found on one form: across submissions, and in the master's sheet Aturan.
LAIN = {"LKP001", "SLR004", "SLR007", "SLR010", "ATR001", "ATR002", "ATR003", "ATR004"}


def _sel(f: Formulir, tempat: Tempat) -> str | None:
    return f.sel(*tempat) if isinstance(tempat, tuple) else tempat


def _id(k: Kasus) -> str:
    return f"{k.kode}-{k.tempat}"


@pytest.mark.parametrize("kasus", SEMUA, ids=_id)
def test_fault_is_found_once(kasus: Kasus) -> None:
    f = Formulir()
    kasus.gagal(f)
    assert temuan_of(f.nilai()) == [(kasus.kode, _sel(f, kasus.tempat))]


@pytest.mark.parametrize("kasus", SEMUA, ids=_id)
def test_near_miss_passes(kasus: Kasus) -> None:
    f = Formulir()
    kasus.lulus(f)
    ditemukan = temuan_of(f.nilai())
    assert kasus.kode not in [k for k, _ in ditemukan]
    if kasus.bersih:
        assert ditemukan == []


def test_every_code_has_a_case() -> None:
    milik = {
        k for k in ATURAN
        if k[:3] in ("ISI", "HTG", "SLR", "LKP", "BKT", "ATR") or (k.startswith("BTK") and int(k[3:]) >= 20)
    } | {"BRK033"}  # fmt: skip
    assert {k.kode for k in SEMUA} | LAIN == milik
