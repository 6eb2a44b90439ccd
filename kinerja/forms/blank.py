"""Blank forms for the units: a skeleton per shape, and into it the words and figures of each unit.

One form and three hundred go the same way. Parts that no unit changes are copied in their compressed form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kinerja.domain.angka import parse_rentang
from kinerja.domain.formulir import (
    LEMBAR_ANGGARAN,
    LEMBAR_IDENTITAS,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    LEMBAR_PETUNJUK,
    BarisTerbit,
    FormTerbit,
    Kolom,
    KolomAnggaran,
)
from kinerja.domain.identitas import identitas_rows
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import Periode
from kinerja.domain.rumus_excel import literal
from kinerja.domain.tanggal import format_tanggal
from kinerja.forms import tata
from kinerja.forms.kerangka import TANDA_KAKI, TANDA_KODE, build_kerangka, lepas_tinggi
from kinerja.forms.lembar_lain import BARIS_TENGGAT_PETUNJUK, BARIS_UNIT_PETUNJUK, TENGGAT
from kinerja.forms.sifat import Sifat, nama_sasaran, sifat_form
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.workbook.model import alamat
from kinerja.workbook.patch import Belahan, Isi, PaketTambal, SelXml, escape, split_cells

_LEMBAR = (LEMBAR_PETUNJUK, LEMBAR_KINERJA, LEMBAR_ANGGARAN, LEMBAR_PENGESAHAN, LEMBAR_IDENTITAS)
_BAGIAN = {nama: f"xl/worksheets/sheet{i}.xml" for i, nama in enumerate(_LEMBAR, 1)}
_SIFAT = "docProps/custom.xml"

_TARGET = (Kolom.TARGET_TAHUN, Kolom.TARGET_PERIODE, Kolom.TARGET_SD)


@dataclass(frozen=True, slots=True)
class _Kerangka:
    """A skeleton, cut at every cell that a form fills."""

    paket: PaketTambal
    lembar: Mapping[str, Belahan]
    gaya_identitas: int | None
    identitas: bytes  # the identity sheet, with its data to be put in
    properti: bytes


class Pencetak:
    """Prints the blank forms of one master; keeps a skeleton for each shape it meets."""

    def __init__(self, master: Master, pengaturan: Pengaturan) -> None:
        self._master = master
        self._pengaturan = pengaturan
        self._kerangka: dict[Sifat, _Kerangka] = {}

    def cetak(self, form: FormTerbit, tenggat: date) -> bytes:
        """The blank form of this issue, due on `tenggat`. KeyError for a unit or indicator that the master lacks."""
        sifat = sifat_form(self._master, form)
        if sifat not in self._kerangka:
            self._kerangka[sifat] = _belah(
                build_kerangka(sifat, self._pengaturan.kebijakan, self._pengaturan.kertas), sifat
            )
        kerangka = self._kerangka[sifat]
        periode = Periode.parse(form.identitas.periode)
        unit = self._master.unit_by_kode(form.identitas.unit).nama
        kaki = escape(f"{unit} – {periode.nama}".replace("&", "&&"))[:150].encode()
        isi = {
            LEMBAR_PETUNJUK: self._petunjuk(unit, periode, tenggat),
            LEMBAR_KINERJA: dict(self._kinerja(form, unit, periode)),
            LEMBAR_ANGGARAN: dict(self._anggaran(form, unit, periode)),
            LEMBAR_PENGESAHAN: self._kepala(unit, periode),
        }
        paket = kerangka.paket.copy()
        for nama, belahan in kerangka.lembar.items():
            baru = {s.alamat: s.write(isi[nama][s.alamat]) for s in belahan.sel if s.alamat in isi[nama]}
            paket.put(_BAGIAN[nama], belahan.join(baru).replace(TANDA_KAKI.encode(), kaki))
        data = _identitas_xml(form, kerangka.gaya_identitas)
        paket.put(_BAGIAN[LEMBAR_IDENTITAS], kerangka.identitas.replace(b"<sheetData/>", data))
        kode = escape(form.identitas.kode_formulir).encode()
        paket.put(_SIFAT, kerangka.properti.replace(TANDA_KODE.encode(), kode))
        return paket.to_bytes()

    def printable(self, form: FormTerbit) -> FormTerbit:
        """The issue without the rows of indicators that this master no longer has."""
        ada = {i.kode for i in self._master.indikator}
        return replace(form, baris=tuple(b for b in form.baris if b.kode in ada))

    def _kepala(self, unit: str, periode: Periode) -> dict[str, Isi]:
        instansi = self._master.instansi
        return {
            f"A{tata.BARIS_INSTANSI}": Isi(teks=f"{instansi.nama} – {instansi.pemda}"),
            f"A{tata.BARIS_UNIT}": Isi(teks=f"Unit kerja: {unit}     Periode: {periode.nama}"),
        }

    @staticmethod
    def _petunjuk(unit: str, periode: Periode, tenggat: date) -> dict[str, Isi]:
        return {
            f"A{BARIS_UNIT_PETUNJUK}": Isi(teks=f"Unit kerja: {unit}     Periode: {periode.nama}"),
            f"A{BARIS_TENGGAT_PETUNJUK}": Isi(teks=TENGGAT + format_tanggal(tenggat)),
        }

    def _kinerja(self, form: FormTerbit, unit: str, periode: Periode) -> Iterator[tuple[str, Isi]]:
        yield from self._kepala(unit, periode).items()
        yield f"A{tata.BARIS_KODE}", Isi(teks=form.identitas.kode_formulir)
        for n, b in enumerate(form.baris, tata.BARIS_AWAL):
            i = self._master.indikator_by_kode(b.kode)
            for kolom, teks in (
                (Kolom.KODE, i.kode),
                (Kolom.SASARAN, nama_sasaran(self._master, i.sasaran)),
                (Kolom.INDIKATOR, i.nama),
                (Kolom.SATUAN, i.satuan),
            ):
                yield f"{tata.HURUF[kolom]}{n}", Isi(teks=teks)
            berteks = bool(self._master.skala_of(i))
            yield from _angka_baris(n, i, b, berteks=berteks)

    def _anggaran(self, form: FormTerbit, unit: str, periode: Periode) -> Iterator[tuple[str, Isi]]:
        yield from self._kepala(unit, periode).items()
        uraian = {a.kode: a.uraian for a in self._master.anggaran_of(form.identitas.unit, periode.akhir)}
        huruf = tata.HURUF_ANGGARAN
        for n, a in enumerate(form.anggaran, tata.BARIS_AWAL):
            yield f"{huruf[KolomAnggaran.KODE]}{n}", Isi(teks=a.kode)
            yield f"{huruf[KolomAnggaran.URAIAN]}{n}", Isi(teks=uraian.get(a.kode))
            yield f"{huruf[KolomAnggaran.PAGU]}{n}", Isi(angka=a.pagu or None)
            yield f"{huruf[KolomAnggaran.REALISASI_SD_LALU]}{n}", Isi(angka=a.realisasi_sd_lalu or None)


def _angka_baris(n: int, indikator: Indikator, b: BarisTerbit, *, berteks: bool) -> Iterator[tuple[str, Isi]]:
    """Targets, earlier realisasi and hidden helpers of one row; the cached s.d. equals the earlier one."""
    rentang = indikator.polaritas.rentang and not berteks
    for kolom, nilai in zip(_TARGET, (b.target_tahun, b.target_periode, b.target_sd), strict=True):
        yield f"{tata.HURUF[kolom]}{n}", _isi(nilai, teks=berteks or rentang)
    for kolom in (Kolom.REALISASI_SD_LALU, Kolom.REALISASI_SD):
        yield f"{tata.HURUF[kolom]}{n}", _isi(b.realisasi_sd_lalu, teks=berteks)
    batas = parse_rentang(b.target_periode) if rentang and b.target_periode else None
    if batas is not None:
        yield f"{tata.BANTU_BAWAH}{n}", Isi(angka=literal(batas.bawah))
        yield f"{tata.BANTU_ATAS}{n}", Isi(angka=literal(batas.atas))
    yield f"{tata.BANTU_JUMLAH}{n}", Isi(angka=b.jumlah_lalu)
    yield f"{tata.BANTU_BANYAK}{n}", Isi(angka=str(b.banyak_lalu))
    yield f"{tata.BANTU_PEMBILANG}{n}", Isi(angka=b.pembilang_lalu)
    yield f"{tata.BANTU_PENYEBUT}{n}", Isi(angka=b.penyebut_lalu)


def _isi(nilai: str | None, *, teks: bool) -> Isi:
    return Isi(teks=nilai) if teks else Isi(angka=nilai)


def _belah(kerangka: bytes, sifat: Sifat) -> _Kerangka:
    """Cut a skeleton at the cells that vary; data rows may grow when somebody types a long text."""
    paket = PaketTambal(kerangka)
    lembar = {nama: paket.read(bagian) for nama, bagian in _BAGIAN.items()}
    akhir = tata.BARIS_AWAL + len(sifat.baris)
    lembar[LEMBAR_KINERJA] = lepas_tinggi(lembar[LEMBAR_KINERJA], tata.BARIS_AWAL, akhir)
    identitas = re.sub(rb"<dimension [^>]*/>", b"", lembar[LEMBAR_IDENTITAS])
    sel = split_cells(identitas, ["A1"]).sel[0]
    kepala = [f"A{tata.BARIS_INSTANSI}", f"A{tata.BARIS_UNIT}"]
    huruf = [*(tata.HURUF[k] for k in (Kolom.KODE, Kolom.SASARAN, Kolom.INDIKATOR, Kolom.SATUAN, *_TARGET))]
    huruf += [tata.HURUF[Kolom.REALISASI_SD_LALU], tata.HURUF[Kolom.REALISASI_SD]]
    huruf += [chr(k) for k in range(ord(tata.BANTU_AWAL), ord(tata.BANTU_AKHIR) + 1)]
    kolom_anggaran = (KolomAnggaran.KODE, KolomAnggaran.URAIAN, KolomAnggaran.PAGU, KolomAnggaran.REALISASI_SD_LALU)
    sel_lembar = {
        LEMBAR_PETUNJUK: [f"A{BARIS_UNIT_PETUNJUK}", f"A{BARIS_TENGGAT_PETUNJUK}"],
        LEMBAR_KINERJA: [
            *kepala,
            f"A{tata.BARIS_KODE}",
            *(f"{h}{n}" for n in range(tata.BARIS_AWAL, akhir) for h in huruf),
        ],
        LEMBAR_ANGGARAN: [
            *kepala,
            *(
                f"{tata.HURUF_ANGGARAN[k]}{n}"
                for n in range(tata.BARIS_AWAL, tata.BARIS_AWAL + len(sifat.anggaran))
                for k in kolom_anggaran
            ),
        ],
        LEMBAR_PENGESAHAN: kepala,
    }
    return _Kerangka(
        paket=paket,
        lembar={nama: split_cells(lembar[nama], s) for nama, s in sel_lembar.items()},
        gaya_identitas=sel.gaya,
        identitas=re.sub(rb"<sheetData>.*</sheetData>", b"<sheetData/>", identitas, flags=re.DOTALL),
        properti=paket.read(_SIFAT),
    )


def _identitas_xml(form: FormTerbit, gaya: int | None) -> bytes:
    """The identity rows as sheet data, every cell text."""
    baris = []
    for n, row in enumerate(identitas_rows(form), 1):
        sel = b"".join(
            SelXml(alamat(n, k), gaya, b"", b"").write(Isi(teks=teks)) for k, teks in enumerate(row, 1) if teks
        )
        baris.append(b'<row r="%d">%s</row>' % (n, sel))
    return b"<sheetData>" + b"".join(baris) + b"</sheetData>"
