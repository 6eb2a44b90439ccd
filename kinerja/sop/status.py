"""Where the office stands in its SOP: each step's status and deadline for a period, from what has happened so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import Periode
from kinerja.sop.bukti import DARI_DATA, PANTAU
from kinerja.sop.model import Langkah, Profil, Sop
from kinerja.sop.periode import periode_langkah
from kinerja.sop.tanda import Tanda, dibuka_lagi, terakhir
from kinerja.sop.tenggat import Batas, parse_tenggat, tanggal_tenggat
from kinerja.sop.waktu import parse_waktu


class StatusLangkah(StrEnum):
    """Status of a step."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    BELUM = "belum"
    TERLAMBAT = "terlambat"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kejadian:
    """What has happened for one proof in one period. `uraian` is shown as evidence ("7 dari 8 unit", a path).

    `urut` orders it among all that happened, marks of people included.
    """

    uraian: str
    rampung: bool = True  # False: begun, not complete
    ditolak: bool = False  # sent back
    urut: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Posisi:
    """One step, its own period, where it stands, and by when it must be done (None: no date can be told).

    `terlambat_hari`: days after the deadline, of an open step until today, of one that somebody marked until the day
    that he names. `giliran`: its turn has come. `tenggat_libur`: the SOP itself names a day off. `bukti` says in
    words what proves it, or why it is open again.
    """

    sop: str
    langkah: Langkah
    periode: Periode
    status: StatusLangkah
    tenggat: date | None
    bukti: str | None
    terlambat_hari: int = 0
    giliran: bool = False
    tenggat_libur: bool = False


def tenggat_langkah(
    sop: Sop, periode: Periode, kalender: Callable[[Periode], Kalender], batas: Batas
) -> dict[str, date | None]:
    """Deadline of every step of one SOP, by id. `kalender` gives the calendar for the deadlines of a period.

    A step has the date of its own rule; else its published duration is counted on from the step before it; else the
    durations of the steps after it are counted back from the next date, not further than the end of the period (data
    of a period are not complete before). Steps of another kala are another chain.
    """
    hasil: dict[str, date | None] = {}
    for kala in dict.fromkeys(langkah.kala for langkah in sop.langkah if langkah.kala != "mingguan"):
        milik = periode_langkah(kala, periode)
        ikut = (kala, "mingguan") if kala == "bulanan" else (kala,)
        rantai = [langkah for langkah in sop.langkah if langkah.kala in ikut]
        hasil |= _tenggat_rantai(rantai, milik, kalender(milik), batas)
    return {langkah.id: hasil.get(langkah.id) for langkah in sop.langkah}


def _tenggat_rantai(
    rantai: list[Langkah], periode: Periode, kalender: Kalender, batas: Batas
) -> dict[str, date | None]:
    hasil: dict[str, date | None] = {}
    lalu: date | None = None
    for langkah in rantai:
        if langkah.tenggat is not None:
            lalu = tanggal_tenggat(parse_tenggat(langkah.tenggat), periode, kalender, batas)
        elif lalu is not None:
            lalu = kalender.tambah(lalu, parse_waktu(langkah.waktu))
        hasil[langkah.id] = lalu
    berikut: date | None = None
    for langkah in reversed(rantai):
        ini = hasil[langkah.id]
        if ini is None and berikut is not None:
            hasil[langkah.id] = ini = max(berikut, periode.akhir)
        if ini is not None:
            berikut = kalender.tambah(ini, -parse_waktu(langkah.waktu))
    return hasil


def langkah_status(
    profil: Profil,
    periode: Periode,
    hari_ini: date,
    kejadian: Mapping[tuple[str, str], Kejadian],
    tanda: Iterable[Tanda] = (),
    *,
    kalender: Callable[[Periode], Kalender],
    batas: Batas,
) -> tuple[Posisi, ...]:
    """Where every step stands on `hari_ini`, in the profile's order.

    `kejadian` is keyed by (proof, period id); steps whose kala is not the period's are judged in their own period
    (`periode_langkah`). A step is `selesai` by a complete event or by a mark (of a step that the data prove: by both
    or by the event alone), unless a rejection came later. A rejected step is `ditolak` until what it went back to is
    done anew; past its deadline a step is `terlambat`; begun, or next after the last completed step of its chain, it
    is `berjalan`; else `belum`.
    """
    tanda = tuple(tanda)
    hasil: list[Posisi] = []
    for sop in profil.sop:
        tenggat = tenggat_langkah(sop, periode, kalender, batas)
        semua = _keadaan(sop, periode, kejadian, tanda)
        giliran = _giliran(semua, periode, hari_ini)
        for k in semua:
            batas_waktu = tenggat[k.langkah.id]
            status = _status(k, semua, hari_ini, batas_waktu, giliran=k.langkah.id in giliran)
            selesai = status is StatusLangkah.SELESAI
            hari = k.tanda.tanggal if selesai and k.tanda is not None else hari_ini
            milik = periode_langkah(k.langkah.kala, periode)
            dihitung = not selesai or k.tanda is not None
            aturan = batas_waktu if k.langkah.tenggat is not None else None  # its own, none that was counted
            posisi = Posisi(
                sop=sop.nama,
                langkah=k.langkah,
                periode=milik,
                status=status,
                tenggat=batas_waktu,
                bukti=k.bukti(sop),
                terlambat_hari=kalender(milik).terlambat(batas_waktu, hari) if dihitung and batas_waktu else 0,
                giliran=k.langkah.id in giliran and not selesai,
                tenggat_libur=aturan is not None and not kalender(milik).is_hari_kerja(aturan),
            )
            hasil.append(posisi)
    return tuple(hasil)


def langkah_json(posisi: Posisi) -> dict[str, object]:
    """One item of `langkah` in the contract's JSON of `kinerja status`; its own additions come last."""
    return {
        "sop": posisi.sop,
        "id": posisi.langkah.id,
        "no": posisi.langkah.no,
        "uraian": posisi.langkah.uraian,
        "status": posisi.status.value,
        "tenggat": None if posisi.tenggat is None else posisi.tenggat.isoformat(),
        "pelaksana": list(posisi.langkah.pelaksana),
        "bukti": posisi.bukti,
        "periode": posisi.periode.id,
        "terlambat_hari": posisi.terlambat_hari,
    }


def tanda_berlaku(langkah: Langkah, ada: Kejadian | None) -> bool:
    """Whether a person's mark can close this step; not when the data prove it and are incomplete."""
    rampung = ada is not None and ada.rampung and not ada.ditolak
    if langkah.dihasilkan_oleh in DARI_DATA:
        return rampung
    return rampung or ada is None or langkah.dihasilkan_oleh != PANTAU


@dataclass(frozen=True, slots=True, kw_only=True)
class _Keadaan:
    """What counts of one step. `ada`, `tanda`: since it was last opened again, by `dibuka`."""

    langkah: Langkah
    ada: Kejadian | None
    tanda: Tanda | None
    dibuka: Tanda | None
    kembali: bool  # the data sent it back
    tujuan: bool  # the step to which the last rejection goes back

    @property
    def ditolak(self) -> bool:
        return self.ada is not None and self.ada.ditolak

    @property
    def selesai(self) -> bool:
        return not self.ditolak and not self.kembali and (self.tanda is not None or bool(self.ada and self.ada.rampung))

    @property
    def penolak(self) -> bool:
        """This step itself was the one that was rejected last."""
        return self.dibuka is not None and self.dibuka.langkah == self.langkah.id

    def bukti(self, sop: Sop) -> str | None:
        isi = [self.ada.uraian if self.ada is not None else "", self.tanda.teks if self.tanda is not None else ""]
        if self.dibuka is not None and not self.selesai:
            if self.penolak:
                tujuan = next((x for x in sop.langkah if x.id == self.langkah.jika_ditolak), self.langkah)
                isi.append(f"{self.dibuka.teks}; kembali ke langkah {tujuan.no or tujuan.id}")
            elif self.tujuan:
                asal = next(x for x in sop.langkah if x.id == self.dibuka.langkah)
                isi.append(f"dibuka lagi, langkah {asal.no or asal.id} {self.dibuka.teks}")
        return "; ".join(t for t in isi if t) or None


def _keadaan(
    sop: Sop, periode: Periode, kejadian: Mapping[tuple[str, str], Kejadian], tanda: Sequence[Tanda]
) -> list[_Keadaan]:
    dibuka = dibuka_lagi(sop, periode, tanda)
    ditolak = {x.id: x.jika_ditolak for x in sop.langkah}
    peristiwa = {
        x.id: kejadian.get((x.dihasilkan_oleh or "", periode_langkah(x.kala, periode).id)) for x in sop.langkah
    }
    kembali = {x.jika_ditolak for x in sop.langkah if (k := peristiwa[x.id]) is not None and k.ditolak}
    hasil: list[_Keadaan] = []
    for x in sop.langkah:
        buka, ada, kata = dibuka.get(x.id), peristiwa[x.id], terakhir(tanda, x, periode)
        sejak = buka.urut if buka is not None else -1
        berlaku = kata is not None and not kata.ditolak and kata.urut > sejak and tanda_berlaku(x, ada)
        hasil.append(
            _Keadaan(
                langkah=x,
                ada=ada if ada is not None and (ada.urut > sejak or ada.ditolak) else None,
                tanda=kata if berlaku else None,
                dibuka=buka,
                kembali=x.id in kembali,
                tujuan=buka is not None and ditolak[buka.langkah] == x.id,
            )
        )
    return hasil


def _status(
    k: _Keadaan, semua: Sequence[_Keadaan], hari_ini: date, tenggat: date | None, *, giliran: bool
) -> StatusLangkah:
    if k.selesai:
        return StatusLangkah.SELESAI
    if k.ditolak or (k.penolak and any(x.dibuka == k.dibuka and not x.selesai for x in semua[: semua.index(k)])):
        return StatusLangkah.DITOLAK
    if tenggat is not None and hari_ini > tenggat:
        return StatusLangkah.TERLAMBAT
    return StatusLangkah.BERJALAN if k.ada is not None or giliran else StatusLangkah.BELUM


def _giliran(semua: Sequence[_Keadaan], periode: Periode, hari_ini: date) -> set[str]:
    """Ids of the steps that come next, once their period has begun: per kala, the one to which the work was sent back,
    else the one after the last completed."""
    hasil: set[str] = set()
    for kala in dict.fromkeys(k.langkah.kala for k in semua):
        if hari_ini < periode_langkah(kala, periode).awal:
            continue
        rantai = [k for k in semua if k.langkah.kala == kala]
        rampung = [ke for ke, k in enumerate(rantai) if k.selesai]
        kembali = [ke for ke, k in enumerate(rantai) if (k.kembali or k.tujuan) and not k.selesai]
        berikut = min(kembali, default=max(rampung, default=-1) + 1)
        if berikut < len(rantai):
            hasil.add(rantai[berikut].langkah.id)
    return hasil
