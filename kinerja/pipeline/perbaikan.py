"""Restatement: which figures of an earlier report are now others, for the section Perbaikan Data of the next one.

A report is measured against the latest earlier report of its year, as it was last built before this one was first
built: that is what its readers have in hand, so that building the report again prints the same. What was built before
its period had ended was a trial and does not count, unless there is nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from kinerja.aggregate.perbaikan import ButirPerbaikan, KinerjaBerubah, PerbaikanData, angka_berubah
from kinerja.domain.periode import Periode
from kinerja.pipeline.form import form_kiriman
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.register.model import Kiriman, LaporanTercatat
from kinerja.register.temuan import kunci_unik
from kinerja.validate.rules.terlapor import alasan_perbaikan


def dipakai(sesi: Sesi, isi: Isi, periode: Periode) -> dict[str, dict[str, str]]:
    """The submissions that feed a report of this period: their hashes, by collection period since January and unit."""
    jenis = isi.pengaturan.jenis_pengumpulan
    semua = (Periode(periode.tahun, jenis, n) for n in range(1, periode.bulan_akhir // jenis + 1))
    return {p.id: {unit: k.sha256 for unit, k in sesi.reg.kiriman_layak(p.id).items()} for p in semua}


def perbaikan_data(sesi: Sesi, isi: Isi, periode: Periode) -> PerbaikanData | None:
    """What differs from the latest earlier report; None when there is none, as in January."""
    lama = _laporan_sebelum(sesi.reg.laporan_dibuat(), periode)
    if lama is None:
        return None
    laporan = Periode.parse(lama.periode)
    butir = [
        b
        for id_periode, layak in dipakai(sesi, isi, laporan).items()
        for u in isi.master.unit
        if (dulu := lama.kiriman.get(id_periode, {}).get(u.kode)) != layak.get(u.kode)
        for b in beda(sesi, isi, Periode.parse(id_periode), u.kode, dulu)
    ]
    return PerbaikanData(laporan=laporan, dibuat=lama.waktu.date(), butir=tuple(butir))


def _urutan(periode: Periode) -> tuple[int, int]:
    """Reports in the order in which an office makes them: by their end, the shorter first."""
    return periode.bulan_akhir, periode.jenis


def _laporan_sebelum(semua: tuple[LaporanTercatat, ...], periode: Periode) -> LaporanTercatat | None:
    dibuat = [(Periode.parse(x.periode), x) for x in semua]
    pertama = next((x.id for p, x in dibuat if p == periode and x.waktu.date() > p.akhir), None)
    calon = [
        (x.waktu.date() > p.akhir, _urutan(p), x.id, x)
        for p, x in dibuat
        if p.tahun == periode.tahun and _urutan(p) < _urutan(periode) and (pertama is None or x.id < pertama)
    ]
    return max(calon, key=lambda c: c[:3])[3] if calon else None


def beda(sesi: Sesi, isi: Isi, periode: Periode, unit: str, sha_dulu: str | None) -> Iterator[ButirPerbaikan]:
    """The figures of one unit and period that are not what they were; one row when a whole form came or went."""
    dulu = next((k for k in sesi.reg.kiriman(periode.id, unit) if k.sha256 == sha_dulu), None)
    kini = sesi.reg.kiriman_layak(periode.id).get(unit)
    if kini is None:
        yield ButirPerbaikan(unit=unit, periode=periode, angka=None)
        return
    milik = partial(ButirPerbaikan, unit=unit, periode=periode, revisi=kini.revisi, diterima=kini.diterima.date())
    if dulu is None:
        yield milik(angka=None)
        return
    lama, baru = sesi.reg.isi(dulu.id), sesi.reg.isi(kini.id)
    semua = angka_berubah(isi.master, isi.pengaturan.kebijakan, lama, baru)
    if semua:
        alasan = _alasan(sesi, isi, kini)
        for x in semua:
            kode = x.indikator if isinstance(x, KinerjaBerubah) else x.mata
            yield milik(angka=x, alasan=alasan(kode))


def _alasan(sesi: Sesi, isi: Isi, kiriman: Kiriman) -> Callable[[str], str | None]:
    """Why a figure (Kode of the indicator or budget line) was changed: the unit's reason, else the Tim's."""
    unit = alasan_perbaikan(form_kiriman(sesi, kiriman), isi.profil)
    if unit is not None:
        return lambda _: unit
    putusan = sesi.reg.keputusan(kiriman.periode or "", kiriman.unit)
    tim = {
        t.indikator or (t.medan or "").rpartition(".")[0]: k.alasan
        for kunci, t in kunci_unik(sesi.reg.temuan(kiriman.id))
        if t.kode == "SLR008" and (k := putusan.get((kiriman.pemilik, kunci))) is not None and k.menerima
    }
    return tim.get
