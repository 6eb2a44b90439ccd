"""Writing a .zip of any size: piece by piece to a temporary name, with the hash of each member, then in its place.

The same members give the same bytes: nothing of the machine or of the clock goes in.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja.deliver.tulis import buat_map, gagal_tulis
from kinerja.errors import KinerjaError

_POTONGAN = 1 << 20
_PADAT = (b"PK\x03\x04", b"%PDF", b"\xff\xd8\xff", b"\x89PNG", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")  # gain nothing
_AWAL, _AKHIR = datetime(1980, 1, 1), datetime(2107, 12, 31)  # what a zip can say
_BESAR = 1 << 30  # from here on a member is written so that it may grow beyond 4 GB


@dataclass(frozen=True, slots=True)
class Anggota:
    """A member to be: its name, where its bytes are, and when it was last changed (local time; None: not told)."""

    nama: str
    sumber: Path | bytes
    waktu: datetime | None = None


@dataclass(frozen=True, slots=True)
class Terbungkus:
    """A member as it was written."""

    nama: str
    ukuran: int
    sha256: str
    waktu: datetime | None


def bungkus(
    tujuan: Path, anggota: Iterable[Anggota], penutup: Callable[[Sequence[Terbungkus]], Sequence[Anggota]]
) -> tuple[Terbungkus, ...]:
    """Write the .zip; `penutup` makes its last members from what the others turned out to be.

    KinerjaError when a member cannot be read or the .zip cannot be written; then nothing is left of it.
    """
    sementara = tujuan.with_name(f".{tujuan.name}.tmp")
    buat_map(tujuan.parent)
    try:
        with sementara.open("wb") as f:
            with zipfile.ZipFile(f, "w", zipfile.ZIP_DEFLATED) as z:
                isi = tuple(_tambah(z, a) for a in anggota)
                for a in penutup(isi):
                    _tambah(z, a)
            f.flush()
            os.fsync(f.fileno())
        sementara.replace(tujuan)
    except OSError as e:
        raise gagal_tulis(e, tujuan.name) from e
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)
    return isi


def buang_sisa(folder: Path) -> None:
    """Remove what runs that were cut off have left of their .zip, in a folder in which no other run is at work."""
    for sisa in folder.glob(".*.zip.tmp"):
        with suppress(OSError):
            sisa.unlink()


def _tambah(z: zipfile.ZipFile, a: Anggota) -> Terbungkus:
    info = zipfile.ZipInfo(a.nama, _waktu_zip(a.waktu))
    info.external_attr = 0o644 << 16
    info.create_system = 3  # the same on every system
    sidik, ukuran, tujuan = hashlib.sha256(), 0, None
    try:
        for p in _potongan(a):
            if tujuan is None:
                info.compress_type = zipfile.ZIP_STORED if p.startswith(_PADAT) else zipfile.ZIP_DEFLATED
                tujuan = z.open(info, "w", force_zip64=_panjang(a) > _BESAR)
            sidik.update(p)
            ukuran += len(p)
            tujuan.write(p)
    finally:
        if tujuan is not None:
            tujuan.close()
    if tujuan is None:
        z.writestr(info, b"")
    return Terbungkus(a.nama, ukuran, sidik.hexdigest(), a.waktu)


def _potongan(a: Anggota) -> Iterator[bytes]:
    if isinstance(a.sumber, bytes):
        yield a.sumber
        return
    try:
        with a.sumber.open("rb") as f:
            while p := f.read(_POTONGAN):
                yield p
    except OSError as e:
        raise KinerjaError(
            f"{a.nama} tidak dapat dibaca: {e.strerror or e}.",
            "Tutup berkas itu di program lain atau periksa izinnya, lalu jalankan lagi.",
        ) from e


def _panjang(a: Anggota) -> int:
    return len(a.sumber) if isinstance(a.sumber, bytes) else a.sumber.stat().st_size


def _waktu_zip(waktu: datetime | None) -> tuple[int, int, int, int, int, int]:
    w = min(max(waktu or _AWAL, _AWAL), _AKHIR)
    return w.year, w.month, w.day, w.hour, w.minute, w.second
