"""Makes the material that is measured: a workspace with a master of 40 indicators, and N filled forms.

The forms belong to units x 12 months, are filled as staff fill them, and every tenth has two planted faults.
Same N, same bytes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path

from ukur import ukur

from kinerja.domain.angka import json_angka
from kinerja.domain.fakta import Fakta, FaktaAnggaran
from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_KINERJA, LEMBAR_PENGESAHAN, Kolom, KolomAnggaran
from kinerja.domain.indikator import Indikator, TipeNilai
from kinerja.domain.periode import NAMA_BULAN, Periode
from kinerja.forms import tata
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan, load_pengaturan
from kinerja.master.reader import load_master
from kinerja.master.tulis import Isi as IsiInduk
from kinerja.master.tulis import write_master
from kinerja.sources import Asal
from kinerja.workbook.patch import Isi, PaketTambal, split_cells

TAHUN = 2025
BARIS = 40
_LEMBAR = {LEMBAR_KINERJA: "xl/worksheets/sheet2.xml", LEMBAR_ANGGARAN: "xl/worksheets/sheet3.xml"}
_PENGESAHAN = {LEMBAR_PENGESAHAN: "xl/worksheets/sheet4.xml"}


def banyak_unit(n: int) -> int:
    """Units needed for n forms of twelve months each."""
    return -(-n // 12)


def buat_induk(unit: int) -> bytes:
    """A valid master: `unit` units, each with a target for every one of the 40 indicators."""
    kode_unit = [f"U{n:02d}" for n in range(1, unit + 1)]
    nip = "197403221999031001"
    target: list[tuple[IsiInduk, ...]] = []
    for n, baris in enumerate(_indikator(), 1):
        nilai = _target(n)
        tahun = nilai * 12 if baris[8] == "Jumlah" else nilai
        target += [(baris[0], u, *[nilai] * 12, tahun) for u in kode_unit]
    return write_master(
        {
            "Instansi": (
                ("Nama Instansi", "Inspektorat Daerah"), ("Pemerintah Daerah", "Pemerintah Kabupaten Ukuran"),
                ("Alamat", "Jalan Merdeka Nomor 1"), ("Tempat", "Ukuran"), ("Tahun", TAHUN),
                ("Tujuan Laporan", "Bupati Ukuran"), ("Melalui", "Sekretaris Daerah"),
            ),
            "Unit": tuple(
                (u, f"Unit Kerja {u}", None, "Kepala", "Budi Santoso, S.T.", nip, None, None) for u in kode_unit
            ),
            "Pejabat": (("Inspektur", "Inspektur", "Drs. Ahmad Fauzi, M.Si.", nip, None, None, None),
                        ("Sekretaris", "Sekretaris", "Siti Aminah, S.E.", nip, None, None, None)),
            "Tim": (("Ketua", "Siti Aminah, S.E.", nip, "Sekretaris"),),
            "Sasaran": tuple((f"S{n}", f"Meningkatnya kinerja bidang ke-{n}") for n in range(1, 6)),
            "Indikator": tuple(_indikator()),
            "Target": tuple(target),
            "Anggaran": tuple(
                (f"6.01.02.2.01.{n:04d}", u, "Sub Kegiatan", f"Kegiatan {u}", "S1", 120_000_000, None)
                for n, u in enumerate(kode_unit, 1)
            ),
        },
        tahun=TAHUN,
    )  # fmt: skip


def buat_map_kerja(folder: Path, induk: bytes) -> None:
    """A workspace that `kinerja init` made, with this master in the place of the example."""
    ukur(["-m", "kinerja", "init", folder, "--tahun", str(TAHUN)])
    (folder / "induk.xlsx").write_bytes(induk)


def buat_formulir(folder: Path, sumber: Path, n: int) -> None:
    """Write n filled forms of this workspace into `sumber`, dated in time."""
    master, pengaturan = baca(folder)
    pencetak = Pencetak(master, pengaturan)
    sumber.mkdir(parents=True)
    fakta: dict[str, list[Fakta]] = {u.kode: [] for u in master.unit}
    uang: dict[str, list[FaktaAnggaran]] = {u.kode: [] for u in master.unit}
    ke = 0
    for bulan in range(1, 13):
        periode = Periode.bulanan(TAHUN, bulan)
        for nomor, u in enumerate(master.unit, 1):
            ke += 1
            if ke > n:
                return
            terbit = terbitkan(master, pengaturan, u.kode, periode, fakta[u.kode], uang[u.kode])
            isi = list(_isian(master, nomor, bulan))
            berkas = sumber / f"formulir_{u.kode}_{periode.id}.xlsx"
            berkas.write_bytes(
                _isi_formulir(pencetak.cetak(terbit, periode.berikutnya.awal), isi, bulan, rusak=ke % 10 == 0)
            )
            diterima = datetime(TAHUN + bulan // 12, bulan % 12 + 1, 3, 9).timestamp()
            os.utime(berkas, (diterima, diterima))
            fakta[u.kode] += (_fakta(u.kode, bulan, i, a, b) for i, a, b in isi)
            kode = master.anggaran[nomor - 1].kode
            asal = Asal(berkas="", sha256="", revisi=1, lembar="", sel="")
            uang[u.kode].append(
                FaktaAnggaran(
                    kode=kode, unit=u.kode, tahun=TAHUN, bulan=bulan, realisasi=Fraction(9_500_000), asal=asal
                )
            )


def baca(folder: Path) -> tuple[Master, Pengaturan]:
    """Master and settings of the workspace; SystemExit with the findings when they have faults."""
    master, temuan = load_master((folder / "induk.xlsx").read_bytes())
    pengaturan, _ = load_pengaturan((folder / "kinerja.toml").read_text(encoding="utf-8"))
    if master is None or pengaturan is None:
        raise SystemExit("\n".join(f"{t.sumber}: {t.pesan}" for t in temuan))
    return master, pengaturan


def _indikator() -> Iterator[tuple[IsiInduk, ...]]:
    for n in range(1, BARIS + 1):
        rasio = n % 2 == 1
        tipe, periode, unit = ("Rasio", "Jumlah", "Rasio") if rasio else ("Angka", "Rata-rata", "Rata-rata")
        if n % 4 == 0:
            periode, unit = "Jumlah", "Jumlah"
        satuan = "%" if rasio else "dokumen"
        yield (
            f"IKK-{n:02d}", f"S{(n - 1) % 5 + 1}", f"Indikator kinerja kunci ke-{n} yang diukur setiap bulan", satuan,
            "IKK", tipe, "Maksimal", None, "Terakhir" if rasio else periode, unit, "Bulanan", 100 if rasio else None, 2,
            0, None, None, "Tidak", f"Definisi operasional indikator ke-{n}", "Laporan unit kerja",
        )  # fmt: skip


def _target(n: int) -> int:
    return 80 if n % 2 == 1 else 10 + n


def _isian(master: Master, nomor: int, bulan: int) -> Iterator[tuple[Indikator, int, int | None]]:
    """What the unit types: indicator, realisasi or pembilang, penyebut; always near the target."""
    for n, i in enumerate(master.indikator, 1):
        geser = (nomor * 7 + bulan * 5 + n * 3) % 4
        if i.tipe is TipeNilai.RASIO:
            yield i, 158 + geser + nomor % 3, 200
        else:
            yield i, _target(n) + geser, None


def _fakta(unit: str, bulan: int, i: Indikator, a: int, b: int | None) -> Fakta:
    asal = Asal(berkas="", sha256="", revisi=1, lembar="", sel="")
    nilai = Fraction(a) if b is None else Fraction(a * 100, b)
    return Fakta(
        indikator=i.kode, unit=unit, tahun=TAHUN, bulan=bulan, nilai=nilai, asal=asal,
        pembilang=None if b is None else Fraction(a), penyebut=None if b is None else Fraction(b),
    )  # fmt: skip


def _isi_formulir(kosong: bytes, isi: list[tuple[Indikator, int, int | None]], bulan: int, *, rusak: bool) -> bytes:
    """The form with its input cells typed in; a faulty one has words for a number and an empty cell."""
    h = tata.HURUF
    kinerja: dict[str, Isi] = {}
    for n, (i, a, b) in enumerate(isi, tata.BARIS_AWAL):
        if b is None:
            kinerja[f"{h[Kolom.REALISASI]}{n}"] = Isi(angka=json_angka(Fraction(a)))
        else:
            kinerja[f"{h[Kolom.PEMBILANG]}{n}"] = Isi(angka=str(a))
            kinerja[f"{h[Kolom.PENYEBUT]}{n}"] = Isi(angka=str(b))
        teks = f"Koordinasi {i.kode} pada {NAMA_BULAN[bulan - 1]} berjalan sesuai rencana kerja bulanan"
        kinerja[f"{h[Kolom.FAKTOR_PENDORONG]}{n}"] = Isi(teks=teks)
    if rusak:
        kinerja[f"{h[Kolom.REALISASI]}{tata.BARIS_AWAL + 1}"] = Isi(teks="menyusul")
        kinerja.pop(f"{h[Kolom.REALISASI]}{tata.BARIS_AWAL + 3}")
    anggaran = {f"{tata.HURUF_ANGGARAN[KolomAnggaran.REALISASI]}{tata.BARIS_AWAL}": Isi(angka="9500000")}
    tahun, berikut = TAHUN + bulan // 12, bulan % 12
    isian = (
        "Dewi Lestari, S.Ak.",
        "Pengolah Data",
        "199002142015032001",
        f"2 {NAMA_BULAN[berikut]} {tahun}",
        "Budi Santoso",
    )
    pengesahan = {f"B{tata.BARIS_LABEL_AWAL + n}": Isi(teks=teks) for n, teks in enumerate(isian)}
    paket = PaketTambal(kosong)
    for (_, bagian), sel in zip((_LEMBAR | _PENGESAHAN).items(), (kinerja, anggaran, pengesahan), strict=True):
        belahan = split_cells(paket.read(bagian), list(sel))
        paket.put(bagian, belahan.join({s.alamat: s.write(sel[s.alamat]) for s in belahan.sel}))
    return paket.to_bytes()
