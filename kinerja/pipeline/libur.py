"""`kinerja libur`: the year's public holidays and cuti bersama into sheet Libur of the master."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from kinerja.artifacts import Artifact
from kinerja.deliver.arsip import arsipkan
from kinerja.deliver.tulis import tulis
from kinerja.errors import KesalahanProgram, KinerjaError
from kinerja.master.libur import PERKIRAAN, Libur, add_libur, libur_nasional
from kinerja.master.model import HariLibur
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import INDUK, Workspace
from kinerja.workbook.patch import TidakAman
from kinerja.workbook.reader import open_workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilLibur:
    """What was added from row `baris` on, and estimates of an earlier run that the list no longer holds."""

    tahun: int
    baru: tuple[Libur, ...]
    baris: int | None
    sudah_ada: int
    usang: tuple[HariLibur, ...]


def isi_libur(ws: Workspace, tahun: int | None, *, waktu: datetime) -> HasilLibur:
    """Add the days of `tahun` (None: the master's) that the sheet lacks; rows that stand there are never touched.

    KinerjaError when the master cannot be read or changed, or no days are known for that year.
    """
    master, temuan = ws.load_master()
    if master is None:
        raise KinerjaError(
            f"{INDUK} belum dapat dibaca: {temuan[0].pesan}", "Jalankan kinerja check dan betulkan yang disebutnya."
        )
    tahun = tahun or master.instansi.tahun
    dikenal = libur_nasional(tahun)
    if not dikenal:
        raise KinerjaError(
            f"Hari libur tahun {tahun} belum dikenal program ini.",
            "Isi lembar Libur di induk.xlsx menurut keputusan bersama menteri.",
        )
    ada = {h.tanggal for h in master.libur}
    baru = tuple(h for h in dikenal if h.tanggal not in ada)
    tanggal = {h.tanggal for h in dikenal}
    usang = tuple(
        h
        for h in master.libur
        if h.tanggal.year == tahun and h.tanggal not in tanggal and h.keterangan.endswith(PERKIRAAN)
    )
    baris = _tulis(ws, tahun, baru, waktu) if baru else None
    return HasilLibur(tahun=tahun, baru=baru, baris=baris, sudah_ada=len(dikenal) - len(baru), usang=usang)


def _tulis(ws: Workspace, tahun: int, baru: tuple[Libur, ...], waktu: datetime) -> int:
    """Change the master in one step, its earlier state kept in arsip/; gives the first row that was filled."""
    lama = (ws.akar / INDUK).read_bytes()
    from kinerja.master.reader import load_master

    try:
        isi, baris = add_libur(lama, open_workbook(lama, INDUK), baru)
    except TidakAman as e:
        raise KinerjaError(
            f"Lembar Libur di {INDUK} tidak dapat diisi dengan aman: {e}.",
            f"Buka {INDUK} di Excel atau LibreOffice, pastikan lembar Libur berjudul Tanggal, Keterangan, Dasar, "
            "simpan sebagai .xlsx, lalu jalankan lagi.",
        ) from e
    terbaca, _ = load_master(isi, INDUK)
    if terbaca is None or not {h.tanggal for h in baru} <= {h.tanggal for h in terbaca.libur}:
        raise KesalahanProgram(f"{INDUK} tidak terbaca lagi sesudah lembar Libur diisi.", "Laporkan pesan ini.")
    with buka(ws, waktu) as sesi:
        arsipkan(ws.akar, sidik := hashlib.sha256(lama).hexdigest(), lama)
        tulis(ws.akar, Artifact("induk", INDUK, isi))
        rincian = {"tahun": tahun, "hari": [h.tanggal.isoformat() for h in baru], "induk_sebelumnya": sidik}
        sesi.reg.catat_peristiwa("libur_ditambahkan", waktu, None, None, rincian)
    return baris
