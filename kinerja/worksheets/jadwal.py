"""The schedule as a workbook: a table per SOP, the same in working days, what to shorten, and the Gantt pictures."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from kinerja.forms.tinggi import row_height
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan
from kinerja.sop.jadwal import Jadwal, Rencana, RencanaPeriode
from kinerja.sop.jadwal_teks import peringatan

_KOLOM = (
    ("No.", 6), ("Langkah", 52), ("Pelaksana", 34), ("Waktu menurut SOP", 13), ("Mulai", 12), ("Selesai", 12),
    ("Mulai Paling Lambat", 12), ("Selesai Paling Lambat", 12), ("Tenggat", 12), ("Longgar (hari)", 9), ("Kritis", 8),
)  # fmt: skip
_HURUF = 9
_KERTAS = {"A4": 9, "F4": 14}
_NAMA_LEMBAR = 31
_TERLARANG = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_SKALA = 1.1  # of a picture that is 240 mm wide


def jadwal_workbook(
    master: Master, pengaturan: Pengaturan, r: RencanaPeriode, gambar: Sequence[Sequence[bytes]]
) -> bytes:
    """The workbook. `gambar`: the Gantt pictures (PNG) of each schedule of `r.rencana`. Same input, same bytes."""
    import xlsxwriter

    keluar = io.BytesIO()
    buku = xlsxwriter.Workbook(keluar, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    judul = f"Jadwal {r.periode.nama}"
    buku.set_properties({"title": judul, "author": master.instansi.nama, "created": datetime(r.periode.tahun, 1, 1)})
    lembar = _Lembar(buku, pengaturan.kertas, banyak=len(r.rencana))
    nama, catatan = r.periode.nama, peringatan(r)
    hari = "hari kerja" if r.kalender.kerja else "hari kalender"
    for n, satu in enumerate(r.rencana, 1):
        lembar.tabel(
            ("Jadwal", n), satu, satu.jadwal, periode=nama, keterangan=f"Dihitung dengan {hari}.", catatan=catatan
        )
    for n, satu in enumerate(r.kerja, 1):
        lembar.tabel(
            ("Hari Kerja", n), satu, satu.jadwal, periode=nama, keterangan="Seandainya dihitung dengan hari kerja."
        )
    for n, (satu, dengan) in enumerate(_dipendekkan(r), 1):
        keterangan = f"Pemendekan terkecil, dihitung dengan {dengan}."
        lembar.tabel(("Pemendekan", n), satu, satu.sesudah, periode=nama, keterangan=keterangan)
    for n, (satu, png) in enumerate(zip(r.rencana, gambar, strict=True), 1):
        lembar.gambar(n, satu, r, png)
    lembar.pelaksana(r)
    buku.close()
    return keluar.getvalue()


def _dipendekkan(r: RencanaPeriode) -> list[tuple[Rencana, str]]:
    """The schedules with shortened steps, and how their days are counted."""
    semua = [(x, "hari kerja" if r.kalender.kerja else "hari kalender") for x in r.rencana if x.sesudah]
    ada = {x.sop for x, _ in semua}
    return semua + [(x, "hari kerja") for x in r.kerja if x.sesudah and x.sop not in ada]


def _nama_lembar(awal: str, sop: str, nomor: int, banyak: int) -> str:
    """`Jadwal`, or `Jadwal 2 Evaluasi` where the profile has several SOPs."""
    return awal if banyak == 1 else f"{awal} {nomor} {sop.translate(_TERLARANG)}"[:_NAMA_LEMBAR].rstrip(" '")


class _Lembar:
    """Writes the sheets; each format is made once."""

    def __init__(self, buku: Any, kertas: str, *, banyak: int) -> None:
        self._buku, self._kertas, self._banyak = buku, _KERTAS[kertas], banyak
        dasar = {"font_name": "Arial", "font_size": _HURUF, "valign": "top", "border": 1, "border_color": "#A6A6A6"}
        self._judul = buku.add_format({"font_name": "Arial", "bold": True, "font_size": 13})
        self._kecil = buku.add_format({"font_name": "Arial", "font_size": 9, "font_color": "#595959"})
        self._peringatan = buku.add_format(
            {"font_name": "Arial", "font_size": 10, "text_wrap": True, "valign": "top", "bold": True}
        )
        self._kepala = buku.add_format(
            {**dasar, "bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "align": "center",
             "valign": "vcenter", "text_wrap": True}
        )  # fmt: skip
        self._sel: dict[tuple[str, bool], Any] = {}
        for kritis in (False, True):
            latar = {**dasar, "bg_color": "#E4E4E4"} if kritis else dasar
            self._sel["teks", kritis] = buku.add_format({**latar, "text_wrap": True})
            self._sel["tanggal", kritis] = buku.add_format({**latar, "num_format": "dd/mm/yyyy", "align": "center"})
            self._sel["angka", kritis] = buku.add_format({**latar, "num_format": "0", "align": "center"})

    def tabel(
        self,
        nama: tuple[str, int],
        rencana: Rencana,
        jadwal: Sequence[Jadwal],
        *,
        periode: str,
        keterangan: str,
        catatan: Sequence[str] = (),
    ) -> None:
        """One schedule on a sheet of its own, warnings above it."""
        ws = self._lembar(nama, rencana)
        for k, (_, lebar) in enumerate(_KOLOM):
            ws.set_column(k, k, lebar)
        ws.write_string(0, 0, f"{rencana.sop}, {periode}", self._judul)
        ws.write_string(1, 0, keterangan, self._kecil)
        baris = 2
        for teks in catatan:
            ws.merge_range(baris, 0, baris, len(_KOLOM) - 1, teks, self._peringatan)
            ws.set_row(baris, row_height([(teks, sum(x for _, x in _KOLOM))], 10, 15))
            baris += 1
        ws.repeat_rows(baris)
        akhir = self._isi(ws, baris, jadwal)
        ws.freeze_panes(baris + 1, 2)
        ws.print_area(0, 0, akhir, len(_KOLOM) - 1)

    def _lembar(self, nama: tuple[str, int], rencana: Rencana) -> Any:
        return self._halaman(_nama_lembar(nama[0], rencana.sop, nama[1], self._banyak))

    def _halaman(self, nama: str) -> Any:
        """A new sheet, set up for print."""
        ws = self._buku.add_worksheet(nama)
        ws.set_landscape()
        ws.set_paper(self._kertas)
        ws.fit_to_pages(1, 0)
        ws.hide_gridlines(2)
        ws.set_footer("&L&8&A&R&8Halaman &P dari &N")
        return ws

    def _isi(self, ws: Any, baris: int, jadwal: Sequence[Jadwal]) -> int:
        """Headings and steps from this row on; gives the last row."""
        for k, (judul, _) in enumerate(_KOLOM):
            ws.write_string(baris, k, judul, self._kepala)
        ws.set_row(baris, 38)
        for j in jadwal:
            baris += 1
            isi = _sel(j)
            for k, nilai in enumerate(isi):
                self._tulis(ws, baris, k, nilai, kritis=j.kritis)
            teks = ((x, lebar) for x, (_, lebar) in zip(isi, _KOLOM, strict=True) if isinstance(x, str))
            ws.set_row(baris, row_height(teks, _HURUF, 15))
        return baris

    def _tulis(self, ws: Any, baris: int, kolom: int, nilai: str | int | date | None, *, kritis: bool) -> None:
        match nilai:
            case None:
                ws.write_blank(baris, kolom, None, self._sel["teks", kritis])
            case str():
                ws.write_string(baris, kolom, nilai, self._sel["teks", kritis])
            case int():
                ws.write_number(baris, kolom, nilai, self._sel["angka", kritis])
            case _:
                ws.write_datetime(baris, kolom, nilai, self._sel["tanggal", kritis])

    def pelaksana(self, r: RencanaPeriode) -> None:
        """The people behind the roles, as far as the master names them."""
        ws = self._halaman("Pelaksana")
        ws.set_column(0, 0, 40)
        ws.set_column(1, 1, 80)
        for k, judul in enumerate(("Peran", "Nama menurut induk.xlsx")):
            ws.write_string(0, k, judul, self._kepala)
        for baris, (peran, nama) in enumerate(r.peran(), 1):
            for k, teks in enumerate((peran, "; ".join(nama) or "–")):
                ws.write_string(baris, k, teks, self._sel["teks", False])

    def gambar(self, nomor: int, rencana: Rencana, r: RencanaPeriode, png: Sequence[bytes]) -> None:
        """A sheet with the Gantt pictures, one below the other."""
        ws = self._lembar(("Gantt", nomor), rencana)
        judul = f"Bagan Gantt {rencana.sop}, {r.periode.nama}"
        ws.write_string(0, 0, judul, self._judul)
        for n, isi in enumerate(png):
            ws.insert_image(
                2 + 35 * n, 0, f"gantt{n}.png",
                {"image_data": io.BytesIO(isi), "x_scale": _SKALA, "y_scale": _SKALA, "description": judul},
            )  # fmt: skip


def _sel(j: Jadwal) -> tuple[str | int | date | None, ...]:
    x = j.langkah
    return (
        x.no or x.id, x.uraian, "; ".join(x.pelaksana), x.waktu or "–", j.mulai, j.selesai, j.lambat_mulai,
        j.lambat_selesai, j.tenggat, j.longgar, "ya" if j.kritis else "",
    )  # fmt: skip
