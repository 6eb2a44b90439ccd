"""`kinerja init`: a new workspace with an example master, settings and the templates, ready to be filled in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kinerja.artifacts import Artifact
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.deliver.tulis import buat_map, tulis
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.bawaan import bawaan
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import INDUK, SETELAN, Workspace, find_workspace
from kinerja.sop.loader import daftar_profil, isi_profil, profil_kantor

MAP = ("templates", "formulir", "masuk", "output", "arsip")


def init(folder: Path, *, sop: str, tahun: int, dari: Path | None, waktu: datetime) -> tuple[str, ...]:
    """Make the workspace; gives the paths to open first, relative to it. Nothing that exists is overwritten."""
    from kinerja.master.contoh import example_master, example_toml

    lama = find_workspace(_map_lama(dari), Path()) if dari is not None else None
    kantor = lama.sop if lama is not None else None
    if sop not in (ada := daftar_profil(kantor)):
        raise SalahPakai(
            f"Profil SOP {sop} tidak ada.{mungkin(terdekat(sop, ada, 0.5))}",
            f"Profil yang tersedia: {', '.join(ada)}.",
        )
    if lama is None:
        induk = example_master(tahun)
    else:
        from kinerja.pipeline.warisan import induk_baru

        induk = induk_baru(lama, tahun, waktu)
    profil = None
    if kantor is not None and sop in profil_kantor(kantor):
        profil = Artifact("profil_sop", f"{kantor.name}/{sop}.toml", isi_profil(sop, kantor))
    buat_workspace(folder, induk, example_toml(sop), waktu, profil)
    return (INDUK, SETELAN)


def _map_lama(dari: Path) -> Path:
    """The folder itself when it is a workspace."""
    if not (dari / SETELAN).is_file():
        raise SalahPakai(
            f"{dari} bukan map kerja kinerja: tidak ada {SETELAN} di dalamnya.",
            "Tulis map kerja tahun lalu sesudah --dari.",
        )
    return dari


def buat_workspace(
    folder: Path, induk: bytes, setelan: str, waktu: datetime, profil: Artifact | None = None
) -> Workspace:
    """Folders, master, settings, templates, the office's own SOP profile and an empty register.

    KinerjaError when a workspace is there already; one that was begun and cut off is made complete.
    """
    if (folder / SETELAN).exists() or _induk_lain(folder / INDUK, induk):
        raise KinerjaError(
            f"{folder} sudah berisi {SETELAN} atau {INDUK}; tidak ada yang ditimpa.",
            "Pakai nama map lain, atau pindahkan isi map itu lebih dahulu.",
        )
    for nama in MAP:
        buat_map(folder / nama)
    ws = Workspace(folder.resolve())
    for templat in sorted(bawaan("templates").glob("*.docx")):
        lengkapi_templat(ws, templat.stem)
    if profil is not None:
        tulis(ws.akar, profil)
    tulis(ws.akar, Artifact("induk", INDUK, induk))
    with buka(ws, waktu) as sesi:
        if not sesi.reg.peristiwa():
            sesi.reg.catat_peristiwa("map_kerja_dibuat", waktu, None, None, {})
    # Last: a folder becomes a workspace only when everything else is in it.
    tulis(ws.akar, Artifact("setelan", SETELAN, setelan.encode()))
    return ws


def _induk_lain(berkas: Path, induk: bytes) -> bool:
    return berkas.exists() and (not berkas.is_file() or berkas.read_bytes() != induk)


def lengkapi_templat(ws: Workspace, nama: str) -> None:
    """Put the shipped template there when it is missing, as in a workspace made before the program had it."""
    if not (ws.templates / f"{nama}.docx").exists():
        isi = (bawaan("templates") / f"{nama}.docx").read_bytes()
        tulis(ws.akar, Artifact("templat", f"{ws.templates.name}/{nama}.docx", isi))
