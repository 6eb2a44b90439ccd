"""Native charts: element order, the same figures in picture, labels and workbook, axes that do not mislead."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import contoh_hasil as contoh
import openpyxl
import pytest
from contoh_perbaikan import perbaikan
from helpers import docx_text
from helpers.docx_text import C
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from urutan_bagan import order_faults

from kinerja.aggregate.model import Agregat, TitikTren
from kinerja.domain.angka import format_angka
from kinerja.domain.kebijakan import Kebijakan
from kinerja.domain.periode import Periode
from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen, skala
from kinerja.render.bagan import MAKS_DERET, chart_xml, panjang_label, tinggi_mm
from kinerja.render.bagan_buku import chart_workbook
from kinerja.render.konteks import ready_context
from kinerja.render.model import Deret, Grafik
from kinerja.render.views import grafik

TEMPLAT = Path(__file__).resolve().parents[2] / "templates"
ANEH = ("=1+1", "A & B <c>", "\"'{{ x }}", "@SUM(1)", "_x0041_", "😀 ꦗꦮ", "", "-1")


def batang(*nilai: str | None, nama: tuple[str, ...] = (), desimal: int = 2) -> Grafik:
    nama = nama or tuple(f"Sasaran {n}" for n in range(len(nilai)))
    return Grafik(
        jenis="batang", judul="J", kategori=nama, deret=(Deret(nama="Capaian", nilai=nilai),), satuan="Persen",
        desimal=desimal, alt="Grafik",
    )  # fmt: skip


def garis(*nilai: str | None) -> Grafik:
    penuh = Deret(nama="Target tercapai (100)", nilai=("100",) * len(nilai), acuan=True)
    g = batang(*nilai)
    return replace(g, jenis="garis", deret=(*g.deret, penuh))


LIMA = replace(
    batang("1", None, "3.5"), deret=tuple(Deret(nama=f"={n}", nilai=("1", None, "3.5")) for n in range(MAKS_DERET))
)
KASUS = {
    "biasa": batang("84.68", "92.08", "100"),
    "satu": batang("97.5"),
    "negatif": batang("-55.5", "0", "120"),
    "ribuan": batang("1666.67", "-1234567.89", "12345.6"),
    "ada yang kosong": batang(None, "80", None),
    "semua kosong": batang(None, None),
    "bulat": batang("84", "100", desimal=0),
    "enam desimal": batang("84.123456", "1000.000001", desimal=6),
    "empat puluh": batang(*(str(n) for n in range(40))),
    "teks aneh": batang(*("1",) * len(ANEH), nama=ANEH),
    "beberapa deret": LIMA,
    "tren": garis("98.13", None, "99.55"),
    "tren satu titik": garis("98.13"),
    "tren negatif": garis("-10", "1250"),
}


@pytest.mark.parametrize("g", KASUS.values(), ids=KASUS)
def test_urutan_unsur_menurut_skema_bagan(g: Grafik) -> None:
    assert order_faults(chart_xml(g)) == []


@pytest.mark.parametrize(("tulis", "ganti", "sebut"), [
    (b'<c:autoTitleDeleted val="1"/>', b"", []),
    (b'<c:grouping val="clustered"/>', b"", []),
    (b'<c:barDir val="bar"/><c:grouping val="clustered"/>', b'<c:grouping val="clustered"/><c:barDir val="bar"/>',
     ["barChart: urutannya grouping barDir varyColors ser gapWidth axId axId"]),
    (b'<c:barDir val="bar"/>', b"", ["barChart: tanpa ['bardir']"]),
    (b"<c:plotVisOnly", b"<c:plotVisOnli", ["chart: plotVisOnli tidak dikenal"]),
    (b'<c:date1904 val="0"/>', b'<c:date1904 val="0"/><c:date1904 val="0"/>', ["chartSpace: date1904 dua kali"]),
])  # fmt: skip
def test_pemeriksa_urutan_melihat_yang_salah(tulis: bytes, ganti: bytes, sebut: list[str]) -> None:
    xml = chart_xml(batang("1"))
    assert tulis in xml
    assert order_faults(xml.replace(tulis, ganti)) == sebut


def _rujukan(g: Grafik) -> list[tuple[str, list[str | None]]]:
    """Every reference into the workbook with the values kept beside it; a gap is None."""
    hasil = []
    akar: Any = etree.fromstring(chart_xml(g))
    for e in akar.iter(f"{C}strRef", f"{C}numRef"):
        titik = {int(t.get("idx")): t.findtext(f"{C}v") or "" for t in e.iter(f"{C}pt")}
        banyak = int(e.find(f".//{C}ptCount").get("val"))
        hasil.append((e.findtext(f"{C}f") or "", [titik.get(n) for n in range(banyak)]))
    return hasil


@pytest.mark.parametrize("g", KASUS.values(), ids=KASUS)
def test_setiap_nilai_yang_tergambar_ada_di_buku_kerjanya(g: Grafik) -> None:
    buku = openpyxl.load_workbook(io.BytesIO(chart_workbook(g)), data_only=True)
    assert buku.sheetnames == ["Data"]
    assert _rujukan(g)
    for acuan, isi in _rujukan(g):
        nama, _, sel = acuan.replace("$", "").partition("!")
        kena = buku[nama][sel]
        nilai = [x[0].value for x in kena] if isinstance(kena, tuple) else [kena.value]
        angka = any(isinstance(x, int | float) for x in nilai)
        assert nilai == ([None if x is None else float(x) for x in isi] if angka else isi), acuan


def test_teks_tidak_menjadi_rumus() -> None:
    lembar = openpyxl.load_workbook(io.BytesIO(chart_workbook(KASUS["teks aneh"])))["Data"]
    assert [(x.value, x.data_type) for x in lembar["A"][1:]] == [(t, "s") for t in ANEH]


@pytest.mark.parametrize(("nilai", "desimal", "label"), [
    ("84.68", 2, "84,68"), ("100", 2, "100,00"), ("84.7", 1, "84,7"), ("84", 0, "84"), ("-5.5", 2, "-5,50"),
    ("1666.67", 2, "1.666,67"), ("0", 2, "0,00"),
])  # fmt: skip
def test_label_berkoma_seperti_tabel(nilai: str, desimal: int, label: str) -> None:
    g = batang(nilai, desimal=desimal)
    assert ("Data!$C$2", [label]) in _rujukan(g)
    assert format_angka(Fraction(nilai), desimal) == label


def _sumbu(g: Grafik) -> dict[str, Decimal]:
    akar: Any = etree.fromstring(chart_xml(g)).find(f".//{C}valAx")
    nama = ("min", "max", "majorUnit", "minorUnit")
    return {n: Decimal(e.get("val")) for n in nama if (e := akar.find(f".//{C}{n}")) is not None}


def _tulisan(g: Grafik) -> str:
    return " ".join(t.text or "" for t in etree.fromstring(chart_xml(g)).iter("{*}t"))


def test_batang_dari_nol_dan_garis_seratus_menonjol() -> None:
    assert _sumbu(batang("98", "99")) == {"min": 0, "max": 120, "majorUnit": 100, "minorUnit": 20}
    assert "kelipatan 100" in _tulisan(batang("98", "99"))
    assert _sumbu(batang("-5", "99"))["min"] == -100
    jauh = batang("1666.67", "99")
    assert _sumbu(jauh) == {"min": 0, "max": 2000, "majorUnit": 500}
    assert "kelipatan" not in _tulisan(jauh)


def test_tren_tidak_membesarkan_perubahan_kecil_dan_menyebut_sumbunya() -> None:
    sempit = _sumbu(garis("98.13", "99.2"))
    assert sempit["max"] - sempit["min"] >= 20
    assert f"dimulai dari {sempit['min']}" in _tulisan(garis("98.13", "99.2"))
    assert _sumbu(garis("12", "80"))["min"] == 0
    assert "dimulai" not in _tulisan(garis("12", "80"))


@given(st.lists(st.decimals(-2000, 20000, places=2), min_size=1, max_size=12))
def test_semua_nilai_berada_di_dalam_sumbu(nilai: list[Decimal]) -> None:
    for s in (skala.bars(nilai), skala.line(nilai)):
        assert s.awal <= min(*nilai, Decimal(100))
        assert s.akhir > max(*nilai, Decimal(100))
        assert (s.akhir - s.awal) / s.langkah <= 8
        assert s.awal % s.langkah == 0
    s = skala.bars(nilai)
    assert s.awal <= 0
    assert s.awal == 0 or min(nilai) < 0


@pytest.mark.parametrize("banyak", [1, 3, 12, 25, 40])
@pytest.mark.parametrize("deret", [1, 2, MAKS_DERET])
def test_tinggi_grafik_muat_sehalaman(banyak: int, deret: int) -> None:
    g = replace(batang(*("1",) * banyak), deret=tuple(Deret(nama="d", nilai=("1",) * banyak) for _ in range(deret)))
    assert 25 <= tinggi_mm(g) <= 200
    assert panjang_label(banyak) >= 40


def _agregat(nama: str, capaian: Fraction | None, serapan: Fraction | None = None) -> Agregat:
    return Agregat(
        tingkat="sasaran", kode=nama, nama=nama, capaian=capaian, kategori=None, indikator_dihitung=1, indikator=1,
        dibatasi=0, serapan=serapan, efisiensi=None,
    )  # fmt: skip


def test_yang_tanpa_angka_disebut_dan_tidak_menjadi_nol() -> None:
    g = grafik.rata_rata([_agregat("A", Fraction(0)), _agregat("B" * 150, None)], "J", 1)
    assert isinstance(g, Grafik)
    assert g.deret[0].nilai == ("0", None)
    assert g.kategori[0] == "A"
    assert g.kategori[1].endswith("(belum ada angka)")
    assert len(g.kategori[1]) <= panjang_label(2)
    assert g.alt == f"Grafik batang J, dalam persen. A: capaian 0,0; {'B' * 150}: capaian –."


def test_tanpa_angka_sama_sekali_tidak_ada_grafik() -> None:
    assert grafik.rata_rata([], "J", 2) == ""
    assert grafik.rata_rata([_agregat("A", None)], "J", 2) == ""
    assert grafik.capaian_dan_serapan([_agregat("A", Fraction(1)), _agregat("B", None, Fraction(1))], "J", 2) == ""


def test_tren_bulan_yang_kosong_adalah_celah_dan_triwulan_dinamai() -> None:
    hasil = contoh.hasil("2026-03")
    titik = [("2026-TW1", Fraction(90)), ("2026-TW2", None), ("2026-TW3", Fraction(95))]
    tren = tuple(TitikTren(periode=Periode.parse(p), capaian=c) for p, c in titik)
    g = grafik.tren(replace(hasil, tren=tren), "J", 2)
    assert isinstance(g, Grafik)
    assert g.kategori == ("TW I", "TW II", "TW III")
    assert g.deret[0].nilai == ("90", None, "95")
    assert b'<c:dispBlanksAs val="gap"/>' in chart_xml(g)
    assert grafik.tren(replace(hasil, tren=tren[:2]), "J", 2) == ""


def test_riwayat_tahun_ini_di_depan_dan_hanya_yang_punya_tahun_lalu() -> None:
    banyak: dict[int, Fraction | None] = {t: Fraction(t - 1930) for t in range(2020, 2027)}
    semua = [("A", banyak), ("B", {2025: None, 2026: Fraction(1)}), ("C", {2024: Fraction(7), 2026: None}), ("D", {})]
    g = grafik.riwayat(semua, 2026, 2)
    assert isinstance(g, Grafik)
    assert g.kategori == ("A", "C")
    assert [(d.nama, d.nilai) for d in g.deret] == [
        ("2026", ("96", None)), ("2025", ("95", None)), ("2024", ("94", "7")), ("2023", ("93", None)),
    ]  # fmt: skip
    assert grafik.riwayat(semua[1:2], 2026, 2) == ""
    assert grafik.riwayat([], 2026, 2) == ""


def test_teks_grafik_dibersihkan_seperti_teks_lain() -> None:
    g = replace(batang("1", nama=("a\x00b\r\nc\ud800",)), alt="x\ny\x07")
    bersih = ready_context({"g": g}).gambar[0]
    assert isinstance(bersih, Grafik)
    assert (bersih.kategori, bersih.alt) == (("ab c",), "x y")


def _buat(id_periode: str, akar: Path, **setelan: Any) -> bytes:
    return dokumen.laporan(
        contoh.master(), Pengaturan(kebijakan=Kebijakan(**setelan)), contoh.hasil(id_periode),
        contoh.kelengkapan(id_periode), perbaikan(id_periode), tanggal=date(2026, 4, 12), templat=TEMPLAT, akar=akar,
    ).isi  # fmt: skip


@pytest.mark.parametrize("desimal", [0, 2, 3])
def test_angka_grafik_laporan_adalah_angka_tabelnya(tmp_path: Path, desimal: int) -> None:
    isi = _buat("2026", tmp_path, desimal=desimal)
    sel = {docx_text.paragraph_text(p) for p in docx_text.root(isi).iter(f"{docx_text.W}p")}
    semua = [n for n in docx_text.parts(isi) if n.startswith("word/charts/chart")]
    assert all(order_faults(docx_text.parts(isi)[n]) == [] for n in semua)
    batang = [akar for n in semua if (akar := docx_text.root(isi, n)).find(f".//{C}barChart") is not None]
    assert len(batang) >= 2
    for akar in batang:
        label = {e.findtext(f".//{C}v") for e in akar.iter(f"{C}dLbl")}
        assert label
        assert label <= sel
