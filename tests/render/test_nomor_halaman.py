"""The small layout that tells the pages of a table of contents."""

from __future__ import annotations

from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from kinerja.render.halaman import page_numbers
from kinerja.render.huruf import count_lines
from kinerja.render.paragraf import read_paragraph


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


def test_bold_letters_are_wider_in_styles_and_in_runs() -> None:
    assert count_lines("9 dari 18 indikator", 13, 107.4) == 1
    assert count_lines("9 dari 18 indikator", 13, 107.4, tebal=True) == 2
    dokumen = _dokumen()
    p = dokumen.add_paragraph()
    p.add_run("9 dari 18 ").bold = True
    p.add_run("indikator").bold = True
    biasa = dokumen.add_paragraph("9 dari 18 indikator")
    biasa._p.get_or_add_pPr().append(parse_xml(f"<w:rPr {nsdecls('w')}><w:b/></w:rPr>"))  # of the mark only
    baris = [q.measure(q.style({}), 100)[1] for q in map(read_paragraph, (p._p, biasa._p))]
    assert baris == [2, 1]


def test_words_go_on_after_a_hyphen() -> None:
    assert count_lines("aaa rata-rata aaa", 10, 42) == 2  # “aaa rata-”, “rata aaa”
    assert count_lines("aaa rata–rata aaa", 10, 42) == 3
    assert count_lines("nilai 2-3", 10, 32) == 2
    assert count_lines("nilai 20-30", 10, 38) == 2  # no break between figures


def _isi(dokumen: Any, titik: float) -> Any:
    """An empty paragraph of that height."""
    p = dokumen.add_paragraph()
    p._p.get_or_add_pPr().append(
        parse_xml(
            f'<w:spacing {nsdecls("w")} w:before="0" w:after="0" w:line="{round(titik * 20)}" w:lineRule="exact"/>'
        )
    )
    return p._p


def _tinggi(dokumen: Any) -> float:
    s = dokumen.sections[0]
    return float(s.page_height - s.top_margin - s.bottom_margin) / 12700


def test_distance_above_counts_where_a_section_begins() -> None:
    dokumen = _dokumen()
    atas = dokumen.add_paragraph()._p
    atas.get_or_add_pPr().append(
        parse_xml(f'<w:spacing {nsdecls("w")} w:before="400" w:after="0" w:line="400" w:lineRule="exact"/>')
    )
    sisa = _isi(dokumen, _tinggi(dokumen) - 30)
    assert page_numbers(dokumen, [atas, sisa], {}) == ["3", "4"]


def test_what_stays_together_ends_at_a_page_break() -> None:
    dokumen = _dokumen()
    _isi(dokumen, _tinggi(dokumen) - 50)
    akhir = _isi(dokumen, 40)
    akhir.get_or_add_pPr().insert(0, parse_xml(f"<w:keepNext {nsdecls('w')}/>"))
    bab = _isi(dokumen, 100)
    bab.get_or_add_pPr().insert(0, parse_xml(f"<w:pageBreakBefore {nsdecls('w')}/>"))
    assert page_numbers(dokumen, [akhir, bab], {}) == ["3", "4"]


def test_the_distance_below_the_last_line_may_reach_over_the_edge() -> None:
    dokumen = _dokumen()
    _isi(dokumen, _tinggi(dokumen) - 15)
    p = dokumen.add_paragraph("satu baris")._p
    p.get_or_add_pPr().append(
        parse_xml(f'<w:spacing {nsdecls("w")} w:before="0" w:after="0" w:line="480" w:lineRule="auto"/>')
    )
    p.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:sz w:val="24"/></w:rPr><w:t>.</w:t></w:r>'))
    assert page_numbers(dokumen, [p], {}) == ["3"]


def test_margins_of_cells() -> None:
    dokumen = _dokumen()
    lebar = {}
    for tepi in (0, 2000):
        tabel = dokumen.add_table(rows=60, cols=3)
        for baris in tabel.rows:
            baris.cells[0].text = "kata kata kata kata"
        sel = f'<w:tblCellMar {nsdecls("w")}><w:left w:w="{tepi}"/><w:right w:w="0"/></w:tblCellMar>'
        tabel._tbl.tblPr.append(parse_xml(sel))
        akhir = dokumen.add_paragraph()._p
        lebar[tepi] = int(page_numbers(dokumen, [akhir], {})[0])
    assert lebar[2000] - lebar[0] > lebar[0] - 3 + 1


def test_entries_of_the_contents_that_take_two_lines() -> None:
    dokumen = _dokumen()
    daftar, akhir = dokumen.add_paragraph()._p, dokumen.add_paragraph()._p
    panjang = "Meningkatnya kualitas pengawasan internal atas penyelenggaraan pemerintahan daerah di kabupaten ini"
    assert page_numbers(dokumen, [akhir], {daftar: [("TOC1", "Pendahuluan")] * 45}) == ["3"]
    assert page_numbers(dokumen, [akhir], {daftar: [("TOC1", panjang)] * 45}) == ["4"]
