"""`kinerja sop copy | print`: a profile into the workspace, where the office makes it its own; its SOPs on paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja.artifacts import Artifact
from kinerja.catalogue.ejaan import mungkin, terdekat
from kinerja.deliver.tulis import tulis
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.pipeline.init import lengkapi_templat
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import DokumenTercatat
from kinerja.sop.cetak import catatan_sop
from kinerja.sop.loader import daftar_profil, isi_profil, load_profil
from kinerja.sop.model import Profil, Sop

_NAMA = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
TEMPLAT = "sop"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilCetak:
    """`catatan`: how many things an SOP asks the office to confirm, by its name."""

    profil: Profil
    dokumen: tuple[DokumenTercatat, ...]
    catatan: tuple[tuple[str, int], ...]
    disisihkan: tuple[tuple[str, str], ...]


def periksa_nama(kantor: Path | None, nama: str) -> None:
    """SalahPakai when no profile has this name; `kantor` is the office's folder."""
    if nama not in (ada := daftar_profil(kantor)):
        dekat = mungkin(terdekat(nama, ada))
        raise SalahPakai(f"Profil SOP “{nama}” tidak ada.{dekat}", f"Pilih salah satu: {', '.join(ada)}.")


def copy_profil(ws: Workspace, nama: str, baru: str | None) -> str:
    """Put the profile `nama` into the workspace as `baru` (None: the same name); gives its path.

    SalahPakai for a profile that is not there and for a name that no file should have; what exists is not overwritten.
    """
    baru = baru or nama
    periksa_nama(ws.sop, nama)
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


def print_sop(ws: Workspace, nama: str | None, *, waktu: datetime) -> HasilCetak:
    """Each SOP of a profile (None: the workspace's) in Word and Excel, to be signed. SalahPakai: no such profile."""
    from kinerja.render.dokumen import sop as naskah

    if nama is not None:
        periksa_nama(ws.sop, nama)
    isi = load_isi(ws)
    profil = load_profil(nama, ws.sop) if nama is not None else isi.profil
    lengkapi_templat(ws, TEMPLAT)
    tahun, dokumen = str(isi.master.instansi.tahun), []
    with buka(ws, waktu) as sesi:
        for ke, sop in enumerate(profil.sop, 1):
            path = f"output/{tahun}/sop_{profil.nama}{f'_{ke}' if len(profil.sop) > 1 else ''}"
            docx = naskah(isi.master, isi.pengaturan, sop, tanggal=waktu.date(), templat=ws.templates, akar=ws.akar)
            dokumen.append(sesi.tulis(Artifact("sop", f"{path}.docx", docx), tahun))
            xlsx = _buku(ws, isi, sop, waktu)
            dokumen.append(sesi.tulis(Artifact("sop", f"{path}.xlsx", xlsx), tahun))
    return HasilCetak(
        profil=profil,
        dokumen=tuple(dokumen),
        catatan=tuple((s.nama, len(catatan_sop(s))) for s in profil.sop),
        disisihkan=tuple(sesi.disisihkan),
    )


def _buku(ws: Workspace, isi: Isi, sop: Sop, waktu: datetime) -> bytes:
    """The workbook, with the drawings that it takes."""
    from kinerja.render.gambar.sop import petak_alur, tinggi_petak
    from kinerja.render.logo import read_logo
    from kinerja.render.views.kop import penanda_tangan
    from kinerja.render.views.sop import gambar_buku
    from kinerja.worksheets.sop import LAJUR_MM, BahanBukuSop, GambarBuku, sop_workbook

    def petak(teks: Sequence[float]) -> tuple[list[int], list[list[bytes]]]:
        tinggi = tinggi_petak(sop, LAJUR_MM, teks)
        return tinggi, petak_alur(sop, LAJUR_MM, tinggi)

    bahan = BahanBukuSop(
        ttd=penanda_tangan(isi.master, waktu.date()),
        logo=read_logo(isi.master, ws.akar),
        petak=petak,
        alur=[GambarBuku(judul=judul, isi=g.isi, alt=g.alt, tinggi_mm=g.tinggi_mm) for judul, g in gambar_buku(sop)],
    )
    return sop_workbook(isi.master, isi.pengaturan, sop, bahan)
