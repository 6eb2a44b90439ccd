"""Every code of monitoring papers finds its fault at its cell, and stays silent on the paper that comes close."""

from __future__ import annotations

import dataclasses
from datetime import date
from fractions import Fraction

import pytest
from kasus_pantau import KASUS, LAIN, LALU, K, Kasus, M, baca, bersih, ketik, kosong, nilai, sel, temuan_of, terbit

from kinerja.catalogue import ATURAN
from kinerja.domain.fakta import Fakta
from kinerja.domain.pemantauan import IsiPantau, StatusTindakan
from kinerja.sources import Asal
from kinerja.validate.lintas_pantau import berbeda_dari_pantauan, hasil_pantau, isian_hilang, tolak_pantau


def _id(k: Kasus) -> str:
    return f"{k.kode}-{k.tempat}"


def test_clean_paper_has_no_findings_and_yields_everything() -> None:
    hasil = nilai(ketik({}))
    assert hasil.temuan == ()
    assert len(hasil.isi.nilai) == 5 * 9
    assert [(t.kunci, t.status, t.selesai) for t in hasil.isi.tindakan] == [
        (("JML", "2026-02", 4), StatusTindakan.SELESAI, 2)
    ]


def test_blank_paper_at_the_start_of_the_month_is_fine() -> None:
    hasil = nilai(kosong(), date(2026, 3, 2))
    assert hasil.temuan == ()
    assert [t.status for t in hasil.isi.tindakan] == [StatusTindakan.BELUM]


@pytest.mark.parametrize("kasus", KASUS, ids=_id)
def test_fault_is_found_at_its_cell(kasus: Kasus) -> None:
    temuan = temuan_of(nilai(ketik(kasus.gagal, kasus.rusak), kasus.diterima).temuan)
    assert {t[0] for t in temuan} == {kasus.kode}
    tempat = kasus.tempat if isinstance(kasus.tempat[0], str) else sel(*kasus.tempat)
    assert (kasus.kode, *tempat) in temuan


@pytest.mark.parametrize("kasus", KASUS, ids=_id)
def test_near_miss_passes(kasus: Kasus) -> None:
    assert kasus.kode not in {k for k, _, _ in temuan_of(nilai(ketik(kasus.lulus), kasus.diterima).temuan)}


def test_every_code_has_a_case() -> None:
    assert {k.kode for k in KASUS} | LAIN.keys() == {k for k in ATURAN if k.startswith("PTU")}


@pytest.mark.parametrize(
    ("ubah", "sebab"),
    [
        ({"instansi": "00000000"}, "tanda kantor ini"),
        ({"unit": "XYZ"}, "tidak ada di induk.xlsx"),
        ({"periode": "2025-03"}, "tahun 2026"),
        ({"periode": "2026-TW1"}, "tahun 2026"),
        ({"periode": "Maret"}, "bukan bulan"),
        ({"skema": "9"}, "bentuk 1"),
    ],
)
def test_a_paper_of_somebody_else_is_refused(ubah: dict[str, str], sebab: str) -> None:
    asli = terbit().identitas
    assert tolak_pantau(asli, "masuk/p.xlsx", M, terbit=True) is None
    tolak = tolak_pantau(dataclasses.replace(asli, **ubah), "masuk/p.xlsx", M, terbit=True)
    assert tolak is not None
    assert tolak.kode == "PTU001"
    assert sebab in tolak.pesan
    assert tolak_pantau(asli, "masuk/p.xlsx", M, terbit=False) is not None


def test_what_the_version_before_had_is_missed() -> None:
    lama, baru = nilai(ketik({})).isi, nilai(ketik({(6, "JML", K.REALISASI): None})).isi
    [temuan] = isian_hilang(lama, baru, "masuk/lama.xlsx", "masuk/baru.xlsx", M)
    assert (temuan.kode, temuan.sumber.lembar, temuan.sumber.sel) == ("PTU012", *sel(6, "JML", K.REALISASI))
    assert not list(isian_hilang(baru, lama, "a", "b", M))


def _fakta(kode: str, x: Fraction) -> Fakta:
    asal = Asal(berkas="masuk/f.xlsx", sha256="1" * 64, revisi=1, lembar="Data Kinerja", sel="L8")
    return Fakta(indikator=kode, unit="SEK", tahun=2026, bulan=3, nilai=x, asal=asal)


@pytest.mark.parametrize(
    ("kode", "isian", "beda"),
    [("JML", "4", False), ("JML", "5", True), ("PSN", "85", False), ("PSN", "85.01", True), ("RSO", "87.5", False)],
)
def test_form_is_compared_with_the_sum_or_the_last_week(kode: str, isian: str, beda: bool) -> None:
    kertas = {"SEK": ("masuk/pantau.xlsx", terbit(), nilai(ketik({})).isi)}
    temuan = list(berbeda_dari_pantauan(M, [_fakta(kode, Fraction(isian))], kertas))
    assert [(t.kode, t.sumber.sel, t.indikator) for t in temuan] == ([("SLR010", "L8", kode)] if beda else [])
    if beda:
        assert "Minggu 6" in temuan[0].pesan


def test_form_is_not_compared_with_an_incomplete_row() -> None:
    isi = nilai(ketik({(3, "JML", K.REALISASI): None})).isi
    assert hasil_pantau(M.indikator_by_kode("JML"), terbit(), isi) is None
    assert not list(berbeda_dari_pantauan(M, [_fakta("JML", Fraction(9))], {"SEK": ("p", terbit(), isi)}))
    assert hasil_pantau(M.indikator_by_kode("JML"), terbit(), IsiPantau()) is None


def test_action_stays_open_until_a_later_week_says_otherwise() -> None:
    ubah = {
        (3, "PSN", K.REALISASI): 70, (3, "PSN", K.TINDAKAN): "Menyurati", (3, "PSN", K.PENANGGUNG_JAWAB): "Irban",
        (3, "PSN", K.BATAS_WAKTU): date(2026, 4, 10), (4, "PSN", K.REALISASI): 71,
        (4, "PSN", K.STATUS_LALU): "Berjalan",
    }  # fmt: skip
    hasil = nilai(ketik(ubah))
    assert hasil.temuan == ()  # week 4 is behind too, and has the open action
    [t] = [t for t in hasil.isi.tindakan if t.indikator == "PSN"]
    assert (t.status, t.selesai, t.minggu) == (StatusTindakan.BERJALAN, None, 3)
    [t] = [t for t in nilai(ketik(ubah | {(5, "PSN", K.STATUS_LALU): "Selesai"})).isi.tindakan if t.indikator == "PSN"]
    assert (t.status, t.selesai) == (StatusTindakan.SELESAI, 5)


def test_no_form_and_no_paper_is_taken_for_the_other() -> None:
    hasil = baca(ketik({}))
    assert (hasil.form, hasil.pantau.terbit) == (None, terbit())
    assert hasil.pantau.terbit.lalu[0].kunci == LALU.kunci
    assert bersih()[2]["JML"][K.STATUS_LALU] == "Selesai"
