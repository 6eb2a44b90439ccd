"""The skeleton of a form: the finished workbook of one shape, with the words and figures of a unit left out.

Built once per shape with the spreadsheet writer; `kinerja.forms.blank` puts a unit's own contents into the cells.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from kinerja.domain.formulir import (
    LEMBAR_ANGGARAN,
    LEMBAR_IDENTITAS,
    LEMBAR_KINERJA,
    LEMBAR_PENGESAHAN,
    LEMBAR_PETUNJUK,
    TIDAK_DIUKUR,
    Kolom,
)
from kinerja.domain.indikator import TipeNilai
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.nilai import Predikat
from kinerja.domain.rumus_excel import SelSd, capaian_excel, rasio_excel, realisasi_sd_excel
from kinerja.forms import tata, validasi
from kinerja.forms.gaya import Gaya, Jenis
from kinerja.forms.lembar_lain import tulis_anggaran, tulis_pengesahan, tulis_petunjuk
from kinerja.forms.sifat import Sifat, SifatBaris
from kinerja.workbook.model import huruf_kolom

# Stand in the skeleton for text that is put in later: the footer and the identity property.
TANDA_KAKI = "KAKI-FORMULIR"
TANDA_KODE = "KODE-FORMULIR"

DIBUAT = datetime(2020, 1, 1, tzinfo=UTC).replace(tzinfo=None)  # fixed: the same form gives the same bytes
_TINGGI_TETAP = re.compile(rb'(<row r="([0-9]+)"[^>]*?) customHeight="1"')
_KERTAS = {"A4": 9, "F4": 14}  # F4 is the folio of 215 x 330 mm

_KOLOM_ANGKA = (Kolom.TARGET_TAHUN, Kolom.TARGET_PERIODE, Kolom.TARGET_SD, Kolom.REALISASI_SD_LALU)
_KOLOM_BERANGKA = (*_KOLOM_ANGKA, Kolom.REALISASI, Kolom.REALISASI_SD)
_KOLOM_URAIAN = (Kolom.FAKTOR_PENDORONG, Kolom.FAKTOR_PENGHAMBAT, Kolom.TINDAK_LANJUT, Kolom.DATA_PENDUKUNG)
_KOLOM_DIISI = (Kolom.PEMBILANG, Kolom.PENYEBUT, Kolom.REALISASI, *_KOLOM_URAIAN, Kolom.STATUS_TINDAK_LANJUT_LALU)


def build_kerangka(sifat: Sifat, kebijakan: Kebijakan, kertas: str) -> bytes:
    """The skeleton workbook of this shape, as .xlsx."""
    import xlsxwriter

    wadah = io.BytesIO()
    with xlsxwriter.Workbook(
        wadah, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as buku:
        buku.set_properties({"title": "Formulir Isian Data Kinerja", "author": tata.PENULIS, "created": DIBUAT})
        buku.set_custom_property(tata.SIFAT_FORMULIR, TANDA_KODE, "text")
        buku.set_calc_mode("auto")
        gaya = Gaya(buku)
        lembar = {
            nama: buku.add_worksheet(nama)
            for nama in (LEMBAR_PETUNJUK, LEMBAR_KINERJA, LEMBAR_ANGGARAN, LEMBAR_PENGESAHAN, LEMBAR_IDENTITAS)
        }
        daftar = tulis_daftar(buku, (b.skala for b in sifat.baris))
        tulis_petunjuk(lembar[LEMBAR_PETUNJUK], gaya)
        _tulis_kinerja(lembar[LEMBAR_KINERJA], gaya, sifat, kebijakan, daftar)
        tulis_anggaran(lembar[LEMBAR_ANGGARAN], gaya, sifat.anggaran, kebijakan.desimal)
        tulis_pengesahan(lembar[LEMBAR_PENGESAHAN], gaya)
        lembar[LEMBAR_IDENTITAS].write_blank("A1", None, gaya.text(Jenis.TERKUNCI))
        lembar[LEMBAR_IDENTITAS].very_hidden()
        lembar[LEMBAR_IDENTITAS].protect("")
        for nama, ws in lembar.items():
            if nama != LEMBAR_IDENTITAS:
                siapkan_lembar(ws, kertas, TANDA_KAKI, tegak=nama in (LEMBAR_PETUNJUK, LEMBAR_PENGESAHAN))
        lembar[LEMBAR_KINERJA].activate()
    return wadah.getvalue()


def siapkan_lembar(ws: Any, kertas: str, kaki: str, *, tegak: bool) -> None:
    """Protection, paper, margins and footer, the same on every visible sheet."""
    boleh = ("format_cells", "format_columns", "format_rows", "autofilter")
    ws.protect("", dict.fromkeys(boleh, True))
    ws.set_paper(_KERTAS[kertas])
    if tegak:
        ws.set_portrait()
        ws.set_margins(left=0.8, right=0.6, top=0.7, bottom=0.7)
    else:
        ws.set_landscape()
        ws.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    ws.fit_to_pages(1, 0)
    ws.set_footer(f"&L&8{kaki}&R&8Halaman &P dari &N")
    ws.hide_gridlines(2)


def lepas_tinggi(xml: bytes, awal: int, akhir: int) -> bytes:
    """A sheet whose rows from `awal` up to before `akhir` may grow when somebody types a long text."""
    return _TINGGI_TETAP.sub(lambda m: m[1] if awal <= int(m[2]) < akhir else m[0], xml)


def tulis_daftar(buku: Any, skala: Iterable[Sequence[Predikat]]) -> dict[tuple[str, ...], str]:
    """A hidden sheet for the scales that do not fit into a validation; gives each one's range."""
    panjang = {
        pilihan: "" for s in skala if (pilihan := tuple(p.teks for p in s)) and not validasi.inline_list(pilihan)
    }
    if panjang:
        ws = buku.add_worksheet(tata.LEMBAR_DAFTAR)
        ws.very_hidden()
        ws.protect("")
        for k, pilihan in enumerate(panjang):
            ws.write_column(0, k, pilihan)
            huruf = huruf_kolom(k + 1)
            panjang[pilihan] = f"={tata.LEMBAR_DAFTAR}!${huruf}$1:${huruf}${len(pilihan)}"
    return panjang


def _tulis_kinerja(ws: Any, gaya: Gaya, sifat: Sifat, kebijakan: Kebijakan, daftar: dict[tuple[str, ...], str]) -> None:
    ws.set_row(tata.BARIS_JUDUL - 1, 22)
    ws.write_string(f"A{tata.BARIS_JUDUL}", "FORMULIR ISIAN DATA KINERJA", gaya.title())
    ws.write_blank(f"A{tata.BARIS_INSTANSI}", None, gaya.line())
    ws.write_blank(f"A{tata.BARIS_UNIT}", None, gaya.line(tebal=True))
    ws.write_blank(f"A{tata.BARIS_KODE}", None, gaya.line(kecil=True))
    ws.set_row(tata.BARIS_KEPALA - 1, 40)
    for kolom, huruf in tata.HURUF.items():
        lebar = max(tata.LEBAR[kolom], sifat.lebar_angka) if kolom in _KOLOM_BERANGKA else tata.LEBAR[kolom]
        ws.set_column(f"{huruf}:{huruf}", lebar)
        jenis = Jenis.ISIAN if kolom in _KOLOM_DIISI else Jenis.TERKUNCI
        ws.write_string(f"{huruf}{tata.BARIS_KEPALA}", kolom.value, gaya.heading(jenis))
        penanda = {Kolom.REALISASI_SD: "otomatis", Kolom.CAPAIAN: "otomatis"}.get(kolom, "")
        if kolom in _KOLOM_DIISI:
            penanda = "▼ diisi"
        if penanda:
            ws.write_string(f"{huruf}{tata.BARIS_PENANDA}", penanda, gaya.marker())
    ws.set_column(f"{tata.BANTU_AWAL}:{tata.BANTU_AKHIR}", 9, None, {"hidden": True})
    aturan: list[tuple[str, dict[str, Any]]] = []
    for n, b in enumerate(sifat.baris, tata.BARIS_AWAL):
        _tulis_baris(ws, gaya, n, b, kebijakan)
        if b.diukur:
            aturan += _aturan_baris(n, b, daftar)
    pasang_aturan(ws, aturan)
    akhir = max(tata.BARIS_AWAL, tata.BARIS_AWAL + len(sifat.baris) - 1)
    ws.freeze_panes(tata.BARIS_KEPALA, list(Kolom).index(Kolom.SATUAN))
    ws.repeat_rows(tata.BARIS_PENANDA - 1, tata.BARIS_KEPALA - 1)
    ws.print_area(f"A1:{tata.HURUF[Kolom.STATUS_TINDAK_LANJUT_LALU]}{akhir}")


def _tulis_baris(ws: Any, gaya: Gaya, n: int, b: SifatBaris, kebijakan: Kebijakan) -> None:
    ws.set_row(n - 1, b.tinggi)
    alamat = {k: f"{huruf}{n}" for k, huruf in tata.HURUF.items()}
    terkunci = Jenis.TERKUNCI if b.diukur else Jenis.TIDAK_DIUKUR
    ws.write_number(alamat[Kolom.NO], n - tata.BARIS_AWAL + 1, gaya.make(**_nomor(gaya, terkunci)))
    for k in (Kolom.KODE, Kolom.SASARAN, Kolom.INDIKATOR):
        ws.write_blank(alamat[k], None, gaya.text(terkunci))
    ws.write_blank(alamat[Kolom.SATUAN], None, gaya.text(terkunci, tengah=True))
    angka = gaya.number(terkunci, b.desimal)
    berteks = bool(b.skala)
    for k in _KOLOM_ANGKA:
        target = k is not Kolom.REALISASI_SD_LALU
        teks = berteks or (target and b.polaritas.rentang)
        ws.write_blank(alamat[k], None, gaya.text(terkunci, tengah=True) if teks else angka)
    for kode in range(ord(tata.BANTU_AWAL), ord(tata.BANTU_AKHIR) + 1):
        ws.write_blank(f"{chr(kode)}{n}", None, gaya.make())
    _tulis_isian(ws, gaya, alamat, b)
    _tulis_rumus(ws, gaya, n, b, kebijakan)


def _nomor(gaya: Gaya, jenis: Jenis) -> dict[str, Any]:
    return {**gaya.dasar(jenis), "align": "center"}


def _tulis_isian(ws: Any, gaya: Gaya, alamat: dict[Kolom, str], b: SifatBaris) -> None:
    """Cells that the unit fills in; in a row that is not due they are locked and grey."""
    isian = Jenis.ISIAN if b.diukur else Jenis.TIDAK_DIUKUR
    rasio = b.tipe is TipeNilai.RASIO
    for k in (Kolom.PEMBILANG, Kolom.PENYEBUT):
        bagian = isian if rasio or not b.diukur else Jenis.TERKUNCI
        ws.write_blank(
            alamat[k], None, gaya.make(num_format="General", align="right", indent=1, shrink=True, **gaya.dasar(bagian))
        )
    if not rasio or not b.diukur:
        teks = bool(b.skala)
        ws.write_blank(
            alamat[Kolom.REALISASI], None, gaya.text(isian, tengah=True) if teks else gaya.number(isian, b.desimal)
        )
    for k in _KOLOM_URAIAN:
        ws.write_blank(alamat[k], None, gaya.text(isian, kecil=True))
    ws.write_blank(alamat[Kolom.STATUS_TINDAK_LANJUT_LALU], None, gaya.text(isian, tengah=True))


def _tulis_rumus(ws: Any, gaya: Gaya, n: int, b: SifatBaris, kebijakan: Kebijakan) -> None:
    """The form's own formulas; blanks stay blank, never 0 or an error."""
    alamat = {k: f"{huruf}{n}" for k, huruf in tata.HURUF.items()}
    berteks = bool(b.skala)
    otomatis = Jenis.OTOMATIS if b.diukur else Jenis.TIDAK_DIUKUR
    gaya_sd = gaya.text(otomatis, tengah=True) if berteks else gaya.number(otomatis, b.desimal)
    lalu = alamat[Kolom.REALISASI_SD_LALU]
    if not b.diukur:
        ws.write_formula(alamat[Kolom.REALISASI_SD], f'=IF({lalu}="","",{lalu})', gaya_sd, "")
        ws.write_string(alamat[Kolom.CAPAIAN], TIDAK_DIUKUR, gaya.text(otomatis, tengah=True, kecil=True))
        return
    if b.tipe is TipeNilai.RASIO:
        rumus = rasio_excel(alamat[Kolom.PEMBILANG], alamat[Kolom.PENYEBUT], b.pengali)
        ws.write_formula(alamat[Kolom.REALISASI], f"={rumus}", gaya.number(otomatis, b.desimal), "")
    sel = SelSd(
        realisasi=alamat[Kolom.REALISASI],
        realisasi_lalu=lalu,
        jumlah_lalu=f"{tata.BANTU_JUMLAH}{n}",
        banyak_lalu=f"{tata.BANTU_BANYAK}{n}",
        pembilang=alamat[Kolom.PEMBILANG],
        penyebut=alamat[Kolom.PENYEBUT],
        pembilang_lalu=f"{tata.BANTU_PEMBILANG}{n}",
        penyebut_lalu=f"{tata.BANTU_PENYEBUT}{n}",
    )
    ws.write_formula(alamat[Kolom.REALISASI_SD], f"={realisasi_sd_excel(b.contoh, sel, b.skala)}", gaya_sd, "")
    rentang = b.polaritas.rentang and not berteks
    capaian = capaian_excel(
        b.contoh,
        kebijakan,
        target=f"{tata.BANTU_BAWAH}{n}" if rentang else alamat[Kolom.TARGET_PERIODE],
        realisasi=alamat[Kolom.REALISASI],
        atas=f"{tata.BANTU_ATAS}{n}" if rentang else None,
        skala=b.skala,
    )
    ws.write_formula(alamat[Kolom.CAPAIAN], f"={capaian}", gaya.number(otomatis, kebijakan.desimal), "")


def _aturan_baris(n: int, b: SifatBaris, daftar: dict[tuple[str, ...], str]) -> list[tuple[str, dict[str, Any]]]:
    """Validations of one row as (address, rule)."""
    huruf = tata.HURUF
    hasil: list[tuple[str, dict[str, Any]]] = []
    if b.tipe is TipeNilai.RASIO:
        hasil += [(f"{huruf[k]}{n}", validasi.bagian_rasio(k)) for k in (Kolom.PEMBILANG, Kolom.PENYEBUT)]
    else:
        pilihan = tuple(p.teks for p in b.skala)
        hasil.append((f"{huruf[Kolom.REALISASI]}{n}", validasi.realisasi(b, daftar.get(pilihan) or list(pilihan))))
    hasil += [(f"{huruf[k]}{n}", validasi.uraian(k, wajib_bukti=b.wajib_bukti)) for k in _KOLOM_URAIAN]
    hasil.append((f"{huruf[Kolom.STATUS_TINDAK_LANJUT_LALU]}{n}", validasi.status_tindak_lanjut()))
    return hasil


def pasang_aturan(ws: Any, aturan: list[tuple[str, dict[str, Any]]]) -> None:
    """Set the validations; cells with one rule share one entry."""
    kelompok: dict[str, tuple[dict[str, Any], list[str]]] = {}
    for alamat, isi in aturan:
        kelompok.setdefault(repr(sorted(isi.items())), (isi, []))[1].append(alamat)
    for isi, sel in kelompok.values():
        ws.data_validation(sel[0], {**isi, "multi_range": " ".join(sel)} if len(sel) > 1 else isi)
