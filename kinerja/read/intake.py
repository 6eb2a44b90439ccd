"""What lies in `masuk/`: forms as candidates, evidence by name, and a finding for all that cannot be taken in.

Sub-folders, .zip files and mails are walked; one file is in memory at a time; the order does not depend on the machine.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from stat import S_ISREG

from kinerja.catalogue import temuan
from kinerja.findings import Finding
from kinerja.read.jenis import JenisBerkas, jenis_berkas
from kinerja.read.model import Kandidat
from kinerja.read.penolakan import tolak
from kinerja.read.wadah import Anggota, anggota_zip, buka_surel, seperti_buku_kerja
from kinerja.sources import CellRef
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.paket import MAKS_BERKAS, MB

__all__ = ["Bukti", "Kandidat", "temukan"]

_MAKS_SUREL = 30 * MB  # mail servers stop at 25; taken apart, a mail needs ten times its size in memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Bukti:
    """A file that is no form and may be evidence: known by name and size, never opened."""

    nama: str  # file name without folders
    path: str
    ukuran: int


Temuan = Kandidat | Bukti | Finding


def temukan(sumber: Path | Iterable[Path], akar: Path) -> Iterator[Temuan]:
    """Everything in these files and folders, in a fixed order. Paths are told relative to `akar`, the workspace.

    Never raises for what it finds: unreadable files, locks, nested archives and missing paths are findings.
    """
    for dasar in [sumber] if isinstance(sumber, Path) else list(sumber):
        if not dasar.exists():
            yield temuan("BRK026", CellRef(_label(dasar, dasar, akar)))
            continue
        galat: list[OSError] = []
        for berkas in [dasar] if dasar.is_file() else _berkas(dasar, galat):
            yield from _satu(berkas, _label(berkas, dasar, akar))
        for e in galat:
            yield _tidak_terbuka(e, _label(Path(str(e.filename)), dasar, akar))


def _label(berkas: Path, dasar: Path, akar: Path) -> str:
    """The name that a file goes by: its path in the workspace; outside it never more than the folder named."""
    try:
        # The folder is resolved, not the file: a link goes by its own name.
        nama = (berkas.parent.resolve() / berkas.name).relative_to(akar.resolve()).as_posix()
    except ValueError:
        nama = berkas.name if berkas == dasar else f"{dasar.name}/{berkas.relative_to(dasar).as_posix()}"
    # A name from another system may hold bytes that are no text; no register and no document can hold them.
    return nama.encode(errors="backslashreplace").decode()


def _berkas(folder: Path, galat: list[OSError]) -> list[Path]:
    """All files below a folder; linked folders are not entered, so that no circle is walked. `galat` takes faults."""
    hasil: list[Path] = []
    for map_, anak, nama in os.walk(folder, onerror=galat.append):
        anak[:] = [a for a in anak if not a.startswith(".") and a != "__MACOSX"]
        hasil += [Path(map_) / n for n in nama]
    return sorted(hasil, key=lambda p: (p.relative_to(folder).as_posix().casefold(), p.as_posix()))


def _satu(berkas: Path, path: str) -> Iterator[Temuan]:
    jenis = jenis_berkas(berkas.name)
    try:
        info = berkas.stat()
        if not S_ISREG(info.st_mode):  # a pipe or a device would keep the run waiting for ever
            yield temuan("BRK023", CellRef(path), sebab="bukan berkas biasa")
            return
        saat = datetime.fromtimestamp(int(info.st_mtime), tz=UTC).astimezone().replace(tzinfo=None)
        if jenis is JenisBerkas.FORMULIR:
            yield _kandidat_berkas(berkas, path, info.st_size, saat)
        elif jenis in (JenisBerkas.ZIP, JenisBerkas.BUKTI) and _buku_kerja(berkas):
            # A form whose name lost its ending, or that somebody renamed to .zip.
            yield _kandidat_berkas(berkas, path, info.st_size, saat)
        elif jenis is JenisBerkas.ZIP:
            with berkas.open("rb") as f:
                yield from _isi_zip(anggota_zip(f), path, saat)
        elif jenis is JenisBerkas.SUREL:
            yield from _isi_surel(berkas, path, info.st_size, saat)
        else:
            yield from _lain(jenis, path, info.st_size)
    except BerkasDitolak as e:
        yield tolak(e, path)
    except OSError as e:
        yield _tidak_terbuka(e, path)


def _tidak_terbuka(e: OSError, path: str) -> Finding:
    sebab = "tidak ada hak akses" if isinstance(e, PermissionError) else "sistem menolak membacanya"
    return temuan("BRK023", CellRef(path), sebab=sebab)


def _buku_kerja(berkas: Path) -> bool:
    with berkas.open("rb") as f:
        return f.read(2) == b"PK" and seperti_buku_kerja(f)


def _kandidat_berkas(berkas: Path, path: str, ukuran: int, saat: datetime) -> Temuan:
    if ukuran > MAKS_BERKAS:
        raise BerkasDitolak("BRK003", ukuran=f"{ukuran // MB} MB", batas=f"{MAKS_BERKAS // MB} MB")
    return _kandidat(path, berkas.read_bytes(), saat)


def _kandidat(path: str, isi: bytes, saat: datetime) -> Kandidat:
    return Kandidat(path=path, isi=isi, sha256=hashlib.sha256(isi).hexdigest(), diterima=saat)


def _lain(jenis: JenisBerkas, path: str, ukuran: int) -> Iterator[Temuan]:
    """Files that are not opened."""
    kode = {
        JenisBerkas.KUNCI: "BRK002",
        JenisBerkas.ARSIP_LAIN: "BRK021",
        JenisBerkas.TAUTAN: "BRK024",
        JenisBerkas.SUREL_OUTLOOK: "BRK019",
        JenisBerkas.ZIP: "BRK020",
        JenisBerkas.SUREL: "BRK020",
    }.get(jenis)
    if kode is not None:
        yield temuan(kode, CellRef(path))
    elif jenis is JenisBerkas.BUKTI:
        yield Bukti(nama=path.rpartition("/")[2], path=path, ukuran=ukuran)


def _isi_zip(anggota: Iterable[Anggota], path: str, saat: datetime) -> Iterator[Temuan]:
    for a in anggota:
        label = f"{path}!/{a.nama}"
        if a.ditolak is not None:
            yield tolak(a.ditolak, label)
        elif a.isi is not None:
            yield _kandidat(label, a.isi, saat)
        else:
            yield from _lain(a.jenis, label, a.ukuran)


def _isi_surel(berkas: Path, path: str, ukuran: int, saat: datetime) -> Iterator[Temuan]:
    if ukuran > _MAKS_SUREL:
        raise BerkasDitolak("BRK003", ukuran=f"{ukuran // MB} MB", batas=f"{_MAKS_SUREL // MB} MB")
    tanggal, lampiran = buka_surel(berkas.read_bytes())
    saat = tanggal or saat
    ada = False
    for a in lampiran:
        label = f"{path}!/{a.nama}"
        if a.jenis is JenisBerkas.ZIP and a.isi is not None:
            ada = True
            try:
                yield from _isi_zip(anggota_zip(io.BytesIO(a.isi)), label, saat)
            except BerkasDitolak as e:
                yield tolak(e, label)
        elif a.isi is not None:
            ada = True
            yield _kandidat(label, a.isi, saat)
        else:
            yield from _lain(a.jenis, label, a.ukuran)
    if not ada:
        yield temuan("BRK019", CellRef(path))
