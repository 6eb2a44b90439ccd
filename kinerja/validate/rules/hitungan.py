"""Family HTG: formulas typed over, money beyond its ceiling, cumulative figures entered as the period's, extremes."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from kinerja.domain.angka import (
    bulatkan,
    dari_desimal,
    format_angka,
    format_ringkas,
    format_rupiah,
    jumlah,
    polos,
    rapikan,
)
from kinerja.domain.formulir import TIDAK_DIUKUR, Kolom, KolomAnggaran
from kinerja.domain.indikator import KonsolidasiPeriode, TipeNilai
from kinerja.domain.nilai import Nilai, Predikat
from kinerja.findings import Finding
from kinerja.validate.baris import NILAI, Baris, BarisAnggaran, angka_terbit, nilai_terbit
from kinerja.validate.hitung_ulang import realisasi_sd
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import kutip, tampak
from kinerja.validate.rules.dasar import NIHIL, Aturan, tempat_isian, temuan_anggaran, temuan_baris
from kinerja.validate.rules.kelengkapan import tanpa_penjelasan
from kinerja.validate.rules.terkunci import angka_sel, sebut_nilai
from kinerja.validate.rumus_asli import ditimpa, ditimpa_anggaran
from kinerja.workbook.model import Jenis, Sel

_DESIMAL_CAPAIAN = 2


def _tertulis(sel: Sel) -> str:
    return tampak(sel) if sel.rumus is None else kutip(f"={sel.rumus}")


def _sama(sel: Sel, harap: Nilai | None, desimal: int) -> bool:
    """True when the typed constant shows the same digits as the recomputed figure."""
    if isinstance(harap, Fraction):
        # `=100` that nobody has calculated yet is 100 all the same.
        tertulis = angka_terbit(sel.rumus) if sel.jenis is Jenis.BELUM_DIHITUNG else angka_sel(sel)
        return tertulis is not None and bulatkan(tertulis, desimal) == bulatkan(harap, desimal)
    if isinstance(harap, Predikat):
        return rapikan(sel.teks).casefold() == harap.teks.casefold()
    # Nothing to compare with: the form shows a remark here, not a figure.
    return angka_sel(sel) is None


def rumus_ditimpa(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """HTG001-003, BTK036: a formula of the row replaced by something else; the latter when it shows the same digits.

    Every such cell is named: a unit that mends only the first would get the form back for the next.
    """
    if not baris.wajib or baris.nilai is None:
        return NIHIL
    diganti = {k: sel for k in _berumus(baris) if (sel := ditimpa(k, baris, indeks)) is not None}
    if not diganti:
        return NIHIL
    d = max(baris.indikator.desimal, 0)
    harap_sd = realisasi_sd(baris, indeks)
    capaian = baris.capaian.nilai if baris.capaian is not None and indeks.versi_sama else None
    calon = [
        ("HTG001", Kolom.REALISASI, baris.nilai if baris.rasio else None, d, baris.rasio),
        ("HTG002", Kolom.REALISASI_SD, harap_sd, d, harap_sd is not None),
        ("HTG003", Kolom.CAPAIAN, capaian, _DESIMAL_CAPAIAN, capaian is not None),
    ]
    hasil: list[Finding] = []
    for kode, kolom, harap, desimal, dapat in calon:
        sel = diganti.get(kolom)
        if sel is None or not dapat:
            continue
        if _sama(sel, harap, desimal):
            hasil.append(_diganti(baris, indeks, kolom, sel, "nilainya kebetulan sama dengan hasil hitung ulang"))
            continue
        sebut = format_angka(harap, desimal) if isinstance(harap, Fraction) else sebut_nilai(harap, desimal)
        hasil.append(temuan_baris(kode, baris, indeks, kolom, sel, tertulis=_tertulis(sel), diharapkan=sebut))
    return hasil


def rumus_tak_diukur(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """HTG002, HTG003: typed over in a row that is not measured now, where both cells have nothing new to show."""
    if baris.wajib or baris.terbit is None or not indeks.versi_sama:
        return NIHIL
    i, skala = baris.indikator, indeks.konteks.master.skala_of(baris.indikator)
    lalu = nilai_terbit(baris.terbit.realisasi_sd_lalu, skala)
    sd, capaian = ditimpa(Kolom.REALISASI_SD, baris, indeks), ditimpa(Kolom.CAPAIAN, baris, indeks)
    hasil: list[Finding] = []
    if sd is not None and (lalu is None or not _sama(sd, lalu, i.desimal)):
        sebut = sebut_nilai(lalu, i.desimal)
        hasil.append(
            temuan_baris("HTG002", baris, indeks, Kolom.REALISASI_SD, sd, tertulis=_tertulis(sd), diharapkan=sebut)
        )
    if capaian is not None and rapikan(capaian.teks).casefold() != TIDAK_DIUKUR:
        hasil.append(
            temuan_baris(
                "HTG003", baris, indeks, Kolom.CAPAIAN, capaian, tertulis=_tertulis(capaian), diharapkan=TIDAK_DIUKUR
            )
        )
    return hasil


def rumus_tak_terbanding(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BTK036: a formula typed over in a row whose own value cannot be read yet, so that it cannot be recomputed."""
    if not baris.wajib or baris.nilai is not None:
        return NIHIL
    sebab = "nilainya belum dapat dibandingkan karena isian baris ini masih harus diperbaiki"
    return [
        _diganti(baris, indeks, k, sel, sebab)
        for k in _berumus(baris)
        if (sel := ditimpa(k, baris, indeks)) is not None
    ]


def _berumus(baris: Baris) -> tuple[Kolom, ...]:
    return (Kolom.REALISASI, Kolom.REALISASI_SD, Kolom.CAPAIAN)[not baris.rasio :]


def _diganti(baris: Baris, indeks: Indeks, kolom: Kolom, sel: Sel, banding: str) -> Finding:
    return temuan_baris(
        "BTK036", baris, indeks, kolom, sel, kolom=kolom.value, tertulis=_tertulis(sel), banding=banding
    )


def kumulatif(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """HTG007: the figure looks like Realisasi s.d. entered as this period's.

    It is at least what was reached before, far above target and every earlier period, and what it would add
    to the past is of the usual size. Where only the year has a target, it must overshoot that as well.
    """
    i, x = baris.indikator, baris.angka
    if i.konsolidasi_periode is not KonsolidasiPeriode.JUMLAH or not baris.wajib:
        return NIHIL
    lalu = indeks.lalu.get(baris.kode, ())
    if i.tipe is TipeNilai.RASIO:
        kolom, isian = Kolom.PEMBILANG, baris.pembilang
        x, deret = isian.angka, [f.pembilang for f in lalu if f.pembilang is not None]
        target = None
        bagi, bawah = baris.penyebut.angka, [f.penyebut for f in lalu if f.penyebut is not None]
        if bagi is None or not bawah or bagi < jumlah(bawah):
            return NIHIL
    else:
        kolom, isian = Kolom.REALISASI, baris.realisasi
        deret = [f.nilai for f in lalu if isinstance(f.nilai, Fraction)]
        target = baris.target if isinstance(baris.target, Fraction) else None
    sd_lalu = jumlah(deret)
    if x is None or sd_lalu.numerator <= 0 or x < sd_lalu:
        return NIHIL
    if target is None and (len(deret) < 2 or not _melampaui_tahun(baris, indeks, sd_lalu + x)):
        return NIHIL
    patokan = max([*deret, *([target] if target is not None else [])])
    if not _seperti_kumulatif(x, sd_lalu, patokan, indeks.ambang["kumulatif"]):
        return NIHIL
    return (
        temuan_baris(
            "HTG007", baris, indeks, kolom, isian.sel, kolom=kolom.value, tertulis=polos(x),
            diharapkan=f"sekitar {format_ringkas(x - sd_lalu, 4)}", periode=indeks.konteks.periode.nama,
            sd_lalu=format_ringkas(sd_lalu, 4), selisih=format_ringkas(x - sd_lalu, 4),
            target=sebut_nilai(baris.target, i.desimal),
        ),
    )  # fmt: skip


def _melampaui_tahun(baris: Baris, indeks: Indeks, sd: Fraction) -> bool:
    """True unless the figure fits into the year's target as one period's; of a Rasio there is nothing to compare."""
    if baris.rasio:
        return True
    tahun = indeks.target[baris.kode].tahun
    return isinstance(tahun, Fraction) and sd > tahun


def _seperti_kumulatif(x: Fraction, sd_lalu: Fraction, patokan: Fraction, kali: Fraction) -> bool:
    return x >= kali * patokan and 2 * (x - sd_lalu) <= 3 * patokan


def ekstrem(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """HTG010: a capaian so high or so low that it needs a reason."""
    if baris.capaian is None or baris.capaian.nilai is None:
        return NIHIL
    nilai = baris.capaian.nilai
    if nilai.numerator // nilai.denominator in indeks.capaian_biasa:
        return NIHIL
    atas, bawah = indeks.ambang["capaian_ekstrem_atas"], indeks.ambang["capaian_ekstrem_bawah"]
    tercetak = dari_desimal(bulatkan(nilai, _DESIMAL_CAPAIAN))
    if bawah <= tercetak <= atas:
        return NIHIL
    if tercetak < bawah and tanpa_penjelasan(baris):  # LKP003 says so already
        return NIHIL
    return (
        temuan_baris(
            "HTG010", baris, indeks, Kolom.REALISASI, baris.sel_nilai, tertulis=format_angka(tercetak, 2),
            diharapkan=f"{format_ringkas(bawah, 2)} s.d. {format_ringkas(atas, 2)} %",
            periode=indeks.konteks.periode.nama, tempat=tempat_isian(baris),
        ),
    )  # fmt: skip


def belanja_negatif(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """HTG008: less than nothing spent; a return of money, or a slip."""
    x = baris.realisasi.angka
    if x is None or x >= 0:
        return NIHIL
    return (
        temuan_anggaran(
            "HTG008", baris, indeks, KolomAnggaran.REALISASI, baris.realisasi.sel, tertulis=format_rupiah(x)
        ),
    )


def anggaran_kumulatif(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """HTG009: the spending up to now entered as this period's."""
    x = baris.realisasi.angka
    deret = [a.realisasi for a in indeks.konteks.anggaran_lalu if a.kode == baris.kode]
    if x is None or baris.lalu <= 0 or len(deret) < 2 or baris.pagu is None:
        return NIHIL
    rata = baris.pagu * indeks.konteks.periode.jenis / 12
    kali = indeks.ambang["kumulatif"]
    tambahan = x - baris.lalu
    # What it would add to the past must be of the usual size, within a quarter of the mean month.
    biasa = jumlah(deret) / len(deret)
    if x < kali * max(*deret, rata) or abs(tambahan - biasa) * 4 > biasa:
        return NIHIL
    return (
        temuan_anggaran(
            "HTG009", baris, indeks, KolomAnggaran.REALISASI, baris.realisasi.sel, tertulis=format_rupiah(x),
            diharapkan=f"sekitar {format_rupiah(tambahan)}", periode=indeks.konteks.periode.nama,
            sd_lalu=format_rupiah(baris.lalu),
        ),
    )  # fmt: skip


def melebihi_pagu(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """HTG006: more spent than there is."""
    sd, pagu = baris.sd, baris.pagu
    if sd is None or pagu is None or sd <= pagu:
        return NIHIL
    return (
        temuan_anggaran(
            "HTG006", baris, indeks, KolomAnggaran.REALISASI, baris.realisasi.sel, tertulis=format_rupiah(sd),
            diharapkan=format_rupiah(pagu), periode=indeks.konteks.periode.nama,
        ),
    )  # fmt: skip


def rumus_anggaran(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """HTG004, HTG005: formulas of the budget row typed over."""
    sd, pagu = baris.sd, baris.pagu
    if sd is None:
        return NIHIL
    serapan = sd / pagu * 100 if pagu is not None and pagu != 0 else None
    hasil: list[Finding] = []
    for kode, kolom, harap, sebut in (
        ("HTG004", KolomAnggaran.REALISASI_SD, sd, format_rupiah(sd)),
        ("HTG005", KolomAnggaran.SERAPAN, serapan, "" if serapan is None else format_angka(serapan, 2)),
    ):
        sel = ditimpa_anggaran(kolom, baris, indeks)
        if sel is None or harap is None or _sama(sel, harap, 2):
            continue
        hasil.append(temuan_anggaran(kode, baris, indeks, kolom, sel, tertulis=_tertulis(sel), diharapkan=sebut))
    return hasil


ATURAN: tuple[Aturan[Baris], ...] = (
    Aturan(rumus_ditimpa, butuh=(NILAI, Kolom.REALISASI_SD_LALU.medan)),
    Aturan(rumus_tak_terbanding),
    Aturan(rumus_tak_diukur, butuh=(Kolom.REALISASI_SD_LALU.medan,)),
    Aturan(kumulatif, butuh=(NILAI,)),
)

# After the outliers: a figure that was already questioned is not called extreme as well.
ATURAN_AKHIR: tuple[Aturan[Baris], ...] = (Aturan(ekstrem, bersih=(NILAI,)),)

ATURAN_ANGGARAN: tuple[Aturan[BarisAnggaran], ...] = (
    Aturan(belanja_negatif, butuh=(NILAI,)),
    Aturan(melebihi_pagu, butuh=(NILAI, KolomAnggaran.PAGU.medan, KolomAnggaran.REALISASI_SD_LALU.medan)),
    Aturan(anggaran_kumulatif, bersih=(NILAI,)),
    Aturan(rumus_anggaran, butuh=(NILAI, KolomAnggaran.PAGU.medan, KolomAnggaran.REALISASI_SD_LALU.medan)),
)
