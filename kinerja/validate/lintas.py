"""Checks across the submissions of one period: who has not sent, copies, conflicts, and units against each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from fractions import Fraction

from kinerja.catalogue import temuan
from kinerja.domain.angka import format_ringkas
from kinerja.domain.fakta import Fakta
from kinerja.domain.formulir import Kolom
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.sop.model import Profil
from kinerja.sources import CellRef
from kinerja.validate.pencilan import Kewajaran, pencilan


def belum_masuk(
    master: Master, periode: Periode, masuk: Collection[str], tenggat: datetime | None
) -> tuple[Finding, ...]:
    """LKP001: one finding for each unit that must send a form and is not in `masuk`, in order of sheet Unit."""
    batas = f" (batas waktu {format_tanggal(tenggat.date())})" if tenggat is not None else ""
    return tuple(
        temuan("LKP001", u.sumber, medan=u.kode, tertulis=u.kode, unit=u.nama, periode=periode.nama, tenggat=batas)
        for u in master.unit_pelapor
        if u.kode not in masuk
    )


def kembar(path: str, lain: str) -> Finding:
    """BRK030: these bytes were received before, under the name `lain`."""
    return temuan("BRK030", CellRef(path), lain=lain)


def bertentangan(unit: str, periode: Periode, berkas: Sequence[tuple[str, str]]) -> tuple[Finding, ...]:
    """BRK031: several files, each a path and a hash, of which none answers another; one finding on each path.

    A file saved over its predecessor has the same path: then the hashes tell them apart.
    """
    path = [p for p, _ in berkas]
    daftar = " dan ".join(p if path.count(p) == 1 else f"{p} (sidik {sha[:12]})" for p, sha in berkas)
    return tuple(
        temuan("BRK031", CellRef(p), medan="kiriman", unit=unit, periode=periode.nama, daftar=daftar)
        for p in dict.fromkeys(path)
    )


def revisi_lama(path: str, revisi: int, lain: str) -> Finding:
    """SLR007: an earlier valid revision, the file `lain`, feeds the reports while this one is not valid."""
    return temuan("SLR007", CellRef(path), medan="kiriman", revisi=str(revisi), lain=lain)


def antarunit(master: Master, profil: Profil, periode: Periode, fakta: Iterable[Fakta]) -> tuple[Finding, ...]:
    """SLR004: a unit far from the others that report the same indicator in this period.

    Units are compared by value over target where all of them have a target above 0, else by value.
    """
    batas, sedikit = profil.ambang["pencilan"], int(profil.ambang["pencilan_data"])
    per_indikator: dict[str, list[Fakta]] = {}
    for f in fakta:
        if f.tahun == periode.tahun and f.bulan == periode.bulan_akhir and isinstance(f.nilai, Fraction):
            per_indikator.setdefault(f.indikator, []).append(f)
    target = {(t.indikator, t.unit): t.bulan.get(periode.bulan_akhir) for t in master.target}
    hasil: list[Finding] = []
    for i in master.indikator:
        semua = per_indikator.get(i.kode, [])
        if len(semua) <= sedikit:
            continue
        banding = _banding(semua, [target.get((i.kode, f.unit)) for f in semua])
        tepi = (min(banding)[0], max(banding)[0])
        sudah: dict[tuple[Fraction, Fraction], Kewajaran | None] = {}  # many units may share the edge
        for n, f in enumerate(semua):
            x, bagi = banding[n]
            if x not in tepi:  # between others it is no outlier
                continue
            if banding[n] not in sudah:
                lain = [y for k, (y, _) in enumerate(banding) if k != n]
                sudah[banding[n]] = pencilan(x, lain, batas, sedikit, Fraction(1, 10**i.desimal) / bagi)
            wajar = sudah[banding[n]]
            if wajar is None:
                continue
            d = max(i.desimal, 2)
            assert isinstance(f.nilai, Fraction)
            hasil.append(
                temuan(
                    "SLR004", CellRef(f.asal.berkas, f.asal.lembar, f.asal.sel.split(",")[0]),
                    indikator=i.kode, medan=Kolom.REALISASI.medan, tertulis=format_ringkas(f.nilai, d),
                    diharapkan=f"{format_ringkas(wajar.bawah * bagi, d)} s.d. {format_ringkas(wajar.atas * bagi, d)}",
                    unit=f.unit, banyak=str(wajar.banyak), median=format_ringkas(wajar.median * bagi, d),
                )
            )  # fmt: skip
    return tuple(hasil)


def _banding(semua: Sequence[Fakta], target: Sequence[Nilai | None]) -> list[tuple[Fraction, Fraction]]:
    """Per fact the figure that is compared, and what it was divided by."""
    angka = [f.nilai for f in semua if isinstance(f.nilai, Fraction)]
    bagi = [t for t in target if isinstance(t, Fraction) and t > 0]
    if len(bagi) == len(angka):
        return [(x / t, t) for x, t in zip(angka, bagi, strict=True)]
    return [(x, Fraction(1)) for x in angka]
