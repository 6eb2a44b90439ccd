"""Makes blank forms one after another, by kinerja or cell by cell with openpyxl; what is made is thrown away.

python benchmarks/formulir.py kinerja|openpyxl MAP_KERJA BANYAK
"""

from __future__ import annotations

import io
import sys
from itertools import islice, product
from pathlib import Path
from typing import Any

from korpus import TAHUN, baca

from kinerja.domain.periode import Periode
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.master.model import Master
from kinerja.master.pengaturan import Pengaturan


def dengan_kinerja(master: Master, pengaturan: Pengaturan, banyak: int) -> None:
    """The program's own way."""
    pencetak = Pencetak(master, pengaturan)
    for bulan, unit in islice(product(range(1, 13), master.unit), banyak):
        periode = Periode.bulanan(TAHUN, bulan)
        pencetak.cetak(terbitkan(master, pengaturan, unit.kode, periode), periode.berikutnya.awal)


def dengan_openpyxl(master: Master, pengaturan: Pengaturan, banyak: int) -> None:
    """Every sheet, cell, style, validation and width of the same form, written anew for each form."""
    import openpyxl

    periode = Periode.bulanan(TAHUN, 1)
    form = terbitkan(master, pengaturan, master.unit[0].kode, periode)
    contoh = openpyxl.load_workbook(io.BytesIO(Pencetak(master, pengaturan).cetak(form, periode.berikutnya.awal)))
    rencana = [_rencana(lembar) for lembar in contoh]
    for _ in range(banyak):
        buku = openpyxl.Workbook()
        buku.remove(buku.active)
        for satu in rencana:
            _tulis(buku, satu)
        buku.save(io.BytesIO())


def _rencana(lembar: Any) -> dict[str, Any]:
    """What a script would have to say about this sheet."""
    from copy import copy

    sel = [
        (c.row, c.column, c.value, copy(c.font), copy(c.fill), copy(c.border), copy(c.alignment), copy(c.protection),
         c.number_format)
        for baris in lembar.iter_rows()
        for c in baris
        if c.has_style or c.value is not None
    ]  # fmt: skip
    return {
        "nama": lembar.title,
        "keadaan": lembar.sheet_state,
        "sel": sel,
        "lebar": {k: (d.width, d.hidden) for k, d in lembar.column_dimensions.items()},
        "tinggi": {k: d.height for k, d in lembar.row_dimensions.items()},
        "validasi": [
            (str(v.sqref), {n: getattr(v, n) for n in _VALIDASI}) for v in lembar.data_validations.dataValidation
        ],
    }


_VALIDASI = (
    "type", "operator", "formula1", "formula2", "allow_blank", "promptTitle", "prompt", "errorTitle", "error",
    "errorStyle",
)  # fmt: skip


def _tulis(buku: Any, rencana: dict[str, Any]) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    lembar = buku.create_sheet(rencana["nama"])
    lembar.sheet_state = rencana["keadaan"]
    for baris, kolom, nilai, huruf, isi, garis, letak, kunci, bentuk in rencana["sel"]:
        c = lembar.cell(baris, kolom, nilai)
        c.font, c.fill, c.border, c.alignment, c.protection, c.number_format = huruf, isi, garis, letak, kunci, bentuk
    for k, (lebar, sembunyi) in rencana["lebar"].items():
        lembar.column_dimensions[k].width = lebar
        lembar.column_dimensions[k].hidden = sembunyi
    for k, tinggi in rencana["tinggi"].items():
        lembar.row_dimensions[k].height = tinggi
    for tempat, sifat in rencana["validasi"]:
        lembar.add_data_validation(DataValidation(sqref=tempat, **sifat))
    lembar.protection.sheet = True
    lembar.page_setup.orientation = "landscape"
    lembar.page_setup.fitToHeight = 0


def main() -> None:
    """Make BANYAK forms."""
    cara = {"kinerja": dengan_kinerja, "openpyxl": dengan_openpyxl}[sys.argv[1]]
    cara(*baca(Path(sys.argv[2])), int(sys.argv[3]))


main()
