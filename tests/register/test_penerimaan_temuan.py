"""Acceptance in the history of a finding: from which revision on, by whom, why and when; and what reports had used."""

from datetime import datetime

from nilai_register import Kirim, temuan

from kinerja.domain.kiriman import Status
from kinerja.findings import Tingkat
from kinerja.register.db import Register
from kinerja.register.model import Keputusan, Kiriman
from kinerja.register.peristiwa import BERKAS_DINILAI, KEPUTUSAN_DICATAT, LAPORAN_DIBUAT

PERIODE = "2026-01"
T = temuan("SLR001", "IKU-01", "realisasi", tingkat=Tingkat.PERINGATAN)


def _hari(n: int) -> datetime:
    return datetime(2026, 2, n, 9)


def _revisi(reg: Register, kirim: Kirim, menjawab: int, hari: int, *, ada: bool = True) -> Kiriman:
    """A revision that is judged on a day, with the finding or without."""
    k = kirim("SEK", PERIODE, menjawab, Status.VALID_DENGAN_CATATAN, temuan=(T,) if ada else ())
    reg.catat_peristiwa(BERKAS_DINILAI, _hari(hari), PERIODE, "SEK", {"sha256": k.sha256})
    return k


def _putuskan(reg: Register, hari: int, keputusan: str | None = "Diterima", oleh: str | None = "Siti") -> None:
    k = Keputusan(unit="SEK", periode=PERIODE, kunci=T.kunci, keputusan=keputusan, alasan="Sudah dicocokkan", oleh=oleh)
    reg.simpan_keputusan(k)
    rincian = {"temuan": k.kunci, "keputusan": keputusan, "alasan": k.alasan, "oleh": oleh, "tanggal": None}
    reg.catat_peristiwa(KEPUTUSAN_DICATAT, _hari(hari), PERIODE, "SEK", rincian)


def _jejak(reg: Register) -> list[str]:
    [r] = reg.riwayat_temuan("SEK", PERIODE)
    return [p.value for _, p in r.perjalanan]


def test_accepted_from_the_revision_on_that_lay_before_the_tim(reg: Register, kirim: Kirim) -> None:
    _revisi(reg, kirim, 0, 1)
    _revisi(reg, kirim, 1, 2)
    _putuskan(reg, 3)
    _revisi(reg, kirim, 2, 4)
    _revisi(reg, kirim, 3, 5, ada=False)
    _revisi(reg, kirim, 4, 6)
    assert _jejak(reg) == ["baru", "diterima", "diterima", "diperbaiki", "diterima"]
    [r] = reg.riwayat_temuan("SEK", PERIODE)
    assert r.diterima is not None
    assert (r.diterima.oleh, r.diterima.alasan, r.diterima_pada) == ("Siti", "Sudah dicocokkan", _hari(3).date())


def test_an_acceptance_without_a_name_counts_once_the_name_is_there(reg: Register, kirim: Kirim) -> None:
    _revisi(reg, kirim, 0, 1)
    _putuskan(reg, 2, oleh=None)
    _revisi(reg, kirim, 1, 3)
    assert _jejak(reg) == ["baru", "tetap"]
    _putuskan(reg, 4)
    assert _jejak(reg) == ["baru", "diterima"]


def test_a_withdrawn_acceptance_leaves_no_trace_in_the_states(reg: Register, kirim: Kirim) -> None:
    _revisi(reg, kirim, 0, 1)
    _putuskan(reg, 2)
    assert _jejak(reg) == ["diterima"]
    _putuskan(reg, 3, keputusan="Dikembalikan")
    assert _jejak(reg) == ["baru"]
    _revisi(reg, kirim, 1, 4)
    _putuskan(reg, 5)
    assert _jejak(reg) == ["baru", "diterima"]


def test_a_galat_is_never_accepted(reg: Register, kirim: Kirim) -> None:
    galat = temuan("SLR001", "IKU-01", "realisasi")
    kirim("SEK", PERIODE, 0, Status.TIDAK_VALID, temuan=(galat,))
    _putuskan(reg, 2)
    [r] = reg.riwayat_temuan("SEK", PERIODE)
    assert ([p.value for _, p in r.perjalanan], r.diterima) == (["baru"], None)


def test_a_fresh_form_that_was_chosen_has_a_place_of_its_own(reg: Register, kirim: Kirim) -> None:
    """Its revision is 1 like that of the first form, but it stands beside revision 2."""
    satu = _revisi(reg, kirim, 0, 1)
    _revisi(reg, kirim, 1, 2, ada=False)
    lain = _revisi(reg, kirim, 0, 3)
    reg.pilih(lain.id)
    [r] = reg.riwayat_temuan("SEK", PERIODE)
    assert [(k, p.value) for k, p in r.perjalanan] == [(satu.id, "baru"), (lain.id, "tetap")]


def test_reports_tell_which_submissions_they_used(reg: Register) -> None:
    reg.catat_peristiwa(LAPORAN_DIBUAT, _hari(1), PERIODE, None, {"dokumen": {}})  # by an earlier program
    reg.catat_peristiwa(LAPORAN_DIBUAT, _hari(2), PERIODE, None, {"kiriman": {PERIODE: {"SEK": "ab"}}})
    [laporan] = reg.laporan_dibuat()
    assert (laporan.id, laporan.periode, laporan.waktu) == (2, PERIODE, _hari(2))
    assert laporan.kiriman == {PERIODE: {"SEK": "ab"}}


def test_a_submission_is_first_judged_once(reg: Register, kirim: Kirim) -> None:
    k = _revisi(reg, kirim, 0, 1)
    reg.catat_peristiwa(BERKAS_DINILAI, _hari(2), PERIODE, "SEK", {"sha256": k.sha256})
    reg.catat_peristiwa(BERKAS_DINILAI, _hari(2), PERIODE, "IRB1", {"sha256": "lain"})
    assert reg.pertama_dinilai(PERIODE, "SEK") == {k.sha256: 1}
