"""`kinerja check`: every fault of master, settings, templates and the office's own rules, in one run."""

from __future__ import annotations

from kinerja.errors import KinerjaError
from kinerja.findings import Finding
from kinerja.pipeline.workspace import Workspace


def check(ws: Workspace) -> tuple[Finding, ...]:
    """All findings, in the order settings, master, office rules, templates. Never raises for a fault in these files."""
    from kinerja.catalogue import temuan
    from kinerja.master.checks import check_master
    from kinerja.render.contract import check_templates
    from kinerja.sop.loader import load_profil
    from kinerja.sources import CellRef
    from kinerja.validate.aturan_kantor import check_aturan

    pengaturan, semua = ws.load_pengaturan()
    hasil: list[Finding] = list(semua)
    if pengaturan is not None:
        try:
            load_profil(pengaturan.sop)
        except KinerjaError as e:
            hasil.append(temuan("STL003", CellRef("kinerja.toml", sel="sop"), sebab=e.pesan, tertulis=pengaturan.sop))
    master, temuan_induk = ws.load_master()
    hasil += temuan_induk
    if master is not None:
        if pengaturan is not None:
            hasil += check_master(master, pengaturan)
        hasil += check_aturan(master)
    hasil += check_templates(ws.templates)
    return tuple(hasil)
