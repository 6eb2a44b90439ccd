"""The agenda book: how a number is read, which is next, which are missing, and none is given twice."""

from __future__ import annotations

import pytest

from kinerja.errors import SalahPakai
from kinerja.pipeline.agenda import NomorTerpakai, celah, nomor_berikut, tetapkan_nomor, urut_nomor

POLA = "{klasifikasi}/{nomor}/{tahun}"


def buku(*nomor: str) -> tuple[NomorTerpakai, ...]:
    return tuple(
        NomorTerpakai(nomor=n, urut=urut_nomor(n, POLA), tanggal=None, hal="Undangan", sumber="lembar Agenda")
        for n in nomor
    )


@pytest.mark.parametrize(
    ("nomor", "urut"),
    [("7", 7), ("007", 7), ("700.1.2/12/2026", 12), ("700/0012/2026", 12), ("12a", None), ("A/B", None), ("", None)],
)
def test_nomor_dibaca_menurut_pola(nomor: str, urut: int | None) -> None:
    assert urut_nomor(nomor, POLA) == urut


def test_pola_bertanda_titik_dan_tanpa_nomor() -> None:
    assert urut_nomor("B-12.2026", "B-{nomor}.{tahun}") == 12
    assert urut_nomor("B-12x2026", "B-{nomor}.{tahun}") is None
    assert urut_nomor("tetap", "tetap") is None


@pytest.mark.parametrize(
    ("ada", "berikut", "kosong"),
    [((), "1", ()), (("1", "2"), "3", ()), (("001", "005"), "006", (2, 3, 4)), (("X", "3"), "4", (1, 2))],
)
def test_nomor_berikut_dan_celah(ada: tuple[str, ...], berikut: str, kosong: tuple[int, ...]) -> None:
    assert nomor_berikut(buku(*ada)) == berikut
    assert celah(buku(*ada)) == kosong


def test_satu_nomor_sekali() -> None:
    ada = buku("1", "002", "X")
    assert tetapkan_nomor(ada, None, POLA) == "003"
    assert tetapkan_nomor(ada, "7", POLA) == "7"
    assert tetapkan_nomor(ada, None, POLA, milik="2") == "2"
    assert tetapkan_nomor(ada, "2", POLA, milik="2") == "2"
    for dipakai in ("1", "2", "700/02/2026", "X"):
        with pytest.raises(SalahPakai, match="sudah dipakai di lembar Agenda: Undangan"):
            tetapkan_nomor(ada, dipakai, POLA)
    with pytest.raises(SalahPakai, match="masih kosong"):
        tetapkan_nomor(ada, " ", POLA)
