"""Checks that need the master and the settings together."""

from __future__ import annotations

from kinerja.catalogue import temuan
from kinerja.domain.indikator import Frekuensi
from kinerja.findings import Finding
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.sources import CellRef


def check_master(master: Master, pengaturan: Pengaturan, *, kerja: bool) -> tuple[Finding, ...]:
    """Findings about a master that is sound in itself but does not fit these settings.

    `kerja`: the office counts its deadlines in working days.
    """
    hasil: list[Finding] = []
    if pengaturan.pengumpulan == "triwulanan":
        for i in master.indikator:
            if i.frekuensi is Frekuensi.BULANAN:
                ref = master.cell_beside(i.sumber, "Frekuensi")
                hasil.append(temuan("MST120", ref, indikator=i.kode, medan="frekuensi", tertulis=i.frekuensi.value))
    perlu_libur = kerja or pengaturan.tenggat_libur == "geser"
    if perlu_libur:
        ada = {h.tanggal.year for h in master.libur}
        berkas = master.unit[0].sumber.berkas if master.unit else "induk.xlsx"
        # What is due for December and for the year falls in the year after.
        wajib = {master.instansi.tahun, master.instansi.tahun + 1}
        hasil += (temuan("MST121", CellRef(berkas, "Libur"), tahun=str(t)) for t in sorted(wajib - ada))
    return tuple(hasil)
