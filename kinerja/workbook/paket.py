"""A zip as a hostile stranger may send it: listed, judged, and inflated under a counting cap, all in memory."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from kinerja.workbook.errors import BerkasDitolak

MB = 1024 * 1024
MAKS_BERKAS = 50 * MB  # the file as it came
MAKS_ANGGOTA = 4000  # members of one zip
MAKS_BAGIAN = 64 * MB  # one member, inflated
MAKS_TOTAL = 100 * MB  # all members, inflated
MAKS_RASIO = 200  # deflate of honest sheets stays below 100
RASIO_BERLAKU = 4 * MB  # small members may compress as well as they like
WAJAR = 4 * MB  # all members, inflated, of a form that may be read here and now; four times the largest honest one

# What the library raises over a directory that is damaged, or of a version it does not know.
ZIP_RUSAK = (zipfile.BadZipFile, ValueError, OverflowError, EOFError, NotImplementedError, struct.error)

_KEPALA_LOKAL = struct.Struct("<4s22xHH")  # signature, length of name, length of extra


@dataclass(frozen=True, slots=True)
class Paket:
    """The members of a zip that passed the guard, by name. `baca` inflates one of them."""

    isi: bytes
    anggota: Mapping[str, zipfile.ZipInfo]

    @property
    def wajar(self) -> bool:
        """True when even the worst content of this size cannot take much time or memory."""
        return sum(info.file_size for info in self.anggota.values()) <= WAJAR

    def __contains__(self, nama: str) -> bool:
        return nama in self.anggota

    def baca(self, nama: str) -> bytes:
        """Inflate one member. BerkasDitolak when it is damaged or larger than the directory declares."""
        info = self.anggota[nama]
        kepala = self.isi[info.header_offset : info.header_offset + _KEPALA_LOKAL.size]
        if len(kepala) < _KEPALA_LOKAL.size:
            raise BerkasDitolak("BRK008")
        tanda, panjang_nama, panjang_ekstra = _KEPALA_LOKAL.unpack(kepala)
        if tanda != b"PK\x03\x04":
            raise BerkasDitolak("BRK008")
        awal = info.header_offset + _KEPALA_LOKAL.size + panjang_nama + panjang_ekstra
        mentah = self.isi[awal : awal + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            hasil = mentah
        else:
            try:
                # The directory may lie: never inflate more than one byte beyond what it declares.
                hasil = zlib.decompressobj(-15).decompress(mentah, info.file_size + 1)
            except zlib.error as e:
                raise BerkasDitolak("BRK008") from e
        if len(hasil) > info.file_size:
            raise BerkasDitolak("BRK010")
        if len(hasil) < info.file_size or zlib.crc32(hasil) != info.CRC:
            raise BerkasDitolak("BRK008")
        return hasil


def buka_paket(isi: bytes) -> Paket:
    """List a zip and judge it by its directory, before anything is inflated. BerkasDitolak says why not."""
    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as z:
            daftar = z.infolist()
    except ZIP_RUSAK as e:
        raise BerkasDitolak("BRK008") from e
    if len(daftar) > MAKS_ANGGOTA:
        raise BerkasDitolak("BRK010")
    anggota: dict[str, zipfile.ZipInfo] = {}
    total = 0
    for info in daftar:
        if info.is_dir():
            continue
        if info.flag_bits & 0x1:
            raise BerkasDitolak("BRK007")
        if info.filename in anggota or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise BerkasDitolak("BRK008")
        total += info.file_size
        if info.file_size > RASIO_BERLAKU and info.file_size > MAKS_RASIO * max(info.compress_size, 1):
            raise BerkasDitolak("BRK010")
        if info.file_size > MAKS_BAGIAN or total > MAKS_TOTAL:
            raise BerkasDitolak("BRK003", ukuran=f"{total // MB} MB setelah dibuka", batas=f"{MAKS_TOTAL // MB} MB")
        anggota[info.filename] = info
    return Paket(isi, anggota)
