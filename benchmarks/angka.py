"""Figures of a year from n facts (five thousand an agency), exact, against a bare pandas groupby over the same facts.

    python benchmarks/angka.py N

Prints JSON: facts, agencies, CPU seconds of the figures of `kinerja build --json` (`kita`), of these with formula
texts, comparisons and trend (`penuh`, from every tenth agency), and of the groupby, which sums binary floats (median).
Reading and making the facts is not measured.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

from korpus import TAHUN, buat_induk

from kinerja.aggregate.engine import hitung_angka, hitung_periode
from kinerja.aggregate.indeks import make_indeks
from kinerja.domain.fakta import Fakta
from kinerja.domain.indikator import TipeNilai
from kinerja.domain.periode import Periode
from kinerja.domain.rumus import nilai_rasio
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.master.reader import load_master
from kinerja.sources import Asal

UNIT = 10  # of an agency; with 40 indicators and 12 months that is 4800 facts
_KALI = 5
_PENUH = 10  # of so many agencies, one has all that a report needs worked out too


def _induk() -> Master:
    master, temuan = load_master(buat_induk(UNIT))
    if master is None:
        raise SystemExit("\n".join(f"{t.sumber}: {t.pesan}" for t in temuan))
    return master


def _fakta(master: Master, benih: int) -> Iterator[Fakta]:
    """One agency's year; other figures for every seed."""
    for n, (unit, bulan) in enumerate(product(master.unit, range(1, 13))):
        asal = Asal(
            berkas=f"masuk/{unit.kode}-{bulan}.xlsx", sha256="0" * 64, revisi=1, lembar="Data Kinerja", sel="L7"
        )
        for m, i in enumerate(master.indikator):
            acak = (benih * 7919 + n * 104729 + m * 1299709) % 9973
            if i.tipe is TipeNilai.RASIO:
                a, b = Fraction(acak % 300), Fraction(acak % 300 + acak % 37 + 1)
                nilai = nilai_rasio(a, b, i.pengali)
                yield Fakta(indikator=i.kode, unit=unit.kode, tahun=TAHUN, bulan=bulan, nilai=nilai, pembilang=a,
                            penyebut=b, asal=asal)  # fmt: skip
            else:
                yield Fakta(indikator=i.kode, unit=unit.kode, tahun=TAHUN, bulan=bulan, nilai=Fraction(acak, 100),
                            asal=asal)  # fmt: skip


def _groupby(kolom: dict[str, list[Any]]) -> float:
    import pandas as pd

    frame = pd.DataFrame(kolom)
    lama: list[float] = []
    for _ in range(_KALI):
        awal = time.process_time()
        frame.groupby(["instansi", "indikator", "unit"])[["nilai", "pembilang", "penyebut"]].sum()
        lama.append(time.process_time() - awal)
    return statistics.median(lama)


def main() -> None:
    """Measure and print."""
    master, periode = _induk(), Periode.parse(str(TAHUN))
    n = int(sys.argv[1])
    gc.set_threshold(2_000)  # as the command line does
    kolom: dict[str, list[Any]] = {
        k: [] for k in ("instansi", "indikator", "unit", "bulan", "nilai", "pembilang", "penyebut")
    }
    kita, penuh, banyak, instansi = 0.0, 0.0, 0, 0
    pengaturan = Pengaturan()
    while banyak < n:
        fakta = list(_fakta(master, instansi))
        gc.collect()
        awal = time.process_time()
        hitung_angka(make_indeks(master, pengaturan, TAHUN, fakta), periode, (), tulis=False)
        kita += time.process_time() - awal
        if instansi % _PENUH == 0:
            awal = time.process_time()
            hitung_periode(master, pengaturan, periode, fakta, ())
            penuh += time.process_time() - awal
        for f in fakta:
            for k, v in zip(
                kolom, (f"D{instansi:03d}", f.indikator, f.unit, f.bulan, f.nilai, f.pembilang, f.penyebut), strict=True
            ):
                kolom[k].append(float(v) if isinstance(v, Fraction) else v)
        banyak += len(fakta)
        instansi += 1
    print(
        json.dumps(
            {
                "fakta": banyak,
                "instansi": instansi,
                "kita": kita,
                "penuh": penuh * instansi / -(-instansi // _PENUH),
                "pandas": _groupby(kolom),
            }
        )
    )


if __name__ == "__main__":
    main()
