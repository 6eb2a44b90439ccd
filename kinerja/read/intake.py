"""What lies in `masuk/`: forms as candidates, evidence by name, and a finding for all that cannot be taken in.

Sub-folders, .zip files and mails are walked; one file is in memory at a time; the order does not depend on the machine.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from stat import S_ISREG
from typing import TYPE_CHECKING, BinaryIO

from kinerja.catalogue import temuan
from kinerja.domain.bukti import MAKS_BUKTI
from kinerja.findings import Finding
from kinerja.read.bukti import Bukti
from kinerja.read.jenis import JenisBerkas, jenis_berkas
from kinerja.read.model import Kandidat
from kinerja.read.penolakan import tolak
from kinerja.read.wadah import anggota_zip, seperti_buku_kerja, unik
from kinerja.sources import CellRef
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.paket import MAKS_BERKAS, MB

if TYPE_CHECKING:
    from kinerja.read.surel import Surat

__all__ = ["Bukti", "Kandidat", "Wadah", "temukan"]

_MAKS_SUREL = 30 * MB  # mail servers stop at 25; taken apart, a mail needs ten times its size in memory
_SEPOTONG = 1 * MB


@dataclass(frozen=True, slots=True)
class _Asal:
    """What all files of one container have in common."""

    diterima: datetime
    pengirim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wadah:
    """A .zip or a mail of which everything was taken in without a finding: it need not be taken apart again."""

    path: str
    sha256: str


Temuan = Kandidat | Bukti | Wadah | Finding
Dikenal = Callable[[str, str], bool]  # (path, sha256) of a container: is it noted as a `Wadah`?


def temukan(
    sumber: Path | Iterable[Path], akar: Path, dikenal: Dikenal = lambda _path, _sha256: False
) -> Iterator[Temuan]:
    """Everything in these files and folders, in a fixed order. Paths are told relative to `akar`, the workspace.

    Of a container that is `dikenal` only the `Wadah` itself; of another one the `Wadah` comes after what is in it.
    Never raises for what it finds: unreadable files, locks, nested archives and missing paths are findings.
    """
    for dasar in [sumber] if isinstance(sumber, Path) else list(sumber):
        if not dasar.exists():
            yield temuan("BRK026", CellRef(_label(dasar, dasar, akar)))
            continue
        galat: list[OSError] = []
        for berkas in [dasar] if dasar.is_file() else _berkas(dasar, galat):
            yield from _satu(berkas, _label(berkas, dasar, akar), dikenal)
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


def _satu(berkas: Path, path: str, dikenal: Dikenal) -> Iterator[Temuan]:
    jenis = jenis_berkas(berkas.name)
    try:
        info = berkas.stat()
        if not S_ISREG(info.st_mode):  # a pipe or a device would keep the run waiting for ever
            yield temuan("BRK023", CellRef(path), sebab="bukan berkas biasa")
            return
        asal = _Asal(datetime.fromtimestamp(int(info.st_mtime), tz=UTC).astimezone().replace(tzinfo=None))
        alir = partial(_alir, berkas) if info.st_size <= MAKS_BUKTI else None
        bukti = Bukti(path=path, ukuran=info.st_size, tanda=str(info.st_mtime_ns), diterima=asal.diterima, alir=alir)
        if jenis is JenisBerkas.FORMULIR or (jenis in (JenisBerkas.ZIP, JenisBerkas.BUKTI) and _buku_kerja(berkas)):
            # Also a form whose name lost its ending, or that somebody renamed to .zip.
            if info.st_size > MAKS_BERKAS:
                yield bukti
                raise _terlalu_besar(info.st_size, MAKS_BERKAS)
            yield _kandidat(path, berkas.read_bytes(), asal)
        elif jenis in (JenisBerkas.ZIP, JenisBerkas.SUREL):
            yield from _isi_wadah(berkas, bukti, asal, dikenal)
        else:
            yield from _lain(jenis, bukti)
    except BerkasDitolak as e:
        yield tolak(e, path)
    except OSError as e:
        yield _tidak_terbuka(e, path)


def _tidak_terbuka(e: OSError, path: str) -> Finding:
    sebab = "tidak ada hak akses" if isinstance(e, PermissionError) else "sistem menolak membacanya"
    return temuan("BRK023", CellRef(path), sebab=sebab)


def _terlalu_besar(ukuran: int, batas: int) -> BerkasDitolak:
    return BerkasDitolak("BRK003", ukuran=f"{ukuran // MB} MB", batas=f"{batas // MB} MB")


def _alir(berkas: Path) -> Iterator[bytes]:
    try:
        with berkas.open("rb") as f:
            while potong := f.read(_SEPOTONG):
                yield potong
    except OSError as e:
        raise BerkasDitolak("BRK023") from e


def _buku_kerja(berkas: Path) -> bool:
    with berkas.open("rb") as f:
        return f.read(2) == b"PK" and seperti_buku_kerja(f)


def _kandidat(path: str, isi: bytes, asal: _Asal) -> Kandidat:
    sha256 = hashlib.sha256(isi).hexdigest()
    return Kandidat(path=path, isi=isi, sha256=sha256, diterima=asal.diterima, pengirim=asal.pengirim)


def _lain(jenis: JenisBerkas, bukti: Bukti) -> Iterator[Temuan]:
    """Files that are not opened. An archive or a mail that cannot be a container may still be evidence."""
    kode = {
        JenisBerkas.KUNCI: "BRK002",
        JenisBerkas.ARSIP_LAIN: "BRK021",
        JenisBerkas.TAUTAN: "BRK024",
        JenisBerkas.SUREL_OUTLOOK: "BRK019",
        JenisBerkas.ZIP: "BRK020",
        JenisBerkas.SUREL: "BRK020",
    }.get(jenis)
    if kode is not None:
        yield temuan(kode, CellRef(bukti.path))
    if jenis not in (JenisBerkas.KUNCI, JenisBerkas.TAUTAN, JenisBerkas.ABAIKAN):
        yield bukti


def _isi_wadah(berkas: Path, bukti: Bukti, asal: _Asal, dikenal: Dikenal) -> Iterator[Temuan]:
    surel = jenis_berkas(berkas.name) is JenisBerkas.SUREL
    if surel and bukti.ukuran > _MAKS_SUREL:
        raise _terlalu_besar(bukti.ukuran, _MAKS_SUREL)
    with berkas.open("rb") as f:
        sha256 = hashlib.file_digest(f, "sha256").hexdigest()
        bersih = True
        if not dikenal(bukti.path, sha256):
            f.seek(0)
            for t in _isi_surel(f.read(), bukti.path, asal) if surel else _isi_zip(f, bukti, asal):
                bersih = bersih and not isinstance(t, Finding)
                yield t
    if bersih:
        yield Wadah(path=bukti.path, sha256=sha256)


def _isi_zip(berkas: BinaryIO, arsip: Bukti, asal: _Asal) -> Iterator[Temuan]:
    """Forms and evidence in an archive; one without a form may be evidence as a whole."""
    ada = False
    for a in anggota_zip(berkas):
        label = f"{arsip.path}!/{a.nama}"
        bukti = Bukti(
            path=label, ukuran=a.ukuran, tanda=a.tanda, diterima=asal.diterima, alir=a.alir, pengirim=asal.pengirim
        )
        ada = ada or a.jenis is JenisBerkas.FORMULIR
        if a.ditolak is not None:
            yield tolak(a.ditolak, label)
        elif a.isi is not None:
            yield _kandidat(label, a.isi, asal)
        else:
            yield from _lain(a.jenis, bukti)
    if not ada:
        yield arsip


def _isi_surel(isi: bytes, path: str, asal: _Asal) -> Iterator[Temuan]:
    from kinerja.read.surel import buka_surel  # most runs meet no mail

    yield from _isi_surat(buka_surel(isi), path, asal)


def _isi_surat(surat: Surat, path: str, asal: _Asal) -> Iterator[Temuan]:
    """What is attached to a letter. A letter attached to it has its own date and sender."""
    asal = _Asal(surat.tanggal or asal.diterima, surat.pengirim)
    ada = False
    terpakai: set[str] = set()
    for x in surat.lampiran:
        label = f"{path}!/{unik(x.nama, terpakai)}"
        jenis = jenis_berkas(x.nama)
        bukti = Bukti(
            path=label, ukuran=len(x.isi), tanda=hashlib.sha256(x.isi).hexdigest(), diterima=asal.diterima,
            alir=partial(iter, (x.isi,)), pengirim=asal.pengirim,
        )  # fmt: skip
        if x.surat is not None:
            ada = True
            yield from _isi_surat(x.surat, label, asal)
        elif jenis is JenisBerkas.FORMULIR or (
            jenis in (JenisBerkas.ZIP, JenisBerkas.BUKTI) and seperti_buku_kerja(io.BytesIO(x.isi))
        ):
            ada = True
            yield _kandidat(label, x.isi, asal)
        elif jenis is JenisBerkas.ZIP:
            ada = True
            try:
                yield from _isi_zip(io.BytesIO(x.isi), bukti, asal)
            except BerkasDitolak as e:
                yield tolak(e, label)
        else:
            ada = ada or jenis not in (JenisBerkas.BUKTI, JenisBerkas.ABAIKAN)  # it is told of by its own name
            yield from _lain(jenis, bukti)
    if not ada:
        yield temuan("BRK019", CellRef(path))
