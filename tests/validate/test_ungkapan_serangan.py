"""What people, and those who mean harm, may write into a Syarat: refused with its place, or read as it was meant."""

from __future__ import annotations

import re
import time
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from validate.dunia_kecil import Formulir, K, buat_master

from kinerja.catalogue.pages import halaman
from kinerja.findings import Tingkat
from kinerja.master.model import AturanKantor
from kinerja.sources import CellRef
from kinerja.validate.aturan_kantor import MEDAN, check_aturan
from kinerja.validate.jenis_ungkapan import ANGKA, TEKS
from kinerja.validate.ungkapan import FUNGSI, Salah, hitung, parse

ISI = {
    **dict.fromkeys(MEDAN), "realisasi": Fraction(85), "target": Fraction(80), "tindak_lanjut": "Rapat bulanan",
    "data_pendukung": "LHP 1\\2",
}  # fmt: skip


def nilai(syarat: str) -> object:
    return hitung(parse(syarat, MEDAN), ISI)


@pytest.mark.parametrize(
    ("syarat", "jenis", "posisi"),
    [
        # Reaching for something else than the fields.
        ("realisasi.__class__ > 1", "unsur", 10), ("().__class__", "unsur", 3), ("realisasi[0] > 1", "unsur", 10),
        ("abs(__import__('os')) > 1", "nama", 5), ("open('x') = 1", "nama", 1), ("(lambda: 1)() > 1", "unsur", 1),
        ("[x for x in realisasi] = 1", "unsur", 1), ("{1: 2} = 1", "unsur", 1), ('f"{realisasi}" = 1', "unsur", 1),
        ("b'x' = 1", "unsur", 1), ("(realisasi := 5) > 1", "syarat", None), ("realisasi if target else 1", "unsur", 1),
        # Taking for ever, or all the memory.
        ("9 ** 9 ** 9 > 1", "unsur", 3), ("2 << 99 > 1", "unsur", 3), ("'a' * 999999999 = 'a'", "syarat", 1),
        ("-" * 300 + "1 > 0", "syarat", None), ("(" * 300 + "1" + ")" * 300, "syarat", None),
        ("9" * 31 + " > 1", "syarat", 1), ("1e999 > 1", "syarat", 1), ("0x10 > 1", "syarat", 1),
        ("1 > 0 dan " * 60 + "1 > 0", "syarat", None),
        # Slips.
        ("realisasi > 1,5", "syarat", 13), ("realisasi > 1.500", "syarat", 13), ("realisasi > 1.500.000", "syarat", 13),
        ("realisasi > 80%", "syarat", 16), ("realisasi > Rp 5", "syarat", 16), ("realisasi >", "syarat", 12),
        ("((realisasi > 5)", "syarat", 1), ("realisasi > 5)", "syarat", 14), ("realisasi dan > 5", "syarat", 15),
        ("jika realisasi > 5", "syarat", 6), ("realisai > 5", "nama", 1), ("5 < realisasi_lau", "nama", 5),
        ("target tahun > 5", "syarat", 8), ("realisasi = Ya", "nama", 13), ("sum(realisasi) > 1", "nama", 1),
        ("bulat(realisasi) > 1", "syarat", 1), ("min() > 1", "syarat", 1),
        ("realisasi > 5 # dan target > 3", "syarat", 15),
        ("realisasi > ５", "syarat", 13), ("realisasi in target", "unsur", 11), ("realisasi, target", "unsur", 1),
        ("realisasi > 5\x00", "syarat", None), ("", "syarat", 1), (" \n ", "syarat", 1),
        # What can never be true or false, and so would never find anything.
        ("realisasi", "syarat", 1), ("5", "syarat", 1), ("realisasi atau target", "syarat", 1),
        ("bukan realisasi", "syarat", 7), ("realisasi / 0 > 1", "syarat", 11), ("tindak_lanjut > 3", "syarat", 1),
        ("capaian >= 'A'", "syarat", 12), ("capaian = 'BB'", "syarat", 11), ("panjang(capaian) > 3", "syarat", 9),
        ("memuat(tindak_lanjut, 5)", "syarat", 23), ("(realisasi > 5) + 1 > 2", "syarat", 2),
        ("maks(realisasi, 'x') > 1", "syarat", 17), ("kosong(target) = 1", "syarat", 18),
    ],
)  # fmt: skip
def test_refused_with_its_place(syarat: str, jenis: str, posisi: int | None) -> None:
    with pytest.raises(Salah) as e:
        parse(syarat, MEDAN)
    assert e.value.jenis == jenis
    assert e.value.posisi == posisi or posisi is None
    assert 1 <= e.value.posisi <= max(len(syarat), 1) + 1


@pytest.mark.parametrize(
    ("syarat", "hasil"),
    [
        ("Realisasi >= TARGET", True), ("realisasi > 5 DAN Target > 5", True), ("MAKS(realisasi, target) = 85", True),
        ("bukan(realisasi > 5)", False), ("tidak realisasi > 5", False), ("not realisasi > 5 or target < 1", False),
        ("realisasi => 85 dan target =< 80", True), ("realisasi == 85 dan realisasi <> 84", True),
        ("memuat(tindak_lanjut, “rapat”)", True), ("memuat(tindak_lanjut, ‘BULANAN’)", True),
        ("realisasi\u00a0≥\u00a085", True), ("realisasi − target × 2 ÷ 4 = 45", True), ("0.1 + 0.2 = 0.3", True),
        ("memuat(data_pendukung, '1\\2')", True), ("'\\N{BULLET}' = 'x'", False), (".5 < realisasi", True),
        ("realisasi / (target - 80) > 1", None), ("realisasi_lalu > 1", None), ("pembilang * 0 = 0", None),
        ("kosong(realisasi_lalu) atau realisasi >= realisasi_lalu", True), ("target = 'BB'", False),
        ("70 <= realisasi\n dan realisasi < 90", True), ("bulat(realisasi / 3, 99) < 28.4", True),
    ],
)  # fmt: skip
def test_read_as_it_was_meant(syarat: str, hasil: object) -> None:
    assert nilai(syarat) is hasil


def test_longest_rule_takes_no_time() -> None:
    syarat = "*".join(["9999999999"] * 44) + " > 1/3"
    mulai = time.process_time()
    assert nilai(syarat) is True
    assert time.process_time() - mulai < 1


@given(st.text(alphabet="realistgdn_ ()<>=+-*/.,0123456789'\"[]{}:@%\\\n", max_size=80))
def test_never_anything_but_an_answer(teks: str) -> None:
    salah: Salah | None = None
    hasil: object = None
    try:
        hasil = nilai(teks)
    except Salah as e:
        salah = e
    assert hasil in (True, False, None)
    assert salah is None or (1 <= salah.posisi <= len(teks) + 1 and salah.perihal)


def test_every_field_has_a_kind() -> None:
    assert TEKS | ANGKA <= MEDAN
    for nama in TEKS:
        assert nilai(f"kosong({nama}) atau panjang({nama}) > 0") is True


def aturan(kode: str, syarat: str, **lain: str) -> AturanKantor:
    dasar: dict[str, Any] = {"indikator": "JML", "tingkat": "peringatan", "pesan": "Tidak wajar", "saran": None}
    return AturanKantor(kode=kode, syarat=syarat, sumber=CellRef("induk.xlsx", "Aturan", "C2"), **{**dasar, **lain})


def test_check_names_cell_place_and_near_miss() -> None:
    temuan = check_aturan(
        buat_master(
            huruf={("Aturan", "Kode"): "A"},
            aturan=(aturan("K1", "realisai > 5"), aturan("K2", "realisasi > 1,5"), aturan("ISI001", "realisasi > 0")),
        )
    )
    assert [(t.kode, t.sumber.sel) for t in temuan] == [("ATR002", "C2"), ("ATR001", "C2"), ("ATR004", "A2")]
    assert "huruf ke-1" in temuan[0].pesan
    assert "“realisasi”" in temuan[0].pesan
    assert "huruf ke-13" in temuan[1].pesan


@pytest.mark.parametrize(
    ("tingkat", "harap"),
    [("galat", Tingkat.GALAT), (" Galat ", Tingkat.GALAT), ("CATATAN", Tingkat.CATATAN), ("entah", Tingkat.PERINGATAN)],
)
def test_severity_and_texts_are_the_offices_own(tingkat: str, harap: Tingkat) -> None:
    """Braces and percent signs in Pesan and Saran are printed as they stand."""
    pesan, saran = "Realisasi {realisasi} %s {0} <b>", "Lihat {sel} & {{target}}"
    f = Formulir(master=buat_master(aturan=(aturan("K1", "realisasi < 1", tingkat=tingkat, pesan=pesan, saran=saran),)))
    [t] = f.nilai().temuan
    assert (t.kode, t.tingkat, t.pesan, t.saran) == ("K1", harap, pesan, saran)
    assert (t.sumber.sel, t.diharapkan) == (f.sel("JML", K.REALISASI), "realisasi < 1")


def test_doubted_figure_is_not_judged_by_the_office_too() -> None:
    f = Formulir(master=buat_master(aturan=(aturan("K1", "realisasi < 1"),)))
    f.isi("JML", K.REALISASI, "1.125")
    assert [t.kode for t in f.nilai().temuan] == ["ISI004"]


def test_pages_name_every_field_and_function() -> None:
    nama, unsur = halaman("ATR002"), halaman("ATR003")
    assert [n for n in sorted(MEDAN) if f"`{n}`" not in nama] == []
    assert [n for n in FUNGSI if f"`{n}(" not in unsur] == []


_PANDUAN = (Path(__file__).parents[2] / "docs" / "panduan-tim.md").read_text(encoding="utf-8")
_BAGIAN = _PANDUAN.partition("## Aturan kantor sendiri")[2].partition("\n## ")[0]
_CONTOH = re.findall(r"^\| `([^`]+)` \|", _BAGIAN, re.MULTILINE)


@pytest.mark.parametrize("syarat", _CONTOH)
def test_example_of_the_guide_holds_for_a_sound_row(syarat: str) -> None:
    isi = {
        **ISI, "realisasi_lalu": Fraction(84), "realisasi_sd": Fraction(169), "realisasi_sd_lalu": Fraction(84),
        "target_sd": Fraction(160), "target_tahun": Fraction(960), "pembilang": Fraction(85), "penyebut": Fraction(100),
        "capaian": Fraction("106.25"), "bulan": Fraction(2), "faktor_pendorong": "Tim lengkap",
        "target_bawah": Fraction(80), "target_atas": Fraction(90),
    }  # fmt: skip
    assert hitung(parse(syarat, MEDAN), isi) is True


def test_guide_has_its_examples() -> None:
    assert len(_CONTOH) == 8
