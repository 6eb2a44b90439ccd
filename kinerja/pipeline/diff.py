"""`kinerja diff`: what a revision changed in a unit's form, what that does to capaian, and where its findings stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.formulir import (
    KOLOM_ISIAN,
    LABEL_ALASAN_PERBAIKAN,
    LEMBAR_ANGGARAN,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    KolomAnggaran,
    LabelPengesahan,
)
from kinerja.domain.kiriman import IsiKiriman, Status
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.errors import SalahPakai
from kinerja.pipeline.form import form_kiriman
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.read.model import FormTerbaca
from kinerja.register.model import Kiriman, RiwayatTemuan
from kinerja.workbook.model import Sel


@dataclass(frozen=True, slots=True, kw_only=True)
class Perubahan:
    """One field that differs between two revisions; the cells are those of each revision's own file."""

    kode: str  # of the indicator or the budget line, or the label in Pengesahan
    medan: str
    lembar: str
    sel_lama: str | None
    sel_baru: str | None
    lama: str | None
    baru: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Akibat:
    """Capaian of an indicator before and after, of the unit or (unit None) of the agency."""

    indikator: str
    unit: str | None
    periode: Periode
    lama: Fraction | None
    baru: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilDiff:
    lama: Kiriman
    baru: Kiriman
    perubahan: tuple[Perubahan, ...]
    akibat: tuple[Akibat, ...]
    temuan: tuple[RiwayatTemuan, ...]  # over all revisions that count
    revisi: Mapping[int, int]  # the number of the revision, by the id of its Kiriman


def diff(ws: Workspace, unit: str, periode: Periode, *, dari: int | None, waktu: datetime) -> HasilDiff:
    """Compare the last form of a unit with revision `dari`, usually the one before it.

    SalahPakai when there are not two, or no such revision.
    """
    isi = load_isi(ws)
    with buka(ws, waktu) as sesi:
        semua = _berurut(sesi, unit, periode)
        lama, baru = _sebelum(semua[:-1], dari, periode), semua[-1]
        perubahan = tuple(_perubahan(form_kiriman(sesi, lama), form_kiriman(sesi, baru)))
        akibat = tuple(_akibat(sesi, isi, periode, (unit, sesi.reg.isi(lama.id), sesi.reg.isi(baru.id))))
        return HasilDiff(
            lama=lama,
            baru=baru,
            perubahan=perubahan,
            akibat=akibat,
            temuan=sesi.reg.riwayat_temuan(unit, periode.id),
            revisi={k.id: k.revisi or 0 for k in semua},
        )


def _berurut(sesi: Sesi, unit: str, periode: Periode) -> list[Kiriman]:
    """The unit's forms, at least two, the latest last; of files that compete, the one that counts after the others."""
    semua = [k for k in sesi.reg.kiriman(periode.id, unit) if k.status is not Status.DITOLAK]
    if len(semua) < 2:
        raise SalahPakai(
            f"Unit {unit} baru mempunyai {len(semua)} kiriman untuk {periode.nama}; perlu dua untuk dibandingkan.",
            f"Lihat kiriman yang sudah diterima: kinerja status {periode.id}",
        )
    return sorted(semua, key=lambda k: (k.jenjang or 0, not k.bentrok, k.diterima, k.id))


def _sebelum(lama: list[Kiriman], dari: int | None, periode: Periode) -> Kiriman:
    calon = [k for k in lama if dari in (None, k.revisi)]
    if not calon:
        ada = ", ".join(dict.fromkeys(str(k.revisi) for k in lama))
        raise SalahPakai(
            f"Tidak ada revisi {dari} sebelum kiriman terakhir {periode.nama}.",
            f"Revisi yang dapat dibandingkan: {ada}.",
        )
    return calon[-1]


def _perubahan(lama: FormTerbaca, baru: FormTerbaca) -> Iterator[Perubahan]:
    """Fields that units fill in, in the order of the new form."""
    baris_lama, baris_baru = {b.kode: b for b in lama.baris}, {b.kode: b for b in baru.baris}
    for kode in dict.fromkeys((*baris_baru, *baris_lama)):
        a, b = (x.sel if x is not None else {} for x in (baris_lama.get(kode), baris_baru.get(kode)))
        for kolom in KOLOM_ISIAN:
            yield from _beda(kode, kolom.medan, LEMBAR_KINERJA, (a.get(kolom), b.get(kolom)))
    uang_lama, uang_baru = {b.kode: b for b in lama.anggaran}, {b.kode: b for b in baru.anggaran}
    for kode in dict.fromkeys((*uang_baru, *uang_lama)):
        a_uang, b_uang = (x.sel if x is not None else {} for x in (uang_lama.get(kode), uang_baru.get(kode)))
        kolom_uang = KolomAnggaran.REALISASI
        yield from _beda(kode, kolom_uang.medan, LEMBAR_ANGGARAN, (a_uang.get(kolom_uang), b_uang.get(kolom_uang)))
    for label in LabelPengesahan:
        yield from _beda(
            label.value, "isi", LEMBAR_PENGESAHAN, (lama.pengesahan.get(label), baru.pengesahan.get(label))
        )
    yield from _beda(LABEL_ALASAN_PERBAIKAN, "isi", LEMBAR_PENGESAHAN, (lama.alasan_perbaikan, baru.alasan_perbaikan))


def _beda(kode: str, medan: str, lembar: str, sel: tuple[Sel | None, Sel | None]) -> Iterator[Perubahan]:
    """One change, when the typed contents differ; a formula of the form itself is no typed content."""
    a, b = (_isi(s) for s in sel)
    if a != b:
        letak = [s.alamat if s is not None else None for s in sel]
        yield Perubahan(kode=kode, medan=medan, lembar=lembar, sel_lama=letak[0], sel_baru=letak[1], lama=a, baru=b)


def _isi(sel: Sel | None) -> str | None:
    return None if sel is None or sel.rumus is not None or sel.teks == "" else sel.teks


def _akibat(sesi: Sesi, isi: Isi, periode: Periode, kiriman: tuple[str, IsiKiriman, IsiKiriman]) -> Iterator[Akibat]:
    """Capaian of the period, its triwulan and the year with the old and with the new facts, where they differ."""
    unit, lama, baru = kiriman
    isi = isi_berlaku(sesi, isi)
    for p in _lingkup(periode):
        sebelum, sesudah = (_hitung(sesi, isi, p, (unit, periode.bulan_akhir), i) for i in (lama, baru))
        for a, b in zip(sebelum.capaian, sesudah.capaian, strict=True):
            if a.unit in (None, unit) and a.capaian != b.capaian:
                yield Akibat(indikator=a.indikator, unit=a.unit, periode=p, lama=a.capaian, baru=b.capaian)


def _lingkup(periode: Periode) -> tuple[Periode, ...]:
    triwulan = Periode(periode.tahun, JenisPeriode.TRIWULAN, (periode.bulan_akhir + 2) // 3)
    return tuple(dict.fromkeys((periode, triwulan, Periode(periode.tahun, JenisPeriode.TAHUN, 1))))


def _hitung(sesi: Sesi, isi: Isi, periode: Periode, milik: tuple[str, int], kiriman: IsiKiriman) -> HasilPeriode:
    """Figures with the facts of one unit and month taken from this submission, whatever feeds the reports today."""
    lain = [f for f in sesi.reg.fakta(periode.tahun) if (f.unit, f.bulan) != milik]
    return hitung_periode(isi.master, isi.pengaturan, periode, [*lain, *kiriman.fakta], ())
