"""What people say of steps: done, sent back, taken back; any sequence leaves a status that agrees with itself."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.sop.loader import load_profil, profil_bawaan
from kinerja.sop.periode import langkah_jenis, periode_langkah
from kinerja.sop.sebut import cari_langkah, sebut_pelaksana
from kinerja.sop.status import Kejadian, Posisi, langkah_status
from kinerja.sop.tanda import Tanda
from kinerja.sop.tenggat import Batas

JANUARI = Periode.parse("2026-01")
KONSEP = {
    ("data_hasil_analisis", "2026-01"): Kejadian(uraian="analisis", urut=1),
    ("laporan_bulanan", "2026-01"): Kejadian(uraian="konsep", urut=1),
}
PROFIL = {nama: load_profil(nama) for nama in profil_bawaan()}


def _tanda(urut: int, langkah: str, periode: str = "2026-01", *, ditolak: bool = False, hari: int = 12) -> Tanda:
    return Tanda(
        urut=urut,
        langkah=langkah,
        periode=periode,
        ditolak=ditolak,
        oleh="Maya",
        tanggal=date(2026, 2, hari),
        keterangan="sebab belum ditulis" if ditolak else "",
    )


def _posisi(
    tanda: list[Tanda],
    kejadian: dict[tuple[str, str], Kejadian] | None = None,
    *,
    nama: str = "karanganyar",
    periode: Periode = JANUARI,
    hari: date = date(2026, 2, 12),
) -> dict[str, Posisi]:
    semua = langkah_status(
        PROFIL[nama], periode, hari, kejadian or {}, tanda, kalender=lambda _: Kalender(), batas=Batas()
    )
    return {p.langkah.id: p for p in semua}


def test_a_mark_closes_a_step_and_says_by_whom() -> None:
    posisi = _posisi([_tanda(2, "9", hari=14)], KONSEP, hari=date(2026, 2, 14))["9"]
    assert (posisi.status, posisi.bukti) == ("selesai", "selesai 14 Februari 2026 oleh Maya")
    assert posisi.terlambat_hari == 1


def test_marks_of_another_month_close_nothing() -> None:
    assert _posisi([_tanda(2, "9", "2026-02")], KONSEP)["9"].status == "berjalan"


def test_a_rejection_opens_the_chain_again_until_it_is_done_anew() -> None:
    tanda = [_tanda(2, "9"), _tanda(3, "10"), _tanda(4, "9", ditolak=True)]
    posisi = _posisi(tanda, KONSEP)
    assert [posisi[i].status for i in ("7", "8", "9", "10", "11")] == [
        "selesai", "berjalan", "ditolak", "belum", "belum",
    ]  # fmt: skip
    assert posisi["9"].bukti == "ditolak 12 Februari 2026 oleh Maya: sebab belum ditulis; kembali ke langkah 8"
    assert posisi["8"].giliran
    dibangun = KONSEP | {("laporan_bulanan", "2026-01"): Kejadian(uraian="konsep", urut=5)}
    posisi = _posisi(tanda, dibangun)
    assert [posisi[i].status for i in ("8", "9", "10")] == ["selesai", "berjalan", "belum"]
    assert [_posisi([*tanda, _tanda(5, "8")], KONSEP)[i].status for i in ("8", "9")] == ["selesai", "berjalan"]
    assert _posisi([*tanda, _tanda(6, "9")], dibangun)["9"].status == "selesai"


def test_a_rejection_touches_no_other_sop_and_no_other_kind_of_period() -> None:
    tahun = Periode.parse("2026")
    tanda = [_tanda(1, "E1-8", "2026"), _tanda(2, "E3-10", "2026"), _tanda(3, "E2-7", "2026", ditolak=True)]
    posisi = _posisi(tanda, nama="kerja_sama", periode=tahun)
    assert [posisi[i].status for i in ("E1-8", "E3-10", "E2-7")] == ["selesai", "selesai", "ditolak"]
    tanda = [_tanda(1, "9", "2026"), _tanda(2, "8", "2026-S1", ditolak=True)]
    posisi = _posisi(tanda, nama="bantul", periode=Periode.parse("2026-TW2"), hari=date(2026, 7, 1))
    assert [posisi[i].status for i in ("8", "9")] == ["ditolak", "selesai"]


@pytest.mark.parametrize(
    ("ada", "status"),
    [(None, "terlambat"), (Kejadian(uraian="7 dari 8", rampung=False), "terlambat"), (Kejadian(uraian="8"), "selesai")],
)
def test_a_mark_does_not_take_the_place_of_forms(ada: Kejadian | None, status: str) -> None:
    kejadian = {} if ada is None else {("formulir_terisi", "2026-01"): ada}
    assert _posisi([_tanda(2, "5")], kejadian)["5"].status == status


def test_weekly_monitoring_by_papers_when_there_are_some_else_by_a_mark() -> None:
    assert _posisi([_tanda(2, "4")])["4"].status == "selesai"
    kertas = {("kertas_kerja_pemantauan", "2026-01"): Kejadian(uraian="2 dari 8 unit", rampung=False)}
    assert _posisi([_tanda(2, "4")], kertas)["4"].status == "terlambat"


@given(st.data())
def test_any_sequence_leaves_a_consistent_status(data: st.DataObject) -> None:
    profil = PROFIL[data.draw(st.sampled_from(sorted(PROFIL)))]
    periode = Periode.parse("2026-06")
    langkah = [x for s in profil.sop for x in s.langkah]
    tanda: list[Tanda] = []
    for urut in range(1, data.draw(st.integers(0, 12)) + 1):
        x = data.draw(st.sampled_from(langkah))
        ditolak = x.jika_ditolak is not None and data.draw(st.booleans())
        tanda.append(_tanda(urut, x.id, periode_langkah(x.kala, periode).id, ditolak=ditolak))
    hari = data.draw(st.dates(date(2026, 1, 1), date(2027, 3, 1)))
    sebelum = _posisi(tanda[:-1], nama=profil.nama, periode=periode, hari=hari)
    posisi = _posisi(tanda, nama=profil.nama, periode=periode, hari=hari)
    assert list(posisi) == [x.id for x in langkah]
    for p in posisi.values():
        assert not (p.giliran and p.status == "selesai")
        assert p.status != "terlambat" or p.terlambat_hari > 0
        assert p.status not in ("selesai", "ditolak") or p.bukti
    if tanda:
        akhir = next(x for x in langkah if x.id == tanda[-1].langkah)
        if tanda[-1].ditolak:  # where the work went back to is open, and so is the step that sent it back
            assert akhir.jika_ditolak is not None
            assert {posisi[akhir.id].status, posisi[akhir.jika_ditolak].status}.isdisjoint({"selesai"})
            assert posisi[akhir.id].status == "ditolak"
        berubah = {i for i in posisi if (posisi[i].status == "selesai") != (sebelum[i].status == "selesai")}
        milik = next(s for s in profil.sop if akhir in s.langkah)
        sejenis = {x.id for x in milik.langkah if langkah_jenis(x) is langkah_jenis(akhir)}
        assert berubah <= (sejenis if tanda[-1].ditolak else {akhir.id})
    assert _posisi(tanda[:-1], nama=profil.nama, periode=periode, hari=hari) == sebelum  # taken back: as before


@pytest.mark.parametrize(
    ("nama", "teks", "id_"),
    [("karanganyar", "9", "9"), ("kerja_sama", "e1-r", "E1-R"), ("kerja_sama", "10", "E3-10")],
)
def test_a_step_is_found_by_id_or_by_a_number_that_only_one_bears(nama: str, teks: str, id_: str) -> None:
    assert cari_langkah(PROFIL[nama], teks)[1].id == id_


@pytest.mark.parametrize(
    ("nama", "teks", "bunyi"),
    [
        ("kerja_sama", "1", "ada pada 3 langkah: E1-1 (Pengumpulan Data Kinerja:"),
        ("kerja_sama", "E3-11", "“E3-1"),
        ("karanganyar", "13", "tidak ada dalam SOP karanganyar"),
    ],
)
def test_an_unclear_step_is_asked_for(nama: str, teks: str, bunyi: str) -> None:
    with pytest.raises(SalahPakai, match=r".") as e:
        cari_langkah(PROFIL[nama], teks)
    assert bunyi in e.value.pesan


def test_who_does_a_step() -> None:
    x = PROFIL["karanganyar"].sop[0].langkah[8]
    assert sebut_pelaksana(x, {"Inspektur": ("Hendra, S.H.",)}) == "Sekretaris, Inspektur (Hendra, S.H.)"
