"""Who must approve a report by the office's SOP, and what the event log has of it.

An approval is of one konsep, the one that lay before the approver. It falls when another konsep is built, with a later
rejection, with the mark of its step when that is taken back, and when the final is opened again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.master.pelaksana import nama_pelaksana
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import Peristiwa
from kinerja.register.peristiwa import (
    FINAL_DIBUKA,
    LANGKAH_DISETUJUI,
    LANGKAH_DITOLAK,
    LANGKAH_SELESAI,
    LAPORAN_DIBUAT,
    TANDA_DICABUT,
)
from kinerja.render.dokumen import LAPORAN
from kinerja.sop.model import Langkah, Profil, Sop
from kinerja.sop.periode import langkah_jenis

TANPA_PERAN = "peran tidak disebut"  # of a rejection that was marked by `kinerja step reject`


@dataclass(frozen=True, slots=True, kw_only=True)
class Wajib:
    """One approval that the SOP asks for."""

    sop: Sop
    langkah: Langkah
    peran: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keputusan:
    """What somebody decided of a konsep: an approval, or a rejection with its note."""

    urut: int
    sop: str
    langkah: str
    peran: str
    oleh: str
    tanggal: date
    catatan: str
    konsep: str  # sha256 of the Word document that was judged
    ditolak: bool
    gugur: bool  # it holds no longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Konsep:
    """The konsep as it was last built. `naskah`: sha256 of the Word document."""

    urut: int
    periode: Periode
    waktu: datetime
    path: str
    naskah: str
    jejak: bool


def wajib_setuju(profil: Profil, periode: Periode) -> tuple[Wajib, ...]:
    """The approvals for the report of this kind of period, in order.

    Of a kind for which the SOP has none, those of the nearest kind. Empty: the SOP has no approvals at all.
    """
    semua = [
        (langkah_jenis(x), Wajib(sop=s, langkah=x, peran=p))
        for s in profil.sop
        for x in s.langkah
        for p in x.persetujuan
    ]
    dekat = min((abs(j - periode.jenis) for j, _ in semua), default=None)
    return tuple(w for j, w in semua if abs(j - periode.jenis) == dekat)


def penyusun(w: Wajib) -> Langkah | None:
    """The step whose work is approved: the one to which a rejection leads, else the last before that makes a report."""
    tempat = [x.id for x in w.sop.langkah]
    if w.langkah.jika_ditolak is not None:
        return w.sop.langkah[tempat.index(w.langkah.jika_ditolak)]
    sebelum = w.sop.langkah[: tempat.index(w.langkah.id)]
    return next((x for x in reversed(sebelum) if x.dihasilkan_oleh in LAPORAN.values()), None)


def orang(isi: Isi, peran: str, tanggal: date) -> str:
    """A role with the people behind it, for a message."""
    nama = nama_pelaksana(isi.master, peran, tanggal)
    return f"{peran} ({'; '.join(nama)})" if nama else peran


def konsep_terakhir(sesi: Sesi, periode: Periode) -> Konsep | None:
    """The report as it was last built; None when it never was."""
    semua = sesi.reg.peristiwa(periode.id, LAPORAN_DIBUAT)
    if not semua:
        return None
    p, isi = semua[-1], json.loads(semua[-1].rincian)
    jenis = LAPORAN[periode.jenis]
    path = f"output/{periode.id}/{jenis}_{periode.id}.docx"
    if path not in isi["dokumen"]:
        return None
    return Konsep(
        urut=p.id, periode=periode, waktu=p.waktu, path=path, naskah=isi["dokumen"][path], jejak=isi.get("jejak", False)
    )


def keputusan_semua(sesi: Sesi, isi: Isi, periode: Periode) -> tuple[Keputusan, ...]:
    """Every approval and rejection of this period's report, in order; also a rejection by `kinerja step reject`."""
    sop = {w.sop.nama for w in wajib_setuju(isi.profil, periode)}
    konsep = konsep_terakhir(sesi, periode)
    semua = sesi.reg.peristiwa(periode.id)
    dicabut = {json.loads(p.rincian)["peristiwa"] for p in semua if p.jenis == TANDA_DICABUT}
    hasil = []
    for p in semua:
        if p.jenis in (LANGKAH_DISETUJUI, LANGKAH_DITOLAK):
            k = _keputusan(p)
            lama = konsep is None or k.konsep != konsep.naskah
            gugur = p.id in dicabut or (not k.ditolak and (lama or _gugur(k, semua, dicabut)))
            hasil += [replace(k, gugur=gugur)] if k.sop in sop else []
    return tuple(hasil)


def sah(keputusan: tuple[Keputusan, ...], w: Wajib) -> Keputusan | None:
    """The approval that stands for what is asked for."""
    cocok = (k for k in keputusan if not k.ditolak and not k.gugur)
    return next((k for k in cocok if (k.langkah, k.peran) == (w.langkah.id, w.peran)), None)


def _gugur(k: Keputusan, semua: tuple[Peristiwa, ...], dicabut: set[int]) -> bool:
    for lain in semua:
        if lain.id < k.urut:
            continue
        if lain.jenis == FINAL_DIBUKA:
            return True
        if lain.jenis == LANGKAH_DITOLAK and lain.id not in dicabut and json.loads(lain.rincian)["sop"] == k.sop:
            return True
        if lain.jenis == LANGKAH_SELESAI and lain.id in dicabut and json.loads(lain.rincian)["langkah"] == k.langkah:
            return True
    return False


def _keputusan(p: Peristiwa) -> Keputusan:
    isi = json.loads(p.rincian)
    return Keputusan(
        urut=p.id,
        sop=isi["sop"],
        langkah=isi["langkah"],
        peran=isi.get("peran", TANPA_PERAN),
        oleh=isi["oleh"],
        tanggal=date.fromisoformat(isi["tanggal"]),
        catatan=isi.get("alasan") or isi.get("catatan") or "",
        konsep=isi.get("konsep", ""),
        ditolak=p.jenis == LANGKAH_DITOLAK,
        gugur=False,
    )


def yang_kurang(sesi: Sesi, isi: Isi, konsep: Konsep, tanggal: date) -> Iterator[str]:
    """One sentence for each approval of this konsep that is still missing."""
    periode = konsep.periode
    ada = keputusan_semua(sesi, isi, periode)
    for w in wajib_setuju(isi.profil, periode):
        if sah(ada, w) is None:
            yield (
                f"Langkah {w.langkah.no or w.langkah.id} belum disetujui {orang(isi, w.peran, tanggal)}: "
                f"kinerja approve {periode.id} --oleh NAMA.{_sebelumnya(ada, w, konsep)}"
            )


def _sebelumnya(ada: tuple[Keputusan, ...], w: Wajib, konsep: Konsep) -> str:
    """When an earlier konsep was approved, so that nobody wonders where that approval went."""
    lama = [k for k in ada if not k.ditolak and (k.langkah, k.peran) == (w.langkah.id, w.peran)]
    if not lama or lama[-1].konsep == konsep.naskah:
        return ""
    return f" Konsep dibuat lagi setelah disetujui pada {format_tanggal(lama[-1].tanggal)}."
