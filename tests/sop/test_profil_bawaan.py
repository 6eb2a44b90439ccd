"""The five shipped profiles hold what the published SOPs say."""

import pytest

from kinerja.sop.ambang import AMBANG
from kinerja.sop.json import profil_json
from kinerja.sop.loader import daftar_profil, load_profil
from kinerja.sop.model import Langkah, Profil

LIMA = ("bantul", "karanganyar", "kerja_sama", "sungai_penuh", "wonosobo")


def _langkah(profil: Profil) -> dict[str, Langkah]:
    return {x.id: x for s in profil.sop for x in s.langkah}


def test_the_five_profiles_are_there() -> None:
    assert daftar_profil() == LIMA


@pytest.mark.parametrize(
    ("nama", "id_langkah"),
    [
        ("karanganyar", [str(n) for n in range(1, 13)]),
        ("wonosobo", [str(n) for n in range(1, 14)]),
        ("bantul", [str(n) for n in range(1, 10)]),
        ("sungai_penuh", [str(n) for n in range(1, 9)]),
        (
            "kerja_sama",
            ["E1-1", "E1-2", "E1-3", "E1-4", "E1-7", "E1-R", "E1-8"]
            + [f"E2-{n}" for n in range(1, 9)]
            + [f"E3-{n}" for n in range(1, 11)],
        ),
    ],
)
def test_every_step_is_there_in_order_and_complete(nama: str, id_langkah: list[str]) -> None:
    profil = load_profil(nama)
    assert [x.id for s in profil.sop for x in s.langkah] == id_langkah
    for x in _langkah(profil).values():
        assert x.uraian
        assert x.pelaksana
        assert x.dihasilkan_oleh
        assert x.waktu or x.id in ("E2-1", "E3-1")  # for these two the SOP prints no duration and no output
        assert x.output or x.id in ("E2-1", "E3-1")


def test_rejection_paths() -> None:
    jalur = {(n, x.id): x.jika_ditolak for n in LIMA for x in _langkah(load_profil(n)).values() if x.jika_ditolak}
    assert jalur == {
        ("karanganyar", "6"): "5",
        ("karanganyar", "9"): "8",
        ("bantul", "8"): "7",
        ("kerja_sama", "E2-6"): "E2-5",
        ("kerja_sama", "E2-7"): "E2-5",
        ("kerja_sama", "E3-5"): "E3-4",
        ("kerja_sama", "E3-7"): "E3-4",
    }
    ditafsir = {(n, x.id) for n in LIMA for x in _langkah(load_profil(n)).values() if x.tafsiran}
    assert {kunci for kunci in jalur if kunci[0] != "karanganyar"} <= ditafsir


def test_deadlines_that_the_sops_print() -> None:
    tenggat = {x.id: x.tenggat for x in _langkah(load_profil("karanganyar")).values() if x.tenggat}
    assert tenggat == {
        "1": "tanggal 10 Januari",
        "2": "tanggal 15 Januari",
        "5": "tanggal 5 bulan berikutnya",
        "12": "tanggal 15 bulan berikutnya",
    }
    for nama in LIMA[:1] + LIMA[2:]:  # no dates printed: the office's own setting
        assert {x.tenggat for x in _langkah(load_profil(nama)).values()} <= {None, "batas isian", "batas kirim"}


def test_numbers_as_printed() -> None:
    e1 = load_profil("kerja_sama").sop[0]
    assert [x.no for x in e1.langkah] == ["1", "2", "3", "4", "7", "", "8"]


def test_inferences_are_marked() -> None:
    kosong = {x.id for x in _langkah(load_profil("karanganyar")).values() if x.tafsiran}
    assert kosong == {"7"}
    assert {x.id for x in _langkah(load_profil("bantul")).values() if not x.tafsiran} == {"1", "9"}
    assert {x.id for x in _langkah(load_profil("sungai_penuh")).values() if not x.tafsiran} == {"1", "2"}


def test_chain_of_reports_and_way_of_counting_days() -> None:
    rantai = {n: (load_profil(n).laporan, load_profil(n).hari) for n in LIMA}
    assert rantai == {
        "karanganyar": (("bulanan",), "kalender"),
        "bantul": (("bulanan", "triwulan", "semester", "tahunan"), "kalender"),
        "wonosobo": (("tahunan",), "kalender"),
        "sungai_penuh": (("tahunan",), "kerja"),
        "kerja_sama": (("tahunan",), "kalender"),
    }


def test_json_of_a_profile_follows_the_contract() -> None:
    isi = profil_json(load_profil("karanganyar"))
    assert list(isi)[:2] == ["profil", "sop"]
    assert isi["profil"] == "karanganyar"
    langkah = isi["sop"][0]["langkah"]  # type: ignore[index]  # it is JSON
    kontrak = dict(list(langkah[5].items())[:12])  # further keys stand after those of the contract
    assert kontrak == {
        "id": "6",
        "no": "6",
        "kala": "bulanan",
        "uraian": langkah[5]["uraian"],
        "pelaksana": ["Tim Pengukuran Kinerja"],
        "kelengkapan": ["formulir isian data kinerja yang telah diisi", "Kertas Kerja Validasi"],
        "waktu": "2 hari",
        "output": ["data kinerja valid dan lengkap"],
        "keterangan": "",
        "jika_ditolak": "5",
        "tenggat": None,
        "dihasilkan_oleh": "kertas_kerja_validasi",
    }
    assert langkah[6]["tafsiran_pada"] == {"no": "tercetak 8, sama dengan langkah sesudahnya"}
    assert [x["kala"] for x in langkah[:5]] == ["tahunan", "tahunan", "bulanan", "mingguan", "bulanan"]


@pytest.mark.parametrize("nama", LIMA)
def test_thresholds_stand_in_the_profile(nama: str) -> None:
    assert dict(load_profil(nama).ambang) == dict(AMBANG)


def test_header_boxes_as_published() -> None:
    kotak = {n: load_profil(n).sop[0].kepala for n in LIMA}
    isi = ("dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan")
    banyak = {n: tuple(len(getattr(k, x)) for x in isi) for n, k in kotak.items()}
    assert banyak == {
        "karanganyar": (3, 4, 2, 5, 1, 1),
        "wonosobo": (5, 3, 1, 3, 1, 1),
        "bantul": (3, 3, 3, 2, 1, 1),
        "sungai_penuh": (6, 3, 1, 3, 3, 2),
        "kerja_sama": (0, 0, 0, 0, 0, 0),  # the scan has no header
    }
    assert all(k.nomor == k.tanggal_efektif == "" for k in kotak.values())  # the office's own, to be filled in
    naskah = {n: load_profil(n).sop[0].naskah for n in LIMA}
    assert (naskah["bantul"].nomor, naskah["bantul"].tanggal_pembuatan) == ("10 Tahun 2023", "7 Februari 2023")
    assert (naskah["sungai_penuh"].nomor, naskah["sungai_penuh"].tanggal_revisi) == ("BKPSDM.1.7-2017", "-")


def test_an_obvious_slip_is_flagged_and_not_mended() -> None:
    kepala = load_profil("bantul").sop[0].kepala
    assert "Kota Depok" in kepala.dasar_hukum[2]
    assert dict(kepala.ragu).keys() == {"dasar_hukum.3"}


@pytest.mark.parametrize("nama", LIMA)
def test_every_inference_says_of_which_key(nama: str) -> None:
    for x in _langkah(load_profil(nama)).values():
        assert x.tafsiran == bool(x.tafsiran_pada), x.id


def test_columns_of_the_three_sops_of_kerja_sama_as_printed() -> None:
    assert [s.peran for s in load_profil("kerja_sama").sop] == [
        ("Kabag", "Kasubag", "Tim Penyusunan SAKIP", "Staf"),
        ("Kabag", "Kasubag Pengendalian", "Kasubag AD", "Kasubag LN", "Staf"),
        ("Kabag", "Kasubag", "Staf"),
    ]


def test_decisions_that_are_printed() -> None:
    ya = {(n, x.id): x.keputusan for n in LIMA for x in _langkah(load_profil(n)).values() if x.keputusan}
    assert ya == {
        ("bantul", "7"): ("ya",),
        ("bantul", "8"): ("tidak",),
        ("bantul", "9"): ("ya",),
        **dict.fromkeys((("kerja_sama", i) for i in ("E2-6", "E2-7", "E3-5", "E3-7")), ("ya", "tidak")),
    }
