"""The shape of a form: what decides its skeleton, apart from the words and figures put into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from kinerja.domain.formulir import TIDAK_DIUKUR, FormTerbit, Kolom, KolomAnggaran
from kinerja.domain.indikator import Indikator, KonsolidasiPeriode, Polaritas, RumusMinimal, TipeNilai
from kinerja.domain.nilai import Predikat
from kinerja.domain.periode import Periode
from kinerja.forms.tata import LEBAR, LEBAR_ANGGARAN
from kinerja.forms.tinggi import row_height
from kinerja.master.model import Master


@dataclass(frozen=True, slots=True, kw_only=True)
class SifatBaris:
    """What decides formats, locks, validations and formulas of one row of `Data Kinerja`.

    `contoh` is one indicator of this shape, from which the formulas are written; it takes no part in equality.
    """

    tipe: TipeNilai
    polaritas: Polaritas
    rumus_minimal: RumusMinimal | None
    konsolidasi: KonsolidasiPeriode
    satuan: str
    pengali: Fraction
    desimal: int
    batas_bawah: Fraction | None
    batas_atas: Fraction | None
    wajib_bukti: bool
    skala: tuple[Predikat, ...]  # lowest rank first; empty unless tipe is Predikat or Ya/Tidak
    diukur: bool  # a value is due in this period
    tinggi: float
    contoh: Indikator = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sifat:
    """Shape of a whole form; equal shapes share one skeleton."""

    baris: tuple[SifatBaris, ...]
    lebar_angka: int  # characters that the longest figure needs
    anggaran: tuple[float, ...]  # heights of the budget rows


def nama_sasaran(master: Master, kode: str) -> str:
    """The sasaran as the form prints it; the bare Kode when the master does not name it."""
    return next((s.nama for s in master.sasaran if s.kode == kode), kode)


def sifat_form(master: Master, form: FormTerbit) -> Sifat:
    """The shape of this form."""
    periode = Periode.parse(form.identitas.periode)
    baris = []
    for b in form.baris:
        i = master.indikator_by_kode(b.kode)
        wajib = i.diukur(periode.bulan)
        teks = [
            (i.kode, LEBAR[Kolom.KODE]),
            (nama_sasaran(master, i.sasaran), LEBAR[Kolom.SASARAN]),
            (i.nama, LEBAR[Kolom.INDIKATOR]),
            (i.satuan, LEBAR[Kolom.SATUAN]),
        ]
        if not wajib:
            teks.append((TIDAK_DIUKUR, LEBAR[Kolom.CAPAIAN]))
        baris.append(sifat_baris(master, i, diukur=wajib, tinggi=row_height(teks, minimum=44)))
    return Sifat(
        baris=tuple(baris),
        lebar_angka=_lebar_angka(master, form),
        anggaran=tuple(_tinggi_anggaran(master, form, periode)),
    )


def sifat_baris(master: Master, i: Indikator, *, diukur: bool, tinggi: float) -> SifatBaris:
    """The shape of one row, of this height."""
    return SifatBaris(
        tipe=i.tipe,
        polaritas=i.polaritas,
        rumus_minimal=i.rumus_minimal,
        konsolidasi=i.konsolidasi_periode,
        satuan=i.satuan,
        pengali=i.pengali,
        desimal=i.desimal,
        batas_bawah=i.batas_bawah,
        batas_atas=i.batas_atas,
        wajib_bukti=i.wajib_bukti,
        skala=master.skala_of(i),
        diukur=diukur,
        tinggi=tinggi,
        contoh=i,
    )


def _lebar_angka(master: Master, form: FormTerbit) -> int:
    """Width for the longest figure of the form, with a place to spare."""
    panjang = 0
    for b in form.baris:
        desimal = master.indikator_by_kode(b.kode).desimal
        for teks in (b.target_tahun, b.target_periode, b.target_sd, b.realisasi_sd_lalu):
            bulat = (teks or "").partition(".")[0]
            if bulat.lstrip("-").isdigit():
                panjang = max(panjang, len(bulat) + len(bulat) // 3 + (desimal + 1 if desimal else 0))
    return panjang + 2


def _tinggi_anggaran(master: Master, form: FormTerbit, periode: Periode) -> list[float]:
    uraian = {a.kode: a.uraian for a in master.anggaran_of(form.identitas.unit, periode.akhir)}
    kode, nama = LEBAR_ANGGARAN[KolomAnggaran.KODE], LEBAR_ANGGARAN[KolomAnggaran.URAIAN]
    return [row_height([(a.kode, kode), (uraian.get(a.kode, ""), nama)], minimum=20) for a in form.anggaran]
