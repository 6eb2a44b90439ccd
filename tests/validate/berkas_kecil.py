"""The form of the small office as a file: printed blank, filled in with a spreadsheet library, read and judged."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import openpyxl
from validate.dunia_kecil import ANGGARAN_LALU, FAKTA_LALU, PERIODE, PROFIL, Formulir, K, buat_master, saat

from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_KINERJA, LEMBAR_PENGESAHAN
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan
from kinerja.read.form import read_form
from kinerja.read.model import FormTerbaca, HasilBaca, Kandidat
from kinerja.validate.engine import validate_form
from kinerja.validate.model import HasilValidasi, Konteks

MASTER = buat_master()
TERBIT = terbitkan(MASTER, Pengaturan(), "SEK", PERIODE, FAKTA_LALU, ANGGARAN_LALU)
PENCETAK = Pencetak(MASTER, Pengaturan())
TENGGAT = date(2026, 4, 5)
DITERIMA = saat("2026-04-03T09:00")
Ubah = Callable[[Any], object]


@cache
def kosong() -> bytes:
    """The blank form of March."""
    return PENCETAK.cetak(TERBIT, TENGGAT)


def isian() -> dict[str, dict[str, Any]]:
    """What the unit types into each sheet, by address."""
    contoh = Formulir()
    kinerja = {
        contoh.sel(kode, kolom): isi[kolom]
        for kode, isi in contoh.baris.items()
        for kolom in (K.PEMBILANG, K.PENYEBUT, K.REALISASI, K.DATA_PENDUKUNG)
        if isi[kolom] is not None and not (kolom is K.REALISASI and isi[K.PEMBILANG] is not None)
    }
    pengesahan = {f"B{n}": nilai for n, nilai in enumerate(contoh.pengesahan.values(), 5)}
    return {LEMBAR_KINERJA: kinerja, LEMBAR_ANGGARAN: {"E7": 100_000}, LEMBAR_PENGESAHAN: pengesahan}


def simpan(buku: Any) -> bytes:
    """The workbook as bytes; it is closed."""
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    return keluar.getvalue()


def terisi(ubah: Ubah | None = None, *, dari: bytes | None = None) -> bytes:
    """The form (another blank in `dari`) filled without a fault, after `ubah` did something to the workbook."""
    buku = openpyxl.load_workbook(io.BytesIO(dari or kosong()))
    for lembar, isi in isian().items():
        for sel, nilai in isi.items():
            buku[lembar][sel] = nilai
    if ubah is not None:
        ubah(buku)
    return simpan(buku)


def baca(isi: bytes, path: str = "masuk/final_fix2 (1).xlsx") -> HasilBaca:
    """Read the file as it was received."""
    return read_form(Kandidat(path=path, isi=isi, sha256=hashlib.sha256(isi).hexdigest(), diterima=DITERIMA))


def konteks(form: FormTerbaca, **lain: Any) -> Konteks:
    """What the form is judged against."""
    dasar: dict[str, Any] = {
        "master": MASTER, "pengaturan": Pengaturan(), "profil": PROFIL, "periode": PERIODE, "unit": "SEK",
        "diterima": DITERIMA, "tenggat": saat("2026-04-05T23:59"), "terbit": TERBIT,
        "versi_dikenal": frozenset({MASTER.versi}), "fakta_lalu": FAKTA_LALU, "anggaran_lalu": ANGGARAN_LALU,
    }  # fmt: skip
    return Konteks(**{**dasar, **lain})


def nilai(isi: bytes, path: str = "masuk/final_fix2 (1).xlsx", **lain: Any) -> HasilValidasi:
    """Read and judge a file that must be readable."""
    hasil = baca(isi, path)
    assert hasil.form is not None, hasil.temuan
    return validate_form(hasil.form, hasil.temuan, konteks(hasil.form, **lain))


def isi_sel(lembar: str, sel: str, nilai_sel: object, format_sel: str | None = None) -> Ubah:
    """A change of one cell, and of its number format."""

    def ubah(buku: Any) -> None:
        buku[lembar][sel] = nilai_sel
        if format_sel is not None:
            buku[lembar][sel].number_format = format_sel

    return ubah
