"""Writing a whole folder at once: into a temporary one beside it, which then takes its name. All of it, or nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from kinerja.deliver.tulis import buat_map, gagal_tulis, simpan_nama
from kinerja.errors import KinerjaError

Isi = tuple[str, datetime | None, Iterable[bytes]]  # path in the folder, when it was last changed, its bytes


def periksa_tujuan(tujuan: Path, perlu: int) -> None:
    """KinerjaError unless the folder is new or empty, and its disk has room for `perlu` bytes."""
    if tujuan.exists() and not tujuan.is_dir():
        raise KinerjaError(f"{tujuan} sebuah berkas, bukan map.", "Tulis nama map baru untuk hasil pemulihan.")
    if tujuan.is_dir() and any(tujuan.iterdir()):
        raise KinerjaError(
            f"Map {tujuan} sudah berisi; tidak ada yang ditimpa.",
            "Tulis nama map yang belum ada; map lama dapat dipindahkan setelah yang baru diperiksa.",
        )
    induk = next(p for p in (tujuan, *tujuan.parents) if p.is_dir())
    sisa = shutil.disk_usage(induk).free
    if perlu > sisa:
        raise KinerjaError(
            f"Ruang penyimpanan untuk {tujuan} kurang: perlu {_mb(perlu)} MB, tersisa {_mb(sisa)} MB.",
            "Kosongkan ruang, atau pulihkan ke penyimpanan lain.",
        )


def bentangkan(tujuan: Path, isi: Iterable[Isi], kosong: Iterable[str]) -> None:
    """Write the files and the empty folders. On any fault nothing of it is left, and `tujuan` is as it was."""
    sementara = tujuan.with_name(f".{tujuan.name}.sedang-dipulihkan")
    buat_map(tujuan.parent)
    try:
        if sementara.exists():  # left by a run that was cut off
            shutil.rmtree(sementara)
        sementara.mkdir()
        for path, waktu, potongan in isi:
            _tulis(sementara.joinpath(*path.split("/")), waktu, potongan)
        for path in kosong:
            sementara.joinpath(*path.split("/")).mkdir(parents=True, exist_ok=True)
        if tujuan.is_dir():
            tujuan.rmdir()
        sementara.replace(tujuan)
        simpan_nama(tujuan.parent)
    except OSError as e:
        raise gagal_tulis(e, str(tujuan)) from e
    finally:
        with suppress(OSError):
            shutil.rmtree(sementara)


def _tulis(berkas: Path, waktu: datetime | None, potongan: Iterable[bytes]) -> None:
    berkas.parent.mkdir(parents=True, exist_ok=True)
    with berkas.open("xb") as f:  # two names that this system takes for one are a fault, never one file
        for p in potongan:
            f.write(p)
        f.flush()
        os.fsync(f.fileno())
    if waktu is not None:
        os.utime(berkas, (waktu.timestamp(), waktu.timestamp()))


def _mb(ukuran: int) -> int:
    return -(-ukuran // (1024 * 1024))
