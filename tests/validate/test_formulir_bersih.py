"""A form filled rightly: no finding at all, and every figure with its cell."""

from __future__ import annotations

from fractions import Fraction

from dunia_kecil import SKALA, Formulir, temuan_of

from kinerja.domain.kiriman import Status


def test_no_false_alarm() -> None:
    hasil = Formulir().nilai()
    assert temuan_of(hasil) == []
    assert hasil.status is Status.VALID


def test_facts_carry_value_and_cell() -> None:
    isi = Formulir().nilai().isi
    fakta = {f.indikator: f for f in isi.fakta}
    assert set(fakta) == {"PSN", "JML", "RSO", "PRD", "YAT", "MIN", "RTG", "KUM", "RSK"}
    assert fakta["PSN"].nilai == 85
    assert fakta["PRD"].nilai == SKALA[4]
    assert fakta["RSO"].nilai == Fraction(2100, 24)
    assert (fakta["RSO"].pembilang, fakta["RSO"].penyebut) == (21, 24)
    assert fakta["RSO"].asal.sel == "J9, K9"
    assert (fakta["RSO"].bulan, fakta["RSO"].asal.revisi) == (3, 1)
    assert [(a.kode, a.realisasi, a.asal.sel) for a in isi.anggaran] == [("6.01.01", 100_000, "E7")]
    assert {u.indikator: u.data_pendukung for u in isi.uraian} == dict.fromkeys(
        ("RSO", "PRD"), "LHP Nomor 700/12 Tahun 2026"
    )
