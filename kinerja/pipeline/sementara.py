"""When a report is "angka sementara", and what it lacks.

The rule: from January up to the end of the report, a unit that should have sent a form has sent none, or its newest
form is not valid. That holds before and after the deadline alike, and it ends by itself when the last form is valid.
A unit is not missed in months whose master had no target for it yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.master.model import Unit
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi
from kinerja.render.model import BelumLengkap


def belum_lengkap(sesi: Sesi, isi: Isi, periode: Periode) -> tuple[BelumLengkap, ...]:
    """What is missing or not valid yet, by period and in order of sheet Unit; empty: the figures are complete."""
    isi = isi_berlaku(sesi, isi)
    jenis = isi.pengaturan.jenis_pengumpulan
    semua = (Periode(periode.tahun, jenis, n) for n in range(1, periode.bulan_akhir // jenis + 1))
    return tuple(b for p in semua for b in _sebulan(sesi, isi, p))


def _sebulan(sesi: Sesi, isi: Isi, periode: Periode) -> Iterator[BelumLengkap]:
    kini: dict[str, Status] = {}
    for k in sesi.reg.kiriman_kini(periode.id):
        if k.unit is not None and k.status is not Status.DITOLAK:
            kini[k.unit] = Status.TIDAK_VALID if k.bentrok else k.status
    layak = sesi.reg.kiriman_layak(periode.id)
    for u in isi.master.unit_pelapor:
        status = kini.get(u.kode)
        if (status is not None and status.layak) or not _wajib(isi, u, periode):
            continue
        dipakai = layak.get(u.kode)
        yield BelumLengkap(
            unit=u.kode,
            nama=u.nama,
            periode=periode,
            status=status,
            dipakai=dipakai.revisi if dipakai is not None else None,
            indikator=_diukur(isi, u, periode),
        )


def _wajib(isi: Isi, unit: Unit, periode: Periode) -> bool:
    """False when all of the unit's rows on sheet Target are newer than this period."""
    baris = isi.master.target_of(unit.kode).values()
    return not baris or any(periode.bulan_akhir not in t.belum_berlaku for t in baris)


def _diukur(isi: Isi, unit: Unit, periode: Periode) -> tuple[str, ...]:
    baris = isi.master.target_of(unit.kode)
    return tuple(
        i.kode
        for i in isi.master.indikator_of(unit.kode)
        if i.diukur(periode.bulan) and periode.bulan_akhir not in baris[i.kode].belum_berlaku
    )
