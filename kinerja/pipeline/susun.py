"""Composing the report and the analysis workbook of a period, as konsep or as final: bytes, nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.aggregate.model import HasilPeriode
from kinerja.aggregate.perbaikan import PerbaikanData
from kinerja.domain.periode import Periode
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.jejak import jejak_laporan
from kinerja.pipeline.keadaan import Keadaan
from kinerja.pipeline.kelengkapan import kelengkapan
from kinerja.pipeline.pemantauan import tindakan_laporan
from kinerja.pipeline.perbaikan import perbaikan_data
from kinerja.pipeline.progress import Lapor
from kinerja.pipeline.sementara import belum_lengkap
from kinerja.pipeline.sesi import Sesi
from kinerja.pipeline.workspace import Isi
from kinerja.render.model import BelumLengkap
from kinerja.render.tersimpan import NarasiTercetak


@dataclass(frozen=True, slots=True, kw_only=True)
class Cetakan:
    """How a report is printed. `nomor` None: a blank to fill."""

    tanggal: date
    konsep: bool = True
    nomor: str | None = None
    jejak: bool = False  # with the annex Jejak Angka


@dataclass(frozen=True, slots=True, kw_only=True)
class Susunan:
    """`naskah`: the report of the kind `jenis`, `narasi`: its drafted paragraphs; `buku`: the analysis workbook."""

    hasil: HasilPeriode
    perbaikan: PerbaikanData | None
    jenis: str
    naskah: bytes
    narasi: tuple[NarasiTercetak, ...]
    sementara: tuple[BelumLengkap, ...]
    buku: bytes


def susun(
    sesi: Sesi, isi: Isi, periode: Periode, keadaan: Sequence[Keadaan], cetakan: Cetakan, *, lapor: Lapor
) -> Susunan:
    """Compose both from the register. `isi` holds the master as it was in force, `keadaan` the collection periods."""
    from kinerja.render.dokumen import LAPORAN, laporan
    from kinerja.worksheets.analisis import analisis_workbook

    hasil = hitung(sesi, isi, periode)
    lapor("Menyusun laporan", 1, 3)
    fakta = sesi.reg.fakta(periode.tahun, periode.bulan_akhir)
    belanja = sesi.reg.anggaran(periode.tahun, periode.bulan_akhir)
    buku = analisis_workbook(isi.master, isi.pengaturan, hasil, fakta, belanja)
    lapor("Menyusun laporan", 2, 3)
    perbaikan = perbaikan_data(sesi, isi, periode)
    sementara = belum_lengkap(sesi, isi, periode)
    jadi = laporan(
        isi.master,
        isi.pengaturan,
        hasil,
        kelengkapan(isi, keadaan),
        perbaikan,
        tanggal=cetakan.tanggal,
        templat=sesi.ws.templates,
        akar=sesi.ws.akar,
        konsep=cetakan.konsep,
        nomor=cetakan.nomor,
        sementara=sementara,
        jejak=jejak_laporan(sesi, isi, hasil) if cetakan.jejak else None,
        pemantauan=tindakan_laporan(sesi, isi, periode),
        disimpan=sesi.reg.narasi(periode.id),
        draf_lama=sesi.reg.draf(periode.id),
    )
    return Susunan(
        hasil=hasil,
        perbaikan=perbaikan,
        jenis=LAPORAN[periode.jenis],
        naskah=jadi.isi,
        narasi=jadi.narasi,
        sementara=sementara,
        buku=buku,
    )
