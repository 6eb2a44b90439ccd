"""Members of a .zip, one in memory at a time; evidence among them only as a stream."""

from __future__ import annotations

import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import BinaryIO

from kinerja.domain.bukti import MAKS_BUKTI
from kinerja.read.jenis import JenisBerkas, jenis_berkas, path_aman
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.paket import MAKS_ANGGOTA, MAKS_BERKAS, MAKS_RASIO, MB, RASIO_BERLAKU, ZIP_RUSAK

_POTONG = 1 * MB
_MAKS_ISI_ARSIP = 200 * MB  # all forms of one archive, inflated; they are kept, and must not fill the disk
_MAKS_BUKTI_ARSIP = 1024 * MB  # all evidence of one archive, inflated; what comes after it counts as too large
_UTF8 = 0x800  # flag of a member whose name is stored as UTF-8


@dataclass(frozen=True, slots=True)
class Anggota:
    """A file inside a .zip. `isi` of a form; `ditolak` says why it could not be read.

    `alir` gives any other file in pieces while the archive is open, and raises BerkasDitolak; None: it is too large.
    """

    nama: str
    jenis: JenisBerkas
    ukuran: int
    tanda: str  # changes with what is in it
    isi: bytes | None = None
    ditolak: BerkasDitolak | None = None
    alir: Callable[[], Iterator[bytes]] | None = None


def seperti_buku_kerja(berkas: BinaryIO) -> bool:
    """True when a zip is an Excel workbook, whatever its name."""
    try:
        with zipfile.ZipFile(berkas) as z:
            nama = set(z.namelist())
    except ZIP_RUSAK:
        return False
    return "[Content_Types].xml" in nama and bool(nama & {"xl/workbook.xml", "xl/workbook.bin"})


def anggota_zip(berkas: BinaryIO) -> Iterator[Anggota]:
    """Members by name. Only forms are inflated, under a counting cap. BerkasDitolak when the archive is no good."""
    try:
        with zipfile.ZipFile(berkas) as z:
            daftar = [i for i in z.infolist() if not i.is_dir()]
            formulir = sum(i.file_size for i in daftar if jenis_berkas(i.filename) is JenisBerkas.FORMULIR)
            if len(daftar) > MAKS_ANGGOTA or formulir > _MAKS_ISI_ARSIP:
                raise BerkasDitolak("BRK010")
            urut = sorted(((path_aman(_nama(i)), n, i) for n, i in enumerate(daftar)), key=lambda x: x[:2])
            terpakai: set[str] = set()
            jatah = _MAKS_BUKTI_ARSIP
            for nama, _, info in urut:
                if nama.startswith("__MACOSX/"):
                    continue
                satu = _satu(z, info, unik(nama, terpakai), jatah)
                jatah -= info.file_size if satu.alir is not None else 0
                yield satu
    except ZIP_RUSAK as e:
        raise BerkasDitolak("BRK008") from e


def _satu(z: zipfile.ZipFile, info: zipfile.ZipInfo, nama: str, jatah: int) -> Anggota:
    dasar = Anggota(nama, jenis_berkas(nama), info.file_size, f"{info.CRC:08x}")
    if dasar.jenis is not JenisBerkas.FORMULIR:
        return replace(dasar, alir=partial(_alir, z, info)) if info.file_size <= min(MAKS_BUKTI, jatah) else dasar
    if info.file_size > MAKS_BERKAS:
        batas = BerkasDitolak("BRK003", ukuran=f"{info.file_size // MB} MB", batas=f"{MAKS_BERKAS // MB} MB")
        return replace(dasar, ditolak=batas)
    try:
        return replace(dasar, isi=b"".join(_alir(z, info)))
    except BerkasDitolak as e:
        return replace(dasar, ditolak=e)


def _alir(z: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """A member in pieces, never more than it declares. BerkasDitolak when it is locked, damaged, or a bomb."""
    if info.flag_bits & 0x1:
        raise BerkasDitolak("BRK007")
    if info.file_size > RASIO_BERLAKU and info.file_size > MAKS_RASIO * max(info.compress_size, 1):
        raise BerkasDitolak("BRK010")
    try:
        with z.open(info) as f:
            while potong := f.read(_POTONG):
                yield potong
    except (*ZIP_RUSAK, zlib.error, lzma.LZMAError, RuntimeError, OSError) as e:
        raise BerkasDitolak("BRK008") from e


def _nama(info: zipfile.ZipInfo) -> str:
    """Names that a zip program stored as UTF-8 without saying so are read as UTF-8."""
    if not info.flag_bits & _UTF8:
        try:
            return info.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return info.filename


def unik(nama: str, terpakai: set[str]) -> str:
    """The name, with a number behind it when it was used before."""
    calon, n = nama, 2
    while calon in terpakai:
        calon, n = f"{nama} ({n})", n + 1
    terpakai.add(calon)
    return calon
