"""Every konsep is kept as it was built; one that comes back is compared with the one that it was made from."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from fractions import Fraction

from kinerja.deliver.arsip import arsipkan
from kinerja.domain.angka import format_angka
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal
from kinerja.errors import KinerjaError
from kinerja.koreksi.banding import likeness
from kinerja.koreksi.model import SIFAT_KONSEP, SIFAT_PERIODE, NaskahTerkoreksi
from kinerja.pipeline.sesi import Sesi
from kinerja.register.model import KonsepTercatat

_CUKUP = Fraction(2, 5)  # of the longer paragraphs that both have; a report of another month shares fewer
_MAKS_BANDING = 40  # konsep that are compared, the latest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Pembanding:
    """The konsep that a received file is compared with. `cara` says how it was found, or why there is none."""

    konsep: KonsepTercatat | None
    naskah: NaskahTerkoreksi | None
    periode: str  # also known of a file whose konsep is lost; "" when it is of no report of this workspace
    cara: str


def simpan_konsep(sesi: Sesi, periode: Periode, jenis: str, naskah: bytes) -> bytes:
    """The report with its identity in its properties; archived, and noted in the register."""
    from kinerja.render.asal import stamp

    isi, sidik = stamp(naskah, jenis, periode.id)
    sha = hashlib.sha256(isi).hexdigest()
    arsipkan(sesi.ws.akar, sha, isi)
    sesi.reg.catat_konsep(KonsepTercatat(sha256=sha, sidik=sidik, periode=periode.id, jenis=jenis, waktu=sesi.waktu))
    return isi


def cari_konsep(sesi: Sesi, diterima: NaskahTerkoreksi) -> Pembanding:
    """By the identity in the file, else the one most like it; that is said. A damaged archive is a KinerjaError."""
    from kinerja.koreksi.naskah import baca_naskah

    periode = diterima.sifat.get(SIFAT_PERIODE, "")
    semua = sesi.reg.konsep()
    if all(k.periode != periode for k in semua):
        periode = ""  # of another office or year, or no period at all: anybody can write that property
    if sidik := diterima.sifat.get(SIFAT_KONSEP):
        if ada := sesi.reg.konsep(sidik):
            cara = f"dibandingkan dengan konsep {_sebut(ada[0])}, menurut tandanya dalam berkas"
            naskah = baca_naskah(sesi.arsip(ada[0].sha256), "konsep")
            return Pembanding(konsep=ada[0], naskah=naskah, periode=ada[0].periode, cara=cara)
        sebab = "konsep asalnya tidak dibuat di map kerja ini"
    else:
        sebab = "tanda konsep tidak ada dalam berkas"
    terbaik: tuple[Fraction, KonsepTercatat, NaskahTerkoreksi] | None = None
    for k in semua[:_MAKS_BANDING]:
        with suppress(KinerjaError):  # one lost from the archive is no candidate
            naskah = baca_naskah(sesi.arsip(k.sha256), "konsep")
            nilai = likeness(naskah, diterima)
            if terbaik is None or nilai > terbaik[0]:
                terbaik = nilai, k, naskah
    if terbaik is None or terbaik[0] < _CUKUP:
        cara = f"{sebab} dan tidak ada konsep yang mirip, jadi ubahan tanpa lacak perubahan tidak dapat dicari"
        return Pembanding(konsep=None, naskah=None, periode=periode, cara=cara)
    nilai, k, naskah = terbaik
    cara = (
        f"{sebab}; dibandingkan dengan konsep yang paling mirip, {_sebut(k)} "
        f"({format_angka(nilai * 100, 0)}% paragrafnya sama)"
    )
    return Pembanding(konsep=k, naskah=naskah, periode=k.periode, cara=cara)


def _sebut(k: KonsepTercatat) -> str:
    return f"laporan {Periode.parse(k.periode).nama} yang dibuat {format_tanggal(k.waktu.date())} {k.waktu:%H.%M}"
