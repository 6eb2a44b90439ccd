"""Where the office stands in its SOP: the steps seen from a period, by data, papers and marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from kinerja.domain.periode import Periode
from kinerja.pipeline.keadaan import Keadaan, keadaan_periode
from kinerja.pipeline.kejadian import DARI_FORMULIR, kejadian_periode
from kinerja.pipeline.pengumpulan import periode_pengumpulan
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.tanda import tanda_tercatat
from kinerja.pipeline.tenggat import batas_kantor, kalender_kantor
from kinerja.pipeline.workspace import Isi
from kinerja.sop.model import Langkah
from kinerja.sop.periode import langkah_jenis, periode_langkah
from kinerja.sop.status import Kejadian, Posisi, langkah_status
from kinerja.sop.tanda import Tanda


@dataclass(frozen=True, slots=True, kw_only=True)
class Letak:
    """Where the office stands in its SOP: steps, and the collection periods that they rest on."""

    langkah: tuple[Posisi, ...]
    keadaan: Mapping[Periode, Keadaan]
    kejadian: Mapping[tuple[str, str], Kejadian]
    tanda: tuple[Tanda, ...]


def letak_sop(sesi: Sesi, isi: Isi, periode: Periode, hari_ini: date) -> Letak:
    """Where every step stands, from the data, the papers and the marks."""
    perlu = {p: p for m in _periode_data(isi, periode) for p in periode_pengumpulan(isi, m)}
    keadaan = {p: keadaan_periode(sesi, isi, p) for p in sorted(perlu)}
    kejadian = kejadian_periode(sesi, isi, periode, keadaan)
    tanda = tanda_tercatat(sesi)
    langkah = langkah_status(
        isi.profil,
        periode,
        hari_ini,
        kejadian,
        tanda,
        kalender=partial(kalender_kantor, isi),
        batas=batas_kantor(isi),
    )
    return Letak(
        langkah=tuple(p for p in langkah if not tanpa_periode(isi, p.langkah)),
        keadaan=keadaan,
        kejadian=kejadian,
        tanda=tanda,
    )


def _periode_data(isi: Isi, periode: Periode) -> set[Periode]:
    """The periods whose forms must be looked at: this one, and those of steps that forms prove."""
    langkah = (x for s in isi.profil.sop for x in s.langkah if x.dihasilkan_oleh in DARI_FORMULIR)
    return {periode, *(periode_langkah(x.kala, periode) for x in langkah)}


def tanpa_periode(isi: Isi, langkah: Langkah) -> bool:
    """True for a step of a month where the office collects by triwulan: there is nothing to do for a month."""
    return langkah.kala != "mingguan" and langkah_jenis(langkah) < isi.pengaturan.jenis_pengumpulan


def periode_kini(isi: Isi, hari_ini: date) -> Periode:
    """The collection period that ended last before today, within the year of the master."""
    jenis = isi.pengaturan.jenis_pengumpulan
    tahun = isi.master.instansi.tahun
    semua = [Periode(tahun, jenis, n) for n in range(1, 12 // jenis + 1)]
    return next((p for p in reversed(semua) if p.akhir < hari_ini), semua[0])
