"""Writing a document to disk: whole or not at all, and only when its bytes changed."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path

from kinerja.artifacts import Artifact
from kinerja.deliver.nama import nama_aman
from kinerja.errors import GagalTulis, KesalahanProgram, KinerjaError

_PENUH = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


def tulis(akar: Path, artifact: Artifact) -> Path:
    """Write a document under the workspace `akar` and give its full path.

    The bytes go to a temporary name in the same folder, are forced to disk, and then take the place of the old file.
    A file that already holds them is left untouched. KinerjaError when the file is open in another program, the disk is
    full, or the folder cannot be written; then the old file is as it was and nothing temporary is left.
    """
    tujuan = _tujuan(akar, artifact.path)
    if _sama(tujuan, artifact.isi):
        return tujuan
    if (penanda := _sedang_dibuka(tujuan)) is not None:
        raise KinerjaError(
            f"{artifact.path} sedang dibuka di program lain, jadi tidak diganti.",
            f"Simpan dan tutup berkas itu lalu jalankan lagi. Bila tidak ada yang membukanya, hapus {penanda.name} "
            "di map yang sama.",
        )
    buat_map(tujuan.parent, artifact.path)
    ganti(tujuan, artifact.isi, artifact.path)
    return tujuan


def baca_dokumen(akar: Path, path: str) -> bytes | None:
    """What lies under the name of a document now; None when nothing does.

    KinerjaError when it cannot be read: then it cannot be told whether somebody has edited it.
    """
    berkas = akar / path
    if not berkas.is_file():
        return None
    try:
        return berkas.read_bytes()
    except OSError as e:
        sebab = "sedang dibuka di program lain, atau tidak boleh Anda baca" if isinstance(e, PermissionError) else None
        raise KinerjaError(
            f"{path} tidak dapat dibaca: {sebab or e.strerror or 'gangguan penyimpanan'}.",
            "Tutup berkas itu di program lain dan periksa izinnya, lalu jalankan lagi.",
        ) from e


def buat_map(folder: Path, disebut: str = "") -> None:
    """Make a folder and those above it, for the file `disebut`. KinerjaError when that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise gagal_tulis(e, disebut or f"map {folder.name}") from e


def ganti(tujuan: Path, isi: bytes, disebut: str) -> None:
    """Put `isi` in the place of `tujuan` in one step. `disebut` is how messages name the file."""
    # A fixed temporary name: what a killed run left behind is overwritten by the next one.
    sementara = tujuan.with_name(f".{tujuan.name}.tmp")
    try:
        with sementara.open("wb") as f:
            f.write(isi)
            f.flush()
            os.fsync(f.fileno())
        sementara.replace(tujuan)
    except OSError as e:
        raise gagal_tulis(e, disebut) from e
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def gagal_tulis(e: OSError, disebut: str) -> GagalTulis:
    """The fault that says in plain words why a file could not be written."""
    if e.errno in _PENUH:
        return GagalTulis(
            f"{disebut} tidak dapat ditulis: penyimpanan penuh.",
            "Kosongkan ruang pada penyimpanan itu lalu jalankan lagi; berkas yang lama tidak berubah.",
        )
    if isinstance(e, PermissionError):
        return GagalTulis(
            f"{disebut} tidak dapat ditulis: sedang dibuka di program lain, atau map itu tidak boleh Anda tulisi.",
            "Bila berkas itu terbuka di Excel, Word, atau LibreOffice, tutup berkas itu lalu jalankan lagi; bila "
            "tidak, periksa izin map itu.",
        )
    if e.errno == errno.EROFS:
        return GagalTulis(
            f"{disebut} tidak dapat ditulis: penyimpanan ini hanya dapat dibaca.",
            "Salin map kerja ke tempat yang dapat ditulisi lalu jalankan lagi.",
        )
    if isinstance(e, FileExistsError | IsADirectoryError | NotADirectoryError):
        return GagalTulis(
            f"{disebut} tidak dapat ditulis: nama itu sudah dipakai (map di tempat berkas, atau berkas di tempat map).",
            "Pindahkan atau ganti nama yang menghalangi itu lalu jalankan lagi.",
        )
    return GagalTulis(
        f"{disebut} tidak dapat ditulis ({e.strerror or e}).",
        "Periksa sambungan ke penyimpanan itu lalu jalankan lagi; berkas yang lama tidak berubah.",
    )


def _tujuan(akar: Path, path: str) -> Path:
    bagian = path.split("/")
    if any(b != nama_aman(b) for b in bagian):
        raise KesalahanProgram(f"Nama berkas hasil tidak aman: {path!r}.", "Laporkan pesan ini.")
    return akar.joinpath(*bagian)


def _sama(tujuan: Path, isi: bytes) -> bool:
    try:
        return tujuan.stat().st_size == len(isi) and tujuan.read_bytes() == isi
    except OSError:
        return False


def _sedang_dibuka(tujuan: Path) -> Path | None:
    """The marker that LibreOffice, Excel or Word lays beside a file while it is open there."""
    nama = tujuan.name
    calon = [f".~lock.{nama}#", f"~${nama}"]
    if tujuan.suffix == ".docx" and len(tujuan.stem) > 6:
        calon.append(f"~${nama[2 if len(tujuan.stem) > 7 else 1 :]}")
    for penanda in (tujuan.with_name(c) for c in calon):
        if penanda.exists():
            return penanda
    return None


def simpan_nama(folder: Path) -> None:
    """Force new names in a folder to disk where the system can; Windows cannot open folders.

    For what nothing can make again; a document whose name a power failure takes can be made anew.
    """
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)
