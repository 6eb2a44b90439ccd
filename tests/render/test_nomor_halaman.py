"""The small layout that tells the pages of a table of contents."""

from __future__ import annotations

from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kinerja.render.halaman import page_numbers


def _dokumen() -> Any:
    dokumen = docx.Document()
    bagian = dokumen.sections[0]._sectPr
    bagian.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:start="3"/>'))
    return dokumen


def test_rows_go_to_the_next_page_whole() -> None:
    dokumen = _dokumen()
    tabel = dokumen.add_table(rows=100, cols=2)
    for n, baris in enumerate(tabel.rows):
        baris.cells[1].text = f"baris {n}"
    akhir = dokumen.add_paragraph("penutup")
    dicari = [tabel.cell(0, 1).paragraphs[0]._p, tabel.cell(99, 1).paragraphs[0]._p, akhir._p]
    pertama, terakhir, penutup = (int(n) for n in page_numbers(dokumen, dicari, {}))
    assert pertama == 3
    assert terakhir == penutup == 5


def test_a_table_inside_a_cell_is_no_row_of_the_outer_one() -> None:
    dokumen = _dokumen()
    tabel = dokumen.add_table(rows=2, cols=2)
    for baris in range(30):
        tabel.cell(0, 0).add_table(rows=1, cols=1).cell(0, 0).text = f"dalam {baris}"
    tabel.cell(1, 1).text = "luar"
    assert page_numbers(dokumen, [tabel.cell(1, 1).paragraphs[0]._p], {}) == ["3"]
