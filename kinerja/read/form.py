"""A candidate file to a form taken apart: which form it is, its rows by Kode, its columns by heading."""

from __future__ import annotations

import re

from kinerja.catalogue import temuan
from kinerja.domain.formulir import (
    LABEL_ALASAN_PERBAIKAN,
    LEMBAR_ANGGARAN,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    FormTerbit,
    Kolom,
    KolomAnggaran,
    LabelPengesahan,
)
from kinerja.findings import Finding, Tingkat
from kinerja.read.identitas import cari_identitas
from kinerja.read.judul import samakan
from kinerja.read.lembar import cari_lembar
from kinerja.read.model import BarisForm, BarisFormAnggaran, FormTerbaca, HasilBaca, Kandidat
from kinerja.read.pemantauan import read_pantau
from kinerja.read.penolakan import tolak
from kinerja.read.tabel import BarisTabel, baca_tabel
from kinerja.sources import CellRef
from kinerja.workbook.errors import BerkasDitolak
from kinerja.workbook.model import Buku, Lembar, Sel
from kinerja.workbook.reader import open_workbook

_TAUTAN = re.compile(r"\[[0-9]+\]|'file:")
_AKHIRAN = {
    "xlsx": (".xlsx", ".xltx"),
    "xlsm": (".xlsm", ".xltm"),
    "xls": (".xls", ".xlt", ".et"),
    "ods": (".ods", ".ots"),
}

_ALASAN = samakan(LABEL_ALASAN_PERBAIKAN)

# Headings that may be lacking without harm: they are only for the reader's eye.
_HIASAN_KINERJA = (Kolom.NO,)


def read_form(kandidat: Kandidat) -> HasilBaca:
    """Read one candidate. Whatever is wrong with it is a finding; `form` is None when it must be refused.

    A monitoring paper is told from a form by its own hidden sheet.
    """
    try:
        buku = open_workbook(kandidat.isi, kandidat.path)
    except BerkasDitolak as e:
        return HasilBaca(form=None, temuan=(tolak(e, kandidat.path),))
    identitas, terbit, cacat = cari_identitas(buku, kandidat.path)
    if terbit is None and (kertas := read_pantau(buku, kandidat.path, kandidat.sha256, ketat=identitas is not None)):
        return HasilBaca(form=None, temuan=kertas[1], pantau=kertas[0])
    if identitas is None:
        return HasilBaca(form=None, temuan=tuple(cacat))
    hasil = [*cacat, *_catatan_berkas(buku, kandidat.path)]
    nama: dict[str, str] = {}
    baris = _baca_kinerja(buku, kandidat.path, hasil, nama)
    anggaran = _baca_anggaran(buku, kandidat.path, terbit, hasil, nama)
    pengesahan, alasan = _baca_pengesahan(buku, kandidat.path, hasil, nama)
    form = FormTerbaca(
        path=kandidat.path,
        sha256=kandidat.sha256,
        format=buku.format,
        identitas=identitas,
        terbit=terbit,
        baris=tuple(BarisForm(kode=b.kode, nomor=b.nomor, sel=b.sel, tersembunyi=b.tersembunyi) for b in baris),
        anggaran=tuple(BarisFormAnggaran(kode=b.kode, nomor=b.nomor, sel=b.sel) for b in anggaran),
        pengesahan=pengesahan,
        alasan_perbaikan=alasan,
        nama_lembar=nama,
    )
    return HasilBaca(form=form, temuan=tuple(hasil))


def _catatan_berkas(buku: Buku, berkas: str) -> list[Finding]:
    """Facts about the file that people should know although it could be read."""
    tempat = CellRef(berkas)
    hasil: list[Finding] = []
    akhiran = berkas[berkas.rfind(".") :].lower() if "." in berkas else ""
    boleh = _AKHIRAN.get(buku.format, ())
    # A workbook with macros removed, or a macro workbook without macros, opens all the same.
    if akhiran not in boleh and not (buku.format == "xlsx" and akhiran in _AKHIRAN["xlsm"]):
        hasil.append(temuan("BRK016", tempat, format=f".{buku.format}"))
    if buku.makro:
        hasil.append(temuan("BRK017", tempat))
    if buku.tautan_luar:
        sel = _sel_bertautan(buku)
        sumber = CellRef(berkas, sel[0], sel[1].alamat) if sel else tempat
        tingkat = None if sel else Tingkat.CATATAN
        hasil.append(temuan("BRK018", sumber, tingkat=tingkat, tautan=", ".join(map(_nama_berkas, buku.tautan_luar))))
    return hasil


def _nama_berkas(tautan: str) -> str:
    return tautan.replace("\\", "/").rstrip("/").rpartition("/")[2] or tautan


def _sel_bertautan(buku: Buku) -> tuple[str, Sel] | None:
    """The first cell whose formula takes its value from another file."""
    for lembar in buku.lembar.values():
        for sel in lembar.sel.values():
            if sel.rumus and _TAUTAN.search(sel.rumus):
                return lembar.nama, sel
    return None


def _baca_kinerja(buku: Buku, berkas: str, hasil: list[Finding], nama: dict[str, str]) -> list[BarisTabel[Kolom]]:
    """Rows of Data Kinerja; `nama` receives the name of the sheet."""
    lembar, cacat = cari_lembar(buku, LEMBAR_KINERJA, berkas, Kolom, Tingkat.GALAT)
    hasil += cacat
    if lembar is None:
        return []
    nama[LEMBAR_KINERJA] = lembar.nama
    baris, cacat = baca_tabel(lembar, Kolom, berkas, tanpa=_HIASAN_KINERJA, nama=Kolom.INDIKATOR)
    hasil += cacat
    return baris


def _baca_anggaran(
    buku: Buku, berkas: str, terbit: FormTerbit | None, hasil: list[Finding], nama: dict[str, str]
) -> list[BarisTabel[KolomAnggaran]]:
    tanpa_anggaran = terbit is not None and not terbit.anggaran
    lembar, cacat = cari_lembar(buku, LEMBAR_ANGGARAN, berkas, KolomAnggaran, Tingkat.GALAT, terpakai=nama.values())
    if tanpa_anggaran:  # a unit without a budget has an empty sheet, or none
        return []
    hasil += cacat
    if lembar is None:
        return []
    nama[LEMBAR_ANGGARAN] = lembar.nama
    baris, cacat = baca_tabel(lembar, KolomAnggaran, berkas, nama=KolomAnggaran.URAIAN)
    hasil += cacat
    return baris


def _baca_pengesahan(
    buku: Buku, berkas: str, hasil: list[Finding], nama: dict[str, str]
) -> tuple[dict[LabelPengesahan, Sel], Sel | None]:
    """The value to the right of each label, wherever the label stands; the first of two equal labels. Apart from
    them the reason for a correction, None when the form has no row for it."""
    lembar, cacat = cari_lembar(
        buku, LEMBAR_PENGESAHAN, berkas, LabelPengesahan, Tingkat.PERINGATAN, terpakai=nama.values()
    )
    hasil += cacat
    if lembar is None:
        return {}, None
    nama[LEMBAR_PENGESAHAN] = lembar.nama
    dikenal = {samakan(x.value): x for x in LabelPengesahan}
    isi: dict[LabelPengesahan, Sel] = {}
    alasan: Sel | None = None
    for nomor, baris in lembar.baris.items():
        for kolom, sel in baris.items():
            teks = samakan(sel.teks.rstrip(" :\u00a0"))
            label = dikenal.get(teks)
            if label is not None:
                isi.setdefault(label, lembar.cell(nomor, _sebelah(lembar, nomor, kolom)))
                break
            if alasan is None and teks == _ALASAN:
                alasan = lembar.cell(nomor, _sebelah(lembar, nomor, kolom))
                break
    hasil += [
        temuan("BTK012", CellRef(berkas, lembar.nama), medan=x.name.lower(), label=x.value)
        for x in LabelPengesahan
        if x not in isi
    ]
    return isi, alasan


def _sebelah(lembar: Lembar, nomor: int, kolom: int) -> int:
    """The column of the value: the next one, or the one after a lonely colon."""
    return kolom + 2 if lembar.cell(nomor, kolom + 1).teks == ":" else kolom + 1
