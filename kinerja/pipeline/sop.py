"""`kinerja sop copy`: a profile into the workspace, where the office makes it its own."""

from __future__ import annotations

import re

from kinerja.artifacts import Artifact
from kinerja.deliver.tulis import tulis
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.workspace import Workspace
from kinerja.sop.loader import daftar_profil, isi_profil

_NAMA = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")


def copy_profil(ws: Workspace, nama: str, baru: str | None) -> str:
    """Put the profile `nama` into the workspace as `baru` (None: the same name); gives its path.

    SalahPakai for a profile that is not there and for a name that no file should have; what exists is not overwritten.
    """
    baru = baru or nama
    if nama not in (ada := daftar_profil(ws.sop)):
        raise SalahPakai(f"Profil SOP “{nama}” tidak ada.", f"Pilih salah satu: {', '.join(ada)}.")
    if not _NAMA.fullmatch(baru):
        raise SalahPakai(
            f"“{baru}” tidak dapat menjadi nama profil.",
            "Pakai huruf kecil, angka, dan garis bawah, misalnya inspektorat_kami.",
        )
    path = f"{ws.sop.name}/{baru}.toml"
    if (ws.akar / path).exists():
        raise KinerjaError(
            f"{path} sudah ada; tidak ada yang ditimpa.",
            f"Sunting berkas itu, atau tulis nama lain: kinerja sop copy {nama} {baru}_2",
        )
    tulis(ws.akar, Artifact("profil_sop", path, isi_profil(nama, ws.sop)))
    return path
