"""Every kind of slip in every kind of cell of a form filled rightly: one finding, of the right code, at that cell.

What gives none, or stands elsewhere, is listed with its reason: in the tables as `-`, and in KECUALI.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from itertools import combinations
from typing import Any

import pytest
from validate.dunia_kecil import KA, Formulir, K, L, angka, galat, rumus

from kinerja.domain.formulir import TIDAK_DIUKUR, Kolom, KolomAnggaran
from kinerja.findings import Tingkat
from kinerja.workbook.model import Jenis, Sel

Tempat = tuple[str, Kolom | KolomAnggaran]

# The kinds of input cells. `luar` is not measured in March.
TEMPAT: Mapping[str, Tempat] = {
    "persen": ("PSN", K.REALISASI), "bulat": ("JML", K.REALISASI), "desimal": ("MIN", K.REALISASI),
    "rentang": ("RTG", K.REALISASI), "kumulatif": ("KUM", K.REALISASI), "atas": ("RSO", K.PEMBILANG),
    "bawah": ("RSO", K.PENYEBUT), "atas_kumulatif": ("RSK", K.PEMBILANG), "bawah_kumulatif": ("RSK", K.PENYEBUT),
    "uang": ("6.01.01", KA.REALISASI), "predikat": ("PRD", K.REALISASI), "ya": ("YAT", K.REALISASI),
    "luar": ("SEM", K.REALISASI),
}  # fmt: skip
BAGIAN = ("atas", "bawah", "atas_kumulatif", "bawah_kumulatif")


@dataclass(frozen=True)
class Salah:
    """A slip: the code in cells of numbers, and where it differs. `-`: nothing to find, for the reason in the table."""

    nama: str
    isi: Any
    angka: str
    lain: Mapping[str, str] = field(default_factory=dict)
    predikat: str = "ISI016"
    ya: str = "ISI017"
    luar: str = "ISI018"

    def kode(self, jenis: str) -> str:
        khusus = {"predikat": self.predikat, "ya": self.ya, "luar": self.luar}
        return self.lain.get(jenis) or khusus.get(jenis) or self.angka


def _bagian(kode: str) -> dict[str, str]:
    return dict.fromkeys(BAGIAN, kode)


KOSONG: dict[str, Any] = {
    "angka": "ISI001", "lain": _bagian("ISI002") | {"uang": "ISI028"}, "predikat": "ISI001", "ya": "ISI001",
    "luar": "-",  # as it should be
}  # fmt: skip
SALAH: tuple[Salah, ...] = (
    Salah("kosong", None, **KOSONG),
    Salah("spasi", "  ", **KOSONG),
    Salah("spasi_tak_putus", "\u00a0", **KOSONG),
    Salah("setrip", "-", "ISI009", luar="-"),  # says that there is nothing, which is true
    Salah("nihil", "nihil", "ISI009"),
    Salah("n_a", "n/a", "ISI009", luar="-"),
    Salah("teks", "sudah baik", "ISI003"),
    Salah("persen_teks", "85,5%", "ISI026", {"persen": "-"}),  # 85,5 % of a percentage has one reading: a note
    # Parts of a ratio may be money, and so is money itself; what is left is its size, beyond the target of RSK.
    Salah("rupiah", "Rp 24", "ISI024", _bagian("-") | {"uang": "-", "bawah_kumulatif": "HTG010@RSK"}),
    Salah("pecahan", 0.95, "ISI012", {
        "persen": "ISI005", "desimal": "ISI012", "uang": "-",  # 95 sen
        "atas": "-", "bawah": "ISI015@atas", "atas_kumulatif": "SLR006", "bawah_kumulatif": "HTG010@RSK",
    }),
    Salah("titik", "1.125", "ISI004"),
    Salah("koma", "1,125", "ISI004", {"persen": "ISI005"}),
    Salah("tanggal", date(2026, 5, 3), "ISI007"),
    Salah("jam", Sel("A1", Jenis.TANGGAL, time(3, 5)), "ISI007"),
    Salah("galat", galat("#N/A"), "ISI019", predikat="ISI019", ya="ISI019"),
    Salah("galat_rumus", galat("#REF!", "A1"), "ISI019", predikat="ISI019", ya="ISI019"),
    Salah("belum_dihitung", rumus("40+45"), "ISI020", predikat="ISI020", ya="ISI020"),
    Salah("logika", True, "ISI022"),
    Salah("negatif", -5, "ISI011", {"uang": "HTG008"}),
    Salah("terlalu_besar", 10**40, "ISI003"),
    Salah("desimal_berlebih", 85.12345, "ISI012", {  # of the parts of a ratio no number of places is declared
        "atas": "ISI015", "bawah": "-", "atas_kumulatif": "HTG010@RSK", "bawah_kumulatif": "-", "kumulatif": "ISI012",
    }),
    Salah("angka_lebar", "８５", "ISI003"),
    Salah("angka_arab", "٨٥", "ISI003"),
    Salah("dengan_satuan", "3 Kab", "ISI024"),
    Salah("ilmiah", "1e3", "ISI024"),
    Salah("setengah", "½", "ISI003"),
    Salah("kurang_lebih", "±5", "ISI003"),
    Salah("sekitar", "~80", "ISI003"),
    Salah("per", "85/90", "ISI008"),
    Salah("rentang", "80 - 90%", "ISI008"),
    Salah("format_lain", angka(5, '"95"'), "ISI006"),
    Salah("format_tersembunyi", angka(5, ";;;"), "ISI006"),
    Salah("format_bertulisan", angka(24, '0 "unit"'), "ISI027"),
    Salah("format_persen", angka("0.85", "0%"), "ISI026", {"persen": "-"}),  # 85 %, as it is shown
)  # fmt: skip


def _formulir() -> Formulir:
    """A form without fault, in which every deviation is explained beforehand."""
    f = Formulir()
    for kode in f.baris:
        f.jelaskan(kode)
    return f


def _temuan(f: Formulir, *, catatan: bool = False) -> list[tuple[str, str | None]]:
    return [
        (t.kode, t.sumber.sel) for t in f.nilai().temuan if catatan or t.tingkat is not Tingkat.CATATAN
    ]  # fmt: skip


def _harap(kode: str, tempat: Tempat, f: Formulir) -> list[tuple[str, str | None]]:
    """`-`: nothing. `ISI015@atas`, `HTG010@RSK`: at another cell, the one where a reader looks for the fault."""
    if kode == "-":
        return []
    kode, _, lain = kode.partition("@")
    if lain:
        tempat = TEMPAT.get(lain, (lain, K.REALISASI))
    return [(kode, f.sel(*tempat))]


def test_the_form_itself_is_clean() -> None:
    assert _temuan(_formulir(), catatan=True) == []


@pytest.mark.parametrize("salah", SALAH, ids=lambda s: s.nama)
@pytest.mark.parametrize("jenis", TEMPAT)
def test_one_slip_one_finding(salah: Salah, jenis: str) -> None:
    f, tempat = _formulir(), TEMPAT[jenis]
    f.isi(*tempat, salah.isi)
    assert _temuan(f) == _harap(salah.kode(jenis), tempat, f)


# What text is read as a number at all: with a note that says how, and nothing else.
@pytest.mark.parametrize(
    ("jenis", "isi"),
    [("persen", "85"), ("persen", " 85 "), ("persen", "'85"), ("persen", "85,5 %"), ("persen", "85.5"), ("bulat", "05"),
     ("uang", "Rp 100.000"), ("uang", "100.000,50"), ("uang", "100 000"), ("uang", "Rp100.000,-"), ("atas", "21,0")],
)  # fmt: skip
def test_text_with_one_reading_is_a_note(jenis: str, isi: str) -> None:
    f, tempat = _formulir(), TEMPAT[jenis]
    f.isi(*tempat, isi)
    assert _temuan(f, catatan=True) == [("ISI023", f.sel(*tempat))]


# Zero, blank, error, uncalculated and "no data" are five things: what is found, and what figure is taken over.
_LIMA: Mapping[str, Any] = {"nol": 0, "kosong": None, "galat": galat(), "belum": rumus("1+1"), "tanpa_data": "-"}


@pytest.mark.parametrize("jenis", ["persen", "bulat", "kumulatif", "atas", "bawah", "uang"])
def test_five_different_things(jenis: str) -> None:
    kode, kolom = TEMPAT[jenis]
    hasil = {}
    for nama, isi in _LIMA.items():
        f = _formulir()
        f.isi(kode, kolom, isi)
        nilai = f.nilai()
        if jenis == "uang":
            terbaca = {a.kode: a.realisasi for a in nilai.isi.anggaran}.get(kode)
        else:
            fakta = {x.indikator: x for x in nilai.isi.fakta}.get(kode)
            medan = {"atas": "pembilang", "bawah": "penyebut"}.get(jenis, "nilai")
            terbaca = getattr(fakta, medan) if fakta is not None else None
        hasil[nama] = (tuple(t.kode for t in nilai.temuan), terbaca)
    assert len(set(hasil.values())) == len(_LIMA)
    # A denominator of 0 under a numerator above it is a fault, and no figure.
    assert hasil["nol"][1] == (None if jenis == "bawah" else 0)
    assert {hasil[x][1] for x in ("kosong", "galat", "belum", "tanpa_data")} == {None}


def test_no_data_in_a_scale_is_not_blank_either() -> None:
    for kode in ("PRD", "YAT"):
        hasil = set()
        for isi in (0, None, galat(), rumus("A1"), "-"):
            f = _formulir()
            f.isi(kode, K.REALISASI, isi)
            hasil.add(tuple(t.kode + (t.tertulis or "") for t in f.nilai().temuan))
        assert len(hasil) == 5


# What may happen to a locked cell; a formula without any cell in it is a constant in disguise.
UBAHAN: Mapping[str, Any] = {
    "dikosongkan": None, "spasi": " ", "setrip": "-", "teks": "lain", "angka": 77, "galat": galat(), "logika": True,
    "tanggal": date(2026, 5, 3), "rumus_tetapan": rumus("70+7", 77), "rumus_belum": rumus("70+7"),
}  # fmt: skip
TERKUNCI: Mapping[Kolom, str] = {
    K.SASARAN: "BTK035", K.INDIKATOR: "BTK033", K.SATUAN: "BTK034", K.TARGET_TAHUN: "BTK031",
    K.TARGET_PERIODE: "BTK031", K.TARGET_SD: "BTK031", K.REALISASI_SD_LALU: "BTK032",
    K.PEMBILANG: "BTK011", K.PENYEBUT: "BTK011",
    K.REALISASI: "HTG001", K.REALISASI_SD: "HTG002", K.CAPAIAN: "HTG003",
}  # fmt: skip
TERKUNCI_ANGGARAN: Mapping[KolomAnggaran, str] = {
    KA.URAIAN: "BTK043", KA.PAGU: "BTK040", KA.REALISASI_SD_LALU: "BTK041", KA.REALISASI_SD: "HTG004",
    KA.SERAPAN: "HTG005",
}  # fmt: skip
_BERUMUS = ("HTG001", "HTG002", "HTG003", "HTG004", "HTG005")


def _kosong(ubahan: str) -> bool:
    return ubahan in ("dikosongkan", "spasi", "setrip")


def _kode_terkunci(kode: str, kolom: Kolom | KolomAnggaran, ubahan: str, biasa: str) -> str:
    if biasa in _BERUMUS and ubahan in ("dikosongkan", "spasi"):
        return "-"  # nothing is read from a formula; without one the cell is only blank
    if _kosong(ubahan):
        if biasa == "BTK011":
            return "-"  # the row has no such parts
        if kode == "SEM" and kolom in (K.TARGET_PERIODE, K.TARGET_SD, K.REALISASI_SD_LALU):
            return "-"  # issued empty: not measured before June
    return biasa


_RASIO = ("RSO", "RSK")


@pytest.mark.parametrize("ubahan", UBAHAN)
@pytest.mark.parametrize("kolom", TERKUNCI)
def test_one_locked_cell_one_finding(kolom: Kolom, ubahan: str) -> None:
    for kode in Formulir().baris:
        if kolom in (K.REALISASI, K.PEMBILANG, K.PENYEBUT) and (kolom is K.REALISASI) != (kode in _RASIO):
            continue  # an input cell
        f = _formulir()
        f.isi(kode, kolom, UBAHAN[ubahan])
        assert _temuan(f) == _harap(_kode_terkunci(kode, kolom, ubahan, TERKUNCI[kolom]), (kode, kolom), f), kode


@pytest.mark.parametrize("ubahan", UBAHAN)
@pytest.mark.parametrize("kolom", TERKUNCI_ANGGARAN)
def test_one_locked_cell_of_the_budget_one_finding(kolom: KolomAnggaran, ubahan: str) -> None:
    f, tempat = _formulir(), ("6.01.01", kolom)
    f.isi(*tempat, UBAHAN[ubahan])
    assert _temuan(f) == _harap(_kode_terkunci(*tempat, ubahan, TERKUNCI_ANGGARAN[kolom]), tempat, f)


@pytest.mark.parametrize("kode", Formulir().baris)
@pytest.mark.parametrize("tulis", ["", "XYZ", "77"])
def test_one_kode_changed_one_finding(kode: str, tulis: str) -> None:
    f = _formulir()
    f.isi(kode, K.KODE, tulis)
    assert _temuan(f) == [("BTK030", f.sel(kode, K.KODE))]


@pytest.mark.parametrize(("kode", "lain"), [("JML", "PSN"), ("PSN", "JML"), ("RSO", "RSK"), ("SEM", "PSN")])
def test_kode_of_another_row_is_one_finding(kode: str, lain: str) -> None:
    f = _formulir()
    f.isi(kode, K.KODE, lain)
    hasil = f.nilai()
    assert [(t.kode, t.sumber.sel, t.diharapkan) for t in hasil.temuan] == [("BTK030", f.sel(kode, K.KODE), kode)]
    assert lain in {x.indikator for x in hasil.isi.fakta}  # the row whose Kode was taken is read


@pytest.mark.parametrize("kode", Formulir().baris)
def test_one_row_gone_or_doubled_is_one_finding(kode: str) -> None:
    hilang, ganda = _formulir(), _formulir()
    hilang.baris.pop(kode)
    assert _temuan(hilang) == [("BTK027", None)]
    ganda.salinan.append(kode)
    assert _temuan(ganda) == [("BTK029", f"B{7 + len(ganda.baris)}")]


# A formula replaced by a figure: the same digits are a warning, others a galat; the cells that read it are not named.
@pytest.mark.parametrize(
    ("kode", "kolom", "sama"),
    [("PSN", K.REALISASI_SD, "82,33"), ("PSN", K.CAPAIAN, "106,25"), ("JML", K.REALISASI_SD, "12"),
     ("RSO", K.REALISASI, "87,5"), ("RSO", K.REALISASI_SD, "83,56"), ("RSO", K.CAPAIAN, "109,38"),
     ("KUM", K.REALISASI_SD, "32"), ("PRD", K.REALISASI_SD, "BB"), ("PRD", K.CAPAIAN, "100"),
     ("YAT", K.CAPAIAN, "100"), ("MIN", K.CAPAIAN, "100"), ("RTG", K.REALISASI_SD, "7,5"), ("RTG", K.CAPAIAN, "100"),
     ("RSK", K.CAPAIAN, "110")],
)  # fmt: skip
def test_formula_typed_over(kode: str, kolom: Kolom, sama: str) -> None:
    f, lain = _formulir(), _formulir()
    f.isi(kode, kolom, sama)
    assert _temuan(f) == [("BTK036", f.sel(kode, kolom))]
    lain.isi(kode, kolom, 31)
    assert _temuan(lain) == [(TERKUNCI[kolom], lain.sel(kode, kolom))]


def test_row_that_is_not_measured_keeps_its_remark() -> None:
    f = _formulir()
    f.isi("SEM", K.CAPAIAN, f"  {TIDAK_DIUKUR.upper()} ")
    assert _temuan(f, catatan=True) == []


# Sheet Pengesahan: four of the cells want words, NIP its digits, Tanggal a day that is not in the future.
@pytest.mark.parametrize("label", L)
@pytest.mark.parametrize("isi", [None, " ", "-", "n/a", galat(), rumus("A1"), 77, True, "Tidak tahu"], ids=str)
def test_one_cell_of_pengesahan_one_finding(label: L, isi: Any) -> None:
    f = _formulir()
    f.pengesahan[label] = isi
    terisi = isi in (77, "Tidak tahu") or isi is True
    if label is L.NIP:
        kode = "LKP007" if terisi else "LKP006"
    elif label is L.TANGGAL:
        kode = "ISI029" if terisi else "LKP006"
    else:
        kode = "-" if isi == "Tidak tahu" else "LKP006"
    assert _temuan(f) == ([] if kode == "-" else [(kode, f"B{5 + list(L).index(label)}")])


# One slip, two findings: both stand on the form, and neither is mended by mending the other.
KECUALI: tuple[tuple[str, Tempat, Any, list[tuple[str, Tempat]]], ...] = (
    ("the figure may be right: then its explanation is missing, and a warning alone would let the form pass without",
     ("KUM", K.REALISASI), 3, [("SLR006", ("KUM", K.REALISASI)), ("LKP003", ("KUM", K.FAKTOR_PENGHAMBAT))]),
    ("as above, of a figure with too many places",
     ("JML", K.REALISASI), 1.5, [("ISI012", ("JML", K.REALISASI)), ("LKP003", ("JML", K.FAKTOR_PENGHAMBAT))]),
)  # fmt: skip


@pytest.mark.parametrize(("sebab", "tempat", "isi", "harap"), KECUALI)
def test_exceptions(sebab: str, tempat: Tempat, isi: Any, harap: list[tuple[str, Tempat]]) -> None:
    assert sebab
    f = Formulir()
    f.isi(*tempat, isi)
    assert _temuan(f) == [(k, f.sel(*t)) for k, t in harap]


def test_extreme_and_unexplained_are_one_finding() -> None:
    """A capaian far below 0 is asked about by the missing explanation; once that is there, by its size."""
    f = Formulir()
    f.isi("RTG", K.REALISASI, 85)
    assert _temuan(f) == [("LKP003", f.sel("RTG", K.FAKTOR_PENGHAMBAT))]
    f.jelaskan("RTG")
    assert _temuan(f) == [("HTG010", f.sel("RTG", K.REALISASI))]


def test_hint_names_the_cells_to_touch() -> None:
    """A figure made of two cells: neither message nor hint sends the unit to the locked result alone."""
    f = _formulir()
    f.isi("RSK", K.PEMBILANG, 90)
    [t] = f.nilai().temuan
    assert (t.kode, t.sumber.sel) == ("HTG010", f.sel("RSK", K.REALISASI))
    assert f"sel {f.sel('RSK', K.PEMBILANG)} dan {f.sel('RSK', K.PENYEBUT)}" in t.saran


# What has more than one reading: all of them, and the cell to retype, stand in message and hint.
@pytest.mark.parametrize(
    ("kode", "isi", "bacaan"),
    [
        ("PSN", 0.95, ("95 %", "0,95 %", "0,95%")), ("PSN", "0,95", ("95 %", "0,95 %")),
        ("PSN", angka(85, "0.00%"), ("85 %", "8500 %")), ("PSN", "1.125", ("1125", "1,125")),
        ("PSN", "1,125", ("112,5 %", "1,125 %")), ("PSN", "1.5", ("150 %", "1,5 %")),
        ("JML", "1.125", ("1125", "1,125")), ("JML", "1,125", ("1,125", "1125")),
        ("JML", "-12.500", ("-12500", "-12,5")),
        ("JML", date(2026, 5, 3), ("3-5", "3/5", "5-3", "5/3")), ("JML", date(2026, 8, 7), ("7-8", "7/8")),
        ("JML", date(2026, 2, 1), ("1/2", "1-2", "2/1")),
        ("JML", Sel("A1", Jenis.TANGGAL, time(3, 5)), ("3:05", "3.05")),
        ("JML", "1e3", ("1000",)), ("JML", "3 Kab", ("(3)",)), ("JML", "½", ("0,5",)), ("JML", "±5", ("(5)",)),
        ("JML", "80 - 90%", ("80 atau 90",)), ("PSN", "~80", ("(80)",)), ("PSN", "85/90", ("94,44", "85", "90")),
        ("PSN", "85 dari 90", ("94,44", "85", "90")), ("JML", "(5)", ("-5 atau 5",)), ("JML", "５", ("(5)",)),
        ("JML", "1,5 ribu", ("1500 atau 1,5",)), ("JML", "nihil", ("0 bila hasilnya nol", "kosongkan")),
        ("JML", "Rp 5", ("(5)",)),
    ],
)  # fmt: skip
def test_message_names_all_readings(kode: str, isi: Any, bacaan: tuple[str, ...]) -> None:
    f = _formulir()
    f.isi(kode, K.REALISASI, isi)
    [t] = f.nilai().temuan
    assert t.tingkat is Tingkat.GALAT
    assert [b for b in bacaan if b not in f"{t.pesan} {t.saran}"] == []
    assert f"sel {f.sel(kode, K.REALISASI)}" in t.saran


# Two slips in cells of different rows: the two findings and nothing else.
_PASANGAN: tuple[tuple[Tempat, Any, str], ...] = (
    (("PSN", K.REALISASI), 0.95, "ISI005"), (("JML", K.REALISASI), "1.125", "ISI004"),
    (("RSO", K.PENYEBUT), None, "ISI002"), (("RSK", K.PEMBILANG), galat(), "ISI019"),
    (("PRD", K.REALISASI), "BBB", "ISI016"), (("YAT", K.REALISASI), True, "ISI017"),
    (("MIN", K.REALISASI), -5, "ISI011"), (("RTG", K.REALISASI), "7-8", "ISI008"),
    (("KUM", K.REALISASI), rumus("A1"), "ISI020"), (("SEM", K.REALISASI), 3, "ISI018"),
    (("6.01.01", KA.REALISASI), "lunas", "ISI003"), (("PSN", K.TARGET_SD), 1, "BTK031"),
    (("JML", K.CAPAIAN), 31, "HTG003"), (("RSO", K.REALISASI), 31, "HTG001"), (("RSK", K.REALISASI_SD), 1, "HTG002"),
    (("PRD", K.DATA_PENDUKUNG), "-", "BKT001"), (("MIN", K.SATUAN), "jam", "BTK034"),
    (("KUM", K.REALISASI_SD_LALU), 1, "BTK032"), (("RTG", K.KODE), "RTG-1", "BTK030"),
    (("6.01.01", KA.PAGU), 1_300_000, "BTK040"), (("SEM", K.CAPAIAN), 90, "HTG003"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("satu", "dua"),
    [(a, b) for a, b in combinations(_PASANGAN, 2) if a[0][0] != b[0][0]],
    ids=lambda x: f"{x[0][0]}-{x[2]}",
)
def test_two_slips_two_findings(satu: tuple[Tempat, Any, str], dua: tuple[Tempat, Any, str]) -> None:
    f = _formulir()
    for tempat, isi, _ in (satu, dua):
        f.isi(*tempat, isi)
    harap = [(kode, f.sel(*tempat)) for tempat, _, kode in (satu, dua)]
    assert sorted(map(str, _temuan(f))) == sorted(map(str, harap))


# Two slips in one row: each is named, so that both can be mended at once.
@pytest.mark.parametrize(
    ("kode", "isi"),
    [
        ("RSO", {K.PEMBILANG: "n/a", K.PENYEBUT: galat()}),
        ("RSO", {K.PEMBILANG: None, K.DATA_PENDUKUNG: None}),
        ("PSN", {K.REALISASI: "1.125", K.SATUAN: "orang"}),
        ("JML", {K.REALISASI: None, K.TARGET_TAHUN: 5}),
        ("JML", {K.TARGET_SD: 1, K.REALISASI_SD_LALU: 1}),
        ("PRD", {K.REALISASI: "baik", K.DATA_PENDUKUNG: "terlampir"}),
        ("KUM", {K.INDIKATOR: "Lain", K.FAKTOR_PENDORONG: galat()}),
    ],
    ids=str,
)
def test_two_slips_in_one_row(kode: str, isi: dict[Kolom, Any]) -> None:
    f = _formulir()
    for kolom, nilai in isi.items():
        f.isi(kode, kolom, nilai)
    assert sorted(str(s) for _, s in _temuan(f)) == sorted(f.sel(kode, k) for k in isi)
