"""Family BTK, cell by cell: what is locked on the form must be as it was issued."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from kinerja.catalogue import temuan
from kinerja.domain.angka import dari_desimal, format_nilai, format_ringkas, parse_angka, parse_rentang, rapikan
from kinerja.domain.formulir import Kolom, KolomAnggaran
from kinerja.domain.nilai import Nilai, Predikat, Rentang
from kinerja.findings import Finding, Tingkat
from kinerja.validate.baris import Baris, BarisAnggaran, angka_terbit, nilai_terbit
from kinerja.validate.format_sel import tampilan
from kinerja.validate.indeks import Indeks
from kinerja.validate.isian import tampak
from kinerja.validate.rules.dasar import NIHIL, Aturan, temuan_anggaran, temuan_baris
from kinerja.workbook.model import Jenis, Sel

# A number in a cell has 15 digits; what was issued has up to 12 places.
KETELITIAN = Fraction(1, 10**9)

_KOLOM_TARGET = (Kolom.TARGET_TAHUN, Kolom.TARGET_PERIODE, Kolom.TARGET_SD)


def sama_angka(a: Fraction, b: Fraction) -> bool:
    """True when two numbers differ by no more than storing them in a cell may cost."""
    return a == b or abs(a - b) <= KETELITIAN * max(Fraction(1), abs(b))


def sama_nilai(a: Nilai | None, b: Nilai | None) -> bool:
    """True when two values are the same, numbers as far as a cell can hold them."""
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return sama_angka(a, b)
    return a == b


def angka_sel(sel: Sel) -> Fraction | None:
    """The number that a locked cell shows, also when it is stored as text; None when it is no number."""
    if isinstance(sel.nilai, Decimal) and sel.nilai.is_finite() and abs(sel.nilai.adjusted()) <= 30:
        x = dari_desimal(sel.nilai)
        return x * 100 if tampilan(sel.format, sel.nilai).persen else x
    return parse_angka(sel.teks).nilai if sel.jenis is Jenis.TEKS else None


def _kosong(sel: Sel) -> bool:
    return sel.jenis is Jenis.KOSONG or (sel.jenis is Jenis.TEKS and rapikan(sel.teks) in ("", "-"))


def sama_terbit(sel: Sel, terbit: str | None, skala: Sequence[Predikat]) -> bool:
    """True when the cell still says what was issued: a number, a range, a predikat, or nothing."""
    if not terbit:
        return _kosong(sel)
    nilai = sel.nilai
    if (str(nilai) if isinstance(nilai, Decimal) and "%" not in sel.format else nilai) == terbit:
        return True
    harap = angka_terbit(terbit)
    if harap is not None:
        tertulis = angka_sel(sel)
        return tertulis is not None and sama_angka(tertulis, harap)
    if rapikan(sel.teks).casefold() == rapikan(terbit).casefold():
        return True
    rentang = parse_rentang(terbit)
    if rentang is not None:
        return parse_rentang(sel.teks) == rentang
    predikat = nilai_terbit(terbit, skala)
    return predikat is not None and nilai_terbit(sel.teks, skala) == predikat


def _sebut(terbit: str | None) -> str:
    """An issued text as a person reads it."""
    x = angka_terbit(terbit)
    if x is not None:
        return format_ringkas(x, 4)
    return terbit or "kosong"


def _tertulis(sel: Sel) -> str:
    return "kosong" if _kosong(sel) else tampak(sel)


def target(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BTK031: a target that is not the one issued."""
    if baris.terbit is None:
        return NIHIL
    ada, t, skala = baris.form.sel, baris.terbit, indeks.konteks.master.skala_of(baris.indikator)
    terbit = (t.target_tahun, t.target_periode, t.target_sd)
    return [
        temuan_baris(
            "BTK031", baris, indeks, kolom, sel, kolom=kolom.value, tertulis=_tertulis(sel), diharapkan=_sebut(teks)
        )
        for kolom, teks in zip(_KOLOM_TARGET, terbit, strict=True)
        if (sel := ada.get(kolom)) is not None and not sama_terbit(sel, teks, skala)
    ]


def realisasi_lalu(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BTK032: the past on the form is not what was issued."""
    sel = baris.form.sel.get(Kolom.REALISASI_SD_LALU)
    if baris.terbit is None or sel is None:
        return NIHIL
    skala = indeks.konteks.master.skala_of(baris.indikator)
    terbit = baris.terbit.realisasi_sd_lalu
    if sama_terbit(sel, terbit, skala):
        return NIHIL
    return (
        temuan_baris(
            "BTK032", baris, indeks, Kolom.REALISASI_SD_LALU, sel, tertulis=_tertulis(sel), diharapkan=_sebut(terbit)
        ),
    )


def _teks_berubah(sel: Sel | None, asli: str) -> bool:
    if sel is None or sel.nilai == asli:
        return False
    return "".join(rapikan(sel.teks).casefold().split()) != "".join(rapikan(asli).casefold().split())


def nama_dan_satuan(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BTK033, BTK034: the row is about something else than the master says."""
    if not indeks.versi_sama:
        return NIHIL
    i = baris.indikator
    return [
        temuan_baris(kode, baris, indeks, kolom, sel, tertulis=_tertulis(sel), diharapkan=asli)
        for kode, kolom, asli in (("BTK033", Kolom.INDIKATOR, i.nama), ("BTK034", Kolom.SATUAN, i.satuan))
        if (sel := baris.form.sel.get(kolom)) is not None and _teks_berubah(sel, asli)
    ]


def sasaran(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BTK035: the text of the Sasaran was changed; nothing is computed from it."""
    sel = baris.form.sel.get(Kolom.SASARAN)
    if not indeks.versi_sama or sel is None:
        return NIHIL
    kode = baris.indikator.sasaran
    nama = indeks.sasaran.get(kode, kode)
    if sel.nilai == nama or any(not _teks_berubah(sel, t) for t in (nama, kode, f"{kode} {nama}", f"{kode}. {nama}")):
        return NIHIL
    return (temuan_baris("BTK035", baris, indeks, Kolom.SASARAN, sel, tertulis=_tertulis(sel), diharapkan=nama),)


def tersembunyi(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BTK042: a hidden row that holds something is read, and said."""
    if not baris.form.tersembunyi or not baris.terisi:
        return NIHIL
    kolom, isian = baris.isian[0]
    return (temuan_baris("BTK042", baris, indeks, kolom, isian.sel, baris=str(baris.form.nomor)),)


def tak_dibaca(baris: Baris, indeks: Indeks) -> Iterable[Finding]:
    """BTK011: a figure typed into a cell that this row does not have: Pembilang of a plain number, for instance."""
    if not baris.rasio:
        kolom: tuple[Kolom, ...] = (Kolom.PEMBILANG, Kolom.PENYEBUT)
    elif not baris.wajib:
        kolom = (Kolom.REALISASI,)
    else:
        return NIHIL
    isi = [
        (k, sel)
        for k in kolom
        if (sel := baris.form.sel.get(k)) is not None and sel.jenis is not Jenis.KOSONG and not _kosong(sel)
    ]
    if not isi or (baris.rasio and isi[0][1].rumus is not None):
        return NIHIL
    return (
        temuan(
            "BTK011", indeks.ref(isi[0][1]), indikator=baris.kode, medan=isi[0][0].medan, tingkat=Tingkat.PERINGATAN,
            tertulis=tampak(isi[0][1]), daftar=" dan ".join(s.alamat for _, s in isi),
        ),
    )  # fmt: skip


def anggaran(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """BTK040, BTK041: the ceiling or the past of a budget row is not what was issued."""
    if baris.terbit is None:
        return NIHIL
    return [
        temuan_anggaran(kode, baris, indeks, kolom, sel, tertulis=_tertulis(sel), diharapkan=_sebut(teks))
        for kode, kolom, teks in (
            ("BTK040", KolomAnggaran.PAGU, baris.terbit.pagu),
            ("BTK041", KolomAnggaran.REALISASI_SD_LALU, baris.terbit.realisasi_sd_lalu),
        )
        if (sel := baris.form.sel.get(kolom)) is not None
        and not sama_terbit(sel, teks, ())
        and not (_kosong(sel) and angka_terbit(teks) == 0)
    ]


def uraian_anggaran(baris: BarisAnggaran, indeks: Indeks) -> Iterable[Finding]:
    """BTK043: the name of a budget line was changed."""
    sel = baris.form.sel.get(KolomAnggaran.URAIAN)
    if not indeks.versi_sama or baris.mata is None or sel is None or not _teks_berubah(sel, baris.mata.uraian):
        return NIHIL
    return (
        temuan_anggaran(
            "BTK043", baris, indeks, KolomAnggaran.URAIAN, sel, tertulis=_tertulis(sel), diharapkan=baris.mata.uraian
        ),
    )


def sebut_nilai(nilai: Nilai | None, desimal: int) -> str:
    """A value for a message: few digits, ranges and predikat as printed."""
    if isinstance(nilai, Fraction):
        return format_ringkas(nilai, max(desimal, 2))
    if isinstance(nilai, Rentang | Predikat):
        return format_nilai(nilai, desimal)
    return "–"


ATURAN: tuple[Aturan[Baris], ...] = (
    Aturan(target),
    Aturan(realisasi_lalu),
    Aturan(nama_dan_satuan),
    Aturan(sasaran),
    Aturan(tersembunyi),
    Aturan(tak_dibaca),
)

ATURAN_ANGGARAN: tuple[Aturan[BarisAnggaran], ...] = (Aturan(anggaran), Aturan(uraian_anggaran))
