"""`kinerja export`: the accepted facts, the figures and the findings of a period as a described package of tables."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kinerja.artifacts import Artifact
from kinerja.deliver.tulis import tulis
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.export.angka import tabel_angka, tabel_rata, tabel_serapan
from kinerja.export.berkas import isi_berkas
from kinerja.export.model import Tabel
from kinerja.export.paket import NAMA, deskripsi
from kinerja.export.tabel import (
    TemuanKiriman,
    di_dalam,
    kiriman_fakta,
    tabel_anggaran,
    tabel_fakta,
    tabel_indikator,
    tabel_temuan,
    tabel_unit,
)
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.keadaan import Keadaan, keadaan_periode
from kinerja.pipeline.pengumpulan import periksa_angka, periode_pengumpulan
from kinerja.pipeline.sesi import Sesi, buka
from kinerja.pipeline.workspace import Isi, Workspace, load_isi
from kinerja.register.model import Kiriman
from kinerja.register.temuan import kunci_unik

JENIS = "data_tabel"


@dataclass(frozen=True, slots=True)
class Ekspor:
    """What was written: paths with hashes, and documents that people had edited, with where their copy is kept."""

    periode: Periode
    berkas: tuple[tuple[str, str], ...]
    disisihkan: tuple[tuple[str, str], ...]


def export(ws: Workspace, periode: Periode | None, *, bentuk: str, ke: Path | None, waktu: datetime) -> Ekspor:
    """Write the package to `ke`, or among the papers of the period; gives the paths and hashes of its files.

    `periode` None: the whole year. Figures are given for every period within it that has ended or has data.
    """
    isi = load_isi(ws)
    periode = periode or Periode(isi.master.instansi.tahun, JenisPeriode.TAHUN, 1)
    periksa_angka(isi, periode)
    with buka(ws, waktu) as sesi:
        semua = paket_data(sesi, isi, periode, bentuk)
        if ke is not None:
            tulisan = [(str(tulis(ke, Artifact(JENIS, nama, b))), b) for nama, b in semua]
            return Ekspor(periode, tuple((path, hashlib.sha256(b).hexdigest()) for path, b in tulisan), ())
        folder = f"output/{periode.id}/data_{bentuk}"
        dokumen = [sesi.tulis(Artifact(JENIS, f"{folder}/{nama}", b), periode.id) for nama, b in semua]
        return Ekspor(periode, tuple((d.path, d.sha256) for d in dokumen), tuple(sesi.disisihkan))


def paket_data(sesi: Sesi, isi: Isi, periode: Periode, bentuk: str) -> list[tuple[str, bytes]]:
    """The files of the package by name, its description first."""
    berkas = [(t, f"{t.nama}.{bentuk}", isi_berkas(t, bentuk)) for t in _tabel(sesi, isi, periode)]
    judul = f"Data Kinerja {isi.master.instansi.nama} {periode.nama}"
    return [(NAMA, deskripsi(isi.master, judul, periode.id, bentuk, berkas)), *((n, b) for _, n, b in berkas)]


def _tabel(sesi: Sesi, isi: Isi, periode: Periode) -> list[Tabel]:
    reg, master = sesi.reg, isi.master
    fakta = [f for f in reg.fakta(periode.tahun, periode.bulan_akhir) if di_dalam(f, periode)]
    uang = [f for f in reg.anggaran(periode.tahun, periode.bulan_akhir) if di_dalam(f, periode)]
    pengumpulan = periode_pengumpulan(isi, periode)
    keadaan = [keadaan_periode(sesi, isi, p) for p in pengumpulan]
    kiriman = kiriman_fakta(_kiriman(sesi, keadaan))
    berisi = max([*(f.bulan for f in fakta), *(f.bulan for f in uang)], default=0)
    hasil = [hitung(sesi, isi, p) for p in _periode(isi, periode) if p == periode or p.bulan[0] <= berisi]
    return [
        tabel_fakta(master, fakta, kiriman),
        tabel_angka(master, hasil),
        tabel_rata(hasil),
        tabel_anggaran(master, uang, kiriman),
        tabel_serapan(hasil),
        tabel_temuan(_temuan(sesi, keadaan)),
        tabel_indikator(master),
        tabel_unit(master),
    ]


def _periode(isi: Isi, periode: Periode) -> Iterator[Periode]:
    """The periods within this one for which there are figures, the shorter first, itself last."""
    for jenis in JenisPeriode:
        if isi.pengaturan.jenis_pengumpulan <= jenis <= periode.jenis:
            semua = (Periode(periode.tahun, jenis, n) for n in range(1, 12 // jenis + 1))
            yield from (p for p in semua if set(p.bulan) <= set(periode.bulan))


def _kiriman(sesi: Sesi, keadaan: list[Keadaan]) -> Iterator[tuple[Kiriman, str]]:
    """The submissions that feed figures, with their status; the current ones as their neighbours reveal it."""
    for k in keadaan:
        yield from ((x, x.status.value) for x in sesi.reg.kiriman_layak(k.periode.id).values())
        yield from ((b.kiriman, b.status.value) for b in k.berkas if b.status.layak)


def _temuan(sesi: Sesi, keadaan: list[Keadaan]) -> Iterator[TemuanKiriman]:
    for k in keadaan:
        putusan = sesi.reg.keputusan(k.periode.id)
        for b in k.berkas:
            for kunci, t in kunci_unik(b.temuan):
                yield TemuanKiriman(kiriman=b.kiriman, temuan=t, keputusan=putusan.get((b.kiriman.pemilik, kunci)))
