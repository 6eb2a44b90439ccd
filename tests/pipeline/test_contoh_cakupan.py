"""The sample is worth its name: it uses every kind of indicator, of file and of fault, and stays small."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from fractions import Fraction

import pytest
from pipeline.baca_harapan import CONTOH

from kinerja.catalogue import ATURAN
from kinerja.domain.indikator import (
    Frekuensi,
    Indikator,
    KonsolidasiPeriode,
    KonsolidasiUnit,
    Polaritas,
    RumusMinimal,
    TipeNilai,
)
from kinerja.domain.nilai import Rentang
from kinerja.master.model import Master
from kinerja.master.reader import load_master
from kinerja.pipeline.demo import load_alur


@pytest.fixture(scope="module")
def master() -> Master:
    hasil, temuan = load_master((CONTOH / "induk.xlsx").read_bytes())
    assert hasil is not None
    assert {t.tingkat for t in temuan} <= {"catatan"}
    return hasil


@pytest.fixture(scope="module")
def temuan() -> list[dict[str, str]]:
    return tomllib.loads((CONTOH.parent / "expected.toml").read_text(encoding="utf-8"))["temuan"]


def test_paling_sedikit_empat_belas_indikator(master: Master) -> None:
    assert len(master.indikator) >= 14


@pytest.mark.parametrize(
    ("sifat", "semua"),
    [
        ("tipe", TipeNilai),
        ("polaritas", Polaritas),
        ("rumus_minimal", RumusMinimal),
        ("konsolidasi_periode", KonsolidasiPeriode),
        ("konsolidasi_unit", KonsolidasiUnit),
        ("frekuensi", Frekuensi),
    ],
)
def test_semua_jenis_dipakai(master: Master, sifat: str, semua: type) -> None:
    dipakai = {getattr(i, sifat) for i in master.indikator} - {None}
    assert dipakai == set(semua)


def test_target_nol_dan_rentang_dipakai(master: Master) -> None:
    target = [t for x in master.target for t in x.bulan.values()]
    assert Fraction(0) in target
    assert any(isinstance(t, Rentang) for t in target)


def test_pembagian_lain_dari_persen_dipakai(master: Master) -> None:
    def bagi(i: Indikator) -> bool:
        return i.tipe is TipeNilai.RASIO and i.pengali == 100_000

    assert any(map(bagi, master.indikator))


def test_delapan_unit_dengan_anggaran(master: Master) -> None:
    assert {u.kode for u in master.unit_pelapor} == {"SEK", "SBP", "SBE", "SBU", "IRB1", "IRB2", "IRB3", "IRB4"}
    assert {u.kode for u in master.unit_pelapor} == {a.unit for a in master.anggaran if a.lowest}


def test_formulir_disimpan_dengan_berbagai_cara() -> None:
    path = [p for t in load_alur(CONTOH) for p, _ in t.berkas]
    assert {p.rpartition(".")[2] for p in path} >= {"xlsx", "ods", "xls", "zip"}
    assert len(path) == len(set(path))
    assert any("(1)" in p for p in path)


def test_semua_berkas_contoh_ada_dan_kecil() -> None:
    path = {p for t in load_alur(CONTOH) for p, _ in t.berkas}
    ada = {p.relative_to(CONTOH).as_posix(): p.stat().st_size for p in (CONTOH / "masuk").rglob("*") if p.is_file()}
    assert ada.keys() == path
    assert sum(ada.values()) < 6_000_000


def test_kesalahan_ditanam_di_semua_keluarga(temuan: list[dict[str, str]]) -> None:
    kode: dict[str, set[str]] = defaultdict(set)
    for t in temuan:
        kode[t["kode"][:3]].add(t["kode"])
    assert kode.keys() == {"BRK", "BTK", "ISI", "HTG", "SLR", "LKP", "BKT", "PTU"}
    assert sum(map(len, kode.values())) >= 40
    berkas = {t["berkas"] for t in temuan if t["berkas"].startswith("masuk/") and t["kode"] != "LKP002"}
    assert len(berkas) >= 20


def test_tingkat_yang_ditulis_menurut_katalog(temuan: list[dict[str, str]]) -> None:
    assert [t for t in temuan if ATURAN[t["kode"]].tingkat != t["tingkat"]] == []
    assert {t["tingkat"] for t in temuan} == {"galat", "peringatan", "catatan"}
