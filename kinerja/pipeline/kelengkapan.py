"""What the units sent for a period of any length, as the documents tell it."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.domain.kiriman import IsiKiriman
from kinerja.findings import Tingkat
from kinerja.pipeline.keadaan import Keadaan
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.tanda_terima import diterima
from kinerja.pipeline.tenggat import kalender_kantor, tenggat_isian
from kinerja.pipeline.workspace import Isi
from kinerja.render.model import KelengkapanUnit, PengumpulanUnit


def kelengkapan(isi: Isi, keadaan: Sequence[Keadaan]) -> tuple[KelengkapanUnit, ...]:
    """Per collection period and unit: what came, when, and how late."""
    hasil: list[KelengkapanUnit] = []
    for k in keadaan:
        kalender = kalender_kantor(isi, k.periode)
        tenggat = tenggat_isian(k.periode, isi).date()
        milik = {b.kiriman.unit: b for b in k.berkas if b.kiriman.unit is not None}
        for u in isi.master.unit_pelapor:
            b = milik.get(u.kode)
            hasil.append(
                KelengkapanUnit(
                    unit=u.kode,
                    nama=u.nama,
                    periode=k.periode,
                    status=b.status if b is not None else None,
                    diterima=b.pertama if b is not None else None,
                    terlambat_hari=kalender.terlambat(tenggat, b.pertama.date()) if b is not None else 0,
                )
            )
    return tuple(hasil)


def pengumpulan(sesi: Sesi, isi: Isi, keadaan: Sequence[Keadaan]) -> tuple[PengumpulanUnit, ...]:
    """The same with the files that came, what was found in those before the Tim, and the evidence that they name."""
    berkas = {k.periode: diterima(sesi, isi, k) for k in keadaan}
    dinilai = {(k.periode, b.kiriman.unit): b for k in keadaan for b in k.berkas}
    hasil: list[PengumpulanUnit] = []
    for x in kelengkapan(isi, keadaan):
        b = dinilai.get((x.periode, x.unit))
        semua = sesi.reg.isi(b.kiriman.id) if b is not None else IsiKiriman()
        hasil.append(
            PengumpulanUnit(
                kelengkapan=x,
                tenggat=tenggat_isian(x.periode, isi).date(),
                berkas=tuple(berkas[x.periode].get(x.unit, ())),
                galat=sum(t.tingkat is Tingkat.GALAT for t in b.temuan) if b is not None else 0,
                disebut=len({u.indikator for u in semua.uraian if u.data_pendukung}),
                bukti=len({y.berkas.path for y in semua.bukti}),
            )
        )
    return tuple(hasil)
