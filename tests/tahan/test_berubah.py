"""A received file vanishes or changes while it is being read, and a run stops between the archive and the register."""

from __future__ import annotations

import hashlib
from pathlib import Path

import openpyxl
import pytest
from tahan.kandang import DIBUNUH, Kandang, berkas, keadaan, salin

from kinerja.register.db import Register
from kinerja.register.model import Kiriman


@pytest.fixture
def ws(kantor_awal: Path, tmp_path: Path) -> Path:
    return salin(kantor_awal, tmp_path / "ws")


def kiriman(ws: Path) -> dict[str, Kiriman]:
    """By unit; every one of them has its original in the archive."""
    with Register.open(ws / "kinerja.db") as reg:
        assert reg.periksa_rantai() is None
        semua = reg.kiriman()
    for k in semua:
        isi = (ws / "arsip" / k.sha256[:2] / k.sha256).read_bytes()
        assert hashlib.sha256(isi).hexdigest() == k.sha256
    return {k.unit or k.path: k for k in semua}


@pytest.mark.parametrize(
    ("nama", "ke"), [("irban.xlsx", 1), ("irban.xlsx", 2), ("rekap.pdf", 1), ("kiriman.zip", 2), ("surat.eml", 2)]
)
def test_berkas_lenyap_ketika_akan_dibuka(kandang: Kandang, ws: Path, nama: str, ke: int) -> None:
    """Somebody tidies masuk/ at this very moment. The others are judged; the next run has nothing to complain of."""
    isi = {"rekap.pdf": b"%PDF-1.4", "kiriman.zip": b"PK\5\6" + bytes(18), "surat.eml": b"From: a@b\n\nhalo\n"}
    berkas_ini = ws / "masuk" / nama
    if nama in isi:
        berkas_ini.write_bytes(isi[nama])
    akhir = kandang.jalan(ws, "validate", cara="berubah", ke=ke, saat=str(berkas_ini), di=str(berkas_ini))
    assert akhir.kode in (0, 1), akhir.stderr
    assert "SEK" in kiriman(ws)
    assert kandang.jalan(ws, "validate").kode in (0, 1)
    assert "SEK" in kiriman(ws)


def test_yang_lenyap_sebelum_dilihat_disebut(kandang: Kandang, ws: Path) -> None:
    """Gone between the listing of the folder and its turn: told by its name, and that it could not be read."""
    pertama, lenyap = (ws / "masuk" / n for n in ("irban.xlsx", "sek.xlsx"))
    akhir = kandang.jalan(ws, "validate", cara="berubah", ke=2, saat=str(pertama), di=str(lenyap))
    assert akhir.kode in (0, 1), akhir.stderr
    assert "BRK023" in akhir.stdout + akhir.stderr
    assert "masuk/sek.xlsx" in akhir.stdout + akhir.stderr
    assert set(kiriman(ws)) == {"IRB1"}


@pytest.mark.parametrize("ke", [1, 2])
def test_berkas_diganti_ketika_akan_dibuka(kandang: Kandang, ws: Path, tmp_path: Path, ke: int) -> None:
    """Saved again while it is read: either version is taken whole, what is judged is what is archived, and the next
    run takes in what lies there."""
    tujuan, lain = ws / "masuk" / "irban.xlsx", tmp_path / "lain.xlsx"
    lama = tujuan.read_bytes()
    lain.write_bytes(lama + b"\0")
    argumen = {"saat": str(tujuan), "di": str(tujuan), "menjadi": str(lain)}
    assert kandang.jalan(ws, "validate", cara="berubah", ke=ke, **argumen).kode in (0, 1)
    boleh = {hashlib.sha256(i).hexdigest() for i in (lama, lama + b"\0")}
    assert kiriman(ws)["IRB1"].sha256 in boleh
    assert kandang.jalan(ws, "validate").kode in (0, 1)
    assert diterima(ws) >= {hashlib.sha256(tujuan.read_bytes()).hexdigest()}


@pytest.mark.parametrize(("saat", "ke"), [("masuk/irban.xlsx", 2), ("induk.xlsx", 2)])
def test_yang_datang_ketika_validate_berjalan_tidak_terlewat(
    kandang: Kandang, ws: Path, tmp_path: Path, saat: str, ke: int
) -> None:
    """It came after this run's first look at the folder; the next run must not think that it has been seen."""
    susulan = ws / "masuk" / "sek.xlsx"
    isi = susulan.read_bytes()
    susulan.replace(lain := tmp_path / "susulan.xlsx")
    argumen = {"saat": str(ws / saat), "di": str(susulan), "menjadi": str(lain)}
    assert kandang.jalan(ws, "validate", cara="berubah", ke=ke, **argumen).kode in (0, 1)
    assert susulan.exists()
    assert kandang.jalan(ws, "validate").kode in (0, 1)
    assert hashlib.sha256(isi).hexdigest() in diterima(ws)


def test_induk_yang_disimpan_ketika_validate_berjalan_dipakai_jalan_berikutnya(
    kandang: Kandang, ws: Path, tmp_path: Path
) -> None:
    """Replaced after it was read, while the forms are taken in."""
    induk, lain = ws / "induk.xlsx", tmp_path / "induk.xlsx"
    buku = openpyxl.load_workbook(induk)
    buku["Instansi"]["B2"].value = "Inspektorat Kabupaten Baru"
    buku.save(lain)
    baru = lain.read_bytes()
    argumen = {"saat": str(ws / "masuk" / "irban.xlsx"), "di": str(induk), "menjadi": str(lain)}
    assert kandang.jalan(ws, "validate", cara="berubah", ke=2, **argumen).kode in (0, 1)
    assert induk.read_bytes() == baru
    assert kandang.jalan(ws, "validate").kode in (0, 1)
    with Register.open(ws / "kinerja.db") as reg:
        assert hashlib.sha256(baru).hexdigest() in reg.versi_master().values()


def diterima(ws: Path) -> set[str]:
    with Register.open(ws / "kinerja.db") as reg:
        return {k.sha256 for k in reg.kiriman()}


def test_listrik_padam_sesudah_arsip_sebelum_register(kandang: Kandang, ws: Path) -> None:
    """The original is in the archive, the register does not know it yet: the next run notes it, once."""
    utuh = salin(ws, ws.with_name("utuh"))
    langkah = kandang.jalan(utuh, "validate").langkah
    sebelum = berkas(ws)
    for ke in range(4, langkah):
        coba = salin(ws, ws.with_name(f"coba{ke}"))
        assert kandang.jalan(coba, "validate", cara="mati", ke=ke).kode == DIBUNUH
        arsip = {p for p in berkas(coba) if p.startswith("arsip/") and p not in sebelum and not p.endswith(".tmp")}
        if len(arsip) == 2:
            break
    with Register.open(salin(coba, ws.with_name("lihat")) / "kinerja.db") as reg:
        assert reg.belum_dinilai() == reg.kiriman() == ()
    assert kandang.jalan(coba, "validate").kode == 1
    assert keadaan(coba) == keadaan(utuh)
    assert len(kiriman(coba)) == 2
