"""What the units wrote on their indicators, laid out for a table: by indicator, then by unit, one word once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from kinerja.aggregate.model import HasilPeriode
from kinerja.domain.fakta import Uraian
from kinerja.master.model import Master
from kinerja.render.views.bukti import gabung_bukti
from kinerja.render.views.cetak import TANPA_NILAI, pengumpulan_of, rentang_bulan
from kinerja.render.views.tabel import berurut


def per_indikator(master: Master, hasil: HasilPeriode) -> list[dict[str, Any]]:
    """The indicators with a word on them, each with rows of factors, follow-ups and evidence by unit.

    Over several collection periods equal words of a unit stand once, behind the periods in which they were written; a
    hindrance keeps its follow-up beside it.
    """
    kata: dict[str, dict[str, list[Uraian]]] = {}
    for u in berurut(master, hasil):
        if any((u.faktor_pendorong, u.faktor_penghambat, u.tindak_lanjut)):
            kata.setdefault(u.indikator, {}).setdefault(u.unit, []).append(u)
    return [
        {
            "no": str(no),
            "indikator": master.indikator_by_kode(indikator).nama,
            "baris": [
                {"unit": master.unit_by_kode(kode).nama, **baris}
                for kode, milik in unit.items()
                for baris in _baris(hasil, milik)
            ],
        }
        for no, (indikator, unit) in enumerate(kata.items(), 1)
    ]


def _baris(hasil: HasilPeriode, milik: Sequence[Uraian]) -> list[dict[str, str]]:
    """One unit's rows: what drove it beside what hindered it, the evidence in the first."""
    dorong: dict[str, list[int]] = {}
    hambat: dict[tuple[str, str], list[int]] = {}
    for u in milik:
        if pendorong := (u.faktor_pendorong or "").strip():
            dorong.setdefault(pendorong, []).append(u.bulan)
        pasangan = (u.faktor_penghambat or "").strip(), (u.tindak_lanjut or "").strip()
        if any(pasangan):
            hambat.setdefault(pasangan, []).append(u.bulan)
    cara = pengumpulan_of(hasil)

    def tulis(teks: str, bulan: Sequence[int]) -> str:
        if not teks or hasil.periode.jenis is cara:
            return teks
        return f"{rentang_bulan(bulan, cara)}: {teks}"

    kiri = [tulis(teks, bulan) for teks, bulan in dorong.items()] or [TANPA_NILAI]
    kanan = [(tulis(h, bulan), tulis(t, bulan)) for (h, t), bulan in hambat.items()] or [(TANPA_NILAI, TANPA_NILAI)]
    bukti = gabung_bukti(((u.data_pendukung, u.bulan) for u in milik), cara) or TANPA_NILAI
    baris = []
    for n, (d, pasangan) in enumerate(zip_longest(kiri, kanan)):
        h, t = pasangan or ("", "")
        baris.append(
            {
                "pendorong": d or "",
                "penghambat": h or (TANPA_NILAI if t else ""),
                "tindak_lanjut": t or (TANPA_NILAI if h else ""),
                "data_pendukung": bukti if n == 0 else "",
            }
        )
    return baris


def daftar_bukti(master: Master, hasil: HasilPeriode) -> list[dict[str, Any]]:
    """The indicators with evidence, each with one row per unit that named some."""
    bukti: dict[str, dict[str, list[tuple[str | None, int]]]] = {}
    for u in berurut(master, hasil):
        if u.data_pendukung:
            bukti.setdefault(u.indikator, {}).setdefault(u.unit, []).append((u.data_pendukung, u.bulan))
    cara = pengumpulan_of(hasil)
    return [
        {
            "no": str(n),
            "indikator": master.indikator_by_kode(indikator).nama,
            "baris": [
                {"unit": master.unit_by_kode(unit).nama, "data_pendukung": gabung_bukti(butir, cara)}
                for unit, butir in milik.items()
            ],
        }
        for n, (indikator, milik) in enumerate(bukti.items(), 1)
    ]
