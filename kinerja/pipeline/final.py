"""The finals of a period as the event log has them: which version is in force, and what it keeps from changing.

A period is read-only while its own report is final, or that of a longer period which it belongs to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError
from kinerja.pipeline.sesi import Sesi
from kinerja.register.model import Peristiwa
from kinerja.register.peristiwa import FINAL_DIBUKA, FINAL_DITETAPKAN


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasFinal:
    """One file of a final. `jenis`: naskah (Word), buku (Excel), pdf, perubahan (Excel), kunci (the lock file)."""

    jenis: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembukaan:
    """Why and by whom a final was opened again."""

    oleh: str
    alasan: str
    waktu: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Final:
    """One version of a period's final report. `urut`: number of its event; `dibuka`: it is in force no longer.

    `nomor` as it is printed, `agenda` its number in the agenda book; `sementara`: units were still missing.
    """

    urut: int
    periode: Periode
    versi: int
    nomor: str
    agenda: str
    tanggal: date
    waktu: datetime
    berkas: tuple[BerkasFinal, ...]
    sementara: bool = False
    dibuka: Pembukaan | None = None

    def satu(self, jenis: str) -> BerkasFinal | None:
        """The file of this kind."""
        return next((b for b in self.berkas if b.jenis == jenis), None)


def final_semua(sesi: Sesi, periode: Periode | None = None) -> tuple[Final, ...]:
    """Every version of every final, in order; of one period when named."""
    pilihan = periode.id if periode is not None else None
    dibuka: dict[tuple[str | None, int], Pembukaan] = {}
    for p in sesi.reg.peristiwa(pilihan, FINAL_DIBUKA):
        isi = json.loads(p.rincian)
        dibuka[p.periode, isi["versi"]] = Pembukaan(oleh=isi["oleh"], alasan=isi["alasan"], waktu=p.waktu)
    return tuple(_final(p, dibuka) for p in sesi.reg.peristiwa(pilihan, FINAL_DITETAPKAN))


def final_berlaku(sesi: Sesi, periode: Periode) -> Final | None:
    """The version in force of this very period's report; None while it is no final, or opened again."""
    return next((f for f in reversed(final_semua(sesi, periode)) if f.dibuka is None), None)


def pengunci(sesi: Sesi, periode: Periode) -> Final | None:
    """The final in force that makes the data of this period read-only, the shortest first."""
    return pengunci_dari(final_semua(sesi), periode.id)


def jaga(sesi: Sesi, periode: Periode, akibat: str) -> None:
    """KinerjaError when the data of this period are read-only. `akibat`: what cannot be done."""
    if (f := pengunci(sesi, periode)) is not None:
        raise terkunci(f, akibat)


def jaga_laporan(sesi: Sesi, periode: Periode, akibat: str) -> None:
    """KinerjaError when the report of this very period is final."""
    if (f := final_berlaku(sesi, periode)) is not None:
        raise terkunci(f, akibat)


def terkunci(f: Final, akibat: str) -> KinerjaError:
    """The KinerjaError for what a final does not allow any more."""
    return KinerjaError(
        f"{akibat}: laporan {f.periode.nama} sudah final (versi {f.versi}, nomor {f.nomor}).",
        f"Bila memang harus berubah, buka dahulu: kinerja reopen {f.periode.id} --oleh NAMA --alasan ALASAN. Versi "
        "yang sudah final tetap disimpan.",
    )


def pengunci_dari(final: Sequence[Final], id_periode: str | None) -> Final | None:
    """The same of finals that are at hand already; None also for what is no period."""
    if not final or id_periode is None:
        return None
    try:
        periode = Periode.parse(id_periode)
    except ValueError:
        return None
    bulan = set(periode.bulan)
    ada = [
        f for f in final if f.dibuka is None and f.periode.tahun == periode.tahun and bulan <= set(f.periode.bulan)
    ]  # fmt: skip
    return min(ada, key=lambda f: f.periode.jenis, default=None)


def _final(p: Peristiwa, dibuka: Mapping[tuple[str | None, int], Pembukaan]) -> Final:
    isi = json.loads(p.rincian)
    return Final(
        urut=p.id,
        periode=Periode.parse(p.periode or ""),
        versi=isi["versi"],
        nomor=isi["nomor"],
        agenda=isi["agenda"],
        tanggal=date.fromisoformat(isi["tanggal"]),
        waktu=p.waktu,
        berkas=tuple(BerkasFinal(jenis=j, path=path, sha256=sha) for j, path, sha in isi["berkas"]),
        sementara=isi["sementara"],
        dibuka=dibuka.get((p.periode, isi["versi"])),
    )
