"""Explained rows of figures, by the facts of the register and the master as it was in force in each month."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.aggregate.figur import tempat_instansi, tempat_unit
from kinerja.aggregate.indeks import Indeks, make_indeks
from kinerja.aggregate.jejak import JejakCapaian, JejakLaporan, jejak_capaian
from kinerja.aggregate.model import Capaian, HasilPeriode
from kinerja.domain.periode import Periode
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import Isi


def indeks_periode(sesi: Sesi, isi: Isi, periode: Periode) -> Indeks:
    """The lookups from which the figures of a period were computed. `isi` holds the master as it was in force."""
    fakta = sesi.reg.fakta(periode.tahun, periode.bulan_akhir)
    return make_indeks(isi.master, isi.pengaturan, periode.tahun, fakta)


def jejak_baris(isi: Isi, ix: Indeks, c: Capaian) -> JejakCapaian:
    """Explain one row of figures."""
    i = isi.master.indikator_by_kode(c.indikator)
    tempat = tempat_instansi(ix, i) if c.unit is None else tempat_unit(ix, i, c.unit)
    assert tempat is not None  # it has figures
    return jejak_capaian(ix, i, tempat, c)


def jejak_laporan(sesi: Sesi, isi: Isi, hasil: HasilPeriode) -> JejakLaporan:
    """Explain the agency's rows, in the order of the report: by sasaran, then as in sheet Indikator."""
    isi = isi_berlaku(sesi, isi)
    ix = indeks_periode(sesi, isi, hasil.periode)
    urut = [i for s in isi.master.sasaran for i in isi.master.indikator if i.sasaran == s.kode]
    baris = tuple((i, jejak_baris(isi, ix, hasil.capaian_of(i.kode))) for i in urut)
    return JejakLaporan(baris=baris, sidik=sidik_induk(sesi, isi, (j for _, j in baris)))


def sidik_induk(sesi: Sesi, isi: Isi, jejak: Iterable[JejakCapaian]) -> dict[str, str]:
    """By version of the master that their targets were read from, the hash of its workbook."""
    tersimpan = sesi.reg.versi_master() | {isi.master.versi: isi.master.sha256}
    return {t.versi: tersimpan[t.versi] for j in jejak for t in j.target}
