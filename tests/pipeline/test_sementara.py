"""Angka sementara: when a report is, what it names, and when it ends."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from helpers import docx_text
from helpers.jalankan import jalankan
from januari import BULAN, KURANG, LENGKAP, kirim
from kantor_uji import Kantor

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.pipeline.sementara import belum_lengkap
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import Workspace, load_isi
from kinerja.render.model import BelumLengkap
from kinerja.render.views.sementara import kalimat, rincian


def _belum(ws: Path, periode: str = BULAN) -> list[tuple[str, str, Status | None, int | None, tuple[str, ...]]]:
    w = Workspace(ws.resolve())
    with buka(w, datetime(2026, 2, 10, 9)) as sesi:
        semua = belum_lengkap(sesi, load_isi(w), Periode.parse(periode))
    return [(b.unit, b.periode.id, b.status, b.dipakai, b.indikator) for b in semua]


def _validate(ws: Path) -> None:
    assert jalankan("-C", str(ws), "validate", BULAN).kode in (0, 1)


def _teks(ws: Path, pola: str) -> str:
    [berkas] = (ws / "output" / BULAN).glob(pola)
    return docx_text.dump(berkas.read_bytes())


def test_belum_masuk_dan_tidak_lengkap_disebut_sampai_semuanya_valid(kantor: Path) -> None:
    kirim(kantor, "IRB1", "2026-02-03T09:00:00", KURANG)
    _validate(kantor)
    assert _belum(kantor) == [
        ("SEK", BULAN, None, None, ()),
        ("IRB1", BULAN, Status.TIDAK_LENGKAP, None, ("IKU-01",)),
    ]
    assert [b[:2] for b in _belum(kantor, "2026-TW1")][:2] == [("SEK", BULAN), ("IRB1", BULAN)]
    asal = next((kantor / "output" / BULAN / "pengembalian" / "IRB1_revisi1").glob("*.xlsx"))
    kirim(kantor, "IRB1", "2026-02-05T09:00:00", LENGKAP, nama="perbaikan.xlsx", asal=asal)
    kirim(kantor, "SEK", "2026-02-05T09:00:00", {})
    _validate(kantor)
    assert _belum(kantor) == []


def test_revisi_baru_yang_keliru_menyebut_revisi_yang_dipakai(tmp_path: Path) -> None:
    k = Kantor(tmp_path / "kantor")
    asal = k.laporan_awal()
    sek = ("SEK", BULAN, None, None, ())
    assert _belum(k.ws.akar) == [sek]
    k.kirim(asal, "02-08", {"Pembilang": 400})
    k.jalankan(BULAN, "02-09")
    assert _belum(k.ws.akar) == [sek, ("IRB1", BULAN, Status.TIDAK_VALID, 1, ("IKU-01",))]


@pytest.mark.parametrize("perintah", [("build", BULAN), ("letter", "surat_pengantar", BULAN)], ids=lambda p: p[0])
def test_tertulis_pada_laporan_dan_surat_pengantar(kantor: Path, perintah: tuple[str, ...]) -> None:
    kirim(kantor, "IRB1", "2026-02-03T09:00:00", LENGKAP)
    _validate(kantor)
    pola = "laporan_*.docx" if perintah[0] == "build" else "surat_pengantar_*.docx"
    sebut = "Sekretariat (Jan: belum menyampaikan formulir)"
    assert jalankan("-C", str(kantor), *perintah).kode == 0
    teks = _teks(kantor, pola)
    assert "(ANGKA SEMENTARA)" in teks
    assert sebut in teks
    kirim(kantor, "SEK", "2026-02-05T09:00:00", {})
    _validate(kantor)
    assert jalankan("-C", str(kantor), *perintah).kode == 0
    teks = _teks(kantor, pola)
    assert "SEMENTARA" not in teks
    assert sebut not in teks


def _butir(unit: str, bulan: int, status: Status | None = None, dipakai: int | None = None, *kode: str) -> BelumLengkap:
    periode = Periode.bulanan(2026, bulan)
    return BelumLengkap(
        unit=unit, nama=f"Irban {unit}", periode=periode, status=status, dipakai=dipakai, indikator=kode
    )


def test_rincian_menyatukan_bulan_dan_menyebut_keadaan() -> None:
    semua = [
        *(_butir("A", b, None, None, "I1") for b in (1, 2, 3)),
        _butir("A", 4, Status.TIDAK_VALID, 2, "I1", "I2"),
        _butir("B", 4, Status.TIDAK_LENGKAP, None, *(f"I{n}" for n in range(9))),
    ]
    assert rincian(semua) == [
        "Irban A (Jan–Mar: belum menyampaikan formulir; I1)",
        "Irban A (Apr: perbaikan tidak valid, dipakai revisi 2; I1 dan I2)",
        "Irban B (Apr: formulir tidak lengkap; 9 indikator)",
    ]
    assert kalimat(semua).count("Irban") == 3
