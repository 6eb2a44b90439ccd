"""Where the office stands in its SOP: each step's status and deadline for a period, from what has happened so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kinerja.domain.kalender import Kalender
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.sop.bukti import MANUAL
from kinerja.sop.model import Langkah, Profil, Sop
from kinerja.sop.tenggat import Batas, parse_tenggat, tanggal_tenggat
from kinerja.sop.waktu import parse_waktu

_JENIS = {
    "mingguan": JenisPeriode.BULAN,
    "bulanan": JenisPeriode.BULAN,
    "triwulanan": JenisPeriode.TRIWULAN,
    "semesteran": JenisPeriode.SEMESTER,
    "tahunan": JenisPeriode.TAHUN,
}


class StatusLangkah(StrEnum):
    """Status of a step."""

    SELESAI = "selesai"
    BERJALAN = "berjalan"
    BELUM = "belum"
    TERLAMBAT = "terlambat"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kejadian:
    """What has happened for one proof in one period. `uraian` is shown as evidence ("7 dari 8 unit", a path)."""

    uraian: str
    rampung: bool = True  # False: begun, not complete
    ditolak: bool = False  # sent back


@dataclass(frozen=True, slots=True, kw_only=True)
class Posisi:
    """One step, its own period, where it stands, and by when it must be done (None: no date can be told)."""

    sop: str
    langkah: Langkah
    periode: Periode
    status: StatusLangkah
    tenggat: date | None
    bukti: str | None


def kunci_kejadian(langkah: Langkah) -> str:
    """Under which name this step's events are given to `langkah_status`: its proof, or `langkah <id>` if manual."""
    if langkah.dihasilkan_oleh in (None, MANUAL):
        return f"langkah {langkah.id}"
    return langkah.dihasilkan_oleh


def periode_langkah(kala: str, periode: Periode) -> Periode:
    """The period for which a step of this kala is done, seen from `periode`: the one that holds its last month."""
    jenis = _JENIS[kala]
    return Periode(periode.tahun, jenis, (periode.bulan_akhir + jenis - 1) // jenis)


def langkah_jenis(langkah: Langkah) -> JenisPeriode:
    """The kind of period for which this step is done."""
    return _JENIS[langkah.kala]


def tenggat_langkah(sop: Sop, periode: Periode, kalender: Kalender, batas: Batas) -> dict[str, date | None]:
    """Deadline of every step of one SOP, by id.

    A step has the date of its own rule; else its published duration is counted on from the step before it; else the
    durations of the steps after it are counted back from the next date, not further than the end of the period (data
    of a period are not complete before). Steps of another kala are another chain.
    """
    hasil: dict[str, date | None] = {}
    for kala in dict.fromkeys(langkah.kala for langkah in sop.langkah if langkah.kala != "mingguan"):
        milik = periode_langkah(kala, periode)
        ikut = (kala, "mingguan") if kala == "bulanan" else (kala,)
        rantai = [langkah for langkah in sop.langkah if langkah.kala in ikut]
        hasil |= _tenggat_rantai(rantai, milik, kalender, batas)
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
    *,
    kalender: Kalender,
    batas: Batas,
) -> tuple[Posisi, ...]:
    """Where every step stands on `hari_ini`, in the profile's order.

    `kejadian` is keyed by (name as of `kunci_kejadian`, period id); steps whose kala is not the period's are judged in
    their own period (`periode_langkah`). A complete event is `selesai`; a sent-back one `ditolak`, and the step to
    which it goes back is `berjalan` again; past its deadline a step is `terlambat`; begun, or next after the last
    completed step of its chain, it is `berjalan`; else `belum`.
    """
    hasil: list[Posisi] = []
    for sop in profil.sop:
        tenggat = tenggat_langkah(sop, periode, kalender, batas)
        giliran = _giliran(sop, periode, hari_ini, kejadian)
        kembali = {x.jika_ditolak for x in sop.langkah if _ditolak(_kejadian(x, periode, kejadian))}
        for langkah in sop.langkah:
            ada = _kejadian(langkah, periode, kejadian)
            batas_waktu = tenggat[langkah.id]
            if _ditolak(ada):
                status = StatusLangkah.DITOLAK
            elif ada is not None and ada.rampung and langkah.id not in kembali:
                status = StatusLangkah.SELESAI
            elif batas_waktu is not None and hari_ini > batas_waktu:
                status = StatusLangkah.TERLAMBAT
            elif ada is not None or langkah.id in giliran:
                status = StatusLangkah.BERJALAN
            else:
                status = StatusLangkah.BELUM
            posisi = Posisi(
                sop=sop.nama,
                langkah=langkah,
                periode=periode_langkah(langkah.kala, periode),
                status=status,
                tenggat=batas_waktu,
                bukti=None if ada is None else ada.uraian,
            )
            hasil.append(posisi)
    return tuple(hasil)


def langkah_json(posisi: Posisi) -> dict[str, object]:
    """One item of `langkah` in the contract's JSON of `kinerja status`."""
    return {
        "sop": posisi.sop,
        "id": posisi.langkah.id,
        "no": posisi.langkah.no,
        "uraian": posisi.langkah.uraian,
        "status": posisi.status.value,
        "tenggat": None if posisi.tenggat is None else posisi.tenggat.isoformat(),
        "pelaksana": list(posisi.langkah.pelaksana),
        "bukti": posisi.bukti,
    }


def _kejadian(langkah: Langkah, periode: Periode, kejadian: Mapping[tuple[str, str], Kejadian]) -> Kejadian | None:
    return kejadian.get((kunci_kejadian(langkah), periode_langkah(langkah.kala, periode).id))


def _ditolak(kejadian: Kejadian | None) -> bool:
    return kejadian is not None and kejadian.ditolak


def _giliran(sop: Sop, periode: Periode, hari_ini: date, kejadian: Mapping[tuple[str, str], Kejadian]) -> set[str]:
    """Ids of the steps that come next: per kala, the one after the last completed, once the period has begun."""
    hasil: set[str] = set()
    for kala in dict.fromkeys(langkah.kala for langkah in sop.langkah):
        if hari_ini < periode_langkah(kala, periode).awal:
            continue
        rantai = [langkah for langkah in sop.langkah if langkah.kala == kala]
        rampung = [ke for ke, x in enumerate(rantai) if (k := _kejadian(x, periode, kejadian)) and k.rampung]
        berikut = max(rampung, default=-1) + 1
        if berikut < len(rantai):
            hasil.add(rantai[berikut].id)
    return hasil
