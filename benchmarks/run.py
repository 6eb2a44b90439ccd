"""Measures kinerja against the usual ways and against the floor, and prints ratios.

    python benchmarks/run.py [--n 300] [--fakta 1000000]

Ratios within one run are the result; seconds depend on the machine. Exit code 1 when a limit is exceeded.
"""

from __future__ import annotations

import argparse
import json
import shutil
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from ukur import AKAR, Biaya, selang_seling, ukur

sys.path.insert(0, str(AKAR))

from korpus import BARIS, TAHUN, banyak_unit, buat_formulir, buat_induk, buat_map_kerja
from templat import buat_templat

SINI = Path(__file__).parent
KALI_CEPAT = 9  # runs of a measurement that takes a moment


@dataclass(frozen=True, slots=True)
class Hasil:
    """One line of the result; `batas` None: only told."""

    nama: str
    nilai: float
    satuan: str
    batas: float | None = None
    rincian: str = ""

    def __str__(self) -> str:
        ukuran = f"{self.nilai:8.3f} {self.satuan}"
        batas = "" if self.batas is None else f"<= {self.batas:g}"
        tanda = "" if self.batas is None else ("ya" if self.nilai <= self.batas else "TIDAK")
        return f"{self.nama:<58} {ukuran:<14} {batas:<8} {tanda:<6} {self.rincian}"


def mulai_cepat() -> tuple[Hasil, float]:
    """`--help` against the import of click; also the CPU seconds of `--help`."""
    bantuan, click = selang_seling(
        KALI_CEPAT,
        lambda: ukur(["-m", "kinerja", "--help"]).cpu,
        lambda: ukur(["-c", "import click"]).cpu,
    )
    rincian = f"{bantuan * 1000:.0f} : {click * 1000:.0f} ms"
    return Hasil("kinerja --help : import click", bantuan / click, "x", 2.0, rincian), bantuan


def formulir(kerja: Path, n: int) -> Hasil:
    """Making n forms against openpyxl from scratch; that one for fewer, the time taken per form."""
    sedikit = max(5, n // 10)
    kita = ukur([SINI / "formulir.py", "kinerja", kerja, str(n)]).cpu
    mereka = ukur([SINI / "formulir.py", "openpyxl", kerja, str(sedikit)]).cpu / sedikit * n
    return Hasil(f"membuat {n} formulir : openpyxl dari awal", kita / mereka, "x", 0.2, f"{kita:.1f} : {mereka:.1f} s")


def validasi(kerja: Path, sumber: Path, n: int, bantuan: float, sementara: Path) -> list[Hasil]:
    """Validating n forms: against the naive script and the floor; memory by number of files; a second run."""
    seperempat = sementara / "seperempat"
    shutil.copytree(kerja, seperempat)
    berkas = sorted(sumber.iterdir())
    for satu in berkas:
        shutil.copy2(satu, kerja / "masuk")
    for satu in berkas[:: max(1, len(berkas) // (n // 4))][: n // 4]:
        shutil.copy2(satu, seperempat / "masuk")
    sedikit = _validate(seperempat)
    kita = _validate(kerja)
    naif, sekaligus = (
        ukur([SINI / "naif.py", cara, sumber, sementara / "temuan.xlsx"]).cpu for cara in ("per-lembar", "sekaligus")
    )
    lantai = ukur([SINI / "lantai.py", sumber]).cpu
    lagi, bantuan_lagi = selang_seling(3, lambda: _validate(kerja).cpu, lambda: ukur(["-m", "kinerja", "--help"]).cpu)
    batas = max(0.05 * kita.cpu, min(bantuan, bantuan_lagi) + 0.2)
    return [
        Hasil(
            f"memvalidasi {n} formulir : pandas, read_excel per lembar", kita.cpu / naif, "x", 0.3,
            f"{kita.cpu:.1f} : {naif:.1f} s",
        ),
        Hasil(
            "   : pandas, read_excel sekali per berkas", kita.cpu / sekaligus, "x", None,
            f"{kita.cpu:.1f} : {sekaligus:.1f} s",
        ),
        Hasil("   : lantai (unzip + expat)", kita.cpu / lantai, "x", None, f"{kita.cpu:.1f} : {lantai:.1f} s"),
        Hasil(
            f"memori {n} formulir : {n // 4} formulir", kita.memori / sedikit.memori, "x", 1.15,
            f"{kita.memori:.0f} : {sedikit.memori:.0f} MiB",
        ),
        Hasil(
            "validate kedua, tanpa yang baru : batas (5 % atau --help + 0,2 s)", lagi / batas, "x", 1.0,
            f"{lagi:.2f} : {batas:.2f} s",
        ),
    ]  # fmt: skip


def inti(kerja: Path, sumber: Path, n: int) -> list[Hasil]:
    """Reading and judging alone: against the floor, and the memory that it takes by number of forms."""
    x = json.loads(ukur([SINI / "inti.py", kerja, sumber]).keluaran)
    return [
        Hasil(
            f"membaca + menilai {n} formulir : lantai (unzip + expat)", x["inti"] / x["lantai"], "x", 4.0,
            f"{x['inti']:.2f} : {x['lantai']:.2f} s CPU",
        ),
        Hasil("   memori", x["akhir"], "MiB", 200.0),
        Hasil(
            f"   memori setelah {x['putaran'] * n} formulir : setelah {n}", x["akhir"] / x["awal"], "x", 1.1,
            f"{x['akhir']:.0f} : {x['awal']:.0f} MiB",
        ),
    ]  # fmt: skip


def sebulan(n: int, sementara: Path) -> Hasil:
    """The same number of forms from as many units in one month, whose master is the largest there is."""
    kerja, sumber = sementara / "kerja_sebulan", sementara / "sumber_sebulan"
    buat_map_kerja(kerja, buat_induk(n))
    buat_formulir(kerja, sumber, n)
    for satu in sumber.iterdir():
        shutil.copy2(satu, kerja / "masuk")
    kita = _validate(kerja).cpu
    naif = ukur([SINI / "naif.py", "per-lembar", sumber, sementara / "temuan.xlsx"]).cpu
    rincian = f"{kita:.1f} : {naif:.1f} s"
    return Hasil(f"   : sama, {n} unit dalam satu bulan", kita / naif, "x", 0.3, rincian)


def _validate(kerja: Path) -> Biaya:
    return ukur(["-m", "kinerja", "validate", "-C", kerja, "--json"], boleh=(0, 1))


def laporan(kerja: Path, sementara: Path) -> list[Hasil]:
    """A month's build by share, and rendering against bare docxtpl: the plain template, then the real report's."""
    bulan = json.loads(ukur([SINI / "bulanan.py", kerja, f"{TAHUN}-01", f"{TAHUN}-02", sementara]).keluaran)
    return [
        Hasil(
            "build sebulan: bagian di luar merender dan menulis buku", bulan["luar"] / bulan["semua"], "", 0.25,
            f"{bulan['luar']:.2f} dari {bulan['semua']:.2f} s",
        ),
        *_merender("merender 8 tabel x 14 baris", *buat_templat(sementara)),
        *_merender("merender laporan bulanan", sementara / "templat.docx", sementara / "konteks.json"),
    ]  # fmt: skip


def laporan_tahunan() -> Hasil:
    """A year's report of 60 tables of 20 rows and 12 charts: memory of the process that makes it."""
    biaya = ukur([SINI / "tahunan.py"])
    x = json.loads(biaya.keluaran)
    if x["tabel"] < 60 or x["bagan"] < 12:
        sys.exit(f"laporan tahunan yang diukur terlalu kecil: {x}")
    rincian = f"{x['tabel']} tabel x 20 baris, {x['bagan']} grafik, {x['cpu']:.1f} s CPU"
    return Hasil("memori laporan tahunan besar", biaya.memori, "MiB", 300.0, rincian)


def angka(n: int) -> list[Hasil]:
    """A year's figures from n facts against a bare groupby, which sums binary floats; then all that a report needs.

    The aim is 10; a figure with its reasons and sources is some thirty Python calls, whatever a sum costs.
    """
    x = json.loads(ukur([SINI / "angka.py", str(n)]).keluaran)
    return [
        Hasil(
            f"angka setahun dari {x['fakta']} fakta, tepat : pandas groupby", x["kita"] / x["pandas"], "x", 10.0,
            f"{x['kita']:.2f} : {x['pandas']:.2f} s, {x['instansi']} instansi",
        ),
        Hasil(
            "   dengan teks rumus, perbandingan, dan tren", x["penuh"] / x["pandas"], "x", None,
            f"{x['penuh']:.2f} s",
        ),
    ]  # fmt: skip


def _merender(nama: str, templat: Path, konteks: Path) -> list[Hasil]:
    """The first rendering of a process, imports paid, is the one with a limit; the second is told."""
    kita: list[list[float]] = []
    mereka: list[list[float]] = []
    for _ in range(KALI_CEPAT):
        for cara, semua in (("kinerja", kita), ("docxtpl", mereka)):
            semua.append(json.loads(ukur([SINI / "merender.py", cara, templat, konteks]).keluaran))
    hasil = []
    for ke, sebutan, batas in ((0, nama, 1.3), (1, "   berikutnya dalam proses yang sama", None)):
        a, b = (statistics.median(x[ke] for x in semua) for semua in (kita, mereka))
        hasil.append(Hasil(f"{sebutan} : docxtpl", a / b, "x", batas, f"{a * 1000:.0f} : {b * 1000:.0f} ms"))
    return hasil


def main() -> int:
    """Measure everything and print it."""
    pilihan = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    pilihan.add_argument("--n", type=int, default=300, help="banyaknya formulir (bawaan 300)")
    pilihan.add_argument("--fakta", type=int, default=1_000_000, help="banyaknya fakta (bawaan 1000000)")
    isi = pilihan.parse_args()
    n = max(20, isi.n)
    print(f"{n} formulir, masing-masing {BARIS} baris, {banyak_unit(n)} unit")
    with tempfile.TemporaryDirectory(prefix="ukur-kinerja-") as nama:
        sementara = Path(nama)
        kerja, sumber = sementara / "kerja", sementara / "sumber"
        buat_map_kerja(kerja, buat_induk(banyak_unit(n)))
        buat_formulir(kerja, sumber, n)
        semua: list[Hasil] = []

        def catat(*hasil: Hasil) -> None:
            for h in hasil:
                print(h, flush=True)
            semua.extend(hasil)

        pertama, bantuan = mulai_cepat()
        catat(pertama)
        catat(formulir(kerja, n))
        catat(*validasi(kerja, sumber, n, bantuan, sementara))
        catat(*inti(kerja, sumber, n))
        catat(sebulan(n, sementara))
        catat(*laporan(kerja, sementara))
        catat(laporan_tahunan())
        catat(*angka(isi.fakta))
    return 1 if any(h.batas is not None and h.nilai > h.batas for h in semua) else 0


if __name__ == "__main__":
    sys.exit(main())
