"""Deadlines of one period, from the settings, the profile and the holidays of the master."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.pipeline.workspace import Isi, berhari_kerja
from kinerja.sop.tenggat import Batas, parse_tenggat, tanggal_tenggat

_TANGGAL_KIRIM = 15
_AKHIR_FEBRUARI = (28, 2)


def kalender_kantor(isi: Isi, periode: Periode) -> Kalender:
    """The office's calendar for the deadlines of a period: how it counts days, and its days off.

    Where a year into which they fall has no list of days off, working days cannot be told: it counts calendar days.
    """
    kerja = berhari_kerja(isi.pengaturan, isi.profil)
    return Kalender(
        libur=frozenset(h.tanggal for h in isi.master.libur),
        kerja=kerja and not tahun_tanpa_libur(isi, periode),
        geser=isi.pengaturan.tenggat_libur == "geser",
    )


def tahun_tanpa_libur(isi: Isi, periode: Periode) -> tuple[int, ...]:
    """The years of this period and of its deadlines for which sheet Libur lists no day off."""
    ada = {h.tanggal.year for h in isi.master.libur}
    return tuple(sorted({periode.awal.year, (periode.akhir + timedelta(days=1)).year} - ada))


def batas_kantor(isi: Isi) -> Batas:
    """The days after a period on which forms and reports are due.

    A year's report has two months where the office names no day: the SOPs that make it take more than half a month.
    """
    p = isi.pengaturan
    tahunan = p.batas_kirim_tahunan or (_AKHIR_FEBRUARI if p.batas_kirim is None else None)
    return Batas(isian=p.batas_isian, kirim=p.batas_kirim or _TANGGAL_KIRIM, kirim_tahunan=tahunan)


def tenggat_isian(periode: Periode, isi: Isi) -> datetime:
    """The last second in which a form of this period is on time."""
    hari = tanggal_tenggat(parse_tenggat("batas isian"), periode, kalender_kantor(isi, periode), batas_kantor(isi))
    return datetime.combine(hari, time(23, 59, 59))


def tenggat_kirim(periode: Periode, isi: Isi) -> date:
    """The last day on which the report of this period is delivered in time."""
    return tanggal_tenggat(parse_tenggat("batas kirim"), periode, kalender_kantor(isi, periode), batas_kantor(isi))


def tenggat_perbaikan(isi: Isi, periode: Periode, mulai: date) -> date:
    """By when a form of this period that was returned on `mulai` must come back."""
    return kalender_kantor(isi, periode).tambah(mulai, isi.pengaturan.hari_perbaikan)
