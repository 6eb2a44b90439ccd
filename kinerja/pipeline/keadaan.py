"""The state of one period as the register has it, with what only the neighbours of a submission reveal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kinerja.domain.kiriman import Status
from kinerja.domain.periode import Periode
from kinerja.findings import Finding, Tingkat
from kinerja.pipeline.model import BerkasDinilai, PantauDinilai
from kinerja.pipeline.pemantauan import beda_pantauan, pantau_dinilai
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.tenggat import tenggat_isian
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import Kiriman
from kinerja.validate.lintas import antarunit, belum_masuk, bertentangan, kembar, revisi_lama


@dataclass(frozen=True, slots=True, kw_only=True)
class Keadaan:
    """One period: its current submissions, the units that have sent nothing, and findings about the latter."""

    periode: Periode
    berkas: tuple[BerkasDinilai, ...]
    belum_masuk: tuple[str, ...]
    catatan: tuple[Finding, ...]
    pantau: tuple[PantauDinilai, ...] = ()  # weekly monitoring papers of its months


def keadaan_periode(sesi: Sesi, isi: Isi, periode: Periode) -> Keadaan:
    """Current submissions, in order of sheet Unit, each with its own findings and those of its surroundings."""
    urutan = {u.kode: n for n, u in enumerate(isi.master.unit)}
    kini = sorted(sesi.reg.kiriman_kini(periode.id), key=lambda k: (urutan.get(k.unit or "", len(urutan)), k.id))
    sekitar = _sekitar(sesi, isi, periode, kini)
    milik, salinan = sesi.reg.temuan_periode(periode.id), _salinan(sesi)
    pertama = _pertama(sesi, periode)
    ada = {k.unit for k in kini if k.unit is not None and k.status is not Status.DITOLAK}
    catatan = belum_masuk(isi.master, periode, ada, tenggat_isian(periode, isi))
    return Keadaan(
        periode=periode,
        berkas=tuple(
            _dinilai(
                k, pertama.get(k.unit or "", k.diterima), [*milik.get(k.id, ()), *sekitar.get(k.path, ())], salinan
            )
            for k in kini
        ),
        belum_masuk=tuple(u.kode for u in isi.master.unit_pelapor if u.kode not in ada),
        catatan=catatan,
        pantau=pantau_dinilai(sesi, isi, [Periode.bulanan(periode.tahun, b) for b in periode.bulan]),
    )


def tak_dikenal(sesi: Sesi, periode: Periode | None, dilihat: set[str]) -> tuple[BerkasDinilai, ...]:
    """Refused files that still lie where they were dropped; with a period, those first seen when it was asked for."""
    salinan = _salinan(sesi)
    return tuple(
        _dinilai(k, k.diterima, sesi.reg.temuan(k.id), salinan)
        for k in sesi.reg.kiriman_tak_dikenal()
        if k.sha256 in dilihat and (periode is None or k.periode == periode.id)
    )


def tak_terbuka(sesi: Sesi, periode: Periode | None, temuan_terima: Iterable[Finding]) -> tuple[BerkasDinilai, ...]:
    """Files that could not even be taken in (a bomb, too large, unreadable), as refused files without a number."""
    per_berkas: dict[str, list[Finding]] = {}
    for t in temuan_terima:
        if t.tingkat is Tingkat.GALAT and _milik(sesi, periode, t.sumber.berkas):
            per_berkas.setdefault(t.sumber.berkas, []).append(t)
    return tuple(
        BerkasDinilai(
            kiriman=Kiriman(
                id=0,
                path=path,
                sha256="",
                diterima=sesi.waktu,
                unit=None,
                periode=None,
                revisi=None,
                menjawab=None,
                versi_master=None,
                status=Status.DITOLAK,
                bentrok=False,
            ),
            pertama=sesi.waktu,
            status=Status.DITOLAK,
            temuan=tuple(semua),
        )
        for path, semua in per_berkas.items()
    )


def _salinan(sesi: Sesi) -> Mapping[str, list[str]]:
    """Further names under which known bytes were received, by hash."""
    hasil: dict[str, list[str]] = {}
    for sha256, path in sesi.reg.kembar():
        hasil.setdefault(sha256, []).append(path)
    return hasil


def _milik(sesi: Sesi, periode: Periode | None, path: str) -> bool:
    """True when the file was first seen while this period was asked for, or when none is asked for now."""
    nama = f"tak terbuka {path}"
    if sesi.reg.sidik(nama) is None:
        sesi.reg.catat_sidik(nama, periode.id if periode is not None else "")
    return periode is None or sesi.reg.sidik(nama) == periode.id


def _dinilai(
    kiriman: Kiriman, pertama: datetime, temuan: Iterable[Finding], salinan: Mapping[str, list[str]]
) -> BerkasDinilai:
    semua = [*temuan, *(kembar(path, kiriman.path) for path in salinan.get(kiriman.sha256, ()))]
    status = kiriman.status
    if kiriman.bentrok and status is not Status.DITOLAK:
        status = Status.TIDAK_VALID
    elif status is Status.VALID and any(t.tingkat is Tingkat.PERINGATAN for t in semua):
        status = Status.VALID_DENGAN_CATATAN
    return BerkasDinilai(kiriman=kiriman, pertama=pertama, status=status, temuan=tuple(semua))


def _pertama(sesi: Sesi, periode: Periode) -> Mapping[str, datetime]:
    """By unit, when its first form of the period came."""
    hasil: dict[str, datetime] = {}
    for k in sesi.reg.kiriman(periode.id):
        if k.unit is not None and k.status is not Status.DITOLAK:
            hasil[k.unit] = min(k.diterima, hasil.get(k.unit, k.diterima))
    return hasil


def _sekitar(sesi: Sesi, isi: Isi, periode: Periode, kini: list[Kiriman]) -> Mapping[str, list[Finding]]:
    """By path: conflicts between files, earlier revisions that still count, and units far from the others."""
    semua: list[Finding] = []
    layak = sesi.reg.kiriman_layak(periode.id)
    for unit in dict.fromkeys(k.unit for k in kini if k.unit is not None and k.status is not Status.DITOLAK):
        milik = [k for k in kini if k.unit == unit and k.status is not Status.DITOLAK]
        if milik[0].bentrok:
            semua += bertentangan(unit, periode, [(k.path, k.sha256) for k in milik])
        dipakai = layak.get(unit)
        semua += [
            revisi_lama(k.path, dipakai.revisi or 0, dipakai.path)
            for k in milik
            if dipakai is not None and k.id != dipakai.id and not k.status.layak
        ]
    fakta = sesi.reg.fakta(periode.tahun, periode.bulan_akhir, dari_bulan=periode.bulan_akhir)
    semua += antarunit(isi.master, isi.profil, periode, fakta)
    semua += beda_pantauan(sesi, isi, periode, [(k.unit, k.id) for k in kini if k.unit is not None])
    hasil: dict[str, list[Finding]] = {}
    for t in semua:
        hasil.setdefault(t.sumber.berkas, []).append(t)
    return hasil
