"""A .zip that is said to be our backup or archive: judged whole, every byte of it, before anything is written.

It may be of any size, so it is read in pieces, never whole; and it may come from anybody, so nothing in it is believed
until its members, its manifest and its bytes agree.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kinerja.domain.manifest import NAMA_MANIFEST, Butir, Manifest, baca_manifest
from kinerja.errors import KinerjaError, SalahPakai
from kinerja.workbook.paket import MB, ZIP_RUSAK

MAKS_MANIFEST = 64 * MB
MAKS_ANGGOTA = 1_000_000
_POTONGAN = MB
_JAHAT = re.compile(r"[\x00-\x1f\x7f\\]|^/|^[A-Za-z]:|(?:^|/)\.{0,2}(?:/|$)|(?:^|/)[^/]*[. ](?:/|$)")
_SAMBUNGAN = 0o120000  # a symbolic link
_SARAN = "Pakai salinan lain dari cadangan itu, atau cadangan sebelumnya; tidak ada yang ditulis."


@dataclass(frozen=True, slots=True)
class Bungkusan:
    """A .zip whose members are those of its manifest. `potongan` gives the bytes of one, up to the size it declares."""

    zip: zipfile.ZipFile
    nama: str
    manifest: Manifest

    @property
    def dipulihkan(self) -> Iterator[tuple[str, Butir]]:
        """The files of the workspace in it: (path in the workspace, member)."""
        akar = self.manifest.akar
        return ((b.path.removeprefix(akar), b) for b in self.manifest.berkas if b.path.startswith(akar))

    def potongan(self, b: Butir) -> Iterator[bytes]:
        """The bytes of a member. KinerjaError as soon as they cannot be those of the manifest; else at the end."""
        sidik, panjang = hashlib.sha256(), 0
        try:
            with self.zip.open(b.path) as f:
                while p := f.read(min(_POTONGAN, b.ukuran - panjang + 1)):
                    panjang += len(p)
                    if panjang > b.ukuran:
                        break
                    sidik.update(p)
                    yield p
        except (*ZIP_RUSAK, RuntimeError, zlib.error, OSError) as e:
            raise _rusak(self.nama, f"{b.path} tidak dapat dibaca") from e
        if panjang != b.ukuran or sidik.hexdigest() != b.sha256:
            raise _rusak(self.nama, f"isi {b.path} bukan yang tercatat pada manifest")


def aman(path: str) -> bool:
    """True for a relative path that stays in its folder and means the same on every system."""
    return not _JAHAT.search(path)


def buka_bungkusan(berkas: Path) -> Bungkusan:
    """Open and judge the directory and the manifest; the caller closes `zip`. KinerjaError says what is wrong."""
    if not berkas.is_file():
        raise SalahPakai(
            f"{berkas} {'sebuah map, bukan berkas' if berkas.is_dir() else 'tidak ada'}.",
            "Tulis letak berkas .zip cadangannya, seperti yang disebut oleh kinerja backup.",
        )
    try:
        z = zipfile.ZipFile(berkas)
    except (*ZIP_RUSAK, OSError) as e:
        raise _rusak(berkas.name, "bukan berkas .zip, atau terpotong") from e
    try:
        return Bungkusan(z, berkas.name, _nilai(z, berkas))
    except BaseException:
        z.close()
        raise


def periksa_bita(b: Bungkusan) -> Iterator[int]:
    """Read every member through, nothing written; gives how many have been found as the manifest has them."""
    for n, butir in enumerate(b.manifest.berkas, 1):
        for _ in b.potongan(butir):
            pass
        yield n


def _nilai(z: zipfile.ZipFile, berkas: Path) -> Manifest:
    """The manifest, when the members of the .zip are exactly what it lists, and safe to write."""
    nama = berkas.name
    anggota = z.infolist()
    if len(anggota) > MAKS_ANGGOTA:
        raise _rusak(nama, f"memuat lebih dari {MAKS_ANGGOTA} berkas")
    if sum(a.compress_size for a in anggota) > berkas.stat().st_size:
        raise _rusak(nama, "isinya saling menindih")
    for a in anggota:
        if a.flag_bits & 0x1:
            raise _rusak(nama, f"{a.filename} dikunci dengan kata sandi")
        if a.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _rusak(nama, f"{a.filename} dimampatkan dengan cara yang tidak dipakai kinerja")
        if not aman(a.filename) or (a.external_attr >> 16) & 0o170000 == _SAMBUNGAN:
            raise _rusak(nama, f"nama {a.filename!r} keluar dari map tujuan atau tidak aman")
    if len({a.filename for a in anggota}) != len(anggota):
        raise _rusak(nama, "satu nama dipakai lebih dari sekali")
    manifest = _manifest(z, nama)
    disebut = {b.path: b.ukuran for b in manifest.berkas}
    ada = {a.filename: a.file_size for a in anggota if a.filename != NAMA_MANIFEST}
    if len(disebut) != len(manifest.berkas) or disebut != ada:
        beda = sorted(set(disebut.items()) ^ set(ada.items()))
        raise _rusak(nama, f"isinya berbeda dari manifest{f': {beda[0][0]}' if beda else ''}")
    if not all(map(aman, manifest.kosong)):
        raise _rusak(nama, "manifest menyebut map di luar map tujuan")
    return manifest


def _manifest(z: zipfile.ZipFile, nama: str) -> Manifest:
    try:
        info = z.getinfo(NAMA_MANIFEST)
    except KeyError as e:
        raise KinerjaError(
            f"{nama} bukan cadangan kinerja: tidak ada {NAMA_MANIFEST} di dalamnya.",
            "Tulis berkas .zip yang dibuat oleh kinerja backup atau kinerja archive.",
        ) from e
    if info.file_size > MAKS_MANIFEST:
        raise _rusak(nama, "manifestnya terlalu besar")
    try:
        return baca_manifest(z.open(info).read(MAKS_MANIFEST))
    except (*ZIP_RUSAK, RuntimeError, zlib.error, RecursionError, OSError) as e:
        raise _rusak(nama, f"{NAMA_MANIFEST} tidak dapat dibaca, atau dibuat oleh program yang lebih baru") from e


def _rusak(nama: str, sebab: str) -> KinerjaError:
    return KinerjaError(f"{nama} tidak dapat dipakai: {sebab}.", _SARAN)
