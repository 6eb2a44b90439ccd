"""Files inside files: members of a .zip and attachments of a mail, one in memory at a time."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from kinerja.read.jenis import JenisBerkas, jenis_berkas, path_aman
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.paket import MAKS_ANGGOTA, MAKS_BERKAS, MAKS_RASIO, MB, RASIO_BERLAKU, ZIP_RUSAK

if TYPE_CHECKING:
    from email.message import EmailMessage, Message

_POTONG = 1 * MB
_MAKS_ISI_ARSIP = 200 * MB  # all forms of one archive, inflated; they are kept, and must not fill the disk
_UTF8 = 0x800  # flag of a member whose name is stored as UTF-8
_DIBACA = (JenisBerkas.FORMULIR, JenisBerkas.ZIP)


@dataclass(frozen=True, slots=True)
class Anggota:
    """A file inside a file. `isi` only where it was worth reading; `ditolak` says why it could not be."""

    nama: str
    jenis: JenisBerkas
    ukuran: int
    isi: bytes | None = None
    ditolak: BerkasDitolak | None = None


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
            for nama, _, info in urut:
                if nama.startswith("__MACOSX/"):
                    continue
                yield _satu(z, info, _unik(nama, terpakai))
    except ZIP_RUSAK as e:
        raise BerkasDitolak("BRK008") from e


def _satu(z: zipfile.ZipFile, info: zipfile.ZipInfo, nama: str) -> Anggota:
    jenis = jenis_berkas(nama)
    if jenis is not JenisBerkas.FORMULIR:
        return Anggota(nama, jenis, info.file_size)
    try:
        return Anggota(nama, jenis, info.file_size, _baca(z, info))
    except BerkasDitolak as e:
        return Anggota(nama, jenis, info.file_size, ditolak=e)


def _baca(z: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & 0x1:
        raise BerkasDitolak("BRK007")
    if info.file_size > MAKS_BERKAS:
        raise BerkasDitolak("BRK003", ukuran=f"{info.file_size // MB} MB", batas=f"{MAKS_BERKAS // MB} MB")
    if info.file_size > RASIO_BERLAKU and info.file_size > MAKS_RASIO * max(info.compress_size, 1):
        raise BerkasDitolak("BRK010")
    isi = bytearray()
    try:
        with z.open(info) as f:
            # In pieces: a member that inflates to more than it declares is never held whole.
            while potong := f.read(_POTONG):
                isi += potong
                if len(isi) > MAKS_BERKAS:
                    raise BerkasDitolak("BRK010")
    except (*ZIP_RUSAK, zlib.error, RuntimeError, OSError) as e:
        raise BerkasDitolak("BRK008") from e
    return bytes(isi)


def _nama(info: zipfile.ZipInfo) -> str:
    """Names that a zip program stored as UTF-8 without saying so are read as UTF-8."""
    if not info.flag_bits & _UTF8:
        try:
            return info.filename.encode("cp437").decode("utf-8")
        except UnicodeError:
            pass
    return info.filename


def _unik(nama: str, terpakai: set[str]) -> str:
    calon, n = nama, 2
    while calon in terpakai:
        calon, n = f"{nama} ({n})", n + 1
    terpakai.add(calon)
    return calon


def buka_surel(isi: bytes) -> tuple[datetime | None, list[Anggota]]:
    """Date of a mail (as written there; None: it has none) and its attachments. BerkasDitolak when it is no mail."""
    from email import message_from_bytes, policy  # most runs meet no mail

    try:
        surel = message_from_bytes(isi, policy=policy.default)
        return _tanggal(surel), list(_lampiran(surel))
    except Exception as e:  # the library's header parsers trip in many ways over what mail programs write
        raise BerkasDitolak("BRK019") from e


def _tanggal(surel: Message) -> datetime | None:
    from email.utils import parsedate_to_datetime

    try:
        saat = parsedate_to_datetime(str(surel["Date"]))
        return saat.replace(tzinfo=None)  # the hour as the sender's clock showed it, whatever this computer's zone
    except (TypeError, ValueError, OverflowError):
        return None


def _lampiran(surel: EmailMessage) -> Iterator[Anggota]:
    terpakai: set[str] = set()
    for bagian in surel.walk():
        nama = bagian.get_filename()
        if bagian.is_multipart() or not nama:
            continue
        nama = _unik(path_aman(nama), terpakai)
        jenis = jenis_berkas(nama)
        muatan = bagian.get_payload(decode=True)
        isi = muatan if isinstance(muatan, bytes) else b""
        yield Anggota(nama, jenis, len(isi), isi if jenis in _DIBACA else None)
