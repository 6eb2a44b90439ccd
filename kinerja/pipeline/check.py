"""`kinerja check`: every fault of master, settings, SOP profiles, templates and office rules, in one run."""

from __future__ import annotations

from kinerja.catalogue import temuan
from kinerja.errors import KinerjaError
from kinerja.findings import Finding, Tingkat
from kinerja.pipeline.logo import check_logo
from kinerja.pipeline.workspace import Workspace, berhari_kerja
from kinerja.sop.model import Profil
from kinerja.sources import CellRef


def check(ws: Workspace) -> tuple[Finding, ...]:
    """All findings, in the order settings, profiles, master, office rules, templates.

    Never raises for a fault in these files.
    """
    from kinerja.master.checks import check_master
    from kinerja.render.contract import check_templates
    from kinerja.validate.aturan_kantor import check_aturan

    pengaturan, semua = ws.load_pengaturan()
    hasil: list[Finding] = list(semua)
    profil = _check_profil(ws, pengaturan.sop if pengaturan is not None else None, hasil)
    master, temuan_induk = ws.load_master()
    hasil += temuan_induk
    if master is not None:
        if pengaturan is not None:
            kerja = profil is not None and berhari_kerja(pengaturan, profil)
            hasil += check_master(master, pengaturan, kerja=kerja)
        hasil += check_aturan(master)
        hasil += check_logo(ws, master)
    hasil += check_templates(ws.templates)
    return tuple(hasil)


def _check_profil(ws: Workspace, dipakai: str | None, hasil: list[Finding]) -> Profil | None:
    """The profile in use. STL003 when there is none of that name; STL008 for each fault of the office's own profiles.

    A profile that is not in use stops nothing: its faults are peringatan.
    """
    from kinerja.sop.loader import ProfilRusak, load_profil, profil_kantor

    profil = None
    for nama in sorted({*profil_kantor(ws.sop), *([dipakai] if dipakai is not None else [])}):
        try:
            baik = load_profil(nama, ws.sop)
            profil = baik if nama == dipakai else profil
        except ProfilRusak as e:
            tingkat = Tingkat.GALAT if nama == dipakai else Tingkat.PERINGATAN
            berkas = f"{ws.sop.name}/{nama}.toml"
            hasil += (temuan("STL008", CellRef(berkas, sel=s.kunci), sebab=s.pesan, tingkat=tingkat) for s in e.salah)
        except KinerjaError as e:
            hasil.append(temuan("STL003", CellRef("kinerja.toml", sel="sop"), sebab=e.pesan, tertulis=nama))
    return profil
