"""How the figures of one row came about: formulas with their numbers, months, units, and the cells of the targets.

The figures themselves are those of the Capaian; here is only said how they were reached, by the same functions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja.aggregate.figur import Tempat, alasan_belum, realisasi_tempat
from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Capaian
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, KonsolidasiUnit, TipeNilai
from kinerja.domain.konsolidasi import Isian, Konsolidasi, konsolidasi_bulan, konsolidasi_unit
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import BULAN_SINGKAT
from kinerja.domain.rumus import hitung_capaian
from kinerja.master.model import Master, Target
from kinerja.sources import CellRef

REALISASI = ("realisasi", "realisasi_sd")
TARGET = ("target", "target_sd", "target_tahun")
CAPAIAN = ("capaian", "capaian_sd", "capaian_tahun")
ANGKA = ("realisasi", "target", "capaian", "realisasi_sd", "target_sd", "capaian_sd", "target_tahun", "capaian_tahun")


@dataclass(frozen=True, slots=True, kw_only=True)
class SelTarget:
    """A target as it stands in the master: of a month, or (`bulan` None) of the year.

    `versi` is the version of the master that `sel` is a cell of: today's, but where the target was another in the
    version that was in force in that month.
    """

    unit: str | None
    bulan: int | None
    nilai: Nilai
    sel: CellRef
    versi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bagian:
    """What one unit, or one row of targets, adds to a figure. `bulan`: those that decided it; (): the year's target."""

    unit: str | None
    nilai: Nilai | None
    rumus: str | None
    bulan: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Langkah:
    """One figure of a row. `rumus` is None where it is a single value as written; then `bulan` names it."""

    angka: str  # one of ANGKA: a field of Capaian
    nilai: Nilai | None
    rumus: str | None
    alasan: str | None
    bulan: tuple[int, ...] = ()
    bagian: tuple[Bagian, ...] = ()  # of a realisasi: the units that reported; of a target: its rows


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakCapaian:
    """A row of figures with how each came about, from which facts and which targets."""

    capaian: Capaian
    langkah: tuple[Langkah, ...]  # in the order of ANGKA
    fakta: tuple[Fakta, ...]  # reported from January up to the end of the period, by unit and month
    dipakai: frozenset[tuple[str, int]]  # (unit, month) of the facts that decided `realisasi`
    dipakai_sd: frozenset[tuple[str, int]]
    belum: tuple[tuple[str, int], ...]  # (unit, month): due up to the end of the period, and not reported
    target: tuple[SelTarget, ...]  # every cell that a target of the row was read from

    @property
    def sd_sama(self) -> bool:
        """True when the figures s.d. came about as those of the period did."""
        return all(
            (x.nilai, x.rumus, x.alasan, x.bulan) == (y.nilai, y.rumus, y.alasan, y.bulan)
            for x, y in ((self.langkah_of(a), self.langkah_of(f"{a}_sd")) for a in ("realisasi", "target", "capaian"))
        )

    def langkah_of(self, angka: str) -> Langkah:
        """How one figure came about. KeyError for a name that is not in ANGKA."""
        for x in self.langkah:
            if x.angka == angka:
                return x
        raise KeyError(angka)


@dataclass(frozen=True, slots=True, kw_only=True)
class JejakLaporan:
    """The rows of a report's main table, explained; `sidik`: the hash of each version of the master behind them."""

    baris: tuple[tuple[Indikator, JejakCapaian], ...]
    sidik: Mapping[str, str]


def jejak_capaian(ix: Indeks, indikator: Indikator, tempat: Tempat, capaian: Capaian) -> JejakCapaian:
    """Explain the row `capaian`, which is that of the indicator at this place."""
    periode, wajib = capaian.periode, indikator.frekuensi.bulan_wajib
    bulan = tuple(b for b in periode.bulan if b in wajib)
    sd = tuple(b for b in periode.bulan_sd if b in wajib)
    ini, per_unit = realisasi_tempat(ix, indikator, tempat, bulan)
    kumulatif, per_unit_sd = realisasi_tempat(ix, indikator, tempat, sd)
    langkah: dict[str, Langkah] = {
        "realisasi": _realisasi("realisasi", indikator, capaian, bulan, (ini, per_unit)),
        "realisasi_sd": _realisasi("realisasi_sd", indikator, capaian, sd, (kumulatif, per_unit_sd)),
        "target": _target("target", indikator, tempat, capaian, bulan),
        "target_sd": _target("target_sd", indikator, tempat, capaian, sd),
        "target_tahun": _target("target_tahun", indikator, tempat, capaian, wajib),
    }
    for nama in CAPAIAN:
        langkah[nama] = _capaian(ix, nama, indikator, capaian)
    fakta = [f for u in tempat.pelapor for f in ix.isian(indikator, u, tempat.wajib(u, sd)).values()]
    ada = {(f.unit, f.bulan) for f in fakta}
    return JejakCapaian(
        capaian=capaian,
        langkah=tuple(langkah[a] for a in ANGKA),
        fakta=tuple(fakta),
        dipakai=frozenset((u, b) for u, k in per_unit.items() for b in k.bulan),
        dipakai_sd=frozenset((u, b) for u, k in per_unit_sd.items() for b in k.bulan),
        belum=tuple((u, b) for u in tempat.pelapor for b in tempat.wajib(u, sd) if (u, b) not in ada),
        target=tuple(_sel_target(ix.master, tempat, langkah)),
    )


def _realisasi(
    angka: str, i: Indikator, c: Capaian, bulan: Sequence[int], dari: tuple[Konsolidasi, Mapping[str, Konsolidasi]]
) -> Langkah:
    """The realisasi over these due months."""
    hasil, per_unit = dari
    nilai: Nilai | None = getattr(c, angka)
    if nilai is None:
        alasan = hasil.alasan if bulan else alasan_belum(i)
        return Langkah(angka=angka, nilai=None, rumus=None, alasan=alasan, bulan=hasil.bulan)
    bagian = tuple(Bagian(unit=u, nilai=k.nilai, rumus=k.rumus, bulan=k.bulan) for u, k in per_unit.items())
    return Langkah(
        angka=angka,
        nilai=nilai,
        rumus=hasil.rumus,
        alasan=None,
        bulan=hasil.bulan,
        bagian=bagian,
    )


def _target(angka: str, i: Indikator, tempat: Tempat, c: Capaian, bulan: Sequence[int]) -> Langkah:
    """The target over these due months; the annual one as written, where it is."""
    nilai: Nilai | None = getattr(c, angka)
    if nilai is None:
        alasan = {"target": c.alasan, "target_sd": c.alasan_sd}.get(angka, "target tahunan belum ditetapkan")
        return Langkah(angka=angka, nilai=None, rumus=None, alasan=alasan)
    tahunan = angka == "target_tahun"
    # A row counts for the months in which it stood in the master, and for the year with what today's says.
    berlaku = [(t, [b for b in bulan if tahunan or b not in t.belum_berlaku]) for t in tempat.target]
    bagian = [(t.unit, _target_baris(i, t, milik, tahunan=tahunan)) for t, milik in berlaku if milik]
    gabung = konsolidasi_unit(_seperti_angka(i, i.konsolidasi_periode), [k for _, k in bagian])
    return Langkah(
        angka=angka,
        nilai=nilai,
        # Equal targets of a ratio, or of a predikat, are taken as they are.
        rumus=gabung.rumus if len(bagian) == 1 or i.konsolidasi_unit is not KonsolidasiUnit.RASIO else None,
        alasan=None,
        bulan=gabung.bulan,
        bagian=tuple(Bagian(unit=u, nilai=k.nilai, rumus=k.rumus, bulan=k.bulan) for u, k in bagian),
    )


def _target_baris(i: Indikator, t: Target, bulan: Sequence[int], *, tahunan: bool) -> Konsolidasi:
    """One row of sheet Target over these months; `bulan` () where the column Tahun is what counts."""
    if not t.bulan or (tahunan and t.tahun is not None):
        return Konsolidasi(nilai=t.tahun)
    aturan = i.konsolidasi_periode
    if i.tipe is TipeNilai.RASIO and aturan is not KonsolidasiPeriode.RATA_RATA:
        aturan = KonsolidasiPeriode.TERAKHIR
    return konsolidasi_bulan(_seperti_angka(i, aturan), {b: Isian(nilai=t.bulan[b]) for b in bulan if b in t.bulan})


def _seperti_angka(i: Indikator, aturan: KonsolidasiPeriode) -> Indikator:
    """The indicator as its targets are consolidated: those of a ratio are percentages without parts."""
    return replace(i, tipe=TipeNilai.ANGKA if i.tipe is TipeNilai.RASIO else i.tipe, konsolidasi_periode=aturan)


def _capaian(ix: Indeks, angka: str, i: Indikator, c: Capaian) -> Langkah:
    """The percentage of a realisasi against its target."""
    target, realisasi, alasan = {
        "capaian": (c.target, c.realisasi, c.alasan),
        "capaian_sd": (c.target_sd, c.realisasi_sd, c.alasan_sd),
        "capaian_tahun": (c.target_tahun, c.realisasi_sd, c.alasan_tahun),
    }[angka]
    hasil = hitung_capaian(i, target, realisasi, ix.kebijakan)
    nilai = getattr(c, angka)
    return Langkah(
        angka=angka, nilai=nilai, rumus=hasil.rumus, alasan=None if nilai is not None else alasan or hasil.alasan
    )


def _sel_target(master: Master, tempat: Tempat, langkah: Mapping[str, Langkah]) -> list[SelTarget]:
    """The cells behind the targets, row by row: months in order, then the year."""
    hasil: list[SelTarget] = []
    for t in tempat.target:
        bulan: set[int] = set()
        tahun = False
        for x in (langkah[a] for a in TARGET):
            for b in (b for b in x.bagian if b.unit == t.unit):
                bulan |= set(b.bulan)
                tahun = tahun or not b.bulan
        for n in sorted(bulan & t.bulan.keys()):
            kini = (master.versi, master.cell_beside(t.sumber, BULAN_SINGKAT[n - 1]))
            versi, sel = t.sumber_bulan.get(n, kini)
            hasil.append(SelTarget(unit=t.unit, bulan=n, nilai=t.bulan[n], sel=sel, versi=versi))
        if tahun and t.tahun is not None:
            hasil.append(
                SelTarget(
                    unit=t.unit,
                    bulan=None,
                    nilai=t.tahun,
                    sel=master.cell_beside(t.sumber, "Tahun"),
                    versi=master.versi,
                )
            )
    return hasil
