"""What a form yields: facts, money and words, each with the cells it was read from."""

from __future__ import annotations

from kinerja.domain.fakta import Fakta, FaktaAnggaran, Uraian
from kinerja.domain.formulir import LEMBAR_ANGGARAN, Kolom
from kinerja.validate.baris import Baris, BarisAnggaran
from kinerja.validate.indeks import Indeks


def fakta_baris(baris: Baris, indeks: Indeks) -> Fakta | None:
    """The fact of a due row; None when nothing was reported. A Rasio over 0 is reported, but has no value."""
    if not baris.wajib:
        return None
    rasio = baris.rasio and baris.pembilang.angka is not None and baris.penyebut.angka is not None
    if baris.nilai is None and not rasio:
        return None
    periode = indeks.konteks.periode
    return Fakta(
        indikator=baris.kode,
        unit=indeks.konteks.unit,
        tahun=periode.tahun,
        bulan=periode.bulan_akhir,
        nilai=baris.nilai,
        pembilang=baris.pembilang.angka,
        penyebut=baris.penyebut.angka,
        asal=indeks.asal(i.sel for _, i in baris.isian),
    )


def fakta_anggaran(baris: BarisAnggaran, indeks: Indeks) -> FaktaAnggaran | None:
    """The money of a row; None when nothing was reported."""
    if baris.realisasi.angka is None:
        return None
    periode = indeks.konteks.periode
    return FaktaAnggaran(
        kode=baris.kode,
        unit=indeks.konteks.unit,
        tahun=periode.tahun,
        bulan=periode.bulan_akhir,
        realisasi=baris.realisasi.angka,
        asal=indeks.asal((baris.realisasi.sel,), LEMBAR_ANGGARAN),
    )


def uraian_baris(baris: Baris, indeks: Indeks) -> Uraian | None:
    """The words of a row, as they were written; None when there are none."""
    teks = baris.teks
    if not teks:
        return None
    periode = indeks.konteks.periode
    return Uraian(
        indikator=baris.kode,
        unit=indeks.konteks.unit,
        tahun=periode.tahun,
        bulan=periode.bulan_akhir,
        faktor_pendorong=teks.get(Kolom.FAKTOR_PENDORONG),
        faktor_penghambat=teks.get(Kolom.FAKTOR_PENGHAMBAT),
        tindak_lanjut=teks.get(Kolom.TINDAK_LANJUT),
        data_pendukung=teks.get(Kolom.DATA_PENDUKUNG),
        status_tindak_lanjut_lalu=teks.get(Kolom.STATUS_TINDAK_LANJUT_LALU),
        asal=indeks.asal(baris.form.sel[k] for k in teks),
    )
