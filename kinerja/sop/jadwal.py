"""The schedule of an SOP for one period: earliest and latest dates, slack, the critical path, what must be shortened.

A step of n days that follows a step done on day d takes the n days after d; one of minutes or hours is done on day d
itself. Days are counted as the calendar counts them. A range ("1 s.d. 5 hari") takes its longest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.sop.model import Langkah, Profil, Sop
from kinerja.sop.periode import langkah_jenis
from kinerja.sop.sebut import sebut_pelaksana
from kinerja.sop.tenggat import Batas, parse_tenggat, tanggal_tenggat
from kinerja.sop.waktu import rentang_waktu

_SATU = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jadwal:
    """The dates of one step. `lambat_*`, `longgar` are None where no deadline bounds it."""

    langkah: Langkah
    hari: int  # days that it takes here
    mulai: date
    selesai: date
    tenggat: date | None  # its own rule's
    lambat_mulai: date | None
    lambat_selesai: date | None
    longgar: int | None  # days between `selesai` and `lambat_selesai`; below 0: too late
    kritis: bool  # among the steps of its chain with the least slack
    sepanjang: bool = False  # done again and again through the period, and part of no chain


@dataclass(frozen=True, slots=True, kw_only=True)
class Pemendekan:
    """A step that takes fewer days than the SOP allows it at most; `menurut_sop`: still within its published range."""

    langkah: Langkah
    dari: int
    menjadi: int
    menurut_sop: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rencana:
    """The schedule of one SOP. `pemendekan` reaches every deadline, or as much as can be when not `tercapai`."""

    sop: str
    periode: Periode
    jadwal: tuple[Jadwal, ...]
    terlambat: tuple[Jadwal, ...]  # steps with a deadline of their own that they miss
    pemendekan: tuple[Pemendekan, ...] = ()
    sesudah: tuple[Jadwal, ...] = ()  # the schedule with these shortenings; empty without any
    tercapai: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RencanaPeriode:
    """All schedules of a period. `kerja`: the same in working days, where the office counts calendar days and its days
    off are known; else empty. `tanpa_daftar`: years without a list of days off, whose working days cannot be told.
    """

    periode: Periode
    rencana: tuple[Rencana, ...]
    kerja: tuple[Rencana, ...]
    tanpa_daftar: tuple[int, ...]
    kalender: Kalender
    pelaksana: Mapping[str, tuple[str, ...]]  # the people behind a role, where the master names them

    def orang(self, langkah: Langkah) -> str:
        """Who does the step: its roles, each with the people behind it."""
        return sebut_pelaksana(langkah, self.pelaksana)

    def peran(self) -> list[tuple[str, tuple[str, ...]]]:
        """Every role of these schedules with the people behind it, in the order in which they come."""
        semua = dict.fromkeys(p for r in self.rencana for j in r.jadwal for p in j.langkah.pelaksana)
        return [(p, self.pelaksana.get(p, ())) for p in semua]


def rencana_periode(
    profil: Profil,
    periode: Periode,
    kalender: Kalender,
    batas: Batas,
    pelaksana: Mapping[str, tuple[str, ...]],
    *,
    tanpa_daftar: tuple[int, ...] = (),
) -> RencanaPeriode:
    """The schedules of every SOP of the profile that has steps for such a period; none: `rencana` is empty."""

    def semua(kalender: Kalender) -> tuple[Rencana, ...]:
        return tuple(r for s in profil.sop if (r := rencana_sop(s, periode, kalender, batas)) is not None)

    rencana = semua(kalender)
    return RencanaPeriode(
        periode=periode,
        rencana=rencana,
        kerja=() if kalender.kerja or tanpa_daftar else semua(replace(kalender, kerja=True)),
        tanpa_daftar=tanpa_daftar,
        kalender=kalender,
        pelaksana=pelaksana,
    )


def rencana_sop(sop: Sop, periode: Periode, kalender: Kalender, batas: Batas) -> Rencana | None:
    """The schedule of the steps that this SOP has for a period of this kind; None when it has none."""
    rantai = [x for x in sop.langkah if langkah_jenis(x) is periode.jenis and x.kala != "mingguan"]
    if not rantai:
        return None
    susun = _Susunan(rantai, periode, kalender, batas)
    penuh = {x.id: rentang_waktu(x.waktu)[1] for x in rantai}
    jadwal = susun.jadwal(penuh)
    terlambat = _terlambat(jadwal)
    mingguan = [susun.sepanjang(x) for x in sop.langkah if x.kala == "mingguan" and langkah_jenis(x) is periode.jenis]
    semua = sorted((*jadwal, *mingguan), key=lambda j: sop.langkah.index(j.langkah))
    hasil = Rencana(sop=sop.nama, periode=periode, jadwal=tuple(semua), terlambat=terlambat)
    if not terlambat:
        return hasil
    hari, tercapai = _pendekkan(susun, penuh)
    pemendekan = tuple(
        Pemendekan(
            langkah=x,
            dari=penuh[x.id],
            menjadi=hari[x.id],
            menurut_sop=hari[x.id] >= rentang_waktu(x.waktu)[0],
        )
        for x in rantai
        if hari[x.id] != penuh[x.id]
    )
    return replace(hasil, pemendekan=pemendekan, sesudah=susun.jadwal(hari), tercapai=tercapai)


@dataclass(frozen=True, slots=True)
class _Susunan:
    """One chain of steps with what bounds it."""

    rantai: Sequence[Langkah]
    periode: Periode
    kalender: Kalender
    batas: Batas
    tenggat: dict[str, date] = field(init=False)
    sejak: dict[str, date] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "tenggat", self._tanggal({x.id: x.tenggat for x in self.rantai}))
        sejak = self._tanggal({x.id: x.mulai for x in self.rantai})
        pertama = self.rantai[0].id
        if pertama not in sejak:
            # Data are complete when the period has ended; what is due before that is done in the period itself.
            awal = min(self.tenggat.values(), default=None)
            dini = awal is not None and awal <= self.periode.akhir
            sejak[pertama] = self.periode.awal if dini else self.periode.akhir + _SATU
        object.__setattr__(self, "sejak", sejak)

    def _tanggal(self, aturan: Mapping[str, str | None]) -> dict[str, date]:
        return {
            id_: tanggal_tenggat(parse_tenggat(teks), self.periode, self.kalender, self.batas)
            for id_, teks in aturan.items()
            if teks is not None
        }

    def jadwal(self, hari: Mapping[str, int]) -> tuple[Jadwal, ...]:
        """The dates of every step when each takes so many days."""
        maju = self.maju(hari)
        mundur = self._mundur(hari)
        longgar = {x.id: self._longgar(maju[x.id], mundur[x.id]) for x in self.rantai}
        terkecil = min((n for n in longgar.values() if n is not None), default=None)
        hasil: list[Jadwal] = []
        for x in self.rantai:
            lambat = mundur[x.id]
            hasil.append(
                Jadwal(
                    langkah=x,
                    hari=hari[x.id],
                    mulai=maju[x.id][0],
                    selesai=maju[x.id][1],
                    tenggat=self.tenggat.get(x.id),
                    lambat_mulai=lambat[0] if lambat is not None else None,
                    lambat_selesai=lambat[1] if lambat is not None else None,
                    longgar=longgar[x.id],
                    kritis=terkecil is not None and longgar[x.id] == terkecil,
                )
            )
        return tuple(hasil)

    def sepanjang(self, langkah: Langkah) -> Jadwal:
        """A step that is done again and again through the whole period."""
        p = self.periode
        return Jadwal(
            langkah=langkah, hari=0, mulai=p.awal, selesai=p.akhir, tenggat=None, lambat_mulai=None,
            lambat_selesai=None, longgar=None, kritis=False, sepanjang=True,
        )  # fmt: skip

    def maju(self, hari: Mapping[str, int]) -> dict[str, tuple[date, date]]:
        """Earliest first and last day of each step."""
        hasil: dict[str, tuple[date, date]] = {}
        lalu: date | None = None
        for x in self.rantai:
            bebas = self.sejak.get(x.id)
            if hari[x.id] == 0:
                mulai = max(t for t in (lalu, bebas) if t is not None)
                mulai = self._hari_kantor(mulai)
                lalu = mulai
            else:
                sebelum = max(t for t in (lalu, bebas - _SATU if bebas is not None else None) if t is not None)
                mulai = self.kalender.tambah(sebelum, 1)
                lalu = self.kalender.tambah(sebelum, hari[x.id])
            hasil[x.id] = (mulai, lalu)
        return hasil

    def _mundur(self, hari: Mapping[str, int]) -> dict[str, tuple[date, date] | None]:
        """Latest first and last day of each step, back from the deadlines after it; None without any."""
        hasil: dict[str, tuple[date, date] | None] = {}
        berikut: date | None = None  # the last day on which the step may end for the sake of those after it
        for x in reversed(self.rantai):
            batas = [t for t in (self.tenggat.get(x.id), berikut) if t is not None]
            if not batas:
                hasil[x.id] = None
                continue
            selesai = self._hari_kantor(min(batas), mundur=True)
            n = hari[x.id]
            mulai = self.kalender.tambah(selesai, 1 - n) if n else selesai
            hasil[x.id] = (mulai, selesai)
            berikut = self.kalender.tambah(mulai, -1) if n else mulai
        return hasil

    def _hari_kantor(self, tanggal: date, *, mundur: bool = False) -> date:
        """The day itself when work counts on it, else the next one (or the one before)."""
        if mundur:
            return self.kalender.tambah(self.kalender.tambah(tanggal, 1), -1)
        return self.kalender.tambah(self.kalender.tambah(tanggal, -1), 1)

    def _longgar(self, paling_awal: tuple[date, date], paling_lambat: tuple[date, date] | None) -> int | None:
        """Days that the step may be late without harm to a deadline."""
        return None if paling_lambat is None else self._jarak(paling_awal[1], paling_lambat[1])

    def _jarak(self, dari: date, sampai: date) -> int:
        """Counted days from one day to another; negative when the second is earlier."""
        if sampai < dari:
            return -self._jarak(sampai, dari)
        n = 0
        while (dari := self.kalender.tambah(dari, 1)) <= sampai:
            n += 1
        return n


def _terlambat(jadwal: Sequence[Jadwal]) -> tuple[Jadwal, ...]:
    return tuple(j for j in jadwal if j.tenggat is not None and j.selesai > j.tenggat)


def _pendekkan(susun: _Susunan, penuh: Mapping[str, int]) -> tuple[dict[str, int], bool]:
    """Days per step that meet the deadlines with the fewest days taken away, from the fewest steps.

    Deadlines are mended from the first on, a day at a time, among the steps whose time decides it: first within what
    the SOP itself leaves (a range), then from a step that keeps a day, the one already shortened or the longest first;
    a step of one day is done on the day of the step before only when nothing else is left. False: not even then.
    """
    hari = dict(penuh)
    while terlambat := _terlambat(susun.jadwal(hari)):
        for sasaran in terlambat:
            # The first of them takes a day of its own in any case: what follows it begins on the day after.
            pertama, *lain = _menentukan(susun, hari, sasaran.langkah.id)
            calon = [x for x in (pertama,) if hari[x.id] > 1] + [x for x in lain if hari[x.id]]
            if calon:
                break
        else:
            return hari, False
        pilihan = max(calon, key=lambda x: _urutan(x, hari, penuh))
        hari[pilihan.id] -= 1
    return hari, True


def _urutan(x: Langkah, hari: Mapping[str, int], penuh: Mapping[str, int]) -> tuple[bool, bool, bool, int]:
    """Which step to shorten: the greatest goes first, the earlier of equals."""
    sisa = hari[x.id]
    longgar_sop = sisa > rentang_waktu(x.waktu)[0]
    return longgar_sop, sisa > 1, sisa < penuh[x.id], sisa


def _menentukan(susun: _Susunan, hari: Mapping[str, int], sasaran: str) -> list[Langkah]:
    """The steps up to this one since the last that waited for its first possible day."""
    maju = susun.maju(hari)
    hasil: list[Langkah] = []
    lalu: date | None = None
    for x in susun.rantai:
        bebas = susun.sejak.get(x.id)
        if bebas is not None and (lalu is None or bebas > lalu):
            hasil = []
        hasil.append(x)
        lalu = maju[x.id][1]
        if x.id == sasaran:
            break
    return hasil
