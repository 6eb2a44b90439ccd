"""The sample Inspektorat through its year 2026: the planted faults are found, all of them and nothing else."""

from __future__ import annotations

import zipfile
from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest
from helpers.cocok_narasi import konteks, periksa
from pipeline.baca_harapan import CONTOH, ditemukan, harapan

from kinerja.domain.kiriman import Status
from kinerja.pipeline import demo as modul_demo
from kinerja.pipeline.check_report import check_report
from kinerja.pipeline.demo import HasilDemo, demo, load_alur
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.progress import diam
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import find_workspace, load_isi
from kinerja.read.intip import intip_identitas
from kinerja.read.surel import buka_surel

_JENIS = {1: "bulanan", 3: "triwulan", 6: "semester", 12: "tahunan"}


def _banding(dapat: Counter[tuple[str, str, str, str]], harap: Counter[tuple[str, str, str, str]]) -> None:
    assert sorted((dapat - harap).elements()) == [], "tidak direncanakan"
    assert sorted((harap - dapat).elements()) == [], "tidak ditemukan"


@pytest.fixture(scope="module")
def setahun(tmp_path_factory: pytest.TempPathFactory) -> HasilDemo:
    return demo(tmp_path_factory.mktemp("demo") / "kantor", contoh="inspektorat", lapor=diam)


def test_januari_ditemukan_tepat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alur = [t for t in load_alur(CONTOH) if "2026-01" in {p.id for p in (t.formulir, t.validasi) if p is not None}]
    monkeypatch.setattr(modul_demo, "load_alur", lambda sumber: tuple(alur))
    hasil = demo(tmp_path / "kantor", contoh="inspektorat", lapor=diam)
    _banding(ditemukan(hasil.validasi), harapan("2026-01"))
    assert (tmp_path / "kantor" / "output/2026-01/laporan_bulanan_2026-01.docx").is_file()


@pytest.mark.slow
def test_temuan_setahun_tepat(setahun: HasilDemo) -> None:
    _banding(ditemukan(setahun.validasi), harapan())


@pytest.mark.slow
def test_setiap_pemeriksaan_tidak_menemukan_yang_lain(setahun: HasilDemo) -> None:
    """No validation of the year says anything of a file that is not expected of it, not even for a while."""
    semua = harapan()
    for hasil in setahun.validasi:
        assert sorted((ditemukan([hasil]) - semua).elements()) == []


@pytest.mark.slow
def test_setiap_berkas_yang_datang_diperiksa(setahun: HasilDemo) -> None:
    dinilai = {b.kiriman.path for h in setahun.validasi for p in h.periode for b in p.berkas}
    dinilai |= {d.kertas.path for h in setahun.validasi for d in h.pantau}
    datang: set[str] = set()
    for path in (p for t in load_alur(CONTOH) for p, _ in t.berkas):
        if path.endswith(".zip"):
            with zipfile.ZipFile(CONTOH / path) as arsip:
                datang |= {f"{path}!/{n}" for n in arsip.namelist()}
        elif path.endswith(".eml"):
            lampiran = buka_surel((CONTOH / path).read_bytes()).lampiran
            datang |= {f"{path}!/{x.nama}" for x in lampiran if intip_identitas(x.isi) is not None}
        else:
            datang.add(path)
    bukan_kiriman = {b for b, _, _, kode in harapan() if kode in ("BRK002", "BRK030")}
    assert dinilai == datang - bukan_kiriman


@pytest.mark.slow
def test_pada_akhirnya_semua_unit_valid(setahun: HasilDemo) -> None:
    """96 unit-months: all of them valid at the last validation of their month."""
    akhir: dict[tuple[str, str], Status] = {}
    for hasil in setahun.validasi:
        for p in hasil.periode:
            for b in p.berkas:
                if p.periode is not None and b.kiriman.periode == p.periode.id and b.kiriman.unit is not None:
                    akhir[b.kiriman.unit, p.periode.id] = b.status
    assert len(akhir) == 96
    assert [k for k, s in akhir.items() if not s.layak] == []


@pytest.mark.slow
def test_setiap_laporan_dibuat(setahun: HasilDemo) -> None:
    laporan = [p for t in load_alur(CONTOH) for p in t.laporan]
    assert len(laporan) == 19
    for p in laporan:
        assert (setahun.akar / f"output/{p.id}/laporan_{_JENIS[p.jenis]}_{p.id}.docx").is_file()
        assert (setahun.akar / f"output/{p.id}/analisis_{p.id}.xlsx").is_file()


@pytest.mark.slow
def test_narasi_setiap_laporan_cocok_dengan_tabelnya(setahun: HasilDemo) -> None:
    ws = find_workspace(setahun.akar, setahun.akar)
    isi = load_isi(ws)
    waktu = datetime(2027, 1, 12)
    with buka(ws, waktu) as sesi:
        for p in (p for t in load_alur(CONTOH) for p in t.laporan):
            hasil = hitung(sesi, isi, p)
            periksa(isi.master, konteks(isi.master, isi.pengaturan, hasil, tanggal=waktu.date()), hasil)


@pytest.mark.slow
def test_angka_setiap_konsep_cocok_dengan_register(setahun: HasilDemo) -> None:
    """But for October's, which was built before the data that came late: each figure that differs is its own."""
    salah = {}
    for berkas in sorted((setahun.akar / "output").glob("*/laporan_*.docx")):
        hasil = check_report(find_workspace(setahun.akar, berkas), berkas, None, waktu=datetime(2027, 2, 1), lapor=diam)
        assert len(hasil.angka) > 500
        salah[hasil.periode.id] = {(a.status.value, a.asal.periode.id if a.asal else "") for a in hasil.salah}
    assert len(salah) == 19
    assert {p: s for p, s in salah.items() if s} == {"2026-10": {("usang", "2026-10")}}
