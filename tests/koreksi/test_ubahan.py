"""Edits that nobody tracked, seen by comparison with the konsep that was sent."""

from __future__ import annotations

from koreksi.buat_docx import docx, hapus, ins, judul, p, tabel

from kinerja.koreksi.banding import likeness, plain_edits
from kinerja.koreksi.naskah import baca_naskah

TABEL = tabel(("Unit", "Capaian"), ("IR1", "91,20"), ("IR2", "88,75"))
KONSEP = (
    judul("A. Pendahuluan"),
    p("Laporan ini disusun berdasarkan data yang dikirim oleh semua unit kerja."),
    p("Capaian rata-rata bulan Februari sebesar 87,08 persen dan tergolong baik."),
    judul("B. Capaian"),
    p("Tabel 1. Capaian per unit"),
    TABEL,
    p("Demikian laporan ini dibuat."),
)


def _ubahan(*badan: str) -> list[tuple[str, str, str, str]]:
    a, b = baca_naskah(docx(*KONSEP), "konsep"), baca_naskah(docx(*badan), "kembali")
    return [(k.tempat, k.teks_lama, k.teks, k.keterangan) for k in plain_edits(a, b)]


def _dengan(n: int, *baru: str) -> tuple[str, ...]:
    return (*KONSEP[:n], *baru, *KONSEP[n + 1 :])


def test_the_same_text_has_none_and_gaps_do_not_count() -> None:
    assert _ubahan(*KONSEP) == []
    assert _ubahan(*_dengan(6, p("Demikian  laporan ini", " dibuat. "))) == []


def test_a_word_that_was_changed_is_told_with_its_place_old_and_new() -> None:
    [u] = _ubahan(*_dengan(2, p("Capaian rata-rata bulan Februari sebesar 88,10 persen dan tergolong baik.")))
    assert u == (
        "“A. Pendahuluan”, paragraf 2",
        "Capaian rata-rata bulan Februari sebesar 87,08 persen dan tergolong baik.",
        "Capaian rata-rata bulan Februari sebesar 88,10 persen dan tergolong baik.",
        "“87,08” menjadi “88,10”",
    )


def test_a_cell_that_was_changed_is_told_by_its_row_and_column() -> None:
    baru = tabel(("Unit", "Capaian"), ("IR1", "91,20"), ("IR2", "99,99"))
    [u] = _ubahan(*_dengan(5, baru))
    assert u[:3] == ("“B. Capaian”, Tabel 1, baris 3, kolom 2", "88,75", "99,99")


def test_paragraphs_put_in_and_taken_out() -> None:
    [tambah] = _ubahan(*KONSEP[:3], p("Kalimat yang seluruhnya baru di sini."), *KONSEP[3:])
    assert tambah[1:3] == ("", "Kalimat yang seluruhnya baru di sini.")
    [hilang] = _ubahan(*KONSEP[:1], *KONSEP[2:])
    assert hilang[1:3] == ("Laporan ini disusun berdasarkan data yang dikirim oleh semua unit kerja.", "")


def test_a_row_put_in_does_not_make_every_row_below_it_an_edit() -> None:
    baru = tabel(("Unit", "Capaian"), ("IR9", "70,00"), ("IR1", "91,20"), ("IR2", "88,75"))
    assert [u[1:3] for u in _ubahan(*_dengan(5, baru))] == [("", "baris tabel: IR9 | 70,00")]
    kurang = tabel(("Unit", "Capaian"), ("IR2", "88,75"))
    assert [u[1:3] for u in _ubahan(*_dengan(5, kurang))] == [("baris tabel: IR1 | 91,20", "")]


def test_an_empty_cell_that_was_filled_and_a_filled_one_that_was_emptied() -> None:
    a = baca_naskah(docx(tabel(("Unit", "Capaian"), ("IR1", "")), tabel(("Unit", "Capaian"), ("IR2", "5"))), "a")
    b = baca_naskah(docx(tabel(("Unit", "Capaian"), ("IR1", "7")), tabel(("Unit", "Capaian"), ("IR2", ""))), "b")
    assert [(k.tempat, k.teks_lama, k.teks) for k in plain_edits(a, b)] == [
        ("tabel ke-1, baris 2, kolom 2", "", "7"),
        ("tabel ke-2, baris 2, kolom 2", "5", ""),
    ]


def test_tracked_changes_are_not_told_a_second_time() -> None:
    assert _ubahan(*_dengan(6, p("Demikian laporan ", hapus("ini"), ins("bulanan"), " dibuat."))) == []


def test_a_tracked_change_that_was_accepted_since_is_an_edit() -> None:
    [u] = _ubahan(*_dengan(6, p("Demikian laporan bulanan ini dibuat.")))
    assert u[3] == "“bulanan” ditambahkan"


def test_likeness_is_one_for_the_same_and_none_for_another_text() -> None:
    a = baca_naskah(docx(*KONSEP), "a")
    lain = baca_naskah(docx(p("Surat edaran tentang sesuatu yang sama sekali lain.")), "b")
    assert likeness(a, a) == 1
    assert likeness(a, lain) == 0
