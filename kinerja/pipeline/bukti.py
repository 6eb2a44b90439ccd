"""Evidence of the submissions, as the register knows both: whose each file is, and which files are in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kinerja.domain.bukti import NamaBukti
from kinerja.domain.kiriman import Status
from kinerja.findings import Finding
from kinerja.pipeline.model import BerkasDinilai
from kinerja.pipeline.sesi import Sesi
from kinerja.validate.pemilik_bukti import Pemilik, pemilik_bukti


def bukti_kiriman(sesi: Sesi) -> Mapping[Pemilik, NamaBukti]:
    """Evidence by unit and period; empty where none ever came."""
    bukti, calon = sesi.reg.bukti(), sesi.reg.buku_ditolak()
    if not bukti and not calon:
        return {}
    formulir = [
        (k.path, (k.unit, k.periode), k.diterima)
        for k in sesi.reg.kiriman()
        if k.unit is not None and k.periode is not None and k.status is not Status.DITOLAK
    ]
    return pemilik_bukti(formulir, bukti, calon, sesi.reg.data_pendukung)


def tanpa_bukti(temuan: Iterable[Finding], dipakai: frozenset[str]) -> list[Finding]:
    """Findings about what came, without those about files (or mails with files) that turned out to be evidence."""
    wadah = {p[:n] for p in dipakai for n in range(len(p)) if p.startswith("!/", n)}
    return [t for t in temuan if t.sumber.berkas not in dipakai and t.sumber.berkas not in wadah]


def bukan_bukti(berkas: tuple[BerkasDinilai, ...], dipakai: frozenset[str]) -> tuple[BerkasDinilai, ...]:
    """Refused files, without workbooks that turned out to be evidence."""
    return tuple(b for b in berkas if b.kiriman.path not in dipakai)
