"""Family LKP: explanations, copied texts, lateness, and the Pengesahan sheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from kinerja.catalogue import temuan
from kinerja.domain.angka import bulatkan, dari_desimal, format_angka, format_ringkas, rapikan
from kinerja.domain.formulir import LEMBAR_PENGESAHAN, Kolom, LabelPengesahan
from kinerja.domain.tanggal import format_tanggal, parse_tanggal
from kinerja.findings import Finding
from kinerja.sources import CellRef
from kinerja.validate.baris import NILAI, Baris
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import kutip, tak_terbaca, tampak, teks_isian
from kinerja.validate.rules.dasar import NIHIL, Aturan, tempat_isian, temuan_baris
from kinerja.workbook.model import Jenis, Sel
from kinerja.workbook.numfmt import nilai_tanggal

_PENJELASAN = (Kolom.FAKTOR_PENGHAMBAT, Kolom.TINDAK_LANJUT)
_HARI_SERI = range(40_000, 60_000)  # day numbers of 2009 to 2064
_DISALIN = (Kolom.FAKTOR_PENDORONG, Kolom.FAKTOR_PENGHAMBAT, Kolom.TINDAK_LANJUT)


def menyimpang(baris: Baris, indeks: Indeks) -> Fraction | None:
    """The printed capaian when it lies below 100 by more than the threshold; None otherwise."""
    if baris.capaian is None or baris.capaian.nilai is None:
        return None
    nilai = baris.capaian.nilai
    if nilai.numerator >= 100 * nilai.denominator:
        return None
    tercetak = dari_desimal(bulatkan(nilai, 2))
    return tercetak if 100 - tercetak > indeks.konteks.pengaturan.ambang_deviasi else None


def tanpa_penjelasan(baris: Baris) -> list[tuple[Kolom, Sel]]:
    """The cells for cause and remedy in which nothing is said."""
    return [
        (kolom, sel)
        for kolom in _PENJELASAN
        if (sel := baris.form.sel.get(kolom)) is not None and not teks_isian(sel) and not tak_terbaca(sel)
    ]


def penjelasan(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """LKP003, LKP005: a deviation without cause and remedy, or with words that say nothing. One finding per row."""
    capaian = menyimpang(baris, indeks)
    if capaian is None:
        return NIHIL
    kosong = tanpa_penjelasan(baris)
    if kosong:
        pertama, isi = kosong[0]
        return (
            temuan_baris(
                "LKP003", baris, indeks, pertama, isi,
                tertulis=tampak(isi) or "kosong", capaian=format_angka(capaian, 2),
                ambang=format_ringkas(indeks.konteks.pengaturan.ambang_deviasi, 2),
                kosong=" dan ".join(f"{k.value} ({s.alamat})" for k, s in kosong), tempat=tempat_isian(baris),
            ),
        )  # fmt: skip
    sedikit = indeks.ambang["uraian_huruf"]
    return [
        temuan_baris("LKP005", baris, indeks, kolom, sel, tertulis=tampak(sel), kolom=kolom.value)
        for kolom in _PENJELASAN
        if (sel := baris.form.sel.get(kolom)) is not None
        and sum(h.isalpha() for h in teks_isian(sel)) < sedikit
        and not tak_terbaca(sel)
    ][:1]


def uraian_disalin(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """LKP004: texts unchanged from the period before. One finding per row, naming all of them."""
    lalu = indeks.uraian_lalu.get(baris.kode)
    if lalu is None:
        return NIHIL
    panjang = int(indeks.ambang["salinan_huruf"])
    semua_lalu = (lalu.faktor_pendorong, lalu.faktor_penghambat, lalu.tindak_lanjut)
    sama = [
        kolom
        for kolom, dulu in zip(_DISALIN, semua_lalu, strict=True)
        if dulu is not None
        and len(teks := baris.teks.get(kolom, "")) >= panjang
        and rapikan(teks).casefold() == rapikan(dulu).casefold()
    ]
    if not sama:
        return NIHIL
    kolom = sama[0]
    sel = baris.form.sel[kolom]
    k = indeks.konteks.periode
    return (
        temuan_baris(
            "LKP004", baris, indeks, kolom, sel, tertulis=tampak(sel), kolom=" dan ".join(x.value for x in sama),
            lalu=k.sebelumnya.nama, periode=k.nama,
        ),
    )  # fmt: skip


def terlambat(indeks: Indeks) -> Iterable[Finding]:
    """LKP002: received after the day on which it was due. A correction answers a deadline of its own."""
    k = indeks.konteks
    if k.tenggat is None or indeks.form.identitas.menjawab_revisi > 0:
        return NIHIL
    hari = (k.diterima.date() - k.tenggat.date()).days
    if hari <= 0:
        return NIHIL
    return (
        temuan(
            "LKP002", CellRef(indeks.form.path), medan="diterima", hari=str(hari),
            tertulis=format_tanggal(k.diterima.date()), diharapkan=format_tanggal(k.tenggat.date()),
        ),
    )  # fmt: skip


def pengesahan(indeks: Indeks) -> Iterable[Finding]:
    """LKP006, LKP007, ISI025, ISI029: who, and when. A label that is gone is reading's matter."""
    sel = indeks.form.pengesahan
    kosong = [label for label in LabelPengesahan if label in sel and not _terisi(label, sel[label])]
    if kosong:
        daftar = ", ".join(label.value for label in kosong)
        yield _pengesahan("LKP006", indeks, sel[kosong[0]], "pengesahan", kosong=daftar)
    nip = sel.get(LabelPengesahan.NIP)
    if nip is not None and LabelPengesahan.NIP not in kosong:
        angka = "".join(rapikan(nip.teks).removeprefix("'").split())
        if not (angka.isascii() and angka.isdigit() and len(angka) == 18) or nip.jenis is Jenis.ANGKA:
            yield _pengesahan("LKP007", indeks, nip, "nip", tertulis=kutip(nip.teks))
    tanggal = sel.get(LabelPengesahan.TANGGAL)
    if tanggal is not None and LabelPengesahan.TANGGAL not in kosong:
        yield from _tanggal(tanggal, indeks)


def _terisi(label: LabelPengesahan, sel: Sel) -> bool:
    """True when something was filled in; names and positions are made of letters."""
    if label in (LabelPengesahan.NIP, LabelPengesahan.TANGGAL):
        return bool(teks_isian(sel))
    return sel.jenis is Jenis.TEKS and any(h.isalpha() for h in teks_isian(sel))


def _tanggal(sel: Sel, indeks: Indeks) -> Iterable[Finding]:
    diterima = indeks.konteks.diterima.date()
    nilai = sel.nilai
    if isinstance(nilai, Decimal) and nilai in _HARI_SERI:  # a date whose format was lost
        nilai = nilai_tanggal(nilai, "hari", epoch_1904=False)
    hari = nilai if isinstance(nilai, date) else parse_tanggal(sel.teks)
    if isinstance(hari, datetime):
        hari = hari.date()
    if hari is None:
        yield _pengesahan("ISI029", indeks, sel, "tanggal", tertulis=tampak(sel), diharapkan=format_tanggal(diterima))
    elif hari > diterima:
        yield _pengesahan(
            "ISI025", indeks, sel, "tanggal", tertulis=format_tanggal(hari),
            diharapkan=f"paling lambat {format_tanggal(diterima)}",
        )  # fmt: skip


def _pengesahan(
    kode: str, indeks: Indeks, sel: Sel | None, medan: str, *,
    tertulis: str | None = None, diharapkan: str | None = None, **isi: str,
) -> Finding:  # fmt: skip
    tempat = indeks.ref(sel, LEMBAR_PENGESAHAN)
    return temuan(kode, tempat, medan=medan, tertulis=tertulis, diharapkan=diharapkan, tingkat=None, **isi)


ATURAN: tuple[Aturan[Baris], ...] = (
    Aturan(penjelasan, butuh=(NILAI,)),
    Aturan(uraian_disalin),
)
