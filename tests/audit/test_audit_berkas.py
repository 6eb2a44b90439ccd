"""`kinerja audit` on files: where the table is found, what the command prints, its exit codes."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from helpers.jalankan import Hasil, jalankan

JUDUL = ["Indikator", "Satuan", "Polaritas", "Target", "Realisasi", "Capaian"]
BARIS = ["A", "%", "Maksimal", 80, 78, "97,50"]


@pytest.fixture
def di_luar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no workspace."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _buku(**lembar: list[list[Any]]) -> openpyxl.Workbook:
    buku = openpyxl.Workbook()
    buku.remove(buku.worksheets[0])
    for nama, isi in lembar.items():
        ws = buku.create_sheet(nama)
        for baris in isi:
            ws.append(baris)
    return buku


def _simpan(folder: Path, buku: openpyxl.Workbook) -> None:
    aliran = io.BytesIO()
    buku.save(aliran)
    (folder / "tabel.xlsx").write_bytes(aliran.getvalue())
    buku.close()


def _baris(hasil: Hasil) -> list[dict[str, Any]]:
    baris: list[dict[str, Any]] = json.loads(hasil.stdout)["baris"]
    return baris


def test_json_menurut_kontrak(di_luar: Path) -> None:
    _simpan(
        di_luar, _buku(LKj=[JUDUL, BARIS, ["B", "%", "", "4,20", "4,65", "90,3"], ["C", "%", "", 80, "n/a", "n/a"]])
    )
    hasil = jalankan("audit", "tabel.xlsx", "--json")
    assert hasil.kode == 1
    assert _baris(hasil) == [
        {
            "baris": 2, "indikator": "A", "rumus": "R/T", "hitung": "97.5", "tercetak": "97,50", "cocok": True,
            "pembulatan": "bulat", "catatan": "",
        },
        {
            "baris": 3, "indikator": "B", "rumus": "T/R", "hitung": "90.322580645161", "tercetak": "90,3",
            "cocok": True, "pembulatan": "bulat", "catatan": "Cocok dengan polaritas Minimal.",
        },
        {
            "baris": 4, "indikator": "C", "rumus": None, "hitung": None, "tercetak": "n/a", "cocok": False,
            "pembulatan": None, "catatan": "Realisasi “n/a”: tidak ada data. Capaian “n/a”: tidak ada data.",
        },
    ]  # fmt: skip
    assert [p.name for p in di_luar.iterdir()] == ["tabel.xlsx"]


def test_semua_cocok_keluar_0_dan_ringkasannya_menyebut_rumus(di_luar: Path) -> None:
    _simpan(di_luar, _buku(LKj=[JUDUL, BARIS, ["Rata-rata", None, None, None, None, "97,5"]]))
    hasil = jalankan("audit", "tabel.xlsx")
    assert hasil.kode == 0
    assert "    2         97,50       97,5000  R/T              A\n" in hasil.stdout
    assert hasil.stdout.endswith("1 baris: 1 cocok (1 dengan R/T), 0 tidak.\n")


def test_judul_di_mana_saja_dalam_urutan_apa_pun(di_luar: Path) -> None:
    isi = [
        ["TABEL 3.1 TARGET DAN REALISASI KINERJA TAHUN 2025"],
        [],
        ["No", "Kategori Capaian", "CAPAIAN (%)", "Realisasi 2025", "Indikator Kinerja", "target", "Satuan"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [1, "Tinggi", "97,50", 78, "A", 80, "%"],
        [],
        [2, "Tinggi", "97,50", 78, "B", 80, "%"],
    ]
    _simpan(di_luar, _buku(Catatan=[["lembar lain"]], LKj=isi))
    assert [(b["baris"], b["indikator"], b["rumus"]) for b in _baris(jalankan("audit", "tabel.xlsx", "--json"))] == [
        (4, "(5)", None), (5, "A", "R/T"), (7, "B", "R/T")
    ]  # fmt: skip


def test_judul_dua_baris(di_luar: Path) -> None:
    isi = [
        ["Indikator", "Satuan", "Tahun 2025"],
        [None, None, "Target", "Realisasi", "Capaian"],
        ["A", "%", 80, 78, 97.5],
    ]
    buku = _buku(LKj=isi)
    for rentang in ("A1:A2", "B1:B2", "C1:E1"):
        buku["LKj"].merge_cells(rentang)
    _simpan(di_luar, buku)
    assert [(b["baris"], b["rumus"], b["tercetak"]) for b in _baris(jalankan("audit", "tabel.xlsx", "--json"))] == [
        (3, "R/T", "97,5")
    ]


def test_yang_dibandingkan_digit_yang_tampak(di_luar: Path) -> None:
    buku = _buku(LKj=[JUDUL, *[["A", "%", "Maksimal", t, r, c] for t, r, c in [
        (0.95, 0.93, 0.978947), (95, 93, 97.8947368421053), (80, 63.894, 79.86), (95, 93, 97.89)]]])  # fmt: skip
    for sel, kode in {"D2": "0%", "E2": "0%", "F2": "0.00%", "E4": "0.00", "F5": "0.00%"}.items():
        buku["LKj"][sel].number_format = kode
    _simpan(di_luar, buku)
    hasil = _baris(jalankan("audit", "tabel.xlsx", "--json"))
    assert [(b["tercetak"], b["rumus"], b["pembulatan"]) for b in hasil] == [
        ("97,89%", "R/T", "bulat"), ("97,89473684", "R/T", "bulat"), ("79,86", "R/T", "bulat"), ("9789,00%", None, None)
    ]  # fmt: skip
    assert "dari angka yang tampil (63,89)" in hasil[2]["catatan"]
    assert "100 kali lipat" in hasil[3]["catatan"]


@pytest.mark.parametrize(
    ("target", "capaian", "kata"),
    [
        (date(2025, 8, 7), 100, "mungkin semula diketik 7-8"),
        ("=1/0", 100, "Target berupa rumus yang belum dihitung"),
        (80, "=D2", "Capaian berupa rumus yang belum dihitung"),
    ],
)
def test_sel_yang_bukan_angka(di_luar: Path, target: Any, capaian: Any, kata: str) -> None:
    _simpan(di_luar, _buku(LKj=[JUDUL, ["A", "%", "Maksimal", target, 78, capaian]]))
    [b] = _baris(jalankan("audit", "tabel.xlsx", "--json"))
    assert not b["cocok"]
    assert kata in b["catatan"]


def test_beberapa_lembar_bertabel(di_luar: Path) -> None:
    lama = ["L", "%", "Maksimal", 80, 78, "97,5"]
    buku = _buku(Rahasia=[JUDUL, BARIS], LKj=[JUDUL, BARIS], Lama=[JUDUL, lama])
    buku["Rahasia"].sheet_state = "hidden"
    _simpan(di_luar, buku)
    hasil = jalankan("audit", "tabel.xlsx", "--json")
    assert _baris(hasil)[0]["tercetak"] == "97,50"
    assert "Yang diaudit lembar LKj. Tabel lain, dengan --lembar: Lama, Rahasia." in hasil.stderr
    assert _baris(jalankan("audit", "tabel.xlsx", "--json", "--lembar", "lama"))[0]["indikator"] == "L"
    salah = jalankan("audit", "tabel.xlsx", "--lembar", "Baru")
    assert (salah.kode, salah.stdout) == (2, "")
    assert "Lembar yang ada: LKj, Lama, Rahasia." in salah.stderr


CSV = "Indikator;Satuan;Polaritas;Target;Realisasi;Capaian\nÁ;%;Maksimal;80;78;97,50\n\nB;%;;80;78;97,5 %\n"


@pytest.mark.parametrize("kode", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("pemisah", [";", "\t", ","])
def test_csv(di_luar: Path, kode: str, pemisah: str) -> None:
    teks = CSV.replace(",", ".") if pemisah == "," else CSV
    (di_luar / "tabel.csv").write_bytes(teks.replace(";", pemisah).encode(kode))
    hasil = jalankan("audit", "tabel.csv", "--json")
    assert [(b["baris"], b["indikator"], b["rumus"], b["hitung"]) for b in _baris(hasil)] == [
        (2, "Á", "R/T", "97.5"), (4, "B", "R/T", "97.5")
    ]  # fmt: skip
    assert hasil.kode == 0


def test_csv_koma_desimal_bertanda_kutip_dan_yang_lupa(di_luar: Path) -> None:
    (di_luar / "tabel.csv").write_text(
        'indikator,target,realisasi,capaian\n"A, B",80,"63,89","79,86"\nC,80,63,89,79,86\n', encoding="utf-8"
    )
    a, c = _baris(jalankan("audit", "tabel.csv", "--json"))
    assert (a["indikator"], a["rumus"]) == ("A, B", "R/T")
    assert not c["cocok"]
    assert "tanda kutip" in c["catatan"]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("indikator;target;realisasi\nA;80;78\n", "judul “capaian” tidak ada"),
        ("indikator;target;realisai;capaian\n", "Mungkin “realisasi” maksudnya “realisai” di sel C1."),
        ("indikator;target 2024;target 2025;realisasi;capaian\n", "judul “target” ada di sel B1 dan C1"),
        ("halo dunia\n", "Tidak ada baris judul"),
        ("a;b\n1;2\n", "indikator, satuan, polaritas, target, realisasi, capaian"),
    ],
)
def test_tanpa_judul_keluar_2_dan_menyebut_yang_diharapkan(di_luar: Path, isi: str, kata: str) -> None:
    (di_luar / "tabel.csv").write_text(isi, encoding="utf-8")
    hasil = jalankan("audit", "tabel.csv")
    assert (hasil.kode, hasil.stdout) == (2, "")
    assert kata in hasil.stderr


def test_berkas_yang_tidak_ada_keluar_2(di_luar: Path) -> None:
    (di_luar / "tabel.csv").write_text(CSV, encoding="utf-8")
    hasil = jalankan("audit", "tabell.csv")
    assert hasil.kode == 2
    assert "tidak ada. Mungkin maksudnya “tabel.csv”" in hasil.stderr
    assert jalankan("audit", str(di_luar)).kode == 2
    assert jalankan("audit").kode == 2


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("kosong.csv", b""),
        ("rusak.xlsx", b"PK\x03\x04rusak"),
        ("teks.xlsx", CSV.encode()),
        ("biner.csv", b"a;b\x00\x01\n"),
        ("laporan.docx", b"%PDF-1.7"),
    ],
)
def test_berkas_yang_tidak_terbaca_keluar_3(di_luar: Path, nama: str, isi: bytes) -> None:
    (di_luar / nama).write_bytes(isi)
    hasil = jalankan("audit", nama)
    assert (hasil.kode, hasil.stdout) == (3, "")
    assert "Yang perlu dilakukan" in hasil.stderr


def test_buku_kerja_bernama_csv_tetap_dibaca(di_luar: Path) -> None:
    _simpan(di_luar, _buku(LKj=[JUDUL, BARIS]))
    (di_luar / "tabel.xlsx").rename(di_luar / "tabel.csv")
    assert _baris(jalankan("audit", "tabel.csv", "--json"))[0]["rumus"] == "R/T"
