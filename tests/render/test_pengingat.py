"""The reminder as text: what it says before, on and after the deadline, to whom, and how Notepad sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import contoh_hasil as contoh
import pytest
import skema

from kinerja.domain.periode import Periode
from kinerja.master.pengaturan import Pengaturan
from kinerja.render import dokumen
from kinerja.render.model import Keterlambatan, UnitTelat
from kinerja.render.views.daftar_keterlambatan import daftar_keterlambatan, ringkasan
from kinerja.render.views.pengingat import pengingat, perihal, pesan

MASTER = contoh.master()
SEMUA = skema.keterlambatan_contoh()
BERSIH = replace(SEMUA, belum=(), terlambat=(), perbaikan=(), lewat=3)


def _belum(**lain: Any) -> Keterlambatan:
    """Only one unit that has not sent, at another distance from the deadline."""
    [satu, *_] = SEMUA.belum
    dasar = replace(SEMUA, belum=(replace(satu, hari=0),), perbaikan=(), terlambat=(), lewat=0, sisa=0)
    return replace(dasar, **lain)


@pytest.mark.parametrize(
    ("lain", "di_perihal", "di_isi", "bukan"),
    [
        ({"sisa": 3}, "Pengingat: ", "paling lambat Kamis, 5 Februari 2026, 3 hari lagi.", "lewat"),
        ({"sisa": 3, "kerja": True}, "Pengingat: ", ", 3 hari kerja lagi.", "lewat"),
        ({}, "Hari ini batas", "hari ini, Kamis, 5 Februari 2026, adalah batas", "lewat"),
        ({"lewat": 2}, "belum kami terima", "Kamis, 5 Februari 2026, telah lewat 2 hari.", "mengingatkan"),
        ({"lewat": 1, "kerja": True}, "belum kami terima", "telah lewat 1 hari kerja.", "mengingatkan"),
    ],
)
def test_bunyinya_menurut_jarak_dari_batas(lain: dict[str, object], di_perihal: str, di_isi: str, bukan: str) -> None:
    k = _belum(**lain)
    assert di_perihal in perihal(k)
    assert di_isi in pesan(MASTER, k)
    assert bukan not in pesan(MASTER, k)


def test_seluruh_teks(banding_golden: Callable[[Path, str], None]) -> None:
    banding_golden(Path(__file__).parent / "pengingat.txt", pengingat(MASTER, SEMUA))


def test_alamat_untuk_bcc_dan_unit_tanpa_pos_el() -> None:
    baris = pengingat(MASTER, SEMUA).splitlines()
    kantor = "inspektorat@sumberrejokab.go.id"
    assert f"irb4.{kantor}; irb2.{kantor}; irb3.{kantor}" in baris
    assert "(Pos-el belum ada di lembar Unit: Sub Bagian Evaluasi dan Pelaporan)" in baris
    assert "Pos-el belum ada" not in pengingat(MASTER, _belum(sisa=1))


def test_hanya_perbaikan_tidak_menyebut_yang_belum_mengirim() -> None:
    k = replace(SEMUA, belum=())
    assert perihal(k) == "Pengingat: perbaikan formulir data kinerja Januari 2026"
    assert "belum menerima" not in pesan(MASTER, k)
    assert "Formulir isian data kinerja Januari 2026 dari unit berikut telah kami kembalikan" in pesan(MASTER, k)


def test_tak_seorang_pun_perlu_diingatkan() -> None:
    teks = pengingat(MASTER, BERSIH)
    assert "Tidak ada unit yang perlu diingatkan" in teks
    assert "Yth." not in teks


def test_terbaca_di_notepad() -> None:
    isi = dokumen.pengingat(MASTER, SEMUA)
    assert isi.startswith(b"\xef\xbb\xbf")  # without it old editions read the accents wrong
    assert isi.count(b"\r\n") == isi.count(b"\n") > 20
    assert "perbaikan_….xlsx" in isi.decode("utf-8-sig")


def test_triwulan_dan_kantor_tanpa_pos_el_dan_ketua() -> None:
    master = replace(MASTER, instansi=replace(MASTER.instansi, pos_el=None), pejabat=(), tim=())
    teks = pesan(master, _belum(sisa=1, periode=Periode.parse("2026-TW1")))
    assert "formulir isian data kinerja Triwulan I Tahun 2026" in teks
    assert "data pendukungnya kepada Tim Pengukuran Kinerja." in teks
    assert teks.endswith("Tim Pengukuran Kinerja\nInspektorat Daerah")


@pytest.mark.parametrize(
    ("k", "kalimat"),
    [
        (SEMUA, "Dari 8 unit kerja, 5 menyampaikan tepat waktu, 1 menyampaikan terlambat, dan 2 belum menyampaikan."),
        (
            BERSIH,
            "Seluruh unit kerja (8) telah menyampaikan formulir tepat waktu dan tidak ada yang menunggu perbaikan.",
        ),
        (
            replace(BERSIH, perbaikan=SEMUA.perbaikan),
            "tepat waktu. Formulir dari 2 unit kerja masih menunggu perbaikan.",
        ),
        (replace(BERSIH, bentrok=(MASTER.unit[0],)), "Sekretariat mengirim dua formulir yang berbeda"),
        (replace(BERSIH, belum=SEMUA.belum * 4), "Seluruh unit kerja (8) belum menyampaikan formulir."),
        (_belum(sisa=2), "Dari 8 unit kerja, 7 menyampaikan tepat waktu dan 1 belum menyampaikan."),
    ],
)
def test_ringkasan(k: Keterlambatan, kalimat: str) -> None:
    assert kalimat in ringkasan(k)


@pytest.mark.parametrize(
    ("k", "hal", "sifat"),
    [
        (SEMUA, "Keterlambatan penyampaian data kinerja Januari 2026", "Segera"),
        (_belum(sisa=2), "Perkembangan penyampaian data kinerja Januari 2026", "Biasa"),
        (BERSIH, "Perkembangan penyampaian data kinerja Januari 2026", "Biasa"),
    ],
)
def test_nota_menyebut_keterlambatan_hanya_bila_ada(k: Keterlambatan, hal: str, sifat: str) -> None:
    konteks = daftar_keterlambatan(
        MASTER, Pengaturan(), k, ketentuan=skema.KETENTUAN, batas_laporan=date(2026, 2, 15), logo=None
    )
    assert (konteks["hal"], konteks["sifat"]) == (hal, sifat)
    assert bool(konteks["akibat"]) == (k is SEMUA)
    assert ("mohon kiranya Bapak/Ibu" in konteks["penutup"]) == k.ada


def test_kiriman_terlambat_disebut_keadaannya_kini() -> None:
    [telat] = SEMUA.terlambat
    assert isinstance(telat, UnitTelat)
    assert telat.diterima == datetime(2026, 2, 7, 9, 4)
    konteks = daftar_keterlambatan(MASTER, Pengaturan(), SEMUA, ketentuan=(), batas_laporan=None)
    assert [x["keadaan"] for x in konteks["terlambat"]] == ["terlambat 2 hari; valid"]
    assert konteks["akibat"] == ""
