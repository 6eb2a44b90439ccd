"""Section 1: numbers and percent."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from jebakan.pintu import nilai
from validate.berkas_kecil import MASTER, TENGGAT, isi_sel, terisi
from validate.dunia_kecil import ANGGARAN_LALU, FAKTA_LALU, PERIODE

from kinerja.domain.formulir import LEMBAR_ANGGARAN, LEMBAR_KINERJA
from kinerja.forms.blank import Pencetak
from kinerja.forms.terbit import terbitkan
from kinerja.master.pengaturan import Pengaturan


def kasus(  # noqa: PLR0917 - a row of the table
    nama: str, isi: object, format_sel: str | None, kode: str | None, angka: object, sel: str = "L7"
) -> Any:
    return pytest.param(sel, isi, format_sel, kode.split() if kode else [], angka, id=nama)


# L7: a percentage with target 80; L8: a count with target 4; what is found there, and what is taken over.
@pytest.mark.parametrize(
    ("sel", "isi", "format_sel", "kode", "angka"),
    [
        kasus("p1_01_umum_95", 95, "General", None, 95),
        kasus("p1_01_095_berformat_persen", 0.95, "0%", None, 95),
        kasus("p1_01_95_ditempel_di_sel_persen", 95, "0%", "ISI005", None),
        kasus("p1_01_095_umum", 0.95, "General", "ISI005", None),
        kasus("p1_03_format_angka_palsu", 0.5, '"95%"', "ISI006", None),
        kasus("p1_03_format_dengan_persen_tertulis", 85, '0"%"', "ISI027", 85),
        kasus("p1_03_format_ribuan", 12500, '#,##0.0,"rb"', "ISI006", None, "L8"),
        kasus("p1_03_format_kosong", 85, ";;;", "ISI006", None),
        kasus("p1_04_koma", "95,5", None, "ISI023", Fraction("95.5")),
        kasus("p1_04_ribuan_dan_koma", "1.234,56", None, "ISI023 ISI012", Fraction("1234.56"), "L13"),
        kasus("p1_04_persen", "85,5 %", None, "ISI023", Fraction("85.5")),
        kasus("p1_05_titik_dua_arti", "1.234", None, "ISI004", None, "L8"),
        kasus("p1_06_koma_bukan_rentang", "3,5", None, "ISI023", Fraction("3.5"), "L12"),
        kasus("p1_06_rentang", "80-90", None, "ISI008", None),
        kasus("p1_06_rentang_berspasi", "7 – 8", None, "ISI008", None, "L13"),
        kasus("p1_06_rentang_sd", "7 s.d. 8", None, "ISI008", None, "L13"),
        kasus("p1_07_spasi_tak_putus", "\u00a085", None, "ISI023", 85),
        kasus("p1_07_spasi_sempit", "1\u202f234,5", None, "ISI023", Fraction("1234.5"), "L13"),
        kasus("p1_07_tanda_minus", "\u22125", None, "ISI023 ISI011", None, "L8"),
        kasus("p1_07_tanda_hubung", "85–90", None, "ISI008", None),
        kasus("p1_07_paling_sedikit", "≥ 85", None, "ISI003", None),
        kasus("p1_07_sampai", "s.d. 3", None, "ISI024", None, "L8"),
        kasus("p1_08_angka_lebar", "８５", None, "ISI003", None),
        kasus("p1_08_angka_arab", "٥", None, "ISI003", None, "L8"),
        kasus("p1_09_setrip", "-", None, "ISI009", None),
        kasus("p1_09_na", "n/a", None, "ISI009", None),
        kasus("p1_09_NA", "NA", None, "ISI009", None),
        kasus("p1_09_nihil", "nihil", None, "ISI009", None),
        kasus("p1_10_teks_angka", "95", "@", "ISI023", 95),
        kasus("p1_10_petik_di_depan", "'95", "@", "ISI023", 95),
        kasus("p1_12_bulat", 5.0, None, None, 5, "L8"),
    ],
)
def test_p1(  # noqa: PLR0917 - a row of the table
    tmp_path: Path, sel: str, isi: object, format_sel: str | None, kode: list[str], angka: object
) -> None:
    indikator = {"L7": "PSN", "L8": "JML", "L12": "MIN", "L13": "RTG"}[sel]
    hasil = nilai(tmp_path, terisi(isi_sel(LEMBAR_KINERJA, sel, isi, format_sel)))
    assert sorted(k for k, alamat in hasil.ringkas if alamat == sel) == sorted(kode)
    assert hasil.angka(indikator) == angka


def test_p1_04_rupiah_dengan_titik(tmp_path: Path) -> None:
    hasil = nilai(tmp_path, terisi(isi_sel(LEMBAR_ANGGARAN, "E7", "Rp 150.000")))
    assert hasil.ringkas == [("ISI023", "E7")]
    assert [a.realisasi for a in hasil.isi.anggaran] == [150_000]


def test_p1_05_kedua_bacaan_disebut(tmp_path: Path) -> None:
    [t] = nilai(tmp_path, terisi(isi_sel(LEMBAR_KINERJA, "L8", "1.125"))).temuan
    assert t.diharapkan == "1125 atau 1,125"
    assert "1125 atau 1,125" in t.pesan


def test_p1_11_nol_di_depan_kode(tmp_path: Path) -> None:
    """Codes that look like numbers: as text they stay as they are; retyped as numbers they are asked about."""

    def ganti(x: Any, medan: str) -> Any:
        return replace(x, **{medan: "001"}) if getattr(x, medan) == "JML" else x

    master = replace(
        MASTER,
        indikator=tuple(ganti(i, "kode") for i in MASTER.indikator),
        target=tuple(ganti(t, "indikator") for t in MASTER.target),
        anggaran=tuple(replace(a, kode="6.10") for a in MASTER.anggaran),
    )
    lalu = tuple(ganti(f, "indikator") for f in FAKTA_LALU)
    uang = tuple(replace(a, kode="6.10") for a in ANGGARAN_LALU)
    terbit = terbitkan(master, Pengaturan(), "SEK", PERIODE, lalu, uang)
    kosong = Pencetak(master, Pengaturan()).cetak(terbit, TENGGAT)
    lain = {"master": master, "terbit": terbit, "fakta_lalu": lalu, "anggaran_lalu": uang}
    assert nilai(tmp_path, terisi(dari=kosong), **lain).ringkas == []

    def ketik_ulang(buku: Any) -> None:
        buku[LEMBAR_KINERJA]["B8"] = 1
        buku[LEMBAR_ANGGARAN]["A7"] = 6.1

    hasil = nilai(tmp_path, terisi(ketik_ulang, dari=kosong), **lain)
    assert [(t.kode, t.sumber.sel, t.tertulis, t.diharapkan) for t in hasil.temuan] == [
        ("BTK030", "B8", "1", "001"),
        ("BTK038", "A7", "6.1", "6.10"),
    ]


def test_p1_12_angka_biner_tetap_seperti_yang_diketik(tmp_path: Path) -> None:
    def ubah(buku: Any) -> None:
        buku[LEMBAR_KINERJA]["L7"] = 0.1 + 0.2 + 80
        buku[LEMBAR_KINERJA]["L13"] = 7.300000000000001

    hasil = nilai(tmp_path, terisi(ubah))
    assert (hasil.ringkas, hasil.angka("PSN"), hasil.angka("RTG")) == ([], Fraction("80.3"), Fraction("7.3"))
