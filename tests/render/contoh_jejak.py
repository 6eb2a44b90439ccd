"""The annex Jejak Angka of the office of `contoh_hasil`: explained rows over made-up months."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import contoh_hasil as contoh

from kinerja.aggregate.engine import hitung_periode
from kinerja.aggregate.figur import tempat_instansi
from kinerja.aggregate.indeks import make_indeks
from kinerja.aggregate.jejak import JejakLaporan, jejak_capaian
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import BULAN_SINGKAT, Periode
from kinerja.domain.rumus import nilai_rasio
from kinerja.master.model import Master, Target
from kinerja.master.pengaturan import Pengaturan
from kinerja.sources import Asal, CellRef

_TANPA = {"IKU-03", "IKU-09"}  # nobody has reported these
_HURUF = {("Target", j): chr(ord("C") + n) for n, j in enumerate((*BULAN_SINGKAT, "Tahun"))}


def _master() -> Master:
    m = contoh.master()
    milik: list[Target] = []
    for n, t in enumerate(m.target, 2):
        i = m.indikator_by_kode(t.indikator)
        bulan = {} if t.tahun is None else dict.fromkeys(i.frekuensi.bulan_wajib, t.tahun)
        milik.append(replace(t, bulan=bulan, sumber=CellRef("induk.xlsx", "Target", f"A{n}")))
    return replace(m, target=tuple(milik), huruf=_HURUF)


def _fakta(i: Indikator, unit: str, bulan: int, target: Nilai | None) -> Fakta:
    asal = Asal(
        berkas=f"masuk/2026-{bulan:02d}/formulir_{unit}.xlsx",
        sha256=f"{bulan:02d}{unit}".encode().hex().ljust(64, "0"),
        revisi=1 + bulan % 2,
        lembar="Data Kinerja",
        sel="J7, K7" if i.tipe is TipeNilai.RASIO else "L7",
    )
    umum: dict[str, Any] = {"indikator": i.kode, "unit": unit, "tahun": 2026, "bulan": bulan, "asal": asal}
    if i.tipe is TipeNilai.RASIO:
        a, b = Fraction(20 + bulan), Fraction(36)
        return Fakta(**umum, nilai=nilai_rasio(a, b, i.pengali), pembilang=a, penyebut=b)
    angka = (
        target if not isinstance(target, Fraction) and target is not None and i.tipe is not TipeNilai.ANGKA else None
    )
    return Fakta(**umum, nilai=angka if angka is not None else Fraction(bulan + len(unit)))


def jejak(id_periode: str) -> JejakLaporan:
    """The agency's rows of a period; Irban II did not report February."""
    m, p = _master(), Periode.parse(id_periode)
    fakta = [
        _fakta(i, t.unit, b, t.tahun)
        for t in m.target
        for i in (m.indikator_by_kode(t.indikator),)
        for b in i.frekuensi.bulan_wajib
        if t.unit is not None and i.kode not in _TANPA and (t.unit, b) != ("IRB2", 2) and b <= p.bulan_akhir
    ]
    ix = make_indeks(m, Pengaturan(), 2026, fakta)
    hasil = hitung_periode(m, Pengaturan(), p, fakta, ())
    return JejakLaporan(
        baris=tuple(
            (i, jejak_capaian(ix, i, tempat_instansi(ix, i), hasil.capaian_of(i.kode)))
            for s in m.sasaran
            for i in m.indikator
            if i.sasaran == s.kode
        ),
        sidik={m.versi: m.sha256},
    )
