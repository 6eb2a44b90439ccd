"""Facts and a master with every kind of figure, and with what goes wrong in real offices, for the analysis workbook."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import Any

import openpyxl
from aggregate.buat_master import (
    anggaran,
    belanja,
    fakta,
    fakta_rasio,
    indikator,
    master,
    riwayat,
    target,
    unit,
)

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.indikator import Indikator
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import YA, Predikat, Rentang
from kinerja.domain.periode import Periode
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.worksheets.analisis import analisis_workbook

SKALA = tuple(Predikat(t, n) for n, t in enumerate(("D", "C", "CC", "B", "BB", "A", "AA"), 1))
BB, A = SKALA[4], SKALA[5]
NAMA_JANGGAL = '=HYPERLINK("x") & <b>'


def _indikator(*, berbobot: bool) -> dict[str, Indikator]:
    bobot = Fraction(5) if berbobot else None
    semua: dict[str, dict[str, Any]] = {
        "JML": {"konsolidasi_unit": "Jumlah", "nama": NAMA_JANGGAL},
        "RAT": {"konsolidasi_unit": "Rata-rata", "konsolidasi_periode": "Rata-rata", "satuan": "%",
                "target_renstra": Fraction(90), "tahun_renstra": 2029},
        "RAS": {"tipe": "Rasio", "konsolidasi_unit": "Rasio", "satuan": "%", "standar_nasional": Fraction(75)},
        "RAS2": {"tipe": "Rasio", "konsolidasi_periode": "Rata-rata", "konsolidasi_unit": "Rasio", "satuan": "%"},
        "RAS3": {"tipe": "Rasio", "konsolidasi_periode": "Maksimum", "konsolidasi_unit": "Rata-rata", "satuan": "%"},
        "RAS4": {"tipe": "Rasio", "konsolidasi_unit": "Rata-rata", "satuan": "%", "desimal": 3},
        "RAS5": {"tipe": "Rasio", "konsolidasi_periode": "Terakhir", "pengali": Fraction(100000), "satuan": "kasus"},
        "MIN": {"polaritas": "Minimal", "rumus_minimal": "T/R", "konsolidasi_periode": "Minimum"},
        "MIN0": {"polaritas": "Minimal", "rumus_minimal": "T/R", "konsolidasi_periode": "Terakhir"},
        "SEL": {"polaritas": "Minimal", "rumus_minimal": "(2T-R)/T", "konsolidasi_periode": "Maksimum", "desimal": 0},
        "STB": {"polaritas": "Stabil", "konsolidasi_periode": "Terakhir", "sasaran": "S2"},
        "RTG": {"polaritas": "Rentang Maksimal", "konsolidasi_periode": "Rata-rata", "sasaran": "S2",
                "konsolidasi_unit": "Rata-rata"},
        "RTM": {"polaritas": "Rentang Minimal", "konsolidasi_periode": "Terakhir", "frekuensi": "Triwulanan",
                "target_renstra": Rentang(Fraction(6), Fraction(7)), "tahun_renstra": 2029},
        "PRE": {"tipe": "Predikat", "satuan": "SAKIP", "konsolidasi_periode": "Terakhir", "frekuensi": "Triwulanan"},
        "YA": {"tipe": "Ya/Tidak", "konsolidasi_periode": "Terakhir", "frekuensi": "Tahunan"},
        "NOL": {"konsolidasi_periode": "Terakhir", "sasaran": "S2"},
        "NEG": {"konsolidasi_periode": "Terakhir", "sasaran": "S2"},
        "THN": {"sasaran": "S2"},
        "SER": {"konsolidasi_periode": "Terakhir"},
        "SER2": {"konsolidasi_periode": "Terakhir"},
    }  # fmt: skip
    return {k: indikator(k, bobot=bobot + n if bobot else None, **v) for n, (k, v) in enumerate(semua.items())}


def contoh(*, berbobot: bool = False) -> tuple[Master, list[Fakta], list[FaktaAnggaran]]:
    """Every kind of value, polarity and consolidation; U1 stands above ANAK; months and units are missing."""
    i = _indikator(berbobot=berbobot)
    rentang, tujuh = Rentang(Fraction(80), Fraction(90)), Rentang(Fraction(7), Fraction(8))
    rows = [target("JML", u, n, 12 * n) for u, n in (("U1", 7), ("U2", 3), ("ANAK", 2))]
    rows += [target(k, u, 80, 80) for k in ("RAT", "RAS", "RAS2", "RAS3", "RAS4") for u in ("U1", "U2")]
    rows += [target("RAS3", None, 85, 85), target("RAS5", "U2", 162, 162), target("STB", "U1", 90, 90)]
    rows += [target(k, "U2", 4, 4) for k in ("MIN", "SEL", "MIN0")]
    rows += [target("RTG", u, dict.fromkeys(range(1, 13), rentang), rentang) for u in ("U1", "U2")]
    rows.append(target("RTM", "U2", dict.fromkeys((3, 6, 9, 12), tujuh), tujuh))
    rows.append(target("PRE", "U1", dict.fromkeys((3, 6, 9, 12), A), A))
    rows += [target("YA", "U1", {12: YA}, YA), target("NOL", "ANAK", 0, 0), target("NEG", "U1", 5, 5)]
    rows += [target("THN", "U2", {}, 40), target("SER", "U1", 10, 10), target("SER2", "U2", 20, None)]
    semua: list[Fakta] = []
    for b in range(1, 7):
        semua += [fakta("JML", "U1", b, b * 2), fakta("JML", "ANAK", b, 1)]
        semua += [fakta("RAT", u, b, f"{n + b}.37") for u, n in (("U1", 70), ("U2", 80))]
        for k in ("RAS", "RAS2", "RAS3", "RAS4"):
            semua += [fakta_rasio(i[k], u, b, (n + b, 2 * n if b != 2 else 0)) for u, n in (("U1", 23), ("U2", 17))]
        semua += [
            fakta_rasio(i["RAS5"], "U2", b, (b, 1613)),
            fakta("MIN", "U2", b, f"{b}.65"),
            fakta("MIN0", "U2", b, 0),
        ]
        semua += [fakta("SEL", "U2", b, b * 5), fakta("STB", "U1", b, 100 - b)]
        semua += [fakta("RTG", u, b, n + b) for u, n in (("U1", 60), ("U2", 90))]
        semua += [fakta("NOL", "ANAK", b, 1), fakta("NEG", "U1", b, -b), fakta("THN", "U2", b, 3)]
        semua += [fakta("SER", "U1", b, 9), fakta("SER2", "U2", b, 18)]
    semua += [fakta("JML", "U2", 1, 0), fakta("JML", "U2", 3, 3), fakta("PRE", "U1", 3, BB), fakta("PRE", "U1", 6, A)]
    semua += [fakta("RTM", "U2", 3, "6.5"), fakta("RTM", "U2", 6, 9)]
    m = master(
        i.values(),
        [unit("U1"), unit("ANAK", "U1"), unit("U2"), unit("ATAS"), unit("BAWAH", "ATAS")],
        rows,
        skala={"SAKIP": SKALA},
        anggaran=(
            anggaran("1", "Program", None, sasaran="S1"), anggaran("1.1", "Kegiatan", None),
            anggaran("1.1.1", "Sub Kegiatan", 3000, unit="U1"), anggaran("1.1.2", "Sub Kegiatan", 0, unit="U2"),
            anggaran("1.1.3", "Sub Kegiatan", 7000, unit="ANAK"),
            anggaran("2", "Program", None, sasaran="S2"), anggaran("2.1", "Sub Kegiatan", 5000, unit="U2"),
        ),
        riwayat=(
            riwayat("JML", "2025-12", 10, 9), riwayat("JML", "2025-TW1", 30, 20), riwayat("JML", "2025", 120, 100),
            riwayat("JML", "2024", 110, 0), riwayat("NEG", "2025", 0, 3),
        ),
    )  # fmt: skip
    uang = [belanja(k, u, b, 100 * b) for k, u in (("1.1.1", "U1"), ("1.1.3", "ANAK")) for b in (1, 2, 5)]
    return m, semua, uang


def susun(
    periode: str, kebijakan: Kebijakan | None = None, *, berbobot: bool = False, **atur: Any
) -> tuple[bytes, HasilPeriode]:
    """The workbook of a period, and the figures in it."""
    m, semua, uang = contoh(berbobot=berbobot)
    pengaturan = Pengaturan(kebijakan=kebijakan or Kebijakan(), **atur)
    hasil = hitung_periode(m, pengaturan, Periode.parse(periode), semua, uang)
    return analisis_workbook(m, pengaturan, hasil, semua, uang), hasil


def buka(isi: bytes, *, nilai: bool) -> Any:
    """The workbook in openpyxl, with values or with formulas."""
    return openpyxl.load_workbook(io.BytesIO(isi), data_only=nilai)
