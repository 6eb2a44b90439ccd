"""Evidence that the units named, brought together: what differs only by its period is written once."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.periode import BULAN_SINGKAT, NAMA_BULAN, JenisPeriode
from kinerja.master.model import Master
from kinerja.render.views.cetak import pengumpulan_of, rentang_bulan

_SAAT = re.compile(rf"(?<![a-z])(?:{'|'.join((*NAMA_BULAN, *BULAN_SINGKAT))})(?![a-z])|[0-9]+", re.IGNORECASE)


def gabung_bukti(butir: Iterable[tuple[str | None, int]], cara: JenisPeriode) -> str:
    """Names of evidence with the month that each came in, in order of their first month; empty when there are none.

    Names that are equal but for their month or numbers stand once, the first in full: `Register Januari.xlsx dan yang
    sejenis (Jan–Mar)`.
    """
    kelompok: dict[str, dict[str, int]] = {}
    for teks, bulan in butir:
        if nama := " ".join((teks or "").split()):
            kelompok.setdefault(_SAAT.sub("#", nama).casefold(), {}).setdefault(nama, bulan)
    return "; ".join(_sebut(milik, cara) for milik in kelompok.values())


def _sebut(milik: dict[str, int], cara: JenisPeriode) -> str:
    pertama = next(iter(milik))
    return pertama if len(milik) == 1 else f"{pertama} dan yang sejenis ({rentang_bulan(milik.values(), cara)})"


def daftar_bukti(master: Master, hasil: HasilPeriode) -> list[dict[str, str]]:
    """One row per indicator and unit that named evidence."""
    bukti: dict[tuple[str, str], list[tuple[str | None, int]]] = {}
    for u in hasil.uraian:
        bukti.setdefault((u.indikator, u.unit), []).append((u.data_pendukung, u.bulan))
    cara = pengumpulan_of(hasil)
    ada = [(kunci, teks) for kunci, butir in bukti.items() if (teks := gabung_bukti(butir, cara))]
    return [
        {
            "no": str(n),
            "indikator": master.indikator_by_kode(indikator).nama,
            "unit": master.unit_by_kode(unit).nama,
            "data_pendukung": teks,
        }
        for n, ((indikator, unit), teks) in enumerate(ada, 1)
    ]
