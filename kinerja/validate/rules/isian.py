"""Family ISI: what the unit typed into one cell."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kinerja.domain.angka import format_ringkas, polos
from kinerja.domain.formulir import KOLOM_URAIAN, Kolom, KolomAnggaran
from kinerja.domain.indikator import Polaritas, RumusMinimal
from kinerja.domain.periode import NAMA_BULAN
from kinerja.findings import Finding
from kinerja.validate.baris import NILAI, Baris, BarisAnggaran
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import tak_terbaca, tampak, teks_isian
from kinerja.validate.rules.dasar import NIHIL, Aturan, tempat_isian, temuan_anggaran, temuan_baris
from kinerja.workbook.model import Jenis

_TAK_TERBACA = {Jenis.GALAT: "galat Excel", Jenis.BELUM_DIHITUNG: "rumus yang belum dihitung"}


def di_luar_jadwal(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI018: a figure in a period in which the indicator is not measured."""
    if baris.wajib:
        return NIHIL
    for kolom, isian in baris.isian:
        if isian.sel is not None and (teks_isian(isian.sel) or tak_terbaca(isian.sel)):
            bulan = [b for b in baris.indikator.frekuensi.bulan_wajib if b > indeks.konteks.periode.bulan_akhir]
            jadwal = NAMA_BULAN[bulan[0] - 1] if bulan else "jadwal berikutnya"
            nama = indeks.konteks.periode.nama
            return (
                temuan_baris(
                    "ISI018", baris, indeks, kolom, isian.sel, tertulis=tampak(isian.sel), periode=nama, jadwal=jadwal
                ),
            )
    return NIHIL


def isi_sel(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """Every fault or remark of reading: wrong kind, two meanings, error cell, formula, misleading format, …"""
    if not baris.wajib:
        return NIHIL
    return [
        temuan_baris(
            c.kode, baris, indeks, kolom, isian.sel, tertulis=c.tertulis, diharapkan=c.diharapkan, **dict(c.isi)
        )
        for kolom, isian in baris.isian
        if (c := isian.cacat) is not None
    ]


def kosong(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI001, ISI002: nothing typed where a figure is due."""
    if not baris.wajib or baris.nilai is not None:
        return NIHIL
    nama = indeks.konteks.periode.nama
    if not baris.rasio:
        if not baris.realisasi.kosong:
            return NIHIL
        return (temuan_baris("ISI001", baris, indeks, Kolom.REALISASI, baris.realisasi.sel, periode=nama),)
    if baris.pembilang.kosong and baris.penyebut.kosong:
        return (
            temuan_baris(
                "ISI002", baris, indeks, Kolom.PEMBILANG, baris.pembilang.sel,
                kolom="Pembilang dan Penyebut", tempat=tempat_isian(baris),
            ),
        )  # fmt: skip
    return [
        temuan_baris("ISI002", baris, indeks, kolom, isian.sel, kolom=kolom.value, tempat=f"sel {isian.sel.alamat}")
        for kolom, isian in baris.isian
        if isian.kosong and isian.sel is not None
    ]


def penyebut_nol(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI013, ISI014: nothing to divide by."""
    pembilang, penyebut = baris.pembilang.angka, baris.penyebut.angka
    if not baris.wajib or pembilang is None or penyebut is None or penyebut.numerator != 0:
        return NIHIL
    if pembilang != 0:
        return (
            temuan_baris(
                "ISI013", baris, indeks, Kolom.PENYEBUT, baris.penyebut.sel, tertulis="0", pembilang=polos(pembilang)
            ),
        )
    nama = indeks.konteks.periode.nama
    return (temuan_baris("ISI014", baris, indeks, Kolom.PENYEBUT, baris.penyebut.sel, tertulis="0", periode=nama),)


def negatif(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI011: below zero where that cannot be."""
    if not baris.wajib:
        return NIHIL
    bawah = baris.indikator.batas_bawah
    boleh = not baris.rasio and bawah is not None and bawah < 0
    return [
        temuan_baris("ISI011", baris, indeks, kolom, isian.sel, tertulis=tampak(isian.sel))
        for kolom, isian in baris.isian
        if (x := isian.angka) is not None and x.numerator < 0 and not boleh and isian.sel is not None
    ]


def melebihi_penyebut(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI015: more than all of it, where Batas Atas says that 100 % is the most."""
    pembilang, penyebut, i = baris.pembilang.angka, baris.penyebut.angka, baris.indikator
    if not baris.wajib or pembilang is None or penyebut is None:
        return NIHIL
    if not (i.batas_atas is not None and i.persen and i.batas_atas <= 100) or penyebut <= 0 or pembilang <= penyebut:
        return NIHIL
    return (
        temuan_baris(
            "ISI015", baris, indeks, Kolom.PEMBILANG, baris.pembilang.sel,
            tertulis=polos(pembilang), diharapkan=f"paling banyak {polos(penyebut)}", penyebut=polos(penyebut),
        ),
    )  # fmt: skip


def di_luar_batas(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI010: outside Batas Bawah and Batas Atas."""
    i, x = baris.indikator, baris.angka
    if not baris.wajib or x is None:
        return NIHIL
    if (i.batas_bawah is None or x >= i.batas_bawah) and (i.batas_atas is None or x <= i.batas_atas):
        return NIHIL
    return (
        temuan_baris(
            "ISI010", baris, indeks, Kolom.REALISASI, baris.sel_nilai, tempat=tempat_isian(baris),
            tertulis=format_ringkas(x, max(i.desimal, 2)), diharapkan=_batas(i.batas_bawah, i.batas_atas),
        ),
    )  # fmt: skip


def _batas(bawah: Fraction | None, atas: Fraction | None) -> str:
    rendah, tinggi = (None if b is None else format_ringkas(b, 6) for b in (bawah, atas))
    if tinggi is None:
        return f"paling rendah {rendah}"
    return f"paling tinggi {tinggi}" if rendah is None else f"{rendah} s.d. {tinggi}"


def desimal_berlebih(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI012: finer than the indicator's Desimal."""
    x, d = baris.realisasi.angka, baris.indikator.desimal
    if not baris.wajib or x is None or baris.realisasi.sel is None or 10**d % x.denominator == 0:
        return NIHIL
    sebutan = f"{d} angka di belakang koma" if d else "bilangan bulat"
    return (
        temuan_baris(
            "ISI012", baris, indeks, Kolom.REALISASI, baris.realisasi.sel, tertulis=polos(x), diharapkan=sebutan
        ),
    )


def tidak_bermakna(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """HTG011: T below 0, or T above 0 and R below 0 under T/R: no percentage would mean anything."""
    i, target, x = baris.indikator, baris.target, baris.angka
    if not baris.wajib or x is None or not isinstance(target, Fraction):
        return NIHIL
    banding = i.polaritas is Polaritas.MINIMAL and i.rumus_minimal is RumusMinimal.BANDING
    if target.numerator < 0:
        alasan = "target di bawah nol"
    elif x.numerator < 0 and banding and target > 0:
        alasan = "realisasi di bawah nol pada rumus T/R"
    else:
        return NIHIL
    return (
        temuan_baris(
            "HTG011", baris, indeks, Kolom.REALISASI, baris.sel_nilai,
            tertulis=polos(x), target=polos(target), alasan=alasan,
        ),
    )  # fmt: skip


def uraian_galat(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """ISI030: an error value, or a formula without a result, in a cell of words: what was meant cannot be read."""
    return [
        temuan_baris("ISI030", baris, indeks, kolom, sel, tertulis=tampak(sel), kolom=kolom.value, wujud=wujud)
        for kolom in KOLOM_URAIAN
        if (sel := baris.form.sel.get(kolom)) is not None and (wujud := _TAK_TERBACA.get(sel.jenis)) is not None
    ]


def anggaran_isi(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """Faults of reading the money, and ISI028: nothing typed."""
    isian = baris.realisasi
    if (c := isian.cacat) is not None:
        return (
            temuan_anggaran(
                c.kode, baris, indeks, KolomAnggaran.REALISASI, isian.sel,
                tertulis=c.tertulis, diharapkan=c.diharapkan, **dict(c.isi),
            ),
        )  # fmt: skip
    if not isian.kosong or baris.pagu == 0:
        return NIHIL
    nama = indeks.konteks.periode.nama
    return (temuan_anggaran("ISI028", baris, indeks, KolomAnggaran.REALISASI, isian.sel, periode=nama),)


def desimal_rupiah(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """ISI012: money finer than one sen."""
    x = baris.realisasi.angka
    if x is None or 100 % x.denominator == 0:
        return NIHIL
    return (
        temuan_anggaran(
            "ISI012", baris, indeks, KolomAnggaran.REALISASI, baris.realisasi.sel,
            tertulis=polos(x), diharapkan="2 angka di belakang koma",
        ),
    )  # fmt: skip


ATURAN: tuple[Aturan[Baris], ...] = (
    Aturan(di_luar_jadwal),
    Aturan(isi_sel),
    Aturan(kosong),
    Aturan(penyebut_nol, butuh=(NILAI,)),
    Aturan(negatif, butuh=(NILAI,)),
    Aturan(melebihi_penyebut, butuh=(NILAI,)),
    Aturan(di_luar_batas, butuh=(NILAI,)),
    Aturan(tidak_bermakna, butuh=(NILAI,)),
    Aturan(desimal_berlebih, butuh=(NILAI,)),
    Aturan(uraian_galat),
)

ATURAN_ANGGARAN: tuple[Aturan[BarisAnggaran], ...] = (
    Aturan(anggaran_isi),
    Aturan(desimal_rupiah, butuh=(NILAI,)),
)
