"""A profile of an office's own needs no Python; a broken one is told all its faults at once."""

from fractions import Fraction
from pathlib import Path

import pytest

from kinerja.errors import KinerjaError
from kinerja.sop.ambang import AMBANG
from kinerja.sop.loader import daftar_profil, load_profil, parse_profil

KEENAM = """
judul = "Pelaporan Kinerja (Dinas Contoh)"
hari = "kerja"
laporan = ["triwulan", "tahunan"]
peran = ["Kepala Dinas", "Sekretaris", "Tim"]

[ambang]
capaian_ekstrem_atas = 200
capaian_ekstrem_bawah = -12.5
pencilan = 4
pencilan_data = 8

[tingkat]

[[sop]]
nama = "Pelaporan Kinerja"

[[sop.langkah]]
id = "a"
no = "1"
kala = "triwulanan"
uraian = "Mengumpulkan data"
pelaksana = ["Tim"]
kelengkapan = []
waktu = "2 hari"
output = ["formulir terisi"]
tenggat = "tanggal 7 bulan berikutnya"
dihasilkan_oleh = "formulir_terisi"

[[sop.langkah]]
id = "b"
no = "2"
kala = "triwulanan"
uraian = "Menyetujui laporan"
pelaksana = ["Sekretaris", "Kepala Dinas"]
kelengkapan = ["konsep"]
waktu = "1 s.d. 2 hari"
output = ["laporan"]
jika_ditolak = "a"
dihasilkan_oleh = "laporan_triwulan"
tafsiran = true
"""


def _salah(teks: str) -> list[str]:
    with pytest.raises(KinerjaError) as e:
        parse_profil(teks.encode(), "contoh")
    return e.value.pesan.splitlines()


def _tempat(teks: str) -> list[str]:
    return [baris.strip().split(": ")[0] for baris in _salah(teks)[1:]]


def test_a_sixth_profile_needs_no_python(tmp_path: Path) -> None:
    (tmp_path / "dinas_contoh.toml").write_text(KEENAM, encoding="utf-8")
    assert daftar_profil(tmp_path) == ("dinas_contoh",)
    profil = load_profil("dinas_contoh", tmp_path)
    assert profil.nama == "dinas_contoh"
    assert profil.ambang["capaian_ekstrem_bawah"] == Fraction(-25, 2)
    assert profil.ambang["kumulatif"] == AMBANG["kumulatif"]  # about which the file is silent
    assert [x.jika_ditolak for x in profil.sop[0].langkah] == [None, "a"]
    assert [x.tafsiran for x in profil.sop[0].langkah] == [False, True]


def test_unknown_profile_offers_the_near_miss() -> None:
    with pytest.raises(KinerjaError) as e:
        load_profil("karanganyr")
    assert "mungkin maksudnya “karanganyar”" in e.value.pesan
    assert "wonosobo" in e.value.saran


@pytest.mark.parametrize(
    ("dari", "menjadi", "tempat"),
    [
        ('hari = "kerja"', 'hari = "kerjaa"', "hari"),
        ('judul = "Pelaporan Kinerja (Dinas Contoh)"', "judul = 3", "judul"),
        ('laporan = ["triwulan", "tahunan"]', 'laporan = ["triwulanan"]', "laporan"),
        ("capaian_ekstrem_atas = 200", 'capaian_ekstrem_atas = "banyak"', "ambang.capaian_ekstrem_atas"),
        ("capaian_ekstrem_atas = 200", "capaian_ekstrem_atas = nan", "ambang.capaian_ekstrem_atas"),
        ("pencilan = 4", "pencilan = 4\npencilann = 3", "ambang.pencilann"),
        ("[tingkat]", '[tingkat]\nXYZ999 = "galat"', "tingkat.XYZ999"),
        ('uraian = "Mengumpulkan data"', "", "sop[1].langkah[id=a].uraian"),
        ('uraian = "Mengumpulkan data"', 'uraian = " "', "sop[1].langkah[id=a].uraian"),
        ('pelaksana = ["Tim"]', "pelaksana = []", "sop[1].langkah[id=a].pelaksana"),
        ('pelaksana = ["Tim"]', 'pelaksana = ["Timm"]', "sop[1].langkah[id=a].pelaksana"),
        ('pelaksana = ["Tim"]', 'pelaksanaa = ["Tim"]', "sop[1].langkah[id=a].pelaksanaa"),
        ('waktu = "2 hari"', 'waktu = "lama"', "sop[1].langkah[id=a].waktu"),
        ("tanggal 7 bulan", "tanggal 77 bulan", "sop[1].langkah[id=a].tenggat"),
        ('"formulir_terisi"', '"formulir_isi"', "sop[1].langkah[id=a].dihasilkan_oleh"),
        ('kala = "triwulanan"\nuraian = "Meny', 'kala = "triwulan"\nuraian = "Meny', "sop[1].langkah[id=b].kala"),
        ('jika_ditolak = "a"', 'jika_ditolak = "z"', "sop[1].langkah[id=b].jika_ditolak"),
        ('jika_ditolak = "a"', 'jika_ditolak = "b"', "sop[1].langkah[id=b].jika_ditolak"),
        ('no = "2"', 'no = "1"', "sop[1].langkah[id=b].no"),
        ('id = "b"', "id = 2", "sop[1].langkah[2].id"),
        ("tafsiran = true", 'tafsiran = "ya"', "sop[1].langkah[id=b].tafsiran"),
    ],
)
def test_each_fault_is_named_by_its_key(dari: str, menjadi: str, tempat: str) -> None:
    assert KEENAM.count(dari) == 1
    assert tempat in _tempat(KEENAM.replace(dari, menjadi))


def test_all_faults_at_once_with_near_misses() -> None:
    teks = (
        KEENAM.replace('hari = "kerja"', 'hari = "kerjaa"')
        .replace('pelaksana = ["Tim"]', 'pelaksana = ["Timm"]')
        .replace('jika_ditolak = "a"', 'jika_ditolak = "c"')
        .replace('kelengkapan = ["konsep"]', 'kelengkapn = ["konsep"]')
    )
    semua = "\n".join(_salah(teks))
    assert semua.startswith("Profil SOP contoh.toml memuat 5 kesalahan")
    assert "hari: “kerjaa” tidak dikenal; mungkin maksudnya “kerja”; pilihan: kalender, kerja" in semua
    assert "mungkin maksudnya “Tim”" in semua
    assert "mungkin maksudnya “kelengkapan”" in semua
    assert "langkah “c” tidak ada dalam SOP ini" in semua


def test_two_steps_with_one_id() -> None:
    assert _tempat(KEENAM.replace('id = "b"', 'id = "a"')) == ["sop[1].langkah[id=a].id"]


def test_a_cycle_without_exit_is_named() -> None:
    pesan = "\n".join(_salah(KEENAM.replace('jika_ditolak = "a"', 'jika_ditolak = "b"')))
    assert "tidak mendahului langkah ini" in pesan


def test_broken_toml_names_line_and_column() -> None:
    assert "line 2" in _salah('judul = "x"\nhari = kerja\n')[0]


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(KinerjaError) as e:
        parse_profil(b"judul = \xff", "contoh")
    assert "contoh.toml" in e.value.pesan


def test_no_sop_at_all() -> None:
    assert "sop" in _tempat(KEENAM.partition("[[sop]]")[0])
