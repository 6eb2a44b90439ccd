"""From a blank form, filled in with a spreadsheet library, through reading to findings at the right cells."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest
from dunia_kecil import ANGGARAN_LALU, FAKTA_LALU, PERIODE, PROFIL, Formulir, K, buat_master, saat

from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_IDENTITAS, LEMBAR_KINERJA, LEMBAR_PENGESAHAN
from kinerja.domain.kiriman import Status
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan
from kinerja.read.form import read_form
from kinerja.read.model import Kandidat
from kinerja.validate.engine import validate_form
from kinerja.validate.model import HasilValidasi, Konteks

MASTER = buat_master()
TERBIT = terbitkan(MASTER, Pengaturan(), "SEK", PERIODE, FAKTA_LALU, ANGGARAN_LALU)
Ubah = Callable[[Any], object]


@pytest.fixture(scope="module")
def kosong() -> bytes:
    return Pencetak(MASTER, Pengaturan()).cetak(TERBIT, date(2026, 4, 5))


def _isi(buku: Any) -> None:
    """Fill the form as the unit would."""
    kinerja = buku[LEMBAR_KINERJA]
    contoh = Formulir()
    for kode, isi in contoh.baris.items():
        for kolom in (K.PEMBILANG, K.PENYEBUT, K.REALISASI, K.DATA_PENDUKUNG):
            if isi[kolom] is not None and not (kolom is K.REALISASI and isi[K.PEMBILANG] is not None):
                kinerja[contoh.sel(kode, kolom)] = isi[kolom]
    buku[LEMBAR_ANGGARAN]["E7"] = 100_000
    for n, nilai in enumerate(contoh.pengesahan.values(), 5):
        buku[LEMBAR_PENGESAHAN][f"B{n}"] = nilai


def nilai(kosong: bytes, ubah: Ubah) -> HasilValidasi:
    buku = openpyxl.load_workbook(io.BytesIO(kosong))
    _isi(buku)
    ubah(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    buku.close()
    isi = keluar.getvalue()
    diterima = saat("2026-04-03T09:00")
    baca = read_form(
        Kandidat(path="masuk/final_fix2 (1).xlsx", isi=isi, sha256=hashlib.sha256(isi).hexdigest(), diterima=diterima)
    )
    assert baca.form is not None
    konteks = Konteks(
        master=MASTER, pengaturan=Pengaturan(), profil=PROFIL, periode=PERIODE, unit="SEK", diterima=diterima,
        tenggat=saat("2026-04-05T23:59"), terbit=TERBIT, versi_dikenal=frozenset({MASTER.versi}),
        fakta_lalu=FAKTA_LALU, anggaran_lalu=ANGGARAN_LALU,
    )  # fmt: skip
    return validate_form(baca.form, baca.temuan, konteks)


def _set(lembar: str, sel: str, nilai_sel: object, format_sel: str | None = None) -> Ubah:
    def ubah(buku: Any) -> None:
        buku[lembar][sel] = nilai_sel
        if format_sel is not None:
            buku[lembar][sel].number_format = format_sel

    return ubah


def test_form_filled_rightly_is_valid(kosong: bytes) -> None:
    hasil = nilai(kosong, lambda _: None)
    assert [(t.kode, t.sumber.sel) for t in hasil.temuan] == []
    assert hasil.status is Status.VALID
    assert len(hasil.isi.fakta) == 9


def test_findings_name_the_sheet_as_received(kosong: bytes) -> None:
    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA]["L7"] = None
        buku[LEMBAR_KINERJA].title = "Data Kinerja Maret"

    hasil = nilai(kosong, ubah)
    assert [(t.kode, t.sumber.lembar) for t in hasil.temuan] == [
        ("BTK004", "Data Kinerja Maret"), ("ISI001", "Data Kinerja Maret"),
    ]  # fmt: skip
    assert {f.asal.lembar for f in hasil.isi.fakta} == {"Data Kinerja Maret"}


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        (_set(LEMBAR_KINERJA, "L7", None), ("ISI001", "L7")),
        (_set(LEMBAR_KINERJA, "L7", 0.85), ("ISI005", "L7")),
        (_set(LEMBAR_KINERJA, "L7", 0.85, "0%"), None),
        (_set(LEMBAR_KINERJA, "L7", "85,5"), ("ISI023", "L7")),
        (_set(LEMBAR_KINERJA, "L8", "=2+2"), ("ISI020", "L8")),
        (_set(LEMBAR_KINERJA, "L8", saat("2026-05-03T00:00")), ("ISI007", "L8")),
        (_set(LEMBAR_KINERJA, "L9", 95), ("HTG001", "L9")),
        (_set(LEMBAR_KINERJA, "G8", 2), ("BTK031", "G8")),
        (_set(LEMBAR_KINERJA, "I8", 3), ("BTK032", "I8")),
        (_set(LEMBAR_KINERJA, "N7", 50), ("HTG003", "N7")),
        (_set(LEMBAR_KINERJA, "R10", None), ("BKT001", "R10")),
        (_set(LEMBAR_KINERJA, "L16", 3), ("ISI018", "L16")),
        (_set(LEMBAR_ANGGARAN, "E7", 2_000_000), ("HTG006", "E7")),
        (_set(LEMBAR_ANGGARAN, "C7", 5_000_000), ("BTK040", "C7")),
        (_set(LEMBAR_PENGESAHAN, "B8", "1 Mei 2026"), ("ISI025", "B8")),
        (lambda b: b[LEMBAR_KINERJA].insert_rows(9), None),
        (lambda b: setattr(b[LEMBAR_KINERJA].row_dimensions[8], "hidden", True), ("BTK042", "L8")),
        (_set(LEMBAR_IDENTITAS, "C3", "77"), ("BTK026", None)),
    ],
)  # fmt: skip
def test_one_change_one_finding(kosong: bytes, ubah: Ubah, harap: tuple[str, str] | None) -> None:
    hasil = nilai(kosong, ubah)
    assert [(t.kode, t.sumber.sel) for t in hasil.temuan] == ([harap] if harap else [])
