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


def _groupby(master: Master, instansi: int) -> float:
    """A bare groupby over the facts of so many agencies."""
    import pandas as pd

    kolom: dict[str, list[Any]] = {k: [] for k in ("instansi", "indikator", "unit", "nilai", "pembilang", "penyebut")}
    for n in range(instansi):
        for f in _fakta(master, n):
            baris = (f"D{n:03d}", f.indikator, f.unit, f.nilai, f.pembilang, f.penyebut)
            for isi, nilai in zip(kolom.values(), baris, strict=True):
                isi.append(float(nilai) if isinstance(nilai, Fraction) else nilai)
    frame = pd.DataFrame(kolom)
    lama: list[float] = []
    for _ in range(_KALI):
        awal = time.process_time()
        frame.groupby(["instansi", "indikator", "unit"])[["nilai", "pembilang", "penyebut"]].sum()
        lama.append(time.process_time() - awal)
    return statistics.median(lama)


def main() -> None:
    """Measure and print."""
    master, periode, pengaturan = _induk(), Periode.parse(str(TAHUN)), Pengaturan()
    n = int(sys.argv[1])
    gc.set_threshold(2_000)  # as the command line does
    kita = penuh = 0.0
    banyak = instansi = 0
    while banyak < n:
        fakta = list(_fakta(master, instansi))
        awal = time.process_time()
        hitung_angka(make_indeks(master, pengaturan, TAHUN, fakta), periode, (), tulis=False)
        kita += time.process_time() - awal
        if instansi % _PENUH == 0:
            awal = time.process_time()
            hitung_periode(master, pengaturan, periode, fakta, ())
            penuh += time.process_time() - awal
        banyak += len(fakta)
        instansi += 1
    hasil = {"fakta": banyak, "instansi": instansi, "kita": kita, "penuh": penuh * instansi / -(-instansi // _PENUH)}
    print(json.dumps(hasil | {"pandas": _groupby(master, instansi)}))


if __name__ == "__main__":
    main()
