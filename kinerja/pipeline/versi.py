"""Versions of the master: each is kept when it comes into use, and each month is measured against its own.

In force for a unit and collection period is the version that the form in use for it was made from: the accepted
submission, else the form as issued. Where a unit has none, and for the agency's own targets, it is the newest that any
unit's form of that period was made from; without any form, today's.
"""

from __future__ import annotations

import dataclasses
import hashlib
from pathlib import Path

from kinerja.deliver.arsip import arsipkan, baca_arsip, path_arsip
from kinerja.domain.periode import Periode
from kinerja.errors import KinerjaError
from kinerja.findings import ada_galat
from kinerja.master.model import Master
from kinerja.master.perubahan import master_berlaku
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import INDUK, Isi


def catat_induk(sesi: Sesi, isi: Isi) -> None:
    """Note the master as in use, and keep its workbook in the archive."""
    m, reg, akar = isi.master, sesi.reg, sesi.ws.akar
    reg.catat_versi(m.versi, m.sha256, sesi.waktu)
    if (akar / path_arsip(reg.versi_master()[m.versi])).is_file():
        return
    buku = (akar / INDUK).read_bytes()
    if hashlib.sha256(buku).hexdigest() == m.sha256:  # else it was saved again just now: the next run keeps it
        arsipkan(akar, m.sha256, buku)
        reg.catat_sidik_versi(m.versi, m.sha256)


def isi_berlaku(sesi: Sesi, isi: Isi, *, sebelum: int = 13) -> Isi:
    """The same with a master whose month targets are those in force in each month of its year.

    From the month `sebelum` on they are today's, as a form that is made today prints them.
    """
    if isi.berlaku:
        return isi
    m, reg = isi.master, sesi.reg
    tersimpan = reg.versi_master()
    urutan = [*(v for v in tersimpan if v != m.versi), m.versi]
    berlaku: dict[tuple[str | None, int], str] = {}
    terbaru: dict[int, str] = {}
    for (unit, id_periode), versi in reg.versi_dipakai(m.instansi.tahun).items():
        bulan = Periode.parse(id_periode).bulan_akhir
        if bulan < sebelum and versi in tersimpan:
            berlaku[unit, bulan] = versi
            terbaru[bulan] = max(versi, terbaru.get(bulan, versi), key=urutan.index)
    if set(berlaku.values()) <= {m.versi}:
        return dataclasses.replace(isi, berlaku=True)
    for bulan, versi in terbaru.items():
        for siapa in (None, *(u.kode for u in m.unit)):
            berlaku.setdefault((siapa, bulan), versi)
    lama = {
        v: induk
        for v in sorted(set(berlaku.values()) - {m.versi})
        if (induk := induk_lama(sesi.ws.akar, v, tersimpan[v])) is not None
    }
    return dataclasses.replace(isi, master=master_berlaku(m, lama, berlaku, urutan), berlaku=True)


def induk_lama(akar: Path, versi: str, sha256: str) -> Master | None:
    """An earlier master; None when it was not kept or no longer reads without galat."""
    from kinerja.master.reader import load_master

    try:
        buku = baca_arsip(akar, sha256)
    except KinerjaError:
        return None
    master, temuan = load_master(buku, INDUK)
    return None if master is None or ada_galat(temuan) else dataclasses.replace(master, versi=versi)
