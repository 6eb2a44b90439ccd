"""The second sample, a real office's year by triwulan: its own figures come out where they agree with themselves."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.pipeline.build import build
from kinerja.pipeline.demo import HasilDemo, demo
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.progress import diam
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.status import status
from kinerja.pipeline.trace import trace
from kinerja.pipeline.workspace import Workspace, load_isi
from sample_data.nyata.buat import baca, buat_induk

SELISIH_CETAK = Fraction(1, 100_000)  # the cells hold six digits of each addition and of the percentage
TW = tuple(Periode.parse(f"2025-TW{n}") for n in range(1, 5))


@pytest.fixture(scope="module")
def hasil(tmp_path_factory: pytest.TempPathFactory) -> HasilDemo:
    return demo(tmp_path_factory.mktemp("nyata") / "kerja", contoh="nyata", lapor=diam)


@pytest.fixture(scope="module")
def angka(hasil: HasilDemo) -> dict[Periode, HasilPeriode]:
    ws = Workspace(hasil.akar)
    isi = load_isi(ws)
    with buka(ws, datetime(2026, 1, 31)) as sesi:
        return {p: hitung(sesi, isi, p) for p in TW}


@pytest.mark.slow
def test_capaian_tahun_sama_dengan_yang_dicetak_kantor(angka: dict[Periode, HasilPeriode]) -> None:
    hitungan: Counter[str] = Counter()
    for b in baca():
        for n, p in enumerate(TW, 1):
            milik = angka[p].capaian_of(b.kode)
            if not b.target:
                assert milik.capaian_tahun is None
                hitungan["target 0"] += 1
            elif b.tercetak(n) is None:
                assert milik.capaian_tahun is not None
                assert abs(milik.capaian_tahun - Fraction(b.persen[n - 1])) < SELISIH_CETAK, (b.kode, p.id)
                hitungan["sama"] += 1
            else:
                hitungan["berbeda"] += 1
    assert hitungan == {"sama": 251, "berbeda": 85, "target 0": 20}


@pytest.mark.slow
def test_yang_berbeda_ditemukan_satu_per_satu_pada_kiriman_pertama(hasil: HasilDemo) -> None:
    seharusnya = {(p.id, b.kode) for b in baca() for n, p in enumerate(TW, 1) if b.tercetak(n) is not None}
    ditemukan: list[tuple[str, str | None]] = []
    for langkah in hasil.validasi:
        for h in langkah.periode:
            for b in h.berkas:
                if b.kiriman.revisi == 1:
                    ditemukan += [
                        (h.periode.id if h.periode else "", t.indikator) for t in b.temuan if t.kode == "HTG002"
                    ]
    assert Counter(ditemukan) == Counter(seharusnya)


@pytest.mark.slow
def test_perbaikannya_valid_dan_semua_laporan_ada(hasil: HasilDemo) -> None:
    akhir = [b for langkah in hasil.validasi[1::2] for h in langkah.periode for b in h.berkas]
    assert [b.kiriman.revisi for b in akhir] == [2] * 4
    assert all(b.status.layak for b in akhir)
    assert [t.kode for b in akhir for t in b.temuan] == []
    laporan = {p.name for p in hasil.akar.glob("output/*/laporan_*.docx")}
    assert len(laporan) == 7
    assert "laporan_tahunan_2025.docx" in laporan


def test_contoh_sama_dengan_naskahnya() -> None:
    folder = Path(__file__).parents[2] / "sample_data" / "nyata"
    assert buat_induk(baca()) == (folder / "induk.xlsx").read_bytes()


@pytest.mark.slow
@pytest.mark.parametrize("id_periode", ["2025-01", "2024-TW1", "2026"])
def test_periode_tanpa_angka_sendiri_ditolak_dengan_penjelasan(hasil: HasilDemo, id_periode: str) -> None:
    ws, waktu, periode = Workspace(hasil.akar), datetime(2026, 1, 31), Periode.parse(id_periode)
    for jalan in (
        lambda: status(ws, periode, waktu=waktu),
        lambda: trace(ws, "B13", periode, unit=None, waktu=waktu),
        lambda: build(ws, periode, waktu=waktu, pdf=False, lapor=diam),
    ):
        with pytest.raises(SalahPakai, match="angka sendiri" if id_periode == "2025-01" else "Induk ini untuk tahun"):
            jalan()
    assert status(ws, None, waktu=waktu).periode == TW[3]
