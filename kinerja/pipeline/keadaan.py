"""The state of one period as the register has it, with what only the neighbours of a submission reveal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kinerja.catalogue import temuan
from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.pipeline.model import BerkasDinilai
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import Kiriman
from kinerja.sources import CellRef


@dataclass(frozen=True, slots=True, kw_only=True)
class Keadaan:
    """One period: its current submissions and the units that have sent nothing."""

    periode: Periode
    berkas: tuple[BerkasDinilai, ...]
    belum_masuk: tuple[str, ...]


def keadaan_periode(sesi: Sesi, isi: Isi, periode: Periode) -> Keadaan:
    """Current submissions, in order of sheet Unit, each with its own findings and those of its surroundings."""
    urutan = {u.kode: n for n, u in enumerate(isi.master.unit)}
    kini = sorted(sesi.reg.kiriman_kini(periode.id), key=lambda k: (urutan.get(k.unit or "", 999), k.id))
    layak = sesi.reg.kiriman_layak(periode.id)
    berkas = [_dinilai(sesi, k, _sekitar(k, kini, layak)) for k in kini]
    ada = {k.unit for k in kini if k.status is not Status.DITOLAK}
    return Keadaan(
        periode=periode,
        berkas=tuple(berkas),
        belum_masuk=tuple(u.kode for u in isi.master.unit_pelapor if u.kode not in ada),
    )


def tak_dikenal(sesi: Sesi, dilihat: set[str]) -> tuple[BerkasDinilai, ...]:
    """Refused files of unknown unit or period that still lie where they were dropped."""
    return tuple(_dinilai(sesi, k, ()) for k in sesi.reg.kiriman_tak_dikenal() if k.sha256 in dilihat)


def tak_terbuka(temuan_terima: Iterable[Finding], waktu: datetime) -> tuple[BerkasDinilai, ...]:
    """Files that could not even be taken in (a bomb, too large, unreadable), as refused files without a number."""
    per_berkas: dict[str, list[Finding]] = {}
    for t in temuan_terima:
        if t.tingkat is Tingkat.GALAT:
            per_berkas.setdefault(t.sumber.berkas, []).append(t)
    return tuple(
        BerkasDinilai(
            kiriman=Kiriman(
                id=0,
                path=path,
                sha256="",
                diterima=waktu,
                unit=None,
                periode=None,
                revisi=None,
                menjawab=None,
                versi_master=None,
                status=Status.DITOLAK,
                bentrok=False,
            ),
            status=Status.DITOLAK,
            temuan=tuple(semua),
        )
        for path, semua in per_berkas.items()
    )


def _dinilai(sesi: Sesi, kiriman: Kiriman, tambahan: Iterable[Finding]) -> BerkasDinilai:
    semua = [*(t.temuan for t in sesi.reg.temuan(kiriman.id)), *tambahan, *_kembar(sesi, kiriman)]
    status = kiriman.status
    if kiriman.bentrok and status is not Status.DITOLAK:
        status = Status.TIDAK_VALID
    elif status is Status.VALID and any(t.tingkat is Tingkat.PERINGATAN for t in semua):
        status = Status.VALID_DENGAN_CATATAN
    return BerkasDinilai(kiriman=kiriman, status=status, temuan=tuple(semua))


def _kembar(sesi: Sesi, kiriman: Kiriman) -> Iterable[Finding]:
    """One catatan for each further name under which the same bytes were received."""
    nama = [b.path for b in sesi.reg.berkas_dikenal(kiriman.sha256)[1:]]
    return [temuan("BRK030", CellRef(p), lain=kiriman.path) for p in nama]


def _sekitar(kiriman: Kiriman, kini: list[Kiriman], layak: dict[str, Kiriman]) -> Iterable[Finding]:
    """A conflict with another file, and the earlier revision that still feeds the reports."""
    if kiriman.status is Status.DITOLAK or kiriman.unit is None:
        return
    tempat = CellRef(kiriman.path)
    if kiriman.bentrok:
        daftar = ", ".join(k.path for k in kini if k.unit == kiriman.unit and k.bentrok)
        yield temuan("BRK031", tempat, unit=kiriman.unit, periode=kiriman.periode or "", daftar=daftar)
    dipakai = layak.get(kiriman.unit)
    if dipakai is not None and dipakai.id != kiriman.id and not kiriman.status.layak:
        yield temuan("SLR060", tempat, revisi=str(dipakai.revisi), lain=dipakai.path)
