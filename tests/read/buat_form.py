"""A filled form made with openpyxl, small and changeable, for the tests of reading."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from datetime import datetime
from typing import Any

import openpyxl
from openpyxl.packaging.custom import StringProperty

from kinerja.domain.formulir import (
    LEMBAR_ANGGARAN,
    LEMBAR_IDENTITAS,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    LEMBAR_PETUNJUK,
    AnggaranTerbit,
    BarisTerbit,
    FormTerbit,
    IdentitasForm,
    Kolom,
    KolomAnggaran,
    LabelPengesahan,
)
from kinerja.domain.identitas import identitas_rows
from kinerja.read.model import Kandidat

IDENTITAS = IdentitasForm(
    skema="1", instansi="ab12cd34", unit="SEK", periode="2026-01", versi_master="0f3a", menjawab_revisi=0
)
KODE = ("IKU-01", "IKU-02", "IKU-03")
TERBIT = FormTerbit(
    identitas=IDENTITAS,
    baris=tuple(
        BarisTerbit(kode=k, target_tahun="90", target_periode="80", target_sd="80", realisasi_sd_lalu=None)
        for k in KODE
    ),
    anggaran=(AnggaranTerbit(kode="6.01", pagu="1000000", realisasi_sd_lalu="0"),),
)
BARIS_JUDUL = 4
SAAT = datetime.fromisoformat("2026-02-03T09:10:00")


def buku(terbit: FormTerbit = TERBIT) -> Any:
    """A filled form as a workbook of openpyxl: heading row 4, rows from 5."""
    wb = openpyxl.Workbook()
    petunjuk = wb.active
    petunjuk.title = LEMBAR_PETUNJUK
    petunjuk["A1"] = "Petunjuk Pengisian"
    petunjuk["A3"] = terbit.identitas.kode_formulir
    ws = wb.create_sheet(LEMBAR_KINERJA)
    ws["A1"] = "FORMULIR ISIAN DATA KINERJA"
    for k, kolom in enumerate(Kolom, 1):
        ws.cell(BARIS_JUDUL, k, kolom.value)
    for n, b in enumerate(terbit.baris, 1):
        isi = {
            Kolom.NO: n, Kolom.KODE: b.kode, Kolom.SASARAN: "Sasaran", Kolom.INDIKATOR: f"Indikator {n}",
            Kolom.SATUAN: "%", Kolom.TARGET_TAHUN: 90, Kolom.REALISASI: 80 + n, Kolom.FAKTOR_PENDORONG: "pendorong",
            Kolom.CAPAIAN: f"=L{BARIS_JUDUL + n}/G{BARIS_JUDUL + n}",
        }  # fmt: skip
        for k, kolom in enumerate(Kolom, 1):
            ws.cell(BARIS_JUDUL + n, k, isi.get(kolom))
    ag = wb.create_sheet(LEMBAR_ANGGARAN)
    for k, judul in enumerate(KolomAnggaran, 1):
        ag.cell(2, k, judul.value)
    for n, a in enumerate(terbit.anggaran, 3):
        ag.cell(n, 1, a.kode)
        ag.cell(n, 2, "Kegiatan")
        ag.cell(n, 5, 250_000)
    ps = wb.create_sheet(LEMBAR_PENGESAHAN)
    for n, label in enumerate(LabelPengesahan, 2):
        ps.cell(n, 1, label.value)
        ps.cell(n, 2, f"isi {label.value}")
    ident = wb.create_sheet(LEMBAR_IDENTITAS)
    ident.sheet_state = "veryHidden"
    for baris in identitas_rows(terbit):
        ident.append(baris)
    wb.custom_doc_props.append(StringProperty(name="kinerja_formulir", value=terbit.identitas.kode_formulir))
    return wb


def simpan(wb: Any) -> bytes:
    wadah = io.BytesIO()
    wb.save(wadah)
    return wadah.getvalue()


def form(ubah: Callable[[Any], None] | None = None) -> bytes:
    """Bytes of the form, after `ubah` did to the workbook what people do."""
    wb = buku()
    if ubah is not None:
        ubah(wb)
    return simpan(wb)


def kandidat(isi: bytes, path: str = "masuk/formulir.xlsx") -> Kandidat:
    return Kandidat(path=path, isi=isi, sha256=hashlib.sha256(isi).hexdigest(), diterima=SAAT)
