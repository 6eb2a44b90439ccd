"""The Kertas Kerja Pemantauan of a unit and month: one sheet per week, filled week after week in one file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from typing import Any

from kinerja.domain.indikator import TipeNilai
from kinerja.domain.minggu import Minggu
from kinerja.domain.pemantauan import (
    KOLOM_DIISI,
    LEMBAR_PANTAU,
    SIFAT_PANTAU,
    KolomPantau,
    PantauTerbit,
    pantau_rows,
)
from kinerja.domain.periode import Periode
from kinerja.domain.tanggal import format_tanggal, nama_hari
from kinerja.forms import tata
from kinerja.forms.gaya import Gaya, Jenis
from kinerja.forms.kerangka import DIBUAT, lepas_tinggi, siapkan_lembar, tulis_daftar
from kinerja.forms.lembar_pantau import LEBAR, BarisLembar, LembarPantau, TataPantau
from kinerja.forms.petunjuk_pantau import tulis_petunjuk_pantau
from kinerja.forms.sifat import sifat_baris
from kinerja.forms.tinggi import row_height
from kinerja.master.model import Master
from kinerja.workbook.patch import PaketTambal

K = KolomPantau

_PENANDA = {
    K.KUMULATIF: "otomatis", K.VARIAN: "minus: buruk", K.KEADAAN: "otomatis", K.TINDAKAN_LALU: "otomatis",
}  # fmt: skip


def kertas_pemantauan(master: Master, terbit: PantauTerbit, kertas: str) -> bytes:
    """The workbook of this issue, as .xlsx. KeyError for a unit or indicator that the master lacks."""
    import xlsxwriter

    periode = Periode.parse(terbit.identitas.periode)
    unit = master.unit_by_kode(terbit.identitas.unit).nama
    baris = tuple(_baris(master, terbit))
    letak = TataPantau(rasio=any(b.sifat.tipe is TipeNilai.RASIO for b in baris))
    wadah = io.BytesIO()
    with xlsxwriter.Workbook(
        wadah, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    ) as buku:
        judul = f"Kertas Kerja Pemantauan {unit} {periode.nama}"
        buku.set_properties({"title": judul, "author": tata.PENULIS, "created": DIBUAT})
        buku.set_custom_property(SIFAT_PANTAU, terbit.identitas.kode_kertas, "text")
        buku.set_calc_mode("auto")
        gaya = Gaya(buku)
        petunjuk = buku.add_worksheet("Petunjuk")
        lembar = [buku.add_worksheet(m.nama) for m in terbit.minggu]
        daftar = tulis_daftar(buku, (b.sifat.skala for b in baris))
        tulis_petunjuk_pantau(petunjuk, gaya, master, terbit, unit)
        for ws, minggu in zip(lembar, terbit.minggu, strict=True):
            _kalimat(ws, gaya, master, terbit, minggu)
            _judul(ws, gaya, letak, len(baris))
            LembarPantau(ws, gaya, letak, terbit.minggu, minggu.ke).tulis(baris, daftar)
        kaki = f"{unit} – {periode.nama}".replace("&", "&&")[:150]
        for ws in (petunjuk, *lembar):
            siapkan_lembar(ws, kertas, kaki, tegak=ws is petunjuk)
        sembunyi = buku.add_worksheet(LEMBAR_PANTAU)
        for n, row in enumerate(pantau_rows(terbit)):
            for k, teks in enumerate(row):
                sembunyi.write_string(n, k, teks, gaya.text(Jenis.TERKUNCI))
        sembunyi.very_hidden()
        sembunyi.protect("")
        lembar[0].activate()
        lembar[0].set_first_sheet()
    return _dapat_tumbuh(wadah.getvalue(), len(lembar), len(baris))


def _dapat_tumbuh(isi: bytes, banyak_minggu: int, banyak_baris: int) -> bytes:
    """The weeks' rows grow with what is typed into them; their sheets come right after the instructions."""
    paket = PaketTambal(isi)
    for n in range(2, 2 + banyak_minggu):
        bagian = f"xl/worksheets/sheet{n}.xml"
        paket.put(bagian, lepas_tinggi(paket.read(bagian), tata.BARIS_AWAL, tata.BARIS_AWAL + banyak_baris))
    return paket.to_bytes()


def _baris(master: Master, terbit: PantauTerbit) -> Iterator[BarisLembar]:
    target = master.target_of(terbit.identitas.unit)
    bulan = Periode.parse(terbit.identitas.periode).bulan_akhir
    for n, b in enumerate(terbit.baris, tata.BARIS_AWAL):
        i = master.indikator_by_kode(b.kode)
        lalu = "\n".join(
            f"{t.uraian} – {t.penanggung_jawab}" + (f", s.d. {_pendek(date.fromisoformat(t.batas))}" if t.batas else "")
            for t in terbit.lalu
            if t.indikator == b.kode
        )
        teks = [(i.nama, LEBAR[K.INDIKATOR]), (i.satuan, LEBAR[K.SATUAN]), (lalu, LEBAR[K.TINDAKAN_LALU])]
        sifat = sifat_baris(master, i, diukur=True, tinggi=row_height(teks, minimum=48))
        yield BarisLembar(n, sifat, b, target[b.kode].bulan.get(bulan), lalu)


def _pendek(tanggal: date) -> str:
    return f"{tanggal.day}/{tanggal.month}/{tanggal.year}"


def rentang_minggu(m: Minggu) -> str:
    """Its days as a reader sees them: `Senin–Minggu, 4 s.d. 10 Mei 2026`."""
    if m.awal == m.akhir:
        return f"{nama_hari(m.awal)}, {format_tanggal(m.awal)}"
    return f"{nama_hari(m.awal)}–{nama_hari(m.akhir)}, {m.awal.day} s.d. {format_tanggal(m.akhir)}"


def _kalimat(ws: Any, gaya: Gaya, master: Master, terbit: PantauTerbit, minggu: Minggu) -> None:
    """The lines above the table: whose sheet, which days, which of them are free."""
    periode = Periode.parse(terbit.identitas.periode)
    libur = [
        f"{h.tanggal.day} {h.keterangan}"
        for h in sorted(master.libur, key=lambda h: h.tanggal)
        if minggu.awal <= h.tanggal <= minggu.akhir
    ]
    hari = f"{minggu.hari_kerja} hari kerja" if minggu.hari_kerja else "tidak ada hari kerja, boleh dilewati"
    unit = master.unit_by_kode(terbit.identitas.unit).nama
    ws.set_row(tata.BARIS_JUDUL - 1, 22)
    ws.write_string(f"A{tata.BARIS_JUDUL}", f"KERTAS KERJA PEMANTAUAN KINERJA – {minggu.nama.upper()}", gaya.title())
    instansi = f"{master.instansi.nama} – {master.instansi.pemda}"
    ws.write_string(f"A{tata.BARIS_INSTANSI}", instansi, gaya.line())
    ws.write_string(
        f"A{tata.BARIS_UNIT}",
        f"Unit kerja: {unit}     Periode: {periode.nama}     {rentang_minggu(minggu)} ({hari})"
        + (f"     Libur: {'; '.join(libur)}" if libur else ""),
        gaya.line(tebal=True),
    )
    ws.write_string(f"A{tata.BARIS_KODE}", terbit.identitas.kode_kertas, gaya.line(kecil=True))


def _judul(ws: Any, gaya: Gaya, letak: TataPantau, banyak: int) -> None:
    """Headings, column widths, print set-up; the table has `banyak` rows."""
    ws.set_row(tata.BARIS_KEPALA - 1, 52)
    for k, huruf in letak.huruf.items():
        ws.set_column(f"{huruf}:{huruf}", LEBAR[k])
        isian = k in KOLOM_DIISI
        ws.write_string(f"{huruf}{tata.BARIS_KEPALA}", k.value, gaya.heading(Jenis.ISIAN if isian else Jenis.TERKUNCI))
        if penanda := "▼ diisi" if isian else _PENANDA.get(k, ""):
            ws.write_string(f"{huruf}{tata.BARIS_PENANDA}", penanda, gaya.marker())
    ws.set_column(f"{letak.bawah}:{letak.atas}", 9, None, {"hidden": True})
    akhir = max(tata.BARIS_AWAL, tata.BARIS_AWAL + banyak - 1)
    ws.freeze_panes(tata.BARIS_KEPALA, letak.kolom.index(K.SATUAN))
    ws.repeat_rows(tata.BARIS_PENANDA - 1, tata.BARIS_KEPALA - 1)
    ws.print_area(f"A1:{letak.huruf[K.DOKUMEN]}{akhir}")
