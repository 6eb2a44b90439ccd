"""Our own form, printed anew and filled with what a unit sent in a file that cannot be patched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from kinerja.domain.formulir import (
    KOLOM_ISIAN,
    LEMBAR_ANGGARAN,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    FormTerbit,
    Kolom,
    KolomAnggaran,
    LabelPengesahan,
)
from kinerja.domain.tanggal import format_tanggal
from kinerja.findings import Finding
from kinerja.forms import tata
from kinerja.forms.blank import Pencetak
from kinerja.read.model import FormTerbaca
from kinerja.sources import CellRef
from kinerja.workbook.model import Jenis, Sel
from kinerja.workbook.patch import Isi, SelXml, split_cells
from kinerja.workbook.patch_buku import BukuTambal
from kinerja.workbook.patch_komentar import put_comments

_RUMUS = frozenset({"HTG001", "HTG002", "HTG003", "HTG004", "HTG005"})
# Codes BTK about whose form it is, and of what stands beside the table (BTK011), which is not taken along.
_BUKAN_SUSUNAN = frozenset({1, 2, 11, *range(20, 26)})
_SUDAH_PULIH = (
    "Pada salinan ini susunan dan rumusnya sudah seperti formulir asli. Periksa isian barisnya, dan lengkapi yang masih"
    " kosong."
)
_ALAMAT = re.compile(r"“[^”]*”|\b[A-Z]{1,2}[1-9][0-9]{0,3}\b")
_KOLOM_ANGGARAN = (KolomAnggaran.REALISASI, KolomAnggaran.REALISASI_SD, KolomAnggaran.SERAPAN)
PENULIS_UNIT = "Catatan unit"
_CAPAIAN = tata.HURUF[Kolom.CAPAIAN]

K = TypeVar("K", bound=StrEnum)


def refill(
    form: FormTerbaca, terbit: FormTerbit, menjawab: int, pencetak: Pencetak, tenggat: date, *,
    catatan: Mapping[tuple[str, str], str] = MappingProxyType({}),
) -> bytes:  # fmt: skip
    """The blank form of `terbit`, answering revision `menjawab`, with the unit's values in its input cells.

    `catatan`: the unit's comments by (sheet, address) in its file; each goes with its cell.
    """
    terbit = replace(pencetak.printable(terbit), identitas=terbit.identitas.answering(menjawab))
    buku = BukuTambal(pencetak.cetak(terbit, tenggat))
    for lembar, isi in (
        (LEMBAR_KINERJA, dict(_kinerja(form, terbit))),
        (LEMBAR_ANGGARAN, dict(_anggaran(form, terbit))),
        (LEMBAR_PENGESAHAN, dict(_pengesahan(form))),
    ):
        bagian = buku.lembar[lembar]
        belahan = split_cells(buku.paket.read(bagian), tuple(isi))
        # A row that is not due has no formula for its capaian; what stood in it has no cell to go to.
        lewat = {_baris(s.alamat) for s in belahan.sel if s.alamat.startswith(_CAPAIAN) and not s.rumus}
        boleh = [s for s in belahan.sel if lembar != LEMBAR_KINERJA or _baris(s.alamat) not in lewat]
        baru = {s.alamat: _tulis(s, isi[s.alamat]) for s in boleh}
        buku.paket.put(bagian, belahan.join(baru))
    tempat = _peta(form, terbit)
    nama = _nama_asli(form)
    for lembar in {nama.get(lembar, lembar) for lembar, _ in catatan} & buku.lembar.keys():
        milik = {
            tempat[lembar, a]: teks
            for (n, a), teks in catatan.items()
            if nama.get(n, n) == lembar and (lembar, a) in tempat
        }
        put_comments(buku, lembar, milik, PENULIS_UNIT)
    return buku.paket.to_bytes()


def pindahkan_temuan(
    form: FormTerbaca, terbit: FormTerbit, temuan: Sequence[Finding], pencetak: Pencetak
) -> list[Finding]:
    """The findings as they stand on our own form: sheet, address and texts; no address where there is no such cell.

    What printing anew has put right itself (rows, headings, formulas) says so instead of how to mend it.
    """
    nama, peta = _nama_asli(form), _peta(form, pencetak.printable(terbit))
    hasil = []
    for t in temuan:
        lembar = nama.get(t.sumber.lembar or "", t.sumber.lembar)
        sel = peta.get((lembar or "", (t.sumber.sel or "").split(",")[0].strip()))
        pesan, saran = (_sel_baru(x, lembar or "", peta) for x in (t.pesan, t.saran))
        if sel is None and t.sumber.sel is not None:
            pesan = f"Pada berkas yang Anda kirim: {t.pesan}"
        if _dipulihkan(t.kode):
            saran = _SUDAH_PULIH
        hasil.append(replace(t, sumber=CellRef(t.sumber.berkas, lembar, sel), pesan=pesan, saran=saran))
    return hasil


def _nama_asli(form: FormTerbaca) -> dict[str, str]:
    """The form's names of its sheets by those in the file."""
    return {v: k for k, v in form.nama_lembar.items()}


def _peta(form: FormTerbaca, terbit: FormTerbit) -> dict[tuple[str, str], str]:
    """Where each cell that was read, by (the form's name of the sheet, address in the file), stands on our form."""
    peta: dict[tuple[str, str], str] = {}
    for lama, baru in _alamat(form, terbit):
        peta.setdefault(lama, baru)
    return peta


def _dipulihkan(kode: str) -> bool:
    """True for findings about the shape of the form, its locked cells and its formulas: our own form has them right."""
    nomor = int(kode[3:])
    return kode in _RUMUS or (kode.startswith("BTK") and nomor not in _BUKAN_SUSUNAN)


def _sel_baru(teks: str, lembar: str, peta: Mapping[tuple[str, str], str]) -> str:
    """The text with addresses as they are on our form; what stands in quotation marks was typed by the unit."""
    return _ALAMAT.sub(lambda m: peta.get((lembar, m[0]), m[0]), teks)


def _alamat(form: FormTerbaca, terbit: FormTerbit) -> Iterator[tuple[tuple[str, str], str]]:
    """((sheet, address in the unit's file), address on our form) of every cell that was read."""
    baris = {b.kode: n for n, b in enumerate(terbit.baris, tata.BARIS_AWAL)}
    for b in form.baris:
        if b.kode in baris:
            for kolom, sel in b.sel.items():
                yield (LEMBAR_KINERJA, sel.alamat), f"{tata.HURUF[kolom]}{baris[b.kode]}"
    baris = {a.kode: n for n, a in enumerate(terbit.anggaran, tata.BARIS_AWAL)}
    for a in form.anggaran:
        if a.kode in baris:
            for judul, sel in a.sel.items():
                yield (LEMBAR_ANGGARAN, sel.alamat), f"{tata.HURUF_ANGGARAN[judul]}{baris[a.kode]}"
    for label, sel in form.pengesahan.items():
        yield (LEMBAR_PENGESAHAN, sel.alamat), f"B{tata.LABEL_BARIS[label]}"
    if form.alasan_perbaikan is not None:
        yield (LEMBAR_PENGESAHAN, form.alasan_perbaikan.alamat), f"B{tata.BARIS_ALASAN}"


def _baris(alamat: str) -> str:
    return alamat.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _tulis(tujuan: SelXml, asal: Sel) -> bytes:
    """Our formulas stay; their stored result is the unit's where the unit's cell was a formula too."""
    isi = _isi(asal)
    if tujuan.rumus and (asal.jenis is Jenis.BELUM_DIHITUNG or asal.rumus is None):
        return tujuan.uncached()
    return tujuan.write(isi or Isi())


def _kinerja(form: FormTerbaca, terbit: FormTerbit) -> Iterator[tuple[str, Sel]]:
    ada = {b.kode: b.sel for b in reversed(form.baris)}
    for n, b in enumerate(terbit.baris, tata.BARIS_AWAL):
        yield from _isian(ada.get(b.kode, {}), (*KOLOM_ISIAN, Kolom.REALISASI_SD, Kolom.CAPAIAN), tata.HURUF, n)


def _anggaran(form: FormTerbaca, terbit: FormTerbit) -> Iterator[tuple[str, Sel]]:
    ada = {a.kode: a.sel for a in reversed(form.anggaran)}
    for n, a in enumerate(terbit.anggaran, tata.BARIS_AWAL):
        yield from _isian(ada.get(a.kode, {}), _KOLOM_ANGGARAN, tata.HURUF_ANGGARAN, n)


def _pengesahan(form: FormTerbaca) -> Iterator[tuple[str, Sel]]:
    for label in LabelPengesahan:
        if label in form.pengesahan and form.pengesahan[label].nilai is not None:
            yield f"B{tata.LABEL_BARIS[label]}", form.pengesahan[label]
    if form.alasan_perbaikan is not None and form.alasan_perbaikan.nilai is not None:
        yield f"B{tata.BARIS_ALASAN}", form.alasan_perbaikan


def _isian(sel: Mapping[K, Sel], kolom: Sequence[K], huruf: Mapping[K, str], n: int) -> Iterator[tuple[str, Sel]]:
    for k in kolom:
        if k in sel and (sel[k].jenis is not Jenis.KOSONG or k is Kolom.CAPAIAN):
            yield f"{huruf[k]}{n}", sel[k]


def _isi(sel: Sel) -> Isi | None:
    """The content of a received cell; None when it is empty."""
    if sel.jenis is Jenis.BELUM_DIHITUNG:
        return Isi(teks=f"={sel.rumus}")  # what was typed, as text
    if sel.nilai is None:
        return None
    if isinstance(sel.nilai, Decimal):
        # The cells of our form have a plain format: what a percent format showed as 95 % is written as 95.
        nilai = sel.nilai * 100 if "%" in sel.format else sel.nilai
        return Isi(angka=format(nilai.normalize(), "f"))
    if isinstance(sel.nilai, bool):
        return Isi(teks="TRUE" if sel.nilai else "FALSE")
    if isinstance(sel.nilai, (date, datetime)):
        return Isi(teks=format_tanggal(sel.nilai.date() if isinstance(sel.nilai, datetime) else sel.nilai))
    return Isi(teks=str(sel.nilai))
