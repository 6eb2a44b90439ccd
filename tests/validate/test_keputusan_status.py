"""Status, severities of the profile, and what is stored of a form that is not valid."""

from __future__ import annotations

import dataclasses

import pytest
from dunia_kecil import KA, PROFIL, Formulir, K, L, galat, temuan_of

from kinerja.catalogue import temuan
from kinerja.domain.formulir import LEMBAR_KINERJA
from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.findings import Tingkat
from kinerja.sources import CellRef


def test_missing_alone_is_incomplete() -> None:
    hasil = Formulir().isi("PSN", K.REALISASI, None).nilai()
    assert hasil.status is Status.TIDAK_LENGKAP


def test_wrong_wins_over_missing() -> None:
    f = Formulir().isi("PSN", K.REALISASI, None).isi("JML", K.REALISASI, "n/a")
    assert f.nilai().status is Status.TIDAK_VALID


def test_warnings_and_notes() -> None:
    f = Formulir()
    f.pengesahan[L.NIP] = "123"
    assert f.nilai().status is Status.VALID_DENGAN_CATATAN
    assert Formulir().isi("JML", K.REALISASI, "5").nilai().status is Status.VALID


def test_refused_form_yields_nothing() -> None:
    f = Formulir().isi("PSN", K.REALISASI, None)
    f.form["identitas"] = {"instansi": "00000000"}
    hasil = f.nilai()
    assert (hasil.status, hasil.isi, temuan_of(hasil)) == (Status.DITOLAK, IsiKiriman(), [("BTK020", None)])


def test_profile_decides_severity() -> None:
    f = Formulir().isi("JML", K.REALISASI, 7)
    f.konteks["profil"] = dataclasses.replace(PROFIL, tingkat={"HTG010": Tingkat.GALAT})
    hasil = f.nilai()
    assert [t.tingkat for t in hasil.temuan] == [Tingkat.GALAT]
    assert hasil.status is Status.TIDAK_VALID


def test_doubtful_figures_are_not_stored() -> None:
    hasil = Formulir().isi("PSN", K.REALISASI, 900).isi("6.01.01", KA.REALISASI, 5_000_000).nilai()
    assert temuan_of(hasil) == [("ISI010", "L7"), ("HTG006", "E7")]
    assert "PSN" not in {f.indikator for f in hasil.isi.fakta}
    assert len(hasil.isi.fakta) == 8
    assert hasil.isi.anggaran == ()


def test_warned_figure_is_stored() -> None:
    hasil = Formulir().isi("JML", K.REALISASI, 7).nilai()
    assert {f.indikator: f.nilai for f in hasil.isi.fakta}["JML"] == 7


def test_zero_over_zero_is_reported_without_value() -> None:
    hasil = Formulir().rasio(0, 0).nilai()
    (rasio,) = (f for f in hasil.isi.fakta if f.indikator == "RSO")
    assert (rasio.nilai, rasio.pembilang, rasio.penyebut) == (None, 0, 0)


def test_all_faults_in_one_run() -> None:
    f = Formulir().isi("PSN", K.REALISASI, galat()).isi("JML", K.SATUAN, "orang").rasio("-", None)
    f.isi("YAT", K.REALISASI, "y").isi("6.01.01", KA.REALISASI, "nol")
    assert temuan_of(f.nilai()) == [
        ("ISI019", "L7"), ("BTK034", "E8"), ("ISI009", "J9"), ("ISI002", "K9"), ("ISI017", "L11"), ("ISI003", "E7"),
    ]  # fmt: skip


def test_a_cell_that_reading_distrusts_is_left_alone() -> None:
    f = Formulir().isi("PSN", K.REALISASI, None)
    f.temuan.append(
        temuan("BTK010", CellRef("masuk/sek.xlsx", LEMBAR_KINERJA, "L7"), indikator="PSN", medan="realisasi",
               rentang="L7:M7")
    )  # fmt: skip
    assert temuan_of(f.nilai()) == [("BTK010", "L7")]


def test_a_lost_sheet_does_not_make_every_row_missing() -> None:
    f = Formulir()
    f.baris.clear()
    f.anggaran.clear()
    f.temuan.append(temuan("BTK003", CellRef("masuk/sek.xlsx", LEMBAR_KINERJA), nama=LEMBAR_KINERJA, ada="–"))
    assert temuan_of(f.nilai()) == [("BTK003", None)]


def test_row_without_kode_that_reading_named_is_not_missing_as_well() -> None:
    f = Formulir()
    del f.baris["SEM"]
    f.temuan.append(temuan("BTK014", CellRef("masuk/sek.xlsx", LEMBAR_KINERJA, "B16"), baris="16"))
    assert temuan_of(f.nilai()) == [("BTK014", "B16")]


def test_evidence_is_asked_for_together_with_a_wrong_figure() -> None:
    f = Formulir().rasio(30, 24).isi("RSO", K.DATA_PENDUKUNG, None)
    assert temuan_of(f.nilai()) == [("ISI015", "J9"), ("BKT001", "R9")]


def test_empty_row_is_one_finding() -> None:
    f = Formulir().rasio(None, None).isi("RSO", K.DATA_PENDUKUNG, None)
    assert temuan_of(f.nilai()) == [("ISI002", "J9")]


def test_missing_columns_are_reading_s_matter() -> None:
    f = Formulir()
    for isi in f.baris.values():
        del isi[K.REALISASI]
        del isi[K.DATA_PENDUKUNG]
    f.temuan.append(temuan("BTK006", CellRef("masuk/sek.xlsx", LEMBAR_KINERJA), kolom="Realisasi", mirip=""))
    assert temuan_of(f.nilai()) == [("BTK006", None)]


@pytest.mark.parametrize("kolom", [K.TARGET_PERIODE, K.REALISASI_SD_LALU])
def test_tampering_does_not_hide_the_figure(kolom: K) -> None:
    hasil = Formulir().isi("JML", kolom, 1).nilai()
    assert [k for k, _ in temuan_of(hasil)] in (["BTK031"], ["BTK032"])
    assert "JML" in {f.indikator for f in hasil.isi.fakta}
