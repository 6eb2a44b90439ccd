"""Sheets Target and Riwayat: values by month and by earlier period, read by the indicator's kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from kinerja.domain.indikator import Indikator
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import BULAN_SINGKAT, Periode
from kinerja.master.indikator import Skala, find_skala
from kinerja.master.model import Riwayat, Target
from kinerja.master.pembaca import Pembaca
from kinerja.master.tabel import Baris, Tabel


def read_target(
    tabel: Tabel,
    baca: Pembaca,
    indikator: Mapping[str, Indikator],
    *,
    kode_indikator: frozenset[str] | None,
    kode_unit: set[str] | None,
    skala: Skala,
) -> list[tuple[Target, Baris]]:
    """Sheet Target: good rows with the sheet's row. Rows of an indicator that has a fault of its own are skipped."""
    hasil: list[tuple[Target, Baris]] = []
    pertama: dict[tuple[str, str], Baris] = {}
    for b in tabel.baris:
        awal = baca.galat
        kode = baca.rujukan(b, "Indikator", kode_indikator, "Indikator", wajib=True)
        unit = baca.rujukan(b, "Unit", kode_unit, "Unit")
        if kode is None:
            continue
        kunci = (kode, b.sel("Unit").teks)
        if kunci in pertama and "Unit" in b.kolom and baca.galat == awal:
            baca.catat(
                "MST075", b, "Indikator", indikator=kode, unit=kunci[1] or "instansi", lain=str(pertama[kunci].nomor)
            )
            continue
        pertama.setdefault(kunci, b)
        i = indikator.get(kode)
        if i is None:
            continue
        nilai = _pembaca_nilai(i, baca, skala)
        bulan = {k: v for k, j in enumerate(BULAN_SINGKAT, 1) if (v := nilai(b, j, target=True)) is not None}
        tahun = nilai(b, "Tahun", target=True)
        if baca.galat == awal:
            hasil.append((Target(indikator=kode, unit=unit, bulan=bulan, tahun=tahun, sumber=b.ref("Indikator")), b))
    return hasil


def _pembaca_nilai(i: Indikator, baca: Pembaca, skala: Skala) -> Callable[..., Nilai | None]:
    """Reads the cell under a heading of a row as this indicator's target or realisasi."""
    return partial(baca.nilai, tipe=i.tipe, polaritas=i.polaritas, persen=i.persen, skala=find_skala(i.satuan, skala))


def read_riwayat(
    tabel: Tabel,
    baca: Pembaca,
    indikator: Mapping[str, Indikator],
    *,
    kode_indikator: frozenset[str] | None,
    tahun: int | None,
    skala: Skala,
) -> list[Riwayat]:
    """Sheet Riwayat: figures of periods before the year of the master."""
    hasil: list[Riwayat] = []
    pertama: dict[tuple[str, str], Baris] = {}
    for b in tabel.baris:
        awal = baca.galat
        kode = baca.rujukan(b, "Indikator", kode_indikator, "Indikator", wajib=True)
        periode = _periode(b, baca)
        if kode is None or periode is None:
            continue
        if tahun is not None and periode.tahun >= tahun:
            baca.catat("MST101", b, "Periode", indikator=kode, tahun=str(tahun))
        if (kode, periode.id) in pertama:
            lain = pertama[kode, periode.id].nomor
            baca.catat("MST102", b, "Periode", indikator=kode, periode=periode.id, lain=str(lain))
            continue
        pertama[kode, periode.id] = b
        i = indikator.get(kode)
        if i is None:
            continue
        nilai = _pembaca_nilai(i, baca, skala)
        target = nilai(b, "Target", target=True)
        realisasi = nilai(b, "Realisasi", target=False)
        if baca.galat == awal:
            hasil.append(
                Riwayat(indikator=kode, periode=periode.id, target=target, realisasi=realisasi, sumber=b.ref("Periode"))
            )  # fmt: skip
    return hasil


def _periode(b: Baris, baca: Pembaca) -> Periode | None:
    """An identifier; a date cell on the first of a month is what Excel makes of a typed `2025-12`."""
    isi = b.sel("Periode").nilai
    if isinstance(isi, date) and isi.day == 1:
        return Periode.bulanan(isi.year, isi.month)
    teks = baca.teks(b, "Periode", wajib=True)
    if teks is None:
        return None
    try:
        return Periode.parse(teks)
    except ValueError:
        baca.catat("MST100", b, "Periode")
        return None
