"""Restated figures for the example reports: of every kind in most of them, none in the semester's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import contoh_hasil as contoh

from kinerja.aggregate.perbaikan import ButirPerbaikan, KinerjaBerubah, PerbaikanData, UangBerubah
from kinerja.domain.fakta import Fakta
from kinerja.domain.nilai import Predikat
from kinerja.domain.periode import Periode

F = Fraction  # short, for the figures below
JANUARI, FEBRUARI = Periode.bulanan(2026, 1), Periode.bulanan(2026, 2)
_ALASAN = "Empat rekomendasi selesai Januari baru tercatat sesudah LHP 700/21/2026 & berita acara <terlampir>."


def _fakta(kode: str, nilai: F | Predikat, bagian: tuple[int, int] | None = None) -> Fakta:
    atas, bawah = (F(bagian[0]), F(bagian[1])) if bagian else (None, None)
    return Fakta(indikator=kode, unit="IRB1", tahun=2026, bulan=1, nilai=nilai, pembilang=atas, penyebut=bawah,
                 asal=contoh.ASAL)  # fmt: skip


def perbaikan(id_periode: str) -> PerbaikanData | None:
    """What the report of this period prints; nothing can have changed before the one of January."""
    if id_periode == "2026-01":
        return None
    lama = {"2026-03": FEBRUARI, "2026-TW1": FEBRUARI, "2026-S1": Periode.parse("2026-TW2")}
    data = PerbaikanData(laporan=lama.get(id_periode, Periode.parse("2026-S2")), dibuat=date(2026, 3, 9), butir=())
    if id_periode == "2026-S1":
        return data
    satu = ButirPerbaikan(
        unit="IRB1", periode=JANUARI, alasan=_ALASAN, revisi=2, diterima=date(2026, 3, 12),
        angka=KinerjaBerubah(
            indikator="IKU-01", lama=_fakta("IKU-01", F(2300, 36), (23, 36)),
            baru=_fakta("IKU-01", F(75), (27, 36)), capaian_lama=F(230000, 2880), capaian_baru=F(9375, 100),
        ),
    )  # fmt: skip
    predikat = KinerjaBerubah(
        indikator="IKU-08", lama=_fakta("IKU-08", Predikat("BB", 5)), baru=_fakta("IKU-08", Predikat("B", 4)),
        capaian_lama=F(100), capaian_baru=F(80),
    )  # fmt: skip
    uang = UangBerubah(mata="6.01.02.2.01.0001", lama=F(12_500_000), baru=F(11_250_000))
    butir = (
        satu,
        replace(satu, unit="SUBPEP", angka=predikat, alasan=None, revisi=3),
        replace(satu, unit="SEK", angka=uang, alasan="Salah ketik; sesuai SP2D 0042/2026"),
        ButirPerbaikan(unit="IRB3", periode=FEBRUARI, angka=None, revisi=1, diterima=date(2026, 3, 20)),
        ButirPerbaikan(unit="IRB4", periode=FEBRUARI, angka=None),
    )
    return replace(data, butir=butir)
