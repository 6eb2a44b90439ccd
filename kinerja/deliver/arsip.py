"""The archive of originals: every received file by its hash, written once, never changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kinerja.deliver.tulis import buat_map, gagal_tulis, ganti, simpan_nama
from kinerja.errors import KesalahanProgram, KinerjaError

MAP_ARSIP = "arsip"
_SEMENTARA = ".sedang-disalin.tmp"  # fixed: what a killed run left behind is overwritten by the next one


def path_arsip(sha256: str) -> str:
    """Where the original with this hash lies, relative to the workspace."""
    return f"{MAP_ARSIP}/{sha256[:2]}/{sha256}"


def arsipkan(akar: Path, sha256: str, isi: bytes) -> Path:
    """Keep an original byte for byte; one that is there already is verified and left as it is.

    KinerjaError when the archive cannot be written, KesalahanProgram when `sha256` is not the hash of `isi`.
    """
    if hashlib.sha256(isi).hexdigest() != sha256:
        raise KesalahanProgram(f"Sidik {sha256[:12]} tidak cocok dengan isi berkas.", "Laporkan pesan ini.")
    path = path_arsip(sha256)
    tujuan = akar / path
    with suppress(FileNotFoundError):
        if tujuan.read_bytes() == isi:
            return tujuan
    # Missing, or damaged since: either way the original is in our hands now.
    buat_map(tujuan.parent, path)
    ganti(tujuan, isi, path)
    simpan_nama(tujuan.parent)
    return tujuan


def arsipkan_potongan(akar: Path, potongan: Iterable[bytes]) -> str:
    """Keep a file that comes in pieces, never whole in memory; gives its hash.

    KinerjaError when the archive cannot be written. `potongan` turns its own faults into what is no
    OSError; that goes through, and nothing is kept.
    """
    sementara = akar / MAP_ARSIP / _SEMENTARA
    buat_map(sementara.parent, MAP_ARSIP)
    sidik = hashlib.sha256()
    try:
        with sementara.open("wb") as f:
            for p in potongan:
                sidik.update(p)
                f.write(p)
            f.flush()
            os.fsync(f.fileno())
        path = path_arsip(sidik.hexdigest())
        buat_map((akar / path).parent, path)
        sementara.replace(akar / path)
        simpan_nama((akar / path).parent)
    except OSError as e:
        raise gagal_tulis(e, MAP_ARSIP) from e
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)
    return sidik.hexdigest()


def kepala_arsip(akar: Path, sha256: str, panjang: int) -> bytes:
    """The first bytes of the original with this hash, which was archived just now."""
    with (akar / path_arsip(sha256)).open("rb") as f:
        return f.read(panjang)


def baca_arsip(akar: Path, sha256: str) -> bytes:
    """The original with this hash. KinerjaError when it is missing or no longer what was received."""
    path = path_arsip(sha256)
    try:
        isi = (akar / path).read_bytes()
    except OSError as e:
        raise KinerjaError(
            f"Arsip {path} tidak dapat dibaca: {'tidak ada' if isinstance(e, FileNotFoundError) else e.strerror}.",
            "Kembalikan map arsip/ dari salinan cadangan, lalu jalankan lagi.",
        ) from e
    if hashlib.sha256(isi).hexdigest() != sha256:
        raise KinerjaError(
            f"Arsip {path} berubah: isinya bukan lagi berkas yang diterima.",
            "Kembalikan berkas itu dari salinan cadangan map arsip/, lalu jalankan lagi.",
        )
    return isi
