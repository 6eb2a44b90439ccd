"""Revisions, conflicts, and which submission counts."""

from datetime import datetime
from fractions import Fraction
from typing import Any

import pytest
from nilai_register import Kirim, isi

from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.domain.nilai import TIDAK, YA, Nilai, Predikat, Rentang
from kinerja.register.db import Register
from kinerja.register.fakta import nilai_teks, teks_nilai


def nilai_pada(reg: Register, unit: str = "SEK") -> list[Nilai | None]:
    return [f.nilai for f in reg.fakta(2026, unit=unit) if f.indikator == "IKU-02"]


def test_what_answers_revision_n_is_revision_n_plus_1(reg: Register, kirim: Kirim) -> None:
    assert kirim("SEK", "2026-01", 0).revisi == 1
    assert kirim("SEK", "2026-01", 1).revisi == 2
    assert [(k.revisi, k.bentrok) for k in reg.kiriman("2026-01")] == [(1, False), (2, False)]
    assert [k.revisi for k in reg.kiriman_kini("2026-01")] == [2]


def test_the_same_bytes_again_are_no_new_submission(reg: Register) -> None:
    umum: dict[str, Any] = {
        "sha256": "a" * 64,
        "status": Status.VALID,
        "unit": "SEK",
        "periode": "2026-01",
        "menjawab": 0,
    }
    satu = reg.simpan_kiriman(path="masuk/a.xlsx", diterima=datetime.fromisoformat("2026-02-01"), **umum)
    dua = reg.simpan_kiriman(path="masuk/b.xlsx", diterima=datetime.fromisoformat("2026-02-02"), **umum)
    assert dua == satu
    assert reg.kiriman() == (satu,)
    with pytest.raises(KeyError):
        reg.kiriman_by_id(99)


def test_two_files_answering_the_same_revision_conflict_until_one_is_chosen(reg: Register, kirim: Kirim) -> None:
    a = kirim("SEK", "2026-01", 0, nilai="1")
    assert nilai_pada(reg) == [1]
    b = kirim("SEK", "2026-01", 0, nilai="2")
    kirim("IRB1", "2026-01", 0)
    assert [k.bentrok for k in reg.kiriman("2026-01", "SEK")] == [True, True]
    assert [k.id for k in reg.kiriman_kini("2026-01")] == [3, a.id, b.id]
    assert "SEK" not in reg.kiriman_layak("2026-01")
    assert nilai_pada(reg) == []
    reg.pilih(b.id)
    assert [(k.id, k.bentrok) for k in reg.kiriman("2026-01", "SEK")] == [(a.id, True), (b.id, False)]
    assert [k.id for k in reg.kiriman_kini("2026-01")] == [3, b.id]
    assert nilai_pada(reg) == [2]
    reg.pilih(a.id)
    assert nilai_pada(reg) == [1]
    kirim("SEK", "2026-01", 0, nilai="3")  # a newcomer reopens the question
    assert [k.bentrok for k in reg.kiriman("2026-01", "SEK")] == [True, True, True]
    assert nilai_pada(reg) == []


def test_pilih_terbaru_uses_what_was_received_last_whatever_the_order_of_reading(reg: Register, kirim: Kirim) -> None:
    baru = kirim("SEK", "2026-01", 0, jam=9, pilih_terbaru=True)
    lama = kirim("SEK", "2026-01", 0, jam=8, pilih_terbaru=True)
    assert reg.kiriman_layak("2026-01")["SEK"].id == baru.id
    assert reg.kiriman_by_id(lama.id).bentrok


def test_a_conflict_above_a_valid_revision_leaves_that_one_feeding_reports(reg: Register, kirim: Kirim) -> None:
    kirim("SEK", "2026-01", 0, nilai="1")
    kirim("SEK", "2026-01", 1, nilai="2")
    kirim("SEK", "2026-01", 1, nilai="3")
    assert nilai_pada(reg) == [1]
    assert reg.kiriman_layak("2026-01")["SEK"].revisi == 1
    assert [k.revisi for k in reg.kiriman_kini("2026-01")] == [2, 2]


def test_the_last_valid_revision_keeps_feeding_while_a_worse_one_is_open(reg: Register, kirim: Kirim) -> None:
    kirim("SEK", "2026-01", 0, Status.VALID_DENGAN_CATATAN, nilai="1")
    dua = kirim("SEK", "2026-01", 1, Status.TIDAK_VALID, nilai="2")
    assert nilai_pada(reg) == [1]
    assert reg.kiriman_layak("2026-01")["SEK"].revisi == 1
    assert [k.id for k in reg.kiriman_kini("2026-01")] == [dua.id]
    reg.simpan_hasil(dua.id, Status.VALID, (), isi(dua, "5"))
    assert nilai_pada(reg) == [5]


@pytest.mark.parametrize("menjawab", [0, 1])
def test_an_outdated_form_competes_with_the_latest_revision(reg: Register, kirim: Kirim, menjawab: int) -> None:
    kirim("SEK", "2026-01", 0, Status.TIDAK_VALID)
    kirim("SEK", "2026-01", 1, Status.TIDAK_VALID)
    tiga = kirim("SEK", "2026-01", 2, nilai="3")
    usang = kirim("SEK", "2026-01", menjawab, nilai="9")  # not built on revision 3, and came after it
    assert (usang.revisi, usang.bentrok, reg.kiriman_by_id(tiga.id).bentrok) == (menjawab + 1, True, True)
    assert {k.id for k in reg.kiriman_kini("2026-01")} == {tiga.id, usang.id}
    assert nilai_pada(reg) == []
    reg.pilih(usang.id)
    assert nilai_pada(reg) == [9]
    balasan = kirim("SEK", "2026-01", menjawab + 1, nilai="10")  # answers the one that was chosen
    assert not balasan.bentrok
    assert [k.id for k in reg.kiriman_kini("2026-01")] == [balasan.id]
    assert nilai_pada(reg) == [10]


def test_a_link_of_the_chain_that_arrives_late_takes_its_own_place(reg: Register, kirim: Kirim) -> None:
    tiga = kirim("SEK", "2026-01", 2, nilai="3")
    kirim("SEK", "2026-01", 1)
    kirim("SEK", "2026-01", 0)
    assert [(k.revisi, k.bentrok) for k in reg.kiriman("2026-01")] == [(1, False), (2, False), (3, False)]
    assert [k.id for k in reg.kiriman_kini("2026-01")] == [tiga.id]


def test_a_refused_file_takes_no_part_in_revisions(reg: Register, kirim: Kirim) -> None:
    tolak = kirim("SEK", "2026-01", 0, Status.DITOLAK)
    baik = kirim("SEK", "2026-01", 0)
    assert not reg.kiriman_by_id(baik.id).bentrok
    assert [k.id for k in reg.kiriman_kini("2026-01")] == [baik.id]  # something better came after it
    lagi = kirim("SEK", "2026-01", 1, Status.DITOLAK)
    assert [k.id for k in reg.kiriman_kini("2026-01")] == [baik.id, lagi.id]
    reg.simpan_hasil(tolak.id, Status.VALID, (), isi(tolak))  # a better reader takes it after all
    assert [k.bentrok for k in reg.kiriman("2026-01", "SEK")] == [True, True, False]


def test_files_of_unknown_unit_are_kept_apart(reg: Register, kirim: Kirim) -> None:
    k = kirim(None, None, None, Status.DITOLAK)
    assert (k.revisi, k.pemilik) == (None, f"berkas:{k.sha256[:12]}")
    assert reg.kiriman_tak_dikenal() == (k,)
    assert reg.periode_kiriman() == ()
    assert reg.kiriman_kini("2026-01") == ()


def test_facts_come_back_exactly_with_their_origin(reg: Register, kirim: Kirim) -> None:
    for unit, periode in (("SEK", "2026-02"), ("IRB1", "2026-01"), ("SEK", "2026-01"), ("SEK", "2025-12")):
        kirim(unit, periode)
    [k] = reg.kiriman("2026-01", "SEK")
    assert reg.isi(k.id) == isi(k)
    assert reg.fakta(2026, 1, "SEK") == isi(k).fakta
    assert reg.anggaran(2026, 1, "SEK") == isi(k).anggaran
    assert reg.uraian(2026, 1, "SEK") == isi(k).uraian
    assert [(f.unit, f.bulan) for f in reg.fakta(2026)] == [("IRB1", 1)] * 2 + [("SEK", 1)] * 2 + [("SEK", 2)] * 2
    assert reg.fakta(2026, 0) == ()


def test_a_result_replaces_the_one_before_it(reg: Register, kirim: Kirim) -> None:
    k = kirim("SEK", "2026-01")
    baru = reg.simpan_hasil(k.id, Status.TIDAK_LENGKAP, (), IsiKiriman(), sidik="lain")
    assert (baru.status, baru.sidik) == (Status.TIDAK_LENGKAP, "lain")
    assert reg.isi(k.id) == IsiKiriman()


@pytest.mark.parametrize(
    "nilai",
    [
        None, Fraction(0), Fraction(-7, 3), Fraction(10**30, 7), Rentang(Fraction(-1, 2), Fraction(90)),
        Predikat("BB", 5), Predikat("WTP  dengan paragraf", 3), YA, TIDAK,
    ],
)  # fmt: skip
def test_every_kind_of_value_survives_storage(nilai: Nilai | None) -> None:
    assert teks_nilai(nilai_teks(nilai)) == nilai
