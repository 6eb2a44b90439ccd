"""The analysis workbook: every figure a formula, cached as we computed it, and the same after a recalculation."""

from __future__ import annotations

import io
from fractions import Fraction
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from buat_master import anggaran, belanja, fakta, fakta_rasio, indikator, master, riwayat, target, unit
from hitung_ulang import hitung_ulang

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.angka import bulatkan
from kinerja.domain.fakta import Fakta
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import YA, Predikat, Rentang
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.worksheets.analisis import analisis_workbook

SKALA = tuple(Predikat(t, n) for n, t in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1))
BB, A = SKALA[4], SKALA[5]


def contoh() -> tuple[Master, list[Fakta]]:
    """Every kind of value, polarity and consolidation, three units of which one stands above another."""
    rentang = Rentang(Fraction(80), Fraction(90))
    i = {
        "JML": indikator("JML", konsolidasi_unit="Jumlah", nama="=HYPERLINK(\"x\") & <b>"),
        "RAT": indikator("RAT", konsolidasi_unit="Rata-rata", konsolidasi_periode="Rata-rata", satuan="%"),
        "RAS": indikator("RAS", tipe="Rasio", konsolidasi_unit="Rasio", satuan="%"),
        "RAS2": indikator("RAS2", tipe="Rasio", konsolidasi_periode="Rata-rata", satuan="%"),
        "MIN": indikator("MIN", polaritas="Minimal", rumus_minimal="T/R", konsolidasi_periode="Minimum"),
        "SEL": indikator("SEL", polaritas="Minimal", rumus_minimal="(2T-R)/T", konsolidasi_periode="Maksimum"),
        "STB": indikator("STB", polaritas="Stabil", konsolidasi_periode="Terakhir", sasaran="S2"),
        "RTG": indikator("RTG", polaritas="Rentang Maksimal", konsolidasi_periode="Rata-rata", sasaran="S2"),
        "PRE": indikator("PRE", tipe="Predikat", satuan="SAKIP", konsolidasi_periode="Terakhir",
                         frekuensi="Triwulanan"),
        "YA": indikator("YA", tipe="Ya/Tidak", konsolidasi_periode="Terakhir", frekuensi="Tahunan"),
        "NOL": indikator("NOL", konsolidasi_periode="Terakhir", sasaran="S2"),
    }  # fmt: skip
    rows = [target("JML", u, n, 12 * n) for u, n in (("U1", 7), ("U2", 3), ("ANAK", 2))]
    rows += [target("RAT", u, 80, 80) for u in ("U1", "U2")] + [target("RAS", u, 80, 80) for u in ("U1", "U2")]
    rows += [target(k, "U1", 90, 90) for k in ("RAS2", "STB")] + [target(k, "U2", 4, 4) for k in ("MIN", "SEL")]
    rows.append(target("RTG", "U2", dict.fromkeys(range(1, 13), rentang), rentang))
    rows.append(target("PRE", "U1", dict.fromkeys((3, 6, 9, 12), A), A))
    rows += [target("YA", "U1", {12: YA}, YA), target("NOL", "ANAK", 0, 0)]
    semua: list[Fakta] = []
    for b in range(1, 4):
        semua += [fakta("JML", "U1", b, b * 2), fakta("JML", "ANAK", b, 1)]
        semua += [fakta("RAT", u, b, f"{n + b}.37") for u, n in (("U1", 70), ("U2", 80))]
        semua += [fakta_rasio(i["RAS"], u, b, (n + b, 2 * n)) for u, n in (("U1", 23), ("U2", 17))]
        semua += [fakta_rasio(i["RAS2"], "U1", b, (b, 3)), fakta("MIN", "U2", b, f"{b}.65")]
        semua += [fakta("SEL", "U2", b, b * 5), fakta("STB", "U1", b, 100 - b), fakta("RTG", "U2", b, 90 + b)]
        semua.append(fakta("NOL", "ANAK", b, 1))
    semua += [fakta("JML", "U2", 1, 0), fakta("JML", "U2", 3, 3), fakta("PRE", "U1", 3, BB)]
    m = master(
        i.values(),
        [unit("U1"), unit("ANAK", "U1"), unit("U2")],
        rows,
        skala={"SAKIP": SKALA},
        anggaran=(anggaran("1", "Program", None, sasaran="S1"), anggaran("1.1", "Sub Kegiatan", 3000, unit="U1")),
        riwayat=(riwayat("JML", "2025-12", 10, 9), riwayat("JML", "2025-TW1", 30, 20)),
    )
    return m, semua


def susun(periode: str, kebijakan: Kebijakan | None = None) -> tuple[bytes, HasilPeriode]:
    m, semua = contoh()
    atur = Pengaturan(kebijakan=kebijakan or Kebijakan())
    uang = [belanja("1.1", "U1", 1, 1000)]
    hasil = hitung_periode(m, atur, Periode.parse(periode), semua, uang)
    return analisis_workbook(m, atur, hasil, semua), hasil


def nilai_lembar(buku: Any) -> dict[tuple[str, str], Any]:
    return {
        (ws.title, c.coordinate): c.value
        for ws in buku
        for row in ws.iter_rows()
        for c in row
        if c.value not in (None, "")
    }


def buka(isi: bytes, *, nilai: bool) -> Any:
    return openpyxl.load_workbook(io.BytesIO(isi), data_only=nilai)


def test_lembar_dan_byte_yang_sama() -> None:
    isi, _ = susun("2026-TW1")
    assert susun("2026-TW1")[0] == isi
    assert buka(isi, nilai=True).sheetnames == [
        "Data", "Indikator", "Unit", "Sasaran", "Anggaran", "Perbandingan", "Catatan",
    ]  # fmt: skip


def test_setiap_capaian_adalah_rumus_dengan_nilai_tersimpan() -> None:
    isi, hasil = susun("2026-TW1")
    rumus, nilai = buka(isi, nilai=False)["Indikator"], buka(isi, nilai=True)["Indikator"]
    for n, c in enumerate(hasil.capaian, 5):
        assert nilai.cell(n, 1).value == c.indikator
        assert str(rumus.cell(n, 8).value).startswith("=")
        harap = None if c.capaian is None else float(bulatkan(c.capaian, 2))
        assert (nilai.cell(n, 8).value or None) == harap


def test_data_membawa_asal_dan_teks_bukan_rumus() -> None:
    m, semua = contoh()
    buku = buka(susun("2026-TW1")[0], nilai=False)
    data = buku["Data"]
    assert data.max_row == 4 + len(semua)
    baris = [c.value for c in data[5]]
    assert baris[:4] == ["JML", m.indikator[0].nama, "U1", "Januari"]
    assert baris[6:11] == [2, "masuk/U1-01.xlsx", 1, "Data Kinerja", "L7"]
    assert data["B5"].data_type == "s"
    assert data["A4"].value == "Indikator"


def test_data_hanya_sampai_periode() -> None:
    m, semua = contoh()
    atur = Pengaturan()
    hasil = hitung_periode(m, atur, Periode.parse("2026-01"), semua, [])
    data = buka(analisis_workbook(m, atur, hasil, semua), nilai=True)["Data"]
    assert {c.value for c in data["D"][4:]} == {"Januari"}


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("periode", ["2026-02", "2026-TW1", "2026"])
def test_libreoffice_menghitung_digit_yang_sama(periode: str, tmp_path: Path) -> None:
    isi, _ = susun(periode, Kebijakan(batas_rata_rata=Fraction(120)))
    kita, mereka = nilai_lembar(buka(isi, nilai=True)), nilai_lembar(hitung_ulang(isi, tmp_path))
    rumus = {k: v for k, v in nilai_lembar(buka(isi, nilai=False)).items() if isinstance(v, str) and v.startswith("=")}
    assert len(rumus) > 100
    beda = {}
    for tempat, teks in rumus.items():
        a, b = kita.get(tempat), mereka.get(tempat)
        sama = abs(a - b) < 1e-9 if isinstance(a, int | float) and isinstance(b, int | float) else a == b
        if not sama:
            beda[tempat] = (teks, a, b)
    assert not beda
