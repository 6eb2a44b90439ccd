"""A new year's master from last year's workspace: the same office, with last year's figures as Riwayat."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from kinerja.domain.angka import json_nilai
from kinerja.domain.nilai import Nilai
from kinerja.domain.periode import JenisPeriode, Periode
from kinerja.errors import KinerjaError
from kinerja.master.skema import SEMUA
from kinerja.master.tulis import Isi as IsiSel
from kinerja.master.tulis import write_master
from kinerja.pipeline.hitung import hitung
from kinerja.pipeline.sesi import buka
from kinerja.pipeline.versi import isi_berlaku
from kinerja.pipeline.workspace import INDUK, Isi, Workspace, load_isi
from kinerja.workbook.model import Buku, Sel
from kinerja.workbook.reader import open_workbook

_DIKOSONGKAN = ("Libur", "Rapat", "Agenda")  # of last year only


def induk_baru(lama: Workspace, tahun: int, waktu: datetime) -> bytes:
    """The old master with the new year, and a row of Riwayat for every figure of last year.

    Targets stay as they were, to be revised by the office.
    """
    isi = load_isi(lama)
    if isi.master.instansi.tahun >= tahun:
        raise KinerjaError(
            f"Map kerja {lama.akar.name} untuk tahun {isi.master.instansi.tahun}, bukan tahun sebelum {tahun}.",
            "Sebutkan tahun yang baru: --tahun, atau map kerja tahun lalu yang benar sesudah --dari.",
        )
    buku = open_workbook((lama.akar / INDUK).read_bytes(), INDUK)
    tabel = {s.nama: _rows(buku, s.nama, s.judul) for s in SEMUA}
    for nama in _DIKOSONGKAN:
        tabel[nama] = []
    tabel["Instansi"] = [[k, tahun] if k == "Tahun" else [k, v] for k, v in tabel["Instansi"]]
    tabel["Anggaran"] = [row for row in tabel["Anggaran"] if row[-1] is None]  # the DPA perubahan was last year's
    tabel["Riwayat"] += _riwayat(lama, isi, waktu)
    return write_master(tabel, tahun=tahun)


def _rows(buku: Buku, nama: str, judul: tuple[str, ...]) -> list[list[IsiSel]]:
    """The rows of a sheet in the usual order of its columns; columns of the office's own are left behind."""
    lembar = buku.lembar.get(nama)
    if lembar is None:
        return []
    semua = list(lembar.baris.items())
    nomor_judul, kepala = next((b, r) for b, r in semua if judul[0] in {s.teks for s in r.values()})
    letak = {s.teks: k for k, s in kepala.items()}
    return [
        [_isi(lembar.cell(b, letak[j])) if j in letak else None for j in judul] for b, _ in semua if b > nomor_judul
    ]


def _isi(sel: Sel) -> IsiSel:
    nilai = sel.nilai
    if isinstance(nilai, datetime):
        return nilai.date()
    if nilai is None or isinstance(nilai, str | Decimal | date):
        return nilai
    return str(nilai)


def _riwayat(lama: Workspace, isi: Isi, waktu: datetime) -> list[list[IsiSel]]:
    """The agency's target and realisasi of every period of last year in which there is a figure."""
    tahun = isi.master.instansi.tahun
    hasil: list[list[IsiSel]] = []
    with buka(lama, waktu) as sesi:
        isi = isi_berlaku(sesi, isi)
        for jenis in JenisPeriode:
            for ke in range(1, 12 // jenis + 1):
                periode = Periode(tahun, jenis, ke)
                hasil += [
                    [c.indikator, periode.id, _sel(c.target), _sel(c.realisasi)]
                    for c in hitung(sesi, isi, periode).capaian
                    if c.unit is None and c.realisasi is not None
                ]
    return hasil


def _sel(nilai: Nilai | None) -> IsiSel:
    teks = json_nilai(nilai)
    try:
        return None if teks is None else Decimal(teks)
    except ArithmeticError:
        return teks
