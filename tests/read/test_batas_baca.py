"""Forms of ours that were stuffed: reading them stays short, and what it says stays readable."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from buat_form import BARIS_JUDUL, form, kandidat

from kinerja.domain.formulir import LEMBAR_KINERJA
from kinerja.findings import Finding
from kinerja.read import wadah
from kinerja.read.form import read_form
from kinerja.read.intake import temukan
from kinerja.read.judul import kemiripan
from kinerja.read.tabel import MAKS_BARIS


def kode(isi: bytes) -> list[str]:
    hasil = read_form(kandidat(isi))
    assert hasil.form is not None
    return [t.kode for t in hasil.temuan]


def test_baris_judul_penuh_teks_mirip() -> None:
    def ubah(buku: Any) -> None:
        ws = buku[LEMBAR_KINERJA]
        ws.cell(BARIS_JUDUL, 12).value = "Realisas"
        for k in range(30, 4000):
            ws.cell(BARIS_JUDUL, k).value = f"Realisasi {k} " + "x" * (k % 50)

    assert set(kode(form(ubah))) == {"BTK007"}


def test_kemiripan_teks_yang_panjangnya_berlainan_tidak_dihitung() -> None:
    assert kemiripan("Data Kinerja", "Data Kinerja " * 100_000) == 0


def test_gabungan_yang_menutup_semuanya() -> None:
    def ubah(buku: Any) -> None:
        ws = buku[LEMBAR_KINERJA]
        for r in range(100, 2200):
            ws.cell(r, 2).value = "IKU-01"
        for n in range(300):
            ws.merged_cells.add(f"A{5 + n}:S{9000 + n}")

    temuan = kode(form(ubah))
    assert 1 <= temuan.count("BTK010") <= 200
    assert "BTK016" in temuan


def test_ribuan_baris_tanpa_kode_dilaporkan_sampai_batasnya() -> None:
    def ubah(buku: Any) -> None:
        for r in range(20, 20 + 2 * MAKS_BARIS):
            buku[LEMBAR_KINERJA].cell(r, 12).value = 9

    temuan = kode(form(ubah))
    assert temuan.count("BTK016") == 1
    assert MAKS_BARIS - 10 < temuan.count("BTK014") <= MAKS_BARIS


def test_arsip_yang_terlalu_besar_isinya(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wadah, "_MAKS_ISI_ARSIP", 10_000)
    masuk = tmp_path / "masuk"
    masuk.mkdir()
    with zipfile.ZipFile(masuk / "a.zip", "w") as z:
        z.writestr("a.xlsx", bytes(6000))
        z.writestr("b.xlsx", bytes(6000))
        z.writestr("bukti.pdf", bytes(60_000))
    [t] = temukan(masuk, tmp_path)
    assert isinstance(t, Finding)
    assert t.kode == "BRK010"


def test_arsip_dari_versi_zip_asing(tmp_path: Path) -> None:
    wadah_zip = io.BytesIO()
    with zipfile.ZipFile(wadah_zip, "w") as z:
        z.writestr("a.xlsx", b"x")
    isi = bytearray(wadah_zip.getvalue())
    isi[isi.find(b"PK\x01\x02") + 6] = 200
    (tmp_path / "a.zip").write_bytes(isi)
    assert [(t.kode, t.sumber.berkas) for t in temukan(tmp_path, tmp_path) if isinstance(t, Finding)] == [
        ("BRK008", "a.zip")
    ]
