"""A profile of an office's own needs no Python; a broken one is told all its faults at once."""

import contextlib
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja.errors import KinerjaError
from kinerja.sop.ambang import AMBANG
from kinerja.sop.baca import baca_profil
from kinerja.sop.loader import ProfilRusak, daftar_profil, load_profil, parse_profil, profil_bawaan
from kinerja.sop.skema import Salah, Tabel

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
tafsiran_pada = { pelaksana = "kolomnya kosong", jika_ditolak = "tujuannya tidak tercetak" }
ragu = { waktu = "terlalu lama" }
"""


def _salah(teks: str) -> list[str]:
    with pytest.raises(KinerjaError) as e:
        parse_profil(teks.encode(), "contoh")
    return e.value.pesan.splitlines()


def _tempat(teks: str) -> list[str]:
    return [baris.strip().split(": ")[0] for baris in _salah(teks)[1:]]


def test_a_sixth_profile_needs_no_python(tmp_path: Path) -> None:
    (tmp_path / "dinas_contoh.toml").write_text(KEENAM, encoding="utf-8")
    assert set(daftar_profil(tmp_path)) - set(profil_bawaan()) == {"dinas_contoh"}
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
        ("tafsiran = true\n", "", "sop[1].langkah[id=b].tafsiran"),
        ("tafsiran_pada = {", "tafsiran_padaa = {", "sop[1].langkah[id=b].tafsiran_padaa"),
        ("tafsiran_pada = {", "tafsiran_padaa = {", "sop[1].langkah[id=b].tafsiran_pada"),
        ("{ pelaksana = ", "{ pelaksanaa = ", "sop[1].langkah[id=b].tafsiran_pada.pelaksanaa"),
        ('"kolomnya kosong"', '""', "sop[1].langkah[id=b].tafsiran_pada.pelaksana"),
        ('{ waktu = "terlalu lama" }', '"terlalu lama"', "sop[1].langkah[id=b].ragu"),
        ('jika_ditolak = "a"', 'jika_ditolak = "a"\nkeputusan = ["yaa"]', "sop[1].langkah[id=b].keputusan"),
        ('["Kepala Dinas", "Sekretaris", "Tim"]', '["Tim", "Sekretaris", "Kepala Dinas", "Tim"]', "peran"),
        ('pelaksana = ["Tim"]', 'pelaksana = ["Tim", "Tim"]', "sop[1].langkah[id=a].pelaksana"),
        ('nama = "Pelaporan Kinerja"', 'nama = "Pelaporan Kinerja"\nperan = ["Tim"]', "sop[1].langkah[id=b].pelaksana"),
        ('nama = "Pelaporan Kinerja"', 'nama = "Pelaporan"\nperan = ["Tim", "Kepala"]', "sop[1].peran"),
        ('nama = "Pelaporan Kinerja"', 'nama = "Pelaporan"\n[sop.kepala]\ndasar_hukm = []', "sop[1].kepala.dasar_hukm"),
        (
            'nama = "Pelaporan Kinerja"',
            'nama = "P"\n[sop.kepala.ragu]\n"dasar_hukum.1" = "x"',
            "sop[1].kepala.ragu.dasar_hukum.1",
        ),
        ('nama = "Pelaporan Kinerja"', 'nama = "P"\n[sop.naskah]\nnomor = 10', "sop[1].naskah.nomor"),
        ('waktu = "2 hari"', 'waktu = "2 hari"\nmulai = "tanggal 8 bulan berikutnya"', "sop[1].langkah[id=a].tenggat"),
        ('kala = "triwulanan"\nuraian = "Meng', 'kala = "mingguan"\nuraian = "Meng', "sop[1].langkah[id=a].tenggat"),
        ("tanggal 7 bulan berikutnya", "tanggal 30 Februari", "sop[1].langkah[id=a].tenggat"),
        ("tanggal 7 bulan berikutnya", "tanggal 7 Januari", "sop[1].langkah[id=a].tenggat"),
        ('output = ["laporan"]', 'output = ["laporan"]\ntenggat = "akhir periode"', "sop[1].langkah[id=b].tenggat"),
        ('waktu = "2 hari"', 'waktu = "5 s.d. 2 hari"', "sop[1].langkah[id=a].waktu"),
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
    pesan = _salah('judul = "x"\nhari = kerja\n')[0]
    assert "baris 2, kolom 8: hari = kerja" in pesan


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(KinerjaError) as e:
        parse_profil(b"judul = \xff", "contoh")
    assert "contoh.toml" in e.value.pesan


def test_no_sop_at_all() -> None:
    assert "sop" in _tempat(KEENAM.partition("[[sop]]")[0])


def test_a_sound_profile_with_everything_has_no_fault() -> None:
    """The near misses of the faults above."""
    teks = (
        KEENAM.replace('nama = "Pelaporan Kinerja"\n', 'nama = "P"\nperan = ["Tim", "Sekretaris", "Kepala Dinas"]\n'
                       '[sop.kepala]\ndasar_hukum = ["UU"]\nragu = { "dasar_hukum.1" = "mana?" }\n'
                       '[sop.naskah]\nnomor = "10"\n')
        .replace('output = ["laporan"]', 'output = ["laporan"]\ntenggat = "tanggal 7 bulan berikutnya"')
        .replace('jika_ditolak = "a"', 'jika_ditolak = "a"\nkeputusan = ["ya", "tidak"]')
        .replace('waktu = "2 hari"', 'waktu = "2 hari"\nmulai = "tanggal 7 bulan berikutnya"')
    )  # fmt: skip
    sop = parse_profil(teks.encode(), "contoh").sop[0]
    assert sop.peran[0] == "Tim"
    assert sop.kepala.ragu == (("dasar_hukum.1", "mana?"),)
    assert sop.naskah.nomor == "10"
    assert sop.langkah[1].keputusan == ("ya", "tidak")
    assert dict(sop.langkah[1].tafsiran_pada)["pelaksana"] == "kolomnya kosong"


def test_the_offices_own_file_wins(tmp_path: Path) -> None:
    (tmp_path / "bantul.toml").write_text(KEENAM, encoding="utf-8-sig")
    assert load_profil("bantul", tmp_path).judul.startswith("Pelaporan Kinerja")
    assert load_profil("bantul").judul.startswith("Mekanisme")
    (tmp_path / "bantul.toml").write_text("judul = 1", encoding="utf-8")
    with pytest.raises(ProfilRusak) as e:
        load_profil("bantul", tmp_path)
    assert {s.kunci for s in e.value.salah} >= {"judul", "peran", "sop"}


_NILAI = st.recursive(
    st.one_of(
        st.text(max_size=8), st.integers(), st.booleans(), st.floats(), st.datetimes(), st.none(),
        st.sampled_from(["ya", "Tim", "a", "b", "tahunan", "120 hari", "tanggal 99 Januari", "akhir periode"]),
    ),
    lambda x: st.lists(x, max_size=3) | st.dictionaries(st.text(max_size=6), x, max_size=3),
    max_leaves=6,
)  # fmt: skip


def _jalur(nilai: object, awal: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    isi = nilai.items() if isinstance(nilai, dict) else enumerate(nilai) if isinstance(nilai, list) else ()
    return [j for k, v in isi for j in ((*awal, k), *_jalur(v, (*awal, k)))]


@settings(deadline=None)  # a busy machine is not a fault
@given(st.data())
def test_no_value_of_any_kind_gives_a_traceback(data: st.DataObject) -> None:
    """Any key may hold anything: the answer is a profile, or faults with key paths."""
    akar = tomllib.loads(KEENAM)
    for _ in range(data.draw(st.integers(1, 4))):
        *induk, kunci = data.draw(st.sampled_from(_jalur(akar)))
        tempat: Any = akar
        for k in induk:
            tempat = tempat[k]
        if data.draw(st.booleans()) and isinstance(tempat, dict):
            tempat.pop(kunci)
        else:
            tempat[kunci] = data.draw(_NILAI)
    salah: list[Salah] = []
    baca_profil(Tabel(akar, "", salah), "acak")
    assert all(s.kunci and s.pesan for s in salah)


@settings(deadline=None)  # a busy machine is not a fault
@given(st.data())
def test_no_damaged_file_gives_a_traceback(data: st.DataObject) -> None:
    isi = bytearray(KEENAM.encode())
    for _ in range(data.draw(st.integers(1, 5))):
        di = data.draw(st.integers(0, len(isi) - 1))
        isi[di : di + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=6))
    with contextlib.suppress(KinerjaError):
        parse_profil(bytes(isi), "acak")


@pytest.mark.parametrize(
    "isi", ["a = " + "[" * 5000, "a = " + "9" * 5000, "a = {" * 3000, "a = 1e999999999999", "\x00"]
)
def test_hostile_files_are_refused(isi: str) -> None:
    with pytest.raises(ProfilRusak):
        parse_profil(isi.encode(), "acak")
