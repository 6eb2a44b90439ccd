"""The PDF of a document: numbers of its contents, comparison with the document, what the person is told."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from deliver.soffice_tiruan import pdf_tiruan
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from helpers import docx_text

from kinerja.deliver import pdf
from kinerja.deliver.baca_pdf import BukanPdf, baca_pdf, nama_tujuan
from kinerja.errors import KinerjaError
from kinerja.render.cetak import NaskahCetak

_PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde\x00\x00\x00\x0c"
    b"IDATx\x9cc\xf8\xcf\xc0\x00\x00\x03\x01\x01\x00\xc9\xfe\x92\xef\x00\x00\x00\x00IEND\xaeB`\x82"
)


def _rujukan(penanda: str, nomor: str) -> str:
    return (
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">Bab </w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> PAGEREF {penanda} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{nomor}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def _naskah(nomor: str = "1") -> Any:
    """Contents in roman pages, then a chapter whose pages start at 1."""
    d = docx.Document()
    d.styles["Normal"].font.name = "Arial"
    badan = d.element.body
    badan.insert(0, parse_xml(_rujukan("_Toc1", "i")))
    badan.insert(1, parse_xml(_rujukan("_Toc2", nomor)))
    for n, teks in enumerate(("Kata Pengantar", "Capaian 97,50%"), 1):
        p = d.add_paragraph(teks)
        awal = f'<w:bookmarkStart {nsdecls("w")} w:id="{n}" w:name="_Toc{n}"/>'
        p._p.insert(0, parse_xml(awal))
        p._p.append(parse_xml(f'<w:bookmarkEnd {nsdecls("w")} w:id="{n}"/>'))
        if n == 1:
            d.add_section()
    for bagian, bentuk in zip(d.sections, ("lowerRoman", "decimal"), strict=True):
        bagian._sectPr.append(parse_xml(f'<w:pgNumType {nsdecls("w")} w:fmt="{bentuk}" w:start="1"/>'))
    return d


def _bytes(d: Any) -> bytes:
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


_HALAMAN = ["Bab i Bab 1", "Kata Pengantar", "", "Capaian 97,50%"]
_TUJUAN = {"5FToc1": 1, "5FToc2": 3, "BagianCetak0": 0, "BagianCetak1": 2}


class _Cetak:
    """Prints one PDF after the other and keeps what it was given."""

    def __init__(self, *hasil: bytes) -> None:
        self.hasil, self.naskah = list(hasil), list[bytes]()

    def __call__(self, naskah: bytes) -> bytes:
        self.naskah.append(naskah)
        return self.hasil[min(len(self.naskah), len(self.hasil)) - 1]


def _jalankan(mp: pytest.MonkeyPatch, naskah: bytes, *hasil: bytes) -> tuple[pdf.Pdf, _Cetak, list[tuple[int, int]]]:
    cetak, langkah = _Cetak(*hasil), list[tuple[int, int]]()
    mp.setattr(pdf, "cetak", cetak)
    return pdf.ke_pdf(naskah, lambda a, b: langkah.append((a, b))), cetak, langkah


def _nomor(naskah: bytes) -> dict[str, str]:
    return NaskahCetak(naskah).dicetak


def test_numbers_that_differ_are_mended_in_the_printed_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    asal = _bytes(_naskah("1"))
    hasil, cetak, langkah = _jalankan(monkeypatch, asal, pdf_tiruan(_HALAMAN, _TUJUAN))
    assert [_nomor(n) for n in cetak.naskah] == [{"_Toc1": "i", "_Toc2": "1"}, {"_Toc1": "ii", "_Toc2": "2"}]
    assert langkah == [(0, 1), (1, 2), (2, 2)]
    assert hasil.halaman == 4
    assert hasil.catatan[0].startswith("2 nomor halaman pada daftar isi PDF berbeda dari Word")
    assert _nomor(asal)["_Toc2"] == "1"  # the Word document itself keeps its bytes


def test_numbers_that_agree_are_printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tujuan = _TUJUAN | {"5FToc1": 0, "BagianCetak1": 3}
    hasil, cetak, _ = _jalankan(monkeypatch, _bytes(_naskah("1")), pdf_tiruan(_HALAMAN, tujuan, ["Arial"]))
    assert len(cetak.naskah) == 1
    assert hasil.catatan == ()


def test_numbers_that_never_settle_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    cetakan = [pdf_tiruan(_HALAMAN, _TUJUAN | {"5FToc1": n}) for n in (1, 0, 1, 0)]
    hasil, cetak, _ = _jalankan(monkeypatch, _bytes(_naskah()), *cetakan)
    assert len(cetak.naskah) == 3
    assert "belum tentu tepat" in hasil.catatan[0]


def test_a_pdf_without_destinations_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    hasil, cetak, _ = _jalankan(monkeypatch, _bytes(_naskah()), pdf_tiruan(_HALAMAN))
    assert len(cetak.naskah) == 1
    assert "belum tentu tepat" in hasil.catatan[0]


def _dengan_gambar(d: Any) -> Any:
    d.add_picture(io.BytesIO(_PNG))
    return d


def _dengan_tabel(d: Any) -> Any:
    d.add_table(rows=1, cols=1).cell(0, 0).text = "1.234,56"
    return d


def test_rows_that_libreoffice_loses_are_let_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    d = _dengan_tabel(_naskah())
    d.tables[0].cell(0, 0).paragraphs[0].paragraph_format.keep_with_next = True
    d.paragraphs[2].paragraph_format.keep_with_next = True
    tanpa, utuh = pdf_tiruan(_HALAMAN, _TUJUAN), pdf_tiruan([*_HALAMAN, "1.234,56"], _TUJUAN)
    hasil, cetak, _ = _jalankan(monkeypatch, _bytes(d), tanpa, tanpa, utuh)
    assert hasil.halaman == 5
    lanjut = [len(list(docx_text.root(n).iter(f"{docx_text.W}keepNext"))) for n in cetak.naskah]
    assert lanjut == [2, 2, 1]


def test_lines_of_a_cell_that_goes_on_on_the_next_page_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    d = _dengan_tabel(_naskah())
    d.tables[0].cell(0, 0).text = "Januari 97,50\nFebruari 98,57"
    halaman = [*_HALAMAN, "Januari 97,50", "Halaman 2", "Februari 98,57"]
    hasil, *_ = _jalankan(monkeypatch, _bytes(d), pdf_tiruan(halaman, _TUJUAN))
    assert hasil.halaman == 7


@pytest.mark.parametrize(
    ("naskah", "halaman", "hilang"),
    [
        (_naskah(), ["Kata Pengantar", "", "", ""], "“Capaian 97,50%”"),
        (_dengan_tabel(_naskah()), _HALAMAN, "“1.234,56”"),
        (_dengan_gambar(_naskah()), _HALAMAN, "sebuah gambar"),
    ],
)
def test_what_is_not_in_the_pdf_is_named(
    naskah: Any, halaman: list[str], hilang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KinerjaError) as e:
        _jalankan(monkeypatch, _bytes(naskah), pdf_tiruan(halaman, _TUJUAN))
    assert e.value.pesan.endswith(f"pada PDF tidak ada {hilang}. Laporan Word sudah dibuat.")


def test_a_paragraph_over_two_pages_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    d = _naskah()
    d.add_paragraph("awal kalimat panjang dan akhirnya")
    halaman = [*_HALAMAN, "awal kalimat panjang kaki halaman 3", "kepala halaman dan akhirnya"]
    assert _jalankan(monkeypatch, _bytes(d), pdf_tiruan(halaman, _TUJUAN))[0].halaman == 6


_ARIAL = "Huruf Arial tidak ada di komputer ini; PDF memakai"


@pytest.mark.parametrize(
    ("huruf", "catatan"),
    [
        (["Arial", "Arial-BoldMT"], None),
        (["ArialMT"], None),
        (["LiberationSans"], f"{_ARIAL} Liberation Sans, ukurannya sama."),
        (
            ["DejaVuSans-Bold"],
            f"{_ARIAL} Deja Vu Sans, letak baris dan halamannya dapat berbeda.",
        ),
        (["ArialMT", "OpenSymbol"], None),
        (["LiberationSans", "DejaVuSans"], f"{_ARIAL} Liberation Sans, ukurannya sama."),  # one for letters it lacks
        (
            ["LiberationSans", "OpenSymbol"],
            f"{_ARIAL} Liberation Sans, ukurannya sama.",
        ),
    ],
)
def test_fonts_that_took_the_place(huruf: list[str], catatan: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    tujuan = _TUJUAN | {"5FToc1": 0, "BagianCetak1": 3}
    hasil, *_ = _jalankan(monkeypatch, _bytes(_naskah()), pdf_tiruan(_HALAMAN, tujuan, huruf))
    assert hasil.catatan == (() if catatan is None else (catatan,))


def test_fonts_by_style_run_and_theme() -> None:
    d = _naskah()
    d.add_paragraph().add_run("kode").font.name = "Consolas"
    d.add_paragraph().add_run(" ").font.name = "Wingdings"  # nothing to see
    d.add_heading("Judul", 1)
    assert NaskahCetak(_bytes(d)).fonts() == {"Arial", "Consolas", "Calibri"}


def _rusak() -> Iterator[bytes]:
    utuh = pdf_tiruan(["isi"])
    yield b"%PDF-1.6\n"
    yield utuh[: len(utuh) // 2]
    yield pdf_tiruan([])


@pytest.mark.parametrize("isi", list(_rusak()))
def test_a_broken_pdf_is_refused(isi: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BukanPdf):
        baca_pdf(isi)
    with pytest.raises(KinerjaError, match="tidak dapat dibaca kembali"):
        _jalankan(monkeypatch, _bytes(_naskah()), isi)


def test_names_of_destinations() -> None:
    assert nama_tujuan("_TocTabel00001") == "5FTocTabel00001"
    assert nama_tujuan("/5FToc1") == "5FToc1"


def test_a_heading_in_the_paragraph_that_ends_its_section() -> None:
    d = _naskah()
    bagian = d.element.body.find(f".//{docx_text.W}pPr/{docx_text.W}sectPr")
    d.paragraphs[2]._p.get_or_add_pPr().append(bagian)
    halaman = {"_Toc1": 1, "_Toc2": 3, "BagianCetak0": 0, "BagianCetak1": 2}
    assert NaskahCetak(_bytes(d)).printed(halaman) == {"_Toc1": "ii", "_Toc2": "2"}
