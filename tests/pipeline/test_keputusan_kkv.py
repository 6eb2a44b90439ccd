"""What the Tim types into the Kertas Kerja Validasi, whatever was done to the sheet; and what has no effect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from kantor_uji import Kantor, saat

from kinerja.domain.periode import Periode
from kinerja.errors import SalahPakai
from kinerja.pipeline.accept import accept
from kinerja.pipeline.keputusan import TIDAK_BERLAKU
from sample_data.pengisi import letak

JANUARI = "2026-01"
KKV = f"output/{JANUARI}/kertas_kerja_validasi_{JANUARI}.xlsx"
DITERIMA = {"Keputusan Tim": "Diterima", "Alasan": "NIP menyusul.", "Diperiksa Oleh": "Dewi"}


@pytest.fixture
def kantor(tmp_path: Path) -> Kantor:
    """January, judged: a galat (the penyebut is missing) and a warning (the NIP)."""
    k = Kantor(tmp_path / "kantor")
    k.kirim(k.formulir(JANUARI, "02-01"), "02-02", {"Penyebut": None})
    k.jalankan(JANUARI, "02-03")
    return k


def _baris(ws: Any) -> dict[str, int]:
    judul, _ = letak(ws)
    return {str(ws.cell(r, judul["Kode"]).value): r for r in range(1, ws.max_row + 1)}


def sunting(kantor: Kantor, isi: dict[str, dict[str, str]], sesudah: Callable[[Any], None] = lambda _: None) -> None:
    """Type into the rows of Temuan, by code and heading, then do something to the sheet."""
    buku = openpyxl.load_workbook(kantor.ws.akar / KKV)
    ws = buku["Temuan"]
    judul, _ = letak(ws)
    baris = _baris(ws)
    for kode, ketikan in isi.items():
        for nama, nilai in ketikan.items():
            ws.cell(baris[kode], judul[nama]).value = nilai
    sesudah(ws)
    buku.save(kantor.ws.akar / KKV)
    buku.close()


def tertulis(kantor: Kantor, kode: str, lembar: str = "Temuan") -> list[tuple[Any, ...]]:
    """Keadaan (in Riwayat), Keputusan Tim, Alasan, Diperiksa Oleh, Tanggal of every row of this code."""
    buku = openpyxl.load_workbook(kantor.ws.akar / KKV)
    ws = buku[lembar]
    judul, _ = letak(ws)
    nama = ("Keadaan", "Keputusan Tim", "Alasan", "Diperiksa Oleh", "Tanggal")
    hasil = [
        tuple(ws.cell(r, judul[n]).value for n in nama if n in judul)
        for r in range(1, ws.max_row + 1)
        if ws.cell(r, judul["Kode"]).value == kode
    ]
    buku.close()
    return hasil


def _hapus(ws: Any) -> None:
    ws.delete_rows(_baris(ws)["ISI002"])


def _sisipkan(ws: Any) -> None:
    ws.insert_cols(3)
    ws.insert_rows(1, 2)


def _saring(ws: Any) -> None:
    ws.row_dimensions[_baris(ws)["LKP007"]].hidden = True


def _urutkan(ws: Any) -> None:
    baris = _baris(ws)
    satu, dua = baris["ISI002"], baris["LKP007"]
    isi = [[(s.value, s.data_type) for s in ws[n]] for n in (satu, dua)]
    for n, sumber in ((dua, isi[0]), (satu, isi[1])):
        for s, (nilai, jenis) in zip(ws[n], sumber, strict=True):
            s.value, s.data_type = nilai, jenis


@pytest.mark.parametrize("sesudah", [_hapus, _sisipkan, _saring, _urutkan], ids=["hapus", "sisip", "saring", "urut"])
def test_keputusan_mengikuti_temuannya(kantor: Kantor, sesudah: Callable[[Any], None]) -> None:
    sunting(kantor, {"LKP007": DITERIMA}, sesudah)
    assert kantor.jalankan(JANUARI, "02-04").pesan == ()
    assert tertulis(kantor, "LKP007") == [("Diterima", "NIP menyusul.", "Dewi", None)]
    assert tertulis(kantor, "ISI002") == [(None, None, None, None)]
    assert tertulis(kantor, "LKP007", "Riwayat") == [
        ("√ Diterima", "Diterima", "NIP menyusul.", "Dewi", "4 Februari 2026")
    ]


def test_baris_yang_dihapus_tidak_mencabut_keputusan(kantor: Kantor) -> None:
    sunting(kantor, {"LKP007": DITERIMA})
    kantor.jalankan(JANUARI, "02-04")
    sunting(kantor, {"ISI002": {"Alasan": "Ditanyakan."}}, lambda ws: ws.delete_rows(_baris(ws)["LKP007"]))
    kantor.jalankan(JANUARI, "02-05")
    assert tertulis(kantor, "LKP007") == [("Diterima", "NIP menyusul.", "Dewi", None)]
    assert tertulis(kantor, "ISI002") == [(None, "Ditanyakan.", None, None)]


def test_galat_tidak_diterima_juga_bila_diketik(kantor: Kantor) -> None:
    sunting(kantor, {"ISI002": DITERIMA})
    hasil = kantor.jalankan(JANUARI, "02-04")
    [pesan] = hasil.pesan
    assert "“Diterima” tidak berlaku. ISI002 pada IRB1 adalah galat" in pesan
    assert f"{KKV}, lembar Temuan, sel N" in pesan
    assert hasil.ada_galat
    assert tertulis(kantor, "ISI002") == [(TIDAK_BERLAKU, "NIP menyusul.", "Dewi", None)]
    assert tertulis(kantor, "ISI002", "Riwayat")[0][0] == "+ Baru"
    assert kantor.jalankan(JANUARI, "02-05").pesan == ()


@pytest.mark.parametrize("kurang", ["Alasan", "Diperiksa Oleh"])
def test_diterima_tanpa_alasan_atau_nama_belum_berlaku(kantor: Kantor, kurang: str) -> None:
    sunting(kantor, {"LKP007": {k: v for k, v in DITERIMA.items() if k != kurang}})
    [pesan] = kantor.jalankan(JANUARI, "02-04").pesan
    assert pesan.endswith(f"“Diterima” belum berlaku. Isi juga {kurang}, simpan, lalu jalankan lagi.")
    assert tertulis(kantor, "LKP007")[0][0] == "Diterima"  # what was typed stays
    assert tertulis(kantor, "LKP007", "Riwayat")[0][0] == "+ Baru"
    sunting(kantor, {"LKP007": {kurang: "Sudah diisi"}})
    assert kantor.jalankan(JANUARI, "02-05").pesan == ()
    assert tertulis(kantor, "LKP007", "Riwayat")[0][0] == "√ Diterima"


def test_diterima_di_revisi_lama_tetap_tertulis(kantor: Kantor) -> None:
    sunting(kantor, {"LKP007": DITERIMA})
    kantor.jalankan(JANUARI, "02-04")
    kantor.kirim(kantor.salinan(JANUARI, 1), "02-05", {"Penyebut": 36}, NIP="198006152005012003")
    kantor.jalankan(JANUARI, "02-05")
    assert [b[0] for b in tertulis(kantor, "LKP007", "Riwayat")] == ["√ Diterima", "√ Diperbaiki"]
    assert tertulis(kantor, "LKP007", "Riwayat")[0][1:] == ("Diterima", "NIP menyusul.", "Dewi", "4 Februari 2026")


@pytest.mark.parametrize(
    ("kode", "alasan", "oleh", "sebab"),
    [
        ("ISI002", "Sudah jelas.", "Dewi", "galat tidak dapat diterima"),
        ("LKP007", "  ", "Dewi", "--alasan masih kosong"),
        ("LKP007", "NIP menyusul.", "", "--oleh masih kosong"),
    ],
)
def test_accept_menolak(kantor: Kantor, kode: str, alasan: str, oleh: str, sebab: str) -> None:
    putusan = {"alasan": alasan, "oleh": oleh, "waktu": saat("02-04")}
    with pytest.raises(SalahPakai, match=sebab):
        accept(kantor.ws, "IRB1", Periode.parse(JANUARI), kode, indikator=None, **putusan)
