"""Where the office stands: steps of `kinerja status`."""

from collections.abc import Sequence
from datetime import date

import pytest

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.sop.loader import load_profil
from kinerja.sop.periode import periode_langkah
from kinerja.sop.status import Kejadian, Posisi, langkah_json, langkah_status
from kinerja.sop.tanda import Tanda
from kinerja.sop.tenggat import Batas

JANUARI = Periode.parse("2026-01")
INDUK = {("induk", "2026"): Kejadian(uraian="induk.xlsx")}
EDARAN = INDUK | {("surat_edaran", "2026-01"): Kejadian(uraian="8 formulir")}
SEBAGIAN = EDARAN | {("formulir_terisi", "2026-01"): Kejadian(uraian="7 dari 8 unit", rampung=False)}
TERKUMPUL = EDARAN | {("formulir_terisi", "2026-01"): Kejadian(uraian="8 dari 8 unit")}


def _posisi(
    kejadian: dict[tuple[str, str], Kejadian],
    hari_ini: date,
    *,
    nama: str = "karanganyar",
    periode: Periode = JANUARI,
    kalender: Kalender | None = None,
    tanda: Sequence[Tanda] = (),
) -> dict[str, Posisi]:
    profil = load_profil(nama)
    semua = langkah_status(
        profil, periode, hari_ini, kejadian, tanda, kalender=lambda _: kalender or Kalender(), batas=Batas()
    )
    return {p.langkah.id: p for p in semua}


def _status(kejadian: dict[tuple[str, str], Kejadian], hari_ini: date) -> dict[str, str]:
    return {id_: p.status.value for id_, p in _posisi(kejadian, hari_ini).items()}


def test_deadlines_follow_the_published_days() -> None:
    tenggat = {id_: p.tenggat and p.tenggat.isoformat() for id_, p in _posisi({}, date(2026, 1, 1)).items()}
    assert tenggat == {
        "1": "2026-01-10",
        "2": "2026-01-15",
        "3": "2026-01-31",
        "4": "2026-01-31",
        "5": "2026-02-05",
        "6": "2026-02-07",
        "7": "2026-02-10",
        "8": "2026-02-12",
        "9": "2026-02-13",
        "10": "2026-02-14",
        "11": "2026-02-15",
        "12": "2026-02-15",
    }


def test_deadlines_in_working_days() -> None:
    kerja = Kalender(kerja=True, libur=frozenset({date(2026, 2, 17)}))
    tenggat = {id_: p.tenggat for id_, p in _posisi({}, date(2026, 1, 1), kalender=kerja).items()}
    assert tenggat["5"] == date(2026, 2, 5)
    assert tenggat["6"] == date(2026, 2, 9)
    assert tenggat["7"] == date(2026, 2, 12)
    assert tenggat["12"] == date(2026, 2, 15)


def test_before_the_period_nothing_runs() -> None:
    status = _status({}, date(2025, 12, 20))
    assert set(status.values()) == {"belum"}


def test_in_the_month_the_next_step_runs() -> None:
    status = _status(EDARAN, date(2026, 1, 10))
    assert status == {
        "1": "selesai", "2": "berjalan", "3": "selesai", "4": "berjalan", "5": "berjalan",
        **dict.fromkeys(("6", "7", "8", "9", "10", "11", "12"), "belum"),
    }  # fmt: skip


def test_a_deadline_day_itself_is_not_late() -> None:
    assert _status(SEBAGIAN, date(2026, 2, 5))["5"] == "berjalan"
    terlambat = _posisi(SEBAGIAN, date(2026, 2, 6))["5"]
    assert terlambat.status == "terlambat"
    assert terlambat.bukti == "7 dari 8 unit"


def test_returned_forms_reopen_the_filling() -> None:
    kembali = TERKUMPUL | {
        ("kertas_kerja_validasi", "2026-01"): Kejadian(uraian="2 unit dikembalikan", rampung=False, ditolak=True)
    }
    status = _status(kembali, date(2026, 2, 5))
    assert (status["5"], status["6"]) == ("berjalan", "ditolak")
    assert _status(kembali, date(2026, 2, 6))["5"] == "terlambat"


def test_everything_that_the_program_does_is_done() -> None:
    kejadian = TERKUMPUL | {
        ("kertas_kerja_validasi", "2026-01"): Kejadian(uraian="semua valid"),
        ("data_hasil_analisis", "2026-01"): Kejadian(uraian="output/2026-01/analisis_2026-01.xlsx"),
        ("laporan_bulanan", "2026-01"): Kejadian(uraian="output/2026-01/laporan_bulanan.docx"),
    }
    status = _status(kejadian, date(2026, 2, 11))
    assert [status[i] for i in ("1", "3", "5", "6", "7", "8")] == ["selesai"] * 6
    assert status["9"] == "berjalan"
    assert status["10"] == "belum"


def test_events_of_another_month_prove_nothing() -> None:
    kejadian = {("laporan_bulanan", "2026-02"): Kejadian(uraian="laporan Februari")}
    assert _status(kejadian, date(2026, 2, 1))["8"] == "belum"


@pytest.mark.parametrize(
    ("kala", "periode", "milik"),
    [
        ("bulanan", "2026-02", "2026-02"),
        ("mingguan", "2026-02", "2026-02"),
        ("triwulanan", "2026-02", "2026-TW1"),
        ("semesteran", "2026-07", "2026-S2"),
        ("tahunan", "2026-TW2", "2026"),
        ("bulanan", "2026-TW1", "2026-03"),
        ("triwulanan", "2026", "2026-TW4"),
    ],
)
def test_each_step_is_judged_in_its_own_period(kala: str, periode: str, milik: str) -> None:
    assert periode_langkah(kala, Periode.parse(periode)).id == milik


def test_chain_of_triwulan_semester_and_year() -> None:
    posisi = _posisi(
        {("laporan_triwulan", "2026-TW2"): Kejadian(uraian="laporan TW II")},
        date(2026, 7, 10),
        nama="bantul",
        periode=Periode.parse("2026-TW2"),
    )
    assert posisi["4"].status == "selesai"
    assert posisi["5"].tenggat == date(2026, 7, 15)
    assert posisi["6"].tenggat == date(2026, 6, 30)  # 120 days back from July are before the data are complete
    assert posisi["9"].tenggat == date(2027, 1, 15)
    assert posisi["9"].periode.id == "2026"


def test_deadlines_counted_back_from_delivery() -> None:
    kerja = Kalender(kerja=True, libur=frozenset({date(2027, 1, 1)}))
    posisi = _posisi({}, date(2026, 12, 1), nama="sungai_penuh", periode=Periode.parse("2026"), kalender=kerja)
    assert posisi["8"].tenggat == date(2027, 1, 15)
    assert posisi["6"].tenggat == date(2027, 1, 14)
    assert posisi["5"].tenggat == date(2027, 1, 13)
    assert posisi["4"].tenggat == date(2027, 1, 4)


def test_json_of_a_step_follows_the_contract() -> None:
    assert langkah_json(_posisi(SEBAGIAN, date(2026, 2, 5))["5"]) == {
        "sop": "Penyusunan Laporan Kinerja Bulanan",
        "id": "5",
        "no": "5",
        "uraian": load_profil("karanganyar").sop[0].langkah[4].uraian,
        "status": "berjalan",
        "tenggat": "2026-02-05",
        "pelaksana": list(load_profil("karanganyar").sop[0].langkah[4].pelaksana),
        "bukti": "7 dari 8 unit",
        "periode": "2026-01",
        "terlambat_hari": 0,
    }
