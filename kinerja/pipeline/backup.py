"""`kinerja backup` and `kinerja restore`: the whole workspace as one .zip, and back into a new folder.

While it is made no other run is at work, and the register is copied as of one moment. A backup changes nothing in the
workspace, so it is no event of the register.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kinerja import __version__
from kinerja.deliver.bentang import bentangkan, periksa_tujuan
from kinerja.deliver.bungkus import Anggota, Terbungkus, buang_sisa, bungkus
from kinerja.deliver.kunci import NAMA_KUNCI, kunci_jalan
from kinerja.deliver.nama import nama_aman
from kinerja.domain.manifest import CADANGAN, NAMA_MANIFEST, Butir, Manifest, isi_manifest
from kinerja.errors import SalahPakai
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.workspace import Workspace
from kinerja.read.bungkusan import aman, buka_bungkusan, periksa_bita
from kinerja.register.salinan import salin_register

MAP_CADANGAN = "cadangan"
_MEMBACA, _MENULIS = "Memeriksa isi cadangan", "Memulihkan"


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilBackup:
    """`dilewati`: names that no backup can hold, with the reason."""

    berkas: Path
    jumlah: int
    ukuran: int  # of the .zip
    dilewati: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilRestore:
    """What was restored from where."""

    jumlah: int
    manifest: Manifest


def backup(ws: Workspace, tujuan: Path | None, *, waktu: datetime, lapor: Lapor) -> HasilBackup:
    """Write the .zip. SalahPakai when the name is taken, is no .zip, or lies where the workspace's own files lie."""
    tujuan = tujuan_zip(ws, tujuan, f"cadangan_{ws.akar.name}_{waktu:%Y-%m-%d_%H%M%S}.zip")
    with kunci_jalan(ws.akar):
        buang_sisa(ws.akar / MAP_CADANGAN)
        isi, dilewati, kosong = _isi_map(ws)

        def anggota() -> Iterator[Anggota]:
            for n, path in enumerate(isi, 1):
                berkas = ws.akar / path
                diubah = datetime.fromtimestamp(int(berkas.stat().st_mtime), tz=UTC).astimezone().replace(tzinfo=None)
                yield Anggota(path, salin_register(berkas) if berkas == ws.register else berkas, diubah)
                lapor("Mencadangkan", n, len(isi))

        def penutup(ditulis: Sequence[Terbungkus]) -> Sequence[Anggota]:
            manifest = Manifest(
                jenis=CADANGAN,
                program=__version__,
                dibuat=waktu,
                akar="",
                berkas=tuple(Butir(x.nama, x.ukuran, x.sha256, x.waktu) for x in ditulis),
                kosong=tuple(kosong),
            )
            return (Anggota(NAMA_MANIFEST, isi_manifest(manifest)),)

        ditulis = bungkus(tujuan, anggota(), penutup)
    return HasilBackup(berkas=tujuan, jumlah=len(ditulis), ukuran=tujuan.stat().st_size, dilewati=tuple(dilewati))


def restore(berkas: Path, tujuan: Path, *, lapor: Lapor) -> HasilRestore:
    """Make the workspace of a backup, or of a period's archive, in a new folder; everything is checked first."""
    b = buka_bungkusan(berkas)
    with closing(b.zip):
        isi = list(b.dipulihkan)
        periksa_tujuan(tujuan, sum(x.ukuran for _, x in isi))
        semua = len(b.manifest.berkas)
        for n in periksa_bita(b):
            lapor(_MEMBACA, n, semua)

        def ditulis() -> Iterator[tuple[str, datetime | None, Iterator[bytes]]]:
            for n, (path, butir) in enumerate(isi, 1):
                yield path, butir.waktu, b.potongan(butir)
                lapor(_MENULIS, n, len(isi))

        bentangkan(tujuan, ditulis(), b.manifest.kosong)
    return HasilRestore(jumlah=len(isi), manifest=b.manifest)


def tujuan_zip(ws: Workspace, tujuan: Path | None, bawaan: str) -> Path:
    """Where a .zip goes: what the person named, else `bawaan` in cadangan/. SalahPakai when it cannot go there."""
    tujuan = tujuan or ws.akar / MAP_CADANGAN / nama_aman(bawaan)
    tujuan = tujuan.resolve()
    if tujuan.suffix.lower() != ".zip":
        raise SalahPakai(
            f"{tujuan.name} tidak berakhiran .zip.", "Tulis nama berkasnya, misalnya D:/cadangan-2026-02.zip."
        )
    if tujuan.is_relative_to(ws.akar) and tujuan.relative_to(ws.akar).parts[0] != MAP_CADANGAN:
        raise SalahPakai(
            f"Berkas .zip itu tidak dapat ditaruh di {tujuan.parent}, yang merupakan bagian map kerja.",
            f"Tulis tempat di luar map kerja, atau kosongkan agar ditaruh di {MAP_CADANGAN}/.",
        )
    if tujuan.exists():
        raise SalahPakai(
            f"{tujuan} sudah ada; berkas lama tidak ditimpa.", "Tulis nama lain, atau pindahkan berkas itu dahulu."
        )
    return tujuan


def _isi_map(ws: Workspace) -> tuple[list[str], list[str], list[str]]:
    """Files to keep, names that cannot be kept, and empty folders; all relative, in a fixed order."""
    berkas: list[str] = []
    dilewati: list[str] = []
    kosong: list[str] = []
    for map_, anak, nama in os.walk(ws.akar):
        di = Path(map_)
        anak[:] = sorted(a for a in anak if di != ws.akar or a != MAP_CADANGAN)
        for a in [a for a in anak if (di / a).is_symlink()]:
            dilewati.append(f"{_relatif(ws, di / a)} (pintasan ke map lain)")
            anak.remove(a)
        for n in sorted(nama):
            path = _relatif(ws, di / n)
            if _sementara(ws, di / n):
                continue
            if not (di / n).is_file():
                dilewati.append(f"{path} (bukan berkas biasa)")
            elif not _dapat_ditulis(path):
                dilewati.append(f"{path!r} (namanya tidak dapat ditulis di semua sistem)")
            else:
                berkas.append(path)
        if di != ws.akar and not anak and not nama:
            kosong.append(_relatif(ws, di))
    return sorted(berkas), dilewati, kosong


def aman_dicadangkan(ws: Workspace, berkas: Path) -> bool:
    """True for a plain file that is worth keeping, under a name that every system takes."""
    return berkas.is_file() and not _sementara(ws, berkas) and _dapat_ditulis(_relatif(ws, berkas))


def _sementara(ws: Workspace, berkas: Path) -> bool:
    """True for locks, journals and what a killed run or an office program leaves behind."""
    n = berkas.name
    if berkas.parent == ws.akar and (n == NAMA_KUNCI or n.startswith(f"{ws.register.name}-")):
        return True
    return n.startswith(("~$", ".~lock.")) or (n.startswith(".") and n.endswith(".tmp"))


def _dapat_ditulis(path: str) -> bool:
    """True for a name that a restore takes back."""
    try:
        path.encode()
    except UnicodeEncodeError:
        return False
    return aman(path)


def _relatif(ws: Workspace, berkas: Path) -> str:
    return berkas.relative_to(ws.akar).as_posix()
