"""From a figure as printed back to what it may be: every figure of a period that prints with these digits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.jejak import ANGKA, CAPAIAN
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.angka import format_angka, tercetak
from kinerja.master.model import Master


@dataclass(frozen=True, slots=True, kw_only=True)
class AngkaTercetak:
    """A figure of a report. `kode` and `unit` are what `kinerja trace` takes to explain it."""

    jenis: str  # indikator | sasaran | unit | instansi | anggaran | pembanding
    kode: str
    unit: str | None  # of an indicator or a budget line
    nama: str
    angka: str  # capaian, realisasi_sd, serapan, capaian_tahun_lalu, …
    nilai: Fraction
    tercetak: str


def cari_angka(
    master: Master, desimal: int, hasil: HasilPeriode, dicari: Sequence[Fraction]
) -> tuple[AngkaTercetak, ...]:
    """Figures whose printed value is one of these, in the order of the report's tables."""
    return tuple(a for a in angka_tercetak(master, desimal, hasil) if Fraction(a.nilai) in dicari)


def angka_tercetak(master: Master, desimal: int, hasil: HasilPeriode) -> Iterator[AngkaTercetak]:
    """Every number that reports of a period print, as rounded, in the order of the report's tables."""
    for c in hasil.capaian:
        i = master.indikator_by_kode(c.indikator)
        for nama in ANGKA:
            yield from _angka("indikator", (c.indikator, c.unit, i.nama), nama, getattr(c, nama),
                              desimal if nama in CAPAIAN else i.desimal)  # fmt: skip
    for p in hasil.pembanding:
        i = master.indikator_by_kode(p.indikator)
        for nama in (
            "realisasi_sebelumnya", "capaian_sebelumnya", "realisasi_tahun_lalu", "capaian_tahun_lalu",
            "capaian_renstra", "capaian_standar",
        ):  # fmt: skip
            digit = desimal if nama.startswith("capaian") else i.desimal
            yield from _angka("pembanding", (p.indikator, None, i.nama), nama, getattr(p, nama), digit)
    for a in hasil.agregat:
        kode = a.kode if a.tingkat != "instansi" else a.tingkat
        for nama in ("capaian", "serapan", "efisiensi"):
            yield from _angka(a.tingkat, (kode, None, a.nama), nama, getattr(a, nama), desimal)
    for s in hasil.anggaran:
        for nama in ("pagu", "realisasi", "realisasi_sd", "serapan"):
            digit = desimal if nama == "serapan" else 0
            yield from _angka("anggaran", (s.kode, s.unit, s.uraian), nama, getattr(s, nama), digit)


def _angka(
    jenis: str, siapa: tuple[str, str | None, str], angka: str, nilai: object, digit: int
) -> Iterator[AngkaTercetak]:
    if isinstance(nilai, Fraction):
        kode, unit, nama = siapa
        bulat = tercetak(nilai, digit)
        assert bulat is not None
        yield AngkaTercetak(
            jenis=jenis, kode=kode, unit=unit, nama=nama, angka=angka, nilai=bulat, tercetak=format_angka(nilai, digit)
        )
