"""The catalogue as a whole, and the one function that makes a Finding from it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kinerja.catalogue import (
    aturan_kantor,
    bentuk,
    bentuk_baris,
    berkas,
    bukti,
    hitungan,
    induk,
    isian,
    kelengkapan,
    keselarasan,
    pemantauan,
)
from kinerja.catalogue.rule import RuleInfo
from kinerja.findings import Finding, Tingkat
from kinerja.sources import CellRef

_KELUARGA = (
    berkas, bentuk, bentuk_baris, isian, hitungan, keselarasan, kelengkapan, bukti, pemantauan, induk, aturan_kantor,
)  # fmt: skip

ATURAN: Mapping[str, RuleInfo] = MappingProxyType({r.kode: r for k in _KELUARGA for r in k.ATURAN})


def temuan(
    kode: str,
    sumber: CellRef,
    *,
    indikator: str | None = None,
    medan: str | None = None,
    tertulis: str | None = None,
    diharapkan: str | None = None,
    tingkat: Tingkat | None = None,
    **isi: str,
) -> Finding:
    """Make a finding. Placeholders of message and hint come from `isi` and from the named arguments.

    KeyError when the code or a placeholder is unknown: a fault of ours, found by the tests of every code.
    `tingkat` overrides the catalogue's severity (a profile may).
    """
    aturan = ATURAN[kode]
    semua = {
        "indikator": indikator or "", "tertulis": tertulis or "", "diharapkan": diharapkan or "",
        "sel": sumber.sel or "", "lembar": sumber.lembar or "", "berkas": sumber.berkas, **isi,
    }  # fmt: skip
    if diharapkan is None and aturan.seharusnya:
        diharapkan = aturan.seharusnya.format_map(semua)
    return Finding(
        kode=kode,
        tingkat=tingkat or aturan.tingkat,
        sumber=sumber,
        pesan=aturan.pesan.format_map(semua),
        saran=aturan.saran.format_map(semua),
        indikator=indikator,
        medan=medan,
        tertulis=tertulis,
        diharapkan=diharapkan,
    )
