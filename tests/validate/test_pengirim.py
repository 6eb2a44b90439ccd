"""BRK033 beyond its case: who is compared with whom, and what exactly the Tim accepts."""

from __future__ import annotations

import dataclasses

import pytest
from dunia_kecil import Formulir

from kinerja.findings import Finding


def brk033(*dari: str, pos_el: str | None = "sek@contoh.id", instansi: str | None = None) -> list[Finding]:
    f = Formulir()
    unit = tuple(dataclasses.replace(u, pos_el=pos_el if u.kode == "SEK" else "lain@contoh.id") for u in f.master.unit)
    f.master = dataclasses.replace(
        f.master, unit=unit, instansi=dataclasses.replace(f.master.instansi, pos_el=instansi)
    )
    f.konteks["pengirim"] = dari
    return [t for t in f.nilai().temuan if t.kode == "BRK033"]


@pytest.mark.parametrize("pos_el", [None, "-", "belum ada"])
def test_unit_tanpa_alamat_tidak_diperiksa(pos_el: str | None) -> None:
    assert brk033("orang@contoh.test", pos_el=pos_el, instansi="kantor@contoh.id") == []


def test_tanpa_surel_tidak_diperiksa() -> None:
    assert brk033() == []


@pytest.mark.parametrize(
    ("dari", "ditemukan"),
    [
        (("sek@contoh.id",), False),
        (("orang@contoh.test", "sek@contoh.id"), False),  # the same form by two mails: one of them is the unit's
        (("kantor@contoh.id",), False),
        (("sek@contoh.id, kantor@contoh.id",), False),
        (("sek@contoh.id, orang@contoh.test",), True),  # one From with two writers
        (("lain@contoh.id",), True),  # another unit's address
        (("",), True),
    ],
)
def test_alamat_mana_yang_cocok(dari: tuple[str, ...], ditemukan: bool) -> None:
    assert bool(brk033(*dari, instansi="Kantor <KANTOR@contoh.id>")) is ditemukan


def test_yang_diterima_tim_adalah_pengirim_itu_bukan_yang_berikutnya() -> None:
    [satu], [dua] = brk033("orang@contoh.test"), brk033("lain@contoh.test")
    assert satu.kunci != dua.kunci
    assert (satu.tertulis, satu.diharapkan) == ("orang@contoh.test", "sek@contoh.id")


def test_pengirim_yang_tidak_tercantum() -> None:
    [t] = brk033("")
    assert t.tertulis == "pengirim yang tidak tercantum"
