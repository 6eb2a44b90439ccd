"""The language of the office's own checks: exact, three-valued, and unable to reach anything else."""

from __future__ import annotations

from fractions import Fraction

import pytest
from dunia_kecil import Formulir, K, buat_master, temuan_of
from hypothesis import given
from hypothesis import strategies as st

from kinerja.findings import Tingkat
from kinerja.master.model import AturanKantor
from kinerja.sources import CellRef
from kinerja.validate.aturan_kantor import MEDAN, check_aturan
from kinerja.validate.ungkapan import Salah, hitung, parse

ISI = {
    "realisasi": Fraction(12), "target": Fraction(8), "pembilang": None, "penyebut": Fraction(0),
    "capaian": Fraction(150),
    "tindak_lanjut": "Rapat koordinasi", "faktor_penghambat": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("syarat", "hasil"),
    [
        ("realisasi <= 1.5 * target", True),
        ("realisasi < 1.5*target", False),
        ("0.1 + 0.2 = 0.3", True),
        ("realisasi <> 12", False),
        ("realisasi ≥ 12 dan target ≤ 8", True),
        ("pembilang > 1", None),
        ("pembilang > 1 dan realisasi < 0", False),
        ("pembilang > 1 atau realisasi > 0", True),
        ("bukan (pembilang > 1)", None),
        ("kosong(pembilang) atau pembilang <= penyebut", True),
        ("realisasi / penyebut > 1", None),
        ("panjang(tindak_lanjut) >= 10 dan memuat(tindak_lanjut, 'RAPAT')", True),
        ("kosong(faktor_penghambat)", True),
        ("maks(realisasi, target) - min(realisasi, target) == abs(-4)", True),
        ("bulat(2.3450, 2) = 2.35", True),
        ("2.3450 = 2.3450 dan 8 < realisasi <= 12", True),
        ("tindak_lanjut = 'rapat  KOORDINASI'", True),
        ("capaian >= 90 dan 'dan = atau' = 'dan = atau'", True),
    ],
)
def test_value(syarat: str, hasil: object) -> None:
    assert hitung(parse(syarat, frozenset(ISI)), ISI) is hasil


@pytest.mark.parametrize(
    ("syarat", "jenis", "posisi"),
    [
        ("", "syarat", 1),
        ("realisasi <=", "syarat", 13),
        ("realisasi <= 1,5", "syarat", 14),
        ("realisasi > target + targte", "nama", 22),
        ("sum(realisasi) > 1", "nama", 1),
        ("target dan realisasi.real > 1", "unsur", 21),
        ("realisasi[0] > 1", "unsur", 10),
        ("(lambda: 1)() > 0", "unsur", 1),
        ("realisasi ** 9 > 1", "unsur", 11),
        ("realisasi is target", "unsur", 11),
        ("__import__('os')", "nama", 1),
        ("min() > 1", "syarat", 1),
        ("[x for x in realisasi]", "unsur", 1),
        ("realisasi > 1e9", "syarat", 13),
        ("True", "nama", 1),
        ("-" * 200 + "1 > 0", "syarat", 1),
        ("x" * 501, "syarat", 500),
    ],
)
def test_fault_has_kind_and_position(syarat: str, jenis: str, posisi: int) -> None:
    with pytest.raises(Salah) as e:
        parse(syarat, frozenset(ISI))
    assert e.value.jenis == jenis
    assert e.value.posisi == posisi or len(syarat) > 100


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(teks: str) -> None:
    try:
        pohon = parse(teks, frozenset(ISI))
    except Salah:
        return
    hitung(pohon, ISI)


def aturan(kode: str, syarat: str, indikator: str = "*", tingkat: str = "peringatan") -> AturanKantor:
    return AturanKantor(kode=kode, indikator=indikator, syarat=syarat, tingkat=tingkat, pesan="Tidak wajar",
                        saran=None, sumber=CellRef("induk.xlsx", "Aturan", "A2"))  # fmt: skip


def test_check_names_every_faulty_rule() -> None:
    master = buat_master(
        aturan=(
            aturan("KTR01", "realisasi <= target"), aturan("KTR02", "realisasi <"), aturan("KTR03", "capain > 1"),
            aturan("KTR04", "target.x"), aturan("KTR01", "realisasi > 0"), aturan("ISI001", "realisasi > 0"),
        )
    )  # fmt: skip
    assert [t.kode for t in check_aturan(master)] == ["ATR001", "ATR002", "ATR003", "ATR004", "ATR004"]
    assert "capaian" in check_aturan(master)[1].pesan
    assert check_aturan(buat_master()) == ()


def test_rule_is_applied_to_its_rows() -> None:
    f = Formulir(
        master=buat_master(
            aturan=(
                aturan("KTR01", "realisasi <= target", "JML", "galat"), aturan("KTR02", "kosong(faktor_pendorong)"),
                aturan("KTR03", "realisasi <"), aturan("KTR04", "realisasi_lalu > 100", "SEM"),
            )
        )
    )  # fmt: skip
    f.isi("JML", K.REALISASI, 5).isi("PSN", K.FAKTOR_PENDORONG, "Dukungan pimpinan")
    hasil = f.nilai()
    assert temuan_of(hasil) == [("KTR02", "L7"), ("KTR01", "L8")]
    assert [t.tingkat for t in hasil.temuan] == [Tingkat.PERINGATAN, Tingkat.GALAT]


def test_every_field_is_known_of_every_row() -> None:
    semua = " dan ".join(f"kosong({n})" for n in sorted(MEDAN))
    f = Formulir(master=buat_master(aturan=(aturan("KTR01", f"bukan ({semua})"),)))
    assert temuan_of(f.nilai()) == []
