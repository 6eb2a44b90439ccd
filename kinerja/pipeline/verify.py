"""`kinerja verify`: that final reports are what they were, made again from the archive; that nothing was changed since.

Each version is proven from the event log down: the event names the lock file by its hash, the lock file every input and
document; from the inputs in the archive the documents are made again and compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja.deliver.arsip import path_arsip
from kinerja.deliver.sidik_isi import sidik_isi
from kinerja.domain.periode import Periode
from kinerja.errors import GagalTulis, KinerjaError
from kinerja.pipeline.bekuan import Kunci, baca_kunci, program_json
from kinerja.pipeline.final import BerkasFinal, Final, final_semua
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.susun_ulang import susun_ulang
from kinerja.pipeline.terkirim import pindaian
from kinerja.pipeline.verify_pdf import periksa_pdf
from kinerja.pipeline.workspace import Workspace
from kinerja.workbook.errors import BerkasDitolak


@dataclass(frozen=True, slots=True, kw_only=True)
class BerkasDiperiksa:
    """One file, and why it does not agree; `alasan` of one that agrees says what is to be known of it."""

    path: str
    cocok: bool
    alasan: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HasilVerify:
    """`rantai` False: an event was changed, at number `putus`. `final`: the versions that were examined."""

    final: tuple[Final, ...]
    berkas: tuple[BerkasDiperiksa, ...]
    rantai: bool
    putus: int | None
    catatan: tuple[str, ...]

    @property
    def cocok(self) -> bool:
        return self.rantai and all(b.cocok for b in self.berkas)


def verify(ws: Workspace, periode: Periode | None, pdf: Path | None, *, waktu: datetime, lapor: Lapor) -> HasilVerify:
    """Examine every version of one period's final, or of all. KinerjaError when the period has none."""
    if not ws.register.is_file():
        raise KinerjaError("Map kerja ini belum mempunyai register.", "Jalankan kinerja validate lebih dahulu.")
    with buka(ws, waktu) as sesi:
        putus = sesi.reg.periksa_rantai()
        final = _final(sesi, periode, putus)
        if periode is not None and not final and putus is None:
            raise KinerjaError(
                f"Laporan {periode.nama} belum pernah difinalkan, jadi tidak ada yang dicocokkan.",
                f"Finalkan dahulu: kinerja finalize {periode.id}.",
            )
        berkas: list[BerkasDiperiksa] = []
        catatan: list[str] = []
        for f in final:
            berkas += _periksa(sesi, f, catatan, lapor)
            if putus is None:  # else what the log says of them may not be readable
                berkas += (_di_arsip(sesi, sha256, sebutan) for sebutan, sha256 in pindaian(sesi, f))
        if pdf is not None:
            cocok, alasan = periksa_pdf(sesi, final, pdf)
            berkas.append(BerkasDiperiksa(path=str(pdf), cocok=cocok, alasan=alasan))
    return HasilVerify(
        final=final,
        berkas=tuple(_sekali(berkas)),
        rantai=putus is None,
        putus=putus,
        catatan=tuple(dict.fromkeys(catatan)),
    )


def _final(sesi: Sesi, periode: Periode | None, putus: int | None) -> tuple[Final, ...]:
    """The versions to examine; none when a changed event can no longer be read."""
    try:
        return final_semua(sesi, periode)
    except (ValueError, KeyError, TypeError):
        if putus is None:
            raise
        return ()


def _sekali(berkas: Iterable[BerkasDiperiksa]) -> Iterator[BerkasDiperiksa]:
    """Each file once: what two versions were made from is listed with the worse result."""
    hasil: dict[str, BerkasDiperiksa] = {}
    for b in berkas:
        if b.path not in hasil or (hasil[b.path].cocok and not b.cocok):
            hasil[b.path] = b
    return iter(hasil.values())


def _periksa(sesi: Sesi, f: Final, catatan: list[str], lapor: Lapor) -> Iterator[BerkasDiperiksa]:
    """The files of one version, its inputs, and what comes out when it is made again."""
    for b in f.berkas:
        yield _di_tempat(sesi, b)
        if b.jenis != "kunci":  # the lock file is read below
            yield _di_arsip(sesi, b.sha256, b.path)
    berkas_kunci = f.satu("kunci")
    if berkas_kunci is None or (kunci := _kunci(sesi, berkas_kunci)) is None:
        path = path_arsip(berkas_kunci.sha256) if berkas_kunci is not None else "kunci"
        yield BerkasDiperiksa(path=path, cocok=False, alasan="berkas kunci di arsip hilang atau berubah")
        return
    utuh = True
    for m in kunci.masukan:
        di_arsip = _di_arsip(sesi, m.sha256, f"{m.jenis} {m.path}")
        utuh = utuh and di_arsip.cocok
        yield di_arsip
    if not _rantai_kunci(sesi, kunci):
        yield BerkasDiperiksa(
            path=berkas_kunci.path,
            cocok=False,
            alasan=f"peristiwa {kunci.rantai[0]} bukan lagi yang tercatat ketika laporan difinalkan",
        )
    program = program_json()
    if kunci.program != program:
        catatan.append(_beda_program(kunci, f))
    if utuh:
        yield from _ulang(sesi, f, kunci, catatan, lapor)
    else:
        for b in f.berkas:
            if b.jenis in ("naskah", "buku"):
                yield BerkasDiperiksa(
                    path=b.path,
                    cocok=False,
                    alasan="tidak dapat disusun ulang: ada masukan di arsip yang hilang atau berubah",
                )


def _di_tempat(sesi: Sesi, b: BerkasFinal) -> BerkasDiperiksa:
    """The file in the folder against its hash."""
    try:
        isi = (sesi.ws.akar / b.path).read_bytes()
    except OSError:
        return BerkasDiperiksa(
            path=b.path, cocok=False, alasan="tidak ada; kinerja finalize menaruhnya kembali dari arsip"
        )
    if hashlib.sha256(isi).hexdigest() == b.sha256:
        return BerkasDiperiksa(path=b.path, cocok=True)
    return BerkasDiperiksa(path=b.path, cocok=False, alasan="berubah sejak difinalkan")


def _di_arsip(sesi: Sesi, sha256: str, sebutan: str) -> BerkasDiperiksa:
    """What the archive keeps of a file, which people know as `sebutan`."""
    path = path_arsip(sha256)
    try:
        sesi.arsip(sha256)
    except KinerjaError as e:
        return BerkasDiperiksa(path=path, cocok=False, alasan=f"{sebutan}: {e.pesan}")
    return BerkasDiperiksa(path=path, cocok=True)


def _kunci(sesi: Sesi, b: BerkasFinal) -> Kunci | None:
    """The lock file as it is in the archive, proven by the hash in the event."""
    try:
        return baca_kunci(sesi.arsip(b.sha256))
    except (KinerjaError, ValueError):
        return None


def _rantai_kunci(sesi: Sesi, kunci: Kunci) -> bool:
    """The event before the final is still the one whose hash the lock file names."""
    nomor, hash_ = kunci.rantai
    return any(p.id == nomor and p.hash == hash_ for p in sesi.reg.peristiwa())


def _beda_program(kunci: Kunci, f: Final) -> str:
    dulu, kini = {**kunci.program, **kunci.program["pustaka"]}, program_json()
    kini |= kini["pustaka"]
    beda = [f"{n} {dulu.get(n)} sekarang {kini.get(n)}" for n in kini if n != "pustaka" and dulu.get(n) != kini.get(n)]
    return (
        f"{f.periode.nama} versi {f.versi} dibuat dengan program atau pustaka lain ({'; '.join(beda)}); dokumennya "
        "dicocokkan menurut isinya, bukan byte-nya saja."
    )


def _ulang(sesi: Sesi, f: Final, kunci: Kunci, catatan: list[str], lapor: Lapor) -> Iterator[BerkasDiperiksa]:
    """The report and the workbook, made again."""
    try:
        hasil = susun_ulang(sesi, kunci, lapor=lapor)
    except GagalTulis:
        raise  # the disk of the temporary folder, not this final
    except KinerjaError as e:
        for b in f.berkas:
            if b.jenis in ("naskah", "buku"):
                yield BerkasDiperiksa(path=b.path, cocok=False, alasan=f"tidak dapat disusun ulang: {e.pesan}")
        return
    for m in kunci.masukan:
        if m.jenis == "formulir" and m.path in hasil.berbeda:
            alasan = f"angka dalam register bukan yang tertulis pada formulir {m.path}"
            yield BerkasDiperiksa(path=path_arsip(m.sha256), cocok=False, alasan=alasan)
    jadi = {"naskah": hasil.susunan.naskah, "buku": hasil.susunan.buku}
    for d in kunci.dokumen:
        if (isi := jadi.get(d["jenis"])) is None:
            continue
        sama = hashlib.sha256(isi).hexdigest() == d["sha256"]
        if not sama and _sidik(isi, d["path"]) != d["sidik_isi"]:
            alasan = "isinya tidak sama dengan yang disusun ulang dari arsip"
            yield BerkasDiperiksa(path=d["path"], cocok=False, alasan=alasan)
        elif not sama:
            catatan.append(f"{d['path']}: byte-nya berbeda bila disusun ulang sekarang, isinya sama.")


def _sidik(isi: bytes, path: str) -> str | None:
    try:
        return sidik_isi(isi, path[path.rindex(".") :])
    except BerkasDitolak:
        return None
