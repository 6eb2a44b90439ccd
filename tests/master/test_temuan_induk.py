"""Every MST code: one spoilt master that gives it, at the cell named, and nothing else besides."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from buat_buku import BELUM_DIHITUNG, GALAT_RUMUS, Isi, Tabel, baca, baris, indikator, isi, kode_sel, persen, semua

from kinerja.catalogue import ATURAN
from kinerja.findings import Tingkat
from kinerja.master.checks import check_master
from kinerja.master.pengaturan import Pengaturan

Ubah = Callable[[Tabel], object]
A12 = [80] * 12


def _hapus(lembar: str) -> Ubah:
    return lambda t: t.pop(lembar)


def _ganti_nama(lama: str, baru: str) -> Ubah:
    return lambda t: t.update({baru: t.pop(lama)})


def _hapus_baris(lembar: str, *nomor: int) -> Ubah:
    def ubah(t: Tabel) -> None:
        t[lembar] = [b for n, b in enumerate(t[lembar], 1) if n not in nomor]

    return ubah


def _bulan(nomor: int, *target: Isi) -> Ubah:
    """Fills Jan … Tahun of a row of Target."""

    def ubah(t: Tabel) -> None:
        t["Target"][nomor - 1][2:] = list(target)

    return ubah


def _dua_unit_ya_tidak() -> Ubah:
    dua = baris("Target", "A6", "IRB1", *([None] * 5 + ["Ya"]) * 2, "Ya")
    return semua(isi("Indikator", "J7", "Rata-rata"), dua)


KASUS: tuple[tuple[str, str, Ubah], ...] = (
    ("MST003", "Tim!None", _hapus("Tim")),
    ("MST003", "Unit!None", _ganti_nama("Unit", "Units")),
    ("MST004", "Target!O1", isi("Target", "O1", "Tahunan")),
    ("MST004", "Sasaran!B1", isi("Sasaran", "B1", "Uraian tujuan yang lain")),
    ("MST005", "Tim!E1", isi("Tim", "E1", "Nama")),
    ("MST006", "Tim!A2", _hapus_baris("Tim", 2)),
    ("MST007", "Instansi!A4", isi("Instansi", "A4", "Alamt")),
    ("MST008", "Instansi!A14", _hapus_baris("Instansi", 9)),
    ("MST009", "Anggaran 1!None", _ganti_nama("Anggaran", "Anggaran 1")),
    ("MST028", "Rapat!A1", lambda t: t["Rapat"].__setitem__(0, ["x"])),
    ("MST010", "Indikator!M2", isi("Indikator", "M2", None)),
    ("MST010", "Unit!B4", isi("Unit", "B4", "  ")),
    ("MST011", "Indikator!G3", isi("Indikator", "G3", "Maximal")),
    ("MST011", "Indikator!H4", isi("Indikator", "H4", "R/T")),
    ("MST012", "Target!C2", isi("Target", "C2", "delapan puluh")),
    ("MST013", "Anggaran!F3", isi("Anggaran", "F3", "1.125")),
    ("MST014", "Target!D6", isi("Target", "D6", GALAT_RUMUS)),
    ("MST015", "Target!D6", isi("Target", "D6", BELUM_DIHITUNG)),
    ("MST016", "Target!C6", isi("Target", "C6", "2,5")),
    ("MST017", "Libur!A3", isi("Libur", "A3", "17 Agutsus 2026")),
    ("MST018", "Unit!A5", baris("Unit", "sek", "Sekretariat")),
    ("MST019", "Unit!C3", isi("Unit", "C3", "SEKR")),
    ("MST019", "Riwayat!A3", isi("Riwayat", "A3", "A9")),
    ("MST019", "Aturan!B2", isi("Aturan", "B2", "A9")),
    ("MST020", "Indikator!M2", isi("Indikator", "M2", 9)),
    ("MST020", "Indikator!L2", isi("Indikator", "L2", 0)),
    ("MST021", "LHE!A2", isi("LHE", "A2", Decimal("2025.5"))),
    ("MST022", "Unit!A5", baris("Unit", "IRB/2", "Irban II")),
    ("MST023", "Target!C6", isi("Target", "C6", date(2026, 5, 2))),
    ("MST024", "Target!C6", isi("Target", "C6", persen("0.8"))),
    ("MST040", "Unit!C2", isi("Unit", "C2", "SBP")),
    ("MST041", "Tim!C2", isi("Tim", "C2", Decimal(197509202000032000))),
    ("MST042", "Tim!C2", isi("Tim", "C2", "19750920 200003 2 0")),
    ("MST043", "Pejabat!F3", isi("Pejabat", "F3", date(2026, 6, 1))),
    ("MST044", "Pejabat!G2", isi("Pejabat", "G2", date(2020, 6, 30))),
    ("MST050", "Indikator!H2", isi("Indikator", "H2", "T/R")),
    ("MST051", "Indikator!H4", isi("Indikator", "H4", None)),
    ("MST052", "Indikator!J3", isi("Indikator", "J3", None)),
    ("MST053", "Indikator!I5", isi("Indikator", "I5", "Rata-rata")),
    ("MST054", "Indikator!J3", isi("Indikator", "J3", "Rasio")),
    ("MST055", "Indikator!J2", isi("Indikator", "J2", "Jumlah")),
    ("MST056", "Indikator!D5", isi("Indikator", "D5", "Skala AKP")),
    ("MST057", "Skala!C3", semua(isi("Skala", "C3", 1), _bulan(7, *[None] * 11, "A", "A"), isi("Riwayat", "D4", "A"))),
    ("MST058", "Indikator!G5", isi("Indikator", "G5", "Rentang Maksimal")),
    ("MST059", "Indikator!N2", semua(isi("Indikator", "N2", 10), isi("Indikator", "O2", 5))),
    ("MST060", "Indikator!P3", semua(*(isi("Indikator", f"P{n}", 50) for n in (2, 4, 5, 6, 7)))),
    ("MST061", "Indikator!P5", semua(*(isi("Indikator", f"P{n}", int(n < 5)) for n in range(2, 8)))),
    ("MST062", "Indikator!P5", semua(*(isi("Indikator", f"P{n}", 20) for n in (2, 3, 4)))),
    ("MST063", "Indikator!I3", semua(isi("Indikator", "D3", "%"), _bulan(4, *[2] * 12, 24))),
    ("MST064", "Indikator!G3", isi("Indikator", "C3", "Angka kematian ibu")),
    ("MST064", "Indikator!G3", isi("Indikator", "C3", "Menurunnya jumlah temuan")),
    ("MST064", "Indikator!G3", isi("Indikator", "C3", "Jumlah pengaduan masyarakat")),
    ("MST064", "Indikator!G4", isi("Indikator", "C4", "Meningkatnya kecepatan layanan")),
    ("MST065", "Indikator!A4", _hapus_baris("Target", 6)),
    ("MST066", "Target!B6", isi("Target", "B6", None)),
    ("MST067", "Target!B5", isi("Target", "B5", "SBP")),
    ("MST070", "Target!C8", isi("Target", "C8", "7-8")),
    ("MST071", "Target!D4", semua(isi("Target", "D4", None), isi("Target", "F4", None))),
    ("MST072", "Target!O4", isi("Target", "O4", 13)),
    ("MST073", "Target!O4", isi("Target", "O4", None)),
    ("MST074", "Target!O6", _bulan(6, *[None] * 13)),
    ("MST075", "Target!A10", baris("Target", "A3", "IRB1", *A12, 80)),
    ("MST076", "Target!E8", isi("Target", "E8", 7)),
    ("MST077", "Target!E8", isi("Target", "E8", date(2026, 8, 7))),
    ("MST078", "Target!A9", _dua_unit_ya_tidak()),
    ("MST079", "Target!D3", _bulan(3, 80, 70, *[80] * 11)),
    ("MST080", "Target!N7", isi("Target", "N7", "BBB")),
    ("MST081", "Target!C5", semua(isi("Target", "C5", 0), isi("Target", "O5", 22))),
    ("MST082", "Target!C5", semua(isi("Target", "C5", -2), isi("Target", "O5", 20))),
    ("MST083", "Target!C2", semua(_bulan(2, *[Decimal("0.8")] * 13), baris("Target", "A1", None, *A12, 80))),
    ("MST090", "Anggaran!F2", isi("Anggaran", "F2", 301)),
    ("MST091", "Anggaran!B3", isi("Anggaran", "B3", None)),
    ("MST092", "Anggaran!F3", semua(isi("Anggaran", "F3", None), isi("Anggaran", "F2", 200))),
    ("MST093", "Anggaran!A5", baris("Anggaran", "1.01.02", "IRB1", "Kegiatan", "Kegiatan dua", None, 200)),
    ("MST100", "Riwayat!B2", isi("Riwayat", "B2", "Tahun 2025")),
    ("MST101", "Riwayat!B2", isi("Riwayat", "B2", "2026")),
    ("MST102", "Riwayat!B3", isi("Riwayat", "B3", 2025)),
    ("MST110", "Libur!A3", isi("Libur", "A3", date(2026, 1, 1))),
)  # fmt: skip

OLEH_RUANG_LAIN = {"MST029", "MST030", "MST001", "MST002"}  # found by who opens the files; MST030 in test_berkas_induk
DENGAN_SETELAN = {"MST120", "MST121"}


def test_the_valid_master_has_no_finding() -> None:
    master, temuan = baca()
    assert kode_sel(temuan) == []
    assert master is not None


@pytest.mark.parametrize(("kode", "sel", "ubah"), KASUS, ids=[f"{k}-{s}" for k, s, _ in KASUS])
def test_one_mistake_gives_one_finding_at_its_cell(kode: str, sel: str, ubah: Ubah) -> None:
    _, temuan = baca(ubah)
    assert kode_sel(temuan) == [(kode, sel)]
    assert temuan[0].tingkat is ATURAN[kode].tingkat
    assert temuan[0].pesan
    assert temuan[0].saran
    assert "{" not in temuan[0].pesan + temuan[0].saran


def test_every_code_of_the_master_has_a_case() -> None:
    semua_kode = {k for k in ATURAN if k.startswith("MST")}
    assert semua_kode == {k for k, _, _ in KASUS} | OLEH_RUANG_LAIN | DENGAN_SETELAN


def test_all_faults_come_at_once_in_the_order_of_the_sheets() -> None:
    _, temuan = baca(
        semua(
            isi("Target", "C4", "dua"),
            isi("Unit", "C3", "XYZ"),
            isi("Indikator", "K4", "Tiap bulan"),
            isi("Libur", "A2", "x"),
        )
    )
    assert kode_sel(temuan) == [
        ("MST019", "Unit!C3"),
        ("MST011", "Indikator!K4"),
        ("MST012", "Target!C4"),
        ("MST017", "Libur!A2"),
    ]


@pytest.mark.parametrize(
    ("ubah", "potongan"),
    [
        (isi("Target", "O1", "Tahunn"), "“Tahunn” di sel O1 menjadi “Tahun”"),
        (_ganti_nama("Sasaran", "Sasarn"), "“Sasarn” menjadi “Sasaran”"),
        (isi("Indikator", "G3", "Maximal"), "Mungkin maksudnya “Maksimal”"),
        (isi("Indikator", "G3", "Positif"), "Mungkin maksudnya “Maksimal”"),
        (isi("Indikator", "D5", "AKIP"), "Mungkin maksudnya “Skala AKIP”"),
        (isi("Target", "A4", "A22"), "Mungkin maksudnya “A2”"),
        (isi("Indikator", "D5", "Skala AKP"), "Mungkin maksudnya “Skala AKIP”"),
        (isi("Target", "E8", date(2026, 8, 7)), "7 Agustus 2026"),
        (isi("Target", "O4", 13), "12"),
    ],
)  # fmt: skip
def test_the_remedy_offers_the_near_miss(ubah: Ubah, potongan: str) -> None:
    _, temuan = baca(ubah)
    assert any(potongan in t.pesan + t.saran for t in temuan)


@pytest.mark.parametrize(
    "ubah",
    [
        _ganti_nama("Anggaran", "Lain-lain"),
        lambda t: [t.pop(n) for n in ("Riwayat", "Libur", "Aturan", "LHE", "Narasi", "Rapat", "Agenda")],
        lambda t: t.update({"Catatan": [["apa saja", 1], ["boleh"]]}),
        isi("Target", "Q1", "Keterangan"),
        isi("Target", "Q6", GALAT_RUMUS),
        lambda t: t["Unit"].insert(0, ["DAFTAR UNIT"]),
        lambda t: t["Target"].insert(4, []),
        isi("Target", "C1", " jan "),
        isi("Indikator", "G3", "maksimal "),
        isi("Indikator", "H4", "t / r"),
        isi("Indikator", "Q2", True),
        _bulan(6, *[None] * 12, 5),
        _bulan(2, *[persen("0.8")] * 13),
        _bulan(3, *[Decimal(80)] * 13),
        _bulan(9, *[None] * 5, True, *[None] * 5, False, False),
        isi("Riwayat", "B3", date(2025, 12, 1)),
        isi("Target", "E8", "7 – 8 hari"),
        isi("Indikator", "C3", "Jumlah pengaduan masyarakat yang ditangani"),
        baris("Anggaran", "1.01.02", "IRB1", "Kegiatan", "Kegiatan dua", None, 200, date(2026, 9, 1)),
        isi("Anggaran", "F2", None),
        isi("Anggaran", "F3", "Rp 100"),
        isi("Libur", "A3", "17 Agustus 2026"),
        isi("Tim", "C2", "19750920 200003 2 004"),
        isi("Pejabat", "F3", date(2026, 7, 15)),
        semua(*(isi("Indikator", f"P{n}", 25) for n in range(2, 8))),
    ],
)  # fmt: skip
def test_what_is_allowed_is_no_finding(ubah: Ubah) -> None:
    _, temuan = baca(ubah)
    assert [t for t in kode_sel(temuan) if t[0] != "MST016"] == []


def test_a_rounded_mean_may_stand_as_the_annual_target() -> None:
    rata = [80, 85, 85] * 4
    assert baca(_bulan(6, *rata, Decimal("83.33")))[1] == ()
    assert kode_sel(baca(_bulan(6, *rata, Decimal("83.34")))[1]) == [("MST072", "Target!O6")]


def test_a_dpa_perubahan_that_no_longer_adds_up_is_named_once() -> None:
    _, temuan = baca(baris("Anggaran", "1.01.02", "IRB1", "Kegiatan", "Kegiatan dua", None, 250, date(2026, 9, 1)))
    assert kode_sel(temuan) == [("MST090", "Anggaran!F2")]
    assert "Rp350" in temuan[0].pesan


def test_faults_of_an_indicator_do_not_cascade_into_its_targets() -> None:
    _, temuan = baca(semua(isi("Indikator", "F2", "Ratio"), isi("Target", "C2", "x")))
    assert kode_sel(temuan) == [("MST011", "Indikator!F2")]
    _, temuan = baca(isi("Indikator", "D5", "Skala lain sama sekali"))
    assert kode_sel(temuan) == [("MST056", "Indikator!D5")]


def test_targets_are_still_checked_where_the_indicator_has_another_fault() -> None:
    _, temuan = baca(semua(isi("Indikator", "M3", None), isi("Target", "O4", 13)))
    assert kode_sel(temuan) == [("MST010", "Indikator!M3"), ("MST072", "Target!O4")]
    master, temuan = baca(semua(isi("Indikator", "C1", "Nama"), isi("Target", "O4", 13), isi("Target", "B6", "IRB")))
    assert kode_sel(temuan) == [("MST004", "Indikator!C1"), ("MST072", "Target!O4"), ("MST019", "Target!B6")]
    assert master is None


def test_settings_and_master_together() -> None:
    master, _ = baca(lambda t: t["Libur"].__delitem__(slice(1, None)))
    assert master is not None
    assert check_master(master, Pengaturan(), kerja=False) == ()
    triwulan = check_master(master, Pengaturan(pengumpulan="triwulanan", tenggat_libur="geser"), kerja=False)
    assert kode_sel(triwulan) == [
        ("MST120", "Indikator!K2"), ("MST120", "Indikator!K3"), ("MST120", "Indikator!K4"),
        ("MST121", "Libur!None"), ("MST121", "Libur!None"),
    ]  # fmt: skip
    tahun = [f"tahun {master.instansi.tahun}", f"tahun {master.instansi.tahun + 1}"]  # December is due in the next
    assert [n in t.pesan for n, t in zip(tahun, triwulan[-2:], strict=True)] == [True, True]
    assert triwulan[0].tingkat is Tingkat.GALAT


def test_a_row_without_code_is_a_fault_at_its_code_cell() -> None:
    _, temuan = baca(baris("Indikator", *[None, *indikator("", "S1", "Tanpa kode", "%", "Angka", kons="Terakhir")[1:]]))
    assert kode_sel(temuan) == [("MST010", "Indikator!A8")]
