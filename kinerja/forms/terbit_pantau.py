"""What a monitoring paper says before anybody types: targets, weeks, and actions that are still open."""

from __future__ import annotations

from collections.abc import Iterable

from kinerja.domain.angka import json_nilai
from kinerja.domain.kalender import Kalender
from kinerja.domain.minggu import minggu_bulan
from kinerja.domain.pemantauan import (
    SKEMA_PANTAU,
    BarisPantau,
    IdentitasPantau,
    PantauTerbit,
    Tindakan,
    TindakanLalu,
)
from kinerja.domain.periode import Periode
from kinerja.domain.varian import dibagi_mingguan
from kinerja.master.model import Master


def terbitkan_pantau(
    master: Master, unit: str, periode: Periode, kalender: Kalender, terbuka: Iterable[Tindakan] = ()
) -> PantauTerbit:
    """The paper of `unit` for the month `periode`: its indicators that are measured in it, none of them when none is.

    `terbuka`: actions of earlier months that are not finished; those of indicators that are not on it stand on no
    sheet and stay open.
    """
    target = master.target_of(unit)
    bulan = periode.bulan_akhir
    baris = tuple(
        BarisPantau(kode=i.kode, target=json_nilai(target[i.kode].bulan.get(bulan)), dibagi=dibagi_mingguan(i))
        for i in master.indikator_of(unit)
        if i.diukur(periode.bulan)
    )
    ada = {b.kode for b in baris}
    return PantauTerbit(
        identitas=IdentitasPantau(
            skema=SKEMA_PANTAU,
            instansi=master.id_instansi,
            unit=unit,
            periode=periode.id,
            versi_master=master.versi,
        ),
        minggu=minggu_bulan(periode, kalender),
        baris=baris,
        lalu=tuple(
            TindakanLalu(
                indikator=t.indikator,
                periode=t.periode,
                minggu=t.minggu,
                uraian=" ".join(t.uraian.split()),
                penanggung_jawab=" ".join(t.penanggung_jawab.split()),
                batas=t.batas.isoformat() if t.batas is not None else "",
                status=t.status,
            )
            for t in terbuka
            if t.indikator in ada
        ),
    )
