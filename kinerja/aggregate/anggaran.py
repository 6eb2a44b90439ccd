"""Budget: the version in force, realisasi of the lowest lines, and sums for the levels above."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from kinerja.aggregate.indeks import Indeks
from kinerja.aggregate.model import Serapan
from kinerja.domain.fakta import FaktaAnggaran
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import TIDAK_DAPAT
from kinerja.master.model import MataAnggaran
from kinerja.sources import Asal

_TINGKAT = {"program": 0, "kegiatan": 1, "sub kegiatan": 2, "subkegiatan": 2}

Kunci = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Uang:
    """A pagu and what was spent of it; None where nothing is known."""

    pagu: Fraction | None
    realisasi: Fraction | None
    realisasi_sd: Fraction | None

    @property
    def serapan(self) -> Fraction | None:
        """realisasi s.d. / pagu x 100."""
        if self.pagu is None or self.realisasi_sd is None or self.pagu <= 0:
            return None
        return self.realisasi_sd / self.pagu * 100


@dataclass(frozen=True, slots=True)
class Anggaran:
    """The budget at the end of a period: the lines as printed, and the lowest ones for sums."""

    baris: tuple[Serapan, ...]
    mata: tuple[MataAnggaran, ...]  # the row of the master behind each of `baris`
    bawahan: Mapping[int, tuple[int, ...]]  # by place in `baris`, the lowest lines that a line above them sums
    terbawah: tuple[tuple[MataAnggaran, str | None, Uang], ...]  # (line, its sasaran, money)

    def total(self, *, unit: Iterable[str] | None = None, sasaran: str | None = None) -> Uang:
        """The sum of the lowest lines of these units, or of this sasaran, or of all."""
        boleh = None if unit is None else set(unit)
        return _jumlah(
            u for m, s, u in self.terbawah if (boleh is None or m.unit in boleh) and (sasaran is None or s == sasaran)
        )


def hitung_anggaran(ix: Indeks, periode: Periode, fakta: Sequence[FaktaAnggaran]) -> Anggaran:
    """Money s.d. the end of the period, with the pagu in force on its last day."""
    rows = _berlaku(ix.master.anggaran, periode.akhir)
    dalam, sd = _realisasi(fakta, periode, periode.bulan), _realisasi(fakta, periode, periode.bulan_sd)
    asal = _asal(fakta, periode)
    uang: dict[int, Uang] = {}
    atasan: dict[int, list[int]] = {}
    for n, m in enumerate(rows):
        if m.lowest:
            kunci = (m.kode, m.unit)
            uang[n] = Uang(m.pagu, dalam.get(kunci), sd.get(kunci))
        else:
            atasan[n] = _bawahan(rows, n, ix)
    for n, bawahan in atasan.items():
        uang[n] = _jumlah(uang[b] for b in bawahan)
    sasaran = {n: m.sasaran for n, m in enumerate(rows) if m.lowest}
    for n in sorted(atasan, key=lambda n: _tingkat(rows[n]), reverse=True):  # the nearest level above speaks first
        for b in atasan[n]:
            sasaran[b] = sasaran[b] or rows[n].sasaran
    return Anggaran(
        baris=tuple(
            Serapan(
                kode=m.kode, uraian=m.uraian, jenis=m.jenis, lowest=m.lowest, unit=m.unit, sasaran=m.sasaran,
                pagu=uang[n].pagu, realisasi=uang[n].realisasi, realisasi_sd=uang[n].realisasi_sd,
                serapan=uang[n].serapan, alasan=_alasan(uang[n]),
                asal=tuple(a for b in atasan.get(n, (n,)) for a in asal.get((rows[b].kode, rows[b].unit), ())),
            )
            for n, m in enumerate(rows)
        ),
        mata=tuple(rows),
        bawahan={n: tuple(b) for n, b in atasan.items()},
        terbawah=tuple((m, sasaran[n], uang[n]) for n, m in enumerate(rows) if m.lowest),
    )  # fmt: skip


def _berlaku(rows: Sequence[MataAnggaran], akhir: date) -> list[MataAnggaran]:
    """One row per line: the version in force on that day; lines that start later are left out."""
    pilihan: dict[Kunci, MataAnggaran] = {}
    for m in rows:
        mulai = m.mulai or date.min
        if mulai > akhir:
            continue
        lama = pilihan.get((m.kode, m.unit))
        if lama is None or mulai >= (lama.mulai or date.min):
            pilihan[m.kode, m.unit] = m
    return list(pilihan.values())


def _realisasi(fakta: Iterable[FaktaAnggaran], periode: Periode, bulan: Sequence[int]) -> Mapping[Kunci, Fraction]:
    hasil: dict[Kunci, Fraction] = {}
    for f in fakta:
        if f.tahun == periode.tahun and f.bulan in bulan:
            hasil[f.kode, f.unit] = hasil.get((f.kode, f.unit), Fraction(0)) + f.realisasi
    return hasil


def _asal(fakta: Iterable[FaktaAnggaran], periode: Periode) -> Mapping[Kunci, list[Asal]]:
    """By line: the cells of what was spent s.d. the end of the period, by month."""
    hasil: dict[Kunci, list[Asal]] = {}
    for f in sorted(fakta, key=lambda f: f.bulan):
        if f.tahun == periode.tahun and f.bulan in periode.bulan_sd:
            hasil.setdefault((f.kode, f.unit), []).append(f.asal)
    return hasil


def _alasan(uang: Uang) -> str | None:
    if uang.serapan is not None:
        return None
    if uang.pagu is None or uang.pagu <= 0:
        return f"{TIDAK_DAPAT}: pagu {'belum ditetapkan' if uang.pagu is None else '0'}"
    return f"{TIDAK_DAPAT}: realisasi anggaran belum ada"


def _bawahan(rows: Sequence[MataAnggaran], atas: int, ix: Indeks) -> list[int]:
    """The lowest lines under a row: by code, else those that follow it up to the next row of its level."""
    induk = rows[atas]
    hasil = [n for n, m in enumerate(rows) if m.lowest and _di_bawah(m.kode, induk.kode)]
    if not hasil:
        for n in range(atas + 1, len(rows)):
            if _tingkat(rows[n]) <= _tingkat(induk):
                break
            if rows[n].lowest:
                hasil.append(n)
    if induk.unit is not None and sum(1 for m in rows if m.kode == induk.kode) > 1:
        # The same Program stands once per unit: each sums its own.
        hasil = [n for n in hasil if induk.unit in (rows[n].unit, *ix.induk.get(rows[n].unit or "", ()))]
    return hasil


def _di_bawah(kode: str, induk: str) -> bool:
    return kode.startswith(induk) and len(kode) > len(induk) and not kode[len(induk)].isalnum()


def _tingkat(m: MataAnggaran) -> int:
    return _TINGKAT.get(m.jenis.strip().casefold(), 2)


def _jumlah(uang: Iterable[Uang]) -> Uang:
    semua = list(uang)

    def jumlah(nilai: Iterable[Fraction | None]) -> Fraction | None:
        ada = [n for n in nilai if n is not None]
        return sum(ada, Fraction(0)) if ada else None

    return Uang(
        jumlah(u.pagu for u in semua), jumlah(u.realisasi for u in semua), jumlah(u.realisasi_sd for u in semua)
    )
