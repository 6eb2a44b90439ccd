"""Section 2: dates where numbers belong, and dates that programs store in odd ways."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from helpers.paket import dengan_bagian
from jebakan.pintu import PENGESAHAN, dengan_sel, nilai
from validate.berkas_kecil import isi_sel, terisi
from validate.dunia_kecil import saat

from kinerja.domain.formulir import LEMBAR_KINERJA, LEMBAR_PENGESAHAN

DITERIMA = date(2026, 4, 3)


def seri(hari: date, awal: date = date(1899, 12, 30)) -> int:
    """The number of a day, as spreadsheets store it."""
    return (hari - awal).days


@pytest.mark.parametrize(
    ("isi", "format_sel", "kode"),
    [
        pytest.param(date(2026, 5, 3), "d-mmm", "ISI007", id="p2_01_tiga_lima"),
        pytest.param(date(2026, 2, 1), "d/m", "ISI007", id="p2_01_satu_per_dua"),
        pytest.param("01/02/2026", None, "ISI003", id="p2_02_teks_tanggal_di_sel_angka"),
        pytest.param(timedelta(hours=30), "[h]:mm", "ISI007", id="p2_04_lama_waktu"),
        pytest.param(saat("2026-05-03T13:45"), "dd/mm/yyyy hh:mm", "ISI007", id="p2_04_tanggal_dan_jam"),
    ],
)
def test_p2_di_sel_angka(tmp_path: Path, isi: object, format_sel: str | None, kode: str) -> None:
    hasil = nilai(tmp_path, terisi(isi_sel(LEMBAR_KINERJA, "L8", isi, format_sel)))
    assert (hasil.ringkas, hasil.angka("JML")) == ([(kode, "L8")], None)


@pytest.mark.parametrize(
    ("isi", "format_sel", "kode"),
    [
        pytest.param("01/04/2026", None, None, id="p2_02_hari_bulan_tahun"),
        pytest.param("04/13/2026", None, "ISI029", id="p2_02_bulan_hari_tahun"),
        pytest.param("1/4/26", None, "ISI029", id="p2_02_tahun_dua_angka"),
        pytest.param(seri(DITERIMA), "General", None, id="p2_03_format_hilang"),
        pytest.param(seri(DITERIMA) + 1, "General", "ISI025", id="p2_03_format_hilang_tanggal_mendatang"),
        pytest.param(2026, "General", "ISI029", id="p2_03_bukan_nomor_hari"),
        pytest.param(saat("2026-04-03T13:45"), "dd/mm/yyyy hh:mm", None, id="p2_04_tanggal_dan_jam_di_tempatnya"),
    ],
)
def test_p2_di_tanggal_pengesahan(tmp_path: Path, isi: object, format_sel: str | None, kode: str | None) -> None:
    hasil = nilai(tmp_path, terisi(isi_sel(LEMBAR_PENGESAHAN, "B8", isi, format_sel)))
    assert hasil.ringkas == ([(kode, "B8")] if kode else [])


@pytest.mark.parametrize(
    ("hari", "harap"),
    [
        pytest.param(DITERIMA, [], id="p2_05_hari_ini"),
        pytest.param(DITERIMA + timedelta(days=1), [("ISI025", "B8")], id="p2_05_besok"),
    ],
)
def test_p2_05_epoch_1904(tmp_path: Path, hari: date, harap: list[Any]) -> None:
    """A workbook that counts days from 1904 says the same day with a smaller number."""
    isi = terisi(isi_sel(LEMBAR_PENGESAHAN, "B8", date(2026, 4, 1), "dd/mm/yyyy"))
    isi = dengan_sel(isi, {"B8": f"|<v>{seri(hari, date(1904, 1, 1))}</v>"}, PENGESAHAN)
    isi = dengan_bagian(isi, "xl/workbook.xml", lambda x: x.replace(b"<workbookPr", b'<workbookPr date1904="1"', 1))
    assert nilai(tmp_path, isi).ringkas == harap
