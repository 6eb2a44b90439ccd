"""An SOP as a workbook in the usual layout: header boxes, the flow table in real cells, the pictures of the flow.

The symbols lie over the cells of the pelaksana; the cells themselves hold the same in words, which are not shown.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from kinerja.forms.tinggi import row_height
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.sop.cetak import HARAP, JUDUL_KOTAK, Catatan, catatan_sop, isi_baris, isi_kotak, isi_nomor
from kinerja.sop.model import Langkah, Sop
from kinerja.worksheets.gambar_lembar import fill_cell, insert_image, picture_size
from kinerja.worksheets.kkv_gaya import WARNA, Gaya, bersih

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_KERTAS = {"A4": 9, "F4": 14}
_HURUF = 9
LAJUR_MM = 96.0  # of the columns of pelaksana together
_PX_MM = 96 / 25.4
_PT_MM = 72 / 25.4
_KOLOM = (("No.", 5), ("Uraian Prosedur", 36))
_MUTU = (("Kelengkapan", 27), ("Waktu", 11), ("Output", 25))
_KETERANGAN = ("Keterangan", 22)
_TEGAK = 64  # pixels: narrower columns have their names turned upright
_TINGGI_MAKS = 400  # points of a row
_LEBAR_CATATAN = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class GambarBuku:
    """One picture of the flow, to be shown `tinggi_mm` high."""

    judul: str
    isi: bytes
    alt: str
    tinggi_mm: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanBukuSop:
    """What the workbook takes besides the SOP: who signs, the arms, and the drawings.

    `petak`: from the millimetres that the texts of each row take to the rows' heights and the pictures of their cells.
    """

    ttd: Mapping[str, str]
    logo: bytes | None
    petak: Callable[[Sequence[float]], tuple[list[int], list[list[bytes]]]]
    alur: Sequence[GambarBuku]


def sop_workbook(master: Master, pengaturan: Pengaturan, sop: Sop, bahan: BahanBukuSop) -> bytes:
    """The workbook. Same input, same bytes."""
    import xlsxwriter

    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    buku.set_properties(
        {
            "title": f"SOP {sop.nama}",
            "author": master.instansi.nama,
            "created": datetime(master.instansi.tahun, 1, 1),
        }
    )
    gaya = Gaya(buku)
    lembar = []
    catatan = catatan_sop(sop)
    for nama in ("SOP", "Alur", "Gambar Alur", *(("Catatan",) if catatan else ())):
        ws = buku.add_worksheet(nama)
        ws.hide_gridlines(2)
        ws.set_paper(_KERTAS[pengaturan.kertas])
        ws.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        ws.fit_to_pages(1, int(nama == "SOP"))
        ws.set_footer(f"&L&8SOP {sop.nama.replace('&', '&&')}&R&8Halaman &P dari &N")
        if nama in ("Alur", "Gambar Alur"):
            ws.set_landscape()
        lembar.append(ws)
    _kepala(lembar[0], gaya, master, sop, bahan)
    _alur(lembar[1], gaya, sop, bahan)
    _gambar(lembar[2], gaya, bahan)
    if catatan:
        _catatan(lembar[3], gaya, catatan)
    buku.close()
    return keluar.getvalue()


def _sel(gaya: Gaya, **sifat: Any) -> Format:
    """A cell with black edges, as on paper."""
    indent = {} if "align" in sifat else {"align": "left", "indent": 1}
    return gaya.buat(**({"border": 1, "text_wrap": True, "font_size": _HURUF} | indent | sifat))


def _kepala(ws: Worksheet, gaya: Gaya, master: Master, sop: Sop, bahan: BahanBukuSop) -> None:
    """The header boxes: a merged block for each, as on paper."""
    lebar = (22, 22, 18, 30)
    for k, x in enumerate(lebar):
        ws.set_column(k, k, x)
    ttd = bahan.ttd
    tangan = [f"{ttd['jabatan']},", "", "", "", ttd["nama"], *([ttd["pangkat"]] if ttd["pangkat"] else [])]
    kanan = [
        *isi_nomor(sop.kepala),
        ("DISAHKAN OLEH", "\n".join([*tangan, f"NIP. {ttd['nip']}"])),
        ("NAMA SOP", sop.nama.upper()),
    ]
    for n, (judul, isi) in enumerate(kanan):
        tengah = {"align": "center"} if n == 4 else {"bold": n == 5}
        ws.set_row(n, row_height([(isi, lebar[3] - 2)], _HURUF, 24))
        ws.write_string(n, 2, judul, _sel(gaya, bold=True))
        ws.write_string(n, 3, bersih(isi), _sel(gaya, **tengah))
    i = master.instansi
    alamat = ", ".join(x for x in (i.alamat, i.tempat) if x)
    kop = _sel(gaya, align="center", valign="vcenter")
    ws.merge_range(0, 0, 5, 1, "", kop)
    nama = f"{i.pemda.upper()}\n{i.nama.upper()}\n"
    ws.write_rich_string(
        0, 0, gaya.buat(bold=True, font_size=11), bersih(nama), gaya.buat(), bersih(alamat or " "), kop
    )
    if bahan.logo:
        insert_image(ws, (0, 0), bahan.logo, tinggi=76, geser=(124, 6), alt=f"Lambang {i.pemda}")
    baris = 7
    kotak = list(JUDUL_KOTAK.items())
    for kiri, sebelah in zip(kotak[::2], kotak[1::2], strict=True):
        teks_kotak: list[str] = []
        for k, (kunci, judul) in ((0, kiri), (2, sebelah)):
            ws.merge_range(baris, k, baris, k + 1, judul, _sel(gaya, bold=True, bg_color=WARNA["bagian"]))
            teks_kotak.append("\n".join(f"{no} {teks}".strip() for no, teks in isi_kotak(sop.kepala, kunci)))
        tinggi = max(
            row_height([(t, lebar[2 * n] + lebar[2 * n + 1] - 2)], _HURUF, 40) for n, t in enumerate(teks_kotak)
        )
        for n, t in enumerate(teks_kotak):
            ws.merge_range(baris + 1, 2 * n, baris + 1, 2 * n + 1, bersih(t), _sel(gaya))
        ws.set_row(baris + 1, min(tinggi, _TINGGI_MAKS))
        baris += 2
    ws.print_area(0, 0, baris - 1, 3)


def _alur(ws: Worksheet, gaya: Gaya, sop: Sop, bahan: BahanBukuSop) -> None:
    """The flow table and its total."""
    n = len(sop.peran)
    lajur = round(LAJUR_MM * _PX_MM / n)
    kepala = _sel(gaya, bold=True, bg_color=WARNA["bagian"], align="center", valign="vcenter")
    tegak = lajur < _TEGAK
    akhir = 2 + n + len(_MUTU)
    for k, (judul, lebar) in ((0, _KOLOM[0]), (1, _KOLOM[1]), (akhir, _KETERANGAN)):
        ws.set_column(k, k, lebar)
        ws.merge_range(0, k, 1, k, judul, kepala)
    _rentang(ws, 0, (2, 1 + n), "Pelaksana", kepala)
    ws.merge_range(0, 2 + n, 0, akhir - 1, "Mutu Baku", kepala)
    for k, peran in enumerate(sop.peran):
        ws.set_column_pixels(2 + k, 2 + k, lajur)
        ws.write_string(1, 2 + k, peran, _sel(gaya,
            bold=True, bg_color=WARNA["bagian"], align="center", valign="vcenter", font_size=8,
            rotation=90 if tegak else 0,
        ))  # fmt: skip
    for k, (judul, lebar) in enumerate(_MUTU):
        ws.set_column(2 + n + k, 2 + n + k, lebar)
        ws.write_string(1, 2 + n + k, judul, kepala)
    ws.set_row(1, 110 if tegak else 40)
    baris = _langkah(ws, gaya, sop, bahan)
    if sop.jumlah_waktu:
        tebal = _sel(gaya, bold=True, bg_color=WARNA["bagian"])
        ws.merge_range(baris, 0, baris, 2 + n, "Jumlah waktu", tebal)
        ws.merge_range(baris, 3 + n, baris, akhir, bersih(sop.jumlah_waktu), tebal)
        baris += 1
    ws.repeat_rows(0, 1)
    ws.freeze_panes(2, 2)
    ws.print_area(0, 0, baris - 1, akhir)


def _catatan(ws: Worksheet, gaya: Gaya, catatan: Sequence[Catatan]) -> None:
    """What the office must confirm before it signs: a sheet of its own, which is no part of the SOP."""
    ws.set_column(0, 0, _LEBAR_CATATAN)
    for b, teks in enumerate([HARAP, *(f"{c.tanda} {c.teks}" for c in catatan)]):
        ws.write_string(b, 0, bersih(teks), gaya.buat(text_wrap=True, bold=b == 0))
        ws.set_row(b, row_height([(teks, _LEBAR_CATATAN - 2)], minimum=14))


def _rentang(ws: Worksheet, baris: int, kolom: tuple[int, int], teks: str, format_: Any) -> None:
    """A heading over several columns, or over one."""
    if kolom[0] == kolom[1]:
        ws.write_string(baris, kolom[0], teks, format_)
    else:
        ws.merge_range(baris, kolom[0], baris, kolom[1], teks, format_)


def _langkah(ws: Worksheet, gaya: Gaya, sop: Sop, bahan: BahanBukuSop) -> int:
    """The rows with their symbols; gives the row below them."""

    n = len(sop.peran)
    lebar = {"uraian": _KOLOM[1][1], "keterangan": _KETERANGAN[1], **{k.lower(): x for k, x in _MUTU}}
    teks = [isi_baris(x) for x in sop.langkah]
    perlu = [row_height([(t[k], x - 1.5) for k, x in lebar.items()], _HURUF) / _PT_MM for t in teks]
    tinggi, petak = bahan.petak(perlu)
    lajur = round(LAJUR_MM * _PX_MM / n)
    for b, (x, t, mm, gambar) in enumerate(zip(sop.langkah, teks, tinggi, petak, strict=True), 2):
        piksel = round(mm * _PX_MM)
        ws.set_row_pixels(b, piksel)
        ws.write_string(b, 0, t["no"], _sel(gaya, align="center"))
        ws.write_string(b, 1, bersih(t["uraian"]), _sel(gaya))
        for k, isi in enumerate((t["kelengkapan"], t["waktu"], t["output"], t["keterangan"])):
            ws.write_string(b, 2 + n + k, bersih(isi), _sel(gaya))
        for k, (peran, png) in enumerate(zip(sop.peran, gambar, strict=True)):
            kata = _kata(x, peran)
            ws.write_string(b, 2 + k, kata, _sel(gaya, num_format=";;;", font_size=6))
            if png:
                fill_cell(ws, (b, 2 + k), png, (lajur, piksel), kata or "Garis alur")
    return 2 + len(sop.langkah)


def _kata(x: Langkah, peran: str) -> str:
    """What the symbol of a cell says."""
    if peran not in x.pelaksana:
        return ""
    if x.memutuskan and peran == x.pelaksana[-1]:
        return f"◇ {x.no or x.id}" + (f" (tidak: kembali ke {x.jika_ditolak})" if x.jika_ditolak else "")
    return f"□ {x.no or x.id}"


def _gambar(ws: Worksheet, gaya: Gaya, bahan: BahanBukuSop) -> None:
    """The pictures of the whole flow, one to a page."""

    baris, lebar, putus = 0, 0, []
    for g in bahan.alur:
        if baris:
            putus.append(baris)
        ws.write_string(baris, 0, bersih(g.judul), gaya.buat(bold=True, font_size=12))
        p, t = picture_size(g.isi)
        tinggi = round(g.tinggi_mm * _PX_MM)
        insert_image(ws, (baris + 1, 0), g.isi, tinggi=tinggi, geser=(0, 2), alt=g.alt)
        lebar = max(lebar, round(p * tinggi / t))
        baris += 3 + tinggi // 20
    ws.set_h_pagebreaks(putus)
    ws.print_area(0, 0, baris, lebar // 64)
