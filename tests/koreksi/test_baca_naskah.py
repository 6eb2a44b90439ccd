"""What people wrote in a Word document: comments, tracked changes, and where they stand."""

from __future__ import annotations

from koreksi.buat_docx import OLEH, dikomentari, docx, hapus, ins, judul, komentar, p, r, tabel, utas

from kinerja.koreksi.model import Balasan, JenisKoreksi, Koreksi
from kinerja.koreksi.naskah import baca_naskah

LAIN = 'w:author="Budi" w:date="2026-02-10T08:00:00Z"'


def _baca(*badan: str, **lain: object) -> tuple[Koreksi, ...]:
    return baca_naskah(docx(*badan, **lain), "konsep.docx").koreksi


def _ringkas(koreksi: tuple[Koreksi, ...]) -> list[tuple[str, str, str, str]]:
    return [(k.jenis.value, k.tempat, k.teks, k.teks_lama) for k in koreksi]


def test_insertions_and_deletions_say_who_when_and_where() -> None:
    [a, b] = _baca(judul("A. Pendahuluan"), p("Satu."), p("Capaian ", hapus("87,08"), ins("88,10"), "%."))
    assert _ringkas((a, b)) == [
        ("hapusan", "“A. Pendahuluan”, paragraf 2", "", "87,08"),
        ("sisipan", "“A. Pendahuluan”, paragraf 2", "88,10", ""),
    ]
    assert (a.penulis, a.waktu) == ("Rina", "2026-02-09T10:15:00")
    assert (a.keterangan, b.keterangan) == ("diganti “88,10”", "menggantikan “87,08”")


def test_a_word_put_in_by_another_hand_replaces_nothing() -> None:
    [a, b] = _baca(p(hapus("lama"), ins("baru", LAIN)))
    assert (a.keterangan, b.keterangan) == ("", "")


def test_pieces_of_one_change_are_one_correction_and_changes_apart_are_two() -> None:
    satu = _baca(p(ins("Angka "), ins("dihitung ulang")))
    dua = _baca(p(ins("Angka "), "lama ", ins("dihitung ulang")))
    assert [k.teks for k in satu] == ["Angka dihitung ulang"]
    assert [k.teks for k in dua] == ["Angka ", "dihitung ulang"]


def test_a_comment_with_replies_and_its_resolved_state() -> None:
    [k] = _baca(
        p("Rata-rata ", dikomentari(7, "kepuasan"), " naik."),
        komentar=komentar(7, "Sumbernya?", para="0A") + komentar(8, "Lihat berita acara.", penulis="Budi", para="0B"),
        lanjut=utas("0A", selesai=True) + utas("0B", "0A"),
    )
    assert (k.jenis, k.teks, k.teks_lama, k.penulis) == (JenisKoreksi.KOMENTAR, "Sumbernya?", "kepuasan", "Rina")
    assert k.selesai
    assert k.balasan == (Balasan(penulis="Budi", waktu="2026-02-09T10:20:00", teks="Lihat berita acara."),)


def test_a_comment_without_a_place_is_not_lost_and_unresolved_is_not_resolved() -> None:
    [k] = _baca(p("Teks."), komentar=komentar(3, "Umum: perbaiki.", para="0A"), lanjut=utas("0A"))
    assert (k.tempat, k.selesai, k.teks_lama) == ("tidak melekat pada teks", False, "")


def test_replies_that_answer_each_other_are_not_lost() -> None:
    dua = komentar(1, "a", para="0A") + komentar(2, "b", para="0B")
    hasil = _baca(p("x"), komentar=dua, lanjut=utas("0A", "0B") + utas("0B", "0A"))
    assert [k.teks for k in hasil] == ["a", "b"]


def test_a_comment_stands_before_the_change_that_it_is_on() -> None:
    semua = _baca(
        p(ins("awal")), p(dikomentari(1, hapus("x"), ins("y"))), p(ins("akhir")), komentar=komentar(1, "Mengapa?")
    )
    assert [k.jenis.value for k in semua] == ["sisipan", "komentar", "hapusan", "sisipan", "sisipan"]
    assert semua[1].teks_lama == "y"


def test_a_move_is_one_correction_with_both_places() -> None:
    pindah = f'<w:moveFrom w:id="5" {OLEH}>{r("Kalimat pindah.")}</w:moveFrom>'
    tiba = f'<w:moveTo w:id="6" {OLEH}>{r("Kalimat pindah.")}</w:moveTo>'
    [k] = _baca(judul("A"), p("Satu. ", pindah), judul("B"), p("Dua. ", tiba))
    assert _ringkas((k,)) == [("pindahan", "“B”, paragraf 1", "Kalimat pindah.", "Kalimat pindah.")]
    assert k.keterangan == "semula di “A”, paragraf 1"


def test_moves_of_the_same_text_are_paired_by_their_names() -> None:
    def ujung(jenis: str, nama: str, nomor: int) -> str:
        return (
            f'<w:{jenis}RangeStart w:id="{nomor}" w:name="{nama}" {OLEH}/>'
            f'<w:{jenis} w:id="{nomor + 50}" {OLEH}>{r("x")}</w:{jenis}><w:{jenis}RangeEnd w:id="{nomor}"/>'
        )

    a, b = _baca(
        judul("A"), p("q", ujung("moveFrom", "m1", 1)), p("q", ujung("moveFrom", "m2", 2)),
        judul("B"), p("q", ujung("moveTo", "m2", 3)), p("q", ujung("moveTo", "m1", 4)),
    )  # fmt: skip
    assert [(k.tempat[-10:], k.keterangan[-10:]) for k in (a, b)] == [
        ("paragraf 2", "paragraf 1"),
        ("paragraf 1", "paragraf 2"),
    ]


def test_half_a_move_says_that_its_other_end_is_not_there() -> None:
    [k] = _baca(p(f'<w:moveFrom w:id="5" {OLEH}>{r("Hilang.")}</w:moveFrom>'))
    assert (k.jenis.value, k.teks, k.teks_lama) == ("pindahan", "", "Hilang.")
    assert "tidak tertulis" in k.keterangan


def test_a_change_of_format_names_what_changed_and_one_that_nobody_sees_is_none() -> None:
    tebal = r("penting", f'<w:b/><w:rPrChange w:id="9" {OLEH}><w:rPr/></w:rPrChange>')
    bahasa = r("kata", f'<w:lang w:val="id"/><w:rPrChange w:id="9" {OLEH}><w:rPr/></w:rPrChange>')
    [k] = _baca(p(tebal, " dan ", bahasa))
    assert (k.jenis.value, k.keterangan, k.teks, k.teks_lama) == ("format", "tebal", "penting", "penting")


def test_a_cell_is_named_by_the_caption_of_its_table() -> None:
    [k] = _baca(
        judul("B. Capaian"), p("Tabel 3. Capaian per unit"), tabel(("Unit", "Capaian"), ("IR1", p(hapus("9,1"))))
    )
    assert k.tempat == "“B. Capaian”, Tabel 3, baris 2, kolom 2"


def test_a_row_that_was_put_in_is_one_correction() -> None:
    baris = (
        f'<w:tr><w:trPr><w:ins w:id="4" {OLEH}/></w:trPr><w:tc>{p(ins("IR9"))}</w:tc><w:tc>{p(ins("10"))}</w:tc></w:tr>'
    )
    [k] = _baca(f"<w:tbl><w:tblPr/>{baris}</w:tbl>")
    assert _ringkas((k,)) == [("sisipan", "tabel ke-1, baris 1, kolom 1", "baris tabel: IR9 | 10", "")]


def test_headers_footers_notes_and_text_boxes_are_read() -> None:
    kotak = (
        f"<w:r><w:drawing><wps xmlns='x'><w:txbxContent>{p(ins('di kotak'))}</w:txbxContent></wps></w:drawing></w:r>"
    )
    semua = _baca(
        p("Badan.", kotak),
        bagian={
            "header": p(ins("di kepala")),
            "footer": p(hapus("di kaki")),
            "footnotes": f'<w:footnote w:type="separator" w:id="0">{p("")}</w:footnote>'
            f'<w:footnote w:id="1">{p("Satu.")}</w:footnote><w:footnote w:id="2">{p(ins("di catatan"))}</w:footnote>',
        },
    )
    assert [(k.tempat, k.teks or k.teks_lama) for k in semua] == [
        ("paragraf 1, kotak teks", "di kotak"),
        ("kepala halaman, paragraf 1", "di kepala"),
        ("kaki halaman, paragraf 1", "di kaki"),
        ("catatan kaki 2, paragraf 1", "di catatan"),
    ]


def test_the_end_of_a_paragraph_put_in_or_taken_out_is_told_in_words() -> None:
    belah = p("Satu.", sifat=f'<w:rPr><w:ins w:id="1" {OLEH}/></w:rPr>')
    gabung = p("Dua.", sifat=f'<w:rPr><w:del w:id="1" {OLEH}/></w:rPr>')
    a, b = _baca(belah, gabung, p("Tiga."))
    assert (a.jenis.value, a.keterangan) == ("sisipan", "paragraf dipisah di sini")
    assert (b.jenis.value, b.keterangan) == ("hapusan", "paragraf digabung dengan berikutnya")


def test_the_identity_stays_when_things_move_and_differs_when_they_say_something_else() -> None:
    [a] = _baca(p(ins("tambahan")))
    [b] = _baca(p("Sebuah paragraf baru di atasnya."), p("x ", ins("tambahan")))
    [c] = _baca(p(ins("tambahan lain")))
    assert a.kunci == b.kunci != c.kunci


def test_corrections_that_say_the_same_have_identities_of_their_own() -> None:
    semua = _baca(p(ins("x")), p(ins("x")), p(ins("x")))
    assert len({k.kunci for k in semua}) == 3


def test_a_time_that_a_program_was_told_to_forget_is_no_time() -> None:
    [k] = _baca(p(ins("x", 'w:author="Rina" w:date="1970-01-01T00:00:00Z"')))
    [tanpa] = _baca(p(ins("x", "")))
    assert (k.waktu, tanpa.waktu, tanpa.penulis) == (None, None, None)


def test_text_as_it_was_and_as_it_is_proposed() -> None:
    naskah = baca_naskah(docx(p("Capaian ", hapus("87"), ins("88"), "%."), sifat={"kinerja_sidik": "abc"}), "a.docx")
    assert [(x.asli, x.usulan) for x in naskah.paragraf] == [("Capaian 87%.", "Capaian 88%.")]
    assert naskah.sifat == {"kinerja_sidik": "abc"}


def test_a_switch_written_as_off_is_no_change() -> None:
    sama = r("kata", f'<w:i w:val="0"/><w:rPrChange w:id="9" {OLEH}><w:rPr/></w:rPrChange>')
    beda = r("lain", f'<w:b w:val="0"/><w:rPrChange w:id="9" {OLEH}><w:rPr><w:b/></w:rPr></w:rPrChange>')
    [k] = _baca(p(sama, " dan ", beda))
    assert (k.teks, k.keterangan) == ("lain", "tidak lagi tebal")
