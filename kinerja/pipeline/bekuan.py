"""What a final report was made from, frozen: every input kept in the archive by its hash, and listed in a lock file.

The register is kept as it was at that moment, compressed; the forms that fed it are kept as they were received. From
both the report is made again by `kinerja.pipeline.susun_ulang`.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import platform
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from kinerja import __version__
from kinerja.catalogue import ATURAN
from kinerja.deliver.arsip import arsipkan, path_arsip
from kinerja.domain.periode import Periode
from kinerja.pipeline.perbaikan import dipakai
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import INDUK, SETELAN, Isi
from kinerja.register.salinan import salin_register
from kinerja.sop.loader import isi_profil

SKEMA = 1
REGISTER = "kinerja.db"
# The libraries whose version can show in a document.
PUSTAKA = ("docxtpl", "python-docx", "lxml", "XlsxWriter", "openpyxl", "Jinja2", "Pillow", "pypdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Masukan:
    """One input. `jenis`: formulir, induk, setelan, profil_sop, templat, logo, register."""

    jenis: str
    path: str
    sha256: str
    keterangan: Mapping[str, Any]

    def to_json(self) -> dict[str, Any]:
        return {"jenis": self.jenis, "path": self.path, "sha256": self.sha256, **self.keterangan}


def bekukan(sesi: Sesi, isi: Isi, periode: Periode, templat: str) -> tuple[Masukan, ...]:
    """Keep everything that the report of this period is made from in the archive; gives the list of it.

    `isi` as it was read from the files, `templat` the name of the report's template.
    """
    return (*_berkas(sesi, isi, templat), *_induk(sesi), *_formulir(sesi, isi, periode), _register(sesi))


def _simpan(sesi: Sesi, jenis: str, path: str, isi: bytes, **keterangan: Any) -> Masukan:
    sha256 = hashlib.sha256(isi).hexdigest()
    arsipkan(sesi.ws.akar, sha256, isi)
    return Masukan(jenis=jenis, path=path, sha256=sha256, keterangan=keterangan)


def _berkas(sesi: Sesi, isi: Isi, templat: str) -> Iterator[Masukan]:
    """The files of the workspace that were read just now."""
    ws, nama = sesi.ws, isi.profil.nama
    yield _simpan(sesi, "setelan", SETELAN, (ws.akar / SETELAN).read_bytes())
    yield _simpan(sesi, "induk", INDUK, (ws.akar / INDUK).read_bytes(), versi=isi.master.versi)
    yield _simpan(sesi, "profil_sop", f"{ws.sop.name}/{nama}.toml", isi_profil(nama, ws.sop))
    naskah = f"{ws.templates.name}/{templat}.docx"
    yield _simpan(sesi, "templat", naskah, (ws.akar / naskah).read_bytes())
    from kinerja.render.logo import read_logo

    if isi.master.instansi.logo and (logo := read_logo(isi.master, ws.akar)) is not None:
        yield _simpan(sesi, "logo", isi.master.instansi.logo, logo)


def _induk(sesi: Sesi) -> Iterator[Masukan]:
    """Earlier masters that forms were made from, as far as they were kept."""
    for versi, sha256 in sesi.reg.versi_master().items():
        if (sesi.ws.akar / path_arsip(sha256)).is_file():
            yield Masukan(
                jenis="induk_lama", path=path_arsip(sha256), sha256=sha256, keterangan={"versi": versi}
            )  # fmt: skip


def _formulir(sesi: Sesi, isi: Isi, periode: Periode) -> Iterator[Masukan]:
    """The submissions that feed the figures, since January."""
    for id_periode in dipakai(sesi, isi, periode):
        for unit, k in sorted(sesi.reg.kiriman_layak(id_periode).items()):
            rincian = {"unit": unit, "periode": id_periode, "revisi": k.revisi}
            yield Masukan(jenis="formulir", path=k.path, sha256=k.sha256, keterangan=rincian)


def _register(sesi: Sesi) -> Masukan:
    isi = gzip.compress(salin_register(sesi.ws.register), mtime=0)
    return _simpan(sesi, "register", REGISTER, isi, kemasan="gzip")


def aturan_json(isi: Isi) -> dict[str, Any]:
    """The rules that were in force, by their fingerprint, and where the profile differs from the catalogue."""
    sidik = hashlib.sha256("\0".join(repr(ATURAN[kode]) for kode in sorted(ATURAN)).encode()).hexdigest()
    tingkat = {kode: t.value for kode, t in sorted(isi.profil.tingkat.items())}
    ambang = {nama: str(nilai) for nama, nilai in sorted(isi.profil.ambang.items())}
    return {"jumlah": len(ATURAN), "sidik": sidik, "tingkat": tingkat, "ambang": ambang}


def program_json() -> dict[str, Any]:
    """The program and the libraries with which documents are made on this computer."""
    return {"kinerja": __version__, "python": platform.python_version(), "pustaka": dict(_pustaka(PUSTAKA))}


def _pustaka(nama: Iterable[str]) -> Iterator[tuple[str, str]]:
    for n in nama:
        try:
            yield n, version(n)
        except PackageNotFoundError:
            continue


@dataclass(frozen=True, slots=True, kw_only=True)
class Kunci:
    """The lock file of one version of a final."""

    periode: Periode
    versi: int
    nomor: str
    agenda: str
    tanggal: date
    waktu: datetime
    jejak: bool
    sementara: bool
    program: Mapping[str, Any]
    aturan: Mapping[str, Any]
    masukan: tuple[Masukan, ...]
    dokumen: tuple[Mapping[str, str], ...]  # jenis, path, sha256, sidik_isi
    persetujuan: tuple[Mapping[str, Any], ...]
    rantai: tuple[int, str]  # the last event before, and its hash


def isi_kunci(k: Kunci) -> bytes:
    """The lock file: JSON that a person can read."""
    isi = {
        "skema": SKEMA,
        "periode": k.periode.id,
        "versi": k.versi,
        "nomor": k.nomor,
        "agenda": k.agenda,
        "tanggal": k.tanggal.isoformat(),
        "waktu": k.waktu.isoformat(),
        "jejak": k.jejak,
        "sementara": k.sementara,
        "program": k.program,
        "aturan": k.aturan,
        "persetujuan": list(k.persetujuan),
        "dokumen": list(k.dokumen),
        "masukan": [m.to_json() for m in k.masukan],
        "rantai": {"peristiwa": k.rantai[0], "hash": k.rantai[1]},
    }
    return (json.dumps(isi, ensure_ascii=False, indent=1) + "\n").encode()


def baca_kunci(isi: bytes) -> Kunci:
    """The lock file read back. ValueError for what is none."""
    try:
        x = json.loads(isi)
        return Kunci(
            periode=Periode.parse(x["periode"]),
            versi=x["versi"],
            nomor=x["nomor"],
            agenda=x["agenda"],
            tanggal=date.fromisoformat(x["tanggal"]),
            waktu=datetime.fromisoformat(x["waktu"]),
            jejak=x["jejak"],
            sementara=x["sementara"],
            program=x["program"],
            aturan=x["aturan"],
            persetujuan=tuple(x["persetujuan"]),
            dokumen=tuple(x["dokumen"]),
            masukan=tuple(_masukan(m) for m in x["masukan"]),
            rantai=(x["rantai"]["peristiwa"], x["rantai"]["hash"]),
        )
    except (KeyError, TypeError, ValueError) as e:
        raise ValueError("bukan berkas kunci laporan final") from e


def _masukan(m: Mapping[str, Any]) -> Masukan:
    lain = {k: v for k, v in m.items() if k not in ("jenis", "path", "sha256")}
    return Masukan(jenis=m["jenis"], path=m["path"], sha256=m["sha256"], keterangan=lain)
