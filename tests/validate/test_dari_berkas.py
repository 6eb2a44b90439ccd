"""From a blank form, filled in with a spreadsheet library, through reading to findings at the right cells."""

from __future__ import annotations

from typing import Any

import pytest
from validate.berkas_kecil import Ubah, isi_sel, nilai, terisi
from validate.dunia_kecil import saat

from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_IDENTITAS, LEMBAR_KINERJA, LEMBAR_PENGESAHAN
from kinerja.domain.kiriman import Status


def test_form_filled_rightly_is_valid() -> None:
    hasil = nilai(terisi())
    assert [(t.kode, t.sumber.sel) for t in hasil.temuan] == []
    assert hasil.status is Status.VALID
    assert len(hasil.isi.fakta) == 9


def test_findings_name_the_sheet_as_received() -> None:
    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA]["L7"] = None
        buku[LEMBAR_KINERJA].title = "Data Kinerja Maret"

    hasil = nilai(terisi(ubah))
    assert [(t.kode, t.sumber.lembar) for t in hasil.temuan] == [
        ("BTK004", "Data Kinerja Maret"), ("ISI001", "Data Kinerja Maret"),
    ]  # fmt: skip
    assert {f.asal.lembar for f in hasil.isi.fakta} == {"Data Kinerja Maret"}


@pytest.mark.parametrize(
    ("ubah", "harap"),
    [
        (isi_sel(LEMBAR_KINERJA, "L7", None), ("ISI001", "L7")),
        (isi_sel(LEMBAR_KINERJA, "L7", 0.85), ("ISI005", "L7")),
        (isi_sel(LEMBAR_KINERJA, "L7", 0.85, "0%"), None),
        (isi_sel(LEMBAR_KINERJA, "L7", "85,5"), ("ISI023", "L7")),
        (isi_sel(LEMBAR_KINERJA, "L8", "=2+2"), ("ISI020", "L8")),
        (isi_sel(LEMBAR_KINERJA, "L8", saat("2026-05-03T00:00")), ("ISI007", "L8")),
        (isi_sel(LEMBAR_KINERJA, "L9", 95), ("HTG001", "L9")),
        (isi_sel(LEMBAR_KINERJA, "G8", 2), ("BTK031", "G8")),
        (isi_sel(LEMBAR_KINERJA, "I8", 3), ("BTK032", "I8")),
        (isi_sel(LEMBAR_KINERJA, "N7", 50), ("HTG003", "N7")),
        (isi_sel(LEMBAR_KINERJA, "R10", None), ("BKT001", "R10")),
        (isi_sel(LEMBAR_KINERJA, "L16", 3), ("ISI018", "L16")),
        (isi_sel(LEMBAR_ANGGARAN, "E7", 2_000_000), ("HTG006", "E7")),
        (isi_sel(LEMBAR_ANGGARAN, "C7", 5_000_000), ("BTK040", "C7")),
        (isi_sel(LEMBAR_PENGESAHAN, "B8", "1 Mei 2026"), ("ISI025", "B8")),
        (lambda b: b[LEMBAR_KINERJA].insert_rows(9), None),
        (lambda b: setattr(b[LEMBAR_KINERJA].row_dimensions[8], "hidden", True), ("BTK042", "L8")),
        (isi_sel(LEMBAR_KINERJA, "D17", "menunggu data"), ("BTK014", "B17")),
        (isi_sel(LEMBAR_IDENTITAS, "C3", "77"), ("BTK026", None)),
    ],
)  # fmt: skip
def test_one_change_one_finding(ubah: Ubah, harap: tuple[str, str] | None) -> None:
    hasil = nilai(terisi(ubah))
    assert [(t.kode, t.sumber.sel) for t in hasil.temuan] == ([harap] if harap else [])


def test_every_formula_typed_over_is_named() -> None:
    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA]["L9"] = 95
        buku[LEMBAR_KINERJA]["N9"] = 95
        buku[LEMBAR_ANGGARAN]["F7"] = 1
        buku[LEMBAR_ANGGARAN]["G7"] = 1

    hasil = nilai(terisi(ubah))
    assert [(t.kode, t.sumber.sel) for t in hasil.temuan] == [
        ("HTG001", "L9"), ("HTG003", "N9"), ("HTG004", "F7"), ("HTG005", "G7"),
    ]  # fmt: skip


def test_formula_typed_over_is_named_beside_a_value_that_cannot_be_read() -> None:
    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA]["L7"] = "banyak"
        buku[LEMBAR_KINERJA]["N7"] = 50

    hasil = nilai(terisi(ubah))
    assert [(t.kode, t.sumber.sel) for t in hasil.temuan] == [("ISI003", "L7"), ("BTK036", "N7")]
