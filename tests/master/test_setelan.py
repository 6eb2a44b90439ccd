"""kinerja.toml: every STL code, the values in the program's types, and the commented example."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from kinerja.catalogue import ATURAN
from kinerja.domain.kebijakan import Kebijakan
from kinerja.master.contoh import example_toml
from kinerja.master.pengaturan import Pengaturan, load_pengaturan

KASUS = (
    ("STL003", "pengumpulan", 'pengumpulan = "Bulanan "'),
    ("STL003", "kategori", 'kategori = "tinggi"'),
    ("STL003", "batas_isian", "batas_isian = 0"),
    ("STL003", "batas_kirim_tahunan", 'batas_kirim_tahunan = "30 Februari"'),
    ("STL003", "batas_kirim_tahunan", 'batas_kirim_tahunan = "akhir Februari"'),
    ("STL003", "batas_rata_rata", "batas_rata_rata = inf"),
    ("STL003", "pola_nomor", 'pola_nomor = "{klasifikasi}/{tahun}"'),
    ("STL003", "pola_nomor", 'pola_nomor = "{nomor}/{tanggal}"'),
    ("STL003", "pola_nomor", 'pola_nomor = "{nomor"'),
    ("STL003", "pola_unggah", 'pola_unggah = "LKj {tahun}"'),
    ("STL003", "pola_unggah", 'pola_unggah = "{periode}_{nomor}"'),
    ("STL003", "batas_unggah", "batas_unggah = 0"),
    ("STL003", "sop", 'sop = " "'),
    ("STL004", None, "sop = karanganyar"),
    ("STL004", None, 'sop = "a"\nsop = "b"'),
    ("STL005", "pilih_terbarui", "pilih_terbarui = true"),
    ("STL006", "pilih_terbaru", 'pilih_terbaru = "ya"'),
    ("STL006", "desimal", "desimal = 2.5"),
    ("STL006", "desimal", "desimal = true"),
    ("STL006", "ambang_deviasi", 'ambang_deviasi = "10"'),
    ("STL006", "sop", "sop = 1"),
    ("STL007", "kebijakan", '[kebijakan]\ntarget_nol = "nihil"'),
)


@pytest.mark.parametrize(("kode", "kunci", "teks"), KASUS)
def test_each_fault_names_its_key(kode: str, kunci: str | None, teks: str) -> None:
    pengaturan, temuan = load_pengaturan(f"# setelan\n{teks}\n")
    assert pengaturan is None
    assert [(t.kode, t.sumber.berkas, t.sumber.sel) for t in temuan] == [(kode, "kinerja.toml", kunci)]
    assert "{sel}" not in temuan[0].pesan + temuan[0].saran


def test_every_code_of_the_settings_has_a_case() -> None:
    # STL001 and STL002: the missing or unreadable file, found by who opens it. STL008: profiles, by check.
    assert {k for k in ATURAN if k.startswith("STL")} == {k for k, _, _ in KASUS} | {"STL001", "STL002", "STL008"}


def test_all_faults_at_once() -> None:
    _, temuan = load_pengaturan('spo = "bantul"\nhari = "libur"\ndesimal = "dua"\n')
    assert [t.kode for t in temuan] == ["STL005", "STL003", "STL006"]
    assert "Mungkin maksudnya “sop”" in temuan[0].pesan


@pytest.mark.parametrize(
    ("teks", "potongan"),
    [
        ('\n\nsop = "a\n', "baris 3: sop = \"a"),
        ("sop =", "baris 1: sop ="),
        ('\nsop = "x"\nsalah = 1\n', "baris 3"),
        ('pengumpulan = "triwulan"\n', "Mungkin maksudnya “triwulanan”"),
    ],
)  # fmt: skip
def test_the_message_says_where_or_what_is_near(teks: str, potongan: str) -> None:
    _, temuan = load_pengaturan(teks)
    assert potongan in temuan[0].pesan


def test_defaults_and_values() -> None:
    assert load_pengaturan("") == (Pengaturan(), ())
    pengaturan, _ = load_pengaturan(
        '\ufeffsop = "bantul"\npengumpulan = "triwulanan"\npilih_terbaru = true\nbatas_rata_rata = 120.5\n'
        'target_nol = "nihil"\ndesimal = 0\nambang_deviasi = 2.5\nhari = "kerja"\n'
    )
    assert pengaturan == Pengaturan(
        sop="bantul", pengumpulan="triwulanan", pilih_terbaru=True, ambang_deviasi=Fraction(5, 2), hari="kerja",
        kebijakan=Kebijakan(batas_rata_rata=Fraction(241, 2), target_nol="nihil", desimal=0),
    )  # fmt: skip


@pytest.mark.parametrize("pengumpulan", ["bulanan", "triwulanan"])
def test_the_example_has_every_key_and_only_two_active(pengumpulan: str) -> None:
    teks = example_toml("bantul", 2026, pengumpulan)
    assert load_pengaturan(teks) == (Pengaturan(sop="bantul", pengumpulan=pengumpulan), ())
    aktif = [b for b in teks.splitlines() if b and not b.startswith("#")]
    assert aktif == ['sop = "bantul"', f'pengumpulan = "{pengumpulan}"']
    semua = re.sub(r"^# (?=[a-z_]+ = )", "", teks, flags=re.MULTILINE)
    pengaturan, temuan = load_pengaturan(semua)
    assert temuan == ()
    assert pengaturan is not None
    assert (pengaturan.hari, pengaturan.kebijakan.batas_rata_rata) == ("kalender", 120)  # the two without a default
    kunci = set(re.findall(r"^([a-z_]+) = ", semua, flags=re.MULTILINE))
    bidang = {*Pengaturan.__dataclass_fields__, *Kebijakan.__dataclass_fields__} - {"kebijakan"}
    assert kunci == bidang
