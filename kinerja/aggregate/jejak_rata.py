"""How an average over indicators, its serapan and its efisiensi came about, member by member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from kinerja.aggregate.anggaran import Anggaran, Uang
from kinerja.aggregate.figur import hitung, tempat_unit
from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Agregat, Capaian, HasilPeriode
from kinerja.domain.angka import format_angka, format_ringkas
from kinerja.domain.indikator import Indikator
from kinerja.domain.rumus import TIDAK_DAPAT
from kinerja.master.model import MataAnggaran


@dataclass(frozen=True, slots=True, kw_only=True)
class AnggotaRata:
    """An indicator of an average. `dihitung`: its capaian after the cap; None: left out, `capaian.alasan` says why."""

    indikator: Indikator
    capaian: Capaian
    dihitung: Fraction | None
    bobot: Fraction  # 1 where the average is not weighted


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakRata:
    """An average with its members and the budget lines of its serapan."""

    agregat: Agregat
    anggota: tuple[AnggotaRata, ...]
    berbobot: bool
    rumus: str | None
    uang: Uang
    mata: tuple[tuple[MataAnggaran, Uang], ...]  # the lowest lines that are summed
    rumus_serapan: str | None
    rumus_efisiensi: str | None


def jejak_rata(ix: Indeks, hasil: HasilPeriode, anggaran: Anggaran, agregat: Agregat) -> JejakRata:
    """Explain one of `hasil.agregat`."""
    capaian = list(_capaian(ix, hasil, agregat))
    berbobot = bool(capaian) and all(i.bobot is not None for i, _ in capaian)
    batas = ix.kebijakan.batas_rata_rata
    anggota = tuple(
        AnggotaRata(
            indikator=i,
            capaian=c,
            dihitung=c.capaian if c.capaian is None or batas is None else min(c.capaian, batas),
            bobot=i.bobot if berbobot and i.bobot is not None else Fraction(1),
        )
        for i, c in capaian
    )
    uang, mata = _uang(ix, anggaran, agregat)
    d = ix.kebijakan.desimal
    serapan = None
    if agregat.serapan is not None and uang.realisasi_sd is not None and uang.pagu is not None:
        atas, bawah = format_angka(uang.realisasi_sd, 0), format_angka(uang.pagu, 0)
        serapan = f"{atas} / {bawah} × 100 = {format_angka(agregat.serapan, d)}"
    return JejakRata(
        agregat=agregat, anggota=anggota, berbobot=berbobot, rumus=_rumus(anggota, agregat, d), uang=uang, mata=mata,
        rumus_serapan=serapan, rumus_efisiensi=_efisiensi(agregat, indeks=ix.kebijakan.efisiensi == "indeks", d=d),
    )  # fmt: skip


def _capaian(ix: Indeks, hasil: HasilPeriode, agregat: Agregat) -> Iterator[tuple[Indikator, Capaian]]:
    """The indicators of an average with that level's own figures."""
    ada = {(c.indikator, c.unit): c for c in hasil.capaian}
    for i in ix.master.indikator:
        if agregat.tingkat != "unit":
            if agregat.tingkat == "instansi" or i.sasaran == agregat.kode:
                yield i, ada[i.kode, None]
        elif (i.kode, agregat.kode) in ada:
            yield i, ada[i.kode, agregat.kode]
        elif tempat := tempat_unit(ix, i, agregat.kode):
            yield i, hitung(ix, i, tempat, hasil.periode)


def _uang(ix: Indeks, anggaran: Anggaran, agregat: Agregat) -> tuple[Uang, tuple[tuple[MataAnggaran, Uang], ...]]:
    unit: set[str | None] | None = None
    sasaran = None
    if agregat.tingkat == "sasaran":
        sasaran = agregat.kode
    elif agregat.tingkat == "unit":
        unit = {agregat.kode, *ix.di_bawah(agregat.kode, [u.kode for u in ix.master.unit])}
    total = anggaran.total(unit=None if unit is None else {u for u in unit if u is not None}, sasaran=sasaran)
    milik = tuple(
        (m, u)
        for m, s, u in anggaran.terbawah
        if (unit is None or m.unit in unit) and (sasaran is None or s == sasaran)
    )
    return total, milik


def _rumus(anggota: Sequence[AnggotaRata], agregat: Agregat, d: int) -> str | None:
    """`(87,0833 × 25 + 100 × 20) / 45 = 92,82`, with two digits more than print."""
    if agregat.capaian is None:
        return None
    ada = [(a.dihitung, a.bobot) for a in anggota if a.dihitung is not None]
    suku = [
        format_ringkas(nilai, d + 2) + ("" if bobot == 1 else f" × {format_ringkas(bobot, 4)}") for nilai, bobot in ada
    ]
    bawah = format_ringkas(sum((b for _, b in ada), Fraction(0)), 4)
    atas = f"({' + '.join(suku)})" if len(suku) > 1 else suku[0]
    return f"{atas} / {bawah} = {format_angka(agregat.capaian, d)}"


def _efisiensi(agregat: Agregat, *, indeks: bool, d: int) -> str | None:
    if agregat.efisiensi is None or agregat.capaian is None or agregat.serapan is None:
        return None
    tanda = "/" if indeks else "−"
    kiri = f"{format_ringkas(agregat.capaian, d + 2)} {tanda} {format_ringkas(agregat.serapan, d + 2)}"
    return f"{kiri} = {format_angka(agregat.efisiensi, d)}"


def alasan_rata(agregat: Agregat) -> str:
    """Why there is no average."""
    if agregat.indikator == 0:
        return f"{TIDAK_DAPAT}: tidak ada indikator"
    if agregat.indikator_dihitung == 0:
        return f"{TIDAK_DAPAT}: belum ada indikator yang capaiannya dapat dihitung"
    return f"{TIDAK_DAPAT}: jumlah bobot 0"
