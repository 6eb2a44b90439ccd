"""Deadlines of one period, from the settings, the profile and the holidays of the master."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.pipeline.workspace import Isi, berhari_kerja
from kinerja.sop.tenggat import Batas, parse_tenggat, tanggal_tenggat


def kalender_kantor(isi: Isi) -> Kalender:
    """The office's calendar: how it counts days, and its days off; a year is listed when it has one day off."""
    libur = frozenset(h.tanggal for h in isi.master.libur)
    return Kalender(
        libur=libur,
        kerja=berhari_kerja(isi.pengaturan, isi.profil),
        geser=isi.pengaturan.tenggat_libur == "geser",
        berdaftar=frozenset(h.year for h in libur),
    )


def tanpa_daftar_libur(isi: Isi, periode: Periode) -> int | None:
    """The year in which deadlines of this period fall without a list of days off that they need; None when all is well.

    That of the master itself is a finding of `check`; this is the year after, into which a last period reaches.
    """
    kalender = kalender_kantor(isi)
    tahun = (periode.akhir + timedelta(days=1)).year
    perlu = (kalender.kerja or kalender.geser) and tahun != isi.master.instansi.tahun
    return tahun if perlu and kalender.berdaftar is not None and tahun not in kalender.berdaftar else None


def batas_kantor(isi: Isi) -> Batas:
    """The days of the next month on which forms and reports are due."""
    return Batas(isian=isi.pengaturan.batas_isian, kirim=isi.pengaturan.batas_kirim)


def tenggat_isian(periode: Periode, isi: Isi) -> datetime:
    """The last second in which a form of this period is on time."""
    hari = tanggal_tenggat(parse_tenggat("batas isian"), periode, kalender_kantor(isi), batas_kantor(isi))
    return datetime.combine(hari, time(23, 59, 59))


def tenggat_kirim(periode: Periode, isi: Isi) -> date:
    """The last day on which the report of this period is delivered in time."""
    return tanggal_tenggat(parse_tenggat("batas kirim"), periode, kalender_kantor(isi), batas_kantor(isi))


def tenggat_perbaikan(isi: Isi, mulai: date) -> date:
    """By when a form returned on `mulai` must come back."""
    return kalender_kantor(isi).tambah(mulai, isi.pengaturan.hari_perbaikan)
