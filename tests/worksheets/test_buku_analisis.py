"""The analysis workbook: sheets, live formulas with their values, rankings, trends, traces; text stays text."""

from __future__ import annotations

import io
import re
import zipfile
from fractions import Fraction
from typing import Any

import pytest
from worksheets.contoh_analisis import NAMA_JANGGAL, buka, contoh, susun

from kinerja.aggregate.engine import hitung_periode
from kinerja.domain.angka import bulatkan, tercetak
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.periode import BULAN_SINGKAT, Periode
from kinerja.master.pengaturan import Pengaturan
from kinerja.worksheets.analisis import analisis_workbook

FUNGSI_2007 = {
    "ABS", "AND", "AVERAGE", "COUNT", "COUNTIF", "IF", "IFERROR", "INDEX", "MATCH", "MAX", "MIN", "OR", "RANK",
    "ROUND", "SUM",
}  # fmt: skip
LEMBAR = [
    "Data", "Target", "Data Anggaran", "Indikator", "Unit", "Sasaran", "Anggaran", "Perbandingan", "Peringkat", "Tren",
    "Catatan", "Jejak",
]  # fmt: skip


@pytest.fixture(scope="module")
def tw1() -> Any:
    isi, hasil = susun("2026-TW1")
    return isi, hasil, buka(isi, nilai=False), buka(isi, nilai=True)


def baris(ws: Any, **cocok: Any) -> Any:
    """The row below the headings in which the columns named by heading have these values."""
    judul = {c.value: c.column for c in ws[4]}
    kunci = {judul[k.replace("_", " ")]: v for k, v in cocok.items()}
    (ada,) = [r for r in ws.iter_rows(min_row=5) if all(r[k - 1].value == v for k, v in kunci.items())]
    return {c.value: ada[c.column - 1] for c in ws[4]}


def test_lembar_dan_byte_yang_sama(tw1: Any) -> None:
    assert susun("2026-TW1")[0] == tw1[0]
    assert tw1[3].sheetnames == LEMBAR


def test_hanya_fungsi_2007(tw1: Any) -> None:
    rumus = [c.value for ws in tw1[2] for r in ws.iter_rows() for c in r if c.data_type == "f"]
    assert len(rumus) > 500
    for teks in rumus:
        assert set(re.findall(r"([A-Z]+)\(", re.sub(r'"[^"]*"', "", teks))) <= FUNGSI_2007
        assert ";" not in teks
        assert len(teks) <= 8192


def test_setiap_capaian_adalah_rumus_dengan_nilai_tersimpan(tw1: Any) -> None:
    _, hasil, rumus, nilai = tw1
    for c in hasil.capaian:
        kunci = {"Kode": c.indikator, "Unit": c.unit or "Instansi"}
        f, v = baris(rumus["Indikator"], **kunci), baris(nilai["Indikator"], **kunci)
        for judul, angka in (
            ("Capaian (%)", c.capaian), ("Capaian s.d. (%)", c.capaian_sd),
            ("Capaian terhadap Target Tahun (%)", c.capaian_tahun),
        ):  # fmt: skip
            assert f[judul].data_type == "f" or angka is None, (kunci, judul)
            assert (v[judul].value or None) == (None if angka is None else float(bulatkan(angka, 2)) or None)
        for judul, isi in (("Target Periode Ini", c.target), ("Realisasi Periode Ini", c.realisasi)):
            if isinstance(isi, Fraction):
                assert f[judul].data_type == "f", (kunci, judul)
                assert v[judul].value == pytest.approx(float(isi))


def test_induk_tanpa_target_adalah_rumus_dari_bawahannya(tw1: Any) -> None:
    _, _, rumus, nilai = tw1
    gabungan = baris(rumus["Indikator"], Kode="NOL", Unit="U1")
    anak = baris(rumus["Indikator"], Kode="NOL", Unit="ANAK")
    assert gabungan["Realisasi Periode Ini"].value == f"=G{anak['Kode'].row}"
    assert "gabungan unit di bawahnya" in gabungan["Indikator"].value
    assert rumus["Unit"].cell(5, 10).value.startswith("=IF(COUNT(Anggaran!F")
    assert nilai["Unit"]["J5"].value == 10000  # U1 and ANAK below it


def test_anggaran_atas_adalah_jumlah(tw1: Any) -> None:
    _, _, rumus, nilai = tw1
    program = baris(rumus["Anggaran"], Kode="1")
    assert program["Pagu (Rp)"].value == '=IF(COUNT(F7:F9)=0,"",SUM(F7:F9))'
    assert baris(nilai["Anggaran"], Kode="1")["Pagu (Rp)"].value == 10000
    assert baris(rumus["Anggaran"], Kode="1.1.1")["Realisasi s.d. (Rp)"].value.count("'Data Anggaran'!E") == 2


def test_perbandingan_dari_data_tahun_ini_berupa_rumus() -> None:
    isi, hasil = susun("2026-02")
    rumus, nilai = buka(isi, nilai=False)["Perbandingan"], buka(isi, nilai=True)["Perbandingan"]
    p = {x.indikator: x for x in hasil.pembanding}
    for kode in ("JML", "RAS", "RAS4", "RTG"):
        b, v = baris(rumus, Kode=kode), baris(nilai, Kode=kode)
        for judul in ("Realisasi", "Realisasi Periode Lalu", "Capaian Periode Lalu (%)"):
            assert b[judul].data_type == "f", (kode, judul)
        lalu = tercetak(p[kode].capaian_sebelumnya, 2)
        assert lalu is not None
        assert v["Capaian Periode Lalu (%)"].value == float(lalu)
    assert baris(rumus, Kode="JML")["Realisasi Periode Sama Tahun Lalu"].value is None


def test_peringkat_sama_dan_yang_tak_terhitung_di_akhir(tw1: Any) -> None:
    _, hasil, rumus, nilai = tw1
    ws = nilai["Peringkat"]
    tabel = [[c.value for c in r[:6]] for r in ws.iter_rows(min_row=6, max_row=5 + 20)]
    assert [b[1] for b in tabel].index("SER2") == [b[1] for b in tabel].index("SER") + 1
    assert {b[0] for b in tabel if b[1] in ("SER", "SER2")} == {next(b[0] for b in tabel if b[1] == "SER")}
    ada = [b for b in tabel if isinstance(b[3], int | float)]
    assert [b[3] for b in ada] == sorted((b[3] for b in ada), reverse=True)
    tidak = tabel[len(ada) :]
    assert {b[1] for b in tidak} == {c.indikator for c in hasil.capaian if c.unit is None and c.capaian is None}
    assert {b[0] for b in tidak} == {"–"}
    assert all(r[k].data_type == "f" for r in rumus["Peringkat"].iter_rows(min_row=6, max_row=25) for k in range(6))


def test_tren_memuat_bulan_tahun_lalu_dan_rata_rata() -> None:
    isi, hasil = susun("2026-S1", Kebijakan(batas_rata_rata=Fraction(110)), berbobot=True)
    ws = buka(isi, nilai=True)["Tren"]
    assert [c.value for c in ws[4]][3:] == ["2024", "2025", *BULAN_SINGKAT]
    rata = next(r for r in ws.iter_rows(min_row=5) if r[0].value == "Instansi")
    assert [c.value for c in rata[5:11]] == [float(bulatkan(t.capaian, 2)) for t in hasil.tren if t.capaian is not None]
    jml = next(r for r in ws.iter_rows(min_row=5) if r[0].value == "JML")
    assert jml[3].value == 0
    assert jml[4].value == float(bulatkan(Fraction(10000, 120), 2))


def test_grafik_asli_excel() -> None:
    with zipfile.ZipFile(io.BytesIO(susun("2026-TW1")[0])) as z:
        grafik = [z.read(n).decode() for n in z.namelist() if n.startswith("xl/charts/chart")]
    assert sum('<c:barDir val="bar"/>' in g for g in grafik) == 2
    tren = [g for g in grafik if "Tren" in g]
    assert len(tren) > 8
    assert all("prstDash" in g for g in tren if "<c:lineChart>" in g)  # told apart without colour


def test_jejak_menunjuk_sel_rumus_dan_sidik(tw1: Any) -> None:
    _, hasil, rumus, nilai = tw1
    ws = nilai["Jejak"]
    capaian = baris(ws, Kode="RAS", Unit="U1", Angka="Capaian (%)")
    letak = capaian["Letak"].value
    assert capaian["Letak"].hyperlink.location == f"'Indikator'!{letak.partition('!')[2]}"
    assert rumus["Indikator"][letak.partition("!")[2]].value == capaian["Rumus Excel"].value
    assert capaian["Rumus Excel"].data_type == "s"
    c = hasil.capaian_of("RAS", "U1")
    assert capaian["Nilai"].value == float(bulatkan(c.capaian, 2))
    fakta = [r for r in ws.iter_rows(min_row=5, values_only=True) if r[:3] == ("RAS", "U1", "Fakta")]
    assert [r[7] for r in fakta] == ["Januari", "Februari", "Maret"]
    assert {(r[8], r[9], r[10], r[11], r[12]) for r in fakta} == {
        (f"masuk/U1-{b:02d}.xlsx", 1, "Data Kinerja", "J7, K7", "RAS" * 4) for b in (1, 2, 3)
    }


def test_data_membawa_asal_dan_teks_bukan_rumus(tw1: Any) -> None:
    data = tw1[2]["Data"]
    _, semua, _ = contoh()
    assert data.max_row == 4 + len([f for f in semua if f.bulan <= 3])
    assert [c.value for c in data[5]][:4] == ["JML", NAMA_JANGGAL, "U1", "Januari"]
    assert [c.value for c in data[5]][6:11] == [2, "masuk/U1-01.xlsx", 1, "Data Kinerja", "L7"]
    for ws in tw1[2]:
        sel = [c for r in ws.iter_rows() for c in r if isinstance(c.value, str) and "HYPERLINK" in c.value]
        assert all(c.data_type == "s" for c in sel if "INDEX" not in c.value)


def test_urutan_masukan_tidak_berpengaruh() -> None:
    m, semua, uang = contoh()
    atur, p = Pengaturan(), Periode.parse("2026-S1")
    satu = analisis_workbook(m, atur, hitung_periode(m, atur, p, semua, uang), semua, uang)
    balik, uang_balik = semua[::-1], uang[::-1]
    assert analisis_workbook(m, atur, hitung_periode(m, atur, p, balik, uang_balik), balik, uang_balik) == satu


def test_deret_sel_yang_panjang_bersarang() -> None:
    from kinerja.worksheets.rumus_sel import fungsi

    assert fungsi("SUM", [f"Data!E{n}" for n in range(1, 2001, 2)]).count("SUM(") == 5
    assert fungsi("AVERAGE", [f"E{n}" for n in range(1, 601, 2)]).count("COUNT(") == 2
    assert fungsi("SUM", ["F1", "F2", "F3", "H3", "I3"]) == "SUM(F1:F3,H3:I3)"
